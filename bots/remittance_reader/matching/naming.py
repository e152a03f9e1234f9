"""From what a payer claims to the open items meant: each found item with its amount, and what could not be found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.allocation import Basis
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.claims import Claim
from bots.remittance_reader.matching.payer import Payer
from bots.remittance_reader.matching.references import Found, Lost, resolve
from bots.remittance_reader.matching.settling import Named

ZERO = Decimal(0)
SAFE = frozenset({Basis.EXACT, Basis.NORMALISED, Basis.CHECK_DIGIT})  #: what may be posted without a person


@dataclass(frozen=True)
class Resolved:
    """One claim's items, or why it has none. `certain`: its words are beyond doubt meant to be a document of ours."""

    certain: bool
    named: tuple[Named, ...] = ()
    why: str = ""


def named(claims: Sequence[Claim], payer: Payer, currency: str, amount: Decimal, book: Book) -> tuple[Resolved, ...]:
    """Each claim resolved among the items of whoever pays; of whoever the sure references name while nobody is known.

    `amount` is the whole payment: what a claim without its own amount must be equal to where a sign was misread.
    """
    group = payer.group or _owners(claims, book)
    return tuple(_resolved(claim, group, currency, amount, book) for claim in claims)


def _owners(claims: Sequence[Claim], book: Book) -> frozenset[str]:
    found = (resolve(mention, frozenset(), None, book) for claim in claims for mention in claim.mentions)
    return frozenset(one.item.customer for one in found if isinstance(one, Found))


def _resolved(claim: Claim, group: frozenset[str], currency: str, amount: Decimal, book: Book) -> Resolved:
    wanted = amount if claim.net is None else claim.net
    tried = [resolve(mention, group, wanted, book) for mention in claim.mentions]
    found = _best([one for one in tried if isinstance(one, Found)])
    if not found:
        why = " ".join(one.why for one in tried if isinstance(one, Lost))
        return Resolved(claim.certain, why=why or f"{claim.text[:1].upper()}{claim.text[1:]} names no document.")
    foreign = [one.item for one in found if one.item.currency != currency]
    if foreign:
        return Resolved(claim.certain, why=_foreign(foreign[0].number, foreign[0].currency, currency))
    if len(found) == 1:
        return Resolved(claim.certain, (_alone(claim, found[0]),))
    return _together(claim, found)


def _best(found: Sequence[Found]) -> list[Found]:
    """Each item once, and only sure readings where there are any: `FAC/2026/0412 / PO-77` is one document."""
    sure = [one for one in found if one.basis in SAFE] or found
    return list({one.item.number: one for one in reversed(sure)}.values())[::-1]


def _alone(claim: Claim, found: Found) -> Named:
    said = f"{found.evidence[:-1]}, and {claim.net:f} is paid on it." if claim.net is not None else found.evidence
    return Named(found.item, found.basis, (said,), claim.net, claim.deductions)


def _together(claim: Claim, found: Sequence[Found]) -> Resolved:
    """Several documents on one line: only where their balances are what the line pays."""
    balances = sum((one.item.balance for one in found), ZERO)
    if claim.net is not None and balances != claim.net:
        numbers = ", ".join(sorted(one.item.number for one in found))
        why = f"{claim.text} names {numbers} with {balances:f} open, and pays {claim.net:f}: say what is paid on each."
        return Resolved(claim.certain, why=f"{why[:1].upper()}{why[1:]}")
    net = [one.item.balance if claim.net is not None else None for one in found]
    each = tuple(Named(one.item, one.basis, (one.evidence,), paid) for one, paid in zip(found, net, strict=True))
    return Resolved(claim.certain, each)


def _foreign(number: str, theirs: str, ours: str) -> str:
    return (
        f"{number} is in {theirs} and the money is in {ours}: a person books the difference of currencies, and until "
        "then the money stays on account."
    )
