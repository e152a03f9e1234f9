# ruff: noqa: E501 - one kind a line
"""References written inside a description: `Your ref: BR-1001`, `GTIN 3760012300105`, `Liefertermin 12.06.2026`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bots.domain.dates import find_dates
from bots.domain.reading.words import Span
from bots.order_entry.readers.headings import TERMS, Col

_VALUE = r"(?P<value>(?:[a-z]{2,4} (?=\d))?[a-z0-9][\w./+,-]*)"
_LETTERS_ONLY = re.compile(r"[A-Z]{2,}(?:[-/.][A-Z]+)+")  #: an article number without a figure: `CAL-NIST`
_TOLD = {
    Col.GTIN: rf"(?:{TERMS[Col.GTIN]})\s*(?:no|nr|code)?\s*[.:#]*\s*(?P<value>\d{{8}}(?:\d{{4,6}})?)",
    Col.SKU: rf"(?:{TERMS[Col.SKU]})(?:\s*[.:#]+\s*:?\s*|\s+){_VALUE}",
    Col.BUYER_ITEM: rf"(?:{TERMS[Col.BUYER_ITEM]})(?:\s*[.:#]+\s*:?\s*|\s+){_VALUE}",
    Col.CODE: rf"(?:(?:{TERMS[Col.CODE]})\s*[:#]+|(?:part|item|product|article|material|stock) (?:number|no\.|nr\.)|art(?:ikel|icle)?\.?[ -]?(?:nr|no|n°)\.? |^ref\.? )\s*{_VALUE}",
    Col.DATE: r"(?:(?:planned |requested |expected |confirmed |promised )?(?:receipt|arrival|ship(?:ping|ment)?) date|delivery|deliver|delivery date|due|required|requested|need(?:ed)? by|livraison|date de livraison|a livrer|delai|liefertermin|lieferdatum|termin|lieferung|wunschtermin|entrega|fecha(?: de)? entrega|consegna|levering|leverdatum)(?![a-z])[ .:-]*(?:date|le|am|on|by|for)?[ .:]*(?P<value>[^|;]*\d[^|;]*)",
    Col.OTHER: r"(?:(?:drawing|dwg|zeichnung\w*|plan|hs code|tariff\w*|customs\w*|zolltarif\w*|code douanier|origin|country of origin|ursprung\w*|serial|batch|lot|mfr\.?(?: part)?(?: no)?|manufacturer(?: part)?(?: no)?|hersteller\w*|project|projet|requisition\w*|cost cent\w+|kostenstelle|weight|gewicht|poids)[\s-]*(?:no|nr|n°|number)?\s*[.:#]+|(?:gross|net|list|brutto|netto)[ -]?(?:price|preis)\b[.:]*)\s*(?P<value>.*)",
}


@dataclass(frozen=True)
class Reference:
    """One reference: what it is a number of, and its words."""

    kind: Col
    span: Span


@cache
def _told() -> tuple[tuple[Col, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"(?<![\w/-]){pattern}")) for kind, pattern in _TOLD.items())


def references(span: Span) -> tuple[tuple[Reference, ...], Span | None]:
    """The references told in a stretch of description, and what is left of it as description."""
    if not any(sign in span.text for sign in ":#.-") and not any(c.isdigit() for c in span.text):
        return (), span
    found: list[tuple[int, int, Reference]] = []
    for kind, pattern in _told():
        for match in pattern.finditer(span.folded):
            label = span.folded[match.start() : match.start("value")]
            taken = bool(_BARE.fullmatch(label)) or any(
                match.start() < end and start < match.end() for start, end, _ in found
            )
            value = span.part(match.start("value"), _end(span.text, match))
            if not taken and value and _fits(kind, value.text):
                found.append((match.start(), _end(span.text, match), Reference(kind, value)))
    found.sort(key=lambda entry: entry[0])
    told = tuple(reference for _, _, reference in found)
    holes = [(start, end) for start, end, _ in found]
    behind = _NAMED_BEHIND.match(span.text, holes[-1][1]) if holes else None
    own = span.part(0, len(_lead(span, holes))) if behind else None
    if behind and own and is_code(own.text):
        return (Reference(Col.CODE, own), *told), _tail(span, behind.end())
    return told, _rest(span, holes)


def _lead(span: Span, holes: list[tuple[int, int]]) -> str:
    """The text before the first reference."""
    return span.text[: holes[0][0]].rstrip(" ([/;,|-–")


def _end(text: str, match: re.Match[str]) -> int:
    """Where a number ends that is all the rest of its row: `Ihre Materialnummer UPM3 15-75`."""
    rest = _MORE.fullmatch(text, match.end("value")) if match.start() == 0 else None
    return rest.end() if rest else match.end("value")


def _fits(kind: Col, value: str) -> bool:
    """Whether what follows a label can be its value: `Terminal block 4 mm` tells no day."""
    if kind is Col.DATE:
        return next(find_dates(value), None) is not None
    if " " in value and not value.partition(" ")[0].isupper():
        return False  # `Ihre Art.-Nr.: SGM 63-075` is a number, `your ref pack 12` none
    return any(c.isdigit() for c in value) or bool(_LETTERS_ONLY.fullmatch(value))


def _rest(span: Span, holes: list[tuple[int, int]]) -> Span | None:
    if not holes:
        return span
    lead = _lead(span, holes)
    if sum(c.isalnum() for c in lead) < 3:
        return None
    return span.part(0, len(lead))


#: Words that tell whose a number is only beside one for a thing or a number: `retaining ring internal 2-1/2`.
_BARE = re.compile(
    r"(?:our|your|internal|client|customer|company|supplier|vendor|notre|votre|ihre?|unsere?|su|nuestr[oa])\s+"
)
_MORE = re.compile(r"(?: (?=\S*\d)[A-Z0-9][A-Z0-9./+-]*){1,2}")
_BRACKETED = re.compile(r"^\[(?P<code>[\w./ +-]+)\]\s*")
_NAMED_BEHIND = re.compile(r"\)?\s[–-]\s(?=\w)")  #: `TUBE-40402 (Réf. fourn. TC40X2) - Tube carré`
_REVISED = re.compile(r"\s+(?:rev|index|indice|ind)[.:]?\s*[\w-]{1,3}$", re.IGNORECASE)
_CODE = re.compile(r"(?=[\w./+-]*\d)[\w./+-]{3,}")


def bracketed(span: Span) -> tuple[Span | None, Span | None]:
    """The article number some programs print in brackets before the name: `[BR-1001] Ball bearing`."""
    found = _BRACKETED.match(span.text)
    if not found:
        return None, span
    return span.part(found.start("code"), found.end("code")), _tail(span, found.end())


def _tail(span: Span, start: int) -> Span | None:
    """The rest of a text with the comma it may end with: it goes on in the next row."""
    rest = span.part(start)
    return Span(rest.words, span.text[start:].strip()) if rest else None


def is_code(text: str) -> bool:
    """Whether a text can be an article number: one word with a digit in it, or in capitals with a hyphen; its
    revision may follow."""
    bare = _REVISED.sub("", text)
    return bool(_CODE.fullmatch(bare) or _LETTERS_ONLY.fullmatch(bare))


def without_revision(text: str) -> str:
    """An article number without the revision printed behind it (`KV-20417 Rev A`)."""
    return _REVISED.sub("", text)
