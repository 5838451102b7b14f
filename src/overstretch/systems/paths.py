"""Burdens known at the cut-off, and the paths that a pledge and national plans draw from there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from overstretch.facts import Known, MissingFact
from overstretch.systems.declare import Sources, System
from overstretch.systems.plans import opted_out, own_points, seen, stated, waypoints
from overstretch.systems.war_economy_paths import centre

REFERENCE_YEARS = 10  # of burdens before the cut-off, whose mean is the reference of strain
SCALE_YEARS = 15  # of yearly log changes, whose spread is the scale of shocks
ATTACKED_SHARES = {
    2021: 4.0,
    2023: 30.0,
}  # % of GDP before and during the war, where none of the attacked was known [J]
LONGEST_GAP = 3  # years for which a burden not yet known is carried on
# Part of the revision error of NATO's first figure that is left by the years since: 0.057, 0.028, 0.010 (robust sd of
# logs,
# editions to 2024-06 against those two years later).
_UNREVISED = (1.0, 0.45, 0.2)
_NEGLIGIBLE = 1e-4  # an actor without forces; keeps logs finite, masked everywhere


@dataclass(frozen=True)
class Burdens:
    """Shares of GDP as fractions, by actor [A]; `last_year` the allies' last year known;
    `behind` the years by which an ally's own last figure is older."""

    last_year: int
    behind: np.ndarray
    last: np.ndarray
    hold: np.ndarray
    reference: np.ndarray
    in_2021: np.ndarray
    revised: np.ndarray
    scale: np.ndarray


@dataclass(frozen=True)
class Paths:
    """By calendar year from the first simulated one [Y, A], fractions: own dated plans, then the pledge; the pledge for
    all;
    what the pledge asks of each; the baseline's own path. `reach`: years from the cut-off where own plans cover the
    year,
    else -1."""

    own: np.ndarray
    pledge: np.ndarray
    target: np.ndarray
    reach: np.ndarray
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
    revised = np.array([_unrevised(known, source, actor) if actor in system.groups.allies else 0.0 for actor in actors])
    behind = np.array([_behind(known, source, a, last_year) if a in system.groups.allies else 0.0 for a in actors])
    hold_year = min(2024, last_year) if "pledge" in system.laws else last_year
    if "pledge" in system.laws and hold_year != 2024:
        notes.append(f"burdens held at 2024: the share of {hold_year} stands in")
    _note_carried(known, source, system.groups.allies, last_year, notes)
    last = fraction.loc[last_year].copy()
    for actor in system.others:
        last[actor] = fraction[actor].loc[:first_year].iloc[-1]
    return Burdens(
        last_year,
        behind,
        last.to_numpy(copy=True),
        fraction.loc[hold_year].to_numpy(),
        reference.to_numpy(),
        before_war.to_numpy(),
        revised,
        own.to_numpy(),
    )


def _unrevised(known: Known, source: str, actor: str) -> float:
    """Part of the first figure's revision error that the newest one still has, by the years from its period to its
    publication."""
    if not known.has(source, actor):
        return _UNREVISED[0]
    newest = known.latest(source, actor)
    day = newest.published or known.day
    return _UNREVISED[min(max(int(day[:4]) - int(newest.period), 0), len(_UNREVISED) - 1)]


def _behind(known: Known, source: str, actor: str, last_year: int) -> float:
    """Years by which an ally's newest figure is older than the allies' last year; a gap that nothing bridges counts as
    none."""
    if not known.has(source, actor):
        return 0.0
    return float(np.clip(last_year - int(known.latest(source, actor).period), 0, LONGEST_GAP))


def _note_carried(known: Known, source: str, allies: tuple[str, ...], last_year: int, notes: list[str]) -> None:
    """Name the allies whose last figure is older than that of the newest year held."""
    standing = [a for a in allies if known.has(source, a) and int(known.latest(source, a).period) < last_year]
    if standing:
        notes.append(
            f"{source} of {last_year} was not known for {', '.join(standing)}: what they announced, else the "
            f"law, goes on from the last figure"
        )


