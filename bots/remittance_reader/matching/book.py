"""Everything our own records know that a payment can be held against, looked up by whatever a payer writes.

Frozen: each index is made once, at the first question, and never changes. After a posting the caller makes a new book.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from bots.domain.customers import Customer
from bots.domain.orders import same_number
from bots.domain.receivables import OpenItem
from bots.domain.senders import FREEMAIL
from bots.remittance_reader.matching.autonomy import Autonomy
from bots.remittance_reader.matching.indexes import digits_of, grouped, identifiers, letters_of, sets_of, taken_apart
from bots.remittance_reader.matching.names import NameIndex
from bots.remittance_reader.matching.records import (
    ConfirmedAccount,
    PayerGroup,
    Period,
    PostedPayment,
    SettledItem,
    ToleranceUsed,
)
from bots.remittance_reader.matching.series import DocumentNumber, Series

K = TypeVar("K", bound=Hashable)
#: What each index is made of; it is kept where none of that changes.
_MADE_OF = {
    "names": ("customers",), "_customers": ("customers",), "_identifiers": ("customers",), "_domains": ("customers",),
    "_numbers": ("customers",), "_members": ("groups",), "_parents": ("groups",), "_confirmed": ("accounts",),
    "_orders": ("orders",), "_posted": ("posted",), "_used": ("posted",), "_autonomy": ("autonomy",),
    "_by_customer": ("items",), "_by_number": ("items",), "_by_letters": ("items",), "_by_ending": ("items",),
    "_by_reference": ("items",), "_by_order": ("items",), "_by_amount": ("items",), "_by_count": ("items", "series"),
    "_by_bare_count": ("items", "series"), "_settled_by_count": ("settled", "series"),
    "_settled_by_letters": ("settled",),
}  # fmt: skip
SUFFIX = 5  #: digits the index of last digits is made for; shorter ones never lead to an item


@dataclass(frozen=True)
class Book:
    """Our records at the moment of matching. `orders`: PO numbers we know and have not invoiced.

    `own_numbers` are ours, as payers may copy them from an invoice: VAT, SIREN and SIRET, IBANs, telephone numbers.
    """

    customers: tuple[Customer, ...] = ()
    items: tuple[OpenItem, ...] = ()
    groups: tuple[PayerGroup, ...] = ()
    accounts: tuple[ConfirmedAccount, ...] = ()
    series: tuple[Series, ...] = ()
    own_numbers: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    settled: tuple[SettledItem, ...] = ()
    posted: tuple[PostedPayment, ...] = ()
    tolerance_used: tuple[ToleranceUsed, ...] = ()
    autonomy: tuple[Autonomy, ...] = ()
    periods: tuple[Period, ...] = ()

    def renewed(self, **changes: Any) -> Book:
        """The book after something was posted or learned. Indexes of whatever did not change are kept."""
        made = replace(self, **changes)
        kept = {name: index for name, index in vars(self).items() if not {*_MADE_OF.get(name, changes)} & {*changes}}
        vars(made).update({name: index for name, index in kept.items() if name in _MADE_OF})
        return made

    def warm(self) -> Book:
        """Itself, with every index made, for whoever wants the first answer as fast as the others."""
        for name in _MADE_OF:
            getattr(self, name)
        return self

    def customer_named(self, number: str | None) -> str:
        """The customer as sentences name it: `Morel SAS (C-1000)`."""
        known = self._customers.get(number or "")
        return f"{known.name} ({known.number})" if known else f"customer {number}"

    def pays_for(self, customer: str) -> frozenset[str]:
        """The customer and all it is recorded to pay for."""
        return frozenset({customer, *self._members.get(customer, ())})

    def payers_of(self, customer: str) -> frozenset[str]:
        """The customer and all who are recorded to pay for it."""
        return frozenset({customer, *self._parents.get(customer, ())})

    def items_of(self, customers: Iterable[str]) -> tuple[OpenItem, ...]:
        """What these customers owe, by number."""
        found = (item for one in customers for item in self._by_customer.get(one, ()))
        return tuple(sorted(found, key=lambda item: item.number))

    def numbered(self, text: str) -> OpenItem | None:
        """The open item printed exactly so."""
        return self._by_number.get(text.strip().upper())

    def spelt(self, text: str) -> tuple[OpenItem, ...]:
        """Open items of the same letters and digits, whatever stands between them."""
        return self._by_letters.get(same_number(text), ())

    def counted(self, number: DocumentNumber) -> tuple[OpenItem, ...]:
        """Open items of this number in its series."""
        return self._by_count.get(number, ())

    def with_count(self, count: int) -> tuple[OpenItem, ...]:
        """Open items of this count in any series and year."""
        return self._by_bare_count.get(count, ())

    def ending(self, digits: str) -> tuple[OpenItem, ...]:
        """Open items whose digits end so; none for fewer than five."""
        return tuple(one for one in self._by_ending.get(digits[-SUFFIX:], ()) if digits_of(one.number).endswith(digits))

    def referenced(self, reference: str) -> tuple[OpenItem, ...]:
        """Open items that carry this payment reference (RF, QR)."""
        return self._by_reference.get(reference.upper(), ())

    def ordered(self, po_number: str) -> tuple[OpenItem, ...]:
        """Open items that invoice this order."""
        return self._by_order.get(same_number(po_number), ())

    def is_order(self, text: str) -> bool:
        """Whether it is an order number we know and have not invoiced."""
        return same_number(text) in self._orders

    def of_amount(self, amount: Decimal, currency: str) -> tuple[OpenItem, ...]:
        """Open items of exactly this balance."""
        return self._by_amount.get((amount, currency), ())

    def was_settled(self, text: str, number: DocumentNumber | None = None) -> SettledItem | None:
        """The settled item of this number, by its series or by its letters and digits."""
        return self._settled_by_count.get(number) if number else self._settled_by_letters.get(same_number(text))

    def confirmed(self, iban: str | None) -> frozenset[str]:
        """The customers a person confirmed to pay from this account."""
        return self._confirmed.get(iban or "", frozenset())

    def identified(self, compact: str) -> frozenset[str]:
        """The customers a VAT or register number, or a GLN, is that of; a SIRET counts by its SIREN."""
        return self._identifiers.get(compact, frozenset())

    def called(self, number: str) -> frozenset[str]:
        """The customer we gave this number, or whose papers name us or themselves by it."""
        return self._numbers.get(same_number(number), frozenset())

    def of_domain(self, domain: str | None) -> frozenset[str]:
        """The customers whose mail domain it is, or is a part of."""
        parts = (domain or "").split(".")
        names = [".".join(parts[start:]) for start in range(len(parts) - 1)]
        return next((self._domains[name] for name in names if name in self._domains), frozenset())

    def posted_as(self, identity: str) -> PostedPayment | None:
        """The posting of this very money, if there was one."""
        return self._posted.get(identity)

    def used(self, content: str) -> PostedPayment | None:
        """The posting an advice of this content was used for."""
        return self._used.get(content)

    def let_go(self, customer: str, year: int) -> Decimal:
        """The tolerance used for a customer in a year."""
        used = (one.amount for one in self.tolerance_used if (one.customer, one.year) == (customer, year))
        return sum(used, Decimal(0))

    def autonomy_of(self, customer: str) -> Autonomy:
        """How much may be done alone for a customer; shadow mode for one without a record."""
        return self._autonomy.get(customer, Autonomy(customer))

    def is_open(self, day: date) -> bool:
        """Whether the day may still be posted to."""
        return any(period.first <= day <= period.last for period in self.periods)

    @cached_property
    def names(self) -> NameIndex:
        """The names of all customers."""
        return NameIndex(self.customers)

    def document_number(self, number: str) -> DocumentNumber | None:
        """Our own number taken apart by the series it is of; None where no declared series prints it so."""
        return taken_apart(number, self.series)

    @cached_property
    def _customers(self) -> Mapping[str, Customer]:
        return {one.number: one for one in self.customers}

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        return grouped((group.payer, member) for group in self.groups for member in group.members)

    @cached_property
    def _parents(self) -> Mapping[str, tuple[str, ...]]:
        return grouped((member, group.payer) for group in self.groups for member in group.members)

    @cached_property
    def _by_customer(self) -> Mapping[str, tuple[OpenItem, ...]]:
        return self._items_by(lambda item: item.customer)

    @cached_property
    def _by_number(self) -> Mapping[str, OpenItem]:
        return {one.number.upper(): one for one in self.items}

    @cached_property
    def _by_letters(self) -> Mapping[str, tuple[OpenItem, ...]]:
        return self._items_by(lambda item: letters_of(item.number))

    @cached_property
    def _by_count(self) -> Mapping[DocumentNumber, tuple[OpenItem, ...]]:
        return self._items_by(lambda item: self.document_number(item.number))

    @cached_property
    def _by_bare_count(self) -> Mapping[int, tuple[OpenItem, ...]]:
        return grouped((number.count, item) for number, items in self._by_count.items() for item in items)

    @cached_property
    def _by_ending(self) -> Mapping[str, tuple[OpenItem, ...]]:
        return self._items_by(lambda item: digits_of(item.number)[-SUFFIX:])

    @cached_property
    def _by_reference(self) -> Mapping[str, tuple[OpenItem, ...]]:
        return self._items_by(lambda item: (item.reference or "").upper() or None)

    @cached_property
    def _by_order(self) -> Mapping[str, tuple[OpenItem, ...]]:
        return self._items_by(lambda item: letters_of(item.po_number or "") or None)

    @cached_property
    def _by_amount(self) -> Mapping[tuple[Decimal, str], tuple[OpenItem, ...]]:
        return self._items_by(lambda item: (item.balance, item.currency))

    @cached_property
    def _orders(self) -> frozenset[str]:
        return frozenset(same_number(one) for one in self.orders)

    @cached_property
    def _settled_by_count(self) -> Mapping[DocumentNumber, SettledItem]:
        numbers = ((self.document_number(one.number), one) for one in self.settled)
        return {number: one for number, one in numbers if number}

    @cached_property
    def _settled_by_letters(self) -> Mapping[str, SettledItem]:
        return {letters_of(one.number): one for one in self.settled}

    @cached_property
    def _confirmed(self) -> Mapping[str, frozenset[str]]:
        return sets_of((one.iban, one.customer) for one in self.accounts)

    @cached_property
    def _identifiers(self) -> Mapping[str, frozenset[str]]:
        return sets_of((known, one.number) for one in self.customers for known in identifiers(one))

    @cached_property
    def _numbers(self) -> Mapping[str, frozenset[str]]:
        known = ((same_number(own), one.number) for one in self.customers for own in (one.number, *one.buyer_numbers))
        return sets_of((number, customer) for number, customer in known if len(number) >= 4)

    @cached_property
    def _domains(self) -> Mapping[str, frozenset[str]]:
        domains = ((domain.casefold(), one.number) for one in self.customers for domain in one.domains)
        return sets_of((domain, number) for domain, number in domains if domain not in FREEMAIL)

    @cached_property
    def _posted(self) -> Mapping[str, PostedPayment]:
        return {one.identity: one for one in self.posted}

    @cached_property
    def _used(self) -> Mapping[str, PostedPayment]:
        return {one.advice: one for one in self.posted if one.advice}

    @cached_property
    def _autonomy(self) -> Mapping[str, Autonomy]:
        return {one.customer: one for one in self.autonomy}

    def _items_by(self, key: Callable[[OpenItem], K | None]) -> Mapping[K, tuple[OpenItem, ...]]:
        keyed = ((key(item), item) for item in self.items)
        return grouped((name, item) for name, item in keyed if name is not None)
