"""What a sender's address may be relied on for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.domain.documents import Envelope
from bots.domain.senders import domain_of, imitated, sender_doubts, vouched_domain
from orchestrator.demo.world import COMPANY_DOMAIN, CUSTOMERS


def mail(sender: str | None, authenticated: str | None) -> Envelope:
    received = datetime(2026, 3, 2, 9, tzinfo=UTC)
    return Envelope("orders", "INBOX", 1, 7, None, sender, None, authenticated, "Order", received)


@pytest.mark.parametrize(
    ("domain", "looks_like"),
    [
        pytest.param("ateliers-morel.example", (), id="the customer's own"),
        pytest.param("mail.ateliers-morel.example", (), id="a part of it"),
        pytest.param("papeterie-rhin.example", (), id="another customer's, two letters away"),
        pytest.param("ateliers-morell.example", ("ateliers-morel.example",), id="a letter more"),
        pytest.param("atelier-morel.example", ("ateliers-morel.example",), id="a letter less"),
        pytest.param("ateliers-moerl.example", ("ateliers-morel.example",), id="two letters swapped"),
        pytest.param("ateliers-rnorel.example", ("ateliers-morel.example",), id="rn drawn like m"),
        pytest.param("ateliérs-morel.example", ("ateliers-morel.example",), id="an accent more"),
        pytest.param("ateliers-morel.test", ("ateliers-morel.example",), id="another ending"),
        pytest.param("brunel-fourniture.example", (COMPANY_DOMAIN,), id="ours"),
        pytest.param("gmail.com", (), id="free mail"),
        pytest.param("somewhere.example", (), id="like nobody's"),
    ],
)
def test_whom_a_domain_imitates(domain: str, looks_like: tuple[str, ...]) -> None:
    assert imitated(domain, CUSTOMERS, COMPANY_DOMAIN) == looks_like


@pytest.mark.parametrize(
    ("sender", "authenticated", "vouched"),
    [
        pytest.param("x@a.example", "a.example", "a.example", id="the same domain"),
        pytest.param("x@mail.a.example", "a.example", "mail.a.example", id="a part of it"),
        pytest.param("x@a.example", "b.example", None, id="somebody else's"),
        pytest.param("x@a.example", None, None, id="nobody's"),
        pytest.param("x@nota.example", "a.example", None, id="one that only ends alike"),
        pytest.param(None, "a.example", None, id="no sender"),
    ],
)
def test_whose_domain_is_vouched_for(sender: str | None, authenticated: str | None, vouched: str | None) -> None:
    assert vouched_domain(mail(sender, authenticated)) == vouched


def test_a_sender_nobody_vouches_for_is_a_doubt_unless_the_company_says_otherwise() -> None:
    envelope = mail("achats@ateliers-morel.example", None)
    assert "does not vouch" in sender_doubts(envelope, CUSTOMERS, COMPANY_DOMAIN)[0]
    assert sender_doubts(envelope, CUSTOMERS, COMPANY_DOMAIN, authenticated_only=False) == ()


def test_a_mail_without_a_sender_is_a_doubt() -> None:
    assert "names no sender" in sender_doubts(mail(None, None), CUSTOMERS, COMPANY_DOMAIN)[0]


def test_a_document_handed_over_by_a_person_has_no_sender_to_doubt() -> None:
    assert sender_doubts(None, CUSTOMERS, COMPANY_DOMAIN) == ()


def test_a_domain_in_ascii_is_the_one_people_see() -> None:
    assert domain_of("x@xn--atelirs-morel-fhb.example") == "ateliérs-morel.example"
    assert domain_of("x@EXAMPLE.Com") == "example.com"
    assert domain_of("nobody") is None
