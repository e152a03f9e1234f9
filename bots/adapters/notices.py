"""How people are told that something is wrong: a mail, or a webhook. A notice is not a letter: it may arrive twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from bots.adapters.smtp import SmtpAccount, checked, connected, offer, press
from bots.adapters.webhook import Webhook
from bots.adapters.workspace import Telling


@dataclass(frozen=True)
class MailChannel:
    """Tells some people by mail."""

    account: SmtpAccount
    to: tuple[str, ...]
    company: str
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def tell(self, notice: Telling) -> None:
        """Send it. Raises ApplicationError or BusinessError when the server does not take it."""
        message = EmailMessage()
        message["From"] = self.account.sender
        message["To"] = ", ".join(checked(address) for address in self.to)
        message["Subject"] = f"[o2c {notice.what}] {self.company}: {notice.cause}"
        message["Date"] = format_datetime(self.clock())
        domain = parseaddr(self.account.sender)[1].rpartition("@")[2]
        message["Message-ID"] = f"<alert.{notice.id}.{notice.what}@{domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers to it
        message.set_content(f"{notice.text}\n\nSince {notice.since:%Y-%m-%d %H:%M:%S %Z}. {ENDS[notice.what]}\n")
        with connected(self.account) as server:
            offer(server, parseaddr(self.account.sender)[1], self.to)
            press(server, message.as_bytes())


@dataclass(frozen=True)
class WebhookChannel:
    """Tells a program."""

    webhook: Webhook
    company: str

    def tell(self, notice: Telling) -> None:
        """POST it as JSON. Raises ApplicationError when it is not taken."""
        body = {
            "id": notice.id,
            "what": notice.what,
            "cause": notice.cause,
            "text": notice.text,
            "since": notice.since.isoformat(),
            "company": self.company,
        }
        self.webhook.post(json.dumps(body, ensure_ascii=False).encode(), f"{notice.id}-{notice.what}")


ENDS = {
    "raised": "You are told once; a second message says when it is over.",
    "cleared": "It is over.",
    "test": "Nothing is wrong: somebody asked whether alerts arrive.",
}
