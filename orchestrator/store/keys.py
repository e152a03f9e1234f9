"""The key that signs the audit trail: made once, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from bots.errors import StoreError


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key in `audit.key` (mode 0600), made with `audit.pub` beside it when there is none.

    Any number of processes may ask at once: one key is made. Raises StoreError when it cannot be read or written.
    """
    path = folder / "audit.key"
    try:
        if not path.exists():
            _put_once(path, _private(Ed25519PrivateKey.generate()), 0o600)
        key = load_pem_private_key(path.read_bytes(), None)
        if not isinstance(key, Ed25519PrivateKey):
            raise StoreError(f"{path} is not an Ed25519 key; put back the one that was made here.")
        if not (folder / "audit.pub").exists():
            _put_once(folder / "audit.pub", public_text(key).encode(), 0o644)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise StoreError(
            f"The audit trail cannot be signed: the key {path} cannot be used ({error}). Nothing will be done "
            "without it; put back the key that was made here, or see that this user may read and write the folder."
        ) from error
    return key


def public_text(key: Ed25519PrivateKey) -> str:
    """The public key as PEM text, for whoever verifies."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def _private(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _put_once(path: Path, content: bytes, mode: int) -> None:
    """Write a file whole or not at all, and never over another's."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its key is the key
    finally:
        draft.unlink()
