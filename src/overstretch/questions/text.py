"""The question language as text: `parse` reads what people type, `write` gives the canonical text. They round-trip."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from overstretch.errors import InputError
from overstretch.questions import data
from overstretch.questions.data import (
    And,
    Change,
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
)  # fmt: skip
from overstretch.questions.periods import period
from overstretch.questions.write import number, write

if TYPE_CHECKING:
    from lark import Lark, Tree

__all__ = ["parse", "write"]

LONGEST = 2000
DEEPEST = 40  # brackets within brackets
_NOTS = re.compile(r"(\bnot\b[\s(]*){41}")
FORMS = {
    "change": "change(defence_spending(POL, 2026), from 2025, percent, real) >= 10",
    "count": "count(ALLIES: core_share(2030) >= 3.5) < 10",
    "happens": "happens(ceasefire, UKR, by 2026-12)",
    "rank": "rank(core_share, ALLIES, POL, 2026) == 1",
    "effect": "effect(keep_pledge() against base, debt_ratio(CAN, 2035)) >= 6.3",
    "special": "special(review, in 2029)",
    "mean": "mean(growth(RUS), 2026..2028) < 1",
}
KINDS = {"percent": "percent", "absolute": "absolute", "multiple": "multiple"}
PRICES = {"real": True, "nominal": False}


@dataclass(frozen=True)
class Call:
    """A call as typed: its name, the word in square brackets, and its arguments."""

    name: str
    how: str | None
    arguments: tuple[Any, ...]


@dataclass(frozen=True)
class Named:
    """An argument that is more than a word or a question: `kind` says what it is."""

    kind: str
    value: Any


@cache
def _parser() -> Lark:
    from lark import Lark

    grammar = files("overstretch.questions").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=True)


def parse(text: str) -> Question:
    """The question that a text asks; `check.checked` then looks at series, actors, units and dates.

    Raises InputError with the place of what cannot be read and what is accepted there.
    """
    from lark.exceptions import UnexpectedCharacters, UnexpectedInput, VisitError

    if len(text) > LONGEST:
        raise InputError(f"a question of {len(text)} characters; accepted: up to {LONGEST}")
    if max(_depths(text)) > DEEPEST or _NOTS.search(text):
        raise InputError(f"brackets within brackets or contraries of contraries, more than {DEEPEST} deep")
    try:
        return _question(_simple(_parser().parse(text)))
    except UnexpectedCharacters as fault:
        raise InputError(_at(text, fault.pos_in_stream or 0, "cannot be read here")) from None
    except UnexpectedInput as fault:
        token = getattr(fault, "token", None)
        at = len(text) if token is None or token.type == "$END" else int(token.start_pos)
        raise InputError(_at(text, at, "cannot be read here")) from None
    except VisitError as fault:
        raise fault.orig_exc from None


def _depths(text: str) -> list[int]:
    depth, depths = 0, [0]
    for character in text:
        depth += (character == "(") - (character == ")")
        depths.append(depth)
    return depths


def _at(text: str, place: int, what: str) -> str:
    """'... core_share(DEU, >= 3.5' with the place marked, and a form to follow."""
    if not text.strip():
        return f"an empty question; accepted, for example: {FORMS['happens']}"
    rest = " ".join(text[place : place + 20].split()) or "the end"
    form = next((FORMS[name] for name in FORMS if f"{name}(" in text), "core_share(DEU, 2029) >= 3.5")
    return f"question, character {place + 1}: '{rest}' {what}; accepted, for example: {form}"


# From the parser's tree to plain objects: names, numbers, calls, comparisons.


def _simple(tree: Any) -> Any:
    from lark import Token, Tree

    if not isinstance(tree, Tree):
        return str(tree) if isinstance(tree, Token) else tree
    made = _LEAVES.get(str(tree.data))
    return made(tree) if made else Named(str(tree.data), tuple(_simple(child) for child in tree.children))


def _number(tree: Tree) -> float:
    text = str(tree.children[0])
    try:
        value = float(text)
    except ValueError:
        raise InputError(f"'{text}' is no number") from None
    if abs(value) > 1e18:
        raise InputError(f"{text} is out of range; accepted: up to 1e18 in size")
    return value


def _call(tree: Tree) -> Call:
    name, *rest = tree.children
    how = str(rest.pop(0).children[0]) if rest and getattr(rest[0], "data", "") == "how" else None
    rest = rest[1:] if rest and rest[0] is None and how is None else rest
    return Call(str(name).strip('"'), how, tuple(_simple(child) for child in rest if child is not None))


_LEAVES: dict[str, Callable[[Any], Any]] = {
    "start": lambda t: _simple(t.children[0]),
    "number": _number,
    "call": _call,
    "name": lambda t: str(t.children[0]).strip('"'),
    "event": lambda t: Named("event", (str(t.children[0]), str(t.children[1].children[0]))),
    "names": lambda t: Named("names", tuple(str(c) for c in t.children)),
    "in_": lambda t: When("in", str(t.children[0])),
    "related": lambda t: When(str(t.children[0]), str(t.children[1])),
    "span": lambda t: When("span", str(t.children[0]), str(t.children[1])),
    "moment": lambda t: _simple(t.children[0]),
}


# From plain objects to questions.


def _question(node: Any) -> Question:
    if isinstance(node, Named):
        made = _QUESTIONS.get(node.kind)
        if made:
            return made(*node.value)
    raise InputError(f"{_shown(node)} is no question; accepted, for example: {FORMS['happens']}")


def _alone(call: Call) -> Question:
    made = _CALLS.get(call.name)
    if made is None:
        if call.name in ("effect", "count", "rank"):
            raise InputError(f"{call.name}(...) needs a comparison; accepted, for example: {FORMS[call.name]}")
        raise InputError(
            f"{call.name}(...) alone asks nothing; accepted: a comparison ({call.name}(...) >= 3.5) or {', '.join(_CALLS)}"
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
    limit = right if isinstance(right, (float, tuple)) else _quantity(right)
    return Compare(_quantity(left), op, limit)


def _ranked(left: Any, which: str, group: str) -> Question:
    own = _quantity(left)
    return Compare(own, str(which), replace(own, who=(str(group),)))


def _quantity(node: Any) -> Quantity:
    """A quantity from a call: series(who, moment, unit), mean(...), change(...), 2 times ..."""
    if isinstance(node, Named) and node.kind in ("multiple", "alone"):
        if node.kind == "alone":
            return _quantity(node.value[0])
        return replace(_quantity(node.value[1]), times=node.value[0])
    if not isinstance(node, Call):
        raise InputError(f"{_shown(node)} is no quantity; accepted, for example: core_share(DEU, 2029)")
    if node.how:
        raise InputError(
            f"{node.name}[{node.how}]: square brackets belong to an event, as in happens(recession[two_quarters], RUS, by 2027-12)"
        )
    if node.name in data.SPANS:
        return _over_span(node)
    if node.name == "change":
        return _change(node)
    who: tuple[str, ...] = ()
    when, unit, share, default = None, "", None, False
    for argument in node.arguments:
        if when is not None and (isinstance(argument, When) or argument == "latest"):
            raise InputError(
                f"{node.name}(...): two moments, {when.first or 'latest'} and {_shown(argument)}; accepted: one"
            )
        if isinstance(argument, When):
            when = _moment(argument)
        elif argument == "default":
            default = True
        elif argument == "latest":
            when = When("latest")
        elif isinstance(argument, Named) and argument.kind == "share":
            share = str(argument.value[0])
        elif isinstance(argument, Named) and argument.kind == "names":
            who = argument.value
        elif isinstance(argument, str) and not who and when is None and not default:
            who = (argument,)
        elif isinstance(argument, str) and not unit:
            unit = argument
        else:
            raise InputError(
                f"{node.name}({_shown(argument)}): accepted: who, a moment, a unit, as in balance(RUS, 2025, RUB)"
            )
    return Quantity(node.name, who, _with_default(when, default), unit, share_of=share)


def _with_default(when: When | None, default: bool) -> When:
    if when is None:
        return When("default") if default else When("")
    return replace(when, default=default and when.relation != "latest")


def _moment(when: When) -> When:
    if when.relation == "span":
        raise InputError(f"{when.first}..{when.last}: a span needs mean, sum, each or any, as in {FORMS['mean']}")
    if when.relation == "from":
        raise InputError("'from' belongs to a change, as in " + FORMS["change"])
    period(when.first)
    return when


def _over_span(call: Call) -> Quantity:
    spans = [a for a in call.arguments if isinstance(a, When)]
    rest = [a for a in call.arguments if not isinstance(a, When) and a != "default"]
    unit = next((a for a in rest[1:] if isinstance(a, str)), "")  # of members, who stand without a name before it
    rest = [a for a in rest if not (unit and a is unit)]
    if len(spans) != 1 or len(rest) != 1:
        raise InputError(
            f"{call.name}(...) takes a quantity and a span, as in {FORMS['mean'].replace('mean', call.name)}"
        )
    span = spans[0]
    first, last = (span.first, span.last) if span.relation == "span" else (span.first, span.first)
    if span.relation not in ("span", "in") or period(first).first > period(last).last:
        raise InputError(f"{call.name}: the span runs from {first} to {last}; accepted: first..last, as in 2026..2028")
    inner = _quantity(rest[0])
    if inner.when != When(""):
        raise InputError(
            f"{call.name}: the quantity has a moment of its own; accepted: {FORMS['mean'].replace('mean', call.name)}"
        )
    return replace(inner, unit=inner.unit or unit, when=When(call.name, first, last, "default" in call.arguments))


def _change(call: Call) -> Quantity:
    since = next((a.first for a in call.arguments if isinstance(a, When) and a.relation == "from"), None)
    words = [a for a in call.arguments if isinstance(a, str)]
    kind = next((w for w in words if w in KINDS), None)
    quantities = [a for a in call.arguments if isinstance(a, (Call, Named))]
    if since is None or kind is None or len(quantities) != 1 or len(words) > 2 or len(call.arguments) != 2 + len(words):
        raise InputError(
            f"change(...) takes a quantity, from when, and percent, absolute or multiple, as in {FORMS['change']}"
        )
    period(since)
    strange = [w for w in words if w not in KINDS and w not in PRICES]
    if strange:
        raise InputError(f"change(..., {strange[0]}): accepted: percent, absolute or multiple, then real or nominal")
    real = next((PRICES[w] for w in words if w in PRICES), None)
    return replace(_quantity(quantities[0]), change=Change(since, kind, real))


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
        raise InputError(f"{_shown(value)} is no number of members; accepted: a whole number or all")
    return int(value)


def _rank(call: Call, op: str, right: Any) -> Question:
    """rank(series, group, who, moment) == 1 is the highest; rank 3 means that two of the group stand above."""
    names = [a for a in call.arguments if isinstance(a, str) and a != "latest"]
    moments = [When("latest") if a == "latest" else a for a in call.arguments if isinstance(a, When) or a == "latest"]
    when = moments[0] if moments else When("")
    if len(names) != 3 or len(moments) > 1 or len(call.arguments) != 3 + len(moments):
        raise InputError(f"rank(...) takes a series, a group, who and a moment, as in {FORMS['rank']}")
    series, group, who = names
    own = Quantity(series, (who,), _moment(when) if when.first else when)
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
    of = _quantity(inner) if measured else _question(node)
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
        raise InputError(f"{_shown(call)} is no lever; accepted, for example: keep_pledge(), oil(40), base")
    return f"{call.name}({', '.join(_plain(a) for a in call.arguments)})"


def _plain(argument: Any) -> str:
    if isinstance(argument, When) and argument.relation == "in":
        return argument.first.replace("-Q", "Q")
    if isinstance(argument, float):
        return number(argument)
    if isinstance(argument, str):
        return argument
    raise InputError(f"{_shown(argument)}: accepted as an argument of a lever: a number, a year, a quarter or a name")


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
        when = _moment(moments[0])
    strange = [a for a in rest if not isinstance(a, (str, When))]
    if (
        strange
        or len(moments) > 1
        or len([a for a in rest if a not in ("default", "latest") and isinstance(a, str)]) > 1
    ):
        raise InputError(f"happens({name}, ...) takes an event, who and one moment, as in {FORMS['happens']}")
    return Happens(name, who, _with_default(when, "default" in rest), how)


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
            raise InputError(f"special({name}, {_shown(argument)}): accepted: in YEAR and name=value")
    return Special(name, tuple(sorted(slots.items())))


def _joined(kind: type[And] | type[Or]) -> Callable[[Call], Question]:
    def made(call: Call) -> Question:
        if len(call.arguments) < 2:
            raise InputError(f"{call.name}(...) joins at least two questions")
        return kind(tuple(_question(argument) for argument in call.arguments))

    return made


_CALLS: dict[str, Callable[[Call], Question]] = {
    "happens": _happens, "and": _joined(And), "or": _joined(Or), "special": _special,
}  # fmt: skip
_QUESTIONS: dict[str, Callable[..., Question]] = {
    "alone": _alone,
    "compare": _compared,
    "about": lambda left, right: _compared(left, "about", right),
    "between": lambda left, low, high: _compared(left, "between", (low, high)),
    "ranked": _ranked,
    "negation": lambda of: data.negated(_question(of)),
    "given": _given,
}


def _shown(node: Any) -> str:
    if isinstance(node, Call):
        return f"{node.name}(...)"
    if isinstance(node, When):
        return node.first
    if isinstance(node, Named):
        return f"'{node.kind}'"
    return f"{node:g}" if isinstance(node, float) else f"'{node}'"
