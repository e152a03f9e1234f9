"""What cash application has to know of the world before it can decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bots.domain.ledger import Choice, EnteredReport, NotedAdvice, Posting
from bots.domain.receivables import ReceiptInPortal
from bots.remittance_reader.matching import Book, Payment


@dataclass(frozen=True)
class Facts:
    """The world as `look` saw it, for one document. What does not concern its kind stays empty."""

    today: date
    entered: EnteredReport | None = None  #: what our book holds of this bank's file
    noted: NotedAdvice | None = None  #: this advice, as our book holds it
    choice: Choice | None = None  #: what a person said this line is for
    posting: Posting | None = None  #: what our book says of this line
    standing: tuple[ReceiptInPortal, ...] = ()  #: receipts in the portal under this line's key
    reversals: tuple[ReceiptInPortal, ...] = ()  #: receipts that take them back
    takes_back: bool = True  #: whether the portal's map says how a receipt is taken back there
    alike: tuple[
        ReceiptInPortal, ...
    ] = ()  #: the payer's receipts of this amount about this day, under other references
    advices: tuple[NotedAdvice, ...] = ()  #: those whose money has not come
    payment: Payment | None = None  #: the line as matching is asked about it
    book: Book | None = None  #: what matching may hold it against
