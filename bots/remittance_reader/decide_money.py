"""What is done about one line of money: post it, have a person agree to it, book what stands, or take it back."""

from __future__ import annotations

from dataclasses import replace

from bots.decision import Decision, Done, Go, Review
from bots.domain.allocation import Match, Proposal
from bots.domain.figures import price_figure
from bots.domain.ledger import Choice, LedgerLine, Posting, PostingState
from bots.domain.receivables import ReceiptInPortal
from bots.remittance_reader.cases import cases_of, reversed_case
from bots.remittance_reader.chosen import against, posting_of
from bots.remittance_reader.comparison import differences, reversal_differences
from bots.remittance_reader.facts import Facts
from bots.remittance_reader.matching import Book, agrees, match
from bots.remittance_reader.plan import BookReceipt, BookReversal, CashPlan, PostReceipt, ReverseReceipt
from bots.remittance_reader.settings import Settings

MOST_SIGNS = 35  #: of a reference that every portal keeps whole


def reversal_reference(line: str) -> str:
    """The reference under which the receipt of a line is taken back."""
    return f"{line}/R"


def decide_money(line: LedgerLine, facts: Facts, settings: Settings) -> Decision[CashPlan]:
    """Pure; see the module's docstring."""
    posting = facts.posting
    if len(facts.standing) > 1:
        return Review((_twice(facts.standing),))
    if posting and posting.state is PostingState.REVERSED:
        return Done(f"receipt {posting.receipt}, taken back by receipt {posting.reversal}")
    if posting and posting.state is PostingState.TO_REVERSE:
        return _reverse(posting, facts, settings)
    if facts.standing:
        return _after_posting(facts.standing[0], posting, settings)
    if posting and posting.state is PostingState.POSTED:
        gone = f"Our book says that receipt {posting.receipt} was posted for this line, but the portal shows none"
        return Review((f"{gone} under {line.key}: see there who took it out, and why.",))
    return _before_posting(line, facts, settings)


def _after_posting(shown: ReceiptInPortal, posting: Posting | None, settings: Settings) -> Decision[CashPlan]:
    """The portal shows a receipt under our key: if it is the one that was decided, it is booked."""
    if posting is None:
        return Review((f"Receipt {shown.number} stands under {shown.reference}, but nothing was decided for it here.",))
    wrong = differences(shown, posting)
    if wrong:
        return Review(tuple(f"receipt {shown.number}, {what}" for what in wrong))
    if posting.state is PostingState.DRAFT:
        booked = BookReceipt(posting.line, shown.number, cases_of(posting, settings.case_owner))
        return Go(booked, shown=(posting.key,))
    return Done(f"receipt {shown.number}")


def _before_posting(line: LedgerLine, facts: Facts, settings: Settings) -> Decision[CashPlan]:
    if facts.payment is None or facts.book is None:
        return Review(("This line was not looked up, so nothing is known that it could be for.",))
    found = match(facts.payment, facts.book, settings.matching)
    if facts.choice:
        return _as_chosen(facts.choice, line, facts.book, found, settings)
    if found.reverses:
        return Review((_came_back(line, found.reverses), *found.doubts))
    best = found.proposals[0] if found.proposals else None
    against = _not_one_receipt(best, line, settings)
    if best is None or best.payer is None or best.solutions > 1 or against:
        return Review((*found.doubts, *against, *_proposed(found, facts.book)))
    approval = (*found.doubts, *(_alike(one) for one in facts.alike))
    posting = _posting(line, best, facts, sampled=found.sampled and not approval)
    posting = replace(posting, agrees=True if found.sure else None)
    return Go(PostReceipt(posting, _name(facts.book, best.payer), best.evidence), approval)


def _as_chosen(choice: Choice, line: LedgerLine, book: Book, found: Match, settings: Settings) -> Decision[CashPlan]:
    """Nobody has to agree to what a person chose; whether the machine would have chosen the same is kept."""
    posting = posting_of(choice, line)
    told = Proposal(posting.customer, posting.allocations, posting.on_account)
    posting = replace(posting, agrees=agrees(found, told))
    doubts = (*_not_one_receipt(None, line, settings), *against(posting, book))
    return Review(doubts) if doubts else Go(PostReceipt(posting, _name(book, choice.customer)))


