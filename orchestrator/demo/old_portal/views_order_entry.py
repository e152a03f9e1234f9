"""New order: the form is posted back and forth until "Save order" keeps it."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from orchestrator.demo.old_portal.catalogue import Customer, customers, typed_customer
from orchestrator.demo.old_portal.entry import OrderForm, Row, complete, read_form, save
from orchestrator.demo.old_portal.figures import Refused
from orchestrator.demo.old_portal.visit import Visit


def new_order(visit: Visit) -> Response:
    """Answer the form: empty, completed (Update), one line longer (Add line), or empty again after Save order."""
    command = visit.form.get("cmd", "")
    if command in ("", "Clear"):
        return _form(visit, OrderForm())
    form, errors = complete(visit.database, read_form(visit.form, visit.layout))
    buyer, trouble = typed_customer(visit.database, form.customer)
    errors = [*trouble, *errors]
    if command == "Save order" and not errors:
        return _save(visit, form, buyer)
    if command == "Add line" and not errors and not form.rows[-1].empty:
        form = replace(form, rows=(*form.rows, Row()))
    return _form(visit, form, buyer, error="\n".join(errors))


def _save(visit: Visit, form: OrderForm, buyer: Customer | None) -> Response:
    """Keep the order, then say no more than "Saved."."""
    try:
        visit.faults.before_commit()
        with visit.database:
            save(visit.database, form, visit.user, visit.today())
    except Refused as refusal:
        return _form(visit, form, buyer, error=str(refusal))
    visit.faults.after_commit()
    return _form(visit, OrderForm(), message="Saved.")


def _form(visit: Visit, form: OrderForm, buyer: Customer | None = None, error: str = "", message: str = "") -> Response:
    everyone = customers(visit.database)
    return visit.main_page("order_new.html", form=form, buyer=buyer, customers=everyone, error=error, message=message)
