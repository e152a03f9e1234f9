# ruff: noqa: E501 - one reason a line, however many languages
"""Why less is paid: the payer's own words and codes, and the reason they mean in ours.

The table is data. A company adds its customers' codes and words in front of it with a plain mapping
(`{"FC22": "freight", "werbekostenzuschuss": "promotion"}`): a code has to be a whole word, a word may stand anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bots.domain.advices import Reason
from bots.domain.dates import fold

#: Words by reason, for text without case and accents; the first reason whose words stand in the text is the one.
WORDS: tuple[tuple[Reason, str], ...] = (
    (Reason.DISCOUNT, r"escompte\w*|skonto\w*|pronto pago|p\.? ?p\.?|early (?:pay\w*|settlement)|prompt pay\w*|sconto cassa|kassenskonto|cash disc\w*|settlement disc\w*"),
    (Reason.DUPLICATE, r"duplicat\w*|doppel\w*|paid twice|already (?:paid|deducted|settled)|previously (?:paid|deducted)|deja (?:paye|regle|deduit)\w*|en double|bereits (?:bezahlt|abgezogen)|duplicad\w*|ya pagad\w*|doppi\w*|gia pagat\w*|dubbel\w*"),
    (Reason.TAX_WITHHELD, r"withh\w*|w/?h ?tax|wht|tds|retencion\w*(?! de garantia)|irpf|retenue (?:a la source|fiscale)|ritenut\w*|quellensteuer|bauabzugsteuer|cis deduction|bronbelasting"),
    (Reason.BANK_FEE, r"bank(?:ing)? (?:charge|fee|cost|commission)s?|(?:wire|transfer|remittance|correspondent) (?:fee|charge)s?|frais (?:bancaires?|de banque|de virement|de transfert)|commissions? bancaires?|bankspesen|bankgebuhr\w*|uberweisungs(?:gebuhr|spesen|kosten)\w*|gastos bancarios|comision(?:es)? bancaria\w*|spese bancarie|commissioni bancarie|bankkosten"),
    (Reason.PROMOTION, r"promo\w*|marketing\w*|advert\w*|werbe\w*|wkz|aktion\w*|co-?op\w*|cooperation commerciale|publicid\w*|publicit\w*|pubblicit\w*|listing\w*|slotting|display\w*|prospekt\w*|billback|campagne|campana|campagna|mise en avant|tete de gondole|folder\w*|reclame"),
    (Reason.REBATE, r"rebate\w*|\w*bonus\w*|rfa|ristourne\w*|ruckvergutung\w*|rappel\w*|\w*rabatt\w*|mengenrabatt\w*|remise\w*|bonifi\w*|premi[oa]\b|volume (?:discount|allowance|incentive)|jahresvereinbarung|konditionen\w*|umsatzvergutung|abono por volumen|staffelkorting|kickback"),
    (Reason.FREIGHT, r"freight\w*|carriage|shipping|transport\w*|haulage|fracht\w*|versand\w*|frais de port|port (?:paye|du)|affranchissement|portes|flete|gastos de envio|trasport\w*|nolo|spedizione|vracht\w*|delivery (?:charge|cost|fee)s?|lieferkosten|livraison tardive"),
    (Reason.PRICE, r"pric\w*|preis\w*|prix|tarif\w*|precio\w*|prezz\w*|prijs\w*|cost (?:difference|variance)"),
    (Reason.QUANTITY, r"short\w*|quantit\w*|qty|missing\w*|manquant\w*|fehl(?:menge|ware|lieferung|bestand)\w*|mindermenge\w*|minderlieferung\w*|menge\w*|cantidad\w*|faltant\w*|mancan\w*|ammanc\w*|not (?:received|delivered)|non (?:livre|recu|consegnat)\w*|nicht (?:geliefert|erhalten)|damage\w*|breakage|returns?|returned|retours?|retour\w*|casse|avarie\w*|bruch\w*|beschadig\w*|devoluc\w*|averia\w*|reso|resi|ruckgabe\w*|rucksendung\w*|tekort|manco|litige (?:livraison|quantite)"),
    (Reason.DISCOUNT, r"disc(?:ount\w*)?|escompte\w*|skonto\w*|skontoabzug|sconto\w*|descuento\w*|dto|pronto pago|early (?:pay\w*|settlement)|prompt pay\w*|settlement terms|korting\w*|kassenskonto|cash disc\w*"),
)  # fmt: skip


def reason_of(text: str, own: Mapping[str, str] | None = None) -> Reason:
    """The reason some words or a code mean; unknown when the table does not say. `own` goes before our table."""
    folded = fold(text)
    for key, reason in (own or {}).items():
        if re.search(rf"(?<!\w){re.escape(fold(key))}(?!\w)", folded):
            return Reason(reason)
    return next((reason for reason, pattern in _patterns() if pattern.search(folded)), Reason.UNKNOWN)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for reason, words in WORDS)
