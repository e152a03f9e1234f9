# ruff: noqa: E501 - one expression a line
"""Who says that they pay: the letterhead, or who is called the payer. The name an advice is addressed to is ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from stdnum import iban as iban_number
from stdnum.luhn import is_valid as luhn_is_valid

from bots.domain.advices import Payer
from bots.domain.evidence import Evidence
from bots.domain.reading.companies import LEGAL, is_name, plain_name
from bots.domain.reading.identifiers import EMAIL, SIREN, vat_number
from bots.domain.reading.labels import Label, Layout
from bots.domain.reading.places import country_in
from bots.domain.reading.words import Row, Span
from bots.remittance_reader.readers.advices.kind import title_of

_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])")
_OURS = re.compile(
    r"(?:your|votre|ihr(?:e[mnrs]?)?|su|vostro|uw|beneficiar\w*|beneficiaire|begunstigt\w*|empfanger\w*|payee|creditor|creancier|acreedor|creditore|credit(?:ed)? to|to account|kreditor|vers le compte|en su cuenta|supplier|vendor|lieferant\w*|fournisseur|proveedor|fornitore)"
)
_THEIRS = re.compile(
    r"(?:our|notre|nos|unser(?:e[mnrs]?)?|nuestr[oa]|nostro|from|debited|debit account|a debiter|compte debite|payer|ordering|donneur d'ordre|auftraggeber\w*|ordenante|ordinante|belastet\w*|zahler|debtor|remitter|paying)"
)
#: Where a name ends and an address begins; a legal form may stand behind a comma.
_CUT = re.compile(
    r"\s(?:[-\u2013|·•*/]\s|\d{4,})|,\s(?!(?:S\.? ?[LA]\b|S\. ?[LA]|I(?:nc|NC)|LLC|L\.L\.C|L(?:td|TD)|C(?:orp|ORP)|C[oO]\b|G(?:mbH|MBH)|SAS|SARL|S\.? ?[pPrR]\.))"
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|to|bonjour|chers?|cheres?|madame|messieurs|sehr|hallo|guten|estimad|buenos|gentil|spett|egregi|geachte|beste|an|a l'attention|attn)(?![a-z])"
)
_ADDRESSED = re.compile(
    r"(?:attn|attention|a l'attention|z\.? ?hd|accounts receivable|comptabilite clients|debitorenbuchhaltung|to\b|an\b)"
)


NO_NAME = "the payer's name was not found"


@dataclass
class Reading:
    """The payer with the evidence of each field, `name` → where it stands, and what could not be decided."""

    payer: Payer = field(default_factory=Payer)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def put(self, name: str, value: str, evidence: Evidence) -> None:
        """Keep a field, once."""
        if getattr(self.payer, name) is None:
            self.payer = replace(self.payer, **{name: value})
            self.evidence[name] = evidence


def read_payer(layout: Layout, top: int | None, last: Sequence[Row] = ()) -> Reading:
    """Read the payer from the first page (`top`: its first row of the list) and the last rows of the paper."""
    found = Reading()
    ours = _payees(layout)
    _name(found, layout, ours, top, last)
    for row in [*layout.rows, *last]:
        _identifiers(found, layout, row, ours)
    _number(found, layout)
    return found


def _name(found: Reading, layout: Layout, ours: Sequence[Span], top: int | None, last: Sequence[Row]) -> None:
    named = {plain_name(span.text) for span in ours}
    labelled = [entry for entry in _labelled(layout, "payer") if plain_name(entry[1].text) not in named]
    if labelled:
        label, span = labelled[0]
        found.put("name", span.text, span.evidence(f"label: {label.text}", 0.95))
        return
    if layout.sheet.number == 0:
        _signed(found, layout, named)
        return
    names = [span for span in _head(layout, top) if plain_name(span.text) not in named and not _beside(span, ours)]
    legal = [span for span in names if LEGAL.search(span.folded)]
    first = layout.rows[0].phrases[0] if layout.rows else None
    best = _best(layout, legal or names[:1], bool(legal or (first and names and names[0].top <= first.top + 2)))
    if best is None:
        _footed(found, [*layout.rows, *last], named)
        return
    span, sure = best
    found.put("name", span.text, span.evidence("letterhead", 0.9 if sure else 0.5))
    if not sure:
        found.doubts.append(f"the payer may be {span.text!r} or another name at the head of the paper")


def _footed(found: Reading, rows: Sequence[Row], ours: set[str]) -> None:
    """Where no name heads the paper: the one company named in the small print at its foot."""
    names = [
        span for row in rows[-8:] for phrase in row.phrases if (span := _a_name(phrase)) and LEGAL.search(span.folded)
    ]
    names = [span for span in names if plain_name(span.text) not in ours]
    if len({plain_name(span.text) for span in names}) == 1:
        found.put("name", names[0].text, names[0].evidence("foot of the paper", 0.8))
    else:
        found.doubts.append(NO_NAME)


def _signed(found: Reading, layout: Layout, ours: set[str]) -> None:
    """In a text without pages: the last line that is a company's name, greetings left out."""
    for row in reversed(layout.rows):
        for phrase in row.phrases:
            name = _company_in(phrase)
            if name and plain_name(name.text) not in ours and not _GREETING.match(phrase.folded):
                found.put("name", name.text, name.evidence("signature", 0.85))
                return
    found.doubts.append(NO_NAME)


