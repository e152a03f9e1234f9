"""What is measured beside ours: the digit-token rule with oldest-first that open ERP modules match payments by.

Tokens of four or more digits in the payment's words are looked for among the digits of invoice numbers; the items
found are settled, oldest first, as far as the money goes. Where nothing is found and the partner is known (by account,
else by name), the partner's oldest items are. Written from the published behaviour of such modules, none of their code.
It reads the advices that came with the money like its words, which those modules do not: that is in its favour.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from benchmarks.month.payments import Coming
from bots.domain.bank import BankLine
from bots.domain.customer_matching import plain_name
from bots.domain.receivables import OpenItem
from bots.remittance_reader.matching import Book

ZERO = Decimal(0)


class TokenRule:
    """The rule over a ledger that it settles as it goes, line by line in the order of booking."""

    def __init__(self, book: Book) -> None:
        self.open = {one.number: one.balance for one in book.items}
        self.by_digits: dict[str, list[OpenItem]] = defaultdict(list)
        self.by_customer: dict[str, list[OpenItem]] = defaultdict(list)
        for one in sorted(book.items, key=lambda item: (item.due, item.number)):
            self.by_digits[re.sub(r"\D", "", one.number)].append(one)
            self.by_customer[one.customer].append(one)
        self.accounts = {one.iban: one.customer for one in book.accounts}
        self.names = {plain_name(one.name): one.number for one in book.customers}

    def post(self, coming: Coming) -> dict[str, Decimal]:
        """The money it puts on each item; empty where it posts nothing."""
        line = coming.line
        if line.amount <= 0:
            return {}
        partner = self.accounts.get(line.payer_iban or "") or self.names.get(plain_name(line.payer_name or ""))
        named = [one for token in self._tokens(line, coming) for one in self.by_digits.get(token, ())]
        if partner:
            named = [one for one in named if one.customer == partner] or named
        return self._settle(line.amount, named or (self.by_customer[partner] if partner else []))

    def _tokens(self, line: BankLine, coming: Coming) -> list[str]:
        words = [*line.text, line.end_to_end_id or "", *(one.text for one in line.references)]
        words += [one.reference or "" for filed in coming.advices for one in filed.advice.lines]
        digits = (re.sub(r"\D", "", word) for text in words for word in text.split())
        return [token for token in dict.fromkeys(digits) if len(token) >= 4]

    def _settle(self, money: Decimal, items: Iterable[OpenItem]) -> dict[str, Decimal]:
        posted: dict[str, Decimal] = {}
        for one in sorted(items, key=lambda item: (item.balance > 0, item.due, item.number)):
            paid = min(self.open[one.number], money)
            if paid and money > 0:
                posted[one.number] = paid
                self.open[one.number] -= paid
                money -= paid
        return posted
