"""Whom our server vouches for: only its own topmost verdict counts, and only for the domain a reader sees."""

from __future__ import annotations

import pytest

from bots.adapters.authentication import authenticated
from bots.adapters.headers import parsed

OURS = "mx.brunel.example"
FROM = "From: Anne <achats@morel.example>"


def results(said: str, server: str = OURS) -> str:
    return f"Authentication-Results: {server}; {said}"


@pytest.mark.parametrize(
    ("headers", "domain"),
    [
        pytest.param([results("dmarc=pass header.from=morel.example"), FROM], "morel.example", id="DMARC passed"),
        pytest.param(
            [results("dmarc=pass (p=reject dis=none) header.from=Morel.Example"), FROM], "morel.example", id="comments"
        ),
        pytest.param(
            [f"Authentication-Results: {OURS} 1;\r\n dkim=none;\r\n dmarc=pass\r\n header.from=morel.example", FROM],
            "morel.example",
            id="folded, with a version",
        ),
        pytest.param([results("dkim=pass header.d=morel.example"), FROM], "morel.example", id="aligned DKIM"),
        pytest.param(
            [results("dkim=pass header.i=@morel.example"), FROM], "morel.example", id="aligned DKIM by identity"
        ),
        pytest.param([results("spf=pass smtp.mailfrom=bounce@morel.example"), FROM], "morel.example", id="aligned SPF"),
        pytest.param(
            [results("dkim=pass header.d=morel.example"), "From: a@fr.morel.example"],
            "fr.morel.example",
            id="signed by the domain above",
        ),
        pytest.param(
            [results("spf=none"), results("dkim=pass header.d=morel.example"), FROM],
            "morel.example",
            id="one header per method",
        ),
        pytest.param(
            [results("dkim=fail header.d=x.example; dkim=pass header.d=morel.example"), FROM],
            "morel.example",
            id="the second signature is good",
        ),
        pytest.param(
            ["Received: by mx", results("dmarc=pass header.from=morel.example"), FROM],
            "morel.example",
            id="below our Received",
        ),
        pytest.param(
            [results("dmarc=pass header.from=morel.example", "mx.thief.example"), FROM],
            None,
            id="another server says so",
        ),
        pytest.param(
            [results("dmarc=pass header.from=morel.example", "mx.brunel.example.thief.example"), FROM],
            None,
            id="a server with a longer name",
        ),
        pytest.param(
            [
                results("dmarc=fail header.from=morel.example"),
                "Received: x",
                results("dmarc=pass header.from=morel.example"),
                FROM,
            ],
            None,
            id="a forged verdict below ours",
        ),
        pytest.param(
            [results("dmarc=fail"), results("dmarc=pass header.from=morel.example"), FROM],
            None,
            id="a forged verdict right below ours",
        ),
        pytest.param(
            [
                results("spf=pass smtp.mailfrom=x@thief.example"),
                "Received: x",
                results("dkim=pass header.d=morel.example"),
                FROM,
            ],
            None,
            id="a forged method below ours",
        ),
        pytest.param(
            [results("dmarc=fail header.from=morel.example; dkim=pass header.d=morel.example"), FROM],
            None,
            id="DMARC failed whatever else",
        ),
        pytest.param([results("dmarc=pass header.from=thief.example"), FROM], None, id="DMARC for another From"),
        pytest.param([results("dkim=pass header.d=thief.example"), FROM], None, id="signed by a stranger"),
        pytest.param([results("dkim=pass header.d=orel.example"), FROM], None, id="signed by an ending of the name"),
        pytest.param([results("dkim=pass header.d=example"), FROM], None, id="signed by a top-level domain"),
        pytest.param([results("dkim=pass header.d=mail.morel.example"), FROM], None, id="signed by a domain below"),
        pytest.param([results("dkim=pass"), FROM], None, id="signed by nobody named"),
        pytest.param(
            [results("dkim=fail (dkim=pass header.d=morel.example) header.d=morel.example"), FROM],
            None,
            id="passed in a comment",
        ),
        pytest.param(
            [results("dmarc=pass header.from=morel.example"), FROM, "From: a@thief.example"],
            None,
            id="two From headers",
        ),
        pytest.param(
            [results("dmarc=pass header.from=morel.example"), "From: a@morel.example, b@thief.example"],
            None,
            id="two authors",
        ),
        pytest.param([results("dmarc=pass header.from=morel.example")], None, id="no From"),
        pytest.param([FROM], None, id="no verdict"),
        pytest.param([results("none"), FROM], None, id="nothing checked"),
        pytest.param(["ARC-" + results("dmarc=pass header.from=morel.example"), FROM], None, id="ARC is not ours"),
    ],
)
def test_authenticated(headers: list[str], domain: str | None) -> None:
    assert authenticated(parsed("\r\n".join([*headers, "", "text"]).encode()), OURS) == domain


def test_without_a_server_of_our_own_nobody_vouches() -> None:
    raw = "\r\n".join([results("dmarc=pass header.from=morel.example"), FROM, "", ""]).encode()
    assert authenticated(parsed(raw), None) is None
