"""Which article a line means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bots.domain.customers import Article, CrossReference, Customer
from bots.domain.item_matching import Matched, Unmatched, candidates, is_called, match
from bots.domain.orders import OrderLine

SPRING, SUMMER = date(2026, 3, 2), date(2026, 7, 14)
BEARING = Article("BR-1001", "Ball bearing 6204-2RS", "EA", Decimal("4.80"), gtin="3760012300105")
OTHER_BEARING = Article("BR-1002", "Ball bearing 6205-2RS", "EA", Decimal("5.95"), gtin="3760012300204")
BELT = Article("BR-3005", "V-belt SPA 1250", "EA", Decimal("14.90"), gtin="3760012300501")
NEW_BELT = Article("BR-3006", "V-belt SPA 1600", "EA", Decimal("18.35"), gtin="3760012300600")
NO_GTIN = Article("BR-7000", "Spacer", "EA", Decimal("1.00"))
ARTICLES = (BEARING, OTHER_BEARING, BELT, NEW_BELT, NO_GTIN)

MOREL = Customer(
    "C-1000",
    "Ateliers Morel SA",
    cross_references=(
        CrossReference("ROUL-6204", "BR-1001"),
        CrossReference("COURR-12", "BR-3005", until=date(2026, 6, 30)),
        CrossReference("COURR-12", "BR-3006", since=date(2026, 7, 1)),
        CrossReference("TWICE", "BR-1001"),
        CrossReference("TWICE", "BR-1002"),
        CrossReference("ENDED", "BR-1001", until=date(2025, 12, 31)),
        CrossReference("BR-1002", "BR-1001"),
        CrossReference("GONE", "BR-0000"),
    ),
)


@pytest.mark.parametrize(
    ("line", "on", "sku", "by"),
    [
        pytest.param(OrderLine(1, buyer_item="ROUL-6204"), SPRING, "BR-1001", "reference", id="the customer's number"),
        pytest.param(OrderLine(1, buyer_item="roul–6204 "), SPRING, "BR-1001", "reference", id="however it is spelt"),
        pytest.param(OrderLine(1, sku="ROUL-6204"), SPRING, "BR-1001", "reference", id="in the column of our number"),
        pytest.param(OrderLine(1, buyer_item="COURR-12"), SPRING, "BR-3005", "reference", id="valid in spring"),
        pytest.param(OrderLine(1, buyer_item="COURR-12"), SUMMER, "BR-3006", "reference", id="another in summer"),
        pytest.param(OrderLine(1, buyer_item="COURR-12"), date(2026, 6, 30), "BR-3005", "reference", id="last day"),
        pytest.param(OrderLine(1, buyer_item="COURR-12"), date(2026, 7, 1), "BR-3006", "reference", id="first day"),
        pytest.param(OrderLine(1, buyer_item="BR-1002"), SPRING, "BR-1001", "reference",
                     id="the customer's number goes before ours that is spelt alike"),
        pytest.param(OrderLine(1, gtin="3760012300501"), SPRING, "BR-3005", "gtin", id="the GTIN"),
        pytest.param(OrderLine(1, gtin="03760012300501"), SPRING, "BR-3005", "gtin", id="the GTIN in 14 digits"),
        pytest.param(OrderLine(1, buyer_item="X-1", gtin="3760012300501"), SPRING, "BR-3005", "gtin",
                     id="the GTIN beside a number we do not know"),
        pytest.param(OrderLine(1, sku="br-3005"), SPRING, "BR-3005", "sku", id="our number"),
        pytest.param(OrderLine(1, buyer_item="BR-3005"), SPRING, "BR-3005", "sku", id="our number in their column"),
        pytest.param(OrderLine(1, buyer_item="ENDED", sku="BR-1001"), SPRING, "BR-1001", "sku",
                     id="our number beside a reference that has ended"),
        pytest.param(OrderLine(1, buyer_item="ROUL-6204", gtin="3760012300105", sku="BR-1001"), SPRING, "BR-1001",
                     "reference", id="all of them agree"),
        pytest.param(OrderLine(1, sku="BR-7000", gtin="3760012309009"), SPRING, "BR-7000", "sku",
                     id="a GTIN where we keep none"),
    ],
)  # fmt: skip
def test_a_line_means_an_article(line: OrderLine, on: date, sku: str, by: str) -> None:
    found = match(line, MOREL, on, ARTICLES)
    assert isinstance(found, Matched), found
    assert (found.article.sku, found.by) == (sku, by)
    assert sku in found.evidence


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param(OrderLine(1, buyer_item="TWICE"), "means BR-1001 and BR-1002 for C-1000 on 2026-03-02",
                     id="two valid references"),
        pytest.param(OrderLine(1, buyer_item="ROUL-6204", sku="BR-3005"),
                     "the customer's number ROUL-6204 is BR-1001, but the number BR-3005 is BR-3005",
                     id="their number says one article, ours another"),
        pytest.param(OrderLine(1, sku="BR-1001", gtin="3760012300204"),
                     "the GTIN 3760012300204 is BR-1002, but the number BR-1001 is BR-1001", id="GTIN against number"),
        pytest.param(OrderLine(1, sku="BR-1001", gtin="3760012309009"), "whose GTIN is 3760012300105",
                     id="a GTIN that is not the article's"),
        pytest.param(OrderLine(1, gtin="3760012300106"), "no article is known under 3760012300106",
                     id="a GTIN with a wrong check digit"),
        pytest.param(OrderLine(1, buyer_item="ENDED"), "the customer's reference was BR-1001 from ever to 2025-12-31",
                     id="a reference that has ended"),
        pytest.param(OrderLine(1, buyer_item="GONE"), "means our BR-0000, which the price list does not show",
                     id="a reference to an article that is gone"),
        pytest.param(OrderLine(1, buyer_item="X-1", description="V-belt SPA 1250"),
                     'the text "V-belt SPA 1250" is nearest to our BR-3005 V-belt SPA 1250: is it that one?',
                     id="a text proposes"),
        pytest.param(OrderLine(1, buyer_item="X-1", description="Rillenkugellager 6204-2RS beidseitig abgedichtet"),
                     "is nearest to our BR-1001 Ball bearing 6204-2RS", id="a type says the same in every language"),
        pytest.param(OrderLine(1, description="Ball bearing 6204-2RS"), "no article number is printed",
                     id="a text alone never matches"),
        pytest.param(OrderLine(1, description="Zzz"), 'the text is "Zzz"', id="a text like nothing"),
        pytest.param(OrderLine(1, description=f"Toner {'- ' * 90}"), "- …", id="a long text is cut"),
        pytest.param(OrderLine(1), "no article number is printed", id="nothing at all"),
    ],
)  # fmt: skip
def test_a_line_that_leaves_a_doubt_means_none(line: OrderLine, words: str) -> None:
    found = match(line, MOREL, SPRING, ARTICLES)
    assert isinstance(found, Unmatched), found
    assert words in found.reason


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        pytest.param(OrderLine(1, buyer_item="ROUL-6204"), ("BR-1001",), id="a reference needs no look-up of itself"),
        pytest.param(OrderLine(1, buyer_item="X-1", gtin="3760012300105"), ("3760012300105", "X-1"),
                     id="without a reference every number is asked"),
        pytest.param(OrderLine(1, buyer_item="ROUL-6204", sku="BR-1001"), ("BR-1001",), id="none twice"),
        pytest.param(OrderLine(1), (), id="nothing printed, nothing asked"),
    ],
)  # fmt: skip
def test_what_the_price_list_is_asked(line: OrderLine, numbers: tuple[str, ...]) -> None:
    assert candidates(line, MOREL, SPRING) == numbers


def test_a_neighbour_in_the_price_list_is_not_the_article() -> None:
    assert is_called(BEARING, "br-1001")
    assert is_called(BEARING, "3760012300105")
    assert not is_called(BEARING, "BR-100")
    assert not is_called(NO_GTIN, "")
