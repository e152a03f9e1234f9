"""When a portal that keeps failing is left alone, and for how long: a pure rule, no clock and no database."""

from __future__ import annotations

from datetime import timedelta

FAILURES = 5  #: attempts in a row that failed before the portal rests
FIRST_REST = timedelta(minutes=1)
LONGEST_REST = timedelta(minutes=30)
PROBE = timedelta(minutes=1)  #: so long one attempt after a rest is waited for: its process may have died over it


def rest_after(failures: int) -> timedelta | None:
    """How long a portal rests after so many failures in a row, each further one doubling it; None: it goes on.

    After a rest one attempt goes ahead and the others wait for how it ends (the half-open state of a circuit
    breaker: Nygard, Release It!, 2007).
    """
    if failures < FAILURES:
        return None
    doubled: timedelta = FIRST_REST * 2 ** min(failures - FAILURES, 10)
    return min(LONGEST_REST, doubled)
