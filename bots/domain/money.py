"""Amounts of money: a decimal and a currency, never a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

_FORM = re.compile(r"^(?P<amount>-?\d+(?:\.\d+)?) (?P<currency>[A-Z]{3})$")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency (ISO 4217). Written, and read from config.yaml, as `5000.00 EUR`."""

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read `5000.00 EUR`. Raises ValueError that names the form expected."""
        found = _FORM.match(text.strip())
        if not found:
            raise ValueError(f'{text!r} is not an amount; write it like "5000.00 EUR"')
        return cls(Decimal(found["amount"]), found["currency"])

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        def read(value: Any) -> Money:
            if isinstance(value, Money):
                return value
            if isinstance(value, str):
                return cls.parse(value)
            raise ValueError(f'write the amount in quotes with its currency, like "5000.00 EUR", not {value!r}')

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )


def cents(amount: Decimal) -> Decimal:
    """The amount rounded half up to two places, as invoices round it (EN 16931, commercial rounding)."""
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
