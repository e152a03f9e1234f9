"""Where a bot's documents come from, all as one: mailboxes, and folders read like them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bots.adapters.mailbox import ImapMailbox
from bots.adapters.watched_folder import SOURCE, WatchedFolder
from bots.adapters.workspace import Mailbox
from bots.domain.documents import Arrival
from bots.errors import ApplicationError


class Mailboxes:
    """Several mailboxes as one. One that cannot be reached does not keep the others from being read."""

    def __init__(self, mailboxes: Sequence[ImapMailbox]) -> None:
        self._mailboxes = tuple(mailboxes)

    def arrivals(self) -> Iterator[Arrival]:
        """What each mailbox holds, one mailbox after the other; failures are raised when all were read."""
        failures: list[ApplicationError] = []
        for mailbox in self._mailboxes:
            try:
                yield from mailbox.arrivals()
            except ApplicationError as failure:
                failures.append(failure)
        if failures:
            raise type(failures[0])("; ".join(map(str, failures))) from failures[0]

    def settle(self, arrival: Arrival) -> None:
        """Settle in the mailbox it came from."""
        name = arrival.source.removeprefix("imap:").split("/", 1)[0]
        {mailbox.name: mailbox for mailbox in self._mailboxes}[name].settle(arrival)

    def wait(self, seconds: float) -> bool:
        """Wait on the first mailbox; the others are looked at whenever the wait is over."""
        return self._mailboxes[0].wait(seconds)

    def close(self) -> None:
        """Hang up everywhere."""
        for mailbox in self._mailboxes:
            mailbox.close()


@dataclass(frozen=True)
class Sources:
    """Mailboxes and folders as one."""

    mailboxes: Mailbox
    folders: Sequence[WatchedFolder]

    def arrivals(self) -> Iterator[Arrival]:
        """What the folders hold, then the mail: a mail server that does not answer keeps no file from being read."""
        for folder in self.folders:
            yield from folder.arrivals()
        yield from self.mailboxes.arrivals()

    def settle(self, arrival: Arrival) -> None:
        """Settle where it came from."""
        if not arrival.source.startswith(SOURCE):
            self.mailboxes.settle(arrival)
            return
        name = arrival.source.removeprefix(SOURCE).partition("/")[0]
        {folder.name: folder for folder in self.folders}[name].settle(arrival)
