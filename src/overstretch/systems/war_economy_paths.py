"""What is published ahead of a war economy: its fiscal rule, the survey of analysts, months of oil and prices, by
quarter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from scipy.stats import norm

from overstretch.assumptions import load_priors
from overstretch.facts import Known

NEWEST_MONTHS = 4  # a monthly figure older than this says nothing of today
OLDEST_SURVEY = 240  # days after which a survey of analysts says nothing of the path ahead: a rule, docs/laws/index.md
QUANTILES = norm.ppf((np.arange(99) + 0.5) / 99)


@dataclass(frozen=True)
class WarEconomyPaths:
    """By quarter [T], fractions and USD a barrel; 0 where nothing is published."""

    rule_price: np.ndarray
    rule_open: np.ndarray  # 1 in years whose base price no law or draft of the day sets
    key_rate: np.ndarray
    key_rate_next: np.ndarray
    oil_known: np.ndarray
    oil_unknown: np.ndarray
    inflation_unknown: np.ndarray
    inflation: np.ndarray
    inflation_gap: np.ndarray  # what fades after the last forecast of a December
    inflation_after: np.ndarray  # quarters since then
    fund_months: np.ndarray  # from the fund's newest month to the quarter's end
    fund_unknown: np.ndarray
    fund_drift: np.ndarray
    december_mean: np.ndarray
    rule_excess: (
        np.ndarray
    )  # [2]: USD a barrel that the first simulated year has gathered before its first quarter; the closed year before


def months_of(known: Known, variable: str, rival: str) -> pd.Series:
    """The monthly figures of a series that also holds other periods, in order of time."""
    if not known.has(variable, rival):
        return pd.Series(dtype=float, index=pd.PeriodIndex([], freq="M"))
    held = known.series(variable, rival)
    held = held[held.index.astype(str).str.fullmatch(r"\d{4}-\d{2}")]
    return pd.Series(held.to_numpy(float), index=pd.PeriodIndex(held.index.astype(str), freq="M")).sort_index()


def war_economy_paths(
    known: Known, rival: str | None, labels: list[str], rate: float, price: float, inflation: np.ndarray
) -> WarEconomyPaths:
    """What is published for the quarters `labels`: the fiscal rule, the surveyed key rate, months of oil and of prices.

    rate: the key rate of the day; price: of Urals, USD a barrel; inflation: the forecast of the day, means of years
    laid out by quarter [T].
    """
    none = np.zeros(len(labels))
    if rival is None:
        return WarEconomyPaths(
            none,
            none,
            none,
            none,
            none,
            none + 1.0,
            none + 1.0,
            inflation,
            none,
            none,
            none,
            none + 1.0,
            none,
            none,
            np.zeros(2),
        )
    quarters = pd.PeriodIndex(labels, freq="Q")
    path = _surveyed(known, rival, [*quarters, quarters[-1] + 1], rate)
    oil, prices = (_recent(known, months_of(known, variable, rival)) for variable in ("urals_price", "cpi_yoy"))
    rule, unknown = _rule(known, rival, quarters), _unknown(quarters, oil)
    return WarEconomyPaths(
        rule,
        _rule_open(known, rival, quarters),
        path[:-1],
        path[1:],
        _known_oil(quarters, oil),
        unknown,
        _unknown(quarters, prices),
        *_inflation(known, rival, quarters, prices, inflation),
        *_fund(known, rival, quarters, price, rule, unknown),
    )


def _recent(known: Known, months: pd.Series) -> pd.Series:
    """The months held, or none where the newest is older than NEWEST_MONTHS."""
    old = len(months) and (pd.Period(known.day, "M") - months.index[-1]).n > NEWEST_MONTHS
    return months.iloc[:0] if old else months


def _rule(known: Known, rival: str, quarters: pd.PeriodIndex) -> np.ndarray:
    """Base price of the fiscal rule by quarter [T], the last year's held on; 0 before the first."""
    if not known.has("fiscal_rule_price", rival):
        return np.zeros(len(quarters))
    prices = {int(str(period)[:4]): float(value) for period, value in known.series("fiscal_rule_price", rival).items()}
    return np.array([prices.get(min(q.year, max(prices)), 0.0) for q in quarters])


def _rule_open(known: Known, rival: str, quarters: pd.PeriodIndex) -> np.ndarray:
    """1 in the years after the last whose base price is published, and after the cut-off's, [T]."""
    held = known.series("fiscal_rule_price", rival) if known.has("fiscal_rule_price", rival) else {}
    last = max([int(known.day[:4]), *(int(str(period)[:4]) for period, _ in held.items())])
    return np.array([float(q.year > last) for q in quarters])


