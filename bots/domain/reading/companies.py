# ruff: noqa: E501 - a table of legal forms
"""Names of companies on paper."""

from __future__ import annotations

import re
from functools import lru_cache

from bots.domain.reading.words import Span

#: Legal forms and other words that end or begin the name of a company or a public body.
_FORMS = (
    r"(?:\w*ges\.?)?m\.b\.h\.?|\w*gesmbh|(?:sel|e)arl|scea|gaec|scop|s\.?c\.?a\.?|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?u?\.?|s\.?a\.?|e\.?u\.?r\.?l\.?|s\.?n\.?c\.?|gmbh(?: ?& ?co\.? ?kg)?|gbr|ag|kg|ohg|e\.?k\.?|ug|se|inc\.?|llc|l\.l\.c\.|ltd\.?|limited|plc|llp|lp|corp(?:oration|\.)?|(?<=\w )co\.|"
    r"s\.?l\.?u?\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|bvba|oy|ab|aps|a/s|as|lda\.?|pty|pvt\.?|sp\. ?z ?o\. ?o\.?|s\.r\.o\.|kft\.?|dac|clg|e\.v\.|ggmbh|kgaa|(?<=\w )eg|s\. ?coop\.?(?: (?:and|v|mad)\.)?"
)
LEGAL = re.compile(
    rf"(?<![\w.])(?:{_FORMS}|company|stiftung|fondation|foundation|fundacion|group|groupe|holding|industries|university|universite|universitat|hospital|council|authority|school district|district|trust|(?<!hotel de )ville|mairie|commune|stadt|gemeinde|ayuntamiento|city of|county of)(?![\w])"
)
#: The form a company is registered under, without the words that may stand in any name.
FORM = re.compile(rf"(?<![\w.])(?:{_FORMS})(?![\w])")
_NOT_A_NAME = re.compile(
    r"(?:(?:republique francaise|liberte|tel|telefono?|telephone|fax|telefax|phone|www|https?|e-?mail|accounts payable|kreditorenbuchhaltung|service comptabilite|vat|tva|siret|siren|ust|page|seite|p\.?o\.? box|bp(?= \d))(?![a-z])|@|\S+\.[a-z]{2,8}$|(?:unit|suite|floor|plot|block|building) \d|"
    r"(?:stra(?:ss|ß)e|ort|plz|street|city|town|adresse|address|rue|ville|calle|ciudad|direccion)$)"
)
#: A street with its number first, as English and French write it.
_STREET = re.compile(
    r"\d+\s?(?:[a-c]|bis|ter)?,?\s(?:[\w'.-]+\s){0,4}(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|way|square|sq|"
    r"boulevard|blvd|bd|court|ct|close|park|parkway|pkwy|highway|hwy|rue|place|pl|allee|chemin|impasse|quai|route|cours)\b"
)
#: A street with its number last, as German and Dutch write it.
_STREET_FIRST = re.compile(
    r"[\w.-]*(?:stra(?:ss|ß)e|str\.|weg|platz|gasse|allee|ring|damm|ufer|straat|laan)\s\d+\s?[a-z]?$"
)
CAPITAL = re.compile(
    r"(?:\s+[-–]\s+[a-z.]+)?\s+(?:au )?capital (?:social )?(?:de|of|:)"
)  #: a company names its capital behind its form (C. com. R123-238)


_ADDRESS_BEHIND = re.compile(r"\s+[–—-]\s")  #: `SRL – Rue du Moulin 27` under the name


@lru_cache(maxsize=8192)
def plain_name(text: str) -> str:
    """A name by its letters and figures alone, to compare two spellings."""
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def borders(part: str, whole: str) -> bool:
    """Whether a plain name begins or ends with another."""
    return whole.startswith(part) or whole.endswith(part)


def is_name(span: Span) -> bool:
    """Whether words can be a company's name: mostly letters, and no label of something else."""
    letters = sum(character.isalpha() for character in span.text)
    lettered = letters >= 3 and letters > 0.5 * len(span.text)
    other = any(pattern.match(span.folded) for pattern in (_NOT_A_NAME, _STREET, _STREET_FIRST))
    return lettered and not other and not is_only_form(span)


def is_only_form(span: Span) -> bool:
    """Whether words say what kind of company the name above them is: `Limited`, `SAS au capital de 150 000 €`,
    `SRL – Rue du Moulin 27`."""
    form = LEGAL.match(span.folded)
    return form is not None and (
        form.end() == len(span.folded)
        or bool(CAPITAL.match(span.folded, form.end()) or _ADDRESS_BEHIND.match(span.folded, form.end()))
    )
