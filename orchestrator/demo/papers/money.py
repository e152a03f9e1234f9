"""What happens in the demo with money: who pays what, who says so on paper, and what must come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from orchestrator.demo.old_portal.seed import owed

End = Literal["posted", "waiting"]


@dataclass(frozen=True)
class Debt:
    """An invoice as the portal holds it on its first day."""

    number: str
    issued: date
    amount: Decimal
    taken_off: Decimal = Decimal(0)  #: what the payer does not pay of it
    why: str = ""  #: the payer's words for that

    @property
    def paid(self) -> Decimal:
        """What is paid of it."""
        return self.amount - self.taken_off


@dataclass(frozen=True)
class Payment:
    """One payment of a customer. `text` is what the bank prints; `reference` the payer's own number for it."""

    name: str
    customer: str
    debts: tuple[Debt, ...]
    reference: str
    text: str
    day: date
    end: End  #: what must become of the money
    reason: str = ""  #: a fragment of the sentence a person must be shown, where one waits

    @property
    def amount(self) -> Decimal:
        """What comes in."""
        return sum((debt.paid for debt in self.debts), Decimal(0))


def payments(today: date) -> tuple[Payment, ...]:
    """The money that came in the day before `today`; the same for the same day."""
    day = today - timedelta(days=1)
    morel, ibarra, seiler = (_debts(number, today) for number in ("C-1000", "C-1004", "C-1005"))
    thornbury, hartmann, rhone = (_debts(number, today) for number in ("C-1003", "C-1001", "C-1006"))
    short = Debt(hartmann[0].number, hartmann[0].issued, hartmann[0].amount, Decimal("25.00"), "Preisdifferenz")
    return (
        Payment("morel", "C-1000", morel[:2], "VIR-260312", _numbers(morel[:2]), day, "posted"),
        Payment("ibarra", "C-1004", ibarra[:1], "TR-00981", f"PAGO FACTURA {ibarra[0].number}", day, "posted"),
        Payment("seiler", "C-1005", seiler[:1], "S-77120", f"RECHNUNG {seiler[0].number}", day, "posted"),
        Payment("thornbury", "C-1003", thornbury[1:], "TBY8841", "REMITTANCE TBY8841", day, "waiting", "shadow"),
        Payment("hartmann", "C-1001", (short,), "ZA-4471", "ZAHLUNG ZA-4471", day, "posted"),
        Payment("rhone", "C-1006", rhone[1:2], "NOTPROVIDED", "VIREMENT", day, "waiting", "say who pays"),
    )


def announced(today: date) -> Payment:
    """What a customer says to have paid and has not: an advice whose money does not come."""
    later = _debts("C-1004", today)[1:2]
    return Payment("ibarra-announced", "C-1004", later, "TR-00982", "", today - timedelta(days=1), "waiting")


def _debts(customer: str, today: date) -> tuple[Debt, ...]:
    return tuple(Debt(*one) for one in owed(customer, today))


def _numbers(debts: tuple[Debt, ...]) -> str:
    return " ".join(debt.number for debt in debts)
