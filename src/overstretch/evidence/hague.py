"""Backtest: the pledge of The Hague (2025: 3.5% core by 2035), forecast at 2025-07-03, scored to 2026.

Known at the cut-off: NATO's edition of June 2024 (2024 an estimate) and dated plans. Scored on changes since 2024
within the edition of July 2026, because levels were revised between the editions (Poland 2024: 4.12, then 3.75).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from overstretch.evidence import pledge, scores, wales
from overstretch.evidence.pledge import Array

TARGET, DUE, LAST, REGIME = 3.5, 2035, 2024, 2022
YEARS = (2025, 2026)
SEED = 20250703
LAW = "pledge law"
FLOOR = "pledge law, path on from 2%"
MODEL = "the model"


def backtest(
    known: pd.DataFrame,
    later: pd.DataFrame,
    members: pd.Series,
    history: pd.DataFrame,
    plans: pd.DataFrame,
    model: Array | None = None,
) -> pd.DataFrame:
    """Scores by ally, year and model: columns ally, year, model, metric, score.

    `known`: shares to 2024 (index year, column per ally) as known at the cut-off; `later`: shares 2024-2026 of the
    later edition; `plans`: columns ally, share, year of own dated plans known at the cut-off; all aim at 3.5% in 2035
    beyond it; `model`: draws of ln share [ally, year, draw] of the full model at the cut-off, scored beside these.
    """
    at = wales.setting(known, members, history, LAST)
    forecast = forecasts(at, plans) | ({} if model is None else {MODEL: model})
    actual = np.log(later.loc[list(YEARS), at.allies].to_numpy() / later.loc[LAST, at.allies].to_numpy()).T
    level = known.loc[LAST, at.allies].to_numpy()
    frames = []
    for name, draws in forecast.items():
        change = draws - np.log(level)[:, None, None]
        points, truth = level[:, None, None] * np.expm1(change), level[:, None] * np.expm1(actual)
        table = {
            "crps log change": 100 * scores.crps_sample(actual, change),
            "crps": scores.crps_sample(truth, points),
            "coverage": scores.covered(actual, change),
        }
        for metric, values in table.items():
            wide = pd.DataFrame(values, index=pd.Index(at.allies, name="ally"), columns=pd.Index(YEARS, name="year"))
            frames.append(wide.stack().rename("score").reset_index().assign(model=name, metric=metric))
    return pd.concat(frames, ignore_index=True)


def forecasts(at: wales.Setting, plans: pd.DataFrame) -> dict[str, Array]:
    """Draws of ln share [ally, year, draw] for 2025 and 2026; parameters from the years after the break of 2022."""
    rng = np.random.default_rng(SEED)
    years, first = len(YEARS), REGIME - 1 - wales.SIGNED
    shock = pledge.student_shocks(at.shocks, years, pledge.DRAWS, rng)
    share, start = np.exp(at.known[:, -1]), at.known[:, -1]
    posterior = pledge.estimate(at.known[:, first:], at.log_path[:, first:], at.shocks)
    standing = np.maximum(share, wales.TARGET)
    out = {
        LAW: pledge.follow_pledge(start, new_path(share, at.allies, plans), posterior, shock, rng),
        FLOOR: pledge.follow_pledge(start, new_path(standing, at.allies, plans), posterior, shock, rng),
    }
    change = np.diff(at.known[:, first:], axis=1)
    before = np.exp(at.known[:, first:-1])
    speed = pledge.convergence_speed(np.exp(at.known[:, first:]), wales.TARGET)
    trend = change.mean(axis=1)
    paths = {
        "persistence": (np.repeat(share[:, None], years, axis=1), change),
        "linear to target": (pledge.linear_path(share, TARGET, DUE - LAST, years), change),
        "drift": (share[:, None] * np.exp(trend[:, None] * np.arange(1, years + 1)), change - trend[:, None]),
        "proportional convergence": (
            pledge.converging_path(share, TARGET, speed, years),
            change - np.log1p(speed * np.maximum(wales.TARGET - before, 0.0) / before),
        ),
    }
    for name, (path, error) in paths.items():
        out[name] = pledge.around(path, shock * pledge.spread_draws(error, at.shocks, pledge.DRAWS, rng))
    return out


def new_path(start: Array, allies: list[str], plans: pd.DataFrame) -> Array:
    """ln path [ally, 2024..2026] from `start` [ally]: straight to the own dated plan, from there to 3.5% in 2035.

    A plan for 2035 itself replaces the 3.5%. Who starts above a waypoint is not pulled down.
    """
    own = plans.set_index("ally")
    out = np.empty((len(allies), len(YEARS) + 1))
    for i, ally in enumerate(allies):
        years, shares = [LAST, DUE], [start[i], max(TARGET, start[i])]
        if ally in own.index:
            due, share = int(own.loc[ally, "year"]), max(float(own.loc[ally, "share"]), start[i])
            years, shares = (
                ([LAST, DUE], [start[i], share])
                if due >= DUE
                else ([LAST, due, DUE], [start[i], share, max(TARGET, share)])
            )
        out[i] = np.interp([LAST, *YEARS], years, shares)
    return np.asarray(np.log(out))
