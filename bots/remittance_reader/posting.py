"""Carry a plan out: write into our own book, or key a receipt into any portal. Each is guarded by an intent.

A portal's map may lack `new_receipt.customer` where customers are chosen by name: it has `customer_name` then.
"""

from __future__ import annotations

from bots.adapters.workspace import Page, Portal, Workspace
from bots.domain.ledger import NotedAdvice, Posting
from bots.remittance_reader.plan import (
    BookReceipt,
    BookReversal,
    CashPlan,
    EnterReport,
    NoteAdvice,
    PostReceipt,
    ReverseReceipt,
)


def act(plan: CashPlan, workspace: Workspace) -> None:
    """One entry or one press."""
    match plan:
        case EnterReport(report):
            workspace.ledger.enter(report)
        case NoteAdvice(document, advice):
            workspace.ledger.note(NotedAdvice(document, advice, workspace.now()))
        case PostReceipt(posting, customer_name):
            workspace.ledger.draft(posting)
            post_receipt(workspace.portal, posting, customer_name)
        case BookReceipt(line, receipt, cases):
            workspace.ledger.book(line, receipt, cases)
        case ReverseReceipt():
            reverse_receipt(workspace.portal, plan)
        case BookReversal(line, reversal, case):
            workspace.ledger.book_reversal(line, reversal, (case,))


def post_receipt(portal: Portal, posting: Posting, customer_name: str) -> None:
    """Key the receipt under the key of its bank line and press the point of no return.

    Raises BusinessError before the press if the portal refuses something or a field does not take what was typed.
    """
    page = portal.open("new_receipt")
    _choose_customer(portal, page, posting.customer, customer_name)
    page.fill("reference", posting.line).fill("valued", posting.valued).fill("amount", posting.amount)
    for place, one in enumerate(posting.allocations, start=1):
        if place > 1:
            page.click("add_line")
        page.row(place).fill("invoice", one.item).fill("amount", one.paid)
    page.commit("submit")


def reverse_receipt(portal: Portal, plan: ReverseReceipt) -> None:
    """Have the portal take a receipt back."""
    page = portal.open("receipt_reversal", number=plan.receipt)
    page.fill("reference", plan.reference).fill("valued", plan.day)
    page.commit("submit")


def _choose_customer(portal: Portal, page: Page, number: str, name: str) -> None:
    if portal.offers("new_receipt.customer"):
        page.fill("customer", number)
    else:
        page.choose("customer_name", name)
