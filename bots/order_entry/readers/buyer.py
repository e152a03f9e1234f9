"""Who orders. A purchase order names two parties; the one it is addressed to is us and never the buyer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import median

from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError
from stdnum.gb import vat as gb_vat
from stdnum.luhn import is_valid as luhn_is_valid

from bots.domain.evidence import Evidence
from bots.domain.orders import Buyer
from bots.order_entry.readers import vocabulary
from bots.order_entry.readers.header import labelled
from bots.order_entry.readers.kind import title_of
from bots.order_entry.readers.labels import Layout, labels_in
from bots.order_entry.readers.places import country_in
from bots.order_entry.readers.words import Row, Span

_LEGAL = re.compile(
    r"(?<![\w.])(?:s\.?a\.?r\.?l\.?|s\.?a\.?s\.?u?\.?|s\.?a\.?|e\.?u\.?r\.?l\.?|s\.?n\.?c\.?|gmbh(?: ?& ?co\.? ?kg)?|ag|kg|ohg|e\.?k\.?|ug|se|inc\.?|llc|l\.l\.c\.|ltd\.?|limited|plc|llp|lp|corp(?:oration|\.)?|co\.|company|"
    r"s\.?l\.?u?\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|bvba|oy|ab|aps|a/s|as|lda\.?|pty|pvt\.?|sp\. ?z ?o\. ?o\.?|s\.r\.o\.|kft\.?|group|groupe|holding|industries|university|universite|universitat|hospital|council|ville|mairie|commune|stadt|gemeinde|ayuntamiento|city of|county of)(?![\w])"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_VAT = re.compile(
    r"(?<![A-Za-z0-9])(?:(?P<eu>(?:FR ?[0-9A-Z]{2}|DE|ES ?[0-9A-Z]|IT|NL|BE ?[01]?|ATU|LU|PL|PT|DK|SE|FI|CZ|SK|SI|IE|HU|RO|BG|GB|EL|HR|LT|LV|EE|MT|CY)(?:[ .-]?[0-9A-Z]){7,12})|"
    r"(?P<ch>CHE?[- ]?\d{3}[. ]?\d{3}[. ]?\d{3})(?: ?(?:MWST|TVA|IVA))?)(?![A-Za-z0-9])"
)
_SPANISH = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-SUVW][- ]?\d{7,8}[0-9A-J]?(?![A-Za-z0-9])")
_SIREN = re.compile(r"(?<!\d)\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5}|[ .]\d{3}[ .]?\d{2})?(?!\d)")
_REGISTER = re.compile(r"\b(?:HRB|HRA|KvK|CRN)\s*(?:Nr\.?|No\.?)?\s*:?\s*(?P<number>[A-Z]?\d[\d ]{3,9}\d)")
_FOR_WHOM = re.compile(r"(?:attn|attention|z\.? ?hd|a l'att|accounts payable|tel|phone|fax)")
_NOT_ADDRESS = {"phone", "vat", "registration", "email", "gln", "buyer_number", "po_number", "po_date"}
_NOT_A_NAME = re.compile(
    r"(?:republique francaise|liberte|tel|fax|phone|www|http|e-?mail|@|vat|tva|siret|siren|ust|page|seite|p\.?o\.? box|bp \d)"
)


@dataclass
class Block:
    """An address with the label above it (`role`): supplier, buyer, ship_to."""

    role: str
    rows: list[Span] = field(default_factory=list)

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        return (
            min(row.x0 for row in self.rows), min(row.top for row in self.rows),
            max(row.x1 for row in self.rows), max(row.bottom for row in self.rows),
        )  # fmt: skip

    def holds(self, span: Span) -> bool:
        """Whether words stand inside this address."""
        if not self.rows or span.page != self.rows[0].page:
            return False
        x0, top, x1, bottom = self.box
        return x0 - 4 <= span.x0 <= x1 + 4 and top - 2 <= span.top <= bottom + 2


@dataclass(frozen=True)
class Head:
    """The name a paper is headed with and the rows under it; `rival`: another name that could be it."""

    rows: list[Span]
    rival: Span | None = None
    clear: bool = True


@dataclass
class Parties:
    """The buyer, with evidence, and what could not be decided."""

    buyer: Buyer
    evidence: dict[str, Evidence]
    doubts: list[str]
    blocks: list[Block]


def read_parties(layout: Layout, last_rows: Sequence[Row], table_top: int | None) -> Parties:
    """Find the buyer on the first page (and what its footers say); the supplier's block is left out."""
    blocks = address_blocks(layout, table_top)
    suppliers = [block for block in blocks if block.role == "supplier"]
    parties = Parties(Buyer(), {}, [], blocks)
    _name(parties, layout, suppliers, table_top)
    suppliers += _other_parties(parties, layout, suppliers, table_top)
    rows = [*layout.rows, *last_rows]
    _vat(parties, rows, suppliers)
    _registration(parties, rows, suppliers)
    _contact(parties, rows, suppliers)
    _numbers(parties, layout)
    _country(parties, layout)
    return parties


