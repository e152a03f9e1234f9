"""The only place that builds real things and joins them: the store, the secrets, mailboxes, portals, processes."""

from __future__ import annotations

from orchestrator.assembly.accounts import alert_channels
from orchestrator.assembly.equipment import learn
from orchestrator.assembly.house import House, open_house

__all__ = ["House", "alert_channels", "learn", "open_house"]
