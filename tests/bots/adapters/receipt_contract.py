"""What every portal must do on the pages of cash application: the fake's tests and the real ones' inherit these.

A test class derives from ReceiptContract, or from NumberedReceiptContract where each receipt has a number of its own,
and has a fixture `portal`, logged in, in which `customer` owes something. The tests settle a little of it and leave
their receipts behind.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import uuid4

import pytest

from bots.adapters.workspace import Portal
from bots.domain.customers import Customer
from bots.domain.receivables import OpenItem
from bots.errors import BusinessError
from bots.remittance_reader.portal import find_receipts, open_item, open_items_of, receipts_of

VALUED = date(2026, 3, 2)
ONE = Decimal("1.01")


class ReceiptContract:
    """The contract, a sentence a test."""

    customer: ClassVar[Customer] = Customer("C-1000", "Ateliers Morel SA")

    @pytest.fixture
    def reference(self) -> str:
        """A reference no other test uses."""
        return f"BK-{uuid4().hex[:16].upper()}"

    def post(self, portal: Portal, reference: str, *parts: tuple[OpenItem, Decimal], amount: Decimal) -> None:
        page = portal.open("new_receipt")
        if portal.offers("new_receipt.customer"):
            page.fill("customer", self.customer.number)
        else:
            page.choose("customer_name", self.customer.name)
        page.fill("reference", reference).fill("valued", VALUED).fill("amount", amount)
        for place, (item, part) in enumerate(parts, start=1):
            if place > 1:
                page.click("add_line")
            page.row(place).fill("invoice", item.number).fill("amount", part)
        page.commit("submit")

    def owed(self, portal: Portal) -> tuple[OpenItem, OpenItem]:
        first, second, *_ = [item for item in open_items_of(portal, self.customer, "EUR") if item.balance > 10]
        return first, second

    def test_what_a_customer_owes_is_listed(self, portal: Portal) -> None:
        first, second = self.owed(portal)
        assert {item.customer for item in (first, second)} == {self.customer.number}
        assert open_item(portal, f"{second.number}9", "EUR") is None

    def test_a_receipt_is_found_under_its_reference_and_read_whole(self, portal: Portal, reference: str) -> None:
        first, second = self.owed(portal)
        assert find_receipts(portal, reference) == ()
        self.post(portal, reference, (first, ONE), (second, 2 * ONE), amount=4 * ONE)
        (receipt,) = find_receipts(portal, reference)
        assert (receipt.customer, receipt.reference, receipt.valued) == (self.customer.number, reference, VALUED)
        assert receipt.amount == 4 * ONE
        assert dict(receipt.settles) == {first.number: ONE, second.number: 2 * ONE}
        assert self.owed(portal)[0].balance == first.balance - ONE
        assert receipt.number in [row["number"] for row in receipts_of(portal, self.customer)]

    def test_more_than_is_owed_is_refused_and_nothing_stands(self, portal: Portal, reference: str) -> None:
        first, _ = self.owed(portal)
        too_much = first.balance + ONE
        with pytest.raises(BusinessError, match=first.number):
            self.post(portal, reference, (first, too_much), amount=too_much)
        assert find_receipts(portal, reference) == ()


class NumberedReceiptContract(ReceiptContract):
    """What holds besides where a receipt has a number of its own: two under one reference are told apart."""

    def test_an_open_item_is_found_by_its_number(self, portal: Portal) -> None:
        _, second = self.owed(portal)
        assert open_item(portal, second.number, "EUR") == second

    def test_nothing_stops_the_same_receipt_twice(self, portal: Portal, reference: str) -> None:
        first, _ = self.owed(portal)
        for _ in range(2):
            self.post(portal, reference, (first, ONE), amount=ONE)
        assert len(find_receipts(portal, reference)) == 2

    def test_a_receipt_taken_back_leaves_what_it_settled_open_again(self, portal: Portal, reference: str) -> None:
        first, _ = self.owed(portal)
        self.post(portal, reference, (first, ONE), amount=ONE)
        (receipt,) = find_receipts(portal, reference)
        page = portal.open("receipt_reversal", number=receipt.number)
        page.fill("reference", f"{reference}/R").fill("valued", VALUED).commit("submit")
        (turned,) = find_receipts(portal, f"{reference}/R")
        assert (turned.amount, turned.settles) == (-ONE, ((first.number, -ONE),))
        assert self.owed(portal)[0].balance == first.balance
