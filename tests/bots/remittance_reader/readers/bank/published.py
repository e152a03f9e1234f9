"""What other projects' parsers made of the same files, as plain values: read safely, without their classes."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import yaml


class _Plain(yaml.SafeLoader):
    """Python objects in YAML as mappings of their attributes; decimals and days as themselves, all else as None."""


def _object(loader, suffix, node):
    found = {}
    yield found
    if isinstance(node, yaml.MappingNode):
        found.update(loader.construct_mapping(node, deep=True))


def _applied(loader, suffix, node):
    if not isinstance(node, yaml.SequenceNode):
        return None
    arguments = loader.construct_sequence(node, deep=True)
    if suffix == "decimal.Decimal":
        return Decimal(arguments[0])
    if suffix.startswith("mt940.models.Date") and isinstance(arguments[0], bytes):
        packed = arguments[0]  # as datetime pickles a day: two bytes of year, month, day
        return date(packed[0] * 256 + packed[1], packed[2], packed[3])
    return None


_Plain.add_multi_constructor("tag:yaml.org,2002:python/object:", _object)
_Plain.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _applied)


def mt940_transactions(path):
    """The statement's values and the list of its transactions' values, as the library wrote them down."""
    found = yaml.load(path.read_text(encoding="utf-8"), _Plain)  # a SafeLoader
    return found.get("data") or {}, [one["data"] for one in found.get("transactions") or []]


def last_camt_entry(path):
    """The last entry of a message, the one the other parser wrote down: smallest units, currency, booking day."""
    entry = json.loads(path.read_text(encoding="utf-8"))["getEntries"][-1]
    amount = entry["getAmount"]
    day = (entry["getBookingDate"] or {}).get("0", "")[:10]
    return int(amount["getAmount"]), amount["getCurrency"]["getCode"], day
