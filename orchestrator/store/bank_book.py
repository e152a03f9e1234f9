"""What came in: bank lines, each once whichever report told of it, and advices that wait for their money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, exists, select, update

from bots.adapters.workspace import BeforePress, press_freely
from bots.domain.bank import BankLine
from bots.domain.documents import Arrival, Document
from bots.domain.ledger import (
    SOURCE,
    BankReport,
    EnteredReport,
    LedgerLine,
    NotedAdvice,
    identity,
    line_key,
    unknown_lines,
)
from bots.domain.ledger_documents import LINE, advice_from, line_document, line_from, plain_advice, plain_line
from bots.domain.orders import same_number
from orchestrator.store import ledger_tables as tables
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.item import State
from orchestrator.store.ledger_tables import STANDING
from orchestrator.store.tables import items

RECENT = timedelta(days=30)  #: older money that nothing is posted for is not looked at beside other money
PAUSE = timedelta(days=10)  #: an advice whose money has not come by then pauses no reminder any more

WOKEN = (State.WAITING.value, State.APPROVAL.value)  #: states of money that an advice may explain

_LINE = tables.bank_lines.c
_ADVICE = tables.advices.c


class BankBook:
    """Bank lines and advices. Every change is recorded in the audit trail in the same transaction."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def report(self, document: str) -> EnteredReport | None:
        """What was entered of a bank's file; None: nothing yet."""
        found = tables.bank_reports.c
        query = select(found.document, found.lines, found.new).where(found.document == document)
        with self._database.read() as connection:
            row = connection.execute(query).mappings().first()
        return EnteredReport(**row) if row else None

    def enter(self, report: BankReport, before_press: BeforePress = press_freely) -> None:
        """Enter the lines of a file that no earlier report told of; all of them or none."""
        before_press({"document": report.document, "lines": str(report.lines)})
        told: dict[str, Any] = {"document": report.document, "lines": report.lines}
        with self._database.write() as connection:
            if not insert_once(connection, tables.bank_reports, new=0, entered_at=now(), **told):
                return
            keys = [key for account, lines in report.accounts for key in _enter(connection, report, account, lines)]
            only = tables.bank_reports.c.document == report.document
            connection.execute(update(tables.bank_reports).where(only).values(new=len(keys)))
            self._audit.write(connection, Event("o2c", "ledger.entered", report.document, {**told, "new": keys}))

    def arrivals(self) -> Iterator[Arrival]:
        """Lines of money to us, or given back, that no work item was made of yet, in order of entry."""
        query = select(_LINE.key, _LINE.account, _LINE.record).where(_LINE.taken_at.is_(None))
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(_LINE.entered_at, _LINE.booked, _LINE.key)).mappings().all()
        yield from (_arrival(row) for row in rows)

    def settle(self, arrival: Arrival) -> None:
        """A work item was made of the line."""
        only = (_LINE.key == arrival.source.removeprefix(SOURCE), _LINE.taken_at.is_(None))
        with self._database.write() as connection:
            connection.execute(update(tables.bank_lines).where(*only).values(taken_at=now()))

    def unposted(self) -> Sequence[LedgerLine]:
        """Money to us that nothing is posted for, of the last days, in order of entry."""
        standing = exists().where(tables.postings.c.line == _LINE.key, tables.postings.c.state.in_(STANDING))
        since = (now() - RECENT).date().isoformat()
        query = select(_LINE.key, _LINE.account, _LINE.record).where(~standing, _LINE.booked >= since)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(_LINE.entered_at, _LINE.key)).mappings()
            found = [LedgerLine(row["key"], row["account"], line_from(row["record"])) for row in rows]
        return tuple(one for one in found if one.line.amount > 0)

    def noted(self, content: str) -> NotedAdvice | None:
        """The advice that says this (`advice_content`), if it was noted."""
        found = self._advices(_ADVICE.content == content)
        return found[0] if found else None

    def advices(self) -> Sequence[NotedAdvice]:
        """The advices whose money has not come, oldest first."""
        return self._advices(_ADVICE.line.is_(None))

    def note(self, advice: NotedAdvice, before_press: BeforePress = press_freely) -> None:
        """Note an advice, and have money looked at again that waits for a person and may be its."""
        before_press({"document": advice.document, "total": advice.advice.amount() or ""})
        row = {"content": advice.content, "document": advice.document, "noted_at": advice.noted}
        with self._database.write() as connection:
            if not insert_once(connection, tables.advices, record=plain_advice(advice.advice), **row):
                return
            references = {same_number(line.reference) for line in advice.advice.lines if line.reference}
            for reference in sorted(references - {""}):
                insert_once(connection, tables.advice_references, content=advice.content, reference=reference)
            told = {"amount": advice.advice.amount(), "references": sorted(references)}
            for event in _woken(connection, advice):
                self._audit.write(connection, event)
            self._audit.write(connection, Event("o2c", "ledger.noted", advice.document, told))

    def paused(self, invoice: str) -> str | None:
        """Why nobody should be reminded of an invoice, if an advice says that its money is on the way."""
        named = tables.advice_references
        query = select(tables.advices).join(named, named.c.content == _ADVICE.content)
        with self._database.read() as connection:
            rows = connection.execute(
                query.where(named.c.reference == same_number(invoice), _ADVICE.line.is_(None))
            ).mappings()
            pausing = [one for one in map(_noted, rows) if now() < _until(one)]
        if not pausing:
            return None
        last = max(pausing, key=_until)
        said = f"an advice of {last.advice.paid_on or last.noted.date()} says that it is paid"
        return f"{said}; its money is waited for until {_until(last).date()}"

    def _advices(self, *where: Any) -> tuple[NotedAdvice, ...]:
        query = select(tables.advices).where(*where).order_by(_ADVICE.noted_at, _ADVICE.content)
        with self._database.read() as connection:
            return tuple(_noted(row) for row in connection.execute(query).mappings())


