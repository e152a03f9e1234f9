"""Who pays. Two sources must agree; one alone, or two that differ, is a question for a person.

In order of trust (DOMAIN section 4): an account seen in a posting a person confirmed; a valid payment reference; a
VAT or register number, or the customer number we gave; the authenticated domain of the advice's sender; the name, with
distance to the next one.
Accounts printed in mails are never a source. An advice says who sent the advice: unless the money names its payment
reference, one of the sources must be the bank's, or a stranger's money of the same amount would be the customer's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from bots.domain.advices import RemittanceAdvice
from bots.domain.bank import BankLine
from bots.domain.receivables import OpenItem
from bots.domain.senders import vouched_domain
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.indexes import compact
from bots.remittance_reader.matching.policy import Policy


class Witness(StrEnum):
    """Who says it. What only the paper of an advice says is one witness, however often it says it."""

    BANK = "bank"
    MAIL = "mail"  #: our own mail server
    PAPER = "paper"


@dataclass(frozen=True)
class Clue:
    """One source: the customers it can mean, and the words as a sentence's beginning."""

    source: str
    customers: frozenset[str]
    words: str
    witness: Witness = Witness.BANK


@dataclass(frozen=True)
class Payer:
    """The answer. `customer` is None when nobody is known by two sources; then `doubts` say why.

    `group` is whose items may be paid: the customer and all it pays for; while nobody is known, everyone a clue means.
    """

    customer: str | None
    group: frozenset[str]
    evidence: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def who_pays(
    line: BankLine,
    advice: RemittanceAdvice | None,
    tied: bool,
    referenced: Iterable[OpenItem],
    registered: Iterable[str],
    book: Book,
    policy: Policy,
) -> Payer:
    """Whoever two sources agree on.

    `tied`: the money names the advice's payment reference; `referenced`: items whose valid payment reference the money
    carries; `registered`: company numbers in its words.
    """
    every = (
        _account(line, book), *_by_reference(referenced, book), *_by_register(registered, advice, book),
        _domain(advice, book), _name(line, advice, book, policy),
    )  # fmt: skip
    clues = [one for one in every if one and one.customers]
    if not clues:
        return Payer(None, frozenset(), doubts=(_nobody(line),))
    agreed = reduce(frozenset.intersection, (one.customers for one in clues))
    said = tuple(_said(one, book) for one in clues)
    together = _group(frozenset().union(*(one.customers for one in clues)), book)
    if not agreed:
        return Payer(None, together, said, (f"{_but(said)} Say who pays.",))
    if len(agreed) > 1:
        names = " or ".join(book.customer_named(one) for one in sorted(agreed))
        return Payer(None, together, said, (f"{' '.join(said)} It can still be {names}: say who pays.",))
    if not _enough(clues, tied):
        return Payer(None, _group(agreed, book), said, (f"{' '.join(said)} {_lacking(clues)}: say who pays.",))
    (customer,) = agreed
    return Payer(customer, book.pays_for(customer), said)


def _enough(clues: list[Clue], tied: bool) -> bool:
    """Two sources; and one of the bank's, unless the money itself names the advice that our mail server vouches for."""
    witnesses = {one.witness for one in clues}
    known = Witness.BANK in witnesses or (tied and Witness.MAIL in witnesses)
    return known and len({one.source for one in clues}) > 1


def _lacking(clues: list[Clue]) -> str:
    if len({one.source for one in clues}) > 1:
        return "But all of it is the advice's word, and nothing the bank says leads from the money to it"
    return "Nothing else confirms it"


def _account(line: BankLine, book: Book) -> Clue | None:
    return Clue("account", book.confirmed(line.payer_iban), f"the account {line.payer_iban}, confirmed by a posting,")


def _by_reference(items: Iterable[OpenItem], book: Book) -> list[Clue]:
    """A payment reference names an item: its customer pays, or whoever pays for it."""
    ordered = sorted(items, key=lambda item: item.number)
    return [
        Clue("reference", book.payers_of(one.customer), f"the payment reference {one.reference} of {one.number}")
        for one in ordered
    ]


def _by_register(registered: Iterable[str], advice: RemittanceAdvice | None, book: Book) -> list[Clue]:
    told = [(compact(number), Witness.BANK) for number in sorted(registered)]
    if advice:
        printed = (advice.payer.vat, advice.payer.registration, advice.payer.gln, advice.payer.number)
        told += [(compact(number), Witness.PAPER) for number in printed if number]
    return [
        Clue("register", _registered_as(number, book), f"the register or customer number {number}", by)
        for number, by in told
    ]


def _registered_as(number: str, book: Book) -> frozenset[str]:
    """A SIRET counts by the SIREN it begins with."""
    return book.identified(number) or book.identified(number[:9]) or book.called(number)


def _domain(advice: RemittanceAdvice | None, book: Book) -> Clue | None:
    domain = vouched_domain(advice.envelope) if advice else None
    return Clue("domain", book.of_domain(domain), f"the authenticated domain {domain} of the advice", Witness.MAIL)


def _name(line: BankLine, advice: RemittanceAdvice | None, book: Book, policy: Policy) -> Clue | None:
    """The name the bank gives; else of whom it was paid for, who has others pay; else the advice's."""
    behalf = line.ultimate_debtor if line.ultimate_debtor != line.payer_name else None
    papers = advice.payer.name if advice else None
    for printed, witness in ((line.payer_name, Witness.BANK), (behalf, Witness.BANK), (papers, Witness.PAPER)):
        found = book.names.meant(printed, policy.name_score, policy.name_margin) if printed else None
        if found:
            customers = book.payers_of(found.customer) if printed == behalf else frozenset({found.customer})
            like = f"the name {printed} (like it {found.score:.0f} of 100, the next {found.next_score:.0f})"
            return Clue("name", customers, like, witness)
    return None


def _group(customers: frozenset[str], book: Book) -> frozenset[str]:
    return frozenset().union(*(book.pays_for(one) for one in customers))


def _said(clue: Clue, book: Book) -> str:
    names = sorted(clue.customers)
    meant = book.customer_named(names[0]) if len(names) == 1 else f"one of {len(names)} customers"
    if 1 < len(names) <= 3:
        meant = " or ".join(book.customer_named(one) for one in names)
    return f"{clue.words[0].upper()}{clue.words[1:]} is that of {meant}."


def _but(said: tuple[str, ...]) -> str:
    return " But ".join([said[0], *(f"{one[0].lower()}{one[1:]}" for one in said[1:])])


def _nobody(line: BankLine) -> str:
    called = f'"{line.payer_name}"' if line.payer_name else "a payer the bank does not name"
    return (
        f"The money came from {called}, and neither account, reference, register number, sender nor name is one we "
        "know: say who pays."
    )
