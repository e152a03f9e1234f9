"""config.yaml as frozen models. A misspelt key is refused; docs/configuration.md explains each key to an admin."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, NonNegativeInt, PositiveInt, PrivateAttr, model_validator

from bots.bot import Settings
from orchestrator.config.block import Block
from orchestrator.config.schedules import Schedule
from orchestrator.config.source import Place
from orchestrator.config.values import (
    LOOPBACK,
    Cron,
    DatabaseUrl,
    FilePath,
    HolidayCalendar,
    Listen,
    MailAddress,
    Name,
    SecretName,
    SignedAddress,
    Size,
    TimeZone,
    WebAddress,
)

Security = Literal["tls", "starttls", "plain"]


class SecretRef(Block):
    """The name of a secret; its value is never in the configuration."""

    secret: SecretName = Field(examples=["orders-mailbox"])


class Company(Block):
    """Who we are, as it is printed in letters and compared with documents."""

    name: str = Field(examples=["Brunel Fournitures SAS"])
    address: tuple[str, ...] = Field((), examples=[["14 quai Perrache", "69002 Lyon"]])
    siren: str | None = Field(None, examples=['"805334174"'])
    vat: str | None = Field(None, examples=["FR60805334174"])
    domain: str | None = Field(None, examples=["brunel-fournitures.example"])
    currency: str = Field("EUR", pattern=r"^[A-Z]{3}$", examples=["EUR"])


class Browser(Block):
    """Which browser works the portals; `path` null means the first one found."""

    path: FilePath | None = Field(None, examples=["/usr/bin/chromium"])
    headed: bool = Field(False, examples=["false"])


class Limits(Block):
    """What one document or one work item may cost before it is stopped and given to a person."""

    reading_seconds: PositiveInt = Field(60, examples=[60])
    reading_memory: Size = Field(2**30, examples=["1 GiB"])
    item_seconds: PositiveInt = Field(300, examples=[300])
    item_memory: Size = Field(3 * 2**30, examples=["3 GiB"])
    lease_seconds: PositiveInt = Field(60, examples=[60])
    grace_seconds: PositiveInt = Field(30, examples=[30])
    document_size: Size = Field(25 * 2**20, examples=["25 MiB"])


class Server(Block):
    """A mail server and how it is spoken to."""

    host: str = Field(examples=["imap.example.com"])
    port: PositiveInt | None = Field(None, le=65535, examples=[993])
    security: Security = Field("tls", examples=["tls"])
    ca_file: FilePath | None = Field(None, examples=["/etc/ssl/company-ca.pem"])

    @model_validator(mode="after")
    def _plain_only_here(self) -> Server:
        if self.security == "plain" and self.host not in LOOPBACK:
            raise ValueError("`security: plain` would send mail and passwords readable by anyone; use tls or starttls")
        return self


class Mailbox(Server):
    """A mailbox bots listen to, over IMAP. `port` null is 993 with tls, 143 otherwise."""

    user: str = Field(examples=["orders@example.com"])
    password: SecretRef = Field(examples=["{secret: orders-mailbox}"])
    folders: tuple[str, ...] = Field(("INBOX",), min_length=1, examples=["[INBOX]"])
    processed: str = Field("Processed", examples=["Processed"])
    trusted_authserv: str | None = Field(None, examples=["mx.example.com"])

    @property
    def imap_port(self) -> int:
        """The port to connect to."""
        return self.port or (993 if self.security == "tls" else 143)


class SentFolder(Block):
    """Where a copy of each letter is kept; searched before anything in doubt is sent again."""

    mailbox: Name = Field(examples=["orders"])
    folder: str = Field("Sent", examples=["Sent"])


class Outbox(Server):
    """Where mail leaves, over SMTP. `port` null is 465 with tls, 587 with starttls, 25 with plain."""

    security: Security = Field("starttls", examples=["starttls"])
    user: str | None = Field(None, examples=["orders@example.com"])
    password: SecretRef | None = Field(None, examples=["{secret: orders-mailbox}"])
    sender: MailAddress = Field(alias="from", examples=['"Brunel orders <orders@example.com>"'])
    sent: SentFolder = Field(examples=["{mailbox: orders, folder: Sent}"])
    per_minute: PositiveInt | None = Field(None, examples=[30])

    @property
    def smtp_port(self) -> int:
        """The port to connect to."""
        return self.port or {"tls": 465, "starttls": 587, "plain": 25}[self.security]

    @model_validator(mode="after")
    def _user_with_password(self) -> Outbox:
        if (self.user is None) != (self.password is None):
            raise ValueError("`user` and `password` go together: write both, or neither")
        return self


class Folder(Block):
    """A folder that other programs put files into. `processed`: where a file goes when everything in it is stored."""

    path: FilePath = Field(examples=["/srv/bank/in"])
    processed: str = Field("processed", examples=["processed"])
    quiet_seconds: NonNegativeInt = Field(10, examples=[10])


class Login(Block):
    """The account a bot uses in a portal."""

    user: str = Field(examples=["bot"])
    password: SecretRef = Field(examples=["{secret: acme-orders}"])


class Portal(Block):
    """A portal under one log-in: where it is, and the selector map that describes it."""

    url: WebAddress = Field(examples=["https://orders.acme.example"])
    map: FilePath = Field(examples=["selectors/acme_orders.yaml"])
    login: Login = Field(examples=["{user: bot, password: {secret: acme-orders}}"])


class SecretStore(Block):
    """Where secrets are looked for after the environment, in this order; then the desktop's keyring."""

    directory: FilePath | None = Field(Path("/run/secrets"), examples=["/run/secrets"])
    age_file: FilePath | None = Field(None, examples=["secrets.age"])
    age_identity: FilePath | None = Field(None, examples=["/etc/o2c/identity.txt"])

    @model_validator(mode="after")
    def _file_with_identity(self) -> SecretStore:
        if self.age_file and not self.age_identity:
            raise ValueError("`age_file` needs `age_identity`, the file with the key that opens it")
        return self


