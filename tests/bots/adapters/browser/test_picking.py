"""A receipt form that lists what is open and reckons the amount anew at each tick, as SQL-Ledger's does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bots.errors import BusinessError, ConfigError

pytestmark = pytest.mark.browser

MAP = """
portal: acme
pages:
  receipt:
    path: /receipt
    proof: {css: h1}
    elements:
      amount: {label: Amount}
      submit: {role: button, name: Post}
    rows:
      line: {settled: {css: "[name=tick_{n}]"}, paid: {css: "[name=paid_{n}]"}}
    tables:
      invoices: {table: {css: table}, columns: {number: Invoice, due: Due}}
    picks:
      line.invoice: {table: invoices, column: number, ticks: settled, most: {paid: due}}
    reckoned: [amount]
    needless: [add_line]
    navigates: [line.invoice, submit]
    commits: [submit]
"""
OPEN = (("F-1", "100.00"), ("F-2", "50.00"), ("A-3", "-20.00"), ("F-4", "5.00"), ("F-4", "5.00"))


def form(sent, invoices):
    def row(n, number, due):
        ticked = f"tick_{n}" in sent
        paid = sent.get(f"paid_{n}") or due if ticked else ""
        box = f"<input type=checkbox name=tick_{n} {'checked' * ticked} onchange='this.form.submit()'>"
        return f"<tr><td>{number}<td>{due}<td>{box}<td><input name=paid_{n} value='{paid}'>"

    rows = "".join(row(n, *one) for n, one in enumerate(invoices, start=1))
    due = sum(Decimal(one) for n, (_, one) in enumerate(invoices, start=1) if f"tick_{n}" in sent)
    return f"""<h1>Receipt</h1><form method=post action=/receipt><label>Amount <input name=amount value='{due}'></label>
    <table><tr><th>Invoice<th>Due<th><th>Paid</tr>{rows}</table><button name=do value=post>Post</button></form>"""


@pytest.fixture
def page(site, portal):
    """The form; what is open changes to `later` at the next tick, if that is said."""

    def at(later=OPEN):
        site.pages["/receipt"] = lambda asked: form(asked.sent, later if asked.method == "POST" else OPEN)
        return portal(MAP).open("receipt")

    return at


def posted(site):
    return [sent for sent in site.posts("/receipt") if "do" in sent]


def test_rows_are_picked_in_any_order_and_the_amount_is_what_was_typed(page, site):
    shown = []
    receipt = page().fill("amount", Decimal("120.50"))
    receipt.row(1).fill("invoice", "F-2").fill("paid", Decimal("40.50"))
    receipt.click("add_line").row(2).fill("invoice", "F-1").fill("paid", Decimal(100))
    receipt.click("add_line").row(3).fill("invoice", "A-3").fill("paid", Decimal(-20))
    receipt.commit("submit", shown.append)
    assert shown == [
        {"amount": "120.50", "line[1].paid": "40.50", "line[2].paid": "100", "line[3].paid": "-20",
         "line[1].invoice": "F-2", "line[2].invoice": "F-1", "line[3].invoice": "A-3"}
    ]  # fmt: skip
    (sent,) = posted(site)
    assert (sent["amount"], sent["paid_1"], sent["paid_2"], sent["paid_3"]) == ("120.50", "100", "40.50", "-20")
    assert {name for name in sent if name.startswith("tick")} == {"tick_1", "tick_2", "tick_3"}


@pytest.mark.parametrize(
    ("invoice", "told"),
    [("F-9", "no row with number 'F-9'"), ("F-", "no row with number 'F-'"), ("F-4", "2 rows with number 'F-4'")],
)
def test_what_is_not_exactly_one_row_is_never_picked(page, site, invoice, told):
    with pytest.raises(BusinessError, match=told):
        page().row(1).fill("invoice", invoice)
    assert site.posts("/receipt") == []


def test_an_invoice_is_picked_once(page):
    receipt = page()
    receipt.row(1).fill("invoice", "F-1")
    with pytest.raises(BusinessError, match="F-1 was picked twice"):
        receipt.row(2).fill("invoice", "F-1")


@pytest.mark.parametrize(("invoice", "paid"), [("F-1", "100.01"), ("F-1", "-1"), ("F-1", "0"), ("A-3", "-20.01")])
def test_more_than_a_row_shows_is_not_typed(page, invoice, paid):
    row = page().row(1).fill("invoice", invoice)
    with pytest.raises(BusinessError, match=f"for {invoice} exceeds what the portal shows as due"):
        row.fill("paid", Decimal(paid))


def test_a_row_nobody_picked_is_not_typed_into(page):
    with pytest.raises(ConfigError, match=r"line\[1\] is picked first"):
        page().row(1).fill("paid", Decimal(1))


def test_a_list_that_moved_meanwhile_is_seen_before_the_press(page, site):
    """Somebody else settled the first invoice: the tick and the amount would be another's."""
    receipt = page(later=OPEN[1:])
    receipt.row(1).fill("invoice", "F-1").fill("paid", Decimal(1))
    with pytest.raises(BusinessError, match="did not keep the row of F-1: it shows 'F-2'"):
        receipt.commit("submit")
    assert posted(site) == []


def test_a_tick_that_was_lost_is_seen_before_the_press(page, site):
    receipt = page()
    receipt.row(1).fill("invoice", "F-1").fill("paid", Decimal(1))
    box = receipt._session.tab.page.locator("[name=tick_1]")
    box.evaluate("(one) => { one.checked = false; }")
    with pytest.raises(BusinessError, match="or is not ticked any more"):
        receipt.commit("submit")
    assert posted(site) == []


def test_a_row_that_is_ticked_and_was_not_picked_is_seen_before_the_press(page, site):
    receipt = page()
    receipt.row(1).fill("invoice", "F-2").fill("paid", Decimal(1))
    receipt._session.tab.page.locator("[name=tick_1]").evaluate("(one) => { one.checked = true; }")
    with pytest.raises(BusinessError, match="F-1 is ticked on receipt, and nobody picked it"):
        receipt.commit("submit")
    assert posted(site) == []
