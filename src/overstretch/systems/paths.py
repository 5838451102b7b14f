"""Burdens known at the cut-off, and the paths that a pledge and national plans draw from there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from overstretch.facts import Known, MissingFact
from overstretch.systems.declare import Sources, System

REFERENCE_YEARS = 10  # of burdens before the cut-off, whose mean is the reference of strain
SCALE_YEARS = 15  # of yearly log changes, whose spread is the scale of shocks
LONGEST_GAP = 3  # years for which a burden not yet known is carried on
_NEGLIGIBLE = 1e-4  # an actor without forces; keeps logs finite, masked everywhere


@dataclass(frozen=True)
class Burdens:
    """Shares of GDP as fractions, by actor [A]; `last_year` the allies' last year known."""

    last_year: int
    last: np.ndarray
    hold: np.ndarray
    reference: np.ndarray
    in_2021: np.ndarray
    revised: np.ndarray
    scale: np.ndarray


@dataclass(frozen=True)
class Paths:
    """By calendar year from the first simulated one [Y, A], fractions: own dated plan or pledge; the pledge for all;
    the baseline's own path."""

    own: np.ndarray
    pledge: np.ndarray
    baseline: np.ndarray


def burdens(system: System, known: Known, first_year: int, notes: list[str]) -> Burdens:
    """Last shares known by the first simulated year, their past means and the scale of their yearly log changes."""
    actors = list(system.actors)
    source = system.facts.burden
    panel = known.panel(source).reindex(columns=actors)
    for actor, instead in system.facts.burden_instead.items():
        held = known.panel(instead, [actor])[actor]
        panel = panel.reindex(panel.index.union(held.index))
        panel[actor] = held
        notes.append(f"burden of {actor}: {instead} stands in for {source}")
    panel = panel.loc[panel.index <= first_year]
    if missing := [a for a in actors if a not in (*system.others, *system.groups.unarmed) and panel[a].isna().all()]:
        if 2 * len(missing) > len(system.groups.allies):
            raise MissingFact(f"{source}: no figure was known for {', '.join(missing)}", source, missing)
        for actor in missing:
            panel[actor] = panel[list(system.groups.allies)].median(axis=1)
        notes.append(f"{source} of {', '.join(missing)} was not known: the allies' median stands in")
    last_year = int(panel.dropna(how="all").index[-1])
    for actor in system.others:
        held = _military_share(known, system.facts, actor, notes)
        for year, value in held.items():
            panel.loc[year, actor] = value
    panel = panel.sort_index()
    panel.loc[:, list(system.groups.unarmed)] = _NEGLIGIBLE * 100
    for actor in system.others:
        panel[actor] = panel[actor].ffill().bfill()
    for actor in system.groups.allies:
        panel[actor] = panel[actor].ffill(limit=LONGEST_GAP)

    logs = np.log(panel[list(system.groups.allies)].loc[last_year - SCALE_YEARS : last_year]).diff()
    deviation = (logs - logs.median()).abs().median() * 1.4826
    pooled = float(deviation.drop(list(system.groups.unarmed)).median())
    own = np.sqrt(pooled * deviation.reindex(actors).fillna(pooled))  # shrunk half way to the pooled scale
    fraction = panel / 100.0
    before_war = fraction.loc[2021 if "war" in system.laws else last_year]
    reference = fraction.loc[last_year - REFERENCE_YEARS : last_year].mean()
    kinds = {a: known.latest(source, a).kind for a in system.groups.allies if known.has(source, a)}
    revised = np.array([1.0 if kinds.get(actor) in (None, "estimate") else 0.0 for actor in actors])
    hold_year = min(2024, last_year) if "pledge" in system.laws else last_year
    if "pledge" in system.laws and hold_year != 2024:
        notes.append(f"burdens held at 2024: the share of {hold_year} stands in")
    _note_carried(known, source, system.groups.allies, last_year, notes)
    last = fraction.loc[last_year].copy()
    for actor in system.others:
        last[actor] = fraction[actor].loc[:first_year].iloc[-1]
    return Burdens(
        last_year, last.to_numpy(copy=True), fraction.loc[hold_year].to_numpy(), reference.to_numpy(), before_war.to_numpy(), revised,
        own.to_numpy(),
    )  # fmt: skip


def _note_carried(known: Known, source: str, allies: tuple[str, ...], last_year: int, notes: list[str]) -> None:
    """Name the allies whose last figure is older than that of the newest year held."""
    standing = [a for a in allies if known.has(source, a) and int(known.latest(source, a).period) < last_year]
    if standing:
        notes.append(f"{source} of {last_year} was not known for {', '.join(standing)}: the last figure is carried on")


def _military_share(known: Known, sources: Sources, actor: str, notes: list[str]) -> dict[int, float]:
    """Military spending over GDP by year, percent; stand-ins are named in `notes`."""
    source = sources.burden_instead.get(actor) or sources.burden_others or sources.burden
    if known.has(source, actor):
        return {int(year): value for year, value in known.series(source, actor).items()}
    if sources.burden_others is None:
        raise MissingFact(f"{source}: no figure was known for {actor}", source, (actor,))
    if known.has("national_defence_share_plan", actor):
        held = known.series("national_defence_share_plan", actor)
        notes.append(
            f"{actor}: no military share was known; the planned budget line of {held.index[-1]} over 0.86 stands in"
        )
        return {int(year): float(value) / 0.86 for year, value in held.items()}
    notes.append(f"{actor}: no military share was known; 4% of GDP before and 30% during the war stand in [J]")
    return {2021: 4.0, 2023: 30.0}


