"""A month of money as it comes to such a company, with what each payment is truly for. Every rate is in `noise`.

A misread number that is another open number of the same payer with the same amount is drawn again: the debtor's word
counts (Code civil 1342-10), and no reader could know better.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from benchmarks.month.company import FIRST, Company, Habit, iban
from benchmarks.month.intents import ZERO, Intent, chosen, intent
from benchmarks.month.noise import USUAL, Noise
from benchmarks.month.writing import beside, listed, misread, number, rows
from bots.domain.advices import AdviceKind, AdviceLine, Payer, RemittanceAdvice
from bots.domain.bank import BankLine, Return
from bots.domain.bank_references import Reference, ReferenceKind
from bots.domain.documents import Envelope
from bots.domain.money import Money, cents
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching import FiledAdvice

_OTHERS = ("DGFIP", "URSSAF RHONE ALPES", "EDF ENTREPRISES", "ALLIANZ VIE", "REMBOURSEMENT ORANGE", "CPAM DU RHONE")

_WORKING_DAYS = [day for day in (FIRST + timedelta(place) for place in range(30)) if day.weekday() < 5]


@dataclass(frozen=True)
class Truth:
    """What a payment is for: its payer, the money on each item, and the items it closes."""

    kind: str
    payer: str | None = None
    paid: dict[str, Decimal] = field(default_factory=dict)
    closes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Coming:
    """One line of the month with its truth, and the advices sent for it."""

    line: BankLine
    truth: Truth
    advices: tuple[FiledAdvice, ...] = ()


def month(company: Company, lines: int, seed: int, noise: Noise = USUAL) -> list[Coming]:
    """So many bank lines, by booking date. The same for the same seed."""
    return _Month(company, noise, seed).lines(lines)


class _Month:
    """Draws one payment after the other; what is paid is owed no more."""

    def __init__(self, company: Company, noise: Noise, seed: int) -> None:
        self.company, self.noise, self.chance = company, noise, random.Random(seed)
        self.owed = {number: sorted(items, key=lambda one: one.due) for number, items in company.owed.items()}
        self.customers = {one.number: one for one in company.book.customers}
        self.made: list[Coming] = []

    def lines(self, count: int) -> list[Coming]:
        numbers = [number for number, items in self.owed.items() if items]
        weights = [len(self.owed[number]) ** 0.7 for number in numbers]
        while len(self.made) < count:
            self.made += self._one(self.chance.choices(numbers, weights)[0])
        return sorted(self.made[:count], key=lambda one: (one.line.booked, one.line.bank_reference or ""))

    def _one(self, customer: str) -> list[Coming]:
        kind, noise = self.chance.random(), self.noise
        if (kind := kind - noise.others) < 0:
            return [self._somebody_elses()]
        if (kind := kind - noise.returned) < 0 and self.made:
            return [self._returned(self.chance.choice(self.made))]
        if (kind := kind - noise.again) < 0 and self.made:
            return self._again(self.chance.choice(self.made))
        if (kind := kind - noise.settled) < 0:
            return [self._long_settled(customer)]
        booked = self._day()
        advises = self.company.habits[customer].advises
        items = chosen(self.owed[customer], advises, booked, self.chance)
        return list(self._paid(customer, intent(items, advises, booked, noise, self.chance), booked)) if items else []

    def _day(self) -> date:
        """Banks book on working days."""
        return self.chance.choice(_WORKING_DAYS)

    def _paid(self, customer: str, meant: Intent, booked: date) -> Iterator[Coming]:
        own = self.company.habits[customer]
        payer = own.parent or customer
        habit = self.company.habits[payer]
        if meant.told - meant.kept <= 0:
            return
        line = self._line(meant.told - meant.kept, booked, habit)
        if meant.kept and self.chance.random() < 0.5:
            line = replace(line, charges=Money(meant.kept, "EUR"))
        truth = Truth(meant.kind, payer, meant.true(), meant.closed())
        if own.advises:
            yield from self._advised(line, truth, meant, own.style, payer)
        else:
            yield Coming(self._worded(line, meant, own.style, payer), truth)

    def _line(self, amount: Decimal, booked: date, habit: Habit) -> BankLine:
        return BankLine(
            amount, "EUR", booked, booked, payer_name=habit.printed[:70],
            end_to_end_id=f"E{self.chance.randrange(10**11, 10**12)}" if self.chance.random() < 0.6 else None,
            bank_reference=f"B{self.chance.randrange(10**14, 10**15)}",
            payer_iban=habit.account if self.chance.random() >= self.noise.no_account else None,
        )  # fmt: skip

    def _with_text(self, line: BankLine, text: str) -> BankLine:
        pieces = rows(text.strip(), self.noise, self.chance)
        cut = (line.payer_name or "")[:27] if len(pieces) > 1 else line.payer_name
        return replace(line, text=pieces, payer_name=cut)

    def _worded(self, line: BankLine, meant: Intent, style: str, payer: str) -> BankLine:
        """Numbers in the payer's style; a payment reference mostly in the bank's own field."""
        around = beside(line.booked, payer, self.customers[payer].vat, self.chance)
        if meant.kind == "partial" and self.chance.random() < 0.5:
            around += " ACOMPTE"
        if style == "none":
            return self._with_text(line, around)
        if style == "reference" and len(meant.items) == 1 and self.chance.random() < 0.8:
            carried = Reference(ReferenceKind.RF, meant.items[0].reference or "", valid=True)
            return replace(self._with_text(line, around), references=(carried,))
        words = listed(meant.items, style, self.chance)
        if self.chance.random() < self.noise.misread:
            words = self._misread(words, meant.items[0], payer)
        if self.chance.random() < 0.05 and len(meant.items) == 1:
            return replace(self._with_text(line, around), end_to_end_id=words)
        return self._with_text(line, f"{around} {words}")

    def _misread(self, words: str, item: OpenItem, payer: str) -> str:
        twins = {one.number for one in self.company.owed[payer] if one.balance == item.balance} - {item.number}
        for _ in range(5):
            wrong = misread(words, self.chance)
            if not any(twin.rpartition("/")[2] in wrong for twin in twins):
                return wrong
        return words

    def _advised(self, line: BankLine, truth: Truth, meant: Intent, style: str, payer: str) -> Iterator[Coming]:
        """The money with hardly a word, and what it is for in a mail; at times in two transfers."""
        reference = line.end_to_end_id or f"VIR{self.chance.randrange(10**6, 10**8)}"
        text = f"VIREMENT {reference}" if self.chance.random() < 0.6 else beside(line.booked, payer, None, self.chance)
        line = self._with_text(line, text)
        filed = self._advice(line, meant, style, payer, reference)
        twice = (
            (replace(filed, arrived=filed.arrived + timedelta(1)),) if self.chance.random() < self.noise.resent else ()
        )
        if self.chance.random() < self.noise.two_transfers and line.amount > 10:
            part = cents(line.amount * self.chance.randint(20, 80) / 100)
            second = replace(line, amount=line.amount - part, bank_reference=f"{line.bank_reference}2")
            apart = replace(truth, kind="two transfers", paid={}, closes=frozenset())
            yield Coming(replace(line, amount=part), replace(apart, closes=truth.closes), (filed,))
            yield Coming(second, apart)
            return
        yield Coming(line, truth, (filed, *twice))

    def _advice(self, line: BankLine, meant: Intent, style: str, payer: str, reference: str) -> FiledAdvice:
        outside = self.chance.random() < self.noise.outside
        day = line.booked + timedelta(days=20 if outside else self.chance.choice((-3, -2, -1, 0, 0, 0, 1, 2, 4)))
        written = style if style in {"spelt", "bare", "ending"} and self.chance.random() < 0.7 else "printed"
        lines = [self._advice_line(one, meant, written, payer) for one in meant.items]
        self.chance.shuffle(lines)
        customer = self.customers[payer]
        domain = customer.domains[0] if customer.domains else "gmail.com"
        payer_said = Payer(customer.name, customer.vat if self.chance.random() < 0.5 else None)
        doubts = ("the total is not printed clearly",) if self.chance.random() < self.noise.doubtful else ()
        named = reference if self.chance.random() < 0.6 else None
        advice = RemittanceAdvice(
            AdviceKind.ADVICE, "a table of invoices", payer_said, named, day, "EUR", meant.told, tuple(lines), doubts,
            envelope=_mail(domain, line.booked),
        )  # fmt: skip
        return FiledAdvice(advice, day)

    def _advice_line(self, item: OpenItem, meant: Intent, style: str, payer: str) -> AdviceLine:
        words = number(item, style, self.chance)
        if self.chance.random() < self.noise.line_misread:
            words = self._misread(words, item, payer)
        deduction = meant.deductions.get(item.number)
        gross = item.balance if deduction else meant.paid[item.number]
        net = meant.paid[item.number] + (meant.more if item is meant.items[0] else ZERO)
        return AdviceLine(words, item.issued, gross, (deduction,) if deduction else (), net)

    def _somebody_elses(self) -> Coming:
        booked = self._day()
        amount = Decimal(self.chance.randint(1_000, 500_000)) / 100
        if self.chance.random() < 0.3:
            amount = self.chance.choice(self.company.book.items).amount  # coincides with an open amount
        habit = Habit(False, "none", iban(self.chance), self.chance.choice(_OTHERS), confirmed=False)
        line = self._line(abs(amount), booked, habit)
        return Coming(self._with_text(line, beside(booked, "998877", None, self.chance)), Truth("somebody else's"))

    def _returned(self, earlier: Coming) -> Coming:
        line = replace(earlier.line, amount=-earlier.line.amount, returned=Return(False, "AC04"))
        return Coming(replace(line, bank_reference=f"{line.bank_reference}R"), Truth("returned"))

    def _again(self, earlier: Coming) -> list[Coming]:
        if earlier.truth.kind not in {"plain", "discount"}:
            return []
        later = min(earlier.line.booked + timedelta(days=self.chance.randint(0, 6)), FIRST + timedelta(29))
        again = f"E{self.chance.randrange(10**11, 10**12)}"
        line = replace(
            earlier.line,
            booked=later,
            valued=later,
            end_to_end_id=again,
            bank_reference=f"{earlier.line.bank_reference}A",
        )
        return [Coming(line, Truth("paid again", earlier.truth.payer))]

    def _long_settled(self, customer: str) -> Coming:
        booked = self._day()
        line = self._line(Decimal(self.chance.randint(2_000, 90_000)) / 100, booked, self.company.habits[customer])
        settled = self.chance.choice(self.company.book.settled).number
        return Coming(self._with_text(line, f"REGLEMENT {settled}"), Truth("settled before", customer))


def _mail(domain: str, day: date) -> Envelope:
    return Envelope(
        mailbox="cash", folder="INBOX", uidvalidity=1, uid=1, message_id=None, sender=f"compta@{domain}",
        sender_name=None, authenticated=domain, subject="Avis de virement",
        received=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
    )  # fmt: skip
