"""Releases of the demo's old portal nobody announced: labels and posted names that are other ones, fields moved into
another box, fields taken away, labels handed on. Each from a fixed seed, so that a failure can be looked at again."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from orchestrator.demo.old_portal.faults import Settings
from orchestrator.demo.old_portal.layout import FIELDS, Layout

#: page → element of the map → the portal's own key of that field.
MAPPED = {
    "new_order": {key: key for key in ("customer", "po_number", "reference", "requested")},
    "order_search": {key: f"find_{key}" for key in ("po_number", "customer", "reference")},
    "articles": {"article": "find_article", "gtin": "find_gtin", "description": "find_text"},
}
KEYS = (*(key for fields in MAPPED.values() for key in fields.values()), "remarks", "find_date")
OTHER_WORDS = {
    "Customer no.": ("Client", "Customer number", "Account no.", "Sold-to party"),
    "Customer PO": ("Purchase order", "PO no.", "Your order", "Buyer's order number"),
    "Ext. ref": ("External reference", "Our reference", "Reference", "Ext. no."),
    "Requested date": ("Delivery date", "Wanted on", "Required by", "Req. date"),
    "Remarks": ("Comment", "Notes"),
    "Order date": ("Date", "Entered on"),
    "Article": ("Item", "Product no.", "Item number"),
    "GTIN": ("EAN", "Barcode"),
    "Text": ("Description", "Search text", "Designation"),
}


@dataclass(frozen=True)
class Variant:
    """One release; `switches` are the portal's own (orchestrator/demo/old_portal/faults.py)."""

    seed: int
    switches: Mapping[str, Any] = field(default_factory=dict)

    def posted_name(self, key: str) -> str | None:
        """The name a field is posted under in this release; None when it was taken away."""
        layout = Layout(Settings(**self.switches))
        return layout.name(key) if layout.shown(key) else None


def release(seed: int, renames_fields: bool) -> Variant:
    """A release from its seed. `renames_fields`: posted names change too, and no way of the map may be left."""
    chance = random.Random(seed)
    labels = {label: chance.choice(words) for label, words in OTHER_WORDS.items() if chance.random() < 0.5}
    names = {key: _name(chance) for key in KEYS if renames_fields and chance.random() < 0.35}
    moved = [key for key in KEYS if chance.random() < 0.3]
    removed = [key for key in KEYS if chance.random() < 0.25]
    if removed and chance.random() < 0.4:
        labels |= _handed_on(chance, removed)
    changes = {"rename_label": labels, "rename_field": names, "move_field": moved, "remove_field": removed}
    return Variant(seed, changes)


def _name(chance: random.Random) -> str:
    frames = f"ctl${chance.randrange(50, 80)}$txt{chance.choice('ABCDEFG')}"
    return chance.choice((f"fld_{chance.randrange(1000, 9999)}", frames))


def _handed_on(chance: random.Random, removed: list[str]) -> dict[str, str]:
    """The label of a field that was taken away, printed beside another one: the cruellest thing a release can do."""
    lost = FIELDS[chance.choice(removed)][0]
    return {chance.choice([label for label in OTHER_WORDS if label != lost]): lost}
