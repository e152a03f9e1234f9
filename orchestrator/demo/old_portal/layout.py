"""The fields of the forms: what is printed beside each, and the name it is posted under.

Labels and places can be changed from outside (faults), as a release of the portal would.
"""

from __future__ import annotations

from collections.abc import Mapping

from orchestrator.demo.old_portal.faults import Settings

#: key → (label, posted name). Some names are a framework's, some an old programmer's.
FIELDS = {
    "customer": ("Customer no.", "ctl$17$txtA"),
    "po_number": ("Customer PO", "ctl$17$txtB"),
    "reference": ("Ext. ref", "extref"),
    "requested": ("Requested date", "ctl$17$txtD"),
    "remarks": ("Remarks", "ctl$17$txtE"),
    "find_po_number": ("Customer PO", "ctl$21$txtA"),
    "find_customer": ("Customer no.", "ctl$21$txtB"),
    "find_reference": ("Ext. ref", "ctl$21$txtC"),
    "find_date": ("Order date", "ctl$21$txtD"),
    "find_article": ("Article", "ctl$31$txtA"),
    "find_gtin": ("GTIN", "ctl$31$txtB"),
    "find_text": ("Text", "ctl$31$txtC"),
    "find_number": ("Customer no.", "ctl$33$txtA"),
    "find_name": ("Name", "ctl$33$txtB"),
    "receipt_customer": ("Customer no.", "ctl$41$txtA"),
    "receipt_reference": ("Bank reference", "ctl$41$txtB"),
    "receipt_date": ("Value date", "ctl$41$txtC"),
    "receipt_amount": ("Amount EUR", "ctl$41$txtD"),
    "find_debtor": ("Customer no.", "ctl$42$txtA"),
    "find_invoice": ("Invoice no.", "ctl$42$txtB"),
    "find_receipt": ("Bank reference", "ctl$43$txtA"),
    "find_payer": ("Customer no.", "ctl$43$txtB"),
    "reversal_reference": ("Bank reference", "ctl$44$txtA"),
    "reversal_date": ("Value date", "ctl$44$txtB"),
    "account": ("Customer no.", "kdnr"),
}

#: The columns of an order line and of an allocation: key → (column head, how its posted name begins).
#: The number of the row follows.
LINE_FIELDS = {
    "article": ("Article", "lin$art$"),
    "quantity": ("Quantity", "lin$qty$"),
    "price": ("Price", "lin$prc$"),
    "invoice": ("Invoice", "zuo$inv$"),
    "allocated": ("Allocated EUR", "zuo$amt$"),
}


class Layout:
    """The forms as they look now."""

    def __init__(self, settings: Settings) -> None:
        self._labels = settings.rename_label
        self._names = settings.rename_field
        self._moved = frozenset(settings.move_field)
        self._removed = frozenset(settings.remove_field)

    def text(self, label: str) -> str:
        """What is printed where `label` used to be."""
        return self._labels.get(label, label)

    def label(self, key: str) -> str:
        """What is printed beside a field."""
        return self.text(FIELDS[key][0])

    def name(self, key: str) -> str:
        """The name a field is posted under."""
        name = self._names.get(key, FIELDS[key][1])
        return f"ctl$91${name}" if self.moved(key) else name

    def line_name(self, key: str, number: int) -> str:
        """The name the field of line `number` (from 1) is posted under."""
        prefix = LINE_FIELDS[key][1]
        return f"{'ctl$91$' if self.moved(key) else ''}{prefix}{number}"

    def moved(self, key: str) -> bool:
        """Whether the field stands in the box "Additional data"."""
        return key in self._moved

    def shown(self, key: str) -> bool:
        """Whether the field is there at all."""
        return key not in self._removed

    def typed(self, form: Mapping[str, str], key: str) -> str:
        """What was typed into a field; empty when it is not there."""
        return form.get(self.name(key), "").strip()
