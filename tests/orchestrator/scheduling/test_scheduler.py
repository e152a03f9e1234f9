"""The scheduler over a real store, with a clock that stands where the test puts it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bots.domain.documents import Document
from bots.errors import BusinessError
from orchestrator.config import Schedule, from_values
from orchestrator.duty import standstill
from orchestrator.scheduling.scheduler import Scheduler, follow_file
from orchestrator.store.store import open_store

MONDAY = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)  # 06:00 in Paris


@pytest.fixture
def clock():
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def store(tmp_path, clock):
    opened = open_store(f"sqlite:///{tmp_path}/o2c.sqlite3", tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def scheduler(store, tmp_path):
    def make(**schedules):
        config = from_values({"company": {"name": "Brunel"}, "bots": {}}, tmp_path)
        if schedules:
            made = {name: schedule(**values) for name, values in schedules.items()}
            follow_file(store, made)
        return Scheduler(store, config, lambda bot: standstill(config, store, bot))

    return make


def schedule(**values):
    return Schedule.model_validate({"bot": "order_entry", **values}, strict=False)


def runs(store):
    return [(run.bot, run.trigger) for run in store.runs.list()][::-1]


def reasons(store, name):
    return [(firing.run is not None, firing.reason) for firing in store.firings.list(name)][::-1]


def test_a_run_is_asked_for_when_its_time_has_come(store, scheduler, clock):
    one = scheduler(early={"when": "5 6 * * mon-fri"})
    one.look(store.now())
    assert runs(store) == []
    clock.shift(timedelta(minutes=5))
    one.look(store.now())
    one.look(store.now())
    assert runs(store) == [("order_entry", "schedule early")]
    assert reasons(store, "early") == [(True, "on time")]


def test_a_second_scheduler_and_one_that_starts_anew_ask_for_nothing_twice(store, scheduler, clock):
    one, two = scheduler(early={"when": "*/5 * * * *"}), scheduler()
    for _ in range(6):
        clock.shift(timedelta(minutes=5))
        for run in store.runs.open():
            store.runs.end(run.id, {}, None)
        for looking in (one, two, scheduler()):
            looking.look(store.now())
    assert len(runs(store)) == 6


def test_what_came_while_no_scheduler_was_there_is_made_up_for_once_and_each_has_its_reason(store, scheduler, clock):
    scheduler(early={"when": "0 * * * *"}).look(store.now())
    clock.shift(timedelta(hours=3, minutes=30))
    scheduler().look(store.now())
    assert [ran for ran, _ in reasons(store, "early")] == [False, False, True]
    assert "made up for by the run of 2026-03-02 09:00" in reasons(store, "early")[0][1]
    assert "0:30:00 late" in reasons(store, "early")[2][1]


def test_what_should_have_come_before_the_schedule_was_made_is_nobodys_miss(store, scheduler):
    scheduler(early={"when": "* * * * *"}).look(store.now())
    assert store.firings.list() == ()


@pytest.mark.parametrize(
    ("values", "rest", "reason"),
    [
        pytest.param({"business_days": "skip", "holidays": "DE-BY"}, None, "Epiphany", id="holiday"),
        pytest.param({"blackouts": [{"from": "00:00", "to": "24:00", "why": "backup"}]}, None, "backup", id="blackout"),
        pytest.param({}, "bot", "the price list is wrong", id="the bot is paused"),
        pytest.param({}, "schedule", "the price list is wrong", id="the schedule is paused"),
    ],
)
def test_a_time_without_a_run_has_its_reason_kept(store, scheduler, clock, values, rest, reason):
    clock.move_to(datetime(2026, 1, 6, 5, 0, tzinfo=UTC))
    one = scheduler(early=dict(when="5 6 * * *", **values))
    one.look(store.now())
    if rest == "bot":
        store.pauses.pause("order_entry", "anna", "the price list is wrong")
    if rest == "schedule":
        store.schedules.pause("early", "anna", "the price list is wrong")
    clock.shift(timedelta(minutes=5))
    one.look(store.now())
    assert runs(store) == []
    ((ran, why),) = reasons(store, "early")
    assert not ran
    assert reason in why or (reason == "Epiphany" and "public holiday in DE-BY" in why)


def test_a_parked_portal_starts_no_run_of_its_bots(store, tmp_path, clock):
    login = {"user": "BOT01", "password": {"secret": "portal"}}
    values = {
        "company": {"name": "Brunel"},
        "portals": {"old_portal": {"url": "https://mercure.example", "map": "old_portal.yaml", "login": login}},
        "bots": {"order_entry": {"portal": "old_portal", "settings": {"domain": "brunel.example"}}},
    }
    config = from_values(values, tmp_path)
    assert standstill(config, store, "order_entry") is None
    store.portals.park("old_portal", "o2c", "the log-in was refused")
    assert "old_portal is parked since 2026-03-02" in standstill(config, store, "order_entry")
    assert "the log-in was refused" in standstill(config, store, "order_entry")


def test_times_moved_to_one_business_day_are_one_run(store, scheduler, clock):
    clock.move_to(datetime(2026, 5, 1, 3, 0, tzinfo=UTC))
    one = scheduler(early={"when": "0 6 * * *", "business_days": "next", "coalesce": False})
    one.look(store.now())
    clock.move_to(datetime(2026, 5, 4, 4, 0, tzinfo=UTC))
    one.look(store.now())
    assert len(runs(store)) == 1
    assert [ran for ran, _ in reasons(store, "early")] == [True, False, False, False]
    assert "falls together with another run planned for 2026-05-04 06:00" in reasons(store, "early")[1][1]


class TestMail:
    """Mail is known by its mailbox's numbers: `7/2` is the UIDVALIDITY and the UID the next mail will get."""

    @pytest.fixture
    def second(self, store, scheduler, clock):
        """A second passes, and every scheduler looks."""
        one, two = scheduler(mail={"mail": "orders"}), scheduler()

        def pass_by(*heard):
            clock.shift(timedelta(seconds=1))
            for looking in (one, two):
                for lying in heard:
                    looking.mail_came("orders", lying)
                looking.look(store.now())

        pass_by()
        return pass_by

    def collect(self, store, clock, trouble=None):
        (run,) = store.runs.open()
        store.runs.hand_in(run.id)
        if trouble is None:
            store.runs.collected(run.id)
        clock.shift(timedelta(seconds=1))
        store.runs.end(run.id, {}, trouble)

    def test_it_starts_its_bot_once_however_many_hear_it(self, store, second, clock):
        second("7/2")
        self.collect(store, clock)
        second()
        second("7/2")
        assert runs(store) == [("order_entry", "schedule mail")]
        assert reasons(store, "mail") == [(True, "mail came into orders")]

    def test_mail_a_second_later_is_collected_too(self, store, second, clock):
        for lying in ("7/2", "7/3", "7/4"):
            second(lying)
            self.collect(store, clock)
        assert len(runs(store)) == 3

    def test_mail_that_comes_while_a_run_has_still_to_collect_is_taken_in_by_it(self, store, second, clock):
        second("7/2")
        second("7/3")
        self.collect(store, clock)
        second()
        assert len(runs(store)) == 1
        assert [ran for ran, _ in reasons(store, "mail")] == [True, False]
        assert "takes in what this one would" in reasons(store, "mail")[1][1]

    def test_if_that_run_collects_nothing_the_mail_has_one_of_its_own(self, store, second, clock):
        second("7/2")
        second("7/3")
        self.collect(store, clock, "the mailbox does not answer")
        second()
        assert len(runs(store)) == 2

    def test_mail_that_comes_while_a_run_collects_has_a_run_after_it(self, store, second):
        second("7/2")
        store.runs.hand_in(store.runs.open()[0].id)
        second("7/3")
        assert len(runs(store)) == 2

    def test_mail_no_run_could_collect_is_tried_again_when_it_is_heard_of_again(self, store, second, clock):
        second("7/2")
        self.collect(store, clock, "the mailbox does not answer")
        second()
        assert len(runs(store)) == 1
        second("7/2")
        second()
        assert len(runs(store)) == 2

    def test_mail_of_a_paused_bot_waits_and_is_collected_when_it_goes_on(self, store, second):
        store.pauses.pause("order_entry", "anna", "the price list is wrong")
        second("7/2")
        second()
        assert runs(store) == []
        assert [ran for ran, _ in reasons(store, "mail")] == [False]
        assert "the price list is wrong" in reasons(store, "mail")[0][1]
        store.pauses.resume("order_entry", "anna", "mended")
        second()
        assert len(runs(store)) == 1


