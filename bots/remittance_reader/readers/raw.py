"""A bank file's bytes as text, and the proof of where a value stands in it."""

from __future__ import annotations

from bots.domain.evidence import Evidence

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def text_of(content: bytes) -> str:
    """The text of a file that does not say its character set: its byte order mark, else UTF-8, else the first of
    Windows-1252 and DOS 852 in which every byte above ASCII is a letter (statements hold hardly any other sign).

    Figures are plain ASCII in all of them; only accents in free text can come out wrong. Never fails.
    """
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return content.decode(charset, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        readings = [content.decode(charset, "replace") for charset in ("cp1252", "cp852")]
        return next((text for text in readings if all(sign.isalpha() for sign in text if sign > "\x7f")), readings[0])


def stands(words: str, place: str) -> Evidence:
    """The proof of a value: the words as they are, and their place (`line 12, :61:`); there are no pages."""
    return Evidence(None, None, words, place, 1.0)


def proofs(place: str, **words: str | None) -> dict[str, Evidence]:
    """The proofs of several values in one place; a value without words has none."""
    return {name: stands(said, place) for name, said in words.items() if said}
