"""What was handled in a mailbox, as the one place that decides whether a message is new."""

from __future__ import annotations

from typing import Protocol


class MailMemory(Protocol):
    """Which messages were handled. The real one is a table beside the work items."""

    def known(self, mailbox: str, folder: str, uidvalidity: int) -> frozenset[int]:
        """The UIDs of the folder that were handled under this UIDVALIDITY."""

    def remember(  # the columns of its table, in their order
        self, mailbox: str, folder: str, uidvalidity: int, uid: int, message_id: str | None, sha256: str
    ) -> None:
        """Note one as handled. Noting it again changes nothing."""


class RememberedHere:
    """A memory that lasts as long as the process, for tests and benches."""

    def __init__(self) -> None:
        self.handled: dict[tuple[str, str, int], dict[int, tuple[str | None, str]]] = {}

    def known(self, mailbox: str, folder: str, uidvalidity: int) -> frozenset[int]:
        return frozenset(self.handled.get((mailbox, folder, uidvalidity), ()))

    def remember(  # the columns of its table, in their order
        self, mailbox: str, folder: str, uidvalidity: int, uid: int, message_id: str | None, sha256: str
    ) -> None:
        self.handled.setdefault((mailbox, folder, uidvalidity), {})[uid] = (message_id, sha256)
