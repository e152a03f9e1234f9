"""Who is logged in: one session per user, a time-out, and a lock after five wrong passwords."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass

from orchestrator.demo.old_portal.figures import Refused

MOST_FAILURES = 5


@dataclass
class Session:
    """One user's work since the log-in."""

    user: str
    last_seen: float
    notice_every: int  #: main pages from one notice to the next
    views: int = 0  #: main pages shown, to know when the notice is due

    def notice_is_due(self) -> bool:
        """Count a page view: the first after the log-in carries the notice, then one in so many."""
        self.views += 1
        return (self.views - 1) % self.notice_every == 0


class Sessions:
    """The sessions of this process. They are not kept: a restart logs everybody out."""

    def __init__(self, lifetime: float, clock: Callable[[], float], notice_every: int = 7) -> None:
        self._lifetime = lifetime  #: seconds without a page view
        self._notice_every = notice_every
        self._clock = clock
        self._lock = threading.Lock()
        self._open: dict[str, Session] = {}
        self._displaced: dict[str, str] = {}  #: keys of sessions that another log-in ended, and whose they were

    def begin(self, user: str) -> str:
        """Open a session, ending any other of the same user. Returns its key."""
        with self._lock:
            self._displaced |= {key: user for key, session in self._open.items() if session.user == user}
            self._open = {key: session for key, session in self._open.items() if session.user != user}
            key = secrets.token_hex(16)
            self._open[key] = Session(user, self._clock(), self._notice_every)
            return key

    def find(self, key: str | None) -> Session | None:
        """The session of a key, its time-out begun anew; None when it ended or never was."""
        with self._lock:
            session = self._open.get(key or "")
            if session is None or key is None:
                return None
            now = self._clock()
            if now - session.last_seen > self._lifetime:
                del self._open[key]
                return None
            session.last_seen = now
            return session

    def displaced(self, key: str | None) -> str | None:
        """The user of a session that another log-in of theirs ended: two were at work under one name."""
        with self._lock:
            return self._displaced.get(key or "")

    def end(self, key: str | None) -> None:
        """Close a session."""
        with self._lock:
            self._open.pop(key or "", None)


def set_password(connection: sqlite3.Connection, user: str, password: str) -> None:
    """Give a user a password, making the user if need be; lifts a lock."""
    salt = secrets.token_bytes(16)
    with connection:
        connection.execute(
            "INSERT INTO users (name, salt, password) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
            "SET salt = excluded.salt, password = excluded.password, failures = 0",
            (user, salt, _digest(password, salt)),
        )


def check_password(connection: sqlite3.Connection, user: str, password: str) -> str:
    """The user's name as kept. Raises Refused: ERR-001 wrong user or password, ERR-004 locked."""
    known = connection.execute("SELECT * FROM users WHERE lower(name) = lower(?)", (user.strip(),)).fetchone()
    if known is None:
        raise Refused("ERR-001 User or password invalid")
    if known["failures"] >= MOST_FAILURES:
        raise Refused(f"ERR-004 User {known['name']} is locked. Contact your system administrator")
    right = secrets.compare_digest(known["password"], _digest(password, known["salt"]))
    with connection:
        failures = 0 if right else known["failures"] + 1
        connection.execute("UPDATE users SET failures = ? WHERE name = ?", (failures, known["name"]))
    if not right:
        raise Refused("ERR-001 User or password invalid")
    return str(known["name"])


def _digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)
