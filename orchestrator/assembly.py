"""The only place that builds real things and joins them: the store, the secrets, mailboxes, portals, processes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from loguru import logger

from bots.adapters.browser import BrowserPortal, open_browser
from bots.adapters.browser.inspect import Inspected, inspect_portal
from bots.adapters.browser.learning import learn_address, learn_inside
from bots.adapters.imap import ImapAccount
from bots.adapters.mailbox import ImapMailbox, Mailboxes
from bots.adapters.masking import Masker
from bots.adapters.notices import MailChannel, WebhookChannel
from bots.adapters.outbox import SentFolder, SmtpAccount, SmtpOutbox
from bots.adapters.recorded import RecordedWorkspace
from bots.adapters.secrets import Secrets
from bots.adapters.selector_map import SelectorMap, load_map
from bots.adapters.selector_map.patch import proposed
from bots.adapters.watched_folder import Sources, WatchedFolder
from bots.adapters.webhook import Webhook
from bots.adapters.workspace import Channel, Outbox, Workspace
from bots.bot import Reading
from bots.decision import Decision, Plan
from bots.domain.customers import Customer
from bots.errors import BusinessError, ConfigError
from orchestrator.browser_setup import ensure_browser
from orchestrator.config import BotEntry, Config, default_path, load
from orchestrator.config import Outbox as OutboxBlock
from orchestrator.duty import ItemBench, settings_of, working_hands
from orchestrator.isolation import Answer
from orchestrator.journal import ItemJournal
from orchestrator.logs import install_logging
from orchestrator.pace import PacedOutbox
from orchestrator.reading import reading_hands
from orchestrator.registry import AnyBot, find_bot
from orchestrator.runner import OpenWorkspace, Runner
from orchestrator.store.addresses import with_password
from orchestrator.store.customers import Customers
from orchestrator.store.ledger import Ledger
from orchestrator.store.store import Store, open_store
from orchestrator.ward import PortalWard
from orchestrator.worker import enlist


@dataclass(frozen=True)
class House:
    """One configuration brought to life. Everything that talks to the outside is opened when first used."""

    path: Path
    config: Config
    store: Store
    secrets: Secrets
    masker: Masker

    @property
    def database(self) -> str:
        """The database's URL, its password in it."""
        return database_url(self.config, self.secrets)

    def bot(self, name: str) -> AnyBot:
        """A bot by name."""
        return find_bot(name)

    @contextmanager
    def workspace(self, bot: str, journal: ItemJournal) -> Iterator[Workspace]:
        """A recorded workspace for one bot, with a browser of its own if a portal is used."""
        with self.equipment(bot) as equipment, equipment.workspace(journal) as workspace:
            yield workspace

    @contextmanager
    def equipment(self, bot: str) -> Iterator[Equipment]:
        """What one process works with for one bot."""
        with ExitStack() as opened:
            yield Equipment(self, self.config.bots[bot], opened)

    @contextmanager
    def at_portal(self, name: str) -> Iterator[Equipment]:
        """What a person has a portal looked at with, whichever bots work there. Raises ConfigError if there is none."""
        if name not in self.config.portals:
            raise ConfigError(f"there is no portal `{name}`; there is: {', '.join(self.config.portals) or 'none'}")
        with ExitStack() as opened:
            yield Equipment(self, BotEntry(portal=name), opened)

    def runner(self, bot: str, token: str, open_workspace: OpenWorkspace | None = None) -> Runner:
        """The loop for one bot under a worker's lease."""
        opener = open_workspace or (lambda journal: self.workspace(bot, journal))
        portal = self.config.bots[bot].portal
        return Runner(self.bot(bot), self.config.settings(bot), self.store, token, opener, portal)

    def bench(self, bot: str, token: str) -> ItemBench:
        """The processes in which a worker has a bot's items read and worked on."""
        reader = reading_hands(bot, self.config.limits.reading_memory)
        hands = working_hands(self.config, bot, token, working, str(self.path))
        return ItemBench(reader, hands, self.runner(bot, token))

    @contextmanager
    def listening(self, mailbox: str) -> Iterator[ImapMailbox]:
        """A mailbox to be waited on, on a connection of its own."""
        with ImapMailbox(mailbox, imap_account(self, mailbox), self.store.mail) as opened:
            yield opened

    def decide_only(self, bot: str, reading: Reading) -> tuple[Decision[Plan], ...]:
        """Look and decide, and stop there: a dry run of a document, then of its parts. The looking is on record,
        nothing is posted."""
        found, settings = self.bot(bot), self.config.settings(bot)
        token = enlist(self.store, f"plan {bot}")
        journal = ItemJournal(self.store, f"plan {bot}", token)
        try:
            with self.workspace(bot, journal) as workspace:
                readings = (reading, *found.parts(reading))
                return tuple(found.decide(one, found.look(one, workspace, settings), settings) for one in readings)
        finally:
            self.store.workers.retire(token)


