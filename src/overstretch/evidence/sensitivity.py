"""Which assumptions move an outcome: first-order indices from a run itself, total ones from grouped designs.

First order: the share of the outcome's variance that knowing one factor alone would take away, from the futures of any
run (claims.given_data), with a bootstrap interval. Totals: the share that would be left if all but one group were
known, interactions included; the groups are the laws (assumption files), the structural variants, and chance (the
shocks). They need a design of their own (Saltelli 2010; SALib), run here block by block.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import xarray as xr

from overstretch.assumptions import AXES, load_priors, parameters_at
from overstretch.claims.drivers import given_data
from overstretch.claims.drivers.design import Design as Drawn
from overstretch.engine.plan import BASE, BLOCK, World
from overstretch.errors import InputError
from overstretch.evidence.outcomes import Outcome, parse_outcome
from overstretch.systems import Prepared

BATCHES, DRAWS, LEVEL = 256, 500, 0.90
PASSES = 3
LEAST_FUTURES = 1024
STRUCTURE, CHANCE = "structural variants", "chance"
_OTHER_SHOCKS = 1 << 24  # blocks of shocks that no run uses


class Index(NamedTuple):
    """A sensitivity index with its 90% interval."""

    first: float
    lower: float
    upper: float


def bins_for(futures: int) -> int:
    """Bins per parameter: more of them lose less of a curved response, fewer are needed by few futures."""
    return 64 if futures >= 8192 else 32 if futures >= 4096 else given_data.BINS


def given_data_index(
    codes: np.ndarray, y: np.ndarray, whole: np.ndarray | None = None, draws: int = DRAWS, seed: int = 0
) -> Index:
    """First-order index of one factor from group codes and the outcome, both [future], with a bootstrap interval.

    whole: the outcome whose variance is shared out, where y is what other factors leave of it. Futures are resampled
    in 256 batches of neighbours. The bootstrap's own mean carries the noise of the groups twice, so its spread is laid
    around the index instead of its quantiles being read as they stand; near zero that errs on the wide side.
    """
    n = len(y)
    if n < LEAST_FUTURES:
        raise InputError(f"{n} futures are too few for indices with intervals; accepted: {LEAST_FUTURES:,} or more")
    groups, y = int(codes.max()) + 1, y - y.mean()
    whole = y if whole is None else whole - whole.mean()
    batch = np.arange(n) * BATCHES // n
    cells = batch * groups + codes
    sums = np.bincount(cells, weights=y, minlength=BATCHES * groups).reshape(BATCHES, groups)
    sizes = np.bincount(cells, minlength=BATCHES * groups).reshape(BATCHES, groups).astype(float)
    squares, all_squares = np.bincount(batch, weights=y**2), np.bincount(batch, weights=whole**2)

    def index(weights: np.ndarray) -> np.ndarray:
        part = (weights @ squares) / (weights @ all_squares)
        return given_data.first_order(weights @ sums, weights @ sizes, weights @ squares) * part

    found, sample = float(index(np.ones(BATCHES))), index(_resamples(draws, seed))
    low, high = np.quantile(sample - sample.mean(), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Index(found, found + float(low), found + float(high))


@lru_cache(1)
def _resamples(draws: int, seed: int) -> np.ndarray:
    """How often each batch is drawn, [draw, batch]; the same for all factors of a table."""
    rng = np.random.default_rng(seed)
    return rng.multinomial(BATCHES, np.full(BATCHES, 1 / BATCHES), size=draws).astype(float)


def first_order(
    futures: xr.DataTree | xr.Dataset, outcome: str | np.ndarray, draws: int = DRAWS, seed: int = 0
) -> pd.DataFrame:
    """First-order indices of all drawn parameters and structural axes, strongest first.

    futures: a run (its base world) or one world; outcome: see evidence.outcomes, or one number per future. Columns
    factor, group (law, or structural variants), first, lower, upper (90%). Each factor is judged on what the other
    strong factors leave of the outcome: draws of many dimensions have pairs that go along with each other by accident,
    and an idle factor must not borrow a driver's index. Raises InputError for an unknown or constant
    outcome and for fewer than 1,024 futures.
    """
    world = futures[BASE].to_dataset() if isinstance(futures, xr.DataTree) else futures
    y = outcome_of(world, outcome)
    _varies(y, outcome)
    drawn, count = Drawn(world, len(y)), bins_for(len(y))
    effects = additive_effects(drawn, y)
    rest = y - sum(effects.values())
    rows = []
    for position, factor in enumerate(drawn.factors):
        codes = drawn.codes(position) if factor.options else given_data.bin_of(drawn.values[factor.row], count)
        left = rest + effects.get(position, 0.0)
        rows.append((factor.name, group_of(factor.name), *given_data_index(codes, left, y, draws, seed)))
    return pd.DataFrame(rows, columns=["factor", "group", *Index._fields]).sort_values(
        "first", ascending=False, ignore_index=True
    )


def additive_effects(drawn: Drawn, y: np.ndarray) -> dict[int, np.ndarray]:
    """The mean effect [future] of each factor that drives y, by position: group means, backfitted in three passes."""
    effects = {position: np.zeros(len(y)) for position, _ in drawn.strongest(y)}
    rest = y - y.mean()
    for _ in range(PASSES):
        for position in effects:
            left = rest + effects[position]
            effects[position] = drawn.fitted(left, position)
            rest = left - effects[position]
    return effects


def outcome_of(world: xr.Dataset, outcome: str | np.ndarray) -> np.ndarray:
    """The outcome [future] of a world, float. Raises InputError where the world does not hold it."""
    if isinstance(outcome, np.ndarray):
        if outcome.shape != (world.sizes["future"],) or not np.isfinite(outcome).all():
            raise InputError(f"an outcome holds one finite number for each of the {world.sizes['future']:,} futures")
        return outcome.astype(float)
    named = parse_outcome(outcome)
    if named.variable not in world:
        raise InputError(f"these futures do not keep {named.variable} future by future")
    labels = {axis: list(world[axis].values) if axis in world.coords else [] for axis in ("actor", "year", "quarter")}
    return named.values(
        {named.variable: world[named.variable].values}, labels["actor"], labels["year"], labels["quarter"]
    )


def group_of(name: str) -> str:
    """The law whose assumption file declares a factor; allies' wills belong to the law of their spread."""
    priors = load_priors()
    if name in AXES:
        return STRUCTURE
    if name.startswith("will_") and name not in priors:
        name = "will_spread"
    return priors[name].law if name in priors else "other"