def _known_oil(quarters: pd.PeriodIndex, months: pd.Series) -> np.ndarray:
    """Mean price of the quarters published in full; in the next one the newest month, as what it starts from, [T]."""
    out = np.zeros(len(quarters))
    for k, quarter in enumerate(quarters):
        own = months[months.index.asfreq("Q") == quarter]
        if len(own) == 3:
            out[k] = own.mean()
        elif len(months):
            out[k] = months.iloc[-1]
            break
    return out


def _unknown(quarters: pd.PeriodIndex, months: pd.Series) -> np.ndarray:
    """Root of the part of each quarter that lies after the newest month published, [T]: shocks add up in squares."""
    if not len(months):
        return np.ones(len(quarters))
    left = [(q.asfreq("M", "end") - months.index[-1]).n for q in quarters]
    return np.sqrt(np.clip(np.array(left) / 3.0, 0.0, 1.0))


def _surveyed(known: Known, rival: str, quarters: list[pd.Period], rate: float) -> np.ndarray:
    """Path of the key rate by quarter, a year: today's rate to the cut-off's quarter and in it (persistence), then
    lines through the surveyed means of years.

    The mean of the year under way is met by what is left of it. 0 from the year after the last surveyed one, and after
    the cut-off's quarter where none is held.
    """
    day = date.fromisoformat(known.day)
    begun = np.array([q.start_time.date() <= day for q in quarters])
    out = np.where(begun, rate, 0.0)
    if not known.has("key_rate_forecast_survey", rival):
        return out
    means = {
        int(period): float(value) / 100.0 for period, value in known.series("key_rate_forecast_survey", rival).items()
    }
    newest = known.latest("key_rate_forecast_survey", rival).published
    if (day - date.fromisoformat(newest)).days > OLDEST_SURVEY:
        return out
    now = day.replace(day=1)  # by the month, so that days without a new figure start from the same path
    today = now.year + (now.timetuple().tm_yday - 1) / 365.0
    at, value = [today], [rate]
    if now.year in means and now.month <= 9:
        held = _mean_so_far(known, rival, now)
        left = (means[now.year] - held * (today - now.year)) / (now.year + 1 - today)
        at.append(now.year + 1.0)
        value.append(float(np.clip(2.0 * left - rate, 0.5 * rate, 1.5 * rate)))
    for year in sorted(y for y in means if y > now.year):
        at.append(year + 0.5)
        value.append(means[year])
    for k, quarter in enumerate(quarters):
        middle = quarter.year + (quarter.quarter - 0.5) / 4
        if quarter.year <= max(means):
            out[k] = rate if begun[k] else np.interp(middle, at, value)
    return out


