# ruff: noqa: E501 - one label a line, however long
"""The words remittance advices use beside a value, in English, French, German, Spanish, Italian, where easy Dutch.

All patterns are for text without case and accents (`fold`).
"""

from __future__ import annotations

import re
from functools import cache

from bots.domain.reading.labels import Vocabulary

_NO = (
    r"(?:riferimento|rif|kenmerk|number|numero|nummer|num|no|nr|n°|nº|n|id|#|ref(?:erence|erencia|erenz)?|code|codigo)"
)
_AFTER = rf"[\s.:-]*(?:{_NO}(?![a-z])|#)\.?"
_BEFORE = r"(?:(?:number|numero|num|no|nr|n°|nº|n|ref(?:erence|erencia|\.)?|riferimento|rif\.?|identifiant|kenmerk)\.?\s*(?:de |du |d'|del |di |of )?(?:la |l'|the |votre |notre )?)"
_PAY = (
    r"(?:payment|pay|paiement|reglement|virement|zahlung|uberweisung|ueberweisung|pago|transferencia|pagamento|bonifico|betaling|"
    r"remittance|transfer|disbursement|settlement|eft|ach|bacs|wire|sepa|transaction|transaktion|zahllauf)"
)
_CHEQUE = r"(?:cheque|check|scheck|assegno)"
_DATE_OF = r"(?:date\s*(?:d'|de\s|du\s|of\s)?(?:la\s|l'|the\s)?|fecha\s*(?:de(?:l)?\s)?(?:la\s)?|data\s*(?:del?\s|di\s)?|datum\s*(?:der\s)?)"

