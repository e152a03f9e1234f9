"""Mails written by machines, which must never be taken for orders: a bounce and an automatic reply."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from orchestrator.demo.papers.envelope import Sender, letter
from orchestrator.demo.world import COMPANY_DOMAIN, ORDERS_ADDRESS

_BOUNCE = """\
Return-Path: <>
Received: from mx.{domain} (localhost [127.0.0.1]) by mx.{domain} with ESMTP id bounce; {date}
Date: {date}
From: Mail Delivery System <MAILER-DAEMON@mx.{domain}>
To: {us}
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce.{stamp}@mx.{domain}>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_bounce"

This is a MIME-encapsulated message.

--=_bounce
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.{domain}.

Your message could not be delivered to one or more recipients.
It is attached below.

<{failed}>: host mail.{failed_domain}[192.0.2.40] said: 550 5.1.1
    <{failed}>: Recipient address rejected: User unknown
    (in reply to RCPT TO command)

--=_bounce
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.{domain}
Arrival-Date: {date}

Final-Recipient: rfc822; {failed}
Original-Recipient: rfc822;{failed}
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.{failed_domain}
Diagnostic-Code: smtp; 550 5.1.1 <{failed}>: Recipient address rejected:
    User unknown

--=_bounce
Content-Type: text/rfc822-headers

From: {us}
To: {failed}
Subject: Confirmation of your purchase order PO-88123
Message-ID: <confirmation.{stamp}@{domain}>
Date: {date}

--=_bounce--
"""


def bounce(failed: str, sent: datetime) -> bytes:
    """A delivery status notification (RFC 3464): a confirmation of ours that `failed` could not receive."""
    text = _BOUNCE.format(
        domain=COMPANY_DOMAIN, us=ORDERS_ADDRESS, failed=failed, failed_domain=failed.partition("@")[2],
        date=format_datetime(sent), stamp=f"{sent:%Y%m%d}",
    )  # fmt: skip
    return text.replace("\n", "\r\n").encode("ascii")


def automatic_reply(sender: Sender, sent: datetime) -> EmailMessage:
    """An out-of-office note (RFC 3834) that mentions an order, as such notes do."""
    text = (
        "Guten Tag,\n\nich bin bis Ende der Woche nicht im Büro. Ihre Nachricht zur Bestellung 4500098611 wird nicht\n"
        "weitergeleitet. In dringenden Fällen: einkauf@hartmann-antriebe.example.\n\nMit freundlichen Grüßen\nS. Vogt\n"
    )
    message = letter("abwesend", sender, "Automatische Antwort: Auftragsbestätigung 4500098611", text, sent)
    message.replace_header("Return-Path", "<>")
    message["Auto-Submitted"] = "auto-replied"
    message["In-Reply-To"] = f"<confirmation.4500098611@{COMPANY_DOMAIN}>"
    message["X-Auto-Response-Suppress"] = "All"
    return message
