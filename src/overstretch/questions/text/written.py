"""The canonical text of a question, which `text.parse` reads back to the same data."""

from __future__ import annotations

import re

from overstretch.questions.data import (
    SPANS,
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
    When,
)

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def write(question: Question) -> str:
    """The canonical text."""
    match question:
        case Compare():
            return _compare(question)
        case Count():
            return f"count({question.group}: {_compare(question.where)}) {question.op} {_whole(question.n)}"
        case Happens():
            how = f"[{question.how}]" if question.how else ""
            return f"happens({', '.join([_name(question.event) + how, *_some(question.who), *_moment(question.when)])})"
        case Not():
            return f"not {_inner(question.of)}"
        case And():
            return f"and({', '.join(_inner(q) for q in question.of)})"
        case Or():
            return f"or({', '.join(_inner(q) for q in question.of)})"
        case Given():
            return f"{_inner(question.of)} given {', '.join(_condition(c) for c in question.conditions)}"
        case Effect():
            return _effect(question)
        case Special():
            slots = (f"in {v}" if k == "year" else f"{k}={v}" for k, v in question.slots)
            return f"special({', '.join([question.name, *slots])})"


def _inner(question: Question) -> str:
    """Within another question; one with conditions keeps them to itself by brackets."""
    text = write(question)
    return f"({text})" if isinstance(question, Given) else text


def _condition(condition: Do | Question) -> str:
    return condition.levers if isinstance(condition, Do) else _inner(condition)


def _compare(question: Compare) -> str:
    left, right = quantity(question.left), question.right
    if question.op in ("highest", "lowest"):
        assert isinstance(right, Quantity)
        return f"{left} {question.op} of {right.who[0]}"
    if question.op == "between":
        assert isinstance(right, tuple)
        return f"{left} between {number(right[0])} and {number(right[1])}"
    return f"{left} {question.op} {_limit(right)}"


def _limit(right: Limit) -> str:
    if isinstance(right, Quantity):
        return quantity(right)
    assert isinstance(right, (float, int))
    return number(right)


def quantity(q: Quantity) -> str:
    """A quantity as the language writes it."""
    inner = [*(["+".join(q.who)] if q.who else [])]
    if q.when.relation not in SPANS:
        inner += _moment(q.when)
    unit = [_name(u) for u in _some(q.unit)]
    alone = not q.who and q.when.relation in SPANS  # within the brackets of members it would be read as a name
    inner += [*([] if alone else unit), *([f"share of {q.share_of}"] if q.share_of else [])]
    text = f"{_name(q.series)}({', '.join(inner)})"
    if q.when.relation in SPANS:
        text = f"{q.when.relation}({', '.join([text, *_moment(q.when), *(unit if alone else [])])})"
    if q.change:
        price = {True: ", real", False: ", nominal", None: ""}[q.change.real]
        text = f"change({text}, from {q.change.since}, {q.change.kind}{price})"
    return text if q.times == 1 else f"{number(q.times)} times {text}"


def _moment(when: When) -> list[str]:
    if when.relation in ("latest", "default", ""):
        return _some(when.relation)
    named = {"in": when.first, "by": f"by {when.first}", "before": f"before {when.first}"}.get(
        when.relation, f"{when.first}..{when.last}"
    )
    return [named, *(["default"] if when.default else [])]


def _effect(effect: Effect) -> str:
    first, second = (do.levers for do in effect.worlds or (Do("base"), Do("base")))
    of = quantity(effect.of) if isinstance(effect.of, Quantity) else _inner(effect.of)
    own = effect.of.unit if isinstance(effect.of, Quantity) and effect.of.unit else "points"
    unit = f", {_name(effect.unit)}" if effect.unit != own else ""
    unit += f', "{effect.cause}"' if " " in effect.cause and '"' not in effect.cause else ""
    if effect.op == "between":
        assert isinstance(effect.value, tuple)
        return (
            f"effect({first} against {second}, {of}{unit}) between {number(effect.value[0])} and "
            f"{number(effect.value[1])}"
        )
    assert isinstance(effect.value, (float, int))
    return f"effect({first} against {second}, {of}{unit}) {effect.op} {number(effect.value)}"


def _whole(n: int | tuple[int, int] | str) -> str:
    return f"{n[0]} and {n[1]}" if isinstance(n, tuple) else str(n)


def _name(text: str) -> str:
    return text if _NAME.fullmatch(text) else f'"{text}"'


def _some(text: str | None) -> list[str]:
    return [text] if text else []


def number(value: float) -> str:
    """The shortest text that reads back to the same number: 3.5, -8e12."""
    if value == int(value) and abs(value) < 1e6:
        return str(int(value))
    text = repr(float(value))
    if "e" in text or abs(value) < 1e6:
        return text
    mantissa, exponent = f"{value:.17e}".split("e")
    for digits in range(17):
        short = f"{value:.{digits}e}"
        if float(short) == value:
            mantissa, exponent = short.split("e")
            break
    return f"{mantissa}e{int(exponent)}"
