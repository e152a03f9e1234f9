"""Bank files that other projects publish: each is read with its own figures, or refused for the reason given here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bots.domain.bank_references import ReferenceKind, given, valid_iban
from bots.errors import BusinessError
from bots.remittance_reader.readers.bank import READERS, camt
from tests.bots.remittance_reader.readers.bank.bank_files import document, read
from tests.bots.remittance_reader.readers.bank.published import last_camt_entry, mt940_transactions
from tests.fixtures import HERE, shared

FOLDERS = ("mt940_wolph", "genkgo_camt", "pennylane_cfonb", "silarhi_cfonb", "stech_bai2", "moov_iso20022", "moov_bai2")
NO_STATEMENT = {".yml", ".json", ".edi"}  #: expected parses, and what other readers read

FRAGMENT = "no :20:, where a statement begins"
SUM = "the difference is"
CURRENCIES = "they cannot be compared"
NO_BALANCE = "balance is given, so nothing proves"
NO_DAY = "says no day"
MISSING_RECORD = "a record is missing"
CONTROL = "the control total of the group"
UNKNOWN = "it is none of camt.052"

#: Files of which not one line may be used (or of which nothing can be read), and why. Every other file is read whole.
REFUSED = {
    "amount_formats.sta": FRAGMENT, "currency_in_25.sta": FRAGMENT, "empty_86.sta": FRAGMENT,
    "empty_entry_date.sta": FRAGMENT, "missing_crlf_at_end.sta": FRAGMENT, "account_balance_credit.sta": FRAGMENT,
    "account_balance_debit.sta": FRAGMENT, "account_identification_iban.sta": FRAGMENT,
    "account_identification_legacy.sta": FRAGMENT, "available_balance.sta": FRAGMENT, "closing_balance.sta": FRAGMENT,
    "statement_details.sta": FRAGMENT, "statement_line.sta": FRAGMENT, "statement_number.sta": FRAGMENT,
    "empty_non_swift.sta": FRAGMENT, "sparkassen.sta": FRAGMENT,
    "empty_line.sta": "which account it is about", "reference.sta": "which account it is about",
    "invalid_statement.sta": UNKNOWN, "requirements.txt": UNKNOWN,
    "sepa_snippet_broken.sta": "2 fields :25:", "ing.sta": SUM, "abnamro.sta": SUM, "triodos.sta": SUM,
    "with_newline_in_tnr.sta": SUM, "details_60-63.sta": SUM, "malformed_details.sta": SUM,
    "overly_long_details.sta": SUM, "whitespace.sta": SUM, "raiffeisen-cmi.sta": SUM,
    "account_identification.sta": NO_BALANCE, "gv_codes.sta": NO_BALANCE,
    "raphaelm.sta": NO_BALANCE,  # its closing balances name no currency
    "self-provided/mt942.sta": "the bank counts 1 debit entries of together 2.30",
    "multiline.sta": "2 entries (:61:), but 1",  # one of them stands behind the end
    "camt052.v2.with-account-name.xml": NO_DAY, "camt054.v2.with-account-name.xml": NO_DAY,
    "camt054.v8-with-UETR.xml": NO_DAY, "camt054.v8-with-financial-institution.xml": NO_DAY,
    "camt053.v2.wrong.xml": "holds no Stmt",
    "camt053.v2.all-balance-types.xml": SUM, "camt053.v2.five.decimals.xml": "the difference is 0.050",
    "camt053.v2.minimal.ultimate.xml": CURRENCIES, "camt053.v2.minimal.xml": CURRENCIES,
    "camt053.v2.with-party-ids.xml": CURRENCIES, "camt053.v3.xml": CURRENCIES, "camt053.v4.xml": CURRENCIES,
    "camt053.v8.xml": CURRENCIES,
    "camt053.v2.with-account-name.xml": NO_BALANCE, "camt53.only-Dt-with-DtTm.xml": NO_BALANCE,
    "statement_1.xml": NO_BALANCE,  # only available balances, which do not add up with bookings
    "camt.053_P_CH2909000000250094239_1110092698_0_2020112503071366.xml": "the difference is -1537.00",
    "200519_camt.052_P_CH2909000000250094239_1110092686_0_2019042416072347.xml": "the difference is 103.00",
    "International_payment_RUB_naujas_1.xml": "it is pain.001, an order to pay",
    "International_payment_USD_naujas_1.xml": "it is pain.001", "gistfile1.xml": "it is pain.001",
    "sepa_payment_naujas_1.xml": "it is pain.001", "musterfile_pain.001_Nov2020.xml": "it is pain.001",
    "pain008-musterfile.xml": "it is pain.008, an order to collect",
    "pain002-chdd-cor1_p_ch2909000000250094239_1110097483_0_2018031317221082.xml": "it is pain.002",
    "pain002-epo_p_0_0_0_2018031510491259.xml": "it is pain.002",
    "pain002-epo_p_0_0_0_2018032614401842.xml": "it is pain.002",
    "pain002-epo_p_ch2909000000250094239_1109800799_0_2018032612092784.xml": "it is pain.002",
    "pain002-epo_p_ch5109000000250092291_1110097605_0_2018031511252307.xml": "it is pain.002",
    "invalid_pain_v11.xml": "no message of a bank that we know", "invalid_file1": UNKNOWN,
    "invalid_file2": "not well-formed XML", "valid_acmt_v03.xml": "it is acmt.007", "valid_auth_v02.xml": "auth.018",
    "valid_camt_v09.xml": "it is camt.055, a request to cancel", "valid_pacs_v11.xml": "it is pacs.002",
    "valid_pain_v11.xml": "it is pain.002", "valid_reda_v01.xml": "it is reda.066",
    "valid_remt_v04.xml": "it is remt.001, a remittance advice",
    "end_of_statement_without_beginning.txt": MISSING_RECORD, "operation.txt": MISSING_RECORD,
    "new_statement_without_previous_ended.txt": MISSING_RECORD, "operation_already_defined.txt": MISSING_RECORD,
    "operation_detail_without_operation.txt": MISSING_RECORD, "operation_out_of_statement.txt": MISSING_RECORD,
    "operation_unstarted.txt": MISSING_RECORD, "invalid_date.txt": "'  CART' where a day must stand",
    "cfonb.240-complex-test.txt": "it is CFONB 240",
    "sample4-continuations-newline-delimited.txt": CONTROL, "sample5-issue113.txt": CONTROL,
    "sample-parseError.txt": UNKNOWN, "3940e35d8f932097": UNKNOWN, "771e938e4458e983": UNKNOWN,
    "e262a7798c82c66e": UNKNOWN, "f96b9eec61a21275": UNKNOWN,
}  # fmt: skip
#: Files in which one statement is used and another is not: the places of those that are not, and why.
PARTLY = {
    "sepa_snippet.sta": ({1}, "the difference is 300.08"), "knab.sta": ({1}, SUM), "rabobank.sta": ({0, 2}, SUM),
    "postfinance.sta": ({1}, "the difference is 0.2"), "sample2.txt": ({4}, "corrects an earlier report"),
}  # fmt: skip
#: What each folder holds: a file that is added or lost must be seen.
COUNTS = {"mt940_wolph": 55, "genkgo_camt": 26, "pennylane_cfonb": 9, "silarhi_cfonb": 5, "stech_bai2": 0,
          "moov_iso20022": 38, "moov_bai2": 10}  # fmt: skip


def files(folder):
    """Every file of a folder that could be a bank's. Those of the fuzzer's corpus are links to others, as text."""
    found = (path for path in sorted((HERE / "bank" / folder).rglob("*")) if path.is_file())
    return [
        path
        for path in found
        if path.suffix not in NO_STATEMENT and "LICENSE" not in path.name and "fuzz-reader" not in path.parts
    ]


ALL = [path for folder in FOLDERS for path in files(folder)] or [None]


def said_of(path, table):
    """What a table says of a file, by its name or by its folder and name."""
    return table.get(path.name) or table.get(f"{path.parent.name}/{path.name}")


def read_or_refusal(path):
    """The statements of a file, or the sentence it is refused with."""
    try:
        return read(path.read_bytes()), None
    except BusinessError as refusal:
        return (), str(refusal)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_is_looked_at(folder):
    shared(f"bank/{folder}")
    assert len(files(folder)) == COUNTS[folder]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name if path else "none")
def test_a_published_file_is_read_with_its_own_figures_or_refused_for_the_right_reason(path):
    shared("bank")
    reason = said_of(path, REFUSED)
    statements, refusal = read_or_refusal(path)
    if refusal:
        assert reason, f"read it, or say why not: {refusal}"
        assert reason in refusal
        return
    doubted = {place for place, one in enumerate(statements) if one.doubts}
    expected, why = said_of(path, PARTLY) or (set(range(len(statements))) if reason else set(), reason)
    assert doubted == expected, [one.doubts for one in statements]
    assert all(any(why in doubt for doubt in statements[place].doubts) for place in doubted)
    for place in set(range(len(statements))) - doubted:
        one = statements[place]
        if one.opening and one.closing:
            assert one.opening.amount + one.moved == one.closing.amount
        else:
            assert one.notes, "what could not be proven has to be said"


def expected_files(folder, suffix):
    return [path for path in files(folder) if path.with_suffix(suffix).exists()] or [None]


def completed(path):
    """A fragment with the start of a statement before it, so that its entries can be read like the others'."""
    content = path.read_bytes()
    if b":20:" not in content:
        content = b":20:X\n" + content.lstrip()
    if b":25:" not in content:
        start, line, rest = content.partition(b":20:")
        reference, _, rest = rest.partition(b"\n")
        content = start + line + reference + b"\n:25:X\n" + rest
    return content


