"""How sure a portal's map wants to be before an element that none of its ways finds is taken for another."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bots.adapters.selector_map.strict import Strict

Share = Annotated[float, Field(ge=0, le=1)]  #: a likeness, from 0 (nothing alike) to 1 (the same)


class Repair(Strict):
    """An element that is gone by all its ways may be found again by what it looked like. It is taken only if it is
    at least `score` alike and `margin` more alike than the next one, and than it is to any other element of the page.

    The defaults are calibrated on the old portal's variants (tests/bots/adapters/browser/test_variants.py).
    """

    score: Share = 0.7
    margin: Share = 0.1


MapRepair = Repair | Literal["never"]  #: `never`: what no way finds is gone
