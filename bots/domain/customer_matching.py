"""Who a document comes from: VAT, register number or GLN, then customer number, then sender's domain, then name.

Identifiers that point to different customers, or to none with enough distance, are never weighed against each
other: the answer is `Unknown`, with what was found, and a person decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from bots.domain.customers import Customer
from bots.domain.documents import Envelope
from bots.domain.orders import Buyer, same_number
from bots.domain.senders import domain_of, owners, vouched_domain, within

NAME_SCORE = 90.0  #: a name must be this like, of 100
NAME_MARGIN = 10.0  #: and this much more like than the next customer's

NOBODY = (
    "Nothing says who orders (no VAT, register or customer number, no sender we know, no name): say whose order it is."
)

_LEGAL_FORMS = re.compile(
    r"\b(?:s a r l|sarl|s a s u|sasu|s a s|sas|s a|sa|eurl|sci|snc|gmbh co kg|gmbh|mbh|ag|kg|ohg|ug|e k|ek|se|ltd"
    r"|limited|plc|llp|llc|inc|incorporated|corp|corporation|co|company|s l u|slu|s l|sl|bv|b v|nv|n v|spa|s p a|srl"
    r"|s r l|ab|as|oy)\b"
)


@dataclass(frozen=True)
class Identified:
    """The customer, what identified them, and that as a sentence."""

    customer: Customer
    by: str
    evidence: str


@dataclass(frozen=True)
class Unknown:
    """Nobody was identified beyond doubt; each reason names what was found."""

    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Clue:
    """One thing that points to customers: `words` says it with what is printed ("VAT number FR64…")."""

    by: str
    words: str
    customers: tuple[Customer, ...]


def identify(
    buyer: Buyer, envelope: Envelope | None, customers: Sequence[Customer], own_domain: str
) -> Identified | Unknown:
    """The customer behind a document. `own_domain` is our company's: a colleague who forwards is no buyer."""
    clues = [clue for clue in _clues(buyer, envelope, customers) if clue.customers]
    if not clues:
        return _by_name(buyer, envelope, customers, own_domain)
    contradictions = _disagreements(clues)
    if contradictions:
        return Unknown(contradictions)
    shared = [one for one in clues[0].customers if all(one in clue.customers for clue in clues)]
    if len(shared) > 1:
        words = " and ".join(clue.words for clue in clues)
        return Unknown((f"The {words} fits {_named(shared)}: say whose order it is.",))
    customer = shared[0]
    against = (*_against_record(buyer, customer), *_hints_against(buyer, envelope, customer, customers))
    if against:
        return Unknown(against)
    return Identified(customer, clues[0].by, f"The {clues[0].words} is that of {customer.name} ({customer.number}).")


def name_score(printed: str, customer: Customer) -> float:
    """How like a printed name is to the customer's name or nearest alias, from 0 to 100; legal forms do not count."""
    plain = plain_name(printed)
    return max(fuzz.token_sort_ratio(plain, plain_name(name)) for name in (customer.name, *customer.aliases))


@lru_cache(maxsize=100_000)
def plain_name(name: str) -> str:
    """A company name without case, accents, signs and legal form: `Papeterie du Rhône SARL` is `papeterie du rhone`."""
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    words = " ".join(re.findall(r"\w+", letters.casefold().replace("ß", "ss")))
    return " ".join(_LEGAL_FORMS.sub(" ", words).split()) or words


def _clues(buyer: Buyer, envelope: Envelope | None, customers: Sequence[Customer]) -> tuple[_Clue, ...]:
    def of(by: str, words: str, found: Sequence[Customer]) -> _Clue:
        return _Clue(by, words, tuple(found))

    domain = vouched_domain(envelope)
    return (
        of("vat", f"VAT number {buyer.vat}", [one for one in customers if _is_vat_of(buyer.vat, one)]),
        of(
            "registration", f"register number {buyer.registration}",
            [one for one in customers if _is_registration_of(buyer.registration, one)],
        ),
        of("gln", f"GLN {buyer.gln}", [one for one in customers if _same(buyer.gln, one.gln)]),
        of(
            "number", f"customer number {buyer.number}",
            [one for one in customers if any(_same(buyer.number, own) for own in (one.number, *one.buyer_numbers))],
        ),
        of("domain", f"sender's domain {domain}", owners(domain, customers)),
    )  # fmt: skip


def _disagreements(clues: Sequence[_Clue]) -> tuple[str, ...]:
    first = clues[0]
    return tuple(
        f"The {first.words} is that of {_named(first.customers)}, but the {other.words} is that of "
        f"{_named(other.customers)}: say whose order it is."
        for other in clues[1:]
        if not set(first.customers) & set(other.customers)
    )


def _against_record(buyer: Buyer, customer: Customer) -> tuple[str, ...]:
    """Identifiers on the paper that are not the ones we keep of this customer."""
    pairs = (
        ("VAT number", buyer.vat, customer.vat, _is_vat_of(buyer.vat, customer)),
        (
            "register number", buyer.registration, customer.registration,
            _is_registration_of(buyer.registration, customer),
        ),
    )  # fmt: skip
    return tuple(
        f"The document prints the {what} {printed}, and we keep {kept} for {customer.name} ({customer.number}): "
        "say whose order it is, or correct the record."
        for what, printed, kept, equal in pairs
        if printed and kept and not equal
    )


