"""The database's own guard over the audit trail: it grows at its end and is never changed, whoever is connected.

Part of the first migration, and like it never edited: a later change of the guards is a later migration.
"""

from __future__ import annotations

from collections.abc import Iterator

_UNCHANGED = "the audit trail is append-only: what was written is never changed"
_UNDELETED = "the audit trail is append-only: what was written is never deleted"
_AT_ITS_END = "the audit trail grows at its end only, one number after another"
_FORWARD = "the head of the audit trail only moves forward"


def sqlite_triggers() -> Iterator[str]:
    """The statements for SQLite."""
    for table in ("audit", "audit_checkpoints"):
        yield _sqlite(f"{table}_unchanged", "update", table, _UNCHANGED)
        yield _sqlite(f"{table}_undeleted", "delete", table, _UNDELETED)
    after_last = "new.seq is not (select coalesce(max(seq), 0) + 1 from audit)"
    yield _sqlite("audit_at_its_end", "insert", "audit", _AT_ITS_END, after_last)
    yield _sqlite("audit_head_undeleted", "delete", "audit_head", _UNDELETED)
    yield _sqlite("audit_head_forward", "update", "audit_head", _FORWARD, "new.seq <= old.seq")


def _sqlite(name: str, event: str, table: str, message: str, when: str = "1") -> str:
    return f"create trigger {name} before {event} on {table} when {when} begin select raise(abort, '{message}'); end"


def postgresql_triggers() -> Iterator[str]:
    """The statements for PostgreSQL."""
    for table in ("audit", "audit_checkpoints"):
        yield from _postgresql(f"{table}_unchanged", "update", table, _UNCHANGED)
        yield from _postgresql(f"{table}_undeleted", "delete", table, _UNDELETED)
    for table in ("audit", "audit_checkpoints", "audit_head"):
        yield from _postgresql(f"{table}_not_emptied", "truncate", table, _UNDELETED)
    yield from _postgresql("audit_head_undeleted", "delete", "audit_head", _UNDELETED)
    yield from _postgresql("audit_head_forward", "update", "audit_head", _FORWARD, "new.seq <= old.seq")
    after_last = "new.seq is distinct from (select coalesce(max(seq), 0) + 1 from audit)"
    yield from _postgresql("audit_at_its_end", "insert", "audit", _AT_ITS_END, after_last)


def _postgresql(name: str, event: str, table: str, message: str, when: str = "true") -> Iterator[str]:
    answer = {"delete": "old", "truncate": "null"}.get(event, "new")
    yield (
        f"create function {name}() returns trigger language plpgsql as $$ begin "
        f"if {when} then raise exception '{message}'; end if; return {answer}; end $$"
    )
    scope = "statement" if event == "truncate" else "row"
    yield f"create trigger {name} before {event} on {table} for each {scope} execute function {name}()"
