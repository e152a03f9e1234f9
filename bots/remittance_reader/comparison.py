"""A receipt as the portal shows it against the one that was decided: by content, not only by reference."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bots.domain.figures import price_figure
from bots.domain.ledger import Posting
from bots.domain.receivables import ReceiptInPortal


def differences(shown: ReceiptInPortal, posting: Posting) -> tuple[str, ...]:
    """Every difference as a sentence part ("F2603001: the portal shows 10.00, decided was 12.00"); none if equal."""
    head = [
        ("customer", shown.customer, posting.customer),
        ("value date", shown.valued.isoformat(), posting.valued.isoformat()),
        ("amount", price_figure(shown.amount), price_figure(posting.amount)),
    ]
    found = [_differs(what, there, here) for what, there, here in head if there != here]
    there, here = dict(shown.settles), {one.item: one.paid for one in posting.allocations if one.paid}
    return (*found, *_parts(there, here))


def reversal_differences(shown: ReceiptInPortal, taken_back: ReceiptInPortal) -> tuple[str, ...]:
    """The same for a receipt that should turn another round."""
    wanted = {item: -part for item, part in taken_back.settles}
    head = [("customer", shown.customer, taken_back.customer)]
    head += [("amount", price_figure(shown.amount), price_figure(-taken_back.amount))]
    found = [_differs(what, there, here) for what, there, here in head if there != here]
    return (*found, *_parts(dict(shown.settles), wanted))


def _parts(there: Mapping[str, Decimal], here: Mapping[str, Decimal]) -> tuple[str, ...]:
    unequal = [item for item in sorted({*there, *here}) if there.get(item) != here.get(item)]
    return tuple(_differs(item, _part(there.get(item)), _part(here.get(item))) for item in unequal)


def _part(amount: Decimal | None) -> str:
    return "nothing" if amount is None else price_figure(amount)


def _differs(what: str, there: str, here: str) -> str:
    return f"{what}: the portal shows {there}, decided was {here}"
