"""Whether a question can be understood: series, events, parties, units, dates and levers, each checked against the
catalogue.

A question that passes may still be refused when it is answered, where nothing simulates it and no table holds it.
"""

from __future__ import annotations

from dataclasses import replace

from overstretch.engine.interventions import parse as parse_lever
from overstretch.engine.interventions import sets
from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.check.event import happens_of, special_of
from overstretch.questions.check.quantity import known_group, quantity, some
from overstretch.questions.data import (
    OPERATORS,
    And,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Or,
    Quantity,
    Question,
    Special,
    negated,
    parts,
)
from overstretch.questions.form import DEEPEST, from_json
from overstretch.questions.text import parse

MOST_PARTS = 60
LARGEST = 1e18


def understood(asked: str | dict | Question) -> Question:
    """The question of a text, a JSON object or of data, checked, and of a party of whom it can be asked.

    Raises InputError with the place and what is accepted."""
    if isinstance(asked, str):
        asked = parse(asked)
    question = checked(from_json(asked) if isinstance(asked, dict) else asked)
    for part in parts(question):
        if isinstance(part, (Quantity, Happens)) and (reason := unable(part)):
            raise InputError(reason)
    return question


def unable(part: Quantity | Happens) -> str | None:
    """Why a known party cannot be asked for a series or an event that others can; None where it can."""
    if isinstance(part, Quantity):
        about = catalogue.all_series().get(part.series)
        if about is None or catalogue.actors(about.of) == ("world",):
            return None
        accepted = catalogue.actors(about.of)
        groups = tuple(catalogue.all_groups()) if about.group else ()
        strange = [w for w in part.who if w not in accepted and w not in groups]
        said = (
            f"{part.series} of {catalogue.person(strange[0])} is understood, and neither simulated nor in the tables"
            if strange
            else ""
        )
        return f"{said}; accepted: {some(accepted, groups)}" if strange else None
    event = catalogue.all_events().get(part.event)
    if event is None or part.who is None:
        return None
    accepted = catalogue.actors(event.route(part.how).of or event.of)
    if part.who in accepted or (part.who in catalogue.members("ALLIES") and event.only):
        return None
    return (
        f"{part.event} of {catalogue.person(part.who)} is understood, and not simulated; accepted: "
        f"{', '.join(accepted)}"
    )


def checked(question: Question) -> Question:
    """The question with what follows from its series filled in ("ceasefire" is Ukraine's).

    Conditions stand around the whole question, contraries within them. Raises InputError for an unknown series, event,
    party, unit, date or lever, with near names. A known party that a series is not held for passes: it is understood,
    and refused when it is answered.
    """
    if _depth(question) > DEEPEST:
        raise InputError(f"questions within questions, more than {DEEPEST} deep")
    for part in parts(question):
        if isinstance(part, (int, float)) and not abs(part) <= LARGEST:
            raise InputError(f"{part} is out of range; accepted: up to {LARGEST:g} in size")
    return _checked(question)


def _depth(value: object) -> int:
    match value:
        case Not() | Given() | Effect():
            return 1 + _depth(value.of)
        case And() | Or():
            return 1 + max((_depth(q) for q in value.of), default=0)
    return 0


def _checked(question: Question) -> Question:
    match question:
        case Compare():
            return _compare(question)
        case Count():
            return _count(question)
        case Happens():
            return happens_of(question)
        case Not():
            inner = _checked(question.of)
            return replace(inner, of=negated(inner.of)) if isinstance(inner, Given) else negated(inner)
        case And() | Or():
            if not 2 <= len(question.of) <= MOST_PARTS:
                raise InputError(f"{len(question.of)} questions joined; accepted: 2 to {MOST_PARTS}")
            return replace(question, of=tuple(_checked(q) for q in question.of))
        case Given():
            return _given(question)
        case Effect():
            return _effect(question)
        case Special():
            return special_of(question)
    raise InputError(f"{question!r} is no question")


def _given(given: Given) -> Given:
    """Conditions upon conditions are joined; each lever may be set once."""
    inner = _checked(given.of)
    held = inner.conditions if isinstance(inner, Given) else ()
    own = tuple(_levers(c) if isinstance(c, Do) else _checked(c) for c in given.conditions)
    conditions = (*held, *own)
    _levers(Do(" + ".join(c.levers for c in conditions if isinstance(c, Do) and c.levers != "base") or "base"))
    return Given(inner.of if isinstance(inner, Given) else inner, conditions)


def _compare(compare: Compare) -> Compare:
    if compare.op not in OPERATORS or compare.op == "==":
        raise InputError(
            f"'{compare.op}' compares no quantities; accepted: < <= about >= > between, highest of, lowest of"
        )
    left, right = quantity(compare.left), compare.right
    if compare.op in ("highest", "lowest"):
        if not isinstance(right, Quantity) or len(right.who) != 1 or not catalogue.is_group(right.who[0]):
            raise InputError(f"{compare.op} of: accepted: a group: {', '.join(catalogue.all_groups())}")
        return Compare(left, compare.op, replace(left, who=right.who))
    if isinstance(right, Quantity):
        right = quantity(right)
        if catalogue.unit_of(left) in catalogue.currencies() and catalogue.unit_of(right) in catalogue.currencies():
            right = catalogue.with_unit(right, catalogue.unit_of(left))
        _same_units(left, right)
    if isinstance(right, tuple) and not right[0] < right[1]:
        raise InputError(f"between {right[0]:g} and {right[1]:g}: the first figure must be the smaller one")
    if isinstance(right, tuple) != (compare.op == "between"):
        raise InputError("'between' takes two figures, any other comparison one")
    return Compare(left, compare.op, right)