LABELS: dict[str, str] = {
    "payment_ref": (
        rf"(?:(?:{_PAY}|{_CHEQUE})(?=\s*[:#])|(?:your |our |votre |notre |ihre |unsere )?(?:{_PAY}|{_CHEQUE})s?-?\s?(?:document|doc|beleg|advice|order|run|lauf|instruction)?{_AFTER}|{_BEFORE}(?:{_PAY}|{_CHEQUE})(?![a-z])|"
        r"(?:zahlungs?|uberweisungs|zahllauf|scheck|transaktions)-?\s?(?:nummer|nr|referenz|beleg(?:nummer|nr)?|id|nachweis)\b\.?|(?:payment|eft|ach|wire|sepa) (?:trace|reference|document)(?: (?:no|number|nr)\.?)?|"
        r"end-?\s?to-?\s?end(?:[ -]?(?:id|ref(?:erence|erenz)?|identification))?|trace (?:no|number|#)\.?|utr(?: (?:no|number))?\.?|cro|referenz der zahlung|reference (?:du|de) (?:virement|paiement|reglement)|betalingskenmerk|betaalkenmerk|payment doc(?:ument)?\.?(?: no\.?| number)?)"
    ),
    "advice_no": (
        rf"(?:(?:remittance|payment)?\s?advice{_AFTER}|avis-?\s?(?:nummer|nr)\b\.?|(?:zahlungs)?avis(?:e)?{_AFTER}|{_BEFORE}(?:avis|bordereau|aviso|avviso|distinta)(?![a-z])|"
        r"voucher (?:no|number|#)\.?|bordereau (?:no|n°|nr)\.?|aviso (?:no|n°|nº|num)\.?|avisnummer)"
    ),
    "reference": r"(?:(?:our |your |notre |votre |unsere? |ihre? |nuestra |su |nostro |vostro )?(?:ref(?:erence)?|referenz|referencia|riferimento|rif|zeichen|kenmerk)(?:[\s.:-]*(?:number|no|nr|n°|num)(?![a-z]))?\.?|n/ref\.?|v/ref\.?)",
    "payment_date": (
        rf"(?:(?:{_PAY}|{_CHEQUE})s?\s*(?:date|dated)|{_DATE_OF}(?:{_PAY}|{_CHEQUE}|execution|ejecucion|esecuzione)|(?:paid|payment made|transferred|remitted) on|"
        r"(?:zahlungs|zahl|uberweisungs|ausfuhrungs|scheck)-?\s?(?:datum|tag|termin)|datum der (?:zahlung|uberweisung)|(?:zahlung|uberweisung) (?:vom|am)|"
        r"(?:paye|regle|vire|paiement|virement|reglement) (?:le|du)|execution date|settlement date|date d'execution|betaaldatum|betaling op)"
    ),
    "value_date": (
        rf"(?:value date|date (?:de )?valeur|valeur|wertstellung(?:sdatum)?|valuta(?:datum)?|fecha (?:de )?valor|data valuta|due to arrive|valuedate|{_DATE_OF}(?:valeur|valuta|valor))"
    ),
    "date": r"(?:date|datum|fecha|data|dated|le|vom|du|date d'emission|issue date|document date|belegdatum|date de l'avis|advice date|avisdatum|fecha de emision|data documento|date of issue|briefdatum|printed|print date|date d'edition)",
    "other_date": r"(?:invoice date|date (?:de )?(?:la )?facture|rechnungsdatum|fecha (?:de )?(?:la )?factura|data fattura|due date|date d'echeance|echeance|falligkeit(?:sdatum)?|vencimiento|scadenza|period|periode|print(?:ed)? (?:date|on)|druckdatum|run date|until|bis)",
    "total": (
        r"(?:(?:total|net|grand total|sum|full)?\s?(?:amount|sum|value|total)\s?(?:of\s)?(?:this\s|the\s|your\s|our\s)?(?:net\s)?(?:payment|remittance|transfer|cheque|check|settlement|disbursement|wire|eft|ach|paid|remitted|transferred)(?:\s(?:amount|total))?|"
        r"(?:total\s|net\s)?(?:payment|remittance|transfer|cheque|check|remitted|disbursement|settlement|eft|ach|wire)\s(?:total|amount|sum|value)|total (?:paid|payment|payments|remitted|remittance|disbursed|transferred|net payment)|net (?:payment|amount paid|paid|amount payable)|(?:payment|amount) (?:made|remitted|paid|transferred)|total amount paid|payment total net|"
        r"(?:montant|total|somme)\s?(?:total\s|net\s|global\s)?(?:du |de |de la |de notre |de votre |de ce )?(?:virement|paiement|reglement|regle|paye|vire|cheque|verse|transfert)(?:\s(?:total|net|emis))?|net (?:a payer|regle|paye|vire)|montant (?:net )?(?:a payer|vire|regle|paye)|"
        r"(?:gesamt)?zahl(?:ungs)?-?\s?(?:betrag|summe)(?:\s(?:gesamt|netto|total))?|(?:gesamt)?uberweisungs-?\s?(?:betrag|summe)|(?:gesamt)?ueberweisungsbetrag|auszahlungs-?\s?(?:betrag|summe)|scheck-?\s?betrag|gesamtbetrag (?:der )?(?:zahlung|uberweisung)|summe (?:der )?(?:zahlung|uberweisung)|uberwiesener betrag|gezahlter betrag|betrag der (?:zahlung|uberweisung)|zahlung gesamt|"
        r"(?:importe|total|monto)\s?(?:total\s|neto\s)?(?:del |de la |de |a )?(?:pago|transferencia|pagado|pagar|transferido|abonado|cheque|abonar)|(?:importo|totale)\s?(?:totale\s|netto\s)?(?:del |a |di )?(?:bonifico|pagamento|pagato|pagare|bonificato|disposto)|liquido a pagar|totaal (?:betaald|betaling)|betaald bedrag|te betalen bedrag|neto a pagar|netto a pagare)"
    ),
    "currency": r"(?:currency|devise|wahrung|moneda|divisa|valuta|monnaie|payment currency|zahlungswahrung)",
    "payer": r"(?:payer|remitter|ordering customer|ordering party|paid by|payment from|remitted by|drawer|sender|from|originator|debtor|donneur d'ordre|emetteur|debiteur|payeur|societe|ordonnateur|auftraggeber(?:in)?|zahler|zahlungspflichtiger|absender|zahlungspflichtige firma|schuldner|ordenante|pagador|emisor|ordinante|debitore|pagatore|opdrachtgever|betaler|customer name|buyer|company)(?:\s*(?:name|nom|nombre))?",
    "payee": r"(?:payee|beneficiary|creditor|paid to|pay to(?: the order of)?|to|vendor|supplier|remit to|beneficiaire|creancier|fournisseur|destinataire|empfanger|zahlungsempfanger|begunstigter|glaubiger|lieferant|an|kreditor|beneficiario|acreedor|proveedor|destinatario|fornitore|creditore|begunstigde|leverancier|vendor name|supplier name)(?:\s*(?:name|nom|nombre|address|details))?",
    "customer_number": (
        r"(?:(?:our\s)?(?:customer|client|cust\.?)\s*(?:account)?(?:[\s.:-]*(?:number|no|nr|n°|id|#|code)(?![a-z])\.?)(?:\s*(?:with you|chez vous))?|our account(?: (?:no|number)\.?)?(?: with you)?|account with you|"
        r"(?:kunden|debitoren|kd\.?)[ -]?(?:nummer|nr|no)\b\.?(?:\s*bei ihnen)?|(?:notre |votre )?(?:n°|numero|no|code|ref\.?) (?:de )?client(?: chez vous)?|(?:n°|numero|codigo) (?:de )?cliente|codice cliente|klantnummer)"
    ),
    "vendor_number": (
        r"(?:(?:your\s)?(?:vendor|supplier|payee|creditor)\s*(?:account)?(?:[\s.:-]*(?:number|no|nr|n°|id|#|code)(?![a-z])\.?)?|(?:lieferanten|kreditoren?)[ -]?(?:nummer|nr|no|konto)\b\.?|(?:votre )?(?:n°|numero|no|code|compte|ref\.?) (?:de )?fournisseur|fournisseur (?:n°|no|code)|"
        r"(?:n°|numero|codigo|cod\.) (?:de )?proveedor|(?:codice|cod\.) fornitore|leveranciersnummer|ihre kontonummer|konto bei uns|your account(?: (?:no|number))?(?: with us)?|account (?:no|number|nr|#)\.?|unsere lieferantennummer)"
    ),
    "vat": r"(?:vat(?:\s*(?:reg(?:istration)?\.?|id))?(?:\s*(?:no|number|nr|id|#)\.?)?|(?:n°\s*(?:de\s)?)?tva(?:\s*intra\w*\.?)?|ust\.?\s?-?\s?id(?:ent)?\.?(?:\s?-?\s?(?:nr|nummer)\.?)?|umsatzsteuer-?id\w*\.?|n\.?i\.?f\.?|c\.?i\.?f\.?|p\.?\s?iva|partita iva|btw\s?-?\s?(?:nr|nummer)?\.?)",
    "registration": r"(?:siren|siret|r\.?c\.?s\.?|hrb|hra|company\s*(?:reg(?:istration)?\.?\s*)?(?:no|number)|registered\s*(?:no|number|in)|kvk|handelsregister|amtsgericht|ag|naf|ape|capital)",
    "gln": r"(?:gln|iln|ean loc\w*|global location number|code gln)",
    "iban": r"(?:iban|bic|swift|account|compte|konto|cuenta|conto|bank(?:verbindung)?|banque|banco|banca|sort code|routing|blz|rib)",
    "phone": r"(?:tel(?:ephone|efon|efono|\.)?|phone|fax|telefax|mobile|mobil|cell|gsm|durchwahl|contact|ansprechpartner|interlocuteur|sachbearbeiter|bearbeiter|contacto|e-?mail|courriel|correo)",
    "order": r"(?:(?:purchase )?orders?(?: (?:no|number|nr)\.?)?|p\.?o\.?(?: (?:no|number)\.?| box)?|commande|bestell(?:ung|nummer|nr)?|pedido|ordine)",
    "invoice": r"(?:invoices?|bills?|rechnung(?:en|s?-?(?:nummer|nr))?|factures?|facturas?|fatture?a?|factuur)(?:[\s.:-]*(?:number|no|nr|n°|nº|num|#)(?![a-z])\.?)?",
    "page": r"(?:page|seite|pagina|pag\.?|blatt|feuille)",
}

