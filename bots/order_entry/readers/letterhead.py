"""The name a paper is headed with, or a mail is signed with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bots.domain.reading.companies import FORM, LEGAL, borders, is_name, is_only_form, plain_name
from bots.domain.reading.identifiers import VAT
from bots.domain.reading.words import Row, Span
from bots.order_entry.readers.addresses import Block, address_blocks, column_below, party_name, role_of
from bots.order_entry.readers.labels import Layout, labels_in
from bots.order_entry.readers.titles import title_of

_PARTIES = {"vendor_number", "contact", "sales_order", "buyer_number", "po_title", "po_number"}
_FOR = re.compile(r"(?:for|pour|fur|por|per)\s+(?=\w)")
_TAGLINE = re.compile(r"(?:since|established|est\.|seit|depuis|desde|dal|sinds) (?:1[6-9]|20)\d\d")
_TOWN = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5}\s")
_OWN = {"phone", "vat", "registration", "email"}


@dataclass(frozen=True)
class Head:
    """The name a paper is headed with and the rows under it; `rival`: another name that could be it."""

    rows: list[Span]
    rival: Span | None = None
    clear: bool = True


def signature(layout: Layout) -> Head | None:
    """In a mail: the last line that is a company's name, with the lines under it."""
    for index in range(len(layout.rows) - 1, -1, -1):
        span = layout.rows[index].span
        if LEGAL.search(span.folded) and is_name(span) and len(span.words) <= 6:
            return Head([span, *column_below(layout.rows, index, span)])
    return None


def letterhead(
    layout: Layout, blocks: Sequence[Block], table_top: int | None, last_rows: Sequence[Row] = ()
) -> Head | None:
    """The name at the top of the page with the rows under it, no label and no title.

    Weighed by size, by height on the page, by a company's legal form, and by standing again where goods are sent.
    """
    usual = median(row.bottom - row.top for row in layout.rows) if layout.rows else 1.0
    everywhere = address_blocks(layout, None) if table_top else blocks  # where goods go may stand below the table
    homes = {plain_name(block.rows[0].text) for block in everywhere if block.role in {"ship_to", "buyer"}}
    found = list(_head_names(layout, blocks, table_top))
    weighed: list[tuple[float, Span, int]] = []
    for phrase, index, titled in found:
        weight = 2 * phrase.height / usual - (phrase.top - found[0][0].top) / 28 - (0.6 if titled else 0)
        weight += 0.8 if _tells_of_itself(layout.rows, index, phrase) else 0
        weight += 1.2 if _is_senders_line(phrase) else 0
        weight += (0.8 if LEGAL.search(phrase.folded) else 0) + (2.0 if plain_name(phrase.text) in homes else 0)
        weighed.append((weight, phrase, index))
    if not weighed:
        return None
    weighed.sort(key=lambda entry: -entry[0])
    weight, name, index = _in_full(weighed)
    close = [(other, place) for other_weight, other, place in weighed[1:] if weight - other_weight < 0.7]
    others = [(other, place) for other, place in close if LEGAL.search(other.folded) and not _is_same(other, name)]
    again = any(other is not name and _is_part(name, party_name([other])) for _, other, _ in weighed)
    known = _is_senders_line(name) or again or _tells_of_itself(layout.rows, index, name)
    rivals = (
        other
        for other, place in others
        if not (known or name.height > 1.2 * other.height) or not _is_addressed(layout.rows, place, other, name)
    )
    rival = next(rivals, None)
    big = name.height > 1.2 * usual
    name = _in_two_lines(layout.rows, index, name) if big else name
    full, *under = _with_its_form(name, [*layout.rows, *last_rows], blocks)
    below = [row for row in column_below(layout.rows, index, name) if row.words[0] not in name.words]
    return Head([full, *(below or under)], rival, big or bool(LEGAL.search(full.folded)))


def _in_two_lines(rows: Sequence[Row], index: int, name: Span) -> Span:
    """A name with its form whose first words stand in the row above, as large: `Pinturas` / `Levantina, S.A.`."""
    above = rows[index - 1].phrases[0] if index and FORM.search(name.folded) else None
    if above is None or abs(above.x0 - name.x0) > 3 or abs(above.height - name.height) > 0.5 or _is_part(above, name):
        return name
    near = 0 <= name.top - above.bottom < 0.5 * name.height and _may_head(above) and not labels_in(above.folded)
    if not near or title_of(above) or FORM.search(above.folded):
        return name
    return _as_one(above, name)


