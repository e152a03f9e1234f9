"""What every block of keys in config.yaml has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Block(BaseModel):
    """A block of keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, validate_default=True, validate_by_name=True, validate_by_alias=True
    )