#: What we read otherwise than the library's published parses, on purpose.
OTHERWISE = {"multiline.sta": "its second entry stands behind the end of the statement, so it is refused"}


@pytest.mark.parametrize("path", expected_files("mt940_wolph", ".yml"), ids=lambda path: path.name if path else "none")
def test_mt940_entries_equal_the_expected_parse_beside_them(path):
    shared("bank/mt940_wolph")
    if path.name in OTHERWISE or path.name == "invalid_statement.sta":
        pytest.skip(OTHERWISE.get(path.name, "it holds no field, and is expected to hold none"))
    _, expected = mt940_transactions(path.with_suffix(".yml"))
    lines = [line for statement in read(completed(path)) for line in statement.lines]
    assert len(lines) == len(expected)
    for line, values in zip(lines, expected, strict=True):
        agrees(line, values)


def agrees(line, values):
    """Field by field. RC is a debit here (ISO 15022), which the published parses of the library's version 4 had not."""
    sign = -1 if values["status"] == "RC" else 1
    assert line.amount == sign * values["amount"]["amount"]
    assert line.currency == (values["amount"]["currency"] or "")
    assert line.valued == values["date"]
    assert line.booked == (values.get("entry_date") or values["date"])
    assert line.code == values["id"]
    assert given(values.get("bank_reference")) in {None, line.bank_reference}
    assert given(tidy(values.get("end_to_end_reference"))) in {None, tidy(line.end_to_end_id)}
    assert tidy(values.get("applicant_name")) in {"", tidy(line.payer_name)}
    assert tidy(values.get("deviate_applicant")) == tidy(line.ultimate_debtor)
    assert valid_iban(values.get("applicant_iban")) in {None, line.payer_iban}
    everything = squeezed(" ".join(line.text))
    for field in ("purpose", "extra_details", "additional_purpose"):
        if values.get(field) and not (field == "extra_details" and valid_iban(values[field])):
            assert squeezed(values[field]) in everything


