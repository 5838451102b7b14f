"""From a declared system and the facts of a day to the arrays that the laws start from."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from overstretch.assumptions import Prior
from overstretch.errors import InputError
from overstretch.facts import Known
from overstretch.facts.own import forced
from overstretch.model.structures import Baseline, Roles, Start
from overstretch.systems.calendar import Quarter, first_unpublished
from overstretch.systems.counts import counted_rates
from overstretch.systems.declare import System
from overstretch.systems.lacks import Lack
from overstretch.systems.macro import BASE_YEAR, Macro, demand_scale, dollars_of_base_year, read_macro, yearly
from overstretch.systems.paths import Burdens, burdens, pledge_paths
from overstretch.systems.war_economy import NO_WAR_ECONOMY, WarEconomyStart, war_economy_start
from overstretch.systems.war_economy_paths import centre, war_economy_paths

PURCHASING_EXPONENT = 0.45  # of GDP per head, where purchasing power was not known (Balassa-Samuelson) [J]


@dataclass(frozen=True)
class Prepared:
    """Everything fixed for a run: arrays (NumPy, float64), axes, and what stood in for missing facts.

    `base` leads with quarters, `start` with actors; `past` counts the first year's quarters before the first simulated
    one;
    `years_ahead` the whole years from the last share known to the first simulated year; `held_year` is the one whose
    burdens
    a world may hold; `lacks` the figures without which laws are off or stand-ins serve (`systems.complete`).
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
    held_year: int
    will_mean: np.ndarray
    priors: tuple[Prior, ...]
    notes: tuple[str, ...]
    lacks: tuple[Lack, ...] = ()

    @property
    def off(self) -> tuple[str, ...]:
        """Mechanisms of laws that are not part of the system."""
        return self.system.off

    @cached_property
    def inputs_digest(self) -> str:
        """SHA-256 of everything in here that enters a simulation: arrays, axes, laws, and the priors as of the day.

        Two cut-offs with the same digest have the same futures to the bit, for the same seed, worlds and version of the
        laws: the day itself, the notes and figures that nothing reads do not enter.
        """
        hashed = hashlib.sha256()
        for array in (*self.base, *self.start, self.will_mean):
            hashed.update(np.ascontiguousarray(array, np.float64).tobytes())
        labels = (
            self.roles,
            self.actors,
            self.quarters,
            self.years_ahead,
            self.held_year,
            self.system.laws,
            self.system.groups.allies,
            [(prior.name, *prior.drawn_from(self.as_of)) for prior in self.priors],
        )
        hashed.update(json.dumps(labels).encode())
        return hashed.hexdigest()


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
    if known.reconstructed:
        notes.append(
            "reconstructed: later editions cut at the lag of their day, and priors of later literature; a backtest"
        )
    notes += forced(known)
    macro = read_macro(system.facts, known, actors, first, count, notes)
    shares = burdens(system, known, first.year, notes)
    rival = actors.index(system.roles.rival)
    means = NO_WAR_ECONOMY
    if "war_economy" in system.laws:
        nominal = float(macro.yearly_nominal.loc[first.year].iloc[rival])
        means = war_economy_start(known, system.roles.rival, first, nominal, notes)
        # The rival's share of the first year is its budget over the forecast of GDP.
        shares.last[rival] = means.law_total * 1000.0 / nominal
    paths = pledge_paths(system, known, shares, first.year, as_of, notes)
    labels = [str(q) for q in pd.period_range(first.label, periods=count, freq="Q")]
    dated = war_economy_paths(
        known,
        system.roles.rival if "war_economy" in system.laws else None,
        labels,
        means.key_rate,
        means.oil_price - means.discounted * centre("urals_discount", known.day),
        macro.inflation[:, rival],
    )
    macro.inflation[:, rival] = dated.inflation
    year_of = np.array([first.year + (first.quarter - 1 + t) // 4 for t in range(count)])
    quarter_of = np.array([(first.quarter - 1 + t) % 4 + 1 for t in range(count)])
    place = year_of - first.year

    pledge = system.pledge
    agreed = pledge is not None and as_of >= pledge.known_from
    review, target = (pledge.review_year, pledge.target_year) if pledge else (0, 1)

    def progress(years: np.ndarray) -> np.ndarray:
        return np.clip((years - review) / (target - review), 0.0, 1.0)

    nominal_years = macro.yearly_nominal.to_numpy()
    next_place = np.minimum(year_of - macro.years[0] + 1, len(macro.years) - 1)
    base = Baseline(
        now=year_of + (quarter_of - 1) / 4,
        second=(quarter_of == 2) * 1.0,
        fourth=(quarter_of == 4) * 1.0,
        inauguration=((quarter_of == 1) & np.isin(year_of, system.calendar.ahead(as_of))) * 1.0,
        election=_elections(system, year_of),
        review=((quarter_of == 3) & (year_of == review) & agreed) * 1.0,
        progress_now=progress(year_of),
        progress_next=progress(year_of + 1),
        real=macro.real[8:],
        price=macro.nominal[8:] / macro.real[8:],
        inflation=macro.inflation,
        effective_rate=macro.effective_rate,
        primary=macro.primary,
        stock_flow=macro.stock_flow,
        debt_ratio=macro.debt_ratio,
        related_tier=np.full(count, float(agreed)),
        defence=paths.baseline[place],
        defence_next=paths.baseline[place + 1],
        path=paths.own[place],
        path_next=paths.own[place + 1],
        reach=paths.reach[place],
        reach_next=paths.reach[place + 1],
        target=paths.target[place],
        target_next=paths.target[place + 1],
        pledge=paths.pledge[place],
        pledge_next=paths.pledge[place + 1],
        weight=macro.nominal[8:] / nominal_years[year_of - macro.years[0]],
        nominal_next=nominal_years[next_place],
        fiscal_room=_fiscal_room(system, known, actors, year_of),
        rule_price=dated.rule_price,
        rule_open=dated.rule_open,
        key_rate=dated.key_rate,
        key_rate_next=dated.key_rate_next,
        oil_known=dated.oil_known,
        oil_unknown=dated.oil_unknown,
        inflation_unknown=dated.inflation_unknown,
        inflation_gap=dated.inflation_gap,
        inflation_after=dated.inflation_after,
        fund_months=dated.fund_months,
        fund_unknown=dated.fund_unknown,
        fund_drift=dated.fund_drift,
        december_mean=dated.december_mean,
        law_plan_next=np.array([means.plans.get(int(y) + 1, 0.0) for y in year_of]),
    )
    start = _start(system, known, macro, shares, means, dated.rule_excess, first, as_of, actors, notes)
    will = np.array([system.will.get(actor, 0.5) for actor in actors])
    return Prepared(
        system,
        as_of,
        base,
        start,
        Roles(rival),
        tuple(actors),
        tuple(labels),
        tuple(sorted({int(y) for y in year_of})),
        first.quarter - 1,
        max(0, first.year - shares.last_year),
        2024 if "pledge" in system.laws else shares.last_year,
        will,
        _priors(system, known),
        tuple(notes),
    )


def _priors(system: System, known: Known) -> tuple[Prior, ...]:
    """The priors of a run in their fixed order: shipped, counted at the cut-off, or the system's own."""
    priors = system.own_priors()
    for name, shape, rate in counted_rates(known, system.laws, system.priors):
        if name not in system.priors:
            priors[name] = priors[name].model_copy(update={"distribution": "gamma", "values": (shape, rate)})
    return tuple(priors.values())


def _elections(system: System, year_of: np.ndarray) -> np.ndarray:
    """Years that a vote's chance of a turnover covers, [T, A]: 1, or by a dated calendar the years since the last
    election."""
    years = np.ones((len(year_of), len(system.actors)))
    for actor, dates in system.calendar.elections.items():
        dated = sorted(dates)
        gaps = (
            {year: year - before for before, year in zip([dated[0] - 4, *dated[:-1]], dated, strict=True)}
            if dated
            else {}
        )
        years[:, system.actors.index(actor)] = [gaps.get(int(year), 0) for year in year_of]
    return years


def _start(
    system: System,
    known: Known,
    macro: Macro,
    shares: Burdens,
    means: WarEconomyStart,
    rule_excess: np.ndarray,
    first: Quarter,
    as_of: date,
    actors: list[str],
    notes: list[str],
) -> Start:
    groups, sources, pledge = system.groups, system.facts, system.pledge

    def mask(names: tuple[str | None, ...]) -> np.ndarray:
        return np.array([float(actor in names) for actor in actors])

    usd, real = dollars_of_base_year(sources, known, actors, first.year)
    purchasing = _purchasing_power(system, known, actors, usd, notes)
    weight = float(system.military_ppp.get("weight", 0.0))
    default = float(system.equipment_share["default"])
    equipment = np.full(len(actors), default)
    if sources.equipment_share and not known.entities(sources.equipment_share):
        notes.append(f"{sources.equipment_share} was not known: {default:g}% stands in for all")
    elif sources.equipment_share:
        held = known.panel(sources.equipment_share).reindex(columns=actors).ffill().iloc[-1]
        equipment = held.fillna(default).to_numpy()
    rival = actors.index(system.roles.rival)
    shocks, revised = demand_scale(sources, known, actors, first.year, rival)
    reference = shares.in_2021[rival] if "war" in system.laws else shares.last[rival]
    return Start(
        real_before=macro.real[:8],
        nominal_before=macro.nominal[:8],
        debt=macro.debt,
        share=shares.last,
        share_hold=shares.hold,
        share_reference=shares.reference,
        share_2021=shares.in_2021,
        revised=shares.revised,
        behind=shares.behind,
        dollars=usd / real,
        military_ppp=1.0 + weight * (purchasing - 1.0),
        equipment_share=equipment / 100.0,
        demand_scale=shocks,
        output_scale=revised,
        share_scale=shares.scale,
        ally=mask(groups.allies),
        rival=mask((system.roles.rival,)),
        protector=mask((system.roles.protector,)),
        attacked=mask((system.roles.attacked,)),
        european=1.0 - mask(groups.not_european),
        euro=mask(groups.euro),
        flank=mask(groups.flank or groups.allies),
        armed=1.0 - mask(groups.unarmed),
        monetary=1.0 - mask(groups.follows_forecast),
        members=np.array(float(len(groups.allies))),
        related_target=np.array((pledge.related_target if pledge else 0.0) / 100.0),
        related_years=np.array(float(pledge.target_year - pledge.known_from.year if pledge else 1)),
        related_agreed=np.array(float(pledge is not None)),
        core_target=np.array((pledge.core_target if pledge else 0.0) / 100.0),
        war_economy=np.array(float("war_economy" in system.laws)),
        war=np.array(float(_war(system, known, as_of))),
        stance=np.array(float(system.stance(as_of))),
        fund=np.array(means.fund),
        rule_excess=rule_excess,
        fund_reference=np.array(means.fund_reference),
        key_rate=np.array(means.key_rate),
        unemployment=np.array(means.unemployment),
        unemployment_reference=np.array(means.unemployment_reference),
        oil_price=np.array(means.oil_price),
        discounted=np.array(means.discounted),
        fell=np.array(means.fell),
        law_amount=np.array(means.law_amount),
        law_total=np.array(means.law_total),
        total_known=np.array(means.total_known),
        prewar_spending=np.array(reference * usd[rival]),
    )


def _war(system: System, known: Known, as_of: date) -> int:
    """State of the war: the newest observed by the cut-off, else the system's own."""
    code, attacked = system.facts.war_state, system.roles.attacked
    if code and attacked and known.has(code, attacked):
        return int(known.series(code, attacked).iloc[-1])
    return system.war(as_of)


def _fiscal_room(system: System, known: Known, actors: list[str], year_of: np.ndarray) -> np.ndarray:
    """Deficit admitted beyond 3% by the escape clause, share of GDP, [T, A]; the clause's period is "first/last
    year"."""
    room = np.zeros((len(year_of), len(actors)))
    for k, actor in enumerate(actors):
        if "finance" in system.laws and known.has("escape_clause", actor):
            for period, points in known.series("escape_clause", actor).items():
                begin, end = (int(year) for year in str(period).split("/"))
                room[(year_of >= begin) & (year_of <= end), k] = points / 100.0
    return room


def _purchasing_power(system: System, known: Known, actors: list[str], usd: np.ndarray, notes: list[str]) -> np.ndarray:
    """Purchasing-power over market GDP in the base year, [A]; 1 where the system's dollars are those of purchasing
    power."""
    source, population = system.facts.gdp_purchasing_power, system.facts.population
    if source and all(known.has(source, actor) for actor in actors):
        return yearly(known, source, actors, [BASE_YEAR]).loc[BASE_YEAR].to_numpy() / usd
    if population is None:
        return np.ones(len(actors))
    notes.append(
        "purchasing-power GDP was not known at the cut-off: (GDP per head of the largest economy over the actor's)"
        f"^{PURCHASING_EXPONENT:g} "
        "stands in (Balassa-Samuelson; exponent [J])"
    )
    people = known.panel(population).reindex(columns=actors).loc[BASE_YEAR].to_numpy(dtype=float)
    unknown = [actor for actor, count in zip(actors, people, strict=True) if np.isnan(count)]
    if unknown:
        notes.append(f"population of {', '.join(unknown)} was not known: the allies' median purchasing power stands in")
    per_head = usd / people
    ratio = np.maximum((per_head[int(np.argmax(usd))] / per_head) ** PURCHASING_EXPONENT, 0.8)
    return np.where(np.isnan(ratio), np.nanmedian(ratio), ratio)
