"""Every document named in a payer's free words: prefixed, bare, listed, glued, by order, or by last digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stdnum import iso11649

from bots.domain.orders import same_number
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.mentions import Mention, Spelling
from bots.remittance_reader.matching.not_references import MASK, Ignored, is_date, masked
from bots.remittance_reader.matching.series import DocumentNumber, Series

_RF = re.compile(r"(?<![A-Z0-9])RF\d\d(?: ?[A-Z0-9]){1,21}")
_TOKEN = re.compile(r"[A-Z0-9][A-Z0-9/._\-]*\d[A-Z0-9/._\-]*")
_REGISTERED = re.compile(r"(?<![A-Z0-9])(?:[A-Z]{2} ?[0-9A-Z]{2} ?)?\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?(?![A-Z0-9])")
_CUSTOMER = re.compile(
    r"\b(?:CLIENT|CUSTOMER|KUNDE(?:N-?NR)?|KD-?NR)\b[ .:°#N]{0,4}(?P<number>[A-Z0-9][A-Z0-9/._\-]{3,})"
)
#: Words after which a number is something else than an invoice.
_OTHER = re.compile(
    r"\b(?:PO|P\.O\.|BC|CDE|CMD|CDES|COMMANDES?|ORDER|BESTELLUNG|BEST(?:ELL)?-?NR|AUFTRAG|PEDIDO|BL|DEVIS|OFFRE|CONTRAT"
    r"|CONTRACT|VERTRAG|KD-?NR|KUNDEN-?NR|CLIENT|COMPTE|DOSSIER|TEL|TELEPHONE|SIREN|SIRET|TVA|VAT|CHEQUE|CHQ|LCR"
    r")\b[ .:°#N]{0,4}(?P<number>[A-Z0-9/._\-]*\d[A-Z0-9/._\-]*)"
)
_NEXT = re.compile(
    r"(?P<sign>\s*[/,;+&]\s*|\s+(?:ET|UND|AND|Y)\s+|\s*-\s*|\s+)(?P<count>[0-9O]{3,9})(?![0-9A-Z]|[.,]\d)"
)
_ROW = 20  #: signs a row of a bank's text has at least when it is broken because it is full
_GLUED = re.compile(r"(?<![0-9A-Z/.\-])[0-9O]{3,9}(?:[/+&,][0-9O]{3,9})+(?![0-9A-Z/.\-])")
_ENDING = re.compile(r"(?<![0-9A-Z])[0-9O]{5,12}(?![0-9A-Z])")


_Reading = tuple[Series, re.Match[str]]


@dataclass(frozen=True)
class Words:
    """What was found in a text: documents, registered numbers of companies, and what was passed over."""

    mentions: tuple[Mention, ...] = ()
    registered: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()


def read_words(pieces: Iterable[str], place: str, book: Book, around: date) -> Words:
    """Read the pieces of a text, where a number may be broken over two of them. `around`: the day of the booking."""
    parts = [piece.upper() for piece in pieces if piece.strip()]
    words = _Text(_joined(parts), place, book, around).words()
    if len(parts) == 1:
        return words
    known = {number for one in words.mentions for number in one.numbers}
    others = [one for joint in ("", " ") for one in _Text(joint.join(parts), place, book, around).prefixed()]
    maybe = [replace(one, certain=False) for one in others if not set(one.numbers) & known]
    return replace(words, mentions=tuple(dict.fromkeys((*words.mentions, *maybe))))


def _joined(parts: Sequence[str]) -> str:
    """A row that is as full as rows get was broken by the bank, wherever that was; a shorter one ended by itself."""
    full = max((len(part) for part in parts), default=0)
    return "".join(part if len(part) == full >= _ROW else f"{part} " for part in parts).strip()


def read_reference(text: str, place: str, book: Book, around: date) -> tuple[Mention, ...]:
    """Read a field that is made for document numbers: whatever stands there is meant to be one, however short."""
    return _Text(text.upper().strip(), place, book, around, declared=True).words().mentions


class _Text:
    """One text that is read from the surest to the least sure; what was read is taken out, so nothing is read twice."""

    def __init__(self, text: str, place: str, book: Book, around: date, declared: bool = False) -> None:
        self.text, self.place, self.book, self.around, self.declared = text, place, book, around, declared

    def words(self) -> Words:
        """Everything in the text."""
        mentions = [*self._references(), *self.prefixed()]
        registered = list(self._registered())
        self.text, ignored = masked(self.text, self.book.own_numbers, None if self.declared else self.around)
        others = list(self._others())
        for step in (self._orders, self._tokens, self._bare, self._glued, self._endings):
            mentions += step()
        return Words(tuple(dict.fromkeys(mentions)), tuple(registered), (*ignored, *others))

    def prefixed(self) -> Iterator[Mention]:
        """Numbers with their prefix, and what is listed behind each."""
        for series in self.book.series:
            if series.prefixed:
                for found in list(series.spelt.finditer(self.text)):
                    if MASK not in self.text[slice(*found.span())] and not self._is_dated(series, found):
                        yield from self._with_list([(series, found)], Spelling.SERIES, certain=True)

    def _is_dated(self, series: Series, found: re.Match[str]) -> bool:
        """`FAC 20260412` is a word and a date; so is `FAC 2026/04/12`, and no number of ours begins with too few 0."""
        if self.declared:
            return False
        count = found["n"]
        if len(count) < series.width and count.startswith("0"):
            return True
        letters = re.match(r"[A-Z]+\s", found[0])
        rest = found[0][letters.end() :] if letters else ""
        return is_date(rest, self.around) or bool(re.match(r"[/.-]\d{1,2}(?!\d)", self.text[found.end() :]))

    def _with_list(self, readings: list[_Reading], spelling: Spelling, certain: bool) -> Iterator[Mention]:
        """The number, and the counts that follow it in the same width: `FAC/2026/0411/0412`, `… 0411, 0412 et 0413`."""
        found = readings[0][1]
        numbers, shown, end = [series.number(one) for series, one in readings], found[0].strip(), found.end()
        yield Mention(shown, self.place, self._exactly(shown, spelling), tuple(numbers), certain)
        self._take(*found.span())
        width = min(series.width for series, _ in readings)
        while (more := _NEXT.match(self.text, end)) and _as_wide(more["count"], found["n"], width):
            if any(self._is_complete(series, more.start("count")) for series, _ in readings):
                break
            count = int(more["count"].replace("O", "0"))
            sure = certain and not more["sign"].isspace() and "-" not in more["sign"]
            listed = tuple(replace(number, count=count) for number in numbers)
            yield Mention(f"{shown} … {more['count']}", self.place, spelling, listed, sure)
            end = more.end()
            self._take(*more.span())

    def _references(self) -> Iterator[Mention]:
        """ISO 11649 references, in one piece or in groups of four; only with right check digits."""
        for found in list(_RF.finditer(self.text)):
            compact = found[0].replace(" ", "")
            lengths = [length for length in range(len(compact), 5, -1) if iso11649.is_valid(compact[:length])]
            known = [length for length in lengths if self.book.referenced(compact[:length])]
            whole = len(found[0].split(" ")[0])
            best = (known or [length for length in lengths if length == whole])[:1]
            for length in best:
                yield Mention(compact[:length], self.place, Spelling.REFERENCE)
                self._take(found.start(), found.start() + _printed_length(found[0], length))

    def _registered(self) -> Iterator[str]:
        """Numbers under which companies are registered, or we keep them: they say who pays, not what."""
        for found in list(_REGISTERED.finditer(self.text)):
            compact = found[0].replace(" ", "")
            for start in (0, 2, 4):
                if self.book.identified(compact[start:]) and len(compact) - start >= 9:
                    yield compact[start:]
                    self._take(*found.span())
                    break
        for found in list(_CUSTOMER.finditer(self.text)):
            if self.book.called(found["number"]):
                yield found["number"]
                self._take(*found.span())

    def _others(self) -> Iterator[Ignored]:
        """Numbers whose own word says that they are no invoice. An order we invoiced stays."""
        for found in list(_OTHER.finditer(self.text)):
            ordered = self.book.ordered(found["number"]) or self.book.ordered(found[0])
            if MASK not in found["number"] and not ordered:
                yield Ignored(found[0], "a number of something else than an invoice")
                self._take(*found.span("number"))

    def _orders(self) -> Iterator[Mention]:
        """Orders we know: invoiced ones lead to their invoice, the others to nothing."""
        for found in list(_TOKEN.finditer(self.text)):
            if self.book.ordered(found[0]):
                yield Mention(found[0], self.place, Spelling.ORDER, certain=False)
                self._take(*found.span())
            elif self.book.is_order(found[0]):
                self._take(*found.span())

    def _tokens(self) -> Iterator[Mention]:
        """Whole words that are an open item's number, whatever series it is of."""
        for found in list(_TOKEN.finditer(self.text)):
            word = found[0].strip("/._-")
            long_enough = self.declared or len(same_number(word)) >= 5 or not word.isdigit()
            if long_enough and self.book.numbered(word):
                yield Mention(word, self.place, Spelling.PRINTED)
                self._take(*found.span())
            elif re.search("[A-Z]", word) and self.book.spelt(word):
                yield Mention(word, self.place, Spelling.SERIES)
                self._take(*found.span())

    def _bare(self) -> Iterator[Mention]:
        """Complete numbers without their letters, in any series they can be of."""
        found: dict[tuple[int, int], list[_Reading]] = {}
        for series in self.book.series:
            for one in series.bare.finditer(self.text):
                if self._is_bare(series, one):
                    found.setdefault(one.span(), []).append((series, one))
        for (start, end), readings in sorted(found.items()):
            if MASK in self.text[start:end]:
                continue
            dated = self.declared and is_date(self.text[start:end], self.around)
            yield from self._with_list(readings, Spelling.ENDING if dated else Spelling.BARE, certain=False)

    def _is_complete(self, series: Series, start: int) -> bool:
        """Whether a number with its year begins here, which is no count in a list."""
        found = series.bare.match(self.text, start) if series.dated else None
        return bool(found and len(found["n"]) >= 3)

    def _is_bare(self, series: Series, found: re.Match[str]) -> bool:
        """Long enough to be no chance, and not the end of a word that means something else (`PO2026/0412`)."""
        before = re.search(r"[A-Z]+$", self.text[: found.start()])
        if before and not re.fullmatch(r"(?:FACTURES?|FACT?|FA|INVOICES?|INV|RECHNUNG|RG|RE|NO?|NR|REF)", before[0]):
            return False
        if series.prefixed and before is None and not series.dated:
            return len(found["n"]) >= max(5, series.width)
        return len(found["n"]) >= 3 and (series.dated or len(found["n"]) >= max(5, series.width))

    def _glued(self) -> Iterator[Mention]:
        """Counts one beside the other without prefix or year: `0411/0412`."""
        widths = {series.width for series in self.book.series}
        for found in list(_GLUED.finditer(self.text)):
            counts = re.split(r"[/+&,]", found[0])
            if {len(count) for count in counts} <= widths:
                for count in counts:
                    number = DocumentNumber("", int(count.replace("O", "0")))
                    yield Mention(count, self.place, Spelling.COUNT, (number,), certain=False)
                self._take(*found.span())

    def _endings(self) -> Iterator[Mention]:
        """Digits that may be the last ones of a number."""
        for found in list(_ENDING.finditer(self.text)):
            yield Mention(found[0], self.place, Spelling.ENDING, certain=False)

    def _exactly(self, words: str, otherwise: Spelling) -> Spelling:
        return Spelling.PRINTED if self.book.document_number(words) and self.book.numbered(words) else otherwise

    def _take(self, start: int, end: int) -> None:
        self.text = self.text[:start] + MASK * (end - start) + self.text[end:]


def _as_wide(count: str, first: str, width: int) -> bool:
    """Whether a count is written like the first one, or as we print counts."""
    printed = len(count) == width or (len(count) > width and count[0] not in "0O")
    return len(count) == len(first) or (len(first) >= width and printed)


def _printed_length(printed: str, signs: int) -> int:
    """How long the first so many signs are where they are printed with blanks."""
    seen = 0
    for place, sign in enumerate(printed, 1):
        seen += sign != " "
        if seen == signs:
            return place
    return len(printed)