def tidy(text):
    return " ".join((text or "").split())


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("path", expected_files("genkgo_camt", ".json"), ids=lambda path: path.name if path else "none")
def test_camt_entries_equal_the_expected_parse_beside_them(path):
    shared("bank/genkgo_camt")
    if said_of(path, REFUSED) in {NO_DAY, "holds no Stmt"}:
        pytest.skip(f"refused: {REFUSED[path.name]}")
    lines = read(path.read_bytes())[-1].lines
    if not lines:
        pytest.skip("its entries are pending, so they are no money yet")
    cents, currency, day = last_camt_entry(path.with_suffix(".json"))
    assert (lines[-1].amount * 100, lines[-1].currency, lines[-1].booked.isoformat()) == (cents, currency, day)


def test_published_references_are_told_by_their_kind():
    shared("bank/moov_iso20022")
    contents = [path.read_bytes() for path in files("moov_iso20022")]
    lines = [
        line for content in contents if camt.claims(document(content)) for one in read(content) for line in one.lines
    ]
    found = Counter((one.kind, one.valid) for line in lines for one in line.references)
    assert found[ReferenceKind.QRR, True] >= 5
    assert found[ReferenceKind.RF, True] >= 1
    assert found[ReferenceKind.QRR, False] == 1  # made up by the publisher: its check digit is 7, not 0


def test_a_published_return_keeps_its_reason_and_its_reversal():
    folder = shared("bank/moov_iso20022/test/testdata")
    (path,) = folder.glob("camt054-returns*")
    (line,) = read(path.read_bytes())[0].lines
    assert (line.returned.code, line.returned.reversal, line.amount > 0) == ("AC01", True, True)


def test_two_readers_never_claim_one_published_file():
    shared("bank")
    claims = {
        path.name: sum(reader.claims(document(path.read_bytes())) for reader in READERS) for path in map(Path, ALL)
    }
    assert max(claims.values()) == 1
