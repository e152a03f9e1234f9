"""Folders that other programs put files into (a bank's client, a portal's download), read like a mailbox.

A file is taken when nobody has written to it for a while, and moved away only when everything in it is stored.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bots.adapters.sniff import media_type
from bots.domain.documents import Arrival, Document
from bots.errors import ApplicationError

LIMIT = 30 * 1024 * 1024  #: bytes of one file
QUIET = 10.0  #: seconds without a change after which a file counts as written to its end
SOURCE = "folder:"
_UNFINISHED = (".part", ".tmp", ".crdownload", ".filepart")  #: endings under which programs write what is not whole


@dataclass(frozen=True)
class WatchedFolder:
    """One folder. `processed` is where its files go (a name in it, or a path); `clock` gives seconds since 1970."""

    name: str
    path: Path
    processed: Path
    quiet: float = QUIET
    limit: int = LIMIT
    clock: Callable[[], float] = time.time

    def arrivals(self) -> Iterator[Arrival]:
        """Every file written to its end, the one longest unchanged first."""
        for path in self._finished():
            try:
                content = path.read_bytes() if path.stat().st_size <= self.limit else None
            except FileNotFoundError:
                continue  # somebody took it away
            except OSError as error:
                raise ApplicationError(
                    f"the file {path} cannot be read ({error.strerror}); it is tried again at the next run"
                ) from error
            yield self._arrival(path, content)

    def settle(self, arrival: Arrival) -> None:
        """Move the file away, beside an earlier one of the same name. May be repeated."""
        path = self.path / arrival.source.removeprefix(f"{SOURCE}{self.name}/")
        folder = self.path / self.processed
        try:
            if path.exists():
                folder.mkdir(parents=True, exist_ok=True)
                path.rename(_free(folder / path.name))
        except OSError as error:
            raise ApplicationError(
                f"the file {path} is stored but cannot be moved to {folder} ({error.strerror}); it is tried again at "
                "the next run, and nothing in it is worked on twice"
            ) from error

    def waiting(self) -> int:
        """How many files wait there now, those still being written included."""
        return len(self._files())

    def _finished(self) -> list[Path]:
        """Files nobody has written to for a while. One that is still being written is left for the next time."""
        settled = [(path.stat().st_mtime, path) for path in self._files() if path.exists()]
        return [path for changed, path in sorted(settled) if self.clock() - changed >= self.quiet]

    def _files(self) -> list[Path]:
        try:
            found = list(self.path.iterdir())
        except OSError as error:
            raise ApplicationError(
                f"the folder {self.path} cannot be read ({error.strerror}); see that it is there and may be read"
            ) from error
        return [path for path in found if path.is_file() and not _hidden(path)]

    def _arrival(self, path: Path, content: bytes | None) -> Arrival:
        source = f"{SOURCE}{self.name}/{path.name}"
        if content is None:
            trouble = (
                f"The file {path.name} is larger than the {self.limit / 1024 / 1024:.0f} MB this folder takes, so "
                f"nothing in it was read. It lies in {self.path / self.processed}; open it there."
            )
            stand_in = f"{source} {path.stat().st_size}".encode()
            return Arrival(source, stand_in, (Document(stand_in, "text/plain", path.name, trouble=trouble),))
        kind = media_type(content, path.name)
        return Arrival(source, content, (Document(content, kind, path.name),))


def _hidden(path: Path) -> bool:
    return path.name.startswith((".", "~")) or path.name.lower().endswith(_UNFINISHED)


def _free(wanted: Path) -> Path:
    """The path, or one beside it that nothing has."""
    numbered = (wanted.with_name(f"{wanted.stem}.{number}{wanted.suffix}") for number in range(2, 10**6))
    return wanted if not wanted.exists() else next(path for path in numbered if not path.exists())
