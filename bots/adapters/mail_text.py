"""The text of a mail as a person would read it; nothing in it is run and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from lxml import etree, html

from bots.adapters.headers import filename, parsed, text_of

_LONGEST_CELL = 120  #: characters of a cell of data
HTML_LIMIT = 2 * 1024 * 1024  #: characters of markup read
_DROPPED = ("script", "style", "head", "title", "template", "object", "embed", "iframe", "noframes", "svg", "math")
_BREAKS = {
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
}  # fmt: skip
_DATA = {"text/xml", "text/csv", "text/comma-separated-values", "text/calendar", "text/vcard", "text/x-vcard"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def body_text(message: Message) -> str:
    """The mail's own text: plain where it is given, else the HTML without markup; attached files left out."""
    return _text(message).strip()


def text_with_tables(raw: bytes) -> str | None:
    """The text of a mail's own HTML when that holds a table of data, which its plain text may have lost; else None."""
    for part in parsed(raw).walk():
        if part.get_content_type() == "text/html" and is_text(part):
            text = html_text(part_text(part))
            if sum("\t" in line for line in text.splitlines()) > 1:
                return text
    return None


def _text(part: Message) -> str:
    kind = part.get_content_type()
    if part.is_multipart():
        if part.get_content_maintype() != "multipart":
            return ""
        children: list[Message] = [child for child in part.get_payload() if isinstance(child, Message)]
        if kind == "multipart/alternative":
            return _best(children)
        return "\n".join(text for text in map(_text, children) if text.strip())
    if not is_text(part):
        return ""
    text = part_text(part)
    return html_text(text) if kind == "text/html" else text


def _best(children: list[Message]) -> str:
    plain_first = sorted(children, key=lambda child: child.get_content_type() != "text/plain")
    return next((text for text in map(_text, plain_first) if text.strip()), "")


def is_text(part: Message) -> bool:
    """Whether a part is written to be read in place, not a file sent along."""
    return (
        part.get_content_maintype() == "text"
        and part.get_content_type() not in _DATA
        and part.get_content_disposition() != "attachment"
        and not filename(part)
    )


def part_text(part: Message) -> str:
    """A text part's characters, by its charset if that holds."""
    return text_of(payload(part), part.get_content_charset()).replace("\r\n", "\n")


def payload(part: Message) -> bytes:
    """A part's bytes with the transfer encoding undone as far as it can be."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def html_text(markup: str) -> str:
    """HTML as text: a line per block and table row, a tab between cells, scripts and hidden parts dropped."""
    try:
        root = html.document_fromstring(markup[:HTML_LIMIT].encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *_DROPPED, with_tail=False)
    cells = {cell for row in root.iter("tr") for cell in _data_cells(row)}
    pieces: list[str] = []
    hidden = within = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        concealed = bool(_HIDDEN.search(element.get("style") or ""))
        if event == "start":
            hidden += concealed
            pieces += [_before(element.tag, within), "" if hidden else _flowing(element.text)]
            within += element in cells
        else:
            hidden -= concealed
            within -= element in cells
            pieces += [_after(element.tag, within), "" if hidden else _flowing(element.tail)]
    return _tidy("".join(pieces))


def _data_cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row of figures or names: their paragraphs belong on one line. Cells of a page layout are none."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    texts = {cell: "".join(map(str, cell.itertext())).strip() for cell in cells}
    if sum(map(bool, texts.values())) > 1 and next(row.iter("table"), None) is None:
        yield from (cell for cell, text in texts.items() if len(text) <= _LONGEST_CELL)


def _flowing(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _before(tag: str, within: int) -> str:
    return (" " if within else "\n") if tag in _BREAKS else ""


def _after(tag: str, within: int) -> str:
    if tag in {"td", "th"}:
        return "\t"
    return (" " if within else "\n") if tag in _BREAKS else ""


def _tidy(text: str) -> str:
    """Spaces that mean nothing gone; an empty cell of a table stays, between its tabs."""
    lines = [re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", line)).strip(" ") for line in text.split("\n")]
    return "\n".join(line.rstrip("\t") for line in lines if line.strip())
