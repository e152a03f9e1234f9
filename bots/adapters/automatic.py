"""Whether a machine wrote a mail: a bounce, an automatic reply, a receipt, a complaint.

A bounce is tested before an automatic reply, because bounces carry `Auto-Submitted: auto-replied` too (RFC 3834).
`auto-generated` alone says nothing: purchasing systems put it on the orders they send.
"""

from __future__ import annotations

import re
from email.message import Message

from bots.adapters.headers import every, filename, header, mailboxes

_REPORTS = {"delivery-status": "bounce", "feedback-report": "complaint", "disposition-notification": "receipt"}
_DAEMON = re.compile(
    r"^(mailer-?daemon|mail-?daemon|mdaemon|mmdf|mail[._-]?delivery[._-]?(system|subsystem)?|microsoftexchange[0-9a-f]*)@",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"^\"?(post_?master|daemon|uucp|mailadmin|system[ ._-]administrator|ndr)\"?@", re.IGNORECASE)
_SURELY_FAILED = re.compile(
    r"^\s*(undelivered mail returned|undeliverable( mail| message)?:|delivery status notification \W|returned mail: "
    r"|mail delivery (failed|failure|error|warning)|mail could not be delivered|unzustellbar:|non remis\s*:"
    r"|no se puede entregar:|(failure notice|delivery (failure|status)( notification)?|returned mail - .*)\s*$)",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"^\s*(undelivered mail returned|undeliverable( mail| message)?:|delivery status notification|returned mail[: -]"
    r"|mail delivery (failed|failure|error|warning)|mail could not be delivered|delivery failure( notification)?\b"
    r"|failure notice|unzustellbar:|non remis\s*:|no se puede entregar:)",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"undeliver|not (be )?deliver|non-delivery|deliver(y|ed)? .{0,20}(fail|error|problem|delay|report|status)"
    r"|fail(ed|ure).{0,10}(mail|deliver)|returned (mail|to sender)|return(ed|ing)? message|failure notice"
    r"|mail(er)? (system )?(delivery )?(failed|failure|error)|user unknown|message bounced|delayed"
    r"|nicht zugestellt|zustellung|échec de (la )?(remise|distribution)|non distribu|no entregad|mancato recapito"
    r"|niet worden bezorgd|onbestelbaar|不達|配信|エラー",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(r"^\s*complaint about message from ", re.IGNORECASE)
_REPLIED = re.compile(
    r"^\s*(automatic reply|auto(matic|matische|mated)?[- ]?(reply|response|responder)|autoreply|auto:"
    r"|out of (the )?office|automatische antwort|abwesenheit|réponse automatique|absence du bureau|absent du bureau"
    r"|message d'absence|respuesta automática|fuera de (la )?oficina|risposta automatica|automatisch antwoord"
    r"|resposta automática)",
    re.IGNORECASE,
)
_REPLY_HEADERS = ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply", "x-autoresponder")


def automatic(message: Message) -> str | None:
    """`bounce`, `complaint`, `receipt` or `automatic reply`; None when a person, or a system with business, wrote."""
    return _report(message) or _bounce(message) or _reply(message)


def _report(message: Message) -> str | None:
    """What a machine-readable report in the mail says it is (RFC 3462: multipart/report and its parts)."""
    kinds = {part.get_content_subtype() for part in _near(message) if part.get_content_maintype() == "message"}
    if message.get_content_type() == "multipart/report":
        kinds.add(str(message.get_param("report-type", "")).lower())
    return next((word for kind, word in _REPORTS.items() if kind in kinds), None)


def _near(message: Message) -> list[Message]:
    """The parts of the mail and of its direct multiparts, nothing inside an attached mail."""
    if not message.is_multipart() or message.get_content_maintype() != "multipart":
        return []
    children: list[Message] = [part for part in message.get_payload() if isinstance(part, Message)]
    return children + [grandchild for child in children for grandchild in _near(child)]


def _carries_files(message: Message) -> bool:
    """Whether more than text and mails hangs on it, as on a customer's mail about a delivery that failed."""
    return any(
        part.get_content_maintype() not in {"text", "message", "multipart"} and filename(part)
        for part in _near(message)
    )


def _bounce(message: Message) -> str | None:
    """What servers say that send no machine-readable report: by who writes, to whom one could answer, and how."""
    sender = next((address for _, address in mailboxes(message, "from")), "")
    subject = header(message, "subject")
    if _COMPLAINT.match(subject):
        return "complaint"
    if "x-failed-recipients" in message or _DAEMON.match(sender):
        return "bounce"
    if _SURELY_FAILED.match(subject) and not _carries_files(message):
        return "bounce"
    nobody = not sender or any(value.strip() == "<>" for value in every(message, "return-path"))
    clues = (nobody, bool(_OFFICE.match(sender)), bool(_FAILED.search(subject)))
    return "bounce" if sum(clues) > 1 else None


def _reply(message: Message) -> str | None:
    submitted = header(message, "auto-submitted").lower()
    precedence = header(message, "precedence").lower()
    if (
        submitted.startswith("auto-replied")
        or precedence in {"auto_reply", "auto-reply"}
        or any(name in message for name in _REPLY_HEADERS)
        or "autoresponder" in header(message, "x-post-messageclass").lower()
        or _REPLIED.match(header(message, "subject"))
    ):
        return "automatic reply"
    return None
