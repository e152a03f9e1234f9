"""What the arithmetic of an advice says, in sentences: each line closes, and the lines make the payment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bots.domain.advices import AdviceLine

ZERO = Decimal(0)


def name_of(place: int, line: AdviceLine) -> str:
    """A line as a person finds it: its place from 1, and its number."""
    return f"line {place + 1} ({line.reference})" if line.reference else f"line {place + 1}"


def proved(lines: Sequence[AdviceLine], total: Decimal | None) -> list[str]:
    """What does not close or is missing, each in a sentence that names the line or the difference."""
    found = [doubt for place, line in enumerate(lines) for doubt in _line(place, line)]
    return [*found, *_twice(lines), *_sum(lines, total)]


def _line(place: int, line: AdviceLine) -> Iterator[str]:
    name = name_of(place, line)
    if line.reference is None:
        yield f"{name} names no document: a person must say what is paid with it"
    if line.net is None:
        yield f"{name}: the amount that is paid could not be read"
    elif line.gross is not None:
        off = sum((one.amount for one in line.deductions), ZERO)
        rest = line.gross - off - line.net
        if rest:
            said = f" less deductions of {off:f}" if off else ""
            yield f"{name}: {line.gross:f}{said} is not the {line.net:f} that is paid; nothing explains {rest:f}"


def _twice(lines: Sequence[AdviceLine]) -> Iterator[str]:
    counts = Counter((line.reference, line.net) for line in lines if line.reference)
    for (reference, net), count in counts.items():
        if count > 1:
            yield f"{reference} with {net} is listed {count} times"


def _sum(lines: Sequence[AdviceLine], total: Decimal | None) -> Iterator[str]:
    if not lines:
        yield "no document that is paid could be read"
        return
    made = sum((line.net for line in lines if line.net is not None), ZERO)
    if total is None:
        yield f"no amount of the payment is stated; the lines make {made:f}"
    elif made != total:
        yield f"the lines make {made:f}, the advice says {total:f}: the difference is {total - made:f}"
