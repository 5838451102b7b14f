"""How far the compiled program is from what the machine can do.

    python benchmarks/limits.py

Measured with the same compiler: bandwidth of memory (STREAM's triad on arrays far beyond the caches), multiply-adds and
exponentials a second on arrays that fit the caches, random 32-bit numbers a second (threefry2x32). Counted from the
program itself: arithmetic, transcendental and random operations of a block of 1,024 futures and the bytes that it must
at least read and write. The least time is the largest of the four; scan bodies count once per quarter, the branches of
the yearly vote once a year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from math import prod
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from reference_system import WORLD, prepared
from timing import machine, seconds, table, versions

from overstretch.engine import randomness
from overstretch.engine.blocks import Simulator
from overstretch.engine.plan import BLOCK
from overstretch.engine.program import draw, run_block

ARITHMETIC = {
    "add",
    "sub",
    "mul",
    "div",
    "max",
    "min",
    "select_n",
    "neg",
    "abs",
    "clamp",
    "integer_pow",
    "sign",
    "floor",
    "gt",
    "lt",
    "ge",
    "le",
    "eq",
    "ne",
    "and",
    "or",
    "not",
    "reduce_sum",
    "reduce_max",
    "reduce_min",
    "cumsum",
    "dot_general",
    "convert_element_type",
}
TRANSCENDENTAL = {
    "exp",
    "log",
    "log1p",
    "expm1",
    "pow",
    "sqrt",
    "rsqrt",
    "cos",
    "sin",
    "tanh",
    "logistic",
    "erf_inv",
    "exp2",
}
YEARLY = 0.25


def count(jaxpr: Any, times: float, found: Counter[str], trips: Iterator[float]) -> Counter[str]:
    """Operations by kind, each primitive times the elements that it makes. trips: of the loops whose length is data, in
    the order in which they stand."""
    for equation in jaxpr.eqns:
        name, size = equation.primitive.name, sum(prod(v.aval.shape) for v in equation.outvars)
        if name in ("reduce_sum", "reduce_max", "reduce_min"):
            size = sum(prod(v.aval.shape) for v in equation.invars)
        if name == "dot_general":
            (contracted, _), _ = equation.params["dimension_numbers"]
            size *= 2 * prod(equation.invars[0].aval.shape[k] for k in contracted)
        inner = times * equation.params["length"] if name == "scan" else times * YEARLY if name == "cond" else times
        if name == "while":
            inner = times * next(trips)
        subs = [
            s
            for s in jax.tree.leaves(
                list(equation.params.values()), is_leaf=lambda x: hasattr(x, "eqns") or hasattr(x, "jaxpr")
            )
        ]
        bodies = [getattr(s, "jaxpr", s) for s in subs if hasattr(s, "eqns") or hasattr(s, "jaxpr")]
        if bodies:
            for body in bodies:
                count(body, inner, found, trips)
        elif name in TRANSCENDENTAL:
            found["transcendental"] += times * size
        elif name in ARITHMETIC and equation.outvars[0].aval.dtype != jnp.uint32:  # the generator's own
            found["arithmetic"] += times * size
    return found


def machine_limits() -> dict[str, float]:
    """Per second: bytes of the triad, multiply-adds counted as two, exponentials, random numbers; all cores."""
    big = [jnp.asarray(np.random.default_rng(0).random(2**25, np.float32)) for _ in range(2)]
    triad = jax.jit(lambda b, c: b + 3.0 * c)
    wide = jnp.asarray(np.random.default_rng(0).random(2**22, np.float32))

    def repeated(body: Any, times: int) -> Any:
        return jax.jit(lambda x: lax.fori_loop(0, times, lambda _, y: body(y), x, unroll=8))

    def add(y: jax.Array) -> jax.Array:
        for _ in range(64):
            y = y * 0.999 + 1e-3
        return y

    rates = {"bytes": 3 * 4 * 2**25 / seconds(lambda: jax.block_until_ready(triad(*big)), 5)}
    flops, exps = jax.jit(add), jax.jit(lambda y: jnp.exp(-jnp.exp(-jnp.exp(-jnp.exp(-y)))))
    rates["arithmetic"] = 128 * 2**22 / seconds(lambda: jax.block_until_ready(flops(wide)), 5)
    rates["transcendental"] = 4 * 2**22 / seconds(lambda: jax.block_until_ready(exps(wide)), 5)
    words = jax.jit(lambda k: randomness.bits(k, (2**22,)))
    rates["random"] = 2**22 / seconds(lambda: jax.block_until_ready(words(jax.random.key(0))), 5)
    return rates


def of_program(simulator: Simulator) -> tuple[Counter[str], float]:
    """Operations of a block, and its compulsory bytes: shocks written and read once, results written once."""
    p, draws, shocks = simulator.prepared, simulator.draws(0), simulator.shocks(0)
    quarters, years = len(p.quarters), len(p.years)
    found: Counter[str] = Counter()
    drawing = partial(draw.__wrapped__, room=years, actors=len(p.actors))
    count(jax.make_jaxpr(drawing)(1, 0, quarters).jaxpr, 1, found, iter((quarters, years + 1)))
    arguments, fixed = simulator.arguments(0, WORLD, draws, shocks)
    program = partial(run_block.__wrapped__, **fixed)
    count(jax.make_jaxpr(program)(*arguments).jaxpr, 1, found, iter((years, quarters / years)))
    drawn = jax.eval_shape(drawing, 1, 0, quarters)
    result = simulator.simulate(0, WORLD, draws, shocks)
    size = lambda tree: sum(4 * prod(x.shape) for x in jax.tree.leaves(tree))  # noqa: E731
    found["random"] = sum(prod(x.shape) for x in jax.tree.leaves(drawn))  # one word makes a number
    found["bytes"] = 2 * size(drawn) + size(result)
    return found, size(drawn)


def main() -> None:
    simulator = Simulator(prepared(), seed=1)
    print(f"{machine()}; {versions(['overstretch', 'jax', 'jaxlib'])}\n")
    rates, (work, _) = machine_limits(), of_program(simulator)

    def block() -> None:
        shocks = simulator.shocks(0)
        simulator.simulate(0, WORLD, draws, shocks)

    draws = simulator.draws(0)
    took = seconds(block, 7)
    units = {"bytes": "GB", "arithmetic": "G operations", "transcendental": "G functions", "random": "G numbers"}
    least = {kind: work[kind] / rates[kind] for kind in rates}
    rows = [
        (
            kind,
            f"{work[kind] / 1e9:.3f} {units[kind]}",
            f"{rates[kind] / 1e9:.2f} {units[kind]}/s",
            f"{1e3 * least[kind]:.0f}",
        )
        for kind in rates
    ]
    print(table(["kind", f"a block of {BLOCK:,} futures", "the machine", "least ms"], rows))
    print(
        f"\nA block took {1e3 * took:.0f} ms: {took / max(least.values()):.1f} times the largest of these, "
        f"{took / sum(least.values()):.1f} times their sum."
    )


if __name__ == "__main__":
    main()
