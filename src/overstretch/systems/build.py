"""From a declared system and the facts of a day to the arrays that the laws start from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import Known, MissingFact
from overstretch.model.structures import Baseline, Roles, Start
from overstretch.systems.calendar import Quarter, first_unpublished, to_quarters
from overstretch.systems.counts import counted_rates
from overstretch.systems.declare import System
from overstretch.systems.paths import Burdens, burdens, pledge_paths
from overstretch.systems.russia import RussiaStart, russia_start


@dataclass(frozen=True)
class Prepared:
    """Everything fixed for a run: arrays (NumPy, float64), axes, and what stood in for missing facts.

    `base` leads with quarters, `start` with actors; `past` counts the first year's quarters before the first simulated one;
    `years_ahead` the whole years from the last share known to the first simulated year.
    """

    system: System
    as_of: date
    base: Baseline
    start: Start
    roles: Roles
    actors: tuple[str, ...]
    quarters: tuple[str, ...]
    years: tuple[int, ...]
    past: int
    years_ahead: int
    will_mean: np.ndarray
    counted: tuple[tuple[str, float, float], ...]
    notes: tuple[str, ...]


def prepare(system: System, known: Known, as_of: date) -> Prepared:
    """Arrays of `system` at the cut-off. Raises MissingFact (an InputError) where a needed figure was not known."""
    notes: list[str] = []
    actors = list(system.actors)
    first = first_unpublished(as_of, system.clock.publication_lag_days)
    count = (system.clock.last_year - first.year) * 4 + 5 - first.quarter
    if count < 4:
        raise InputError(
            f"clock.last_year {system.clock.last_year}: at least a year after the first quarter, {first.label}"
        )
    macro = _macro(known, actors, first, count)
    shares = burdens(system, known, first.year, notes)
    rus = actors.index(system.roles.rus)
    russia = russia_start(known, first, float(macro.yearly_nominal.loc[first.year].iloc[rus]), notes)
    # Russia's share of the first year is its budget over the forecast of GDP.
    shares.last[rus] = russia.law_total * 1000.0 / float(macro.yearly_nominal.loc[first.year].iloc[rus])
    paths = pledge_paths(system, known, shares, first.year, as_of, notes)
    year_of = np.array([first.year + (first.quarter - 1 + t) // 4 for t in range(count)])
    quarter_of = np.array([(first.quarter - 1 + t) % 4 + 1 for t in range(count)])
    place = year_of - first.year

    review, target = system.pledge.review_year, system.pledge.target_year
    agreed = as_of >= system.pledge.known_from

    def progress(years: np.ndarray) -> np.ndarray:
        return np.clip((years - review) / (target - review), 0.0, 1.0)

    nominal_years = macro.yearly_nominal.to_numpy()
    next_place = np.minimum(year_of - macro.years[0] + 1, len(macro.years) - 1)
    base = Baseline(
        now=year_of + (quarter_of - 1) / 4, fourth=(quarter_of == 4) * 1.0,
        inauguration=((quarter_of == 1) & np.isin(year_of, system.calendar.inaugurations)) * 1.0,
        review=((quarter_of == 3) & (year_of == review) & agreed) * 1.0,
        progress_now=progress(year_of), progress_next=progress(year_of + 1),
        real=macro.real[8:], price=macro.nominal[8:] / macro.real[8:], inflation=macro.inflation,
        effective_rate=macro.effective_rate, primary=macro.primary, stock_flow=macro.stock_flow, debt_ratio=macro.debt_ratio,
        related_tier=np.full(count, float(agreed)), defence=paths.baseline[place], defence_next=paths.baseline[place + 1], path=paths.own[place],
        path_next=paths.own[place + 1], pledge=paths.pledge[place], pledge_next=paths.pledge[place + 1],
        weight=macro.nominal[8:] / nominal_years[year_of - macro.years[0]], nominal_next=nominal_years[next_place],
        fiscal_room=_fiscal_room(known, actors, year_of), law_plan_next=np.array([russia.plans.get(int(y) + 1, 0.0) for y in year_of]),
    )  # fmt: skip
    start = _start(system, known, macro, shares, russia, first, actors, notes)
    roles = Roles(actors.index(system.roles.usa), rus, actors.index(system.roles.ukr))
    will = np.array([float(system.will.get(actor, 0.5)) for actor in actors])
    labels = tuple(f"{y}Q{q}" for y, q in zip(year_of, quarter_of, strict=True))
    return Prepared(
        system, as_of, base, start, roles, tuple(actors), labels, tuple(sorted({int(y) for y in year_of})), first.quarter - 1,
        max(0, first.year - shares.last_year), will, counted_rates(known, notes), tuple(notes),
    )  # fmt: skip


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
    yearly_real: pd.DataFrame


def _yearly(known: Known, variable: str, actors: list[str], years: list[int]) -> pd.DataFrame:
    panel = known.panel(variable).reindex(columns=actors)
    missing = panel.columns[panel.loc[panel.index.isin(years)].notna().sum() == 0]
    if len(missing):
        raise MissingFact(f"{variable}: no figure was known for {', '.join(missing)}")
    return panel.reindex(years).astype(float)


def _extend(levels: pd.DataFrame) -> pd.DataFrame:
    """Levels beyond the forecast grow at the mean of its last two yearly growth rates."""
    filled = levels.copy()
    for actor in filled:
        held = filled[actor].dropna()
        growth = (held.iloc[-1] / held.iloc[-3]) ** 0.5
        for year in filled.index[filled.index > held.index[-1]]:
            filled.loc[year, actor] = filled.loc[year - 1, actor] * growth
    return filled


def _macro(known: Known, actors: list[str], first: Quarter, count: int) -> Macro:
    last = first.year + (first.quarter - 1 + count - 1) // 4
    years = list(range(first.year - 3, last + 2))
    real = _extend(_yearly(known, "gdp_real_lcu", actors, years))
    nominal = _extend(_yearly(known, "gdp_lcu", actors, years))
    early = Quarter(first.year - 2, first.quarter)
    real_q = to_quarters(np.array(years), real.to_numpy(), early, count + 8)
    nominal_q = to_quarters(np.array(years), nominal.to_numpy(), early, count + 8)
    year_of = np.array([first.year + (first.quarter - 1 + t) // 4 for t in range(count)])

    def hold(variable: str) -> np.ndarray:  # percent, last forecast held beyond the horizon
        return _yearly(known, variable, actors, years).ffill().bfill().loc[year_of].to_numpy() / 100.0

    yearly = _yearly(known, "inflation_cpi", actors, years).ffill().bfill() / 100.0
    middles = np.array([first.start + t / 4 + 0.125 for t in range(count)])
    inflation = np.stack([np.interp(middles, np.array(years) + 0.5, yearly[a]) for a in actors], axis=1)
    primary = hold("balance_primary")
    rate = np.clip(hold("net_effective_rate"), -0.05, 0.3)
    debt_path = _yearly(known, "debt_gross", actors, years) / 100.0
    flows = _stock_flows(real_q, nominal_q, primary, rate, debt_path, year_of, first)
    return Macro(real_q, nominal_q, inflation, rate, primary, *flows, years, nominal, real)


def _stock_flows(
    real: np.ndarray, nominal: np.ndarray, primary: np.ndarray, rate: np.ndarray, debt_path: pd.DataFrame, year_of: np.ndarray, first: Quarter
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
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


def _start(
    system: System,
    known: Known,
    macro: Macro,
    shares: Burdens,
    russia: RussiaStart,
    first: Quarter,
    actors: list[str],
    notes: list[str],
) -> Start:
    groups = system.groups

    def mask(names: tuple[str, ...]) -> np.ndarray:
        return np.array([float(actor in set(names)) for actor in actors])

    usd = _yearly(known, "gdp_usd", actors, [2021]).loc[2021].to_numpy()
    purchasing = _purchasing_power(known, actors, usd, notes)
    real_2021 = _yearly(known, "gdp_real_lcu", actors, [2021]).loc[2021].to_numpy()
    nominal_2021 = _yearly(known, "gdp_lcu", actors, [2021]).loc[2021].to_numpy()
    # One unit of real local currency is worth deflator_2021 units at 2021 prices.
    deflator_2021 = nominal_2021 / real_2021
    weight = float(system.military_ppp["weight"])
    growth = known.panel("gdp_growth").reindex(columns=actors)
    history = growth.loc[(growth.index >= 2010) & (growth.index < first.year) & (growth.index != 2020)]
    # Robust spread, but at least half of the plain one, so that a war or a slump in a short history still counts.
    robust = (history - history.median()).abs().median() * 1.4826
    spread = np.maximum(robust, 0.5 * history.std()).to_numpy()
    equipment = known.panel("equipment_share").reindex(columns=actors).ffill().iloc[-1]
    default = float(system.equipment_share["default"])
    armed = 1.0 - mask(groups.unarmed)
    return Start(
        real_before=macro.real[:8], nominal_before=macro.nominal[:8],
        debt=macro.debt, share=shares.last, share_hold=shares.hold, share_reference=shares.reference,
        share_2021=shares.in_2021, revised=shares.revised, dollars=usd / nominal_2021 * deflator_2021,
        military_ppp=1.0 + weight * (purchasing - 1.0), equipment_share=equipment.fillna(default).to_numpy() / 100.0,
        demand_scale=np.clip(np.nan_to_num(spread, nan=2.0), 1.0, 4.0) / 100.0 / 2.0,
        share_scale=shares.scale, ally=mask(groups.allies), european=1.0 - mask(groups.not_european),
        euro=mask(groups.euro), flank=mask(groups.flank), armed=armed, monetary=1.0 - mask(groups.follows_forecast),
        members=np.array(float(len(groups.allies))), fund=np.array(russia.fund), fund_reference=np.array(russia.fund_reference),
        key_rate=np.array(russia.key_rate), unemployment=np.array(russia.unemployment),
        unemployment_reference=np.array(russia.unemployment_reference), oil_price=np.array(russia.oil_price),
        fell=np.array(russia.fell), law_amount=np.array(russia.law_amount), law_total=np.array(russia.law_total),
        prewar_procurement=np.array(shares.in_2021[actors.index(system.roles.rus)] * usd[actors.index(system.roles.rus)]),
    )  # fmt: skip


def _fiscal_room(known: Known, actors: list[str], year_of: np.ndarray) -> np.ndarray:
    """Deficit admitted beyond 3% by the escape clause, share of GDP, [T, A]; the clause's period is "first/last year"."""
    room = np.zeros((len(year_of), len(actors)))
    for k, actor in enumerate(actors):
        if known.has("escape_clause", actor):
            for period, points in known.series("escape_clause", actor).items():
                begin, end = (int(year) for year in str(period).split("/"))
                room[(year_of >= begin) & (year_of <= end), k] = points / 100.0
    return room


def _purchasing_power(known: Known, actors: list[str], usd: np.ndarray, notes: list[str]) -> np.ndarray:
    """Purchasing-power over market GDP in 2021, [A]."""
    if all(known.has("gdp_ppp", actor) for actor in actors):
        return _yearly(known, "gdp_ppp", actors, [2021]).loc[2021].to_numpy() / usd
    notes.append(
        "purchasing-power GDP was not known at the cut-off: (GDP per head of the United States over the actor's)^0.45 "
        "stands in (Balassa-Samuelson; exponent [J])"
    )
    population = known.panel("population").reindex(columns=actors).loc[2021].to_numpy(dtype=float)
    unknown = [actor for actor, people in zip(actors, population, strict=True) if np.isnan(people)]
    if unknown:
        notes.append(f"population of {', '.join(unknown)} was not known: the allies' median purchasing power stands in")
    per_head = usd / population
    ratio = np.maximum((per_head[actors.index("USA")] / per_head) ** 0.45, 0.8)
    return np.where(np.isnan(ratio), np.nanmedian(ratio), ratio)
