"""What somebody must be told, as a pure rule over a snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orchestrator.store.item import State
from orchestrator.store.snapshot import Snapshot


@dataclass(frozen=True, order=True)
class Alert:
    """One thing that is wrong. `cause` is its identity: as long as it stands, it is told once."""

    cause: str  #: `red:order_entry`
    text: str  #: what happened, what it means, what to do


def alerts(snapshot: Snapshot) -> tuple[Alert, ...]:
    """Everything wrong at this moment, one alert for a cause, in order of cause."""
    found = (*_red(snapshot), *_dead(snapshot), *_parked(snapshot), *_missed(snapshot), *_stale(snapshot))
    return tuple(sorted(found))


def _red(snapshot: Snapshot) -> Iterator[Alert]:
    for run in snapshot.runs:
        if run.latest_red is not None:
            why = run.latest_red.rstrip(".")
            yield Alert(f"red:{run.bot}", f"The latest run of {run.bot} ({run.latest}) is red: {why}.")


def _dead(snapshot: Snapshot) -> Iterator[Alert]:
    for one in snapshot.items:
        if one.state is State.FAILED and one.count and one.since:
            yield Alert(
                f"dead-letters:{one.bot}",
                f"{one.bot} has given up on {_documents(one.count)}, the oldest {one.since:%Y-%m-%d %H:%M %Z}: look at "
                "their reasons with `o2c items list`, then have them tried again or settle them.",
            )


def _parked(snapshot: Snapshot) -> Iterator[Alert]:
    for one in snapshot.parked:
        yield Alert(
            f"parked:{one.portal}",
            f"The portal {one.portal} was parked by {one.who} at {one.since:%Y-%m-%d %H:%M %Z}: {one.why.rstrip('.')}. "
            "Nothing is worked there until a person has mended the cause and released it (`o2c portals`).",
        )


def _missed(snapshot: Snapshot) -> Iterator[Alert]:
    for schedule in sorted({miss.schedule for miss in snapshot.misses}):
        missed = [miss for miss in snapshot.misses if miss.schedule == schedule]
        times = "once" if len(missed) == 1 else f"{len(missed)} times"
        yield Alert(
            f"schedule:{schedule}",
            f"The schedule {schedule} missed its time {times} in the last 24 hours, the first planned for "
            f"{missed[0].planned:%Y-%m-%d %H:%M %Z}: {missed[0].reason.rstrip('.')}. Run the bot {missed[0].bot} by "
            "hand if its work cannot wait.",
        )


def _stale(snapshot: Snapshot) -> Iterator[Alert]:
    for worker in snapshot.workers:
        if worker.stale:
            yield Alert(
                f"worker:{worker.token}",
                f"The worker {worker.name} on {worker.host} has been silent for longer than its lease and "
                "nobody has taken over its work: see whether the machine runs, and start a worker (`o2c up`, "
                "`o2c worker`).",
            )


def _documents(count: int) -> str:
    return "one document" if count == 1 else f"{count} documents"
