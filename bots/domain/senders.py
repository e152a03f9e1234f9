"""What a sender's address may be relied on for: whose domain it is, who vouches for it, and whom it imitates."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from contextlib import suppress

from rapidfuzz.distance import OSA

from bots.domain.customers import Customer
from bots.domain.documents import Envelope

#: Providers where anyone can have an address: the domain says nothing about the company.
FREEMAIL = frozenset(
    {
        "aol.com", "bluewin.ch", "fastmail.com", "free.fr", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com",
        "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "hotmail.co.uk", "hotmail.de", "hotmail.es",
        "hotmail.fr", "icloud.com", "laposte.net", "live.com", "live.fr", "mac.com", "mail.com", "me.com", "msn.com",
        "orange.fr", "outlook.com", "outlook.de", "outlook.es", "outlook.fr", "posteo.de", "proton.me",
        "protonmail.com", "sfr.fr", "t-online.de", "telefonica.net", "terra.es", "wanadoo.fr", "web.de", "yahoo.com",
        "yahoo.co.uk", "yahoo.de", "yahoo.es", "yahoo.fr", "ymail.com", "zoho.com",
    }
)  # fmt: skip


def domain_of(address: str | None) -> str | None:
    """The domain of an address, lower case and in Unicode; None when there is no address."""
    if not address or "@" not in address:
        return None
    domain = address.rpartition("@")[2].strip(" >.").casefold()
    with suppress(UnicodeError):
        domain = domain.encode("ascii").decode("idna")
    return domain or None


def within(domain: str | None, own: str) -> bool:
    """Whether a domain is `own` or a part of it: `mail.morel.example` is within `morel.example`."""
    return domain is not None and (domain == own.casefold() or domain.endswith(f".{own.casefold()}"))


def owners(domain: str | None, customers: Sequence[Customer]) -> tuple[Customer, ...]:
    """The customers whose domain it is; nobody's for a provider of free mail, whatever the master data says."""
    if domain is None or domain in FREEMAIL:
        return ()
    return tuple(customer for customer in customers if any(within(domain, own) for own in customer.domains))


def vouched_domain(envelope: Envelope | None) -> str | None:
    """The sender's domain if our own server vouches for it, else None."""
    domain = domain_of(envelope.sender) if envelope else None
    vouched = envelope.authenticated.casefold() if envelope and envelope.authenticated else None
    if domain is None or vouched is None:
        return None
    return domain if within(domain, vouched) or within(vouched, domain) else None


def sender_doubts(
    envelope: Envelope | None, customers: Sequence[Customer], own_domain: str, *, authenticated_only: bool = True
) -> tuple[str, ...]:
    """Why the sender cannot be relied on: nobody vouches for it, or it imitates a customer's domain or ours."""
    if envelope is None:
        return ()
    domain = domain_of(envelope.sender)
    if domain is None:
        return ("The mail names no sender: find out who sent the order before it is entered.",)
    doubts = [
        f"The sender's domain {domain} looks like {other}, but is not: check that the mail is genuine."
        for other in imitated(domain, customers, own_domain)
    ]
    if authenticated_only and vouched_domain(envelope) is None:
        doubts.append(
            f"Our mail server does not vouch for the sender {envelope.sender}: check that the mail is genuine."
        )
    return tuple(doubts)


def imitated(domain: str, customers: Sequence[Customer], own_domain: str) -> tuple[str, ...]:
    """The known domains a domain looks like without being one: a letter or two changed, or another ending."""
    known = sorted({own for customer in customers for own in customer.domains} | {own_domain})
    if domain in FREEMAIL or any(within(domain, own) for own in known):
        return ()
    return tuple(own for own in known if own not in FREEMAIL and _alike(domain, own.casefold()))


def _alike(domain: str, own: str) -> bool:
    name, own_name = _name(domain), _name(own)
    if len(own_name) < 5:
        return _plain(domain) == _plain(own)
    edits = 2 if len(own_name) >= 8 else 1
    return name == own_name or OSA.distance(_plain(domain), _plain(own), score_cutoff=edits) <= edits


def _name(domain: str) -> str:
    return domain.rpartition(".")[0]


def _plain(domain: str) -> str:
    """Without accents and with the letters that are drawn alike folded, so that `rnorel` is `morel`."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", domain) if not unicodedata.combining(sign))
    for drawn, meant in (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l")):
        plain = plain.replace(drawn, meant)
    return plain
