"""Prove an exported audit trail on any machine: this one file, Python and `cryptography` are enough.

    python verify.py trail.jsonl --key audit.pub --heads audit-heads.jsonl

What is proved. Every record names the SHA-256 of the one before it, so a record cannot be changed, taken out, put in
or moved without all later ones changing. Every record, the head and every checkpoint carry an Ed25519 signature, so
that later ones cannot be made again without the private key, and records cut from the end are missed by the head or,
if an older head was put back, by a checkpoint. Whoever holds the private key *and* every copy of the checkpoints can
forge all of it: keep copies of `audit-heads.jsonl` where the machine cannot reach them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

GENESIS = "0" * 64  #: what the first record names as its predecessor
SEALED = ("action", "actor", "at", "detail", "item", "prev", "run", "seq", "target")  #: what a record's hash covers

Entry = Mapping[str, Any]  #: a record, a head or a checkpoint as plain JSON


@dataclass(frozen=True)
class Verification:
    """What a verification found. `first_bad` is the number of the first record that is not as it was written."""

    ok: bool
    records: int  #: records looked at
    first_bad: int | None
    what: str  #: one sentence
    key: str = ""  #: fingerprint of the public key that was used


@dataclass(frozen=True)
class Trail:
    """A trail to verify; `records` gives them anew each time, in order of their numbers."""

    records: Callable[[], Iterable[Entry]]
    head: Entry | None
    checkpoints: tuple[Entry, ...]


class Bad(Exception):
    """The first record that is not as it was written, and what happened to it."""

    def __init__(self, seq: int | None, what: str) -> None:
        super().__init__(what)
        self.seq = seq


def canonical_text(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same bytes for the same value everywhere."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def record_hash(record: Entry) -> str:
    """SHA-256 (hex) over the canonical JSON of what a record says and of its predecessor's hash."""
    return hashlib.sha256(canonical_text({name: record[name] for name in SEALED}).encode()).hexdigest()


def head_message(seq: int, record_hash: str) -> bytes:
    """What is signed with each record, and again as the head."""
    return f"o2c audit head\n{seq}\n{record_hash}".encode()


def checkpoint_message(seq: int, record_hash: str, at: str) -> bytes:
    """What is signed at a checkpoint."""
    return f"o2c audit checkpoint\n{seq}\n{record_hash}\n{at}".encode()


