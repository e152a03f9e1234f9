"""How companies print numbers, country by country."""

from __future__ import annotations

from decimal import Decimal


def american(amount: Decimal, places: int = 2) -> str:
    """`1,234.50`, also British."""
    return f"{amount:,.{places}f}"


def german(amount: Decimal, places: int = 2) -> str:
    """`1.234,50`, also Spanish."""
    return american(amount, places).translate(str.maketrans(",.", ".,"))


def french(amount: Decimal, places: int = 2) -> str:
    """`1 234,50`, the space a no-break one."""
    return american(amount, places).translate(str.maketrans(",.", "\N{NO-BREAK SPACE},"))


def swiss(amount: Decimal, places: int = 2) -> str:
    """`1'234.50`."""
    return american(amount, places).replace(",", "'")


def whole(quantity: Decimal) -> str:
    """A quantity without needless decimals: `120`."""
    return f"{quantity.normalize():f}"
