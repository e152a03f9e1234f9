"""The demo: the main job on real servers and in a real browser, then a comparison with what should have come of it."""

from __future__ import annotations

import email.policy
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from bots.domain.money import cents
from orchestrator.assembly import House, open_house
from orchestrator.demo.company import BOT, CASH_BOT, USERS, put_customers, write_config
from orchestrator.demo.mail_servers import MailServers, running_mail
from orchestrator.demo.money import CashReport, cash_report, send_money
from orchestrator.demo.old_portal import ledger
from orchestrator.demo.old_portal.orders import Order
from orchestrator.demo.old_portal.process import OldPortal, running_portal
from orchestrator.demo.papers import DemoMail, ExpectedOrder, mails
from orchestrator.demo.papers.bank_files import bank_files
from orchestrator.demo.papers.remittances import remittances
from orchestrator.demo.staff import at_work
from orchestrator.run import Asked, RunReport, ask
from orchestrator.store.items import Item, State
from orchestrator.store.verify import Verification

Say = Callable[[str], None]
PATIENCE = timedelta(minutes=5)
LOOK_EVERY = 0.2  #: seconds
#: Fast, and with fewer notices than it has for the tests: what takes time is the browser.
PORTAL: Mapping[str, object] = {"slow": 0, "notice_every": 40, "user": USERS}
ENDS = {
    State.POSTED: "posted",
    State.REJECTED: "rejected",
    State.WAITING: "waiting",
    State.APPROVAL: "waiting",
}


@dataclass(frozen=True)
class DemoReport:
    """What the demo did, and every difference from what it should have done (none: all is well)."""

    directory: Path
    run: RunReport
    cash: CashReport
    in_portal: int
    letters: int
    record: Verification
    differences: tuple[str, ...]

    @property
    def well(self) -> bool:
        """Whether everything ended as it should."""
        red = (*self.run.totals.red(), *self.cash.run.totals.red())
        return self.record.ok and not self.differences and not red

    def as_json(self) -> dict[str, Any]:
        """Plain JSON for `--json`."""
        return {
            **self.run.as_json(),
            "items": as_rows(self.run.items),
            "cash": {**self.cash.run.as_json(), "items": as_rows(self.cash.run.items)},
            "receipts_in_portal": self.cash.receipts,
            "orders_in_portal": self.in_portal,
            "letters_sent": self.letters,
            "record": {"ok": self.record.ok, "records": self.record.records, "what": self.record.what},
            "differences": list(self.differences),
            "directory": str(self.directory),
        }


def show(
    directory: Path, browser: Path | None, headed: bool, say: Say, on_settled: Callable[[Item], None]
) -> DemoReport:
    """Run the whole demo in `directory`. Run again there, it finds everything done and posts nothing."""
    day = first_day(directory)
    post = mails(day)
    with servers(directory, say) as (mail, portal):
        config = write_config(directory, mail, portal, browser, headed)
        with open_house(config) as house, at_work(config, (BOT, CASH_BOT)):
            put_customers(house.store)
            mail.deliver(*(one.raw for one in post))
            send_money(house, mail, day)
            say(
                f"{len(post)} mails with orders, {len(bank_files(day))} files of the bank and {len(remittances(day))} "
                "advices have arrived; two bots read them and work in the portal"
            )
            run, money = followed([ask(house, bot, "demo", "demo", on_settled) for bot in (BOT, CASH_BOT)])
            orders = ledger.orders(portal.database)
            cash = cash_report(house, money, portal.database, day)
            differences = (*ends(house, post), *entered(post, orders), *cash.differences)
            record = house.store.audit.verify(evidence=house.store.evidence.trouble_with)
            return DemoReport(directory, run, cash, len(orders), len(mail.sent_mail), record, differences)


def followed(asked: Sequence[Asked]) -> list[RunReport]:
    """Wait until every run is over, or nobody believes in it any more."""
    end = time.monotonic() + PATIENCE.total_seconds()
    while not all(tuple(one.is_over() for one in asked)) and time.monotonic() < end:
        time.sleep(LOOK_EVERY)
    return [one.report() for one in asked]


def as_rows(items: Iterable[Item]) -> list[dict[str, Any]]:
    """Work items for `--json`."""
    return [
        {"item": item.id, "document": item.filename, "state": item.state.value, "amount": item.amount}
        | {"reasons": list(item.reasons), "result": item.result}
        for item in items
    ]


@contextmanager
def servers(directory: Path, say: Say) -> Iterator[tuple[MailServers, OldPortal]]:
    """The demo's servers, all on this machine, all ending with the block."""
    say("starting an IMAP server, an SMTP server and an old portal on this machine")
    with running_mail(directory / "mail") as mail, running_portal(directory / "portal", **PORTAL) as portal:
        yield mail, portal


def first_day(directory: Path) -> date:
    """The day the papers are dated by: today, or the day the demo first ran here, so that they stay the same papers."""
    directory.mkdir(parents=True, exist_ok=True)
    kept = directory / "day.txt"
    if not kept.exists():
        kept.write_text(datetime.now().astimezone().date().isoformat(), encoding="ascii")
    return date.fromisoformat(kept.read_text(encoding="ascii").strip())


def ends(house: House, post: tuple[DemoMail, ...]) -> Iterator[str]:
    """Each mail whose item did not end as it should."""
    items = {item.envelope.message_id: item for item in house.store.items.list(BOT) if item.envelope}
    for mail in post:
        item = items.get(message_id(mail.raw))
        if item is None:
            yield f"{mail.name}: the mail made no work item"
        elif ENDS.get(item.state) != mail.expectation.state:
            yield f"{mail.name}: is {item.state.value}, should be {mail.expectation.state}: {'; '.join(item.reasons)}"
        elif mail.expectation.reason.casefold() not in " ".join(item.reasons).casefold():
            yield f"{mail.name}: no reason names {mail.expectation.reason!r}: {'; '.join(item.reasons)}"


def entered(post: tuple[DemoMail, ...], orders: list[Order]) -> Iterator[str]:
    """Each order of the portal's own database that is not the order on paper, and each that is missing or too many."""
    wanted = [mail.expectation.order for mail in post if mail.expectation.state == "posted" and mail.expectation.order]
    for order in wanted:
        found = [shown for shown in orders if (shown.customer, shown.po_number) == (order.customer, order.po_number)]
        if len(found) != 1:
            yield f"order {order.po_number} of {order.customer} stands {len(found)} times in the portal"
        elif as_entered(found[0]) != as_expected(order):
            yield f"order {order.po_number}: portal {as_entered(found[0])}, paper {as_expected(order)}"
    if len(orders) != len(wanted):
        yield f"the portal holds {len(orders)} orders, there should be {len(wanted)}"


def as_entered(order: Order) -> tuple[object, ...]:
    """What is compared, as the portal holds it: prices for one unit."""
    lines = tuple((line.article, line.quantity, line.unit, line.price / line.per, line.amount) for line in order.lines)
    return (order.requested, order.total, lines)


def as_expected(order: ExpectedOrder) -> tuple[object, ...]:
    """What is compared, as the paper says it."""
    lines = tuple((line.sku, line.quantity, line.unit, line.unit_price, cents(line.amount)) for line in order.lines)
    return (order.requested, sum((line.amount for line in order.lines), Decimal(0)), lines)


def message_id(raw: bytes) -> str | None:
    """A mail's Message-ID, as the envelope has it."""
    found = email.message_from_bytes(raw, policy=email.policy.compat32)["Message-ID"]
    return str(found).strip() if found else None
