"""The chaos run, short: a minute of it in the suite; `./o2c bench chaos` is the hour."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest

from tests.aftermath import aftermath
from tests.chaos import torment, tormented

pytestmark = [
    pytest.mark.imap,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's children"),
]


def test_whatever_is_killed_each_mail_brings_one_letter(tmp_path):
    with tormented(tmp_path, 2, ("receipts_a", "receipts_b"), seed=1) as chaos:
        torment(chaos, {"receipts_a": 8, "receipts_b": 8}, (1.0, 3.0), timedelta(minutes=8), most_strikes=6)
        found = aftermath(chaos.scene, chaos.house.store)
        assert found.faults == (), f"{found}\n{chaos.scene.log}"
        assert found.letters == found.mails == 16
        assert chaos.done.total() >= 3
