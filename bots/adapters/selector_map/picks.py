"""Rows that a portal lists by itself, to be picked instead of typed: which open invoices a receipt settles."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from bots.adapters.selector_map.strict import Strict


class Pick(Strict):
    """A row's element that is no field: the one row of a list that shows the text is the row from then on.

    `{n}` of the row's other elements is its place in the list. `ticks` names the element that is ticked with it;
    `most` says which figure of the list each number typed into the row may not exceed: a portal that takes more
    than is owed without a word would keep it.
    """

    table: str
    column: str
    ticks: str | None = None
    most: Mapping[str, str] = Field(default_factory=dict)
