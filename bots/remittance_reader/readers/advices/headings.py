# ruff: noqa: E501 - the words of one idea a line, however many languages
"""What the columns of a remittance advice are called: each word of a heading names an idea, the ideas name the column.

`Supplier invoice no.`, `Num. facture fournisseur` and `Ihre Rechnungs-Nr.` are other words for the same ideas, so a
heading nobody has seen before is understood as long as its words are.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bots.domain.reading.currency import BESIDE, SIGNS
from bots.domain.reading.decks import Naming


class Col(StrEnum):
    """A kind of column. The first four may hold our number, best first; `OTHER` is known and of no use here."""

    INVOICE = "invoice"  #: our own number: of the invoice, or "your document"
    REFERENCE = "reference"
    DOCUMENT = "document"
    NUMBER = "number"
    PAYER_DOCUMENT = "payer_document"
    ORDER = "order"
    TYPE = "type"
    DATE = "date"
    GROSS = "gross"
    DISCOUNT = "discount"
    DEDUCTION = "deduction"
    NET = "net"
    AMOUNT = "amount"  #: gross or net: the other columns say which
    DEBIT = "debit"
    CREDIT = "credit"
    SIGN = "sign"
    CURRENCY = "currency"
    REASON = "reason"
    TEXT = "text"
    POSITION = "position"
    OTHER = "other"


#: Ideas and the words for them, without case and accents; `*` ends a stem.
_IDEAS: dict[str, str] = {
    "invoice": "invoice invoices inv invoiced bill bills facture factures fact fac fra rechnung rechnungs rechnungen rechn re rg factura facturas fattura fatture fatt ft factuur faktura beleg-rechnung fatura",
    "credit note": "avoir avoirs gutschrift gutschriften abono memo creditnota nota note notes notas voucher-credit cn",
    "number": "no nr number numbers num numero numeros nummer n° nº id key nrs #",
    "voucher": "voucher vouchers",
    "document": "document documents doc docs beleg belege belegs piece pieces documento documentos doku stuk dokument item posten",
    "reference": "reference references ref refs referenz referencia riferimento rif referentie refer",
    "your": "your yours ihr ihre ihrer ihres votre vos vtre v su sus vuestra vuestro vs vostro vostra uw supplier suppliers vendor vendors fournisseur fournisseurs lieferant lieferanten lieferantenrechnung proveedor fornitore leverancier creditor kreditor external externe externer seller payee fourn",
    "our": "our ours notre nos unser unsere unserer nuestra nuestro nostra nostro ons onze internal interne interner interno n buchungs buchung ap",
    "payment": "pay eft ach bacs wire trace pmt pymt payment payments paiement paiements reglement reglements zahlung zahlungs zahl zahlbetrag pago pagos pagamento pagamenti betaling virement virements uberweisung uberweisungs ueberweisung transferencia bonifico cheque check remittance remitted settlement disbursement remit uberwiesen uberwiesener ausgezahlt auszahlung auszahlungs uberw",
    "paid": "paid paye payes payee regle regles reglee bezahlt gezahlt gezahlter gezahlte pagado pagados pagada pagato pagati betaald vire verses verse verser payable applied settled payer",
    "amount": "amount amounts amt montant montants mt mnt betrag betrage betr importe imp importes importo importi bedrag value wert summe total sum totale valor somme gesamt gesamtbetrag umsatz",
    "gross": "gross brut brute bruts brutto brt bruto lordo lorda bruttobetrag ttc original originalbetrag rechnungsbetrag rechnungsbrutto ursprungsbetrag facturado belegbetrag orig open offen offener offene ouvert pendiente aperto",
    "net": "net nets nette netto neto netos nettobetrag netta net-a-payer liquido",
    "discount": "cassa kassen cash discount discounts disc escompte esc esct skonto skontobetrag skontoabzug skt sconto sconti pp dpp kassenskonto korting",
    "deduction": "deduction deductions deducted ded deduct abzug abzuge abz abzugs abzugsbetrag kurzung kurzungen retenue retenues adjustment adjustments adj adjust deduccion deducciones descuento descuentos dto dtos trattenuta trattenute detrazione detrazioni claim claims chargeback chargebacks allowance allowances inhouding remise remises rabais rabatt ajustement ajustements ecart differenz withheld difference reduction less litige litiges retention abschlag fee fees ajuste ajustes freight penalty rebate bonus ristourne",
    "withholding": "withholding wht retencion retenciones irpf ritenuta ritenute quellensteuer tds cis",
    "reason": "reason reasons motif motifs grund grunde motivo motivos causale abzugsgrund reden cause differenzgrund",
    "code": "code codes codigo codice kz kennzeichen schlussel kod",
    "date": "f fec fch date dates datum fecha fechas data dated vom issued dtd rechnungsdatum belegdatum",
    "due": "due echeance echeances ech fallig falligkeit falligkeits faelligkeit vencimiento vto venc scadenza scad maturity verval",
    "order": "order orders po commande commandes cde bestellung bestell bestellnummer bestellnr pedido pedidos ordine ordini purchase bestelling bc auftrag auftrags",
    "type": "type types typ art nature tipo kind soort belegart class sorte cat categorie",
    "currency": "currency curr cur ccy devise dev wahrung wahrg whrg wrg wkz moneda divisa valuta mon",
    "text": "description text texts comment comments details detail libelle bemerkung bemerkungen concepto descripcion descrizione causa verwendungszweck buchungstext remark remarks info information bezeichnung observations observaciones commentaire particulars explanation erlauterung explicacion designation omschrijving objet notiz narrative message beschreibung observation hinweis zusatz",
    "debit": "debit soll debe dare dr debits",
    "credit": "credit haben haber avere cr credits",
    "sign": "sens s/h d/c sign vorzeichen vz sh dc +/- signe",
    "tax": "vat tva mwst ust iva tax taxes ht btw steuer gst hst taxable excl",
    "percent": "% percent prozent pourcent pct taux rate satz",
    "position": "line lines ln pos position lg ligne zeile linea riga seq lfd item-no",
    "balance": "balance saldo solde cumul cumulative kumuliert running remaining restant outstanding rest restbetrag",
    "place": "store stores site branch filiale markt magasin tienda sucursal company codigo-tienda location loc dept department plant werk agence etablissement entity bukrs kostenstelle division area region warehouse delivery livraison lieferschein albaran bl bolla shipment bol entrepot lieu",
    "period": "period periode week woche semaine year jahr annee exercice gjahr days tage jours term terms terme zahlungsbedingung posting entry comptable buchungsdatum method mode account compte konto cuenta conto customer client kunde kunden cliente assignment zuordnung gl trans transaction status booking",
    "filler": "of the de du la le les des d l del della di do in en et and y e von und the for al a au aux et/ou taken gewahrt gewahrter abgezogen abgezogener par pro per zu to on s being this der die das dem abzgl per p",
}  # fmt: skip
#: German headings are one word: taken apart before the words are looked up.
_PARTS = re.compile(
    r"(rechnungs|rechn|beleg|bruttorechnungs|brutto|netto|skonto|abzugs|kurzungs|zahlungs|zahl|uberweisungs|rechnung|falligkeits|buchungs|dokument(?:en)?|bestell|auftrags|waren|gesamt|rest|lieferanten|kunden|referenz|gutschrifts|abzug|storno)"
    r"-?(nummer|nr|datum|betrag|art|grund|summe|wert|referenz|text|grund|typ|brutto|netto|rechnung|beleg|rechnungsnummer|rechnungsnr|belegnummer|nummern|konto|schlussel|kennzeichen)"
)
_CURRENCIES = re.compile(rf"(?<![a-z])(?:{BESIDE.lower()}|euros?)(?![a-z])|{SIGNS}")
_ONCE = ("invoice", "date", "discount")  #: ideas one heading names once, unless in two languages


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {word: idea for idea, words in _IDEAS.items() for word in words.split()}


@lru_cache(maxsize=4096)
def ideas_of(heading: str) -> tuple[str, ...] | None:
    """The ideas a heading names, each once, fillers left out; None when a word of it is no heading's."""
    text = _CURRENCIES.sub(" ", heading).replace("s/h", " sens ").replace("d/c", " sens ").replace("net a payer", "net")
    text = re.sub(r"n[°ºo]\.?(?=\W|$|\d)", " no ", text.replace("no.", " no "))
    text = _PARTS.sub(r"\1 \2", text)
    tokens = [token for token in re.split(r"[^\w%#+]+", text) if token]
    if len(tokens) > 7 or any(re.search(r"\d", token) for token in tokens):
        return None
    found = [_words().get(token) for token in tokens]
    told = [token for token, idea in zip(tokens, found, strict=True) if idea != "filler"]
    if None in found or len(set(told)) < len(told):  # the same word twice: two headings
        return None
    if "/" not in heading and any(found.count(idea) > 1 for idea in _ONCE):
        return None
    return tuple(dict.fromkeys(idea for idea in found if idea and idea != "filler"))


