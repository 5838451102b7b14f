"""A question put to the tables: true, false, or too close to call; with the figure, its source and its grade.

The same reading serves what was known at the cut-off (a stated fact) and what has been published since (an outcome).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from overstretch.facts import Known, entity
from overstretch.facts.differences import reason
from overstretch.questions import catalogue
from overstretch.questions.catalogue import unit_of
from overstretch.questions.data import And, Compare, Count, Given, Happens, Not, Or, Quantity, Question, When
from overstretch.questions.kinds import Series
from overstretch.questions.periods import window
from overstretch.questions.say.figures import figure, plain_unit
from overstretch.questions.tables.readings import Reading, beside, readings
from overstretch.questions.text import parse

Word = Literal["true", "false", "too close to call"]


@dataclass(frozen=True)
class Settled:
    """word; figure: the deciding figure in words; grade: final, an estimate, or reported by the party itself; source:
    who, which edition, published when; `so_far`: nothing is settled yet, and this is how it stands; address: where the
    figure was read; variable: that holds the figure; differs: why another figure held for the same party and period is
    another."""

    word: Word
    figure: str
    grade: str
    source: str
    published: str
    so_far: bool = False
    address: str = ""
    variable: str = ""
    differs: str = ""

    @property
    def text(self) -> str:
        return f"{self.figure} ({self.source})"


def settle(question: Question, known: Known | None, as_of: date) -> Settled | None:
    """What the tables say; None where they hold no figure of the moment asked."""
    match question:
        case Compare():
            return _compare(question, known, as_of)
        case Count():
            return _count(question, known, as_of)
        case Not():
            found = settle(question.of, known, as_of)
            return found and _turned(found)
        case And() | Or():
            return _joined(question, known, as_of)
        case Happens():
            return _happens(question, known, as_of)
        case Given():
            return None
    return None


def _turned(found: Settled) -> Settled:
    word: Word = {"true": "false", "false": "true"}.get(found.word, found.word)  # type: ignore[assignment]
    return replace(found, word=word)


def _compare(compare: Compare, known: Known | None, as_of: date) -> Settled | None:
    when = compare.left.when
    if when.relation in ("each", "any"):
        return _over_years(compare, known, as_of)
    held = readings(compare.left, known, as_of)
    if not held:
        return None
    if compare.op in ("highest", "lowest"):
        return _ranked(compare, held[0], known, as_of)
    limit: float | tuple[float, float] | None
    if isinstance(compare.right, Quantity):
        others = readings(compare.right, known, as_of)
        other = next((o for o in others if o.definition == held[0].definition), others[0] if others else None)
        limit = other.value if other else None
        if limit is None or not isinstance(compare.right, Quantity):
            return None
        against = f" against {figure(limit, compare.right)} of {catalogue.person(compare.right.who[0])}"
    else:
        limit, against = compare.right, ""
    words = [(r, _word(compare, r, limit, as_of)) for r in held]
    # where several definitions are published, a figure that fits one of them is right by that one
    outcomes = [pair for pair in words if not pair[0].plan] or words
    best, word = next((pair for pair in outcomes if pair[1] == "true"), outcomes[0])
    found = _said(compare.left, best, word, [r for r, _ in outcomes if r is not best], against)
    others = [r for r in held if r is not best] + beside(compare.left, known, as_of)
    return replace(found, differs=_differ(compare.left, best, others))


def _said(q: Quantity, best: Reading, word: Word, others: list[Reading], beside: str = "") -> Settled:
    rest = "".join(f"; {_otherwise(r, figure(r.value, q))}" for r in others[:2])
    text = f"{figure(best.value, q)} for {best.period}{beside}{rest}"
    return Settled(word, text, grade(best), cite(best), best.published, best.plan, best.address, best.variable)


def _otherwise(r: Reading, said: str) -> str:
    return f"{said} {r.definition}" if r.plan else f"by another definition {said} for {r.period} ({r.definition})"


def _differ(q: Quantity, best: Reading, others: list[Reading]) -> str:
    """Why other figures for the period are others: 'A (by whom), B (by whom): reason', a clause each, two at most."""
    made = []
    for other in others:
        one, two, why = figure(best.value, q), figure(other.value, q), reason(best.variable, other.variable)
        if why and other.variable != best.variable and other.period == best.period and one != two:
            made.append(f"{one} ({best.definition}), {two} ({other.definition}): {why}")
    return "; ".join(made[:2])


def grade(reading: Reading) -> str:
    """final, an estimate, a plan; said where it is the party's own figure."""
    base = {"actual": "final", "estimate": "an estimate", "plan": "a plan"}.get(reading.kind, reading.kind)
    return f"{base}, reported by the party itself" if reading.reported else base


