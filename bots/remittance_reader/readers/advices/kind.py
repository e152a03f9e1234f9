# ruff: noqa: E501 - one title a line, however long
"""Whether a paper is a remittance advice: by its title, by what its sentences say, by what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bots.domain.reading.words import Sheet, Span, squeezed

_PAY = r"(?:remittance|payment|pay|cheque|check|bacs|ach|eft|wire|transfer|bank transfer|electronic funds transfer|disbursement|settlement)"
ADVICE = (
    rf"(?:{_PAY}s? ?/? ?(?:advice|notification|remittance|notice|details?|information|confirmation|voucher|summary|specification|report|statement|stub|detail)s?(?: (?:note|slip|details?|notice))?|remittance|(?:supplier|vendor) (?:payment|remittance)(?: (?:advice|details?|notification))?|advice of (?:payment|remittance|settlement|transfer)|notice of payment|notification of payment|details of (?:our |your )?payment|remittance to|"
    r"(?:avis|bordereau|lettre|detail|ordre|notification|justificatif|releve|annonce|confirmation|information|lettre-cheque)s? (?:de |d'|du |des )?(?:votre |notre )?(?:paiement|virement|reglement|remise|versement)s?(?: (?:fournisseurs?|emis|emise|bancaire|sepa|effectue|par virement))?|lettre cheque|avis de credit|"
    r"(?:zahlungs|uberweisungs|regulierungs|vergutungs|gutschrifts)-?\s?(?:avis(?:e|o)?|anzeige|ankundigung|mitteilung|information|ubersicht|aufstellung|spezifikation|beleg)(?:ierung)?|avis(?:ierung)?|uberweisungsavis|zahlungsavis|scheckavis|sammelavis|abrechnungsavis|"
    r"(?:aviso|notificacion|comunicacion|detalle|relacion|carta|orden|justificante|resumen)(?: de)?(?:l)? (?:pagos?|transferencias?|remesa|abono)(?: a proveedores?| emitida| bancaria)?|"
    r"(?:avviso|distinta|notifica|dettaglio|comunicazione|lettera)(?: di| del)? (?:pagament[oi]|bonifico|bonifici)(?: fornitori| effettuato)?|"
    r"(?:betaal|betalings)(?:advies|specificatie|bericht|opdracht|overzicht)|betalingsbericht|aviso de pagamento)"
)
OTHERS: dict[str, str] = {
    "an invoice": r"(?:(?:tax |commercial |pro-?forma |sales |final |original |corrected )?invoice|facture(?: pro-?forma| d'acompte| client)?|(?:[a-z]{3,12})?-?rechnung(?:skorrektur)?|factura(?: pro-?forma| rectificativa)?|fattura(?: proforma)?|factuur)",
    "a credit note": r"(?:credit (?:note|memo)|facture d'avoir|avoir|gutschrift(?:sanzeige)?|nota de (?:credito|abono)|nota di credito|creditnota|factura rectificativa)",
    "a statement of account": r"(?:(?:customer |account |monthly |supplier )?statement(?: of (?:your )?accounts?)?|account statement|releve (?:de |du )?comptes?(?: client| fournisseur)?|extrait de compte|kontoauszug|kontostand|saldenbestatigung|offene[- ]posten(?:[- ]liste)?|op-liste|saldenliste|extracto (?:de )?cuentas?|estado de cuenta|estratto conto|rekeningoverzicht|open items?(?: list| statement)?|balance confirmation|aged (?:debt|receivables?|payables?).*)",
    "a reminder": r"(?:(?:payment |\w+ |final |friendly )?reminder(?: letter)?|dunning(?: letter| notice)?|overdue (?:notice|payment|invoices?|account)|past due (?:notice|invoices?)|(?:\d\.? ?)?(?:letzte )?mahnung|zahlungserinnerung|(?:lettre de )?relance(?: (?:amiable|de paiement|n° ?\d))?|rappel(?: de paiement| n° ?\d)?|mise en demeure|(?:segundo )?recordatorio(?: de pago)?|reclamacion de pago|sollecito(?: di pagamento)?|betalingsherinnering|aanmaning|request for payment|payment request|demande de paiement|notice of default)",
    "an order": r"(?:purchase order|order|bon de commande|commande|bestellung|pedido|orden de compra|ordine(?: di acquisto)?|inkooporder|order confirmation|auftragsbestatigung|confirmation de commande)",
    "a quotation": r"(?:quot(?:e|ation)|request for quotation|rfq|angebot|devis|offre(?: de prix)?|oferta|presupuesto|preventivo|offerta)",
    "a delivery note": r"(?:delivery note|packing (?:slip|list)|lieferschein|bon de livraison|albaran|documento di trasporto|pakbon)",
    "a collection, money taken from us": r"(?:direct debit (?:advice|notification|pre-?notification|notice|mandate)|sepa[- ]?pre-?notification|pre-?notification|lastschrift(?:avis|ankundigung|anzeige)?|avis de prelevement|adeudo domiciliado|addebito diretto)",
    "terms and conditions": r"(?:(?:general |standard )?terms (?:and|&) conditions(?: of \w+)?|conditions generales(?: d[e']\s?\w+)?|allgemeine (?:geschafts|einkaufs|verkaufs|liefer)bedingungen|agb|condiciones generales|condizioni generali)",
    "a change of bank details": r"(?:change of bank(?:ing)? details|our (?:new )?bank(?:ing)? details(?: have changed)?|changement de (?:rib|coordonnees bancaires)|anderung (?:unserer )?bankverbindung|cambio de (?:cuenta|datos bancarios))",
}
_SAYS = re.compile(
    r"(?:pay to the order of|pay exactly|che(?:ck|que) (?:no|number|date|amount|#)|we (?:have )?(?:today |just )?(?:paid|transferred|remitted|settled|initiated|made (?:a |the )?payment)|(?:has|have) been (?:paid|transferred|remitted|credited)|(?:this )?payment (?:is |was |has been )?(?:made|sent|issued|settles|covers|for the following)|please find (?:below |attached |enclosed )?(?:the )?(?:details of )?(?:our |the )?(?:remittance|payment)|in (?:full )?(?:settlement|payment) of|we are (?:paying|sending|transferring|remitting)|our (?:payment|transfer|bank transfer|remittance) (?:of|covers|for)|enclosed (?:is |please find )?(?:our |a )?che(?:que|ck)|"
    r"(?:nous )?(?:avons|venons de|vous) (?:ce jour |aujourd'hui )?(?:effectue|procede|emis|vire|regle|virons|reglons|adressons|informons)|(?:virement|reglement|paiement)s? (?:de |en |d'un |a )?(?:ce jour|votre faveur|effectue|emis|suivant|correspondant|sera|a ete|couvre|des factures)|en reglement de|ci-(?:joint|dessous) (?:le )?(?:detail|reglement)|"
    r"(?:haben|werden) wir (?:ihnen )?(?:heute )?|wir (?:haben|uberweisen|zahlen|begleichen|regulieren|avisieren)|zum ausgleich|uberwiesen|(?:unsere|folgende) (?:zahlung|uberweisung)|ausgleich (?:der |ihrer |folgender )|begleichen wir|"
    r"(?:les |le )?(?:comunicamos|informamos) (?:que )?(?:hemos|con fecha|el|del)|hemos (?:realizado|ordenado|efectuado|transferido|procedido|abonado)|(?:transferencia|pago) (?:realizad|efectuad|correspondiente|por importe|de las)|"
    r"(?:vi )?(?:comunichiamo|informiamo)|abbiamo (?:disposto|effettuato|provveduto|eseguito)|bonifico (?:a saldo|effettuato|a vostro)|a saldo (?:delle|fatture)|wij hebben|overgemaakt|hierbij (?:de )?specificatie)"
)
_SLIP = re.compile(
    r"(?:detach|return this|return (?:the )?(?:slip|stub|portion)|tear off|cut here|please (?:pay|remit)|talon|a retourner|abtrennen|a detacher|coupon)"
)
_ASKED = re.compile(
    r"(?:please (?:pay|remit|settle|transfer)|amount (?:now )?due|total due|payment is due|is (?:now )?overdue|past due|days overdue|pay(?:able)? (?:by|within)|bitte (?:uberweisen|zahlen|begleichen)|zahlbar (?:bis|innerhalb)|(?:noch )?offen(?:e[rn]?)? (?:betrag|posten|rechnung)|falligen betrag|"
    r"merci de (?:regler|proceder|bien vouloir|nous)|veuillez (?:regler|nous adresser|proceder)|reste(?:nt)? (?:du|impaye)|impaye|a regler avant|rogamos (?:el pago|abonen|efectuen)|pendiente de pago|vi preghiamo di|da saldare|gelieve te betalen)"
)
_AMOUNT = re.compile(r"(?<![\w.,])\d[\d.,' ]*[.,]\d{2}(?![\d.])")  #: a row with one is no title
_TAIL = re.compile(
    r"\W*(?:(?:no|nr|number|nummer|numero|n°|n|ref|id|#|from|vom|du|of|date|dated|datum|copy|original|copie|kopie|copia|page|for|a|an|to|de|en|by|per|par|eur|usd|gbp|der|vendor|supplier|fournisseur)\b\W*)*"
)


@dataclass(frozen=True)
class Verdict:
    """Whether the paper is an advice, the sentence that says why, where that stands, and a doubt when two voices speak."""

    is_advice: bool
    why: str
    span: Span | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Title:
    name: str  #: empty for an advice
    span: Span
    weight: float


def kind_of(
    sheets: Sequence[Sheet], heading_rows: frozenset[int], lists_payments: bool, says_paid: bool = False
) -> Verdict:
    """Classify a paper. `heading_rows`: rows that are headings of a list; `lists_payments`: numbers with amounts were found; `says_paid`: in a column of what is paid."""
    titles = sorted(_titles(sheets[0], heading_rows), key=lambda title: -title.weight) if sheets else []
    ours = next((title for title in titles if not title.name), None)
    other = next((title for title in titles if title.name), None)
    said, asked = _sentence(sheets, _SAYS), _sentence(sheets, _ASKED)
    if other and (ours is None or other.weight > ours.weight + 0.05 or _is_slip(sheets[0], ours)):
        return _other(other, ours, said, asked)
    if ours:
        return Verdict(True, f"titled {ours.span.text!r}", ours.span)
    if says_paid and lists_payments and not asked:
        return Verdict(True, "it lists documents with what is paid of each")
    return _untitled(said, asked, lists_payments)


def _other(other: _Title, ours: _Title | None, said: Span | None, asked: Span | None) -> Verdict:
    why = f"it is {other.name}: titled {other.span.text!r}"
    if said and not asked and ours is None and other.weight < 0.9:
        return Verdict(
            True, f"it says {said.text!r}", said, (f"it says {said.text!r}, and is titled {other.span.text!r}",)
        )
    return Verdict(False, why, other.span)


def _untitled(said: Span | None, asked: Span | None, lists_payments: bool) -> Verdict:
    if asked and not said:
        return Verdict(False, f"it asks for money: {asked.text!r}", asked)
    if said and lists_payments:
        return Verdict(True, f"no title, but it says {said.text!r} and lists what is paid", said)
    if lists_payments:
        doubt = "nothing calls this paper an advice: it only lists numbers and amounts; a person must say what it is"
        return Verdict(True, "it lists numbers with amounts, and nothing says what it is", None, (doubt,))
    if said:
        doubt = f"it says {said.text!r}, and no document that is paid could be read from it"
        return Verdict(True, f"it says {said.text!r}", said, (doubt,))
    return Verdict(False, "it has no title of an advice and lists nothing that is paid")


def _is_slip(sheet: Sheet, ours: _Title) -> bool:
    """Whether `Remittance advice` heads a slip below somebody else's paper, to be cut off and sent back."""
    low = ours.span.top > 0.5 * sheet.page.height and sheet.number > 0
    return low or any(
        _SLIP.search(row.span.folded) and abs(row.top - ours.span.top) < 60 for row in sheet.rows
    )  # fmt: skip


