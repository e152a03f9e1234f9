"""What is told, decided as a table; that it is told once and its end once, over a real mail server and web server."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime, timedelta

import pytest
import yaml

from bots.adapters.secrets import variable
from bots.adapters.workspace import Telling
from bots.errors import ApplicationError
from orchestrator.alerts import alerts
from orchestrator.assembly import alert_channels, open_house
from orchestrator.demo.mail_servers import running_mail
from orchestrator.store.item import State
from orchestrator.store.snapshot import Miss, Parked, RunCount, Snapshot, Standing, WorkerSeen
from orchestrator.watch import look, watch
from tests.bots.adapters.test_webhook import receiver

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=2)


def silent(seconds):
    return WorkerSeen("w1", "worker", "here", timedelta(seconds=seconds), timedelta(seconds=60))


@pytest.mark.parametrize(
    ("snapshot", "causes"),
    [
        pytest.param(Snapshot(NOW), (), id="nothing is wrong"),
        pytest.param(Snapshot(NOW, runs=(RunCount("b", 9, 3, None, "r9"),)), (), id="red once, balanced since"),
        pytest.param(Snapshot(NOW, runs=(RunCount("b", 9, 3, "2 missing", "r9"),)), ("red:b",), id="the last is red"),
        pytest.param(
            Snapshot(NOW, items=(Standing("b", State.WAITING, 3, EARLIER), Standing("b", State.IN_DOUBT, 1, EARLIER))),
            (), id="people have work: no alert",
        ),
        pytest.param(
            Snapshot(NOW, items=(Standing("b", State.FAILED, 2, EARLIER),)), ("dead-letters:b",), id="dead letters"
        ),
        pytest.param(Snapshot(NOW, parked=(Parked("p", EARLIER, "o2c", "locked"),)), ("parked:p",), id="a parked one"),
        pytest.param(
            Snapshot(NOW, misses=tuple(Miss("hourly", "b", EARLIER, "nobody was there") for _ in range(3))),
            ("schedule:hourly",), id="a schedule missed three times is one cause",
        ),
        pytest.param(
            Snapshot(NOW, workers=(silent(60),)), (), id="silent, not yet stale"
        ),
        pytest.param(
            Snapshot(NOW, workers=(silent(61),)), ("worker:w1",), id="a stale worker"
        ),
        pytest.param(
            Snapshot(
                NOW, runs=(RunCount("b", 1, 1, "x", "r"),), items=(Standing("a", State.FAILED, 1, EARLIER),),
                parked=(Parked("p", EARLIER, "o2c", "y"),),
            ),
            ("dead-letters:a", "parked:p", "red:b"), id="several at once, in order",
        ),
    ],
)  # fmt: skip
def test_what_somebody_is_told(snapshot, causes):
    assert tuple(alert.cause for alert in alerts(snapshot)) == causes


def test_an_alert_says_what_happened_and_what_to_do():
    (alert,) = alerts(Snapshot(NOW, items=(Standing("order_entry", State.FAILED, 2, EARLIER),)))
    assert alert.text == (
        "order_entry has given up on 2 documents, the oldest 2026-03-02 07:00 UTC: look at their reasons with "
        "`o2c items list`, then have them tried again or settle them."
    )


class Said:
    """A channel that keeps what it is told, or refuses."""

    def __init__(self, fails=0):
        self.notices, self.fails = [], fails

    def tell(self, notice: Telling):
        if self.fails:
            self.fails -= 1
            raise ApplicationError("not now")
        self.notices.append((notice.what, notice.cause))


@pytest.fixture
def store(house):
    return house.store


def red(store, why="2 documents are missing"):
    store.runs.end(store.runs.begin("order_entry", "test", "w"), {}, why)


def test_a_cause_is_told_once_and_its_end_once(store):
    said = Said()
    for why in ("2 missing", "2 missing", "3 missing"):
        red(store, why)
        look(store, {"said": said})
    red(store, None)
    look(store, {"said": said})
    look(store, {"said": said})
    assert said.notices == [("raised", "red:order_entry"), ("cleared", "red:order_entry")]
    red(store)
    look(store, {"said": said})
    assert said.notices[2:] == [("raised", "red:order_entry")]
    assert store.audit.verify().ok


def test_a_channel_that_fails_is_told_later_and_keeps_no_other_waiting(store, monkeypatch):
    monkeypatch.setattr("orchestrator.store.alarms.CLAIM", timedelta(0))
    broken, good = Said(fails=1), Said()
    red(store)
    look(store, {"broken": broken, "good": good})
    assert good.notices == [("raised", "red:order_entry")]
    look(store, {"broken": broken, "good": good})
    assert broken.notices == good.notices == [("raised", "red:order_entry")]


def test_what_is_over_before_it_could_be_told_is_not_told(store):
    broken = Said(fails=1)
    red(store)
    look(store, {"broken": broken})
    red(store, None)
    look(store, {"broken": broken})
    assert broken.notices == []
    assert store.alarms.standing() == ()


def test_a_channel_that_breaks_in_an_unforeseen_way_stops_nothing(store):
    class Broken:
        def tell(self, notice):
            raise KeyError("defect")

    good = Said()
    red(store)
    look(store, {"a": Broken(), "good": good})
    assert good.notices == [("raised", "red:order_entry")]


def test_two_machines_that_look_at_once_tell_once(store):
    said = Said()
    red(store)
    store.alarms.observe([("red:order_entry", "red")], ["said"])
    store.alarms.observe([("red:order_entry", "red")], ["said"])
    first, second = store.alarms.claim(), store.alarms.claim()
    assert first is not None
    assert second is None
    look(store, {"said": said})
    assert said.notices == []  # the other machine has it in hand


@pytest.fixture
def scene(tmp_path, monkeypatch):
    """A house that tells by mail and by webhook, to real servers."""
    with running_mail(tmp_path / "mail") as mail, receiver() as (url, got):
        for name, value in (
            ("demo-imap", mail.imap.password),
            ("demo-smtp", mail.smtp.password),
            ("hook", "s3cret-canary"),
        ):
            monkeypatch.setenv(variable(name), value)
        imap = {"host": mail.imap.host, "port": mail.imap.port, "security": "plain", "user": mail.imap.user}
        smtp = {"host": mail.smtp.host, "port": mail.smtp.port, "security": "plain", "user": mail.smtp.user}
        values = {
            "company": {"name": "Brunel"}, "data": ".", "database": "sqlite:///o2c.sqlite3",
            "mailboxes": {"orders": {**imap, "password": {"secret": "demo-imap"}}},
            "outbox": {**smtp, "password": {"secret": "demo-smtp"}, "from": "Bots <bots@brunel.example>",
                       "sent": {"mailbox": "orders"}},
            "alerts": {"every": 1, "mail": {"to": ["admin@brunel.example"]},
                       "webhook": {"url": f"{url}/hook", "secret": {"secret": "hook"}}},
        }  # fmt: skip
        path = tmp_path / "config.yaml"
        path.write_text(yaml.safe_dump(values))
        with open_house(path) as house:
            yield house, mail, got


def test_a_red_run_is_told_by_mail_and_webhook(scene):
    house, mail, got = scene
    red(house.store)
    look(house.store, alert_channels(house))
    (raw,) = mail.sent_mail
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert message["Subject"] == "[o2c raised] Brunel: red:order_entry"
    assert message["To"] == "admin@brunel.example"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "2 documents are missing" in message.get_content()
    assert [path for path, _, _ in got] == ["/hook"]


def test_the_house_is_watched_while_it_works(scene):
    house, mail, got = scene
    red(house.store)
    with watch(house):
        end = datetime.now(UTC) + timedelta(seconds=30)
        while not (mail.sent_mail and got):
            assert datetime.now(UTC) < end
    assert len(mail.sent_mail) == len(got) == 1
