"""The command line as its users meet it: what is printed, on which stream, and how it ends."""

from __future__ import annotations

import json
import socket
import sys
from datetime import date

import pytest
import yaml
from loop import ENVELOPE

from bots.domain.documents import Document
from orchestrator import cli
from orchestrator.assembly import open_house
from orchestrator.demo.papers import mails
from orchestrator.store.items import State


@pytest.fixture
def o2c(capfd, monkeypatch):
    """Run the command in this process: exit code, standard output, standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["o2c", *map(str, arguments)])
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code or 0
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.fixture
def config(tmp_path):
    """The smallest configuration that opens: no mailbox, no portal, a database of its own."""
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump({"company": {"name": "Brunel"}, "database": "sqlite:///o2c.sqlite3", "data": "."}))
    return path


@pytest.fixture
def paper(tmp_path):
    """A purchase order in a file, as a customer sent it."""
    import email
    import email.policy

    raw = next(mail.raw for mail in mails(date(2026, 4, 8)) if mail.name == "morel")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    path = tmp_path / "commande.pdf"
    path.write_bytes(next(message.iter_attachments()).get_content())
    return path


@pytest.fixture
def waiting(config):
    """An item that waits for an approval, and one that is in doubt."""
    with open_house(config) as house:
        items = house.store.items
        worker = house.store.workers.enlist("test", "here", 1, house.store.now())
        for number, state in ((1, State.APPROVAL), (2, State.IN_DOUBT)):
            document = Document(f"%PDF {number}".encode(), "application/pdf", f"order-{number}.pdf", ENVELOPE)
            item, _ = items.receive("order_entry", f"k{number}", document, f"imap:orders/INBOX/1/{number}")
            items.start(item.id, 1, worker)
            if state is State.IN_DOUBT:
                house.store.intents.begin(item.id, "order:x", "h", worker, "portal.new_order.submit", {"po": "1"})
            items.settle(item.id, 1, state, reasons=("because",), plan={"po": "1"}, plan_hash="h", sentences=("Enter",))
    return config


def test_a_reading_is_printed_as_one_object_with_evidence(o2c, paper):
    code, out, err = o2c("read", "order", paper, "--json")
    reading = json.loads(out)
    assert (code, err) == (0, "")
    assert reading["po_number"] == "BC-2026-0412"
    assert reading["evidence"]["po_number"]["page"] == 1
    assert set(reading) >= {"kind", "buyer", "po_date", "currency", "total", "need_date", "lines", "doubts"}
    assert {"line", "buyer_item", "sku", "description", "qty", "uom", "unit_price", "price_per", "amount"} <= set(
        reading["lines"][0]
    )


def test_a_reading_is_shown_to_a_person_with_its_words(o2c, paper):
    code, out, _ = o2c("read", "order", paper)
    assert code == 0
    assert "po_number" in out
    assert "BC-2026-0412" in out


STATEMENT = """:20:STARTUMS
:25:FR7630006000011234567890189
:28C:77/1
:60F:C260317EUR100,00
:61:2603180318C1234,56NTRFNONREF//BANK-1
:86:166?00GUTSCHRIFT?20EREF+E2E-1?21SVWZ+FA-2026-0412?32Hartmann
:62F:C260318EUR{closing}
-"""


def test_a_bank_file_is_printed_as_one_object_with_evidence(o2c, tmp_path):
    (tmp_path / "statement.sta").write_text(STATEMENT.format(closing="1334,56"))
    code, out, err = o2c("read", "bank", tmp_path / "statement.sta", "--json")
    reading = json.loads(out)
    assert (code, err, reading["doubts"]) == (0, "", [])
    assert reading["statements"][0]["lines"][0]["amount"] == "1234.56"
    assert reading["evidence"]["statements[0].lines[0].amount"]["rule"] == "line 5, :61:"


def test_a_bank_file_that_does_not_add_up_is_shown_with_the_difference(o2c, tmp_path):
    (tmp_path / "statement.sta").write_text(STATEMENT.format(closing="1334,50"))
    code, out, _ = o2c("read", "bank", tmp_path / "statement.sta")
    assert code == 0
    assert "FA-2026-0412" in out
    assert "the difference is -0.06" in " ".join(out.split())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(("read", "bank", __file__), 4, "was not read: it is none of", id="no bank's file"),
        pytest.param(("read", "order", "missing.pdf"), 4, "missing.pdf cannot be read", id="a file that is not there"),
        pytest.param(("read", "letter", "x.pdf"), 2, "there is no reader for", id="a kind nobody reads"),
        pytest.param(("plan", "order_entry", "x.pdf", "-c", "no.yaml"), 3, "no.yaml", id="no configuration"),
        pytest.param(("frobnicate",), 2, "No such command", id="a command that does not exist"),
        pytest.param(("bench", "nothing"), 4, "there is no measurement `nothing`", id="a measurement nobody makes"),
    ],
)
def test_a_mistake_is_told_in_a_line_with_its_exit_code(o2c, arguments, code, said):
    ended, out, err = o2c(*arguments)
    assert ended == code
    assert said in err
    assert out == ""
    assert "Traceback" not in err


def test_a_misspelt_key_is_told_with_its_line(o2c, config):
    config.write_text(config.read_text() + "mailboxs: {}\n")
    code, _, err = o2c("items", "list", "-c", config)
    assert code == 3
    assert "mailboxs" in err
    assert "did you mean" in err


def test_what_waits_is_listed_with_its_reasons(o2c, waiting):
    code, out, _ = o2c("items", "list", "--json", "-c", waiting)
    listed = json.loads(out)
    assert code == 0
    assert [(item["filename"], item["state"]) for item in listed] == [
        ("order-1.pdf", "approval"),
        ("order-2.pdf", "in_doubt"),
    ]


def test_an_item_is_shown_with_its_plan_and_its_trail(o2c, waiting):
    code, out, _ = o2c("items", "show", 1, "-c", waiting)
    assert code == 0
    assert "Enter" in out
    assert "item.received" in out


def state_of(config, item):
    with open_house(config) as house:
        return house.store.items.get(item)


def test_an_approval_reopens_the_item_for_the_next_run(o2c, waiting):
    code, out, _ = o2c("items", "approve", 1, "--why", "agreed", "--who", "claire", "-c", waiting)
    assert (code, state_of(waiting, 1).state, state_of(waiting, 1).revision) == (0, State.NEW, 2)
    assert "will be posted at the next run" in out


def test_only_what_waits_for_it_is_approved(o2c, waiting):
    code, _, err = o2c("items", "approve", 2, "--why", "agreed", "-c", waiting)
    assert code == 4
    assert "does not wait for an approval" in err
    assert state_of(waiting, 2).state is State.IN_DOUBT


def test_a_doubt_is_settled_by_whoever_looked(o2c, waiting):
    code, _, _ = o2c("items", "not-there", 2, "--why", "searched by date", "--who", "claire", "-c", waiting)
    with open_house(waiting) as house:
        (intent,) = house.store.intents.of(2)
    assert (code, intent.state, intent.who) == (0, "refuted", "claire")
    assert state_of(waiting, 2).state is State.NEW


def test_an_item_is_rejected_with_a_reason_in_the_record(o2c, waiting):
    code, _, _ = o2c("items", "reject", 1, "--why", "sent twice", "--who", "claire", "-c", waiting)
    with open_house(waiting) as house:
        last = house.store.audit.list(item=1)[-1]
    assert (code, last.actor, last.detail["why"]) == (0, "claire", "sent twice")
    assert state_of(waiting, 1).state is State.REJECTED


def test_what_was_begun_cannot_be_rejected_before_someone_looked(o2c, waiting):
    code, _, err = o2c("items", "reject", 2, "--why", "no", "-c", waiting)
    assert code == 1
    assert "begun" in err


def test_failures_of_one_cause_are_one_line(o2c, waiting):
    code, out, _ = o2c("items", "list", "--grouped", "--json", "-c", waiting)
    assert code == 0
    assert [(group["state"], group["count"]) for group in json.loads(out)] == [("approval", 1), ("in_doubt", 1)]


def test_dead_letters_are_listed_alone(o2c, waiting):
    code, out, _ = o2c("items", "list", "--state", "failed", "--json", "-c", waiting)
    assert (code, json.loads(out)) == (0, [])


def test_an_item_is_postponed_and_put_first_with_who_and_why(o2c, waiting):
    why = ("--why", "the customer calls back", "--who", "anna", "-c", waiting)
    code, out, _ = o2c("items", "postpone", 1, "--until", "2036-03-02T10:30", *why)
    assert (code, "until 2036-03-02 10:30" in out) == (0, True)
    assert state_of(waiting, 1).state is State.POSTPONED
    code, out, _ = o2c("items", "prioritise", 1, "--urgency", 3, "--due", "2036-03-03", *why)
    assert (code, "urgency 3" in out) == (0, True)


def test_a_bot_that_is_not_there_is_not_paused(o2c, config):
    code, _, err = o2c("bots", "pause", "dunnning", "--why", "x", "-c", config)
    assert (code, "there is no bot `dunnning`" in err) == (3, True)


@pytest.fixture
def timed(config):
    """A configuration with a bot and its schedules."""
    values = yaml.safe_load(config.read_text())
    values |= {"bots": {"order_entry": {"when": "0 6 * * *", "settings": {"domain": "brunel.example"}}}}
    values |= {"schedules": {"month_end": {"bot": "order_entry", "when": "0 18 last * *", "business_days": "next"}}}
    config.write_text(yaml.safe_dump(values))
    return config


def test_the_timetable_is_listed_and_its_next_times_told(o2c, timed):
    code, out, _ = o2c("schedule", "list", "--json", "-c", timed)
    assert code == 0
    assert [(one["schedule"], one["fires"], one["origin"]) for one in json.loads(out)] == [
        ("month_end", "0 18 last * *, business days: next", "config.yaml"),
        ("order_entry", "0 6 * * *", "config.yaml"),
    ]
    code, out, _ = o2c("schedule", "next", 3, "--json", "-c", timed)
    assert (code, [one["runs"] for one in json.loads(out)]) == (0, [True] * 3)


def test_a_paused_bot_shows_in_the_list_and_in_what_comes_next(o2c, timed):
    assert o2c("bots", "pause", "order_entry", "--why", "stocktaking", "--who", "anna", "-c", timed)[0] == 0
    assert "stocktaking" in o2c("bots", "list", "--json", "-c", timed)[1]
    assert "stocktaking" in o2c("schedule", "next", 1, "--json", "-c", timed)[1]
    assert "works again" in o2c("bots", "resume", "order_entry", "--why", "done", "-c", timed)[1]
    assert "stocktaking" not in o2c("schedule", "next", 1, "--json", "-c", timed)[1]


def test_a_schedule_is_paused_run_by_hand_and_resumed(o2c, timed):
    why = ("--why", "stocktaking", "--who", "anna", "-c", timed)
    assert o2c("schedule", "pause", "month_end", *why)[0] == 0
    assert "paused by anna: stocktaking" in o2c("schedule", "list", "--json", "-c", timed)[1]
    assert "is asked for" in o2c("schedule", "run", "month_end", *why)[1]
    assert o2c("schedule", "resume", "month_end", *why)[0] == 0
    assert o2c("schedule", "log", "--json", "-c", timed) == (0, "[]\n", "")
    with open_house(timed) as house:
        assert [run.trigger for run in house.store.runs.list()] == ["schedule month_end, by hand: stocktaking"]


def test_a_day_without_mail_balances(o2c, timed):
    code, out, _ = o2c("totals", "--day", "2026-03-02", "--json", "-c", timed)
    assert (code, json.loads(out)["order_entry, 2026-03-02"]["balanced"]) == (0, True)


def test_a_run_that_does_not_balance_is_red(o2c, timed):
    with open_house(timed) as house:
        run = house.store.runs.begin("order_entry", "by hand", "anna")
        house.store.messages.found("order_entry", "imap:orders/INBOX/1/7", "a" * 64, 1, run)
    code, out, _ = o2c("totals", "--run", run, "-c", timed)
    assert (code, "never settled" in out) == (8, True)


def test_customers_are_imported_whole_or_not_at_all(o2c, config, tmp_path):
    good = tmp_path / "good.yaml"
    good.write_text("- {number: C-1, name: Morel, domains: [morel.example]}\n")
    assert o2c("customers", "import", good, "-c", config)[0] == 0
    bad = tmp_path / "bad.yaml"
    bad.write_text("- {number: C-2, name: Hartmann}\n- {number: C-3}\n")
    code, _, err = o2c("customers", "import", bad, "-c", config)
    assert code == 3
    assert "nothing was changed" in err
    assert [customer["number"] for customer in json.loads(o2c("customers", "list", "--json", "-c", config)[1])] == [
        "C-1"
    ]


def test_a_record_is_exported_and_verified_elsewhere(o2c, waiting, tmp_path):
    exported = tmp_path / "record.jsonl"
    assert o2c("audit", "export", exported, "-c", waiting)[0] == 0
    code, out, _ = o2c("audit", "verify", exported)
    assert code == 0
    assert "The record stands" in out


def test_an_export_that_was_changed_does_not_stand(o2c, waiting, tmp_path):
    exported = tmp_path / "record.jsonl"
    o2c("audit", "export", exported, "-c", waiting)
    exported.write_text(exported.read_text().replace("order-1.pdf", "order-9.pdf"))
    code, _, err = o2c("audit", "verify", exported)
    assert code == 8
    assert "does NOT stand" in err


def test_the_effective_configuration_names_the_origin_of_each_value(o2c, config):
    code, out, _ = o2c("config", "--json", "-c", config)
    origins = {entry["key"]: entry["origin"] for entry in json.loads(out)}
    assert code == 0
    assert origins["company.name"].endswith("config.yaml:2")
    assert origins["time_zone"] == "default"


def test_a_check_says_what_is_well_and_what_is_broken(o2c, config, monkeypatch):
    code, out, _ = o2c("check", "-c", config)
    assert code == 0
    assert "well   database and record" in out
    with open_house(config) as house:
        sha256 = house.store.evidence.keep(b"paper", "text/plain")
        (house.config.data / "evidence" / sha256[:2] / sha256[2:]).write_bytes(b"forged")
    code, out, _ = o2c("check", "-c", config)
    assert code == 5
    assert "BROKEN evidence" in out


def test_metrics_are_printed_once(o2c, config, waiting):
    code, out, _ = o2c("metrics", "-c", config)
    assert code == 0
    assert 'o2c_items{bot="order_entry",state="in_doubt"} 1.0' in out
    assert out.endswith("# EOF\n")


def test_alerts_are_listed_with_whether_somebody_was_told(o2c, config):
    assert o2c("alerts", "-c", config)[1] == "Nothing is wrong that somebody would be told of.\n"
    with open_house(config) as house:
        house.store.runs.end(house.store.runs.begin("order_entry", "test", "w"), {}, "2 documents are missing")
    _, out, _ = o2c("alerts", "-c", config)
    assert out.startswith("red:order_entry (not told yet): The latest run of order_entry")
    (told,) = json.loads(o2c("alerts", "--json", "-c", config)[1])
    assert (told["cause"], told["told_at"]) == ("red:order_entry", "")


def test_a_test_of_alerts_that_reaches_nobody_says_so(o2c, config):
    code, _, err = o2c("alerts", "test", "-c", config)
    assert code == 3
    assert "names nobody to be told" in err


def test_a_test_of_alerts_that_is_not_taken_ends_with_5(o2c, config, monkeypatch):
    monkeypatch.setenv("O2C_SECRET_HOOK", "a-secret-of-ours")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    values = yaml.safe_load(config.read_text())
    values["alerts"] = {"webhook": {"url": url, "secret": {"secret": "hook"}}}
    config.write_text(yaml.safe_dump(values))
    code, out, err = o2c("alerts", "test", "-c", config)
    assert code == 5
    assert "webhook: the webhook did not answer" in out
    assert "a-secret-of-ours" not in out + err


@pytest.mark.parametrize(
    ("block", "told"),
    [
        pytest.param({"alerts": {"every": 60}}, "nobody would be told", id="nobody"),
        pytest.param({"alerts": {"mail": {"to": ["a@b.example"]}}}, "mail leaves through `outbox`", id="no outbox"),
        pytest.param(
            {"alerts": {"webhook": {"url": "http://elsewhere.example", "secret": {"secret": "s"}}}},
            "an address that begins with https://", id="a secret on an open wire",
        ),
        pytest.param(
            {"alerts": {"webhook": {"url": "https://a.example", "secret": "written-here"}}},
            "a secret is never written here", id="a secret in the file",
        ),
        pytest.param({"metrics": {"listen": "9464"}}, "an address and a port", id="no address"),
    ],
)  # fmt: skip
def test_alerts_and_metrics_that_cannot_work_are_refused_with_a_sentence(o2c, config, block, told):
    values = yaml.safe_load(config.read_text()) | block
    config.write_text(yaml.safe_dump(values))
    code, _, err = o2c("config", "-c", config)
    assert code == 3
    assert told in err
    assert "written-here" not in err
