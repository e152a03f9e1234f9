"""What an item of an order is called: article numbers of both sides and its description."""

from __future__ import annotations

from collections.abc import Sequence

from bots.domain.dates import find_dates
from bots.domain.reading.words import Span
from bots.order_entry.readers.headings import Col
from bots.order_entry.readers.line_draft import LineDraft, put
from bots.order_entry.readers.references import Reference, bracketed, is_code, references, without_revision


def name_item(draft: LineDraft, cells: dict[Col, list[Span]], above: str, over: bool) -> None:
    """Take article numbers, description and days of an item.

    `above` is whose number stands over the description; `over`: whether one may stand there without brackets.
    """
    for kind, name in ((Col.BUYER_ITEM, "buyer_item"), (Col.SKU, "sku"), (Col.GTIN, "gtin")):
        spans = cells.get(kind, [])
        if spans:
            _code(draft, name, spans)
    draft.dates += cells.get(Col.DATE, [])
    kept: list[Span] = [] if cells.get(Col.DESCRIPTION) else _words_below(cells)
    described = sorted(cells.get(Col.DESCRIPTION, []), key=lambda span: (span.page, span.top))
    days = {id(span): day for span in described if (day := _only_a_day(span))}
    draft.dates += days.values() if len(days) == 1 else []
    for span in described:
        told, rest = references(span) if id(span) not in days else ((), None)
        for reference in told:
            _told(draft, reference)
        if rest:
            kept.append(rest)
    _describe(draft, _own_number(draft, kept, above, over))


def _only_a_day(span: Span) -> Span | None:
    """The day in a row of figures below an item, as a schedule of deliveries has it: `1 │ 14/12/2026 │ 40.00`."""
    found = next(find_dates(span.text), None)
    if not found or any(map(str.isalpha, span.text[: found.start] + span.text[found.end :])):
        return None
    return span.part(found.start, found.end)


def _own_number(draft: LineDraft, kept: list[Span], above: str, over: bool) -> list[Span]:
    """Take the article number that stands in brackets before the description or as its first row; what is left."""
    if len(kept) > 1 and bracketed(kept[1])[0] and not bracketed(kept[0])[0]:
        kept = kept[1:]  # the name of a group stands above its first item
    if not kept or getattr(draft.line, above) is not None:
        return kept
    code, rest = bracketed(kept[0])
    if code:
        put(draft, above, code.text, code, "brackets before the description", confidence=0.85)
        return [*([rest] if rest else []), *kept[1:]]
    if len(kept) > 1 and is_code(kept[0].text) and over:
        number = without_revision(kept[0].text)
        put(draft, above, number, kept[0], "first line of the description", confidence=0.8)
        return kept[1:]
    return kept


def _describe(draft: LineDraft, kept: Sequence[Span]) -> None:
    if not kept:
        return
    words = tuple(word for span in kept for word in span.words)
    whole = Span(words, " ".join(span.text for span in kept))
    place = whole if len({word.page for word in words}) == 1 else kept[0]
    put(draft, "description", whole.text, place, "column:description")


def _words_below(cells: dict[Col, list[Span]]) -> list[Span]:
    """In a table without descriptions: the words that stand in the rows under an article number."""
    below = [span for kind in (Col.SKU, Col.BUYER_ITEM) for span in cells.get(kind, [])[1:]]
    return [span for span in below if " " in span.text and not is_code(span.text) and not references(span)[0]]


def _code(draft: LineDraft, name: str, spans: Sequence[Span]) -> None:
    """An article number; one broken at a hyphen over two rows is put together."""
    first = spans[0]
    text = first.text
    for following in spans[1:]:
        told, _ = references(following)
        if told:
            for reference in told:
                _told(draft, reference)
        elif text.endswith(("-", "/", "_")) or (len(text) >= 8 and following.text.startswith(("-", "/", "_"))):
            text += following.text
    put(draft, name, text, first, f"column:{name}")


def _told(draft: LineDraft, reference: Reference) -> None:
    names = {Col.SKU: "sku", Col.BUYER_ITEM: "buyer_item", Col.GTIN: "gtin", Col.CODE: "buyer_item"}
    if reference.kind is Col.DATE:
        draft.dates.append(reference.span)
    name = names.get(reference.kind)
    if name and getattr(draft.line, name) is None:
        put(draft, name, reference.span.text, reference.span, f"label:{name}", confidence=0.9)
