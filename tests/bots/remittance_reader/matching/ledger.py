"""A small ledger to match against: Morel, its twin, and a parent that pays for three of four children."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from bots.domain.advices import AdviceKind, AdviceLine, Payer, RemittanceAdvice
from bots.domain.bank import BankLine
from bots.domain.customers import Customer
from bots.domain.documents import Envelope
from bots.domain.money import Money
from bots.domain.receivables import DiscountTerms, OpenItem
from bots.remittance_reader.matching import (
    Autonomy,
    Book,
    ConfirmedAccount,
    FiledAdvice,
    Mode,
    PayerGroup,
    Payment,
    Period,
    Policy,
    Series,
    SettledItem,
)

D = Decimal
NOBODY = Payer()
DAY = date(2026, 4, 12)
MOREL, TWIN, PARENT, STRANGER = "C-1", "C-2", "C-9", "C-95"
CHILDREN = ("C-91", "C-92", "C-93", "C-94")
MOREL_IBAN, TWIN_IBAN, PARENT_IBAN = (
    "FR1420041010050500013M02606", "DE89370400440532013000", "GB82WEST12345698765432"
)  # fmt: skip
OWN_IBAN = "FR7630006000011234567890189"
RF_412 = "RF18539007547034"

CUSTOMERS = (
    Customer(MOREL, "Papeterie Morel SARL", vat="FR40303265045", domains=("morel.example",), country="FR"),
    Customer(TWIN, "Papeterie Morel & Fils SARL", domains=("morel-fils.example",), country="FR"),
    Customer(PARENT, "Groupe Delmas SA", vat="FR23334175221", domains=("delmas.example",), country="FR"),
    *(
        Customer(number, f"Delmas {place} SAS", country="FR")
        for number, place in zip(CHILDREN, ("Nantes", "Bordeaux", "Toulouse", "Marseille"), strict=True)
    ),
    Customer(STRANGER, "Ateliers Vidal", country="FR"),
)


def item(count, balance="100.00", customer=MOREL, **more):
    """An open item `FAC/2026/<count>`; a credit note `AVO/2026/<count>` when the balance is negative."""
    series = "AVO" if balance.startswith("-") else "FAC"
    more = {"currency": "EUR", "amount": D(balance), "issued": date(2026, 3, 1), "due": date(2026, 3, 31)} | more
    return OpenItem(number=f"{series}/2026/{count:04}", customer=customer, balance=D(balance), **more)


def discounted(count, balance, percent="2", until=DAY, customer=MOREL):
    return replace(item(count, balance, customer), discount=DiscountTerms(D(percent), until))


def book(*items, **more):
    """Everybody but the fourth child may be paid for by the parent; all have earned automatic posting."""
    known = {
        "customers": CUSTOMERS,
        "groups": (PayerGroup(PARENT, CHILDREN),),
        "accounts": (
            ConfirmedAccount(MOREL_IBAN, MOREL), ConfirmedAccount(TWIN_IBAN, TWIN),
            ConfirmedAccount(PARENT_IBAN, PARENT),
        ),
        "series": (Series("FAC/{yyyy}/{n:4}"), Series("AVO/{yyyy}/{n:4}")),
        "own_numbers": ("552100554", "FR83552100554", OWN_IBAN, "+33 4 72 00 04 12"),
        "autonomy": tuple(Autonomy(one.number, Mode.AUTOMATIC, 20) for one in CUSTOMERS),
        "periods": (Period(date(2026, 4, 1), date(2026, 4, 30)),),
    }  # fmt: skip
    return Book(items=items, **(known | more))


POLICY = Policy(sample_percent=D(0), unattended_cap=Money(D(50_000), "EUR"))


def line(amount, *text, **more):
    """Money from Morel's own account, unless the test says otherwise."""
    known = {
        "currency": "EUR", "booked": DAY, "valued": DAY, "end_to_end_id": "E2E-77", "payer_iban": MOREL_IBAN,
        "payer_name": "PAPETERIE MOREL",
    }  # fmt: skip
    return BankLine(D(amount), text=text, **(known | more))


def payment(amount, *text, advices=(), **more):
    outer = {name: more.pop(name) for name in ("scope", "statement_doubts", "beside") if name in more}
    return Payment(line(amount, *text, **more), OWN_IBAN, "2026-73", tuple(advices), **outer)


def advice(total, *lines, day=DAY, payer=NOBODY, domain="morel.example", **more):
    """An advice from a sender our mail server vouches for; `lines` are AdviceLine or (reference, net)."""
    made = tuple(one if isinstance(one, AdviceLine) else AdviceLine(one[0], net=D(one[1])) for one in lines)
    known = {"currency": "EUR", "payment_ref": "VIR-2026-0088", "paid_on": day, "envelope": mail(domain)} | more
    return FiledAdvice(
        RemittanceAdvice(AdviceKind.ADVICE, "it lists payments", payer, total=D(total), lines=made, **known), day
    )


def mail(domain):
    return Envelope(
        mailbox="cash", folder="INBOX", uidvalidity=1, uid=1, message_id="<1@x>", sender=f"compta@{domain}",
        sender_name=None, authenticated=domain, subject="Avis", received=datetime(2026, 4, 12, 8, tzinfo=UTC),
    )  # fmt: skip


def settled(count, customer=MOREL, day=date(2026, 4, 2)):
    return SettledItem(f"FAC/2026/{count:04}", customer, day)


def paid(proposal):
    """The money of a proposal by item, as text."""
    return {one.item: str(one.paid) for one in proposal.allocations}


def balanced(match, wanted, items):
    """The identities that always hold, for every proposal; True, so that a test can end with it."""
    open_items = {one.number: one for one in items}
    for proposal in match.proposals:
        assert proposal.paid + proposal.on_account == wanted
        for one in proposal.allocations:
            balance = open_items[one.item].balance
            assert one.paid + sum((residual.amount for residual in one.residuals), D(0)) == balance
            assert abs(one.paid) <= abs(balance)
            assert one.paid * balance > 0
    return True
