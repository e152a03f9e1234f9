"""Values as plain JSON: one canonical form for hashes, records and the command line."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any


def canonical(value: Any) -> Any:
    """A plain JSON value of any frozen dataclass, collection or scalar.

    Decimals become plain decimal text, dates ISO 8601, sets sorted lists. Raises TypeError for anything else
    (floats included), so that nothing inexact or stateful hides in a record.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: canonical(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return canonical(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): canonical(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [canonical(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted((canonical(item) for item in value), key=json.dumps)
    raise TypeError(f"{type(value).__name__} is not a plain value: only text, numbers, dates and collections are")


def canonical_json(value: Any) -> str:
    """The canonical form as one line of JSON, keys sorted, the same bytes for the same value everywhere."""
    return json.dumps(canonical(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
