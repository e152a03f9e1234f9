"""Labels on purchase orders and the values they stand beside."""

from __future__ import annotations

from collections.abc import Sequence

from bots.domain.reading import labels
from bots.domain.reading.words import Row, Sheet
from bots.order_entry.readers.vocabulary import LABELS

VOCABULARY = labels.Vocabulary(LABELS, words=frozenset({"po_title", "date", "page"}))
labels_in = VOCABULARY.labels_in


class Layout(labels.Layout):
    """The phrases of some rows of an order, with the labels in them and their neighbours."""

    def __init__(self, sheet: Sheet, rows: Sequence[Row] | None = None) -> None:
        super().__init__(sheet, rows, VOCABULARY)
