"""The folder of selector maps holds maps, all of them valid, and nothing that Python would import."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.adapters.selector_map import load_map

SELECTORS = Path(__file__).parents[2] / "selectors"
MAPS = sorted(SELECTORS.glob("*.yaml"))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_map_is_valid_and_named_like_its_file(path):
    assert load_map(path).portal == path.stem


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_what_commits_and_what_proves_a_log_in_is_found_by_one_sure_way(path):
    selector_map = load_map(path)
    for page in selector_map.pages.values():
        for name in page.commits:
            assert len(page.elements[name]) == 1, f"{name}: a second way to a commit would never be used"


def test_the_folder_holds_no_python_because_the_standard_library_has_a_module_of_its_name():
    assert [path.name for path in SELECTORS.rglob("*.py*")] == []
    assert MAPS, "there is no map at all"


#: What the order entry bot speaks; whatever portal it works must say where these are.
SPOKEN = (
    "new_order.customer", "new_order.po_number", "new_order.reference", "new_order.requested", "new_order.add_line",
    "new_order.submit", "new_order.line.article", "new_order.line.quantity", "new_order.line.price",
    "order_search.po_number", "order_search.search",
    *(f"order_search.orders.{name}" for name in ("number", "date", "customer", "po_number", "reference", "total")),
    *(f"order.{name}" for name in ("customer", "po_number", "reference", "requested", "total")),
    *(f"order.lines.{name}" for name in (
        "position", "article", "description", "quantity", "unit", "price", "per", "amount")),
    "articles.article", "articles.search",
    *(f"articles.articles.{name}" for name in ("article", "description", "unit", "price", "per", "gtin")),
    *(f"customer.{name}" for name in ("name", "limit", "balance", "blocked")),
)  # fmt: skip


@pytest.mark.parametrize("name", SPOKEN)
def test_the_old_portal_has_every_name_the_order_bot_speaks(name):
    assert load_map(SELECTORS / "old_portal.yaml").offers(name)


#: What cash application speaks.
SPOKEN_OF_MONEY = (
    "open_items.customer", "open_items.number", "open_items.search",
    *(f"open_items.open_items.{name}" for name in ("number", "customer", "issued", "due", "amount", "balance")),
    "receipt_search.reference", "receipt_search.customer", "receipt_search.search",
    *(f"receipt_search.receipts.{name}" for name in ("number", "valued", "customer", "reference", "amount")),
    *(f"receipt.{name}" for name in ("customer", "reference", "valued", "amount")),
    "receipt.allocations.invoice", "receipt.allocations.amount",
    *(f"new_receipt.{name}" for name in ("customer", "reference", "valued", "amount", "add_line", "submit")),
    "new_receipt.line.invoice", "new_receipt.line.amount",
    *(f"receipt_reversal.{name}" for name in ("reference", "valued", "submit")),
)  # fmt: skip


@pytest.mark.parametrize("name", SPOKEN_OF_MONEY)
def test_the_old_portal_has_every_name_cash_application_speaks(name):
    assert load_map(SELECTORS / "old_portal.yaml").offers(name)
