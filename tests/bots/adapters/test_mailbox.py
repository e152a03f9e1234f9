"""The mailbox against real servers: nothing is lost, nothing comes twice, and one bad mail stops nothing."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from bots.adapters.mailbox import ImapAccount, ImapMailbox, RememberedHere
from bots.adapters.sources import Mailboxes
from bots.domain.documents import Arrival
from bots.errors import ApplicationError, ConfigError, LoginRefused
from tests.mail_servers import SERVERS, Password, Server, Wire, wire_to

pytestmark = pytest.mark.imap


@pytest.fixture(scope="module", params=SERVERS)
def running(request: pytest.FixtureRequest) -> Iterator[Server]:
    with request.param() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    running.empty()
    return running


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    with wire_to(server.account.port or 0) as wire:
        yield wire


@pytest.fixture(scope="module", params=[SERVERS[1]])
def encrypted(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server that speaks TLS; the demo's does not."""
    with request.param() as server:
        yield server


def mail(subject: str, size: int = 0) -> bytes:
    head = f"From: buyer@morel.example\r\nSubject: {subject}\r\nMessage-ID: <{subject}@morel.example>\r\n\r\n"
    return head.encode() + b"10 bearings\r\n" + b"filling\r\n" * (size // 9)


def box(account: ImapAccount, memory: RememberedHere | None = None, **options: Any) -> ImapMailbox:
    return ImapMailbox("orders", account, memory or RememberedHere(), **{"pause": no_pause, **options})


def no_pause(seconds: float) -> None:
    """Tests do not wait for a server to recover."""


def subjects(arrivals: list[Arrival]) -> list[str]:
    return [arrival.documents[0].envelope.subject for arrival in arrivals if arrival.documents[0].envelope]


def test_every_mail_arrives_once_oldest_first_byte_for_byte(server: Server) -> None:
    server.deliver(mail("a"), mail("b"), mail("c"))
    with box(server.account) as mailbox:
        arrivals = list(mailbox.arrivals())
    assert [arrival.original for arrival in arrivals] == [mail("a"), mail("b"), mail("c")]
    assert len({arrival.source for arrival in arrivals}) == 3


def test_oldest_first_goes_by_the_time_of_arrival_across_folders(server: Server) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    with server.client() as client:
        client.create_folder("Fax")
        client.append("INBOX", mail("second"), msg_time=noon)
        client.append("Fax", mail("first"), msg_time=noon - timedelta(hours=1))
    with box(replace(server.account, folders=("INBOX", "Fax"))) as mailbox:
        arrivals = list(mailbox.arrivals())
    assert subjects(arrivals) == ["first", "second"]
    assert arrivals[1].documents[0].envelope.received == noon  # type: ignore[union-attr]


def test_the_servers_flags_are_neither_set_nor_believed(server: Server) -> None:
    server.deliver(mail("read by a colleague"), flags=(rb"\Seen",))
    server.deliver(mail("unread"))
    with box(server.account) as mailbox:
        assert len(list(mailbox.arrivals())) == 2
    assert server.flags() == [(rb"\Seen",), ()]


def test_a_settled_mail_is_remembered_moved_and_not_offered_again(server: Server) -> None:
    server.deliver(mail("a"), mail("b"))
    memory = RememberedHere()
    with box(server.account, memory) as mailbox:
        for arrival in mailbox.arrivals():
            mailbox.settle(arrival)
        assert list(mailbox.arrivals()) == []
    assert (server.subjects("INBOX"), server.subjects("Processed")) == ([], ["a", "b"])
    (remembered,) = memory.handled.values()
    assert next(iter(remembered.values())) == ("<a@morel.example>", hashlib.sha256(mail("a")).hexdigest())


def test_settling_twice_is_settling_once(server: Server) -> None:
    server.deliver(mail("a"))
    with box(server.account) as mailbox:
        (arrival,) = mailbox.arrivals()
        mailbox.settle(arrival)
        mailbox.settle(arrival)
    assert server.subjects("Processed") == ["a"]


def test_after_a_crash_between_storing_and_settling_the_mail_comes_again(server: Server) -> None:
    server.deliver(mail("a"))
    memory = RememberedHere()
    with box(server.account, memory) as crashed:
        (before,) = crashed.arrivals()
    with box(server.account, memory) as restarted:
        (again,) = restarted.arrivals()
        assert again == before
        restarted.settle(again)
    assert server.subjects("Processed") == ["a"]


def test_after_a_crash_between_remembering_and_moving_the_mail_is_only_moved(server: Server) -> None:
    server.deliver(mail("a"), mail("b"))
    memory = RememberedHere()
    with box(server.account, memory) as mailbox:
        first, _ = mailbox.arrivals()
        validity, uid = (int(part) for part in first.source.split("/")[-2:])
        memory.remember("orders", "INBOX", validity, uid, None, "")
        assert subjects(list(mailbox.arrivals())) == ["b"]
    assert (server.subjects("INBOX"), server.subjects("Processed")) == (["b"], ["a"])


def test_a_folder_numbered_anew_is_offered_again_and_old_numbers_touch_nothing(server: Server) -> None:
    account = replace(server.account, folders=("Orders",))
    memory = RememberedHere()
    with server.client() as client:
        client.create_folder("Orders")
        client.append("Orders", mail("old"))
    with box(account, memory) as mailbox:
        (old,) = mailbox.arrivals()
        with server.client() as client:
            client.delete_folder("Orders")
            client.create_folder("Orders")
            client.append("Orders", mail("new"))
        mailbox.settle(old)
        assert subjects(list(mailbox.arrivals())) == ["new"]
    assert server.subjects("Orders") == ["new"]


def test_folders_may_have_any_name(server: Server) -> None:
    name = 'Été "2026"/Commandes & co'
    with server.client() as client:
        client.create_folder(name)
        client.append(name, mail("a"))
    with box(replace(server.account, folders=(name,), processed="Traité/Été")) as mailbox:
        (arrival,) = mailbox.arrivals()
        mailbox.settle(arrival)
    assert (server.subjects(name), server.subjects("Traité/Été")) == ([], ["a"])


@pytest.mark.parametrize(
    ("missing", "left"),
    [
        pytest.param({"MOVE"}, [], id="without MOVE it is copied and deleted"),
        pytest.param({"MOVE", "UIDPLUS"}, ["a", "for another"], id="without UIDPLUS it is copied and stays"),
    ],
)
def test_a_poorer_server_loses_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch, missing: set[str], left: list[str]
) -> None:
    knows = IMAPClient.has_capability
    monkeypatch.setattr(IMAPClient, "has_capability", lambda client, name: name not in missing and knows(client, name))
    memory = RememberedHere()
    server.deliver(mail("a"))
    with box(server.account, memory) as mailbox:
        (arrival,) = mailbox.arrivals()
        server.deliver(mail("for another"), flags=(rb"\Deleted",))
        mailbox.settle(arrival)
        assert subjects(list(mailbox.arrivals())) == ["for another"]
    assert server.subjects("Processed") == ["a"]
    assert server.subjects("INBOX") == (left or ["for another"])