class Equipment:
    """What one process works with for one bot: a browser and a log-in kept from item to item, connections for each."""

    def __init__(self, house: House, entry: BotEntry, opened: ExitStack) -> None:
        self.house = house
        self._entry = entry
        self._opened = opened
        self._journal: ItemJournal | None = None
        self._portal: BrowserPortal | None = None
        self._ward = PortalWard(house.store, self._entry.portal)

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
        wanted, block = self.house.config.browser, self.house.config.portals[name]
        path = ensure_browser(logger.info, wanted.path)
        browser = self._opened.enter_context(open_browser(path=path, headed=wanted.headed))
        return BrowserPortal(
            name,
            portal_map,
            url=block.url,
            user=block.login.user,
            password=self.house.secrets.get(block.login.password.secret),
            browser=browser,
            note=self._note,
            memory=self.house.store.portals.looks(name),
        )

    def mailboxes(self, connections: ExitStack) -> list[ImapMailbox]:
        """The bot's mailboxes, connected when first used."""
        memory = self.house.store.mail
        accounts = [(name, imap_account(self.house, name)) for name in self._entry.mailboxes]
        return [connections.enter_context(ImapMailbox(*account, memory)) for account in accounts]

    def folders(self) -> list[WatchedFolder]:
        """The bot's watched folders."""
        blocks = [(name, self.house.config.folders[name]) for name in self._entry.folders]
        return [WatchedFolder(name, one.path, Path(one.processed), one.quiet_seconds) for name, one in blocks]

    def outbox(self, connections: ExitStack) -> Outbox:
        """Where letters leave."""
        block = self.house.config.outbox
        if block is None:
            raise ConfigError("a letter is to be sent but config.yaml has no `outbox`; add it, or switch letters off")
        account = smtp_account(self.house, block)
        outbox = SmtpOutbox(account, SentFolder(imap_account(self.house, block.sent.mailbox), block.sent.folder))
        connections.callback(outbox.close)
        return PacedOutbox(outbox, self.house.store, block.per_minute) if block.per_minute else outbox

    def inspect(self, journal: ItemJournal) -> Iterator[Inspected]:
        """Every page and element of the bot's portal as it stands now; nothing is typed or pressed there."""
        self._journal = journal
        self._ward = replace(self._ward, looks_only=True)
        with self.account.fresh() as portal:
            yield from inspect_portal(portal)

    def proposal(self, journal: ItemJournal) -> str:
        """What the portal's map should say instead, as a unified diff of its file; empty: it stands."""
        path = self.house.config.portals[str(self._entry.portal)].map
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
        return load_map(self.house.config.portals[name].map)

    def _note(self, action: str, detail: Mapping[str, object]) -> None:
        if self._journal is not None:
            self._journal.note(action, detail)
            self._ward.heard(action, detail, self._journal.actor)


@dataclass
class RealWorkspace:
    """The real things behind a bot's workspace, each opened when first used; see `Workspace`."""

    equipment: Equipment
    connections: ExitStack

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
        return OwnRecords(self.equipment.house.store.customers)

    @property
    def ledger(self) -> Ledger:
        return self.equipment.house.store.ledger

    def now(self) -> datetime:
        house = self.equipment.house
        return house.store.now().astimezone(ZoneInfo(house.config.time_zone))


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


@contextmanager
def open_house(path: Path | None) -> Iterator[House]:
    """Read the configuration and open the store. Raises ConfigError or StoreError before anything is touched."""
    found = path or default_path()
    config = load(found)
    masker = Masker()
    install_logging(masker.mask, config.data / "logs", level="WARNING")
    blocks = config.secrets
    secrets = Secrets(blocks.directory, blocks.age_file, blocks.age_identity, on_reveal=masker.learn)
    store = open_store(database_url(config, secrets), config.data)
    try:
        yield House(found.resolve(), config, store, secrets, masker)
    finally:
        store.close()


def working(path: str, bot: str, token: str) -> Answer:
    """Runs in the working process: opens the house once, then works item after item in one browser."""
    opened = ExitStack()
    house = opened.enter_context(open_house(Path(path)))
    runner = house.runner(bot, token, Equipment(house, house.config.bots[bot], opened).workspace)

    def work(request: tuple[int, int, Reading]) -> str:
        item, revision, reading = request
        tuned = replace(runner, settings=settings_of(house.config, house.store, bot, item))
        return tuned.work(item, revision, reading).state.value

    return work


def imap_account(house: House, name: str) -> ImapAccount:
    """A mailbox of the configuration as the adapter wants it."""
    block = house.config.mailboxes[name]
    return ImapAccount(
        host=block.host,
        port=block.imap_port,
        security=block.security,
        user=block.user,
        password=house.secrets.get(block.password.secret),
        folders=block.folders,
        processed=block.processed,
        trusted=block.trusted_authserv,
        ca_file=as_text(block.ca_file),
    )


def smtp_account(house: House, block: OutboxBlock) -> SmtpAccount:
    """Where mail leaves, as the adapter wants it."""
    return SmtpAccount(
        host=block.host,
        sender=block.sender,
        user=block.user,
        password=house.secrets.get(block.password.secret) if block.password else None,
        port=block.smtp_port,
        security=block.security,
        ca_file=as_text(block.ca_file),
    )


def alert_channels(house: House) -> Mapping[str, Channel]:
    """Everybody who is told when something is wrong, by name; nobody where the configuration names nobody."""
    told, company = house.config.alerts, house.config.company.name
    channels: dict[str, Channel] = {}
    if told and told.mail and house.config.outbox:
        account = replace(smtp_account(house, house.config.outbox), timeout=10.0)
        channels["mail"] = MailChannel(account, told.mail.to, company)
    if told and told.webhook:
        secret = house.secrets.get(told.webhook.secret.secret)
        webhook = Webhook(told.webhook.url, secret, told.webhook.timeout_seconds, time.time)
        channels["webhook"] = WebhookChannel(webhook, company)
    return channels


def as_text(path: Path | None) -> str | None:
    """A path as libraries for mail want it."""
    return str(path) if path else None


def database_url(config: Config, secrets: Secrets) -> str:
    """The database's URL with its password from the secrets, if one is named."""
    named = config.database_password
    return with_password(config.database, secrets.get(named.secret).reveal() if named else None)