def _hints_against(
    buyer: Buyer, envelope: Envelope | None, customer: Customer, customers: Sequence[Customer]
) -> tuple[str, ...]:
    """What may not identify anybody, but must not point to somebody else: name, printed address, forwarded sender."""
    hints = [("name", buyer.name, _namesakes(buyer.name, customers))]
    hints += [
        (what, address, owners(domain_of(address), customers))
        for what, address in (
            ("address", buyer.email),
            ("first sender", envelope.forwarded_from if envelope else None),
            ("sender", envelope.sender if envelope else None),
        )
    ]
    return tuple(
        f"The {what} {text} is that of {_named(found)}, but everything else points to {_named([customer])}: "
        "say whose order it is."
        for what, text, found in hints
        if found and customer not in found
    )


def _namesakes(name: str | None, customers: Sequence[Customer]) -> tuple[Customer, ...]:
    """Those the name says plainly: equal to one of their names, or like it by score and margin."""
    if not name:
        return ()
    equal = [one for one in customers if plain_name(name) in {plain_name(known) for known in (one.name, *one.aliases)}]
    return tuple(equal) or tuple(one for one in [_clear_winner(name, customers)] if one)


def _clear_winner(name: str, customers: Sequence[Customer]) -> Customer | None:
    ranked = _ranked(name, customers)
    if not ranked or ranked[0][0] < NAME_SCORE:
        return None
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked[0][0] - second >= NAME_MARGIN else None


def _ranked(name: str, customers: Sequence[Customer]) -> list[tuple[float, Customer]]:
    scored = [(name_score(name, one), one) for one in customers]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].number))


def _by_name(
    buyer: Buyer, envelope: Envelope | None, customers: Sequence[Customer], own_domain: str
) -> Identified | Unknown:
    if not buyer.name:
        return Unknown((NOBODY,))
    winner = _clear_winner(buyer.name, customers)
    if winner is None:
        return Unknown((_nobody(buyer.name, customers),))
    against = (
        *_against_record(buyer, winner),
        *_hints_against(buyer, envelope, winner, customers),
        *_stranger(envelope, winner, own_domain),
        *_elsewhere(buyer, winner),
    )
    if against:
        return Unknown(against)
    score = name_score(buyer.name, winner)
    return Identified(
        winner, "name", f'The name "{buyer.name}" is that of {winner.name} ({winner.number}), score {score:.0f}.'
    )


def _nobody(name: str, customers: Sequence[Customer]) -> str:
    near = [f"{one.name} ({one.number}) {score:.0f}" for score, one in _ranked(name, customers)[:3] if score >= 60]
    if not near:
        return f'No customer is called "{name}": say whose order it is, or open the customer.'
    return (
        f'The name "{name}" alone does not tell these apart: {", ".join(near)} of 100. It takes {NAME_SCORE:.0f} and '
        f"{NAME_MARGIN:.0f} more than the next: say whose order it is."
    )


def _stranger(envelope: Envelope | None, customer: Customer, own_domain: str) -> tuple[str, ...]:
    """A name alone is not believed from a domain that is neither the customer's nor our own (a colleague forwards)."""
    domain = domain_of(envelope.sender) if envelope else None
    if domain is None or within(domain, own_domain):
        return ()
    if not customer.domains or any(within(domain, own) for own in customer.domains):
        return ()
    return (
        f"The order names {customer.name} ({customer.number}), but was sent from {domain}, which is not a domain of "
        "theirs: say whose order it is, or add the domain to the customer.",
    )


def _elsewhere(buyer: Buyer, customer: Customer) -> tuple[str, ...]:
    if not buyer.country or not customer.country or buyer.country == customer.country:
        return ()
    return (
        f"The order names {customer.name} ({customer.number}) in {customer.country}, but the buyer's address is in "
        f"{buyer.country}: say whose order it is.",
    )


def _named(customers: Sequence[Customer]) -> str:
    return " and ".join(f"{one.name} ({one.number})" for one in customers)


def _compact(identifier: str | None) -> str:
    return re.sub(r"(?:MWST|TVA|IVA|TTC)$", "", re.sub(r"[^0-9A-Z]", "", (identifier or "").upper()))


def _same(printed: str | None, kept: str | None) -> bool:
    return bool(printed and kept) and same_number(printed or "") == same_number(kept or "") != ""


def _is_vat_of(printed: str | None, customer: Customer) -> bool:
    """Equal with or without the country's letters, which many papers leave out."""
    paper, kept = _compact(printed), _compact(customer.vat)
    return bool(paper) and (paper == kept or paper == re.sub(r"^[A-Z]{2}", "", kept))


def _is_registration_of(printed: str | None, customer: Customer) -> bool:
    """Equal by digits. A French SIRET (14) counts by the SIREN (9) it begins with, which also ends the VAT number."""
    paper, kept = _register_digits(printed), _register_digits(customer.registration)
    french = _compact(customer.vat) if _compact(customer.vat).startswith("FR") else ""
    return bool(paper) and (paper == kept or (len(paper) == 9 and french.endswith(paper)))


def _register_digits(number: str | None) -> str:
    digits = re.sub(r"\D", "", number or "")
    return digits[:9] if len(digits) == 14 else digits
