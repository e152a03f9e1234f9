"""Strict, frozen models: an unknown key is refused together with the nearest name that exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError


class Strict(BaseModel):
    """The base of everything a map says."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _known_keys_only(cls, data: Any) -> Any:
        if isinstance(data, Mapping):
            for key in data:
                if key not in cls.model_fields:
                    raise wrong(f"{key} is not a key here{nearest(str(key), cls.model_fields)}", at=(str(key),))
        return data


def wrong(sentence: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """An error that carries where it stands, below the model that found it; `reading` turns it into a line."""
    # The sentence is passed as a value: in a template, braces of a CSS selector would be taken for fields.
    return PydanticCustomError("map", "{sentence}", {"sentence": sentence, "at": list(at)})


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of a sentence: the name that was probably meant, or the names there are."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; known here: {', '.join(names)}" if names else ""