def _enter(connection: Connection, report: BankReport, account: str, lines: Sequence[BankLine]) -> Iterator[str]:
    """Enter what is new on one account; the keys of the lines entered."""
    known = _known(connection, account, lines)
    for line in unknown_lines(lines, known):
        equal = sum(identity(one) == identity(line) for one in known)
        key = line_key(account, line, equal + 1)
        known.append(line)
        row = {"key": key, "document": report.document, "account": account, "occurrence": equal + 1}
        outside = line.amount < 0 and line.returned is None  # money we sent is nobody's work here
        row |= {"record": plain_line(line), "entered_at": now(), "taken_at": now() if outside else None}
        if insert_once(connection, tables.bank_lines, **row, **identity(line)):
            yield key


def _known(connection: Connection, account: str, lines: Sequence[BankLine]) -> list[BankLine]:
    days = {line.booked.isoformat() for line in lines}
    query = select(_LINE.record).where(_LINE.account == account, _LINE.booked.in_(days)).order_by(_LINE.occurrence)
    return [line_from(record) for record in connection.scalars(query)]


def _arrival(row: RowMapping) -> Arrival:
    line = LedgerLine(row["key"], row["account"], line_from(row["record"]))
    content = line_document(line)
    return Arrival(f"{SOURCE}{line.key}", content, (Document(content, LINE, line.title),))


def _woken(connection: Connection, advice: NotedAdvice) -> Iterator[Event]:
    """Give back to the machine the lines that wait for a person and whose money may be the advice's."""
    total, currency = advice.advice.total, advice.advice.currency
    if total is None:
        return
    of_lines = (items.c.source == SOURCE + _LINE.key, items.c.state.in_(WOKEN))
    query = select(items.c.id, items.c.key, items.c.revision, items.c.run, _LINE.record).where(*of_lines)
    for row in connection.execute(query).mappings().all():
        line = line_from(row["record"])
        if line.amount > total or (currency and line.currency != currency):
            continue
        changes: Mapping[str, Any] = {"state": State.NEW.value, "revision": row["revision"] + 1, "attempts": 0}
        only = items.c.id == row["id"]
        connection.execute(update(items).where(only).values(updated_at=now(), until=None, worker=None, **changes))
        told = {"why": f"an advice of {total:f} came in, document {advice.document}", **changes}
        yield Event("o2c", "item.reopened", row["key"], told, row["id"], row["run"])


def _noted(row: RowMapping) -> NotedAdvice:
    return NotedAdvice(row["document"], advice_from(row["record"]), row["noted_at"], row["line"])


def _until(advice: NotedAdvice) -> datetime:
    announced = advice.advice.paid_on
    later = max(advice.noted.date(), announced) if announced else advice.noted.date()
    return datetime.combine(later, advice.noted.timetz()) + PAUSE
