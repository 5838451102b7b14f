"""The rules' reading of a statement beside the question that a language model proposes for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from math import isclose
from typing import Any

from overstretch.claims.admission import Proposed, admitted
from overstretch.claims.admission.dates import swapped
from overstretch.claims.proposals import Proposal
from overstretch.claims.reader.around import Around
from overstretch.claims.reader.asked import denied
from overstretch.claims.reader.draft import Unread
from overstretch.errors import InputError
from overstretch.questions import catalogue, say
from overstretch.questions.check import checked
from overstretch.questions.data import (
    MIRRORED,
    NEGATED,
    Change,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Quantity,
    Question,
    When,
    contrary,
)
from overstretch.questions.data import moments as moments_of
from overstretch.questions.periods import period, window
from overstretch.questions.text import parse
from overstretch.questions.text.written import write
from overstretch.statements.record import Proposition, Statement

ROUNDED = 2e-3  # a third is 33.3
RECENT = 2  # months in which a figure is the last one known
NOTHING = (
    "wish",
    "demand",
    "question",
    "irony",
    "topic",
    "vague",
    "no date",
)  # a model's reasons that are no lack of the language
NO_CLAIM = (  # the rules did not fail to read it: they read that nothing is claimed
    "it says what ought",
    "it voices a wish",
    "it is a question",
    "it seems to be irony",
    "it tells",
    "it reports what was said",
    "its next words take it back",
)


@dataclass(frozen=True)
class Compiled:
    """What a statement asks; or the reason why nothing, and the nearest question that could be asked.

    further: what else it asks, where a sentence makes several claims."""

    proposition: Proposition | None
    reason: str | None = None
    nearest: str | None = None
    further: tuple[Proposition, ...] = ()


def weighed(
    rules: Compiled, proposal: Proposal, statement: Statement, around: Around, name: str, horizon: int | None
) -> Compiled:
    """The rules' reading beside a model's: one question that both read stands; what one alone reads stands where the
    other has
    nothing against it; where they read differently nothing is asked, and both are shown, also where the gate refuses
    the model's."""
    made, refused = _admitted(proposal, statement, around, horizon)
    own = [p for p in (rules.proposition, *rules.further) if p is not None]
    if not made:
        why = proposal.none or proposal.fault or "; ".join(refused)
        if own and (proposal.none or "").lower().startswith(NOTHING):
            reason = f"read differently: by the rules “{_claims(own)}”; {name} finds nothing to test in it ({why})"
            return Compiled(None, reason, own[0].question)
        meant = [one for one in map(_meant, proposal.questions) if one is not None]
        if own and meant and not any(alike(p.question, m, around.said) for p in own for m in meant):
            reason = (
                f"read differently: by the rules “{_claims(own)}”; by {name}, whose question is refused, "
                f"“{'; '.join(say.claim(parse(m)) for m in meant)}”"
            )
            return Compiled(None, reason, own[0].question)
        return rules if own else Compiled(None, f"{rules.reason}; {name}: {why}", rules.nearest)
    if not own and (rules.reason or "").startswith(NO_CLAIM) and not _answered(rules, made):
        return Compiled(None, f"read differently: by the rules {rules.reason}; by {name} “{_claims(made)}”")
    until = _UNTIL.search(statement.content) is not None

    def one(p: Proposition, m: Proposition) -> bool:
        return alike(p.question, m.question, around.said) or (until and _to_its_year(p.question, m.question))

    shared = [p for p in own if any(one(p, m) for m in made)]
    if own and not shared:
        reason = f"read differently: by the rules “{_claims(own)}”; by {name} “{_claims(made)}”"
        return Compiled(None, reason, own[0].question)
    asked = [*(_nearer(p, made, around.said) for p in shared), *(m for m in made if not any(one(p, m) for p in shared))]
    return Compiled(asked[0], None, None, tuple(asked[1:]))


def _nearer(own: Proposition, made: Sequence[Proposition], said: date) -> Proposition:
    """The model's question where it differs from the rules' in nothing but how near a figure has to come."""
    if any(same(own.question, m.question) for m in made):
        return own
    return next((m for m in made if alike(own.question, m.question, said)), own)


_UNTIL = re.compile(r"\b(?:until|till)\b", re.I)


def _to_its_year(rules: str, model: str) -> bool:
    """Whether two questions are of all years until one, which the rules leave out and the model takes in."""
    other = parse(model)
    whens = [when for when in moments_of(other) if when.relation == "each" and len(when.last) == 4]
    own = [replace(when, last=str(int(when.last) - 1)) for when in whens]
    return len(whens) == 1 and parse(rules) == swapped(other, whens[0], own[0])


def _admitted(
    proposal: Proposal, statement: Statement, around: Around, horizon: int | None
) -> tuple[list[Proposition], list[str]]:
    """The proposed questions that the gate lets through, each once, and why it refuses the others."""
    taken, refused = admitted(proposal.questions, statement, around, horizon)
    made: list[Proposition] = []
    for one in taken:
        try:
            one = denied(one) if statement.force == "deny" else one
        except Unread as reason:
            refused.append(f"“{one.question}” refused: {reason}")
            continue
        if not any(same(one.question, m.question) for m in made):
            made.append(one)
    return made, refused


def _meant(proposed: Proposed) -> str | None:
    """A proposed question as text, whatever the gate says of it; None where it is no question at all."""
    try:
        return write(checked(proposed.meant()))
    except InputError:
        return None


