"""The claim of a question as a plain sentence, and the question. No sentence says "will"."""

from __future__ import annotations

from overstretch.questions import catalogue, labels
from overstretch.questions.catalogue import unit_of
from overstretch.questions.data import (
    MIRRORED,
    NEGATED,
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
    contrary,
    moments,
)
from overstretch.questions.say.figures import amount, nearness, said
from overstretch.questions.say.named import label_of, moment, period_named, possessive, quantity
from overstretch.questions.say.special import special
from overstretch.questions.worlds import world

COMPARED = {"<": "below {}", "<=": "at most {}", "about": "about {}", ">=": "at least {}", ">": "above {}"}
NUMBERS = {
    "<": "fewer than {}",
    "<=": "at most {}",
    "==": "{}",
    "about": "about {}",
    ">=": "at least {}",
    ">": "more than {}",
}


def claim(question: Question) -> str:
    """The claim as a plain sentence without a full stop: "Germany's core defence spending in 2029 is at least 3.50% of
    GDP"."""
    return _capital(joined(*clause(question)))


def joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def ask(question: Question) -> str:
    """The question: "Is Germany's core defence spending in 2029 at least 3.50% of GDP?"."""
    if isinstance(question, Given):
        return f"Given that {' and '.join(_condition(c) for c in question.conditions)}: {lower(ask(question.of))}"
    subject, verb, rest = clause(question)
    if verb in ("is", "are"):
        return _capital(joined(verb, subject, rest)) + "?"
    return joined("Is it so that", subject, verb, rest) + "?"


def defaults(question: Question) -> list[str]:
    """What the question has that the words did not say."""
    return sorted({f"the moment: {moment(w)}" for w in moments(question) if w.default})


Clause = tuple[str, str, str]  # subject, verb, rest


def clause(question: Question) -> Clause:
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
            subject, verb, rest = clause(question.of)
            return subject, verb, f"{rest}, given that {' and '.join(_condition(c) for c in question.conditions)}"
        case Effect():
            return _effect(question)
        case Special():
            return special(question)


def _not(question: Question) -> Clause:
    if isinstance(question, Compare) and question.op in NEGATED:
        return _compare(contrary(question))
    subject, verb, rest = clause(question)
    if verb in ("is", "are"):
        return subject, f"{verb} not", rest
    return "it", "does not come about", "that " + joined(subject, verb, rest)


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
    near = nearness(about.tolerance(compare.right), compare.left)
    return f" (within {near})" if near else ""


def _deficit(q: Quantity, op: str, value: float) -> Clause:
    """A negative balance is spoken of as a deficit."""
    turned = MIRRORED.get(op, op)
    when = moment(q.when)
    return f"{possessive(q.who)} public deficit {when}".strip(), "is", COMPARED[turned].format(said(-value, q))


def _change(compare: Compare) -> Clause:
    """A change against an earlier period: "is at least 20% above that of 2024"."""
    q, value = compare.left, compare.right
    assert q.change is not None and not isinstance(value, Quantity)
    price = {True: ", at constant prices", False: ", in current prices", None: ""}[q.change.real]
    of = f"that of {period_named(q.change.since)}"
    unit = _points(unit_of(q)) if q.change.kind == "absolute" else unit_of(q)
    if isinstance(value, tuple):
        low, high = (amount(abs(v), unit, 1) for v in value)
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
    size, way = amount(abs(value), unit, 1), "below" if value < 0 else "above"
    op = compare.op if value > 0 else MIRRORED.get(compare.op, compare.op)
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
    label = label_of(q)
    if isinstance(where.right, Quantity):
        limit = quantity(where.right, timed=where.right.when != q.when)
        what = f"{label} {HAVE[where.op].replace('of ', '').format(limit)}"
    elif q.change or isinstance(where.right, tuple):
        what = f"{label} that is {_compare(where)[2]}"
    else:
        what = f"{label} {HAVE[where.op].format(said(where.right, q))}"
    return _number(count, group), "has" if count.n == 1 else "have", joined(what, moment(q.when))


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
    who = happens.who or ""
    text = about.told(happens.how, who, catalogue.person(who) if who else "", who in catalogue.all_groups())
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
    return "points of GDP" if unit == "% of GDP" else "percentage points" if unit == "%" else unit


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
