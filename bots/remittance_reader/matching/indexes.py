"""How our records are made findable: values by key, and the forms in which a registered number is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from bots.domain.customers import Customer
from bots.domain.orders import same_number
from bots.remittance_reader.matching.series import DocumentNumber, Series

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@lru_cache(maxsize=1 << 18)
def digits_of(text: str) -> str:
    """Only the digits."""
    return re.sub(r"\D", "", text)


@lru_cache(maxsize=1 << 18)
def letters_of(text: str) -> str:
    """Letters and digits without spelling, kept because a ledger is indexed again after each posting."""
    return same_number(text)


@lru_cache(maxsize=1 << 18)
def taken_apart(number: str, series: tuple[Series, ...]) -> DocumentNumber | None:
    """Our own number by the series it is of; None where no declared series prints it so."""
    return next((found for one in series if (found := one.parse(number))), None)


def compact(identifier: str | None) -> str:
    """Letters and digits, in capitals."""
    return re.sub(r"[^0-9A-Z]", "", (identifier or "").upper())


def identifiers(customer: Customer) -> frozenset[str]:
    """The ways a customer's registered numbers are written: VAT with and without its country, SIREN, GLN."""
    vat, registration = compact(customer.vat), compact(customer.registration)
    found = {vat, vat[2:], registration, compact(customer.gln)}
    if vat.startswith("FR") and len(vat) == 13:
        found.add(vat[4:])
    if len(registration) == 14:
        found.add(registration[:9])
    return frozenset(one for one in found if len(one) >= 8)


def grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """The values of each key, in their order."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def sets_of(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in grouped(pairs).items()}
