"""Mail headers as a person would read them, however they were broken on the way."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from email.utils import collapse_rfc2231_value, getaddresses

HEADER_LIMIT = 10_000  #: characters read of one header

_LINE_BREAKS = re.compile(r"[\r\n]+[ \t]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ENCODED = re.compile(r"=\?[^?\s]+\?[BbQq]\?[^?]*\?=")


class AsSent(Compat32):
    """The standard library's old policy (the new one raises on broken headers), with raw bytes in headers read.

    What is fetched is cut: the library's own parsing of a header takes time that grows with the square of its length.
    """

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002
        return legible(value[:HEADER_LIMIT])


def parsed(raw: bytes, *, headers_only: bool = False) -> Message:
    """A mail, or as much of one as there is."""
    return BytesParser(policy=AsSent()).parsebytes(raw, headersonly=headers_only)


def header(message: Message, name: str) -> str:
    """The first header of that name, unfolded and decoded (RFC 2047); empty when there is none."""
    return decoded(str(message.get(name, "")))


def every(message: Message, name: str) -> list[str]:
    """All headers of that name from top to bottom, unfolded, not decoded."""
    return [_LINE_BREAKS.sub(" ", str(value)) for value in message.get_all(name, [])]


def decoded(text: str) -> str:
    """Header text with its encoded words decoded; what cannot be decoded stays as it was sent."""
    text = _LINE_BREAKS.sub(" ", text)
    if not _ENCODED.search(text):
        return text.strip()
    try:
        return "".join(_word(content, charset) for content, charset in decode_header(text)).strip()
    except (HeaderParseError, ValueError):
        return text.strip()


def _word(content: bytes | str, charset: str | None) -> str:
    return content if isinstance(content, str) else text_of(content, charset)


def legible(text: str) -> str:
    """Text in which the parser kept raw bytes as lone surrogates: read as UTF-8, else as Windows-1252."""
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text_of(raw, None)


def text_of(content: bytes, charset: str | None) -> str:
    """Bytes as text in the charset named, else UTF-8, else Windows-1252 (what mislabelled Western mail is)."""
    for name in (charset, "utf-8"):
        try:
            return content.decode(name or "utf-8")
        except (LookupError, UnicodeError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def mailboxes(message: Message, name: str) -> list[tuple[str, str]]:
    """The (display name, address) pairs of all headers of that name; addresses in lower case, with an @."""
    pairs = getaddresses(every(message, name))
    return [(decoded(shown), address.strip().lower()) for shown, address in pairs if "@" in address]


def filename(part: Message) -> str | None:
    """The file name a part claims (RFC 2231, RFC 2047, or plain), without folders or control characters."""
    for parameter, carrier in (("filename", "content-disposition"), ("name", "content-type")):
        try:
            value = part.get_param(parameter, None, carrier)
        except (ValueError, TypeError, IndexError, AttributeError):  # the standard library trips over some
            continue
        if value:
            return file_part(decoded(collapse_rfc2231_value(value, errors="replace")))
    return None


def file_part(path: str) -> str | None:
    """The last part of a path of any system, fit to be shown; None when nothing is left of it."""
    last = re.split(r"[/\\]", _CONTROL.sub("", path).strip())[-1].strip()
    return last[-200:] if last not in {"", ".", ".."} else None
