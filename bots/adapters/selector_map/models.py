"""What a selector map says: a portal's pages, their elements, and the portal's manners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from bots.adapters.selector_map.formats import DatePattern, Duration, Numbers
from bots.adapters.selector_map.locators import Locator, Signs, Ways, placeholders
from bots.adapters.selector_map.picks import Pick
from bots.adapters.selector_map.repair import MapRepair, Repair
from bots.adapters.selector_map.steps import (
    ChooseEntries,
    ClickElement,
    FillFields,
    FollowRow,
    MenuPath,
    MenuTree,
    OpenPage,
    Step,
    parameters_of,
    texts_of,
)
from bots.adapters.selector_map.strict import Strict, nearest, wrong

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]  #: a logical name a bot speaks


def _some(ways: Ways) -> Ways:
    if not ways:
        raise wrong("at least one way to find it is needed")
    return ways


FoundBy = Annotated[Ways, AfterValidator(_some)]


class CssColumn(Strict):
    """A column found inside its row by CSS, for lists that are no tables."""

    css: str


class Table(Strict):
    """A table (`table`: the element) or a list of anything (`rows`: each match is one row).

    A column is its header text, its place in the row (from 1) or `{css: …}` inside the row. A row is kept only if
    its `numbered` columns hold numbers and its `filled` ones are not empty: headings and totals are dropped.
    """

    table: Ways = ()
    rows: Locator | None = None
    columns: Mapping[Name, int | str | CssColumn]
    numbered: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    link: str | None = None  #: the column whose link leads to what the row is about
    next: Locator | None = None  #: leads to the next page of results while it is on show and can be pressed
    empty: Signs = ()  #: tells that there is nothing to list; without it a missing table is a changed page
    frame: str | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Table:
        if bool(self.table) == (self.rows is not None):
            raise wrong("a table is given either by table or by rows")
        for key in ("numbered", "filled"):
            _all_known(getattr(self, key), self.columns, "a column of this table", key)
        if self.link is not None:
            _all_known((self.link,), self.columns, "a column of this table", "link")
        return self


class Page(Strict):
    """One page: how to get there, how to know it, and what is on it by logical name."""

    path: str | None = None  #: below the portal's address, with `{parameter}`s
    reach: tuple[Step, ...] = ()
    proof: FoundBy  #: on show exactly when this page is
    frame: str | None = None
    elements: Mapping[Name, FoundBy] = Field(default_factory=dict)
    rows: Mapping[Name, Mapping[Name, FoundBy]] = Field(default_factory=dict)
    tables: Mapping[Name, Table] = Field(default_factory=dict)
    navigates: tuple[str, ...] = ()  #: elements that are answered by a new document
    commits: tuple[str, ...] = ()  #: the points of no return
    optional: tuple[str, ...] = ()  #: elements that need not be there
    holds: Mapping[str, str] = Field(default_factory=dict)  #: what elements must show for it to be the page asked for
    sets: Mapping[str, bool | str] = Field(default_factory=dict)  #: what is ticked, typed or emptied at every opening
    picks: Mapping[str, Pick] = Field(default_factory=dict)  #: `line.invoice`: rows of a list, found by what they show
    reckoned: tuple[str, ...] = ()  #: fields the portal reckons anew meanwhile: typed once more before the press
    stays: tuple[Name, ...] = ()  #: buttons that the page itself answers: it need not be reached anew
    needless: tuple[Name, ...] = ()  #: what bots press and this portal has no use for: nothing is pressed

    @property
    def element_names(self) -> tuple[str, ...]:
        """All names, row elements as `line.article`, what is picked too."""
        rows = (f"{row}.{name}" for row, elements in self.rows.items() for name in elements)
        return (*self.elements, *rows, *self.picks)

    @property
    def parameters(self) -> frozenset[str]:
        """What `open` must be given for this page."""
        return placeholders(self.path or "").union(*(parameters_of(step) for step in self.reach))

    @model_validator(mode="after")
    def _holds_together(self) -> Page:
        if (self.path is None) == (not self.reach):
            raise wrong("a page is reached either by its path or by steps (reach)")
        for name, pick in self.picks.items():
            self._check_pick(name, pick)
        for key in ("navigates", "commits", "optional"):
            _all_known(getattr(self, key), self.element_names, "an element of this page", key)
        for key in ("holds", "sets"):
            _all_known(getattr(self, key), self.elements, "an element of this page", key)
        for name in set(self.sets) & {*self.commits, *self.navigates}:
            raise wrong(f"{name} leads to another document: it cannot be set while the page is opened", at=("sets",))
        for name in set(self.commits) - set(self.navigates):
            raise wrong(f"{name} commits, so its answer must be waited for: name it in navigates too", at=("commits",))
        for name in set(self.stays) - (set(self.navigates) - set(self.commits)):
            raise wrong(f"{name} stays on the page: name it in navigates too, and not in commits", at=("stays",))
        self._places_can_be_filled()
        return self

    def _places_can_be_filled(self) -> None:
        plain = {("elements", name): ways for name, ways in self.elements.items()} | {("proof",): self.proof}
        numbered = {("rows", row, name): ways for row, found in self.rows.items() for name, ways in found.items()}
        for at, ways in (plain | numbered).items():
            allowed = self.parameters | ({"n"} if at in numbered else set())
            _all_filled(frozenset().union(*(way.places for way in ways)), allowed, *at)
        for name, text in self.holds.items():
            _all_filled(placeholders(text), self.parameters, "holds", name)
        _all_known(self.reckoned, self.elements, "an element of this page", "reckoned")
        for name in set(self.needless) & set(self.element_names):
            raise wrong(f"{name} is an element of this page: it is either pressed or needless", at=("needless",))

    def _check_pick(self, name: str, pick: Pick) -> None:
        at = ("picks", name)
        row, _, element = name.partition(".")
        _all_known((row,), self.rows, "a row of this page; a pick is called like line.invoice", *at)
        if not element or element in self.rows[row] or name in self.commits:
            raise wrong(f"{name} must be a name of its own in its row, and commits nothing", at=at)
        _all_known((pick.table,), self.tables, "a table of this page", *at, "table")
        table = self.tables[pick.table]
        _all_known((pick.column,), table.columns, "a column of that table", *at, "column")
        _all_known(pick.most.values(), table.columns, "a column of that table", *at, "most")
        named = (*pick.most, *((pick.ticks,) if pick.ticks else ()))
        _all_known(named, self.rows[row], "an element of that row", *at)
        if table.next is not None:
            raise wrong(f"{pick.table} goes on over pages (next): a row is picked on this page only", at=(*at, "table"))


class Login(Strict):
    """The log-in page. `home`, if given, is an address that shows `proof` while a kept session still holds; the name
    we log in under may stand in it as `{user}`."""

    path: str = ""
    frame: str | None = None
    user: FoundBy
    password: FoundBy
    button: FoundBy
    proof: FoundBy
    refused: Signs = ()
    home: str | None = None

    @model_validator(mode="after")
    def _only_the_user(self) -> Login:
        _all_filled(placeholders(self.home or ""), frozenset({"user"}), "home")
        return self


class Notice(Strict):
    """A pop-up that stands in the way and means nothing: what it looks like, and what sends it away."""

    overlay: Locator
    ok: Locator


class SelectorMap(Strict):
    """One portal."""

    portal: str
    numbers: Numbers = Numbers()
    dates: DatePattern = "yyyy-MM-dd"
    errors: Signs = ()
    session_expired: Signs = ()
    out_of_order: Signs = ()  #: the portal itself is broken or closed, whatever the status code says: tried again later
    menu: MenuTree | None = None
    login: Login | None = None
    notices: tuple[Notice, ...] = ()
    accepts: tuple[str, ...] = ()  #: questions of the browser's own kind (confirm) that are answered with yes
    answer_within: Duration = timedelta(seconds=30)
    commits_sent_by: Literal["client", "browser"] = "client"  #: `browser` only where the portal needs the browser's own
    search_is_proof_after: Duration | None = None
    repair: MapRepair = Repair()  #: how sure to be before what no way finds is found by its looks
    pages: Mapping[Name, Page]

    def offers(self, path: str) -> bool:
        """Whether there is such a page (`articles`), element (`new_order.submit`, `new_order.line.article`),
        row, table or column (`order.lines`, `order.lines.unit`)."""
        name, _, rest = path.partition(".")
        page = self.pages.get(name)
        if page is None or not rest:
            return page is not None
        columns = (f"{table}.{column}" for table, found in page.tables.items() for column in found.columns)
        return rest in {*page.element_names, *page.needless, *page.rows, *page.tables, *columns}

    @model_validator(mode="after")
    def _ways_lead_somewhere(self) -> SelectorMap:
        for name, page in self.pages.items():
            self._check_reach(name, page)
        return self

    def _check_reach(self, name: str, page: Page) -> None:
        at: tuple[str | int, ...] = ("pages", name, "reach")
        opened: Page | None = None
        for place, step in enumerate(page.reach):
            if isinstance(step, MenuPath) and self.menu is None:
                raise wrong("the map does not say where the portal's menu is (menu: …)", at=(*at, place))
            if isinstance(step, OpenPage):
                opened = self._page_to_open(step.open, name, (*at, place))
            elif isinstance(step, FillFields | ChooseEntries | ClickElement | FollowRow):
                if opened is None:
                    raise wrong("a page must be opened before its names are used: {open: …}", at=(*at, place))
                _check_names(step, opened, (*at, place))

    def _page_to_open(self, wanted: str, by: str, at: tuple[str | int, ...]) -> Page:
        _all_known((wanted,), set(self.pages) - {by}, "another page of this map", *at)
        found = self.pages[wanted]
        if found.parameters:
            raise wrong(f"{wanted} cannot be opened on the way: it needs {', '.join(sorted(found.parameters))}", at=at)
        if any(isinstance(step, OpenPage) for step in found.reach):
            raise wrong(f"{wanted} is itself reached over another page; open that one first", at=at)
        return found


def _all_filled(wanted: Iterable[str], given: frozenset[str], *at: str | int) -> None:
    for unknown in set(wanted) - given:
        raise wrong(f"{{{unknown}}} is filled in by nothing here{nearest(unknown, given)}", at=at)


def _check_names(
    step: FillFields | ChooseEntries | ClickElement | FollowRow, page: Page, at: tuple[str | int, ...]
) -> None:
    if isinstance(step, FollowRow):
        _all_known((step.follow,), page.tables, "a table of that page", *at)
        _all_known(step.where, page.tables[step.follow].columns, "a column of that table", *at)
        if page.tables[step.follow].link is None:
            raise wrong(f"{step.follow} does not say which column holds its link (link: …)", at=at)
        return
    names = (step.click,) if isinstance(step, ClickElement) else tuple(texts_of(step))
    _all_known(names, page.elements, "an element of that page", *at)
    if isinstance(step, ClickElement) and step.click in page.commits:
        raise wrong(f"{step.click} commits: it can never be a step on the way to a page", at=at)


def _all_known(names: Iterable[str], known: Iterable[str], what: str, *at: str | int) -> None:
    known = tuple(known)
    for name in names:
        if name not in known:
            raise wrong(f"{name} is not {what}{nearest(name, known)}", at=at)
