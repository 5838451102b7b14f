"""The parser's tree of a typed question as plain objects: names, numbers, moments, calls, comparisons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from overstretch.errors import InputError
from overstretch.questions.data import When

if TYPE_CHECKING:
    from lark import Lark, Tree

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

    grammar = files(__package__).joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=True)


def tree(text: str) -> Any:
    """What was typed, as calls, names, numbers and moments.

    Raises InputError with the place of what cannot be read and what is accepted there."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedInput, VisitError

    if len(text) > LONGEST:
        raise InputError(f"a question of {len(text)} characters; accepted: up to {LONGEST}")
    if max(_depths(text)) > DEEPEST or _NOTS.search(text):
        raise InputError(f"brackets within brackets or contraries of contraries, more than {DEEPEST} deep")
    try:
        return _simple(_parser().parse(text))
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
    "of_one": lambda t: "share",  # a unit
    "event": lambda t: Named("event", (str(t.children[0]), str(t.children[1].children[0]))),
    "names": lambda t: Named("names", tuple(str(c) for c in t.children)),
    "in_": lambda t: When("in", str(t.children[0])),
    "related": lambda t: When(str(t.children[0]), str(t.children[1])),
    "span": lambda t: When("span", str(t.children[0]), str(t.children[1])),
    "moment": lambda t: _simple(t.children[0]),
}


def shown(node: Any) -> str:
    if isinstance(node, Call):
        return f"{node.name}(...)"
    if isinstance(node, When):
        return node.first
    if isinstance(node, Named):
        return f"'{node.kind}'"
    return f"{node:g}" if isinstance(node, float) else f"'{node}'"
