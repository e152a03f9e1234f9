"""Logging in: once, again when the portal ended the session, never after a refusal; the password stays unseen."""

from __future__ import annotations

import re

import pytest

from bots.errors import ApplicationError, BusinessError, ConfigError, LoginRefused

pytestmark = pytest.mark.browser

MAP = """
portal: acme
errors: ["Error:"]
session_expired: [{css: b, text: Session expired}]
answer_within: 3s
login:
  path: /login
  home: /home
  user: {label: User}
  password: [{label: Password}]
  button: {role: button, name: Go}
  proof: {text: Log off}
  refused: [Wrong password]
pages:
  search:
    path: /search
    proof: {css: h1}
    elements: {number: {label: Number}, go: {role: button, name: Search}}
    navigates: [go]
    tables: {orders: {table: {css: table}, columns: {number: 1}, next: {text: More}}}
  order:
    path: /order
    proof: {css: h1}
    elements: {number: {label: Number}, check: {role: button, name: Check}, submit: {role: button, name: Save}}
    navigates: [check, submit]
    commits: [submit]
  item:
    path: "/item?no={number}"
    proof: {text: "Item {number}"}
"""

LOGIN = """<form method=post action=/in><label>User <input name=u></label>
<label>Password <input type=password name=p></label><button>Go</button></form>"""
EXPIRED = f"<b>Session expired</b>{LOGIN}"
SEARCH = """<h1>Search</h1><form action=/search><label>Number <input name=no></label>
<button name=do value=1>Search</button></form>"""
ORDER = """<h1>Order</h1><form method=post action=/order><label>Number <input name=no></label>
<button name=do value=check>Check</button><button name=do value=save>Save</button></form>"""


@pytest.fixture
def shop(site):
    """A portal with sessions: `end` ends the current one, as a time-out or a second log-in would."""

    class Shop:
        open = False
        keeps = True  #: whether logging in leads to a session that lasts at all

        def guarded(self, html):
            return lambda asked: (html(asked) if callable(html) else html) if self.open else EXPIRED

        def log_in(self, asked):
            self.open = self.keeps
            return "<a>Log off</a>"

        def end(self):
            self.open = False

        @property
        def log_ins(self):
            return len(site.posts("/in"))

    shop = Shop()

    def search(asked):
        if "do" not in asked.sent:
            return SEARCH
        rows = "<tr><td>1</td></tr>" if "page" not in asked.sent else "<tr><td>2</td></tr>"
        more = "" if "page" in asked.sent else f"<a href='/search?do=1&page=2&no={asked.sent['no']}'>More</a>"
        return f"{SEARCH}<table>{rows}</table>{more}"

    site.pages |= {
        "/login": LOGIN, "/in": shop.log_in, "/home": shop.guarded("<a>Log off</a>"), "/search": shop.guarded(search),
        "/order": shop.guarded(ORDER), "/item": shop.guarded(lambda asked: f"<h1>Item {asked.sent['no']}</h1>"),
    }  # fmt: skip
    return shop


def test_the_first_page_logs_in_and_the_next_does_not(shop, portal, notes):
    acme = portal(MAP)
    acme.open("search")
    acme.open("order")
    assert shop.log_ins == 1
    assert [event for event, _ in notes.told] == ["login"]


def test_opening_a_page_logs_in_again_when_the_session_ended(shop, portal, notes):
    acme = portal(MAP)
    acme.open("search")
    shop.end()
    acme.open("order").fill("number", "7")
    assert shop.log_ins == 2
    assert [event for event, _ in notes.told] == ["login", "login again"]


def test_a_search_is_done_again_when_the_session_ended_under_it(shop, portal, site):
    page = portal(MAP).open("search").fill("number", "7")
    shop.end()
    rows = page.click("go").table("orders")
    assert [row["number"] for row in rows] == ["1", "2"]
    assert [asked.sent["no"] for asked in site.asked if asked.path == "/search" and "no" in asked.sent] == [
        "7",
        "7",
        "7",
    ]
    assert shop.log_ins == 2


def test_a_list_is_read_from_its_first_page_when_the_session_ended_between_two(shop, portal):
    page = portal(MAP).open("search").fill("number", "7").click("go")
    shop.end()
    assert [row["number"] for row in page.table("orders")] == ["1", "2"]
    assert shop.log_ins == 2


def test_a_half_typed_order_is_never_typed_on_after_a_log_in(shop, portal, site):
    page = portal(MAP).open("order").fill("number", "7")
    shop.end()
    with pytest.raises(ApplicationError, match=r"the session ended in the middle of order .* starts again") as over:
        page.click("check")
    assert over.value.retry
    assert shop.log_ins == 1


def test_an_order_form_with_nothing_typed_goes_on_after_a_log_in(shop, portal):
    page = portal(MAP).open("order")
    shop.end()
    page.click("check").fill("number", "7")
    assert shop.log_ins == 2


def test_a_session_that_ends_right_after_the_log_in_is_not_begun_for_ever(shop, portal):
    shop.keeps = False
    with pytest.raises(ApplicationError, match="ended the session again right after the log-in"):
        portal(MAP).open("search")
    assert shop.log_ins == 2


