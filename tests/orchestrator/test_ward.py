"""What a failure means for the portal it happened in, and for the items that wait for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from orchestrator.store.breaker import FAILURES
from orchestrator.store.items import State
from orchestrator.ward import PortalWard
from tests.orchestrator.loop import ORDER, House, house


@pytest.mark.parametrize(
    ("kind", "parked", "counted"),
    [
        ("LoginRefused", True, 0),
        ("SelectorMissing", True, 0),
        ("ApplicationError", False, 1),
        ("BusinessError", False, 0),
    ],
)
def test_what_a_failure_means_for_the_portal(tmp_path: Path, kind: str, parked: bool, counted: int) -> None:
    with house(tmp_path) as found:
        PortalWard(found.store, "acme").heard("failure", {"kind": kind, "why": "it said no"}, "order_entry@1")
        parking, circuit = found.store.portals.parked("acme"), found.store.portals.circuit("acme")
        assert (parking is not None) is parked
        assert (circuit.failures if circuit else 0) == counted
        if parking:
            assert (parking.who, parking.why) == ("order_entry@1", "it said no")


def test_a_mere_look_parks_only_for_a_refused_log_in(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        ward = PortalWard(found.store, "acme", looks_only=True)
        for kind in ("SelectorMissing", "ApplicationError"):
            ward.heard("failure", {"kind": kind, "why": "gone"}, "check")
        assert found.store.portals.parked("acme") is None
        ward.heard("failure", {"kind": "LoginRefused", "why": "wrong password"}, "check")
        assert found.store.portals.parked("acme") is not None


def test_other_notes_and_bots_without_a_portal_are_passed_over(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        PortalWard(found.store, "acme").heard("fallback", {"element": "x"}, "order_entry@1")
        PortalWard(found.store, None).heard("failure", {"kind": "LoginRefused", "why": "no"}, "order_entry@1")
        assert found.store.portals.history("acme") == ()


def test_a_success_ends_the_count(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        ward = PortalWard(found.store, "acme")
        ward.heard("failure", {"kind": "ApplicationError", "why": "HTTP 500"}, "order_entry@1")
        ward.went_well()
        assert found.store.portals.circuit("acme") is None


def work(found: House, item_id: int) -> State:
    """One attempt under a runner that works in the portal `acme`."""
    runner = replace(found.runner(), portal="acme")
    return runner.work(item_id, found.store.items.get(item_id).revision, ORDER).state


def test_no_item_of_a_parked_portal_is_begun_and_each_says_why_and_loses_no_attempt(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        item = found.receive()
        found.store.portals.park("acme", "claire", "a release this afternoon.")
        assert work(found, item.id) is State.POSTPONED
        held = found.store.items.get(item.id)
        assert (held.attempts, held.worker) == (0, None)
        assert "parked by claire" in held.reasons[0]
        assert "a release this afternoon." in held.reasons[0]
        assert held.until is not None
        assert found.portal.orders == []


def test_it_is_begun_after_the_release(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        item = found.receive()
        found.store.portals.park("acme", "claire", "a release this afternoon.")
        work(found, item.id)
        found.store.portals.release("acme", "claire", "it is over")
        assert work(found, item.id) is State.POSTED
        assert len(found.portal.orders) == 1


def test_a_resting_portal_lets_one_item_try(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        item = found.receive()
        for _ in range(FAILURES):
            found.store.portals.failed("acme", "HTTP 500")
        assert work(found, item.id) is State.POSTPONED
        assert "rests until" in found.store.items.get(item.id).reasons[0]
