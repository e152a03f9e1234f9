"""What the configuration says of servers, as their adapters want it, with passwords from the secrets."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bots.adapters.imap import ImapAccount
from bots.adapters.notices import MailChannel, WebhookChannel
from bots.adapters.outbox import SmtpAccount
from bots.adapters.secrets import Secrets
from bots.adapters.webhook import Webhook
from bots.adapters.workspace import Channel
from orchestrator.assembly.ground import Ground
from orchestrator.config import Config, Outbox
from orchestrator.store.addresses import with_password


def imap_account(ground: Ground, name: str) -> ImapAccount:
    """A mailbox of the configuration as the adapter wants it."""
    block = ground.config.mailboxes[name]
    return ImapAccount(
        host=block.host,
        port=block.imap_port,
        security=block.security,
        user=block.user,
        password=ground.secrets.get(block.password.secret),
        folders=block.folders,
        processed=block.processed,
        trusted=block.trusted_authserv,
        ca_file=as_text(block.ca_file),
    )


def smtp_account(ground: Ground, block: Outbox) -> SmtpAccount:
    """Where mail leaves, as the adapter wants it."""
    return SmtpAccount(
        host=block.host,
        sender=block.sender,
        user=block.user,
        password=ground.secrets.get(block.password.secret) if block.password else None,
        port=block.smtp_port,
        security=block.security,
        ca_file=as_text(block.ca_file),
    )


def alert_channels(ground: Ground) -> Mapping[str, Channel]:
    """Everybody who is told when something is wrong, by name; nobody where the configuration names nobody."""
    told, company = ground.config.alerts, ground.config.company.name
    channels: dict[str, Channel] = {}
    if told and told.mail and ground.config.outbox:
        account = replace(smtp_account(ground, ground.config.outbox), timeout=10.0)
        channels["mail"] = MailChannel(account, told.mail.to, company)
    if told and told.webhook:
        secret = ground.secrets.get(told.webhook.secret.secret)
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
