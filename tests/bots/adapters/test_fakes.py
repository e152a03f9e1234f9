"""The fakes keep the contracts, and fail exactly as they are told to."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

pytest.register_assert_rewrite("tests.bots.adapters.portal_contract", "tests.bots.adapters.receipt_contract")

from bots.adapters.fakes import FakeMailbox, FakeOutbox, FakePage, FakePortal, FakeWorkspace  # noqa: E402
from bots.adapters.workspace import Letter, Portal, Workspace  # noqa: E402
from bots.domain.customers import Credit  # noqa: E402
from bots.domain.documents import Arrival, Document  # noqa: E402
from bots.domain.receivables import OpenItem  # noqa: E402
from bots.errors import ApplicationError, BusinessError, ConfigError, SelectorMissing  # noqa: E402
from orchestrator.demo import world  # noqa: E402
from tests.bots.adapters.portal_contract import CreditContract, ReferenceContract  # noqa: E402
from tests.bots.adapters.receipt_contract import VALUED, NumberedReceiptContract  # noqa: E402

LETTER = Letter(("a@x.example",), "Subject", "Text", "<1@brunel.example>")


def fake_portal() -> FakePortal:
    amounts = {"F2603001": Decimal("525.17"), "F2603002": Decimal("387.62"), "A2603003": Decimal("-40.00")}
    invoices = [OpenItem(number, "C-1000", VALUED, VALUED, owed, owed, "EUR") for number, owed in amounts.items()]
    return FakePortal(articles=world.ARTICLES, credit=world.CREDIT, invoices=invoices)


class TestFakePortal(ReferenceContract, CreditContract, NumberedReceiptContract):
    @pytest.fixture
    def portal(self) -> Portal:
        return fake_portal()


def order(portal: FakePortal) -> FakePage:
    page = portal.open("new_order").fill("customer", "C-1000").fill("po_number", "PO-1")
    page.row(1).fill("article", "BR-1001").fill("quantity", Decimal(1)).fill("price", Decimal("4.80"))
    return page


def test_an_answer_lost_after_the_commit_leaves_the_order_once() -> None:
    portal = fake_portal()
    portal.lose_answer_after_commit = True
    with pytest.raises(ApplicationError, match="did not answer"):
        order(portal).commit("submit")
    assert [entered.po_number for entered in portal.orders] == ["PO-1"]
    order(portal).commit("submit")
    assert len(portal.orders) == 2


def test_an_answer_lost_before_the_commit_leaves_nothing_and_the_guard_was_asked() -> None:
    portal, asked = fake_portal(), []
    portal.lose_answer_before_commit = True
    with pytest.raises(ApplicationError, match="did not answer"):
        order(portal).commit("submit", asked.append)
    assert portal.orders == []
    assert len(asked) == 1


def test_a_session_that_ends_kills_the_open_page_and_opening_logs_in_again() -> None:
    portal = fake_portal()
    page = portal.open("new_order")
    portal.session_ends_after(2)
    page.fill("customer", "C-1000")
    with pytest.raises(ApplicationError, match="session"):
        page.fill("po_number", "PO-1")
    with pytest.raises(ApplicationError, match="session"):
        page.fill("po_number", "PO-1")
    order(portal).commit("submit")
    assert portal.logins == 2


def test_a_session_that_ends_between_pages_is_not_noticed() -> None:
    portal = fake_portal()
    portal.open("articles")
    portal.session_ends_after(1)
    portal.open("articles").fill("article", "BR-1001")
    assert portal.logins == 2


def test_a_session_that_ends_before_the_commit_asks_no_guard() -> None:
    portal, asked = fake_portal(), []
    page = order(portal)
    portal.session_ends_after(1)
    with pytest.raises(ApplicationError, match="session"):
        page.commit("submit", asked.append)
    assert asked == portal.orders == []


def test_the_next_action_fails_as_told_and_the_one_after_does_not() -> None:
    portal = fake_portal()
    portal.fail_with = SelectorMissing("the button moved")
    with pytest.raises(SelectorMissing, match="moved"):
        portal.open("articles")
    portal.open("articles")


def test_a_row_is_there_once_it_was_added() -> None:
    page = fake_portal().open("new_order")
    with pytest.raises(SelectorMissing, match="no row 2"):
        page.row(2)
    page.click("add_line")
    page.row(2).fill("article", "BR-1001")
    assert page.fields == {"line[2].article": "BR-1001"}


def test_what_it_is_told_to_lack_it_lacks() -> None:
    portal = FakePortal(without={"new_order.reference", "articles"})
    assert not portal.offers("new_order.reference")
    assert not portal.offers("articles")
    assert portal.offers("new_order.requested")
    with pytest.raises(ConfigError):
        portal.open("new_order").fill("reference", "x")


def test_an_unlimited_credit_is_printed_in_words() -> None:
    portal = FakePortal(credit={"C-1": Credit(None, Decimal("-12.50"), blocked=False)})
    page = portal.open("customer", number="C-1")
    assert page.read("limit") == "none"
    assert page.number("balance") == Decimal("-12.50")


@pytest.mark.parametrize("page", ["order", "customer"])
def test_what_it_does_not_hold_is_refused(page: str) -> None:
    with pytest.raises(BusinessError, match="has no"):
        fake_portal().open(page, number="99")


def test_a_letter_that_left_is_in_sent() -> None:
    outbox, seen = FakeOutbox(), []
    outbox.send(LETTER, seen.append)
    assert outbox.letters == [LETTER]
    assert outbox.sent(LETTER.message_id)
    assert not outbox.sent("<2@brunel.example>")
    assert seen == [{"to": "a@x.example", "subject": "Subject", "message_id": "<1@brunel.example>"}]


@pytest.mark.parametrize(
    ("fault", "error", "letters"),
    [
        pytest.param("lose_answer_after_send", ApplicationError, 1, id="it left and nobody knows"),
        pytest.param("lose_answer_before_send", ApplicationError, 0, id="it did not and nobody knows"),
        pytest.param("refuse", BusinessError, 0, id="the server says no"),
    ],
)
def test_a_letter_fails_once_as_told(fault: str, error: type[Exception], letters: int) -> None:
    outbox = FakeOutbox()
    setattr(outbox, fault, True)
    with pytest.raises(error):
        outbox.send(LETTER)
    assert len(outbox.letters) == letters
    outbox.send(LETTER)
    assert len(outbox.letters) == letters + 1


def test_a_guard_that_refuses_keeps_the_letter() -> None:
    def refuse(fields: object) -> None:
        raise ApplicationError("not now")

    outbox = FakeOutbox()
    with pytest.raises(ApplicationError, match="not now"):
        outbox.send(LETTER, refuse)
    assert outbox.letters == []


def test_a_settled_mail_does_not_arrive_again() -> None:
    one, two = (Arrival(f"file:{name}", b"x", (Document(b"x", "text/plain"),)) for name in "ab")
    mailbox = FakeMailbox([one, two])
    for arrival in mailbox.arrivals():
        if arrival is one:
            mailbox.settle(arrival)
            mailbox.settle(arrival)
    assert list(mailbox.arrivals()) == [two]
    assert mailbox.settled == [one]


def test_a_workspace_is_told_the_time() -> None:
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    workspace = FakeWorkspace(now, world.CUSTOMERS)
    given: Workspace = workspace
    assert given.now() == now
    assert given.master.customers() == world.CUSTOMERS
    assert workspace.portal.today == now.date()
    workspace.at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert given.now().day == 3