def test_a_bot_follows_another(store, scheduler, clock):
    one = scheduler(chain={"after": "remittance_reader"})
    one.look(store.now())
    clock.shift(timedelta(minutes=1))
    run = store.runs.begin("remittance_reader", "by hand", "anna")
    store.runs.collected(run)
    store.runs.end(run, {}, None)
    for _ in range(2):
        clock.shift(timedelta(minutes=1))
        one.look(store.now())
    assert runs(store)[1:] == [("order_entry", "schedule chain")]


def test_a_run_whose_mail_could_not_be_collected_is_followed_by_none(store, scheduler, clock):
    one = scheduler(chain={"after": "remittance_reader"})
    one.look(store.now())
    clock.shift(timedelta(minutes=1))
    store.runs.end(store.runs.begin("remittance_reader", "by hand", "anna"), {}, "the mailbox does not answer")
    clock.shift(timedelta(minutes=1))
    one.look(store.now())
    assert len(runs(store)) == 1


def test_a_bot_starts_when_enough_of_its_items_wait(store, scheduler):
    one = scheduler(heap={"queue": 3})
    for number in range(3):
        one.look(store.now())
        assert runs(store) == []
        document = Document(b"%d" % number, "text/plain", None)
        store.items.receive("order_entry", f"k{number}", document, "elsewhere")
    one.look(store.now())
    assert runs(store) == [("order_entry", "schedule heap")]


