"""One explanation of a payment from start to end: who pays, which items its words mean, what each of them gets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bots.domain.allocation import Proposal, ResidualKind
from bots.domain.bank import BankLine
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.claims import Claim, Said, from_advice
from bots.remittance_reader.matching.mentions import Spelling
from bots.remittance_reader.matching.naming import SAFE, Resolved, named
from bots.remittance_reader.matching.pairing import Paired
from bots.remittance_reader.matching.payer import Payer, who_pays
from bots.remittance_reader.matching.payment import FiledAdvice, Payment
from bots.remittance_reader.matching.policy import Policy
from bots.remittance_reader.matching.residuals import Terms
from bots.remittance_reader.matching.settling import Named, merged, settle

ZERO = Decimal(0)
_OPEN = frozenset({ResidualKind.UNEXPLAINED, ResidualKind.OPEN})
_IN_PART = re.compile(r"\b(?:ACOMPTE|PARTIEL\w*|PART(?:IAL)? PAYMENT|TEILZAHLUNG|ANZAHLUNG|ABSCHLAG|A VALOIR)\b")


@dataclass(frozen=True)
class Explanation:
    """A proposal with what stands against it. `paired`: the advice it follows; None: the money's own words."""

    proposal: Proposal
    payer: Payer
    doubts: tuple[str, ...] = ()
    paired: Paired | None = None
    beyond: tuple[str, ...] = ()  #: what the money names and its advice does not, in sentences

    @property
    def whole(self) -> bool:
        """Whether words and money agree: all of it is on items named, and nothing missing of them is unexplained."""
        residuals = [residual for one in self.proposal.allocations for residual in one.residuals]
        left = self.proposal.on_account or any(one.kind in _OPEN for one in residuals)
        return bool(self.proposal.allocations) and not left and not self.doubts


def by_advice(payment: Payment, paired: Paired, said: Said, book: Book, policy: Policy) -> Explanation:
    """What the payer's advice says: a legal allocation (Code civil 1342-10), line by line.

    An advice without lines only says who pays; then the money's own words say what.
    """
    line, advice = payment.line, paired.filed.advice
    payer = _payer(line, said, paired, book, policy)
    claims = from_advice(paired, book) or said.claims
    resolved = named(claims, payer, line.currency, line.amount, book)
    lost = tuple(sorted({one.why for one in resolved if one.why and one.certain}))
    made = _explanation(payment, payer, _items(resolved), paired, lost, policy)
    beyond = _beyond(made, said, payer, line, book) if advice.lines else ()
    doubts = (*made.doubts, *lost, *_advice_doubts(paired, claims))
    return Explanation(made.proposal, payer, doubts, paired, beyond)


def by_words(payment: Payment, said: Said, book: Book, policy: Policy) -> tuple[Explanation, ...]:
    """What the money's own words say: what is surely meant alone, then with what may be meant too."""
    line = payment.line
    payer = _payer(line, said, None, book, policy)
    resolved = named(said.claims, payer, line.currency, line.amount, book)
    lost = tuple(sorted({one.why for one in resolved if one.why and one.certain}))
    sure = _items([one for one in resolved if one.certain])
    every = _items(resolved)
    safe = tuple(one for one in every if one.basis in SAFE)
    readings = list(dict.fromkeys(reading for reading in (sure, safe, every) if reading))
    made = [_explanation(payment, payer, reading, None, lost, policy) for reading in readings]
    return tuple(Explanation(one.proposal, payer, (*one.doubts, *lost)) for one in made)


def names_any(filed: FiledAdvice, group: frozenset[str], book: Book) -> bool:
    """Whether an advice names an open item of these customers, or nothing that can be told."""
    paired = Paired(filed, named=False, fee=ZERO, evidence="")
    claims = from_advice(paired, book)
    payer = Payer(None, group)
    items = _items(named(claims, payer, filed.advice.currency or "", filed.advice.total or ZERO, book))
    return not items or any(one.item.customer in group for one in items)


