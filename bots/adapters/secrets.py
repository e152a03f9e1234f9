"""Secrets: looked up by name where the admin put them, and never printed, logged, pickled or compared by accident."""

from __future__ import annotations

import hmac
import os
import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import yaml

from bots.errors import ConfigError

HIDDEN = "•••"
KEYRING_SERVICE = "o2c"


class Secret:
    """A value that shows itself only through `reveal`."""

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """The value itself: only at the moment it is typed or sent."""
        return self.__value

    def __repr__(self) -> str:
        return HIDDEN

    __str__ = __repr__

    def __format__(self, specification: str) -> str:
        return HIDDEN

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self.reveal().encode(), other.reveal().encode())

    def __hash__(self) -> NoReturn:
        raise TypeError("a secret cannot be a key: its hash would be remembered")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is never pickled or copied; pass its name and look it up there")


class Secrets:
    """Where secrets are found: the environment, a mounted file, the age file, then the desktop's keyring.

    `on_reveal` is given every value found, so that a `Masker` hides it from then on.
    """

    def __init__(
        self,
        directory: Path | None = None,
        age_file: Path | None = None,
        age_identity: Path | None = None,
        *,
        environment: Mapping[str, str] | None = None,
        on_reveal: Callable[[str], object] | None = None,
    ) -> None:
        self._directory = directory
        self._age_file = age_file
        self._age_identity = age_identity
        self._environment = os.environ if environment is None else environment
        self._on_reveal = on_reveal
        self._opened: Mapping[str, str] | None = None
        self._lock = threading.Lock()

    def get(self, name: str) -> Secret:
        """The secret of that name. Raises ConfigError that names every way to provide it."""
        for look in (self._in_environment, self._in_directory, self._in_age_file, _in_keyring):
            value = look(name)
            if value:
                if self._on_reveal:
                    self._on_reveal(value)
                return Secret(value)
        raise ConfigError(self._missing(name))

    def _in_environment(self, name: str) -> str | None:
        return self._environment.get(variable(name))

    def _in_directory(self, name: str) -> str | None:
        if self._directory is None or not (self._directory / name).is_file():
            return None
        try:
            return (self._directory / name).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(
                f"the secret file {self._directory / name} cannot be read ({type(error).__name__}); "
                "make it UTF-8 text readable by the user the bots run as"
            ) from None

    def _in_age_file(self, name: str) -> str | None:
        if self._age_file is None or self._age_identity is None:
            return None
        with self._lock:
            if self._opened is None:
                self._opened = _open_age(self._age_file, self._age_identity)
        return self._opened.get(name)

    def _missing(self, name: str) -> str:
        ways = [f"set the environment variable {variable(name)}"]
        if self._directory:
            ways.append(f"put it alone in the file {self._directory / name}")
        if self._age_file:
            ways.append(f"add it to the age file {self._age_file}")
        ways.append(f"on a desktop, store it with `keyring set {KEYRING_SERVICE} {name}`")
        return f"the secret `{name}` was not found, so nothing that needs it can start: {'; or '.join(ways)}"


def variable(name: str) -> str:
    """The environment variable a secret is looked for in: `orders-mailbox` is `O2C_SECRET_ORDERS_MAILBOX`."""
    return "O2C_SECRET_" + re.sub(r"[^A-Z0-9]", "_", name.upper())


def _open_age(file: Path, identity: Path) -> Mapping[str, str]:
    """The names and values in an age-encrypted YAML file of `name: value` lines."""
    try:
        import pyrage
    except ImportError:
        raise ConfigError(f"{file} is encrypted with age: install the extra `age` to read it") from None
    try:
        keys = [
            pyrage.x25519.Identity.from_str(line.strip())
            for line in identity.read_text(encoding="utf-8").splitlines()
            if line.strip() and not line.startswith("#")
        ]
        opened = pyrage.decrypt(file.read_bytes(), keys)
    except (OSError, ValueError, pyrage.IdentityError, pyrage.DecryptError) as error:
        raise ConfigError(
            f"{file} cannot be opened with {identity} ({type(error).__name__}); check both files"
        ) from None
    return _pairs(file, opened)


def _pairs(file: Path, opened: bytes) -> Mapping[str, str]:
    try:
        pairs: Any = yaml.load(opened, Loader=yaml.BaseLoader)  # noqa: S506 (BaseLoader makes nothing but text)
    except yaml.YAMLError:
        pairs = None
    if not isinstance(pairs, dict) or not all(isinstance(value, str) for value in pairs.values()):
        raise ConfigError(f"{file} does not hold `name: value` lines once opened; encrypt such a file again")
    return pairs


def _in_keyring(name: str) -> str | None:
    """From a desktop's keyring; servers have none, and one that does not answer counts as none."""
    if os.name == "posix" and not _has_desktop():
        return None
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return None
    try:
        return keyring.get_password(KEYRING_SERVICE, name)
    except (keyring.errors.KeyringError, OSError, RuntimeError):
        return None


def _has_desktop() -> bool:
    return os.uname().sysname == "Darwin" or bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
