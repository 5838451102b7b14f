"""Reading outcomes from the futures of one world: an array [future] with the probability, 0 to 1, of a yes."""

from __future__ import annotations

import numpy as np
import xarray as xr

from overstretch.errors import InputError

CORE, RELATED_CAP, TOTAL = 3.5, 1.5, 5.0
ROUNDING = 0.005  # NATO prints two decimals: 3.495 reads as 3.50


def year_of(world: xr.Dataset, year: int) -> int:
    """The position of a calendar year; outside the run is an error."""
    years = world["year"].values
    if not years[0] <= year <= years[-1]:
        raise InputError(
            f"the futures run from {years[0]} to {years[-1]}; {year} was asked for: give a run with that horizon"
        )
    return int(year - years[0])


def quarter_mask(world: xr.Dataset, first: float, last: float) -> np.ndarray:
    """Quarters whose end (decimal year) lies in (first, last]."""
    ends = np.array([int(q[:4]) + int(q[-1]) / 4 for q in world["quarter"].values.astype(str)])
    return (ends > first + 1e-6) & (ends <= last + 1e-6)


def by_event(world: xr.Dataset, name: str, year: int, after: float = -np.inf) -> np.ndarray:
    """1 where the event first happened by the end of the year (event times are ends of quarters), else 0."""
    year_of(world, year)
    times = world[name].values
    return ((times <= year + 1 + 1e-4) & (times > after)).astype(float)


def by_hazard(world: xr.Dataset, name: str, year: int) -> np.ndarray:
    """1 - exp(-H) at the end of the year: the event's probability in each future, without counting noise."""
    return -np.expm1(-world[name].values[year_of(world, year)].astype(float))


def by_competing_hazards(
    world: xr.Dataset, causes: tuple[str, ...], everything: tuple[str, ...], year: int
) -> np.ndarray:
    """Cumulative incidence of `causes` among the competing routes `everything`, from yearly cumulative hazards.

    Another route (natural death, an orderly exit) that comes first ends the question. Within a year the shares of the
    hazards are taken as constant, so that the probabilities of all routes and of none sum to one.
    """
    last = year_of(world, year) + 1
    own = np.sum([world[name].values[:last].astype(float) for name in causes], axis=0)
    total = np.sum([world[name].values[:last].astype(float) for name in everything], axis=0)
    step, steps = np.diff(own, axis=0, prepend=0), np.diff(total, axis=0, prepend=0)
    alive = np.exp(-np.concatenate([np.zeros_like(total[:1]), total[:-1]]))
    share = np.divide(step, steps, out=np.zeros_like(steps), where=steps > 0)
    return np.sum(alive * -np.expm1(-steps) * share, axis=0)


def annual(world: xr.Dataset, name: str, year: int, actor: str | None = None) -> np.ndarray:
    """The calendar-year value [future] of an annual variable, of an actor where it has that axis."""
    values = world[name]
    if actor is not None:
        actors = list(world["actor"].values.astype(str))
        if actor not in actors:
            raise InputError(f"the futures hold no actor {actor!r}; they hold: {', '.join(actors)}")
        return values.values[actors.index(actor), year_of(world, year)].astype(float)
    return values.values[year_of(world, year)].astype(float)


def ally_rows(world: xr.Dataset, europe: bool = False) -> np.ndarray:
    """Positions of the allies with forces (Iceland has none, Russia and Ukraine are none)."""
    out = {"RUS", "UKR", "ISL"} | ({"USA", "CAN"} if europe else set())
    return np.array([k for k, code in enumerate(world["actor"].values.astype(str)) if code not in out])


def reaches(world: xr.Dataset, year: int, level: float, component: str) -> np.ndarray:
    """Which actors reach the level in the year, [actor, future] of bool.

    `core`: core share as printed with two decimals ≥ level. `total`: for the pledge's 5%, core ≥ 3.5 and core +
    min(related, 1.5) ≥ 5; for any other level core + min(related, 1.5) ≥ level.
    """
    position = year_of(world, year)
    core = world["core_share"].values[:, position]
    if component == "core":
        return core >= level - ROUNDING
    total = core + np.minimum(world["related_share"].values[:, position], RELATED_CAP)
    enough = total >= level - ROUNDING
    return enough & (core >= CORE - ROUNDING) if abs(level - TOTAL) < 1e-9 else enough


def total_share(world: xr.Dataset, year: int, rows: np.ndarray) -> np.ndarray:
    """Unweighted mean of core + related over the actors, % of GDP, [future]."""
    position = year_of(world, year)
    return (
        (world["core_share"].values[rows, position] + world["related_share"].values[rows, position])
        .mean(axis=0)
        .astype(float)
    )


def quarters(world: xr.Dataset, name: str, first: int, last: int) -> np.ndarray:
    """Values [quarter, future] from the first year's first quarter to the last year's last."""
    year_of(world, last)
    return world[name].values[quarter_mask(world, first, last + 1)]
