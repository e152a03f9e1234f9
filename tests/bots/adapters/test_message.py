"""Mails taken apart: every file that may carry business is found, and what cannot be opened says so."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bots.adapters.message import documents
from bots.domain.documents import Document, Envelope

RECEIVED = datetime(2026, 3, 2, 9, tzinfo=UTC)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
EDI = b"UNA:+.? 'UNB+UNOC:3+4001234500003:14+3760012300001:14+260302:0900+1'UNH+1+ORDERS:D:96A:UN'"
X12 = b"ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *260302*0900*U*00401*1*0*P*>~"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def taken_apart(raw: bytes, trusted: str | None = None) -> tuple[Document, ...]:
    return documents(raw, mailbox="orders", folder="INBOX", uidvalidity=7, uid=11, received=RECEIVED, trusted=trusted)


def envelope(raw: bytes, trusted: str | None = None) -> Envelope:
    found = taken_apart(raw, trusted)[0].envelope
    assert found is not None
    return found


def letter(text: str = "Please find our order.", **headers: str) -> EmailMessage:
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = "Anne Morel <achats@ateliers-morel.example>"
    message["Subject"] = "Commande"
    message["Message-ID"] = "<1@ateliers-morel.example>"
    for name, value in headers.items():
        del message[name.replace("_", "-")]
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def with_file(
    content: bytes,
    name: str | None = "order.pdf",
    kind: str = "application/octet-stream",
    disposition: str = "attachment",
    **options: str,
) -> bytes:
    message = letter()
    main, _, sub = kind.partition("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name, disposition=disposition, **options)
    return message.as_bytes()


def forwarding(inner: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        outer = letter("See below.", From="Paul <paul@brunel-fournitures.example>")
        outer.add_attachment(EmailMessage(policy=policy.SMTP))
        raw = outer.as_bytes()
        at = raw.index(b"message/rfc822")
        start = raw.index(b"\r\n\r\n", at) + 4
        end = raw.index(b"\r\n--", start)
        inner = raw[:start] + inner + raw[end:]
    return inner


STORED = zipfile.ZipInfo("mimetype")  # OpenDocument asks for it uncompressed


def packed(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content, zipfile.ZIP_STORED if name is STORED else None)
    return buffer.getvalue()


def picture(width: int, height: int, form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("1" if form == "PNG" else "RGB", (width, height)).save(buffer, form)
    return buffer.getvalue()


def winmail(*files: tuple[str, bytes]) -> bytes:
    """The wrapper Outlook makes, by MS-OXTNEF: a signature, then attributes with their length and a checksum."""

    def attribute(kind: int, data: bytes) -> bytes:
        return b"\x02" + struct.pack("<II", kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    content = struct.pack("<IH", 0x223E9F78, 1)
    for name, data in files:
        content += attribute(0x00069002, bytes(14))
        content += attribute(0x00018010, name.encode() + b"\x00") + attribute(0x0006800F, data)
    return content


XLSX = packed(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"))
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = packed(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<document/>"))
ODS = packed((STORED, b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<office/>"))
RFC2231 = (
    b"From: a@b.example\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
    b"Content-Disposition: attachment; filename*0*=utf-8''Bon%20de%20; filename*1*=commande%20n%C2%B012;"
    b" filename*2=.pdf\r\n\r\n" + base64.b64encode(PDF)
)
RFC2047 = RFC2231.replace(
    RFC2231[RFC2231.index(b"filename*0") : RFC2231.index(b"\r\n\r\n")],
    b'filename="=?iso-8859-1?Q?Bon_de_commande_n=B012?=.pdf"',
)
RAW_UTF8 = RFC2231.replace(
    RFC2231[RFC2231.index(b"filename*0") : RFC2231.index(b"\r\n\r\n")], 'filename="Bon de commande n°12.pdf"'.encode()
)
NAMED = "Bon de commande n°12.pdf"


@pytest.mark.parametrize(
    ("raw", "media_type", "filename"),
    [
        pytest.param(with_file(PDF, kind="application/pdf"), "application/pdf", "order.pdf", id="attached"),
        pytest.param(with_file(PDF, disposition="inline"), "application/pdf", "order.pdf", id="shown inline"),
        pytest.param(with_file(PDF, "order.dat"), "application/pdf", "order.dat", id="a PDF under another name"),
        pytest.param(with_file(PDF, "order.txt", "text/plain"), "application/pdf", "order.txt", id="called a text"),
        pytest.param(with_file(PDF, None), "application/pdf", None, id="without a name"),
        pytest.param(with_file(PDF, "../../etc/order.pdf"), "application/pdf", "order.pdf", id="name with folders"),
        pytest.param(RFC2231, "application/pdf", NAMED, id="RFC 2231 name in pieces"),
        pytest.param(RFC2047, "application/pdf", NAMED, id="RFC 2047 name, though forbidden there"),
        pytest.param(RAW_UTF8, "application/pdf", NAMED, id="name in bare UTF-8"),
        pytest.param(with_file(XLSX, "order.xlsx"), XLSX_TYPE, "order.xlsx", id="Excel"),
        pytest.param(with_file(XLSX, "order.zip"), XLSX_TYPE, "order.zip", id="Excel called a zip"),
        pytest.param(
            with_file(DOCX, "order.docx"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "order.docx", id="Word",
        ),
        pytest.param(
            with_file(ODS, "o.ods"), "application/vnd.oasis.opendocument.spreadsheet", "o.ods", id="OpenDocument"
        ),
        pytest.param(
            with_file(OLE + "Workbook".encode("utf-16-le"), "order.xls"), "application/vnd.ms-excel", "order.xls",
            id="old Excel",
        ),
        pytest.param(with_file(b"item;qty\r\nBR-1001;10\r\n", "order.csv"), "text/csv", "order.csv", id="CSV"),
        pytest.param(with_file(EDI, "order.edi"), "application/edifact", "order.edi", id="EDIFACT"),
        pytest.param(with_file(EDI, None, "application/edifact"), "application/edifact", None, id="EDIFACT, no name"),
        pytest.param(letter(EDI.decode()).as_bytes(), "application/edifact", None, id="EDIFACT as the mail's text"),
        pytest.param(with_file(X12, "order.x12"), "application/edi-x12", "order.x12", id="X12"),
        pytest.param(with_file(b"<?xml version='1.0'?><Order/>", "o.xml"), "application/xml", "o.xml", id="XML"),
        pytest.param(with_file(b"\xef\xbb\xbf<Order/>", "o.dat"), "application/xml", "o.dat", id="XML behind a BOM"),
        pytest.param(
            with_file("<?xml version='1.0'?><Order/>".encode("utf-16"), "o.xml"), "application/xml", "o.xml",
            id="XML in UTF-16",
        ),
        pytest.param(with_file(picture(1700, 2200), "scan.png"), "image/png", "scan.png", id="scanned page"),
        pytest.param(
            with_file(picture(1700, 2200, "JPEG"), "scan.jpg", disposition="inline", cid="<1>"), "image/jpeg",
            "scan.jpg", id="page photographed and shown inline",
        ),
        pytest.param(with_file(picture(20, 20, "TIFF"), "fax.tif"), "image/tiff", "fax.tif", id="any TIFF: a fax"),
        pytest.param(with_file(b"10 pcs BR-1001", "order.txt", "text/plain"), "text/plain", "order.txt", id="text"),
        pytest.param(with_file(b"<html><p>order", "o.htm", "text/html"), "text/html", "o.htm", id="HTML file"),
        pytest.param(with_file(packed(("in/order.pdf", PDF))), "application/pdf", "order.pdf", id="in a zip"),
        pytest.param(
            with_file(packed(("more.zip", packed(("order.pdf", PDF))))), "application/pdf", "order.pdf",
            id="in a zip in a zip",
        ),
        pytest.param(
            with_file(winmail(("order.pdf", PDF)), "winmail.dat", "application/ms-tnef"), "application/pdf",
            "order.pdf", id="in a winmail.dat",
        ),
        pytest.param(forwarding(with_file(PDF)), "application/pdf", "order.pdf", id="in a forwarded mail"),
        pytest.param(forwarding(with_file(PDF), 5), "application/pdf", "order.pdf", id="forwarded five times"),
        pytest.param(with_file(with_file(PDF), "order.eml"), "application/pdf", "order.pdf", id="in an .eml file"),
        pytest.param(
            with_file(packed(("order.eml", with_file(PDF)))), "application/pdf", "order.pdf", id="in an .eml in a zip"
        ),
        pytest.param(
            with_file(b"\x00\x01unknown", "order.abc"), "application/octet-stream", "order.abc", id="unknown, attached"
        ),
    ],
)  # fmt: skip
def test_a_file_that_may_carry_business_is_a_document(raw: bytes, media_type: str, filename: str | None) -> None:
    (document,) = taken_apart(raw)
    assert (document.media_type, document.filename, document.trouble) == (media_type, filename, None)


@pytest.mark.parametrize(
    ("content", "name", "kind", "options"),
    [
        pytest.param(b"BEGIN:VCALENDAR", "invite.ics", "text/calendar", {}, id="calendar entry"),
        pytest.param(b"BEGIN:VCARD", "anne.vcf", "text/vcard", {}, id="business card"),
        pytest.param(b"\x30\x80signature", "smime.p7s", "application/pkcs7-signature", {}, id="S/MIME signature"),
        pytest.param(b"-----BEGIN PGP", "signature.asc", "application/pgp-signature", {}, id="PGP signature"),
        pytest.param(picture(400, 120), "logo.png", "image/png", {"cid": "<logo>"}, id="logo"),
        pytest.param(picture(150, 150), "icon.png", "image/png", {}, id="attached icon"),
        pytest.param(b"GIF89a....", "line.gif", "image/gif", {}, id="GIF"),
        pytest.param(b"ID3....", "voice.mp3", "audio/mpeg", {}, id="voice message"),
        pytest.param(b"List footer", "ATT00001.txt", "text/plain", {}, id="footer of a mailing list"),
        pytest.param(b"MZ....", "setup.exe", "application/octet-stream", {}, id="program"),
    ],
)
def test_what_only_comes_along_leaves_the_mail_itself_as_the_document(
    content: bytes, name: str, kind: str, options: dict[str, str]
) -> None:
    raw = with_file(content, name, kind, **options)
    assert [(document.content, document.media_type) for document in taken_apart(raw)] == [(raw, "message/rfc822")]


def locked_zip() -> bytes:
    content = bytearray(packed(("order.pdf", PDF)))
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(start) + offset] |= 1
    return bytes(content)


def signed_outer(kind: str) -> bytes:
    return (
        f"From: a@b.example\r\nContent-Type: application/pkcs7-mime; smime-type={kind}; name=smime.p7m\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3DQEHA6CAMIACAQAxggF7\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        pytest.param(with_file(b""), "The attached file order.pdf is empty", id="empty file"),
        pytest.param(with_file(locked_zip(), "o.zip"), "locked with a password", id="locked zip"),
        pytest.param(with_file(packed(("a", PDF))[:-30], "o.zip"), "damaged", id="zip cut off"),
        pytest.param(with_file(b"PK\x03\x04" + bytes(100), "o.zip"), "damaged", id="zip of nonsense"),
        pytest.param(
            with_file(packed(("a.zip", packed(("b.zip", packed(("c.pdf", PDF))))))), "inside 2 other zips",
            id="zip in zip in zip",
        ),
        pytest.param(with_file(packed(("zeros.pdf", bytes(51 * 1024**2)))), "more than 50 MB", id="zip bomb"),
        pytest.param(
            with_file(packed(*((f"{n}.gif", b"GIF8") for n in range(101)))), "holds 101 files", id="too many files"
        ),
        pytest.param(with_file(b"Rar!\x1a\x07\x01\x00", "o.rar"), "a RAR archive", id="RAR"),
        pytest.param(with_file(b"7z\xbc\xaf\x27\x1c", "o.7z"), "a 7-Zip archive", id="7-Zip"),
        pytest.param(
            with_file(OLE + "__properties_version1.0".encode("utf-16-le"), "order.msg"), "saved by Outlook",
            id="mail saved by Outlook",
        ),
        pytest.param(
            with_file(winmail(("order.pdf", PDF))[:-20], "winmail.dat"), "winmail.dat holds the attachments",
            id="damaged winmail.dat",
        ),
        pytest.param(forwarding(with_file(PDF), 6), "inside 5 others", id="forwarded six times"),
        pytest.param(signed_outer("enveloped-data"), "encrypted or sealed", id="encrypted with S/MIME"),
        pytest.param(
            b'Content-Type: multipart/encrypted; boundary="x"\r\n\r\n--x\r\n\r\nVersion: 1\r\n--x--\r\n',
            "encrypted or sealed", id="encrypted with PGP",
        ),
        pytest.param(
            b'Content-Type: message/external-body; access-type=URL; URL="http://x.example/"\r\n\r\n\r\n',
            "only points to its content", id="content elsewhere",
        ),
        pytest.param(
            b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n' + b"--x\r\n\r\ntext\r\n" * 1500,
            "more than 1000 parts", id="a thousand parts",
        ),
        pytest.param(
            b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(2000)),
            "damaged and could not be taken apart", id="nested without end",
        ),
        pytest.param(b"a: b\r\n" * 200_000 + b"\r\n", "headers take more than 1 MB", id="headers without end"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_a_document_with_its_trouble(raw: bytes, says: str) -> None:
    (document,) = taken_apart(raw)
    assert says in str(document.trouble)
    assert str(document.trouble).endswith(".")
    assert document.content


def test_what_comes_before_a_bound_in_a_zip_is_kept() -> None:
    first, rest = taken_apart(with_file(packed(("a.pdf", PDF), ("b.pdf", bytes(51 * 1024**2)))))
    assert (first.content, first.trouble) == (PDF, None)
    assert "b.pdf" in str(rest.trouble)


def test_the_same_file_twice_is_one_document_and_order_is_kept() -> None:
    message = letter()
    for name, content in (("a.pdf", PDF), ("b.pdf", PDF + b"2"), ("copy of a.pdf", PDF)):
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    assert [document.filename for document in taken_apart(message.as_bytes())] == ["a.pdf", "b.pdf"]


def test_a_mail_without_files_is_the_document_with_what_it_says() -> None:
    raw = letter("10 x BR-1001\r\n").as_bytes()
    (document,) = taken_apart(raw)
    assert (document.content, document.media_type, document.filename) == (raw, "message/rfc822", None)
    assert document.envelope == Envelope(
        mailbox="orders", folder="INBOX", uidvalidity=7, uid=11, message_id="<1@ateliers-morel.example>",
        sender="achats@ateliers-morel.example", sender_name="Anne Morel", authenticated=None, subject="Commande",
        received=RECEIVED, automatic=None, forwarded_from=None, body="10 x BR-1001",
    )  # fmt: skip


def test_a_forwarded_mail_without_files_is_itself_the_document() -> None:
    (document,) = taken_apart(forwarding(letter("10 x BR-1001").as_bytes()))
    assert document.content.endswith(b"\r\n\r\n10 x BR-1001\r\n")
    assert document.envelope is not None
    assert document.envelope.sender == "paul@brunel-fournitures.example"
    assert document.envelope.forwarded_from == "achats@ateliers-morel.example"
    assert document.envelope.body == "10 x BR-1001"


def test_a_mail_attached_as_base64_is_opened_too() -> None:
    raw = (
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(with_file(PDF)) + b"\r\n--x--\r\n"
    )
    assert [document.content for document in taken_apart(raw)] == [PDF]


@pytest.mark.parametrize(
    ("headers", "sender", "name", "subject"),
    [
        pytest.param(b"Subject: x", None, None, "x", id="no From"),
        pytest.param(b"From: undisclosed\r\nSubject: x", None, None, "x", id="no address"),
        pytest.param(b"From: Anne@Morel.Example\r\nSubject: x", "anne@morel.example", None, "x", id="lower case"),
        pytest.param(
            b'From: "boss@brunel.example" <thief@x.example>\r\nSubject: x', "thief@x.example", "boss@brunel.example",
            "x", id="a name that looks like an address",
        ),
        pytest.param(
            b"From: =?utf-8?q?Andr=C3=A9?= <a@b.example>\r\n"
            b"Subject: =?iso-8859-1?Q?Commande_n=B0?=\r\n =?utf-8?B?MTI=?=",
            "a@b.example", "André", "Commande n°12", id="encoded words",
        ),
        pytest.param(
            "From: André <a@b.example>\r\nSubject: Bestellung für März".encode(), "a@b.example", "André",
            "Bestellung für März", id="bare UTF-8",
        ),
        pytest.param(
            "From: André <a@b.example>\r\nSubject: Bestellung für März".encode("cp1252"), "a@b.example", "André",
            "Bestellung für März", id="bare Windows-1252",
        ),
        pytest.param(
            b"From: a@b.example\r\nSubject: =?no-such-charset?Q?M=FCller?=", "a@b.example", None, "Müller",
            id="unknown charset",
        ),
    ],
)  # fmt: skip
def test_headers_are_read_as_a_person_reads_them(
    headers: bytes, sender: str | None, name: str | None, subject: str
) -> None:
    found = envelope(headers + b"\r\n\r\nhello")
    assert (found.sender, found.sender_name, found.subject) == (sender, name, subject)


HTML = """<html><head><title>t</title><style>p {color: red}</style></head><body onload="x()">
<script>alert("x")</script><p>Dear  all,</p><!-- hidden --><div style="display:none">price 0.01</div>
<table><tr><th>Item</th><th>Qty</th></tr><tr><td>BR-1001</td><td>10&nbsp;EA</td></tr></table>
<img src="http://tracker.example/x.png" onerror="y()">Best<br>Anne</body></html>"""


@pytest.mark.parametrize(
    ("build", "body"),
    [
        pytest.param(
            lambda m: m.set_content(HTML, "html"), "Dear all,\nItem\tQty\nBR-1001\t10\xa0EA\nBest\nAnne", id="HTML"
        ),
        pytest.param(
            lambda m: m.set_content("<table><tr><td><p>A</p></td><td></td><td>1<br>2</td></tr></table>", "html"),
            "A\t\t1 2", id="cells keep their place, and their paragraphs one line",
        ),
        pytest.param(
            lambda m: (m.set_content("plain"), m.add_alternative(HTML, "html")), "plain", id="plain is preferred"
        ),
        pytest.param(
            lambda m: (m.set_content(" \n"), m.add_alternative("<p>order</p>", "html")), "order", id="unless blank"
        ),
        pytest.param(
            lambda m: (m.set_content("before"), m.add_attachment("file", filename="a.txt")),
            "before", id="attached text is not the body",
        ),
        pytest.param(lambda m: m.set_content("x" * 200_000), "x" * 100_000, id="cut at 100,000 characters"),
        pytest.param(lambda m: m.set_content("<p>" * 5000 + "deep", "html"), "deep", id="nested without end"),
        pytest.param(lambda m: m.set_content("", "html"), "", id="empty"),
    ],
)  # fmt: skip
def test_the_body_is_the_text_a_person_would_read(build: Callable[[EmailMessage], object], body: str) -> None:
    message = letter()
    build(message)
    assert envelope(message.as_bytes()).body == body


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param(b"Subject: " + b"=?a?q?" * 200_000, id="encoded words that never end"),
        pytest.param(b"From: " + b"(" * 900_000, id="comments in comments in From"),
        pytest.param(b"Authentication-Results: mx; " + b"(" * 900_000, id="comments in comments in a verdict"),
        pytest.param(b'Content-Type: text/plain; x="' + b";" * 900_000, id="semicolons in quotes"),
    ],
)
@pytest.mark.timeout(20)
def test_headers_made_to_be_slow_are_cut_not_suffered(headers: bytes) -> None:
    assert taken_apart(headers + b"\r\n\r\nhello", trusted="mx")


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_come_apart_into_something(raw: bytes) -> None:
    assert taken_apart(raw)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_mail_comes_apart_into_something(data: st.DataObject) -> None:
    raw = bytearray(forwarding(with_file(packed(("order.eml", with_file(winmail(("a.pdf", PDF)))))), 2))
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), min_size=1, max_size=12)):
        raw[at] = data.draw(st.integers(0, 255))
    assert taken_apart(bytes(raw))
