import zlib

import pytest
from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image

from bots.adapters import pdf as adapter
from bots.adapters.pdf import read_pages
from bots.errors import BusinessError


def paper() -> FPDF:
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    pdf.text(40, 40, "PURCHASE ORDER 4711")
    return pdf


def pages(pdf: FPDF):
    return read_pages(bytes(pdf.output()))


def texts(words):
    return [word.text for word in words]


def test_words_come_with_their_boxes_from_the_top_left():
    (page,) = pages(paper())
    assert texts(page.words) == ["PURCHASE", "ORDER", "4711"]
    first = page.words[0]
    assert first.page == 1
    assert (round(first.x0), round(first.bottom)) == (40, 42)
    assert (round(page.width), round(page.height)) == (595, 842)


def white(pdf: FPDF) -> None:
    pdf.set_text_color(255, 255, 255)
    pdf.text(40, 300, "hidden 999")


def nearly_white(pdf: FPDF) -> None:
    pdf.set_text_color(252, 252, 252)
    pdf.text(40, 300, "hidden 999")


def tiny(pdf: FPDF) -> None:
    pdf.set_font("Helvetica", "", 2)
    pdf.text(40, 300, "hidden 999")


def off_the_page(pdf: FPDF) -> None:
    pdf.text(700, 300, "hidden 999")


def invisible_ink(pdf: FPDF) -> None:
    pdf.text_mode = TextMode.INVISIBLE
    pdf.text(40, 300, "hidden 999")


def covered(pdf: FPDF) -> None:
    pdf.text(40, 300, "hidden 999")
    pdf.set_fill_color(255, 255, 255)
    pdf.rect(30, 285, 200, 20, style="F")


def blackened(pdf: FPDF) -> None:
    pdf.text(40, 300, "hidden 999")
    pdf.set_fill_color(0, 0, 0)
    pdf.rect(30, 285, 200, 20, style="F")


@pytest.mark.parametrize("hide", [white, nearly_white, tiny, off_the_page, invisible_ink, covered, blackened])
def test_a_word_nobody_sees_is_set_apart(hide):
    pdf = paper()
    hide(pdf)
    (page,) = pages(pdf)
    assert texts(page.words) == ["PURCHASE", "ORDER", "4711"]
    assert texts(page.hidden) == ["hidden", "999"]


def test_white_letters_on_a_dark_ground_are_seen():
    pdf = paper()
    pdf.set_fill_color(30, 60, 110)
    pdf.rect(30, 285, 200, 20, style="F")
    pdf.set_text_color(255, 255, 255)
    pdf.text(40, 300, "Quantity")
    (page,) = pages(pdf)
    assert "Quantity" in texts(page.words)
    assert page.hidden == ()


def test_fake_bold_is_read_once():
    pdf = paper()
    pdf.text(40, 60, "Total 1188.00")
    pdf.text(40.3, 60, "Total 1188.00")
    (page,) = pages(pdf)
    assert texts(page.words)[3:] == ["Total", "1188.00"]


def test_double_letters_that_are_meant_stay():
    pdf = paper()
    pdf.text(40, 60, "11 22 AA")
    (page,) = pages(pdf)
    assert texts(page.words)[3:] == ["11", "22", "AA"]


def test_words_on_their_side_are_counted_and_left_out():
    pdf = paper()
    with pdf.rotation(90, 300, 400):
        pdf.text(300, 400, "COPY")
    (page,) = pages(pdf)
    assert "COPY" not in texts(page.words)
    assert page.sideways == 1


def test_lines_and_boxes_are_rulings():
    pdf = paper()
    pdf.line(40, 100, 300, 100)
    pdf.rect(40, 200, 50, 30)
    (page,) = pages(pdf)
    assert {round(ruling.at) for ruling in page.across} == {100, 200, 230}
    assert {round(ruling.at) for ruling in page.down} == {40, 90}


def test_a_picture_over_the_whole_page_makes_it_a_scan():
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.image(Image.new("L", (60, 80), 200), 0, 0, 595, 842)
    pdf.set_font("Helvetica", "", 10)
    pdf.text(40, 40, "PURCHASE ORDER")
    (page,) = pages(pdf)
    assert page.scanned


def only_a_picture() -> bytes:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.image(Image.new("L", (60, 80), 200), 0, 0, 595, 842)
    return bytes(pdf.output())


def locked() -> bytes:
    pdf = paper()
    pdf.set_encryption(owner_password="owner", user_password="user")
    return bytes(pdf.output())


def long() -> bytes:
    pdf = FPDF(unit="pt", format="A4")
    for _ in range(201):
        pdf.add_page()
    return bytes(pdf.output())


def bomb() -> bytes:
    packed = zlib.compress(b" " * (64 * 1024 * 1024), 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\n" % (len(packed), packed)
    return bytes(paper().output()) + stream * 9


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"<html>", "not a PDF", id="something else"),
        pytest.param(bytes(paper().output())[:500], "damaged", id="cut short"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 50_000, "damaged", id="deep nesting"),
        pytest.param(b"%PDF-1.7" + b"\0" * adapter.MAX_BYTES, "the limit is 25", id="too large"),
        pytest.param(locked(), "locked with a password", id="locked"),
        pytest.param(long(), "201 pages, the limit is 200", id="too long"),
        pytest.param(only_a_picture(), "pictures only", id="a scan without text"),
        pytest.param(bomb(), "unpacks to more than", id="a stream that unpacks to half a gigabyte"),
    ],
)
def test_a_file_that_cannot_be_read_ends_as_a_sentence(content, sentence):
    with pytest.raises(BusinessError, match=sentence):
        read_pages(content)


def test_a_file_that_may_only_not_be_changed_is_read():
    pdf = paper()
    pdf.set_encryption(owner_password="owner")
    (page,) = pages(pdf)
    assert texts(page.words) == ["PURCHASE", "ORDER", "4711"]


def test_a_page_whose_content_breaks_off_says_so(capfd):
    pdf = paper()
    for row in range(60):
        pdf.text(40, 100 + 10 * row, f"line {row} of something long enough to be packed")
    content = bytes(pdf.output())
    start = content.index(b"stream\n") + 7
    (page,) = read_pages(content[: start + 200] + b"\0\0\0\0" + content[start + 204 :])
    assert page.damaged
    assert capfd.readouterr().err == ""


def test_a_page_with_more_text_than_any_order_is_refused(monkeypatch):
    monkeypatch.setattr(adapter, "MAX_CHARACTERS_A_PAGE", 10)
    with pytest.raises(BusinessError, match="more text than any order"):
        pages(paper())


def test_what_was_typed_into_form_fields_is_read():
    from tests.bots.order_entry.readers.papers import filled_form

    (page,) = read_pages(filled_form("PO number", "4500012345"))
    assert "4500012345" in texts(page.words)
