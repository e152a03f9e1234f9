"""Evidence: kept by content, whole or not at all, and damage is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.errors import StoreError
from orchestrator.store.store import Store


def place(data: Path, sha256: str) -> Path:
    return data / "evidence" / sha256[:2] / sha256[2:]


def test_what_is_kept_is_read_again(store: Store, data: Path) -> None:
    sha256 = store.evidence.keep(b"an order", "application/pdf", "order.pdf")

    assert store.evidence.read(sha256) == b"an order"
    assert place(data, sha256).read_bytes() == b"an order"
    assert store.evidence.verify() == []


def test_an_empty_document_is_kept_too(store: Store) -> None:
    assert store.evidence.read(store.evidence.keep(b"", "application/octet-stream")) == b""


def test_keeping_twice_is_keeping_once(store: Store) -> None:
    first = store.evidence.keep(b"an order", "application/pdf", "order.pdf")
    again = store.evidence.keep(b"an order", "application/pdf", "copy of order.pdf")

    assert first == again
    assert [record.action for record in store.audit.list()].count("evidence.kept") == 1


def test_no_draft_is_left_behind(store: Store, data: Path) -> None:
    sha256 = store.evidence.keep(b"an order", "application/pdf")

    assert [path for path in (data / "evidence").rglob("*") if path.is_file()] == [place(data, sha256)]


@pytest.mark.parametrize("damage", [b"another order", b"an orde", b""], ids=["changed", "cut", "emptied"])
def test_a_damaged_document_is_named_and_never_handed_out(store: Store, data: Path, damage: bytes) -> None:
    sha256 = store.evidence.keep(b"an order", "application/pdf")
    place(data, sha256).write_bytes(damage)

    with pytest.raises(StoreError, match="was changed"):
        store.evidence.read(sha256)
    assert [sha256 in trouble for trouble in store.evidence.verify()] == [True]


def test_a_missing_document_is_named(store: Store, data: Path) -> None:
    sha256 = store.evidence.keep(b"an order", "application/pdf")
    place(data, sha256).unlink()

    with pytest.raises(StoreError, match="cannot be read"):
        store.evidence.read(sha256)
    assert len(store.evidence.verify()) == 1


def test_a_damaged_document_that_arrives_again_is_whole_again(store: Store, data: Path) -> None:
    sha256 = store.evidence.keep(b"an order", "application/pdf")
    place(data, sha256).write_bytes(b"damaged!")
    store.evidence.keep(b"an order", "application/pdf")

    assert store.evidence.read(sha256) == b"an order"


@pytest.mark.parametrize("name", ["../../audit.key", "a" * 63, "A" * 64, ""])
def test_only_a_hash_names_a_document(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="names no document"):
        store.evidence.read(name)


def test_a_folder_that_cannot_be_written_is_a_store_error(store: Store, data: Path) -> None:
    (data / "evidence").write_text("a file where the folder should be")

    with pytest.raises(StoreError, match="could not be kept"):
        store.evidence.keep(b"an order", "application/pdf")
    assert store.audit.verify().ok