def test_a_mail_that_is_too_large_arrives_with_its_headers_and_says_where_the_rest_is(server: Server) -> None:
    server.deliver(mail("huge", 3_000_000), mail("small"))
    with box(server.account, limit=2_000_000) as mailbox:
        huge, small = mailbox.arrivals()
        mailbox.settle(huge)
    (document,) = huge.documents
    assert document.trouble == (
        "This mail is larger than the 2 MB this mailbox takes, so nothing in it was read. It lies whole in the folder "
        "Processed of the mailbox orders once this item is stored; open it there."
    )
    assert b"Subject: huge" in huge.original
    assert len(huge.original) < 1000
    assert (document.media_type, document.envelope.sender) == ("message/rfc822", "buyer@morel.example")  # type: ignore[union-attr]
    assert small.documents[0].trouble is None
    assert server.subjects("Processed") == ["huge"]


def test_a_server_that_understates_the_size_cannot_make_us_read_more(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = IMAPClient.fetch

    def lying(client: IMAPClient, uids: Any, data: Any) -> dict[int, dict[bytes, Any]]:
        answer: dict[int, dict[bytes, Any]] = fetch(client, uids, data)
        return {uid: {**facts, b"RFC822.SIZE": 1} for uid, facts in answer.items()}

    monkeypatch.setattr(IMAPClient, "fetch", lying)
    server.deliver(mail("huge", 3_000_000))
    with box(server.account, limit=2_000_000) as mailbox:
        (arrival,) = mailbox.arrivals()
    assert arrival.documents[0].trouble
    assert len(arrival.original) < 1000


@pytest.mark.parametrize("refused", ["BODY.PEEK[]", "RFC822.SIZE"])
def test_a_mail_the_server_cannot_hand_out_stops_no_other(
    server: Server, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    server.deliver(mail("a"), mail("b"), mail("c"))
    fetch = IMAPClient.fetch

    def failing(client: IMAPClient, uids: Any, data: list[str]) -> Any:
        bad = sorted(client.search())[1]
        if data[0].startswith(refused) and (uids == bad or (isinstance(uids, list) and bad in uids)):
            raise IMAPClientError("[SERVERBUG] corrupted index")
        return fetch(client, uids, data)

    monkeypatch.setattr(IMAPClient, "fetch", failing)
    with box(server.account) as mailbox:
        first, second, third = mailbox.arrivals()
        mailbox.settle(second)
    monkeypatch.undo()
    troubles = [arrival.documents[0].trouble for arrival in (first, second, third)]
    if refused == "RFC822.SIZE":
        assert troubles == [None, None, None], "without sizes and dates the mails themselves are still fetched"
    else:
        assert (troubles[0], troubles[2]) == (None, None)
        assert "could not hand out this mail" in str(troubles[1])
        assert "SERVERBUG" in str(troubles[1])
    assert server.subjects("Processed") == ["b"]


def test_two_unreadable_mails_are_two_documents(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.deliver(mail("a"), mail("b"))
    fetch = IMAPClient.fetch

    def failing(client: IMAPClient, uids: Any, data: list[str]) -> Any:
        if data[0].startswith("BODY"):
            raise IMAPClientError("no")
        return fetch(client, uids, data)

    monkeypatch.setattr(IMAPClient, "fetch", failing)
    with box(server.account) as mailbox:
        first, second = mailbox.arrivals()
    assert first.documents[0].sha256 != second.documents[0].sha256


def test_a_connection_lost_while_fetching_is_made_again_and_nothing_is_lost(server: Server, wire: Wire) -> None:
    server.deliver(mail("a"), mail("b", 200_000), mail("c"))
    wire.cuts = [60_000]
    memory = RememberedHere()
    with box(wire.account(server.account), memory) as mailbox:
        arrivals = []
        for arrival in mailbox.arrivals():
            arrivals.append(arrival)
            mailbox.settle(arrival)
    assert [arrival.original for arrival in arrivals] == [mail("a"), mail("b", 200_000), mail("c")]
    assert (server.subjects("INBOX"), server.subjects("Processed")) == ([], ["a", "b", "c"])
    assert wire.connections == 2


def test_a_mail_that_breaks_the_connection_each_time_goes_to_a_person_and_the_others_arrive(
    server: Server, wire: Wire
) -> None:
    server.deliver(mail("a"), mail("poison", 200_000), mail("c"))
    wire.cuts = [60_000, 60_000, 60_000, 60_000]
    with box(wire.account(server.account)) as mailbox:
        arrivals = list(mailbox.arrivals())
    assert [bool(arrival.documents[0].trouble) for arrival in arrivals] == [False, True, False]
    assert "dropped the connection 4 times" in str(arrivals[1].documents[0].trouble)


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param([0, 200_000, 200_000, 0], id="two in a row"),
        pytest.param([0, 200_000], id="the last one, with none after it to prove the connection good"),
    ],
)
def test_a_wire_that_carries_nothing_large_is_not_blamed_on_the_mails(
    server: Server, wire: Wire, sizes: list[int]
) -> None:
    server.deliver(*(mail(f"m{number}", size) for number, size in enumerate(sizes)))
    wire.cuts = [60_000] * 20
    arrivals: list[Arrival] = []
    with box(wire.account(server.account)) as mailbox, pytest.raises(ApplicationError, match="dropped the connection"):
        arrivals.extend(mailbox.arrivals())
    with box(server.account) as mailbox:
        assert len(list(mailbox.arrivals())) == len(sizes)
    assert [arrival.original for arrival in arrivals] == [mail("m0")]


def test_a_server_that_is_gone_is_an_application_error_and_later_everything_is_there(
    server: Server, wire: Wire
) -> None:
    server.deliver(mail("a"), mail("b", 200_000))
    pauses: list[float] = []
    with box(wire.account(server.account), pause=pauses.append) as mailbox:
        wire.cuts = [60_000]
        arrivals = mailbox.arrivals()
        assert next(arrivals).original == mail("a")
        wire.broken = True
        with pytest.raises(ApplicationError, match="did not answer while trying to fetch message"):
            next(arrivals)
        wire.broken = False
        assert [arrival.original for arrival in mailbox.arrivals()] == [mail("a"), mail("b", 200_000)]
    assert len(pauses) == 3, "between four attempts there are three pauses"


def test_a_refused_log_in_is_tried_once(server: Server, wire: Wire) -> None:
    account = wire.account(server.account, password=Password("wrong-canary"))
    with box(account) as mailbox, pytest.raises(LoginRefused, match="refused the log-in") as refused:
        list(mailbox.arrivals())
    assert wire.connections == 1
    assert not refused.value.retry
    assert "wrong-canary" not in str(refused.value) + repr(account)


def test_a_folder_that_does_not_exist_is_named_when_the_others_were_read(server: Server) -> None:
    server.deliver(mail("a"))
    with box(replace(server.account, folders=("Commandes", "INBOX"))) as mailbox:
        arrivals = mailbox.arrivals()
        assert next(arrivals).original == mail("a")
        with pytest.raises(ApplicationError, match="read the folder Commandes"):
            next(arrivals)


def test_a_refused_move_holds_up_no_mail_and_is_reported_after_the_next_look(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise IMAPClientError("[OVERQUOTA] full")

    server.deliver(mail("a"), mail("b"))
    with box(server.account) as mailbox:
        monkeypatch.setattr(IMAPClient, "move", refuse)
        for arrival in mailbox.arrivals():
            mailbox.settle(arrival)
        with pytest.raises(ApplicationError, match=r"move 2 handled messages of INBOX to Processed.*OVERQUOTA"):
            list(mailbox.arrivals())
        monkeypatch.undo()
        assert list(mailbox.arrivals()) == []
    assert server.subjects("Processed") == ["a", "b"]


def test_the_mail_that_lies_there_is_named_alike_by_whoever_asks_until_more_comes(server: Server) -> None:
    with box(server.account) as one, box(server.account) as two:
        assert one.lying() is None
        server.deliver(mail("a"))
        first = one.lying()
        assert first == two.lying() == one.lying()
        server.deliver(mail("b"))
        second = one.lying()
        assert second == two.lying() != first
        for arrival in one.arrivals():
            one.settle(arrival)
        assert two.lying() is None
        server.deliver(mail("c"))
        assert two.lying() not in {None, first, second}


def test_mail_in_a_further_folder_lies_there_too(server: Server) -> None:
    with server.client() as client:
        client.create_folder("Sales")
    with box(replace(server.account, folders=("INBOX", "Sales"))) as mailbox:
        assert mailbox.lying() is None
        with server.client() as client:
            client.append("Sales", mail("for sales"))
        assert mailbox.lying()


def test_waiting_ends_when_mail_comes_in(server: Server) -> None:
    server.deliver(mail("a"))
    with box(server.account) as mailbox:
        list(mailbox.arrivals())
        deliver = threading.Timer(0.3, server.deliver, [mail("b")])
        deliver.start()
        assert mailbox.wait(60)
        deliver.join()
        assert subjects(list(mailbox.arrivals())) == ["a", "b"]


def test_waiting_ends_at_once_when_mail_came_in_since_the_last_look(server: Server) -> None:
    with box(server.account) as mailbox:
        assert list(mailbox.arrivals()) == []
        server.deliver(mail("a"))
        assert mailbox.wait(60)


def test_waiting_for_nothing_ends_too(server: Server) -> None:
    server.deliver(mail("a"))
    with box(server.account) as mailbox:
        list(mailbox.arrivals())
        assert not mailbox.wait(0.05)


def test_a_server_without_idle_is_asked_now_and_then(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    knows = IMAPClient.has_capability
    monkeypatch.setattr(IMAPClient, "has_capability", lambda client, name: name != "IDLE" and knows(client, name))
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            server.deliver(mail("a"))

    with box(server.account, pause=pause) as mailbox:
        list(mailbox.arrivals())
        assert mailbox.wait(60)
        assert len(pauses) == 3
        list(mailbox.arrivals())
        assert not mailbox.wait(12)
    assert sum(pauses[3:]) == 12


def test_several_mailboxes_are_one_and_each_settles_its_own(server: Server) -> None:
    with server.client() as client:
        client.create_folder("Sales")
        client.append("Sales", mail("for sales"))
    server.deliver(mail("for orders"))
    memory = RememberedHere()
    both = Mailboxes((
        ImapMailbox("orders", server.account, memory),
        ImapMailbox("sales", replace(server.account, folders=("Sales",), processed="Sales done"), memory),
    ))  # fmt: skip
    for arrival in both.arrivals():
        both.settle(arrival)
    assert list(both.arrivals()) == []
    both.close()
    assert server.subjects("Processed") == ["for orders"]
    assert server.subjects("Sales done") == ["for sales"]


def test_a_mailbox_that_is_down_does_not_keep_the_others_waiting(server: Server, wire: Wire) -> None:
    server.deliver(mail("a"))
    wire.broken = True
    both = Mailboxes((box(wire.account(server.account)), ImapMailbox("sales", server.account, RememberedHere())))
    arrivals = both.arrivals()
    assert next(arrivals).original == mail("a")
    with pytest.raises(ApplicationError, match="did not answer"):
        next(arrivals)
    both.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_encrypted_connection_is_made_only_to_a_server_with_a_trusted_certificate(
    encrypted: Server, security: Any
) -> None:
    server = encrypted
    server.empty()
    server.deliver(mail("a"))
    port = server.tls_port if security == "tls" else server.account.port
    account = replace(server.account, security=security, port=port)
    with box(account) as distrusting, pytest.raises(ConfigError, match=r"not trusted .* `ca_file`"):
        list(distrusting.arrivals())
    with box(replace(account, ca_file=server.ca_file)) as trusting:
        assert subjects(list(trusting.arrivals())) == ["a"]


PASSWORD = Password("canary")


def test_a_ca_file_that_is_not_there_is_named() -> None:
    account = ImapAccount("127.0.0.1", "orders", PASSWORD, ca_file="no-such-file.pem")
    with box(account) as mailbox, pytest.raises(ConfigError, match=r"no-such-file.pem"):
        list(mailbox.arrivals())


@pytest.mark.parametrize("host", ["imap.example.com", "192.0.2.1", "::2", "127.0.0.1.example.com"])
def test_a_password_never_travels_in_plain_text_to_another_machine(host: str) -> None:
    with pytest.raises(ConfigError, match="unencrypted"):
        ImapAccount(host, "orders", PASSWORD, security="plain")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_plain_text_is_for_this_machine(host: str) -> None:
    assert "canary" not in repr(ImapAccount(host, "orders", PASSWORD, security="plain"))


def test_the_processed_folder_is_not_read() -> None:
    with pytest.raises(ConfigError, match="its own processed folder"):
        ImapAccount("imap.example.com", "orders", PASSWORD, folders=("INBOX", "Done"), processed="Done")


def test_a_mailbox_name_is_one_word_of_its_sources() -> None:
    with pytest.raises(ConfigError, match="slash"):
        ImapMailbox("a/b", ImapAccount("imap.example.com", "orders", PASSWORD), RememberedHere())
