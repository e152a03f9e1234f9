"""Where mail leaves: SMTP, then a copy into the Sent folder, which is what a letter in doubt is looked up in.

Everything that can fail harmlessly is done before the point of no return: the log-in, the sender and every recipient
are accepted by the server before `before_press` is called, and only then does the letter itself go over the wire.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from imapclient import SEEN, IMAPClient

from bots.adapters.headers import header, parsed
from bots.adapters.imap import ImapAccount, ImapConnection, Pause
from bots.adapters.smtp import SmtpAccount, checked, connected, offer, press
from bots.adapters.workspace import BeforePress, Letter, press_freely
from bots.errors import ApplicationError, ConfigError

__all__ = ["SentFolder", "SmtpAccount", "SmtpOutbox"]

#: Headers stay on one line: the standard library would encode a long Message-ID to fold it, and nobody decodes those.
_POLICY = policy.SMTP.clone(max_line_length=998, cte_type="7bit")


@dataclass(frozen=True)
class SentFolder:
    """Where copies of sent letters are kept. The folder must exist: one made here by mistake would look empty."""

    account: ImapAccount
    folder: str = "Sent"


class SmtpOutbox:
    """Sends letters and knows which were sent. One thread at a time; `close` it at the end."""

    def __init__(
        self,
        account: SmtpAccount,
        sent: SentFolder,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        pause: Pause = time.sleep,
    ) -> None:
        self._account = account
        self._folder = sent.folder
        self._connection = ImapConnection(sent.account, pause)
        self._clock = clock

    def sent(self, message_id: str) -> bool:
        """Whether the Sent folder holds this message. Raises ApplicationError when that cannot be seen."""
        return self._connection.run(
            f"look for {message_id} in the folder {self._folder}", lambda client: self._find(client, message_id)
        )

    def send(self, letter: Letter, before_press: BeforePress = press_freely) -> None:
        """Send the letter and keep a copy in Sent.

        Raises BusinessError when an address or the letter was refused, ApplicationError otherwise; the message says
        whether the letter left, did not leave, or may have left.
        """
        message = self._message(letter)
        with connected(self._account) as server:
            offer(server, parseaddr(self._account.sender)[1], letter.to)
            before_press({"to": ", ".join(letter.to), "subject": letter.subject, "message_id": letter.message_id})
            press(server, message)
        self._keep(letter, message)

    def close(self) -> None:
        """Hang up. Using the outbox again connects again."""
        self._connection.close()

    def _message(self, letter: Letter) -> bytes:
        message = EmailMessage(policy=_POLICY)
        message["From"] = self._account.sender
        message["To"] = ", ".join(map(checked, letter.to))
        message["Subject"] = " ".join(letter.subject.split())
        message["Date"] = format_datetime(self._clock())
        message["Message-ID"] = letter.message_id
        if letter.in_reply_to:
            message["In-Reply-To"] = letter.in_reply_to
            message["References"] = letter.in_reply_to
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        for attachment in letter.attachments:
            main, _, sub = attachment.media_type.partition("/")
            message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=attachment.filename)
        return message.as_bytes()

    def _find(self, client: IMAPClient, message_id: str) -> bool:
        """HEADER searches find parts of words and ignore case: what was found is compared as a whole."""
        self._connection.select(client, self._folder, afresh=True)
        candidates = client.search(["HEADER", "Message-ID", message_id.strip("<>")])
        answer = client.fetch(candidates, ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"]) if candidates else {}
        heads = [value for facts in answer.values() for key, value in facts.items() if key.startswith(b"BODY[")]
        return any(header(parsed(head, headers_only=True), "message-id") == message_id for head in heads)

    def _keep(self, letter: Letter, message: bytes) -> None:
        def work(client: IMAPClient) -> None:
            if not self._find(client, letter.message_id):  # some servers keep the copy themselves
                client.append(self._folder, message, [SEEN])

        for last_try in (False, True):
            try:
                return self._connection.run(f"keep a copy in the folder {self._folder}", work)
            except (ApplicationError, ConfigError) as why:
                if last_try or not why.retry:
                    raise ApplicationError(
                        f"The letter {letter.message_id} to {', '.join(letter.to)} has left, but its copy could not be "
                        f"kept: {why}. It must not be sent again; put a note in the folder {self._folder}."
                    ) from why
        return None
