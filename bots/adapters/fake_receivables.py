"""What the fake portal keeps of money: open invoices and receipts, with the manners of an old system.

It takes the same receipt twice without complaint, cuts a reference of more than 35 signs, refuses what is more than an
invoice's balance, and keeps a receipt that was taken back beside one with its amounts turned round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bots.adapters.fake_books import FakeBooks, print_value, read_date, read_number
from bots.adapters.workspace import Row
from bots.domain.receivables import OpenItem, ReceiptInPortal
from bots.errors import BusinessError

LONGEST_REFERENCE = 35
ALLOCATION = ("invoice", "amount")  #: what is typed on a row of a receipt


@dataclass
class FakeReceivables(FakeBooks):
    """Invoices as they were issued, and receipts; what is open is always worked out from both."""

    invoices: list[OpenItem] = field(default_factory=list)
    receipts: list[ReceiptInPortal] = field(default_factory=list)
    next_receipt: int = 20061

    def open_items(self) -> list[OpenItem]:
        """What is not settled, with its balance."""
        items = [replace(item, balance=item.balance - self._settled(item.number)) for item in self.invoices]
        return [item for item in items if item.balance]

    def enter_receipt(self, fields: Mapping[str, str]) -> None:
        """Take a receipt as it was typed; refuses what an old system refuses."""
        settles = tuple(self._allocations(fields))
        amount = read_number(fields.get("amount", ""))
        allocated = sum((part for _, part in settles), Decimal(0))
        if amount < 0 or allocated > amount:
            raise BusinessError(f'The portal answered "Error: allocated {allocated:f} of an amount of {amount:f}".')
        self._add(fields, fields.get("customer", ""), amount, settles)

    def reverse_receipt(self, fields: Mapping[str, str]) -> None:
        """Add the receipt that takes another back."""
        earlier = self.receipt(fields["number"])
        turned = tuple((invoice, -part) for invoice, part in earlier.settles)
        self._add(fields, earlier.customer, -earlier.amount, turned)

    def receipt(self, number: str) -> ReceiptInPortal:
        """One receipt. BusinessError if there is none."""
        found = next((one for one in self.receipts if one.number == number), None)
        if found is None:
            raise BusinessError(f"The portal has no receipt {number}.")
        return found

    def item_rows(self, wanted: Mapping[str, str]) -> list[Row]:
        """Open invoices of a customer, or of a number."""
        customer, number = wanted.get("customer", ""), wanted.get("number", "")
        return [
            _item_row(item)
            for item in self.open_items()
            if customer in {"", item.customer} and number in {"", item.number}
        ]

    def receipt_rows(self, wanted: Mapping[str, str]) -> list[Row]:
        """Receipts under a reference, or of a customer."""
        customer, reference = wanted.get("customer", ""), wanted.get("reference", "")
        return [
            _receipt_row(one)
            for one in self.receipts
            if customer in {"", one.customer} and reference.casefold() in {"", one.reference.casefold()}
        ]

    def receipt_fields(self, number: str) -> dict[str, str]:
        """What the page of a receipt shows."""
        return dict(_receipt_row(self.receipt(number)))

    def allocation_rows(self, number: str) -> list[Row]:
        """What a receipt settles."""
        return [
            {"invoice": invoice, "amount": print_value(part)} for invoice, part in self.receipt(number).settles
        ]  # fmt: skip

    def _settled(self, invoice: str) -> Decimal:
        parts = (part for one in self.receipts for settled, part in one.settles if settled == invoice)
        return sum(parts, Decimal(0))

    def _allocations(self, fields: Mapping[str, str]) -> Iterator[tuple[str, Decimal]]:
        known = {item.number: item for item in self.open_items() if item.customer == fields.get("customer")}
        places = sorted({int(found[1]) for path in fields if (found := re.match(r"line\[(\d+)\]", path))})
        for place in places:
            number, part = fields.get(f"line[{place}].invoice", ""), read_number(fields[f"line[{place}].amount"])
            if number not in known:
                raise BusinessError(f'The portal answered "Error: invoice {number} is not open for the customer".')
            balance = known[number].balance
            if part * balance <= 0 or abs(part) > abs(balance):
                raise BusinessError(f'The portal answered "Error: {number}: {part:f} exceeds the balance {balance:f}".')
            yield number, part

    def _add(
        self, fields: Mapping[str, str], customer: str, amount: Decimal, settles: tuple[tuple[str, Decimal], ...]
    ) -> None:
        number, self.next_receipt = str(self.next_receipt), self.next_receipt + 1
        reference = fields.get("reference", "")[:LONGEST_REFERENCE]
        self.receipts.append(
            ReceiptInPortal(number, customer, reference, read_date(fields.get("valued", "")), amount, settles)
        )


def _item_row(item: OpenItem) -> Row:
    return {
        "number": item.number,
        "customer": item.customer,
        "issued": print_value(item.issued),
        "due": print_value(item.due),
        "amount": print_value(item.amount),
        "balance": print_value(item.balance),
    }


def _receipt_row(one: ReceiptInPortal) -> Row:
    return {
        "number": one.number,
        "valued": print_value(one.valued),
        "customer": one.customer,
        "reference": one.reference,
        "amount": print_value(one.amount),
    }
