"""The outbox: a letter leaves once, a copy is kept, and every failure says whether it left."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from bots.adapters.outbox import SentFolder, SmtpAccount, SmtpOutbox
from bots.adapters.workspace import Attachment, Letter, press_freely
from bots.errors import ApplicationError, BusinessError, ConfigError, LoginRefused, O2CError, StoreError
from orchestrator.demo.mail_servers import SmtpServer, running_mail
from tests.mail_servers import SERVERS, Password, Server, free_port, wire_to, write_certificate

pytestmark = pytest.mark.imap

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LETTER = Letter(
    to=("achats@ateliers-morel.example",),
    subject="Votre commande PO-1001",
    text="Bonjour,\n\nvotre commande est enregistrée sous le numéro A-1.\n",
    message_id="<confirmation.po1001@brunel-fournitures.example>",
    in_reply_to="<1@ateliers-morel.example>",
    attachments=(Attachment("A-1 été.pdf", "application/pdf", b"%PDF-1.7"),),
)
SENDER = "Brunel orders <orders@brunel-fournitures.example>"


@dataclass
class Post:
    """An SMTP server that answers as told: `says` maps MAIL, RCPT, DATA to an answer; `hangs_up` at one of them."""

    port: int = 0
    says: dict[str, str] = field(default_factory=dict)
    hangs_up: str | None = None
    taken: list[Envelope] = field(default_factory=list)

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        envelope.mail_from = address
        return self._answer("MAIL", server)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        envelope.rcpt_tos.append(address)
        return self._answer(address if address in self.says else "RCPT", server)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.taken.append(envelope)
        return self._answer("DATA", server)

    def _answer(self, moment: str, server: SMTP) -> str:
        if self.hangs_up == moment:
            assert server.transport is not None
            server.transport.close()
        return self.says.get(moment, "250 OK")

    @property
    def raw(self) -> list[bytes]:
        return [cast("bytes", envelope.original_content) for envelope in self.taken]


@contextmanager
def open_for_mail(**spoken: Any) -> Iterator[Post]:
    post = Post()
    controller = SmtpServer(post, hostname="127.0.0.1", port=0, server_hostname="localhost", **spoken)
    controller.start()
    post.port = controller.port
    try:
        yield post
    finally:
        controller.stop()


@pytest.fixture
def post() -> Iterator[Post]:
    with open_for_mail() as post:
        yield post


@pytest.fixture(scope="module", params=SERVERS)
def running(request: pytest.FixtureRequest) -> Iterator[Server]:
    with request.param() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    running.empty()
    return running


@contextmanager
def outbox(post: Post, server: Server, **changes: Any) -> Iterator[SmtpOutbox]:
    account = SmtpAccount("127.0.0.1", SENDER, port=post.port, security="plain", timeout=20)
    sent = SentFolder(server.account)
    box = SmtpOutbox(replace(account, **changes), sent, clock=lambda: NOON, pause=lambda _: None)
    try:
        yield box
    finally:
        box.close()


def read(raw: bytes) -> EmailMessage:
    return cast("EmailMessage", message_from_bytes(raw, policy=policy.default))


def test_a_letter_leaves_with_everything_a_mail_program_needs(post: Post, server: Server) -> None:
    with outbox(post, server) as box:
        box.send(LETTER)
    (envelope,) = post.taken
    assert envelope.mail_from == "orders@brunel-fournitures.example"
    assert envelope.rcpt_tos == ["achats@ateliers-morel.example"]
    message = read(post.raw[0])
    assert dict(message.items()) == {
        "From": SENDER,
        "To": "achats@ateliers-morel.example",
        "Subject": "Votre commande PO-1001",
        "Date": "Mon, 02 Mar 2026 12:00:00 +0000",
        "Message-ID": LETTER.message_id,
        "In-Reply-To": "<1@ateliers-morel.example>",
        "References": "<1@ateliers-morel.example>",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
        "Content-Type": message["Content-Type"],
    }
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == LETTER.text
    (attachment,) = message.iter_attachments()
    assert (attachment.get_filename(), attachment.get_content()) == ("A-1 été.pdf", b"%PDF-1.7")


def test_a_sent_letter_is_found_in_sent_as_it_left(post: Post, server: Server) -> None:
    with outbox(post, server) as box:
        assert not box.sent(LETTER.message_id)
        box.send(LETTER)
        assert box.sent(LETTER.message_id)
    with server.client() as client:
        client.select_folder("Sent", readonly=True)
        (kept,) = client.fetch(client.search(), ["BODY.PEEK[]", "FLAGS"]).values()
    assert kept[b"BODY[]"] == post.raw[0]
    assert rb"\Seen" in kept[b"FLAGS"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("<2.confirmation.po1001@brunel-fournitures.example>", id="a longer one that ends in it"),
        pytest.param("<confirmation.po1001@brunel-fournitures.example.org>", id="a longer one that starts with it"),
        pytest.param("<CONFIRMATION.PO1001@brunel-fournitures.example>", id="other letters"),
    ],
)
def test_another_letters_message_id_is_not_ours(post: Post, server: Server, other: str) -> None:
    server.deliver(f"Message-ID: {other}\r\n\r\ntext".encode(), folder="Sent")
    with outbox(post, server) as box:
        assert not box.sent(LETTER.message_id)
        assert box.sent(other)


def test_a_long_message_id_and_subject_arrive_as_they_are(post: Post, server: Server) -> None:
    long = replace(
        LETTER,
        message_id=f"<{'confirmation.' * 12}@brunel-fournitures.example>",
        in_reply_to=f"<{'commande.' * 20}@ateliers-morel.example>",
        subject=f"Commande\r\nBcc: thief@x.example {'n°12 ' * 60}",
    )
    with outbox(post, server) as box:
        box.send(long)
        assert box.sent(long.message_id)
    message = read(post.raw[0])
    assert message["Bcc"] is None
    assert message["Subject"] == f"Commande Bcc: thief@x.example {'n°12 ' * 60}".strip()
    assert f"Message-ID: {long.message_id}\r\n".encode() in post.raw[0]
    assert f"In-Reply-To: {long.in_reply_to}\r\n".encode() in post.raw[0]


def test_the_intent_is_written_when_every_recipient_was_accepted_and_nothing_has_left(
    post: Post, server: Server
) -> None:
    seen: list[tuple[dict[str, str], int]] = []
    with outbox(post, server) as box:
        box.send(LETTER, lambda fields: seen.append((dict(fields), len(post.taken))))
    fields = {"to": LETTER.to[0], "subject": LETTER.subject, "message_id": LETTER.message_id}
    assert seen == [(fields, 0)]
    assert len(post.taken) == 1


def test_nothing_leaves_when_the_intent_cannot_be_written(post: Post, server: Server) -> None:
    def refuse(_: object) -> None:
        raise StoreError("the disk is full")

    with outbox(post, server) as box, pytest.raises(StoreError):
        box.send(LETTER, refuse)
    assert post.taken == []


@pytest.mark.parametrize(
    ("says", "hangs_up", "error", "words", "pressed"),
    [
        pytest.param({"RCPT": "550 no such user"}, None, BusinessError, "did not leave", False, id="unknown recipient"),
        pytest.param({"MAIL": "553 not yours"}, None, BusinessError, "did not leave", False, id="sender refused"),
        pytest.param({"RCPT": "451 later"}, None, ApplicationError, "did not leave", False, id="recipient, not now"),
        pytest.param({}, "RCPT", ApplicationError, "did not leave", False, id="connection lost before the letter"),
        pytest.param({"DATA": "554 spam"}, None, BusinessError, "did not leave", True, id="letter refused"),
        pytest.param({"DATA": "452 disk full"}, None, ApplicationError, "did not leave", True, id="letter, not now"),
        pytest.param({}, "DATA", ApplicationError, "may have left", True, id="connection lost after the letter"),
    ],
)
def test_every_failure_says_whether_the_letter_left(
    post: Post,
    server: Server,
    says: dict[str, str],
    hangs_up: str | None,
    error: type[O2CError],
    words: str,
    pressed: bool,
) -> None:
    post.says, post.hangs_up = says, hangs_up
    intents: list[object] = []
    with outbox(post, server) as box:
        with pytest.raises(O2CError, match=words) as failed:
            box.send(LETTER, intents.append)
        assert type(failed.value) is error
        assert not box.sent(LETTER.message_id)
    assert bool(intents) == pressed


def test_if_one_recipient_is_refused_the_letter_goes_to_nobody(post: Post, server: Server) -> None:
    post.says = {"gone@ateliers-morel.example": "550 gone"}
    both = replace(LETTER, to=(*LETTER.to, "gone@ateliers-morel.example"))
    with outbox(post, server) as box, pytest.raises(BusinessError, match=r"gone@ateliers-morel\.example: 550 gone"):
        box.send(both)
    assert post.taken == []


def test_a_server_that_is_not_there_is_an_application_error(post: Post, server: Server) -> None:
    with outbox(post, server, port=free_port()) as box, pytest.raises(ApplicationError, match="cannot be reached"):
        box.send(LETTER)


@pytest.mark.parametrize("address", ["", "nobody", "a@b@c", "a b@c.example", "é@c.example", "a@c.example\r\nBcc: x@y"])
def test_an_address_mail_cannot_be_sent_to_stops_before_any_connection(
    post: Post, server: Server, address: str
) -> None:
    with outbox(post, server) as box, pytest.raises(BusinessError, match="not an address"):
        box.send(replace(LETTER, to=(address,)))
    assert post.taken == []


def failing(times: int) -> Any:
    append, failures = IMAPClient.append, iter(range(times))

    def fail(client: IMAPClient, *arguments: Any) -> Any:
        if next(failures, None) is not None:
            raise IMAPClientError("[OVERQUOTA] full")
        return append(client, *arguments)

    return fail


def test_a_copy_that_fails_once_is_kept_the_second_time(
    post: Post, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(IMAPClient, "append", failing(1))
    with outbox(post, server) as box:
        box.send(LETTER)
    assert (len(post.taken), server.subjects("Sent")) == (1, [LETTER.subject])


def test_a_letter_that_left_without_a_copy_says_so(post: Post, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(IMAPClient, "append", failing(2))
    with outbox(post, server) as box, pytest.raises(ApplicationError, match="has left, but its copy could not be kept"):
        box.send(LETTER)
    assert len(post.taken) == 1


def test_a_server_that_keeps_the_copy_itself_keeps_one(post: Post, server: Server) -> None:
    with outbox(post, server) as box:
        box.send(LETTER, lambda _: server.deliver(f"Message-ID: {LETTER.message_id}\r\n\r\n".encode(), folder="Sent"))
    with server.client() as client:
        client.select_folder("Sent", readonly=True)
        assert len(client.search()) == 1


def test_a_connection_lost_while_the_copy_is_kept_leaves_one_copy(post: Post, server: Server) -> None:
    with wire_to(server.account.port or 0) as wire:
        wire.cuts = [700]
        with outbox(post, replace(server, account=wire.account(server.account))) as box:
            box.send(LETTER)
            assert wire.connections == 2
    assert server.subjects("Sent") == [LETTER.subject]


def test_a_sent_folder_that_is_not_there_never_looks_empty(post: Post, server: Server) -> None:
    account = SmtpAccount("127.0.0.1", SENDER, port=post.port, security="plain")
    box = SmtpOutbox(account, SentFolder(server.account, "Gesendet"))
    with pytest.raises(ApplicationError, match="Gesendet"):
        box.sent(LETTER.message_id)
    box.close()


def test_a_refused_log_in_says_so_without_the_password(server: Server, tmp_path: Path) -> None:
    with running_mail(tmp_path) as mail:
        account = SmtpAccount(
            "127.0.0.1", SENDER, user=mail.smtp.user, password=Password("canary"), port=mail.smtp.port, security="plain"
        )
        good = replace(account, password=Password(mail.smtp.password))
        with pytest.raises(LoginRefused, match="did not leave") as refused:
            SmtpOutbox(account, SentFolder(server.account)).send(LETTER, press_freely)
        box = SmtpOutbox(good, SentFolder(server.account))
        box.send(LETTER)
        box.close()
        assert "canary" not in str(refused.value) + repr(account)
        assert len(mail.sent_mail) == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_letter_goes_only_to_a_server_with_a_trusted_certificate(
    server: Server, tmp_path: Path, security: Any
) -> None:
    write_certificate(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    spoken = {"ssl_context": context} if security == "tls" else {"tls_context": context, "require_starttls": True}
    trusted = str(tmp_path / "certificate.pem")
    with open_for_mail(**spoken) as post:
        with (
            outbox(post, server, security=security) as box,
            pytest.raises(ConfigError, match=r"not trusted .* `ca_file`"),
        ):
            box.send(LETTER)
        assert post.taken == []
        with outbox(post, server, security=security, ca_file=trusted) as box:
            box.send(LETTER)
        assert len(post.taken) == 1


def test_a_password_never_travels_in_plain_text_to_another_machine() -> None:
    with pytest.raises(ConfigError, match="unencrypted"):
        SmtpAccount("smtp.example.com", SENDER, security="plain")


def test_a_sender_without_an_address_is_refused_at_the_start() -> None:
    with pytest.raises(ConfigError, match="not a mail address"):
        SmtpAccount("smtp.example.com", "Brunel orders")
