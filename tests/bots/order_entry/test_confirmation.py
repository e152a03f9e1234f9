"""The letter that tells a customer what was entered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.domain.customers import Customer
from bots.domain.documents import Envelope
from bots.order_entry.confirmation import addressee, confirmation, message_id
from bots.order_entry.plan import ConfirmOrder
from orchestrator.demo.world import COMPANY_DOMAIN, CUSTOMERS
from tests.bots.order_entry.examples import MAIL, PLAN, SETTINGS, STANDING, D

MOREL = CUSTOMERS[0]


def letter(language: str = "en", **changes: object) -> ConfirmOrder:
    standing = replace(STANDING, **changes)  # type: ignore[arg-type]
    found = confirmation(standing, PLAN, replace(MOREL, language=language), MAIL, SETTINGS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("en", "Confirmation of your order PO-1001: our order 4711", ("5,000 EA", "€1,003.80", "March 20, 2026")),
        ("fr", "Confirmation de votre commande PO-1001 : notre commande 4711",
         ("5\u202f000 EA", "1\u202f003,80\xa0€", "20 mars 2026", "Livraison demandée")),
        ("de", "Bestätigung Ihrer Bestellung PO-1001: unser Auftrag 4711",
         ("5.000 EA", "1.003,80\xa0€", "20. März 2026")),
        ("es", "Confirmación de su pedido PO-1001: nuestro pedido 4711",
         ("5.000 EA", "1.003,80\xa0€", "20 de marzo de 2026")),
        ("it", "Confirmation of your order PO-1001: our order 4711", ("5,000 EA",)),
    ],
)  # fmt: skip
def test_the_letter_is_in_the_customers_language(language: str, subject: str, words: tuple[str, ...]) -> None:
    found = letter(language)
    assert found.subject == subject
    assert [part for part in words if part not in found.text] == [], found.text


def test_the_letter_says_every_line_as_the_portal_shows_it() -> None:
    lines = tuple(replace(line, description=f"as shown {line.position}") for line in STANDING.lines)
    text = letter(lines=lines).text
    assert [f"{line.sku}  as shown {line.position}" in text for line in lines] == [True, True, True]
    assert "18.50 per 100 EA: €925.00" in text
    assert text.startswith("Dear Sir or Madam")
    assert text.endswith("Brunel Fournitures SAS\n")


def test_a_price_of_four_decimals_is_not_rounded_in_the_letter() -> None:
    assert "€0.1855" in letter(lines=(replace(STANDING.lines[0], unit_price=D("0.1855")),)).text


def test_an_order_without_a_date_says_nothing_of_one() -> None:
    assert "requested" not in letter(requested=None).text


def test_a_number_that_breaks_the_line_cannot_break_the_header() -> None:
    assert "\n" not in letter(po_number="PO-1001\r\nBcc: x@y.example").subject


def test_the_letter_answers_the_order_and_is_the_same_letter_for_ever() -> None:
    found = letter()
    assert found.in_reply_to == "<order-1@ateliers-morel.example>"
    assert found.message_id == message_id(PLAN.reference, COMPANY_DOMAIN) == letter("fr").message_id
    assert found.message_id.startswith("<")
    assert found.message_id.endswith(f"@{COMPANY_DOMAIN}>")
    assert message_id("C-1000:po1002:0", COMPANY_DOMAIN) != found.message_id


@pytest.mark.parametrize(
    ("customer", "envelope", "to"),
    [
        pytest.param(MOREL, replace(MAIL, sender="other@ateliers-morel.example"), "achats@ateliers-morel.example",
                     id="the contact of our records, whoever wrote"),
        pytest.param(replace(MOREL, contact=None), MAIL, "achats@ateliers-morel.example",
                     id="without one the sender, if the mail is proven to be theirs"),
        pytest.param(replace(MOREL, contact=None), replace(MAIL, authenticated=None), None,
                     id="not a sender nobody vouches for"),
        pytest.param(replace(MOREL, contact=None),
                     replace(MAIL, sender="x@gmail.com", authenticated="gmail.com"), None,
                     id="not a sender from elsewhere"),
        pytest.param(replace(MOREL, contact=None), None, None, id="nobody for a document that came without a mail"),
    ],
)  # fmt: skip
def test_who_is_told(customer: Customer, envelope: Envelope | None, to: str | None) -> None:
    assert addressee(customer, envelope) == to