def _in_full(weighed: Sequence[tuple[float, Span, int]]) -> tuple[float, Span, int]:
    """The name that weighs most, in the fuller spelling if one is near: a logo may set one name in two lines."""
    weight, name, index = weighed[0]
    for _, other, place in weighed[1:]:
        if other.text != name.text and _is_part(name, other) and not any(sign.isdigit() for sign in other.text):
            return weight, other, place
    return weight, name, index


def _with_its_form(name: Span, rows: Sequence[Row], blocks: Sequence[Block]) -> list[Span]:
    """The name as the company is registered, if the first page or the last prints it somewhere (over the window, in the
    footer, last in the address of an invoice), with the rows below it."""
    if FORM.search(name.folded):
        return [name]
    alone = party_name([name])
    found: list[tuple[bool, bool, list[Span]]] = []
    for index, row in enumerate(rows):
        for phrase in row.phrases:
            _, end = role_of(phrase)
            full = party_name([phrase.part(end or _signed(phrase)) or phrase])
            registered = bool(LEGAL.search(full.folded)) and len(full.words) <= 8 and is_name(full)
            roles = {block.role for block in blocks if block.holds(phrase)}
            if registered and "supplier" not in roles and (_words_within(alone, full) or _are_initials(alone, full)):
                led = not _is_part(alone, full)  # `Conditions of Acme Ltd`
                found.append((bool(roles), led, [full, *column_below(rows, index, phrase)]))
    return min(found, key=lambda entry: entry[:2])[2] if found else [name]


def _signed(phrase: Span) -> int:
    """Where the name begins that a letter is signed for: `Pour Brasserie du Val SRL,`."""
    found = _FOR.match(phrase.folded)
    return found.end() if found else 0


def _are_initials(short: Span, full: Span) -> bool:
    """Whether a logo is the initials of a name: `RLM` of `Rail Loire Maintenance SA`."""
    words = [word for word in full.folded.split() if word[0].isalpha() and not LEGAL.fullmatch(word)]
    return short.text.isupper() and len(words) > 2 and "".join(word[0] for word in words) == plain_name(short.text)


def _words_within(part: Span, whole: Span) -> bool:
    """Whether all of a name's words stand in another: a logo may turn them round."""
    short, long = (list(filter(None, map(plain_name, span.text.split()))) for span in (part, whole))
    return len("".join(short)) > 3 and set(short) <= set(long)


def _is_same(other: Span, name: Span) -> bool:
    """Whether two phrases name one company, one of them perhaps with its address behind."""
    return _is_part(other, name) or _is_part(name, party_name([other]))


def _is_part(part: Span, whole: Span) -> bool:
    """Whether a name begins or ends with another."""
    return borders(plain_name(part.text), plain_name(whole.text))


def _tells_of_itself(rows: Sequence[Row], index: int, name: Span) -> bool:
    """Whether telephone, mail or register numbers stand under a name: who writes prints his own."""
    below = column_below(rows, index, name)
    return any(
        {kind for kind, _, _ in labels_in(row.folded)} & _OWN or "@" in row.text or VAT.search(row.text)
        for row in below
    )


def _is_addressed(rows: Sequence[Row], index: int, other: Span, name: Span) -> bool:
    """Whether another company stands no higher than a letterhead and tells nothing of itself: it is written to."""
    tells = _tells_of_itself(rows, index, other) or _is_senders_line(other)
    return not tells and name.top < other.top + 2 * other.height


def _is_senders_line(phrase: Span) -> bool:
    """Whether name, street and town stand in one line: the sender over the window of an envelope (DIN 5008)."""
    name = party_name([phrase])
    rest = phrase.text.removeprefix(name.text)
    told = bool(LEGAL.search(name.folded)) and any(character.isdigit() for character in rest)
    return told and rest != phrase.text


def _is_value(label: Span, phrase: Span) -> bool:
    """Whether a phrase is what a label beside it asks for (`Currency | USD`), and no company's name.

    A title at the side (`Purchase order`) asks for a number, and for nothing set larger than itself.
    """
    found = labels_in(label.folded)
    alone = bool(found) and found[0][1] == 0 and not label.text[found[0][2] :].strip(" .:#")
    if alone and found[0][0] in {"po_title", "po_number"} and not any(map(str.isdigit, phrase.text)):
        return False
    headed = bool(title_of(label)) and phrase.height > 1.3 * label.height
    return alone and not headed and not LEGAL.search(phrase.folded)


