"""What a printed unit means, and how many of our selling units it is. An unknown factor is refused, never 1."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bots.domain.customers import Article, Customer, UnitFactor
from bots.domain.figures import figure

#: UNECE Recommendation 20 code (packages: 21) -> other codes, then words in English, French, German and Spanish.
#: A word may stand under two codes ("ml" is millilitre and mètre linéaire): the article decides which is meant.
WORDS: dict[str, str] = {
    "EA": "c62 h87 pce pc pcs e each unit units piece pieces no nos item items "
    "u un unite unites pi "
    "st stk stck stuck stucke einheit "
    "ud uds unidad unidades pieza piezas pza pzas pz",
    "PR": "npr paa pair pairs paire paires paar par pares prs",
    "SET": "set sets jeu jeux satz satze juego juegos kit kits",
    "DZN": "dzn doz dozen dozens dz douzaine douzaines dtz dutzend docena docenas",
    "CEN": "cen hundred c cent centaine centaines hundert ciento centena",
    "MIL": "mil thousand m mille millier milliers tausend tsd ts millar millares",
    "GRO": "gro gross grosse gros gruesa",
    "MTR": "mtr m ml lm lfm lfdm meter meters metre metres metro metros mt mts",
    "CMT": "cmt cm centimetre centimetres centimeter zentimeter centimetro centimetros",
    "MMT": "mmt mm millimetre millimetres millimeter milimetro milimetros",
    "KMT": "kmt km kilometre kilometres kilometer kilometro kilometros",
    "KGM": "kgm kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm kilogramo kilogramos",
    "GRM": "grm g gr gram grams gramme grammes gramm gramo gramos",
    "TNE": "tne t to tonne tonnes tons tonelada toneladas",
    "LTR": "ltr l lt litre litres liter liters litro litros",
    "MLT": "mlt ml millilitre millilitres milliliter mililitro mililitros",
    "HLT": "hlt hl hectolitre hectolitres hektoliter hectolitro hectolitros",
    "MTK": "mtk m2 sqm qm metrecarre metrescarres quadratmeter metrocuadrado metroscuadrados squaremetre",
    "MTQ": "mtq m3 cbm metrecube metrescubes kubikmeter metrocubico metroscubicos cubicmetre",
    "HUR": "hur h hr hrs hour hours heure heures stunde stunden std hora horas",
    "BX": "xbx box boxes boite boites bte btes schachtel schachteln caja cajas cja",
    "CT": "xct ctn crt carton cartons cartone kar krt karton kartons kartone cs case cases",
    "PK": "xpk pack packs pkt pqt packet packets paquet paquets pck pkg packung packungen pak paket pakete "
    "paquete paquetes",
    "BG": "xbg bag bags sac sacs sachet sachets beutel sack sacke bolsa bolsas saco sacos",
    "RO": "xro rol roll rolls rouleau rouleaux rlx rolle rollen rll rollo rollos",
    "CA": "xca can cans bidon bidons kanister dose dosen lata latas",
    "BO": "xbo bottle bottles bouteille bouteilles btl flasche flaschen botella botellas",
    "PX": "xpx pallet pallets palette palettes paletten plt pal palet pales",
}  # fmt: skip

#: What is so everywhere and needs no table: the code's base unit and how many of it one is.
FIXED: dict[str, tuple[str, Fraction]] = {
    "DZN": ("EA", Fraction(12)), "CEN": ("EA", Fraction(100)), "MIL": ("EA", Fraction(1000)),
    "GRO": ("EA", Fraction(144)),
    "MMT": ("MTR", Fraction(1, 1000)), "CMT": ("MTR", Fraction(1, 100)), "KMT": ("MTR", Fraction(1000)),
    "GRM": ("KGM", Fraction(1, 1000)), "TNE": ("KGM", Fraction(1000)),
    "MLT": ("LTR", Fraction(1, 1000)), "HLT": ("LTR", Fraction(100)),
}  # fmt: skip

MEASURED = frozenset({"MTR", "CMT", "MMT", "KMT", "KGM", "GRM", "TNE", "LTR", "MLT", "HLT", "MTK", "MTQ", "HUR"})

_CODES: dict[str, frozenset[str]] = {
    word: frozenset(code for code, words in WORDS.items() if word in {code.casefold(), *words.split()})
    for word in {word for code, words in WORDS.items() for word in (code.casefold(), *words.split())}
}
_PACK = re.compile(
    r"^(?P<unit>[^\d(]+?)[\s.]*(?:\bof\b|\bde\b|\bzu\b|\bà|\bx\b|/|\()\s*(?P<size>\d+)\)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Converted:
    """One printed unit is `factor` selling units; `because` says how we know, for the person who reads the plan."""

    factor: Fraction
    because: str


@dataclass(frozen=True)
class Unconverted:
    """The printed unit cannot be turned into the selling unit; `reason` is a sentence."""

    reason: str


def folded(word: str) -> str:
    """A unit word without case, accents, dots and spaces: `Stück.` is `stuck`, `m²` is `m2`."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return re.sub(r"[^a-z0-9]", "", plain)


