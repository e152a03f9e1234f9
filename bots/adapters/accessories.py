"""What comes along with a mail and is nobody's business document: logos, signatures, calendar entries, footers."""

from __future__ import annotations

import io
import re

from PIL import Image

SCAN = 700  #: pixels of the shorter side; a picture shown in the text that is smaller is a logo, not a page
ICON = 200  #: pixels of the shorter side; smaller is no page however it is attached

_PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/bmp": "BMP", "image/webp": "WEBP"}
_KINDS = {
    "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/rfc822-headers", "text/x-amp-html",
    "application/ics", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
    "application/pgp-keys", "application/pkcs7-mime", "application/x-pkcs7-mime", "image/gif", "image/svg+xml",
    "application/vnd.microsoft.portable-executable",
}  # fmt: skip
_ENDINGS = {"ics", "vcf", "vcs", "p7s", "p7c", "asc", "sig", "gif", "svg", "css", "js", "url", "lnk"}
_MAIN_TYPES = {"audio", "video", "message", "font"}
_FOOTER = re.compile(r"att\d+\.(txt|htm|html|dat|bin)", re.IGNORECASE)  #: the name Exchange gives to list footers


def is_accessory(content: bytes, kind: str, name: str | None, claimed: str, *, shown: bool) -> bool:
    """`kind` is what the bytes say, `claimed` what the mail says; `shown`: the mail shows it in its text."""
    if kind in _PICTURES:
        return _shorter_side(content, _PICTURES[kind]) < (SCAN if shown else ICON)
    if kind in _KINDS or kind.partition("/")[0] in {"audio", "video"}:
        return True
    if kind not in {"text/plain", "text/csv", "application/xml", "text/html", "application/octet-stream"}:
        return False  # the bytes are a document, whatever the name and the claim are
    ending = (name or "").lower().rpartition(".")[2]
    return (
        claimed in _KINDS
        or claimed.partition("/")[0] in _MAIN_TYPES
        or ending in _ENDINGS
        or bool(_FOOTER.fullmatch(name or ""))
    )


def _shorter_side(content: bytes, form: str) -> int:
    """In pixels; of a picture that cannot be measured, enough to be a page: a person shall see it."""
    try:
        with Image.open(io.BytesIO(content), formats=(form,)) as picture:
            return min(picture.size)
    except (OSError, ValueError, SyntaxError, RuntimeWarning, Image.DecompressionBombError):
        return SCAN
