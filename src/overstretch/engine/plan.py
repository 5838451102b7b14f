"""What a run is asked to do, as plain data: worlds to simulate and how far. No JAX here."""

from __future__ import annotations

from dataclasses import dataclass

BASE = "base"
BLOCK = 1024  # futures of a block: the unit of randomness, shape, shard, stored chunk and resume


@dataclass(frozen=True)
class Intervention:
    """One declared change to the system, e.g. Intervention('hold_burden', (2024,))."""

    name: str
    arguments: tuple[float | int | str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(str, self.arguments))})"


@dataclass(frozen=True)
class World:
    """Interventions that hold together; paired with every other world by the same draws and shocks."""

    interventions: tuple[Intervention, ...] = ()

    @property
    def name(self) -> str:
        return " + ".join(map(str, self.interventions)) or BASE


@dataclass(frozen=True)
class Plan:
    """All that a set of propositions needs: contrast worlds beside the base world, and the last year."""

    horizon: int
    contrasts: tuple[World, ...] = ()
