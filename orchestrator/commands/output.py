"""How commands answer: JSON on standard output, and the exit code of what does not stand."""

from __future__ import annotations

import json
import sys

RED = 8  #: exit code: the record or the totals do not stand


def print_json(value: object) -> None:
    """One JSON value on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
