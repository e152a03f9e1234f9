"""The demo's mailbox: sixteen mails, oldest first, each with what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from email.message import EmailMessage

from orchestrator.demo.papers import (
    great_lakes,
    hartmann,
    ibarra,
    machines,
    morel,
    orders,
    papeterie_rhin,
    papeterie_rhone,
    seiler,
    thornbury,
)
from orchestrator.demo.papers.envelope import Sender, letter, moment, with_mail, with_pdf
from orchestrator.demo.papers.expected import DemoMail, Expected
from orchestrator.demo.papers.paper import Paper
from orchestrator.demo.world import COMPANY_DOMAIN, ORDERS_ADDRESS

_MOREL = Sender("Claire Bonnefoy", "achats@ateliers-morel.example")
_HARTMANN = Sender("Sabine Vogt", "einkauf@hartmann-antriebe.example")
_GREAT_LAKES = Sender("Dana Kowalski", "purchasing@glconveyor.example", east=-5)
_THORNBURY = Sender("Helen Marsh", "orders@thornbury-packaging.example", east=0)
_IBARRA = Sender("Compras Talleres Ibarra", "compras@talleres-ibarra.example")
_SEILER = Sender("Reto Amstutz", "bestellung@seiler-maschinen.example")
_RHONE = Sender("Papeterie du Rhône", "contact@papeterie-rhone.example")
_RHIN = Sender("Marc Wolff", "achat@papeterie-rhin.example")
_SALESMAN = Sender("Julien Ferrand", f"j.ferrand@{COMPANY_DOMAIN}")

_BONJOUR = "Bonjour,\n\nVeuillez trouver ci-joint notre commande {number}.\nMerci de nous confirmer le délai.\n\n"
_GUTEN_TAG = "Guten Tag,\n\nanbei erhalten Sie unsere Bestellung {number}.\n\nMit freundlichen Grüßen\n"
_HELLO = "Hello,\n\nplease find attached our purchase order {number}.\n\nBest regards,\n"
_BUENOS_DIAS = "Buenos días:\n\nAdjuntamos nuestro pedido {number}. Rogamos confirmación.\n\nUn saludo,\n"


def mails(today: date) -> tuple[DemoMail, ...]:
    """Everything that reached the order mailbox the day before `today`; the same bytes for the same day."""
    day = today - timedelta(days=1)
    return (*_orders_to_post(day), *_seen_before(day), *_for_a_person(day), *_no_orders(day))


def _orders_to_post(day: date) -> tuple[DemoMail, ...]:
    return (
        _posted("hartmann", _HARTMANN, orders.hartmann(day), hartmann.draw, "07:04", _GUTEN_TAG),
        _posted("morel", _MOREL, orders.morel(day), morel.draw, "08:12", _BONJOUR),
        _posted("seiler", _SEILER, orders.seiler(day), seiler.draw, "08:31", _GUTEN_TAG),
        _posted("ibarra", _IBARRA, orders.ibarra(day), ibarra.draw, "08:55", _BUENOS_DIAS),
        _posted("thornbury", _THORNBURY, orders.thornbury(day), thornbury.draw, "09:02", _HELLO),
        _forwarded(day),
        _posted("great-lakes", _GREAT_LAKES, orders.great_lakes(day), great_lakes.draw, "08:15", _HELLO),
    )


def _seen_before(day: date) -> tuple[DemoMail, ...]:
    again = replace(orders.morel(day), number="BC 2026/0412")
    revised = orders.thornbury_revised(day)
    return (
        _order("morel-again", _MOREL, again, morel.draw, "15:20", _BONJOUR, Expected("rejected", "already")),
        _order("thornbury-revision", _THORNBURY, revised, thornbury.draw, "14:40", _HELLO,
               _waiting("revision", revised)),
    )  # fmt: skip


def _for_a_person(day: date) -> tuple[DemoMail, ...]:
    motors, blocked, wrong = orders.hartmann_motors(day), orders.rhone(day), orders.ibarra_misprinted(day)
    return (
        _order("hartmann-motors", _HARTMANN, motors, hartmann.draw, "15:44", _GUTEN_TAG, _waiting("5000.00", motors)),
        _order("papeterie-rhone", _RHONE, blocked, papeterie_rhone.draw, "15:58", _BONJOUR,
               _waiting("blocked", blocked)),
        _order("ibarra-misprint", _IBARRA, wrong, ibarra.draw, "16:03", _BUENOS_DIAS, _waiting("line 2", wrong)),
        _order("papeterie-rhin-unknown", _RHIN, orders.rhin_unknown(day), papeterie_rhin.draw, "16:20", _BONJOUR,
               Expected("waiting", "BR-7788")),
    )  # fmt: skip


def _no_orders(day: date) -> tuple[DemoMail, ...]:
    quote = thornbury.draw_request("ENQ/3305", day, (("500", "BR-1001", "Ball bearing 6204-2RS"),
                                                     ("500", "BR-1002", "Ball bearing 6205-2RS")))  # fmt: skip
    words = "Hello,\n\nplease quote for the attached.\n\nBest regards,\nHelen Marsh\n"
    asking = letter("enquiry", _THORNBURY, "Request for quotation ENQ/3305", words, moment(day, "15:31", 0))
    away = machines.automatic_reply(Sender("Sabine Vogt", "s.vogt@hartmann-antriebe.example"), moment(day, "16:41"))
    lost = machines.bounce("purchase.ledger@thornbury-packaging.example", moment(day, "16:45"))
    return (
        _mail("thornbury-enquiry", with_pdf(asking, quote, "ENQ-3305.pdf"), Expected("rejected", "quot")),
        _mail("automatic-reply", away, Expected("rejected", "automatic")),
        DemoMail("bounce", lost, Expected("rejected", "bounce")),
    )


def _forwarded(day: date) -> DemoMail:
    paper = orders.rhin(day)
    inner = _message("rhin", _RHIN, paper, papeterie_rhin.draw, "10:05", _BONJOUR, to=_SALESMAN.address)
    words = "Bonjour,\n\nreçu ce matin sur mon adresse, merci de saisir.\n\nJulien\n"
    outer = letter("ferrand", _SALESMAN, f"TR : Commande {paper.number}", words, moment(day, "10:40"))
    return _mail("papeterie-rhin-forwarded", with_mail(outer, inner), Expected("posted", order=paper.expected()))


def _posted(
    name: str, sender: Sender, paper: Paper, draw: Callable[[Paper], bytes], clock: str, words: str
) -> DemoMail:
    return _order(name, sender, paper, draw, clock, words, Expected("posted", order=paper.expected()))


def _order(name: str, sender: Sender, paper: Paper, draw: Callable[[Paper], bytes], clock: str, words: str,
           expectation: Expected) -> DemoMail:  # fmt: skip
    return _mail(name, _message(name, sender, paper, draw, clock, words), expectation)


def _message(name: str, sender: Sender, paper: Paper, draw: Callable[[Paper], bytes], clock: str, words: str,
             to: str = ORDERS_ADDRESS) -> EmailMessage:  # fmt: skip
    text = words.format(number=paper.number) + f"{sender.name}\n"
    subject = {"Bon": "Commande", "Gut": "Bestellung", "Bue": "Pedido"}.get(words[:3], "Purchase order")
    revised = f" revision {paper.revision}" if paper.revision else ""
    sent = moment(paper.day, clock, sender.east)
    message = letter(name, sender, f"{subject} {paper.number}{revised}", text, sent, to)
    filename = f"{subject} {paper.number}{revised}.pdf".replace(" ", "_").replace("/", "-")
    return with_pdf(message, draw(paper), filename)


def _waiting(reason: str, paper: Paper) -> Expected:
    return Expected("waiting", reason, paper.expected())


def _mail(name: str, message: EmailMessage, expectation: Expected) -> DemoMail:
    return DemoMail(name, message.as_bytes(), expectation)
