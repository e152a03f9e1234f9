"""The mailboxes a bot listens to, on any IMAP server; no mail is lost, none is handled twice for being seen.

What was handled is remembered as UIDVALIDITY + UID + Message-ID + SHA-256 on our side. The server's flags are
neither read nor set: a colleague who opens a mail in an ordinary program changes nothing here.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from bots.adapters.envelope import Delivery
from bots.adapters.filing import Filing
from bots.adapters.imap import Dropped, ImapAccount, ImapConnection, Pause, Refused, Secret, Selected
from bots.adapters.mail_memory import MailMemory, RememberedHere
from bots.adapters.message import taken_apart, unread
from bots.domain.documents import Arrival
from bots.errors import ConfigError

__all__ = ["ImapAccount", "ImapMailbox", "MailMemory", "RememberedHere", "Secret"]

LIMIT = 30 * 1024 * 1024  #: bytes of one mail
HEADER_LIMIT = 256 * 1024  #: bytes kept of a mail that is too large
BATCH = 500  #: mails whose size and date are asked for at once
LONGEST_IDLE = 29 * 60  #: seconds; RFC 2177 asks for a new IDLE before half an hour is over
LOOK_EVERY = 5.0  #: seconds between two looks at a server without IDLE


@dataclass(frozen=True)
class _Waiting:
    """A message in a folder that was not handled yet. `size` in bytes, as the server states it."""

    delivery: Delivery
    size: int | None


class ImapMailbox:
    """One account's folders. `pause` sleeps; `limit` is the most bytes one mail may have.

    Holds a connection: one thread at a time, and `close` it (or use it in a `with`) at the end.
    """

    def __init__(
        self,
        name: str,
        account: ImapAccount,
        memory: MailMemory,
        *,
        limit: int = LIMIT,
        pause: Pause = time.sleep,
    ) -> None:
        if "/" in name:
            raise ConfigError(f"the mailbox name {name!r} must not hold a slash; write it with a hyphen")
        self.name = name
        self._account = account
        self._memory = memory
        self._limit = limit
        self._pause = pause
        self._connection = ImapConnection(account, pause)
        self._filing = Filing(self._connection, account.processed)
        self._seen: Selected | None = None

    def arrivals(self) -> Iterator[Arrival]:
        """Every message not handled yet, oldest first; then file those that were, but still lie in their folder.

        A folder the server refuses to show is reported when the others were read.
        """
        waiting: list[_Waiting] = []
        left_over: list[tuple[str, int, list[int]]] = []
        refusals: list[Refused] = []
        for folder in self._account.folders:
            try:
                listed, present = self._list(folder)
            except Refused as refusal:
                refusals.append(refusal)
                continue
            validity, known = listed.uidvalidity, self._memory.known(self.name, folder, listed.uidvalidity)
            waiting += self._describe(folder, validity, [uid for uid in present if uid not in known])
            left_over.append((folder, validity, [uid for uid in present if uid in known]))
        yield from self._fetched(sorted(waiting, key=lambda one: (one.delivery.received, one.delivery.uid)))
        for folder, validity, uids in left_over:
            self._filing.file_left_over(folder, validity, uids)
        if refusals:
            raise refusals[0]

    def settle(self, arrival: Arrival) -> None:
        """Note the message as handled, then move it to the processed folder. May be repeated.

        A move the server refuses is tried again after the next look, and reported then.
        """
        folder, validity, uid = _place(self.name, arrival.source)
        envelope = arrival.documents[0].envelope
        message_id = envelope.message_id if envelope else None
        sha256 = hashlib.sha256(arrival.original).hexdigest()
        self._memory.remember(self.name, folder, validity, uid, message_id, sha256)
        with suppress(Refused):
            self._filing.file(folder, validity, uid)

    def wait(self, seconds: float) -> bool:
        """Wait until mail may have come into the first folder (True), at most `seconds` and never above 29 minutes.

        Only a reason to look sooner: what it misses, the next look finds.
        """
        seconds = min(seconds, LONGEST_IDLE)
        return self._connection.run("wait for mail", lambda client: self._wait(client, seconds))

    def waiting(self) -> int:
        """How many mails the folders hold now, whatever became of them. Raises as `arrivals` does."""
        return sum(len(self._list(folder)[1]) for folder in self._account.folders)

    def lying(self) -> str | None:
        """The mail that lies in the folders, as `<UIDVALIDITY>/<UIDNEXT>` of each; None when none does.

        Whoever asks is told the same until more comes (RFC 3501, 2.3.1.1). Raises as `arrivals` does.
        """
        folders = [self._list(folder) for folder in self._account.folders]
        if not any(present for _, present in folders):
            return None
        return " ".join(
            f"{listed.uidvalidity}/{listed.upcoming or max(present, default=0) + 1}" for listed, present in folders
        )

    def close(self) -> None:
        """Hang up. Using the mailbox again connects again."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _list(self, folder: str) -> tuple[Selected, list[int]]:
        def work(client: IMAPClient) -> tuple[Selected, list[int]]:
            selected = self._connection.select(client, folder, afresh=True)
            if folder == self._account.folders[0]:
                self._seen = selected
            return selected, sorted(client.search())

        return self._connection.run(f"read the folder {folder}", work)

    def _describe(self, folder: str, validity: int, uids: Sequence[int]) -> Iterator[_Waiting]:
        for start in range(0, len(uids), BATCH):
            batch = uids[start : start + BATCH]
            facts = self._connection.run(f"list the folder {folder}", self._facts(folder, validity, batch))
            for uid in batch:
                fact = facts.get(uid, {})
                received = _aware(fact.get(b"INTERNALDATE"))
                delivery = Delivery(self.name, folder, validity, uid, received, self._account.trusted)
                yield _Waiting(delivery, fact.get(b"RFC822.SIZE"))

    def _facts(
        self, folder: str, validity: int, uids: Sequence[int]
    ) -> Callable[[IMAPClient], dict[int, dict[bytes, Any]]]:
        def work(client: IMAPClient) -> dict[int, dict[bytes, Any]]:
            if self._connection.select(client, folder).uidvalidity != validity:
                return {}
            try:
                return dict(client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"]))
            except IMAPClientAbortError:
                raise
            except IMAPClientError:
                return {}  # one mail the server cannot describe must not hide the others: each is fetched anyway

        return work

    def _fetched(self, waiting: Sequence[_Waiting]) -> Iterator[Arrival]:
        """A mail that breaks the connection is to blame only if the next one does not; else it is the network."""
        suspect: tuple[_Waiting, Dropped] | None = None
        for one in waiting:
            try:
                arrival = self._fetch(one)
            except Dropped as dropped:
                if suspect:
                    raise
                suspect = (one, dropped)
                continue
            if arrival and suspect:
                yield self._unread(suspect[0], b"", f"This mail could not be fetched: {suspect[1]}.")
                suspect = None
            if arrival:
                yield arrival
        if suspect:
            raise suspect[1]

    def _fetch(self, one: _Waiting) -> Arrival | None:
        """The message, taken apart; None if it is no longer there."""
        raw, why_not = self._connection.run(
            f"fetch message {one.delivery.uid} of {one.delivery.folder}", lambda client: self._bytes(client, one)
        )
        if raw is None:
            return None
        if why_not:
            return self._unread(one, raw, why_not)
        return Arrival(one.delivery.source, raw, taken_apart(raw, one.delivery))

    def _unread(self, one: _Waiting, raw: bytes, why_not: str) -> Arrival:
        place = f"It lies whole in the folder {self._account.processed} of the mailbox {self._account.user}"
        return unread(raw, one.delivery, f"{why_not} {place} once this item is stored; open it there.")

    def _bytes(self, client: IMAPClient, one: _Waiting) -> tuple[bytes | None, str | None]:
        """The raw message, and a sentence when that is not all of it."""
        delivery, bound = one.delivery, self._limit + 1
        if self._connection.select(client, delivery.folder).uidvalidity != delivery.uidvalidity:
            return None, None
        try:
            if not one.size or one.size <= self._limit:
                raw = _body(client.fetch(delivery.uid, [f"BODY.PEEK[]<0.{bound}>"]), delivery.uid)
                if raw is None or len(raw) <= self._limit:
                    return raw, None
            head = _body(client.fetch(delivery.uid, [f"BODY.PEEK[HEADER]<0.{HEADER_LIMIT}>"]), delivery.uid)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as why:
            return b"", f"The mail server could not hand out this mail: {why}."
        return head, (
            f"This mail is larger than the {self._limit / 1024 / 1024:.0f} MB this mailbox takes, "
            "so nothing in it was read."
        )

    def _wait(self, client: IMAPClient, seconds: float) -> bool:
        folder = self._account.folders[0]
        while True:
            selected = self._connection.select(client, folder, afresh=True)
            if self._seen not in {None, selected}:
                return True
            if seconds <= 0:
                return False
            if client.has_capability("IDLE"):
                return _idle(client, seconds)
            self._seen = selected
            self._pause(min(seconds, LOOK_EVERY))
            seconds -= LOOK_EVERY


def _place(mailbox: str, source: str) -> tuple[str, int, int]:
    """Folder, UIDVALIDITY and UID of `imap:<mailbox>/<folder>/<uidvalidity>/<uid>`; a folder may hold slashes."""
    prefix = f"imap:{mailbox}/"
    if not source.startswith(prefix):
        raise ValueError(f"{source} did not come from the mailbox {mailbox}")
    folder, validity, uid = source.removeprefix(prefix).rsplit("/", 2)
    return folder, int(validity), int(uid)


def _idle(client: IMAPClient, seconds: float) -> bool:
    client.idle()
    news = client.idle_check(timeout=seconds)
    client.idle_done()
    return any(len(line) > 1 and line[1] == b"EXISTS" for line in news)


def _body(answer: dict[int, dict[bytes, Any]], uid: int) -> bytes | None:
    """The bytes in a FETCH answer; None when the message is gone. A server may leave the range out of the name."""
    if uid not in answer:
        return None
    found = next((value for key, value in answer[uid].items() if key.startswith(b"BODY[")), None)
    if found is None:
        raise IMAPClientError("it answered without the content")
    return bytes(found)


def _aware(instant: datetime | None) -> datetime:
    return instant.astimezone(UTC) if instant else datetime.now(UTC)
