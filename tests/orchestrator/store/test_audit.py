"""The audit trail: it grows, it cannot be changed, and whatever was changed all the same is named."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy

from bots.errors import StoreError
from orchestrator.store import audit as audit_module
from orchestrator.store.chain import as_entry
from orchestrator.store.store import Store, open_store
from orchestrator.store.verify import record_hash

APPENDER = Path(__file__).with_name("appender.py")
Tamper = Callable[..., None]


@pytest.fixture
def trail(store: Store) -> Store:
    """A trail of ten records (the first one says that it begins), a checkpoint at the eighth."""
    for number in range(2, 11):
        store.audit.append("clerk", "typed", "portal", {"number": number, "amount": Decimal("12.50")}, run="r1")
        if number == 8:
            store.audit.checkpoint()
    return store


def test_a_record_comes_back_as_it_was_written(trail: Store) -> None:
    last = trail.audit.list(after=9)[0]

    assert (last.seq, last.actor, last.action, last.target, last.run) == (10, "clerk", "typed", "portal", "r1")
    assert last.detail == {"number": 10, "amount": "12.50"}
    assert last.at.tzinfo is not None


def test_each_record_names_the_one_before_it(trail: Store) -> None:
    records = trail.audit.list()

    assert [later.prev for later in records[1:]] == [earlier.hash for earlier in records[:-1]]


def test_a_whole_trail_verifies(trail: Store) -> None:
    found = trail.audit.verify()

    assert (found.ok, found.records, found.first_bad) == (True, 10, None)


def test_records_are_found_by_item_and_by_run(trail: Store) -> None:
    trail.audit.append("clerk", "looked", "portal", {}, item=3, run="r2")

    assert [record.seq for record in trail.audit.list(item=3)] == [11]
    assert [record.seq for record in trail.audit.list(run="r2")] == [11]
    assert trail.audit.list(run="r1", limit=2)[-1].seq == 3


TAMPERINGS = [
    pytest.param("update audit set detail = '{\"number\":99}' where seq = 5", 5, "changed", id="a changed detail"),
    pytest.param("update audit set detail = ' ' || detail where seq = 5", 5, "changed", id="a space"),
    pytest.param("update audit set actor = 'nobody' where seq = 5", 5, "changed", id="a changed actor"),
    pytest.param("update audit set at = replace(at, '+00:00', 'Z') where seq = 5", 5, "changed", id="another instant"),
    pytest.param("update audit set run = null where seq = 5", 5, "changed", id="a run taken away"),
    pytest.param("update audit set item = 77 where seq = 5", 5, "changed", id="an item put in"),
    pytest.param(f"update audit set hash = '{'a' * 64}' where seq = 5", 5, "changed", id="a changed hash"),
    pytest.param(f"update audit set prev = '{'a' * 64}' where seq = 5", 5, "changed", id="a changed predecessor"),
    pytest.param(f"update audit set signature = '{'a' * 128}' where seq = 5", 5, "signature", id="its signature"),
    pytest.param("update audit set detail = 'no json' where seq = 10", 10, "changed", id="no JSON at the end"),
    pytest.param("delete from audit where seq = 5", 5, "removed", id="a deleted row in the middle"),
    pytest.param("delete from audit where seq in (4, 5)", 4, "removed", id="two deleted rows in the middle"),
    pytest.param("delete from audit where seq = 1", 1, "removed", id="the first row deleted"),
    pytest.param("delete from audit where seq = 10", 10, "cut from the end", id="the last row deleted"),
    pytest.param("delete from audit where seq > 6", 7, "cut from the end", id="the last rows deleted"),
    pytest.param("delete from audit", 1, "cut from the end", id="all rows deleted"),
    pytest.param("delete from audit_head", 11, "head", id="the head deleted"),
    pytest.param(f"update audit_head set hash = '{'a' * 64}'", 10, "head", id="the head changed"),
    pytest.param(
        "insert into audit select 11, at, actor, action, target, detail, item, run, hash, hash, signature "
        "from audit where seq = 10",
        11, "changed", id="a row put in at the end",
    ),
    pytest.param(f"update audit_checkpoints set hash = '{'a' * 64}' where seq = 8", 8, "checkpoint", id="a checkpoint"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "seq", "word"), TAMPERINGS)
def test_whatever_was_tampered_with_is_named(trail: Store, tamper: Tamper, statement: str, seq: int, word: str) -> None:
    tamper(statement)

    found = trail.audit.verify()

    assert (found.ok, found.first_bad) == (False, seq)
    assert word in found.what


def test_two_records_that_changed_places_are_noticed(trail: Store, tamper: Tamper) -> None:
    tamper(
        "update audit set seq = 100 where seq = 4",
        "update audit set seq = 4 where seq = 5",
        "update audit set seq = 5 where seq = 100",
    )

    assert trail.audit.verify().first_bad == 4


def test_a_record_put_in_between_is_noticed(trail: Store, tamper: Tamper) -> None:
    moves = [f"update audit set seq = {seq + 1} where seq = {seq}" for seq in range(10, 5, -1)]
    tamper(*moves, "insert into audit select 6, at, actor, action, target, detail, item, run, hash, hash, signature "
                   "from audit where seq = 5")  # fmt: skip

    assert trail.audit.verify().first_bad == 6


def test_a_record_changed_together_with_its_hash_is_named_and_not_its_successor(trail: Store, tamper: Tamper) -> None:
    forged = forge(trail, 5, actor="nobody")
    tamper(f"update audit set actor = 'nobody', hash = '{forged}' where seq = 5")

    assert trail.audit.verify().first_bad == 5


def forge(trail: Store, seq: int, **changes: str) -> str:
    """The hash anyone can work out for a changed record; the signature is what nobody can."""
    with trail.database.read() as connection:
        row = connection.execute(sqlalchemy.text("select * from audit where seq = :seq"), {"seq": seq}).mappings().one()
    return record_hash(as_entry({**row, **changes}))


def test_rows_cut_together_with_an_older_head_are_missed_by_a_checkpoint(trail: Store, tamper: Tamper) -> None:
    tamper(
        "delete from audit where seq > 6",
        "update audit_head set seq = 6, hash = (select hash from audit where seq = 6), "
        "signature = (select signature from audit where seq = 6)",
    )

    found = trail.audit.verify()

    assert (found.ok, found.first_bad) == (False, 7)
    assert "checkpoint names record 8" in found.what


def test_a_checkpoint_deleted_in_the_database_is_still_in_the_file(trail: Store, tamper: Tamper) -> None:
    tamper(
        "delete from audit where seq > 6",
        "delete from audit_checkpoints where seq > 6",
        "update audit_head set seq = 6, hash = (select hash from audit where seq = 6), "
        "signature = (select signature from audit where seq = 6)",
    )

    assert trail.audit.verify().first_bad == 7


def test_a_trail_that_was_removed_is_not_begun_again(trail: Store, url: str, data: Path, tamper: Tamper) -> None:
    tamper("delete from audit", "delete from audit_head", "delete from audit_checkpoints")

    again = open_store(url, data)

    with pytest.raises(StoreError, match="removed"):
        again.audit.append("clerk", "typed", "portal", {})
    assert not again.audit.verify().ok
    again.close()


def test_nothing_is_added_to_a_trail_signed_with_another_key(trail: Store, url: str, tmp_path: Path) -> None:
    elsewhere = open_store(url, tmp_path / "another")

    with pytest.raises(StoreError, match="signature"):
        elsewhere.audit.append("clerk", "typed", "portal", {})
    elsewhere.close()


@pytest.mark.parametrize(
    "statement",
    [
        "update audit set actor = 'nobody' where seq = 5",
        "delete from audit where seq = 5",
        "delete from audit_checkpoints",
        "update audit_checkpoints set seq = seq + 1",
        "delete from audit_head",
        "update audit_head set seq = 3",
        "insert into audit select 12, at, actor, action, target, detail, item, run, prev, hash, signature "
        "from audit where seq = 5",
        "insert into audit select 0, at, actor, action, target, detail, item, run, prev, hash, signature "
        "from audit where seq = 5",
    ],
)
def test_the_database_itself_refuses(trail: Store, statement: str) -> None:
    with pytest.raises(StoreError), trail.database.write() as connection:
        connection.execute(sqlalchemy.text(statement))

    assert trail.audit.verify().ok


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", ["audit", "audit_head", "audit_checkpoints"])
def test_postgresql_refuses_to_empty(trail: Store, table: str) -> None:
    with pytest.raises(StoreError, match="append-only"), trail.database.write() as connection:
        connection.exec_driver_sql(f"truncate {table}")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_sqlite_refuses_to_replace(trail: Store) -> None:
    with pytest.raises(StoreError), trail.database.write() as connection:
        connection.exec_driver_sql("insert or replace into audit select * from audit where seq = 5")


def test_a_record_rolled_back_leaves_no_gap(trail: Store) -> None:
    with pytest.raises(TypeError):
        trail.audit.append("clerk", "typed", "portal", {"price": 1.5})

    assert trail.audit.append("clerk", "typed", "portal", {}).seq == 11
    assert trail.audit.verify().ok


def test_text_no_database_takes_is_written_with_a_replacement_sign(trail: Store) -> None:
    made = trail.audit.append("a\x00b", "typed \udcff", "portal", {"subject": "\udcff \x00", "key \udcff": 1})

    assert trail.audit.list(after=10) == [made]
    assert trail.audit.verify().ok


def test_a_checkpoint_is_made_once_for_a_head(trail: Store, data: Path) -> None:
    assert trail.audit.checkpoint() == trail.audit.checkpoint()
    assert len((data / "audit-heads.jsonl").read_text().splitlines()) == 3


def test_a_checkpoint_is_made_every_so_many_records(store: Store, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_module, "EVERY", 4)
    for number in range(9):
        store.audit.append("clerk", "typed", "portal", {"number": number})

    points = [json.loads(line)["seq"] for line in (data / "audit-heads.jsonl").read_text().splitlines()]
    assert points == [1, 5, 9]


def test_a_line_torn_by_a_crash_spoils_neither_the_file_nor_the_trail(trail: Store, data: Path) -> None:
    heads = data / "audit-heads.jsonl"
    heads.write_text(heads.read_text() + '{"at":"2026-')
    trail.audit.checkpoint()

    assert trail.audit.verify().ok
    assert heads.read_text().splitlines()[-1].startswith('{"at":"2')
    assert heads.read_text().splitlines()[-1].endswith("}")


def test_two_processes_append_at_once_and_lose_no_link(store: Store, url: str, data: Path) -> None:
    both = [
        subprocess.Popen([sys.executable, str(APPENDER), url, str(data), name, "500"], stdout=subprocess.DEVNULL)
        for name in ("left", "right")
    ]

    assert [process.wait(timeout=120) for process in both] == [0, 0]

    found = store.audit.verify()
    assert (found.ok, found.records) == (True, 1001)
    for name in ("left", "right"):
        numbers = [record.detail["number"] for record in store.audit.list(limit=2000) if record.actor == name]
        assert numbers == list(range(1, 501))


def test_processes_that_open_an_empty_store_at_once_make_one_trail_and_one_key(url: str, data: Path) -> None:
    all_three = [
        subprocess.Popen([sys.executable, str(APPENDER), url, str(data), str(n), "20"], stdout=subprocess.DEVNULL)
        for n in range(3)
    ]

    assert [process.wait(timeout=120) for process in all_three] == [0, 0, 0]

    opened = open_store(url, data)
    found = opened.audit.verify()
    opened.close()
    assert (found.ok, found.records) == (True, 61)


def test_a_writer_killed_in_mid_append_leaves_a_whole_chain(store: Store, url: str, data: Path) -> None:
    for _ in range(3):
        process = subprocess.Popen([sys.executable, str(APPENDER), url, str(data), "x", "0"], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        before = store.audit.verify().records
        while not store.audit.list(after=before + 50, limit=1):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()

    assert store.audit.verify().ok
    store.audit.append("clerk", "typed", "portal", {})
    assert store.audit.verify().ok


def test_the_evidence_the_trail_names_is_verified_too(trail: Store, data: Path) -> None:
    sha256 = trail.evidence.keep(b"a picture", "image/png")
    assert trail.audit.verify(evidence=trail.evidence.trouble_with).ok

    (data / "evidence" / sha256[:2] / sha256[2:]).write_bytes(b"another picture")

    found = trail.audit.verify(evidence=trail.evidence.trouble_with)
    assert (found.ok, found.first_bad) == (False, 11)
    assert sha256 in found.what
