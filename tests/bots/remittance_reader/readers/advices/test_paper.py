# ruff: noqa: E501 - a table of cases, one a line
"""Advices as PDF that cannot be read, and what the parts of the reader make of single words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bots.domain.advices import AdviceKind, Reason
from bots.domain.dates import fold
from bots.domain.numbers import Mark
from bots.domain.paper import Word
from bots.domain.reading.figures import Figures
from bots.domain.reading.words import Span
from bots.remittance_reader.readers.advices.amounts import amount_in
from bots.remittance_reader.readers.advices.deductions import reason_of
from bots.remittance_reader.readers.advices.headings import Col, column_kind
from bots.remittance_reader.readers.advices.references import is_reference, names_two, reference_in
from tests import hostile
from tests.bots.remittance_reader.readers.advices.advice_files import read


def span(text):
    words, x = [], 0.0
    for word in text.split(" "):
        words.append(Word(word, x, 0.0, x + 6.0 * len(word), 10.0, 1))
        x += 6.0 * len(word) + 3
    return Span.of(words)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(hostile.order_pdf(password="secret"), "ask the sender for an open copy", id="r8, a locked PDF"),
        pytest.param(hostile.picture_pdf(), "pictures", id="a scan"),
        pytest.param(hostile.order_pdf()[:300], "damaged", id="a truncated PDF"),
        pytest.param(hostile.order_pdf(pages=500), "500", id="five hundred pages"),
        pytest.param(hostile.deep_pdf(), "", id="deep nesting"),
        pytest.param(b"", "empty", id="an empty file"),
        pytest.param(hostile.archive(), "type application/zip", id="an archive"),
    ],
)
def test_a_paper_that_cannot_be_read_says_what_to_do(content, said):
    advice = read(content, "advice.pdf")
    assert advice.kind in {AdviceKind.UNREADABLE, AdviceKind.NOT_AN_ADVICE}
    assert said in advice.why
    assert advice.lines == ()


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("12,00-", "-12.00", None), ("(12,00)", "-12.00", None), ("-12,00", "-12.00", None), ("- 12,00", "-12.00", None),
        ("12,00 CR", "12.00", "CR"), ("12,00 C", "12.00", "C"), ("12,00 S", "12.00", "S"), ("1.234,56 €", "1234.56", None),
        ("EUR 1.234,56", "1234.56", None), ("1 234,56", "1234.56", None), ("-", None, None), ("Goods", None, None),
        ("12,00 13,00", None, None),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_every_notation(text, value, mark):
    found = amount_in(span(text))
    read_as = found.value(Figures(Mark.COMMA, sure=True)) if found else None
    assert (read_as, found.mark if found else None) == (Decimal(value) if value else None, mark)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("INV-1001", "INV-1001"), ("Invoice 7001", "7001"), ("Rechnung Nr. 4711", "4711"), ("FA/2026/0412", "FA/2026/0412"),
        ("RE 4711", "RE 4711"), ("01/02/2026", None), ("1.234,56", None), ("2 %", None), ("Freight deduction 50", None),
        ("Bank charges", None), ("20260412", "20260412"), ("RF18 5390 0754 7034", "RF18 5390 0754 7034"),
    ],
)  # fmt: skip
def test_a_documents_number_is_told_from_what_looks_like_one(text, number):
    found = reference_in(span(text))
    assert (found.text if found else None) == number


@pytest.mark.parametrize(
    ("text", "two"),
    [("0411/0412", True), ("4711, 4712", True), ("4711 & 4712", True), ("2026/0412", False), ("RE-2026-0412", False)],
)
def test_two_numbers_in_one_cell_are_seen(text, two):
    assert names_two(text) is two
    assert is_reference("RE-2026-0412")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Supplier invoice no.", Col.INVOICE), ("Num. facture fournisseur", Col.INVOICE), ("Ihre Rechnungs-Nr.", Col.INVOICE),
        ("Vs. fattura", Col.INVOICE), ("Su referencia", Col.INVOICE), ("Our ref", Col.PAYER_DOCUMENT),
        ("Belegdatum", Col.DATE), ("Due date", Col.OTHER), ("PO Number", Col.ORDER), ("Montant TTC", Col.GROSS),
        ("Amount due", Col.GROSS), ("Montant réglé", Col.NET), ("Überweisungsbetrag", Col.NET), ("Skontobetrag", Col.DISCOUNT),
        ("Kürzung", Col.DEDUCTION), ("Ritenuta", Col.DEDUCTION), ("Betrag EUR", Col.AMOUNT), ("EUR", Col.AMOUNT),
        ("Reason code", Col.REASON), ("Balance", Col.OTHER), ("Unser Beleg Bruttobetrag", None), ("Kind regards", None),
    ],
)  # fmt: skip
def test_a_heading_is_understood_by_its_words(heading, kind):
    assert column_kind(fold(heading)) == kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Fehlmenge 2 Kartons", Reason.QUANTITY), ("Écart de prix", Reason.PRICE), ("Freight claim FC-22", Reason.FREIGHT),
        ("Jahresbonus 2025", Reason.REBATE), ("WKZ Ostern", Reason.PROMOTION), ("Retención IRPF 15 %", Reason.TAX_WITHHELD),
        ("Bankspesen", Reason.BANK_FEE), ("Skonto 2 %", Reason.DISCOUNT), ("Already paid 12/03", Reason.DUPLICATE),
        ("Z99", Reason.UNKNOWN), ("shortage", Reason.QUANTITY), ("Remise escompte", Reason.DISCOUNT),
    ],
)  # fmt: skip
def test_the_payers_words_give_our_reason(text, reason):
    assert reason_of(text) is reason


def test_a_companys_own_codes_and_words_go_first():
    own = {"FC22": "freight", "werbung": "rebate"}
    assert reason_of("FC22 Abzug", own) is Reason.FREIGHT
    assert reason_of("FC221", own) is Reason.UNKNOWN
    assert reason_of("Werbung Ostern", own) is Reason.REBATE