def address_blocks(layout: Layout, table_top: int | None) -> list[Block]:
    """The labelled addresses above the table (or on the whole page when there is none)."""
    rows = layout.rows[:table_top] if table_top else layout.rows
    found: list[Block] = []
    for index, row in enumerate(rows):
        for place, phrase in enumerate(row.phrases):
            role, end = _role(phrase)
            if role:
                block = Block(role, _block_rows(rows, index, place, end))
                if block.rows:
                    found.append(block)
    return found


def _role(phrase: Span) -> tuple[str | None, int]:
    """The role a phrase gives to the address at its side; a label with a value of its own counts only with a colon."""
    for role, pattern in (
        ("ship_to", vocabulary.SHIP_TO),
        ("buyer", vocabulary.BUYER),
        ("supplier", vocabulary.SUPPLIER),
    ):
        if vocabulary.whole(pattern).match(phrase.folded):
            if len(phrase.folded.strip(" :")) <= 2 and ":" not in phrase.text:
                continue
            return role, len(phrase.text)
        found = vocabulary.start(rf"(?:{pattern})\s*:").match(f"{phrase.folded} ") if ":" in phrase.text else None
        if found:
            return role, found.end()
    return None, 0


def _block_rows(rows: Sequence[Row], index: int, place: int, end: int) -> list[Span]:
    label = rows[index].phrases[place]
    own = label.part(end)
    if own:
        return [own, *_column(rows, index, own, label.x0)]
    following = rows[index].phrases[place + 1 : place + 2]
    below = _column(rows, index, label)
    if below:
        return below
    if following and not labels_in(following[0].folded) and _role(following[0])[0] is None:
        first = following[0]
        return [first, *_column(rows, index, first)]
    return []


def _column(rows: Sequence[Row], index: int, first: Span, other: float | None = None) -> list[Span]:
    """The phrases that follow `first` downwards at its left edge or its right one, or at the edge `other`."""
    x0, x1, bottom, height = first.x0, first.x1, first.bottom, first.height
    other = x0 if other is None else other
    found: list[Span] = []
    limit = 2.4
    for row in rows[index + 1 : index + 14]:
        if row.page != rows[index].page:
            break
        phrase = next(
            (
                p
                for p in row.phrases
                if abs(p.x0 - x0) < 9 or abs(p.x1 - x1) < 2 or (other != x0 and abs(p.x0 - other) < 3)
            ),
            None,
        )
        if phrase is None:
            if row.top - bottom > limit * height:
                break
            continue
        if phrase.top - bottom > limit * height or _role(phrase)[0] or title_of(phrase):
            break
        found.append(phrase)
        bottom, height, limit = phrase.bottom, phrase.height, 1.3
        if len(found) > 9:
            break
    return found


