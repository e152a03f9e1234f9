"""What a document is: told by its title, by what its number is called, and by sentences that replace or cancel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from bots.domain.orders import Kind
from bots.order_entry.readers.words import Sheet, Span, squeezed

_ORDER_WORDS = (
    r"(?:(?:standard |local |direct |official |confirming |blanket |import )?purchase orders?|order forms?|order|p\.?\s?o\.?|bons? de commande|commande(?: fournisseurs?| d'achat| ferme| client)?|ordre d'achat|"
    r"(?:[a-z]{3,12}-?)?bestellung|bestellschein|bestellauftrag|kaufauftrag|auftrag|orden de compra|pedido(?: de compras?| a proveedor)?|hoja de pedido|nota de pedido|"
    r"ordine(?: (?:d'|di )acquisto| a fornitore| fornitore)?|inkooporder|bestelbon|bestelling|bestelopdracht|ordem de compra|encomenda|nota de encomenda)"
)

#: Titles by what they say the paper is, longest first within a phrase. Several stand for "not an order".
_TITLES: dict[str, tuple[Kind, str]] = {
    "an order": (Kind.ORDER, _ORDER_WORDS),
    "a changed order": (
        Kind.REVISION,
        rf"(?:(?:purchase )?(?:order )?change order|(?:purchase order|po|order) (?:change|revision|amendment)(?: order| notice)?|(?:revised|amended|updated|changed) (?:purchase )?order|amendment(?: to (?:purchase )?order)?|"
        rf"avenant(?: a la commande| au bon de commande)?|(?:bon de )?commande (?:modificative|rectificative|modifiee|rectifiee)|modification (?:de|du) (?:la )?(?:bon de )?commande|"
        rf"bestellanderung|anderung(?:smitteilung)? (?:der|zur|unserer) bestellung|anderungsbestellung|geanderte bestellung|{_ORDER_WORDS} ?[-–:(]+ ?(?:revision|change|anderung|avenant|modification|revised|geandert)|"
        r"modificacion (?:de|del) (?:pedido|orden.*)|pedido modificado|variazione ordine|gewijzigde (?:bestelling|inkooporder))",
    ),
    "a call-off": (
        Kind.CALL_OFF,
        r"(?:call[- ]?off(?: order| release| notice)?|(?:blanket|contract) (?:purchase )?(?:order )?release|release order|purchase order release|scheduling agreement(?: release)?|lieferabruf|abruf(?:bestellung|auftrag)?|lieferplanabruf|"
        r"(?:commande )?(?:d')?appel de livraison|commande d'appel|commande sur appel|appel (?:de|sur) (?:commande|marche|contrat).*|orden de entrega|pedido de entrega|afroep(?:order|opdracht)?|ordine di consegna)",
    ),
    "a cancellation": (
        Kind.CANCELLATION,
        r"(?:(?:purchase )?order cancell?ation(?: notice)?|cancell?ation (?:of )?(?:the )?(?:purchase )?order|cancell?ation(?: notice)?|cancelled (?:purchase )?order|(?:purchase )?order cancelled|stornierung(?: der bestellung)?|storno|bestellstorn\w*|"
        r"annulation(?: (?:de|du) (?:la )?(?:bon de )?commande)?|commande annulee|anulacion(?: (?:de|del) pedido)?|cancelacion (?:de|del) pedido|annullamento(?: ordine)?|annulering(?: bestelling)?)",
    ),
    "a request for a quotation": (
        Kind.NOT_AN_ORDER,
        r"(?:request for (?:a )?(?:quot(?:ation|e)|proposal|price|offer|bid)s?|rfq|rfp|quot(?:ation|e) request|price (?:request|enquiry|inquiry)|enquiry|inquiry|invitation to (?:bid|tender|quote)|"
        r"demande (?:de|d')\s?(?:prix|devis|offre|cotation)|appel d'offres|consultation(?: de prix)?|(?:preis|angebots)?anfrage|bitte um angebot|aufforderung zur angebotsabgabe|"
        r"solicitud de (?:oferta|cotizacion|presupuesto|precios?)|peticion de (?:oferta|precios?|presupuesto)|richiesta di (?:offerta|preventivo|quotazione)|(?:offerte|prijs)aanvraag)",
    ),
    "a quotation": (
        Kind.NOT_AN_ORDER,
        r"(?:(?:sales )?quot(?:ation|e)|offer|proposal|estimate|devis|offre(?: de prix| commerciale)?|angebot|kostenvoranschlag|oferta|presupuesto|cotizacion|offerta|preventivo|offerte|pro-?forma|orcamento)",
    ),
    "a confirmation of an order": (
        Kind.NOT_AN_ORDER,
        r"(?:(?:sales |purchase )?order (?:confirmation|acknowledge?ment|receipt)|sales order|(?:confirmation|acknowledge?ment) (?:of|de|du|d') ?(?:your |votre )?(?:purchase )?(?:order|commande|bon de commande)|accuse de reception(?: de (?:votre )?commande)?|"
        r"a\.?r\.? de commande|(?:auftrags|bestell)bestatigung|confirmacion (?:de|del) pedido|acuse de recibo|conferma (?:d'|di )?ordine|orderbevestiging|confirmacao)",
    ),
    "an invoice": (
        Kind.NOT_AN_ORDER,
        r"(?:(?:tax |commercial |pro-?forma |sales |final |partial )?invoice|facture(?: pro-?forma| d'acompte| de situation)?|(?:[a-z]{3,12})?-?rechnung(?:skorrektur)?|factura(?: proforma)?|fattura|factuur|fatura|"
        r"credit (?:note|memo)|avoir|gutschrift|nota de credito|nota di credito|creditnota|debit note|facture d'avoir|stornorechnung|sepa[- ]?prenotification)",
    ),
    "a delivery note": (
        Kind.NOT_AN_ORDER,
        r"(?:delivery (?:note|docket|ticket)|packing (?:slip|list|note)|dispatch note|despatch note|goods received note|bon de livraison|bordereau (?:de livraison|d'expedition)|lieferschein|packliste|albaran(?: de entrega)?|nota de entrega|documento di trasporto|pakbon|leverbon|shipping notice)",
    ),
    "a payment advice": (
        Kind.NOT_AN_ORDER,
        r"(?:remittance(?: advice)?|payment (?:advice|notification)|avis de (?:paiement|virement|reglement)|zahlungsavis|aviso de pago|avviso di pagamento|betaaladvies|betalingsadvies)",
    ),
    "a statement or a reminder": (
        Kind.NOT_AN_ORDER,
        r"(?:(?:account )?statement(?: of account)?|releve (?:de )?compte|releve de factures|kontoauszug|extracto de cuenta|payment reminder|(?:\d\.? ?)?mahnung|zahlungserinnerung|relance|rappel|recordatorio)",
    ),
    "terms and conditions": (
        Kind.NOT_AN_ORDER,
        r"(?:(?:general |standard )?(?:purchase |purchasing )?terms (?:and|&) conditions(?: of (?:purchase|sale))?|(?:general )?(?:terms|conditions) of (?:purchase|sale)|conditions generales (?:d'achat|de vente)|allgemeine (?:einkaufs|geschafts|verkaufs)bedingungen|condiciones generales.*)",
    ),
    "a price list or catalogue": (
        Kind.NOT_AN_ORDER,
        r"(?:(?:product )?catalog(?:ue)?|price ?list|preisliste|katalog|tarif (?:general|public)|liste de prix|lista de precios|listino(?: prezzi)?|prijslijst)",
    ),
    "a requisition": (
        Kind.NOT_AN_ORDER,
        r"(?:purchase requisition|requisition|demande d'achat|bestellanforderung|banf|solicitud de compra|richiesta d'acquisto)",
    ),
}

_REPLACES = re.compile(
    r"(?:cancels? and (?:replaces?|supersedes?)|(?:replaces|supersedes) (?:our |the |all |any |purchase |previous |earlier )*(?:order|po|version|issue)|annule et remplace|remplace (?:et annule )?(?:notre|la|le) (?:bon de )?commande|"
    r"ersetzt (?:unsere |die |alle |vorherige |fruhere )*(?:bestellung|version)|anula y (?:sustituye|reemplaza)|sustituye (?:a |al )?(?:nuestro |el )?pedido|this is a (?:revised|changed|amended) (?:purchase )?order|revised (?:purchase )?order|changed (?:purchase )?order|vervangt|sostituisce (?:e annulla|il))"
)
_ASKS = re.compile(
    r"(?:(?:send|give|let) (?:us|me) (?:have )?(?:your )?(?:best )?(?:price|quote|quotation|offer)|(?:please|could you|can you) quote (?:us|for|me|your)|your best (?:price|offer|quote)|"
    r"votre (?:meilleure? )?(?:offre|devis|prix|cotation)|nous faire (?:parvenir )?(?:une offre|un devis)|(?:um|uns) (?:ein |ihr )?(?:preis)?angebot|bieten sie uns|"
    r"(?:su|vuestra|una) (?:mejor )?(?:oferta|cotizacion)|(?:su|un) (?:mejor )?(?:precio|presupuesto)|la vostra (?:migliore )?offerta|uw (?:beste )?(?:prijs|offerte))"
)
_FOREIGN = re.compile(
    r"(?<![a-z])(?:[a-z]{0,12}rechnung|invoice|facture|factura|fattura|factuur|credit note|avoir|gutschrift|angebot|quotation|quote|devis|offre de prix|"
    r"demande de prix|anfrage|rfq|oferta|presupuesto|order confirmation|auftragsbestatigung|bestellbestatigung|confirmation de commande|acknowledge?ment|"
    r"delivery note|packing slip|lieferschein|bon de livraison|albaran|remittance|statement)(?![a-z])"
    r"(?!\s*(?:to\b|address|adresse|an\b|a\b|will|must|should|and (?:all|ship)|copy|in (?:duplicate|triplicate)|soll|muss|doit|debe|required))"
)
_CANCELS = re.compile(
    r"(?:(?:this|the above|our|please cancel) (?:purchase )?order (?:is|has been) (?:hereby )?cancell?ed|please cancel (?:this|our|the|purchase) (?:purchase )?(?:order|po)|"
    r"nous annulons (?:notre|la) commande|veuillez annuler|wir stornieren|hiermit stornieren|anulamos (?:el|nuestro) pedido|rogamos anulen)"
)
_TAIL = re.compile(
    r"\W*(?:(?:no|nr|number|nummer|numero|num|n°|n|ref|id|#|from|vom|du|of|date|dated|datum|copy|original|copie|kopie|copia|page)\b\W*)*"
)


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


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\W*(?:{pattern})(?![\w'])") for name, (_, pattern) in _TITLES.items()}


def kind_of(sheets: Sequence[Sheet], numbered: bool, has_lines: bool) -> Verdict:
    """Classify a document. `numbered`: a purchase order number was found; `has_lines`: goods were."""
    titles = sorted(_titles(sheets[0]), key=lambda title: -title.weight) if sheets else []
    orders = [title for title in titles if title.kind is not Kind.NOT_AN_ORDER]
    others = [title for title in titles if title.kind is Kind.NOT_AN_ORDER]
    if others and (not orders or others[0].weight > orders[0].weight):
        return _not_an_order(others[0], orders, numbered)
    asked = _sentence(sheets, _ASKS)
    if asked and (not orders or (sheets[0].number == 0 and not has_lines)):
        return Verdict(Kind.NOT_AN_ORDER, f"it asks for a price: {asked.text!r}", asked)
    if not orders or orders[0].weight < 0.9:
        foreign = _foreign(sheets[0]) if sheets else None
        if foreign and not _sentence(sheets, _CANCELS):
            return _unsure(foreign, orders, numbered)
    replaced = _sentence(sheets, _REPLACES)
    cancelled = _sentence(sheets, _CANCELS)
    if cancelled:
        return Verdict(Kind.CANCELLATION, f"the document says {cancelled.text!r}", cancelled)
    if orders:
        return _order(orders, others, replaced)
    if replaced:
        return Verdict(Kind.REVISION, f"the document says {replaced.text!r}", replaced)
    if numbered and not has_lines and sheets[0].number > 0:
        doubt = "it names an order number, and no lines of goods were found: a person must say what it is"
        return Verdict(Kind.ORDER, "no title, but it names an order number", None, (doubt,))
    if numbered and has_lines:
        return Verdict(Kind.ORDER, "no title, but it names a purchase order number and lists goods")
    if has_lines:
        doubt = "nothing calls this document an order: it only lists goods; a person must say what it is"
        return Verdict(Kind.ORDER, "it lists goods, and nothing says what it is", None, (doubt,))
    return Verdict(
        Kind.NOT_AN_ORDER, "it has no title of an order and no lines of goods", None,
        ("what this document is could not be told: no title, no lines; a person must look",),
    )  # fmt: skip


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
        if found:
            return row.span.part(found.start(), found.end())
    return None


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


def _not_an_order(title: _Title, orders: Sequence[_Title], numbered: bool) -> Verdict:
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
    for row in sheet.rows:
        for phrase in _title_phrases(row.phrases, row.span):
            found = title_of(phrase)
            if found:
                name, share = found
                share = min(share, 0.6) if _is_labelling(phrase, row.phrases) else share
                place = (
                    1.25 if row.top < 0.35 * sheet.page.height else 0.9 if row.top < 0.55 * sheet.page.height else 0.35
                )
                size = min(3.0, max(0.6, phrase.height / usual))
                yield _Title(name, _TITLES[name][0], phrase, size * place * share)


def _is_labelling(phrase: Span, phrases: Sequence[Span]) -> bool:
    """Whether the next phrase begins with a colon: then this one is a label, not a title."""
    return any(other.text.startswith(":") and 0 < other.x0 - phrase.x1 < 90 for other in phrases)


def _title_phrases(phrases: Sequence[Span], row: Span) -> Iterator[Span]:
    yield from phrases
    if 1 < len(phrases) <= 3 and len(row.text) < 40:
        yield row
    for phrase in phrases:
        closed = squeezed(phrase.text)
        if closed != phrase.text:
            yield Span(phrase.words, closed)


def title_of(phrase: Span) -> tuple[str, float] | None:
    """What a phrase is the title of, and how purely (1: nothing else in it)."""
    best: tuple[str, int] | None = None
    for name, pattern in _patterns().items():
        found = pattern.match(phrase.folded)
        if found and found.end() > (best[1] if best else 0):
            best = (name, found.end())
    if best is None:
        return None
    name, end = best
    tail = _TAIL.match(phrase.folded, end)
    rest = phrase.folded[tail.end() if tail else end :]
    if not rest.strip(" .:-#"):
        label = phrase.text.rstrip().endswith(":") or bool(phrase.folded[end:].strip(" .:-#"))
        return name, 0.6 if label else 1.0
    if any(character.isdigit() for character in rest.split()[0]):
        return name, 0.7 if ":" in phrase.text else 0.9
    return (name, 0.25) if len(rest.split()) <= 3 else None


def _sentence(sheets: Sequence[Sheet], pattern: re.Pattern[str]) -> Span | None:
    for row in sheets[0].rows if sheets else ():
        found = pattern.search(row.span.folded)
        if found:
            return row.span.part(found.start(), found.end())
    return None
