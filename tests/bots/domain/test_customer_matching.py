"""Who orders, by which evidence, and when nobody is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.domain.customer_matching import NAME_MARGIN, NAME_SCORE, Identified, Unknown, identify, name_score, plain_name
from bots.domain.customers import Customer
from bots.domain.documents import Envelope
from bots.domain.orders import Buyer
from orchestrator.demo.world import COMPANY_DOMAIN, CUSTOMERS

GROUP = (
    Customer("G-1", "Nord Verpackung GmbH", vat="DE111111125", domains=("nord.example",), buyer_numbers=("N-1",)),
    Customer("G-2", "Nord Verpackung GmbH, Werk 2", vat="DE111111125", domains=("nord.example",)),
)


def mail(sender: str | None, *, vouched: bool = True, forwarded_from: str | None = None) -> Envelope:
    domain = sender.rpartition("@")[2] if sender and vouched else None
    received = datetime(2026, 3, 2, 9, tzinfo=UTC)
    return Envelope(
        "orders", "INBOX", 1, 7, "<1@x.example>", sender, None, domain, "Order", received, forwarded_from=forwarded_from
    )


MOREL_MAIL = mail("achats@ateliers-morel.example")


@pytest.mark.parametrize(
    ("buyer", "envelope", "number", "by"),
    [
        pytest.param(Buyer(vat="FR64482103371"), None, "C-1000", "vat", id="VAT number"),
        pytest.param(Buyer(vat="FR 64 482 103 371"), None, "C-1000", "vat", id="VAT number with blanks"),
        pytest.param(Buyer(vat="CHE-115.274.937 MWST"), None, "C-1005", "vat", id="VAT number with the Swiss suffix"),
        pytest.param(Buyer(vat="B65482176"), None, "C-1004", "vat", id="VAT number without the country's letters"),
        pytest.param(Buyer(registration="482 103 371"), None, "C-1000", "registration", id="SIREN"),
        pytest.param(Buyer(registration="48210337100015"), None, "C-1000", "registration", id="SIRET"),
        pytest.param(Buyer(registration="RCS Lyon 482 103 371"), None, "C-1000", "registration", id="SIREN in words"),
        pytest.param(Buyer(gln="4001234500003"), None, "C-1001", "gln", id="GLN"),
        pytest.param(Buyer(number="c1003"), None, "C-1003", "number", id="the number we gave them"),
        pytest.param(Buyer(number="BRUNEL 77"), None, "C-1002", "number", id="the number they gave us"),
        pytest.param(Buyer(), mail("orders@thornbury-packaging.example"), "C-1003", "domain", id="sender's domain"),
        pytest.param(Buyer(), mail("bot@erp.thornbury-packaging.example"), "C-1003", "domain",
                     id="a part of the domain"),
        pytest.param(Buyer(name="THORNBURY PACKAGING LIMITED"), None, "C-1003", "name", id="name, legal form aside"),
        pytest.param(Buyer(name="Morel Mecanique"), None, "C-1000", "name", id="an alias without accents"),
        pytest.param(Buyer(name="Ateliers Morel SA", country="FR"), mail(f"sales@{COMPANY_DOMAIN}"), "C-1000", "name",
                     id="name in a mail a colleague forwarded"),
        pytest.param(Buyer(name="Ateliers Morel SA"),
                     mail(f"sales@{COMPANY_DOMAIN}", forwarded_from="achats@ateliers-morel.example"), "C-1000", "name",
                     id="name, and the first sender agrees"),
        pytest.param(Buyer(vat="FR64482103371", name="Atelier Morel"), MOREL_MAIL, "C-1000", "vat",
                     id="VAT number before domain before name"),
        pytest.param(Buyer(vat="FR64482103371"), mail("morel@gmail.com"), "C-1000", "vat",
                     id="VAT number from a free mail address"),
        pytest.param(Buyer(vat="FR64482103371"), mail("noreply@edi-hub.example"), "C-1000", "vat",
                     id="VAT number through somebody's ordering system"),
        pytest.param(Buyer(vat="FR99000000000"), mail("purchasing@glconveyor.example"), "C-1002", "domain",
                     id="a VAT number where we keep none"),
        pytest.param(Buyer(name="Papeterie du Rhône SARL", vat="FR47517449260"), None, "C-1006", "vat",
                     id="near twins told apart by VAT number"),
    ],
)  # fmt: skip
def test_a_customer_is_identified(buyer: Buyer, envelope: Envelope | None, number: str, by: str) -> None:
    found = identify(buyer, envelope, CUSTOMERS, COMPANY_DOMAIN)
    assert isinstance(found, Identified), found
    assert (found.customer.number, found.by) == (number, by)
    assert number in found.evidence


@pytest.mark.parametrize(
    ("buyer", "envelope", "words"),
    [
        pytest.param(Buyer(), None, ("Nothing says who orders",), id="nothing at all"),
        pytest.param(Buyer(), mail("x@gmail.com"), ("Nothing says who orders",), id="free mail says nothing"),
        pytest.param(Buyer(), mail("achats@ateliers-morel.example", vouched=False), ("Nothing says who orders",),
                     id="a domain nobody vouches for identifies nobody"),
        pytest.param(Buyer(), mail(f"sales@{COMPANY_DOMAIN}", forwarded_from="achats@ateliers-morel.example"),
                     ("Nothing says who orders",), id="a forwarded mail's first sender identifies nobody"),
        pytest.param(Buyer(name="Papeterie du Rhône"), None,
                     ("Papeterie du Rhône SARL (C-1006) 100", "Papeterie du Rhin SARL (C-1007) 91"),
                     id="near twins: the name is not far enough from the second"),
        pytest.param(Buyer(name="Acme Corp"), None, ('No customer is called "Acme Corp"',), id="a name nobody has"),
        pytest.param(Buyer(vat="FR64482103371"), mail("einkauf@hartmann-antriebe.example"),
                     ("VAT number FR64482103371 is that of Ateliers Morel SA (C-1000)",
                      "sender's domain hartmann-antriebe.example is that of Hartmann"),
                     id="VAT number of one, domain of another"),
        pytest.param(Buyer(vat="FR64482103371", number="C-1003"), None,
                     ("customer number C-1003 is that of Thornbury",),
                     id="VAT number of one, customer number of another"),
        pytest.param(Buyer(vat="FR64482103371", registration="517449260"), None, ("register number 517449260",),
                     id="VAT number of one, SIREN of another"),
        pytest.param(Buyer(vat="FR99000000000"), MOREL_MAIL, ("prints the VAT number FR99000000000", "FR64482103371"),
                     id="a VAT number that is not the one we keep"),
        pytest.param(Buyer(vat="FR47517449260", name="Papeterie du Rhin"), None, ('The name Papeterie du Rhin',),
                     id="VAT number of one near twin, name of the other"),
        pytest.param(Buyer(vat="FR64482103371", email="x@talleres-ibarra.example"), None,
                     ("The address x@talleres-ibarra.example is that of Talleres Ibarra",),
                     id="VAT number of one, printed address of another"),
        pytest.param(Buyer(vat="FR64482103371"), mail("x@hartmann-antriebe.example", vouched=False),
                     ("The sender x@hartmann-antriebe.example is that of Hartmann",),
                     id="VAT number of one, From of another, vouched for or not"),
        pytest.param(Buyer(vat="FR64482103371"),
                     mail(f"sales@{COMPANY_DOMAIN}", forwarded_from="x@talleres-ibarra.example"),
                     ("The first sender x@talleres-ibarra.example",), id="VAT number of one, first sender another"),
        pytest.param(Buyer(name="Ateliers Morel SA"), mail("x@somewhere.example"),
                     ("was sent from somewhere.example, which is not a domain of theirs",),
                     id="a name from a stranger"),
        pytest.param(Buyer(name="Ateliers Morel SA"), mail("morel@gmail.com"), ("was sent from gmail.com",),
                     id="a name from free mail, where we know the customer's domain"),
        pytest.param(Buyer(name="Ateliers Morel SA", country="BE"), None, ("in FR", "in BE"), id="a name elsewhere"),
    ],
)  # fmt: skip
def test_a_doubt_names_nobody(buyer: Buyer, envelope: Envelope | None, words: tuple[str, ...]) -> None:
    found = identify(buyer, envelope, CUSTOMERS, COMPANY_DOMAIN)
    assert isinstance(found, Unknown), found
    said = " ".join(found.reasons)
    assert [part for part in words if part not in said] == [], said


def test_two_customers_of_one_group_are_told_apart_by_what_only_one_has() -> None:
    found = identify(Buyer(vat="DE111111125", number="N-1"), mail("x@nord.example"), GROUP, COMPANY_DOMAIN)
    assert isinstance(found, Identified)
    assert found.customer.number == "G-1"


def test_two_customers_of_one_group_stay_two() -> None:
    found = identify(Buyer(vat="DE111111125"), mail("x@nord.example"), GROUP, COMPANY_DOMAIN)
    assert isinstance(found, Unknown)
    assert "Nord Verpackung GmbH (G-1) and Nord Verpackung GmbH, Werk 2 (G-2)" in found.reasons[0]


NO_RECORDS = (
    Customer("N-1", "Keller Druck GmbH", registration="HRB 12345"),
    Customer("N-2", "Fonderie Blanc", vat="FR64482103371", country="FR"),
)


@pytest.mark.parametrize(
    ("buyer", "envelope", "number", "by"),
    [
        pytest.param(Buyer(registration="Amtsgericht Ulm, HRB 12345"), None, "N-1", "registration", id="HRB"),
        pytest.param(Buyer(registration="482103371"), None, "N-2", "registration", id="SIREN in the VAT number"),
        pytest.param(Buyer(name="Keller Druck"), mail("x@gmail.com"), "N-1", "name",
                     id="a name from anywhere, where we know no domain of theirs"),
        pytest.param(Buyer(name="Fonderie Blanc", country="FR"), None, "N-2", "name", id="a name in its country"),
    ],
)  # fmt: skip
def test_a_customer_of_whom_we_keep_little_is_identified_by_it(
    buyer: Buyer, envelope: Envelope | None, number: str, by: str
) -> None:
    found = identify(buyer, envelope, NO_RECORDS, COMPANY_DOMAIN)
    assert isinstance(found, Identified), found
    assert (found.customer.number, found.by) == (number, by)


def test_a_free_mail_domain_in_the_master_data_is_nobodys() -> None:
    customers = (Customer("F-1", "Chez Nous", domains=("orange.fr",)),)
    assert isinstance(identify(Buyer(), mail("x@orange.fr"), customers, COMPANY_DOMAIN), Unknown)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Papeterie du Rhône SARL", "PAPETERIE DU RHONE"),
        ("Hartmann Antriebstechnik GmbH & Co. KG", "Hartmann Antriebstechnik"),
        ("Talleres Ibarra, S.L.", "talleres ibarra"),
        ("Straßenbau Weiß AG", "STRASSENBAU WEISS"),
    ],
)
def test_accents_case_and_legal_form_do_not_count(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


@given(name=st.text(max_size=40), customers=st.permutations(CUSTOMERS))
def test_a_name_alone_identifies_only_with_score_and_margin(name: str, customers: list[Customer]) -> None:
    found = identify(Buyer(name=name), None, customers, COMPANY_DOMAIN)
    if isinstance(found, Identified):
        scores = sorted((name_score(name, one) for one in CUSTOMERS), reverse=True)
        assert scores[0] >= NAME_SCORE
        assert scores[0] - scores[1] >= NAME_MARGIN


@given(place=st.integers(0, len(CUSTOMERS) - 1), typo=st.integers(0, 30), customers=st.permutations(CUSTOMERS))
def test_the_order_of_customers_does_not_change_who_is_found(place: int, typo: int, customers: list[Customer]) -> None:
    name = CUSTOMERS[place].name
    buyer = Buyer(name=name[:typo] + name[typo + 1 :])
    assert identify(buyer, None, customers, COMPANY_DOMAIN) == identify(buyer, None, CUSTOMERS, COMPANY_DOMAIN)
