"""Questions in words: the claim as a plain sentence, the question, the moment, and how it resolves. No sentence says "will"."""

from __future__ import annotations

from collections.abc import Callable

from overstretch.questions import catalogue, labels
from overstretch.questions.catalogue import unit_of
from overstretch.questions.data import (
    NEGATED,
    SPANS,
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
    When,
    moments,
)  # fmt: skip
from overstretch.questions.figures import amount, said
from overstretch.questions.periods import month_name, period, window
from overstretch.questions.worlds import world

COMPARED = {
    "<": "below {}", "<=": "at most {}", "about": "about {}", ">=": "at least {}", ">": "above {}",
}  # fmt: skip
NUMBERS = {
    "<": "fewer than {}",
    "<=": "at most {}",
    "==": "{}",
    "about": "about {}",
    ">=": "at least {}",
    ">": "more than {}",
}


def claim(question: Question) -> str:
    """The claim as a plain sentence without a full stop: "Germany's core defence spending in 2029 is at least 3.50% of GDP"."""
    return _capital(_joined(*_clause(question)))


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def ask(question: Question) -> str:
    """The question: "Is Germany's core defence spending in 2029 at least 3.50% of GDP?"."""
    if isinstance(question, Given):
        return f"Given that {' and '.join(_condition(c) for c in question.conditions)}: {lower(ask(question.of))}"
    subject, verb, rest = _clause(question)
    if verb in ("is", "are"):
        return _capital(_joined(verb, subject, rest)) + "?"
    return _joined("Is it so that", subject, verb, rest) + "?"


def moment(when: When) -> str:
    """A moment in words: 'in 2029', 'by the end of 2027', 'on average from 2026 to 2028'."""
    if when.relation == "latest":
        return "at the last date published"
    if when.relation in ("default", ""):
        return ""
    if when.relation in SPANS:
        span = f"{_period(when.first)} to {_period(when.last)}"
        return {
            "mean": f"on average from {span}", "sum": f"added up from {span}", "each": f"throughout {span}", "any": f"at some time from {span}",
        }[when.relation]  # fmt: skip
    within = window(when)
    if when.relation == "in":
        return f"in {_period(when.first)}"
    return f"by the end of {within.year}" if within.last % 12 == 11 else f"by the end of {month_name(within.last)}"


def _period(text: str) -> str:
    within = period(text)
    if within.whole_years:
        return text
    if within.last - within.first == 2:
        return f"the {('first', 'second', 'third', 'fourth')[within.last % 12 // 3]} quarter of {within.year}"
    if within.last - within.first == 5:
        return f"the {'first' if within.last % 12 == 5 else 'second'} half of {within.year}"
    return month_name(within.last)


def defaults(question: Question) -> list[str]:
    """What the question has that the words did not say."""
    return sorted({f"the moment: {moment(w)}" for w in moments(question) if w.default})


Clause = tuple[str, str, str]  # subject, verb, rest


def _clause(question: Question) -> Clause:
    match question:
        case Compare():
            return _compare(question)
        case Count():
            return _count(question)
        case Happens():
            return _happens(question)
        case Not():
            return _not(question.of)
        case And() | Or():
            joint = ", and " if isinstance(question, And) else ", or "
            return joint.join(lower(claim(q)) for q in question.of), "", ""
        case Given():
            subject, verb, rest = _clause(question.of)
            return subject, verb, f"{rest}, given that {' and '.join(_condition(c) for c in question.conditions)}"
        case Effect():
            return _effect(question)
        case Special():
            return _special(question)


def _not(question: Question) -> Clause:
    if isinstance(question, Compare) and question.op in NEGATED and question.left.when.relation not in ("each", "any"):
        return _compare(Compare(question.left, NEGATED[question.op], question.right))
    subject, verb, rest = _clause(question)
    if verb in ("is", "are"):
        return subject, f"{verb} not", rest
    return "it", "does not come about", "that " + _joined(subject, verb, rest)


def quantity(q: Quantity, timed: bool = True) -> str:
    """A quantity in words: "Germany's core defence spending in 2029"."""
    about = catalogue.all_series().get(q.series)
    label = _label(q)
    text = _owned(q, label, about.of if about else ())
    if q.unit == "% of GDP" and about and about.unit != q.unit:
        text += " as a share of GDP"
    if q.share_of:
        text = f"the share of {_names(q.who)} in {_owned(Quantity(q.series, (q.share_of,), q.when), label, ())}"
    if q.times != 1:
        text = f"{amount(q.times, 'times')} {text}"
    when = moment(q.when) if timed else ""
    return f"{text} {when}".strip()


def _label(q: Quantity) -> str:
    about = catalogue.all_series().get(q.series)
    if about is None:
        return q.series.removeprefix(catalogue.OTHER).strip()
    return about.label_of.get(q.who[0], about.label) if len(q.who) == 1 else about.label


