"""Who orders. A purchase order names two parties; the one it is addressed to is us and never the buyer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from stdnum.luhn import is_valid as luhn_is_valid

from bots.domain.evidence import Evidence
from bots.domain.orders import Buyer
from bots.domain.reading.companies import LEGAL, borders, is_name, plain_name
from bots.domain.reading.identifiers import EMAIL, REGISTER, SIREN, VAT, valid_vat, vat_country
from bots.domain.reading.places import country_in
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.addresses import Block, address_blocks, column_below, outside, party_name
from bots.order_entry.readers.buyer_vat import numbers_of_buyer
from bots.order_entry.readers.header import labelled
from bots.order_entry.readers.labels import Layout, labels_in
from bots.order_entry.readers.letterhead import letterhead, signature

_FOR_WHOM = re.compile(r"(?:attn|attention|z\.? ?hd|a l'att|accounts payable|tel|phone|fax)")
_TELEPHONE = re.compile(r"(?:ext\.?|extension)?[\d\s().+/-]+")
_NOT_ADDRESS = {"phone", "vat", "registration", "email", "gln", "buyer_number", "po_number", "po_date"}


_Option = tuple[float, str, list[Span]]  #: how sure, by which rule, the rows of the address


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
    _name(parties, layout, suppliers, table_top, last_rows)
    suppliers += _other_parties(parties, layout, suppliers, table_top)
    rows = [*layout.rows, *last_rows]
    _vat(parties, rows, suppliers)
    _registration(parties, rows, suppliers)
    _contact(parties, rows, suppliers)
    _numbers(parties, layout)
    _country(parties)
    return parties


def _name(
    parties: Parties, layout: Layout, suppliers: Sequence[Block], table_top: int | None, last_rows: Sequence[Row]
) -> None:
    """The buyer's name: the letterhead; else the address the invoice goes to; else where the goods go."""
    named = {plain_name(block.rows[0].text) for block in suppliers}
    options = [(_standing(block), "label: buyer", block.rows) for block in parties.blocks if block.role == "buyer"]
    head = signature(layout) if layout.sheet.number == 0 else letterhead(layout, parties.blocks, table_top, last_rows)
    if head:
        strong = bool(LEGAL.search(head.rows[0].folded))
        options.append((0.95 if strong else 0.7, "letterhead", head.rows))
    options += [(0.6, "label: deliver to", block.rows) for block in parties.blocks if block.role == "ship_to"]
    fitting = [
        option
        for option in options
        if plain_name(party_name(option[2]).text) not in named and is_name(party_name(option[2]))
    ]
    if not fitting:
        parties.doubts.append("the buyer's name was not found")
        return
    worth, rule, rows = max(_trusted(fitting, suppliers), key=lambda option: option[0])
    name = party_name(rows)
    parties.buyer = replace(parties.buyer, name=name.text)
    parties.evidence["buyer.name"] = name.evidence(rule, worth)
    _address(parties, name, rows, [option[2] for option in fitting])
    if rule != "letterhead" or head is None or suppliers:
        return
    if head.rival:
        parties.doubts.append(f"two companies head the paper, {name.text!r} and {head.rival.text!r}: which one orders?")
        return
    others = [other for _, other in _other_names(name.text, layout, parties.blocks, table_top)]
    others = [other for other in others if not _FOR_WHOM.match(other.folded)]
    if not LEGAL.search(name.folded) and len(others) > 1:
        both = " and ".join(repr(other.text) for other in others[:2])
        parties.doubts.append(f"the paper is headed {name.text!r}, and {both} stand on it: which one orders?")
    elif not head.clear and "buyer.address" not in parties.evidence:
        parties.doubts.append(f"the buyer is taken from the letterhead {name.text!r}; nothing else confirms it")


def _trusted(options: Sequence[_Option], suppliers: Sequence[Block]) -> Sequence[_Option]:
    """The options without a letterhead that a labelled buyer contradicts: an order on the supplier's own form."""
    labelled_ones = [option for option in options if option[1] == "label: buyer" and option[0] > 0.8]
    names = {plain_name(party_name(option[2]).text) for option in options if option[1] != "letterhead"}
    if not labelled_ones or suppliers:
        return options
    return [
        option for option in options
        if any(borders(other, plain_name(party_name(option[2]).text)) for other in names)  # `Kantonale Augenklinik AG`
    ]  # fmt: skip


