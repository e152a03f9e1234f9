"""XML from outside: no entities, no document type, no network; names without namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from bots.domain.evidence import Evidence
from bots.errors import BusinessError
from bots.remittance_reader.readers.raw import stands


@dataclass(frozen=True)
class Node:
    """An element with its place below the message, `Stmt[1]/Ntry[3]/Amt`. Paths are names without namespaces."""

    element: etree._Element
    place: str = ""

    @property
    def name(self) -> str:
        """The element's name without its namespace; empty for a processing instruction."""
        return _local(self.element.tag)

    @property
    def words(self) -> str:
        """The text, without white space at its ends."""
        return (self.element.text or "").strip()

    def all(self, *path: str) -> Iterator[Node]:
        """Every element at a path, in document order."""
        if not path:
            yield self
            return
        alike = [child for child in self.element if _local(child.tag) == path[0]]
        for number, child in enumerate(alike, 1):
            step = f"{path[0]}[{number}]" if len(alike) > 1 else path[0]
            yield from Node(child, f"{self.place}/{step}".lstrip("/")).all(*path[1:])

    def at(self, *path: str) -> Node | None:
        """The first element at a path, or None."""
        return next(self.all(*path), None)

    def said(self, *path: str) -> str | None:
        """The first text at a path; None when absent or empty."""
        return next(iter(self.texts(*path)), None)

    def texts(self, *path: str) -> tuple[str, ...]:
        """All texts at a path, empty ones left out."""
        return tuple(found.words for found in self.all(*path) if found.words)

    def proof(self, words: str | None = None) -> Evidence:
        """Where it stands: its line and place."""
        return stands(words or self.words, f"line {self.element.sourceline}, {self.place}")


@lru_cache(maxsize=1000)
def _local(tag: object) -> str:
    """A tag's name without its namespace. A message has few different ones, each many times."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def root_of(content: bytes) -> Node:
    """The root element. Raises BusinessError for anything that is not well formed, or that declares a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BusinessError(f"it is not well-formed XML ({error}); ask the sender for it again") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BusinessError(
            "it declares a document type, which no bank's message does; it may be an attack: ask the sender"
        )
    return Node(root)
