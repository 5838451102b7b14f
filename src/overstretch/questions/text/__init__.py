"""The question language as text: `parse` reads what people type, `write` gives the canonical text. They round-trip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from overstretch.errors import InputError
from overstretch.questions.data import (
    And,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Or,
    Quantity,
    Question,
    Special,
    When,
    negated,
)
from overstretch.questions.text.quantity import moment, quantity, with_default
from overstretch.questions.text.tree import FORMS, Call, Named, shown, tree
from overstretch.questions.text.written import number, write

__all__ = ["parse", "write"]


def parse(text: str) -> Question:
    """The question that a text asks; `check.checked` then looks at series, actors, units and dates.

    Raises InputError with the place of what cannot be read and what is accepted there.
    """
    return _question(tree(text))


def _question(node: Any) -> Question:
    if isinstance(node, Named):
        made = _QUESTIONS.get(node.kind)
        if made:
            return made(*node.value)
    raise InputError(f"{shown(node)} is no question; accepted, for example: {FORMS['happens']}")


def _alone(call: Call) -> Question:
    made = _CALLS.get(call.name)
    if made is None:
        if call.name in ("effect", "count", "rank"):
            raise InputError(f"{call.name}(...) needs a comparison; accepted, for example: {FORMS[call.name]}")
        raise InputError(
            f"{call.name}(...) alone asks nothing; accepted: a comparison ({call.name}(...) >= 3.5) or "
            f"{', '.join(_CALLS)}"
        )
    return made(call)


def _compared(left: Any, op: str, right: Any) -> Question:
    if isinstance(left, Call) and left.name == "count":
        return _count(left, op, right)
    if isinstance(left, Call) and left.name == "rank":
        return _rank(left, op, right)
    if isinstance(left, Call) and left.name == "effect":
        return _effect(left, op, right)
    if op == "==":
        raise InputError("== compares counts and ranks; accepted for quantities: < <= about >= > between")
    limit = right if isinstance(right, (float, tuple)) else quantity(right)
    return Compare(quantity(left), op, limit)


def _ranked(left: Any, which: str, group: str) -> Question:
    own = quantity(left)
    return Compare(own, str(which), replace(own, who=(str(group),)))


def _count(call: Call, op: str, right: Any) -> Question:
    if len(call.arguments) != 1 or not isinstance(call.arguments[0], Named) or call.arguments[0].kind != "members":
        raise InputError(f"count(...) takes a group and a comparison, as in {FORMS['count']}")
    group, inner = call.arguments[0].value
    where = _question(inner)
    if not isinstance(where, Compare):
        raise InputError(f"count({group}: ...): members are put to one comparison, as in {FORMS['count']}")
    if isinstance(right, Named) and right.kind == "all":
        if op != "==":
            raise InputError("count(...): 'all' goes with ==")
        return Count(str(group), where, op, "all")
    if op == "between":
        return Count(str(group), where, op, (_whole(right[0]), _whole(right[1])))
    return Count(str(group), where, op, _whole(right))


def _whole(value: Any) -> int:
    if not isinstance(value, float) or value != int(value) or value < 0:
        raise InputError(f"{shown(value)} is no number of members; accepted: a whole number or all")
    return int(value)


def _rank(call: Call, op: str, right: Any) -> Question:
    """rank(series, group, who, moment) == 1 is the highest; rank 3 means that two of the group stand above."""
    names = [a for a in call.arguments if isinstance(a, str) and a != "latest"]
    moments = [When("latest") if a == "latest" else a for a in call.arguments if isinstance(a, When) or a == "latest"]
    when = moments[0] if moments else When("")
    if len(names) != 3 or len(moments) > 1 or len(call.arguments) != 3 + len(moments):
        raise InputError(f"rank(...) takes a series, a group, who and a moment, as in {FORMS['rank']}")
    series, group, who = names
    own = Quantity(series, (who,), moment(when) if when.first else when)
    place = _whole(right)
    if place < 1:
        raise InputError("a rank is 1 or more")
    if op == "==" and place == 1:
        return Compare(own, "highest", replace(own, who=(group,)))
    above = Compare(replace(own, who=()), ">", own)
    return Count(group, above, op, place - 1)


def _effect(call: Call, op: str, right: Any) -> Question:
    arguments = list(call.arguments)
    sides = next((a for a in arguments if isinstance(a, Named) and a.kind == "against"), None)
    cause = next((a for a in arguments if isinstance(a, str) and (" " in a or "'" in a) and a != "% of GDP"), "")
    words = [a for a in arguments if isinstance(a, str) and a != cause]
    rest = [a for a in arguments if a is not sides and not isinstance(a, str)]
    if sides is None or len(rest) != 1 or len(words) > 1:
        raise InputError(f"effect(...) takes two worlds and what they are compared by, as in {FORMS['effect']}")
    first, second = (Do(_world(side)) for side in sides.value)
    value = right if isinstance(right, (float, tuple)) else None
    if value is None:
        raise InputError(f"effect(...) {op}: accepted: a figure, as in {FORMS['effect']}")
    node = rest[0]
    inner = node.value[0] if isinstance(node, Named) and node.kind == "alone" else node
    measured = isinstance(inner, Call) and inner.name not in _CALLS
    of = quantity(inner) if measured else _question(node)
    unit = words[0] if words else (of.unit if isinstance(of, Quantity) and of.unit else "points")
    return Effect((first, second), of, op, value, unit, cause)


def _world(node: Any) -> str:
    """A world's levers as the engine writes them: 'oil(40.0) + us_withdraws(2027)'."""
    if isinstance(node, Named) and node.kind == "base":
        return "base"
    calls = node.value if isinstance(node, Named) and node.kind in ("world", "alone") else (node,)
    return " + ".join(_lever(call) for call in calls)


