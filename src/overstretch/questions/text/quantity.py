"""A typed call as a quantity: series, of whom, when, in what unit, and as what change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from overstretch.errors import InputError
from overstretch.questions.data import SPANS, Change, Quantity, When
from overstretch.questions.periods import period
from overstretch.questions.text.tree import FORMS, Call, Named, shown

KINDS = {"percent": "percent", "absolute": "absolute", "multiple": "multiple"}
PRICES = {"real": True, "nominal": False}


def quantity(node: Any) -> Quantity:
    """A quantity from a call: series(who, moment, unit), mean(...), change(...), 2 times ..."""
    if isinstance(node, Named) and node.kind in ("multiple", "alone"):
        if node.kind == "alone":
            return quantity(node.value[0])
        return replace(quantity(node.value[1]), times=node.value[0])
    if not isinstance(node, Call):
        raise InputError(f"{shown(node)} is no quantity; accepted, for example: core_share(DEU, 2029)")
    if node.how:
        raise InputError(
            f"{node.name}[{node.how}]: square brackets belong to an event, as in happens(recession[two_quarters], RUS, "
            "by 2027-12)"
        )
    if node.name in SPANS:
        return _over_span(node)
    if node.name == "change":
        return _change(node)
    return _of_series(node)


def _of_series(node: Call) -> Quantity:
    """series(who, moment, unit): the arguments by what they are, in this order where they are words."""
    who: tuple[str, ...] = ()
    when, unit, share, default = None, "", None, False
    for argument in node.arguments:
        if when is not None and (isinstance(argument, When) or argument == "latest"):
            raise InputError(
                f"{node.name}(...): two moments, {when.first or 'latest'} and {shown(argument)}; accepted: one"
            )
        if isinstance(argument, When):
            when = moment(argument)
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
                f"{node.name}({shown(argument)}): accepted: who, a moment, a unit, as in balance(RUS, 2025, RUB)"
            )
    return Quantity(node.name, who, with_default(when, default), unit, share_of=share)


def with_default(when: When | None, default: bool) -> When:
    if when is None:
        return When("default") if default else When("")
    return replace(when, default=default and when.relation != "latest")


def moment(when: When) -> When:
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
    inner = quantity(rest[0])
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
    return replace(quantity(quantities[0]), change=Change(since, kind, real))
