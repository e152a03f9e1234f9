"""Hides secrets, and every form they take on their way, in text that is about to be kept or shown."""

from __future__ import annotations

import base64
import html
import json
import re
import threading
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

from bots.adapters.secrets import HIDDEN

SHORTEST = 4  #: characters; a shorter value would blank out ordinary words
SHORTEST_HALF = 6


class Masker:
    """Knows the secrets that were revealed. `mask(text)` is the text with each of their forms replaced by •••."""

    def __init__(self) -> None:
        self._values: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._lock = threading.Lock()

    def learn(self, value: str) -> None:
        """Hide this value from now on. Given to `Secrets(on_reveal=…)`."""
        with self._lock:
            if len(value) >= SHORTEST and value not in self._values:
                self._values.add(value)
                self._pattern = _pattern(self._values)

    def mask(self, text: str) -> str:
        """The text without any known secret or derived form of one."""
        return self._pattern.sub(HIDDEN, text) if self._pattern else text


def _pattern(values: set[str]) -> re.Pattern[str]:
    plain = {form for value in values for form in _plain_forms(value)}
    encoded = {form for value in values for form in _base64_forms(value.encode())}
    return re.compile(
        f"(?:[A-Za-z0-9+/_-]*(?:{_any_of(encoded)})[A-Za-z0-9+/_=-]*)"  # the whole run: it may hold `user:password`
        f"|(?i:{_any_of(plain)})"
    )


def _any_of(forms: set[str]) -> str:
    long_enough = sorted((form for form in forms if len(form) >= SHORTEST), key=len, reverse=True)
    return "|".join(re.escape(form) for form in long_enough) or "(?!)"


def _plain_forms(value: str) -> Iterator[str]:
    """The value as it may stand in a log: itself, escaped, in hexadecimal, or one half of it."""
    yield value
    yield value.encode().hex()
    yield quote(value, safe="")
    yield quote(value)
    yield quote_plus(value)
    yield html.escape(value)
    yield html.escape(value, quote=False)
    yield json.dumps(value)[1:-1]
    yield json.dumps(value, ensure_ascii=False)[1:-1]
    yield repr(value)[1:-1]
    half = len(value) // 2
    if half >= SHORTEST_HALF:
        yield value[:half]
        yield value[half:]


def _base64_forms(raw: bytes) -> Iterator[str]:
    """What the value looks like inside any base64: it may begin at each of three positions of a group."""
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + raw).decode()
        shared = len(raw) + offset
        # Leave out the characters that also carry bits of what stands before and after.
        certain = encoded[(offset * 4 + 2) // 3 : shared * 8 // 6]
        yield certain
        yield certain.replace("+", "-").replace("/", "_")
