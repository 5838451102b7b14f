"""The forms of a store's own files: its manifest, and the record of each block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, TypeAdapter, with_config

from overstretch.engine.plan import BLOCK

_Number = Annotated[StrictInt, Field(ge=1, le=1024 * BLOCK)]  # of futures: as many as a run may have


class _Settings(BaseModel):
    model_config = ConfigDict(extra="allow")

    futures: _Number
    seed: StrictInt
    system: StrictStr
    as_of: StrictStr
    worlds: dict[StrictStr, _Number] = Field(min_length=1)
    off: list[StrictStr]


class Manifest(BaseModel):
    """The form of manifest.json: what a store is read by."""

    model_config = ConfigDict(extra="allow")

    settings: _Settings
    axes: dict[StrictStr, list[Any]]
    title: StrictStr
    notes: list[StrictStr]
    worlds: dict[StrictStr, StrictStr]
    scales: dict[StrictStr, list[Any]]
    names: dict[StrictStr, Any] = {}
    rival: StrictStr = "RUS"


@with_config(ConfigDict(extra="forbid", strict=True))
@dataclass(frozen=True)
class BlockRecord:
    """A block's record; one of another form counts as damaged, and its block is computed again."""

    block: int
    fingerprint: str
    nonfinite: dict[str, list[int]]
    chunks: dict[str, str]


BLOCK_RECORD = TypeAdapter(BlockRecord)
