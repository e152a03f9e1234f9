"""Money that goes the other way, or comes back: it reverses a posting and never makes one (DOMAIN R9)."""

from __future__ import annotations

from bots.domain.allocation import Match, Proposal
from bots.remittance_reader.matching.book import Book
from bots.remittance_reader.matching.payment import Payment
from bots.remittance_reader.matching.records import PostedPayment


def not_incoming(payment: Payment, book: Book) -> Match | None:
    """The answer for everything that is no new money of a customer; None where it is."""
    line = payment.line
    if line.returned is None and line.amount > 0:
        return None
    if line.returned is None:
        return _only(payment, "No money came: the line is a debit that returns nothing. It is no receipt.")
    why = " ".join(part for part in (line.returned.code, line.returned.text) if part)
    said = f"The bank returns {abs(line.amount):f} {line.currency}{f' ({why})' if why else ''}."
    if line.amount > 0:
        return _only(payment, f"{said} Money of ours comes back: find the payment it belongs to; it is no receipt.")
    taken_back = _postings(payment, book)
    if len(taken_back) == 1:
        doubt = f"{said} It takes back receipt {taken_back[0].receipt}: agree to reverse it. Nothing is posted."
        return Match((), (doubt,), reverses=taken_back[0].receipt)
    found = " and ".join(sorted(one.receipt for one in taken_back)) or "none"
    return _only(payment, f"{said} The receipts it can take back: {found}. Say which one is reversed.")


def _only(payment: Payment, doubt: str) -> Match:
    return Match((Proposal(None, (), payment.line.amount, (doubt,)),), (doubt,))


def _postings(payment: Payment, book: Book) -> list[PostedPayment]:
    """Postings of the same amount before the return, by the payer's end-to-end id where the bank gives it."""
    line = payment.line
    same = [
        one
        for one in book.posted
        if (one.amount, one.currency) == (-line.amount, line.currency) and one.booked <= line.booked
    ]
    if line.end_to_end_id:
        return [one for one in same if one.end_to_end_id == line.end_to_end_id]
    payers = book.confirmed(line.payer_iban)
    return [one for one in same if one.payer in payers]