def _company_in(phrase: Span) -> Span | None:
    """A company's name in a short line, a title before it left out (`Remittance advice - Delta Foods BV`)."""
    if len(phrase.words) > 10 or not LEGAL.search(phrase.folded) or "@" in phrase.text:
        return None
    for start in range(len(phrase.words)):
        before = phrase.words[start - 1].text if start else ""
        name = (
            _a_name(Span.of(phrase.words[start:]))
            if start == 0 or before in "-\u2013|:" or before.endswith(":")
            else None
        )
        if name and LEGAL.search(name.folded) and len(name.words) <= 6:
            return name
    return None


def _payees(layout: Layout) -> list[Span]:
    """The names under or beside `Payee`, `Beneficiary`, `To`: ours."""
    found = []
    for row in layout.rows:
        first = row.phrases[0]
        if re.match(r"(?:to|an|a|vendor|supplier|payee|beneficiary)\s*:\s*\S", first.folded):
            part = first.part(first.text.index(":") + 1)
            found += [part] if part else []
    return found + [span for _, span in _labelled(layout, "payee")]


def _labelled(layout: Layout, kind: str) -> Iterator[tuple[Label, Span]]:
    for label in layout.labels:
        if label.kind == kind and (label.colon or label.alone):
            for candidate in layout.values(label, _a_name):
                yield label, candidate.span
                break


def _a_name(span: Span) -> Span | None:
    cut = _CUT.search(span.text)
    part = span.part(0, cut.start()) if cut else span
    return part if part and is_name(part) and len(part.words) <= 8 and not title_of(part) else None


def _head(layout: Layout, top: int | None) -> Iterator[Span]:
    """What may be a name above the list: phrases without a label and no title."""
    limit = 0.38 * layout.sheet.page.height if layout.sheet.number else 1e9
    for row in layout.rows[: top if top is not None else 30]:
        if row.top > limit:
            return
        for phrase in row.phrases:
            cut = _a_name(phrase)
            labels = layout.vocabulary.labels_in(phrase.folded)
            if cut and not _is_labelled(layout, row, phrase, labels) and ":" not in cut.text and not title_of(phrase):
                yield cut


