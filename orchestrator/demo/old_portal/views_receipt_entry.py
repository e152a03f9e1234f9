"""Receipts: the form is posted back and forth until "Post receipt" keeps it."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from orchestrator.demo.old_portal.catalogue import Customer, customers, typed_customer
from orchestrator.demo.old_portal.figures import Refused
from orchestrator.demo.old_portal.receipt_entry import ReceiptForm, Row, complete, post, read_form
from orchestrator.demo.old_portal.visit import Visit


def new_receipt(visit: Visit) -> Response:
    """Answer the form: empty, completed (Update), one row longer (Add row), or empty again after Post receipt."""
    command = visit.form.get("cmd", "")
    if command in ("", "Clear"):
        return _form(visit, ReceiptForm())
    form, errors = complete(visit.database, read_form(visit.form, visit.layout))
    payer, trouble = typed_customer(visit.database, form.customer)
    errors = trouble or errors  # without a customer every row would complain, and mean the same
    if command == "Post receipt" and not errors:
        return _post(visit, form, payer)
    if command == "Add row" and not errors and not form.rows[-1].empty:
        form = replace(form, rows=(*form.rows, Row()))
    return _form(visit, form, payer, error="\n".join(errors))


def _post(visit: Visit, form: ReceiptForm, payer: Customer | None) -> Response:
    """Keep the receipt, then say no more than "Posted."."""
    try:
        visit.faults.before_commit()
        with visit.database:
            post(visit.database, form)
    except Refused as refusal:
        return _form(visit, form, payer, error=str(refusal))
    visit.faults.after_commit()
    return _form(visit, ReceiptForm(), message="Posted.")


def _form(visit: Visit, form: ReceiptForm, payer: Customer | None = None, **texts: str) -> Response:
    everyone = customers(visit.database)
    return visit.main_page("receipt_new.html", form=form, payer=payer, customers=everyone, **texts)
