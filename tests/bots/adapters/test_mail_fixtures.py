"""Awkward mail of other projects' collections: every one comes apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.adapters import tnef
from bots.adapters.message import documents
from tests.fixtures import shared

NO_MAIL = {
    ".json",
    ".list",
    ".html",
    ".rtf",
    ".png",
    ".jpg",
    ".doc",
    ".yml",
    ".tiff",
    ".pdf",
    ".md",
    ".gemspec",
    ".tnef",
}
NOT_WRAPPED = ("message.", "body.", "Untitled")  #: the message's own text, and embedded objects without a name


@pytest.mark.parametrize(
    "collection",
    ["cpython", "mail-parser", "mikel_mail", "mimekit", "stalwart", "nodemailer", "talon", "discourse_reply_trimmer"],
)
def test_every_mail_comes_apart_and_none_is_called_damaged(collection: str) -> None:
    paths = [path for path in shared(f"mail/{collection}").rglob("*") if path.is_file() and path.suffix not in NO_MAIL]
    assert paths
    for path in paths:
        found = documents(
            path.read_bytes(), mailbox="m", folder="f", uidvalidity=1, uid=1, received=datetime(2026, 3, 2, tzinfo=UTC)
        )
        assert found
        assert not [document.trouble for document in found if "damaged" in str(document.trouble)], path


def test_every_attachment_in_every_winmail_dat_is_found() -> None:
    folder = shared("mail/mimekit/UnitTests/TestData/tnef")
    checked = 0
    for wrapper in sorted(folder.glob("*.tnef")):
        found = dict(tnef.attachments(wrapper.read_bytes()))
        for expected in (folder / wrapper.stem).glob("*"):
            content = expected.read_bytes()
            if content and not expected.name.startswith(NOT_WRAPPED):
                # The collection keeps its text files with the line ends of another system.
                assert found[expected.name].replace(b"\r\n", b"\n") == content.replace(b"\r\n", b"\n"), wrapper.name
                checked += 1
    assert checked == 22