class Grouped(NamedTuple):
    """A Saltelli design: points [base, matrix, dimension] of the unit cube; matrices are A, one per group with that
    group's columns taken from B, and B. `problem` is SALib's."""

    points: np.ndarray
    groups: tuple[str, ...]
    problem: dict[str, Any]


def grouped_design(groups: Mapping[str, int], base: int, seed: int = 0) -> Grouped:
    """Design of `base` points (a power of two) for groups, name → number of dimensions. Needs SALib."""
    sample = _salib().sample.sobol
    if base < 2 or base & (base - 1):
        raise InputError(f"the number of base points must be a power of two, not {base}")
    names = [name for name, count in groups.items() for _ in range(count)]
    problem = {
        "num_vars": len(names),
        "names": [f"x{k}" for k in range(len(names))],
        "bounds": [[0.0, 1.0]] * len(names),
        "groups": names,
    }
    points = sample.sample(problem, base, calc_second_order=False, scramble=True, seed=seed)
    return Grouped(points.reshape(base, len(groups) + 2, len(names)), tuple(groups), problem)


def grouped_indices(design: Grouped, y: np.ndarray, draws: int = DRAWS, seed: int = 0) -> pd.DataFrame:
    """First-order and total indices of the groups from the outcome at the design's points, [base, matrix].

    Columns group, first, first_error, total, total_error (half-widths of bootstrapped 90% intervals), largest total
    first.
    """
    found = _salib().analyze.sobol.analyze(
        design.problem, y.reshape(-1), calc_second_order=False, num_resamples=draws, conf_level=LEVEL, seed=seed
    )
    table = {
        "group": design.groups,
        "first": found["S1"],
        "first_error": found["S1_conf"],
        "total": found["ST"],
        "total_error": found["ST_conf"],
    }
    return pd.DataFrame(table).sort_values("total", ascending=False, ignore_index=True)


