"""Originals, pictures and pages, kept by the SHA-256 of their content so that none is ever replaced by another."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from sqlalchemy import select

from bots.errors import StoreError
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.tables import evidence


class _Damaged(Exception):
    """A document is not what was kept, and how."""


class Evidence:
    """The files under `data/evidence`, listed in the database and named in the audit trail."""

    def __init__(self, database: Database, audit: Audit, folder: Path) -> None:
        self._database = database
        self._audit = audit
        self._folder = folder

    def keep(self, content: bytes, media_type: str, name: str | None = None) -> str:
        """Keep a file for good and return its SHA-256. It is on the disk when this returns; twice is once.

        Raises StoreError when it cannot be written.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        self._put(sha256, content)
        with self._database.read() as connection:
            if connection.execute(select(evidence.c.sha256).where(evidence.c.sha256 == sha256)).first():
                return sha256
        about = {"media_type": media_type, "name": name, "size": len(content)}
        with self._database.write() as connection:
            if insert_once(connection, evidence, sha256=sha256, kept_at=now(), **about):
                self._audit.write(connection, Event("o2c", "evidence.kept", sha256, about))
        return sha256

    def read(self, sha256: str) -> bytes:
        """The content. Raises StoreError when it is missing or no longer what was kept."""
        try:
            return self._whole(sha256)
        except _Damaged as damaged:
            raise StoreError(f"{damaged} Restore the data folder from its backup.") from damaged

    def trouble_with(self, sha256: str) -> str | None:
        """What is wrong with one file, in words; None when it is what was kept."""
        try:
            self._whole(sha256)
        except _Damaged as damaged:
            return str(damaged)
        return None

    def verify(self) -> list[str]:
        """What is wrong with any file the database lists, a sentence each; empty when all are what was kept."""
        with self._database.read() as connection:
            kept = connection.scalars(select(evidence.c.sha256).order_by(evidence.c.kept_at)).all()
        return [trouble for sha256 in kept if (trouble := self.trouble_with(sha256))]

    def _whole(self, sha256: str) -> bytes:
        path = self._path(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise _Damaged(f"The document {sha256} cannot be read: {path}: {error.strerror}.") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise _Damaged(f"The document {sha256} was changed: {path} holds other content.")
        return content

    def _path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise StoreError(f"{sha256!r} names no document: a document is named by 64 hexadecimal digits.")
        return self._folder / sha256[:2] / sha256[2:]

    def _put(self, sha256: str, content: bytes) -> None:
        path = self._path(sha256)
        try:
            if path.exists() and path.read_bytes() == content:
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, content)
        except OSError as error:
            raise StoreError(
                f"A document could not be kept in {self._folder} ({error.strerror}), so nothing is done with it. "
                "Free some space or give this user the right to write there, and start again."
            ) from error


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a crash it is there whole or not at all."""
    draft = path.with_name(f".{path.name[:8]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    for folder in (path.parent, path.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows keeps names with the file and cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