def _name(parties: Parties, layout: Layout, suppliers: Sequence[Block], table_top: int | None) -> None:
    """The buyer's name: the letterhead; else the address the invoice goes to; else where the goods go."""
    named = {_plain(block.rows[0].text) for block in suppliers}
    options = [(_standing(block), "label: buyer", block.rows) for block in parties.blocks if block.role == "buyer"]
    head = _signature(layout) if layout.sheet.number == 0 else _letterhead(layout, parties.blocks, table_top)
    if head:
        strong = bool(_LEGAL.search(head.rows[0].folded))
        options.append((0.95 if strong else 0.7, "letterhead", head.rows))
    options += [(0.6, "label: deliver to", block.rows) for block in parties.blocks if block.role == "ship_to"]
    fitting = [
        option
        for option in options
        if _plain(_party_name(option[2]).text) not in named and _is_name(_party_name(option[2]))
    ]
    if not fitting:
        parties.doubts.append("the buyer's name was not found")
        return
    worth, rule, rows = max(fitting, key=lambda option: option[0])
    name = _party_name(rows)
    parties.buyer = replace(parties.buyer, name=name.text)
    parties.evidence["buyer.name"] = name.evidence(rule, worth)
    _address(parties, name, rows, [option[2] for option in fitting])
    if rule != "letterhead" or head is None or suppliers:
        return
    if head.rival:
        parties.doubts.append(f"two companies head the paper, {name.text!r} and {head.rival.text!r}: which one orders?")
    elif not head.clear and "buyer.address" not in parties.evidence:
        parties.doubts.append(f"the buyer is taken from the letterhead {name.text!r}; nothing else confirms it")


def _standing(block: Block) -> float:
    """How sure an address under a buyer's label is one: `Buyer: Nadia Benali` is a person to ask for."""
    company = any(_LEGAL.search(row.folded) for row in block.rows[:2])
    addressed = any(character.isdigit() for row in block.rows[1:] for character in row.text)
    return 0.9 if company or addressed else 0.5


def _other_parties(parties: Parties, layout: Layout, suppliers: Sequence[Block], table_top: int | None) -> list[Block]:
    """Addresses without a label under another company's name than the buyer's: the paper is addressed to them."""
    if suppliers or not parties.buyer.name:
        return []
    own = _plain(parties.buyer.name)
    found = []
    for index, row in enumerate(layout.rows[: table_top or 25]):
        for phrase in row.phrases:
            plain = _plain(phrase.text)
            other = bool(_LEGAL.search(phrase.folded)) and own not in plain and plain not in own
            if other and _is_name(phrase) and not any(block.holds(phrase) for block in parties.blocks):
                found.append(Block("supplier", [phrase, *_column(layout.rows, index, phrase)]))
    return found


def _party_name(rows: Sequence[Span]) -> Span:
    return next((row for row in rows[:3] if _LEGAL.search(row.folded) and _is_name(row)), rows[0])


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _is_name(span: Span) -> bool:
    letters = sum(character.isalpha() for character in span.text)
    return letters >= 3 and letters > 0.5 * len(span.text) and not _NOT_A_NAME.match(span.folded)


def _signature(layout: Layout) -> Head | None:
    """In a mail: the last line that is a company's name, with the lines under it."""
    for index in range(len(layout.rows) - 1, -1, -1):
        span = layout.rows[index].span
        if _LEGAL.search(span.folded) and _is_name(span) and len(span.words) <= 6:
            return Head([span, *_column(layout.rows, index, span)])
    return None


