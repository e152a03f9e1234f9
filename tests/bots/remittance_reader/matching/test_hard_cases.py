"""The ten hard cases of remittance, R1 to R10: what is posted alone, and what a person is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bots.domain.advices import AdviceLine, Deduction, Reason
from bots.domain.allocation import Basis, ResidualKind
from bots.domain.bank import Return
from bots.domain.bank_references import Reference, ReferenceKind
from bots.domain.money import Money
from bots.remittance_reader.matching import PostedPayment, match
from tests.bots.remittance_reader.matching.ledger import (
    CHILDREN,
    DAY,
    MOREL,
    PARENT,
    PARENT_IBAN,
    POLICY,
    RF_412,
    STRANGER,
    D,
    advice,
    balanced,
    book,
    discounted,
    item,
    paid,
    payment,
    settled,
)


def residuals(found):
    return [
        (one.kind, str(one.amount), one.reason) for each in found.proposals[0].allocations for one in each.residuals
    ]


def doubted(found, words):
    return any(words in doubt for doubt in found.doubts)


# ------------------------------------------------------------------------------------------ R1, R2


def test_r1_sixty_three_invoices_and_seven_credit_notes_are_one_posting():
    invoices = [item(count, f"{count}.10") for count in range(401, 464)]
    notes = [item(count, f"-{count}.30") for count in range(11, 18)]
    total = sum((one.balance for one in (*invoices, *notes)), D(0))
    told = advice(total, *((one.number, one.balance) for one in (*invoices, *notes)))
    found = match(payment(total, "VIR-2026-0088", advices=[told]), book(*invoices, *notes), POLICY)
    assert found.automatic, found.doubts
    assert len(found.proposals[0].allocations) == 70
    assert balanced(found, total, (*invoices, *notes))


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        pytest.param("FAC/2026/0412", Basis.EXACT, id="as we print it"),
        pytest.param("fac 2026 412", Basis.NORMALISED, id="blanks, no zeros"),
        pytest.param("FAC-2026-000412", Basis.NORMALISED, id="padded with zeros"),
        pytest.param("FACTURE 2026/0412", Basis.NORMALISED, id="no prefix"),
        pytest.param("FAC20260412", Basis.NORMALISED, id="glued"),
        pytest.param("FAC/2O26/O412", Basis.NORMALISED, id="the letter O for zero"),
    ],
)
def test_r2_a_number_in_another_spelling_is_the_same_number(words, basis):
    found = match(payment("100.00", f"REGLEMENT {words}"), book(item(412), item(411, "70.00")), POLICY)
    assert found.automatic, found.doubts
    assert found.proposals[0].allocations[0].basis is basis
    assert paid(found.proposals[0]) == {"FAC/2026/0412": "100.00"}


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        pytest.param("60412", Basis.SUFFIX, id="the last five digits"),
        pytest.param("FAC/2026/0472", Basis.CORRECTED, id="a seven read for a one, and the amount is equal"),
    ],
)
def test_r2_a_number_in_part_is_a_proposal(words, basis):
    found = match(payment("100.00", f"REGLEMENT {words}"), book(item(412), item(411, "70.00")), POLICY)
    assert not found.automatic
    assert found.proposals[0].allocations[0].basis is basis
    assert paid(found.proposals[0]) == {"FAC/2026/0412": "100.00"}
    assert doubted(found, "FAC/2026/0412 is a proposal")


def test_r2_last_digits_that_two_open_items_have_lead_to_neither():
    both = book(item(412, issued=date(2025, 3, 1)), replace(item(412), number="FAX/2026/0412"))
    found = match(payment("55.00", "REGLEMENT 60412"), both, POLICY)
    assert not found.automatic
    assert all(one.basis is not Basis.SUFFIX for each in found.proposals for one in each.allocations)


def test_r2_glued_numbers_are_two_invoices_and_a_person_agrees():
    found = match(payment("170.00", "0411/0412"), book(item(412), item(411, "70.00")), POLICY)
    assert paid(found.proposals[0]) == {"FAC/2026/0411": "70.00", "FAC/2026/0412": "100.00"}
    assert not found.automatic


@pytest.mark.parametrize(
    "words", ["FAC/2026/0411/0412", "FAC/2026/0411, 0412", "FAC 2026 0411 et 0412", "FAC20260411 0412"]
)
def test_r2_a_list_names_the_prefix_once(words):
    found = match(payment("170.00", words), book(item(412), item(411, "70.00")), POLICY)
    assert found.automatic, found.doubts
    assert paid(found.proposals[0]) == {"FAC/2026/0411": "70.00", "FAC/2026/0412": "100.00"}


def test_r2_a_number_broken_over_two_rows_of_the_bank_is_one():
    found = match(payment("100.00", "REGLEMENT FACTURE FAC/2026/0", "412 MERCI"), book(item(412)), POLICY)
    assert found.automatic, found.doubts


# ------------------------------------------------------------------------------------------ R3


def by_parent(amount, *text, **more):
    return payment(amount, *text, payer_iban=PARENT_IBAN, payer_name="GROUPE DELMAS", **more)


def test_r3_a_parent_pays_for_four_children():
    items = [item(500 + place, customer=child) for place, child in enumerate(CHILDREN)]
    found = match(by_parent("400.00", "FAC/2026/0500, 0501, 0502, 0503"), book(*items), POLICY)
    assert found.automatic, found.doubts
    assert found.proposals[0].payer == PARENT
    assert {one.customer for one in found.proposals[0].allocations} == set(CHILDREN)


def test_r3_a_child_nobody_knows_of_is_a_question():
    items = [item(500 + place, customer=child) for place, child in enumerate((*CHILDREN[:3], STRANGER))]
    found = match(by_parent("400.00", "FAC/2026/0500, 0501, 0502, 0503"), book(*items), POLICY)
    assert not found.automatic
    assert doubted(
        found, "FAC/2026/0503 is owed by Ateliers Vidal (C-95), for whom Groupe Delmas SA (C-9) is not recorded"
    )
    assert len(found.proposals[0].allocations) == 4


# ------------------------------------------------------------------------------------------ R4, R5


def short_pay(*deductions, net="88.00"):
    told = AdviceLine("FAC/2026/0412", gross=D("100.00"), deductions=deductions, net=D(net))
    return payment(net, "VIR-2026-0088", advices=[advice(net, told)])


def test_r4_a_short_pay_with_a_reason_is_posted_and_the_rest_becomes_a_dispute():
    found = match(short_pay(Deduction(Reason.QUANTITY, "Manquant 2 cartons", D("12.00"))), book(item(412)), POLICY)
    assert residuals(found) == [(ResidualKind.DISPUTE, "12.00", Reason.QUANTITY)]
    assert paid(found.proposals[0]) == {"FAC/2026/0412": "88.00"}
    assert found.automatic, found.doubts


def test_r4_a_company_may_have_every_dispute_looked_at_first():
    policy = POLICY.model_copy(update={"unattended_residuals": POLICY.unattended_residuals - {ResidualKind.DISPUTE}})
    found = match(short_pay(Deduction(Reason.PRICE, "prix", D("12.00"))), book(item(412)), policy)
    assert not found.automatic
    assert doubted(found, "12.00 of FAC/2026/0412 stay unpaid: dispute, price (prix)")


def test_r4_a_short_pay_without_a_reason_is_unexplained():
    found = match(payment("88.00", "FAC/2026/0412"), book(item(412)), POLICY)
    assert residuals(found) == [(ResidualKind.UNEXPLAINED, "12.00", None)]
    assert not found.automatic


def test_r5_a_discount_in_time_is_posted():
    found = match(payment("98.00", "FAC/2026/0412"), book(discounted(412, "100.00")), POLICY)
    assert found.automatic, found.doubts
    assert residuals(found) == [(ResidualKind.DISCOUNT, "2.00", Reason.DISCOUNT)]


def test_r5_a_discount_two_days_late_is_a_question():
    found = match(payment("98.00", "FAC/2026/0412"), book(discounted(412, "100.00", until=DAY - timedelta(2))), POLICY)
    assert not found.automatic
    assert doubted(found, "the money came 2 days later")


def test_r5_a_discount_nobody_agreed_is_a_dispute():
    found = match(short_pay(Deduction(Reason.DISCOUNT, "escompte", D("2.00")), net="98.00"), book(item(412)), POLICY)
    assert residuals(found) == [(ResidualKind.DISPUTE, "2.00", Reason.DISCOUNT)]
    assert "no discount is agreed on FAC/2026/0412" in found.proposals[0].allocations[0].residuals[0].text


def test_r5_discounts_of_several_invoices_are_taken_together():
    items = (discounted(411, "70.00"), discounted(412, "100.00"))
    found = match(payment("166.60", "FAC/2026/0411/0412"), book(*items), POLICY)
    assert found.automatic, found.doubts
    assert paid(found.proposals[0]) == {"FAC/2026/0411": "68.60", "FAC/2026/0412": "98.00"}


def test_r5_what_the_bank_kept_is_a_fee():
    found = match(payment("88.00", "FAC/2026/0412", charges=Money(D("12.00"), "EUR")), book(item(412)), POLICY)
    assert found.automatic, found.doubts
    assert residuals(found) == [(ResidualKind.BANK_FEE, "12.00", Reason.BANK_FEE)]


# ------------------------------------------------------------------------------------------ R6


@pytest.mark.parametrize(
    ("days", "fits"),
    [
        pytest.param(0, True, id="with the money"),
        pytest.param(-10, True, id="ten days before it"),
        pytest.param(5, True, id="five days after it"),
        pytest.param(-11, False, id="too early"),
        pytest.param(6, False, id="too late"),
    ],
)
def test_r6_an_advice_comes_before_with_or_after_the_money(days, fits):
    told = advice("170.00", ("FAC/2026/0411", "70.00"), ("FAC/2026/0412", "100.00"), day=DAY + timedelta(days))
    found = match(payment("170.00", advices=[told]), book(item(411, "70.00"), item(412)), POLICY)
    assert found.automatic is fits
    if not fits:
        assert doubted(found, "Nothing the payer wrote names an open item")


def test_r6_one_advice_and_two_transfers_are_allocated_by_a_person():
    told = advice("170.00", ("FAC/2026/0411", "70.00"), ("FAC/2026/0412", "100.00"))
    other = payment("70.00", end_to_end_id="E2E-78").line
    found = match(payment("100.00", advices=[told], beside=(other,)), book(item(411, "70.00"), item(412)), POLICY)
    assert not found.automatic
    assert doubted(
        found, "is for 170.00 EUR, and 100.00 came: it may be paid in several transfers. 70.00 of 2026-04-12"
    )


def test_r6_an_advice_sent_again_is_one_advice():
    told = advice("100.00", ("FAC/2026/0412", "100.00"))
    again = replace(told, arrived=DAY + timedelta(2))
    assert told.content == again.content
    found = match(payment("100.00", advices=[told, again]), book(item(412)), POLICY)
    assert found.automatic, found.doubts


def test_r6_an_advice_that_was_posted_before_posts_nothing_again():
    told = advice("100.00", ("FAC/2026/0412", "100.00"))
    posted = PostedPayment("R-1", "another", MOREL, D("100.00"), "EUR", DAY, advice=told.content)
    found = match(payment("100.00", advices=[told]), book(item(412), posted=(posted,)), POLICY)
    assert not found.automatic
    assert doubted(found, "was used for receipt R-1 already")


def test_r6_two_advices_of_one_amount_and_money_that_names_neither_are_a_question():
    items = (item(411), item(412))
    told = [
        advice("100.00", (one.number, "100.00"), day=DAY + timedelta(days))
        for one, days in zip(items, (0, 12), strict=True)
    ]
    found = match(payment("100.00", advices=told), book(*items), POLICY)
    assert doubted(found, "An advice of 2026-04-24 is for the same 100.00 EUR, and the money names neither")
    named = match(payment("100.00", "VIR-2026-0088", advices=told[:1]), book(*items), POLICY)
    assert named.automatic, named.doubts


# ------------------------------------------------------------------------------------------ R7, R8


def test_r7_money_in_another_currency_waits_for_a_person():
    dollars = item(412, "110.00", currency="USD")
    found = match(payment("100.00", "FAC/2026/0412", original=Money(D("110.00"), "USD")), book(dollars), POLICY)
    assert not found.automatic
    assert doubted(found, "FAC/2026/0412 is in USD and the money is in EUR")
    assert found.proposals[0].on_account == D("100.00")


def test_r7_an_account_in_the_items_currency_needs_nobody():
    dollars = item(412, "110.00", currency="USD")
    policy = POLICY.model_copy(update={"unattended_cap": Money(D(1000), "USD")})
    found = match(payment("110.00", "FAC/2026/0412", currency="USD"), book(dollars), policy)
    assert found.automatic, found.doubts


def test_r8_an_advice_from_a_mail_body_counts_like_any_other():
    # Portals and locked PDFs are the readers' part; what they read is matched by the same rules.
    told = advice("100.00", ("2026/0412", "100.00"))
    found = match(payment("100.00", advices=[told], payer_iban=None), book(item(412)), POLICY)
    assert found.automatic, found.doubts
    assert any("authenticated domain morel.example" in one for one in found.proposals[0].evidence)


# ------------------------------------------------------------------------------------------ R9


def test_r9_money_for_nothing_stays_on_account_with_a_task():
    found = match(payment("55.55", "ACOMPTE SUR COMMANDE"), book(item(412)), POLICY)
    assert not found.automatic
    assert found.proposals[0].on_account == D("55.55")
    assert "stay on account until somebody says" in found.proposals[0].evidence[-1]


def test_r9_an_invoice_paid_twice_is_found_out():
    found = match(payment("100.00", "FAC/2026/0412"), book(item(413), settled=(settled(412),)), POLICY)
    assert not found.automatic
    assert doubted(found, "settled on 2026-04-02: find out whether it is paid twice")


def test_r9_more_than_is_open_stays_on_account():
    found = match(payment("130.00", "FAC/2026/0412"), book(item(412)), POLICY)
    assert paid(found.proposals[0]) == {"FAC/2026/0412": "100.00"}
    assert found.proposals[0].on_account == D("30.00")
    assert doubted(found, "30.00 EUR of the payment are on no item named")


def test_r9_the_same_money_in_another_report_is_posted_once():
    money = payment("100.00", "FAC/2026/0412")
    posted = PostedPayment("R-1", money.identity, MOREL, D("100.00"), "EUR", DAY, "E2E-77")
    again = replace(money, statement="another", line=replace(money.line, text=("FAC/2026/0412 SEPA",)))
    found = match(again, book(item(412), posted=(posted,)), POLICY)
    assert not found.automatic
    assert doubted(found, "posted as receipt R-1 already")


def test_r9_a_return_reverses_and_never_posts():
    posted = PostedPayment("R-1", "x", MOREL, D("100.00"), "EUR", DAY - timedelta(5), "E2E-77")
    back = payment("-100.00", "FAC/2026/0412", returned=Return(False, "AC04", "closed account"))
    found = match(back, book(item(412), posted=(posted,)), POLICY)
    assert found.reverses == "R-1"
    assert found.proposals == ()
    assert not found.automatic
    assert doubted(found, "takes back receipt R-1")


def test_r9_a_return_that_fits_two_receipts_is_a_question():
    posted = [PostedPayment(f"R-{one}", "x", MOREL, D("100.00"), "EUR", DAY - timedelta(5), "E2E-77") for one in (1, 2)]
    back = payment("-100.00", returned=Return(False, "AC04"))
    found = match(back, book(item(412), posted=tuple(posted)), POLICY)
    assert found.reverses is None
    assert doubted(found, "R-1 and R-2")


# ------------------------------------------------------------------------------------------ R10


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("VIREMENT DU 20260412", id="the payment date is no invoice"),
        pytest.param("FAC 20260412", id="not even behind a word that begins like our numbers"),
        pytest.param("PAIEMENT 12042026", id="in the other order"),
        pytest.param("260412", id="in six digits"),
        pytest.param("FAC/2026/04/12", id="with strokes"),
        pytest.param("TEL 04 72 00 04 12", id="our telephone number"),
        pytest.param("SIREN 552100554", id="our register number"),
        pytest.param("552 100 554", id="our register number without its word"),
        pytest.param(OWN := "FR76 3000 6000 0112 3456 7890 189", id="our account"),
        pytest.param("CDE 2026/0412", id="an order number"),
        pytest.param("PO2026/0412", id="an order number, glued"),
        pytest.param("0412", id="four digits alone"),
        pytest.param("412", id="three digits alone"),
    ],
)
def test_r10_digits_that_look_like_an_invoice_are_none(words):
    # The amount is that of the invoice the digits look like: the worst case.
    found = match(payment("100.00", words), book(item(412)), POLICY)
    assert not found.automatic
    assert all(one.basis is Basis.AMOUNT for each in found.proposals for one in each.allocations)


def test_r10_an_order_that_is_not_invoiced_is_no_reference():
    found = match(payment("100.00", "2026/0412"), book(item(412), orders=("2026/0412",)), POLICY)
    assert not found.automatic


def test_r10_an_order_we_invoiced_leads_to_its_invoice_and_a_person_agrees():
    found = match(payment("100.00", "PO-77-1"), book(item(412, po_number="PO-77-1")), POLICY)
    assert found.proposals[0].allocations[0].basis is Basis.ORDER
    assert not found.automatic


def test_a_payment_reference_with_right_check_digits_is_a_source_and_a_reference():
    # The account is new: reference and name are the two sources.
    carried = Reference(ReferenceKind.RF, RF_412, valid=True)
    found = match(payment("100.00", payer_iban=None, references=(carried,)), book(item(412, reference=RF_412)), POLICY)
    assert found.automatic, found.doubts
    assert found.proposals[0].allocations[0].basis is Basis.CHECK_DIGIT
