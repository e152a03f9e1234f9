"""A watched folder is read like a mailbox: nothing unfinished is taken, nothing is moved before it is stored."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bots.adapters.fakes import FakeMailbox
from bots.adapters.sources import Sources
from bots.adapters.watched_folder import WatchedFolder
from bots.domain.documents import Arrival, Document
from bots.errors import ApplicationError

NOW = 1_772_000_000.0


@pytest.fixture
def folder(tmp_path):

    return WatchedFolder("bank", tmp_path, Path("processed"), quiet=10, limit=100, clock=lambda: NOW)


def put(folder, name, content=b"<Document/>", age=60.0):
    path = folder.path / name
    path.write_bytes(content)
    os.utime(path, (NOW - age, NOW - age))
    return path


def names(folder):
    return [arrival.documents[0].filename for arrival in folder.arrivals()]


def test_files_arrive_oldest_first_as_what_their_bytes_are(folder):
    put(folder, "b.xml", age=30)
    put(folder, "a.txt", b"<Document/>", age=20)
    first, second = folder.arrivals()
    assert (first.source, first.documents[0].media_type) == ("folder:bank/b.xml", "application/xml")
    assert (second.source, second.original) == ("folder:bank/a.txt", b"<Document/>")


def test_a_file_still_being_written_is_left_for_the_next_time(folder):
    put(folder, "now.xml", age=5)
    put(folder, "old.xml.part", age=500)
    put(folder, ".hidden", age=500)
    assert names(folder) == []
    os.utime(folder.path / "now.xml", (NOW - 11, NOW - 11))
    assert names(folder) == ["now.xml"]


def test_a_settled_file_is_moved_away_and_an_earlier_one_of_its_name_stays(folder):
    for content in (b"one", b"two"):
        put(folder, "camt.xml", content)
        (arrival,) = folder.arrivals()
        folder.settle(arrival)
        folder.settle(arrival)
    kept = {path.name: path.read_bytes() for path in (folder.path / "processed").iterdir()}
    assert kept == {"camt.xml": b"one", "camt.2.xml": b"two"}
    assert names(folder) == []


def test_a_file_too_large_is_told_and_not_read(folder):
    put(folder, "big.xml", b"x" * 101)
    (arrival,) = folder.arrivals()
    assert "larger than" in arrival.documents[0].trouble


def test_a_folder_that_is_not_there_is_tried_again_later(tmp_path):
    gone = WatchedFolder("bank", tmp_path / "gone", tmp_path)
    with pytest.raises(ApplicationError, match="cannot be read"):
        list(gone.arrivals())


def test_a_file_that_cannot_be_moved_is_told(folder, tmp_path):
    put(folder, "camt.xml")
    (arrival,) = folder.arrivals()
    (tmp_path / "processed").write_text("in the way")
    with pytest.raises(ApplicationError, match="nothing in it is worked on twice"):
        folder.settle(arrival)


def test_mailboxes_and_folders_are_one_and_each_settles_its_own(folder):
    mail = Arrival("imap:cash/INBOX/1/1", b"x", (Document(b"x", "text/plain"),))
    box = FakeMailbox([mail])
    both = Sources(box, [folder])
    put(folder, "camt.xml")
    arrived = list(both.arrivals())
    assert [arrival.source for arrival in arrived] == ["folder:bank/camt.xml", "imap:cash/INBOX/1/1"]
    for arrival in arrived:
        both.settle(arrival)
    assert (box.settled, names(folder)) == ([mail], [])
