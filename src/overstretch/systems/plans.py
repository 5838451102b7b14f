"""What allies have announced: dated plans, promises for the year under way, opt-outs, and the waypoints that they
make."""

from __future__ import annotations

from typing import NamedTuple

from overstretch.facts import Known

ALL_ALLIES = "NATO"  # entity of what was said of all allies together


class Statement(NamedTuple):
    """A share (fraction) that an ally named for a year."""

    year: int
    share: float
    day: str


def stated(known: Known, actor: str) -> list[Statement]:
    """Dated plans and promises for the year under way, the newest of each year, in the order of years."""
    found: dict[int, Statement] = {}
    for variable in ("plan_core_share", "in_year_core_share"):
        if not known.has(variable, actor):
            continue
        for period, value, day in known.dated(variable, actor):
            year = int(period)
            if year not in found or day > found[year].day:
                found[year] = Statement(year, value / 100.0, day)
    for said in _national(known, actor):
        if said.year not in found or said.day > found[said.year].day:
            found[said.year] = said
    return [found[year] for year in sorted(found)]


def _national(known: Known, actor: str) -> list[Statement]:
    """Plans by an ally's own definition, moved to NATO's by the ratio of the newest year of which both are held."""
    if not known.has("plan_national_share", actor) or not known.has("core_share", actor):
        return []
    own, counted = known.series("plan_national_share", actor), known.series("core_share", actor)
    if not (both := sorted(set(own.index.astype(str)) & set(counted.index.astype(str)))):
        return []
    ratio = float(counted[both[-1]]) / float(own[both[-1]])
    return [
        Statement(int(period), ratio * value / 100.0, day)
        for period, value, day in known.dated("plan_national_share", actor)
        if str(period) > both[-1]
    ]


def waypoints(plans: list[Statement], begin: int, level: float, day_seen: str) -> list[tuple[int, float]]:
    """The last share known, published on `day_seen`, and all that is announced beyond it.

    What is announced later counts as it is, rise or fall. Of what was announced before, a share below the last one
    known means
    no rise where it is for the year after, and for a later year it is overtaken.
    """
    points = [(begin, level)]
    for said in plans:
        if said.year <= begin:
            continue
        if said.day > day_seen:
            points.append((said.year, said.share))
        elif said.share > points[-1][1] or said.year == begin + 1:
            points.append((said.year, max(said.share, points[-1][1])))
    return points


def seen(known: Known, source: str, actor: str) -> str:
    """The day on which the ally's newest figure was published; the cut-off where none is held."""
    return (known.latest(source, actor).published if known.has(source, actor) else None) or known.day


def own_points(known: Known, source: str, actor: str, begin: int, level: float) -> list[tuple[int, float]]:
    """Waypoints of an ally: its plans; what was said of all allies for a year where it says nothing; an opt-out's
    cap."""
    points = waypoints(stated(known, actor), begin, level, seen(known, source, actor))
    points += [
        (s.year, s.share) for s in stated(known, ALL_ALLIES) if s.year > points[-1][0] and s.share > points[-1][1]
    ]
    if cap := opted_out(known, actor):
        until, share = cap
        if until > begin:
            points = [point for point in points if point[0] < until]
            points.append((until, max(points[-1][1], share)))
    return points


def opted_out(known: Known, actor: str) -> tuple[int, float] | None:
    """The last year that an ally's opt-out speaks of and its share."""
    if not known.has("opt_out_core_share", actor):
        return None
    cap = known.latest("opt_out_core_share", actor)
    return int(cap.period[-4:]), cap.value / 100.0