def fingerprint(key: Ed25519PublicKey) -> str:
    """SHA-256 (hex) of the raw public key, to compare by eye."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def verify_trail(trail: Trail, key: Ed25519PublicKey) -> Verification:
    """Verify a whole trail against a public key. Never raises for a bad trail: the answer says what is wrong.

    Costs one signature check (about 0.1 ms) a record.
    """
    looked_at = 0

    def counted() -> Iterator[Entry]:
        nonlocal looked_at
        for record in trail.records():
            looked_at += 1
            yield record

    try:
        points = _ours(trail.checkpoints, key)
        last = _chain(counted(), points, key)
        _ends_at_its_head(last, trail.head, max(points, default=0), key)
    except Bad as bad:
        return Verification(False, looked_at, bad.seq, str(bad), fingerprint(key))
    return Verification(True, looked_at, None, f"{looked_at} records, all as they were written", fingerprint(key))


def _ours(checkpoints: Iterable[Entry], key: Ed25519PublicKey) -> dict[int, Entry]:
    points: dict[int, Entry] = {}
    for point in checkpoints:
        try:
            seq, message = int(point["seq"]), checkpoint_message(point["seq"], point["hash"], point["at"])
            signature = point["signature"]
        except (KeyError, TypeError, ValueError) as error:
            raise Bad(None, f"a checkpoint is not readable: {canonical_text(point)[:200]}") from error
        if not _signed(key, signature, message):
            raise Bad(seq, f"the checkpoint at record {seq} was changed: it does not bear our signature")
        if points.setdefault(seq, point)["hash"] != point["hash"]:
            raise Bad(seq, f"two checkpoints at record {seq} disagree: the trail was begun again and written anew")
    return points


def _chain(records: Iterable[Entry], points: Mapping[int, Entry], key: Ed25519PublicKey) -> Entry | None:
    last: Entry | None = None
    for record in records:
        _follows(record, last)
        seq = record["seq"]
        if not _signed(key, record.get("signature"), head_message(seq, record["hash"])):
            raise Bad(seq, f"record {seq} was changed together with its hash: it does not bear our signature")
        if seq in points and points[seq]["hash"] != record["hash"]:
            raise Bad(seq, f"record {seq} was written anew: the checkpoint of {points[seq]['at']} knows another one")
        last = record
    return last


def _follows(record: Entry, last: Entry | None) -> None:
    seq, before = record.get("seq"), last["seq"] if last else 0
    if not isinstance(seq, int):
        raise Bad(before + 1, f"record {before + 1} is not readable: it bears no number")
    if seq > before + 1:
        raise Bad(before + 1, f"record {before + 1} was removed: record {seq} comes after record {before}")
    if seq != before + 1:
        raise Bad(seq, f"record {seq} was put in or moved: it comes after record {before}")
    if not _gives_its_hash(record):
        raise Bad(seq, f"record {seq} was changed: its content no longer gives its hash")
    if record["prev"] != (last["hash"] if last else GENESIS):
        raise Bad(seq, f"record {seq} was put in or moved: it does not name record {before} as the one before it")


def _gives_its_hash(record: Entry) -> bool:
    try:
        return record_hash(record) == str(record["hash"])
    except (KeyError, TypeError, ValueError):
        return False


def _ends_at_its_head(last: Entry | None, head: Entry | None, known: int, key: Ed25519PublicKey) -> None:
    end = last["seq"] if last else 0
    if head is None:
        raise Bad(end + 1, f"the head of the trail is missing: records after {end} may have been cut from the end")
    if not _signed(key, head["signature"], head_message(head["seq"], head["hash"])):
        raise Bad(end or None, f"the head, which names record {head['seq']} as the last, does not bear our signature")
    latest, witness = max((head["seq"], "the signed head"), (known, "a signed checkpoint"))
    if latest > end:
        raise Bad(end + 1, f"record {end + 1} and all after it were cut from the end: {witness} names record {latest}")
    if head["seq"] < end:
        raise Bad(head["seq"] + 1, f"record {head['seq'] + 1} was put in after the signed end of the trail")


def _signed(key: Ed25519PublicKey, signature: Any, message: bytes) -> bool:
    try:
        key.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, TypeError, ValueError):
        return False
    return True


def verify_export(path: Path, public_key: Path | None = None, heads: Path | None = None) -> Verification:
    """Verify a file written by `o2c audit export`.

    `public_key` is `audit.pub` from a place you trust; None takes the key in the file itself, which proves only that
    the file is whole. `heads` is a copy of `audit-heads.jsonl` kept elsewhere. Raises ValueError for another file.
    """
    header = next(_lines(path), None)
    if not isinstance(header, dict) or header.get("o2c_audit_export") != 1:
        raise ValueError(f"{path} is not an exported audit trail; write one with `o2c audit export`")
    key = _public_key(public_key.read_bytes() if public_key else str(header.get("public_key")).encode())
    if key is None:
        raise ValueError(f"{public_key or path} holds no Ed25519 public key; take the `audit.pub` of that installation")
    points = [*_of_kind(path, "checkpoint"), *(_lines(heads) if heads else ())]
    head = next(iter(_of_kind(path, "head")), None)
    found = verify_trail(Trail(lambda: _of_kind(path, "record"), head, tuple(points)), key)
    return found if public_key else _in_its_own_words(found)


def _public_key(pem: bytes) -> Ed25519PublicKey | None:
    try:
        key = load_pem_public_key(pem)
    except (UnsupportedAlgorithm, ValueError):
        return None
    return key if isinstance(key, Ed25519PublicKey) else None


def _in_its_own_words(found: Verification) -> Verification:
    caution = f"; checked with the key inside the file only, compare its fingerprint {found.key[:16]} with yours"
    return Verification(found.ok, found.records, found.first_bad, found.what + caution, found.key)


def _of_kind(path: Path, kind: str) -> Iterator[Entry]:
    return (line[kind] for line in _lines(path) if kind in line)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path}, line {number} is not JSON: the file was cut or changed") from error


def main() -> int:
    """Verify the file named on the command line. Exit code 0: whole, 1: not whole, 2: not an export."""
    parser = argparse.ArgumentParser(description="Verify an exported audit trail.")
    parser.add_argument("export", type=Path)
    parser.add_argument("--key", type=Path, help="audit.pub from a place you trust")
    parser.add_argument("--heads", type=Path, help="a copy of audit-heads.jsonl kept elsewhere")
    given = parser.parse_args()
    try:
        found = verify_export(given.export, given.key, given.heads)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(("OK: " if found.ok else "NOT OK: ") + found.what + "\n")
    return 0 if found.ok else 1


if __name__ == "__main__":
    sys.exit(main())
