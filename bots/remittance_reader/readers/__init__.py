"""Readers of what tells of money: a bank's statements in `bank`, what payers say they paid for in `advices`."""

from __future__ import annotations

from bots.remittance_reader.readers.advices import read_remittance
from bots.remittance_reader.readers.bank import read_bank, read_bank_file

__all__ = ["read_bank", "read_bank_file", "read_remittance"]
