"""Backtests of the baseline: forecasts of the day with their past error, growth and inflation, Russia and all states.

Forecast errors of the World Economic Outlook's vintages against the latest estimate held. A state's predictive is the
point forecast plus the errors that the *other* states' forecasts of the same lead met (leave one state out: too few
vintages are held to learn the spread from earlier years alone, so this tests the forecasts and the shape of errors,
not their constancy). The naive rival is persistence: last year's figure as that vintage held it, plus the other
states' yearly changes. Both spreads are centred on their medians, so that the year's common surprise does not leak
in.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from overstretch.evidence import scores

LAW, PERSISTENCE = "forecast of the day", "persistence"
LAST_OUTCOME = 2024
CENTRAL = 1.4826
LEADS = {
    (1, "10"): "next year, autumn",
    (1, "04"): "next year, spring",
    (0, "04"): "same year, spring",
    (0, "10"): "same year, autumn",
}


def errors(vintages: pd.DataFrame, outcome: pd.DataFrame, last_outcome: int) -> pd.DataFrame:
    """One row per state, vintage and target year: columns iso3, vintage, year, lead, forecast, before, actual, error.

    `vintages`: iso3, year, vintage ("2024-04"), value; `outcome`: index year, a column per state, the latest
    estimates, used up to `last_outcome`; `before` is the year before the target as the same vintage held it.
    """
    rows = []
    for vintage, table in vintages.groupby("vintage"):
        wide = table.pivot(index="year", columns="iso3", values="value")
        issued, season = int(str(vintage)[:4]), str(vintage)[5:]
        for ahead in (0, 1):
            year = issued + ahead
            if (ahead, season) not in LEADS or year > last_outcome or year - 1 not in wide.index:
                continue
            frame = pd.DataFrame(
                {"forecast": wide.loc[year], "before": wide.loc[year - 1], "actual": outcome.loc[year]}
            )
            rows.append(
                frame.dropna()
                .assign(vintage=vintage, year=year, lead=LEADS[ahead, season])
                .rename_axis("iso3")
                .reset_index()
            )
    table = pd.concat(rows, ignore_index=True)
    return table.assign(error=table["actual"] - table["forecast"])


def backtest(table: pd.DataFrame) -> pd.DataFrame:
    """CRPS and coverage by state, vintage and model: columns iso3, vintage, year, lead, model, metric, score."""
    out: list[scores.Row] = []
    for (_, _), group in table.groupby(["vintage", "year"]):
        for i in range(len(group)):
            row, others = group.iloc[i], group.drop(group.index[i])
            change, error = (others["actual"] - others["before"]).to_numpy(), others["error"].to_numpy()
            draws = {LAW: row.forecast + error - np.median(error), PERSISTENCE: row.before + change - np.median(change)}
            for model, sample in draws.items():
                out += scores.of_draws((row.iso3, row.vintage, row.year, row.lead, model), row.actual, sample)
    return pd.DataFrame(out, columns=["iso3", "vintage", "year", "lead", "model", "metric", "score"])


def error_scales(table: pd.DataFrame) -> pd.DataFrame:
    """Bias, sd and robust sd of forecast errors by lead: index lead; columns n, bias, sd, robust_sd, lower, upper."""
    rows = {}
    for lead, group in table.groupby("lead"):
        e = group["error"].to_numpy()
        states = group["iso3"].unique()
        rng = np.random.default_rng(0)
        by_state = {s: g["error"].to_numpy() for s, g in group.groupby("iso3")}
        sample = [_robust(np.concatenate([by_state[s] for s in rng.choice(states, len(states))])) for _ in range(1000)]
        rows[lead] = (len(e), e.mean(), e.std(ddof=1), _robust(e), *np.quantile(sample, [0.05, 0.95]))
    return pd.DataFrame.from_dict(rows, orient="index", columns=["n", "bias", "sd", "robust_sd", "lower", "upper"])


def _robust(x: np.ndarray) -> float:
    return float(CENTRAL * np.median(np.abs(x - np.median(x))))
