# ruff: noqa: E501 - one language a line
"""Which language and country an advice comes from, told by the words of its trade."""

from __future__ import annotations

import re

from bots.domain.dates import fold

_WORDS = {
    "en": "payment invoice amount date remittance advice total paid discount number reference vendor supplier the of your",
    "fr": "paiement facture montant date virement reglement avis total escompte numero reference fournisseur le la du votre",
    "de": "zahlung rechnung betrag datum uberweisung zahlungsavis gesamt skonto nummer referenz lieferant der die und ihre",
    "es": "pago factura importe fecha transferencia aviso total descuento numero referencia proveedor el la de su",
    "it": "pagamento fattura importo data bonifico avviso totale sconto numero riferimento fornitore il la di vostra",
    "nl": "betaling factuur bedrag datum betaaladvies totaal korting nummer leverancier het van uw",
}
_AMERICAN = re.compile(
    r"(?<![a-z])(?:check (?:no|number|date|amount|#)|routing (?:no|number)|ach (?:trace|payment|credit)|zip code|remit to)"
)
_BRITISH = re.compile(r"(?<![a-z])(?:bacs|sort code|cheque|plc|vat reg|companies house|registered in england)(?![a-z])")


#: Currencies of countries that write English and the day first.
_DAY_FIRST = {"GBP": "GB", "AUD": "AU", "NZD": "NZ", "INR": "IN", "ZAR": "ZA"}


def language_of(text: str) -> str:
    """The language most of whose words of this trade stand in a text; English when none does."""
    words = re.findall(r"[a-z]+", fold(text))
    counts = {language: sum(word in set(known.split()) for word in words) for language, known in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts["en"] else "en"


def country_of(text: str, currency: str | None = None) -> str | None:
    """US or GB where the words of English tell them apart (`check`, `cheque`); the currency where they do not; else None."""
    folded = fold(text)
    american, british = bool(_AMERICAN.search(folded)), bool(_BRITISH.search(folded))
    if american == british:
        return _DAY_FIRST.get(currency or "")
    return "US" if american else "GB"
