"""What decides a run's numbers, as plain data: written into a store, compared before anything is added to it."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass
from typing import Any

import jax
import jaxlib

from overstretch import assumptions
from overstretch.engine.device import fingerprint
from overstretch.engine.executables import laws_digest
from overstretch.engine.plan import World
from overstretch.engine.run import node_of
from overstretch.engine.schema import KEPT
from overstretch.errors import InputError
from overstretch.systems import Prepared

FORMAT = 1


@dataclass(frozen=True)
class Settings:
    """Two runs with equal settings have equal futures: to the bit on one machine fingerprint, to about 1e-6
    elsewhere."""

    format: int
    system: str
    system_sha256: str
    as_of: str
    facts_sha256: str
    assumptions_sha256: str
    inputs_sha256: str  # Prepared.inputs_digest: all that the laws start from
    laws_sha256: str  # the source of the laws and of the program
    seed: int
    futures: int
    worlds: dict[str, int]  # world → its number of futures
    off: list[str]
    series: list[str]  # headline series kept for every future

    def differences(self, other: dict[str, Any]) -> list[str]:
        """One line for each setting in which a store's manifest (`other`) differs from these."""
        mine = asdict(self)
        names = [name for name in mine | other if mine.get(name) != other.get(name)]
        return [f"{name}: {_short(other.get(name))} in the store, {_short(mine.get(name))} now" for name in names]


def _short(value: Any) -> str:
    text = json.dumps(value)
    return text if len(text) <= 60 else text[:57] + "..."


def settings_of(
    prepared: Prepared, wanted: dict[World, int], futures: int, seed: int, off: tuple[str, ...], facts_sha256: str
) -> Settings:
    names = [node_of(world) for world in wanted]
    if strange := [name for name in names if len(name) > 120]:
        raise InputError(f"a world of more than 120 letters cannot be stored: {strange[0][:40]}...")
    return Settings(
        format=FORMAT,
        system=prepared.system.name,
        system_sha256=prepared.system.digest,
        as_of=prepared.as_of.isoformat(),
        facts_sha256=facts_sha256,
        assumptions_sha256=assumptions.digest(),
        inputs_sha256=prepared.inputs_digest,
        laws_sha256=laws_digest(),
        seed=seed,
        futures=futures,
        worlds=dict(zip(names, wanted.values(), strict=True)),
        off=sorted(off),
        series=list(KEPT),
    )


def machine() -> dict[str, str]:
    """This machine and its libraries, for the record; `fingerprint` is what bits hang on."""
    return {
        "fingerprint": fingerprint(),
        "jaxlib": jaxlib.__version__,
        "python": platform.python_version(),
        "processor": platform.machine(),
        "device": jax.devices()[0].device_kind,
    }
