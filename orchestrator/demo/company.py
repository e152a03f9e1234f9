"""The demo's house: a configuration for servers that were just started, and the customer records."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from bots.adapters.secrets import variable
from orchestrator.demo import world
from orchestrator.demo.mail_servers import CASH, PROCESSED, SENT, MailServer, MailServers
from orchestrator.demo.old_portal.process import OldPortal
from orchestrator.store.store import Store

BOT = "order_entry"
CASH_BOT = "remittance_reader"
SELECTORS = Path(__file__).parents[2] / "selectors"
COMPANY = {
    "name": world.COMPANY,
    "address": list(world.COMPANY_ADDRESS),
    "siren": world.COMPANY_SIREN,
    "vat": world.COMPANY_VAT,
    "domain": world.COMPANY_DOMAIN,
    "currency": world.CURRENCY,
}
RECEIVED = {"processed": PROCESSED, "trusted_authserv": f"mx.{world.COMPANY_DOMAIN}"}
SENDING = {"from": f"{world.COMPANY} <{world.ORDERS_ADDRESS}>", "sent": {"mailbox": "orders", "folder": SENT}}
SETTINGS = {"approval_above": "5000.00 EUR"}
#: Three agreements instead of twenty, and no sample: in the demo what may be posted is posted every time.
CASH_SETTINGS = {
    "series": ["F{yy}{n:5}", "A{yy}{n:5}"],
    "own_numbers": [world.ACCOUNT],
    "matching": {"agreements_needed": 3, "sample_percent": "0"},
}
#: The portal once for each of its log-ins: with two, both bots work there at the same time.
PORTALS = ("old_portal", "old_portal_cash")
USERS = ("BOT01", "BOT02")
BANK = "bank"  #: the folder the bank's program puts its files into


def write_config(directory: Path, mail: MailServers, portal: OldPortal, browser: Path | None, headed: bool) -> Path:
    """Write the configuration an admin would write for these servers, and put the passwords where secrets are found."""
    os.environ[variable("demo-imap")] = mail.imap.password
    os.environ[variable("demo-smtp")] = mail.smtp.password
    os.environ[variable("demo-portal")] = portal.password
    portals = dict(zip(PORTALS, (at(portal, user) for user in portal.users), strict=False))
    values = {
        "company": COMPANY,
        "database": "sqlite:///o2c.sqlite3",
        "data": ".",
        "browser": {"path": str(browser) if browser else None, "headed": headed},
        "mailboxes": {
            "orders": server(mail.imap, "demo-imap") | RECEIVED,
            "cash": server(mail.imap, "demo-imap") | RECEIVED | {"folders": [CASH]},
        },
        "folders": {"bank": {"path": BANK, "quiet_seconds": 0}},
        "outbox": server(mail.smtp, "demo-smtp") | SENDING,
        "portals": portals,
        "bots": {
            BOT: {"portal": next(iter(portals)), "mailboxes": ["orders"], "settings": SETTINGS},
            CASH_BOT: {
                "portal": next(reversed(portals)),
                "mailboxes": ["cash"],
                "folders": ["bank"],
                "settings": CASH_SETTINGS,
            },
        },
    }
    (directory / BANK).mkdir(exist_ok=True)
    path = directory / "config.yaml"
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def at(portal: OldPortal, user: str) -> dict[str, Any]:
    """The portal under one of its log-ins, as the configuration names it."""
    login = {"user": user, "password": {"secret": "demo-portal"}}
    return {"url": portal.url, "map": str(SELECTORS / "old_portal.yaml"), "login": login}


def server(one: MailServer, secret: str) -> dict[str, Any]:
    """A mail server of this machine, as the configuration names it."""
    where = {"host": one.host, "port": one.port, "security": "plain"}
    return {**where, "user": one.user, "password": {"secret": secret}}


def put_customers(store: Store) -> None:
    """The customer records matching relies on; the same again changes nothing."""
    for customer in world.CUSTOMERS:
        store.customers.put(customer, "demo")
