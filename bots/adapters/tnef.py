"""The attachments inside a winmail.dat, the wrapper Outlook puts around them (MS-OXTNEF).

Only attachments are taken; the wrapped message text also comes beside it in the mail.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from bots.adapters.headers import file_part, text_of

DEPTH = 3  #: wrappers inside wrappers
_SIGNATURE = 0x223E9F78
_NEW_ATTACHMENT, _TITLE, _DATA, _PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_LONG_NAME, _SHORT_NAME, _CONTENT = 0x3707, 0x3704, 0x3701
_STRING8, _UNICODE, _BINARY, _OBJECT = 0x001E, 0x001F, 0x0102, 0x000D
_MULTIPLE = 0x1000
_SIZES = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_EMBEDDED_MESSAGE = bytes.fromhex("0703020000000000c000000000000046")


class Damaged(ValueError):
    """The wrapper ends or turns into nonsense before its end."""


@dataclass
class _Attachment:
    title: str | None = None
    name: str | None = None
    content: bytes = b""
    wrapped: list[tuple[str | None, bytes]] = field(default_factory=list)


def attachments(content: bytes, depth: int = 0) -> list[tuple[str | None, bytes]]:
    """(name, bytes) of each attachment with content. Raises Damaged when there is no whole wrapper around any."""
    found: list[_Attachment] = []
    try:
        for kind, data in _attributes(content):
            if kind == _NEW_ATTACHMENT:
                found.append(_Attachment())
            elif found:
                _take(found[-1], kind, data, depth)
    except (struct.error, Damaged) as why:
        if not any(one.content for one in found):
            raise Damaged(str(why)) from why
    plain = [(file_part(one.name or one.title or ""), one.content) for one in found if one.content]
    return plain + [inner for one in found for inner in one.wrapped]


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    if len(content) < 6 or struct.unpack_from("<I", content)[0] != _SIGNATURE:
        raise Damaged("it does not start like one")
    at = 6
    while at + 9 <= len(content) and content[at] in {1, 2}:
        kind, length = struct.unpack_from("<II", content, at + 1)
        at += 9
        if at + length > len(content):
            raise Damaged("it was cut off")
        yield kind, content[at : at + length]
        at += length + 2  # a checksum follows


def _take(attachment: _Attachment, kind: int, data: bytes, depth: int) -> None:
    if kind == _TITLE:
        attachment.title = _string8(data)
    elif kind == _DATA:
        attachment.content = data
    elif kind == _PROPERTIES:
        for identifier, value_type, value in _properties(data):
            _take_property(attachment, identifier, value_type, value, depth)


def _take_property(attachment: _Attachment, identifier: int, value_type: int, value: bytes, depth: int) -> None:
    if identifier == _LONG_NAME or (identifier == _SHORT_NAME and not attachment.name):
        attachment.name = _unicode(value) if value_type == _UNICODE else _string8(value)
    elif identifier == _CONTENT and value_type == _OBJECT and value.startswith(_EMBEDDED_MESSAGE):
        if depth < DEPTH:
            attachment.wrapped += attachments(value[16:], depth + 1)
        attachment.content = b""
    elif identifier == _CONTENT and value_type in {_BINARY, _OBJECT} and not attachment.content:
        attachment.content = value[16:] if value_type == _OBJECT else value


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(identifier, type, first value) of each MAPI property."""
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(count):
        value_type, identifier = struct.unpack_from("<HH", data, at)
        at += 4
        if identifier >= 0x8000:
            at = _after_name(data, at)
        values, at = _values(data, at, value_type)
        if values:
            yield identifier, value_type & ~_MULTIPLE, values[0]


def _after_name(data: bytes, at: int) -> int:
    kind, number = struct.unpack_from("<II", data, at + 16)
    return at + 24 + (_padded(number) if kind == 1 else 0)


def _values(data: bytes, at: int, value_type: int) -> tuple[list[bytes], int]:
    base = value_type & ~_MULTIPLE
    long = base in {_STRING8, _UNICODE, _BINARY, _OBJECT}
    count = 1
    if long or value_type & _MULTIPLE:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
    if not long and base not in _SIZES:
        raise Damaged(f"it holds a value of the unknown type {base:#06x}")
    values = []
    for _ in range(count):
        length = _SIZES.get(base, 0)
        if long:
            (length,) = struct.unpack_from("<I", data, at)
            at += 4
        if at + length > len(data):
            raise Damaged("a value reaches beyond its end")
        values.append(data[at : at + length])
        at += _padded(length)
    return values, at


def _padded(length: int) -> int:
    return (length + 3) // 4 * 4


def _string8(data: bytes) -> str:
    return text_of(data.rstrip(b"\x00"), None)


def _unicode(data: bytes) -> str:
    return data.decode("utf-16-le", "replace").rstrip("\x00")
