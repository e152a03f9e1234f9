"""Whom our own receiving server vouches for, by RFC 8601 Authentication-Results.

Only headers with our server's authserv-id count, and of these only the topmost ones: everything below was in the
mail when it came, and may be forged. RFC 8601 section 5 obliges the server to remove forged ones of its own name.
"""

from __future__ import annotations

import re
from email.message import Message

from bots.adapters.headers import mailboxes

_RESULT = re.compile(r"^\s*([\w-]+)(?:/\d+)?\s*=\s*(\w+)")
_PROPERTY = re.compile(r"\b(header|smtp|policy)\.([\w-]+)\s*=\s*(\"[^\"]*\"|[^\s;]+)")
_NAME = "authentication-results"


def authenticated(message: Message, trusted: str | None) -> str | None:
    """The domain of From when DMARC, or an aligned DKIM or SPF, passed; None when nobody vouches for it."""
    senders = mailboxes(message, "from")
    if not trusted or len(senders) != 1 or len(message.get_all("from", [])) != 1:
        return None
    domain = senders[0][1].rpartition("@")[2]
    verdicts = [verdict for value in _own(message, trusted) for verdict in _verdicts(value)]
    dmarc = next((verdict for verdict in verdicts if verdict[0] == "dmarc"), None)
    if dmarc and dmarc[1] in {"pass", "fail"}:
        return domain if dmarc[1] == "pass" and _domain(dmarc[2], "header.from") in {domain, None} else None
    for method, *named in (("dkim", "header.d", "header.i"), ("spf", "smtp.mailfrom")):
        for verdict in verdicts:
            if verdict[0] == method and verdict[1] == "pass" and _aligned(domain, verdict[2], named):
                return domain
    return None


def _own(message: Message, trusted: str) -> list[str]:
    """The topmost unbroken run of headers that our server wrote, each without comments."""
    run: list[str] = []
    for name, value in message.items():
        if name.lower() == _NAME and _server(str(value)) == trusted.lower():
            run.append(_without_comments(str(value)))
        elif run:
            break
    return run


def _server(value: str) -> str:
    return _without_comments(value).split(";")[0].strip().split(" ")[0].strip('"').lower()


def _without_comments(value: str) -> str:
    """The value with its comments, which may nest, each a space; in one pass, as strangers write headers too."""
    kept: list[str] = []
    depth = 0
    for piece in re.findall(r"\\.|[()]|\s+|[^()\\\s]+|\\", value):
        if piece == "(":
            depth += 1
            kept.append(" ")
        elif piece == ")":
            depth = max(depth - 1, 0)
        elif not depth:
            kept.append(" " if piece.isspace() else piece)
    return "".join(kept)


def _verdicts(value: str) -> list[tuple[str, str, dict[str, str]]]:
    """(method, result, properties) of each result in a header, properties as `header.d`: value in lower case."""
    found = []
    for part in value.split(";")[1:]:
        result = _RESULT.match(part)
        if result:
            properties = {
                f"{kind}.{name}".lower(): text.strip('"').lower() for kind, name, text in _PROPERTY.findall(part)
            }
            found.append((result[1].lower(), result[2].lower(), properties))
    return found


def _domain(properties: dict[str, str], name: str) -> str | None:
    return properties[name].rpartition("@")[2].strip("<>") if name in properties else None


def _aligned(domain: str, properties: dict[str, str], named: list[str]) -> bool:
    """Whether the domain named is From's own or one above it; stricter than DMARC, as no public suffix list is here."""
    signer = next((found for name in named if (found := _domain(properties, name))), "")
    return "." in signer and (domain == signer or domain.endswith(f".{signer}"))
