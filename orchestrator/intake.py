"""From the mailbox to work items: everything is stored before anything is marked, and nothing arrives twice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from loguru import logger

from bots.adapters.workspace import Workspace
from bots.domain.documents import Arrival, Document
from bots.domain.ledger import SOURCE
from bots.domain.plain import canonical_json
from orchestrator.journal import ItemJournal
from orchestrator.registry import AnyBot
from orchestrator.store.items import Item
from orchestrator.store.store import Store


@dataclass(frozen=True)
class Intake:
    """What a run took in: every document counted once, as new or as delivered again."""

    messages: int = 0
    documents: int = 0
    new: tuple[Item, ...] = ()

    @property
    def again(self) -> int:
        """Documents that had arrived before, byte for byte: noted on their item, not worked on again."""
        return self.documents - len(self.new)


def collect(bot: AnyBot, workspace: Workspace, store: Store, journal: ItemJournal) -> Intake:
    """Take in all that waits for a bot. After a crash at any point the same call goes on where it stood."""
    messages, documents, new = 0, 0, []
    with logger.contextualize(run=journal.run, bot=bot.name):
        for arrival in bot.collect(workspace):
            items = take(bot, arrival, workspace, store, journal)
            messages += 1
            documents += len(items)
            new += [item for item, is_new in items if is_new]
    return Intake(messages, documents, tuple(new))


def take_on(bot: AnyBot, workspace: Workspace, store: Store, journal: ItemJournal) -> None:
    """Take in what the bot's own work brought forth: the next collection would, but the run may be over then."""
    for arrival in bot.brings(workspace):
        take(bot, arrival, workspace, store, journal)


def take(
    bot: AnyBot, arrival: Arrival, workspace: Workspace, store: Store, journal: ItemJournal
) -> list[tuple[Item, bool]]:
    """Make the work items of one arrival; only when everything in it is stored may it leave the place it came from."""
    found(bot, arrival, store, journal.run)
    items = receive(bot, arrival, store, journal)
    source = workspace.ledger if arrival.source.startswith(SOURCE) else workspace.mailbox
    source.settle(arrival)
    store.messages.settled(bot.name, arrival.source)
    return items


def found(bot: AnyBot, arrival: Arrival, store: Store, run: str | None) -> None:
    """Count the message and what is in it before anything is made of it: what is made is counted against this."""
    sha256 = hashlib.sha256(arrival.original).hexdigest()
    documents = {document_key(document) for document in arrival.documents}
    store.messages.found(bot.name, arrival.source, sha256, len(documents), run)


def receive(bot: AnyBot, arrival: Arrival, store: Store, journal: ItemJournal) -> list[tuple[Item, bool]]:
    """Keep the original and each document, then make their work items."""
    is_mail = arrival.source.startswith("imap:")
    original = journal.keep(arrival.original, "message/rfc822" if is_mail else arrival.documents[0].media_type)
    items = []
    for document in arrival.documents:
        journal.keep(document.content, document.media_type)
        item, is_new = store.items.receive(bot.name, document_key(document), document, arrival.source, journal.run)
        items.append((item, is_new))
        detail = {"document": document.sha256, "original": original, "source": arrival.source, "new": is_new}
        journal.record("received", f"item {item.id}", detail)
    return items


def document_key(document: Document) -> str:
    """The identity of a document for its bot: its content. For a bare mail what a person sees of it, since the same
    mail delivered to two mailboxes differs in its transport headers; never the Message-ID alone, which repeats."""
    envelope = document.envelope
    if document.media_type != "message/rfc822" or envelope is None or not envelope.message_id:
        return document.sha256
    seen = (envelope.message_id.strip(), envelope.sender, envelope.subject, envelope.body)
    return hashlib.sha256(canonical_json(seen).encode()).hexdigest()
