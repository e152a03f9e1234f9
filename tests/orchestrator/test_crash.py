"""Our own bot, killed at every recorded action: one order, one letter, or a question; never two of anything."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from bots.adapters.fakes import FakePortal, FakeWorkspace
from bots.adapters.message import documents
from bots.order_entry import BOT
from bots.order_entry.settings import Settings
from orchestrator.crash_tests import every_action
from orchestrator.demo import world as company
from orchestrator.demo.papers import mails
from orchestrator.store.items import State

pytestmark = pytest.mark.slow

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))
SETTINGS = Settings(company=company.COMPANY, domain=company.COMPANY_DOMAIN)
MAIL = next(mail.raw for mail in mails(NOW.date()) if mail.name == "morel")
(ORDER_PDF,) = documents(
    MAIL, mailbox="orders", folder="INBOX", uidvalidity=1, uid=7, received=NOW, trusted=f"mx.{company.COMPANY_DOMAIN}"
)


def world(**manners):
    names = {customer.number: customer.name for customer in company.CUSTOMERS}
    portal = FakePortal(
        articles=company.ARTICLES, credit=company.CREDIT, names=names, today=NOW.date(), **manners
    )  # fmt: skip
    return FakeWorkspace(NOW, company.CUSTOMERS, portal=portal)


answer_lost = partial(world, lose_answer_after_commit=True)
killed = partial(every_action, bot=BOT, settings=SETTINGS, document=ORDER_PDF)


def one_order_or_a_question(crash):
    crash.happens()
    after = crash.after_recovery()
    assert after.faults == ()
    assert after.orders <= 1
    assert after.letters <= after.orders
    assert after.item.state in (State.POSTED, State.IN_DOUBT)
    if after.item.state is State.POSTED:
        assert after.orders == after.letters == 1
    else:
        assert at_a_press(crash.kill)


def at_a_press(kill):
    """Between the intent and the next look: only there may a kill leave a question."""
    return kill.action.startswith(("intent.begun", "answered", "failed"))


@killed(world=answer_lost)
def test_a_kill_leaves_one_order_or_a_question_when_the_answer_to_the_press_is_lost(crash):
    one_order_or_a_question(crash)


@killed(world=partial(world, search_is_proof_after=timedelta(seconds=30)), when=("after",))
def test_where_the_search_is_proof_a_kill_leaves_one_order(crash):
    crash.happens()
    after = crash.after_recovery()
    assert after.faults == ()
    assert after.orders == 1


@killed(world=world, by="sigkill")
def test_a_real_kill_leaves_one_order_or_a_question_on_sqlite(crash):
    one_order_or_a_question(crash)


@killed(world=answer_lost, by="sigkill", database="postgresql", when=("after",))
def test_a_real_kill_leaves_one_order_or_a_question_on_postgresql(crash):
    one_order_or_a_question(crash)
