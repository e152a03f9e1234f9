# ruff: noqa: E501 - sentences a line each, however long
"""What a document is: told by its title, by what its number is called, and by sentences that replace or cancel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from bots.domain.orders import Kind
from bots.domain.reading.words import Row, Sheet, Span, squeezed
from bots.order_entry.readers.titles import LOOSE, TITLES, title_of

_REPLACES = re.compile(
    r"(?:cancels? and (?:replaces?|supersedes?)|(?:replaces|supersedes) (?:our |the |all |any |purchase |previous |earlier )*(?:order|po|version|issue)|annule et remplace|remplace (?:et annule )?(?:notre|la|le) (?:bon de )?commande|"
    r"ersetzt (?:unsere |die |alle |vorherige |fruhere )*(?:bestellung|version)|anula y (?:sustituye|reemplaza)|sustituye (?:a |al )?(?:nuestro |el )?pedido|this is a (?:revised|changed|amended) (?:purchase )?order|revised (?:purchase )?order|changed (?:purchase )?order|vervangt|sostituisce (?:e annulla|il))"
)
_ASKS = re.compile(
    r"(?:(?:send|give|let) (?:us|me) (?:have )?(?:your )?(?:best )?(?:price|quote|quotation|offer)|(?:please|could you|can you) quote (?:us|for|me|your)|your best (?:price|offer|quote)|"
    r"votre (?:meilleure? )?(?:offre|devis|prix|cotation)|nous faire (?:parvenir )?(?:une offre|un devis)|(?:um|uns) (?:ein |ihr )?(?:preis)?angebot|bieten sie uns|"
    r"(?:su|vuestra|una) (?:mejor )?(?:oferta|cotizacion)|(?:su|un) (?:mejor )?(?:precio|presupuesto)|la vostra (?:migliore )?offerta|uw (?:beste )?(?:prijs|offerte))"
)
#: How a sentence goes on that names an offer had before: `your offer 2026-1190 of …`.
_ANSWERS = re.compile(r"\W*(?:(?:n[°ºo]?|nr|no|num)\b\W*)?(?:[\w/-]*\d|(?:du|del?|vom|of|dated)\b)")
_SUBJECT = re.compile(r"(?:asunto|objet|betreff|betr\.?|subject|re|concerne|oggetto|betreft)\s*:\s*")
_FOREIGN = re.compile(
    r"(?<![a-z])(?<!your )(?<!votre )(?<!ihr )(?<!ihrem )(?<!su )(?:[a-z]{0,12}rechnung|invoice|facture|factura|fattura|factuur|credit note|avoir|gutschrift|angebot|quotation|quote|devis|offre de prix|"
    r"demande de prix|anfrage|rfq|oferta|presupuesto|order confirmation|auftragsbestatigung|bestellbestatigung|confirmation de commande|acknowledge?ment|"
    r"delivery note|packing slip|lieferschein|bon de livraison|albaran|remittance|statement)(?![a-z])"
    r"(?!\s*(?:to\b|address|adresse|an\b|a\b|will|must|should|and (?:all|ship)|copy|in (?:duplicate|triplicate)|soll|muss|doit|debe|required|(?:the|this|our|order|po|number)\b|ausschlie|bitte|per\b|als\b))"
)
_CANCELS = re.compile(
    r"(?:(?:this|the above|our|please cancel) (?:purchase )?order (?:is|has been) (?:hereby )?cancell?ed|please cancel (?:this|our|the|purchase) (?:purchase )?(?:order|po)|"
    r"nous annulons (?:notre|la) commande|veuillez annuler|wir stornieren|hiermit stornieren|anulamos (?:el|nuestro) pedido|rogamos anulen)"
)
_REFERS = re.compile(r"\d\W+(?:of|dated|vom|du|del?)\s\W*\d")  #: `Quotation 55190 of 6 August` refers to one


@dataclass(frozen=True)
class Verdict:
    """What the document is, the sentence that says why, and a doubt when two titles speak."""

    kind: Kind
    why: str
    span: Span | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Title:
    name: str
    kind: Kind
    span: Span
    weight: float
    labels: bool = False  #: whether a value beside or below it makes it a label


def kind_of(sheets: Sequence[Sheet], numbered: bool, has_lines: bool) -> Verdict:
    """Classify a document. `numbered`: a purchase order number was found; `has_lines`: goods were."""
    titles = sorted(_titles(sheets[0]), key=lambda title: -title.weight) if sheets else []
    orders = [title for title in titles if title.kind is not Kind.NOT_AN_ORDER]
    others = [title for title in titles if title.kind is Kind.NOT_AN_ORDER]
    if orders and not orders[0].labels:
        others = sorted((_lighter(title) for title in others), key=lambda title: -title.weight)
    if others and (not orders or others[0].weight > orders[0].weight):
        return _not_an_order(others[0], orders)
    return _by_sentences(sheets, orders, numbered, has_lines) or (
        _order(orders, others, _sentence(sheets, _REPLACES)) if orders else _untitled(numbered, has_lines, sheets)
    )


def _by_sentences(sheets: Sequence[Sheet], orders: Sequence[_Title], numbered: bool, has_lines: bool) -> Verdict | None:
    """What a sentence makes of the document, against its title or without one; None when none speaks."""
    asked, cancelled = _sentence(sheets, _ASKS, _ANSWERS), _sentence(sheets, _CANCELS)
    if asked and (not orders or (sheets[0].number == 0 and not has_lines)):
        doubt = f"it names an order number and lists goods, and asks for a price: {asked.text!r}; a person must look"
        doubts = (doubt,) if numbered and has_lines else ()
        return Verdict(Kind.NOT_AN_ORDER, f"it asks for a price: {asked.text!r}", asked, doubts)
    foreign = _foreign(sheets[0]) if sheets and (not orders or orders[0].weight < 0.9) else None
    if foreign and not cancelled:
        return _unsure(foreign, orders, numbered)
    if cancelled:
        return Verdict(Kind.CANCELLATION, f"the document says {cancelled.text!r}", cancelled)
    replaced = _sentence(sheets, _REPLACES)
    if replaced and not orders:
        return Verdict(Kind.REVISION, f"the document says {replaced.text!r}", replaced)
    return None


def _untitled(numbered: bool, has_lines: bool, sheets: Sequence[Sheet]) -> Verdict:
    """A document that no title and no sentence explains: told by its order number and its lines."""
    if numbered and has_lines:
        return Verdict(Kind.ORDER, "no title, but it names a purchase order number and lists goods")
    if numbered and sheets[0].number > 0:
        doubt = "it names an order number, and no lines of goods were found: a person must say what it is"
        return Verdict(Kind.ORDER, "no title, but it names an order number", None, (doubt,))
    if has_lines:
        doubt = "nothing calls this document an order: it only lists goods; a person must say what it is"
        return Verdict(Kind.ORDER, "it lists goods, and nothing says what it is", None, (doubt,))
    doubt = "what this document is could not be told: no title, no lines; a person must look"
    return Verdict(Kind.NOT_AN_ORDER, "it has no title of an order and no lines of goods", None, (doubt,))


def _unsure(foreign: Span, orders: Sequence[_Title], numbered: bool) -> Verdict:
    """No title of an order stands out, and the words of another paper are there: a person says what it is."""
    ordered = (
        f"titled {orders[0].span.text!r}" if orders else "naming an order number" if numbered else "without a title"
    )
    doubt = f"the document is {ordered}, and says {foreign.text!r}: a person must say whether it is an order"
    quoted = numbered and re.match(r"(?:angebot|quot|devis|offre|oferta|presupuesto)", foreign.folded)
    kind = Kind.ORDER if orders or quoted else Kind.NOT_AN_ORDER
    return Verdict(kind, f"it says {foreign.text!r}", foreign, (doubt,))


def _foreign(sheet: Sheet) -> Span | None:
    """The first words of another kind of paper, those of an address for invoices left out."""
    for row in sheet.rows:
        found = _FOREIGN.search(row.span.folded)
        said = row.span.part(found.start(), found.end()) if found else None
        if said and (sheet.number == 0 or not _is_in_passing(said, row)):
            return said
    return None


def _is_in_passing(said: Span, row: Row) -> bool:
    """Whether words stand in the middle of a sentence: `30 jours date de facture, franco`."""
    phrase = next(phrase for phrase in row.phrases if said.words[0] in phrase.words)
    return len(phrase.words) > 5 and phrase.words[0] is not said.words[0]


def _order(orders: Sequence[_Title], others: Sequence[_Title], replaced: Span | None) -> Verdict:
    strongest = orders[0]
    special = [title for title in orders if title.kind is not Kind.ORDER and title.weight > 0.55 * strongest.weight]
    title = special[0] if special else strongest
    doubts: tuple[str, ...] = ()
    if others and others[0].weight > 0.85 * strongest.weight and others[0].weight > 1.0:
        doubts = (
            f"the document is titled {strongest.span.text!r}, and also {others[0].span.text!r} ({others[0].name})",
        )
    if replaced and title.kind is Kind.ORDER:
        return Verdict(Kind.REVISION, f"an order that says {replaced.text!r}", replaced, doubts)
    return Verdict(title.kind, f"titled {title.span.text!r}, {title.name}", title.span, doubts)


def _not_an_order(title: _Title, orders: Sequence[_Title]) -> Verdict:
    doubts: tuple[str, ...] = ()
    if orders and orders[0].weight > 0.85 * title.weight:
        doubts = (f"the document is titled {title.span.text!r} ({title.name}), and also {orders[0].span.text!r}",)
    elif title.weight < 0.9:
        doubts = (f"{title.span.text!r} makes it {title.name}, but it does not stand as a title",)
    return Verdict(Kind.NOT_AN_ORDER, f"titled {title.span.text!r}: {title.name}, not an order", title.span, doubts)


def _titles(sheet: Sheet) -> Iterator[_Title]:
    """Phrases of the first page that read like a title, weighed by size, place and purity."""
    heights = [word.bottom - word.top for word in sheet.page.words]
    usual = median(heights) if heights else 1.0
    for index, row in enumerate(sheet.rows):
        for phrase in _title_phrases(row.phrases, row.span):
            found = title_of(phrase, 5 if phrase.height > 1.3 * usual else 3)
            if found:
                name, share = found
                below = [other for lower in sheet.rows[index + 1 : index + 4] for other in lower.phrases]
                share = min(share, 0.6) if _is_before_a_colon(phrase, row.phrases) else share
                valued = _is_beside_a_value(phrase, row.phrases) or _is_over_a_value(phrase, below)
                labels = phrase.height < 1.15 * usual and (valued or bool(_REFERS.search(phrase.folded)))
                large = phrase.height > 1.3 * usual and TITLES[name][0] is Kind.ORDER
                share = 0.6 if large and share == LOOSE else share  # `Commande de pièces de rechange`
                place = (
                    1.25 if row.top < 0.35 * sheet.page.height else 0.9 if row.top < 0.55 * sheet.page.height else 0.35
                )
                size = min(3.0, max(0.6, phrase.height / usual))
                yield _Title(name, TITLES[name][0], phrase, size * place * share, labels)


def _lighter(title: _Title) -> _Title:
    """A title that has a value beside or below it, where an order's title has none: `Requisition` / `10088412`."""
    return replace(title, weight=0.6 * title.weight) if title.labels else title


