"""Events in the futures: by the time at which each future meets them, or by the integrated chance of meeting them.

A cumulative hazard H gives 1 - exp(-H), the chance without counting noise. Events that are known on the day they happen
have not happened by the cut-off: only what is left of the first quarters counts. A combination of several such events
is taken apart into the disjoint cases of each clock (which route, in which interval), so that it is exact, not
multiplied blindly.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np

from overstretch.errors import Unanswerable
from overstretch.questions import catalogue
from overstretch.questions.data import Happens, When
from overstretch.questions.futures.calendar import span_text
from overstretch.questions.futures.series import View
from overstretch.questions.kinds import Event, Route
from overstretch.questions.periods import quarter_end, window


@dataclass(frozen=True)
class Leaf:
    """An event within (start, end] (decimal years) by one of its routes; `clock` names whose chance it is."""

    clock: str
    causes: tuple[str, ...]
    start: float
    end: float


def bounds(happens: Happens, about: Event, view: View) -> tuple[float, float]:
    """The stretch (start, end] in which the event must first happen, decimal years; the start is the run's for `by`."""
    when = happens.when
    if when.relation in ("default", "latest"):
        raise Unanswerable("no moment is given by which it could happen")
    within = window(when)
    start = within.first // 3 / 4 if when.relation in ("in", "any", "each", "mean", "sum") else view.calendar.start
    if about.at_once:
        start = max(start, view.published.now)
    end = quarter_end(within.last)
    if end <= max(start, view.calendar.start):
        raise Unanswerable(f"its time ({when.first}) had passed at the cut-off, {view.published.as_of.isoformat()}")
    view.calendar.year(int(np.ceil(end)) - 1)
    return start, end


def route_of(happens: Happens) -> tuple[Event, Route]:
    """The event and the route asked. Raises Unanswerable for what nothing simulates."""
    if happens.event.startswith(catalogue.OTHER):
        raise Unanswerable(f"understood; nothing simulates it ({happens.event.removeprefix(catalogue.OTHER)})")
    about = catalogue.event(happens.event)
    if not about.simulated:
        raise Unanswerable(f"understood; {about.only or 'nothing simulates it'}")
    if happens.who and happens.who not in catalogue.actors(about.of) and about.only:
        raise Unanswerable(f"understood; {about.only}")
    return about, about.route(happens.how)


def asked_as(happens: Happens, about: Event, route: Route, view: View) -> str | None:
    """The comparison that defines the event, as text of the language; None for an event of its own."""
    text = route.quantity or about.quantity
    if text is None:
        return None
    when = happens.when if happens.when.relation != "before" else When("by", _month_before(happens.when))
    return text.format(who=happens.who or "", span=span_text(when, view.calendar.first_quarter))


def _month_before(when: When) -> str:
    month = window(when).last
    return f"{month // 12}-{month % 12 + 1:02d}"


def leaf(happens: Happens, about: Event, route: Route, view: View) -> Leaf | None:
    """The event as a leaf of its clock, where a hazard is held; None where only times are."""
    causes = route.causes or ((route.hazard or about.hazard,) if route.hazard or about.hazard else ())
    if not causes:
        return None
    start, end = bounds(happens, about, view)
    later = route.later / 12
    return Leaf(about.name, tuple(str(c) for c in causes), start, end - later)


def times(happens: Happens, about: Event, route: Route, view: View) -> np.ndarray:
    """1 where the event first happens in its stretch, by the time that each future holds, [future]."""
    start, end = bounds(happens, about, view)
    names = route.events or ((route.event or about.event,) if route.event or about.event else ())
    if not names:
        raise Unanswerable("understood; nothing simulates it")
    when = np.fmin.reduce([view.array(str(n)).astype(float) for n in names])
    end -= route.later / 12
    return ((when <= end + 1e-4) & (when > _opened(start, about, view) + 1e-4)).astype(float)


def _opened(start: float, about: Event, view: View) -> float:
    """Times are ends of quarters: the quarter that holds the start counts whole, unless all of it has passed."""
    return np.floor(start * 4 + 1e-9) / 4 if about.at_once or start > view.calendar.start else -np.inf


def possible(about: Event, route: Route, view: View) -> np.ndarray | None:
    """Futures in which an event that is known at once had not happened by the cut-off, [future] of bool; None: all.

    Of a quarter that has begun, so many of its events are taken to lie behind as of its days have passed, the same ones
    each time (the futures' places in a sequence that fills the unit interval evenly).
    """
    now = view.published.now
    names = route.events or ((route.event or about.event,) if route.event or about.event else ())
    if not about.at_once or not names or now <= view.calendar.start:
        return None
    first = np.fmin.reduce([view.array(str(n)).astype(float) for n in names])
    begun = np.floor(now * 4 + 1e-9) / 4
    passed = (now - begun) * 4
    spread = (np.arange(view.n) * 0.6180339887498949) % 1.0
    gone = (first <= begun + 1e-4) | ((first <= begun + 0.25 + 1e-4) & (spread < passed))
    return None if not gone.any() else ~gone


