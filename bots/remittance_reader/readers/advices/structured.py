"""An advice that came as a message, field by field: what its reader found, finished and proved like every other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from bots.domain.advices import AdviceKind, AdviceLine, Payer, RemittanceAdvice
from bots.domain.documents import Envelope
from bots.domain.evidence import Evidence
from bots.remittance_reader.readers.advices.proof import proved

ZERO = Decimal(0)


@dataclass
class Told:
    """What a message says so far; each value with its evidence, by the path it will have."""

    payer: Payer = field(default_factory=Payer)
    payment_ref: str | None = None
    paid_on: date | None = None
    currency: str | None = None
    total: Decimal | None = None
    lines: list[AdviceLine] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def know(self, path: str, proof: Evidence | None) -> None:
        """Keep where a value stands."""
        if proof:
            self.evidence[path] = proof

    def pays(self, name: str, value: str | None, proof: Evidence | None) -> None:
        """Keep a field of the payer, the first time it is told."""
        if value and getattr(self.payer, name) is None:
            self.payer = replace(self.payer, **{name: value})
            self.know(f"payer.{name}", proof)

    def line(self, line: AdviceLine, **proofs: Evidence | None) -> None:
        """Keep a line with the evidence of its fields; `deductions_0` is that of the first deduction."""
        place = len(self.lines)
        self.lines.append(line)
        for name, proof in proofs.items():
            found = re.fullmatch(r"deductions_(\d+)", name)
            self.know(f"lines[{place}]." + (f"deductions[{found[1]}].amount" if found else name), proof)

    def advice(self, why: str, envelope: Envelope | None) -> RemittanceAdvice:
        """The advice, with what its arithmetic does not prove."""
        doubts = list(self.doubts)
        if self.currency is None:
            doubts.append("the message names no currency")
        doubts += proved(self.lines, self.total)
        return RemittanceAdvice(
            kind=AdviceKind.ADVICE, why=why, payer=self.payer, payment_ref=self.payment_ref, paid_on=self.paid_on,
            currency=self.currency, total=self.total, lines=tuple(self.lines), doubts=tuple(dict.fromkeys(doubts)),
            evidence=self.evidence, envelope=envelope,
        )  # fmt: skip

    @property
    def made(self) -> Decimal:
        """Σ net."""
        return sum((line.net for line in self.lines if line.net is not None), ZERO)


def decimal_of(text: str | None) -> Decimal | None:
    """A number of a message, which has a dot before its decimals; None when it is none."""
    if not text or not re.fullmatch(r"[-+]?\d*\.?\d+|[-+]?\d+\.", text.strip()):
        return None
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None


def day_of(text: str | None) -> date | None:
    """A day as `20260412`, `2026-04-12` or with a time behind it; None when it is none."""
    digits = re.sub(r"\D", "", text or "")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
