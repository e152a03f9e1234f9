"""What can be made to go wrong from outside, while the portal runs."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from orchestrator.demo.old_portal.figures import Refused


class AnswerLost(Exception):
    """The connection is to be cut without an answer."""


class Settings(BaseModel):
    """The switches. A number counts down: so many of the next occasions fail, then all is well again.

    Pages are those of the main frame; the menu, the frameset and the log-in never fail.
    """

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    answer_lost_after_commit: int = Field(0, ge=0)  #: commits that are kept, then the connection is cut
    answer_lost_before_commit: int = Field(0, ge=0)  #: commits that are not kept, and the connection is cut
    crash_on_commit: int = Field(0, ge=0)  #: the process kills itself right after the commit is kept
    error_500: int = Field(0, ge=0)  #: pages answered with status 500
    log_out: int = Field(0, ge=0)  #: pages that find their session expired
    slow_ms: int = Field(60, ge=0)  #: time every page takes at least
    error_text: str | None = None  #: every commit is refused with this line, status 200, until set to null
    rename_label: dict[str, str] = Field(default_factory=dict)  #: label or column head as printed → what is printed
    rename_field: dict[str, str] = Field(default_factory=dict)  #: field → the name it is posted under
    move_field: list[str] = Field(default_factory=list)  #: fields shown in another box, under another name
    remove_field: list[str] = Field(default_factory=list)  #: fields not shown at all


class Faults:
    """The switches as they stand now, shared by all page views."""

    def __init__(self, slow_ms: int) -> None:
        self._lock = threading.Lock()
        self._settings = Settings(slow_ms=slow_ms)

    @property
    def settings(self) -> Settings:
        """The switches now; numbers show what is left of them."""
        return self._settings

    def change(self, changes: dict[str, Any]) -> None:
        """Set some switches, leave the others. Raises pydantic.ValidationError for one that does not exist."""
        with self._lock:
            self._settings = Settings.model_validate({**self._settings.model_dump(), **changes})

    def strikes(self, name: str) -> bool:
        """Whether this occasion is one of those that fail; counts it."""
        with self._lock:
            left: int = getattr(self._settings, name)
            if left:
                setattr(self._settings, name, left - 1)
            return left > 0

    def before_commit(self) -> None:
        """Stands right before anything is kept. Raises Refused or AnswerLost; then nothing was kept."""
        if self._settings.error_text is not None:
            raise Refused(self._settings.error_text)
        if self.strikes("answer_lost_before_commit"):
            raise AnswerLost

    def after_commit(self) -> None:
        """Stands right after something was kept. Raises AnswerLost, or ends the process at once."""
        if self.strikes("crash_on_commit"):
            os.kill(os.getpid(), signal.SIGKILL)
        if self.strikes("answer_lost_after_commit"):
            raise AnswerLost