def _owned(q: Quantity, label: str, accepted: tuple[str, ...]) -> str:
    if (
        not q.who
        or label.startswith("Russia's")
        or "National Wealth" in label
        or "Urals" in label
        or (accepted in (("RUS",), ("NATO",), ("world",)) and "'s " in label)
    ):
        return label
    if q.series == "force_ratio":
        return f"{_possessive(q.who)} equipment over the other side's"
    if q.series == "members":
        return label
    label = label.removeprefix("the ")
    return f"{_possessive(q.who)} {label}"


def _possessive(who: tuple[str, ...]) -> str:
    names = _names(who)
    return f"{names}'" if names.endswith("s") and catalogue.is_group(who[-1]) else f"{names}'s"


def _names(who: tuple[str, ...]) -> str:
    names = [catalogue.person(code) for code in who]
    return (
        " and ".join(names)
        if len(names) < 3
        else f"{', '.join(names[:-1])} and {names[-1]}"
        if len(names) < 8
        else f"{len(names)} allies together"
    )


def _compare(compare: Compare) -> Clause:
    q, right = compare.left, compare.right
    if compare.op in ("highest", "lowest"):
        assert isinstance(right, Quantity)
        return quantity(q), "is", f"the {compare.op} of {catalogue.person(right.who[0])}"
    if isinstance(right, Quantity):
        return quantity(q), "is", COMPARED[compare.op].format(quantity(right, timed=right.when != q.when))
    if q.change:
        return _change(compare)
    if q.series == "balance" and q.change is None and not isinstance(right, tuple) and right < 0:
        return _deficit(q, compare.op, right)
    if isinstance(right, tuple):
        return quantity(q), "is", f"between {said(right[0], q)} and {said(right[1], q)}"
    near = _near(compare)
    return quantity(q), "is", COMPARED[compare.op].format(said(right, q)) + near


def _near(compare: Compare) -> str:
    """How near "about" is, beside it."""
    about = catalogue.all_series().get(compare.left.series)
    if compare.op != "about" or about is None or isinstance(compare.right, (tuple, Quantity)) or compare.left.unit:
        return ""
    return f" (within {said(about.tolerance(compare.right), compare.left)})"


def _deficit(q: Quantity, op: str, value: float) -> Clause:
    """A negative balance is spoken of as a deficit."""
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
    when = moment(q.when)
    return f"{_possessive(q.who)} public deficit {when}".strip(), "is", COMPARED[turned].format(said(-value, q))