@lru_cache(maxsize=4096)
def column_kind(heading: str) -> Col | None:
    """The kind of column a heading (without case and accents) names; None when it is no heading of an advice."""
    found = ideas_of(heading)
    if heading.strip(" .:") in {"du", "le", "del", "dal"}:
        return Col.DATE
    if not found:
        return Col.AMOUNT if found is not None and _CURRENCIES.search(heading) else None
    held = frozenset(found)
    if _is_two(held):
        return None
    return _figures(held) or _numbers(held) or _texts(held)


#: Ideas of which one heading has one: words for two of them are two headings standing close together.
_APART = (frozenset({"gross"}), frozenset({"net", "paid"}), frozenset({"discount", "deduction", "withholding"}))
_NO_AMOUNTS = frozenset({"our", "voucher", "order", "place", "type", "text", "date", "number", "reference", "position"})
_NUMBERED = frozenset({"number", "reference", "document", "invoice"})
#: Pairs that never are one heading.
_NEVER = (
    ({"payment", "amount"}, {"discount", "deduction", "gross"}), ({"invoice", "amount"}, {"discount", "deduction", "payment"}),
    ({"date"}, {"number", "reference", "text", "voucher"}), ({"date", "invoice"}, {"our", "order", "type", "place"}),
    ({"text"}, _NUMBERED | {"order", "our", "type"}), ({"type"}, {"order", "our", "date", "reference", "number"}),
    ({"place"}, {"invoice", "date"}), ({"order"}, {"invoice", "our", "your"}), ({"our"}, {"your"}),
    ({"due"}, {"invoice", "number", "reference", "our", "order", "text", "type", "discount", "net", "paid"}),
)  # fmt: skip