def _lever(call: Any) -> str:
    if not isinstance(call, Call):
        raise InputError(f"{shown(call)} is no lever; accepted, for example: keep_pledge(), oil(40), base")
    return f"{call.name}({', '.join(_plain(a) for a in call.arguments)})"


def _plain(argument: Any) -> str:
    if isinstance(argument, When) and argument.relation == "in":
        return argument.first.replace("-Q", "Q")
    if isinstance(argument, float):
        return number(argument)
    if isinstance(argument, str):
        return argument
    raise InputError(f"{shown(argument)}: accepted as an argument of a lever: a number, a year, a quarter or a name")


def _given(of: Any, *conditions: Any) -> Question:
    return Given(_question(of), tuple(_condition(c) for c in conditions))


def _condition(node: Any) -> Do | Question:
    if isinstance(node, Named) and node.kind == "world":
        return Do(_world(node))
    if isinstance(node, Named) and node.kind == "alone" and node.value[0].name not in _CALLS:
        return Do(_lever(node.value[0]))
    return _question(node)


def _happens(call: Call) -> Question:
    name, how = _event(call)
    rest = call.arguments[1:]
    who = next((a for a in rest if isinstance(a, str) and a not in ("default", "latest")), None)
    moments = [a for a in rest if isinstance(a, When)]
    when = moments[0] if moments else When("latest") if "latest" in rest else None
    if when is not None and when.relation == "span":
        when = When("any", when.first, when.last)
    elif moments:
        when = moment(moments[0])
    strange = [a for a in rest if not isinstance(a, (str, When))]
    if (
        strange
        or len(moments) > 1
        or len([a for a in rest if a not in ("default", "latest") and isinstance(a, str)]) > 1
    ):
        raise InputError(f"happens({name}, ...) takes an event, who and one moment, as in {FORMS['happens']}")
    return Happens(name, who, with_default(when, "default" in rest), how)


def _event(call: Call) -> tuple[str, str | None]:
    first = call.arguments[0] if call.arguments else None
    if isinstance(first, Named) and first.kind == "event":
        return first.value
    if isinstance(first, str):
        return first, None
    raise InputError(f"happens(...) starts with an event, as in {FORMS['happens']}")


def _special(call: Call) -> Question:
    name = call.arguments[0] if call.arguments and isinstance(call.arguments[0], str) else None
    if name is None:
        raise InputError(f"special(...) starts with its name, as in {FORMS['special']}")
    slots: dict[str, str] = {}
    for argument in call.arguments[1:]:
        if isinstance(argument, When) and argument.relation == "in":
            slots["year"] = argument.first
        elif isinstance(argument, Named) and argument.kind == "slot":
            slots[str(argument.value[0])] = str(argument.value[1])
        else:
            raise InputError(f"special({name}, {shown(argument)}): accepted: in YEAR and name=value")
    return Special(name, tuple(sorted(slots.items())))


def _joined(kind: type[And] | type[Or]) -> Callable[[Call], Question]:
    def made(call: Call) -> Question:
        if len(call.arguments) < 2:
            raise InputError(f"{call.name}(...) joins at least two questions")
        return kind(tuple(_question(argument) for argument in call.arguments))

    return made


_CALLS: dict[str, Callable[[Call], Question]] = {
    "happens": _happens,
    "and": _joined(And),
    "or": _joined(Or),
    "special": _special,
}

_QUESTIONS: dict[str, Callable[..., Question]] = {
    "alone": _alone,
    "compare": _compared,
    "about": lambda left, right: _compared(left, "about", right),
    "between": lambda left, low, high: _compared(left, "between", (low, high)),
    "ranked": _ranked,
    "negation": lambda of: negated(_question(of)),
    "given": _given,
}
