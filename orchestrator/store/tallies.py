"""Items counted and their amounts added up where they lie: exactly, and without fetching a row for each."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, case, cast, func, select

from orchestrator.store.item import State, Tally
from orchestrator.store.tables import items


def tallies(connection: Connection, *where: ColumnElement[bool]) -> Mapping[State, Tally]:
    """How many items stand in each state, and how much in each currency.

    `1234.50 EUR` is added as 123450 with two places: whole numbers, so that nothing is rounded on either database.
    """
    found = {state: Tally(0, {}) for state in State}
    state, number, currency, places = items.c.state, *_parts(connection.dialect.name)
    query = select(state, currency, places, func.count(), func.sum(cast(number, BigInteger)))
    for name, unit, digits, count, total in connection.execute(query.where(*where).group_by(state, currency, places)):
        found[State(name)] = _plus(found[State(name)], unit, count, Decimal(int(total or 0)).scaleb(-(digits or 0)))
    return found


def _plus(tally: Tally, currency: str | None, count: int, amount: Decimal) -> Tally:
    if not currency:
        return Tally(tally.number + count, tally.amounts)
    sums = {**tally.amounts, currency: tally.amounts.get(currency, Decimal(0)) + amount}
    return Tally(tally.number + count, sums)


def _parts(dialect: str) -> tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]:
    """Of an amount: its digits without the point, its currency, how many digits stand behind the point."""
    where = func.strpos if dialect == "postgresql" else func.instr
    amount = items.c.amount
    gap = where(amount, " ")
    figure = func.substr(amount, 1, gap - 1)
    point = where(figure, ".")
    places = case((point > 0, func.length(figure) - point), else_=0)
    return func.replace(figure, ".", ""), func.substr(amount, gap + 1), places
