"""How payers write: our numbers in their own ways, and everything else that stands beside them in a bank's text."""

from __future__ import annotations

import random
import re
from datetime import date

from benchmarks.month.company import OWN_NUMBERS
from benchmarks.month.noise import Noise
from bots.domain.receivables import OpenItem

_DATES = ("%Y%m%d", "%d%m%Y", "DU %d/%m/%y", "%d%m%y", "%Y-%m-%d")
_MISREAD = {"0": "8", "1": "7", "3": "8", "5": "6", "6": "8", "7": "1", "8": "3", "9": "4", "2": "7", "4": "9"}


def number(item: OpenItem, style: str, chance: random.Random) -> str:
    """One of our numbers in a payer's style."""
    prefix, year, count = item.number.split("/")
    if style == "reference":
        return item.reference or item.number
    if style == "spelt":
        spelt = (f"{prefix}{year}{count}", f"{prefix}-{year}-{count}", f"{prefix.lower()} {year} {int(count)}")
        padded = (
            f"{prefix} {year}/{count}",
            f"{prefix}/{year}/00{count}",
            f"{prefix}/{year.replace('0', 'O')}/{count}",
        )
        return chance.choice(spelt + padded)
    if style == "bare":
        return chance.choice((f"{year}/{count}", f"{year}-{count}", f"{year}{count}"))
    if style == "ending":
        return (year + count)[-6:]
    if style == "order":
        return item.po_number or item.number
    return item.number


def listed(items: list[OpenItem], style: str, chance: random.Random) -> str:
    """Several numbers: each in full, or the prefix once and the counts behind it (`FAC/2026/0411/0412`)."""
    short = style == "printed" and len(items) > 1 and len({one.number.rpartition("/")[0] for one in items}) == 1
    if short and chance.random() < 0.4:
        joint = chance.choice(("/", ", ", " + ", " "))
        return joint.join([items[0].number, *(one.number.rpartition("/")[2] for one in items[1:])])
    return chance.choice((" ", ", ", " + ")).join(number(one, style, chance) for one in items)


def misread(text: str, chance: random.Random) -> str:
    """One digit taken for another that looks like it."""
    places = [found.start() for found in re.finditer(r"\d", text)]
    place = chance.choice(places[-4:])
    return text[:place] + _MISREAD[text[place]] + text[place + 1 :]


def beside(booked: date, customer: str, vat: str | None, chance: random.Random) -> str:
    """What else stands there: dates in a third, the payer's own payment number in a third, at times our own numbers."""
    words = [chance.choice(("VIR", "REGLEMENT", "PAIEMENT FACTURE", "VIREMENT SEPA", "FACT"))]
    if chance.random() < 0.35:
        words.append(f"{booked:{chance.choice(_DATES)}}")
    if chance.random() < 0.3:
        words.append(f"{chance.choice(('NOS REF', 'LOT', 'N'))} {chance.randrange(10**5, 10**8)}")
    if chance.random() < 0.04:
        words.append(chance.choice((f"SIREN {OWN_NUMBERS[0]}", OWN_NUMBERS[1], OWN_NUMBERS[2], "TEL 04 72 00 12 04")))
    if vat and chance.random() < 0.05:
        words.append(vat)
    if chance.random() < 0.1:
        words.append(f"CLIENT {customer}")
    return " ".join(words)


def rows(text: str, noise: Noise, chance: random.Random) -> tuple[str, ...]:
    """One row; or rows of 27 signs that break wherever the count is full (MT940)."""
    if chance.random() >= noise.broken:
        return (text,)
    return tuple(text[start : start + 27] for start in range(0, len(text), 27))
