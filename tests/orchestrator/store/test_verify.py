"""The exported trail, on a machine that has neither the database nor this software."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bots.errors import StoreError
from orchestrator.store import verify
from orchestrator.store.store import Store
from orchestrator.store.verify import verify_export


@pytest.fixture
def exported(store: Store, tmp_path: Path) -> Path:
    """A trail of six records, the first of them that it begins, a checkpoint at the last."""
    for number in range(2, 7):
        store.audit.append("clerk", "typed", "portal", {"number": number, "ü": "é"})
    store.audit.checkpoint()
    path = tmp_path / "out" / "trail.jsonl"
    assert store.audit.export(path) == 6
    return path


def test_an_exported_trail_verifies_with_the_key_one_holds(exported: Path, data: Path) -> None:
    found = verify_export(exported, data / "audit.pub")

    assert (found.ok, found.records, found.first_bad) == (True, 6, None)


def test_without_a_key_of_ones_own_the_answer_says_what_it_is_worth(exported: Path, store: Store) -> None:
    found = verify_export(exported)

    assert found.ok
    assert found.key == store.audit.fingerprint
    assert f"compare its fingerprint {found.key[:16]}" in found.what


def lines(path: Path) -> list[dict[str, dict[str, object]]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rewrite(path: Path, entries: list[dict[str, dict[str, object]]]) -> None:
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "seq"),
    [
        pytest.param(lambda record: record.update(detail={"number": 99}), 4, id="a changed detail"),
        pytest.param(lambda record: record.update(hash="a" * 64), 4, id="a changed hash"),
        pytest.param(lambda record: record.pop("actor"), 4, id="a field taken out"),
        pytest.param(lambda record: record.update(signature=None), 4, id="no signature"),
        pytest.param(lambda record: record.update(seq="four"), 4, id="no number"),
        pytest.param(lambda record: record.clear(), 4, id="nothing left"),
    ],
)
def test_a_record_changed_in_the_file_is_named(exported: Path, data: Path, change: object, seq: int) -> None:
    assert callable(change)
    entries = lines(exported)
    change(next(entry["record"] for entry in entries if entry.get("record", {}).get("seq") == 4))
    rewrite(exported, entries)

    found = verify_export(exported, data / "audit.pub")

    assert not found.ok
    assert found.first_bad == seq


@pytest.mark.parametrize(
    ("gone", "seq"),
    [
        pytest.param([("record", 3)], 3, id="a record"),
        pytest.param([("record", 6)], 6, id="the last record"),
        pytest.param([("record", 5), ("record", 6), ("head", 6)], 5, id="the last records and the head"),
        pytest.param([("head", 6)], 7, id="the head"),
    ],
)
def test_what_was_taken_out_of_the_file_is_named(
    exported: Path, data: Path, gone: list[tuple[str, int]], seq: int
) -> None:
    entries = lines(exported)
    rewrite(exported, [e for e in entries if not any(e.get(kind, {}).get("seq") == n for kind, n in gone)])

    assert verify_export(exported, data / "audit.pub").first_bad == seq


def test_a_copy_of_the_checkpoints_kept_elsewhere_misses_what_the_file_hides(exported: Path, data: Path) -> None:
    entries = lines(exported)
    fifth = next(entry["record"] for entry in entries if entry.get("record", {}).get("seq") == 5)
    kept = [
        e for e in entries if (e.get("record") or e.get("checkpoint") or {"seq": 0})["seq"] != 6 and "head" not in e
    ]
    rewrite(exported, [*kept, {"head": {name: fifth[name] for name in ("seq", "hash", "signature")}}])

    assert verify_export(exported, data / "audit.pub").ok
    found = verify_export(exported, data / "audit.pub", heads=data / "audit-heads.jsonl")
    assert (found.ok, found.first_bad) == (False, 6)


def test_a_trail_signed_by_someone_else_does_not_pass(exported: Path, tmp_path: Path) -> None:
    from orchestrator.store.keys import public_text, signing_key

    (tmp_path / "other").mkdir()
    (tmp_path / "other.pub").write_text(public_text(signing_key(tmp_path / "other")))

    assert not verify_export(exported, tmp_path / "other.pub").ok


@pytest.mark.parametrize("content", ["", "{}", "[]", "no json", '{"o2c_audit_export": 1, "public_key": "none"}'])
def test_another_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(content)

    with pytest.raises(ValueError, match=r"x\.jsonl"):
        verify_export(path)


def test_an_export_that_cannot_be_written_is_a_store_error(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreError, match="could not be exported"):
        store.audit.export(tmp_path / "file" / "trail.jsonl")


def run_alone(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a copy of verify.py in a folder of its own, without this project on the path."""
    shutil.copy(verify.__file__, folder / "check.py")
    command = [sys.executable, "-I", str(folder / "check.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_one_file_verify_py_is_enough(exported: Path, data: Path) -> None:
    whole = run_alone(exported.parent, exported, "--key", data / "audit.pub", "--heads", data / "audit-heads.jsonl")
    assert (whole.returncode, whole.stderr) == (0, "")
    assert whole.stdout == "OK: 6 records, all as they were written\n"

    exported.write_text(exported.read_text(encoding="utf-8").replace('"number":4', '"number":5'), encoding="utf-8")
    changed = run_alone(exported.parent, exported, "--key", data / "audit.pub")
    assert changed.returncode == 1
    assert changed.stdout.startswith("NOT OK: record 4 was changed")


def test_a_file_that_is_no_export_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("{}")

    told = run_alone(tmp_path, tmp_path / "x.jsonl")

    assert told.returncode == 2
    assert "not an exported audit trail" in told.stderr
    assert "Traceback" not in told.stderr
