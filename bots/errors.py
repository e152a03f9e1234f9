"""What can go wrong, sorted by one question: may a machine try again?

A class answers it with `retry`; nobody decides by searching words in a message.
Every message says what happened, what it means, and what to do next.
"""

from __future__ import annotations

from typing import ClassVar


class O2CError(Exception):
    """Any failure this software foresees. Its text is shown to people as it stands."""

    retry: ClassVar[bool] = False  #: may the same work be tried again without a person?


class ConfigError(O2CError):
    """The configuration is not usable: refuse to start. Names file, key, line and what was expected."""


class BusinessError(O2CError):
    """The document or the data is wrong. Trying again changes nothing: a person decides, with the words found."""


class ApplicationError(O2CError):
    """A system did not answer as it should (time-out, 5xx, connection lost). The same work may succeed later."""

    retry = True


class LoginRefused(ApplicationError):
    """A portal or mailbox refused the log-in. Never retried: a locked account costs more than waiting."""

    retry = False


class SelectorMissing(ApplicationError):
    """A page no longer shows an element its map describes. Never retried: the page changed, the map must follow."""

    retry = False


class InDoubt(O2CError):
    """A commit was begun and its result cannot be seen. Never pressed again blindly: a person looks."""


class StoreError(O2CError):
    """The record cannot be written, so nothing may be done: stop everything."""
