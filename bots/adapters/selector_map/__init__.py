"""Selector maps: one YAML per portal that says where everything is, so that a bot speaks in logical names."""

from bots.adapters.selector_map.formats import Numbers, parse_date, typed_date
from bots.adapters.selector_map.locators import Locator, Sign
from bots.adapters.selector_map.models import Login, Notice, Page, SelectorMap, Table
from bots.adapters.selector_map.reading import load_map, parse_map
from bots.adapters.selector_map.repair import Repair

__all__ = [
    "Locator",
    "Login",
    "Notice",
    "Numbers",
    "Page",
    "Repair",
    "SelectorMap",
    "Sign",
    "Table",
    "load_map",
    "parse_date",
    "parse_map",
    "typed_date",
]
