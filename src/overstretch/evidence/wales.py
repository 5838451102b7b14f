"""Backtest: the pledge of Wales (2014: 2% of GDP within a decade), forecast from each year of 2014-2023, scored to
2024.

Inputs are `pseudo-vintage`: NATO's edition of June 2024 cut at the origin, because the editions of the day are not
held. Later origins learn the speed and the spread from the years between 2014 and the origin; nothing after it is used.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from overstretch.evidence import pledge, scores
from overstretch.evidence.inputs import Pledges
from overstretch.evidence.pledge import Array, Shocks

TARGET, SIGNED, DUE = 2.0, 2014, 2024
ORIGINS = tuple(range(2014, 2024))
AHEAD = ((1, 1), (2, 3), (4, 5), (6, 10))
LAW = "pledge law"
SEED = 20140905


class Setting(NamedTuple):
    """What is known at one origin: members, ln share [ally, year <= origin], mean growth [ally], shocks before 2014."""

    allies: list[str]
    known: Array
    trend: Array
    shocks: Shocks

    @property
    def speed(self) -> float:
        """The part of the gap closed a year until the origin."""
        return pledge.convergence_speed(np.exp(self.known), TARGET)


def backtest(data: Pledges) -> pd.DataFrame:
    """Scores of every model, origin, ally and year: columns origin, ally, year, model, metric, score."""
    return pd.concat([_score_origin(data, origin) for origin in ORIGINS], ignore_index=True)


def setting(data: Pledges, origin: int) -> Setting:
    """The information set of an origin; later years never enter."""
    allies = [a for a in data.known.columns if data.members[a] <= origin]
    known = np.log(data.known.loc[SIGNED:origin, allies].to_numpy().T)
    before = data.history.set_index("iso3")
    mean_before = before["location"].reindex(allies).fillna(before["location"].mean()).to_numpy()
    years_before = before["n"].reindex(allies).fillna(0).to_numpy()
    steps = known.shape[1] - 1
    trend = (mean_before * years_before + (known[:, -1] - known[:, 0])) / np.maximum(years_before + steps, 1)
    return Setting(allies, known, trend, pledge.shrink_shocks(data.history, allies))


def forecasts(at: Setting, origin: int, years: int, seed: int = SEED) -> dict[str, Array]:
    """Draws of ln share [ally, year, draw] by model, all with the same shocks."""
    rng = np.random.default_rng([seed, origin])
    shock = pledge.student_shocks(at.shocks, years, pledge.DRAWS, rng)
    errors = naive_errors(at)
    change = errors["proportional convergence"]
    spread = pledge.spread_draws(change, at.shocks, pledge.DRAWS, rng)
    before = change[:, -1] - np.median(change[:, -1]) if change.size else np.zeros(len(at.allies))
    target = np.full(len(at.allies), TARGET)
    law = pledge.converge(at.known[:, -1], before, target, at.speed, shock * spread, rng)
    naive = {
        name: pledge.around(path, shock * pledge.spread_draws(errors[name], at.shocks, pledge.DRAWS, rng))
        for name, path in naive_paths(at, origin, years).items()
    }
    return {LAW: law, **naive}


def naive_paths(at: Setting, origin: int, years: int) -> dict[str, Array]:
    """Central paths of the share [ally, year] of the naive rivals."""
    share = np.exp(at.known[:, -1])
    return {
        "persistence": np.repeat(share[:, None], years, axis=1),
        "drift": share[:, None] * np.exp(at.trend[:, None] * np.arange(1, years + 1)),
        "linear to target": pledge.linear_path(share, TARGET, DUE - origin, years),
        "proportional convergence": pledge.converging_path(share, TARGET, at.speed, years),
    }


def naive_errors(at: Setting) -> dict[str, Array]:
    """One-step errors in logs [ally, year] of the naive rivals between the pledge and the origin."""
    before, change = np.exp(at.known[:, :-1]), np.diff(at.known, axis=1)
    gap = np.maximum(TARGET - before, 0.0)
    left = DUE - SIGNED - np.arange(before.shape[1])
    return {
        "persistence": change,
        "drift": change - at.trend[:, None],
        "linear to target": change - np.log1p(gap / left / before),
        "proportional convergence": change - np.log1p(at.speed * gap / before),
    }


def _score_origin(data: Pledges, origin: int) -> pd.DataFrame:
    at = setting(data, origin)
    years = np.arange(origin + 1, DUE + 1)
    actual = data.known.loc[years, at.allies].to_numpy().T
    reached = (np.round(actual, 2) >= TARGET).astype(float)
    frames = []
    for model, log_draws in forecasts(at, origin, len(years)).items():
        draws = np.exp(log_draws)
        probability = (np.round(draws, 2) >= TARGET).mean(axis=-1)
        table = scores.in_all(actual, draws) | {"brier": scores.brier(reached, probability)}
        frames += scores.tidy(table, at.allies, years, origin=origin, model=model)
    return pd.concat(frames, ignore_index=True)
