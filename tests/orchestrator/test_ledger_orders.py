"""The whole loop on a portal nobody here wrote, while sessions end and its server dies: the short version.

The long one, 200 orders, is `./o2c bench ledger_orders`. Trouble strikes by chance from a fixed seed, not by the
clock: a busy machine is struck as often as a fast one.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

pytest.register_assert_rewrite("tests.ledger_run")

from bots.errors import ConfigError  # noqa: E402
from tests.ledger_run import Outcome, Plague, key_orders  # noqa: E402
from tests.sql_ledger import NotSetUp, absent, running  # noqa: E402

ORDERS = 3
#: Stands for the map's 90 s until a search is proof. `SqlLedger.stop` returns when all that was under way has ended.
HURRY = timedelta(seconds=12)

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    reason = absent()
    if reason:
        pytest.skip(reason)
    plague = Plague(every=None, at_press=0.4, at_opening=0.1)
    try:
        with running() as ledger:
            return key_orders(ledger, ORDERS, seed=5, plague=plague, hurry=HURRY)
    except (ConfigError, NotSetUp) as missing:
        pytest.skip(str(missing))


def test_every_order_stands_once_in_the_ledgers_own_database_and_is_what_the_document_says(outcome: Outcome) -> None:
    assert outcome.equal == len(outcome.stored) == ORDERS
    assert outcome.twice == []


def test_every_document_is_posted_and_confirmed_once(outcome: Outcome) -> None:
    assert outcome.states == {"posted": ORDERS}, outcome.unsettled
    assert outcome.letters == ORDERS


def test_something_did_go_wrong_and_all_of_it_is_on_record(outcome: Outcome) -> None:
    assert outcome.troubles.total() > 0
    assert outcome.audit_ok
