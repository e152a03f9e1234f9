"""The letter that tells a customer what was entered: written from the portal's own order, once per order."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined

from bots.domain.customers import Customer
from bots.domain.documents import Envelope
from bots.domain.orders import OrderInPortal
from bots.domain.senders import owners, vouched_domain
from bots.order_entry.plan import ConfirmOrder, EnterOrder
from bots.order_entry.settings import Settings

LANGUAGES = ("en", "fr", "de", "es")


def addressee(customer: Customer, envelope: Envelope | None) -> str | None:
    """Whom to tell: the customer's contact in our records; the sender only if the mail is proven to be theirs."""
    if customer.contact:
        return customer.contact
    theirs = customer in owners(vouched_domain(envelope), (customer,))
    return envelope.sender if envelope and theirs else None


def message_id(reference: str, domain: str) -> str:
    """The Message-ID of an order's confirmation: the same for ever, so that Sent shows whether it left."""
    digest = hashlib.sha256(f"confirmation:{reference}".encode()).hexdigest()
    return f"<{digest[:40]}@{domain}>"


def confirmation(
    standing: OrderInPortal, plan: EnterOrder, customer: Customer, envelope: Envelope | None, settings: Settings
) -> ConfirmOrder | None:
    """The letter on an order that was read back from the portal and found equal to `plan`; None without an address."""
    to = addressee(customer, envelope)
    if to is None:
        return None
    language = customer.language if customer.language in LANGUAGES else "en"
    letter = _letters().get_template(f"{language}.j2").render(_words(standing, plan, language, settings))
    subject, _, text = letter.partition("\n\n")
    return ConfirmOrder(
        reference=plan.reference,
        number=standing.number,
        to=to,
        subject=" ".join(subject.split()),
        text=text.strip() + "\n",
        message_id=message_id(plan.reference, settings.domain),
        in_reply_to=envelope.message_id if envelope else None,
    )


@cache
def _letters() -> Environment:
    return Environment(
        loader=PackageLoader("bots.order_entry", "letters"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 the letters are plain text, where an escaped sign would be a wrong one
    )


def _words(standing: OrderInPortal, plan: EnterOrder, language: str, settings: Settings) -> dict[str, Any]:
    def number(value: Decimal) -> str:
        return format_decimal(value, locale=language, decimal_quantization=False)

    def money(value: Decimal) -> str:
        return format_currency(value, plan.currency, locale=language, decimal_quantization=False)

    def day(value: date) -> str:
        return format_date(value, format="long", locale=language)

    return {
        "company": settings.company,
        "number": standing.number,
        "po_number": standing.po_number,
        "total": money(plan.total),
        "requested": day(standing.requested) if standing.requested else None,
        "lines": [
            {
                "position": line.position,
                "sku": line.sku,
                "description": line.description,
                "quantity": number(line.quantity),
                "unit": line.unit,
                "price": money(line.unit_price),
                "per": number(line.price_per),
                "amount": money(line.amount),
            }
            for line in standing.lines
        ],
    }
