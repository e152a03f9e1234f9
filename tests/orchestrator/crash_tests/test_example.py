"""The example of docs/crash-tests.md works in a pytest of its own, and its test can fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def shown(page):
    return re.search(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)[1]


def run(folder, bot):
    """What pytest says of the example, as a bot's author would run it."""
    (folder / "receipts.py").write_text(bot, encoding="utf-8")
    (folder / "test_receipts.py").write_text(shown("docs/crash-tests.md"), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "orchestrator.crash_tests.plugin", "test_receipts.py"]
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=here, capture_output=True, text=True, timeout=120, check=False)


def test_the_readmes_bot_survives_a_kill_at_every_action(tmp_path):
    done = run(tmp_path, shown("README.md"))
    assert done.returncode == 0, done.stdout
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) >= 30


#: High at the rehearsal, low ever after: what a bot that rolls dice does sooner or later.
ROLLS = "ROLLS = itertools.chain((9, 9, 9), itertools.repeat(1))"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        pytest.param(
            "    return workspace.mailbox.arrivals()", "    return ()", "was never taken out of the mailbox",
            id="a mail is passed over",
        ),
        pytest.param(
            "from bots import bot\n", f"import itertools\n\nfrom bots import bot\n\n{ROLLS}\n",
            "what the bot does differs from run to run", id="dice are rolled",
        ),
    ],
)  # fmt: skip
def test_a_bot_that_is_wrong_fails_it(tmp_path, right, wrong, told):
    bot = shown("README.md")
    assert right in bot
    bot = bot.replace(right, wrong)
    if ROLLS in wrong:
        looks = "workspace.outbox.sent(receipt(mail, settings).message_id)"
        assert looks in bot
        bot = bot.replace(looks, f"[{looks} for _ in range(next(ROLLS))][0]")
    done = run(tmp_path, bot)
    assert done.returncode == 1, done.stdout
    assert told in done.stdout