def totals(
    prepared: Prepared, outcome: str | Outcome, base: int = BLOCK, seed: int = 1, world: World | None = None
) -> pd.DataFrame:
    """First-order and total indices of the laws, the structural variants and chance; see grouped_indices.

    Runs base x (laws + 4) futures of the system in whole blocks: base is a power of two of at least 1,024. With chance
    as a group the totals say what share of the variance would stay if all assumptions were known.
    """
    wanted = parse_outcome(outcome) if isinstance(outcome, str) else outcome
    if base % BLOCK:
        raise InputError(f"base points come in whole blocks: accepted are powers of two from {BLOCK:,}, not {base}")
    design = grouped_design(system_groups(prepared), base, seed)
    y = _run_design(prepared, design, wanted, seed, world or World())
    _varies(y.ravel(), outcome)
    return grouped_indices(design, y, seed=seed)


def system_groups(prepared: Prepared) -> dict[str, int]:
    """Groups and their dimensions: the laws by assumption file, then variants and chance (one dimension stands for all
    shocks)."""
    laws = [group_of(name) for name in _dimensions(prepared)]
    return {law: laws.count(law) for law in dict.fromkeys(laws)} | {STRUCTURE: len(AXES), CHANCE: 1}


def _dimensions(prepared: Prepared) -> list[str]:
    """Names of the drawn parameters, priors then allies' wills."""
    return [*load_priors(), *(f"will_{ally}" for ally in prepared.system.groups.allies)]


def _run_design(prepared: Prepared, design: Grouped, outcome: Outcome, seed: int, world: World) -> np.ndarray:
    """The outcome at every point of the design, [base, matrix]."""
    import jax

    from overstretch.engine.blocks import Simulator

    simulator = Simulator(prepared, seed, devices=jax.devices()[:1])
    base, matrices, _ = design.points.shape
    chance = design.groups.index(CHANCE) + 1
    y = np.empty((base, matrices))
    for block in range(base // BLOCK):
        rows = slice(block * BLOCK, (block + 1) * BLOCK)
        own, other = simulator.shocks(block), simulator.shocks(block + _OTHER_SHOCKS)
        for matrix in range(matrices):
            shocks = other if matrix in (chance, matrices - 1) else own
            found = simulator.simulate(block, world, _draws_at(prepared, design, design.points[rows, matrix]), shocks)
            y[rows, matrix] = outcome.values(found, prepared.actors, prepared.years, prepared.quarters)
    return y


def _draws_at(prepared: Prepared, design: Grouped, points: np.ndarray) -> Any:
    """A block's draws at points of the unit cube, whose dimensions stand group by group."""
    from overstretch.engine.draws import with_wills

    names = _dimensions(prepared)
    edges = np.cumsum([0, *(design.problem["groups"].count(group) for group in design.groups)])
    columns = {group: iter(range(low, high)) for group, (low, high) in zip(design.groups, pairwise(edges), strict=True)}
    order = [next(columns[group_of(name)]) for name in names]
    allies = prepared.system.groups.allies
    parameters = parameters_at(points[:, order], prepared.as_of, allies, prepared.priors)
    variants = {
        axis: np.minimum((points[:, next(columns[STRUCTURE])] * len(options)).astype(np.int32), len(options) - 1)
        for axis, options in AXES.items()
    }
    return with_wills(prepared, parameters, variants)


def _varies(y: np.ndarray, outcome: object) -> None:
    if float(np.var(y)) <= 1e-18:
        raise InputError(
            f"{outcome if isinstance(outcome, (str, Outcome)) else 'the outcome'} does not vary over these futures"
        )


def _salib() -> Any:
    try:
        import SALib.analyze.sobol
        import SALib.sample.sobol
    except ImportError as fault:
        raise InputError("totals need SALib: pip install '.[sensitivity]' in a checkout") from fault
    return SALib
