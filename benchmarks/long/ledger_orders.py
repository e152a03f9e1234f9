"""200 orders into SQL-Ledger while sessions end and the server is restarted at random: each once, each as ordered.

Takes about half an hour, so it runs only when it is named: `./o2c bench ledger_orders`. It needs root on Debian and
the portal's setup script (O2C_SQL_LEDGER, or beside the repository).
"""

from __future__ import annotations

import json
import os

from tests.ledger_run import Outcome, Plague, key_orders
from tests.sql_ledger import absent, running

ORDERS = int(os.environ.get("O2C_LEDGER_ORDERS", "200"))
SEED = 20261121
PLAGUE = Plague(every=(30, 90), at_press=0.06, at_opening=0.02)


def run() -> dict[str, object]:
    """What was keyed, what stands in the ledger's own database, and what went wrong meanwhile."""
    reason = absent()
    if reason:
        return {"not measured": reason}
    with running() as ledger:
        return figures(key_orders(ledger, ORDERS, SEED, PLAGUE))


def figures(outcome: Outcome) -> dict[str, object]:
    """The outcome in numbers."""
    return {
        "documents": len(outcome.documents),
        "in the database": len(outcome.stored),
        "equal to their document": outcome.equal,
        "twice": len(outcome.twice),
        "items": outcome.states,
        "unsettled": outcome.unsettled,
        "confirmations": outcome.letters,
        "went wrong": dict(outcome.troubles),
        "attempts": outcome.attempts,
        "entered again after the search proved nothing was saved": outcome.refuted,
        "tried again by a person": outcome.asked,
        "audit trail verifies": outcome.audit_ok,
        "seconds": round(outcome.seconds),
    }


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
