"""What the elements of the portals looked like when they were last found: one row each, replaced, never a history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.portal_tables import looks


@dataclass(frozen=True)
class Looks:
    """The looks of one portal's elements; see `bots.adapters.browser.fingerprint.Memory`."""

    database: Database
    portal: str

    def recall(self, element: str) -> Mapping[str, Any] | None:
        """What `page.element` last looked like; None if it was never seen."""
        where = (looks.c.portal == self.portal, looks.c.element == element)
        with self.database.read() as connection:
            found: Mapping[str, Any] | None = connection.scalar(select(looks.c.looks).where(*where))
        return found

    def remember(self, element: str, seen: Mapping[str, Any]) -> None:
        """Keep what it looks like now."""
        key, seen_now = {"portal": self.portal, "element": element}, {"looks": dict(seen), "seen_at": now()}
        with self.database.write() as connection:
            if not insert_once(connection, looks, **key, **seen_now):
                where = (looks.c.portal == self.portal, looks.c.element == element)
                connection.execute(update(looks).where(*where).values(**seen_now))