def _same_units(left: Quantity, right: Quantity) -> None:
    one, two = catalogue.unit_of(left), catalogue.unit_of(right)
    if one != two and "" not in (one, two):
        raise InputError(f"{left.series} is in {one} and {right.series} in {two}; give both in one unit")


def _count(count: Count) -> Count:
    group = known_group(count.group)
    where = count.where
    if where.left.who:
        raise InputError(
            f"count({group}: {where.left.series}({where.left.who[0]}, ...)): members are asked without a name"
        )
    if count.op not in ("<", "<=", "==", ">=", ">", "between", "about"):
        raise InputError(f"count(...) {count.op}: accepted: < <= == >= > between")
    if where.op in ("highest", "lowest"):
        raise InputError(f"count({group}: ... {where.op} of ...): accepted: < <= about >= > between")
    if count.n == "all" and count.op != "==":
        raise InputError("count(...): 'all' goes with ==")
    if isinstance(count.n, tuple) != (count.op == "between") or (
        isinstance(count.n, tuple) and count.n[0] > count.n[1]
    ):
        raise InputError("count(...) 'between' takes two numbers, the smaller one first, any other comparison one")
    held = catalogue.members(group)
    if where.left.series in catalogue.all_series():
        able = catalogue.actors(catalogue.series(where.left.series).of)
        if not set(held) <= set(able):
            raise InputError(
                f"{where.left.series} is not asked of every member of {group}; accepted: a group of "
                f"{', '.join(able[:6])} ..."
            )
    inner = _compare(Compare(replace(where.left, who=(held[0],)), where.op, where.right))
    most = len(held)
    numbers = count.n if isinstance(count.n, tuple) else (count.n,)
    if any(isinstance(n, int) and not 0 <= n <= most for n in numbers):
        raise InputError(
            f"count({group}: ...) {count.op} {count.n}: the group has {most} members; accepted: 0 to {most}"
        )
    return Count(group, Compare(replace(inner.left, who=()), inner.op, inner.right), count.op, count.n)


def _levers(do: Do) -> Do:
    """The levers as the engine writes them. Raises InputError for an unknown one, or the same one twice."""
    if do.levers == "base":
        return do
    named = [parse_lever(lever) for lever in do.levers.split(" + ")]
    seen = set()
    for one in named:
        if sets(one) in seen:
            raise InputError(f"{do.levers}: {one.name} twice; accepted: each lever once")
        seen.add(sets(one))
    return Do(" + ".join(map(str, named)))


def _effect(effect: Effect) -> Effect:
    if effect.worlds is None and (found := catalogue.worlds_of(effect.cause, _fate(effect.of))):
        effect = replace(effect, worlds=(Do(found[0]), Do(found[1])))
    if effect.worlds is None:
        raise InputError(
            f"an effect of '{effect.cause}': no lever stands for the cause; accepted: effect(LEVER against LEVER, ...)"
        )
    first, second = (_levers(do) for do in effect.worlds)
    if isinstance(effect.of, Quantity):
        measured = quantity(effect.of)
        if measured.times != 1:
            raise InputError(
                f"effect(..., {measured.times:g} times {measured.series}(...)): accepted: the quantity itself"
            )
        money = catalogue.currencies() if catalogue.all_series()[measured.series].money else ()
        of: Quantity | Question = measured
        accepted: tuple[str, ...] = ("points", "percent", catalogue.unit_of(measured), *money)
    else:
        of, accepted = _checked(effect.of), ("points",)
    if effect.unit not in (*accepted, "%", "% of GDP"):
        raise InputError(f"effect in '{effect.unit}': accepted: {', '.join(dict.fromkeys(accepted))}")
    unit = {"%": "percent", "% of GDP": "points"}.get(effect.unit, effect.unit)
    if effect.op not in ("<", "<=", "about", ">=", ">", "between"):
        raise InputError(f"effect(...) {effect.op}: accepted: < <= about >= > between")
    if isinstance(effect.value, tuple) != (effect.op == "between") or (
        isinstance(effect.value, tuple) and not effect.value[0] < effect.value[1]
    ):
        raise InputError("effect(...) 'between' takes two figures, the smaller one first, any other comparison one")
    return replace(effect, worlds=(first, second), of=of, unit=unit)


def _fate(of: Quantity | Question) -> str | None:
    """Whose figure or event it is."""
    found = [part.who for part in parts(of) if isinstance(part, (Quantity, Happens))]
    first = found[0] if found else None
    return first[0] if isinstance(first, tuple) and first else first if isinstance(first, str) else None