def _is_company(phrase: Span, labels: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a company's name only begins or goes on like a label: `Contacto Total del Bajío, S.A. de C.V.`."""
    if not labels or not LEGAL.search(phrase.folded):
        return False
    kind, _, end = labels[0]
    goes_on = phrase.text[end : end + 1] == " " and FORM.search(phrase.folded, end) is not None
    return kind not in _PARTIES or (kind == "contact" and goes_on)


def _is_over(rows: Sequence[Row], index: int, label: Span) -> bool:
    """Whether a label's value stands close below it: then what is beside it is another thing."""
    below = (phrase for row in rows[index + 1 : index + 3] for phrase in row.phrases if abs(phrase.x0 - label.x0) < 3)
    return any(any(map(str.isdigit, other.text)) and other.top - label.bottom < label.height for other in below)


def _head_names(layout: Layout, blocks: Sequence[Block], table_top: int | None) -> Iterator[tuple[Span, int, bool]]:
    """What may be the buyer's name at the top of the page: phrase, row, and whether the paper's title is above it."""
    limit = 0.3 * layout.sheet.page.height
    titles: list[Span] = []
    begun = False
    for index, row in enumerate(layout.rows[: table_top or 25]):
        if row.top > limit and begun:
            continue
        for place, phrase in enumerate(row.phrases):
            name = _with_form_below(layout.rows, index, phrase)
            before = row.phrases[place - 1] if place else None
            if before and _is_value(before, name) and not _is_over(layout.rows, index, before):
                continue
            if title_of(phrase):
                titles.append(phrase)
            elif _may_head(phrase) and not any(block.holds(phrase) for block in blocks):
                labels = labels_in(phrase.folded)
                company = _is_company(phrase, labels)
                if not labels or ((labels[0][1] > 0 or company) and ":" not in phrase.text):
                    begun = True
                    yield name, index, any(abs(title.x0 - phrase.x0) < 10 for title in titles)


def _may_head(phrase: Span) -> bool:
    """Whether a phrase can be a letterhead's name: no label of an address, no town, no sentence that names a firm."""
    sentence = len(party_name([phrase]).words) > 10 or bool(_TOWN.match(phrase.text) or _TAGLINE.search(phrase.folded))
    return is_name(phrase) and not sentence and not role_of(phrase)[0]


def _ends_a_name(name: Span, below: Span) -> bool:
    """Whether a short row with a company's form ends the name above it: `Brockhurst Lane Dental` / `Laboratory Ltd`."""
    near = 0 <= below.top - name.bottom < 0.5 * below.height and 0.6 < below.height / name.height < 1.1
    form = FORM.search(below.folded)
    ends = form is not None and form.end() == len(below.folded) and len(below.words) < 4
    told = bool(FORM.search(name.folded) or labels_in(name.folded) or role_of(name)[0])
    plain = not told and not any(sign == ":" or sign.isdigit() for sign in name.text)
    return near and ends and plain and plain_name(name.text) not in plain_name(below.text)


def _with_form_below(rows: Sequence[Row], index: int, name: Span) -> Span:
    """A name too long for its row: `Ballinrea Education Services` / `Limited`, `Open Hearth Foodbank` / `Network` where
    another phrase of the page begins with both."""
    below = next(iter(column_below(rows, index, name)), None)
    if below is None:
        return name
    if _stands_again(rows, name, below) or _ends_a_name(name, below):
        return _as_one(name, below)
    if name.text.endswith("-"):  # `Commune de Saint-Aubin-des-` / `Landiers`
        return _as_one(name, below, "")
    only_form = not LEGAL.search(name.folded) and is_only_form(below) and len(below.words) <= 2
    return _as_one(name, below) if only_form else name


def _stands_again(rows: Sequence[Row], name: Span, below: Span) -> bool:
    """Whether another phrase begins with a name and the short row below it."""
    both = plain_name(name.text + below.text)
    return len(below.words) < 3 and any(
        plain_name(phrase.text).startswith(both) for row in rows for phrase in row.phrases
    )


def _as_one(first: Span, second: Span, between: str = " ") -> Span:
    """Two rows of a name as one."""
    return Span((*first.words, *second.words), f"{first.text}{between}{second.text}")
