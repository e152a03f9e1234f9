"""The texts of the search forms: equal whatever the case, a `*` at the end for any ending."""

from __future__ import annotations


def pattern(text: str) -> str:
    """A GLOB pattern for a text as typed, in which only a last `*` has a meaning."""
    star = "*" if text.endswith("*") else ""
    return "".join(f"[{sign}]" if sign in "[*?" else sign for sign in text.removesuffix("*")) + star
