"""A portal in trouble is parked until somebody releases it, or left alone for a while; its elements' looks are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy

from bots.errors import BusinessError
from orchestrator.store import portal_tables as tables
from orchestrator.store.breaker import FAILURES, LONGEST_REST, rest_after
from orchestrator.store.store import Store


def test_a_parked_portal_admits_nobody_and_says_who_parked_it_and_why(store: Store) -> None:
    store.portals.park("acme", "claire", "a release this afternoon.")
    closed = store.portals.admit("acme")
    assert closed is not None
    assert "acme was parked by claire" in closed.why
    assert "a release this afternoon." in closed.why
    assert closed.until > store.now()
    assert store.portals.admit("another") is None


def test_the_first_reason_stands(store: Store) -> None:
    store.portals.park("acme", "o2c", "the log-in was refused")
    assert store.portals.park("acme", "o2c", "something later").why == "the log-in was refused"
    assert len(store.portals.history("acme")) == 1


def test_the_database_itself_parks_a_portal_once_at_a_time(store: Store, url: str) -> None:
    store.portals.park("acme", "claire", "first")
    again = sqlalchemy.insert(tables.parkings).values(portal="acme", who="x", why="y", at=store.now())
    with pytest.raises(sqlalchemy.exc.IntegrityError), store.database.engine.begin() as connection:
        connection.execute(again)


def test_a_release_is_on_record_with_who_and_why(store: Store) -> None:
    store.portals.park("acme", "o2c", "the log-in was refused")
    store.portals.release("acme", "claire", "the password is the new one")
    assert store.portals.parked("acme") is None
    assert store.portals.admit("acme") is None
    (parking,) = store.portals.history("acme")
    assert (parking.released_by, parking.released_why) == ("claire", "the password is the new one")
    told = [(record.action, record.actor, record.detail.get("why")) for record in store.audit.list(limit=100)]
    assert ("portal.parked", "o2c", "the log-in was refused") in told
    assert ("portal.released", "claire", "the password is the new one") in told


def test_what_is_not_held_cannot_be_released(store: Store) -> None:
    with pytest.raises(BusinessError, match="neither parked nor resting"):
        store.portals.release("acme", "claire", "why not")


def test_it_can_be_parked_again_after_a_release(store: Store) -> None:
    for why in ("first", "second"):
        store.portals.park("acme", "claire", why)
        store.portals.release("acme", "claire", "done")
    assert [parking.why for parking in store.portals.history("acme")] == ["second", "first"]


@pytest.mark.parametrize(
    ("failures", "minutes"), [(1, None), (FAILURES - 1, None), (FAILURES, 1), (FAILURES + 1, 2), (FAILURES + 99, 30)]
)
def test_a_portal_rests_the_longer_the_more_often_it_failed(failures: int, minutes: int | None) -> None:
    assert rest_after(failures) == (timedelta(minutes=minutes) if minutes else None)
    assert timedelta(minutes=30) == LONGEST_REST


def test_it_goes_on_until_it_failed_often_enough_in_a_row(store: Store) -> None:
    for _ in range(FAILURES - 1):
        store.portals.failed("acme", "HTTP 500")
    assert store.portals.admit("acme") is None
    store.portals.succeeded("acme")
    assert store.portals.circuit("acme") is None
    for _ in range(FAILURES):
        store.portals.failed("acme", "HTTP 500")
    closed = store.portals.admit("acme")
    assert closed is not None
    assert f"failed {FAILURES} times in a row and rests until" in closed.why
    assert "HTTP 500" in closed.why


def rested(store: Store) -> None:
    """A portal whose rest has just ended."""
    for _ in range(FAILURES):
        store.portals.failed("acme", "HTTP 500")
    with store.database.write() as connection:
        connection.execute(sqlalchemy.update(tables.circuits).values(until=store.now() - timedelta(seconds=1)))


def test_after_the_rest_one_tries_and_the_others_wait_for_how_it_ends(store: Store) -> None:
    rested(store)
    assert store.portals.admit("acme") is None
    assert store.portals.admit("acme") is not None
    store.portals.succeeded("acme")
    assert [store.portals.admit("acme") for _ in range(2)] == [None, None]


def test_a_try_that_fails_makes_the_rest_longer(store: Store) -> None:
    rested(store)
    store.portals.admit("acme")
    assert store.portals.failed("acme", "HTTP 500").failures == FAILURES + 1
    closed = store.portals.admit("acme")
    assert closed is not None
    assert closed.until - store.now() > timedelta(minutes=1, seconds=30)


def test_a_rest_can_be_ended_by_a_person(store: Store) -> None:
    for _ in range(FAILURES):
        store.portals.failed("acme", "HTTP 500")
    store.portals.release("acme", "claire", "the portal is up again")
    assert store.portals.admit("acme") is None


def test_the_last_looks_of_an_element_are_kept_for_each_portal(store: Store) -> None:
    looks = store.portals.looks("acme")
    assert looks.recall("order.po_number") is None
    looks.remember("order.po_number", {"label": "PO number", "x": 12})
    looks.remember("order.po_number", {"label": "Order no.", "x": 12})
    assert looks.recall("order.po_number") == {"label": "Order no.", "x": 12}
    assert store.portals.looks("another").recall("order.po_number") is None
