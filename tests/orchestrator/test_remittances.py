"""`o2c read remittance`: a document read in a process of its own, printed as the object the trade agreed on."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from orchestrator.cli import app
from tests.bots.remittance_reader.readers.advices.advice_files import x12

SEGMENTS = ("BPR*I*500*C*ACH************20260312", "TRN*1*T-77", "CUR*PR*USD", "ENT*1", "RMR*IV*INV-2**500*500")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "payment.edi"
    path.write_text(x12(*SEGMENTS))
    return path


def test_the_command_prints_the_object_and_touches_nothing(file):
    done = CliRunner().invoke(app, ["read", "remittance", str(file), "--json"])
    printed = json.loads(done.stdout)
    assert done.exit_code == 0
    assert printed["lines"] == [
        {"reference": "INV-2", "document_date": None, "gross": "500", "deductions": [], "net": "500"}
    ]
    assert {"payer", "payment_ref", "date", "currency", "total", "lines", "doubts", "evidence"} <= printed.keys()
    assert printed["evidence"]["lines[0].net"]["text"] == "500"


def test_a_person_sees_every_value_with_its_words(file):
    done = CliRunner().invoke(app, ["read", "remittance", str(file)])
    assert "lines[0].reference" in done.stdout
    assert "no doubts" in done.stdout
