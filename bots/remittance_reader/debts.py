"""What the likely payers of a payment owe, asked of the portal right before the decision."""

from __future__ import annotations

from bots.adapters.workspace import Portal
from bots.domain.orders import same_number
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching import Book
from bots.remittance_reader.portal import open_item, open_items_of
from bots.remittance_reader.settings import Settings
from bots.remittance_reader.suspects import Suspects

MOST_NUMBERS = 12  #: single numbers asked for beside the lists of the likely payers


def open_items(portal: Portal, suspects: Suspects, book: Book, settings: Settings) -> tuple[OpenItem, ...]:
    """All they owe, and with every number named that is not among it, all that its debtor owes."""
    asked = {one.number: one for one in suspects.customers}
    items = [item for one in asked.values() for item in open_items_of(portal, one, settings.currency)]
    for debtor in _others(portal, suspects, items, settings):
        known = next((one for one in book.customers if one.number == debtor), None)
        if known and debtor not in asked:
            asked[debtor] = known
            items += open_items_of(portal, known, settings.currency)
    return tuple(sorted(items, key=lambda item: item.number))


def _others(portal: Portal, suspects: Suspects, items: list[OpenItem], settings: Settings) -> tuple[str, ...]:
    """The debtors of numbers that none of the likely payers owes."""
    known = {same_number(item.number) for item in items}
    unknown = [number for number in suspects.numbers if same_number(number) not in known][:MOST_NUMBERS]
    found = [open_item(portal, number, settings.currency) for number in unknown]
    return tuple(dict.fromkeys(item.customer for item in found if item))