def meanings(word: str) -> frozenset[str]:
    """The unit codes a printed word may stand for; empty when it is unknown."""
    return _CODES.get(folded(word), frozenset())


def same_unit(one: str, other: str) -> bool:
    """Whether two printed words can mean one unit: `Stk` and `PCE`, or the same word, known or not."""
    return folded(one) == folded(other) != "" or bool(meanings(one) & meanings(other))


def is_piece(word: str) -> bool:
    """Whether the unit is counted, so that a quantity must be whole. An unknown unit is taken as counted."""
    return not meanings(word) & MEASURED


def convert(printed: str, article: Article, customer: Customer) -> Converted | Unconverted:
    """How many of the article's selling units one printed unit is: itself, by the customer's table, or by nature."""
    pack = _PACK.match(printed.strip())
    unit, size = (pack["unit"].strip(), Fraction(pack["size"])) if pack else (printed, None)
    found = _factor(unit, article, customer)
    if size is not None and isinstance(found, Converted) and found.factor != size:
        return Unconverted(
            f'the document says "{printed}", and we count {_shown(found.factor)} {article.unit} ({found.because})'
        )
    return found


def _factor(unit: str, article: Article, customer: Customer) -> Converted | Unconverted:
    if same_unit(unit, article.unit):
        return Converted(Fraction(1), f"{unit} is our selling unit {article.unit}")
    listed = _listed(unit, article.sku, customer.units)
    if len(listed) > 1:
        figures = " and ".join(sorted(figure(factor) for factor in listed))
        return Unconverted(
            f'"{unit}" of {article.sku} is both {figures} {article.unit} in the table of {customer.number}'
        )
    if listed:
        factor = listed.pop()
        return Converted(
            Fraction(factor), f"{unit} = {figure(factor)} {article.unit} by the table of {customer.number}"
        )
    return _by_nature(unit, article, customer)


def _listed(unit: str, sku: str, table: Sequence[UnitFactor]) -> set[Decimal]:
    rows = [row for row in table if row.factor > 0 and same_unit(unit, row.unit)]
    own = {row.factor for row in rows if row.sku == sku}
    return own or {row.factor for row in rows if row.sku is None}


def _by_nature(unit: str, article: Article, customer: Customer) -> Converted | Unconverted:
    factors = set(_fixed(meanings(unit), meanings(article.unit)))
    if len(factors) != 1:
        return Unconverted(
            f'the unit "{unit}" is not our selling unit {article.unit} of {article.sku}, and the unit table of '
            f"{customer.number} has no factor for it"
        )
    factor = factors.pop()
    return Converted(factor, f"{unit} = {_shown(factor)} {article.unit}")


def _fixed(printed: Iterable[str], selling: Iterable[str]) -> Iterable[Fraction]:
    for one in printed:
        base, many = FIXED.get(one, (one, Fraction(1)))
        for other in selling:
            other_base, other_many = FIXED.get(other, (other, Fraction(1)))
            if base == other_base:
                yield many / other_many


def _shown(factor: Fraction) -> str:
    return str(factor.numerator) if factor.denominator == 1 else str(factor)