def cite(reading: Reading) -> str:
    day = f", published {reading.published}" if reading.published else ", without a date"
    return f"{reading.definition}; {reading.source}, edition {reading.edition}{day}"


def _word(compare: Compare, reading: Reading, limit: float | tuple[float, float], as_of: date) -> Word:
    """True or false by the figure as printed; too close to call where a usual revision of an estimate would turn it."""
    x, about = reading.value, catalogue.series(compare.left.series)
    plain = compare.left.change is None and compare.left.share_of is None and not compare.left.unit
    half = about.half if plain and not isinstance(compare.right, Quantity) else 0.0
    if isinstance(limit, tuple):
        right, edge = limit[0] - half <= x <= limit[1] + half, min(abs(x - limit[0]), abs(x - limit[1]))
        level = min(limit, key=lambda v: abs(x - v))
    else:
        near = _near(compare, about, limit)
        right = {
            ">=": x >= limit - half,
            "<": x < limit - half,
            ">": x >= limit + half if half else x > limit,
            "<=": x < limit + half if half else x <= limit,
        }.get(compare.op, abs(x - limit) <= near)
        edge, level = abs(x - limit), limit
    if compare.op != "about" and _may_turn(about, reading, edge, x, level, as_of, plain):
        return "too close to call"
    return "true" if right else "false"


def _near(compare: Compare, about: Series, limit: float) -> float:
    if compare.left.change is not None or compare.left.share_of is not None:
        return max(0.05 * abs(limit), 0.05 if unit_of(compare.left) == "times" else 0.5)
    if compare.left.unit:
        return 0.05 * abs(limit)
    return about.tolerance(limit)


def _may_turn(about: Series, reading: Reading, edge: float, x: float, level: float, as_of: date, plain: bool) -> bool:
    """Whether a usual revision of this year's or last year's estimate reaches the level."""
    revision = about.revision
    if revision is None or reading.kind != "estimate" or not reading.period[:4].isdigit():
        return False
    age = int(str(reading.published or as_of.isoformat())[:4]) - int(reading.period[:4])
    usual = (revision.same or revision.last) if age <= 0 else revision.last if age == 1 else 0.0
    if revision.points:
        return plain and edge < usual
    return plain and x > 0 and level > 0 and abs(math.log(x / level)) < usual


