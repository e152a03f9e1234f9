"""Which of our articles a line means: the customer's own number, then GTIN, then our number. A text only proposes.

A cross-reference counts while it is valid on the order's date. Identifiers that mean different articles are
never weighed against each other: a person decides.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from stdnum import ean

from bots.domain.customers import Article, CrossReference, Customer
from bots.domain.orders import OrderLine


@dataclass(frozen=True)
class Matched:
    """The article, what identified it (`reference`, `gtin` or `sku`), and that as words for the plan."""

    article: Article
    by: str
    evidence: str


@dataclass(frozen=True)
class Unmatched:
    """No article beyond doubt; `reason` is a sentence without the line's number."""

    reason: str


@dataclass(frozen=True)
class _Clue:
    by: str
    words: str
    articles: tuple[Article, ...]


def candidates(line: OrderLine, customer: Customer, on: date) -> tuple[str, ...]:
    """The article numbers and GTINs to look up in the price list for this line, best first, none twice."""
    references = [reference.sku for reference in valid_references(line, customer, on)]
    printed = [number for number in (line.gtin, line.sku, line.buyer_item if not references else None) if number]
    return tuple(dict.fromkeys([*references, *(number.strip() for number in printed)]))


def valid_references(line: OrderLine, customer: Customer, on: date) -> tuple[CrossReference, ...]:
    """The customer's references for the number printed on the line that are valid on the day."""
    numbers = {same_item(number) for number in (line.buyer_item, line.sku) if number}
    return tuple(
        reference
        for reference in customer.cross_references
        if same_item(reference.buyer_item) in numbers and _valid(reference, on)
    )


def is_called(article: Article, number: str) -> bool:
    """Whether a number is the article's own or its GTIN: a portal's search may show its neighbours too."""
    return same_item(article.sku) == same_item(number) or _same_gtin(number, article.gtin)


def same_item(number: str) -> str:
    """A part number without case, blanks and kinds of hyphen; every other sign keeps its meaning."""
    plain = unicodedata.normalize("NFKC", number).casefold()
    return re.sub(r"\s+", "", re.sub(r"[\u2010-\u2015\u2212]", "-", plain))


def match(line: OrderLine, customer: Customer, on: date, articles: Sequence[Article]) -> Matched | Unmatched:
    """The article a line means, among those the price list showed for its `candidates`."""
    references = valid_references(line, customer, on)
    if len({reference.sku for reference in references}) > 1:
        return Unmatched(_two_references(references, customer, on))
    clues = [clue for clue in _clues(line, references, articles) if clue.articles]
    meant = {article.sku for clue in clues for article in clue.articles}
    if len(meant) > 1:
        said = ", but ".join(f"{clue.words} is {_skus(clue.articles)}" for clue in clues)
        return Unmatched(f"{said}: say which article is meant")
    if not clues:
        return Unmatched(_nothing(line, customer, on, references, articles))
    article = clues[0].articles[0]
    if line.gtin and article.gtin and not _same_gtin(line.gtin, article.gtin):
        return Unmatched(
            f"{clues[0].words} is {article.sku}, whose GTIN is {article.gtin}, but the document prints the GTIN "
            f"{line.gtin}: say which article is meant"
        )
    return Matched(article, clues[0].by, f"{clues[0].words} is our {article.sku}")


def _clues(line: OrderLine, references: Sequence[CrossReference], articles: Sequence[Article]) -> tuple[_Clue, ...]:
    wanted = {same_item(reference.sku) for reference in references}
    number = line.sku or (line.buyer_item if not references else None)
    return (
        _Clue(
            "reference", f"the customer's number {references[0].buyer_item if references else ''}",
            tuple(article for article in articles if same_item(article.sku) in wanted),
        ),
        _Clue(
            "gtin", f"the GTIN {line.gtin}",
            tuple(article for article in articles if _same_gtin(line.gtin, article.gtin)),
        ),
        _Clue(
            "sku", f"the number {number}",
            tuple(article for article in articles if number and same_item(article.sku) == same_item(number)),
        ),
    )  # fmt: skip


def _valid(reference: CrossReference, on: date) -> bool:
    return (reference.since is None or reference.since <= on) and (reference.until is None or on <= reference.until)


def _same_gtin(printed: str | None, kept: str | None) -> bool:
    """Equal as 14 digits, and with a right check digit, so that a misread number matches nothing."""
    if not printed or not kept:
        return False
    paper, record = ean.compact(printed), ean.compact(kept)
    return bool(ean.is_valid(paper)) and paper.zfill(14) == record.zfill(14)


def _two_references(references: Sequence[CrossReference], customer: Customer, on: date) -> str:
    skus = " and ".join(sorted({reference.sku for reference in references}))
    numbers = " and ".join(sorted({reference.buyer_item for reference in references}))
    return f"the customer's number {numbers} means {skus} for {customer.number} on {on}: say which one is meant"


def _nothing(
    line: OrderLine, customer: Customer, on: date, references: Sequence[CrossReference], articles: Sequence[Article]
) -> str:
    if references:
        return (
            f"the customer's number {references[0].buyer_item} means our {references[0].sku}, which the price list "
            "does not show: correct the reference or the price list"
        )
    printed = [number for number in (line.buyer_item, line.gtin, line.sku) if number]
    if not printed:
        return f"no article number is printed{_proposal(line, articles)}"
    ended = _not_valid(line, customer, on)
    return f"no article is known under {' or '.join(dict.fromkeys(printed))}{ended}{_proposal(line, articles)}"


def _not_valid(line: OrderLine, customer: Customer, on: date) -> str:
    numbers = {same_item(number) for number in (line.buyer_item, line.sku) if number}
    known = [one for one in customer.cross_references if same_item(one.buyer_item) in numbers]
    if not known:
        return ""
    spans = ", ".join(f"{one.sku} from {one.since or 'ever'} to {one.until or 'further notice'}" for one in known)
    return f" on {on} (the customer's reference was {spans})"


def _proposal(line: OrderLine, articles: Sequence[Article]) -> str:
    """The nearest text among the articles at hand: a proposal for the person, never a match."""
    text = textwrap.shorten(line.description or "", 80, placeholder=" …")
    ranked = sorted(articles, key=lambda article: (-_likeness(text, article), article.sku))
    if not text or not ranked or _likeness(text, ranked[0]) < 60:
        return f' (the text is "{text}")' if text else ""
    return f' (the text "{text}" is nearest to our {ranked[0].sku} {ranked[0].description}: is it that one?)'


def _likeness(text: str, article: Article) -> float:
    """From 0 to 100; a word with a digit in it (a size, a type) says the same in every language."""
    told, known = (set(re.findall(r"[\w.-]*\d[\w.-]*", words.casefold())) for words in (text, article.description))
    if any(len(word) >= 4 for word in told & known):
        return 100.0
    return fuzz.token_set_ratio(text, article.description)


def _skus(articles: Sequence[Article]) -> str:
    return " and ".join(sorted(article.sku for article in articles))
