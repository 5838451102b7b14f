"""The full model scored as users see it: run at past cut-offs on the facts of the day, compared with what came.

Nothing is fitted here. The rival is persistence: the last figure known at the cut-off, spread by the root of the
horizon times past quarterly changes. Later facts only score.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
import xarray as xr

from overstretch.errors import InputError
from overstretch.evidence import inputs, scores
from overstretch.evidence.economy import LAST_OUTCOME
from overstretch.evidence.pledge import Array
from overstretch.facts import allies

LAW, PERSISTENCE = "model", "persistence"
CUTOFFS = ("2024-07-03", "2024-10-03", "2025-01-03", "2025-04-03", "2025-07-03", "2025-10-03", "2026-01-03")
AHEAD = (1, 4)
FUTURES, SEED, STALE = 1024, 1, 2


class Series(NamedTuple):
    """A variable of the futures, the outcome by quarter, and what was known before a cut-off, by quarter."""

    law: str
    variable: str
    outcome: pd.Series
    known: pd.Series


def futures_at(day: str, futures: int = FUTURES) -> xr.Dataset:
    """The base world of the reference system on the facts of `day`."""
    from overstretch.engine.plan import Plan
    from overstretch.engine.run import run
    from overstretch.systems import load_system, prepare

    prepared = prepare(load_system("nato-russia"), inputs.loaded().as_of(day), date.fromisoformat(day))
    return run(prepared, Plan(horizon=2035), futures=futures, seed=SEED)["base"].to_dataset()


def ally_shares(years: Sequence[int], allies: list[str]) -> Array:
    """Draws of ln core share [ally, year, future] at the default cut-off."""
    found = futures_at(inputs.CUTOFF, 2 * FUTURES)["core_share"].sel(actor=allies, year=list(years))
    return np.asarray(np.log(found.transpose("actor", "year", "future").values.astype(float)))


EDITIONS = {"2023-10-10": "2023-10", "2024-04-16": "2024-04", "2024-10-22": "2024-10"}
AS_SAID = "the outlook as said"


def allies_growth() -> pd.DataFrame:
    """Scores of the allies' growth on the days of three editions of the outlook: columns ally, edition, year, model,
    metric, score.

    Rivals: the edition's own figure with the past error of such figures (normal, as the ledger's), and the year before
    with that error.
    """
    from overstretch.evidence.ledger_drawn import GROWTH

    outcome = inputs.edition("gdp_growth", inputs.OUTLOOK_LATEST)
    rows: list[scores.Row] = []
    for day, edition in EDITIONS.items():
        futures, forecast = futures_at(day)["growth"], inputs.edition("gdp_growth", edition)
        for year in range(int(day[:4]), LAST_OUTCOME + 1):
            sd = GROWTH[year - int(day[:4])]
            for ally in allies():
                actual = float(outcome.loc[year, ally])
                draws = futures.sel(actor=ally, year=year).values.astype(float)
                key = (ally, edition, year)
                rows += scores.of_draws((*key, LAW), actual, draws)
                for rival, at in ((AS_SAID, year), (PERSISTENCE, year - 1)):
                    rows += scores.of_normal((*key, rival), actual, float(forecast.loc[at, ally]), sd)
    return pd.DataFrame(rows, columns=["ally", "edition", "year", "model", "metric", "score"])


def russia() -> pd.DataFrame:
    """Scores: columns law, cutoff, ahead, model, metric, score.

    One quarter ahead is the quarter of the cut-off itself: cut-offs lie on its third day. A cut-off whose last known
    figure is more than three quarters old gives no score: persistence would have nothing to persist from.
    """
    rows: list[scores.Row] = []
    for day in CUTOFFS:
        futures = futures_at(day)
        for item in series(day):
            for ahead in AHEAD:
                rows += _score(item, futures, day, ahead)
    return pd.DataFrame(rows, columns=["law", "cutoff", "ahead", "model", "metric", "score"])


def series(day: str) -> list[Series]:
    """Outcomes (all facts held) and figures known on the day of key rate, liquid fund (end of quarter) and growth."""
    known = inputs.loaded().as_of(day)
    rate, fund = inputs.key_rate_by_quarter(), _end_of_quarter(inputs.series("nwf_liquid", "RUS"))
    rate.index = rate.index.to_period("Q").astype(str)
    before = rate[rate.index < _quarter(day)]
    last = float(known.latest("key_rate", "RUS").value)
    grown, grown_known = inputs.series("gdp_growth_yoy", "RUS"), known.series("gdp_growth_yoy", "RUS")
    return [
        Series("model_key_rate", "rus_key_rate", rate, pd.concat([before, pd.Series({_quarter(day): last})])),
        Series("model_fund", "rus_fund_liquid", fund, _end_of_quarter(known.series("nwf_liquid", "RUS"))),
        Series("model_growth", "rus_growth_yoy", _quarterly(grown), _quarterly(grown_known)),
    ]


def _score(item: Series, futures: xr.Dataset, day: str, ahead: int) -> list[scores.Row]:
    label = str(pd.Period(_quarter(day)) + ahead - 1)
    if label not in item.outcome.index or label not in futures["quarter"]:
        return []
    actual = float(item.outcome[label])
    draws = futures[item.variable].sel(quarter=label).values.astype(float)
    quarters = pd.PeriodIndex(item.known.index, freq="Q").astype("int64")
    gap = int(pd.Period(label, freq="Q").ordinal - quarters[-1])
    if gap > ahead + STALE:
        return []
    steps = np.diff(item.known.to_numpy())[np.diff(quarters) == 1]
    if len(steps) < 2:
        raise InputError(f"{item.variable}: {len(item.known)} figures known on {day} are too few for a spread")
    last, sd = float(item.known.iloc[-1]), float(np.sqrt(max(gap, 1) * np.mean(steps**2)))
    key = (item.law, day, ahead)
    law, rival = (*key, LAW), (*key, PERSISTENCE)
    return [*scores.of_draws(law, actual, draws), *scores.of_normal(rival, actual, last, sd)]


def _quarter(day: str) -> str:
    return str(pd.Period(day, freq="Q"))


def _quarterly(values: pd.Series) -> pd.Series:
    """The figures of quarters ("2025Q1") among periods of several kinds."""
    index = values.index.astype(str)
    return values[index.str.fullmatch(r"\d{4}Q[1-4]")].sort_index()


def _end_of_quarter(values: pd.Series) -> pd.Series:
    """Figures dated the first day of a quarter stand for the end of the quarter before."""
    days = pd.to_datetime(values.index.astype(str))
    first = values[(days.day == 1) & days.month.isin((1, 4, 7, 10))]
    index = (pd.to_datetime(first.index.astype(str)).to_period("Q") - 1).astype(str)
    return pd.Series(first.to_numpy(), index=index)
