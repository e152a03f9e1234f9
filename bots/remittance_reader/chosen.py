"""Money whose use a person said: the receipt as it was said, if the portal can still take it so."""

from __future__ import annotations

from decimal import Decimal

from bots.domain.allocation import Allocation, Basis
from bots.domain.figures import price_figure
from bots.domain.ledger import Choice, LedgerLine, Posting
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching import Book


def posting_of(choice: Choice, line: LedgerLine) -> Posting:
    """The receipt a person wants; what is not put on items stays on account."""
    one, why = line.line, f"{choice.who} says so: {choice.why}"
    parts = tuple(
        Allocation(item, choice.customer, paid, Basis.PERSON, evidence=(why,)) for item, paid in choice.parts
    )  # fmt: skip
    return Posting(
        line=line.key,
        customer=choice.customer,
        amount=one.amount,
        currency=one.currency,
        valued=one.valued or one.booked,
        allocations=parts,
        on_account=one.amount - sum((part.paid for part in parts), Decimal(0)),
        payer_iban=one.payer_iban,
        chosen=True,
    )


def against(posting: Posting, book: Book) -> tuple[str, ...]:
    """Why the portal cannot take it so, a sentence each."""
    known = {item.number: item for item in book.items}
    found = [
        said for one in posting.allocations if (said := _against_part(one.item, one.paid, known.get(one.item), posting))
    ]
    if all(one.number != posting.customer for one in book.customers):
        found.append(f"{posting.customer} was chosen, but there is no such customer in our records: choose again.")
    if posting.on_account < 0:
        found.append(
            f"What was chosen comes to {price_figure(posting.amount - posting.on_account)}, and only "
            f"{price_figure(posting.amount)} came in: choose again."
        )
    return tuple(found)


def _against_part(number: str, paid: Decimal, item: OpenItem | None, posting: Posting) -> str | None:
    if item is None or item.customer != posting.customer:
        return f"{number} was chosen, but it is not open for customer {posting.customer}: choose again."
    if paid * item.balance <= 0 or abs(paid) > abs(item.balance):
        owed = f"{price_figure(item.balance)} of it is open"
        return f"{price_figure(paid)} was chosen for {number}, but {owed}: choose again."
    return None
