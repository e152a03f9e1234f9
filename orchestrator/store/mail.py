"""Which messages of which mailbox have been handled, whatever their flags say."""

from __future__ import annotations

from sqlalchemy import select

from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.tables import mail


class Mail:
    """A mailbox's memory: a message is known by UIDVALIDITY and UID; Message-ID and content hash are kept with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, mailbox: str, folder: str, uidvalidity: int) -> frozenset[int]:
        """The UIDs handled, under this UIDVALIDITY."""
        where = (mail.c.mailbox == mailbox, mail.c.folder == folder, mail.c.uidvalidity == uidvalidity)
        with self._database.read() as connection:
            return frozenset(connection.scalars(select(mail.c.uid).where(*where)))

    def remember(
        self, mailbox: str, folder: str, uidvalidity: int, uid: int, message_id: str | None, sha256: str
    ) -> None:
        """A message has been handled: everything in it is stored. Twice is once."""
        about = {"mailbox": mailbox, "folder": folder, "uidvalidity": uidvalidity, "uid": uid}
        with self._database.write() as connection:
            insert_once(connection, mail, message_id=message_id, sha256=sha256, seen_at=now(), **about)
