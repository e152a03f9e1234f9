"""Documents and mails nobody should send, made from code: each must end as a work item with a reason in a sentence."""

from __future__ import annotations

import io
import zipfile
import zlib
from email.message import EmailMessage

from fpdf import FPDF
from PIL import Image


def order_pdf(pages: int = 1, password: str | None = None) -> bytes:
    """A plain order, on as many pages as wanted, locked if a password is given."""
    pdf = FPDF()
    if password is not None:
        pdf.set_encryption(owner_password="owner", user_password=password)
    for number in range(pages):
        pdf.add_page()
        pdf.set_font("helvetica", size=11)
        pdf.text(20, 20, f"PURCHASE ORDER PO-77 page {number + 1}")
    return bytes(pdf.output())


def picture_pdf() -> bytes:
    """A scan: a picture and no text."""
    pdf = FPDF()
    pdf.add_page()
    pdf.image(Image.new("RGB", (600, 800), (240, 240, 235)), 0, 0, 210, 297)
    return bytes(pdf.output())


def raw_pdf(content: bytes, extra: bytes = b"", filters: str = "") -> bytes:
    """A one-page PDF around a content stream, written by hand."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters.encode(), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n" + extra)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def deep_pdf() -> bytes:
    """Arrays nested fifty thousand deep where a drawing instruction is expected."""
    return raw_pdf(b"[" * 50_000 + b"]" * 50_000 + b" TJ")


def bomb_pdf(megabytes: int = 900) -> bytes:
    """A few kilobytes that inflate to hundreds of megabytes of drawing instructions."""
    deflate = zlib.compressobj(9)
    block = b"BT /F1 9 Tf 20 20 Td (PO 1) Tj ET\n" * 30_000
    packed = b"".join(deflate.compress(block) for _ in range(megabytes * 1_000_000 // len(block)))
    return raw_pdf(packed + deflate.flush(), filters="/Filter /FlateDecode")


def archive(content: bytes = b"%PDF-1.7 not much of an order") -> bytes:
    """A zip with a document in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("order.pdf", content)
    return out.getvalue()


def mail(subject: str = "Order", sender: str | None = "orders@thornbury-packaging.example") -> EmailMessage:
    """A mail to our order mailbox; without a From if `sender` is None."""
    message = EmailMessage()
    if sender:
        message["From"] = sender
    message["To"] = "orders@brunel-fournitures.example"
    message["Subject"] = subject
    message["Message-ID"] = f"<{subject.replace(' ', '-').lower()}@hostile.example>"
    message.set_content("Please find our order attached.")
    return message


def with_attachment(content: bytes, filename: str, media_type: str = "application/pdf", **options: str) -> bytes:
    """A mail with one attachment."""
    message = mail(subject=filename, **options)  # type: ignore[arg-type]
    kind, _, detail = media_type.partition("/")
    message.add_attachment(content, maintype=kind, subtype=detail, filename=filename)
    return message.as_bytes()


def scripted_mail() -> bytes:
    """An HTML mail with scripts, a remote picture and a form."""
    message = mail(subject="Scripted order")
    message.add_alternative(
        "<html><script>document.location='http://x.invalid'</script><body onload=alert(1)>"
        "<img src='http://x.invalid/p.png'><form action='http://x.invalid'>"
        "<p>Order <b>PO-9</b>: 4 x BR-1001</p></form>",
        subtype="html",
    )
    return message.as_bytes()


def broken_mails() -> dict[str, bytes]:
    """Mails whose structure is wrong."""
    return {
        "no From": mail(subject="no sender", sender=None).as_bytes(),
        "an unknown character set": b"From: a@b.example\r\nSubject: x\r\n"
        b"Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe",
        "a part that never ends": b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\n"
        b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%notbase64",
        "nothing but bytes": bytes(range(256)) * 8,
        "nothing at all": b"\r\n",
    }
