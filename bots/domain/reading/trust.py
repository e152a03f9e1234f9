"""Whether the text of a page is what a person sees on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.domain.dates import fold
from bots.domain.paper import Page, Word

_PAGE_OF = re.compile(
    r"(?:page|seite|pagina|pag\.?|blatt|p\.)\s*:?\s*(\d{1,3})\s*(?:of|de|sur|/|von|di|van)\s*(\d{1,3})\b", re.IGNORECASE
)
#: What a stamp says of a paper that does not count, or not yet.
_TAKEN_BACK = re.compile(
    r"cancel|void|annul|storn|draft|entwurf|brouillon|projet|borrador|bozza|concept|anulad|hold|supersed|replaced|"
    r"specimen|muster|sample|not valid|ungultig|gesperrt|gestopt|rejected|refuse|duplicat"
)
_UNMAPPED = re.compile(r"\(cid:\d+\)|\ufffd")


def text_doubts(pages: Sequence[Page]) -> list[str]:
    """Why the text of these pages may not be what they show, in sentences."""
    found = []
    for page in pages:
        hidden = [word for word in page.hidden if any(character.isalnum() for character in word.text)]
        if hidden:
            found.append(f"page {page.number} holds hidden text, left out: {_excerpt(hidden)!r}")
        if page.damaged:
            found.append(f"page {page.number} is damaged: a part of it could not be read, words may be missing")
        if page.scanned:
            found.append(
                f"page {page.number} is a picture with text laid over it: the text may not be what the picture shows"
            )
        if any(_UNMAPPED.search(word.text) for word in page.words):
            found.append(f"page {page.number} has letters whose meaning the file does not say (unmapped font)")
        if _TAKEN_BACK.search(fold(page.aslant)):
            found.append(
                f"{page.aslant.strip()[:40]!r} is stamped across page {page.number}: it may not count as it stands"
            )
        if page.sideways > max(10, 0.5 * len(page.words)):
            found.append(f"page {page.number} stands sideways: {page.sideways} words were not read")
    return [*found, *_missing_pages(pages)]


def _excerpt(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words[:12])
    return text if len(words) <= 12 else f"{text}…"


def _missing_pages(pages: Sequence[Page]) -> list[str]:
    """Pages that are announced (`page 2 of 3`) and not there."""
    count = len(pages)
    for page in pages:
        text = " ".join(word.text for word in page.words)
        for found in _PAGE_OF.finditer(text):
            of = int(found[2])
            if int(found[1]) <= of and of > count:
                return [f"page {page.number} says it is page {found[1]} of {of}, but the file has {count}"]
    return []