def _letterhead(layout: Layout, blocks: Sequence[Block], table_top: int | None) -> Head | None:
    """The name at the top of the page with the rows under it, no label and no title.

    Weighed by size, by height on the page, by a company's legal form, and by standing again where goods are sent.
    """
    usual = median(row.bottom - row.top for row in layout.rows) if layout.rows else 1.0
    homes = {_plain(block.rows[0].text) for block in blocks if block.role in {"ship_to", "buyer"}}
    found = list(_head_names(layout, blocks, table_top))
    weighed: list[tuple[float, Span, int]] = []
    for phrase, index, titled in found:
        weight = 2 * phrase.height / usual - (phrase.top - found[0][0].top) / 28 - (0.6 if titled else 0)
        weight += (0.8 if _LEGAL.search(phrase.folded) else 0) + (2.0 if _plain(phrase.text) in homes else 0)
        weighed.append((weight, phrase, index))
    if not weighed:
        return None
    weighed.sort(key=lambda entry: -entry[0])
    weight, name, index = weighed[0]
    rival = next(
        (other for other_weight, other, _ in weighed[1:]
         if weight - other_weight < 0.7 and _LEGAL.search(other.folded) and _plain(other.text) != _plain(name.text)),
        None,
    )  # fmt: skip
    big = name.height > 1.2 * usual
    return Head([name, *_column(layout.rows, index, name)], rival, big or bool(_LEGAL.search(name.folded)))


def _head_names(layout: Layout, blocks: Sequence[Block], table_top: int | None) -> Iterator[tuple[Span, int, bool]]:
    """What may be the buyer's name at the top of the page: phrase, row, and whether the paper's title is above it."""
    limit = 0.3 * layout.sheet.page.height
    titles: list[Span] = []
    begun = False
    for index, row in enumerate(layout.rows[: table_top or 25]):
        if row.top > limit and begun:
            return
        for phrase in row.phrases:
            if title_of(phrase):
                titles.append(phrase)
            elif _is_name(phrase) and not _role(phrase)[0] and not any(block.holds(phrase) for block in blocks):
                labels = labels_in(phrase.folded)
                if not labels or (labels[0][1] > 0 and ":" not in phrase.text):
                    begun = True
                    yield phrase, index, any(abs(title.x0 - phrase.x0) < 10 for title in titles)


def _address(parties: Parties, name: Span, rows: Sequence[Span], all_rows: Sequence[Sequence[Span]]) -> None:
    lines = _address_lines(name, rows)
    if not lines:
        same = [other for other in all_rows if _plain(_party_name(other).text) == _plain(name.text)]
        lines = next(filter(None, (_address_lines(_party_name(other), other) for other in same)), [])
    if lines:
        text = ", ".join(line.text for line in lines)
        parties.buyer = replace(parties.buyer, address=text)
        parties.evidence["buyer.address"] = Span(tuple(w for line in lines for w in line.words), text).evidence(
            "below the name", 0.8
        )


def _address_lines(name: Span, rows: Sequence[Span]) -> list[Span]:
    """The rows after the name up to the first that tells something else (telephone, VAT number, mail address)."""
    found: list[Span] = []
    after = rows[list(rows).index(name) + 1 :] if name in rows else rows
    for row in after:
        if _FOR_WHOM.match(row.folded):
            continue
        cuts = [start for kind, start, _ in labels_in(row.folded) if kind in _NOT_ADDRESS]
        cuts += [match.start() for match in (_EMAIL.search(row.text), _VAT.search(row.text)) if match]
        part = row.part(0, min(cuts)) if cuts else row
        if part:
            found.append(part)
        if cuts:
            break
    told = any(character.isdigit() for row in found for character in row.text)
    return found if told or any(country_in(row.text) for row in found) else []


def _spans(rows: Sequence[Row], suppliers: Sequence[Block]) -> Iterator[Span]:
    for row in rows:
        for phrase in row.phrases:
            if not any(block.holds(phrase) for block in suppliers):
                yield phrase


def _vat(parties: Parties, rows: Sequence[Row], suppliers: Sequence[Block]) -> None:
    """The VAT number outside the supplier's block; two different ones there are a doubt."""
    found: dict[str, Span] = {}
    for phrase in _spans(rows, suppliers):
        if re.search(r"(?:your|vendor|supplier|votre|fournisseur|ihre|lieferant|proveedor)", phrase.folded):
            continue
        for number, span in _vat_numbers(phrase):
            found.setdefault(number, span)
    if len(found) > 1:
        parties.doubts.append(
            f"several VAT numbers are printed ({', '.join(sorted(found))}): whose is which is not said"
        )
    elif found:
        number, span = next(iter(found.items()))
        parties.buyer = replace(parties.buyer, vat=number)
        parties.evidence["buyer.vat"] = span.evidence("VAT number", 0.97 if valid_vat(number) else 0.6)