def _over_years(compare: Compare, known: Known | None, as_of: date) -> Settled | None:
    """`each` and `any` year by year: settled as soon as one year decides, or all are held."""
    when, within = compare.left.when, window(compare.left.when)
    found: list[Settled] = []
    years = range(within.first // 12, within.year + 1)
    for year in years:
        at = When("in", str(year))
        right = compare.right
        one = settle(
            Compare(_moved(compare.left, at), compare.op, _moved(right, at) if isinstance(right, Quantity) else right),
            known,
            as_of,
        )
        if one is not None:
            found.append(one)
    wanted = "true" if when.relation == "any" else "false"
    decided = next((one for one in found if one.word == wanted and not one.so_far), None)
    if decided is not None:
        return decided
    complete = len(found) == len(years) and not any(one.word == "too close to call" or one.so_far for one in found)
    if complete:
        return found[-1]
    return replace(found[-1], so_far=True) if found else None


def _moved(q: Quantity, when: When) -> Quantity:
    return Quantity(q.series, q.who, when, q.unit, q.change, q.share_of, q.times)


def _ranked(compare: Compare, own: Reading, known: Known | None, as_of: date) -> Settled | None:
    assert isinstance(compare.right, Quantity)
    others = {}
    for code in catalogue.armed(compare.right.who[0]):
        if (code,) != compare.left.who:
            found = readings(
                Quantity(compare.left.series, (code,), compare.left.when, compare.left.unit, compare.left.change),
                known,
                as_of,
            )
            if found and found[0].definition == own.definition:
                others[code] = found[0].value
    if not others:
        return None
    best = max(others, key=lambda c: others[c]) if compare.op == "highest" else min(others, key=lambda c: others[c])
    right = own.value >= others[best] if compare.op == "highest" else own.value <= others[best]
    beside = f" against {figure(others[best], compare.left)} of {catalogue.person(best)}"
    return _said(compare.left, own, "true" if right else "false", [], beside)


def _count(count: Count, known: Known | None, as_of: date) -> Settled | None:
    """How many members meet the comparison, by the figures of all that are held."""
    held: list[tuple[str, Settled]] = []
    members = _members(count.group, count.where.left.when, as_of)
    for code in members:
        one = settle(
            Compare(
                Quantity(
                    count.where.left.series,
                    (code,),
                    count.where.left.when,
                    count.where.left.unit,
                    count.where.left.change,
                ),
                count.where.op,
                count.where.right,
            ),
            known,
            as_of,
        )
        if one is not None and not one.so_far:
            held.append((code, one))
    everyone = len(members)
    if len(held) < everyone - 1:
        return None
    sure, close = sum(s.word == "true" for _, s in held), sum(s.word == "too close to call" for _, s in held)
    n = everyone if count.n == "all" else count.n
    low, high = _meets(count.op, sure, n), _meets(count.op, sure + close, n)
    word: Word = "too close to call" if low != high else "true" if low else "false"
    last = held[-1][1]
    among = f", {close} too close to call" if close else ""
    return Settled(
        word,
        f"{sure} of {len(held)} ({catalogue.all_groups()[count.group].label}){among}",
        last.grade,
        last.source,
        last.published,
        address=last.address,
    )


def _members(group: str, when: When, as_of: date) -> list[str]:
    """The group's armed members; of the allies those that had joined by the moment asked."""
    last = 12 * as_of.year + as_of.month - 1 if when.relation in ("default", "latest") else window(when).last
    month = f"{last // 12}-{last % 12 + 1:02d}"
    return [code for code in catalogue.armed(group) if entity(code).member_from[:7] <= month]


def _meets(op: str, number: int, n: int | tuple[int, int] | str) -> bool:
    if isinstance(n, tuple):
        return n[0] <= number <= n[1]
    assert isinstance(n, int)
    return {"<": number < n, "<=": number <= n, ">": number > n, ">=": number >= n}.get(op, number == n)


def _joined(question: And | Or, known: Known | None, as_of: date) -> Settled | None:
    found = [settle(one, known, as_of) for one in question.of]
    wanted = "false" if isinstance(question, And) else "true"
    decided = next((one for one in found if one is not None and one.word == wanted and not one.so_far), None)
    if decided is not None:
        return decided
    if any(one is None or one.so_far for one in found):
        return None
    held = [one for one in found if one is not None]
    close = next((one for one in held if one.word == "too close to call"), None)
    return close or replace(
        held[0], figure="; ".join(one.figure for one in held), published=max(one.published for one in held)
    )


def _happens(happens: Happens, known: Known | None, as_of: date) -> Settled | None:
    """An event that a series defines, by its figures; of the others the counts that are held."""
    about = catalogue.all_events().get(happens.event)
    if about is None or known is None or happens.when.relation in ("default", "latest"):
        return None
    route = about.route(happens.how)
    if route.quantity and happens.event == "recession":
        last = window(happens.when).year
        first = as_of.year if happens.when.relation != "in" else window(happens.when).first // 12
        text = route.quantity.format(who=happens.who, span=f"{first}..{last}")
        asked = parse(text)
        return settle(asked, known, as_of) if isinstance(asked, Compare) else None
    return None


__all__ = ["Settled", "Word", "cite", "grade", "plain_unit", "settle"]
