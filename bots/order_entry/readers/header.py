"""What stands above and around the table: order number, dates, currency, revision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bots.domain.dates import find_dates, read_date
from bots.domain.evidence import Evidence
from bots.domain.numbers import looks_numeric
from bots.domain.orders import same_number
from bots.domain.reading.labels import Candidate, Label
from bots.domain.reading.words import Span, overlap
from bots.order_entry.readers.labels import Layout, labels_in

_NUMBER = re.compile(
    r"^(?:[A-ZÀ-Þ]{1,6}[ ]?[-#/]?[ ]?)?(?=[\w/.-]*\d)[^\W_][\w/.-]*(?:\s?-\s?\d+|\s/\s\d{2,4}(?![\w.,/-]))?(?: \d{2,})*"
)
_PLAIN_NUMBER = re.compile(r"(?:numero|number|nummer|num|no|nr|n°|n\.o|folio)\W*")
_OTHER_ORDER = re.compile(
    r"replac|supersed|remplac|ersetzt|anula|sustituy|cancels|annule|previous|original|vervangt|sostituisce"
)
_IS_SUM = re.compile(r"(?:total|importe|montant|betrag|summe|wert|value|amount|base|valor)\W*(?:\w+ ?){0,2}$")
_REVISION = re.compile(r"^[A-Za-z]?\d{0,3}(?![\w.])|^[A-Za-z](?!\w)")
_ABBREVIATED = re.compile(r"\s*:\s*(?P<number>(?:BC|PO|OC|CF|PC|CMD|CDE)[ -]?\d[\w/.-]*)$")
_OTHER_REVISED = re.compile(r"(?:form|formato|formular|drawing|dwg|zeichnung|plan|formular|document|iso)\b")
_FIRST_ISSUE = {"0", "00", "000", "-", "original"}


@dataclass
class Field:
    """A value found in the header, with what competes with it."""

    span: Span
    evidence: Evidence
    others: list[Span] = field(default_factory=list)


def order_number(layouts: Sequence[Layout]) -> Field | None:
    """The number the buyer gave the order. `others` are different numbers under the same labels."""
    found: list[tuple[float, Candidate]] = []
    for layout in layouts:
        for label in layout.labels:
            weight = 0.78 if _beside_the_title(layout, label) or _under_the_title(layout, label) else _weight(label)
            if (
                weight is None
                or _OTHER_ORDER.search(label.phrase.folded[: label.start])
                or _IS_SUM.search(label.phrase.folded[: label.start])
            ):
                continue
            found += [
                (weight * candidate.worth * (1 if layout.sheet.number <= 1 else 0.97), candidate)
                for candidate in (*_abbreviated(label), *layout.values(label, order_number_in))
            ]
    if not found:
        return None
    worth, best = max(found, key=lambda entry: (entry[0], -entry[1].span.page, -entry[1].span.top))
    rivals = [
        candidate.span
        for weight, candidate in found
        if weight > 0.69 and candidate.place != "below" and not _is_in_a_sentence(candidate.label)
    ]
    others = [span for span in rivals if not _same(span.text, best.span.text)]
    fuller = [candidate for _, candidate in found if _same(candidate.span.text, best.span.text)]
    best = max(fuller, key=lambda candidate: (len(same_number(candidate.span.text)), candidate is best))
    return Field(best.span, best.span.evidence(f"label: {best.label.text} ({best.place})", worth), _unlike(others))


def _is_in_a_sentence(label: Label) -> bool:
    """Whether a label stands amid many words: `at the same price as on our order 4711 of 12 January`."""
    return len(label.phrase.text[: label.start].split()) > 1 and len(label.phrase.words) > 6


def _abbreviated(label: Label) -> Iterator[Candidate]:
    """A number that begins with the letters of a label: `N° de commande : BC 0592/26`."""
    found = _ABBREVIATED.match(label.phrase.text, label.end) if label.kind == "po_number" else None
    span = label.phrase.part(found.start("number"), found.end("number")) if found else None
    if span:
        yield Candidate(label, span, "glued", 1.0)


def _weight(label: Label) -> float | None:
    """How much a label speaks for an order number: one that says `number` most, a bare `Number` least."""
    alone = label.alone and not label.text.startswith("ref")
    told = alone or (label.colon and label.start == 0 and bool(_PLAIN_NUMBER.fullmatch(label.text)))
    return {"po_number": 1.0, "po_title": 0.8 if alone else 0.75, "number": 0.5 if told else None}.get(label.kind)


def _beside_the_title(layout: Layout, label: Label) -> bool:
    """Whether `N° 1187` stands in the row of the paper's title: the title says what it numbers."""
    if label.kind != "number" or label.phrase.text[: label.start].strip():
        return False
    kinds = {kind for phrase in layout.before(label) for kind, _, _ in labels_in(phrase.folded)}
    return "po_title" in kinds


