"""The demo's company, its customers and its articles: the one place the portal, the mails and the tests take them from.

All names are invented; identifiers carry valid check digits so that they behave like real ones.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bots.domain.customers import Article, Credit, CrossReference, Customer, UnitFactor

COMPANY = "Brunel Fournitures SAS"
COMPANY_ADDRESS = ("14 quai Perrache", "69002 Lyon", "France")
COMPANY_SIREN = "805334174"
COMPANY_VAT = "FR60805334174"
COMPANY_DOMAIN = "brunel-fournitures.example"
ORDERS_ADDRESS = f"orders@{COMPANY_DOMAIN}"
CASH_ADDRESS = f"cash@{COMPANY_DOMAIN}"
CURRENCY = "EUR"
ACCOUNT = "FR7630006000011234567890189"  #: our bank account

#: The accounts the customers pay from.
PAYERS = {
    "C-1000": "FR1420041010050500013M02606",
    "C-1001": "DE89370400440532013000",
    "C-1003": "GB29NWBK60161331926819",
    "C-1004": "ES9121000418450200051332",
    "C-1005": "CH9300762011623852957",
    "C-1006": "FR7610107001011234567890129",
}

ARTICLES = (
    Article("BR-1001", "Ball bearing 6204-2RS", "EA", Decimal("4.80"), gtin="3760012300105"),
    Article("BR-1002", "Ball bearing 6205-2RS", "EA", Decimal("5.95"), gtin="3760012300204"),
    Article("BR-2010", "Hexagon bolt M8 x 40, zinc plated", "EA", Decimal("18.50"), Decimal(100), "3760012300303"),
    Article("BR-2011", "Hexagon nut M8, zinc plated", "EA", Decimal("6.20"), Decimal(100), "3760012300402"),
    Article("BR-3005", "V-belt SPA 1250", "EA", Decimal("14.90"), gtin="3760012300501"),
    Article("BR-3006", "V-belt SPA 1600", "EA", Decimal("18.35"), gtin="3760012300600"),
    Article("BR-4100", "Hydraulic hose 1/2 inch", "MTR", Decimal("9.75"), gtin="3760012300709"),
    Article("BR-4200", "Quick coupling 1/2 inch", "EA", Decimal("23.40"), gtin="3760012300808"),
    Article("BR-5300", "Industrial grease, cartridge 400 g", "EA", Decimal("7.25"), gtin="3760012300907"),
    Article("BR-5310", "Cutting oil, can 20 l", "EA", Decimal("112.00"), gtin="3760012301003"),
    Article("BR-6001", "Safety gloves, size 9, pair", "PR", Decimal("3.60"), gtin="3760012301102"),
    Article("BR-6002", "Safety glasses, clear", "EA", Decimal("5.10"), gtin="3760012301201"),
    Article("BR-9000", "Gear motor 0.75 kW", "EA", Decimal("486.00"), gtin="3760012301300"),
)

CUSTOMERS = (
    Customer(
        "C-1000", "Ateliers Morel SA", aliases=("Morel Mécanique",), vat="FR64482103371", registration="482103371",
        domains=("ateliers-morel.example",), country="FR", language="fr", contact="achats@ateliers-morel.example",
        cross_references=(
            CrossReference("ROUL-6204", "BR-1001"),
            CrossReference("COURR-12", "BR-3005", until=date(2026, 6, 30)),
            CrossReference("COURR-12", "BR-3006", since=date(2026, 7, 1)),
        ),
    ),
    Customer(
        "C-1001", "Hartmann Antriebstechnik GmbH", vat="DE812547393", gln="4001234500003",
        domains=("hartmann-antriebe.example",), country="DE", language="de",
        contact="einkauf@hartmann-antriebe.example",
        cross_references=(CrossReference("4711-0815", "BR-1002"), CrossReference("4711-0900", "BR-9000")),
        units=(UnitFactor("KAR", Decimal(12), "BR-5300"),),
    ),
    Customer(
        "C-1002", "Great Lakes Conveyor Inc.", buyer_numbers=("BRUNEL-77",), domains=("glconveyor.example",),
        country="US", language="en", contact="purchasing@glconveyor.example",
        units=(UnitFactor("CTN", Decimal(24), "BR-6002"), UnitFactor("BX", Decimal(100), "BR-2010")),
    ),
    Customer(
        "C-1003", "Thornbury Packaging Ltd", domains=("thornbury-packaging.example",), country="GB", language="en",
        contact="orders@thornbury-packaging.example",
    ),
    Customer(
        "C-1004", "Talleres Ibarra SL", vat="ESB65482176", domains=("talleres-ibarra.example",), country="ES",
        language="es", contact="compras@talleres-ibarra.example",
    ),
    Customer(
        "C-1005", "Seiler Maschinen AG", vat="CHE115274937", domains=("seiler-maschinen.example",), country="CH",
        language="de", contact="bestellung@seiler-maschinen.example",
    ),
    Customer(
        "C-1006", "Papeterie du Rhône SARL", vat="FR47517449260", registration="517449260",
        domains=("papeterie-rhone.example",), country="FR", language="fr", contact="contact@papeterie-rhone.example",
    ),
    Customer(
        "C-1007", "Papeterie du Rhin SARL", vat="FR03392088159", registration="392088159",
        domains=("papeterie-rhin.example",), country="FR", language="fr", contact="achat@papeterie-rhin.example",
    ),
)  # fmt: skip

#: What the portal says of each customer's credit, in EUR. C-1006 is blocked for late payment.
CREDIT = {
    "C-1000": Credit(Decimal("20000.00"), Decimal("1250.40"), blocked=False),
    "C-1001": Credit(Decimal("50000.00"), Decimal("8120.00"), blocked=False),
    "C-1002": Credit(Decimal("15000.00"), Decimal("0.00"), blocked=False),
    "C-1003": Credit(Decimal("10000.00"), Decimal("2310.75"), blocked=False),
    "C-1004": Credit(Decimal("8000.00"), Decimal("640.00"), blocked=False),
    "C-1005": Credit(Decimal("25000.00"), Decimal("0.00"), blocked=False),
    "C-1006": Credit(Decimal("3000.00"), Decimal("2890.00"), blocked=True),
    "C-1007": Credit(Decimal("3000.00"), Decimal("0.00"), blocked=False),
}