def test_a_schedule_hands_its_parameters_to_its_runs(store, scheduler, clock):
    one = scheduler(early={"when": "5 6 * * *", "parameters": {"approval_above": "10.00 EUR"}})
    one.look(store.now())
    clock.shift(timedelta(minutes=5))
    one.look(store.now())
    assert store.runs.list()[0].parameters == {"approval_above": "10.00 EUR"}


def test_the_next_times_say_what_will_not_run_and_why(store, scheduler):
    one = scheduler(early={"when": "0 12 * * *", "business_days": "skip"}, late={"when": "0 18 * * mon"})
    store.schedules.pause("late", "anna", "nobody is there")
    found = one.upcoming(store.now(), 8)
    assert [(kept.name, verdict.runs) for kept, verdict in found] == [
        ("early", True), ("late", False), *[("early", True)] * 4, ("early", False), ("early", False),
    ]  # fmt: skip
    assert "nobody is there" in found[1][1].reason
    assert "weekend" in found[-1][1].reason


class TestTheKeptTimetable:
    def test_the_file_is_followed_and_what_it_no_longer_names_fires_no_more(self, store):
        follow_file(store, {"early": schedule(when="0 6 * * *")})
        follow_file(store, {"late": schedule(when="0 18 * * *")})
        assert [one.name for one in store.schedules.list()] == ["late"]

    def test_the_same_file_again_changes_nothing(self, store, clock):
        follow_file(store, {"early": schedule(when="0 6 * * *")})
        records = store.audit.verify().records
        clock.shift(timedelta(hours=1))
        follow_file(store, {"early": schedule(when="0 6 * * *")})
        assert store.audit.verify().records == records
        assert store.schedules.get("early").since == MONDAY

    def test_a_persons_schedule_stays_and_its_change_is_on_record(self, store):
        store.schedules.put("extra", "order_entry", {"bot": "order_entry", "mail": "orders"}, "anna", "a big customer")
        follow_file(store, {})
        assert [one.who for one in store.schedules.list()] == ["anna"]
        store.schedules.remove("extra", "anna", "he left")
        assert store.schedules.list() == ()
        assert [one.action for one in store.audit.list()][-2:] == ["schedule.set", "schedule.removed"]

    def test_what_stands_in_the_file_is_not_edited_here(self, store):
        follow_file(store, {"early": schedule(when="0 6 * * *")})
        with pytest.raises(BusinessError, match=r"stands in config\.yaml"):
            store.schedules.remove("early", "anna", "too early")

    def test_a_schedule_that_does_not_exist_is_not_paused(self, store):
        with pytest.raises(BusinessError, match="no schedule `late`"):
            store.schedules.pause("late", "anna", "why not")
