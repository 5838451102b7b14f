"""Questions as JSON, in the published form (`schema.json`); both ways without loss but for the words of a cause."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.data import (
    SPANS,
    And,
    Change,
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
    When,
)

DEEPEST = 20
UNITS = {"USD a barrel": "USD", "pieces": "index"}  # as the form calls them


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a question (draft 2020-12)."""
    return json.loads(files("overstretch.questions").joinpath("schema.json").read_text(encoding="utf-8"))


def to_json(question: Question) -> dict[str, Any]:
    """The question as a JSON object."""
    if isinstance(question, Not):
        inner = to_json(question.of)
        return inner | {"not": not inner["not"]}
    if isinstance(question, Given):
        inner = to_json(question.of)
        if inner["given"]:
            raise InputError(
                "a question with conditions under further conditions has no JSON form; join the conditions"
            )
        return inner | {"given": [_condition(c) for c in question.conditions]}
    return _plain(question) | {"not": False, "given": []}


def _plain(question: Question) -> dict[str, Any]:
    match question:
        case Compare():
            left = _quantity(question.left, _unsaid(question))
            return {"kind": "compare", "left": left, "op": question.op, "right": _right(question)}
        case Count():
            where = question.where
            inner = _quantity(where.left, _unsaid(where)) | {"op": where.op, "right": _right(where)}
            del inner["who"]
            n: Any = list(question.n) if isinstance(question.n, tuple) else question.n
            return {"kind": "count", "group": question.group, "where": inner, "op": question.op, "n": n}
        case Happens():
            how = {"how": question.how} if question.how else {}
            return {"kind": "happens", "event": question.event, "who": question.who, "when": _when(question.when)} | how
        case And() | Or():
            kind = "and" if isinstance(question, And) else "or"
            return {"kind": kind, "of": [to_json(q) for q in question.of]}
        case Effect():
            return _effect(question)
        case Special():
            return {"kind": "special", "name": question.name, "slots": dict(question.slots)}
    raise TypeError(question)


def _effect(effect: Effect) -> dict[str, Any]:
    worlds = {"worlds": [do.levers for do in effect.worlds]} if effect.worlds else {}
    of = _quantity(effect.of, True) if isinstance(effect.of, Quantity) else to_json(effect.of)
    value: Any = list(effect.value) if isinstance(effect.value, tuple) else effect.value
    cause = effect.cause or (effect.worlds[0].levers if effect.worlds else "")
    unit = "%" if effect.unit == "percent" else effect.unit
    return {"kind": "effect", "cause": cause, "of": of, "op": effect.op, "value": value, "unit": unit} | worlds


def _condition(condition: Do | Question) -> dict[str, Any]:
    return {"do": condition.levers} if isinstance(condition, Do) else to_json(condition)


def _quantity(q: Quantity, unit: bool = False) -> dict[str, Any]:
    """unit: no figure beside it says in which unit it is meant."""
    who: Any = list(q.who) if len(q.who) > 1 else q.who[0] if q.who else None
    held: dict[str, Any] = {"series": q.series, "who": who, "when": _when(q.when)}
    if unit and q.unit:
        held["unit"] = q.unit
    if q.change:
        held["change"] = {"from": q.change.since, "as": q.change.kind, "real": q.change.real}
    if q.share_of:
        held["share_of"] = q.share_of
    if q.times != 1:
        held["times"] = q.times
    return held


def _unsaid(compare: Compare) -> bool:
    """Whether no figure on the right says the unit of the left side: a percentage of an amount leaves its currency
    open."""
    return isinstance(compare.right, Quantity) or catalogue.unit_of(compare.left) != compare.left.unit


def _right(compare: Compare) -> dict[str, Any]:
    if isinstance(compare.right, Quantity):
        return _quantity(compare.right, True)
    unit = UNITS.get(own := catalogue.unit_of(compare.left), own)
    if compare.left.change and compare.left.change.kind == "absolute" and unit in ("%", "% of GDP"):
        unit = "points"
    if isinstance(compare.right, tuple):
        return {"low": compare.right[0], "high": compare.right[1], "unit": unit}
    return {"value": compare.right, "unit": unit}


def _when(when: When) -> dict[str, Any]:
    if when.relation in ("latest", "default", ""):
        return {when.relation or "default": True}
    held: dict[str, Any] = {when.relation: [when.first, when.last] if when.relation in SPANS else when.first}
    return held | ({"default": True} if when.default else {})