def _is_before_a_colon(phrase: Span, phrases: Sequence[Span]) -> bool:
    """Whether the next phrase begins with a colon: then this one is a label, not a title."""
    return any(other.text.startswith(":") and 0 < other.x0 - phrase.x1 < 90 for other in phrases)


def _is_beside_a_value(phrase: Span, phrases: Sequence[Span]) -> bool:
    return any(0 < other.x0 - phrase.x1 < 90 and _is_value(phrase, other) for other in phrases)


def _is_over_a_value(phrase: Span, below: Sequence[Span]) -> bool:
    """Whether a number stands close under a phrase and in its column, no smaller than it: `Requisition` / `10088412`."""
    under = [other for other in below if abs(other.x0 - phrase.x0) < 4 and other.top - phrase.bottom < phrase.height]
    return any(_is_value(phrase, other) for other in under)


def _is_value(label: Span, other: Span) -> bool:
    return any(character.isdigit() for character in other.text) and other.height > 0.9 * label.height


def _title_phrases(phrases: Sequence[Span], row: Span) -> Iterator[Span]:
    yield from phrases
    subject = _SUBJECT.match(row.folded)
    titled = row.part(subject.end()) if subject else None
    if titled:
        yield titled
    if 1 < len(phrases) <= 3 and len(row.text) < 40:
        yield row
    closed = [squeezed(phrase.text) for phrase in phrases]
    for phrase, text in zip(phrases, closed, strict=True):
        if text != phrase.text:
            yield Span(phrase.words, text)
    if len(phrases) > 1 and all(text != phrase.text for phrase, text in zip(phrases, closed, strict=True)):
        yield Span(row.words, " ".join(closed))  # each word of the title letter-spaced


def _sentence(sheets: Sequence[Sheet], pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> Span | None:
    """The first words of the first page that a pattern finds and that do not go on as `unless` has it."""
    for row in sheets[0].rows if sheets else ():
        found = pattern.search(row.span.folded)
        if found and not (unless and unless.match(row.span.folded, found.end())):
            return row.span.part(found.start(), found.end())
    return None
