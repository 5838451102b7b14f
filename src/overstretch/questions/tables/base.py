"""Base rates: how often the very same thing came about in past years or cases, counted in what was known at the
cut-off.

The rule (fixed before any forecast was scored): a comparison whose series says `base = "years"` is put, word for word,
to every past year held of the same party; one that says "rise" counts, over all parties of its kind, the past stretches
of as many years in which the figure moved at least as far in proportion; an event counts its own past cases. At least
five years or cases, else there is no base rate. Of a contrary the contrary. The share is the Jeffreys mean.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from overstretch.facts import Known, MissingFact, allies
from overstretch.questions import catalogue
from overstretch.questions.data import Compare, Count, Effect, Given, Happens, Not, Quantity, Question, When
from overstretch.questions.periods import period, window
from overstretch.questions.tables.past import Published
from overstretch.questions.tables.settled import settle

LEAST = 5
TAIL, WEIGHT = 0.02, 0.1  # a chance below TAIL of what has happened is blended with its count, which weighs WEIGHT [J]
COUNTED_IN_YEARS = ("years", "stretches of years", "calendar years")  # since FIRST_YEAR
FIRST_YEAR = 1992


@dataclass(frozen=True)
class BaseRate:
    """A share or a chance by the moment asked, with the count behind it and its source."""

    probability: float
    events: float
    exposure: float
    unit: str
    source: str


def jeffreys_rate(events: float, exposure: float) -> float:
    """Posterior mean of a Poisson rate under the Jeffreys prior."""
    return (events + 0.5) / exposure


def jeffreys_share(events: float, trials: float) -> float:
    """Posterior mean of a share under the Jeffreys prior."""
    return (events + 0.5) / (trials + 1)


def with_count(p: float, rate: BaseRate | None) -> float:
    """A chance below 2 in 100 of what has happened in the years counted, blended with its count up to 2 in 100;
    mirrored above 98.

    Futures from a short history know no tail of their own. Rises with `p`.
    """
    if rate is None or rate.unit not in COUNTED_IN_YEARS:
        return p
    blended = p + WEIGHT * (rate.probability - p)
    if p < TAIL and rate.events > 0:
        return max(p, min(TAIL, blended))
    if p > 1.0 - TAIL and rate.events < rate.exposure:
        return min(p, max(1.0 - TAIL, blended))
    return p


def base_rate(question: Question, published: Published) -> BaseRate | None:
    """The base rate of a question; None where its very kind was never counted."""
    known = published.known
    if known is None:
        return None
    match question:
        case Not():
            found = base_rate(question.of, published)
            return found and replace(
                found, probability=1 - found.probability, source=f"the contrary of: {found.source}"
            )
        case Given():
            return base_rate(question.of, published)
        case Effect():
            return base_rate(question.of, published) if isinstance(question.of, Happens) else None
        case Compare():
            return _comparison(question, known, published.as_of)
        case Happens():
            return _event(question, known, published)
        case Count():
            return None
    return None


def _comparison(compare: Compare, known: Known, as_of: date) -> BaseRate | None:
    q = compare.left
    about = catalogue.all_series().get(q.series)
    if about is None or q.when.relation not in ("in", "by", "before") or compare.op in ("highest", "lowest"):
        return None
    if q.change is not None or about.base == "years":
        return _years(compare, known, as_of)
    return _rises(compare, known) if about.base == "rise" and len(q.who) == 1 else None


def _years(compare: Compare, known: Known, as_of: date) -> BaseRate | None:
    """The comparison in every past year held; a change keeps the number of years that it spans."""
    q = compare.left
    within = window(q.when)
    if q.change is not None and within.last % 12 != 11:
        return None
    lag = within.year - period(q.change.since).year if q.change else 0
    if q.change is not None and lag < 1:
        return None
    held: list[tuple[int, bool]] = []
    for year in range(FIRST_YEAR, as_of.year):
        moved = _at(q, year, lag)
        right = _at(compare.right, year, lag) if isinstance(compare.right, Quantity) else compare.right
        found = settle(Compare(moved, compare.op, right), known, as_of)
        if found is not None and not found.so_far:
            held.append((year, found.word == "true"))
    if len(held) < LEAST:
        return None
    count = sum(true for _, true in held)
    return BaseRate(
        jeffreys_share(count, len(held)),
        count,
        len(held),
        "years",
        f"the same comparison in {held[0][0]}-{held[-1][0]}, {catalogue.person(q.who[0])}, figures known at the "
        "cut-off",
    )


def _at(q: Quantity, year: int, lag: int) -> Quantity:
    change = replace(q.change, since=str(year - lag)) if q.change else None
    return replace(q, when=When("in", str(year)), change=change)


def _rises(compare: Compare, known: Known) -> BaseRate | None:
    """Past stretches of as many years, over all allies, in which the figure moved at least as far in proportion."""
    q = compare.left
    if q.unit or q.share_of or not isinstance(compare.right, (int, float)) or compare.op not in (">=", ">", "<", "<="):
        return None
    variable = catalogue.series(q.series).tables[0].variable
    try:
        last = known.latest(variable, q.who[0], ("actual", "estimate"))
        panel = known.panel(variable)
    except MissingFact:
        return None
    years = window(q.when).year - int(last.period[:4])
    held = panel[[c for c in panel.columns if c in allies(known.day)]].loc[: int(last.period[:4])]
    if years < 1 or len(held) <= years or last.value <= 0 or compare.right <= 0:
        return None
    grown = (held.to_numpy()[years:] / held.to_numpy()[:-years]).ravel()
    grown = grown[np.isfinite(grown)]
    needed = compare.right / last.value
    if len(grown) < LEAST or needed == 1:
        return None
    up = compare.op in (">=", ">")
    count = int((grown >= needed).sum() if up else (grown < needed).sum())
    way = f"to {needed:.2f} times or more" if up else f"to less than {needed:.2f} times"
    return BaseRate(
        jeffreys_share(count, len(grown)),
        count,
        len(grown),
        "stretches of years",
        f"stretches of {years} {'year' if years == 1 else 'years'} since {held.index[0]}, all allies, in which the "
        f"figure moved {way} what it was, as it would have to from "
        f"{last.value:.2f} in {last.period}; they overlap",
    )


def _event(happens: Happens, known: Known, published: Published) -> BaseRate | None:
    about = catalogue.all_events().get(happens.event)
    if about is None or not about.base or happens.when.relation not in ("by", "before", "in"):
        return None
    years = (window(happens.when).last + 1) / 12 - published.now
    if years <= 0:
        return None
    if about.base == "recession":
        return _recession(happens, known, published.as_of, years)
    if about.base == "exit" and happens.how != "out":
        members = len(allies(known.day))
        return counted(known, "count_nato_exits", "exposure_nato_member_years", "NATO", members * years, "member-years")
    if about.base == "dissolution":
        return counted(
            known,
            "count_alliance_terminations",
            "exposure_alliance_dyad_years",
            "ALLIANCE_A40",
            years,
            "dyad-years of defence pacts of 40 years and older",
        )
    if about.base == "leader" and (happens.how or about.how) in LEADER:
        counts = LEADER[happens.how or str(about.how)]
        return counted(
            known, counts, "exposure_leader_years", "T15_A70", years, "leader-years, tenure ≥ 15 years and age ≥ 70"
        )
    return None


LEADER = {
    "irregular": ("count_leader_exit_irregular",),
    "natural": ("count_leader_exit_natural", "count_leader_exit_ill_health"),
    "any": (
        "count_leader_exit_irregular",
        "count_leader_exit_regular",
        "count_leader_exit_natural",
        "count_leader_exit_ill_health",
    ),
    "regular": ("count_leader_exit_regular",),
}


def counted(
    known: Known, events: str | tuple[str, ...], exposure: str, entity: str, years: float, unit: str
) -> BaseRate | None:
    """The chance by a count of past cases, at a constant rate; events and exposure of the widest period held."""
    names = (events,) if isinstance(events, str) else events
    if not all(known.has(name, entity) for name in (*names, exposure)):
        return None
    frame = known.frame(exposure, entity)
    widest = frame.loc[frame["value"].idxmax()]
    total = 0.0
    for name in names:
        rows = known.frame(name, entity)
        rows = rows[rows["period"] == widest["period"]]
        if rows.empty:
            return None
        total += float(rows["value"].iloc[0])
    chance = float(-np.expm1(-jeffreys_rate(total, float(widest["value"])) * years))
    return BaseRate(chance, total, float(widest["value"]), unit, f"{widest['source']}, {widest['period']}")


def _recession(happens: Happens, known: Known, as_of: date, years: float) -> BaseRate | None:
    """Calendar years of falling output; other definitions were not counted that way."""
    if happens.how not in (None, "calendar_year", "fall_of_5") or happens.who is None:
        return None
    limit = -5.0 if happens.how == "fall_of_5" else 0.0
    found = _years(
        Compare(Quantity("growth", (happens.who,), When("in", str(as_of.year + 1))), "<", limit), known, as_of
    )
    if found is None:
        return None
    chance = 1 - (1 - jeffreys_share(found.events, found.exposure)) ** max(1.0, round(years))
    return replace(
        found,
        probability=float(chance),
        unit="calendar years",
        source=f"calendar years with growth below {limit:g}%: {found.source}",
    )
