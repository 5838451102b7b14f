"""Whole blocks, dispatched to devices in turn: while one computes, the next one's draws are made.

Every world of every block goes through the same executable of the same width, so that the bits of a future hang on
(seed, block, index, world) alone, never on the number of futures, devices or processes, nor on the order of blocks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import jax
import numpy as np

from overstretch.engine.controls import controls_of
from overstretch.engine.device import prepare_device
from overstretch.engine.draws import Draws, draws_of_block
from overstretch.engine.interventions import Scene
from overstretch.engine.plan import BASE, BLOCK, Plan, World
from overstretch.engine.program import draw, run_block
from overstretch.model.structures import Controls, Shocks
from overstretch.systems import Prepared


class Piece(NamedTuple):
    """One world of one block: every variable of engine.schema, name → array [..., 1024]. last: no world of it is left."""

    block: int
    world: World
    arrays: dict[str, np.ndarray]
    last: bool


class Task(NamedTuple):
    block: int
    world: World
    last: bool


def scene_of(prepared: Prepared) -> Scene:
    start = prepared.start
    span = (float(prepared.base.now[0]), float(prepared.base.now[-1]))
    return Scene(
        prepared.actors,
        prepared.system.laws,
        prepared.held_year,
        start.ally,
        start.share,
        start.share_2021,
        prepared.roles.rival,
        span,
    )


def wanted_futures(plan: Plan, futures: int, contrast_futures: int) -> dict[World, int]:
    """The base world with all futures, then the plan's worlds with their first ones."""
    contrasts = dict.fromkeys(plan.contrasts, min(futures, contrast_futures))
    return {World(): futures} | {w: n for w, n in contrasts.items() if w.name != BASE}


def block_count(futures: int) -> int:
    return -(-futures // BLOCK)


def tasks_of(wanted: dict[World, int], blocks: Iterable[int]) -> Iterator[Task]:
    """The worlds of each block, block by block."""
    for block in blocks:
        worlds = [world for world, futures in wanted.items() if block * BLOCK < futures]
        for world in worlds:
            yield Task(block, world, world is worlds[-1])


class Simulator:
    """A prepared system with its baseline held on the devices, ready to run any world of any block."""

    def __init__(
        self, prepared: Prepared, seed: int, off: tuple[str, ...] = (), devices: Sequence[Any] | None = None
    ) -> None:
        prepare_device()
        self.prepared, self.seed, self.off = prepared, seed, (*off, *prepared.off)
        self.devices = list(devices or jax.devices())
        single = jax.tree.map(lambda x: np.asarray(x, np.float32), (prepared.base, prepared.start))
        self.fixed = [jax.device_put(single, device) for device in self.devices]

    def draws(self, block: int) -> Draws:
        return draws_of_block(self.prepared, self.seed, block)

    def place(self, block: int) -> int:
        return block % len(self.devices)

    def shocks(self, block: int) -> Shocks:
        """All shocks of a block, on its device; returns before they are computed."""
        keys = jax.device_put((np.int32(self.seed), np.int32(block)), self.devices[self.place(block)])
        return draw(*keys, quarters=len(self.prepared.quarters), actors=len(self.prepared.actors))

    def controls(self, world: World, draws: Draws) -> Controls:
        return controls_of(world, draws.variants, scene_of(self.prepared), self.off)

    def arguments(self, block: int, world: World, draws: Draws, shocks: Shocks) -> tuple[tuple, dict[str, Any]]:
        """What `program.run_block` takes, on the block's device: positional and named arguments."""
        place, p = self.place(block), self.prepared
        given = jax.device_put((self.controls(world, draws), draws.laws(), draws.will), self.devices[place])
        return (shocks, *self.fixed[place], *given), {
            "roles": p.roles,
            "years_ahead": np.float32(p.years_ahead),
            "past": p.past,
        }

    def start(self, block: int, world: World, draws: Draws, shocks: Shocks) -> dict[str, jax.Array]:
        """Begin one world of one block; returns before it is computed."""
        arguments, options = self.arguments(block, world, draws, shocks)
        return run_block(*arguments, **options)

    def pieces(self, tasks: Iterable[Task]) -> Iterator[Piece]:
        """The tasks' results, in their order; one task more than there are devices is under way at a time."""
        pending: deque[tuple[Task, Draws, dict[str, jax.Array]]] = deque()
        current, draws, shocks = -1, None, None
        for task in tasks:
            if task.block != current:
                current, draws, shocks = task.block, self.draws(task.block), self.shocks(task.block)
            assert draws is not None and shocks is not None
            pending.append((task, draws, self.start(task.block, task.world, draws, shocks)))
            if len(pending) > len(self.devices):
                yield _collect(*pending.popleft())
        draws = shocks = None
        while pending:
            yield _collect(*pending.popleft())


def _collect(task: Task, draws: Draws, result: dict[str, jax.Array]) -> Piece:
    return Piece(*task[:2], {name: np.asarray(x) for name, x in result.items()} | draws.arrays(), task.last)
