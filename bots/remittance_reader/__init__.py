"""Turn money in the bank into settled invoices: one receipt for each bank line, by what the payer says it is for."""

from __future__ import annotations

from collections.abc import Iterator

from bots.adapters.workspace import Workspace
from bots.bot import Bot
from bots.domain.documents import Arrival
from bots.remittance_reader.decide import decide
from bots.remittance_reader.look import look
from bots.remittance_reader.posting import act
from bots.remittance_reader.reading import parts, read
from bots.remittance_reader.settings import Settings


def collect(workspace: Workspace) -> Iterator[Arrival]:
    """Money of the files that are entered in our book, then the mail and the files that came in."""
    yield from workspace.ledger.arrivals()
    yield from workspace.mailbox.arrivals()


def brings(workspace: Workspace) -> Iterator[Arrival]:
    """The money of a file that was just entered."""
    return workspace.ledger.arrivals()


BOT = Bot("remittance_reader", "cash", Settings, collect, read, look, decide, act, brings=brings, parts=parts)
