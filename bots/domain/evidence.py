"""Where a value came from: the words on the page that it can be led back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points (1/72 inch), measured from the top-left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def as_json(self) -> list[float]:
        """The four sides as `[x0, top, x1, bottom]`, rounded to a tenth of a point."""
        return [round(side, 1) for side in (self.x0, self.top, self.x1, self.bottom)]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value's origin.

    `page` counts from 1 and is None where there are no pages (a mail body, an EDI file);
    `text` holds the words as printed; `rule` names what found them; `confidence` runs from 0 to 1.
    """

    page: int | None
    box: Box | None
    text: str
    rule: str
    confidence: float

    def as_json(self) -> dict[str, Any]:
        """Plain JSON: `{"page", "box", "text", "rule", "confidence"}`."""
        return {
            "page": self.page,
            "box": self.box.as_json() if self.box else None,
            "text": self.text,
            "rule": self.rule,
            "confidence": round(self.confidence, 3),
        }
