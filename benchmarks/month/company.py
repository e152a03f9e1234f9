"""A company of this size that exists nowhere: its customers, what they owe, and how each of them pays.

Customers differ in size (a tenth of them owes half of everything), in what we know of them, and in habits. Look-alikes
are meant: some have a twin whose name differs by a letter, an ending or a town; one in ten is billed the same amount
every month; counts from 0101 to 1231 read as dates of the year.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.month.noise import STYLES, USUAL, Noise
from bots.domain.customers import Customer
from bots.domain.money import Money, cents
from bots.domain.receivables import DiscountTerms, OpenItem
from bots.remittance_reader.matching import (
    Autonomy,
    Book,
    ConfirmedAccount,
    Mode,
    PayerGroup,
    Period,
    Policy,
    Series,
    SettledItem,
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST, LAST = date(2026, 4, 1), date(2026, 4, 30)  #: the month the money comes in
OWN_NUMBERS = ("552100554", "FR83552100554", "FR7630006000011234567890189", "+33472001204")
POLICY = Policy(unattended_cap=Money(Decimal(50_000), "EUR"))  #: everything else as it is when nothing is configured
_SERIES = (Series("FAC/{yyyy}/{n:4}"), Series("AVO/{yyyy}/{n:4}"))
_TRADES = _words(
    "Papeterie Boulangerie Garage Menuiserie Transports Imprimerie Ateliers Fonderie Librairie Pharmacie "
    "Quincaillerie Laboratoire Maroquinerie Brasserie Scierie Tannerie Horlogerie Verrerie Plomberie Serrurerie"
)
_TOWNS = _words("Lyon Lille Nantes Rennes Brest Dijon Nancy Metz Tours Pau Albi Nice Caen Angers Reims Sens")
_FORMS = _words("SARL SAS SA EURL")
_HEADS = _words(
    "Ba Be Bo Bri Ca Cha Cla Co Cro Da De Du Fa Fe Flo Fra Ga Ge Gi Gra Gué Ha Hu Ja Jo Ju La Le Lo Lu Ma Me Mi Mo Na "
    "Ni No Pa Pe Pi Po Pru Qui Ra Re Ri Ro Sa Se Si So Ta Te Tho Tri Va Ve Vi Vo Wa Y Za"
)
_MIDDLES = _words(
    "bar ber cin dar del fer gar gil lan len lin man mer mon nar nel pan pel ran ri san sel tan ter vin zel"
)
_TAILS = _words(
    "ac ais ard at aud aux champ chon court deau don eau el er et eux fort gnon iac ier in lard let mont net ol on ot "
    "pin quet rand rel sier sot teau ton val vet vier ville zac"
)


@dataclass(frozen=True)
class Habit:
    """How one customer pays. `style` is how it writes our numbers; `advises`: it sends an advice for each payment."""

    advises: bool
    style: str
    account: str
    printed: str  #: the name its bank sends
    confirmed: bool  #: a person confirmed the account by a posting before this month
    parent: str | None = None  #: who pays for it


@dataclass(frozen=True)
class Company:
    """Everything before the first payment of the month."""

    book: Book
    habits: dict[str, Habit]
    owed: dict[str, list[OpenItem]]


def company(customers: int, items: int, seed: int, noise: Noise = USUAL) -> Company:
    """A company with so many customers and open items; the same for the same seed."""
    chance = random.Random(seed)
    people = _customers(customers, noise, chance)
    parents = _parents(people, chance)
    owed = _items(people, items, chance)
    habits = {one.number: _habit(one, len(owed[one.number]), parents.get(one.number), noise, chance) for one in people}
    people = [_with_alias(one, habits[one.number], noise, chance) for one in people]
    everything = [item for each in owed.values() for item in each]
    chance.shuffle(everything)
    book = Book(
        customers=tuple(people), items=tuple(everything), groups=_groups(parents, noise, chance),
        accounts=tuple(ConfirmedAccount(one.account, number) for number, one in habits.items() if one.confirmed),
        series=_SERIES, own_numbers=OWN_NUMBERS, settled=_settled(people, chance),
        orders=tuple(f"PO{chance.randrange(10**5, 10**6)}" for _ in range(customers // 5)),
        autonomy=tuple(Autonomy(one.number, Mode.AUTOMATIC, 20) for one in people), periods=(Period(FIRST, LAST),),
    )  # fmt: skip
    return Company(book, habits, owed)


def iban(chance: random.Random) -> str:
    """A French account number with right check digits."""
    account = "".join(chance.choice("0123456789") for _ in range(23))
    return f"FR{98 - int(account + '152700') % 97:02}{account}"


def payment_reference(number: str) -> str:
    """The ISO 11649 reference printed on an invoice."""
    body = "".join(sign for sign in number if sign.isalnum())
    digits = "".join(str(int(sign, 36)) for sign in f"{body}RF00")
    return f"RF{98 - int(digits) % 97:02}{body}"


def _customers(count: int, noise: Noise, chance: random.Random) -> list[Customer]:
    made: list[Customer] = []
    taken: set[str] = set()
    while len(made) < count:
        twin = bool(made) and chance.random() < noise.twin
        name = _twin_name(chance.choice(made).name, chance) if twin else _name(chance)
        if name not in taken:
            taken.add(name)
            made.append(_customer(len(made), name, chance))
    return made


def _customer(place: int, name: str, chance: random.Random) -> Customer:
    siren = f"{chance.randrange(3 * 10**8, 10**9)}"
    domain = f"{name.lower().replace(' ', '-').replace('&', 'et')}.example"
    return Customer(
        f"C{place + 1:06}", f"{name} {chance.choice(_FORMS)}", country="FR",
        vat=f"FR{(12 + 3 * (int(siren) % 97)) % 97:02}{siren}" if chance.random() < 0.85 else None,
        domains=(domain,) if chance.random() < 0.75 else (),
    )  # fmt: skip


def _surname(chance: random.Random) -> str:
    """Of a hundred thousand; French surnames are more, and some of them as alike."""
    return chance.choice(_HEADS) + chance.choice(_MIDDLES) + chance.choice(_TAILS)


def _name(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.45:
        return f"{chance.choice(_TRADES)} {_surname(chance)}"
    if kind < 0.75:
        return f"{_surname(chance)} {_surname(chance)}"
    if kind < 0.9:
        return f"{_surname(chance)} {chance.choice(_TOWNS)}"
    return f"{_surname(chance)}{chance.choice(('tec', 'pack', 'log', 'med', 'soft'))}"


def _twin_name(name: str, chance: random.Random) -> str:
    plain = name.rsplit(" ", 1)[0]
    place = chance.randrange(1, len(plain))
    return chance.choice(
        (
            f"{plain} & Fils",
            f"{plain} {chance.choice(_TOWNS)}",
            plain[:place] + chance.choice("aeilnrst") + plain[place + 1 :],
        )
    )


def _parents(people: list[Customer], chance: random.Random) -> dict[str, str]:
    """One customer in twelve is paid for by another, in groups of up to six; a twentieth of them is not on record."""
    parents: dict[str, str] = {}
    pool = [one.number for one in people]
    chance.shuffle(pool)
    while len(parents) < len(people) // 12:
        parent = pool.pop()
        parents |= dict.fromkeys([pool.pop() for _ in range(chance.randint(2, 6))], parent)
    return parents


def _groups(parents: dict[str, str], noise: Noise, chance: random.Random) -> tuple[PayerGroup, ...]:
    members: dict[str, list[str]] = {}
    for child, parent in parents.items():
        if chance.random() > noise.child_unknown:
            members.setdefault(parent, []).append(child)
    return tuple(PayerGroup(parent, tuple(children)) for parent, children in members.items())


def _items(people: list[Customer], count: int, chance: random.Random) -> dict[str, list[OpenItem]]:
    """Open items in the order they were issued, over 120 days; two numbers in three are still open."""
    weights = [chance.lognormvariate(0, 1.1) for _ in people]
    regular = {one.number: _amount(chance) for one in people if chance.random() < 0.1}
    discounts = {one.number for one in people if chance.random() < 0.1}
    owners = chance.choices(people, weights, k=count)
    owed: dict[str, list[OpenItem]] = {one.number: [] for one in people}
    number = 0
    for place, owner in enumerate(owners):
        number += chance.choice((1, 1, 2, 2))
        issued = date(2026, 1, 1) + timedelta(days=place * 105 // count)
        made = _item(number, owner.number, issued, regular.get(owner.number) or _amount(chance), chance)
        if owner.number in discounts and made.balance > 0:
            made = replace(made, discount=DiscountTerms(Decimal(2), issued + timedelta(14)))
        owed[owner.number].append(made)
    return owed


def _item(number: int, owner: str, issued: date, amount: Decimal, chance: random.Random) -> OpenItem:
    credit = chance.random() < 0.04
    name = f"{'AVO' if credit else 'FAC'}/{issued.year}/{number:04}"
    balance = -cents(amount / 10) if credit else amount
    order = f"PO{chance.randrange(10**6, 10**7)}" if chance.random() < 0.5 else None
    due = issued + timedelta(days=chance.choice((30, 30, 45, 60)))
    return OpenItem(name, owner, issued, due, balance, balance, "EUR", order, payment_reference(name))


def _amount(chance: random.Random) -> Decimal:
    """Half of all invoices are under 450 EUR; one in seven is a whole number of euros."""
    amount = Decimal(str(round(chance.lognormvariate(6.1, 1.1), 2)))
    return max(Decimal(amount.to_integral_value()) if chance.random() < 0.15 else amount, Decimal(5)).quantize(
        Decimal("0.01")
    )


def _settled(people: list[Customer], chance: random.Random) -> tuple[SettledItem, ...]:
    """Last year's invoices, long paid."""
    numbers = range(1, len(people) * 4)
    return tuple(SettledItem(f"FAC/2025/{one:04}", chance.choice(people).number, date(2026, 2, 1)) for one in numbers)


def _habit(customer: Customer, items: int, parent: str | None, noise: Noise, chance: random.Random) -> Habit:
    advises = chance.random() < (0.75 if items >= 15 else 0.35 if items >= 6 else 0.08)
    style = chance.choices(STYLES, noise.styles)[0]
    confirmed = chance.random() >= noise.new_account
    return Habit(advises, style, iban(chance), _printed(customer.name, noise, chance), confirmed, parent)


def _printed(name: str, noise: Noise, chance: random.Random) -> str:
    """As banks send it: capitals, the legal form in half of them; sometimes abbreviated, sometimes a holding's name."""
    kind = chance.random()
    if kind < noise.holding:
        return f"{_surname(chance)} HOLDING".upper()
    words = name.split() if chance.random() < 0.5 else name.split()[:-1]
    if kind > 1 - noise.abbreviated:
        words[0] = words[0][:3]
    return " ".join(words).upper()


def _with_alias(customer: Customer, habit: Habit, noise: Noise, chance: random.Random) -> Customer:
    unusual = not customer.name.upper().startswith(habit.printed)
    return replace(customer, aliases=(habit.printed,)) if unusual and chance.random() < noise.alias else customer