def unexplained(payment: Payment, said: Said, told: Sequence[str], book: Book, policy: Policy) -> Explanation:
    """Nothing named is open: who pays is all there is to say, and the money stays on account.

    `told`: what advices left open. What the money names in vain is said too.
    """
    line = payment.line
    payer = _payer(line, said, None, book, policy)
    resolved = named(said.claims, payer, line.currency, line.amount, book)
    lost = sorted({one.why for one in resolved if one.why and one.certain})
    passed_over = [one.sentence for one in said.ignored]
    task = f"All {line.amount:f} {line.currency} stay on account until somebody says what they are for."
    nothing = ("Nothing the payer wrote names an open item: say what the money is for.",) if not lost else ()
    proposal = Proposal(payer.customer, (), line.amount, (*payer.evidence, *passed_over, task))
    return Explanation(proposal, payer, (*told, *lost, *nothing))


def _payer(line: BankLine, said: Said, paired: Paired | None, book: Book, policy: Policy) -> Payer:
    references = {
        mention.words for claim in said.claims for mention in claim.mentions if mention.spelling is Spelling.REFERENCE
    }
    items = [item for words in references for item in book.referenced(words)]
    advice, tied = (paired.filed.advice, paired.named) if paired else (None, False)
    return who_pays(line, advice, tied, items, said.registered, book, policy)


def _items(resolved: Sequence[Resolved]) -> tuple[Named, ...]:
    return tuple(item for one in resolved for item in one.named)


def _explanation(
    payment: Payment, payer: Payer, items: Sequence[Named], paired: Paired | None, lost: Sequence[str], policy: Policy
) -> Explanation:
    once, twice = merged(items)
    settled = settle(payment.line.amount, once, _terms(payment, paired, policy), f" ({' '.join(lost)})" if lost else "")
    left = (_task(settled.on_account, payment.line),) if settled.on_account else ()
    evidence = (*payer.evidence, *((paired.evidence,) if paired else ()), *left)
    content = paired.filed.content if paired else None
    proposal = Proposal(payer.customer, settled.allocations, settled.on_account, evidence, advice=content)
    return Explanation(proposal, payer, (*twice, *settled.doubts), paired)


def _terms(payment: Payment, paired: Paired | None, policy: Policy) -> Terms:
    line = payment.line
    kept = line.charges.amount if line.charges and line.charges.currency == line.currency else ZERO
    in_part = bool(_IN_PART.search(" ".join(line.text).upper()))
    return Terms(line.valued or line.booked, paired.fee if paired and paired.fee else kept, in_part, policy)


def _task(left: Decimal, line: BankLine) -> str:
    return f"{left:f} {line.currency} stay on account until somebody says what they are for."


def _advice_doubts(paired: Paired, claims: Sequence[Claim]) -> tuple[str, ...]:
    advice, nets = paired.filed.advice, [one.net for one in claims]
    doubts = [f"The advice of {paired.filed.day} was not read beyond doubt: {one}" for one in advice.doubts]
    if advice.lines and None in nets:
        doubts.append(f"The advice of {paired.filed.day} has lines without an amount: read it.")
    elif advice.lines and sum((net for net in nets if net is not None), ZERO) != advice.total:
        total = sum((net for net in nets if net is not None), ZERO)
        doubts.append(
            f"The lines of the advice of {paired.filed.day} come to {total:f}, and it says {advice.total:f}: ask the "
            "payer which is right."
        )
    return tuple(doubts)


def _beyond(made: Explanation, said: Said, payer: Payer, line: BankLine, book: Book) -> tuple[str, ...]:
    """Documents the money surely names and its advice does not."""
    sure = [one for one in said.claims if one.certain]
    told = {item.item.number for item in _items(named(sure, payer, line.currency, line.amount, book))}
    more = sorted(told - {one.item for one in made.proposal.allocations})
    return tuple(f"The bank's text names {number}, and the advice does not: say which is right." for number in more)
