"""Numbers a company is known by: VAT, company register; and its mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError
from stdnum.gb import vat as gb_vat
from stdnum.in_ import gstin
from stdnum.mx import rfc

from bots.domain.reading.words import Span

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
VAT = re.compile(
    r"(?<![A-Za-z0-9])(?:(?!SIRE[NT])"
    r"(?P<eu>(?:FR ?[0-9A-Z]{2}|DE|ES ?[0-9A-Z]|IT|NL|BE ?[01]?|ATU|LU|PL|PT|DK|SE|FI|CZ|SK|SI|"
    r"IE|HU|RO|BG|GB|EL|HR|LT|LV|EE|MT|CY)(?:[ .-]?[0-9A-Z]){7,12})|"
    r"(?P<ch>CHE?[- ]?\d{3}[. ]?\d{3}[. ]?\d{3})(?: ?(?:MWST|TVA|IVA))?)(?![A-Za-z0-9])"
)
#: Letters and figures of a VAT number with those of its country (Directive 2006/112/EC, as VIES checks them).
_LONG = {"AT": 11, "BE": 12, "DE": 11, "DK": 10, "ES": 11, "FI": 10, "FR": 13, "IT": 13, "LU": 10, "NL": 14, "PL": 12,
         "PT": 11, "SE": 14}  # fmt: skip
_IBAN = re.compile(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_MEXICAN = re.compile(r"(?<![A-Za-z0-9&])[A-ZÑ&]{3,4}-?\d{6}-?[A-Z0-9]{3}(?![A-Za-z0-9])")  #: RFC
_SPANISH = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-SUVW][- ]?\d{7,8}[0-9A-J]?(?![A-Za-z0-9])")
_NIF = re.compile(r"(?<![a-z])(?:n\.?i\.?f|c\.?i\.?f)\W{0,3}$")
_CANADIAN = re.compile(r"(?<!\d)\d{5} ?\d{4} ?RT ?\d{4}(?!\d)")  #: a business number with its GST/HST account
#: Digits alone, behind the words that call them a VAT number: South Africa, Australia, Britain within Britain.
_DIGITS = re.compile(
    r"(?:vat|gst|abn)\b[a-z .]*(?:n°|#)?\W{0,3}(?P<number>[a-z]?\d(?: ?\d){7,11}[a-z]?)(?=\s*(?:$|[|·•;,]))"
)
_INDIAN = re.compile(r"(?<![A-Za-z0-9])\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}(?![A-Za-z0-9])")
SIREN = re.compile(r"(?<!\d)\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5}|[ .]\d{3}[ .]?\d{2})?(?!\d)")
REGISTER = re.compile(r"\b(?:HRB|HRA|KvK|CRN)\s*(?:Nr\.?|No\.?)?\s*:?\s*(?P<number>[A-Z]?\d[\d ]{3,9}\d)")


def vat_number(phrase: Span, labelled_so: bool) -> tuple[str, Span] | None:
    """The VAT number in a phrase, compact, with its words. `labelled_so`: the phrase calls it one, so that a number
    whose check digits are not known here counts too."""
    for number, start, end in _numbers(phrase, labelled_so):
        span = phrase.part(start, end)
        if span:
            return number, span
    return None


def _numbers(phrase: Span, labelled_so: bool) -> Iterator[tuple[str, int, int]]:
    """What may be one, the surest form first: compact, and the stretch of the text it is printed in."""
    mexican = _MEXICAN.search(phrase.text) if labelled_so else None
    if mexican and rfc.is_valid(mexican.group()):
        yield mexican.group().replace("-", ""), *mexican.span()
    yield from _with_country(phrase.text, labelled_so)
    indian, canadian = _INDIAN.search(phrase.text), _CANADIAN.search(phrase.text)
    if indian and gstin.is_valid(indian.group()):
        yield indian.group(), *indian.span()
    if canadian:
        yield canadian.group().replace(" ", ""), *canadian.span()
    if labelled_so:
        yield from _without_country(phrase)


def _with_country(text: str, labelled_so: bool) -> Iterator[tuple[str, int, int]]:
    """The numbers that begin with the letters of their country; an IBAN does so too and is none."""
    for match in VAT.finditer(text):
        if _IBAN.match(text, match.start()):
            continue
        number, end = re.sub(r"[ .-]", "", match["eu"] or match["ch"]), match.end()
        long = _LONG.get(number[:2], len(number))
        if len(number) > long:  # what follows stands too close
            number, end = number[:long], _behind(text, match.start(), long)
        if sum(c.isdigit() for c in number) >= 7 and (valid_vat(number) or labelled_so):
            yield number, match.start(), end


def _without_country(phrase: Span) -> Iterator[tuple[str, int, int]]:
    """The numbers that only their label makes one: Spain's, and digits alone."""
    spanish, bare = _SPANISH.search(phrase.text), _DIGITS.search(phrase.folded)
    if spanish:
        number = "ES" + re.sub(r"[ -]", "", spanish.group())
        alone = spanish.group() == phrase.text or _NIF.search(phrase.folded, 0, spanish.start())
        if alone or valid_vat(number):
            yield number, *spanish.span()
    if bare:
        number = bare["number"].replace(" ", "").upper()
        yield f"GB{number}" if gb_vat.is_valid(number) else number, *bare.span("number")


def _behind(text: str, start: int, count: int) -> int:
    """The place behind so many letters and figures."""
    places = [index for index in range(start, len(text)) if text[index].isalnum()]
    return places[count - 1] + 1


def vat_country(number: str) -> str | None:
    """The country a compact VAT number names by its letters, or by its form; None when it names none."""
    if _MEXICAN.fullmatch(number) and rfc.is_valid(number):
        return "MX"
    if number[:2].isalpha():
        return number[:2]
    if _CANADIAN.fullmatch(number):
        return "CA"
    return "IN" if _INDIAN.fullmatch(number) else None


def valid_vat(number: str) -> bool:
    """Whether a compact VAT number has the form and the check digits of its country (python-stdnum)."""
    try:
        if number.startswith("CH"):
            from stdnum.ch import uid

            return bool(uid.is_valid(number[:12]))
        if number.startswith("GB"):
            return bool(gb_vat.is_valid(number))
        if _INDIAN.fullmatch(number):
            return bool(gstin.is_valid(number))
        eu_vat.validate(number)
    except ValidationError:
        return False
    return True
