"""Portals in trouble: parked until a person releases them, or resting for a while after failures in a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from bots.errors import BusinessError
from orchestrator.store.audit import Audit
from orchestrator.store.breaker import PROBE, rest_after
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.looks import Looks
from orchestrator.store.portal_tables import circuits, parkings

ASKED_AGAIN = timedelta(minutes=15)  #: an item of a parked portal is looked at again so often
_MACHINE = "o2c"


@dataclass(frozen=True)
class Parking:
    """One time a portal was parked; `released_*` are None while it stands."""

    id: int
    portal: str
    who: str
    why: str
    at: datetime
    released_by: str | None
    released_why: str | None
    released_at: datetime | None


@dataclass(frozen=True)
class Circuit:
    """A portal's failures in a row, why the last one failed, and until when it rests (None: it does not)."""

    portal: str
    failures: int
    why: str
    until: datetime | None


@dataclass(frozen=True)
class Closed:
    """Why no attempt may begin in a portal now, in a sentence, and when to ask again."""

    why: str
    until: datetime


class Portals:
    """What stands in the way of working each portal. Every change is recorded in the same transaction."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def park(self, portal: str, who: str, why: str) -> Parking:
        """Nothing begins there until it is released. Parked already: the first reason stands."""
        with self._database.write() as connection:
            if insert_once(connection, parkings, portal=portal, who=who, why=why, at=now()):
                self._audit.write(connection, Event(who, "portal.parked", portal, {"why": why}))
            return _standing(connection, portal) or _nobody_parked(portal)

    def release(self, portal: str, who: str, why: str) -> None:
        """Work may begin there again, its failures forgotten. Raises BusinessError when nothing holds it."""
        standing = (parkings.c.portal == portal, parkings.c.released_at.is_(None))
        released = {"released_by": who, "released_why": why, "released_at": now()}
        with self._database.write() as connection:
            parked = connection.execute(update(parkings).where(*standing).values(**released)).rowcount
            rested = connection.execute(delete(circuits).where(circuits.c.portal == portal)).rowcount
            if not parked and not rested:
                _nobody_parked(portal)
            self._audit.write(connection, Event(who, "portal.released", portal, {"why": why}))

    def parked(self, portal: str) -> Parking | None:
        """The parking that stands, if one does."""
        with self._database.read() as connection:
            return _standing(connection, portal)

    def circuit(self, portal: str) -> Circuit | None:
        """Its failures in a row; None when the last attempt went well."""
        with self._database.read() as connection:
            return _circuit(connection, portal)

    def history(self, portal: str) -> tuple[Parking, ...]:
        """Every time it was parked, the latest first."""
        query = select(parkings).where(parkings.c.portal == portal).order_by(parkings.c.id.desc())
        with self._database.read() as connection:
            return tuple(Parking(**row) for row in connection.execute(query).mappings())

    def admit(self, portal: str) -> Closed | None:
        """Whether an attempt may begin there: None when it may. After a rest one is let through to try."""
        moment = now()
        with self._database.read() as connection:
            parking, circuit = _standing(connection, portal), _circuit(connection, portal)
        if parking is not None:
            return Closed(_parked(parking), moment + ASKED_AGAIN)
        if circuit is None or circuit.until is None:
            return None
        if circuit.until <= moment and self._first_after_the_rest(circuit, moment):
            return None
        return Closed(_resting(circuit), max(circuit.until, moment + timedelta(seconds=10)))

    def failed(self, portal: str, why: str) -> Circuit:
        """An attempt failed for the portal's sake; so many in a row and it rests."""
        moment = now()
        with self._database.write() as connection:
            before = _circuit(connection, portal, lock=True)
            failures = before.failures + 1 if before else 1
            rest = rest_after(failures)
            counted = {"failures": failures, "why": why, "until": moment + rest if rest else None}
            if before is None and not insert_once(connection, circuits, portal=portal, **counted):
                before = _circuit(connection, portal, lock=True)
            if before is not None:
                connection.execute(update(circuits).where(circuits.c.portal == portal).values(**counted))
            if rest:
                told = {"why": why, "failures": failures, "until": counted["until"]}
                self._audit.write(connection, Event(_MACHINE, "portal.rests", portal, told))
            return _circuit(connection, portal) or Circuit(portal, failures, why, None)

    def succeeded(self, portal: str) -> None:
        """An attempt went well there: failures are counted anew."""
        with self._database.read() as connection:
            before = _circuit(connection, portal)
        if before is None:
            return
        with self._database.write() as connection:
            connection.execute(delete(circuits).where(circuits.c.portal == portal))
            if before.until is not None:
                self._audit.write(connection, Event(_MACHINE, "portal.works_again", portal, {"was": before.why}))

    def looks(self, portal: str) -> Looks:
        """The memory of what its elements look like."""
        return Looks(self._database, portal)

    def _first_after_the_rest(self, circuit: Circuit, moment: datetime) -> bool:
        """Take the one place there is for a try: whoever moves the end of the rest has it."""
        rested = (circuits.c.portal == circuit.portal, circuits.c.until == circuit.until)
        with self._database.write() as connection:
            return connection.execute(update(circuits).where(*rested).values(until=moment + PROBE)).rowcount == 1


def _standing(connection: Connection, portal: str) -> Parking | None:
    query = select(parkings).where(parkings.c.portal == portal, parkings.c.released_at.is_(None))
    row = connection.execute(query).mappings().first()
    return Parking(**row) if row else None


def _circuit(connection: Connection, portal: str, lock: bool = False) -> Circuit | None:
    query = select(circuits).where(circuits.c.portal == portal)
    row = connection.execute(query.with_for_update() if lock else query).mappings().first()
    return Circuit(**row) if row else None


def _nobody_parked(portal: str) -> Parking:
    raise BusinessError(f"The portal {portal} is neither parked nor resting; nothing was changed.")


def _parked(parking: Parking) -> str:
    return (
        f"the portal {parking.portal} was parked by {parking.who} at {parking.at:%Y-%m-%d %H:%M %Z}: {parking.why} "
        "Nothing begins there until it is released with `o2c portals release`."
    )


def _resting(circuit: Circuit) -> str:
    return (
        f"the portal {circuit.portal} failed {circuit.failures} times in a row and rests until "
        f"{circuit.until:%H:%M:%S %Z}: {circuit.why}"
    )
