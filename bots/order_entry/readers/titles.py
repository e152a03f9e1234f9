# ruff: noqa: E501 - one title a line, however long
"""Titles of papers, and what each says a paper is."""

from __future__ import annotations

import re
from functools import cache

from bots.domain.orders import Kind
from bots.domain.reading.words import Span

_ORDER_WORDS = (
    r"(?:(?:standard |local |direct |official |confirming |blanket |import )?purchase orders?|order forms?|(?:official |confirming |firm |works |supply |material |site )?order|p\.?\s?o\.?|bons? de commande(?: fournisseurs?| d'achat| client| publics?)?|commande(?: fournisseurs?| d'achat| ferme| client| directe)?|ordre d'achat|"
    r"(?:[a-z]{3,12}-?)?bestellung|bestellschein|bestellformular|bestellauftrag|(?:[a-z]{3,12}-?)?auftrag(?:serteilung)?|orden de compra|pedido(?: de compras?| a proveedor)?|hoja de pedido|nota de pedido|"
    r"ordine(?: (?:d'|di )acquisto| a fornitore| fornitore)?|inkooporder|bestelbon|bestelling|bestelopdracht|ordem de compra|encomenda|nota de encomenda)"
)
LOOSE = 0.25  #: how purely a phrase is a title that goes on with words of its own
#: Titles by what they say the paper is, longest first within a phrase. Several stand for "not an order".
TITLES: dict[str, tuple[Kind, str]] = {
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
        r"(?:(?:product )?catalog(?:ue)?(?!\W*(?:no|nr|number|num|n°|#|code|item|ref)\b)|price ?list|preisliste|katalog|tarif (?:general|public)|liste de prix|lista de precios|listino(?: prezzi)?|prijslijst)",
    ),
    "a requisition": (
        Kind.NOT_AN_ORDER,
        r"(?:purchase requisition|requisition|demande d'achat|bestellanforderung|banf|solicitud de compra|richiesta d'acquisto)",
    ),
}
_TAIL = re.compile(
    r"\W*(?:(?:no|nr|number|nummer|numero|num|n°|n|ref|id|#|from|vom|du|of|date|dated|datum|copy|original|copie|kopie|copia|page)\b\W*)*"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\W*(?:{pattern})(?![\w'])") for name, (_, pattern) in TITLES.items()}


def title_of(phrase: Span, longest: int = 3) -> tuple[str, float] | None:
    """What a phrase is the title of, and how purely (1: nothing else in it); at most `longest` words follow it."""
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
    return (name, LOOSE) if len(rest.split()) <= longest else None
