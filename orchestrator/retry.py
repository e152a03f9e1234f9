"""When a machine may try again: a pure rule, no clock and no database."""

from __future__ import annotations

from datetime import timedelta

from bots.errors import O2CError

MOST_ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=20)
LONGEST_WAIT = timedelta(minutes=30)


def wait_before_next(attempts: int, failure: O2CError, luck: float) -> timedelta | None:
    """How long to wait after `attempts` failed attempts; None: do not try again, a person is needed.

    Doubles from 20 seconds to half an hour, spread over half to all of it by `luck` (0 to 1), so that a hundred
    items that failed together do not come back together (decorrelated back-off, AWS Architecture Blog, 2015).
    """
    if not failure.retry or attempts >= MOST_ATTEMPTS:
        return None
    full: timedelta = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1))
    return full * (0.5 + luck / 2)
