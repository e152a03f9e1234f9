"""Documents that no printing library makes for us: bytes of a PDF written by hand, and pictures as pages."""

from __future__ import annotations

import io
from collections.abc import Sequence

from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFilter, ImageFont

NARROW = 0x7F  #: the code of our own font that ToUnicode calls U+202F


def narrow_spaces(texts: Sequence[tuple[float, float, str]]) -> bytes:
    """One page of texts at x, y from the bottom, in Helvetica; U+202F has a code of its own and a ToUnicode entry."""
    drawn = b"\n".join(b"BT /F1 9 Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (x, y, _code(text)) for x, y, text in texts)
    entries = "".join(
        f"<{code:02X}> <{ord(bytes([code]).decode('cp1252', 'replace')):04X}>\n" for code in range(32, 127)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /O2C def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"95 beginbfchar\n{entries}endbfchar\n"
        f"1 beginbfchar <{NARROW:02X}> <202F> endbfchar\n"
        "4 beginbfchar <E9> <00E9> <B0> <00B0> <80> <20AC> <E8> <00E8> endbfchar\n"
        "endcmap end end"
    ).encode()
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R /Encoding << /Type /Encoding "
        b"/BaseEncoding /WinAnsiEncoding /Differences [127 /space] >> >>"
    )
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        _stream(drawn),
        font,
        _stream(cmap),
    )


def assembled(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first being the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _code(text: str) -> bytes:
    plain = text.replace("\u202f", chr(NARROW)).encode("cp1252")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def picture(
    texts: Sequence[tuple[float, float, str]], *, skew: float = 0, stamp: str = "", scale: float = 2
) -> Image.Image:
    """An A4 page as a scanner sees it: grey, slightly blurred, turned by `skew` degrees, perhaps stamped."""
    page = Image.new("L", (round(595 * scale), round(842 * scale)), 250)
    pen = ImageDraw.Draw(page)
    font = ImageFont.load_default(9 * scale)
    for x, y, text in texts:
        pen.text((x * scale, (y - 8) * scale), text, fill=20, font=font)
    if stamp:
        pen.rectangle((330 * scale, 80 * scale, 540 * scale, 120 * scale), outline=90, width=3)
        pen.text((340 * scale, 90 * scale), stamp, fill=90, font=ImageFont.load_default(20 * scale))
    turned = page.rotate(skew, fillcolor=250) if skew else page
    return turned.filter(ImageFilter.GaussianBlur(0.6))


def scanned(page: Image.Image, layer: Sequence[tuple[float, float, str]] = (), *, invisible: bool = True) -> bytes:
    """A picture that fills the page, over a text layer (a scanner's OCR) that is printed invisibly or underneath."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.core_fonts_encoding = "windows-1252"
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("helvetica", size=9)
    if not invisible:
        _print(pdf, layer)
    pdf.image(page, 0, 0, 595, 842)
    if invisible:
        with pdf.local_context(text_mode="INVISIBLE"):
            _print(pdf, layer)
    return bytes(pdf.output())


def _print(pdf: FPDF, layer: Sequence[tuple[float, float, str]]) -> None:
    for x, y, text in layer:
        pdf.text(x, y, text)
