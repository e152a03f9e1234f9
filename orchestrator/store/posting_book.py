"""What became of the money: the receipt of each bank line, the cases it left, and what it taught us of its payer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from bots.adapters.workspace import BeforePress, press_freely
from bots.domain.allocation import ResidualKind
from bots.domain.ledger import Case, CaseKind, History, LedgerLine, NewCase, Posting, PostingState, Trust
from bots.domain.ledger_documents import line_from, plain_posting, posting_from
from bots.errors import BusinessError
from orchestrator.store import ledger_tables as tables
from orchestrator.store import tables as work
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.choice_book import chosen_by
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.ledger_tables import STANDING

_POSTING = tables.postings.c
_CASE = tables.cases.c


class PostingBook:
    """Postings, cases and trust. Every change is recorded in the audit trail in the same transaction."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def posting(self, line: str) -> Posting | None:
        """The posting of a bank line, the last one if one was reversed."""
        with self._database.read() as connection:
            row = _last(connection, line, lock=False)
        return _posting(row) if row else None

    def posted(self, amount: Decimal) -> Sequence[tuple[LedgerLine, Posting]]:
        """The postings that stand of money of exactly this amount, with their lines, oldest first."""
        line = tables.bank_lines.c
        query = select(tables.postings, line.account, line.record.label("told")).join(
            tables.bank_lines, line.key == _POSTING.line
        )
        same = (line.amount == f"{amount.normalize():f}", _POSTING.state.in_(STANDING))
        with self._database.read() as connection:
            rows = connection.execute(query.where(*same).order_by(_POSTING.id)).mappings()
            return tuple(
                (LedgerLine(row["line"], row["account"], line_from(row["told"])), _posting(row)) for row in rows
            )

    def draft(self, posting: Posting) -> None:
        """Keep what is about to be posted, in place of an earlier draft. BusinessError when the line is posted."""
        record = {"customer": posting.customer, "record": plain_posting(posting), "drafted_at": now()}
        with self._database.write() as connection:
            row = _last(connection, posting.line)
            if row and row["state"] in STANDING:
                raise BusinessError(
                    f"The bank line {posting.line} is posted already, as receipt {row['receipt']}: nothing was "
                    "drafted. Have that receipt reversed if it is wrong."
                )
            if row and row["state"] == PostingState.DRAFT.value:
                connection.execute(update(tables.postings).where(_POSTING.id == row["id"]).values(**record))
            else:
                draft = {"line": posting.line, "state": PostingState.DRAFT.value}
                connection.execute(insert(tables.postings).values(**draft, **record))
            self._audit.write(connection, Event("o2c", "ledger.drafted", posting.line, plain_posting(posting)))

    def book(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        """The portal shows the draft as this receipt. Who agreed to it is read from the approvals, nobody says it."""
        before_press({"line": line, "receipt": receipt})
        with self._database.write() as connection:
            row = _last(connection, line)
            if row is None:
                raise BusinessError(f"Nothing was drafted for the bank line {line}: receipt {receipt} is not booked.")
            if row["state"] != PostingState.DRAFT.value:
                return
            posting = _posting(row)
            who = chosen_by(connection, line) if posting.chosen else _confirmed_by(connection, posting.key)
            agreed = int(bool(who and posting.agrees))
            shown = {"state": PostingState.POSTED.value, "receipt": receipt, "who": who, "posted_at": now()}
            this = update(tables.postings).where(_POSTING.id == row["id"])
            connection.execute(this.values(agreed=agreed, **shown))
            _keep_residuals(connection, row["id"], posting)
            opened = [_open(connection, case) for case in cases]
            _pair(connection, posting)
            _learn(connection, posting, who)
            if who and posting.agrees is False:
                _lock(connection, posting.customer, who, "a person posted something else than the machine was sure of")
            told = {"receipt": receipt, "who": who, "cases": sum(opened), "customer": posting.customer}
            self._audit.write(connection, Event("o2c", "ledger.booked", line, told))

    def book_by_hand(self, posting: Posting, receipt: str, who: str) -> None:
        """A person posted this money in the portal: it counts as agreed to. BusinessError when it is posted already."""
        with self._database.write() as connection:
            if _last(connection, posting.line):
                raise BusinessError(f"The bank line {posting.line} is posted already: nothing was changed.")
            row = {"line": posting.line, "customer": posting.customer, "record": plain_posting(posting)}
            row |= {"state": PostingState.POSTED.value, "receipt": receipt, "who": who, "agreed": 1}
            connection.execute(insert(tables.postings).values(drafted_at=now(), posted_at=now(), **row))
            _pair(connection, posting)
            _learn(connection, posting, who)
            told = {"receipt": receipt, "customer": posting.customer}
            self._audit.write(connection, Event(who, "ledger.booked_by_hand", posting.line, told))

    def ask_reversal(self, line: str, who: str, why: str) -> Posting:
        """Somebody wants the receipt of a line taken back: from now on a machine posts nothing alone for its customer.

        BusinessError when nothing is posted for it, or when it is taken back already.
        """
        with self._database.write() as connection:
            row = _last(connection, line)
            if row is None or row["state"] != PostingState.POSTED.value:
                state = row["state"].replace("_", " ") if row else "not posted"
                raise BusinessError(f"The bank line {line} is {state}: there is no receipt to take back.")
            asked = {"state": PostingState.TO_REVERSE.value, "why": why}
            connection.execute(update(tables.postings).where(_POSTING.id == row["id"]).values(**asked))
            _lock(connection, row["customer"], who, why)
            told = {"receipt": row["receipt"], "why": why, "locked": row["customer"]}
            self._audit.write(connection, Event(who, "ledger.reversal_asked", line, told))
        return _posting({**row, **asked})

    def book_reversal(
        self, line: str, receipt: str, cases: Sequence[NewCase] = (), before_press: BeforePress = press_freely
    ) -> None:
        """The portal shows that the posting was taken back. What it taught us of its payer is forgotten."""
        before_press({"line": line, "reversal": receipt})
        with self._database.write() as connection:
            row = _last(connection, line)
            if row is None or row["state"] != PostingState.TO_REVERSE.value:
                return
            shown = {"state": PostingState.REVERSED.value, "reversal": receipt, "reversed_at": now()}
            connection.execute(update(tables.postings).where(_POSTING.id == row["id"]).values(**shown))
            connection.execute(delete(tables.payer_ibans).where(tables.payer_ibans.c.line == line))
            opened = [_open(connection, case) for case in cases]
            told = {"receipt": row["receipt"], "reversal": receipt, "cases": sum(opened)}
            self._audit.write(connection, Event("o2c", "ledger.reversed", line, told))

    def open_case(self, case: NewCase) -> None:
        """Open a case by itself; one that is open already stays as it is."""
        with self._database.write() as connection:
            if _open(connection, case):
                self._audit.write(connection, Event("o2c", "case.opened", case.line, _as_row(case)))

    def cases(self, everything: bool = False) -> tuple[Case, ...]:
        """The open cases, oldest first; with `everything` the closed ones too."""
        query = select(tables.cases).order_by(_CASE.id)
        with self._database.read() as connection:
            rows = connection.execute(query if everything else query.where(_CASE.closed_at.is_(None)))
            return tuple(_case(row) for row in rows.mappings())

    def close_case(self, number: int, who: str, why: str) -> Case:
        """Somebody settled a case. BusinessError when there is none, or it is closed."""
        with self._database.write() as connection:
            query = select(tables.cases).where(_CASE.id == number, _CASE.closed_at.is_(None))
            row = connection.execute(query.with_for_update()).mappings().first()
            if row is None:
                raise BusinessError(f"There is no open case {number}: look at `o2c cases list`.")
            closed = {"closed_at": now(), "who": who, "why": why}
            connection.execute(update(tables.cases).where(_CASE.id == number).values(**closed))
            self._audit.write(connection, Event(who, "case.closed", f"case {number}", {"why": why}))
        return _case({**row, **closed})

    def history(self) -> History:
        """What was learned of each customer as a payer, from postings that stand."""
        with self._database.read() as connection:
            locks = _locks(connection)
            ibans, tolerated = _ibans(connection), _tolerated(connection)
            agreed = _agreements(connection, locks)
        numbers = {*locks, *ibans, *tolerated, *agreed}
        return History(
            {
                number: Trust(
                    tuple(ibans.get(number, ())),
                    agreed.get(number, 0),
                    locks[number]["why"] if number in locks else None,
                    tolerated.get(number, Decimal(0)),
                )
                for number in sorted(numbers)
            }
        )


def _last(connection: Connection, line: str, lock: bool = True) -> RowMapping | None:
    query = select(tables.postings).where(_POSTING.line == line).order_by(_POSTING.id.desc()).limit(1)
    return connection.execute(query.with_for_update() if lock else query).mappings().first()


def _posting(row: Any) -> Posting:
    now_is = {name: row[name] for name in ("receipt", "who", "why", "reversal")}
    return replace(posting_from(row["record"]), state=PostingState(row["state"]), **now_is)


def _confirmed_by(connection: Connection, posting_key: str) -> str | None:
    """The person whose approval stands for the very plan that was pressed under this key."""
    intent, given = work.intents.c, work.approvals.c
    same = (given.item == intent.item) & (given.plan_hash == intent.plan_hash) & given.withdrawn_at.is_(None)
    query = select(given.who).select_from(work.intents.join(work.approvals, same))
    live = intent.state.in_(("open", "confirmed"))
    who: str | None = connection.scalar(query.where(intent.posting_key == posting_key, live))
    return who


def _keep_residuals(connection: Connection, posting: int, of: Posting) -> None:
    for allocation in of.allocations:
        about = {"posting": posting, "item": allocation.item, "customer": allocation.customer}
        for place, one in enumerate(allocation.residuals):
            values = {"place": place, "kind": one.kind.value, "amount": f"{one.amount:f}"}
            insert_once(connection, tables.residuals, **about, **values)


def _pair(connection: Connection, posting: Posting) -> None:
    if posting.advice:
        only = tables.advices.c.content == posting.advice
        connection.execute(update(tables.advices).where(only).values(line=posting.line))


def _learn(connection: Connection, posting: Posting, who: str | None) -> None:
    if who and posting.payer_iban:
        about = {"iban": posting.payer_iban, "customer": posting.customer, "line": posting.line}
        insert_once(connection, tables.payer_ibans, who=who, learned_at=now(), **about)


def _open(connection: Connection, case: NewCase) -> bool:
    return insert_once(connection, tables.cases, opened_at=now(), **_as_row(case))


def _as_row(case: NewCase) -> dict[str, Any]:
    values = {one.name: getattr(case, one.name) for one in fields(case)}
    return {**values, "kind": case.kind.value, "amount": f"{case.amount:f}"}


def _case(row: Any) -> Case:
    told = {one.name: row[one.name] for one in fields(NewCase)}
    about = NewCase(**{**told, "kind": CaseKind(row["kind"]), "amount": Decimal(row["amount"])})
    return Case(row["id"], about, row["opened_at"], row["closed_at"], row["who"], row["why"])


def _lock(connection: Connection, customer: str, who: str, why: str) -> None:
    values = {"customer": customer, "who": who, "why": why, "locked_at": now()}
    connection.execute(insert(tables.autonomy_locks).values(**values))


def _locks(connection: Connection) -> dict[str, RowMapping]:
    """The last lock of each customer."""
    query = select(tables.autonomy_locks).order_by(tables.autonomy_locks.c.id)
    return {row["customer"]: row for row in connection.execute(query).mappings()}


def _ibans(connection: Connection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    learned = tables.payer_ibans.c
    for customer, iban in connection.execute(select(learned.customer, learned.iban).order_by(learned.iban)):
        found.setdefault(customer, []).append(iban)
    return found


def _agreements(connection: Connection, locks: dict[str, RowMapping]) -> dict[str, int]:
    standing = (_POSTING.agreed == 1, _POSTING.state == PostingState.POSTED.value)
    query = select(_POSTING.customer, func.count()).where(*standing).group_by(_POSTING.customer)
    found = {row[0]: int(row[1]) for row in connection.execute(query)}
    for customer, lock in locks.items():
        since = query.where(_POSTING.customer == customer, _POSTING.posted_at > lock["locked_at"])
        row = connection.execute(since).first()
        found[customer] = row[1] if row else 0
    return found


def _tolerated(connection: Connection) -> dict[str, Decimal]:
    """What was let go of small remainders this calendar year (UTC), by customer."""
    found: dict[str, Decimal] = {}
    for customer, amount in _rows_tolerated(connection):
        found[customer] = found.get(customer, Decimal(0)) + Decimal(amount)
    return found


def _rows_tolerated(connection: Connection) -> Iterator[tuple[str, str]]:
    one = tables.residuals.c
    since = now().replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    query = select(one.customer, one.amount).join(tables.postings, _POSTING.id == one.posting)
    standing = (one.kind == ResidualKind.TOLERANCE.value, _POSTING.state.in_(STANDING), _POSTING.posted_at >= since)
    yield from ((customer, amount) for customer, amount in connection.execute(query.where(*standing)))
