"""A line of an order while it is being read, each value with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bots.domain.evidence import Evidence
from bots.domain.orders import OrderLine
from bots.domain.reading.words import Span


@dataclass
class LineDraft:
    """A line being read: its values, where each stands, and the printed numbers that have a second reading."""

    line: OrderLine
    evidence: dict[str, Evidence] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)  #: field → number as printed
    dates: list[Span] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def put(draft: LineDraft, name: str, value: object, span: Span, rule: str, *, confidence: float = 0.95) -> None:
    """Set a field of the line, and where it was read."""
    draft.line = replace(draft.line, **{name: value})  # type: ignore[arg-type]
    draft.evidence[name] = span.evidence(rule, confidence)
