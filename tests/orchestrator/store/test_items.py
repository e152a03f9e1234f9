"""Work items: received once, worked on in turn, settled by whoever has the current revision."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bots.domain.documents import Document, Envelope
from bots.errors import StoreError
from orchestrator.store.items import Item, OutOfTurn, State
from orchestrator.store.store import Store

PDF = Document(b"%PDF-1.7 an order", "application/pdf", "order.pdf")
HASH = "a" * 64


def test_a_received_document_becomes_a_new_item_with_everything_about_it(store: Store) -> None:
    envelope = Envelope(
        "orders", "INBOX", 3, 7, "<1@example.com>", "buyer@example.com", "A Buyer", "example.com",
        "Order 4711 \udcff", datetime(2026, 3, 1, 8, 0, tzinfo=UTC), body="see attachment\x00",
    )  # fmt: skip
    arrived = Document(b"bytes", "application/pdf", "order.pdf", envelope, "the zip is locked")

    item, new = store.items.receive("order_entry", "k", arrived, "imap:orders/INBOX/3/7", "run-1")

    assert new
    assert (item.state, item.revision, item.attempts, item.run) == (State.NEW, 1, 0, "run-1")
    assert (item.document, item.trouble, item.filename) == (arrived.sha256, "the zip is locked", "order.pdf")
    assert item.envelope is not None
    assert (item.envelope.subject, item.envelope.received) == ("Order 4711 ?", envelope.received)
    assert store.items.document(item).content == b"bytes"
    assert store.items.get(item.id) == store.items.find("order_entry", "k") == item


def test_a_second_delivery_gives_the_first_item_and_is_remembered(store: Store, item: Item) -> None:
    again, new = store.items.receive("order_entry", "order-1", PDF, "imap:sales/INBOX/2/1", "run-2")

    assert not new
    assert again == item
    assert store.items.sources(item.id) == ("imap:orders/INBOX/1/7", "imap:sales/INBOX/2/1")


def test_the_same_message_fetched_again_is_one_delivery(store: Store, item: Item) -> None:
    store.items.receive("order_entry", "order-1", PDF, "imap:orders/INBOX/1/7", None)

    assert store.items.sources(item.id) == ("imap:orders/INBOX/1/7",)
    assert [record.action for record in store.audit.list(item=item.id)] == ["item.received"]


def test_one_key_is_one_item_for_each_bot(store: Store, item: Item) -> None:
    other, new = store.items.receive("dunning", "order-1", PDF, "file:x", None)

    assert new
    assert other.id != item.id
    assert [found.id for found in store.items.list(bot="dunning")] == [other.id]
    assert (store.items.received("order_entry"), store.items.received("nobody")) == (1, 0)


def test_threads_that_receive_one_key_at_once_make_one_item(store: Store) -> None:
    made: list[tuple[Item, bool]] = []

    def receive(number: int) -> None:
        made.append(store.items.receive("order_entry", "k", PDF, f"file:{number}", None))

    at_once(receive, 6)

    assert sum(new for _, new in made) == 1
    assert len({item.id for item, _ in made}) == 1
    assert len(store.items.sources(made[0][0].id)) == 6


def test_an_attempt_counts_and_names_its_worker(store: Store, item: Item) -> None:
    store.items.start(item.id, 1, "w1")
    working = store.items.start(item.id, 1, "w2")

    assert (working.state, working.attempts, working.worker) == (State.WORKING, 2, "w2")


@pytest.mark.parametrize(
    "state", [State.WAITING, State.APPROVAL, State.POSTED, State.REJECTED, State.IN_DOUBT, State.FAILED]
)
def test_what_is_no_machines_business_is_not_started(store: Store, item: Item, state: State) -> None:
    store.items.settle(item.id, 1, state, reasons=("because",))

    with pytest.raises(OutOfTurn, match="reopened"):
        store.items.start(item.id, 1, "w1")


def test_a_postponed_item_is_started_again_under_its_next_revision(store: Store, item: Item) -> None:
    store.items.start(item.id, 1, "w1")
    later = datetime.now(UTC) + timedelta(hours=1)
    postponed = store.items.settle(item.id, 1, State.POSTPONED, until=later, reasons=("no answer",))
    assert (postponed.until, postponed.revision) == (later, 2)

    with pytest.raises(OutOfTurn, match="postponed"):
        store.items.start(item.id, 1, "w1")
    again = store.items.start(item.id, 2, "w1")
    assert (again.until, again.attempts) == (None, 2)


def test_a_settled_item_shows_its_outcome(store: Store, item: Item) -> None:
    store.items.start(item.id, 1, "w1")
    settled = store.items.settle(
        item.id, 1, State.APPROVAL, reasons=("above 5000",), plan={"total": Decimal("6000.10")}, plan_hash=HASH,
        sentences=("enter it",), amount="6000.10 EUR",
    )  # fmt: skip

    assert settled == store.items.get(item.id)
    assert (settled.state, settled.reasons, settled.amount) == (State.APPROVAL, ("above 5000",), "6000.10 EUR")
    assert (settled.plan, settled.plan_hash, settled.sentences) == ({"total": "6000.10"}, HASH, ("enter it",))


def test_a_later_outcome_replaces_the_reasons_and_keeps_plan_and_amount(store: Store, item: Item) -> None:
    store.items.settle(item.id, 1, State.WAITING, reasons=("a",), plan={}, plan_hash=HASH, amount="1.00 EUR")
    settled = store.items.settle(item.id, 1, State.POSTED, result="order A-1")

    assert (settled.reasons, settled.result) == ((), "order A-1")
    assert (settled.plan_hash, settled.amount) == (HASH, "1.00 EUR")


def test_a_settled_item_is_not_settled_otherwise(store: Store, item: Item) -> None:
    store.items.settle(item.id, 1, State.POSTED, result="order A-1")
    store.items.settle(item.id, 1, State.POSTED, result="order A-1")

    with pytest.raises(OutOfTurn, match="posted already"):
        store.items.settle(item.id, 1, State.FAILED)


def test_a_worker_whose_item_was_taken_over_settles_nothing(store: Store, item: Item) -> None:
    store.items.start(item.id, 1, "slow")
    store.items.start(item.id, 1, "quick")

    with pytest.raises(OutOfTurn, match="taken over by worker quick"):
        store.items.settle(item.id, 1, State.FAILED, worker="slow")
    assert store.items.settle(item.id, 1, State.POSTED, worker="quick").state is State.POSTED


def test_an_item_reopened_is_new_and_its_old_revision_is_out_of_turn(store: Store, item: Item) -> None:
    store.items.start(item.id, 1, "w1")
    reopened = store.items.reopen(item.id, "anna", "the customer called")

    assert (reopened.revision, reopened.state, reopened.attempts) == (2, State.NEW, 0)
    for act in (store.items.start, store.items.settle):
        with pytest.raises(OutOfTurn, match="revision 2"):
            act(item.id, 1, State.POSTED)


def test_an_unknown_item_is_out_of_turn(store: Store) -> None:
    with pytest.raises(OutOfTurn, match="no such work item"):
        store.items.get(99)
    assert store.items.find("order_entry", "nothing") is None


def waiting(store: Store, item: Item, plan_hash: str = HASH) -> Item:
    return store.items.settle(item.id, item.revision, State.APPROVAL, plan={}, plan_hash=plan_hash, sentences=("do",))


def test_an_approval_counts_for_its_plan_only(store: Store, item: Item) -> None:
    waiting(store, item)
    store.items.approve(item.id, HASH, "anna", "a good customer")

    given = store.items.approval(item.id, HASH)
    assert given is not None
    assert (given.who, given.why) == ("anna", "a good customer")
    assert store.items.approval(item.id, "b" * 64) is None
    assert store.items.approval(item.id + 1, HASH) is None


def test_an_approval_outlives_the_revision_it_was_given_to(store: Store, item: Item) -> None:
    waiting(store, item)
    store.items.approve(item.id, HASH, "anna", "yes")
    store.items.reopen(item.id, "anna", "approved")

    assert store.items.approval(item.id, HASH) is not None


def test_a_plan_that_is_no_longer_the_items_cannot_be_approved(store: Store, item: Item) -> None:
    waiting(store, item, plan_hash="b" * 64)

    with pytest.raises(OutOfTurn, match="Look at it again"):
        store.items.approve(item.id, HASH, "anna", "yes")


def test_approving_twice_is_approving_once(store: Store, item: Item) -> None:
    waiting(store, item)
    store.items.approve(item.id, HASH, "anna", "yes")
    store.items.approve(item.id, HASH, "bert", "me too")

    given = store.items.approval(item.id, HASH)
    assert given is not None
    assert given.who == "anna"


def test_a_rejection_settles_the_item_and_withdraws_what_was_approved(store: Store, item: Item) -> None:
    waiting(store, item)
    store.items.approve(item.id, HASH, "anna", "yes")
    rejected = store.items.reject(item.id, "bert", "cancelled by phone")

    assert (rejected.state, rejected.reasons) == (State.REJECTED, ("cancelled by phone",))
    assert store.items.approval(item.id, HASH) is None
    with pytest.raises(OutOfTurn):
        store.items.settle(item.id, item.revision, State.POSTED)


def test_an_item_with_an_entry_in_doubt_is_not_rejected(store: Store, item: Item, worker: str) -> None:
    store.items.start(item.id, 1, worker)
    begun = store.intents.begin(item.id, "order:1", HASH, worker, "portal", {})

    with pytest.raises(OutOfTurn, match="begun and never seen"):
        store.items.reject(item.id, "anna", "no")

    store.intents.refute(begun.id, "anna", "the portal shows nothing")
    assert store.items.reject(item.id, "anna", "no").state is State.REJECTED


def test_items_are_listed_by_state_a_page_at_a_time(store: Store) -> None:
    for number in range(5):
        item, _ = store.items.receive("order_entry", f"k{number}", PDF, f"file:{number}", None)
        if number % 2:
            store.items.settle(item.id, 1, State.WAITING, reasons=("look",))

    assert [item.key for item in store.items.list(states=[State.WAITING])] == ["k1", "k3"]
    assert [item.key for item in store.items.list(states=(State.NEW, State.WAITING), limit=2, offset=2)] == ["k2", "k3"]


def test_control_totals_count_and_add_by_currency(store: Store) -> None:
    settled = [(State.POSTED, "10.10 EUR"), (State.POSTED, "0.05 EUR"), (State.POSTED, "3 USD"), (State.WAITING, None)]
    for number, (state, amount) in enumerate(settled):
        item, _ = store.items.receive("order_entry", f"k{number}", PDF, f"file:{number}", None)
        store.items.settle(item.id, 1, state, amount=amount)

    counts = store.items.counts("order_entry")
    assert counts[State.POSTED] == (3, {"EUR": Decimal("10.15"), "USD": Decimal(3)})
    assert counts[State.WAITING] == (1, {})
    assert counts[State.FAILED] == (0, {})
    assert sum(tally.number for tally in store.items.counts("dunning").values()) == 0
    assert store.items.counts(since=datetime.now(UTC) + timedelta(minutes=1))[State.POSTED].number == 0


def test_an_amount_that_is_none_is_refused(store: Store, item: Item) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        store.items.settle(item.id, 1, State.POSTED, amount="many")


def test_every_change_of_an_item_is_in_the_trail(store: Store, item: Item) -> None:
    store.items.start(item.id, 1, "w1")
    waiting(store, item)
    store.items.approve(item.id, HASH, "anna", "yes")
    store.items.reopen(item.id, "anna", "approved")
    store.items.reject(item.id, "bert", "cancelled")

    told = [(record.actor, record.action) for record in store.audit.list(item=item.id)]
    assert told == [
        ("o2c", "item.received"),
        ("w1", "item.started"),
        ("w1", "item.settled"),
        ("anna", "item.approved"),
        ("anna", "item.reopened"),
        ("bert", "item.rejected"),
    ]


def test_what_cannot_be_recorded_does_not_happen(store: Store, item: Item, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("the record cannot be written")

    monkeypatch.setattr(store.audit, "write", refuse)

    with pytest.raises(StoreError):
        store.items.start(item.id, 1, "w1")
    assert store.items.get(item.id) == item


def at_once(act: object, count: int) -> None:
    assert callable(act)
    threads = [threading.Thread(target=act, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize(
    ("amounts", "sums"),
    [
        pytest.param(("0.10 EUR", "0.20 EUR"), {"EUR": Decimal("0.30")}, id="no binary fractions"),
        pytest.param(("1 EUR", "0.005 EUR", "10.5 EUR"), {"EUR": Decimal("11.505")}, id="places differ"),
        pytest.param(("-12.50 EUR", "2.50 EUR"), {"EUR": Decimal("-10.00")}, id="a credit"),
        pytest.param(("90071992547409.93 EUR", "0.01 EUR"), {"EUR": Decimal("90071992547409.94")}, id="beyond a float"),
        pytest.param(("1.00 EUR", "2.00 USD"), {"EUR": Decimal("1.00"), "USD": Decimal("2.00")}, id="two currencies"),
    ],
)
def test_amounts_are_added_exactly_on_both_databases(store: Store, amounts, sums) -> None:
    for number, amount in enumerate(amounts):
        paper = Document(b"%d" % number, "application/pdf")
        item, _ = store.items.receive("order_entry", f"sum-{number}", paper, f"imap:9/{number}")
        store.items.settle(item.id, 1, State.REJECTED, amount=amount, reasons=("why",))
    assert store.items.counts("order_entry")[State.REJECTED] == (len(amounts), sums)
