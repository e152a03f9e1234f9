"""Technical logs: a secret never reaches them, on the screen or in the file, from us or from a library."""

from __future__ import annotations

import io
import json
import logging
from dataclasses import replace

import pytest
from loguru import logger

from bots.adapters.masking import Masker
from orchestrator.intake import collect
from orchestrator.logs import install_logging

CANARY = "c4nary-Tr0ub4dor&3"


@pytest.fixture
def logs(tmp_path):
    masker, screen = Masker(), io.StringIO()
    masker.learn(CANARY)
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    install_logging(masker.mask, tmp_path, console=screen)
    yield screen, tmp_path / "o2c.jsonl"
    logger.remove()
    root.handlers[:], root.level = before, level


def lines(file):
    return [json.loads(line) for line in file.read_text().splitlines()]


def failing(password):
    raise ValueError(f"refused {password}")


def told(way):
    password = CANARY
    if way == "a message":
        logger.info("logging in with {}", password)
    elif way == "an extra":
        logger.bind(password=password).info("logging in")
    elif way == "a library":
        logging.getLogger("some.library").warning("Authorization: %s", password)
    else:
        try:
            failing(password)
        except ValueError:
            logger.exception("the log-in failed")


@pytest.mark.parametrize("way", ["a message", "an extra", "a library", "an exception"])
def test_the_canary_reaches_neither_the_screen_nor_the_file(logs, way):
    screen, file = logs
    told(way)
    assert CANARY not in screen.getvalue() + file.read_text()
    assert len(lines(file)) == 1


def test_an_exception_is_kept_with_its_trace_but_without_local_variables(logs):
    _, file = logs
    told("an exception")
    failure = lines(file)[0]["failure"]
    assert "in failing" in failure
    assert "ValueError: refused •••" in failure
    assert "password = " not in failure


def test_what_a_library_says_is_kept_under_its_name(logs):
    _, file = logs
    logging.getLogger("some.library").warning("slow {answer}")
    assert lines(file)[0]["message"] == "slow {answer}"
    assert lines(file)[0]["library"] == "some.library"


def test_the_screen_gets_short_lines_and_no_debugging(logs):
    screen, file = logs
    logger.debug("a detail")
    logger.info("order A-1 entered")
    assert screen.getvalue().split(" ", 1)[1] == "INFO    order A-1 entered\n"
    assert [line["message"] for line in lines(file)] == ["a detail", "order A-1 entered"]


def test_what_is_said_while_an_item_is_worked_on_names_it_and_its_run(logs, house):
    item = house.receive()
    logger.info("before")
    house.portal.fail_with = KeyError("a defect")
    house.work(item)
    told = {line["message"]: line for line in lines(logs[1])}
    surprise = told[f"item {item.id} ended in a failure nobody foresaw"]
    assert (surprise["item"], surprise["revision"], surprise["bot"]) == (item.id, 1, "order_entry")
    assert "run" in surprise
    assert "item" not in told["before"]


def test_what_is_said_while_mail_is_collected_names_the_run(logs, house):
    def talkative(_workspace):
        logger.info("looking")
        return ()

    journal = house.runner().journal("run-7")
    collect(replace(house.bot, collect=talkative), None, house.store, journal)
    line = next(line for line in lines(logs[1]) if line["message"] == "looking")
    assert (line["run"], line["bot"]) == ("run-7", "order_entry")
