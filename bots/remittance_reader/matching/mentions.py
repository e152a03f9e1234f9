"""Where a payer names a document, and how it is spelt there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bots.remittance_reader.matching.series import DocumentNumber


class Spelling(StrEnum):
    """How a document is named, best first."""

    PRINTED = "printed"  #: sign for sign as we print it
    SERIES = "series"  #: a complete number of one of our series, or its letters and digits
    BARE = "bare"  #: complete, but without the letters in front
    REFERENCE = "reference"  #: a payment reference whose check digits are right
    ORDER = "order"  #: the number of an order we invoiced
    ENDING = "ending"  #: last digits, five or more
    COUNT = "count"  #: the counted part alone, one beside the other: `0411/0412`


@dataclass(frozen=True)
class Mention:
    """One document named by a payer. `place` ends a sentence: "in the bank's text", "on the advice of 1 March".

    `certain`: it is beyond doubt that the words name a document of ours, so an unknown one stops a machine. What is
    only read so because it fits (a bare number among words) does not.
    """

    words: str
    place: str
    spelling: Spelling
    numbers: tuple[DocumentNumber, ...] = ()
    certain: bool = True

    @property
    def shown(self) -> str:
        """The words with their place, for sentences."""
        return f'"{self.words}" {self.place}'
