"""The currency of a paper: named, or told by the signs beside its amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bots.domain.evidence import Evidence
from bots.domain.reading.labels import Layout
from bots.domain.reading.words import Row, Span

_RARE = ("CLP", "COP", "MYR", "THB", "TWD", "SAR", "QAR", "ISK", "BGN")  #: `CLP 220` is an oil: under a label only
CODES = (
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "INR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "JPY",
    "CNY", "MXN", "BRL", "ZAR", "SGD", "HKD", "AED", "TRY", "MAD", "TND", *_RARE,
)  # fmt: skip
#: What stands beside an amount, as parts of a pattern: the codes that are no words, then the signs.
BESIDE = "EUR|USD|GBP|CHF|CAD|AUD|INR|SEK|NOK|DKK|PLN|CZK"
SIGNS = "[€$£]"
_CODE = re.compile(rf"(?<![A-Za-z-])(?:{'|'.join(CODES)})(?![A-Za-z-])")
_WORDS_TOO = {"CAD", "MAD", "TRY", "RON", "TND"}  #: also words or names: they count only beside an amount
_SIGNS = {
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "AU$": "AUD",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "Rs.": "INR",
}
_SIGN = re.compile(r"US\$|CA\$|AU\$|NZ\$|HK\$|C\$|A\$|S\$|€|£|₹|\bRs\.|\$")
_RAND = re.compile(r"R|R ?\d[\d .,]*")  #: rand, where the paper is South African
_NAMES = {
    "euro": "EUR", "euros": "EUR", "us dollar": "USD", "us dollars": "USD", "pound sterling": "GBP",
    "pounds sterling": "GBP", "sterling": "GBP", "schweizer franken": "CHF", "francs suisses": "CHF",
    "swiss francs": "CHF", "indian rupees": "INR", "australian dollars": "AUD", "canadian dollars": "CAD",
    "new zealand dollars": "NZD",
}  # fmt: skip
_NAMED = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?![a-z])")


@dataclass(frozen=True)
class Currency:
    """An ISO 4217 code, where it stands, and what is unsure about it."""

    code: str | None
    evidence: Evidence | None = None
    doubts: tuple[str, ...] = ()


def read_currency(
    layout: Layout, rows: Sequence[Row], american: bool, country: str | None, who: str = "buyer"
) -> Currency:
    """Find the currency: after its label, else the only code or sign in the document. `who` wrote it, for doubts."""
    labelled = _labelled(layout)
    if labelled:
        return labelled
    codes: Counter[str] = Counter()
    places: dict[str, Span] = {}
    for row in rows:
        for code, span in _in_row(row):
            codes[code] += 1
            places.setdefault(code, span)
    dollars = codes.pop("$", 0)
    if len(codes) > 1:
        said = ", ".join(sorted(codes))
        best = codes.most_common(1)[0][0]
        return Currency(
            best, places[best].evidence("most printed currency", 0.4), (f"several currencies are printed: {said}",)
        )
    if codes:
        code = next(iter(codes))
        return Currency(code, places[code].evidence("currency printed", 0.95))
    if dollars:
        return _dollar(places["$"], american, country, who)
    rands = [phrase for row in rows for phrase in row.phrases if _RAND.fullmatch(phrase.text)]
    if rands and country == "ZA":
        return Currency("ZAR", rands[-1].evidence(f"rand sign of a {who} in South Africa", 0.9))
    return Currency(None, None, ("no currency is printed",))


def _labelled(layout: Layout) -> Currency | None:
    for label in layout.labels:
        if label.kind == "currency":
            for candidate in layout.values(label, _code_in):
                code = _CODE.search(candidate.span.text)
                if code:
                    return Currency(code.group(), candidate.span.evidence(f"label: {label.text}", candidate.worth))
    return None


def _code_in(span: Span) -> Span | None:
    found = _CODE.search(span.text[:24])
    return span.part(found.start(), found.end()) if found else None


def _in_row(row: Row) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for phrase in row.phrases:
        codes = [match for match in _CODE.finditer(phrase.text) if _is_meant(phrase.text, match)]
        found += [(match.group(), phrase) for match in codes]
        found += [(_SIGNS.get(match.group(), "$"), phrase) for match in _SIGN.finditer(phrase.text)]
        found += [(_NAMES[match.group()], phrase) for match in _NAMED.finditer(phrase.folded)]
    return found


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether three letters are a currency here: those that are words too only beside an amount, rare ones never."""
    if match.group() in _RARE:
        return False
    if match.group() not in _WORDS_TOO:
        return True
    before = text[: match.start()]
    return bool(re.search(r"\d\s?$|total\W*$", before.lower()) or re.match(r"\s?-?\d", text[match.end() :]))


#: Whose own dollars `$` may mean as well as the United States'.
_DOLLARS = {"CA": ("CAD", "Canadian"), "AU": ("AUD", "Australian"), "NZ": ("NZD", "New Zealand")}


def _dollar(span: Span, american: bool, country: str | None, who: str) -> Currency:
    """`$` alone is US dollars only from the United States, Canadian only from Canada."""
    if country == "US" or (country is None and american):
        return Currency("USD", span.evidence(f"dollar sign of a {who} in the United States", 0.9))
    own = _DOLLARS.get(country or "")
    if own:
        code, adjective = own
        return Currency(
            code,
            span.evidence(f"dollar sign of a {who} in {country}", 0.6),
            (f"'$' from a {adjective} {who}: {adjective} or US dollars?",),
        )
    return Currency(
        "USD", span.evidence("dollar sign", 0.4), ("'$' alone does not say whose dollars: US dollars assumed",)
    )