def _sentence(sheets: Sequence[Sheet], pattern: re.Pattern[str]) -> Span | None:
    for sheet in sheets[:2]:
        for row in sheet.rows:
            found = pattern.search(row.span.folded)
            if found:
                return row.span
    return None


def _titles(sheet: Sheet, heading_rows: frozenset[int]) -> Iterator[_Title]:
    """Titles of the first page outside the list, weighed by size, by how purely they stand, by height on the page."""
    heights = sorted(row.bottom - row.top for row in sheet.rows)
    usual = heights[len(heights) // 2] if heights else 1.0
    for row in sheet.rows:
        if id(row) in heading_rows or _AMOUNT.search(row.text):
            continue
        for phrase in (*row.phrases, *([row.span] if len(row.phrases) > 1 else [])):
            found = title_of(phrase)
            if found:
                name, purity = found
                high = 0.3 * (1 - phrase.top / (sheet.page.height or 800))
                size = min(phrase.height / usual, 2.0) - 1
                yield _Title(name, phrase, purity * (1 + 0.5 * max(size, 0)) + high)


def title_of(phrase: Span) -> tuple[str, float] | None:
    """What a phrase is the title of (empty: an advice), and how purely (1: nothing else in it)."""
    text = squeezed(phrase.text.strip()).casefold() if len(phrase.text) < 60 else ""
    folded = phrase.folded if text == phrase.text.strip().casefold() else text
    best: tuple[str, int] | None = None
    for name, pattern in (("", ADVICE), *OTHERS.items()):
        found = re.match(rf"\W*(?:{pattern})(?![\w'])", folded)
        if found and found.end() > (best[1] if best else 0):
            best = (name, found.end())
    if best is None:
        within = len(phrase.words) <= 4 and re.search(rf"(?<!\w)(?:{ADVICE})(?![\w'])", folded)
        return ("", 0.7) if within and not re.match(r"(?:please |send|bitte|envoy|merci|enviar)", folded) else None
    tail = _TAIL.match(folded, best[1])
    rest = folded[tail.end() if tail else best[1] :].strip(" .:-#")
    if not rest:
        labelled = phrase.text.rstrip().endswith((":", "#")) or bool(folded[best[1] :].strip(" .:-#"))
        return best[0], 0.6 if labelled else 1.0
    if any(sign.isdigit() for sign in rest.split()[0]):
        return best[0], 0.85 if not best[0] else 0.45 if ":" in phrase.text else 0.8
    return (best[0], 0.5) if len(rest.split()) <= 5 and not best[0] else None
