"""Technical logs: for whoever repairs the machine. They are not the audit trail and nothing is derived from them.

Every line passes through the masker, tracebacks included, and no local variables are ever printed.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from loguru import logger

if TYPE_CHECKING:
    from loguru import Record

Mask = Callable[[str], str]


def install_logging(
    mask: Mask, folder: Path | None = None, *, level: str = "INFO", console: TextIO | None = None
) -> None:
    """Send logs to the console, short, and to `folder`/o2c.jsonl, one JSON object a line; `mask` hides secrets.

    Replaces whatever was installed before and takes in what libraries say through `logging`. A file turns over at
    20 MB and is kept for 180 days.
    """
    logger.remove()
    logger.add(console or sys.stderr, level=level, format=_masked(mask, _short), diagnose=False, backtrace=False)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        logger.add(
            folder / "o2c.jsonl",
            level="DEBUG",
            format=_masked(mask, _whole),
            rotation="20 MB",
            retention="180 days",
            diagnose=False,
            backtrace=False,
        )
    logging.basicConfig(handlers=[_FromLibraries()], level=logging.INFO, force=True)


class _FromLibraries(logging.Handler):
    """Passes on what libraries log with the standard `logging`, so that it is masked too."""

    def emit(self, record: logging.LogRecord) -> None:
        known = {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}
        level = record.levelname if record.levelname in known else record.levelno
        logger.opt(exception=record.exc_info).bind(library=record.name).log(level, "{}", record.getMessage())


def _masked(mask: Mask, line: Callable[[Record], str]) -> Callable[[Record], str]:
    def format_record(record: Record) -> str:
        record["extra"]["line"] = mask(line(record))
        return "{extra[line]}\n"

    return format_record


def _short(record: Record) -> str:
    return f"{record['time']:%H:%M:%S} {record['level'].name:<7} {record['message']}{_failure(record)}"


def _whole(record: Record) -> str:
    values = {name: value for name, value in record["extra"].items() if name != "line"}
    return json.dumps(
        {
            "time": record["time"].isoformat(),
            "level": record["level"].name,
            "where": f"{record['name']}:{record['function']}:{record['line']}",
            "process": record["process"].id,
            "message": record["message"],
            **values,
            **({"failure": _failure(record).strip()} if record["exception"] else {}),
        },
        ensure_ascii=False,
        default=str,
    )


def _failure(record: Record) -> str:
    raised = record["exception"]
    if raised is None or raised.type is None:
        return ""
    return "\n" + "".join(traceback.format_exception(raised.type, raised.value, raised.traceback)).rstrip()
