"""An order desk for the post office: order entry on the demo's old portal, with a mailbox of its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from bots.adapters.secrets import variable
from orchestrator.demo.company import SETTINGS, at
from orchestrator.demo.old_portal.process import OldPortal
from orchestrator.demo.world import COMPANY_DOMAIN
from tests.killing_ground import order_mail
from tests.post_office import letter

DESK = "order_entry"
PORTAL = "old_portal"
PATIENCE = {"answer_within": "6s", "search_is_proof_after": "20s"}  #: longer than the portal is ever made to pause


def desk(portal: OldPortal, place: Path) -> dict[str, Any]:
    """What the configuration says of the desk; it is laid over that of the post office."""
    entry = at(portal, portal.user)
    os.environ[variable(entry["login"]["password"]["secret"])] = portal.password
    described = yaml.safe_load(Path(entry["map"]).read_text(encoding="utf-8")) | PATIENCE
    patient = place / "old_portal.yaml"
    patient.write_text(yaml.safe_dump(described, sort_keys=False), encoding="utf-8")
    return {
        "portals": {PORTAL: entry | {"map": str(patient)}},
        "mailboxes": {DESK: {"trusted_authserv": f"mx.{COMPANY_DOMAIN}"}},
        "bots": {DESK: {"portal": PORTAL, "settings": SETTINGS | {"duplicate_days": 0}}},
    }


def draw(bot: str, number: int) -> bytes:
    """An order for the desk, a letter for everybody else."""
    return order_mail(f"BC-26-{number:04d}") if bot == DESK else letter(bot, number)
