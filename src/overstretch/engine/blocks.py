"""Whole blocks, computed on several threads: one block on each core, or blocks on several devices in turn.

Every world of every block goes through the same executable of the same width, so that the bits of a future hang on
(seed, block, index, world) alone, never on the number of futures, devices or processes, nor on the order of blocks.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, TypeVar

import jax
import numpy as np

from overstretch.engine.changes import Scene
from overstretch.engine.controls import controls_of
from overstretch.engine.draws import Draws, draws_of_block
from overstretch.engine.executables import executable
from overstretch.engine.packing import pack
from overstretch.engine.plan import BASE, BLOCK, Plan, World
from overstretch.engine.program import draw, run_block
from overstretch.engine.span import filled, room_of, shown, span_of
from overstretch.model.structures import Controls, Shocks
from overstretch.systems import Prepared

MOST_LANES = 8  # each holds a block's shocks and results, some 150 MB
Result = TypeVar("Result")


class Piece(NamedTuple):
    """One world of one block: every variable of engine.schema, name → array [..., 1024]. last: no world of it is
    left."""

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


_ONE_AT_A_TIME = threading.Lock()


class Simulator:
    """A prepared system with its baseline held on the devices, ready to run any world of any block."""

    def __init__(
        self,
        prepared: Prepared,
        seed: int,
        off: tuple[str, ...] = (),
        devices: Sequence[Any] | None = None,
        before_compiling: Callable[[], None] = lambda: None,
    ) -> None:
        self.prepared, self.seed, self.off = prepared, seed, (*off, *prepared.off)
        self.devices, self.before_compiling = list(devices or jax.devices()), before_compiling
        self.room, self.span = room_of(prepared), span_of(prepared)
        fixed = (filled(prepared.base, self.room), prepared.start)
        single = jax.tree.map(lambda x: np.asarray(x, np.float32), fixed)
        self.fixed = [jax.device_put(single, device) for device in self.devices]

    def draws(self, block: int) -> Draws:
        return draws_of_block(self.prepared, self.seed, block)

    def place(self, block: int) -> int:
        return block % len(self.devices)

    def shocks(self, block: int) -> Shocks:
        """All shocks of a block, on its device; returns before they are computed."""
        given = (np.int32(self.seed), np.int32(block), np.int32(self.span.quarters))
        static = {"room": self.room, "actors": len(self.prepared.actors)}
        return self._call(draw, jax.device_put(given, self.devices[self.place(block)]), static)

    def controls(self, world: World, draws: Draws) -> Controls:
        return controls_of(world, draws.variants, scene_of(self.prepared), self.off)

    def arguments(self, block: int, world: World, draws: Draws, shocks: Shocks) -> tuple[tuple, dict[str, Any]]:
        """What `program.run_block` takes, on the block's device: positional and named arguments."""
        place, p = self.place(block), self.prepared
        packed, packing = pack((self.controls(world, draws), draws.laws(), draws.will))
        given = jax.device_put(packed, self.devices[place])
        return (shocks, *self.fixed[place], given, np.float32(p.years_ahead), self.span), {
            "packing": packing,
            "roles": p.roles,
        }

    def simulate(self, block: int, world: World, draws: Draws, shocks: Shocks) -> dict[str, np.ndarray]:
        """One world of one block: the program's variables of engine.schema, for the run's own quarters and years."""
        return shown(self._call(run_block, *self.arguments(block, world, draws, shocks)), self.prepared)

    def _call(self, program: Any, arguments: tuple, static: dict[str, Any]) -> Any:
        if len(jax.devices()) == 1 and self.devices[0].platform == "cpu":
            return executable(program, arguments, static, self.before_compiling)(*arguments)
        with _ONE_AT_A_TIME:  # compiled by the first, not by each of several at once
            return program(*arguments, **static)

    def results(self, tasks: Iterable[Task], then: Callable[[Piece], Result]) -> Iterator[Result]:
        """What `then` makes of each task's result, in the tasks' order; computed in lanes, with `then`, ahead of the
        caller."""
        lanes = lane_count(self.devices)
        pool = ThreadPoolExecutor(lanes, "block")
        try:
            pending: deque[Future[Result]] = deque()
            block, material = -1, None
            for task in tasks:
                if task.block != block:
                    block, material = task.block, pool.submit(self._material, task.block)
                assert material is not None
                pending.append(pool.submit(self._piece, task, material, then))
                if len(pending) > lanes:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def _material(self, block: int) -> tuple[Draws, Shocks]:
        return self.draws(block), self.shocks(block)

    def _piece(
        self, task: Task, material: Future[tuple[Draws, Shocks]], then: Callable[[Piece], Result]
    ) -> Result:  # its material was submitted before it, so that waiting for it ends
        draws, shocks = material.result()
        result = self.simulate(task.block, task.world, draws, shocks)
        return then(Piece(*task[:2], result | draws.arrays(), task.last))


def lane_count(devices: Sequence[Any]) -> int:
    """Blocks computed at the same time: one a core on processors, at most eight; one more than devices elsewhere."""
    if devices[0].platform != "cpu":
        return len(devices) + 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(len(devices), min(cores, MOST_LANES))
