"""The point of no return: read back, then the intent, then one press, then an answer or a doubt."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bots.errors import ApplicationError, BusinessError, ConfigError, SelectorMissing, StoreError

pytestmark = pytest.mark.browser

MAP = """
portal: acme
numbers: {decimal: ","}
errors: ["Error:", "DBD::Pg"]
session_expired: Session expired
accepts: ["Save this order?"]
answer_within: 2s
login: {path: /login, user: {label: User}, password: {label: Password}, button: {text: Go}, proof: {text: Order}}
pages:
  order:
    path: /order
    proof: {css: h1}
    elements:
      po_number: {label: PO number}
      add_line: {role: button, name: Add line}
      submit: [{role: button, name: Save}, {css: "button[value=save]"}]
    rows:
      line: {article: {css: "[name=art_{n}]"}, quantity: {css: "[name=qty_{n}]"}}
      entry: {article: {css: "[name=entry]"}}
    navigates: [submit, add_line]
    commits: [submit]
"""

LOGIN = """<form method=post action=/in><label>User <input name=u></label>
<label>Password <input type=password name=p></label><button>Go</button></form>"""


def form(sent=None, rows=1, note="", save="Save", script=""):
    sent = sent or {}
    names = [f"{name}_{n}" for n in range(1, rows + 1) for name in ("art", "qty")]
    fields = "".join(f'<input name={name} value="{sent.get(name, "")}">' for name in names)
    return f"""<h1>Order</h1><p>{note}</p><form method=post action=/order>
    <label>PO number <input name=po value="{sent.get("po", "")}"></label>{fields}<input name=entry>
    <button name=do value=add>Add line</button> <button name=do value=save>{save}</button></form>{script}"""


@pytest.fixture
def shop(site, portal):
    """An order form that keeps what is typed over `Add line` and answers `Save` with `saved`."""

    def at(saved="<h1>Order</h1>Saved.", forget=(), **layout):
        def order(asked):
            if asked.sent.get("do") == "save":
                return saved(asked) if callable(saved) else saved
            kept = {name: value for name, value in asked.sent.items() if name not in forget}
            rows = sum(name.startswith("art_") for name in asked.sent) + 1
            return form(kept, rows, **layout)

        site.pages |= {"/login": LOGIN, "/in": "<h1>Order</h1>", "/order": order}
        return portal(MAP).open("order")

    return at


def saves(site):
    return [sent for sent in site.posts("/order") if sent["do"] == "save"]


def two_lines(page):
    page.fill("po_number", "PO-1")
    for n in (1, 2):
        page.row(n).fill("article", f"A-{n}").fill("quantity", Decimal(n))
        page.click("add_line")
    return page


def test_everything_typed_is_read_back_then_shown_then_pressed_once(shop, site):
    page, shown = two_lines(shop()), []

    def intend(fields):
        assert not saves(site), "the intent comes before the press"
        shown.append(dict(fields))

    page.commit("submit", intend)
    assert shown == [
        {"po_number": "PO-1", "line[1].article": "A-1", "line[1].quantity": "1", "line[2].article": "A-2",
         "line[2].quantity": "2"},
    ]  # fmt: skip
    (sent,) = saves(site)
    assert (sent["po"], sent["art_1"], sent["qty_2"]) == ("PO-1", "A-1", "2")


def test_no_press_when_the_intent_cannot_be_written(shop, site):
    def refuse(_):
        raise StoreError("the disk is full")

    with pytest.raises(StoreError, match="the disk is full"):
        two_lines(shop()).commit("submit", refuse)
    assert not saves(site)


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        pytest.param({"forget": ("art_1",)}, r"order\.line\[1\]\.article did not keep .* typed 'A-1', it shows ''",
                     id="a line of an earlier document"),
        pytest.param({"script": "<script>document.querySelector('[name=po]').value = 'PO-2'</script>"},
                     r"order\.po_number did not keep .* typed 'PO-1', it shows 'PO-2'", id="a field of the head"),
    ],
)  # fmt: skip
def test_no_press_when_a_field_lost_its_value(shop, site, layout, told):
    page = two_lines(shop(**layout))
    with pytest.raises(BusinessError, match=told):
        page.commit("submit", lambda _: pytest.fail("the intent was written"))
    assert not saves(site)


def test_a_field_rewritten_only_when_it_is_left_is_read_back_after_that(shop, site):
    script = "<script>document.querySelector('[name=po]').onchange = (e) => { e.target.value = 'PO' }</script>"
    page = shop(script=script).fill("po_number", "PO-1")
    with pytest.raises(BusinessError, match="typed 'PO-1', it shows 'PO'"):
        page.commit("submit")
    assert not saves(site)


def test_an_entry_line_that_is_used_again_is_not_asked_for_its_old_value(shop, site):
    page = shop(forget=("entry",))
    for article in ("A-1", "A-2"):
        page.row(1, "entry").fill("article", article)
        page.click("add_line")
    page.commit("submit")
    assert len(saves(site)) == 1


def test_a_fallback_never_presses_what_commits(shop, site):
    page = two_lines(shop(save="Send now"))
    with pytest.raises(SelectorMissing, match=r"order\.submit was not found .*button 'Save': none; css .*: 1"):
        page.commit("submit", lambda _: pytest.fail("the intent was written"))
    assert not saves(site)


def test_what_commits_is_never_merely_clicked(shop, site):
    with pytest.raises(ConfigError, match=r"order\.submit is a point of no return"):
        two_lines(shop()).click("submit")
    assert not saves(site)


def test_the_portals_own_words_are_told_when_it_refuses_with_status_200(shop, site):
    page = two_lines(shop(saved="<h1>Order</h1><p>Error: DBD::Pg: invalid date 2026-13-01</p><p>Back</p>"))
    with pytest.raises(
        BusinessError, match=r"answered order\.submit with an error: Error: DBD::Pg: invalid date 2026-13-01$"
    ):
        page.commit("submit")
    assert len(saves(site)) == 1


def hang_up(kind):
    def answer(_):
        raise kind

    return answer


@pytest.mark.parametrize("failure", ["cut", "500", "silence", "log-in page"])
def test_no_answer_leaves_a_doubt_and_no_second_press(shop, site, cut_off, status, slowly, failure):
    answers = {
        "cut": (hang_up(cut_off), "broke off while answering order.submit"),
        "500": (status(500, "Internal error"), "answered order.submit with HTTP 500: Internal error"),
        "silence": (slowly(3.5, "late"), "did not answer order.submit within 2 s"),
        "log-in page": (f"Session expired {LOGIN}", "the session ended when order.submit was pressed"),
    }
    saved, told = answers[failure]
    page = two_lines(shop(saved=saved))
    with pytest.raises(ApplicationError) as doubt:
        page.commit("submit")
    assert told in str(doubt.value)
    assert doubt.value.retry
    assert len(saves(site)) == 1
    assert len(site.posts("/in")) == 1, "logging in again is for the runner, who looks first"


def test_chromium_itself_would_have_pressed_twice(shop, site, cut_off, monkeypatch):
    """The reason for `once`: should this ever fail, the browser has learnt better and the guard can go."""
    monkeypatch.setitem(globals(), "MAP", MAP.replace("pages:", "commits_sent_by: browser\npages:", 1))
    page = two_lines(shop(saved=hang_up(cut_off)))
    with pytest.raises(ApplicationError, match="broke off"):
        page.commit("submit")
    assert len(saves(site)) == 2


def test_an_answer_that_leads_on_to_another_page_is_followed(shop, site, moved):
    site.pages["/saved"] = "<h1>Order</h1><p>Error: but the address is not known</p>"
    page = two_lines(shop(saved=moved("/saved")))
    with pytest.raises(BusinessError, match="the address is not known"):
        page.commit("submit")
    assert [asked.method for asked in site.asked[-2:]] == ["POST", "GET"]


@pytest.mark.parametrize(("question", "sent"), [("Save this order?", 1), ("Order exists. Save it twice?", 0)])
def test_a_question_is_answered_with_yes_only_if_the_map_says_so(shop, site, question, sent):
    asked = f"(e) => e.submitter.value == 'add' || confirm('{question}')"
    ask = f"<script>document.querySelector('form').onsubmit = {asked}</script>"
    page = two_lines(shop(script=ask))
    if sent:
        page.commit("submit")
    else:
        with pytest.raises(BusinessError, match="Save it twice"):
            page.commit("submit")
    assert len(saves(site)) == sent


def test_after_a_commit_the_page_starts_afresh(shop, site):
    page = two_lines(shop(saved=lambda asked: form(note="Saved.")))
    page.commit("submit")
    page.fill("po_number", "PO-2")
    fields = []
    page.commit("submit", fields.append)
    assert fields == [{"po_number": "PO-2"}]


def test_the_next_field_is_typed_into_the_next_document_though_it_has_the_same_name(site, portal, slowly):
    first = form(rows=1)
    site.pages["/order"] = lambda asked: slowly(0.4, form(asked.sent, 2))(asked) if asked.method == "POST" else first
    page = portal(MAP.replace("login:", "#")).open("order")
    page.row(1).fill("article", "A-1")
    page.click("add_line")
    page.fill("po_number", "PO-1")  # the old document has such a field too, and would take the value with it
    page.commit("submit")
    assert site.posts("/order")[-1]["po"] == "PO-1"
