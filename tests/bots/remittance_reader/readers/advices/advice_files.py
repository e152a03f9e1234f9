# ruff: noqa: E501 - a table of cases, one a line
"""Advices in every format but paper, as small as they can be."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from email.message import EmailMessage

import openpyxl

from bots.adapters.message import documents
from bots.adapters.sniff import media_type
from bots.domain.documents import Document
from bots.remittance_reader.readers import read_remittance


def read(content, name="advice", own=None):
    """The reading of some bytes, told by their content and name as the command does."""
    content = content.encode() if isinstance(content, str) else content
    return read_remittance(Document(content, media_type(content, name), name), own)


def mail(text=None, html=None, subject="Payment advice", sender="ap@bolton.example", **headers):
    """The only document of a mail, as the mailbox hands it over."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = sender, subject, "<1@bolton.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    (found,) = documents(
        bytes(message), mailbox="cash", folder="INBOX", uidvalidity=1, uid=1, received=datetime(2026, 3, 12, tzinfo=UTC)
    )
    return found


def x12(*segments, kind="820", count=None):
    """An interchange around some segments."""
    head = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*US             *260312*0900*U*00401*000000001*0*P*>"
    body = [f"ST*{kind}*0001", *segments]
    body.append(f"SE*{count or len(body) + 1}*0001")
    return "~".join([head, "GS*RA*P*U*20260312*0900*1*X*004010", *body, "GE*1*1", "IEA*1*000000001", ""])


def remadv(*segments, count=None):
    """An EDIFACT interchange around some segments."""
    body = ["UNH+1+REMADV:D:96A:UN:EAN004", *segments]
    body.append(f"UNT+{count or len(body) + 1}+1")
    return "'".join(["UNB+UNOA:2+PAYER+US+260312:0900+1", *body, "UNZ+1+1", ""])


def remt(info):
    """An ISO 20022 message around what it says of the payment."""
    space = "urn:iso:std:iso:20022:tech:xsd:remt.001.001.04"
    return f'<Document xmlns="{space}"><RmtAdvc><GrpHdr><MsgId>1</MsgId></GrpHdr><RmtInf>{info}</RmtInf></RmtAdvc></Document>'


def workbook(rows, hidden=(), sheets=()):
    """An Excel file; `hidden`: rows from 1 that are hidden; `sheets`: titles of further, hidden sheets."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Remittance"
    for row in rows:
        sheet.append(row)
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    for title in sheets:
        book.create_sheet(title).sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ROWS = [
    ["Remittance advice - Delta Foods BV"],
    ["Payment reference", "RF-2026-55"],
    ["Payment date", date(2026, 4, 2)],
    [],
    ["Invoice", "Invoice date", "Amount EUR", "Discount", "Paid EUR"],
    [9001001, date(2026, 3, 1), 1000.5, 20.01, 980.49],
    [9001002, date(2026, 3, 2), 500, 0, 500],
    ["CN-7", date(2026, 3, 3), -77.25, None, -77.25],
    ["Total payment", None, None, None, 1403.24],
]
