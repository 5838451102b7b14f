"""What the sanity page compares, line by line: ours, the reference, its source, whether it lies within, and if not
why."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np
import xarray as xr

from overstretch.assumptions import load_priors
from overstretch.facts import Known, entity
from overstretch.model import war_economy
from overstretch.questions.tables.base import counted
from tools.sanity_runs import AS_OF, LAST, Runs, main_cause

FORECAST_YEARS = range(2025, 2031)
EIGHT = 8
LEVELS = (2.0, 3.5, 5.0)
TOLERANCE = {
    "gdp_growth": 0.5,
    "debt_gross": 5.0,
}  # points: half the error of a spring forecast of growth; a year's deficit
# Published lives of the liquid fund, in years, for the amount that they assume (trn RUB); model design, July 2025.
PUBLISHED_LIVES = {40.0: 1.3, 50.0: 2.5}
PUBLISHED_FUND = 4.1
BAND, NINE, EVENTS_APART = "T15_A70", 9, 0.75


class Line(NamedTuple):
    """One comparison."""

    what: str
    ours: str
    reference: str
    source: str
    verdict: str
    why: str = ""


def spread(values: np.ndarray, digits: int = 1) -> str:
    """Median and 5-95%."""
    low, middle, high = (float(v) for v in np.nanquantile(values, [0.05, 0.5, 0.95]))
    return f"{_plain(middle, digits)} ({_plain(low, digits)} to {_plain(high, digits)})"


def _plain(value: float, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    return text.lstrip("-") if float(text.replace(",", "")) == 0 else text.replace("-", "\u2212")


def largest_allies(held: Runs) -> list[str]:
    """The eight largest by GDP in dollars of the last full year, and Russia."""
    year = str(AS_OF.year - 1)
    sizes = {a: float(held.known.series("gdp_usd", a)[year]) for a in held.allies if held.known.has("gdp_usd", a)}
    return [*sorted(sizes, key=lambda a: -sizes[a])[:EIGHT], "RUS"]


def forecasts(held: Runs, variable: str, output: str) -> list[Line]:
    """Median paths against the World Economic Outlook known at the cut-off, year by year."""
    lines = []
    for actor in largest_allies(held):
        series = held.known.series(variable, actor)
        for year in FORECAST_YEARS:
            lines.append(
                _forecast(held, output, actor, year, float(series[str(year)]), series.attrs, TOLERANCE[variable])
            )
    return lines


def _forecast(held: Runs, output: str, actor: str, year: int, reference: float, about: dict, tolerance: float) -> Line:
    def read(world: xr.Dataset) -> np.ndarray:
        return world[output].sel(actor=actor, year=year).values

    gap = float(np.median(read(held.base))) - reference
    within = abs(gap) <= tolerance
    return Line(
        f"{entity(actor).name}, {year}",
        spread(read(held.base)),
        f"{reference:.1f}",
        f"{about['source']}",
        _word(within),
        "" if within else main_cause(read, reference),
    )


def _word(within: bool) -> str:
    return "within" if within else "outside"


def levels(held: Runs) -> list[Line]:
    """Share of the allies with forces that stand at each level by year; counts in later editions beside, where they are
    held."""
    core = held.base["core_share"].sel(actor=held.allies)
    related = held.base["related_share"].sel(actor=held.allies)
    later = held.every.as_of("2026-08-31")
    lines = []
    for level in LEVELS:
        for year in range(AS_OF.year, LAST + 1):
            at = core.sel(year=year).values
            met = (
                at >= level - 0.005
                if level < 5
                else (at >= 3.495) & (at + np.minimum(related.sel(year=year).values, 1.5) >= 4.995)
            )
            share = 100 * met.mean(axis=0)
            lines.append(_level(level, year, share, later, held))
    return lines


def _level(level: float, year: int, share: np.ndarray, later: Known, held: Runs) -> Line:
    name = f"{year}, {level:g}% {'core' if level < 5 else 'core and related'}"
    count, about = _count(later, held.allies, level, year) if level < 5 else (None, "")
    if count is None:
        return Line(name, spread(share, 0), "\u2013", "", "no reference")
    low, high = np.quantile(share, [0.05, 0.95])
    within = low <= count <= high
    why = ""
    if not within:
        known, edition = _count(held.known, held.allies, level, AS_OF.year - 1)
        since, _ = _count(later, held.allies, level, AS_OF.year - 1)
        why = (
            f"for {AS_OF.year - 1} the {edition} known to the run counted {known:.0f}%, the later one counts "
            f"{since:.0f}%"
        )
    return Line(name, spread(share, 0), f"{count:.0f}", about, _word(within), why)


def _count(known: Known, allies: list[str], level: float, year: int) -> tuple[float | None, str]:
    """Percent of the allies whose printed core share stands at a level, and the edition; None where it lacks one of
    them."""
    series = {a: known.series("core_share", a) for a in allies if known.has("core_share", a)}
    shares = [float(s[str(year)]) for s in series.values() if str(year) in s.index]
    if len(shares) < len(allies):
        return None, ""
    edition = next(iter(series.values())).attrs["edition"]
    return 100 * float(np.mean([v >= level - 0.005 for v in shares])), f"NATO edition of {edition}"


def dollars(held: Runs, year: int) -> float:
    """Dollars of a year per dollar of 2021: the US GDP deflator of the outlook, its last yearly rise carried on."""
    nominal, real = held.known.series("gdp_lcu", "USA"), held.known.series("gdp_real_lcu", "USA")
    price = {int(y): float(nominal[y]) / float(real[y]) for y in nominal.index if y in real.index}
    last = max(price)
    rise = price[last] / price[last - 1]
    at = price[year] if year in price else price[last] * rise ** (year - last)
    return at / price[2021]


def costs(held: Runs) -> list[Line]:
    """What the pledge costs a year above the last known shares; the kept pledge against plain arithmetic."""
    lines = []
    for year in (2030, LAST):
        for name, words in (("pledge_cost", "all allies"), ("pledge_cost_europe", "without the United States")):
            for world, kept in ((held.base, ""), (held.kept, ", pledge kept")):
                values = world[name].sel(year=year).values
                expected = _arithmetic(held, year, name == "pledge_cost") if kept and year == LAST else None
                lines.append(_cost(held, f"{year}, {words}{kept}", values, year, expected))
    return lines


def _cost(held: Runs, what: str, values: np.ndarray, year: int, expected: float | None) -> Line:
    now, then = dollars(held, AS_OF.year), dollars(held, year)
    ours = (
        f"{spread(values, 0)}; {np.median(values) * now:,.0f} of {AS_OF.year}; {np.median(values) * then:,.0f} of "
        f"{year}"
    )
    if expected is None:
        return Line(what, ours, "–", "", "no reference")
    within = abs(np.median(values) / expected - 1) <= 0.1
    source = "3.5% and 1.5% less the shares at the start, of the outlook's GDP"
    why = "" if within else _why_dearer(held, what, year)
    return Line(what, ours, f"{expected:,.0f}", source, _word(within), why)


def _why_dearer(held: Runs, what: str, year: int) -> str:
    name = "pledge_cost_europe" if "without" in what else "pledge_cost"
    calm = float(np.median(held.kept_without_shocks()[name].sel(year=year).values))
    return f"a kept pledge is a floor that shocks exceed; without shocks {calm:,.0f}"


def _arithmetic(held: Runs, year: int, with_us: bool) -> float:
    """Cost of the whole pledge in bn 2021 USD, by hand: (3.5 − share)⁺ + (1.5 − related at the start), of GDP as
    forecast."""
    start = held.prepared.start
    related = float(load_priors()["related_initial"].quantile(np.array([0.5]), AS_OF)[0])
    total = 0.0
    for actor in held.allies:
        if actor == "USA" and not with_us:
            continue
        place = held.prepared.actors.index(actor)
        real = held.known.series("gdp_real_lcu", actor)
        path = {int(y): float(v) for y, v in real.items()}
        last = max(path)
        level = path[last] * (path[last] / path[last - 1]) ** max(0, year - last)
        gdp = level * float(start.dollars[place]) if level else 0.0
        total += gdp * (max(0.0, 0.035 - float(start.share[place])) + 0.015 - related)
    return total


def fund(held: Runs) -> list[Line]:
    """How long the liquid fund lasts at a price that stays, by the law itself at the median priors; no shock, no other
    draw."""
    series = held.known.series("nwf_liquid", "RUS")
    size = float(series.iloc[-1])
    lines = []
    for price in (40.0, 50.0, 60.0):
        months = _months(size, price)
        ours = "not drawn" if months is None else f"{months:.0f} months ({months / 12:.1f} years)"
        if price not in PUBLISHED_LIVES:
            lines.append(
                Line(f"{price:.0f} dollars", ours, "not drawn", "the fiscal rule's base price", _word(months is None))
            )
            continue
        expected = 12 * PUBLISHED_LIVES[price] * size / PUBLISHED_FUND
        within = months is not None and abs(months - expected) <= 3
        source = (
            f"published {PUBLISHED_LIVES[price]} years for {PUBLISHED_FUND} trn, scaled to the {size:.2f} trn of "
            f"{series.index[-1]}"
        )
        why = "" if within else "one draw per missing dollar serves both published lives, which imply different ones"
        lines.append(
            Line(
                f"{price:.0f} dollars",
                ours,
                f"{expected:.0f} months ({expected / 12:.1f} years)",
                source,
                _word(within),
                why,
            )
        )
    return lines


def _months(size: float, price: float) -> int | None:
    """Months until the fund is below 5% of its size, by steps of fund_flow; None where nothing is drawn."""
    draw, base, top_up = (_median(n) for n in ("fund_draw", "fiscal_rule_price", "top_up"))
    left, months = jnp.array([size]), 0
    while float(left[0]) > 0.05 * size:
        out, saved, _ = war_economy.fund_flow(
            left, jnp.array([price]), base, jnp.zeros(1), 1.0, 1.0, jnp.zeros(1), fund_draw=draw, top_up=top_up
        )
        if float(out[0]) <= 0:
            return None
        left, months = left - (out - saved) / 3.0, months + 1
    return months


def _median(prior: str) -> jnp.ndarray:
    return jnp.asarray(load_priors()[prior].quantile(np.array([0.5]), AS_OF))


def base_rates(held: Runs) -> list[Line]:
    """Yearly rates with strain, cohesion and covariates off, against the counts; any exit from NATO within nine
    years."""
    routes = ("irregular exit", "irregular"), ("regular exit", "regular"), ("natural death", "natural")
    return [*(_route(held, words, route) for words, route in routes), _any_exit(held)]


def _years() -> float:
    """Years from the cut-off's first simulated quarter to the end of the last year but one."""
    return LAST - (AS_OF.year + 0.25)