def _posting(line: LedgerLine, best: Proposal, facts: Facts, *, sampled: bool) -> Posting:
    one, followed = line.line, next((one for one in facts.advices if one.content == best.advice), None)
    return Posting(
        line=line.key,
        customer=best.payer or "",
        amount=one.amount,
        currency=one.currency,
        valued=one.valued or one.booked,
        allocations=best.allocations,
        on_account=best.on_account,
        advice=followed.content if followed else None,
        paper=followed.document if followed else None,
        payer_iban=one.payer_iban,
        sampled=sampled,
    )


def _not_one_receipt(best: Proposal | None, line: LedgerLine, settings: Settings) -> tuple[str, ...]:
    """Why the proposal cannot be keyed as one receipt, if it cannot."""
    if line.line.amount <= 0:
        return ("Money that was given back is no receipt: see whose payment it was, then take that receipt back.",)
    if line.line.currency != settings.currency:
        came = f"{line.line.currency} came in, and the portal keeps {settings.currency}"
        return (f"{came}: post it by hand at the rate the bank took.",)
    others = {one.customer for one in best.allocations} - {best.payer} if best and best.payer else set()
    if others and settings.one_customer_per_receipt:
        return (f"It pays for {', '.join(sorted(others))} too, and the portal takes a receipt for one customer only.",)
    return ()


def _proposed(found: Match, book: Book) -> tuple[str, ...]:
    """The best explanations, a sentence each, with what led to them."""
    return tuple(
        f"Proposal {place}: {_explained(proposal, book)}" for place, proposal in enumerate(found.proposals[:3], start=1)
    )


def _explained(proposal: Proposal, book: Book) -> str:
    who = book.customer_named(proposal.payer) if proposal.payer else "nobody is known to have paid"
    parts = [f"{price_figure(one.paid)} to {one.item}" for one in proposal.allocations]
    parts += [f"{price_figure(proposal.on_account)} on account"] if proposal.on_account else []
    one_of = "; there are others as good" if proposal.solutions > 1 else ""
    why = [*proposal.evidence, *(said for one in proposal.allocations for said in one.evidence)]
    return f"{who}: {', '.join(parts) or 'nothing'}{one_of}. {' '.join(dict.fromkeys(why))}".strip()


def _name(book: Book, number: str) -> str:
    return next((one.name for one in book.customers if one.number == number), number)


def _alike(one: ReceiptInPortal) -> str:
    same = f"Receipt {one.number} of the same amount, valued {one.valued}, stands under {one.reference!r}"
    return f"{same}: agree only if that was other money."


def _twice(standing: tuple[ReceiptInPortal, ...]) -> str:
    numbers = " and ".join(one.number for one in standing)
    return f"Receipts {numbers} stand under the reference of this one line: take back those that are too many."


def _by_hand(standing: ReceiptInPortal, reference: str) -> str:
    parts = ", ".join(f"{price_figure(-part)} on {item}" for item, part in standing.settles) or "all of it"
    how = f"enter there, under the reference {reference}, {parts}, {price_figure(-standing.amount)} in all"
    return (
        f"Receipt {standing.number} is to be taken back, and this portal's map does not say how: {how}. "
        "Then have the item tried again: what the portal shows is booked."
    )


def _came_back(line: LedgerLine, receipt: str) -> str:
    why = line.line.returned
    said = f" ({why.text or why.code})" if why and (why.text or why.code) else ""
    money = f"{price_figure(-line.line.amount)} {line.line.currency} of receipt {receipt} went back to the payer{said}"
    return f"{money}: have that receipt taken back (o2c reverse), then settle this line."


def _reverse(posting: Posting, facts: Facts, settings: Settings) -> Decision[CashPlan]:
    """Take the receipt back in the portal, then book that it was."""
    if not facts.standing:
        return Review((f"Receipt {posting.receipt} is to be taken back, but the portal shows none for this line.",))
    if len(facts.reversals) > 1:
        return Review((_twice(facts.reversals),))
    if not facts.reversals:
        reference = reversal_reference(posting.line)
        if not facts.takes_back:
            return Review((_by_hand(facts.standing[0], reference),))
        return Go(ReverseReceipt(posting.line, facts.standing[0].number, reference, facts.today, posting.why or ""))
    turned = facts.reversals[0]
    wrong = reversal_differences(turned, facts.standing[0])
    if wrong:
        return Review(tuple(f"receipt {turned.number}, {what}" for what in wrong))
    case = reversed_case(posting, turned.number, settings.case_owner)
    return Go(BookReversal(posting.line, turned.number, case), shown=(f"reversal:{posting.line}",))