def _under_the_title(layout: Layout, label: Label) -> bool:
    """Whether `Ref.: CF2607-0018` or `No. PC260031` stands below the paper's title as the next words of its column."""
    if label.kind != "number" or label.start or not (label.colon or _is_bare_number(label)):
        return False
    here = label.phrase
    titles = [other.phrase for other in layout.labels if other.kind == "po_title" and other.alone]
    return any(
        (0 <= here.top - title.top < 2.2 * title.height and overlap((title.x0, title.x1), (here.x0, here.x1)) > 0)
        or _next_below(layout, title) is here
        for title in titles
    )


def _next_below(layout: Layout, title: Span) -> Span | None:
    """The words nearest below a title in its column, no further down than five of its lines."""
    below = (
        phrase
        for row in layout.rows
        if row.page == title.page and title.bottom <= row.top < title.bottom + 5 * title.height
        for phrase in row.phrases
        if overlap((title.x0, title.x1), (phrase.x0, phrase.x1)) > 0
    )
    return next(below, None)


def _is_bare_number(label: Label) -> bool:
    """Whether nothing but a number follows the word for one, or a number and its day: `Nr. KÜ-212 vom 10. Februar`."""
    rest = label.phrase.text[label.end :]
    day = next(find_dates(rest), None)
    words = rest[: day.start if day else None].replace("#", " ").split()
    return bool(_PLAIN_NUMBER.fullmatch(label.text)) and 1 <= len(words) <= 1 + bool(day)


def contract_number(layout: Layout) -> Field | None:
    """The number of the blanket order or contract a call-off draws on: it carries the same number."""
    for label in layout.labels:
        if label.kind == "contract":
            for candidate in layout.values(label, order_number_in):
                return Field(candidate.span, candidate.span.evidence(f"label: {label.text}", candidate.worth))
    return None


def _same(left: str, right: str) -> bool:
    """Whether two spellings are one number: `77123` after the words `PO` is `PO-77123`."""
    short, long = sorted((same_number(left), same_number(right)), key=len)
    lead = long.removesuffix(short)
    return long.endswith(short) and (not lead or (lead.isalpha() and len(lead) < 3))


def _unlike(spans: Sequence[Span]) -> list[Span]:
    held: dict[str, Span] = {}
    for span in spans:
        held.setdefault(same_number(span.text), span)
    return list(held.values())


def order_number_in(span: Span) -> Span | None:
    """The part of a span that can be an order number; None for dates, money, telephones and words."""
    if read_date(span.text):
        return None
    found = _NUMBER.match(span.text.lstrip("#: "))
    if not found:
        return None
    text = found.group().rstrip(" .-/_")
    if re.match(r"[,.'’]\d|[\w%]", span.text.lstrip("#: ")[len(text) :]):
        return None
    start = span.text.index(text)
    digits = sum(character.isdigit() for character in text)
    if digits < 2 or len(text) < 3 or len(text) > 30 or "%" in span.text[: start + len(text) + 2]:
        return None
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})*[.,]\d{2}", text) or next(find_dates(text), None):
        return None
    return span.part(start, start + len(text))


def revision(layout: Layout) -> Field | None:
    """The revision printed in the header, first issues (`0`) left out."""
    for label in layout.labels:
        lead = label.phrase.folded[: label.start]
        if label.kind != "revision" or _OTHER_REVISED.search(lead) or _is_in_a_sentence(label):
            continue
        for candidate in layout.values(label, _revision_in):
            if candidate.place != "below" or label.alone:
                return Field(candidate.span, candidate.span.evidence(f"label: {label.text}", candidate.worth))
    return None


def _revision_in(span: Span) -> Span | None:
    found = _REVISION.match(span.text)
    if not found or not found.group() or read_date(span.text):
        return None
    return span.part(0, found.end())


def is_first_issue(revision_text: str, label: str) -> bool:
    """Whether a printed revision is the first issue: 0 anywhere, 1 of a `version`, A of an `indice`."""
    bare = revision_text.strip().lower()
    first = ("version" in label and bare.lstrip("0") == "1") or ("indice" in label and bare == "a")
    return bare in _FIRST_ISSUE or first


def labelled(layout: Layout, kind: str, pattern: str) -> Field | None:
    """The first value of a label whose text matches a pattern."""
    form = re.compile(pattern)

    def fits(span: Span) -> Span | None:
        found = form.match(span.text)
        return span.part(found.start(), found.end()) if found else None

    for label in layout.labels:
        if label.kind == kind:
            for candidate in layout.values(label, fits):
                if not looks_numeric(candidate.span.text) or len(candidate.span.text) >= 3:
                    return Field(candidate.span, candidate.span.evidence(f"label: {label.text}", candidate.worth))
    return None
