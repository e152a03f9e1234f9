"""The files inside a zip, within bounds that no zip can break."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from bots.adapters.headers import file_part

MEMBERS = 100  #: files read from one zip
INFLATED = 50 * 1024 * 1024  #: bytes read from one mail's zips altogether
LISTED = 5000  #: entries a zip may list at all; reading a longer table of contents takes too much memory


@dataclass
class Allowance:
    """How many more bytes may be unpacked: shared by all zips of one mail."""

    left: int = INFLATED


class Locked(Exception):
    """A zip, or a file in it, cannot be opened; the text is the sentence for the person."""


def members(content: bytes, allowance: Allowance) -> Iterator[tuple[str | None, bytes]]:
    """(name, bytes) of each file. Raises Locked for a password, a bound, or damage; what came before stands."""
    if content.count(b"PK\x01\x02") > LISTED:
        raise Locked("The zip lists more files than a customer would send, so it was not opened; look into it.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            for info in files[:MEMBERS]:
                yield file_part(info.filename), _inflated(archive, info, allowance)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as why:
        raise Locked(f"The zip is damaged or packed in a way that cannot be opened ({why}); ask for it again.") from why
    if len(files) > MEMBERS:
        raise Locked(f"The zip holds {len(files)} files; only the first {MEMBERS} were read. Look into the others.")


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance) -> bytes:
    if info.flag_bits & 0x1:
        raise Locked(f"The file {info.filename} in the zip is locked with a password; open it with the password.")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        # An LZMA stream names the memory its reader must set aside, up to 4 GB.
        raise Locked(f"The file {info.filename} in the zip is packed in an unusual way; ask for an ordinary zip.")
    with archive.open(info) as member:
        content = member.read(allowance.left + 1)
    if len(content) > allowance.left:
        raise Locked(
            f"The zips of this mail hold more than {INFLATED // 1024 // 1024} MB unpacked, so {info.filename} and "
            "what follows was not read; look into the zip."
        )
    allowance.left -= len(content)
    return content
