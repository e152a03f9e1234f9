"""What was typed on a page, and whether the portal still shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

from playwright.sync_api import Locator as Found

from bots.adapters.browser.session import Session
from bots.adapters.browser.spot import Spot
from bots.adapters.selector_map import SelectorMap, parse_date, typed_date
from bots.adapters.workspace import Fields, Value
from bots.errors import BusinessError

_ENTRIES = "(list) => [...list.options].map((one) => [...new Set([one.value, one.label])])"
_CHOSEN = "(list) => [list.value, ...[...list.selectedOptions].map((one) => one.label)]"
#: What an element shows: a field's value, or a text with its spaces made single.
SHOWN = """(e) => {
  if (e.type === 'checkbox' || e.type === 'radio') return e.checked ? 'on' : 'off';
  if (e.tagName === 'SELECT') return e.selectedOptions.length ? e.selectedOptions[0].label : '';
  return ['INPUT', 'TEXTAREA'].includes(e.tagName) ? e.value : e.innerText.trim().replace(/\\s+/g, ' ');
}"""


def keyed(value: Value, selector_map: SelectorMap) -> str:
    """The value as a person would type it into this portal."""
    if isinstance(value, Decimal):
        return selector_map.numbers.typed(value)
    if isinstance(value, date):
        return typed_date(selector_map.dates, value)
    return str(value)


def same(value: Value, shown: str, selector_map: SelectorMap) -> bool:
    """Whether the portal shows that value: `4.8` may come back as `4,80`, but a text must come back as it was."""
    try:
        if isinstance(value, Decimal | int):
            return selector_map.numbers.parse(shown) == Decimal(value)
        if isinstance(value, date):
            return shown == value.isoformat() or parse_date(selector_map.dates, shown) == value
    except (ValueError, InvalidOperation):
        return False
    return shown.replace("\r\n", "\n").strip() == value.strip()


@dataclass(frozen=True)
class Typed:
    """One field that was filled or chosen: where, what, and what was found in it last."""

    spot: Spot
    value: Value
    shown: str
    chosen: bool = False
    lasting: bool = True  #: still the same field on the portal's next document (not an entry line used again)


class Form:
    """Everything typed on one page since it was opened."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._map = session.selector_map
        self._portal = session.account.portal
        self._typed: dict[str, Typed] = {}
        self._earlier: set[str] = set()  #: typed into a document that has since been replaced

    def __bool__(self) -> bool:
        return bool(self._typed)

    def fill(self, name: str, spot: Spot, value: Value, lasting: bool) -> None:
        """Type a value and read it back. Raises BusinessError if the field shows another."""
        text = keyed(value, self._map)

        def type_it(found: Found) -> str:
            found.fill(text)
            return found.input_value()

        self._remember(name, Typed(spot, value, self._session.finder.act(spot, type_it), lasting=lasting))

    def choose(self, spot: Spot, value: str) -> None:
        """Choose the one entry with this value or label. Raises BusinessError if the list has none, or several."""
        entries: list[list[str]] = self._session.finder.ask(spot, _ENTRIES)
        count = sum(value in entry for entry in entries)
        if count != 1:
            has = f"{count} entries" if count else "no entry"
            raise BusinessError(f"{self._portal}: the list {spot.name} has {has} {value!r}; it has {_some(entries)}")
        self._session.finder.act(spot, lambda found: found.select_option(value))

    def keep_choice(self, name: str, spot: Spot, value: str, lasting: bool) -> None:
        """Read back what was chosen. Raises BusinessError if the list shows another entry."""
        self._remember(name, Typed(spot, value, self._chosen(spot, value), chosen=True, lasting=lasting))

    def type_again(self, names: Iterable[str]) -> None:
        """Type once more what the portal reckons anew meanwhile; the read-back sees what it keeps."""
        for name in names:
            if name in self._typed:
                text = keyed(self._typed[name].value, self._map)
                self._session.finder.act(self._typed[name].spot, partial(_retype, text=text))

    def next_document(self) -> None:
        """The page was answered with a new document: entry lines are empty again, lasting fields may still be shown."""
        self._typed = {name: typed for name, typed in self._typed.items() if typed.lasting}
        self._earlier = set(self._typed)

    @property
    def can_be_emptied(self) -> bool:
        """Whether all that was done here was typing."""
        return not any(typed.chosen for typed in self._typed.values())

    def empty(self) -> None:
        """Take out of the fields what was typed there: the page shows it again, and it is not asked for any more."""
        for typed in self._typed.values():
            self._session.finder.act(typed.spot, lambda found: found.fill(""))
        self.forget()

    def forget(self) -> None:
        """The form was sent."""
        self._typed.clear()
        self._earlier.clear()

    def read_back(self) -> Fields:
        """Read every field once more, as the portal shows it now. Raises BusinessError for one that lost its value.

        A field of an earlier document that is not shown any more keeps what was read then.
        """
        for name, typed in list(self._typed.items()):
            if name not in self._earlier or self._session.finder.served_by(typed.spot).count() == 1:
                self._remember(name, self._as_shown_now(typed))
        return {name: typed.shown for name, typed in self._typed.items()}

    def _as_shown_now(self, typed: Typed) -> Typed:
        if typed.chosen:
            return replace(typed, shown=self._chosen(typed.spot, str(typed.value)))
        return replace(typed, shown=str(self._session.finder.ask(typed.spot, SHOWN)))

    def _chosen(self, spot: Spot, value: str) -> str:
        """The entry chosen: in the words it was asked for if it is that one, else its label."""
        now: list[str] = self._session.finder.ask(spot, _CHOSEN)
        return value if value in now else (now[-1] if now else "")

    def _remember(self, name: str, typed: Typed) -> None:
        expected = typed.value if typed.chosen else keyed(typed.value, self._map)
        if not same(typed.value, typed.shown, self._map):
            raise BusinessError(
                f"{self._portal}: {typed.spot.name} did not keep what was typed: typed {expected!r}, "
                f"it shows {typed.shown!r}. Nothing was sent; look whether the value is too long or not allowed there."
            )
        self._typed[name] = typed


def _retype(found: Found, text: str) -> None:
    found.fill(text)


def _some(entries: list[list[str]]) -> str:
    words = (word for entry in entries[:12] for word in entry if word)
    return ", ".join(repr(word) for word in dict.fromkeys(words)) or "none"