def _change(compare: Compare) -> Clause:
    """A change against an earlier period: "is at least 20% above that of 2024"."""
    q, value = compare.left, compare.right
    assert q.change is not None and not isinstance(value, Quantity)
    price = {True: ", at constant prices", False: ", in current prices", None: ""}[q.change.real]
    of = f"that of {_period(q.change.since)}"
    if isinstance(value, tuple):
        low, high = (amount(abs(v), unit_of(q), 1) for v in value)
        way = "below" if value[1] <= 0 else "above"
        return (
            quantity(q),
            "is",
            f"between {low} and {high} {way} {of}{price}"
            if q.change.kind != "multiple"
            else f"between {low} and {high} {of}{price}",
        )
    if q.change.kind == "multiple":
        return quantity(q), "is", COMPARED[compare.op].format(f"{amount(value, 'times')} {of}") + price
    if value == 0:
        word = {"<": "below", "<=": "at or below", ">": "above", ">=": "at or above"}.get(compare.op, "about at")
        return quantity(q), "is", f"{word} {of}{price}"
    size, way = amount(abs(value), unit_of(q), 1), "below" if value < 0 else "above"
    op = compare.op if value > 0 else {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(compare.op, compare.op)
    return (
        quantity(q),
        "is",
        f"{COMPARED[op].format(size)} {way} {of}{price}".replace("above at least", "at least").replace(
            "below below", "less below"
        ),
    )


HAVE = {"<": "below {}", "<=": "of at most {}", "about": "of about {}", ">=": "of at least {}", ">": "above {}"}


def _count(count: Count) -> Clause:
    where, group = count.where, catalogue.all_groups()[count.group].label
    q = where.left
    label = _label(q)
    if isinstance(where.right, Quantity):
        limit = quantity(where.right, timed=where.right.when != q.when)
        what = f"{label} {HAVE[where.op].replace('of ', '').format(limit)}"
    elif q.change or isinstance(where.right, tuple):
        what = f"{label} that is {_compare(where)[2]}"
    else:
        what = f"{label} {HAVE[where.op].format(said(where.right, q))}"
    return _number(count, group), "have", _joined(what, moment(q.when))


def _number(count: Count, group: str) -> str:
    if count.n == "all":
        return f"all of {group} that have forces"
    if (count.op == "==" and count.n == 0) or (count.op == "<" and count.n == 1):
        return f"none of {group}"
    number = (
        f"between {count.n[0]} and {count.n[1]}" if isinstance(count.n, tuple) else NUMBERS[count.op].format(count.n)
    )
    return f"{number} of {group}"


def _happens(happens: Happens) -> Clause:
    about = catalogue.all_events().get(happens.event)
    if about is None:
        return happens.event.removeprefix(catalogue.OTHER).strip(), "comes about", moment(happens.when)
    route = about.route(happens.how)
    who = catalogue.person(happens.who) if happens.who else ""
    if happens.event == "recession":
        text = f"{who} falls into recession ({route.label})"
    elif happens.event == "ally_exit" and happens.who:
        text = f"{who} leaves the alliance"
    else:
        text = about.happening.format(how=route.label, who=who)
        text = route.label if happens.event == "ally_exit" else text
    return text, "", "" if about.result_year else moment(happens.when)


def _condition(condition: Do | Question) -> str:
    if isinstance(condition, Do):
        return labels.world(world(condition.levers))
    return lower(claim(condition))


def _effect(effect: Effect) -> Clause:
    """What a cause is said to do to a quantity or to the chance of an event."""
    cause = _cause(effect)
    up = effect.op not in ("<", "<=") if effect.op in ("<", "<=", ">", ">=") else not _negative(effect)
    if not isinstance(effect.of, Quantity):
        return cause, "raises" if up else "lowers", f"the chance that {lower(claim(effect.of))}"
    q = effect.of
    if effect.value == 0:
        return cause, "raises" if up else "lowers", quantity(q)
    unit = (
        "%"
        if effect.unit == "percent"
        else effect.unit
        if effect.unit in catalogue.currencies()
        else _points(unit_of(q))
    )
    if isinstance(effect.value, tuple):
        size = " to ".join(amount(abs(v), unit, 2) for v in effect.value)
    else:
        word = {"<=": "at least {}", ">=": "at least {}", "<": "more than {}", ">": "more than {}"}.get(
            effect.op, "about {}"
        )
        size = word.format(amount(abs(effect.value), unit, 2))
    return cause, "adds" if up else "takes", f"{size} {'to' if up else 'from'} {quantity(q)}"


def _negative(effect: Effect) -> bool:
    first = effect.value[0] if isinstance(effect.value, tuple) else effect.value
    return first < 0


def _points(unit: str) -> str:
    return "points of GDP" if unit == "% of GDP" else "points" if unit == "%" else unit


def _cause(effect: Effect) -> str:
    """The cause in words: the declared ones by their own, else the difference of the two worlds."""
    assert effect.worlds is not None
    pair = tuple(do.levers for do in effect.worlds)
    if effect.cause in catalogue.causes():
        return str(catalogue.causes()[effect.cause]["label"])
    for row in catalogue.causes().values():
        if pair in (tuple(row["worlds"]), tuple(row.get("nato", ()))):
            return str(row["label"])
    first, second = (labels.world(world(levers)) for levers in pair)
    if pair[1] == "base":
        return f"making it so that {first}"
    if pair[0] == "base":
        return f"what is missing where {second}"
    return f"making it so that {first}, against {second},"


def _special(special: Special) -> Clause:
    about = catalogue.special(special.name)
    say = SPECIALS.get(special.name)
    return say(special) if say else (about.label, "", "")


def _response(s: Special) -> Clause:
    who, to = ("Russia", "the allies") if s.slot("who") == "RUS" else ("the allies", "Russia")
    way = "lower" if s.slot("direction") == "down" else "higher"
    whose = "Russia's" if who == "Russia" else "the allies'"
    return (
        f"{whose} military spending in {s.slot('year')}",
        "is",
        f"{way} by at least 0.1% of GDP because it answers {to}",
    )


def _riding(s: Special) -> Clause:
    who = "the other allies" if s.slot("who") == "ALLIES" else catalogue.person(s.slot("who"))
    return (
        who,
        "spend" if s.slot("who") == "ALLIES" else "spends",
        f"less in {s.slot('year')} because {catalogue.person(s.slot('spender'))} spends 1% of GDP more",
    )


def _strain(s: Special) -> Clause:
    if s.slot("more") == "both":
        return (
            "the economic strain of the defence effort",
            "is",
            f"a standard deviation or more above its history on both sides, on average to the end of {s.slot('year')}",
        )
    return (
        "the economic strain of the defence effort",
        "is",
        f"higher for {catalogue.person(s.slot('more'))} than for the other side, on average to the end of {s.slot('year')}",
    )


SPECIALS: dict[str, Callable[[Special], Clause]] = {
    "response": _response, "free_riding": _riding, "strain_compared": _strain,
    "review": lambda s: ("a review of the pledge", "takes place", f"in {s.slot('year')}"),
    "precedent": lambda s: ("military spending", "contributed", "to the end of the Soviet Union, so that a like burden is a warning today"),
}  # fmt: skip


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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """With a small first letter, unless a name stands there."""
    first = text.split(" ", 1)[0].rstrip(",'s").rstrip("'")
    names = {catalogue.person(code).split()[0] for code in (*catalogue.members("ALLIES"), "RUS", "UKR")} | {
        "Urals",
        "NATO",
        "US",
        "Vladimir",
        "Bank",
        "Brent",
    }
    return text if first in names or text.split("'")[0] in names else text[:1].lower() + text[1:]
