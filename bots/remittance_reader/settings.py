"""What a company decides about cash application in its config.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from bots import bot
from bots.remittance_reader.matching import PayerGroup, Policy, Series


class Settings(bot.Settings):
    """The block `bots: remittance_reader: settings:`. The defaults ask a person rather than assume."""

    currency: str = Field(default="EUR", pattern="^[A-Z]{3}$")  #: the portal's receivables are kept in it (ISO 4217)
    siren: str | None = None  #: our own, so that it is never taken for an invoice number
    vat: str | None = None
    own_numbers: tuple[str, ...] = ()  #: our account and telephone numbers, for the same reason
    series: tuple[str, ...] = ()  #: how our invoices and credit notes are numbered: `F{yy}{n:5}`
    pays_for: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)  #: customer -> the customers it pays for
    one_customer_per_receipt: bool = True  #: the portal takes a receipt for the invoices of one customer only
    open_since: date | None = None  #: earlier days are closed for postings; none: since the first of last month
    hand_keyed_days: int = Field(default=10, ge=0)  #: look so far for a receipt of the money keyed by hand; 0: never
    case_owner: str = "credit control"  #: who sees to disputes, write-offs and money on account
    matching: Policy = Policy()

    @model_validator(mode="after")
    def _series_count(self) -> Self:
        for pattern in self.series:
            Series(pattern)
        return self

    @property
    def groups(self) -> tuple[PayerGroup, ...]:
        """Who pays for whom."""
        return tuple(PayerGroup(payer, members) for payer, members in self.pays_for.items())

    @property
    def ours(self) -> tuple[str, ...]:
        """Every number of our own a payer may copy from our papers."""
        return tuple(number for number in (self.siren, self.vat, *self.own_numbers) if number)
