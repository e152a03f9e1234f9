"""The form of a receipt: read from what was typed, completed from the open invoices, posted."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count, takewhile

from orchestrator.demo.old_portal.catalogue import customer
from orchestrator.demo.old_portal.figures import Refused, print_amount, read_amount, read_date
from orchestrator.demo.old_portal.layout import Layout
from orchestrator.demo.old_portal.receivables import Invoice, open_invoices

LONGEST_REFERENCE = 35  #: the width of the old column; what is longer is cut off without a word


@dataclass(frozen=True)
class Row:
    """One allocation: two texts as typed, and the invoice they speak of."""

    invoice: str = ""
    amount: str = ""
    known: Invoice | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.invoice or self.amount)


@dataclass(frozen=True)
class ReceiptForm:
    """The whole form as typed."""

    customer: str = ""
    reference: str = ""
    date: str = ""
    amount: str = ""
    rows: tuple[Row, ...] = field(default=(Row(),))

    @property
    def allocations(self) -> list[tuple[Invoice, Decimal]]:
        """What each completed row settles."""
        return [(row.known, read_amount(row.amount)) for row in self.rows if row.known]


def read_form(form: Mapping[str, str], layout: Layout) -> ReceiptForm:
    """The form as it was posted; a customer chosen from the list counts when no number was typed."""
    typed = {key: layout.typed(form, f"receipt_{key}") for key in ("customer", "reference", "date", "amount")}
    typed["customer"] = typed["customer"] or form.get("ctl$41$lstA", "")
    typed["reference"] = typed["reference"][:LONGEST_REFERENCE]
    numbers = takewhile(lambda n: layout.line_name("invoice", n) in form, count(1))
    rows = tuple(_read_row(form, layout, number) for number in numbers)
    return ReceiptForm(**typed, rows=rows or (Row(),))


def _read_row(form: Mapping[str, str], layout: Layout, number: int) -> Row:
    def typed(key: str) -> str:
        return form.get(layout.line_name(key, number), "").strip()

    return Row(typed("invoice"), typed("allocated"))


def complete(database: sqlite3.Connection, form: ReceiptForm) -> tuple[ReceiptForm, list[str]]:
    """Fill in the invoice of every row, its open balance where no amount is typed, and say what cannot be taken."""
    errors: list[str] = []
    known = {invoice.number: invoice for invoice in open_invoices(database, form.customer)} if form.customer else {}
    rows = []
    for row in form.rows:
        try:
            rows.append(row if row.empty else _completed(known, row, form.customer))
            known.pop(row.invoice.upper(), None)
        except Refused as refusal:
            errors.append(str(refusal))
            rows.append(row)
    return replace(form, rows=tuple(rows)), [*errors, *_header_errors(form)]


def _completed(known: Mapping[str, Invoice], row: Row, customer_number: str) -> Row:
    invoice = known.get(row.invoice.upper())
    if invoice is None:
        raise Refused(f"ERR-410 Invoice '{row.invoice}' is not open for customer '{customer_number}'")
    typed = row.amount or print_amount(invoice.balance)
    amount = read_amount(typed)
    if amount * invoice.balance <= 0 or abs(amount) > abs(invoice.balance):
        raise Refused(f"ERR-411 {invoice.number}: {typed} exceeds the balance {print_amount(invoice.balance)}")
    return Row(invoice.number, typed, invoice)


def _header_errors(form: ReceiptForm) -> list[str]:
    errors = []
    for check, typed in ((read_date, form.date), (read_amount, form.amount)):
        try:
            if typed:
                check(typed)
        except Refused as refusal:
            errors.append(str(refusal))
    return errors


def post(database: sqlite3.Connection, form: ReceiptForm) -> None:
    """Write the receipt, all of it or nothing. The same reference twice is no concern of this portal.

    Raises Refused for a form that is not complete, or that settles more than came in.
    """
    payer = customer(database, form.customer)
    booked = read_date(form.date)
    if booked is None:
        raise Refused("ERR-402 Value date missing")
    amount = _received(form)
    number = database.execute(
        "INSERT INTO receipts (customer, booked, reference, amount) VALUES (?, ?, ?, ?)",
        (payer.number, booked.isoformat(), form.reference, str(amount)),
    ).lastrowid
    for invoice, part in form.allocations:
        database.execute("INSERT INTO allocations VALUES (?, ?, ?)", (number, invoice.number, str(part)))


def _received(form: ReceiptForm) -> Decimal:
    """The amount of the receipt; what is not allocated of it stays on account."""
    if not form.amount:
        raise Refused("ERR-401 Amount missing")
    amount = read_amount(form.amount)
    allocated = sum((part for _, part in form.allocations), Decimal(0))
    if amount < 0:
        raise Refused(f"ERR-403 Amount must not be negative '{form.amount}'")
    if allocated > amount:
        raise Refused(f"ERR-412 Allocated {print_amount(allocated)} exceeds the amount {print_amount(amount)}")
    return amount