def _route(held: Runs, words: str, route: str) -> Line:
    found = counted(
        held.every.as_of(AS_OF.isoformat()),
        f"count_leader_exit_{route}",
        "exposure_leader_years",
        BAND,
        1.0,
        "leader-years",
    )
    assert found is not None, f"no count of {route} exits in the band {BAND}"
    events, exposure, source = found.events, found.exposure, found.source
    rate = 100 * float(held.bare[f"hazard_leader_{route}"].sel(year=LAST - 1).mean()) / _years()
    within = abs(rate / 100 * exposure - events) <= EVENTS_APART
    why = "" if within else f"the run's rate is {rate / 100 * exposure:.1f} events in that exposure"
    return Line(
        f"{words} of the ruler, % a year",
        f"{rate:.2f}",
        f"{100 * events / exposure:.2f} ({events:g} in {exposure:g} leader-years)",
        source,
        _word(within),
        why,
    )


def _any_exit(held: Runs) -> Line:
    found = counted(
        held.every.as_of(AS_OF.isoformat()),
        "count_nato_exits",
        "exposure_nato_member_years",
        "NATO",
        1.0,
        "member-years",
    )
    assert found is not None, "no count of exits from NATO"
    events, exposure, source = found.events, found.exposure, found.source
    members = len(held.allies) + 1  # one ally without forces
    ours = 100 * float(np.mean(-np.expm1(-held.bare["hazard_exit"].sel(year=LAST - 1).values * NINE / _years())))
    expected = 100 * float(-np.expm1(-(events + 0.5) / exposure * members * NINE))
    within = abs(ours - expected) <= 1.0
    why = (
        ""
        if within
        else "the rate is drawn: the mean of the chance lies below the chance at the mean rate, and member-years run "
        "to the cut-off"
    )
    text = (
        f"{expected:.1f} (Jeffreys posterior mean rate; {events:g} exits in {exposure:,.0f} member-years, {members} "
        "members)"
    )
    return Line(f"any formal exit from NATO within {NINE} years, %", f"{ours:.1f}", text, source, _word(within), why)


Section = tuple[str, str, Callable[[Runs], list[Line]]]
