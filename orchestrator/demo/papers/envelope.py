"""The mails the papers travel in: complete messages as our own receiving server stored them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from orchestrator.demo.world import COMPANY_DOMAIN, ORDERS_ADDRESS

_RECEIVER = f"mx.{COMPANY_DOMAIN}"


@dataclass(frozen=True)
class Sender:
    """Who writes, from which hour of the day before yesterday's orders are read, in hours east of Greenwich."""

    name: str
    address: str
    east: int = 1

    @property
    def domain(self) -> str:
        """The domain of the address."""
        return self.address.partition("@")[2]


def moment(day: date, clock: str, east: int = 1) -> datetime:
    """`clock` ("07:42") on `day`, in a zone so many hours east of Greenwich."""
    return datetime.combine(day, time.fromisoformat(clock), timezone(timedelta(hours=east)))


def letter(
    name: str, sender: Sender, subject: str, text: str, sent: datetime, to: str = ORDERS_ADDRESS
) -> EmailMessage:
    """A mail our server received and whose origin it could prove (RFC 8601)."""
    message = EmailMessage(policy=SMTP)
    message["Return-Path"] = f"<{sender.address}>"
    message["Authentication-Results"] = (
        f"{_RECEIVER}; dkim=pass header.d={sender.domain} header.s=s1; spf=pass smtp.mailfrom={sender.address}; "
        f"dmarc=pass header.from={sender.domain}"
    )
    message["Received"] = (
        f"from mail.{sender.domain} (mail.{sender.domain} [192.0.2.25]) by {_RECEIVER} with ESMTPS id {name}; "
        f"{format_datetime(sent + timedelta(seconds=4))}"
    )
    message["Date"] = sent
    message["From"] = Address(sender.name, addr_spec=sender.address)
    message["To"] = to
    message["Subject"] = subject
    message["Message-ID"] = f"<{name}.{sent:%Y%m%d}@{sender.domain}>"
    message.set_content(text, cte="quoted-printable")
    return message


def with_pdf(message: EmailMessage, content: bytes, filename: str) -> EmailMessage:
    """The mail with a PDF attached, its parts parted by a fixed boundary."""
    message.add_attachment(content, maintype="application", subtype="pdf", filename=filename)
    return _parted(message)


def with_mail(message: EmailMessage, inner: EmailMessage) -> EmailMessage:
    """The mail with another mail attached, as a program forwards one."""
    message.add_attachment(inner, filename="Commande.eml")
    return _parted(message)


def _parted(message: EmailMessage) -> EmailMessage:
    name = str(message["Message-ID"]).strip("<>").partition("@")[0]
    message.set_boundary(f"=_{name}")
    return message