class BotEntry(Block):
    """A bot at work: its portal and mailboxes, when it runs (`when` null: only by hand), and its own settings."""

    portal: Name | None = Field(None, examples=["acme_orders"])
    mailboxes: tuple[Name, ...] = Field((), examples=["[orders]"])
    folders: tuple[Name, ...] = Field((), examples=["[bank]"])
    when: Cron | None = Field(None, examples=['"*/5 6-20 * * mon-fri"'])
    settings: dict[str, Any] = Field(default_factory=dict, examples=['{approval_above: "5000.00 EUR"}'])


class Metrics(Block):
    """Where figures are shown to whoever asks, without a password: on this machine, unless told otherwise."""

    listen: Listen = Field("127.0.0.1:9464", examples=["127.0.0.1:9464"])

    @property
    def host(self) -> str:
        """The address to listen on."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port to listen on."""
        return int(self.listen.rpartition(":")[2])


class MailAlerts(Block):
    """People who are told by mail; it leaves through `outbox`."""

    to: tuple[MailAddress, ...] = Field(min_length=1, examples=["[admin@example.com]"])


class WebhookAlerts(Block):
    """A program that is told by a signed POST."""

    url: SignedAddress = Field(examples=["https://alerts.example.com/o2c"])
    secret: SecretRef = Field(examples=["{secret: alerts-webhook}"])
    timeout_seconds: PositiveInt = Field(10, le=60, examples=[10])


class Alerts(Block):
    """Who is told when something is wrong, and how often it is looked (seconds)."""

    every: PositiveInt = Field(60, examples=[60])
    mail: MailAlerts | None = Field(None, examples=["{to: [admin@example.com]}"])
    webhook: WebhookAlerts | None = Field(
        None, examples=["{url: https://alerts.example.com/o2c, secret: {secret: alerts-webhook}}"]
    )

    @model_validator(mode="after")
    def _somebody(self) -> Alerts:
        if self.mail is None and self.webhook is None:
            raise ValueError("nobody would be told; write `mail: {to: [admin@example.com]}`, `webhook`, or both")
        return self


class Config(Block):
    """The whole configuration, checked. Paths are absolute; secrets are names."""

    company: Company = Field(examples=["{name: Brunel Fournitures SAS}"])
    database: DatabaseUrl = Field("sqlite:///var/o2c.sqlite3", examples=["sqlite:///var/o2c.sqlite3"])
    database_password: SecretRef | None = Field(None, examples=["{secret: database}"])
    data: FilePath = Field(Path("var"), examples=["var"])
    time_zone: TimeZone = Field("Europe/Paris", examples=["Europe/Paris"])
    holidays: HolidayCalendar = Field("FR", examples=["FR"])
    workers: PositiveInt | None = Field(None, examples=[2])
    browser: Browser = Browser()
    limits: Limits = Limits()
    mailboxes: dict[Name, Mailbox] = Field(default_factory=dict)
    folders: dict[Name, Folder] = Field(default_factory=dict)
    outbox: Outbox | None = None
    portals: dict[Name, Portal] = Field(default_factory=dict)
    secrets: SecretStore = SecretStore()
    metrics: Metrics | None = Field(None, examples=["{listen: 127.0.0.1:9464}"])
    alerts: Alerts | None = Field(None, examples=["{mail: {to: [admin@example.com]}}"])
    bots: dict[Name, BotEntry] = Field(default_factory=dict)
    schedules: dict[Name, Schedule] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _mail_needs_outbox(self) -> Config:
        if self.alerts and self.alerts.mail and self.outbox is None:
            raise ValueError("alerts.mail: mail leaves through `outbox`, and there is none; add it, or use `webhook`")
        return self

    _origins: dict[Place, str] = PrivateAttr(default_factory=dict)
    _settings: dict[str, Settings] = PrivateAttr(default_factory=dict)

    def settings(self, bot: str) -> Settings:
        """The settings of a bot named in `bots`, as its own model. Raises KeyError for any other."""
        return self._settings[bot]

    def timetable(self) -> dict[str, Schedule]:
        """Every schedule by name: those of `schedules`, and each bot's `when` under the bot's name."""
        short = {bot: Schedule(bot=bot, when=entry.when) for bot, entry in self.bots.items() if entry.when}
        return short | self.schedules

    def origin(self, path: str) -> str:
        """Where the value at `mailboxes.orders.port` comes from: `config.yaml:12`, `environment …` or `default`."""
        return self._origins.get(tuple(path.split(".")), "default")