def _answered(rules: Compiled, made: Sequence[Proposition]) -> bool:
    """Whether the rules saw a question that is answered with no, and the model asks the contrary."""
    contrary = all(isinstance(parse(one.question), Not) for one in made)
    return contrary and (rules.reason or "").startswith("it is a question that is answered with no")


def _claims(asked: Sequence[Proposition]) -> str:
    return "; ".join(say.claim(parse(p.question)) for p in asked)


def same(one: str, other: str) -> bool:
    """Whether two questions are one: "in 2029" and "by the end of 2029", "not above" and "at most", a moment put in by
    either."""
    return one == other or _usual(parse(one)) == _usual(parse(other))


def alike(one: str, other: str, said: date) -> bool:
    """Whether two questions differ in nothing but how near a figure has to come ("about 5%" and "at least 5%", "eight
    of them" and "only eight"), by which measure it is given ("3.8 trillion roubles, or 1.6% of GDP"), or whether the
    last figure known is dated."""
    if one == other:
        return True
    a, b = (_dated(_usual(parse(q)), said) for q in (one, other))
    return _fits(a, b) or _measured(a, b)


def _measured(one: Any, other: Any) -> bool:
    """Whether two comparisons are of one figure in two units."""
    if not (isinstance(one, Compare) and isinstance(other, Compare)) or one.left.unit == other.left.unit:
        return False
    figures = not isinstance(one.right, Quantity) and not isinstance(other.right, Quantity)
    return figures and one.op == other.op and replace(one.left, unit="") == replace(other.left, unit="")


def _dated(part: Any, said: date) -> Any:
    """With the last figure known for a moment that is not yet long over when it is said, and the year said for a month
    of it from which something changes."""
    if isinstance(part, When) and part.relation == "by":
        away = 12 * said.year + said.month - 1 - int(part.first)
        return When("latest") if 0 <= away <= RECENT else part
    if isinstance(part, Change) and int(part.since) // 12 == said.year:
        return replace(part, since=str(said.year))
    if isinstance(part, tuple):
        return tuple(_dated(one, said) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: _dated(getattr(part, f.name), said) for f in fields(part) if f.compare})
    return part


def _fits(one: Any, other: Any) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(_fits(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=ROUNDED)
    if isinstance(one, When) and isinstance(other, When) and one.relation == other.relation == "any":
        a, b = window(one), window(other)
        return max(abs(a.first - b.first), abs(a.last - b.last)) <= 1  # a winter
    if type(one) is not type(other) or not is_dataclass(one) or isinstance(one, type):
        return bool(one == other)
    names = [f.name for f in fields(one) if f.compare]
    ops = {one.op, other.op} if "op" in names else set()  # type: ignore[attr-defined]
    if isinstance(one, Happens) and (other.how is None or (one.how is None and other.how == "out")):
        other = replace(other, how=one.how)  # the rules' route, where the model names none; to leave is to be out
    if isinstance(one, Effect) and one.cause and one.cause == other.cause:
        other = replace(other, worlds=one.worlds)
    near = len(ops) == 2 and bool(ops & {"about", "=="}) and ops <= {"about", "<=", ">=", "=="}
    return all(_fits(getattr(one, n), getattr(other, n)) or (n == "op" and near) for n in names)


_LOOSE = {"<": "<=", ">": ">="}


def _usual(part: Any) -> Any:
    match part:
        case When() if part.default:
            return When("default")
        case When() if part.relation in ("sum", "mean") and window(part).last - window(part).first in (2, 5, 11):
            return When("by", str(window(part).last))  # of a quarter, a half or a year
        case When() if part.relation in ("in", "by", "before"):
            return When("by", str(window(part).last))
        case Not() if isinstance(part.of, Compare) and part.of.op in NEGATED:
            return _usual(contrary(part.of))
        case Given():
            return Given(_usual(part.of), tuple(_usual(_lever(one)) for one in part.conditions))
        case Count() if part.where.op in ("<", "<=") and isinstance(part.n, int) and part.op in MIRRORED | {"==": ""}:
            return _usual(_rest(part, part.n))
        case Compare() if (since := _since(part)) is not None:
            return _usual(since)
        case Change():
            return replace(part, since=str(period(part.since).last))
        case Happens() if part.who == "NATO":
            return _usual(replace(part, who=None))
        case Quantity() if part.series == "brent_price" and part.who:
            return _usual(replace(part, who=()))
    if isinstance(part, tuple):
        return tuple(_usual(one) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        made = replace(part, **{f.name: _usual(getattr(part, f.name)) for f in fields(part) if f.compare})
        return replace(made, op=_LOOSE.get(made.op, made.op)) if isinstance(made, Compare) else made
    return part


def _lever(condition: Do | Question) -> Do | Question:
    """A condition of the oil price at a level as the lever that holds it there."""
    match condition:
        case Compare(left=Quantity(series="oil_price", change=None), op="about", right=float(price)):
            return Do(f"oil({price:g})")
    return condition


def _rest(part: Count, n: int) -> Count:
    """ "Three of them do not exceed it" is "all but three exceed it"."""
    size = len(catalogue.members(part.group))
    where = replace(part.where, op=NEGATED[part.where.op])
    return replace(part, where=where, op=MIRRORED.get(part.op, part.op), n=size - n)


def _since(part: Compare) -> Compare | None:
    """A change above or below nothing as a comparison with its base; None for any other comparison."""
    change = part.left.change
    if change is None or part.right != 0:
        return None
    now = replace(part.left, change=None)
    return Compare(now, part.op, replace(now, when=When("in", change.since)))