def _military_share(known: Known, sources: Sources, actor: str, notes: list[str]) -> dict[int, float]:
    """Military spending over GDP by year, percent; stand-ins are named in `notes`."""
    source = sources.burden_instead.get(actor) or sources.burden_others or sources.burden
    if known.has(source, actor):
        return {int(year): value for year, value in known.series(source, actor).items()}
    if sources.burden_others is None:
        raise MissingFact(f"{source}: no figure was known for {actor}", source, (actor,))
    if known.has("national_defence_share_plan", actor):
        held, part = known.series("national_defence_share_plan", actor), centre("law_share", known.day)
        notes.append(
            f"{actor}: no military share was known; the planned budget line of {held.index[-1]} over {part:g} stands in"
        )
        return {int(year): float(value) / part for year, value in held.items()}
    before, during = ATTACKED_SHARES.values()
    notes.append(
        f"{actor}: no military share was known; {before:g}% of GDP before and {during:g}% during the war stand in [J]"
    )
    return dict(ATTACKED_SHARES)


def pledge_paths(
    system: System, known: Known, shares: Burdens, first_year: int, as_of: date, notes: list[str]
) -> Paths:
    """Paths from the last share known: linear to the ally's own dated plan, then to the pledge by its target year.

    An ally above the target stays where it is; one that has opted out ends at its own level. Before the pledge the
    target is the 2% of 2014, and nobody is asked for more.
    """
    actors = list(system.actors)
    years = np.arange(first_year, system.clock.last_year + 2)
    shape = (len(years), len(actors))
    reach, asked = np.full(shape, -1.0), np.zeros(shape)
    if system.pledge is None or "pledge" not in system.laws:
        held = np.broadcast_to(shares.last, shape).copy()
        return Paths(held, held.copy(), asked, reach, held.copy())
    pledged = as_of >= system.pledge.known_from
    target = (system.pledge.core_target if pledged else 2.0) / 100.0
    target_year = system.pledge.target_year if pledged else max(2024, first_year + 1)
    begin = first_year - (0 if shares.last_year >= first_year else first_year - shares.last_year)
    if not pledged:
        notes.append("the pledge of June 2025 was not known at the cut-off: the 2% guideline of 2014 is the path")
    own, pledge = np.empty(shape), np.empty(shape)
    for k, actor in enumerate(actors):
        level, known_in = shares.last[k], begin - int(shares.behind[k])
        own[:, k] = pledge[:, k] = level
        if actor not in system.groups.allies or actor in system.groups.unarmed:
            continue
        pledge[:, k] = _linear(years, [(known_in, level), (target_year, max(level, target))])
        points = own_points(known, system.facts.burden, actor, known_in, level)
        covered = years <= points[-1][0] if len(points) > 1 else np.zeros(len(years), bool)
        reach[covered, k] = np.maximum(years[covered] - as_of.year, 0)
        asked[:, k] = _asked(known, actor, level, target, target_year, years)
        if target_year > points[-1][0]:
            points.append((target_year, max(asked[-1, k], points[-1][1])))
        own[:, k] = _linear(years, points)
    return Paths(own, pledge, asked, reach, _baseline_paths(system, known, shares, years, begin))


def _baseline_paths(system: System, known: Known, shares: Burdens, years: np.ndarray, begin: int) -> np.ndarray:
    """The defence path that the forecast of the day already holds, [Y, A].

    The last share known, and for allies with dated plans announced before the forecast a declared part of their log
    rise.
    """
    published = known.latest(
        system.facts.growth or system.facts.gdp_real, system.groups.allies[-1], kinds=("actual", "estimate", "forecast")
    ).published
    part = float(system.baseline_defence.get("plans_included", 0.0))
    paths = np.broadcast_to(shares.last, (len(years), len(shares.last))).copy()
    for k, actor in enumerate(system.groups.allies):
        points = waypoints(
            [s for s in stated(known, actor) if s.day < published],
            begin - int(shares.behind[k]),
            shares.last[k],
            seen(known, system.facts.burden, actor),
        )
        paths[:, k] = shares.last[k] * (_linear(years, points) / shares.last[k]) ** part
    return paths


def _asked(known: Known, actor: str, level: float, target: float, target_year: int, years: np.ndarray) -> np.ndarray:
    """What the pledge asks of an ally by year [Y]: its target or a higher goal of the ally's own, but no more than an
    opt-out."""
    if known.has("stated_core_share_goal", actor):  # a goal without a year is read as the pledge's year
        target = max(target, known.latest("stated_core_share_goal", actor).value / 100.0)
    asked = np.full(len(years), target)
    if cap := opted_out(known, actor):
        until, share = cap
        asked[years <= (until if until < target_year else years[-1])] = max(share, level)
    return asked


def _linear(years: np.ndarray, points: list[tuple[int, float]]) -> np.ndarray:
    at, values = zip(*points, strict=True)
    return np.interp(years, at, values)
