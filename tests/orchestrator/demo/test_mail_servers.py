"""The demo's post office: what is delivered can be read, what is sent is kept, and nothing outlives its starter."""

from __future__ import annotations

import smtplib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from imapclient import IMAPClient

from orchestrator.demo.mail_servers import MailServer, MailServers, running_mail

LETTER = (
    b"From: a@morel.example\r\nTo: orders@brunel.example\r\nSubject: Order\r\n\r\n10 bearings\r\n.\r\n.5 grease\r\n"
)


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailServers]:
    with running_mail(tmp_path_factory.mktemp("mail")) as servers:
        yield servers


def logged_in(server: MailServer) -> IMAPClient:
    client = IMAPClient(server.host, server.port, ssl=False, timeout=20)
    client.login(server.user, server.password)
    return client


def test_the_mailbox_starts_empty_with_the_folders_of_the_demo(mail: MailServers) -> None:
    with logged_in(mail.imap) as client:
        folders = {name for _, _, name in client.list_folders()}
    assert {"INBOX", "Processed", "Sent"} <= folders
    assert [mail.count(name) for name in ("INBOX", "Processed", "Sent")] == [0, 0, 0]


def test_a_delivered_mail_is_read_byte_for_byte(mail: MailServers) -> None:
    mail.deliver(LETTER, folder="Processed")
    with logged_in(mail.imap) as client:
        client.select_folder("Processed", readonly=True)
        (found,) = client.fetch(client.search(), ["BODY.PEEK[]"]).values()
    assert found[b"BODY[]"] == LETTER


def test_a_sent_mail_is_kept_byte_for_byte(mail: MailServers) -> None:
    with smtplib.SMTP(mail.smtp.host, mail.smtp.port, timeout=20) as client:
        client.login(mail.smtp.user, mail.smtp.password)
        client.sendmail("orders@brunel.example", ["a@morel.example"], LETTER)
    assert mail.sent_mail == [LETTER]


def test_nobody_sends_without_the_password(mail: MailServers) -> None:
    with (
        smtplib.SMTP(mail.smtp.host, mail.smtp.port, timeout=20) as client,
        pytest.raises(smtplib.SMTPSenderRefused, match="log in first"),
    ):
        client.sendmail("orders@brunel.example", ["a@morel.example"], LETTER)


def test_two_post_offices_run_side_by_side(mail: MailServers, tmp_path: Path) -> None:
    with running_mail(tmp_path) as other:
        other.deliver(LETTER)
        assert (other.count(), mail.count()) == (1, 0)


STARTER = """
import os, sys
from pathlib import Path
from orchestrator.demo.mail_servers import running_mail
with running_mail(Path(sys.argv[1])) as servers:
    print(servers.imap.port, flush=True)
    sys.stdin.read()
"""


def test_the_imap_server_ends_when_its_starter_is_killed(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(tmp_path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as starter:
        assert starter.stdout is not None
        port = int(starter.stdout.readline())
        client = IMAPClient("127.0.0.1", port, ssl=False, timeout=20)
        starter.kill()
    assert client.socket().recv(1) == b"", "the connection must be closed from the other side"
    client.shutdown()