def _is_two(held: frozenset[str]) -> bool:
    """Whether the words are those of two headings (`Our document Gross`), to be taken apart."""
    kinds = [group for group in _APART if held & group]
    amounts = bool(kinds) or "amount" in held
    told = held & _NO_AMOUNTS
    if held & {"deduction", "discount", "withholding"} and "amount" not in held:
        told -= {"text", "number", "reference", "type"}
    if held & {"due", "payment"}:
        told -= {"date", "number", "reference", "type"}
    never = any(first <= held and held & second for first, second in _NEVER)
    return len(kinds) > 1 or bool(amounts and told) or never


def _figures(held: frozenset[str]) -> Col | None:
    """A column of amounts, or one that tells their sign or currency."""
    if "percent" in held:
        return Col.OTHER
    if "sign" in held or {"debit", "credit"} <= held:
        return Col.SIGN
    if _is_words(held):
        return None
    if "discount" in held:
        return Col.DISCOUNT
    return Col.DEDUCTION if held & {"deduction", "withholding"} else _principal(held)


def _is_words(held: frozenset[str]) -> bool:
    """Whether the column holds numbers of documents, days or words, not amounts."""
    due = "due" in held and "amount" not in held
    named = held & {"number", "reference", "date", "order", "type", "text", "reason", "code", "balance"}
    return due or bool(named) or held == {"currency"}


def _principal(held: frozenset[str]) -> Col | None:
    """A column of the amounts themselves."""
    if "tax" in held:
        return Col.GROSS if "gross" in held else Col.OTHER
    if held & {"net", "paid"} or {"payment", "amount"} <= held or held == {"payment"}:
        return Col.NET
    if "gross" in held or {"invoice", "amount"} <= held or {"due", "amount"} <= held:
        return Col.GROSS
    if held & {"debit", "credit"} and held <= {"debit", "credit", "amount"}:
        return Col.DEBIT if "debit" in held else Col.CREDIT
    return Col.AMOUNT if "amount" in held and not held - {"amount", "document", "currency", "credit note"} else None


def _numbers(held: frozenset[str]) -> Col | None:
    """A column of numbers of documents, of dates, or of the kinds of documents."""
    if held & {"reason"} or (held & {"deduction", "discount"} and held & {"code", "text", "type"}):
        return Col.REASON
    if "due" in held:
        return Col.OTHER
    if "date" in held:
        return Col.OTHER if held & {"payment", "order", "period", "our"} else Col.DATE
    if "order" in held:
        return Col.ORDER
    if "type" in held and "number" not in held:
        return Col.TYPE
    if held & {"payment", "place", "period", "balance", "paid"}:
        return Col.OTHER
    if held & {"deduction", "discount"}:
        return Col.REASON if "code" in held else Col.OTHER if not held & {"number", "reference"} else Col.REFERENCE
    return _references(held)


def _references(held: frozenset[str]) -> Col | None:
    if "voucher" in held or ("our" in held and held & {"document", "reference", "number"} and "invoice" not in held):
        return Col.PAYER_DOCUMENT
    if "your" in held:
        return Col.INVOICE if held & {"document", "reference", "invoice"} else Col.OTHER
    if "invoice" in held:
        return Col.INVOICE
    if "reference" in held:
        return Col.REFERENCE
    if "document" in held or held == {"credit note", "number"}:
        return Col.DOCUMENT
    return Col.NUMBER if held == {"number"} else None


def _texts(held: frozenset[str]) -> Col | None:
    if "text" in held:
        return Col.TEXT
    if held == {"currency"}:
        return Col.CURRENCY
    if "code" in held:
        return Col.REASON
    return Col.POSITION if held & {"position"} else Col.OTHER


NAMING = Naming(column_kind)
