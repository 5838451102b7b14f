"""How often such a thing happened before, counted in what was known at the cut-off."""

from __future__ import annotations

import numpy as np

from overstretch.claims.history import History
from overstretch.claims.record import BaseRate
from overstretch.facts import allies

WALES_FIRST, WALES_LAST, WALES_LEVEL = 2014, 2024, 2.0


def jeffreys_rate(events: float, exposure: float) -> float:
    """Posterior mean of a Poisson rate under the Jeffreys prior."""
    return (events + 0.5) / exposure


def jeffreys_share(events: float, trials: float) -> float:
    """Posterior mean of a share under the Jeffreys prior."""
    return (events + 0.5) / (trials + 1)


def pledge_base_rate(past: History, who: str, missed: bool = False) -> BaseRate | None:
    """How the pledge of 2014 (2% by 2024) went, in the edition known at the cut-off."""
    panel = past.panel("core_share")
    if panel is None or WALES_FIRST not in panel.index or WALES_LAST not in panel.index:
        return None
    members = [a for a in allies("2014-09-05") if a in panel.columns]
    below = [a for a in members if panel.loc[WALES_FIRST, a] < WALES_LEVEL]
    reached = [a for a in below if panel.loc[WALES_LAST, a] >= WALES_LEVEL - 0.005]
    source = (
        f"2% pledge of 2014: allies below 2% in {WALES_FIRST} and at 2% or more in {WALES_LAST}, "
        f"{past.edition('core_share', 'DEU')}"
    )
    if who in ("ALL", "SOME"):
        done = float(len(reached) == len(below))
        share = jeffreys_share(done, 1)
        return BaseRate(
            probability=1 - share if missed else share,
            events=1 - done if missed else done,
            exposure=1,
            unit="pledges of all allies",
            source=source,
        )
    count = len(below) - len(reached) if missed else len(reached)
    return BaseRate(
        probability=jeffreys_share(count, len(below)),
        events=count,
        exposure=len(below),
        unit="allies",
        source=source,
    )


def change_base_rate(past: History, who: str, direction: str) -> BaseRate | None:
    """How often the share of GDP fell (or rose) from one year to the next."""
    variable, entity = (
        ("burden_cow", "RUS") if who == "RUS" else ("core_share", "NATO_EUR_CAN" if who == "EUROPE" else who)
    )
    series = past.annual(variable, entity)
    if series is None or len(series) < 5:
        return None
    steps = series.diff().dropna()
    count = int((steps < 0).sum() if direction == "down" else (steps > 0).sum())
    return BaseRate(
        probability=jeffreys_share(count, len(steps)),
        events=count,
        exposure=len(steps),
        unit="years",
        source=(
            f"years in which the share of GDP {'fell' if direction == 'down' else 'rose'}, "
            f"{series.index[0]}-{series.index[-1]}, {past.edition(variable, entity)}"
        ),
    )


def alliance_base_rate(past: History, grade: str, year: int, stays: bool = False) -> BaseRate | None:
    """No formal exit in all member-years; ends of old defence pacts for dissolution. Other grades have no count."""
    if grade == "exit":
        found = past.count("count_nato_exits", "exposure_nato_member_years", "NATO")
        members, unit = len(allies(past.as_of.isoformat())), "member-years"
    elif grade == "dissolution":
        found = past.count("count_alliance_terminations", "exposure_alliance_dyad_years", "ALLIANCE_A40")
        members, unit = 1, "dyad-years of defence pacts of 40 years and older"
    else:
        return None
    if found is None:
        return None
    events, exposure, source = found
    probability = float(-np.expm1(-jeffreys_rate(events, exposure) * members * past.years_to(year)))
    return BaseRate(
        probability=1 - probability if stays else probability,
        events=events,
        exposure=exposure,
        unit=unit,
        source=source,
    )


def leader_base_rate(past: History, end: str, year: int) -> BaseRate | None:
    """Irregular exits of leaders of 15 years' tenure and 70 years of age and more."""
    if end != "leader":
        return None
    found = past.count("count_leader_exit_irregular", "exposure_leader_years", "T15_A70")
    if found is None:
        return None
    events, exposure, source = found
    probability = float(-np.expm1(-jeffreys_rate(events, exposure) * past.years_to(year)))
    return BaseRate(
        probability=probability,
        events=events,
        exposure=exposure,
        unit="leader-years, tenure ≥ 15 years and age ≥ 70",
        source=source,
    )


def recession_base_rate(past: History, who: str, definition: str, year: int) -> BaseRate | None:
    """Calendar years of falling output; for the other definitions it is a lower bound, and says so."""
    series = past.actual("gdp_growth", who)
    if series is None:
        return None
    limit = -5.0 if definition == "collapse" else 0.0
    count, years = int((series < limit).sum()), len(series)
    chance = 1 - (1 - jeffreys_share(count, years)) ** past.years_to(year)
    bound = "" if definition in ("calendar", "collapse") else "; other definitions count more often"
    return BaseRate(
        probability=float(chance),
        events=count,
        exposure=years,
        unit="calendar years",
        source=(
            f"calendar years with growth below {limit:g}%, {series.index[0]}-{series.index[-1]}, "
            f"{past.edition('gdp_growth', who)}{bound}"
        ),
    )