def pledge_paths(
    system: System, known: Known, shares: Burdens, first_year: int, as_of: date, notes: list[str]
) -> Paths:
    """Paths from the last share known: linear to the ally's own dated plan, then to the pledge by its target year.

    An ally above the target stays where it is; one that has opted out ends at its own level. Before the pledge the
    target is the 2% of 2014, and nobody is asked for more.
    """
    actors = list(system.actors)
    years = np.arange(first_year, system.clock.last_year + 2)
    if system.pledge is None or "pledge" not in system.laws:
        held = np.broadcast_to(shares.last, (len(years), len(actors))).copy()
        return Paths(held, held.copy(), held.copy())
    pledged = as_of >= system.pledge.known_from
    target = (system.pledge.core_target if pledged else 2.0) / 100.0
    target_year = system.pledge.target_year if pledged else max(2024, first_year + 1)
    begin = first_year - (0 if shares.last_year >= first_year else first_year - shares.last_year)
    if not pledged:
        notes.append("the pledge of June 2025 was not known at the cut-off: the 2% guideline of 2014 is the path")
    own, pledge = np.empty((len(years), len(actors))), np.empty((len(years), len(actors)))
    for k, actor in enumerate(actors):
        level = shares.last[k]
        ally = actor in system.groups.allies and actor not in system.groups.unarmed
        goal = max(level, target) if ally else level
        pledge[:, k] = _linear(years, [(begin, level), (target_year, goal)])
        own[:, k] = _linear(
            years, _own_points(known, actor, begin, level, target_year, goal) if ally else [(begin, level)]
        )
    return Paths(own, pledge, _baseline_paths(system, known, shares, years, begin))


def _baseline_paths(system: System, known: Known, shares: Burdens, years: np.ndarray, begin: int) -> np.ndarray:
    """The defence path that the forecast of the day already holds, [Y, A].

    The last share known or promised for the year under way, and for allies with a dated plan announced before the forecast
    a declared part of its log rise.
    """
    published = known.latest(
        system.facts.growth or system.facts.gdp_real, system.groups.allies[-1], kinds=("actual", "estimate", "forecast")
    ).published
    part = float(system.baseline_defence.get("plans_included", 0.0))
    paths = np.broadcast_to(shares.last, (len(years), len(shares.last))).copy()
    for k, actor in enumerate(system.groups.allies):
        kept, points = [(begin, shares.last[k])], [(begin, shares.last[k])]
        for said in stated(known, actor):
            if said.year > begin and said.in_year:  # voted, as far as anyone outside can tell
                kept.append((said.year, max(said.share, kept[-1][1])))
                points = [*kept]
            elif said.day < published and said.year > points[-1][0] and said.share > points[-1][1]:
                points.append((said.year, said.share))
        held = _linear(years, kept)
        paths[:, k] = held * (_linear(years, points) / held) ** part
    return paths


class Statement(NamedTuple):
    """A share (fraction) that an ally named for a year; `in_year` where it was the year under way."""

    year: int
    share: float
    day: str
    in_year: bool


def stated(known: Known, actor: str) -> list[Statement]:
    """Dated plans and promises for the year under way, the newest of each year, in the order of years."""
    found: dict[int, Statement] = {}
    for variable in ("plan_core_share", "in_year_core_share"):
        if not known.has(variable, actor):
            continue
        rows = known.frame(variable, actor)
        for period, value, day in rows[["period", "value", "published"]].itertuples(index=False):
            year = int(period)
            if year not in found or day > found[year].day:
                found[year] = Statement(year, value / 100.0, day, variable == "in_year_core_share")
    return [found[year] for year in sorted(found)]


def _own_points(
    known: Known, actor: str, begin: int, level: float, target_year: int, goal: float
) -> list[tuple[int, float]]:
    points = [(begin, level)]
    for said in stated(known, actor):  # a promise for the year under way below the last share: no rise in that year
        if said.year > begin and (said.in_year or said.share > points[-1][1]):
            points.append((said.year, max(said.share, points[-1][1])))
    if known.has("opt_out_core_share", actor):  # a cap to the last year that the statement speaks of
        cap = known.latest("opt_out_core_share", actor)
        until = int(cap.period[-4:])
        if until > begin:
            points = [point for point in points if point[0] < until]
            points.append((until, max(points[-1][1], cap.value / 100.0)))
        if until >= target_year:
            return points
    if known.has("stated_core_share_goal", actor):  # a goal without a year is read as the pledge's year
        goal = max(goal, known.latest("stated_core_share_goal", actor).value / 100.0)
    if target_year > points[-1][0]:
        points.append((target_year, max(goal, points[-1][1])))
    return points


def _linear(years: np.ndarray, points: list[tuple[int, float]]) -> np.ndarray:
    at, values = zip(*points, strict=True)
    return np.interp(years, at, values)
