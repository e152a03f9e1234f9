"""What order entry asks of a portal's price list, in logical names.

The page `articles` may have fields of its own for a GTIN (`articles.gtin`) and for a text (`articles.description`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from stdnum import ean

from bots.adapters.workspace import Portal, Row
from bots.domain.customers import Article
from bots.domain.item_matching import is_called
from bots.errors import ApplicationError


def find_articles(portal: Portal, numbers: Sequence[str]) -> tuple[Article, ...]:
    """The articles the price list shows under these numbers or GTINs; what it does not know is left out."""
    if not portal.offers("articles"):
        return ()
    found = [
        article
        for number in numbers
        for article in _search(portal, _field(portal, number), number)
        if is_called(article, number)
    ]
    return tuple({article.sku: article for article in found}.values())


def articles_like(portal: Portal, text: str) -> tuple[Article, ...]:
    """Articles whose text holds the most telling word of a description: proposals for a person, nothing more."""
    words = re.findall(r"\w+(?:[-./]\w+)*", text)
    if not words or not portal.offers("articles.description"):
        return ()
    telling = max(words, key=lambda word: (any(sign.isdigit() for sign in word), len(word)))
    return _search(portal, "description", telling)


def price_unit(portal: Portal, row: Row) -> Decimal:
    """For how many units a row's price is; a portal without that column prices single units."""
    shown = row.get("per", "").strip()
    per = portal.parse_number(shown) if shown else Decimal(1)
    if per <= 0:
        raise ApplicationError(f'{portal.name} shows a price per "{shown}", which is no number of units.')
    return per


def _field(portal: Portal, number: str) -> str:
    return "gtin" if portal.offers("articles.gtin") and ean.is_valid(number) else "article"


def _search(portal: Portal, element: str, text: str) -> tuple[Article, ...]:
    page = portal.open("articles")
    page.fill(element, text).click("search")
    return tuple(_article(portal, row) for row in page.table("articles"))


def _article(portal: Portal, row: Row) -> Article:
    return Article(
        sku=row["article"],
        description=row["description"],
        unit=row["unit"],
        price=portal.parse_number(row["price"]),
        price_per=price_unit(portal, row),
        gtin=row.get("gtin") or None,
    )