def _standing(block: Block) -> float:
    """How sure an address under a buyer's label is one: `Buyer: Nadia Benali` is a person to ask for."""
    company = any(LEGAL.search(row.folded) for row in block.rows[:2])
    own = takewhile(lambda row: not labels_in(row.folded), block.rows[1:])
    addressed = any(any(map(str.isdigit, row.text)) and not _TELEPHONE.fullmatch(row.folded) for row in own)
    return 0.9 if company or addressed else 0.5


def _other_parties(parties: Parties, layout: Layout, suppliers: Sequence[Block], table_top: int | None) -> list[Block]:
    """Addresses without a label under another company's name than the buyer's: the paper is addressed to them."""
    if suppliers or not parties.buyer.name:
        return []
    others = _other_names(parties.buyer.name, layout, parties.blocks, table_top)
    return [Block("supplier", [phrase, *column_below(layout.rows, index, phrase)]) for index, phrase in others]


def _other_names(
    name: str, layout: Layout, blocks: Sequence[Block], table_top: int | None
) -> Iterator[tuple[int, Span]]:
    """The companies of another name above the lines, outside any labelled address, each with its row."""
    own = plain_name(name)
    for index, row in enumerate(layout.rows[: table_top or 25]):
        for phrase in outside([row], blocks):
            plain = plain_name(phrase.text)
            named = len(phrase.words) > 1 and bool(LEGAL.search(phrase.folded))
            other = named and own not in plain and plain not in own
            if other and is_name(phrase):
                yield index, phrase


def _address(parties: Parties, name: Span, rows: Sequence[Span], all_rows: Sequence[Sequence[Span]]) -> None:
    lines = _address_lines(name, rows)
    if not lines:
        same = [other for other in all_rows if plain_name(party_name(other).text) == plain_name(name.text)]
        lines = next(filter(None, (_address_lines(party_name(other), other) for other in same)), [])
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
        cuts += [match.start() for match in (EMAIL.search(row.text), VAT.search(row.text)) if match]
        part = row.part(0, min(cuts)) if cuts else row
        if part:
            found.append(part)
        if cuts and found:
            break
    told = any(character.isdigit() for row in found for character in row.text)
    return found if told or any(country_in(row.text) for row in found) else []


def _vat(parties: Parties, rows: Sequence[Row], suppliers: Sequence[Block]) -> None:
    """The VAT number outside the supplier's block; two different ones there are a doubt."""
    found = numbers_of_buyer(parties.buyer.name, rows, suppliers)
    if len(found) > 1:
        parties.doubts.append(
            f"several VAT numbers are printed ({', '.join(sorted(found))}): whose is which is not said"
        )
    elif found:
        number, span = next(iter(found.items()))
        parties.buyer = replace(parties.buyer, vat=number)
        parties.evidence["buyer.vat"] = span.evidence("VAT number", 0.97 if valid_vat(number) else 0.6)


def _registration(parties: Parties, rows: Sequence[Row], suppliers: Sequence[Block]) -> None:
    for phrase in outside(rows, suppliers):
        if re.search(r"\b(?:siren|siret|rcs|r\.c\.s\.)", phrase.folded):
            found = next((m for m in SIREN.finditer(phrase.text) if luhn_is_valid(re.sub(r"\D", "", m.group()))), None)
            number = re.sub(r"\D", "", found.group()) if found else None
        else:
            found = REGISTER.search(phrase.text)
            number = " ".join(found.group().replace(":", " ").split()) if found else None
        if found and number:
            parties.buyer = replace(parties.buyer, registration=number)
            parties.evidence["buyer.registration"] = phrase.evidence("company register", 0.9)
            return


def _contact(parties: Parties, rows: Sequence[Row], suppliers: Sequence[Block]) -> None:
    for phrase in outside(rows, suppliers):
        found = EMAIL.search(phrase.text)
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


def _country(parties: Parties) -> None:
    buyer = parties.buyer
    address = next(
        (country for part in reversed((buyer.address or "").split(", ")) if (country := country_in(part))), None
    )
    if address:
        parties.evidence["buyer.country"] = replace(parties.evidence["buyer.address"], rule="country of the address")
    elif buyer.vat and (address := vat_country(buyer.vat)):
        parties.evidence["buyer.country"] = replace(parties.evidence["buyer.vat"], rule="country of the VAT number")
    parties.buyer = replace(buyer, country=address)
