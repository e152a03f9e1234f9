"""The demo's house: a configuration for servers that were just started, and the customer records."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from bots.adapters.secrets import variable
from orchestrator.demo import world
from orchestrator.demo.mail_servers import PROCESSED, SENT, MailServers
from orchestrator.demo.old_portal.process import OldPortal
from orchestrator.store.store import Store

BOT = "order_entry"
SELECTORS = Path(__file__).parents[2] / "selectors"


def write_config(directory: Path, mail: MailServers, portal: OldPortal, browser: Path | None, headed: bool) -> Path:
    """Write the configuration an admin would write for these servers, and put the passwords where secrets are found."""
    os.environ[variable("demo-imap")] = mail.imap.password
    os.environ[variable("demo-smtp")] = mail.smtp.password
    os.environ[variable("demo-portal")] = portal.password
    imap, smtp = mail.imap, mail.smtp
    values = {
        "company": {
            "name": world.COMPANY,
            "address": list(world.COMPANY_ADDRESS),
            "siren": world.COMPANY_SIREN,
            "vat": world.COMPANY_VAT,
            "domain": world.COMPANY_DOMAIN,
            "currency": world.CURRENCY,
        },
        "database": "sqlite:///o2c.sqlite3",
        "data": ".",
        "browser": {"path": str(browser) if browser else None, "headed": headed},
        "mailboxes": {
            "orders": {
                "host": imap.host,
                "port": imap.port,
                "security": "plain",
                "user": imap.user,
                "password": {"secret": "demo-imap"},
                "processed": PROCESSED,
                "trusted_authserv": f"mx.{world.COMPANY_DOMAIN}",
            }
        },
        "outbox": {
            "host": smtp.host,
            "port": smtp.port,
            "security": "plain",
            "user": smtp.user,
            "password": {"secret": "demo-smtp"},
            "from": f"{world.COMPANY} <{world.ORDERS_ADDRESS}>",
            "sent": {"mailbox": "orders", "folder": SENT},
        },
        "portals": {
            "old_portal": {
                "url": portal.url,
                "map": str(SELECTORS / "old_portal.yaml"),
                "login": {"user": portal.user, "password": {"secret": "demo-portal"}},
            }
        },
        "bots": {
            BOT: {
                "portal": "old_portal",
                "mailboxes": ["orders"],
                "settings": {
                    "approval_above": "5000.00 EUR",
                    "company": world.COMPANY,
                    "domain": world.COMPANY_DOMAIN,
                },
            }
        },
    }
    path = directory / "config.yaml"
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def put_customers(store: Store) -> None:
    """The customer records matching relies on; the same again changes nothing."""
    for customer in world.CUSTOMERS:
        store.customers.put(customer, "demo")
