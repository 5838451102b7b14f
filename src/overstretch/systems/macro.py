"""The baseline economy of a system: yearly figures and forecasts of the day, laid out by quarter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from overstretch.facts import Known, MissingFact
from overstretch.systems.calendar import Quarter, to_quarters
from overstretch.systems.declare import Sources

BASE_YEAR = 2021  # of dollars at fixed exchange rates
SPREADS = (1.0, 4.0)  # % a year, bounds of the spread of an economy's growth
_SAMPLING = 1.36  # times 1/n: variance of the log of a median absolute deviation of n normal draws


@dataclass(frozen=True)
class Macro:
    """Quarterly baseline [8 + T, A] (real, nominal) and [T, A] (the rest); yearly nominal GDP by year."""

    real: np.ndarray
    nominal: np.ndarray
    inflation: np.ndarray
    effective_rate: np.ndarray
    primary: np.ndarray
    stock_flow: np.ndarray
    debt_ratio: np.ndarray
    debt: np.ndarray
    years: list[int]
    yearly_nominal: pd.DataFrame


def yearly(known: Known, variable: str, actors: list[str], years: list[int]) -> pd.DataFrame:
    """Figures by year for all actors. Raises MissingFact naming the actors of whom nothing was known in these years."""
    panel = known.panel(variable).reindex(columns=actors)
    missing = panel.columns[panel.loc[panel.index.isin(years)].notna().sum() == 0]
    if len(missing):
        raise MissingFact(f"{variable}: no figure was known for {', '.join(missing)}", variable, missing)
    return panel.reindex(years).astype(float)


def _levels(
    known: Known, variable: str, actors: list[str], years: list[int], window: int, reverts: float
) -> pd.DataFrame:
    """Levels by year; beyond the last figure they grow at the mean rate of the `window` years before it.

    Each year that rate loses the part `reverts` of its distance to the actors' median.
    """
    held = known.panel(variable).reindex(columns=actors).astype(float)
    filled = held.reindex(range(min(int(held.index[0]), years[0]), years[-1] + 1))
    growth, last = {}, {}
    for actor in actors:
        own = held[actor].dropna()
        if len(own) <= 1 or own.index[-1] < years[0] - window:
            message = f"{variable}: no figure of the years before {years[0] + 3} was known for {actor}"
            raise MissingFact(message, variable, (actor,))
        span = min(window, len(own) - 1)
        growth[actor], last[actor] = np.log(own.iloc[-1] / own.iloc[-1 - span]) / span, int(own.index[-1])
    common = float(np.median(list(growth.values())))
    levels, begin = filled.to_numpy(copy=True), int(filled.index[0])
    for k, actor in enumerate(actors):
        for year in range(last[actor] + 1, years[-1] + 1):
            kept = (1.0 - reverts) ** (year - last[actor])
            levels[year - begin, k] = levels[year - 1 - begin, k] * np.exp(common + kept * (growth[actor] - common))
    return pd.DataFrame(levels, filled.index, filled.columns).loc[years]


def read_macro(
    sources: Sources, known: Known, actors: list[str], first: Quarter, count: int, notes: list[str]
) -> Macro:
    """The baseline economy by quarter. What `sources` does not name is neutral: constant prices, no debt, no
    balance."""
    last = first.year + (first.quarter - 1 + count - 1) // 4
    years = list(range(first.year - 3, last + 2))
    beyond = (sources.forecast_years, sources.growth_reverts)
    real = _levels(known, sources.gdp_real, actors, years, *beyond)
    nominal = real if sources.gdp_nominal is None else _levels(known, sources.gdp_nominal, actors, years, *beyond)
    newer = _newer_growth(sources, known, real, first.year)
    real, nominal = real * newer, nominal * newer
    held_until = int(known.panel(sources.gdp_real).reindex(columns=actors).dropna(how="all").index[-1])
    if held_until < first.year:
        notes.append(
            f"no forecast of growth was known: that of the {sources.forecast_years} years to {held_until} goes on"
        )
    early = Quarter(first.year - 2, first.quarter)
    real_q = to_quarters(np.array(years), real.to_numpy(), early, count + 8)
    nominal_q = to_quarters(np.array(years), nominal.to_numpy(), early, count + 8)
    year_of = np.array([first.year + (first.quarter - 1 + t) // 4 for t in range(count)])

    def hold(variable: str | None) -> np.ndarray:  # percent, last forecast held beyond the horizon
        if variable is None:
            return np.zeros((count, len(actors)))
        return yearly(known, variable, actors, years).ffill().bfill().loc[year_of].to_numpy() / 100.0

    inflation = np.zeros((count, len(actors)))
    if sources.inflation:
        by_year = yearly(known, sources.inflation, actors, years).ffill().bfill() / 100.0
        middles = np.array([first.start + t / 4 + 0.125 for t in range(count)])
        inflation = np.stack([np.interp(middles, np.array(years) + 0.5, by_year[a]) for a in actors], axis=1)
    primary = hold(sources.primary_balance)
    rate = np.clip(hold(sources.effective_rate), -0.05, 0.3)
    debt_path = pd.DataFrame(0.0, index=years, columns=actors)
    if sources.debt:
        debt_path = yearly(known, sources.debt, actors, years) / 100.0
    flows = _stock_flows(real_q, nominal_q, primary, rate, debt_path, year_of, first)
    return Macro(real_q, nominal_q, inflation, rate, primary, *flows, years, nominal)


def _newer_growth(sources: Sources, known: Known, real: pd.DataFrame, first_year: int) -> pd.DataFrame:
    """Factor on the levels by year and actor, where growth of the first year and later was forecast anew since their
    edition.

    The newest dated figure of a year counts, of the levels' own publisher or of a survey; beyond the last one levels
    stay moved.
    """
    factor = pd.DataFrame(1.0, index=real.index, columns=real.columns)
    for actor in real.columns:
        edition = known.latest(sources.gdp_real, actor, kinds=("actual", "estimate", "forecast")).published
        newest: dict[int, tuple[str, float]] = {}
        for variable in filter(None, (sources.growth, sources.growth_survey)):
            if sources.growth_survey is None or not known.has(variable, actor):
                continue
            for period, value, day in known.dated(variable, actor):
                if day > max(edition, newest.get(int(period), ("", 0.0))[0]):
                    newest[int(period)] = (day, value / 100.0)
        for year, (_, growth) in newest.items():
            if year >= first_year and year in real.index:
                factor.loc[year:, actor] *= (1.0 + growth) * real.loc[year - 1, actor] / real.loc[year, actor]
    return factor


def dollars_of_base_year(
    sources: Sources, known: Known, actors: list[str], first_year: int
) -> tuple[np.ndarray, np.ndarray]:
    """GDP in dollars of the base year, [A], and real local currency of the same worth; their ratio is the exchange
    rate.

    Without a source in dollars, real GDP itself counts as dollars: that of the last year known, at a rate of one.
    """
    if sources.gdp_dollars is None:
        held = known.panel(sources.gdp_real).reindex(columns=actors).loc[:first_year].ffill().iloc[-1].to_numpy(float)
        return held, held
    usd = yearly(known, sources.gdp_dollars, actors, [BASE_YEAR]).loc[BASE_YEAR].to_numpy()
    return usd, yearly(known, sources.gdp_real, actors, [BASE_YEAR]).loc[BASE_YEAR].to_numpy()


def demand_scale(
    sources: Sources, known: Known, actors: list[str], first_year: int, rival: int
) -> tuple[np.ndarray, np.ndarray]:
    """Standard deviation of a quarter's demand shock, log, [A], and the same before what the rival's slumps add: half
    the spread of yearly growth, between 0.5 and 2%.

    What the spread between actors owes to short histories is taken out: each is drawn towards their median by the part
    of the
    variance of their logs that sampling explains. The rival's is 7/12 of the plain spread of all years held: its slumps
    (1998, 2009) are no outliers, and a year below
    -4% comes about as often as in the thirty years to 2025 (two).
    """
    if sources.growth:
        growth = known.panel(sources.growth).reindex(columns=actors)
        history = growth.loc[(growth.index >= 2010) & (growth.index < first_year) & (growth.index != 2020)]
    else:
        growth = 100.0 * np.log(known.panel(sources.gdp_real).reindex(columns=actors)).diff()
        history = growth.loc[growth.index < first_year].iloc[-15:]
    # Robust spread, but at least half of the plain one, so that a war or a slump in a short history still counts.
    robust = (history - history.median()).abs().median() * 1.4826
    spread = np.maximum(robust, 0.5 * history.std()).to_numpy(copy=True)
    if sources.growth:
        own = growth.iloc[:, rival]
        spread[rival] = own[own.index < first_year].std()
    scale = np.clip(np.nan_to_num(spread, nan=2.0), *SPREADS) / 100.0 / 2.0
    logs = np.log(np.delete(scale, rival))
    explained = _SAMPLING / max(len(history), 1) / max(float(logs.var()), 1e-12)
    drawn = np.exp(np.median(logs) + (1.0 - min(explained, 1.0)) * (np.log(scale) - np.median(logs)))
    shock = drawn.copy()
    drawn[rival] = np.exp(np.median(logs))
    if sources.growth:
        shock[rival] = scale[rival] * 7.0 / 6.0
    return shock, drawn


def _stock_flows(
    real: np.ndarray,
    nominal: np.ndarray,
    primary: np.ndarray,
    rate: np.ndarray,
    debt_path: pd.DataFrame,
    year_of: np.ndarray,
    first: Quarter,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Stock-flow adjustment that makes the baseline's debt meet the forecast's ratio at every year end.

    Zero beyond the forecast. Returns (adjustment over GDP, debt over four quarters' GDP, debt at the start).
    """
    four = np.array([nominal[t + 5 : t + 9].sum(0) for t in range(len(primary))])
    known_end = debt_path.loc[first.year - 1].to_numpy() * nominal[
        8 - (first.quarter - 1) - 4 : 8 - (first.quarter - 1)
    ].sum(0)
    debt = known_end.copy()
    for t in range(8 - (first.quarter - 1), 8):  # the first year's quarters before the first simulated one
        debt = debt * (1 + rate[0]) ** 0.25 - primary[0] * nominal[t]
    begin = debt.copy()
    adjustment, ratio = np.zeros_like(primary), np.zeros_like(primary)
    for year in np.unique(year_of):
        steps = np.flatnonzero(year_of == year)
        target = debt_path.loc[year].to_numpy() if year in debt_path.index else np.full_like(debt, np.nan)
        end, weight = debt.copy(), np.zeros_like(debt)
        for t in map(int, steps):
            growth = (1 + rate[t]) ** 0.25
            end = end * growth - primary[t] * nominal[8 + t]
            weight = weight * growth + nominal[8 + t]
        wanted = np.where(np.isnan(target), 0.0, (target * four[steps[-1]] - end) / weight)
        for t in map(int, steps):
            debt = debt * (1 + rate[t]) ** 0.25 - primary[t] * nominal[8 + t] + wanted * nominal[8 + t]
            adjustment[t], ratio[t] = wanted, debt / four[t]
    return adjustment, ratio, begin
