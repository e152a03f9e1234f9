"""What order entry has to know of the world before it can decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bots.domain.customers import Article, Credit, Customer
from bots.domain.orders import OrderInPortal


@dataclass(frozen=True)
class Facts:
    """The world as `look` saw it, for one purchase order."""

    today: date
    customers: tuple[Customer, ...]
    standing: tuple[OrderInPortal, ...] = ()  #: this customer's orders under this PO number, however it is spelt
    similar: tuple[OrderInPortal, ...] = ()  #: this customer's recent orders under other numbers with the same total
    articles: tuple[Article, ...] = ()  #: what the price list shows for the numbers on the lines
    credit: Credit | None = None
    confirmed: bool = False  #: the confirmation is in the Sent folder
    holds_requested: bool = True  #: the portal has a field for the requested date
