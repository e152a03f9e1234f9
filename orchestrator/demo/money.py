"""The demo's second half: a bank statement and four advices become receipts, and a comparison with what should come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from bots.domain.allocation import Allocation, Basis
from bots.domain.bank import BankLine
from bots.domain.ledger import BankReport, Posting
from bots.domain.ledger_documents import LINE, line_of
from orchestrator.assembly import House
from orchestrator.demo import world
from orchestrator.demo.company import BANK, CASH_BOT
from orchestrator.demo.mail_servers import CASH, MailServers
from orchestrator.demo.old_portal import ledger
from orchestrator.demo.old_portal.receipts import Receipt
from orchestrator.demo.papers.bank_files import bank_files
from orchestrator.demo.papers.money import Payment, announced, payments
from orchestrator.demo.papers.remittances import remittances
from orchestrator.run import RunReport
from orchestrator.store.items import Item, State
from orchestrator.store.store import Store

CLERK = "Anne Perrin"
#: Customers of whom a person agreed to three postings before the demo begins: the machine may post for them.
TRUSTED = ("C-1000", "C-1001", "C-1004", "C-1005")
ENDS = {State.POSTED: "posted", State.WAITING: "waiting", State.APPROVAL: "waiting"}


@dataclass(frozen=True)
class CashReport:
    """What the cash part did, and every difference from what it should have done."""

    run: RunReport
    receipts: int  #: of ours, in the portal
    differences: tuple[str, ...]


def send_money(house: House, mail: MailServers, today: date) -> None:
    """Let the bank and the customers send what they send."""
    remember_history(house.store, today)
    put_files(house.path.parent / BANK, today)
    mail.deliver(*(raw for _, raw in remittances(today)), folder=CASH)


def cash_report(house: House, run: RunReport, database: Path, today: date) -> CashReport:
    """What came of it, held against what should have."""
    ours = [receipt for receipt in ledger.receipts(database) if receipt.reference.startswith("BK-")]
    return CashReport(
        run, len(ours), (*ends(house, today), *posted(today, ours), *disputed(house, today), *promised(house, today))
    )


def put_files(folder: Path, today: date) -> None:
    """Put the bank's files where its program puts them, unless they were worked on already."""
    folder.mkdir(exist_ok=True)
    for name, content in bank_files(today).items():
        (folder / name).write_bytes(content)


def remember_history(store: Store, today: date) -> None:
    """Three payments of each trusted customer that a person posted months ago. Once; again changes nothing."""
    document = "0" * 63 + "1"
    if store.ledger.report(document):
        return
    past = [(customer, money) for customer in TRUSTED for money in _past(customer, today)]
    store.ledger.enter(BankReport(document, ((world.ACCOUNT, tuple(money for _, money in past)),)))
    whose = {money.end_to_end_id: customer for customer, money in past}
    for arrival in store.ledger.arrivals():
        line = line_of(arrival.original)
        customer = whose[line.line.end_to_end_id]
        store.ledger.book_by_hand(_posted_once(line.key, customer, line.line), "before", CLERK)
        store.ledger.settle(arrival)


def _past(customer: str, today: date) -> Iterator[BankLine]:
    for month in (1, 2, 3):
        day, amount = today - timedelta(days=30 * month + 20), Decimal(400 + month)
        yield BankLine(amount, world.CURRENCY, day, day, f"{customer}-{month}", payer_iban=world.PAYERS[customer])


def _posted_once(key: str, customer: str, money: BankLine) -> Posting:
    paid = Allocation("long settled", customer, money.amount, Basis.PERSON)
    return Posting(
        key, customer, money.amount, money.currency, money.booked, (paid,), payer_iban=money.payer_iban
    )  # fmt: skip


def ends(house: House, today: date) -> Iterator[str]:
    """Each payment that did not end as it should."""
    items = {_reference(house, item): item for item in house.store.items.list(CASH_BOT) if item.media_type == LINE}
    for payment in payments(today):
        item = items.get(payment.text)
        if item is None:
            yield f"{payment.name}: its money made no work item"
        elif ENDS.get(item.state) != payment.end:
            yield f"{payment.name}: is {item.state.value}, should be {payment.end}: {'; '.join(item.reasons)}"
        elif payment.reason.casefold() not in " ".join((*item.reasons, *item.sentences)).casefold():
            yield f"{payment.name}: no reason names {payment.reason!r}: {'; '.join(item.reasons)}"
    if len(items) != len(payments(today)):
        yield f"{len(items)} payments are in work, {len(payments(today))} came in: one money was taken for two"


def _reference(house: House, item: Item) -> str:
    return " ".join(line_of(house.store.items.document(item).content).line.text)


def posted(today: date, ours: list[Receipt]) -> Iterator[str]:
    """Each receipt of the portal's own database that is not the payment, and each missing or too many."""
    wanted = [payment for payment in payments(today) if payment.end == "posted"]
    for payment in wanted:
        found = [receipt for receipt in ours if receipt.customer == payment.customer]
        if len(found) != 1:
            yield f"{payment.name}: {len(found)} receipts of its money stand in the portal"
        elif (found[0].amount, _settled(found[0])) != (payment.amount, _due(payment)):
            yield f"{payment.name}: the portal has {_settled(found[0])}, paid was {_due(payment)}"
    if len(ours) != len(wanted):
        yield f"the portal holds {len(ours)} receipts of ours, there should be {len(wanted)}"


def _settled(receipt: Receipt) -> tuple[tuple[str, Decimal], ...]:
    return tuple(sorted((one.invoice, one.amount) for one in receipt.allocations))


def _due(payment: Payment) -> tuple[tuple[str, Decimal], ...]:
    return tuple(sorted((debt.number, debt.paid) for debt in payment.debts))


def disputed(house: House, today: date) -> Iterator[str]:
    """What a payer took off is a case with its amount, its reason and the paper that says so."""
    wanted = {(debt.number, debt.taken_off) for payment in payments(today) for debt in payment.debts if debt.taken_off}
    found = {(case.about.item, case.about.amount) for case in house.store.ledger.cases() if case.about.document}
    if found != wanted:
        yield f"the open disputes are {sorted(found)}, taken off was {sorted(wanted)}"


def promised(house: House, today: date) -> Iterator[str]:
    """An advice whose money does not come stays visible, and pauses the reminders of its invoices."""
    promise = announced(today)
    waiting = [note.advice.payment_ref for note in house.store.ledger.advices()]
    if promise.reference not in waiting:
        yield f"{promise.name}: its advice is not among those without money: {waiting}"
    for debt in promise.debts:
        if house.store.ledger.paused(debt.number) is None:
            yield f"{promise.name}: nothing keeps {debt.number} from being reminded of"
