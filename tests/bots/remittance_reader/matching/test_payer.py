"""Who pays: two sources that agree, one of them the bank's; anything else is a question."""

from __future__ import annotations

import pytest

from bots.domain.advices import Payer
from bots.remittance_reader.matching import match
from tests.bots.remittance_reader.matching.ledger import (
    MOREL,
    MOREL_IBAN,
    POLICY,
    TWIN,
    TWIN_IBAN,
    advice,
    book,
    item,
    payment,
)

VAT = "FR40303265045"


def told(reference=None, **more):
    return advice("100.00", ("FAC/2026/0412", "100.00"), payment_ref=reference, **more)


@pytest.mark.parametrize(
    ("money", "known"),
    [
        pytest.param({}, True, id="account and name"),
        pytest.param({"payer_name": None}, False, id="the account alone"),
        pytest.param({"payer_iban": None}, False, id="the name alone"),
        pytest.param({"payer_name": "SOMETHING ELSE HOLDING"}, False, id="a name nobody has confirms nothing"),
        pytest.param({"payer_iban": TWIN_IBAN}, False, id="the account of another customer"),
        pytest.param({"payer_iban": "FR7630004000031234567890143"}, False, id="an account nobody confirmed"),
        pytest.param({"payer_name": "PAPETERIE MOREL & FILS"}, False, id="the twin's name on Morel's account"),
    ],
)
def test_without_an_advice(money, known):
    found = match(payment("100.00", "FAC/2026/0412", **money), book(item(412)), POLICY)
    assert found.automatic is known, found.doubts
    assert (found.proposals[0].payer == MOREL) is known


@pytest.mark.parametrize(
    ("money", "sent", "known"),
    [
        pytest.param({"payer_name": None}, told(), True, id="account and the sender's domain"),
        pytest.param({"payer_iban": None}, told(), True, id="the bank's name and the sender's domain"),
        pytest.param(
            {"payer_name": None, "payer_iban": None}, told(payer=Payer("Papeterie Morel SARL", VAT)), False,
            id="only the advice speaks: a stranger's money of the same amount",
        ),
        pytest.param(
            {"payer_name": "URSSAF", "payer_iban": "FR7630004000031234567890143"},
            told(payer=Payer("Papeterie Morel SARL", VAT)), False, id="the bank names somebody else",
        ),
        pytest.param(
            {"payer_name": None, "payer_iban": None, "end_to_end_id": "VIR-2026-0088"},
            told("VIR-2026-0088", payer=Payer("Papeterie Morel SARL", VAT)), True,
            id="only the advice speaks, and the money names it",
        ),
        pytest.param({"payer_name": None}, told(domain="gmail.com"), False, id="anybody has an address there"),
        pytest.param(
            {"payer_name": None}, told(domain="gmail.com", payer=Payer(iban=MOREL_IBAN)), False,
            id="an account printed in a mail is no source",
        ),
        pytest.param({}, told(domain="morel-fils.example"), False, id="the twin's mail"),
    ],
)  # fmt: skip
def test_with_an_advice(money, sent, known):
    found = match(payment("100.00", advices=[sent], **money), book(item(412)), POLICY)
    assert found.automatic is known, found.doubts


def test_a_vat_number_in_the_banks_text_is_a_source():
    found = match(payment("100.00", f"FAC/2026/0412 {VAT}", payer_name=None), book(item(412)), POLICY)
    assert found.automatic, found.doubts


def test_sources_that_differ_are_both_named():
    found = match(payment("100.00", "FAC/2026/0412", payer_iban=TWIN_IBAN), book(item(412)), POLICY)
    said = " ".join(found.doubts)
    assert f"The account {TWIN_IBAN}, confirmed by a posting, is that of Papeterie Morel & Fils SARL (C-2)" in said
    assert "But the name PAPETERIE MOREL (like it 100 of 100" in said


def test_somebody_elses_invoice_is_not_paid_by_a_known_payer():
    found = match(payment("100.00", "FAC/2026/0412"), book(item(412, customer=TWIN)), POLICY)
    assert not found.automatic
    assert any(
        "is owed by Papeterie Morel & Fils SARL (C-2), for whom Papeterie Morel SARL (C-1)" in one
        for one in found.doubts
    )
