"""What a portal's failure means for the portal itself: it is parked at once, or counted until it must rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from orchestrator.store.store import Store

#: Failures no machine may meet twice: a second log-in locks the account, a second look at a changed page is no better.
PARKING = ("LoginRefused", "SelectorMissing")
COUNTED = "ApplicationError"


@dataclass(frozen=True)
class PortalWard:
    """Listens to what the browser notes about one portal (`failure`, with its `kind`); None: there is no portal."""

    store: Store
    portal: str | None
    looks_only: bool = False  #: a person has it looked at: only a refused log-in counts

    def heard(self, event: str, detail: Mapping[str, object], who: str) -> None:
        """A note of the adapter's, made before the failure travels on."""
        kind, why = detail.get("kind"), str(detail.get("why"))
        if event != "failure" or self.portal is None or (self.looks_only and kind != "LoginRefused"):
            return
        if kind in PARKING:
            self.store.portals.park(self.portal, who, why)
        elif kind == COUNTED:
            self.store.portals.failed(self.portal, why)

    def went_well(self) -> None:
        """An attempt used the portal to its end."""
        if self.portal is not None:
            self.store.portals.succeeded(self.portal)
