"""Documents are read in a process of their own: capped memory, no configuration, no secrets, no database."""

from __future__ import annotations

from orchestrator.isolation import Answer, Hands
from orchestrator.registry import find_bot, find_reader

MEMORY = 1 << 30  #: bytes of address space, unless the configuration says otherwise


def reading_hands(bot: str, memory: int = MEMORY) -> Hands:
    """A process that answers a Document with the bot's reading of it."""
    return Hands(reader, (bot,), memory=memory)


def kind_hands(kind: str, memory: int = MEMORY) -> Hands:
    """A process that answers a Document of a kind (`order`, `bank`) with what its reader makes of it."""
    return Hands(find_reader, (kind,), memory=memory)


def reader(bot: str) -> Answer:
    """Runs in that process."""
    return find_bot(bot).read
