"""What order entry does about an order, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.decision import Done, Go, Review, Skip, plan_hash
from bots.domain.customers import Article, Credit
from bots.domain.evidence import Evidence
from bots.domain.money import Money
from bots.domain.orders import Buyer, Kind, OrderInPortal, OrderLine, PurchaseOrder, same_number
from bots.order_entry.decide import decide
from bots.order_entry.facts import Facts
from bots.order_entry.plan import ConfirmOrder, EnterOrder
from bots.order_entry.settings import Settings
from orchestrator.demo import world
from tests.bots.order_entry.examples import (
    FACTS,
    MAIL,
    ORDER,
    PLAN,
    SETTINGS,
    STANDING,
    TODAY,
    D,
    from_customer,
    of_one,
    planned,
    with_line,
)

STANDS = replace(FACTS, standing=(STANDING,))


def settings(**changes: object) -> Settings:
    return SETTINGS.model_copy(update=changes)


def shown(number: int, **changes: object) -> Facts:
    """The order stands, with one line that is not as in the document."""
    lines = list(STANDING.lines)
    lines[number - 1] = replace(lines[number - 1], **changes)  # type: ignore[arg-type]
    return replace(FACTS, standing=(replace(STANDING, lines=tuple(lines)),))


def test_a_new_order_is_entered_in_our_own_terms() -> None:
    decision = decide(ORDER, FACTS, SETTINGS)
    assert isinstance(decision, Go)
    assert decision.approval == ()
    assert isinstance(decision.plan, EnterOrder)
    assert decision.plan.key == "order:C-1000:po1001:0"
    assert decision.plan.total == D("1003.80")
    assert [(line.sku, line.quantity, line.unit, line.unit_price, line.price_per) for line in decision.plan.lines] == [
        ("BR-1001", 4, "EA", D("4.80"), 1),
        ("BR-2010", 5000, "EA", D("18.50"), 100),
        ("BR-3005", 4, "EA", D("14.90"), 1),
    ]


def test_the_plan_says_how_everything_was_recognised() -> None:
    text = "\n".join(PLAN.sentences())
    assert "Enter order PO-1001 of Ateliers Morel SA (C-1000), 1003.80 EUR net" in text
    assert "The VAT number FR64482103371 is that of Ateliers Morel SA (C-1000)." in text
    assert "line 1: the customer's number ROUL-6204 is our BR-1001" in text
    assert "at 18.50 per 100 = 925.00" in text


@pytest.mark.parametrize(
    ("order", "facts", "chosen", "decision"),
    [
        pytest.param(ORDER, STANDS, {"confirm": False}, Done("order 4711"), id="it stands, and nobody is to be told"),
        pytest.param(ORDER, replace(STANDS, confirmed=True), {}, Done("order 4711"), id="it stands and was confirmed"),
        pytest.param(replace(ORDER, po_number="po 1001"), replace(STANDS, confirmed=True), {}, Done("order 4711"),
                     id="it stands under another spelling"),
        pytest.param(replace(ORDER, lines=ORDER.lines[::-1]), replace(STANDS, confirmed=True), {}, Done("order 4711"),
                     id="it stands with its lines in another order"),
        pytest.param(ORDER, replace(STANDS, confirmed=True, today=date(2026, 6, 1)), {}, Done("order 4711"),
                     id="it stands, and its requested date has passed since"),
        pytest.param(ORDER, replace(STANDS, confirmed=True, credit=Credit(D(0), D(1), blocked=True)), {},
                     Done("order 4711"), id="it stands, and the customer was blocked since"),
        pytest.param(ORDER, replace(STANDS, confirmed=True), {"approval_above": Money(D(1), "EUR")},
                     Done("order 4711"), id="it stands: nothing is left to approve"),
        pytest.param(replace(ORDER, kind=Kind.NOT_AN_ORDER, why="It asks for a quotation."), FACTS, {},
                     Skip("It asks for a quotation."), id="a quote request"),
        pytest.param(replace(ORDER, kind=Kind.UNREADABLE, why="The file is locked.", doubts=("No text.",)), FACTS, {},
                     Review(("The file is locked.", "No text.")), id="a file that cannot be opened"),
    ],
)  # fmt: skip
def test_what_is_done_or_not_ours(
    order: PurchaseOrder, facts: Facts, chosen: dict[str, object], decision: object
) -> None:
    assert decide(order, facts, settings(**chosen)) == decision


def test_an_order_that_stands_rightly_is_confirmed() -> None:
    decision = decide(ORDER, STANDS, SETTINGS)
    assert isinstance(decision, Go)
    assert isinstance(decision.plan, ConfirmOrder)
    assert decision.plan.key == "confirmation:C-1000:po1001:0"


ONE_BEARING = OrderLine(1, sku="BR-1001", qty=D(1), uom="EA", unit_price=D("4.80"), amount=D("4.80"))
GREASE = OrderLine(1, sku="BR-5300", qty=D(2), uom="Karton", unit_price=D("87.00"), amount=D("174.00"))


@pytest.mark.parametrize(
    ("order", "chosen", "line"),
    [
        pytest.param(from_customer("C-1001", of_one(GREASE, "174.00")), {},
                     ("BR-5300", D(24), "EA", D("7.25"), D("174.00")), id="two boxes of twelve"),
        pytest.param(of_one(replace(ONE_BEARING, qty=D(1), uom="Dutzend", unit_price=D("57.60"), amount=D("57.60")),
                            "57.60"), {}, ("BR-1001", D(12), "EA", D("4.80"), D("57.60")), id="a dozen"),
        pytest.param(of_one(replace(ONE_BEARING, sku="BR-2010", qty=D(200), unit_price=D("0.185"), amount=D("37.00")),
                            "37.00"), {}, ("BR-2010", D(200), "EA", D("18.50"), D("37.00")),
                     id="a price for one where the list is per hundred"),
        pytest.param(of_one(replace(ONE_BEARING, unit_price=D("5.00"), discount_percent=D(4), amount=D("4.80")),
                            "4.80"),
                     {}, ("BR-1001", D(1), "EA", D("4.80"), D("4.80")), id="a discount that leads to the list price"),
        pytest.param(of_one(replace(ONE_BEARING, uom=None), "4.80"), {},
                     ("BR-1001", D(1), "EA", D("4.80"), D("4.80")), id="no unit, and the price is that for ours"),
        pytest.param(of_one(replace(ONE_BEARING, unit_price=D("4.84"), amount=D("4.84")), "4.84"), {},
                     ("BR-1001", D(1), "EA", D("4.84"), D("4.84")),
                     id="a price within the tolerance is keyed as ordered"),
        pytest.param(of_one(replace(ONE_BEARING, unit_price=None, amount=None), "4.80"), {"missing_price": "list"},
                     ("BR-1001", D(1), "EA", D("4.80"), D("4.80")), id="no price, and the company takes the list's"),
        pytest.param(of_one(OrderLine(1, sku="BR-4100", qty=D("2.5"), uom="m", unit_price=D("9.75"), amount=D("24.38")),
                            "24.38"), {}, ("BR-4100", D("2.5"), "MTR", D("9.75"), D("24.38")),
                     id="half a metre is a quantity of hose"),
        pytest.param(replace(of_one(ONE_BEARING, "0"), net_total=None, tax=D("0.96"), total=D("5.76")), {},
                     ("BR-1001", D(1), "EA", D("4.80"), D("4.80")), id="only a total with tax is stated"),
    ],
)  # fmt: skip
def test_a_line_is_said_in_our_unit_and_price(
    order: PurchaseOrder, chosen: dict[str, object], line: tuple[object, ...]
) -> None:
    decision = decide(order, FACTS, settings(**chosen))
    assert isinstance(decision, Go), decision
    assert isinstance(decision.plan, EnterOrder)
    keyed = decision.plan.lines[0]
    assert (keyed.sku, keyed.quantity, keyed.unit, keyed.unit_price, keyed.amount) == line


LOOKALIKE = replace(MAIL, sender="achats@ateliers-rnorel.example", authenticated="ateliers-rnorel.example")
SAME_GOODS = replace(STANDING, number="4700", po_number="PO-0999", reference="C-1000:po0999:0")


@pytest.mark.parametrize(
    ("order", "facts", "words"),
    [
        # the reading
        pytest.param(replace(ORDER, doubts=("Line 2: 7 or 1?", "The total is smudged.")), FACTS,
                     ("Line 2: 7 or 1?", "The total is smudged."), id="what the reading doubts"),
        pytest.param(replace(ORDER, po_number=None), FACTS, ("no order number",), id="no order number"),
        pytest.param(replace(ORDER, lines=()), FACTS, ("no order lines",), id="no lines"),
        # kinds
        pytest.param(replace(ORDER, kind=Kind.REVISION, why="It says Revision B."), FACTS,
                     ("changes order PO-1001 (It says Revision B); the portal shows no such order",),
                     id="a revision of nothing"),
        pytest.param(replace(ORDER, kind=Kind.REVISION, why="It says Revision B."), shown(1, quantity=D(3)),
                     ("changes order PO-1001 (It says Revision B); the portal shows it as order 4711",
                      "Order 4711, line 1, quantity: the portal shows 3, the document 4."),
                     id="a revision, with what it changes"),
        pytest.param(replace(ORDER, kind=Kind.CALL_OFF, why="It says Abruf."), STANDS,
                     ("draws on a blanket order under the number PO-1001", "4711"), id="a call-off"),
        pytest.param(replace(ORDER, kind=Kind.CANCELLATION, why="It says annulée.", lines=()), STANDS,
                     ("cancels order PO-1001 (It says annulée); the portal shows it as order 4711",),
                     id="a cancellation"),
        # the mail
        pytest.param(replace(ORDER, envelope=replace(MAIL, automatic="bounce")), FACTS,
                     ("A machine wrote the mail (bounce)",), id="an order in a bounce"),
        pytest.param(replace(ORDER, envelope=replace(MAIL, authenticated=None)), FACTS,
                     ("does not vouch for the sender achats@ateliers-morel.example",),
                     id="a sender nobody vouches for"),
        pytest.param(replace(ORDER, envelope=LOOKALIKE), FACTS,
                     ("ateliers-rnorel.example looks like ateliers-morel.example",), id="a look-alike domain"),
        pytest.param(replace(ORDER, envelope=replace(MAIL, sender=None)), FACTS, ("names no sender",), id="no sender"),
        # the customer
        pytest.param(replace(ORDER, buyer=Buyer(name="Papeterie du Rhône"), envelope=None), FACTS,
                     ("Papeterie du Rhône SARL (C-1006) 100, Papeterie du Rhin SARL (C-1007) 91",), id="near twins"),
        pytest.param(replace(ORDER, buyer=Buyer(vat="DE812547393")), FACTS,
                     ("VAT number DE812547393 is that of Hartmann", "ateliers-morel.example is that of Ateliers Morel"),
                     id="VAT number of one, domain of another"),
        # the articles
        pytest.param(with_line(1, buyer_item="ROUL-9999"), FACTS, ("Line 1: no article is known under ROUL-9999",),
                     id="an unknown article"),
        pytest.param(with_line(3, buyer_item="COURR-12", sku="BR-3006"), FACTS,
                     ("Line 3: the customer's number COURR-12 is BR-3005, but the number BR-3006 is BR-3006",),
                     id="two numbers, two articles"),
        pytest.param(replace(with_line(1, unit_price=D("18.35")), po_date=date(2026, 7, 2)), FACTS,
                     ("Line 3: the document says 14.90 for 1 EA of BR-3006",),
                     id="the reference that is valid on the order's date"),
        # the units
        pytest.param(with_line(1, uom="Fass"), FACTS,
                     ('Line 1: the unit "Fass" is not our selling unit EA of BR-1001',),
                     id="an unknown unit"),
        pytest.param(with_line(1, uom=None, unit_price=D("57.60")), FACTS,
                     ("Line 1: no unit is printed, and the price does not show that EA is meant",),
                     id="no unit, and the price is another's"),
        pytest.param(with_line(1, uom=None, unit_price=None), FACTS, ("Line 1: no unit is printed",),
                     id="neither unit nor price"),
        pytest.param(with_line(1, qty=D("4.5")), FACTS, ("Line 1: 4.5 pièces is no whole number of EA of BR-1001",),
                     id="half a bearing"),
        pytest.param(with_line(1, qty=None), FACTS, ("Line 1: no quantity is printed",), id="no quantity"),
        pytest.param(with_line(1, qty=D(0), amount=D(0)), FACTS, ("Line 1: the quantity is 0",), id="nothing of it"),
        pytest.param(with_line(1, qty=D(-4)), FACTS, ("Line 1: the quantity is -4",), id="less than nothing"),
        # the prices
        pytest.param(with_line(1, unit_price=D("48.00"), amount=D("192.00")), FACTS,
                     ("Line 1: the document says 48.00 for 1 EA of BR-1001, the price list 4.80 for 1 EA",),
                     id="ten times the price"),
        pytest.param(with_line(1, unit_price=D("4.85"), amount=D("19.40")), FACTS,
                     ("(allowed: 1 % and at most 1.00 EUR)",),
                     id="just outside the percentage"),
        pytest.param(of_one(OrderLine(1, sku="BR-9000", qty=D(1), uom="EA", unit_price=D("487.50")), "487.50"), FACTS,
                     ("487.50 for 1 EA of BR-9000, the price list 486.00",), id="just outside the amount"),
        pytest.param(with_line(1, unit_price=D(0), amount=D(0)), FACTS, ("the price of BR-1001 is 0.00",),
                     id="for nothing"),
        pytest.param(with_line(1, unit_price=None), FACTS,
                     ("Line 1: no price is printed for BR-1001; the price list says 4.80 for 1 EA",), id="no price"),
        pytest.param(replace(ORDER, currency="USD"), FACTS, ("The order is in USD, and our prices are in EUR",),
                     id="another currency"),
        pytest.param(replace(ORDER, currency=None), FACTS, ("names no currency",), id="no currency"),
        # the arithmetic
        pytest.param(with_line(1, amount=D("19.30")), FACTS, ("come to 19.20, the document says 19.30",),
                     id="an amount that is not quantity times price"),
        pytest.param(replace(ORDER, net_total=D("1003.81")), FACTS,
                     ("The lines come to 1003.80 EUR net, the document states 1003.81",), id="a sum a cent off"),
        pytest.param(replace(ORDER, net_total=None, total=None), FACTS, ("states no total",), id="no total"),
        pytest.param(replace(ORDER, charges=D("15.00")), FACTS, ("charges of 15.00",), id="charges we cannot key"),
        pytest.param(of_one(replace(GREASE, qty=D(1), unit_price=D("100.00"), amount=D("100.00"), uom="CTN"), "100.00"),
                     FACTS, ('the unit "CTN"',), id="another customer's boxes"),
        # the date
        pytest.param(replace(ORDER, need_date=date(2026, 3, 1)), FACTS,
                     ("Delivery is requested for 2026-03-01, which is past (today is 2026-03-02)",), id="yesterday"),
        pytest.param(ORDER, replace(FACTS, holds_requested=False), ("no field for it",),
                     id="a date the portal cannot hold"),
        # what stands
        pytest.param(ORDER, shown(2, quantity=D(500)),
                     ("Order 4711, line 2, quantity: the portal shows 500, the document 5000.",),
                     id="another quantity"),
        pytest.param(ORDER, shown(2, sku="BR-2011"),
                     ("line 2, article: the portal shows BR-2011, the document BR-2010",),
                     id="another article"),
        pytest.param(ORDER, shown(2, unit_price=D("1.85")),
                     ("line 2, price: the portal shows 1.85 for 100, the document 18.50 for 100",), id="another price"),
        pytest.param(ORDER, shown(2, amount=D("92.50")),
                     ("line 2, amount: the portal shows 92.50, the document 925.00",),
                     id="another amount"),
        pytest.param(ORDER, replace(FACTS, standing=(replace(STANDING, lines=STANDING.lines[:2]),)),
                     ("line 3: the portal shows no such line, the document 4 EA of BR-3005",), id="a line less"),
        pytest.param(replace(ORDER, lines=ORDER.lines[:2], net_total=D("944.20")), STANDS,
                     ("line 3: the portal shows 4 EA of BR-3005, the document no such line",), id="a line more"),
        pytest.param(ORDER, replace(FACTS, standing=(replace(STANDING, total=D("1.00")),)),
                     ("total: the portal shows 1.00, the document 1003.80",), id="another total"),
        pytest.param(ORDER, replace(FACTS, standing=(replace(STANDING, requested=None),)),
                     ("requested date: the portal shows none, the document 2026-03-20",), id="another date"),
        pytest.param(ORDER, replace(FACTS, standing=(replace(STANDING, customer="Morel?"),)),
                     ("customer: the portal shows Morel?, the document C-1000",), id="a customer that cannot be told"),
        pytest.param(ORDER, replace(FACTS, standing=(STANDING, replace(STANDING, number="4712"))),
                     ("holds order PO-1001 2 times (4711, 4712): keep one",), id="there twice already"),
        pytest.param(ORDER, replace(FACTS, similar=(SAME_GOODS,)),
                     ("Order 4700 of this customer under PO-0999", "less than 30 days old"),
                     id="the same goods under another number"),
        # the credit
        pytest.param(from_customer("C-1006", of_one(ONE_BEARING, "4.80")),
                     replace(FACTS, credit=world.CREDIT["C-1006"]), ("is blocked in the portal",),
                     id="a blocked customer"),
        pytest.param(ORDER, replace(FACTS, credit=Credit(D("2000.00"), D("1000.00"), blocked=False)),
                     ("owes 1000.00 EUR; with this order of 1003.80 that is 2003.80, over the credit limit of 2000",),
                     id="over the limit"),
    ],
)  # fmt: skip
def test_a_doubt_goes_to_a_person_with_its_figures(order: PurchaseOrder, facts: Facts, words: tuple[str, ...]) -> None:
    decision = decide(order, facts, SETTINGS)
    assert isinstance(decision, Review), decision
    said = "\n".join(decision.reasons)
    assert [part for part in words if part not in said] == [], said


@pytest.mark.parametrize(
    ("order", "facts", "chosen"),
    [
        pytest.param(ORDER, replace(FACTS, credit=Credit(None, D(99999), blocked=False)), {},
                     id="credit without a limit"),
        pytest.param(ORDER, replace(FACTS, credit=Credit(D("2003.80"), D("1000.00"), blocked=False)), {},
                     id="exactly at the limit"),
        pytest.param(ORDER, replace(FACTS, credit=Credit(D(0), D(1), blocked=True)), {"credit_check": False},
                     id="credit is not asked"),
        pytest.param(ORDER, replace(FACTS, credit=None), {}, id="a portal that shows no credit"),
        pytest.param(replace(ORDER, need_date=TODAY), FACTS, {}, id="wanted today"),
        pytest.param(replace(ORDER, need_date=None), replace(FACTS, holds_requested=False), {}, id="no date, no field"),
        pytest.param(ORDER, replace(FACTS, similar=(replace(SAME_GOODS, lines=SAME_GOODS.lines[:1]),)), {},
                     id="some of the same goods under another number"),
        pytest.param(replace(ORDER, envelope=replace(MAIL, authenticated=None)), FACTS,
                     {"authenticated_senders_only": False}, id="the company does without authentication"),
        pytest.param(replace(ORDER, envelope=None), FACTS, {}, id="a person handed the document over"),
        pytest.param(with_line(1, buyer_item="roul-6204 "), FACTS, {}, id="a part number spelt otherwise"),
        pytest.param(ORDER, FACTS, {"price_tolerance_percent": D(0)}, id="no tolerance, and the list's own prices"),
    ],
)  # fmt: skip
def test_what_is_no_doubt_does_not_wait(order: PurchaseOrder, facts: Facts, chosen: dict[str, object]) -> None:
    assert isinstance(decide(order, facts, settings(**chosen)), Go)


@pytest.mark.parametrize(
    ("above", "approval"),
    [
        pytest.param("1003.80 EUR", (), id="at the amount"),
        pytest.param("1003.79 EUR", ("1003.80 EUR net, and more than 1003.79 EUR",), id="above it"),
    ],
)
def test_a_large_order_waits_for_approval(above: str, approval: tuple[str, ...]) -> None:
    decision = decide(ORDER, FACTS, settings(approval_above=Money.parse(above)))
    assert isinstance(decision, Go)
    assert len(decision.approval) == len(approval)
    assert all(part in said for part, said in zip(approval, decision.approval, strict=True))


def test_every_doubt_is_told_at_once() -> None:
    order = replace(
        with_line(1, uom="Fass"), currency="USD", need_date=date(2026, 1, 1), envelope=LOOKALIKE, doubts=("Smudged.",)
    )
    decision = decide(order, replace(FACTS, credit=Credit(D(0), D(1), blocked=True)), SETTINGS)
    assert isinstance(decision, Review)
    said = "\n".join(decision.reasons)
    assert all(part in said for part in ("Fass", "USD", "2026-01-01", "rnorel", "Smudged.", "blocked"))


def test_a_doubt_carries_the_words_it_is_about() -> None:
    evidence = {"lines[0].unit_price": Evidence(1, None, "48,00 €", "column", 0.9)}
    decision = decide(replace(with_line(1, unit_price=D("48.00")), evidence=evidence), FACTS, SETTINGS)
    assert isinstance(decision, Review)
    assert any(reason.endswith('(printed: "48,00 €").') for reason in decision.reasons)


def test_an_order_nobody_can_be_told_of_is_not_entered() -> None:
    customers = tuple(replace(one, contact=None, domains=()) for one in world.CUSTOMERS)
    facts = replace(FACTS, customers=customers)
    decision = decide(ORDER, facts, SETTINGS)
    assert isinstance(decision, Review)
    assert "no address to confirm to" in decision.reasons[0]
    assert isinstance(decide(ORDER, facts, settings(confirm=False)), Go)


def test_an_order_stands_at_the_price_it_was_entered_at_whatever_the_list_says_now() -> None:
    entered = tuple(
        Article(line.sku, line.description, line.unit, line.unit_price, line.price_per, gtin="3760012300303")
        if line.sku == "BR-2010"
        else Article(line.sku, line.description, line.unit, line.unit_price * 2, line.price_per)
        for line in STANDING.lines
    )
    facts = replace(STANDS, articles=entered, confirmed=True)
    assert decide(ORDER, facts, SETTINGS) == Done("order 4711")


def test_a_plan_changes_with_what_it_would_enter_and_with_nothing_else() -> None:
    later = replace(FACTS, today=date(2026, 3, 5), credit=None)
    assert plan_hash(planned(ORDER, later)) == plan_hash(PLAN)
    assert plan_hash(planned(with_line(1, qty=D(5)))) != plan_hash(PLAN)


@given(spelling=st.sampled_from(["PO-1001", "PO 1001", "po1001", "Po/1001", "P.O. 1001", "ＰＯ１００１"]))
def test_a_spelling_of_the_number_is_no_other_order(spelling: str) -> None:
    order = replace(ORDER, po_number=spelling)
    assert planned(order).reference == PLAN.reference
    assert decide(order, replace(STANDS, confirmed=True), SETTINGS) == Done("order 4711")


@given(number=st.text(min_size=1, max_size=20), signs=st.lists(st.sampled_from("-./ "), max_size=3))
def test_signs_between_do_not_make_another_number(number: str, signs: list[str]) -> None:
    assert same_number("".join(signs) + number + "".join(signs)) == same_number(number)


@given(data=st.data(), standing=st.booleans())
def test_the_order_of_lines_does_not_change_the_kind_of_decision(data: st.DataObject, standing: bool) -> None:
    order = data.draw(
        st.sampled_from([ORDER, with_line(1, uom="Fass"), with_line(2, qty=D(1)), with_line(3, qty=D(0))])
    )
    mixed = replace(order, lines=tuple(data.draw(st.permutations(order.lines))))
    facts = STANDS if standing else FACTS
    assert type(decide(mixed, facts, SETTINGS)) is type(decide(order, facts, SETTINGS))


_numbers = st.none() | st.decimals(min_value=-10, max_value=10**7, places=3)
_lines = st.builds(
    OrderLine,
    position=st.integers(1, 99),
    buyer_item=st.sampled_from([None, "ROUL-6204", "COURR-12", "?"]),
    sku=st.sampled_from([None, "BR-1001", "BR-2010", "BR-4100"]),
    gtin=st.sampled_from([None, "3760012300303", "1"]),
    qty=_numbers,
    uom=st.sampled_from([None, "EA", "Stk", "m", "KAR", "?"]),
    unit_price=_numbers,
    price_per=st.sampled_from([None, D(0), D(1), D(100)]),
    discount_percent=st.sampled_from([None, D(0), D(5), D(100)]),
    amount=_numbers,
)
_orders = st.builds(
    PurchaseOrder,
    kind=st.sampled_from(Kind),
    why=st.just("It is headed so."),
    buyer=st.builds(Buyer, vat=st.sampled_from([None, "FR64482103371", "DE812547393"]), name=st.text(max_size=8)),
    po_number=st.sampled_from([None, "", "PO-1001", "7"]),
    currency=st.sampled_from([None, "EUR"]),
    net_total=_numbers,
    total=_numbers,
    lines=st.lists(_lines, max_size=3).map(tuple),
    envelope=st.sampled_from([None, MAIL, LOOKALIKE]),
)


@given(order=_orders, standing=st.sampled_from([(), (STANDING,), (STANDING, STANDING)]))
def test_any_reading_gets_an_answer_and_only_a_sound_one_is_entered(
    order: PurchaseOrder, standing: tuple[OrderInPortal, ...]
) -> None:
    decision = decide(order, replace(FACTS, standing=standing), SETTINGS)
    if isinstance(decision, Go) and isinstance(decision.plan, EnterOrder):
        assert order.kind is Kind.ORDER
        assert decision.plan.total == sum((line.amount for line in decision.plan.lines), Decimal(0))
        assert all(line.quantity > 0 and line.unit_price > 0 for line in decision.plan.lines)


def test_what_the_reading_misses_is_not_said_twice() -> None:
    order = replace(with_line(1, qty=None), currency=None, po_number=None, doubts=("Three values are missing.",))
    assert decide(order, FACTS, SETTINGS) == Review(("Three values are missing.",))
