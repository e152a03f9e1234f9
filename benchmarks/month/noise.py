"""How untidy a month is, every rate by name. Shares run from 0 to 1.

Two months are measured. ROUGH holds the rates that were written first, before anything was measured. USUAL was written
second and knowing what ROUGH gave: about half as untidy, with names of holdings on two in three records, as a company
that sells to businesses sees it. Read both, for a company's own month lies somewhere: the hit rate falls with the mess,
and the wrong postings may not rise. Both hold the same traps (twins, dates that look like numbers, amounts that
coincide, money paid twice, strangers' money).
"""

from __future__ import annotations

from dataclasses import dataclass

#: How payers write our numbers who send no advice, in parts of a hundred.
STYLES = ("printed", "reference", "spelt", "bare", "ending", "order", "none")


@dataclass(frozen=True)
class Noise:
    """Rates of one month."""

    # of customers
    twin: float  #: has a twin: a letter, an ending or a town differs
    new_account: float  #: pays from an account nobody has confirmed before this month
    holding: float  #: its bank sends the name of a holding
    abbreviated: float  #: its bank sends an abbreviated name
    alias: float  #: of the last two: somebody wrote that name on the customer's record before
    child_unknown: float  #: of customers their parent pays for: not on record
    styles: tuple[int, ...]
    # of payments
    others: float = 0.02  #: money of somebody else: a refund, a tax office, an insurance; a third of an open amount
    returned: float = 0.003
    again: float = 0.003  #: the same invoices paid a second time within days
    settled: float = 0.003  #: an invoice settled last year
    partial: float = 0.01
    cents: float = 0.01  #: cents short, mostly rounding
    fee: float = 0.005  #: a bank's fee is missing; half of the banks say it
    over: float = 0.002  #: more than is owed
    misread: float = 0.003  #: one digit misread or mistyped in the money's words
    no_account: float = 0.01
    broken: float = 0.15  #: the bank breaks the text into rows of 27 signs and cuts the name there
    # of agreed discounts
    in_time: float = 0.6
    late: float = 0.05
    # of advices
    outside: float = 0.005  #: twenty days after the money
    resent: float = 0.01
    two_transfers: float = 0.005
    doubtful: float = 0.01  #: read with a doubt
    # of lines of an advice
    deduction: float = 0.01
    reasonless: float = 0.15  #: of deductions
    line_misread: float = 0.001


USUAL = Noise(
    twin=0.03, new_account=0.02, holding=0.02, abbreviated=0.02, alias=0.67, child_unknown=0.02,
    styles=(60, 15, 13, 5, 2, 2, 3),
)  # fmt: skip
ROUGH = Noise(
    twin=0.04, new_account=0.05, holding=0.03, abbreviated=0.05, alias=0.0, child_unknown=0.05,
    styles=(47, 15, 17, 8, 4, 3, 6),
    again=0.005, settled=0.005, partial=0.015, fee=0.01, over=0.003, misread=0.007, late=0.15, outside=0.01,
    resent=0.02, two_transfers=0.01, doubtful=0.02, deduction=0.013, reasonless=0.23, line_misread=0.005,
)  # fmt: skip
