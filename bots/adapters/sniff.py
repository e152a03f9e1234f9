"""What a file is, by its bytes. A name or a claimed type decides only where bytes cannot (CSV, a mail, old Office)."""

from __future__ import annotations

import re

PDF = "application/pdf"
XML = "application/xml"
HTML = "text/html"
CSV = "text/csv"
TEXT = "text/plain"
EDIFACT = "application/edifact"
X12 = "application/edi-x12"
MAIL = "message/rfc822"
ZIP = "application/zip"
TNEF = "application/vnd.ms-tnef"
OUTLOOK = "application/vnd.ms-outlook"
XLS = "application/vnd.ms-excel"
DOC = "application/msword"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OLE = "application/x-ole-storage"
UNKNOWN = "application/octet-stream"

#: First bytes and what they mean (libmagic's table, cut down to what comes by mail).
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x78\x9f\x3e\x22", TNEF),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"MZ", "application/vnd.microsoft.portable-executable"),
    (b"BM", "image/bmp"),
)
#: Names that stand inside the storage of old Office files (MS-CFB), in UTF-16.
_OLE_STREAMS = (("__properties_version1.0", OUTLOOK), ("Workbook", XLS), ("Book", XLS), ("WordDocument", DOC))
_PACKAGES = ((b"xl/", XLSX), (b"word/", DOCX), (b"ppt/", PPTX))
_X12 = re.compile(rb"\s*ISA(?P<separator>[^\w\s])(?:[^\r\n]{2}(?P=separator))")
_HTML = re.compile(rb"(?is)\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|p|meta)\b")
_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|!--|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>])")
_HEADER = re.compile(rb"(?:[!-9;-~]{2,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def media_type(content: bytes, filename: str | None = None, claimed: str = "") -> str:
    """The media type of the bytes; `application/octet-stream` when they say nothing."""
    ending = (filename or "").lower().rpartition(".")[2]
    return _binary(content) or _text(content, ending, claimed.lower())


def _binary(content: bytes) -> str | None:
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return next((kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in content), OLE)
    if content[:4] == b"RIFF":
        return "image/webp" if content[8:12] == b"WEBP" else "audio/wav"
    known = next((kind for start, kind in _MAGIC if content.startswith(start)), None)
    return known or (PDF if b"%PDF-" in content[:1024] else None)  # readers accept junk before it


def _package(content: bytes) -> str:
    """A zip, or one of the formats that are zips inside."""
    if content[30:38] == b"mimetype" and content[38:].startswith(b"application/vnd.oasis.opendocument."):
        return re.match(rb"[\w./-]+", content[38:100])[0].split(b"PK")[0].decode()  # type: ignore[index]
    if b"[Content_Types].xml" in content:
        return next((kind for folder, kind in _PACKAGES if folder in content), ZIP)
    return ZIP


def _text(content: bytes, ending: str, claimed: str) -> str:
    plain = _single_byte(content)
    if b"\x00" in plain[:4096]:
        return UNKNOWN
    if plain.startswith((b"UNA", b"UNB+")) and (b"UNB" in plain[:200]):
        return EDIFACT
    if _X12.match(plain[:200]):
        return X12
    if _HTML.match(plain[:4096]):
        return HTML
    if _XML.match(plain[:1024]):
        return HTML if ending in {"htm", "html"} or claimed == HTML else XML
    if (claimed == MAIL or ending == "eml") and _HEADER.match(plain[:20000].lstrip()):
        return MAIL
    if ending == "csv" or claimed in {CSV, "text/comma-separated-values", "application/csv"}:
        return CSV
    return TEXT if _mostly_printable(plain[:4096]) else UNKNOWN


def _single_byte(content: bytes) -> bytes:
    """The start of the content with its byte order mark gone and UTF-16 told as UTF-8."""
    for mark, charset in _BOMS:
        if content.startswith(mark):
            return content[:40000].decode(charset, "replace").lstrip("\ufeff").encode()
    return content[:40000]


def _mostly_printable(content: bytes) -> bool:
    odd = sum(byte < 32 and byte not in b"\t\r\n\f\x1a" for byte in content)
    return bool(content.strip()) and odd * 50 <= len(content)
