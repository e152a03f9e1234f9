"""Getting to a page: menus in frames, searches, rows to follow, and what pops up on the way."""

from __future__ import annotations

import time

import pytest

from bots.errors import BusinessError, SelectorMissing

pytestmark = pytest.mark.browser

MAP = """
portal: ledger
dates: MM-dd-yyyy
errors: ["Error!", "DBD::Pg"]
session_expired: Session expired!
answer_within: 4s
login:
  path: /login
  user: {css: "[name=login]"}
  password: {css: "[name=password]"}
  button: {css: "[value=Login]"}
  proof: {text: Order Entry, frame: acc_menu}
notices:
  - overlay: {css: "#notice", frame: main_window}
    ok: {role: button, name: OK, frame: main_window}
pages:
  new_order:
    reach: [{frame: acc_menu}, {text: Order Entry, opens: {text: Sales Order}}, {text: Sales Order}]
    frame: main_window
    proof: {text: Add Sales Order}
    elements:
      po_number: {css: "[name=ponumber]"}
      update: {css: "[value=Update]"}
      submit: {css: "[value=Save]"}
    rows: {line: {article: {css: "[name=partnumber_{n}]"}, quantity: {css: "[name=qty_{n}]"}}}
    navigates: [update, submit]
    commits: [submit]
  order_search:
    reach: [{frame: acc_menu}, {text: Order Entry, opens: {text: Reports}}, {text: Reports}]
    frame: main_window
    proof: {text: Sales Orders}
    elements: {po_number: {css: "[name=ponumber]"}, search: {css: "[value=Continue]"}}
    navigates: [search]
    tables:
      orders: {table: {css: table}, columns: {number: Order, po_number: PO Number}, link: number, empty: No orders}
  order:
    reach:
      - {open: order_search}
      - {fill: {po_number: "{po_number}"}}
      - {click: search}
      - {follow: orders, where: {number: "{number}"}}
    frame: main_window
    proof: {text: "Sales Order {number}"}
    elements: {po_number: {css: "[name=ponumber]"}}
"""

MENU = """<div id=menu1 onclick="const sub = document.getElementById('sub1').style;
 sub.display = sub.display == 'none' ? '' : 'none'">Order Entry</div>
<div id=sub1 style="display: none"><a href=/new target=main_window>Sales Order</a>
<a href=/reports target=main_window>Reports</a></div>"""
LOGIN = """<form method=post action=/in><input name=login><input type=password name=password>
<input type=submit value=Login></form>"""
FRAMES = """<script>setTimeout(() => { const frame = document.createElement('iframe'); frame.name = 'main_window';
frame.src = '/empty'; frame.style = 'width: 900px; height: 600px'; document.body.append(frame) }, 250)</script>
<body><iframe name=acc_menu src=/menu></iframe></body>"""


@pytest.fixture
def ledger(site):
    """A portal in frames with the manners of an old Perl ledger: the same names on every page, an empty form after
    Save, errors with status 200, a choice list for a prefix, an order found only by its PO number."""
    saved = []

    def form(sent, rows=1):
        names = ["ponumber", *(f"{name}_{n}" for n in range(1, rows + 1) for name in ("partnumber", "qty"))]
        fields = "".join(f"<input name={name} value='{sent.get(name, '')}'>" for name in names)
        buttons = "".join(f"<input type=submit name=action value={label}>" for label in ("Update", "Save"))
        return f"<h1>Add Sales Order</h1><form method=post action=/new>{fields}{buttons}</form>"

    def new(asked):
        sent = asked.sent
        if sent.get("action") == "Save":
            saved.append(dict(sent))
            return form({})
        if "WID" in sent.values():
            return "<p>Error! Select one item</p><input type=checkbox> WID-1 <input type=checkbox> WID-2"
        return form(sent, 1 + sum(name.startswith("partnumber") for name in sent) if sent else 1)

    def reports(asked):
        search = """<h1>Sales Orders</h1><form action=/reports><input name=ponumber>
        <input type=submit name=action value=Continue></form>"""
        if "action" not in asked.sent:
            return search
        found = [n for n, order in enumerate(saved, 1) if order["ponumber"] == asked.sent["ponumber"]]
        rows = "".join(
            f"<tr><td><a href=/show?no={n}>{n}</a></td><td>{saved[n - 1]['ponumber']}</td></tr>" for n in found
        )
        head = "<tr><th>Order</th><th>PO Number</th></tr>"
        return f"{search}<table>{head}{rows}</table>" if found else f"{search}No orders"

    def show(asked):
        order = saved[int(asked.sent["no"]) - 1]
        return f"<h1>Sales Order {asked.sent['no']}</h1><input name=ponumber value='{order['ponumber']}'>"

    site.pages |= {
        "/login": LOGIN, "/in": FRAMES, "/menu": MENU, "/empty": "", "/new": new, "/reports": reports, "/show": show,
    }  # fmt: skip
    return saved


def key(page, number="PO-1"):
    page.fill("po_number", number)
    page.row(1).fill("article", "A-1").fill("quantity", 5)
    page.click("update")
    page.row(2).fill("article", "A-2").fill("quantity", 7)
    page.commit("submit")


