"""A seeded search over burdens and financing: which policies are not beaten on every count, which is least regretted.

First a grid over rules, financing and coarse levels; then rounds that vary the undominated ones, with steps that
halve. All policies meet the same draws and shocks, so that small differences between them are differences of policy.
Same seed, same evaluator, same table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
import xarray as xr

from overstretch import facts
from overstretch.defaults import DEFAULT_SEED
from overstretch.engine.plan import BASE, World
from overstretch.errors import InputError
from overstretch.policy.levers import FINANCE, Choice, Finance
from overstretch.policy.objectives import OBJECTIVES, Outcomes, outcomes, regret, summarise, undominated
from overstretch.progress import Progress

Evaluate = Callable[[list[World]], xr.DataTree]
GRAIN = 0.05
BATCH = 8


def search(
    evaluate: Evaluate,
    group: Sequence[str],
    budget: int = 40,
    seed: int = DEFAULT_SEED,
    most_points: float = 3.0,
    finance: Sequence[Finance] = ("mix", "debt", "tax"),
    objectives: Sequence[str] = tuple(OBJECTIVES),
    progress: Progress | None = None,
) -> pd.DataFrame:
    """The policies tried, one a row: rule, points, finance, objectives, core_median, pareto, regrets, least_regret.

    `evaluate`: worlds -> futures with a node for each world and `/base` (see `evaluator`); `group`: allies that
    decide together (see `europeans`); `budget`: how many policies are simulated; `most_points`: highest level above
    the share of 2024. Undominated policies come first, by regret. Raises InputError for an unknown ally, objective or
    a budget too small.
    """
    members = _group(group)
    names = _names(objectives)
    rng = np.random.default_rng(seed)
    todo = _grid(most_points, finance)
    if budget < len(todo):
        raise InputError(f"a budget of {budget} is below the first grid; accepted: {len(todo)} or more")
    found: dict[Choice, Outcomes] = {}
    step = most_points / 4
    while todo:
        _evaluate(evaluate, todo, members, found, budget, progress)
        table = _table(found)
        best = [list(found)[i] for i in np.flatnonzero(undominated(table, names))]
        todo = _vary(best, found, step, most_points, finance, min(BATCH, budget - len(found)), rng)
        step = max(step / 2, GRAIN)
    return _result(found, names)


def europeans() -> tuple[str, ...]:
    """European allies with forces: all but the United States, Canada and Iceland."""
    return tuple(a for a in facts.allies() if a not in ("USA", "CAN", "ISL"))


def _group(group: Sequence[str]) -> tuple[str, ...]:
    allies = [a for a in facts.allies() if a != "ISL"]
    wrong = [a for a in group if a not in allies]
    if wrong or not group:
        raise InputError(
            f"not an ally with forces: {', '.join(wrong) or '(none given)'}; accepted: {', '.join(allies)}"
        )
    return tuple(dict.fromkeys(group))


def _names(objectives: Sequence[str]) -> list[str]:
    wrong = [n for n in objectives if n not in OBJECTIVES]
    if wrong or not objectives:
        raise InputError(f"no objective {', '.join(wrong) or '(none given)'}; accepted: {', '.join(OBJECTIVES)}")
    return list(objectives)


def _grid(most_points: float, finance: Sequence[Finance]) -> list[Choice]:
    wrong = [f for f in finance if f not in FINANCE]
    if wrong or not finance:
        raise InputError(f"no financing {', '.join(wrong) or '(none given)'}; accepted: {', '.join(FINANCE)}")
    levels = [_grain(most_points * part) for part in (0.0, 0.25, 0.5, 1.0)]
    return [
        choice
        for how in dict.fromkeys(finance)
        for choice in (
            Choice("own will", 0.0, how),
            Choice("keep pledge", 0.0, how),
            *(Choice("level", x, how) for x in levels),
        )
    ]


def _grain(points: float) -> float:
    return round(round(points / GRAIN) * GRAIN, 4)


def _vary(
    best: list[Choice],
    tried: dict[Choice, Outcomes],
    step: float,
    most: float,
    finance: Sequence[Finance],
    count: int,
    rng: np.random.Generator,
) -> list[Choice]:
    """Up to `count` untried neighbours of undominated levels: other points within `step`, sometimes other financing."""
    levels = [c for c in best if c.rule == "level"]
    new: dict[Choice, None] = {}
    for _ in range(50 * max(count, 0)):
        if len(new) == count or not levels:
            break
        parent = levels[int(rng.integers(len(levels)))]
        points = _grain(float(np.clip(parent.points + rng.uniform(-step, step), 0.0, most)))
        how = finance[int(rng.integers(len(finance)))] if rng.random() < 0.25 else parent.finance
        child = Choice("level", points, how)
        if child not in tried:
            new[child] = None
    return list(new)


def _evaluate(
    evaluate: Evaluate,
    todo: list[Choice],
    members: tuple[str, ...],
    found: dict[Choice, Outcomes],
    budget: int,
    progress: Progress | None,
) -> None:
    """Simulate in batches, keep the outcomes per future, let the futures go."""
    for start in range(0, len(todo), BATCH):
        batch = todo[start : start + BATCH]
        worlds = [choice.world(members) for choice in batch]
        tree = evaluate([w for w in worlds if w.name != BASE])
        base = tree[BASE].to_dataset()
        for choice, world in zip(batch, worlds, strict=True):
            found[choice] = outcomes(tree[world.name].to_dataset(), base, members)
        if progress:
            progress("search", len(found) / budget)
    _same_length(found)


def _same_length(found: dict[Choice, Outcomes]) -> None:
    """Pairs all policies on the futures that every world has (the base world may hold more)."""
    shortest = min(len(o.equipment) for o in found.values())
    for choice, o in found.items():
        found[choice] = Outcomes(*(x[:shortest] for x in o))


def _table(found: dict[Choice, Outcomes]) -> pd.DataFrame:
    return pd.DataFrame([{**vars(choice), **summarise(o)} for choice, o in found.items()])


def _result(found: dict[Choice, Outcomes], names: list[str]) -> pd.DataFrame:
    table = pd.concat([_table(found), regret(list(found.values()))], axis=1)
    table["pareto"] = undominated(table, names)
    table["least_regret"] = table["regret"] == table.loc[table["pareto"], "regret"].min()
    table["least_regret"] &= table["pareto"]
    order = table.assign(beaten=~table["pareto"]).sort_values(["beaten", "regret", "rule", "points", "finance"])
    return order.drop(columns="beaten").reset_index(drop=True)
