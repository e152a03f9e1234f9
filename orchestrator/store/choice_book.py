"""What people say money is for, where the machine could not tell."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import Connection, select, update

from bots.domain.ledger import Choice
from bots.domain.plain import canonical
from bots.errors import BusinessError
from orchestrator.store import ledger_tables as tables
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.ledger_tables import STANDING

_CHOICE = tables.choices.c


class ChoiceBook:
    """Choices, the last one for each bank line. Every one is recorded in the audit trail in the same transaction."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def choose(self, choice: Choice) -> None:
        """A person says what a line is for, in place of what was said before.

        BusinessError when it is posted, or was: a reference in the portal is used once.
        """
        values = {"customer": choice.customer, "parts": canonical(choice.parts), "who": choice.who, "why": choice.why}
        posted = tables.postings.c
        with self._database.write() as connection:
            made = select(posted.receipt, posted.state).where(posted.line == choice.line, posted.receipt.is_not(None))
            row = connection.execute(made).first()
            if row:
                said = "posted already" if row.state in STANDING else "taken back: post its money by hand"
                raise BusinessError(f"The bank line {choice.line} was receipt {row.receipt}, {said}; nothing changed.")
            if not insert_once(connection, tables.choices, line=choice.line, chosen_at=now(), **values):
                only = _CHOICE.line == choice.line
                connection.execute(update(tables.choices).where(only).values(chosen_at=now(), **values))
            self._audit.write(connection, Event(choice.who, "ledger.chosen", choice.line, canonical(choice)))

    def choice(self, line: str) -> Choice | None:
        """What a person said the line is for."""
        query = select(tables.choices).where(_CHOICE.line == line)
        with self._database.read() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        parts = tuple((item, Decimal(part)) for item, part in row["parts"])
        return Choice(row["line"], row["customer"], parts, row["who"], row["why"])


def chosen_by(connection: Connection, line: str) -> str | None:
    """The person who said what the line is for."""
    who: str | None = connection.scalar(select(_CHOICE.who).where(_CHOICE.line == line))
    return who
