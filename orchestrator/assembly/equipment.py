"""What one process works with for one bot: a browser and a log-in, mailboxes, folders, the outbox, our own book."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from loguru import logger

from bots.adapters.browser import BrowserPortal, open_browser
from bots.adapters.browser.inspect import Inspected, inspect_portal
from bots.adapters.browser.learning import learn_address, learn_inside
from bots.adapters.mailbox import ImapMailbox
from bots.adapters.outbox import SentFolder, SmtpOutbox
from bots.adapters.recorded import RecordedWorkspace
from bots.adapters.selector_map import SelectorMap, load_map
from bots.adapters.selector_map.patch import proposed
from bots.adapters.sources import Mailboxes, Sources
from bots.adapters.watched_folder import WatchedFolder
from bots.adapters.workspace import Outbox, Workspace
from bots.domain.customers import Customer
from bots.errors import BusinessError, ConfigError
from orchestrator.assembly.accounts import imap_account, smtp_account
from orchestrator.assembly.ground import Ground
from orchestrator.browser_setup import ensure_browser
from orchestrator.config import BotEntry
from orchestrator.journal import ItemJournal
from orchestrator.pace import PacedOutbox
from orchestrator.store.customers import Customers
from orchestrator.store.ledger import Ledger
from orchestrator.ward import PortalWard


class Equipment:
    """What one process works with for one bot: a browser and a log-in kept from item to item, connections for each."""

    def __init__(self, ground: Ground, entry: BotEntry, opened: ExitStack) -> None:
        self.ground = ground
        self._entry = entry
        self._opened = opened
        self._journal: ItemJournal | None = None
        self._portal: BrowserPortal | None = None
        self._ward = PortalWard(ground.store, self._entry.portal)

    @contextmanager
    def workspace(self, journal: ItemJournal) -> Iterator[Workspace]:
        """A workspace that writes into this journal; what adapters meet on their way is noted there too."""
        self._journal = journal
        with ExitStack() as connections:
            try:
                yield RecordedWorkspace(RealWorkspace(self, connections), journal)
            except BaseException as failure:
                if isinstance(failure, BusinessError):
                    self._went_well()  # the document is wrong, the portal said so: it works
                self._leave_portal()
                raise
        self._went_well()

    def _went_well(self) -> None:
        if self._portal is not None:
            self._ward.went_well()

    def portal(self) -> BrowserPortal:
        """The portal as the last item left it; a fresh one after a failure. Entering it anew costs a second."""
        if self._portal is None:
            self._portal = self.account.fresh()
            self._opened.callback(self._leave_portal)
        return self._portal

    def _leave_portal(self) -> None:
        if self._portal is not None:
            self._portal.close()
        self._portal = None

    @cached_property
    def account(self) -> BrowserPortal:
        """The bot's log-in at its portal, in a browser of this process's own."""
        portal_map, name = self._portal_map, str(self._entry.portal)
        wanted, block = self.ground.config.browser, self.ground.config.portals[name]
        password = self.ground.secrets.get(block.login.password.secret)  # before a browser is opened in vain
        path = ensure_browser(logger.info, wanted.path, headed=wanted.headed)
        browser = self._opened.enter_context(open_browser(path=path, headed=wanted.headed))
        return BrowserPortal(
            name,
            portal_map,
            url=block.url,
            user=block.login.user,
            password=password,
            browser=browser,
            note=self._note,
            memory=self.ground.store.portals.looks(name),
        )

    def mailboxes(self, connections: ExitStack) -> list[ImapMailbox]:
        """The bot's mailboxes, connected when first used."""
        memory = self.ground.store.mail
        accounts = [(name, imap_account(self.ground, name)) for name in self._entry.mailboxes]
        return [connections.enter_context(ImapMailbox(*account, memory)) for account in accounts]

    def folders(self) -> list[WatchedFolder]:
        """The bot's watched folders."""
        blocks = [(name, self.ground.config.folders[name]) for name in self._entry.folders]
        return [WatchedFolder(name, one.path, Path(one.processed), one.quiet_seconds) for name, one in blocks]

    def outbox(self, connections: ExitStack) -> Outbox:
        """Where letters leave."""
        block = self.ground.config.outbox
        if block is None:
            raise ConfigError("a letter is to be sent but config.yaml has no `outbox`; add it, or switch letters off")
        account = smtp_account(self.ground, block)
        outbox = SmtpOutbox(account, SentFolder(imap_account(self.ground, block.sent.mailbox), block.sent.folder))
        connections.callback(outbox.close)
        return PacedOutbox(outbox, self.ground.store, block.per_minute) if block.per_minute else outbox

    def inspect(self, journal: ItemJournal) -> Iterator[Inspected]:
        """Every page and element of the bot's portal as it stands now; nothing is typed or pressed there."""
        self._journal = journal
        self._ward = replace(self._ward, looks_only=True)
        with self.account.fresh() as portal:
            yield from inspect_portal(portal)

    def proposal(self, journal: ItemJournal) -> str:
        """What the portal's map should say instead, as a unified diff of its file; empty: it stands."""
        path = self.ground.config.portals[str(self._entry.portal)].map
        seen = ((one.name.partition("."), one.ways) for one in self.inspect(journal) if one.ways)
        changes = {(page, element): ways for (page, _, element), ways in seen}
        return proposed(path.read_text(encoding="utf-8"), os.path.relpath(path), changes)

    def learn(self, url: str, journal: ItemJournal) -> str:
        """A first map of a page behind the portal's log-in."""
        self._journal = journal
        with self.account.fresh() as portal:
            return learn_inside(portal, url)

    @cached_property
    def _portal_map(self) -> SelectorMap:
        name = self._entry.portal
        if name is None:
            raise ConfigError("this bot works in a portal but names none; add `portal:` to its block in config.yaml")
        return load_map(self.ground.config.portals[name].map)

    def _note(self, action: str, detail: Mapping[str, object]) -> None:
        if self._journal is not None:
            self._journal.note(action, detail)
            self._ward.heard(action, detail, self._journal.actor)


@dataclass
class RealWorkspace:
    """The real things behind a bot's workspace, each opened when first used; see `Workspace`."""

    equipment: Equipment
    connections: ExitStack
    notes: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def mailbox(self) -> Sources:
        return Sources(Mailboxes(self.equipment.mailboxes(self.connections)), self.equipment.folders())

    @property
    def portal(self) -> BrowserPortal:
        return self.equipment.portal()

    @cached_property
    def outbox(self) -> Outbox:
        return self.equipment.outbox(self.connections)

    @property
    def master(self) -> OwnRecords:
        return OwnRecords(self.equipment.ground.store.customers)

    @property
    def ledger(self) -> Ledger:
        return self.equipment.ground.store.ledger

    def now(self) -> datetime:
        ground = self.equipment.ground
        return ground.store.now().astimezone(ZoneInfo(ground.config.time_zone))


@dataclass(frozen=True)
class OwnRecords:
    """Our customer records as a bot sees them; see `MasterData`."""

    records: Customers

    def customers(self) -> Sequence[Customer]:
        return self.records.all()


def learn(url: str) -> str:
    """A first map of a page that asks for no log-in."""
    with open_browser(path=ensure_browser(logger.info, None)) as browser:
        return learn_address(browser, url)
