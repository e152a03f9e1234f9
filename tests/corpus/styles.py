"""How one paper is laid out and what is ordered on it, drawn from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.corpus.case import Item, Notation, Order
from tests.corpus.phrases import LANGUAGES, Phrases

RATES = {"GB": "20", "US": "6.5", "FR": "20", "DE": "19", "ES": "21", "CH": "8.1"}
NUMBERS = ("PO-{n}", "45000{n}", "{n}", "B{n}", "2026/{n}", "AC{n}-1", "P{n}", "26-{n}", "0000{n}")


@dataclass(frozen=True)
class Style:
    """How one paper is laid out; every choice is drawn once, so that the paper is consistent in itself."""

    random: Random
    words: Phrases
    notation: Notation
    date_format: str
    numbering: str  #: line numbers: none, ones, tens
    articles: str  #: bare, ours, yours, both
    unit: str  #: column, glued, none
    money: str  #: how an amount carries its currency: none, before, after
    money_label: bool  #: the currency has a label of its own, else it stands with the total
    per: bool
    discount: bool
    tax_column: bool
    day_column: bool
    tax_printed: bool
    stacked: bool  #: long headings break into two lines
    depth: int  #: lines of a description, 1 to 3
    level: int  #: the line of the description the figures stand level with
    remarks: bool  #: texts between the lines, as rows of their own
    carried: bool  #: a page ends and begins with the running sum
    header: str
    title: str
    country_printed: bool
    noise: int  #: fields in the header that are none of our business

    def pick(self, some: tuple[str, ...]) -> str:
        """One of the words in use."""
        return self.random.choice(some)

    def sign(self, currency: str | None) -> str:
        """The currency as it stands beside an amount."""
        return dict(self.words.currencies)[currency or ""]

    def day(self, iso: str | None) -> str:
        """A date as this paper prints it."""
        year, month, day = (int(part) for part in (iso or "").split("-"))
        name = self.words.months[month - 1]
        return self.date_format.format(d=day, m=month, y=year, month=name, mon=name[:3])

    def amount(self, value: Decimal | str | None, currency: str | None) -> str:
        """An amount with its currency, where this paper prints one with each."""
        text = self.notation(value)
        sign = self.sign(currency)
        return {"before": f"{sign}{text}", "after": f"{text} {sign}"}.get(self.money, text)


def style(random: Random) -> Style:
    """The layout of one paper."""
    words, maybe = random.choice(LANGUAGES), lambda share: random.random() < share
    depth = random.choice((1, 1, 1, 2, 3))
    return Style(
        random=random,
        words=words,
        notation=random.choice(words.notations),
        date_format=random.choice(words.date_formats),
        numbering=random.choice(("none", "ones", "tens")),
        articles=random.choice(("bare", "bare", "ours", "yours", "both")),
        unit=random.choice(("column", "column", "glued", "none")),
        money=random.choice(("none", "none", words.signs)),
        money_label=maybe(0.6),
        per=maybe(0.15),
        discount=maybe(0.2),
        tax_column=maybe(0.2),
        day_column=maybe(0.15),
        tax_printed=maybe(0.5),
        stacked=maybe(0.3),
        depth=depth,
        level=1 if depth > 1 and maybe(0.3) else 0,
        remarks=maybe(0.15),
        carried=maybe(0.5),
        header=random.choice(("left", "right", "boxes", "above", "glued", "title", "sentence", "beside")),
        title=random.choice(words.titles),
        country_printed=maybe(0.6),
        noise=random.choice((0, 0, 1, 2, 3)),
    )


def order(look: Style) -> Order:
    """What is ordered; it adds up."""
    random, words = look.random, look.words
    count = random.choice((1, 1, 2, 3, 4, 5, 7, 9, 14, 33))
    month = random.randint(1, 9)
    needed = look.day_column or random.random() < 0.7
    return Order(
        random.choice(NUMBERS).format(n=random.randint(10000, 99999)),
        f"2026-{month:02}-{random.randint(1, 28):02}",
        random.choice(words.currencies)[0],
        tuple(_item(look, place) for place in range(count)),
        name=random.choice(words.companies)[0],
        country=words.country if look.country_printed else None,
        vat=random.choice(words.vats) if words.vats and random.random() < 0.7 else None,
        need=f"2026-{month + random.randint(1, 3):02}-{random.randint(1, 28):02}" if needed else None,
        vat_rate=RATES[words.country] if look.tax_printed else None,
        charges=random.choice(("0", "0", "0", "25.00", "148.50")),
    )


def _item(look: Style, place: int) -> Item:
    random = look.random
    letters = "".join(random.choice("ABCDEFGHKLMNPRSTVX") for _ in range(2))
    ours = random.choice((f"{random.randint(100000, 999999)}", f"{letters}-{random.randint(100, 9999)}"))
    yours = f"{letters}{random.randint(10, 99)}.{random.randint(100, 999)}"
    cents = random.choice((random.randint(5, 999), random.randint(1000, 99999), random.randint(100000, 400000)))
    numbers = {
        "bare": {"item": ours},
        "ours": {"buyer_item": ours},
        "yours": {"sku": yours},
        "both": {"buyer_item": ours, "sku": yours},
    }
    return Item(
        str(random.choice((1, 2, 4, 10, 25, 120, 1500, random.randint(1, 400)))),
        f"{Decimal(cents) / 100:.2f}",
        f"{random.choice(look.words.goods)} {random.choice(('', 'inox', 'HD', 'type B', 'DN25'))}".strip(),
        random.choice(look.words.units) if look.unit != "none" else None,
        line={"ones": place + 1, "tens": place * 10 + 10}.get(look.numbering),
        per=random.choice(("1", "100")) if look.per else None,
        discount=random.choice(("5", "10", "12.5")) if look.discount and random.random() < 0.6 else None,
        **numbers[look.articles],
    )