def test_an_order_is_keyed_in_frames_and_found_again(ledger, portal):
    acme = portal(MAP)
    key(acme.open("new_order"))
    assert [(order["ponumber"], order["qty_1"], order["qty_2"]) for order in ledger] == [("PO-1", "5", "7")]
    search = acme.open("order_search").fill("po_number", "PO-1").click("search")
    assert search.table("orders") == [{"number": "1", "po_number": "PO-1"}]
    assert acme.open("order", po_number="PO-1", number="1").read("po_number") == "PO-1"


def test_a_page_opened_again_is_the_next_document_and_not_the_one_still_there(ledger, portal, site, slowly):
    acme = portal(MAP)
    acme.open("new_order").fill("po_number", "half typed")
    new = site.pages["/new"]
    site.pages["/new"] = lambda asked: slowly(0.4, new(asked))(asked)
    assert acme.open("new_order").read("po_number") == ""


def test_a_page_that_was_left_is_never_typed_into(ledger, portal):
    acme = portal(MAP)
    left = acme.open("new_order")
    acme.open("order_search")  # it has a field of the same name
    with pytest.raises(RuntimeError, match="new_order was left: order_search is open now"):
        left.fill("po_number", "PO-1")


def test_a_menu_that_is_unfolded_is_not_folded_again(ledger, portal):
    acme = portal(MAP)
    for page in ("new_order", "order_search", "new_order"):
        acme.open(page)


def test_an_error_text_in_a_frame_is_told_though_the_status_is_200(ledger, portal):
    page = portal(MAP).open("new_order")
    page.row(1).fill("article", "WID")
    with pytest.raises(BusinessError, match=r"answered new_order\.update with an error: Error! Select one item"):
        page.click("update")
    assert ledger == []


@pytest.mark.parametrize(
    ("po_number", "number", "count"), [("PO-9", "1", "no row"), ("PO-1", "7", "no row"), ("PO-1", "1", "")]
)
def test_a_row_is_followed_only_when_it_is_the_one(ledger, portal, po_number, number, count):
    acme = portal(MAP)
    key(acme.open("new_order"))
    if not count:
        acme.open("order", po_number=po_number, number=number)
        return
    with pytest.raises(BusinessError, match=rf"orders shows {count} with number '{number}' where exactly one"):
        acme.open("order", po_number=po_number, number=number)


def test_two_rows_that_look_alike_are_a_persons_choice(ledger, portal):
    acme = portal(MAP.replace('where: {number: "{number}"}', 'where: {po_number: "{number}"}'))
    key(acme.open("new_order"))
    key(acme.open("new_order"))
    with pytest.raises(BusinessError, match="orders shows 2 rows with po_number 'PO-1' where exactly one was expected"):
        acme.open("order", po_number="PO-1", number="PO-1")


def test_a_session_that_ended_shows_in_the_frame_and_is_begun_again(ledger, portal, site, notes):
    acme = portal(MAP)
    acme.open("order_search")
    answers = iter(["<b>Session expired!</b><input type=password name=password>"])
    reports = site.pages["/reports"]
    site.pages["/reports"] = lambda asked: next(answers, None) or reports(asked)
    assert acme.open("order_search").fill("po_number", "PO-1").click("search").table("orders") == []
    assert [event for event, _ in notes.told] == ["login", "login again"]


def test_a_notice_in_the_way_is_dismissed_and_told(ledger, portal, site, notes):
    notice = """<div id=notice style="position: fixed; inset: 0; background: #fff">Maintenance on Sunday
    <button onclick="this.parentNode.remove()">OK</button></div>"""
    was = site.pages["/new"]
    site.pages["/new"] = lambda asked: was(asked) + notice
    key(portal(MAP).open("new_order"))
    assert len(ledger) == 1
    assert {str(note["words"]) for note in notes.of("notice")} == {"Maintenance on Sunday OK"}


def test_a_notice_that_comes_by_itself_is_dismissed_when_it_is_in_the_way(ledger, portal, site, notes):
    notice = "<div id=notice style='position: fixed; inset: 0'>Ends at six <button>OK</button></div>"
    late = f"""<script>setTimeout(() => {{
      document.body.insertAdjacentHTML('beforeend', "{notice}")
      document.querySelector('#notice button').onclick = () => document.querySelector('#notice').remove()
    }}, 400)</script>"""
    was = site.pages["/new"]
    site.pages["/new"] = lambda asked: was(asked) + late
    page = portal(MAP).open("new_order")
    time.sleep(0.7)
    key(page)
    assert len(ledger) == 1
    assert {str(note["words"]) for note in notes.of("notice")} == {"Ends at six OK"}


def test_a_frame_that_is_gone_is_told(ledger, portal, site):
    site.pages["/in"] = FRAMES.replace("main_window", "content")
    with pytest.raises(SelectorMissing, match="the page has no frame 'main_window'"):
        portal(MAP).open("new_order")


def test_a_menu_entry_that_is_gone_is_told(ledger, portal, site):
    site.pages["/menu"] = MENU.replace("Sales Order", "Order form")
    with pytest.raises(SelectorMissing, match=r"new_order \(on the way: text 'Order Entry'\), unfolded was not found"):
        portal(MAP).open("new_order")
