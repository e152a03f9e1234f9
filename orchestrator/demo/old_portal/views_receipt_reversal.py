"""Taking a receipt back: the portal keeps it, and adds one with its amounts turned round."""

from __future__ import annotations

from starlette.responses import Response

from orchestrator.demo.old_portal.figures import Refused, print_date
from orchestrator.demo.old_portal.receipt_entry import LONGEST_REFERENCE
from orchestrator.demo.old_portal.receipts import Receipt, read, turn_round
from orchestrator.demo.old_portal.visit import Visit

FIELDS = ("reversal_reference", "reversal_date")


def reverse_receipt(visit: Visit) -> Response:
    """The form and, once "Reverse" was pressed, the form again with "Reversed." and no word on what was made."""
    sent = visit.form or visit.query
    try:
        receipt = read(visit.database, sent.get("no", ""))
    except Refused as refusal:
        return visit.main_page("error.html", title="Receipt", error=str(refusal))
    typed = {key: visit.layout.typed(visit.form, key) for key in FIELDS}
    if visit.form.get("cmd") != "Reverse":
        return visit.main_page("receipt_reverse.html", receipt=receipt, typed={**typed, "reversal_date": _today(visit)})
    return _reverse(visit, receipt, typed)


def _reverse(visit: Visit, receipt: Receipt, typed: dict[str, str]) -> Response:
    """The same receipt twice is no concern of this portal."""
    reference = typed["reversal_reference"][:LONGEST_REFERENCE]
    try:
        visit.faults.before_commit()
        with visit.database:
            turn_round(visit.database, receipt, reference, typed["reversal_date"])
    except Refused as refusal:
        return visit.main_page("receipt_reverse.html", receipt=receipt, typed=typed, error=str(refusal))
    visit.faults.after_commit()
    empty = dict.fromkeys(FIELDS, "")
    return visit.main_page("receipt_reverse.html", receipt=receipt, typed=empty, message="Reversed.")


def _today(visit: Visit) -> str:
    return print_date(visit.today())