def _is_labelled(layout: Layout, row: Row, phrase: Span, labels: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a phrase is a label or the value of one in its row; `Société Dumont SA` is a name all the same."""
    before = [phrase_ for phrase_ in row.phrases if phrase_.x0 < phrase.x0]
    if any(
        kind in {"payee", "vendor_number"} for one in before for kind, _, _ in layout.vocabulary.labels_in(one.folded)
    ):
        return True
    if not labels or labels[0][1] > 0:
        return False
    kind, _, end = labels[0]
    return kind not in {"payer", "payee"} or ":" in phrase.text or not phrase.text[end:].strip()


def _beside(span: Span, ours: Sequence[Span]) -> bool:
    """Whether a phrase stands in the block of a name that is ours."""
    return any(
        abs(span.x0 - own.x0) < 12 and 0 <= span.top - own.top < 70 and span.page == own.page for own in ours
    )  # fmt: skip


def _best(layout: Layout, names: Sequence[Span], certain: bool) -> tuple[Span, bool] | None:
    """The name that heads the paper, and whether no other could: the higher, the larger, the one with a return line."""
    once = list({plain_name(span.text): span for span in reversed(names)}.values())[::-1]
    if not once:
        return None
    if len(once) == 1:
        return once[0], certain
    weights = [(_weight(layout, span, _mentions(layout, span), once), span) for span in once]
    (first, name), (second, _) = sorted(weights, key=lambda one: (-one[0], one[1].top))[:2]
    return name, first - second >= 0.8


def _weight(layout: Layout, span: Span, mentions: int, others: Sequence[Span]) -> float:
    """How much a name is the sender's: above the addressee, larger, not under `to`, named in the footer too."""
    height = layout.sheet.page.height or 800
    usual = sorted(row.bottom - row.top for row in layout.rows)[len(layout.rows) // 2]
    weight = 10 * (1 - span.top / height) + 1.5 * (span.height > 1.25 * usual) + 0.7 * (mentions - 1)
    weight += 1.2 * all(other is span or other.top - span.top > 14 for other in others)
    weight += 1.5 * _tells_of_itself(layout, span)
    weight += 2 * any(_is_return_line(span, row, usual) for row in layout.rows)
    above = [row for row in layout.rows if 0 < span.top - row.top < 30]
    return weight - (2 if any(_ADDRESSED.match(row.span.folded) for row in above) else 0)


def _tells_of_itself(layout: Layout, name: Span) -> bool:
    """Whether telephone, mail or register numbers stand in the block under a name: who writes prints his own."""
    for row in layout.rows:
        for phrase in row.phrases:
            if 0 < phrase.top - name.top < 75 and (abs(phrase.x0 - name.x0) < 10 or abs(phrase.x1 - name.x1) < 10):
                kinds = {kind for kind, _, _ in layout.vocabulary.labels_in(phrase.folded)}
                if kinds & {"phone", "vat", "registration", "gln"} or EMAIL.search(phrase.text):
                    return True
    return False


def _is_return_line(span: Span, row: Row, usual: float) -> bool:
    """Whether a name is the small line above an address, which tells where to return the letter (DIN 5008)."""
    below = row.words[0]
    return span.height < 0.85 * usual and abs(below.x0 - span.x0) < 6 and 0 < below.top - span.bottom < 30


def _mentions(layout: Layout, span: Span) -> int:
    name = plain_name(span.text)
    return sum(name in plain_name(row.text) for row in layout.rows)


def _identifiers(found: Reading, layout: Layout, row: Row, ours: Sequence[Span]) -> None:
    """VAT number, register number, mail address, GLN, IBAN in one row, where they are the payer's."""
    if any(_beside(row.span, [own]) for own in ours) or _OURS.search(row.span.folded):
        return
    for phrase in row.phrases:
        kinds = {kind for kind, _, _ in layout.vocabulary.labels_in(phrase.folded)}
        told = vat_number(phrase, "vat" in kinds)
        if told:
            found.put("vat", told[0], told[1].evidence("VAT number", 0.9))
        _register(found, phrase, kinds)
        mail = EMAIL.search(phrase.text)
        address = phrase.part(mail.start(), mail.end()) if mail else None
        if mail and address:
            found.put("email", mail.group().lower(), address.evidence("mail address", 0.8))
        if country_in(phrase.text) and not kinds and found.payer.name and phrase.top < 0.38 * layout.sheet.page.height:
            found.put("country", country_in(phrase.text) or "", phrase.evidence("address", 0.7))
        if _THEIRS.search(row.span.folded):
            _account(found, phrase)


def _register(found: Reading, phrase: Span, kinds: set[str]) -> None:
    if "registration" in kinds and not re.search(r"vat|tva", phrase.folded):
        number = next((m for m in SIREN.finditer(phrase.text) if luhn_is_valid(re.sub(r"\D", "", m.group()))), None)
        span = phrase.part(number.start(), number.end()) if number else None
        if number and span:
            found.put("registration", re.sub(r"\D", "", number.group()), span.evidence("register number", 0.9))
    gln = re.search(r"(?<!\d)\d{13}(?!\d)", phrase.text) if "gln" in kinds else None
    span = phrase.part(gln.start(), gln.end()) if gln else None
    if gln and span:
        found.put("gln", gln.group(), span.evidence("GLN", 0.95))


def _account(found: Reading, phrase: Span) -> None:
    for match in _IBAN.finditer(phrase.text):
        number, span = match.group().replace(" ", ""), phrase.part(match.start(), match.end())
        if span and iban_number.is_valid(number):
            found.put("iban", number, span.evidence("account the payment is made from", 0.9))


def _number(found: Reading, layout: Layout) -> None:
    """The customer number we gave them."""
    for label in layout.labels:
        if label.kind == "customer_number":
            for candidate in layout.values(label, lambda span: span if any(c.isdigit() for c in span.text) else None):
                if len(candidate.span.text) <= 20:
                    found.put(
                        "number", candidate.span.text, candidate.span.evidence(f"label: {label.text}", candidate.worth)
                    )
                    return