@pytest.mark.parametrize(
    "answer", ["<p>Wrong password</p>" + LOGIN, "<p>Hm.</p>" + LOGIN], ids=["told", "by showing it again"]
)
def test_a_refused_log_in_is_never_tried_again(shop, portal, site, answer):
    site.pages["/in"] = answer
    acme = portal(MAP)
    with pytest.raises(LoginRefused, match=r"refused the log-in of bot: (Wrong password|Hm\.)") as refused:
        acme.open("search")
    assert not refused.value.retry
    for again in (acme, acme.fresh()):
        with pytest.raises(LoginRefused):
            again.open("search")
        again.close()
    assert shop.log_ins == 1


def test_the_next_item_works_in_the_same_session(shop, portal):
    acme = portal(MAP)
    acme.open("search")
    acme.close()
    with acme.fresh() as fresh:
        fresh.open("order")
    assert shop.log_ins == 1


def test_the_next_item_logs_in_when_the_kept_session_ended(shop, portal):
    acme = portal(MAP)
    acme.open("search")
    acme.close()
    shop.end()
    with acme.fresh() as fresh:
        fresh.open("order")
    assert shop.log_ins == 2


def test_a_page_of_a_closed_session_is_told(shop, portal):
    acme = portal(MAP)
    page = acme.open("order")
    acme.close()
    with pytest.raises(ApplicationError, match="a session that was closed"):
        page.fill("number", "7")


def test_the_portal_that_cannot_be_reached_is_tried_again_later(shop, portal, site, status):
    acme = portal(MAP)
    acme.open("search")
    site.pages["/order"] = status(503, "back soon")
    with pytest.raises(ApplicationError, match=r"answered order with HTTP 503: back soon"):
        acme.open("order")
    with pytest.raises(ApplicationError, match=r"cannot be reached: .*ERR_CONNECTION_REFUSED"):
        portal(MAP).__class__(
            "acme",
            acme._map,
            url="http://127.0.0.1:1024",
            user="bot",
            password=acme._account.password,
            browser=acme._browser,
        ).open("search")


def test_an_error_text_of_a_page_is_told_in_the_portals_words(shop, portal, site):
    acme = portal(MAP)
    site.pages["/order"] = shop.guarded("<h1>Order</h1><p>Error: period closed</p>")
    with pytest.raises(BusinessError, match="answered order with an error: Error: period closed"):
        acme.open("order")


def test_a_parameter_is_data_and_never_an_address(shop, portal, site):
    portal(MAP).open("item", number="7&no=8#../x y")
    assert site.asked[-1].sent == {"no": "7&no=8#../x y"}


@pytest.mark.parametrize(
    ("page", "parameters", "told"),
    [
        ("serch", {}, "has no page serch; did you mean search?"),
        ("item", {}, "is opened with number, not with nothing"),
        ("search", {"number": "1"}, "is opened with nothing, not with number"),
    ],
)
def test_what_cannot_be_opened_is_told_before_anything_is_done(shop, portal, site, page, parameters, told):
    with pytest.raises(ConfigError, match=re.escape(told)):
        portal(MAP).open(page, **parameters)
    assert not site.asked


@pytest.mark.parametrize("breaks", ["the field is gone", "the field is greyed out", "the page repeats it"])
def test_the_password_is_in_no_message_and_no_picture(shop, portal, site, notes, breaks):
    password = portal(MAP)._account.password.reveal()
    site.pages["/login"] = {
        "the field is gone": LOGIN.replace("Password", "Secret"),
        "the field is greyed out": LOGIN.replace("type=password", "type=password disabled"),
        "the page repeats it": LOGIN,
    }[breaks]
    site.pages["/in"] = lambda asked: f"<h1>?</h1><p>{asked.sent['p']} <a href='/x?{asked.sent['p']}'>x</a></p>"
    with pytest.raises((ApplicationError, BusinessError)) as failed:
        portal(MAP).open("search")
    told = repr(failed.getrepr(style="long", funcargs=False)) + str(failed.value) + str(notes.told)
    assert notes.of("failure")
    assert password not in told
    assert all(password.encode() not in note["html"] for note in notes.of("failure"))


def test_the_password_is_covered_in_pictures_where_the_portal_repeats_it(shop, portal, site, notes):
    site.pages["/in"] = lambda asked: f"<h1>?</h1><p id=p>{asked.sent['p']}</p>"
    opened = portal(MAP)
    with pytest.raises(ApplicationError):
        opened.open("search")
    covered = opened._session.tab.covered()
    assert [one.text_content() for one in covered if one.count()] == [opened._account.password.reveal()]


def test_numbers_and_dates_of_the_portal_are_parsed_or_told(portal):
    acme = portal(MAP)
    assert str(acme.parse_number("4.80")) == "4.80"
    assert acme.parse_date("2026-04-07").isoformat() == "2026-04-07"
    for parse, text in ((acme.parse_number, "none"), (acme.parse_date, "soon")):
        with pytest.raises(ApplicationError, match=f"acme: '{text}' is not a"):
            parse(text)
