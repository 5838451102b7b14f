"""Backtest: the pledge of The Hague (2025: 3.5% core by 2035), forecast at 2025-07-03, scored to 2026.

Known at the cut-off, to every forecast alike: shares to 2023 in NATO's edition of June 2024, the newest published
figure
of 2024, and (law and `plans as said`) the dated plans of allies by year. Scored on the edition of July 2026: levels,
and log changes
since what was published of 2024 (levels were revised between the editions).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from overstretch.evidence import pledge, scores, wales
from overstretch.evidence.inputs import Pledges, own_plans
from overstretch.evidence.pledge import Array

TARGET, DUE, LAST, REGIME = 3.5, 2035, 2024, 2022
YEARS = (2025, 2026)
SEED = 20250703
LAW, PLANS = "pledge law", "plans as said"
MODEL = "the model"
SPEED = 0.125  # a year, on 2014-2024 (pledge_convergence)
LATE = 0.0285  # robust sd of the log revision of a figure of the year before, editions to 2024-06
MISSED = (0.1, 0.14)  # sd of the log of outturn over plan, same year and next


def backtest(data: Pledges, model: Array | None = None) -> pd.DataFrame:
    """Scores by ally, year and model: columns ally, year, model, metric, score.

    `model`: draws of ln share [ally, year, draw] of the full model at the cut-off, scored beside these.
    """
    at = wales.setting(data, LAST)
    forecast = forecasts(at, data.plans) | ({} if model is None else {MODEL: model})
    actual = data.later.loc[list(YEARS), at.allies].to_numpy().T
    level = data.known.loc[LAST, at.allies].to_numpy()[:, None]
    change = np.log(actual / data.later.loc[LAST, at.allies].to_numpy()[:, None])
    frames = []
    for name, draws in forecast.items():
        moved = draws - np.log(level)[..., None]
        changed = scores.crps_sample(level * np.expm1(change), level[..., None] * np.expm1(moved))
        table = scores.in_all(actual, np.exp(draws)) | {"crps of the change": changed}
        frames += scores.tidy(table, at.allies, YEARS, model=name)
    return pd.concat(frames, ignore_index=True)


def left_out(data: Pledges, announcers: list[str]) -> pd.DataFrame:
    """The scores where each announcer's own plan is left out and those of the others are known; as `backtest`.

    Who announced nothing is scored as it is.
    """
    whole = backtest(data)
    parts = [whole[~whole["ally"].isin(announcers)]]
    for ally in announcers:
        table = backtest(data._replace(plans=own_plans([ally])))
        parts.append(table[table["ally"] == ally])
    return pd.concat(parts, ignore_index=True)


def halves(data: Pledges, announcers: list[str], draws: int) -> pd.DataFrame:
    """Mean scores over `draws` random halves of the announcers (the alliance among them) whose plans are taken away; as
    `backtest`."""
    rng = np.random.default_rng(SEED)
    hidden = [rng.choice(announcers, len(announcers) // 2, replace=False) for _ in range(draws)]
    tables = [backtest(data._replace(plans=own_plans(each))) for each in hidden]
    keys = ["ally", "year", "model", "metric"]
    return pd.concat(tables).groupby(keys, as_index=False)["score"].mean()


def forecasts(at: wales.Setting, plans: pd.DataFrame) -> dict[str, Array]:
    """Draws of ln share [ally, year, draw] for 2025 and 2026; spreads from the years after the break of 2022."""
    rng = np.random.default_rng(SEED)
    years, first = len(YEARS), REGIME - 1 - wales.SIGNED
    shock = pledge.student_shocks(at.shocks, years, pledge.DRAWS, rng)
    share = np.exp(at.known[:, -1])
    change = np.diff(at.known[:, first:], axis=1)
    before = np.exp(at.known[:, first:-1])
    speed = pledge.convergence_speed(np.exp(at.known[:, first:]), wales.TARGET)
    trend = change.mean(axis=1)
    errors = {
        "persistence": change,
        "linear to target": change,
        "drift": change - trend[:, None],
        "proportional convergence": change - np.log1p(speed * np.maximum(wales.TARGET - before, 0.0) / before),
    }
    paths = {
        "persistence": np.repeat(share[:, None], years, axis=1),
        "linear to target": pledge.linear_path(share, TARGET, DUE - LAST, years),
        "drift": share[:, None] * np.exp(trend[:, None] * np.arange(1, years + 1)),
        "proportional convergence": pledge.converging_path(share, TARGET, speed, years),
    }
    out = {
        name: pledge.around(path, shock * pledge.spread_draws(errors[name], at.shocks, pledge.DRAWS, rng))
        for name, path in paths.items()
    }
    spread = pledge.spread_draws(errors["proportional convergence"], at.shocks, pledge.DRAWS, rng)
    said = np.log(plans.pivot(index="ally", columns="year", values="share").reindex(at.allies)[list(YEARS)].to_numpy())
    out[PLANS] = _as_said(out["persistence"], said, rng)
    out[LAW] = _law(at, said, errors["proportional convergence"], shock * spread, rng)
    return out


def _as_said(stay: Array, said: Array, rng: np.random.Generator) -> Array:
    """Plans with their past error and no law; where nothing was announced the last figure, or what was announced
    before."""
    out = stay.copy()
    for t, missed in enumerate(MISSED):
        error = missed * pledge.standard(rng, out[:, t].shape)
        out[:, t] = np.where(np.isnan(said[:, t, None]), out[:, t], said[:, t, None] + error)
        if t == 0:  # who announced this year alone stays there
            out[:, 1] = np.where(np.isnan(said[:, :1]), out[:, 1], out[:, 0] + stay[:, 1] - stay[:, 0])
    return out


def _law(at: wales.Setting, said: Array, errors: Array, shock: Array, rng: np.random.Generator) -> Array:
    """The pledge law, with what was announced in the place of its own step."""
    draws, out = shock.shape[2], np.empty_like(shock)
    level = at.known[:, -1][:, None] + LATE * pledge.standard(rng, (len(at.allies), draws))
    own, target = errors[:, -1] - np.median(errors[:, -1]), np.full(len(at.allies), TARGET)
    for t, missed in enumerate(MISSED):
        free = pledge.converge(level, own, target, SPEED, shock[:, t : t + 1], rng)[:, 0]
        plan = said[:, t, None] + pledge.stretch(missed * pledge.standard(rng, free.shape))
        out[:, t] = level = np.where(np.isnan(said[:, t, None]), free, plan)
        own = np.zeros_like(own)
    return out
