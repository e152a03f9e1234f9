"""What a company decides about order entry in its config.yaml."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from bots import bot
from bots.domain.money import Money


class Settings(bot.Settings):
    """The block `bots: order_entry: settings:`. The defaults ask a person rather than assume."""

    company: str  #: our name as customers know it; signs the confirmation
    domain: str  #: our mail domain; ends the confirmation's Message-ID
    currency: str = Field(default="EUR", pattern="^[A-Z]{3}$")  #: of the portal's price list and credit (ISO 4217)
    price_tolerance_percent: Decimal = Field(default=Decimal(1), ge=0)  #: a price may differ from the list by so much
    price_tolerance_amount: Decimal = Field(default=Decimal(1), ge=0)  #: and by no more than this, per list price
    missing_price: Literal["review", "list"] = "review"  #: a line without a price: ask, or take the list's
    approval_above: Money | None = None  #: larger orders (net) wait for a person's agreement
    credit_check: bool = True  #: ask the portal for the customer's credit before an order is entered
    confirm: bool = True  #: send the customer a confirmation once the order was read back
    authenticated_senders_only: bool = True  #: a mail our server does not vouch for goes to a person
    duplicate_days: int = Field(default=30, ge=0)  #: look so far back for the same goods under another number; 0: never

    @model_validator(mode="after")
    def _one_currency(self) -> Self:
        if self.approval_above and self.approval_above.currency != self.currency:
            raise ValueError(f"approval_above is in {self.approval_above.currency}, but currency is {self.currency}")
        return self
