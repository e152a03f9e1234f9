"""Countries and languages, told by what is printed."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from bots.domain.dates import LANGUAGES, fold

_STATE = re.compile(
    r"\b(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),?\s+\d{5}(?:-\d{4})?\b"
)
_STATE_IN_FULL = re.compile(
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    r"Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    r"Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|"
    r"Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming),? \d{5}\b"
)
_AUSTRALIAN = re.compile(r"\b(?:NSW|VIC|QLD|TAS|SA|WA|NT|ACT),? \d{4}\b(?!-)")
_PROVINCE = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b")
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_PREFIXED = re.compile(r"(?<![\w-])(FR|DE|CH|AT|BE|NL|ES|IT|LU|PT|DK|SE|NO|FI|PL|CZ|F|D|A|B|L|I|E)-\s?\d{4,5}\b")
_SHORT = {"F": "FR", "D": "DE", "A": "AT", "B": "BE", "L": "LU", "I": "IT", "E": "ES"}
_ALSO = {
    "usa": "US", "u.s.a.": "US", "u.s.a": "US", "united states of america": "US", "uk": "GB", "u.k.": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB", "holland": "NL", "the netherlands": "NL",
    "brd": "DE",
}  # fmt: skip

_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "order delivery price quantity date ship vendor supplier total description please unit amount",
        "fr": "commande livraison prix quantite date adresse facturation montant designation fournisseur le la "
        "reference",
        "de": "bestellung lieferung menge preis datum artikel bezeichnung betrag gesamt bitte nummer und der die",
        "es": "pedido entrega precio cantidad fecha proveedor importe descripcion direccion articulo de la el",
        "it": "ordine consegna prezzo quantita data fornitore importo descrizione articolo indirizzo di il",
        "nl": "bestelling levering prijs aantal datum leverancier bedrag omschrijving artikel bestelbon van het",
        "pt": "encomenda entrega preco quantidade data fornecedor valor descricao artigo de o",
    }.items()
}


@cache
def _countries() -> dict[str, str]:
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and len(name) > 3:
                names.setdefault(fold(name), code)
    return names | _ALSO


def country_in(text: str) -> str | None:
    """The country an address line names, by its name or the form of its postal code; None when it names none."""
    folded = fold(text).strip(" .,;-")
    for part in [folded, *(piece.strip(" .-") for piece in re.split(r"[,;|•·–/()]|\s-\s|\.\s", folded))]:
        if part in _countries():
            return _countries()[part]
    prefixed = _PREFIXED.search(text)
    if prefixed:
        return _SHORT.get(prefixed[1], prefixed[1])
    if _STATE.search(text) or _STATE_IN_FULL.search(text):
        return "US"
    if _AUSTRALIAN.search(text):
        return "AU"
    if _PROVINCE.search(text):
        return "CA"
    if _UK_POSTCODE.search(text):
        return "GB"
    last = folded.rsplit(" ", 1)[-1]
    return _countries().get(last)


def language_of(text: str) -> str:
    """The language most of whose trade words stand in a text; English when none does."""
    words = re.findall(r"[a-z]+", fold(text))
    counts = {language: sum(word in known for word in words) for language, known in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts["en"] else "en"


def american_address(text: str) -> bool:
    """Whether an address of the United States is printed anywhere."""
    return bool(_STATE.search(text) or _STATE_IN_FULL.search(text)) or bool(
        re.search(r"\b(?:united states|usa|u\.s\.a\.)", fold(text))
    )
