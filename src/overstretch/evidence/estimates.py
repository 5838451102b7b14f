"""Estimates with intervals, for use as priors: pledge pull, shocks by ally, reaction, hazards, forecast errors."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from overstretch.evidence import economy, hazards, inputs, pledge, rivals, wales

COLUMNS = ("parameter", "value", "se", "lower", "upper", "n", "sample", "source")
NATO_SOURCE = "NATO 2024-06, shares of GDP"
SIPRI_SOURCE = "SIPRI 2025, moments"


class Estimate(NamedTuple):
    """One row: `lower` and `upper` are 5% and 95% unless the sample says otherwise."""

    parameter: str
    value: float
    se: float | None
    lower: float
    upper: float
    n: int
    sample: str
    source: str


def table() -> pd.DataFrame:
    """All estimates, in the columns of `estimates.csv`."""
    rows = [
        *pledge_estimates(),
        *shock_estimates(),
        *factor_estimates(),
        *reaction_estimates(),
        *hazard_estimates(),
        *error_estimates(),
    ]
    out = pd.DataFrame(rows, columns=list(COLUMNS))
    figures = ["value", "se", "lower", "upper"]
    out[figures] = out[figures].astype(float).map(lambda x: float(f"{x:.4g}"))
    return out


def _around(parameter: str, value: float, error: float, n: int, sample: str) -> Estimate:
    """An estimate from NATO's shares with its standard error, the interval that of a normal law."""
    lower, upper = value - 1.645 * error, value + 1.645 * error
    return Estimate(parameter, value, error, lower, upper, n, sample, NATO_SOURCE)


def _setting() -> wales.Setting:
    return wales.setting(inputs.pledges(), wales.DUE)


def pledge_estimates() -> list[Estimate]:
    """Speed of convergence, before and after 2022, from the pledge of Wales; the interval leaves out one ally at a
    time."""
    at = _setting()
    rows = []
    for name, first, last in (("2015-2021", 2014, 2021), ("2022-2024", 2021, 2024), ("2015-2024", 2014, 2024)):
        share = np.exp(at.known[:, first - 2014 : last - 2014 + 1])
        value = pledge.convergence_speed(share, wales.TARGET)
        each = np.array(
            [pledge.convergence_speed(np.delete(share, k, axis=0), wales.TARGET) for k in range(len(share))]
        )
        error = float(np.sqrt((len(each) - 1) * each.var()))
        n = int(np.isfinite(np.diff(share)).sum())
        sample = f"{name}, {len(at.allies)} allies, gap to 2% of those below, part closed a year"
        rows.append(_around("pledge_convergence", value, error, n, sample))
    return rows


def shock_estimates() -> list[Estimate]:
    """Student-t scale of yearly log changes of the share by ally, shrunk, and the common degrees of freedom."""
    history = inputs.table("shock_history")
    shrunk = pledge.shrink_shocks(history, list(history["iso3"]))
    rows = []
    for row in history.itertuples():
        sampling = (row.df + 3) / (2 * row.df * row.n)
        value, error = float(shrunk.scale[row.iso3]), float(np.sqrt(sampling))
        lower, upper = value * np.exp(-1.645 * error), value * np.exp(1.645 * error)
        sample, n = "1995-2014, log change a year, shrunk to the common mean", int(row.n)
        name = f"share_shock_scale_{row.iso3}"
        rows.append(Estimate(name, value, value * error, lower, upper, n, sample, SIPRI_SOURCE))
    one, total = history.iloc[0], int(history["n"].sum())
    value, lower, upper = (float(one[name]) for name in ("df", "df_lower", "df_upper"))
    sample = "1995-2014, one for all allies"
    return [*rows, Estimate("share_shock_df", value, None, lower, upper, total, sample, SIPRI_SOURCE)]


def factor_estimates() -> list[Estimate]:
    """Mean correlation between allies of yearly log changes of the share: the weight of common factors.

    Changes are standardised by each ally's scale; the interval leaves out one ally at a time (jackknife).
    """
    at = _setting()
    rows = []
    for name, first in (("2015-2021", 0), ("2015-2024", None)):
        z = np.diff(at.known, axis=1) / at.shocks.scale.to_numpy()[:, None]
        z = np.clip(z[:, first:7] if first is not None else z, -6, 6)
        value, error = _jackknife_correlation(z)
        sample = f"{name}, {len(at.allies)} allies, {z.shape[1]} years: few years, so wide in truth"
        rows.append(_around("share_shock_correlation", value, error, z.size, sample))
    return rows


def _jackknife_correlation(z: np.ndarray) -> tuple[float, float]:
    def mean_correlation(rows: np.ndarray) -> float:
        c = np.corrcoef(rows)
        return float(c[np.triu_indices_from(c, 1)].mean())

    left = np.array([mean_correlation(np.delete(z, i, axis=0)) for i in range(len(z))])
    return mean_correlation(z), float(np.sqrt((len(z) - 1) * left.var()))


def reaction_estimates() -> list[Estimate]:
    """Short-run elasticity of one rival's change to the other's last change, by actor."""
    outlays = rivals.real_log_outlays(inputs.rival_outlays(), inputs.dollar_prices())
    sample, source = "to 2022 (USA, SUN to 1988), prior N(0.1, 0.15)", "COW 7.0 (Pakistan 6.0)"
    return [
        Estimate(f"reaction_elasticity_{actor}", mean, sd, lower, upper, int(n), sample, source)
        for actor, mean, sd, lower, upper, n in rivals.elasticity(outlays).itertuples()
    ]


def hazard_estimates() -> list[Estimate]:
    """Yearly rates of leaders' exits (95% exact) and of ends of defence pairs (90%, signings resampled)."""
    rows = []
    for route, row in hazards.leader_base_rates(inputs.table("leader_cells")).iterrows():
        sample = f"1946-2015, tenure >= 15, age >= 70, {row['exposure']:.0f} years, 95% interval"
        rows.append(_rate(f"leader_exit_{route}", row, "rate", "events", sample, "Archigos 4.1, counts"))
    for ages, row in hazards.alliance_base_rates(inputs.table("alliance_cells")).iterrows():
        sample = f"1946-2017, {ages}, {row['exposure']:.0f} years, ends in {row['signings']:.0f} signings, 90% interval"
        code = "alliance_end" if ages == "all ages" else "alliance_end_age_40"
        rows.append(_rate(code, row, "rate", "events", sample, "ATOP 5, counts"))
    return rows


def _rate(parameter: str, row: pd.Series, value: str, n: str, sample: str, source: str) -> Estimate:
    return Estimate(parameter, row[value], None, row["lower"], row["upper"], int(row[n]), sample, source)


def error_estimates() -> list[Estimate]:
    """Robust standard deviation of the outlook's forecast errors by lead: the baseline's revision error, in points."""
    rows = []
    for name, variable in (("growth", "gdp_growth"), ("inflation", "inflation_cpi")):
        vintages, latest = inputs.outlooks(variable)
        errors = economy.errors(vintages, latest, economy.LAST_OUTCOME)
        states = errors["iso3"].nunique()
        for lead, row in economy.error_scales(errors).iterrows():
            code = f"{name}_error_{str(lead).replace(', ', '_').replace(' ', '_')}"
            sample = f"{states} states, targets 2023-2024; sd {row['sd']:.2f}, mean error {row['bias']:+.2f}"
            rows.append(_rate(code, row, "robust_sd", "n", sample, "IMF WEO vintages"))
    return rows