#: Rows that only pass a sum on to the next page, or repeat one.
CARRIED = (
    r"(?:(?:amounts? |totals? |balance |sub-?\s?total )?(?:carried|brought) (?:forward|over|down)\b.*|c/f\b.*|b/f\b.*|c/fwd|b/fwd|continued\b.*|a reporter\b.*|report(?: a nouveau| de la page\b.*| page\b.*|\s*:)?|total a reporter\b.*|"
    r"(?:zwischensumme )?ubertrag\b.*|fortsetzung\b.*|suma y sigue\b.*|suma anterior\b.*|viene de\b.*|sigue\b.*|riporto\b.*|a riportare\b.*|transport(?: de la page.*)?$|overdracht\b.*|page total\b.*|total (?:de (?:la )?)?page\b.*|total pagina\b.*|seitensumme\b.*|page sub-?\s?total\b.*|sous-total (?:de (?:la )?)?page\b.*|suite\b.*|totale pagina\b.*)"
)
#: Sums of a part of the lines: of a store, of a kind, of a column that is not the payment.
PARTIAL = (
    r"(?:sub-?\s?totals?|sous-?\s?totaux?|zwischensummen?|subtotale|subtotaal|total parcial|suma parcial|"
    r"(?:total|totals|summe|somme|totale|sum of|gesamt)\s?(?:of |des |der |de |del |dei |las |les )*(?:gross|brut|brutto|bruto|lordo|discounts?|escomptes?|skonto|sconti|descuentos?|deductions?|abzuge|retenues?|deducciones|trattenute|invoices?|factures|rechnungen|facturas|fatture|credit notes?|avoirs|gutschriften|abonos|note di credito|claims?|chargebacks?|store|magasin|filiale|markt|tienda|site|branch|vat|tva|mwst|iva|adjustments?|allowances?|withh\w*|freight|items|documents?|belege|pieces|tax)\b.*|"
    r"(?:gross|brut|brutto|bruto|discount|escompte|skonto|abzugs?|deduction)[\s-]?(?:total|summe|betrag|amount)\b|(?:number|nombre|anzahl|numero) (?:of|de|der|di)\b.*|(?:net|netto) (?:invoice|facture|rechnung|for|pour|fur)\b.*)"
)
TOTAL = r"(?:(?:grand|overall|final|net|report|document|sum)\s?totals?|totals?|sum|totaux|total (?:general|net|amount|eur|usd|gbp)|gesamt(?:betrag|summe|netto)?|summen?|endbetrag|endsumme|total general|suma(?: total)?|importe total|totale(?: generale| complessivo)?|totaal|montant (?:total|net)|somme|net (?:amount|total|a payer)|amount|montant|betrag|importe|importo)"
#: Sentences that say a payment is made; the amount stands in them.
SAID = (
    r"(?:amount of|sum of|payment of|transfer of|cheque for|check for|in hohe von|in hoehe von|betrag von|uberweisung von|zahlung von|uberweisen(?: wir)?(?: ihnen)?|montant de|somme de|virement de|reglement de|paiement de|importe de|"
    r"por (?:un )?importe (?:total )?de|transferencia de|pago de|importo (?:totale )?di|bonifico di|pagamento di|total(?:ling|ing)?(?: of)?)"
)


@cache
def vocabulary() -> Vocabulary:
    """The labels of advices."""
    return Vocabulary(LABELS, words=frozenset({"date", "page", "invoice", "payee", "payer"}))


@cache
def start(pattern: str) -> re.Pattern[str]:
    """The pattern for a text that begins so."""
    return re.compile(rf"[\s*(+•=-]*(?:{pattern})(?![\w-])")
