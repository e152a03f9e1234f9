"""What a bot is: a name, its settings, and five functions the runner calls in one fixed loop.

    collect ─▶ read ─▶ look ─▶ decide ─▶ act ─▶ look again …until `decide` answers Done

`collect` and `look` only read the world, `read` and `decide` are pure, only `act` changes the world.
A bot never sees the queue, the audit trail, the console or a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from bots.adapters.workspace import Workspace
from bots.decision import Decision, Plan
from bots.domain.documents import Arrival, Document


class Settings(BaseModel):
    """A bot's own block in config.yaml: frozen, and a misspelt key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reading(Protocol):
    """What `read` made of a document: plain values, what it is unsure of, and where each value stands."""

    @property
    def doubts(self) -> tuple[str, ...]:
        """Sentences on what the reading itself is unsure of; empty only if all of it would stand alone."""

    def as_json(self) -> dict[str, Any]:
        """The reading as one JSON object, `doubts` and `evidence` included; numbers as plain decimal text."""

    def amount(self) -> str | None:
        """What the document is about in money, for control totals: `1234.50 EUR`; None if not read."""


def _nothing(_workspace: Workspace) -> Iterable[Arrival]:
    return ()


R = TypeVar("R", bound=Reading)
F = TypeVar("F")
P = TypeVar("P", bound=Plan)
S = TypeVar("S", bound=Settings)


@dataclass(frozen=True)
class Bot(Generic[R, F, P, S]):
    """One bot. `reads` is the word for its documents on the command line (`o2c read order FILE`).

    `brings` tells what its own work brought forth (the lines of a bank statement that was entered): taken in before
    the item that brought it is settled, and by `collect` where a crash prevented that. `parts` shows a dry run the
    same of a document that was only read. `count` serves the control totals: how often the world shows what was
    posted under each plan key; a key that cannot be counted there is left out of the answer.
    """

    name: str
    reads: str
    settings: type[S]
    collect: Callable[[Workspace], Iterable[Arrival]]
    read: Callable[[Document], R]
    look: Callable[[R, Workspace, S], F]
    decide: Callable[[R, F, S], Decision[P]]
    act: Callable[[P, Workspace], None]
    brings: Callable[[Workspace], Iterable[Arrival]] = _nothing
    parts: Callable[[R], Iterable[R]] = lambda _reading: ()
    count: Callable[[Sequence[str], Workspace], Mapping[str, int]] | None = None
