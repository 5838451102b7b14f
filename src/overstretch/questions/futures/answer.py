"""A question put to the worlds of a run: chances per future and, where a cause or a condition is named, the paired
difference."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace

import numpy as np
import xarray as xr

from overstretch.engine.interventions import sets
from overstretch.engine.plan import BASE, Plan, World
from overstretch.errors import InputError, Unanswerable
from overstretch.questions import catalogue
from overstretch.questions.check import unable
from overstretch.questions.data import Do, Effect, Given, Happens, Not, Quantity, Question, Special, parts
from overstretch.questions.futures import special
from overstretch.questions.futures.outcome import outcome
from overstretch.questions.futures.series import View, level
from overstretch.questions.tables.past import Published
from overstretch.questions.worlds import last_year, world

LEAST_HORIZON = 2035  # the table of allies needs the pledge's year


@dataclass(frozen=True)
class Answer:
    """p [future] in the world asked about; difference [future] to the other world, in `unit`; rows: the futures kept,
    None all."""

    p: np.ndarray
    rows: np.ndarray | None = None
    difference: np.ndarray | None = None
    difference_rows: np.ndarray | None = None
    unit: str = "probability"


class Worlds:
    """The worlds of a run, each looked at once; `published`: what was known at the cut-off."""

    def __init__(self, futures: xr.DataTree, published: Published) -> None:
        if BASE not in futures.children:
            raise InputError(
                f"these futures hold no world '{BASE}'; they hold: {', '.join(sorted(futures.children)) or 'none'}"
            )
        self.futures, self.published = futures, published
        self._views: dict[str, View] = {}

    def beside(self, world: World, data: xr.Dataset) -> Worlds:
        """These worlds and one more of the same futures, which goes when it does; what has been looked at is shared."""
        other = copy(self)
        other._views = self._views | {world.name: View(data, self.published)}
        return other

    def view(self, world: World) -> View:
        """A world's arrays. Raises InputError for one that was not run."""
        name = world.name
        if name not in self._views:
            if name not in self.futures.children:
                raise InputError(
                    f"a question contrasts the world '{name}', which these futures do not hold (they hold: "
                    f"{', '.join(sorted(self.futures.children))}); run the plan of these questions"
                )
            self._views[name] = View(self.futures[name].to_dataset(), self.published)
        return self._views[name]


def _plus(first: World, second: World) -> World:
    """A world with the levers of both. Raises InputError where both set the same."""
    both = [sets(one) for one in (*first.interventions, *second.interventions)]
    if len(set(both)) != len(both):
        raise InputError(f"{first.name} and {second.name} set the same lever")
    return World(first.interventions + second.interventions)


def plain(question: Question) -> tuple[Question, World, bool]:
    """The question without levers as conditions and outer contraries, those levers as a world, and whether it is a
    contrary."""
    contrary = False
    while isinstance(question, Not):
        question, contrary = question.of, not contrary
    given = World()
    if isinstance(question, Given):
        for condition in question.conditions:
            if isinstance(condition, Do):
                given = _plus(given, world(condition.levers))
        rest = tuple(c for c in question.conditions if not isinstance(c, Do))
        question = replace(question, conditions=rest) if rest else question.of
    while isinstance(question, Not):
        question, contrary = question.of, not contrary
    if isinstance(question, Special):
        question = special.as_effect(question) or question
    return question, given, contrary


def worlds_of(question: Question) -> tuple[World, World | None]:
    """The world asked about and the one it is compared with; None where there is none."""
    inner, given, _ = plain(question)
    if isinstance(inner, Effect):
        assert inner.worlds is not None
        first, second = (_plus(given, world(do.levers)) for do in inner.worlds)
        return first, second
    return (given, World()) if given.interventions else (World(), None)


