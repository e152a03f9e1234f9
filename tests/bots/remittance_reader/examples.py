"""One customer's money, its invoices and its advice: what the tests of cash application work with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bots.domain.advices import AdviceKind, AdviceLine, Payer, Reason, RemittanceAdvice
from bots.domain.allocation import Allocation, Basis, Match, Proposal, Residual, ResidualKind
from bots.domain.bank import BankLine, Return
from bots.domain.customers import Customer
from bots.domain.ledger import LedgerLine, Posting, PostingState, line_key
from bots.domain.receivables import OpenItem, ReceiptInPortal
from bots.remittance_reader.facts import Facts
from bots.remittance_reader.matching import Book, Payment
from bots.remittance_reader.settings import Settings

ACCOUNT = "FR7630006000011234567890189"
TODAY = date(2026, 3, 2)
SETTINGS = Settings(series=("F{yy}{n:5}", "A{yy}{n:5}"))
MOREL = Customer("C-1000", "Ateliers Morel SA", domains=("ateliers-morel.example",))
HARTMANN = Customer("C-1001", "Hartmann Antriebstechnik GmbH")
MONEY = BankLine(
    Decimal("912.79"), "EUR", TODAY, TODAY, "E-4711", payer_name="ATELIERS MOREL",
    payer_iban="DE89370400440532013000", text=("F2604102 F2604103",),
)  # fmt: skip
LINE = LedgerLine(line_key(ACCOUNT, MONEY, 1), ACCOUNT, MONEY)
ITEMS = tuple(
    OpenItem(number, "C-1000", date(2026, 1, 5), date(2026, 2, 4), owed, owed, "EUR")
    for number, owed in (("F2604102", Decimal("525.17")), ("F2604103", Decimal("387.62")))
)
PAID = tuple(Allocation(item.number, "C-1000", item.balance, Basis.EXACT) for item in ITEMS)
PROPOSAL = Proposal("C-1000", PAID, evidence=("Morel paid from this account before.",))
SURE = Match((PROPOSAL,), ())
POSTING = Posting(
    LINE.key, "C-1000", MONEY.amount, "EUR", TODAY, PAID, payer_iban=MONEY.payer_iban
)  # fmt: skip
SHOWN = ReceiptInPortal(
    "20061", "C-1000", LINE.key, TODAY, MONEY.amount, tuple((one.item, one.paid) for one in PAID)
)  # fmt: skip
BOOK = Book(customers=(MOREL, HARTMANN), items=ITEMS)
ASKED = Facts(TODAY, payment=Payment(MONEY, ACCOUNT, LINE.key), book=BOOK)
ADVICE = RemittanceAdvice(
    AdviceKind.ADVICE, "it is headed Avis de paiement", Payer(name="Ateliers Morel SA"), paid_on=TODAY, currency="EUR",
    total=MONEY.amount, lines=tuple(AdviceLine(one.number, gross=one.balance, net=one.balance) for one in ITEMS),
)  # fmt: skip


def short_paid(amount: str = "12.00") -> tuple[Allocation, ...]:
    """The same two invoices, the first short by a deduction for a wrong price."""
    missing = Residual(ResidualKind.DISPUTE, Decimal(amount), Reason.PRICE, "Preisdifferenz")
    return (replace(PAID[0], paid=PAID[0].paid - Decimal(amount), residuals=(missing,)), PAID[1])


def posted(state: PostingState = PostingState.POSTED, **told: object) -> Posting:
    """The posting, standing in the portal."""
    return replace(POSTING, state=state, receipt="20061", **told)


def given_back() -> LedgerLine:
    """The same money on its way back."""
    return replace(LINE, line=replace(MONEY, amount=-MONEY.amount, returned=Return(False, "AC04", "account closed")))