def _fund(
    known: Known, rival: str, quarters: pd.PeriodIndex, price: float, rule: np.ndarray, oil_unknown: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Of each quarter [T]: months from the fund's newest to its end, its part after that month, the flow beside the
    rule while the fund is
    carried by what is known of the year, a year, what past Decembers took on average in December's quarter, trn RUB;
    and the rule's
    excess that stands at the start, [2].

    What the rule draws in the mean over the oil prices of the day is taken off meanwhile: the fund stands at its newest
    figure, but for
    December's draw and for the excess of a closed year, credited in June.
    """
    months = known.series("nwf_liquid", rival)
    held = pd.Series(
        months.to_numpy(float), index=pd.PeriodIndex(months.index.astype(str).str[:7], freq="M")
    ).sort_index()
    newest = held.index[-1]  # a figure of the first of a month ends the month before
    left = np.array([(q.asfreq("M", "end") + 1 - newest).n for q in quarters])
    unknown, ahead = np.clip(left / 3.0, 0.0, 1.0), left > 0
    decembers = [held[m] - held[m - 1] for m in held.index if m.month == 1 and m - 1 in held.index]
    if not decembers:
        return left, unknown, np.zeros(len(left)), np.zeros(len(left)), np.zeros(2)
    base = centre("fiscal_rule_price", known.day)
    drawn = _drawn(known.day, price, np.where(rule > 0.0, rule, base), oil_unknown)
    last = np.array([q.quarter == 4 for q in quarters])
    return (
        left,
        unknown,
        np.where(ahead, drawn - centre("fund_other", known.day), 0.0),
        np.where(ahead & last, np.mean(decembers), 0.0),
        _excess(known, rival, quarters[0], base),
    )


def _drawn(day: str, price: float, rule: np.ndarray, oil_unknown: np.ndarray) -> np.ndarray:
    """Mean draw of the rule over the oil prices to expect, at the priors' centres, trn RUB a year, [T]."""
    speed, volatility, far, draw = (
        centre(name, day) for name in ("oil_reversion", "oil_volatility", "oil_long_run", "fund_draw")
    )
    log, variance, mean = np.log(price), 0.0, np.zeros(len(rule))
    for t, part in enumerate(oil_unknown):
        log += part * speed * (np.log(far) - log)
        variance = (1.0 - part * speed) ** 2 * variance + (part * volatility) ** 2
        mean[t] = draw * np.maximum(rule[t] - np.exp(log + np.sqrt(variance) * QUANTILES), 0.0).mean()
    return mean


def _excess(known: Known, rival: str, first: pd.Period, base: float) -> np.ndarray:
    """USD a barrel times years by which Urals lay above the rule's base price, [2]: in the first quarter's year before
    it, in the year before.

    A shortfall of a whole closed year leaves none; from July on the closed year's excess is in the fund.
    Months not held: Brent less the discount between the nearest months that are; of neither: at the base price.
    """
    urals, brent = months_of(known, "urals_price", rival), months_of(known, "brent_price", "WLD")
    months = pd.period_range(f"{first.year - 1}-01", first.asfreq("M", "start") - 1, freq="M")
    both = urals.index.intersection(brent.index)
    filled = urals.reindex(months)
    if len(both):
        discount = np.interp([m.ordinal for m in months], [m.ordinal for m in both], brent[both] - urals[both])
        filled = filled.fillna(brent.reindex(months) - discount)
    rule = _rule(known, rival, months.asfreq("Q"))
    over = ((filled - np.where(rule > 0.0, rule, base)) / 12.0).fillna(0.0)
    closed = max(float(over[:12].sum()), 0.0) if first.quarter <= 2 else 0.0
    return np.array([float(over[12:].sum()), closed])


def centre(name: str, day: str) -> float:
    """The middle of a prior as of a day."""
    kind, values, *_ = load_priors()[name].drawn_from(date.fromisoformat(day))
    return float(values[1] if kind == "triangular" else values[0])


def _mean_so_far(known: Known, rival: str, now: date) -> float:
    """Mean of the key rate from the first of January to the day, a year."""
    changes = known.series("key_rate", rival)
    daily = pd.Series(changes.to_numpy(float), index=pd.to_datetime(changes.index))
    daily = daily[~daily.index.duplicated(keep="last")].sort_index()
    days = pd.date_range(f"{now.year}-01-01", now)
    return float(daily.reindex(daily.index.union(days)).ffill().loc[days].mean()) / 100.0


def _inflation(
    known: Known, rival: str, quarters: pd.PeriodIndex, months: pd.Series, forecast: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Inflation over a year at the quarter's end, [T]: published months, then lines to the newest forecasts of
    Decembers, then the
    forecast of means; of the last the distance that fades, and the quarters since.
    """
    none = np.zeros(len(quarters))
    if not len(months):
        return forecast, none, none
    ends = [q.year + q.quarter / 4.0 for q in quarters]
    at = {m.year + m.month / 12.0: float(v) / 100.0 for m, v in months.items()}
    newest = max(at)
    decembers = {year + 1.0: value for year, value in _december_forecasts(known, rival).items() if year + 1.0 > newest}
    far = max(decembers, default=newest)
    at |= decembers
    times = sorted(at)
    line = np.interp(ends, times, [at[t] for t in times])
    gap = at[far] - float(np.interp(far, ends, forecast))
    after = np.array(ends) - far
    fading = after > 1e-9
    return np.where(fading, forecast, line), np.where(fading, gap, 0.0), np.where(fading, 4.0 * after, 0.0)


def _december_forecasts(known: Known, rival: str) -> dict[int, float]:
    """Forecast of each December's inflation, fraction: the newest of the IMF's, the ministry's and the central bank's
    (its middle)."""
    found: dict[int, tuple[str, float]] = {}
    for code in ("inflation_cpi_end", "cpi_yoy_forecast_economy_ministry", "cpi_yoy_forecast_bank_of_russia_low"):
        if not known.has(code, rival):
            continue
        rows = known.frame(code, rival)
        for period, value, day in rows[["period", "value", "published"]].itertuples(index=False):
            year, figure = int(str(period)[:4]), float(value)
            if code.endswith("_low"):
                figure = 0.5 * (figure + float(known.value("cpi_yoy_forecast_bank_of_russia_high", rival, str(period))))
            if year >= int(known.day[:4]) and (year not in found or str(day) > found[year][0]):
                found[year] = (str(day), figure / 100.0)
    return {year: value for year, (_, value) in found.items()}
