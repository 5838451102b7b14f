"""The full reference system, all laws on: the compiled program against the same laws in NumPy.

    python benchmarks/reference_system.py [--repeats 5] [--blocks 2]

One run, interleaved: ratios are to be trusted, absolute figures are those of the machine on that day. Processor time
counts all threads and hardly feels other programs; on an idle machine the compiled program spreads it over two cores.
All contenders draw parameters and shocks, run every quarter and return all headline outputs in host memory. The
compiled program has two cores; NumPy computes on one, so that two NumPy processes would at best halve its ratio.
"""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

import jax
import numpy as np
from numpy_laws import Laws
from timing import interleaved, machine, processor_seconds, table, versions

from overstretch.engine.blocks import Simulator, tasks_of
from overstretch.engine.controls import controls_of
from overstretch.engine.draws import Draws
from overstretch.engine.plan import BLOCK, World
from overstretch.evidence import inputs
from overstretch.systems import load_system, prepare

CHUNKS = (64, 128, 256, 512)
WORLD = World()


def prepared() -> Any:
    return prepare(load_system("nato-russia"), inputs.loaded().as_of(inputs.CUTOFF), date.fromisoformat(inputs.CUTOFF))


def first(draws: Draws, futures: int) -> Draws:
    """The first futures of a block's draws, contiguous."""
    parameters, variants, will = jax.tree.map(lambda x: np.ascontiguousarray(x[..., :futures]), tuple(draws))
    return Draws(parameters, variants, will)


class Numpy:
    """The NumPy laws on chunks of a block."""

    def __init__(self, simulator: Simulator, chunk: int) -> None:
        self.simulator, self.chunk, self.laws = simulator, chunk, Laws(simulator.prepared)
        self.rng, self.block = np.random.default_rng(1), 0
        self.draws = first(simulator.draws(0), chunk)

    def controls(self) -> Any:
        from overstretch.engine.blocks import scene_of

        return controls_of(WORLD, self.draws.variants, scene_of(self.simulator.prepared))

    def run(self) -> object:
        """One chunk; the parameters stay those of the first block, which spares NumPy their cost."""
        return self.laws.run(
            self.laws.shocks(self.rng, self.chunk), self.controls(), self.draws.laws(), self.draws.will
        )


def compiled(simulator: Simulator, blocks: int) -> None:
    for _ in simulator.results(list(tasks_of({WORLD: blocks * BLOCK}, range(blocks))), lambda piece: piece):
        pass


def agreement(simulator: Simulator) -> tuple[float, int, int]:
    """Largest difference of continuous outputs relative to the variable's largest value, events that differ, events in
    all, with the same draws and shocks in both, float32."""
    draws, shocks = simulator.draws(0), simulator.shocks(0)
    ours = simulator.simulate(0, WORLD, draws, shocks)
    laws = Laws(simulator.prepared)
    theirs = laws.run(laws.given(shocks), simulator.controls(WORLD, draws), draws.laws(), draws.will)
    worst, differ, events = 0.0, 0, 0
    for name, found in ours.items():
        a, b = np.asarray(found), theirs[name]
        if name.startswith(("event_", "review")):
            events, differ = events + a.size, differ + int((~((a == b) | (np.isnan(a) & np.isnan(b)))).sum())
        elif name not in ("war_state", "us_state", "nonfinite"):
            worst = max(worst, float(np.quantile(np.abs(a - b), 0.999) / np.abs(a).max()))
    return worst, differ, events


def parts(simulator: Simulator, repeats: int) -> list[tuple[str, float]]:
    """Processor seconds of a block: parameters, shocks, laws and summaries, copies of the results."""
    draws, shocks = simulator.draws(0), simulator.shocks(0)
    result = simulator.simulate(0, WORLD, draws, shocks)
    return [
        ("parameters (hypercube, quantiles)", processor_seconds(lambda: simulator.draws(0), repeats)),
        ("shocks (random draws)", processor_seconds(lambda: jax.block_until_ready(simulator.shocks(0)), repeats)),
        ("laws and summaries", processor_seconds(lambda: simulator.simulate(0, WORLD, draws, shocks), repeats)),
        ("results copied", processor_seconds(lambda: {k: v.copy() for k, v in result.items()}, repeats)),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--blocks", type=int, default=2)
    given = parser.parse_args()
    simulator = Simulator(prepared(), seed=1)
    print(
        f"{machine()}, {len(simulator.devices)} JAX device(s); {versions(['overstretch', 'jax', 'jaxlib', 'numpy'])}\n"
    )
    worst, differ, events = agreement(simulator)
    print(
        f"Same draws, float32: continuous outputs within {worst:.1e} of their range; {differ} of {events:,} events "
        "differ.\n"
    )
    ours = "overstretch, compiled"
    numpy = {n: Numpy(simulator, n) for n in (1, *CHUNKS)}
    contenders = {ours: (lambda: compiled(simulator, given.blocks), given.blocks * BLOCK)}
    contenders |= {f"NumPy float32, chunks of {n}": (numpy[n].run, n) for n in CHUNKS}
    contenders |= {"NumPy float32, one future at a time": (numpy[1].run, 1)}
    found = interleaved(contenders, given.repeats)
    cpu = {name: processor_seconds(job, min(3, given.repeats)) / n for name, (job, n) in contenders.items()}
    best = max(rate for name, rate in found.items() if "chunks" in name)
    least = min(spent for name, spent in cpu.items() if "chunks" in name)
    rows = [
        (
            name,
            f"{rate:,.0f}" if rate > 10 else f"{rate:.1f}",
            f"{found[ours] / rate:,.1f}",
            f"{1e3 * cpu[name]:.2f}",
            f"{cpu[name] / cpu[ours]:,.1f}",
        )
        for name, rate in found.items()
    ]
    print(
        table(
            ["engine", "futures/s", "overstretch is faster by", "processor ms a future", "overstretch uses less by"],
            rows,
        )
    )
    print(
        f"\nagainst NumPy at its best chunk: {found[ours] / best:.1f} times faster, {least / cpu[ours]:.1f} times less "
        "processor time\n"
    )
    spent = parts(simulator, given.repeats)
    whole = sum(s for _, s in spent)
    print(
        table(
            ["part of a block of 1,024", "ms", "share"], [(n, f"{1e3 * s:.0f}", f"{s / whole:.0%}") for n, s in spent]
        )
    )


if __name__ == "__main__":
    main()
