"""Machines that write: bounces before automatic replies, and never a purchasing system that sends an order."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.adapters.automatic import automatic
from bots.adapters.headers import parsed
from bots.adapters.message import documents
from tests.fixtures import shared

BUYER = "From: achats@morel.example"


@pytest.mark.parametrize(
    ("headers", "word"),
    [
        pytest.param([BUYER, "Subject: Commande 12"], None, id="a person"),
        pytest.param([BUYER, "Subject: PO 12", "Auto-Submitted: auto-generated"], None, id="a purchasing system"),
        pytest.param(
            [BUYER, "Subject: PO 12", "Precedence: bulk", "X-Auto-Response-Suppress: All"],
            None,
            id="a purchasing system that wants no reply",
        ),
        pytest.param([BUYER, "Subject: PO 12", "Return-Path: <>"], None, id="a sender that wants no bounces"),
        pytest.param([BUYER, "Subject: Delivery failure of PO 12"], None, id="a complaint about goods"),
        pytest.param([BUYER, "Subject: Delivery report wanted for PO 12"], None, id="a subject about delivery"),
        pytest.param(["From: postmaster@morel.example", "Subject: PO 12"], None, id="a postmaster who orders"),
        pytest.param([BUYER, "Subject: Fwd: Undelivered Mail Returned to Sender"], None, id="a forwarded bounce"),
        pytest.param([BUYER, "Subject: Zustellung bitte bis Montag"], None, id="a German delivery date"),
        pytest.param(["From: MAILER-DAEMON@x.example", "Subject: x"], "bounce", id="a daemon"),
        pytest.param(
            ["From: MAILER-DAEMON@x.example", "Subject: x", "Auto-Submitted: auto-replied"],
            "bounce",
            id="a bounce that says auto-replied",
        ),
        pytest.param(
            [BUYER, "Subject: x", "X-Failed-Recipients: a@b.example"], "bounce", id="Exim names the failed recipient"
        ),
        pytest.param([BUYER, "Subject: Undeliverable: Order confirmation"], "bounce", id="Exchange"),
        pytest.param(
            ["From: postmaster@x.example", "Subject: Message delayed"], "bounce", id="a postmaster on a delay"
        ),
        pytest.param(
            ["Return-Path: <>", BUYER, "Subject: Message not delivered"], "bounce", id="nobody to answer, not delivered"
        ),
        pytest.param(
            ["From: staff@x.example", "Subject: complaint about message from 192.0.2.1"], "complaint", id="complaint"
        ),
        pytest.param(
            [BUYER, "Subject: Re: x", "Auto-Submitted: auto-replied (vacation)"], "automatic reply", id="RFC 3834"
        ),
        pytest.param([BUYER, "Subject: Automatic reply: Order"], "automatic reply", id="Outlook, English"),
        pytest.param(
            [BUYER, "Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_Commande?="],
            "automatic reply",
            id="Outlook, French",
        ),
        pytest.param([BUYER, "Subject: Abwesenheitsnotiz"], "automatic reply", id="German"),
        pytest.param([BUYER, "Subject: x", "X-Autoreply: yes"], "automatic reply", id="X-Autoreply"),
        pytest.param([BUYER, "Subject: x", "Precedence: auto_reply"], "automatic reply", id="Precedence"),
        pytest.param(
            [BUYER, 'Content-Type: multipart/report; report-type=delivery-status; boundary="x"'],
            "bounce",
            id="delivery report",
        ),
        pytest.param(
            [BUYER, 'Content-Type: multipart/report; report-type=disposition-notification; boundary="x"'],
            "receipt",
            id="read receipt",
        ),
        pytest.param(
            [BUYER, 'Content-Type: multipart/report; report-type=feedback-report; boundary="x"'],
            "complaint",
            id="abuse report",
        ),
    ],
)
def test_automatic(headers: list[str], word: str | None) -> None:
    assert automatic(parsed("\r\n".join([*headers, "", "text"]).encode())) == word


def test_a_customer_who_complains_of_a_delivery_with_a_file_is_no_machine() -> None:
    raw = (
        f'{BUYER}\r\nSubject: Delivery failure\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        '--x\r\nContent-Type: application/pdf; name="PO 12.pdf"\r\n\r\n%PDF-1.7\r\n--x--\r\n'
    )
    assert automatic(parsed(raw.encode())) is None
    assert automatic(parsed(raw.replace("application/pdf", "text/plain").encode())) == "bounce"


def test_an_attached_bounce_does_not_make_the_mail_one() -> None:
    raw = (
        f'{BUYER}\r\nSubject: What is this?\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: message/rfc822\r\n\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="y"\r\n\r\n'
        "--y\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n--y--\r\n--x--\r\n"
    )
    assert automatic(parsed(raw.encode())) is None


def words(folder: Path, rows: list[dict[str, str]]) -> Counter[str | None]:
    found: Counter[str | None] = Counter()
    for row in rows:
        path = next(path for path in (folder / row["file"], folder / "data" / row["file"]) if path.exists())
        (document,) = documents(
            path.read_bytes(), mailbox="m", folder="f", uidvalidity=1, uid=1, received=datetime(2026, 3, 2, tzinfo=UTC)
        )
        assert document.envelope is not None
        found[document.envelope.automatic] += 1
    return found


@pytest.mark.parametrize(("collection", "least"), [("sisimai", 0.96), ("flufl", 0.96)])
def test_real_bounces_are_told_from_mail_of_people(
    collection: str, least: float, record_property: pytest.RecordProperty
) -> None:
    folder = shared(f"bounces/{collection}")
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as truth:
        rows = list(csv.DictReader(truth))
    found = words(folder, rows)
    rate = 1 - found[None] / len(rows)
    record_property("told as automatic", f"{len(rows) - found[None]}/{len(rows)}")
    print(f"{collection}: {len(rows) - found[None]} of {len(rows)} told as automatic ({rate:.1%}): {dict(found)}")
    assert rate >= least
