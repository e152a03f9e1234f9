"""Our book of money that came in, as bots see it (`bots.adapters.workspace.Ledger`) and as people ask for it."""

from __future__ import annotations

from orchestrator.store.bank_book import BankBook
from orchestrator.store.choice_book import ChoiceBook
from orchestrator.store.posting_book import PostingBook


class Ledger(BankBook, ChoiceBook, PostingBook):
    """The whole book: what came in, what became of it, and what is left to do."""
