"""Pieces of pages that the papers of an inbox share."""

# A paper is easier to see as rows.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.corpus.web import row


def br(*parts: object) -> str:
    """Lines under each other."""
    return "<br>".join(str(part) for part in parts)


def grid(headings: str, rows: Iterable[Sequence[object] | str], mark: str = "") -> str:
    """A table whose head is repeated on every page; `>` as in `web.table`; a row that is a text is HTML already."""
    names = [name.strip() for name in headings.split("|")]
    classes = ["r" if name.startswith(">") else "" for name in names]
    head = row([name.removeprefix(">") for name in names], classes, "th")
    body = "".join(cells if isinstance(cells, str) else row(cells, classes) for cells in rows)
    return f'<table class="w g {mark}"><thead>{head}</thead><tbody>{body}</tbody></table>'


def held(*pairs: tuple[object, object], mark: str = "", right: bool = False) -> str:
    """Labels and values without lines."""
    return f'<table class="{mark}">' + "".join(row(pair, ("", "r" if right else "")) for pair in pairs) + "</table>"


def page(css: str, foot: str = "", number: str = "") -> str:
    """The style of a paper; `foot`: what the margin says at the bottom of every page, `number`: at its right."""
    places = f'@bottom-left{{content:"{foot}";white-space:pre;font:6.5pt Arial;color:#444}}' if foot else ""
    places += f"@bottom-right{{content:{number};font:7pt Arial}}" if number else ""
    return f"<style>@page{{margin:14mm 15mm 22mm 18mm;{places}}} tr{{break-inside:avoid}} td,th{{padding:.8mm 1mm}} .n{{white-space:nowrap}} {css}</style>"