def hazard(view: View, name: str, at: float) -> np.ndarray:
    """A cumulative hazard at a decimal year, [future]: linear within a year, zero at the run's start."""
    ends = view.calendar.years.astype(float) + 1.0
    values = view.array(name)
    if at <= view.calendar.start:
        return np.zeros(view.n)
    k = int(np.searchsorted(ends, at - 1e-9))
    after = values[k].astype(float)
    if abs(ends[k] - at) < 1e-6:
        return after
    before = values[k - 1].astype(float) if k else np.zeros(view.n)
    begin = ends[k - 1] if k else view.calendar.start
    return before + (after - before) * (at - begin) / (ends[k] - begin)


def chance(one: Leaf, view: View) -> np.ndarray:
    """The chance of a single leaf, [future]."""
    cells = clock_cells(one.clock, [one], view)
    return sum((p for p, holds in cells if holds[0]), np.zeros(view.n))


def clock_cells(clock: str, leaves: list[Leaf], view: View) -> list[tuple[np.ndarray, list[bool]]]:
    """The disjoint cases of one clock: chance [future] of each, and which leaves it makes true. They sum to one."""
    about = catalogue.event(clock)
    begin = max(view.calendar.start, view.published.now) if about.at_once else view.calendar.start
    cuts = sorted({begin, *(t for leaf in leaves for t in (leaf.start, leaf.end) if t > begin)})
    everything = about.competing or tuple(dict.fromkeys(c for leaf in leaves for c in leaf.causes))
    marks = (
        sorted({t for a, b in pairwise(cuts) for t in _years_between(a, b)} | set(cuts)) if about.competing else cuts
    )
    total = {t: np.sum([hazard(view, name, t) for name in everything], axis=0) for t in marks}
    cells: list[tuple[np.ndarray, list[bool]]] = []
    for first, last in pairwise(cuts):
        inside = [leaf.start <= first + 1e-9 and last <= leaf.end + 1e-9 for leaf in leaves]
        for routes, p in _shares(about, leaves, [t for t in marks if first <= t <= last], total, cuts[0], view):
            cells.append(
                (p, [ok and bool(routes & _basic(set(leaf.causes))) for ok, leaf in zip(inside, leaves, strict=True)])
            )
    survived = np.exp(-(total[cuts[-1]] - total[cuts[0]]))
    return [*cells, (survived, [False] * len(leaves))]


def _years_between(first: float, last: float) -> list[float]:
    return [float(y) for y in range(int(np.floor(first)) + 1, int(np.ceil(last)))]


def _basic(causes: set[str]) -> frozenset[str]:
    """Routes that do not overlap: a regular exit is a forced or a voluntary one."""
    if "hazard_leader_regular" in causes:
        causes = causes - {"hazard_leader_regular"} | {"hazard_leader_forced", "voluntary"}
    return frozenset(causes)


def _shares(
    about: Event, leaves: list[Leaf], marks: list[float], total: dict[float, np.ndarray], begin: float, view: View
) -> list[tuple[frozenset[str], np.ndarray]]:
    """Routes → chance within an interval. Routes that several leaves tell apart are kept apart, the others joined."""
    if not about.competing:
        first, last = marks[0], marks[-1]
        alive = np.exp(-(total[first] - total[begin]))
        names = frozenset(c for leaf in leaves for c in leaf.causes)
        return [(names, alive * -np.expm1(-(total[last] - total[first])))]
    sets = list(dict.fromkeys(leaf.causes for leaf in leaves))
    asked = (
        [sets[0]]
        if len(sets) == 1
        else [("hazard_leader_irregular",), ("hazard_leader_forced",), ("voluntary",), ("hazard_leader_natural",)]
    )
    found = [(_basic(set(causes)), _incidence(causes, marks, total, begin, view)) for causes in asked]
    if len(sets) == 1:
        rest = _incidence(about.competing, marks, total, begin, view) - found[0][1]
        found.append((frozenset(), rest))
    return found


def _incidence(
    causes: tuple[str, ...], marks: list[float], total: dict[float, np.ndarray], begin: float, view: View
) -> np.ndarray:
    """Cumulative incidence of some of the competing routes over an interval; within a year their shares are
    constant."""
    result = np.zeros(view.n)
    for first, last in pairwise(marks):
        steps = total[last] - total[first]
        own = sum((_signed(c, first, last, view) for c in causes), np.zeros(view.n))
        share = np.divide(own, steps, out=np.zeros_like(steps), where=steps > 0)
        result = result + np.exp(-(total[first] - total[begin])) * -np.expm1(-steps) * share
    return result


def _signed(cause: str, first: float, last: float, view: View) -> np.ndarray:
    if cause == "voluntary":
        return _signed("hazard_leader_regular", first, last, view) - _signed("hazard_leader_forced", first, last, view)
    return hazard(view, cause, last) - hazard(view, cause, first)


def combinations(leaves: list[Leaf], view: View) -> list[tuple[np.ndarray, list[bool]]]:
    """The disjoint cases of all clocks together: chance [future] and which leaves are true, in the leaves' order."""
    clocks: dict[str, list[int]] = {}
    for place, one in enumerate(leaves):
        clocks.setdefault(one.clock, []).append(place)
    each = [(places, clock_cells(clock, [leaves[p] for p in places], view)) for clock, places in clocks.items()]
    cases = []
    for chosen in product(*(cells for _, cells in each)):
        p = np.prod([cell[0] for cell in chosen], axis=0)
        holds = [False] * len(leaves)
        for (places, _), (_, truths) in zip(each, chosen, strict=True):
            for place, true in zip(places, truths, strict=True):
                holds[place] = true
        cases.append((p, holds))
    return cases