def _vat_numbers(phrase: Span) -> Iterator[tuple[str, Span]]:
    labelled_so = any(kind == "vat" for kind, _, _ in labels_in(phrase.folded))
    for match in _VAT.finditer(phrase.text):
        number = re.sub(r"[ .-]", "", match["eu"] or match["ch"])
        span = phrase.part(match.start(), match.end())
        if span and sum(c.isdigit() for c in number) >= 7 and (valid_vat(number) or labelled_so):
            yield number, span
            return
    if labelled_so:
        spanish = _SPANISH.search(phrase.text)
        number = "ES" + re.sub(r"[ -]", "", spanish.group()) if spanish else ""
        span = phrase.part(spanish.start(), spanish.end()) if spanish else None
        if span and valid_vat(number):
            yield number, span


def valid_vat(number: str) -> bool:
    """Whether a compact VAT number has the form and the check digits of its country (python-stdnum)."""
    try:
        if number.startswith("CH"):
            from stdnum.ch import uid

            return bool(uid.is_valid(number[:12]))
        if number.startswith("GB"):
            return bool(gb_vat.is_valid(number))
        eu_vat.validate(number)
    except ValidationError:
        return False
    return True


def _registration(parties: Parties, rows: Sequence[Row], suppliers: Sequence[Block]) -> None:
    for phrase in _spans(rows, suppliers):
        if re.search(r"\b(?:siren|siret|rcs|r\.c\.s\.)", phrase.folded):
            found = next((m for m in _SIREN.finditer(phrase.text) if luhn_is_valid(re.sub(r"\D", "", m.group()))), None)
            number = re.sub(r"\D", "", found.group()) if found else None
        else:
            found = _REGISTER.search(phrase.text)
            number = " ".join(found.group().replace(":", " ").split()) if found else None
        if found and number:
            parties.buyer = replace(parties.buyer, registration=number)
            parties.evidence["buyer.registration"] = phrase.evidence("company register", 0.9)
            return


def _contact(parties: Parties, rows: Sequence[Row], suppliers: Sequence[Block]) -> None:
    for phrase in _spans(rows, suppliers):
        found = _EMAIL.search(phrase.text)
        if found and not re.search(r"(?:invoice|facture|rechnung|factura)", phrase.folded[: found.start()]):
            parties.buyer = replace(parties.buyer, email=found.group().lower())
            parties.evidence["buyer.email"] = phrase.evidence("e-mail address", 0.8)
            return


def _numbers(parties: Parties, layout: Layout) -> None:
    number = labelled(layout, "buyer_number", r"(?=[\w./-]*\d)[A-Za-z0-9][\w./-]{1,19}")
    if number:
        parties.buyer = replace(parties.buyer, number=number.span.text)
        parties.evidence["buyer.number"] = number.evidence
    gln = labelled(layout, "gln", r"\d{13}")
    if gln:
        parties.buyer = replace(parties.buyer, gln=gln.span.text)
        parties.evidence["buyer.gln"] = gln.evidence


def _country(parties: Parties, layout: Layout) -> None:
    buyer = parties.buyer
    address = next(
        (country for part in reversed((buyer.address or "").split(", ")) if (country := country_in(part))), None
    )
    if address:
        parties.evidence["buyer.country"] = replace(parties.evidence["buyer.address"], rule="country of the address")
    elif buyer.vat and buyer.vat[:2].isalpha():
        address = buyer.vat[:2]
        parties.evidence["buyer.country"] = replace(parties.evidence["buyer.vat"], rule="country of the VAT number")
    parties.buyer = replace(buyer, country=address)
