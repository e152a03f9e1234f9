"""Moving handled messages out of the way, on servers that can move, that can only delete, or that can only copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imapclient import DELETED, IMAPClient

from bots.adapters.imap import ImapConnection


class Filing:
    """Puts messages into the processed folder. Whatever is repeated after a crash loses nothing."""

    def __init__(self, connection: ImapConnection, processed: str) -> None:
        self._connection = connection
        self._processed = processed
        self._exists = False

    def file(self, folder: str, validity: int, uid: int) -> None:
        """Move one message; nothing happens when it is no longer there, or the folder was numbered anew."""
        self._connection.run(
            f"move message {uid} of {folder} to {self._processed}", self._work(folder, validity, [uid], copy_only=True)
        )

    def file_left_over(self, folder: str, validity: int, uids: Sequence[int]) -> None:
        """Move messages that were handled, but not moved, before a crash. A server that can only copy keeps them."""
        if uids:
            self._connection.run(
                f"move {len(uids)} handled messages of {folder} to {self._processed}",
                self._work(folder, validity, uids, copy_only=False),
            )

    def _work(
        self, folder: str, validity: int, uids: Sequence[int], *, copy_only: bool
    ) -> Callable[[IMAPClient], None]:
        def work(client: IMAPClient) -> None:
            if self._connection.select(client, folder, writable=True).uidvalidity != validity:
                return
            wanted = set(uids)
            present = [uid for uid in client.search() if uid in wanted]
            if present:
                self._make_folder(client)
                self._move(client, present, copy_only=copy_only)

        return work

    def _move(self, client: IMAPClient, uids: Sequence[int], *, copy_only: bool) -> None:
        if client.has_capability("MOVE"):
            client.move(uids, self._processed)
        elif client.has_capability("UIDPLUS"):  # without it, EXPUNGE would also remove what others marked
            client.copy(uids, self._processed)
            client.add_flags(uids, [DELETED], silent=True)
            client.uid_expunge(uids)
        elif copy_only:
            client.copy(uids, self._processed)

    def _make_folder(self, client: IMAPClient) -> None:
        if not self._exists and not client.folder_exists(self._processed):
            client.create_folder(self._processed)
        self._exists = True
