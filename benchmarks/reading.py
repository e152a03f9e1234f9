"""Our whole reading of a purchase order against pdfplumber's own word extraction on the same pages.

Both are timed in turn, document by document, in processor time: other programs on the machine change neither.
Prints or returns medians in milliseconds a page and their ratio; the aim is 1.2 or less.
"""

from __future__ import annotations

import gc
import io
import json
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from typing import Any

import pdfplumber

from bots.domain.documents import Document
from bots.order_entry.readers import read_order
from tests.bots.order_entry.readers.papers import Style, draw

REPETITIONS = 7
STYLES = (
    Style("us", lines=8),
    Style("de", lines=30, table="bare", wrapped=2),
    Style("fr", lines=60, table="rules", refs=True, columns=("code", "description", "qty", "unit_price", "amount")),
    Style("gb", lines=20, table="filled", stacked=True),
)  # fmt: skip


def run() -> dict[str, Any]:
    """Time both on papers of one to several pages: `{"documents", "pages", "ours_ms", "theirs_ms", "ratio"}`."""
    _read(draw(STYLES[0]).pdf)  # patterns are compiled once in the life of a worker
    pages = [_count(draw(style).pdf) for style in STYLES]
    ours: list[list[float]] = [[] for _ in STYLES]
    theirs: list[list[float]] = [[] for _ in STYLES]
    for repetition in range(REPETITIONS):
        for index, style in enumerate(STYLES):
            paper = draw(replace(style, seed=repetition + 2)).pdf  # never the same paper twice
            theirs[index].append(_timed(lambda paper=paper: _words(paper)))
            ours[index].append(_timed(lambda paper=paper: _read(paper)))
    total = sum(pages)
    mine = sum(median(times) for times in ours) / total
    plain = sum(median(times) for times in theirs) / total
    return {
        "what": "reading a purchase order against pdfplumber's extract_words, milliseconds a page",
        "documents": len(STYLES), "pages": total, "repetitions": REPETITIONS,
        "ours_ms": round(mine, 1), "theirs_ms": round(plain, 1), "ratio": round(mine / plain, 3),
        "ratios": [round(median(left) / median(right), 3) for left, right in zip(ours, theirs, strict=True)],
    }  # fmt: skip


def _timed(work: Callable[[], None]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _read(paper: bytes) -> None:
    read_order(Document(paper, "application/pdf"))


def _words(paper: bytes) -> None:
    with pdfplumber.open(io.BytesIO(paper)) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.close()


def _count(paper: bytes) -> int:
    with pdfplumber.open(io.BytesIO(paper)) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
