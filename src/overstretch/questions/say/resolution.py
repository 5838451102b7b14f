"""How a question resolves: by which published figure, or why no published series settles it."""

from __future__ import annotations

from overstretch.questions import catalogue
from overstretch.questions.data import And, Compare, Count, Effect, Given, Happens, Not, Or, Quantity, Question, Special
from overstretch.questions.say.clauses import claim, lower
from overstretch.questions.say.named import moment


def rule(question: Question) -> str:
    """How the question resolves: by which published figure, or why no published series settles it."""
    match question:
        case Compare() | Count():
            return _rule_of(question.left if isinstance(question, Compare) else question.where.left, claim(question))
        case Happens():
            about = catalogue.all_events().get(question.event)
            if about is None or not about.rule:
                return "no published series settles it"
            route = about.route(question.how)
            by = moment(question.when).removeprefix("by ") or "the date asked"
            return about.rule.format(by=by, how=route.label, who=catalogue.person(question.who) if question.who else "")
        case Not() | Given():
            return rule(question.of)
        case And() | Or():
            return "; ".join(dict.fromkeys(rule(q) for q in question.of))
        case Effect():
            return "a difference between worlds that no one can observe; the paired futures decide"
        case Special():
            return catalogue.special(question.name).rule
    raise TypeError(question)


def _rule_of(q: Quantity, text: str) -> str:
    about = catalogue.all_series().get(q.series)
    if about is None:
        return "no series is held for it"
    if about.settles:
        return about.settles
    if not about.tables:
        return f"{about.definition}: no series is published yet"
    first = about.tables[0]
    printed = (
        f", printed with {about.decimals} decimals, in the first edition in which the year is no estimate"
        if about.printed
        else ", first full publication"
    )
    return f"{lower(text)}; {about.definition} ({first.name}{printed})"