def plan_of(questions: list[Question], horizon: int | None = None) -> Plan:
    """One plan for all questions: the worlds that some of them contrast, and the last year that one asks for."""
    contrasts: dict[str, World] = {}
    last = max(LEAST_HORIZON, horizon or 0)
    for question in questions:
        for one in worlds_of(question):
            if one is not None and one.name != BASE:
                contrasts[one.name] = one
        last = max(last, last_year(question))
    return Plan(horizon=last, contrasts=tuple(contrasts[name] for name in sorted(contrasts)))


def answered(question: Question, worlds: Worlds) -> Answer:
    """The question in the futures. Raises Unanswerable with the reason for the reader where they can't tell."""
    for part in parts(question):
        if isinstance(part, (Quantity, Happens)) and (reason := unable(part)):
            raise Unanswerable(reason)
    inner, _, contrary = plain(question)
    first, second = worlds_of(question)
    view = worlds.view(first)
    other = worlds.view(second) if second is not None else None
    if isinstance(inner, Effect):
        assert other is not None
        found = _effect(inner, view, other)
    else:
        found = _paired(inner, view, other)
    if not contrary:
        return found
    difference = None if found.difference is None else -found.difference
    return replace(found, p=1.0 - found.p, difference=difference)


def _paired(question: Question, view: View, other: View | None) -> Answer:
    first = outcome(question, view)
    if other is None:
        return Answer(first.p, first.rows)
    second = outcome(question, other)
    both, difference = _joint(first.p, first.rows, second.p, second.rows, min(view.n, other.n))
    return Answer(first.p, first.rows, difference, both)


def _joint(
    p: np.ndarray, rows: np.ndarray | None, q: np.ndarray, others: np.ndarray | None, n: int
) -> tuple[np.ndarray | None, np.ndarray]:
    """Differences over the futures that both worlds kept."""
    if rows is None and others is None:
        return None, p[:n] - q[:n]
    one = np.arange(len(p)) if rows is None else rows
    two = np.arange(len(q)) if others is None else others
    shared, at, by = np.intersect1d(one[one < n], two[two < n], return_indices=True)
    if not len(shared):
        raise Unanswerable("no future meets the condition in both worlds")
    return shared, p[at] - q[by]


def _effect(effect: Effect, view: View, other: View) -> Answer:
    if not isinstance(effect.of, Quantity):
        return _paired(effect.of, view, other)
    if effect.of.when.relation in ("each", "any"):
        raise Unanswerable("an effect is asked at a moment, or on a mean or a sum")
    n = min(view.n, other.n)
    of, unit = _measured(effect)
    high, low = level(of, view)[:n], level(of, other)[:n]
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = 100.0 * (high / low - 1.0) if effect.unit == "percent" else high - low
    return Answer(_reached(effect, difference), None, difference, None, unit)


def _measured(effect: Effect) -> tuple[Quantity, str]:
    """The quantity in the effect's unit, and the unit in which the difference is printed."""
    assert isinstance(effect.of, Quantity)
    if effect.unit in catalogue.currencies():
        of = catalogue.with_unit(effect.of, effect.unit)
        return of, effect.unit
    own = catalogue.unit_of(effect.of)
    return effect.of, "%" if effect.unit == "percent" else own


def _reached(effect: Effect, difference: np.ndarray) -> np.ndarray:
    """1 where the paired difference is as claimed; "about" within three tenths of the figure, at least 0.1."""
    value = effect.value
    if isinstance(value, tuple):
        return ((difference >= value[0]) & (difference <= value[1])).astype(float)
    match effect.op:
        case ">=":
            held = difference >= value
        case ">":
            held = difference > value
        case "<=":
            held = difference <= value
        case "<":
            held = difference < value
        case _:
            held = np.abs(difference - value) <= max(0.3 * abs(value), 0.1)
    return held.astype(float)


def direction(question: Question) -> float:
    """1 where a rise by the cause is claimed, -1 where a fall is."""
    inner, _, _ = plain(question)
    return -1.0 if isinstance(inner, Effect) and inner.op in ("<", "<=") else 1.0