def from_json(held: Any, depth: int = 0) -> Question:
    """The question of a JSON object. Raises InputError that names the field at fault and what is accepted."""
    if not isinstance(held, dict):
        raise InputError(f"a question is a JSON object with a kind; got {type(held).__name__}")
    if depth > DEEPEST:
        raise InputError(f"questions within questions, more than {DEEPEST} deep")
    try:
        inner = _made(held, depth)
        if held.get("not", False):
            inner = Not(inner)
        given = held.get("given", [])
        return Given(inner, tuple(_conditioned(c, depth) for c in given)) if given else inner
    except InputError:
        raise
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError) as fault:
        what = f"the field {fault} is missing" if isinstance(fault, KeyError) else str(fault)
        raise InputError(
            f"a question of kind {str(held.get('kind'))[:40]!r}: {what[:200]}; accepted: the schema of questions"
        ) from fault


def _made(held: dict[str, Any], depth: int) -> Question:
    match held.get("kind"):
        case "compare":
            return _compared(_read_quantity(held["left"]), held["op"], held["right"])
        case "count":
            where = held["where"]
            inner = _compared(_read_quantity(where | {"who": None}), where["op"], where["right"])
            n = held["n"]
            number = (_whole(n[0]), _whole(n[1])) if isinstance(n, list) else "all" if n == "all" else _whole(n)
            return Count(str(held["group"]), inner, str(held["op"]), number)
        case "happens":
            who = held.get("who")
            return Happens(
                str(held["event"]),
                None if who is None else str(who),
                _read_when(held["when"]),
                None if held.get("how") is None else str(held["how"]),
            )
        case "and" | "or":
            kind = And if held["kind"] == "and" else Or
            return kind(tuple(from_json(q, depth + 1) for q in held["of"]))
        case "effect":
            return _read_effect(held, depth)
        case "special":
            return Special(str(held["name"]), tuple(sorted((str(k), str(v)) for k, v in held.get("slots", {}).items())))
    raise InputError(
        f"a question of kind {str(held.get('kind'))[:40]!r}; accepted: compare, count, happens, and, or, effect, "
        "special"
    )


def _whole(n: Any) -> int:
    if isinstance(n, bool) or int(n) != float(n):
        raise InputError(f'a count of {n!r}; accepted: a whole number, a range of two or "all"')
    return int(n)


def _compared(left: Quantity, op: str, right: dict[str, Any]) -> Compare:
    if "series" in right:
        return Compare(left, str(op), _read_quantity(right))
    if not left.unit and not left.share_of and (not left.change or left.change.kind == "absolute"):
        left = catalogue.with_unit(left, str(right.get("unit", "")))
    limit: Limit = (float(right["low"]), float(right["high"])) if "low" in right else float(right["value"])
    return Compare(left, str(op), limit)


def _read_effect(held: dict[str, Any], depth: int) -> Effect:
    of = held["of"]
    inner: Quantity | Question = from_json(of, depth + 1) if "kind" in of else _read_quantity(of)
    worlds = held.get("worlds")
    pair = (Do(str(worlds[0])), Do(str(worlds[1]))) if worlds else None
    value = held["value"]
    figure = (float(value[0]), float(value[1])) if isinstance(value, list) else float(value)
    cause = held.get("cause", "")
    cause = cause["do"] if isinstance(cause, dict) else str(cause)
    return Effect(
        pair,
        inner,
        str(held["op"]),
        figure,
        "percent" if held.get("unit") == "%" else str(held.get("unit", "points")),
        "" if pair and cause == pair[0].levers else cause,
    )


def _conditioned(held: Any, depth: int) -> Do | Question:
    if isinstance(held, dict) and set(held) == {"do"}:
        return Do(str(held["do"]))
    return from_json(held, depth + 1)


def _read_quantity(held: dict[str, Any]) -> Quantity:
    who, change = held.get("who"), held.get("change")
    names = () if who is None else tuple(map(str, who)) if isinstance(who, list) else (str(who),)
    since = Change(str(change["from"]), str(change["as"]), change.get("real")) if change else None
    return Quantity(
        str(held["series"]),
        names,
        _read_when(held["when"]),
        str(held.get("unit", "")) if "kind" not in held else "",
        since,
        None if held.get("share_of") is None else str(held["share_of"]),
        times=float(held.get("times", 1.0)),
    )


def _read_when(held: dict[str, Any]) -> When:
    rest = {k: v for k, v in held.items() if k != "default"}
    if not rest:
        return When("default")
    (relation, value), *more = rest.items()
    if more or relation not in ("in", "by", "before", "latest", *SPANS):
        raise InputError(f"a moment {held}; accepted: one of in, by, before, mean, sum, each, any, latest, default")
    if relation == "latest":
        return When("latest")
    default = bool(held.get("default", False))
    return (
        When(relation, str(value[0]), str(value[1]), default)
        if relation in SPANS
        else When(relation, str(value), default=default)
    )
