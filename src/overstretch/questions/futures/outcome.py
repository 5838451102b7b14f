"""A question put to the futures: per future the chance (0 to 1) of a yes.

Comparisons are 0 or 1 in each future; events are chances (`events`). And, or and not are exact: the cases of every
clock are enumerated and the question is decided in each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from overstretch.errors import Unanswerable
from overstretch.questions import catalogue
from overstretch.questions.check import checked
from overstretch.questions.data import (
    And,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Limit,
    Not,
    Or,
    Quantity,
    Question,
    Special,
    parts,
)
from overstretch.questions.futures import events, special
from overstretch.questions.futures.series import View, level
from overstretch.questions.kinds import Event, Route, Series
from overstretch.questions.text import parse

LEAST_FUTURES = 30  # a condition that fewer futures meet is refused
MOST_CASES = 512

Decide = Callable[[list[bool]], np.ndarray]


@dataclass(frozen=True)
class Outcome:
    """p [kept future]; rows: the places of the kept futures, None for all; of: how many a condition or the cut-off
    left."""

    p: np.ndarray
    rows: np.ndarray | None = None


def outcome(question: Question, view: View) -> Outcome:
    """The chance of a yes in each future of one world; conditions that are questions keep the futures that meet them.

    Raises Unanswerable where nothing simulates a part, where its time has passed, or where too few futures meet a
    condition.
    """
    keep = np.ones(view.n, dtype=bool)
    if isinstance(question, Given):
        for condition in question.conditions:
            if not isinstance(condition, Do):
                keep &= _met(condition, view)
        question = question.of
    for happens in [part for part in parts(question) if isinstance(part, Happens)]:
        about, route = events.route_of(happens)
        if events.leaf(happens, about, route, view) is None and events.asked_as(happens, about, route, view) is None:
            allowed = events.possible(about, route, view)
            keep &= np.ones(view.n, dtype=bool) if allowed is None else allowed
    p = _chance(question, view)
    if keep.all():
        return Outcome(p)
    rows = np.flatnonzero(keep)
    if len(rows) < LEAST_FUTURES:
        raise Unanswerable(f"the condition holds in {len(rows)} of {view.n:,} futures: too few to say")
    return Outcome(p[rows], rows)


def _met(condition: Question, view: View) -> np.ndarray:
    """The futures in which a condition comes true, by the times that they hold, [future] of bool."""
    return _decided(condition, view, by_times=True)([]) > 0.5


def _chance(question: Question, view: View) -> np.ndarray:
    if isinstance(question, Given):
        raise Unanswerable("a condition within a question: put conditions around the whole question")
    found = [part for part in parts(question) if isinstance(part, Happens)]
    leaves = [leaf for leaf in (_leaf(h, view) for h in found) if leaf is not None]
    clocks = {leaf.clock for leaf in leaves}
    if not leaves or _entangled(clocks) or (len(found) > 1 and _cases(leaves) > MOST_CASES):
        return _decided(question, view, by_times=bool(leaves))([])
    if len(found) == 1 and len(leaves) == 1 and isinstance(question, Happens):
        return events.chance(leaves[0], view)
    decide = _decided(question, view, leaves=leaves)
    return np.sum([p * decide(holds) for p, holds in events.combinations(leaves, view)], axis=0)


def _entangled(clocks: set[str]) -> bool:
    """Whether two of the clocks hang on each other (a regime ends with its ruler): then times decide, not chances."""
    roots = [catalogue.event(clock).follows or clock for clock in clocks]
    return len(roots) != len(set(roots))


def _cases(leaves: list[events.Leaf]) -> int:
    sizes = {clock: 1 + 4 * sum(leaf.clock == clock for leaf in leaves) for clock in {leaf.clock for leaf in leaves}}
    return int(np.prod(list(sizes.values())))


def _leaf(happens: Happens, view: View) -> events.Leaf | None:
    about, route = events.route_of(happens)
    if events.asked_as(happens, about, route, view) is not None:
        return None
    return events.leaf(happens, about, route, view)


def _decided(question: Question, view: View, leaves: list[events.Leaf] | None = None, by_times: bool = False) -> Decide:
    """The question as a function of which leaves hold, [future]; leaves are met in the order in which they stand."""
    place = iter(range(len(leaves or ())))

    def made(q: Question) -> Decide:
        match q:
            case Not():
                inner = made(q.of)
                return lambda holds: 1.0 - inner(holds)
            case And():
                all_of = [made(one) for one in q.of]
                return lambda holds: np.prod([one(holds) for one in all_of], axis=0)
            case Or():
                any_of = [made(one) for one in q.of]
                return lambda holds: 1.0 - np.prod([1.0 - one(holds) for one in any_of], axis=0)
            case Happens():
                return happening(q)
            case Compare():
                return _always(compared(q, view))
            case Count():
                return _always(counted(q, view))
            case Special():
                return _always(special.outcome(q, view))
            case Effect():
                raise Unanswerable("an effect within a question: ask for the effect alone")
        raise Unanswerable("a condition within a question: put conditions around the whole question")

    def happening(q: Happens) -> Decide:
        about, route = events.route_of(q)
        text = events.asked_as(q, about, route, view)
        if text is not None:
            return made(checked(parse(text)))
        if about.result is not None:
            return _always(_result(q, about, route, view))
        if not by_times and leaves is not None and events.leaf(q, about, route, view) is not None:
            at = next(place)
            return lambda holds: np.full(view.n, float(holds[at]))
        return _always(events.times(q, about, route, view))

    return made(question)


def _always(found: np.ndarray) -> Decide:
    """What hangs on no leaf."""
    return lambda holds: found


def _result(happens: Happens, about: Event, route: Route, view: View) -> np.ndarray:
    """1 where a dated event (the review) ends in one of the results asked."""
    year = about.result_year or 0
    start, end = events.bounds(happens, about, view)
    if not start < year + 1 <= end + 1e-6:
        raise Unanswerable(f"{about.label} is set for {year}; {happens.when.first} was asked for")
    return np.isin(view.array(str(about.result)), route.result).astype(float)


def compared(compare: Compare, view: View) -> np.ndarray:
    """1 where the comparison holds, [future]; over a span of `each` in every period, of `any` in one."""
    left = level(compare.left, view)
    if compare.op in ("highest", "lowest"):
        assert isinstance(compare.right, Quantity)
        rest = [c for c in catalogue.armed(compare.right.who[0]) if (c,) != compare.left.who]
        others = np.stack([level(_of(compare.left, c), view) for c in rest])
        best = (left >= others.max(0)) if compare.op == "highest" else (left <= others.min(0))
        return _over_span(compare, best)
    right: Limit | np.ndarray = compare.right
    if isinstance(right, Quantity):
        right = level(right, view)
    return _over_span(compare, _holds(compare, left, right))


def _over_span(compare: Compare, holds: np.ndarray) -> np.ndarray:
    """Of every period of `each` and one of `any`: [period, future] to [future]."""
    relation = compare.left.when.relation
    found = holds.all(0) if relation == "each" else holds.any(0) if relation == "any" else holds
    return np.asarray(found, dtype=float)


def _of(q: Quantity, code: str) -> Quantity:
    return Quantity(q.series, (code,), q.when, q.unit, q.change, q.share_of, q.times)


def _holds(compare: Compare, left: np.ndarray, right: Limit | np.ndarray) -> np.ndarray:
    """The comparison, with figures read as printed where the series is (3.495 as 3.50)."""
    plain = (
        compare.left.change is None
        and compare.left.share_of is None
        and not compare.left.unit
        and not isinstance(right, np.ndarray)
    )
    assert not isinstance(right, Quantity)
    about = catalogue.series(compare.left.series)
    half = about.half if plain else 0.0
    if isinstance(right, tuple):
        return (left >= right[0] - half) & (left < right[1] + half if half else left <= right[1])
    match compare.op:
        case ">=":
            return left >= right - half
        case "<":
            return left < right - half
        case ">":
            return left >= right + half if half else left > right
        case "<=":
            return left < right + half if half else left <= right
    near = _tolerance(compare, about, right)
    return np.abs(left - right) <= near


def _tolerance(compare: Compare, about: Series, right: Limit | np.ndarray) -> float | np.ndarray:
    """How near "about" is: the series' own, or a twentieth of a change or a share (half a point at least)."""
    if compare.left.change is not None or compare.left.share_of is not None:
        multiple = compare.left.change is not None and compare.left.change.kind == "multiple"
        return np.maximum(0.05 * np.abs(right), 0.05 if multiple else 0.5)  # type: ignore[arg-type]
    if compare.left.unit and about.unit != compare.left.unit:
        return 0.05 * np.abs(right)  # type: ignore[arg-type]
    return np.maximum(about.about, about.about_share * np.abs(right))  # type: ignore[arg-type]


def counted(count: Count, view: View) -> np.ndarray:
    """1 where the count of members that meet the comparison is as asked, [future]."""
    number = members_meeting(count, view).sum(0)
    everyone = len(catalogue.armed(count.group))
    if isinstance(count.n, tuple):
        return ((number >= count.n[0]) & (number <= count.n[1])).astype(float)
    n = everyone if count.n == "all" else int(count.n)
    held = {"<": number < n, "<=": number <= n, ">": number > n, ">=": number >= n}.get(count.op, number == n)
    return np.asarray(held).astype(float)


def members_meeting(count: Count, view: View) -> np.ndarray:
    """1 where a member meets the comparison, [member, future]; members without forces are left out."""
    return np.stack(
        [
            compared(Compare(_of(count.where.left, c), count.where.op, count.where.right), view)
            for c in catalogue.armed(count.group)
        ]
    )
