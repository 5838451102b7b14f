"""Hypothesis strategies of questions: every kind, over the whole catalogue.

`questions()` are valid as data, whether or not anything simulates them; `comparisons()` and `simulated_events()` are
those that
the futures can answer.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache

from hypothesis import strategies as st

from overstretch.engine.interventions import parse as parse_lever
from overstretch.engine.interventions import sets
from overstretch.questions import catalogue
from overstretch.questions.check import checked
from overstretch.questions.data import (
    And,
    Change,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Or,
    Quantity,
    Special,
    When,
    parts,
)

GROUPS = tuple(catalogue.all_groups())
LEVERS = (
    "keep_pledge()",
    "hold_burden(2024)",
    "oil(40)",
    "oil(62.5)",
    "us_withdraws(2027)",
    "ceasefire(2026Q4)",
    "war_ends(2027Q1)",
    "rus_burden(2021)",
    "sustain_rus_burden()",
    "no_reaction()",
    "us_presses()",
    "review(ease)",
    "finance(debt)",
    "spend(DEU, 1)",
    "spend(POL, -0.5)",
)
RUN = ("keep_pledge()", "hold_burden(2024)", "oil(40)")  # the worlds that the tests simulate beside the base
COUNTED = ("<", "<=", "==", ">=", ">")
PLAIN = ("<", "<=", "about", ">=", ">")


@cache
def _pick(options: tuple) -> st.SearchStrategy:
    return st.sampled_from(options)


def pick(options) -> st.SearchStrategy:  # type: ignore[no-untyped-def]
    """One of them; the strategy is made once, which is most of its cost."""
    return _pick(tuple(options))


@cache
def whole(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


@cache
def values(low: float = -1e4, high: float = 1e4) -> st.SearchStrategy[float]:
    """Figures as people name them: few digits, sometimes very large."""
    plain = whole(int(low * 100), int(high * 100)).map(lambda k: k / 100)
    large = st.tuples(whole(-999, 999), whole(5, 14)).map(lambda p: float(f"{p[0] / 100}e{p[1]}"))
    return st.one_of(plain, plain, large)


@cache
@st.composite
def periods(draw, first: int = 2025, last: int = 2035) -> str:
    """A year, half-year, quarter, month or day."""
    year = draw(whole(first, last))
    month, day = draw(whole(1, 12)), draw(whole(1, 28))
    forms = ("{y}", "{y}-H{h}", "{y}-Q{q}", "{y}-{m:02d}", "{y}-{m:02d}-{d:02d}")
    return draw(pick(forms)).format(y=year, h=1 + month // 7, q=(month + 2) // 3, m=month, d=day)


@cache
@st.composite
def moments(draw, spans: bool = True, first: int = 1990, last: int = 2040) -> When:
    """Any moment that text can say."""
    relation = draw(
        pick(["in", "by", "before", "latest", "default", *(["mean", "sum", "each", "any"] if spans else [])])
    )
    if relation in ("latest", "default"):
        return When(relation)
    default = draw(st.booleans()) and draw(st.booleans())
    if relation in ("mean", "sum", "each", "any"):
        one, two = sorted((draw(whole(first, last)), draw(whole(first, last))))
        return When(relation, f"{one}", f"{two}", default)
    return When(relation, draw(periods(first, last)), default=default)


@cache
def units(name: str) -> list[str]:
    """Every unit in which a series is asked; the first unsaid."""
    about = catalogue.series(name)
    more = [c for c in catalogue.currencies() if c != about.unit] if about.money or about.share_of_gdp else []
    return ["", *more, *(["% of GDP"] if (about.as_share or about.share) and about.unit != "% of GDP" else [])]


@cache
@st.composite
def parties(draw, name: str) -> tuple[str, ...]:
    """Whom a series is asked of: one actor, a group, or several added up."""
    about = catalogue.series(name)
    able = catalogue.actors(about.of)
    if able == ("world",):
        return ()
    groups = GROUPS if about.group else ()
    if (about.group or about.money) and draw(whole(0, 5)) == 0 and len(able) > 2:
        return tuple(draw(st.lists(pick(able), min_size=2, max_size=4, unique=True)))
    return (draw(pick((*able, *groups))),)


@cache
@st.composite
def changes(draw, when: When, first: int = 1990) -> Change:
    year = int(when.first[:4]) if when.first else 2025
    kind = draw(pick(["percent", "absolute", "multiple"]))
    return Change(str(draw(whole(min(first, year - 1), year - 1))), kind, draw(pick([None, True, False])))


@cache
@st.composite
def quantities(draw) -> Quantity:
    """A quantity of any series, of somebody."""
    name = draw(pick([*catalogue.all_series(), "other:trade deficit with 3 partners"]))
    when = draw(moments())
    if name.startswith(catalogue.OTHER):
        return Quantity(name, ("DEU",), when)
    about = catalogue.series(name)
    found = Quantity(name, draw(parties(about.name)), when, draw(pick(units(about.name))))
    if draw(whole(0, 3)) == 0:
        found = replace(found, change=draw(changes(when)))
    if about.group == "sum" and draw(whole(0, 2)) == 0:
        found = replace(found, share_of=draw(pick(GROUPS)))
    if draw(whole(0, 5)) == 0:
        found = replace(found, times=draw(whole(1, 400)) / 100)
    return found


@cache
@st.composite
def compares(draw, left: st.SearchStrategy[Quantity] | None = None) -> Compare:
    """A quantity against a figure, a range, another one, or the best of a group."""
    q = draw(left or quantities())
    shape = draw(pick(["figure", "figure", "range", "other", "ranked"]))
    if shape == "ranked" and q.who and q.series in catalogue.all_series() and catalogue.series(q.series).group:
        return Compare(q, draw(pick(["highest", "lowest"])), replace(q, who=(draw(pick(GROUPS)),)))
    if shape == "other" and q.who:
        other = replace(q, who=draw(parties(q.series)) if q.series in catalogue.all_series() else q.who)
        return Compare(q, draw(pick(PLAIN)), replace(other, times=draw(pick([1.0, 2.0, 0.5]))))
    if shape == "range":
        low, high = sorted({draw(values()), draw(values()), 0.0, 1.25})[:2]
        return Compare(q, "between", (low, high))
    return Compare(q, draw(pick(PLAIN)), draw(values()))


@cache
@st.composite
def counts(draw) -> Count:
    """How many of a group; of series that are asked of every member."""
    names = [n for n, s in catalogue.all_series().items() if "allies" in s.of]
    about = catalogue.series(draw(pick(names)))
    when = draw(moments())
    q = Quantity(
        about.name, (), when, draw(pick(units(about.name))), draw(changes(when)) if draw(st.booleans()) else None
    )
    group = draw(pick(GROUPS))
    most = len(catalogue.members(group))
    where = Compare(q, draw(pick(PLAIN)), draw(values(-100, 100)))
    if draw(whole(0, 4)) == 0:
        where = Compare(q, draw(pick(["<", ">"])), replace(q, who=(draw(pick(catalogue.members("ALLIES"))),)))
    shape = draw(pick(["number", "number", "all", "range"]))
    if shape == "all":
        return Count(group, where, "==", "all")
    if shape == "range":
        low, high = sorted(draw(st.lists(whole(0, most), min_size=2, max_size=2)))
        return Count(group, where, "between", (low, high))
    return Count(group, where, draw(pick((*COUNTED, "about"))), draw(whole(0, most)))


@cache
@st.composite
def happenings(draw) -> Happens:
    """Any event, by any of its routes, of any party that it is asked of."""
    about = catalogue.event(draw(pick(sorted(catalogue.all_events()))))
    how = draw(pick([None, *about.routes])) if about.routes else None
    able = catalogue.actors(about.route(how).of or about.of)
    who = draw(pick(able))
    when = draw(moments(spans=False)) if draw(whole(0, 4)) else When("any", "2026", f"{draw(whole(2026, 2035))}")
    return Happens(about.name, who, when, how)


@cache
@st.composite
def specials(draw) -> Special:
    about = catalogue.all_specials()[draw(pick(sorted(catalogue.all_specials())))]
    slots = {}
    for name, accepted in about.slots.items():
        allowed = [a for entry in accepted for a in (catalogue.members("ALLIES") if entry == "ally" else (entry,))]
        slots[name] = str(draw(whole(2026, 2040))) if allowed == ["YEAR"] else draw(pick(allowed))
    return Special(about.name, tuple(sorted(slots.items())))


@cache
def worlds() -> st.SearchStrategy[Do]:
    """One lever, or two that set different things."""
    one = pick(LEVERS)
    two = st.tuples(one, one).filter(lambda p: sets(parse_lever(p[0])) != sets(parse_lever(p[1]))).map(" + ".join)
    return st.one_of(one, one, two).map(Do)


@cache
@st.composite
def effects(draw) -> Effect:
    """A difference between two worlds, of a quantity in its units or of the chance of something."""
    pair = draw(worlds()), draw(worlds() | st.just(Do("base")))
    if draw(st.booleans()):
        return Effect(pair, draw(plain()), draw(pick(PLAIN)), draw(values(-100, 100)), "points")
    q = replace(draw(quantities().filter(lambda q: q.series in catalogue.all_series())), times=1.0)
    own = [catalogue.unit_of(q), *(catalogue.currencies() if catalogue.series(q.series).money else ())]
    unit = draw(pick(["points", "percent", *(u for u in own if u not in ("%", "% of GDP"))]))
    if draw(whole(0, 4)) == 0:
        return Effect(pair, q, "between", (0.25, draw(whole(1, 400)) + 0.5), unit)
    return Effect(pair, q, draw(pick(PLAIN)), draw(values(-100, 100)), unit)


@cache
def plain() -> st.SearchStrategy:
    """A question of one part, or its contrary."""
    one = compares() | counts() | happenings()
    return one | one.map(Not)


@cache
@st.composite
def joined(draw) -> And | Or:
    return draw(pick([And, Or]))(tuple(draw(st.lists(plain(), min_size=2, max_size=4))))


@cache
@st.composite
def conditional(draw) -> Given:
    """A question under one to three conditions: levers and things that happen."""
    levers = draw(st.none() | worlds())
    events = draw(st.lists(plain(), min_size=0 if levers else 1, max_size=2))
    return Given(draw(plain() | joined()), (*([levers] if levers else []), *events))


@cache
def questions() -> st.SearchStrategy:
    """Every kind of question, checked."""
    return st.one_of(
        compares(), counts(), happenings(), specials(), effects(), joined(), conditional(), conditional().map(Not)
    ).map(checked)


def in_the_run(value):  # type: ignore[no-untyped-def]
    """The same question of times that a run from 2025 to 2040 holds."""
    if isinstance(value, When):
        if value.relation in ("latest", "default"):
            return When("in", "2030")
        return replace(
            value, first=_later(value.first), last=max(_later(value.first), _later(value.last)) if value.last else ""
        )
    if isinstance(value, Change):
        return replace(value, since="2025")
    if isinstance(value, Do):
        return Do(RUN[len(value.levers) % len(RUN)])
    if isinstance(value, (tuple, list)):
        return tuple(in_the_run(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: in_the_run(getattr(value, one.name)) for one in fields(value)})
    return value


def _later(text: str) -> str:
    return str(2026 + int(text[:4]) % 14) + text[4:]


def answerable() -> st.SearchStrategy:
    """Every kind of question, of times that the run holds."""
    return questions().map(in_the_run).filter(lambda q: not any(isinstance(part, Special) for part in parts(q)))


# Questions that the futures of a run from 2025 can answer.


@cache
@st.composite
def simulated(draw, group: bool | None = None) -> Quantity:
    """A quantity at one moment that futures from 2025 hold; group: of a group, of no group, or either (None)."""
    able = [
        s.name
        for s in catalogue.all_series().values()
        if s.simulated and (group is not True or s.group in ("gdp", "sum"))
    ]
    about = catalogue.series(draw(pick(able)))
    codes = [c for c in catalogue.actors(about.of) if not catalogue.is_group(c) and c not in ("ISL", "UKR")]
    who = draw(pick(GROUPS)) if group or not codes else draw(pick(codes))
    if not about.group and catalogue.actors(about.of):
        who = draw(pick(catalogue.actors(about.of)))
    year = draw(whole(2026, 2035))
    when = draw(pick([When("in", f"{year}"), When("by", f"{year}-12"), When("before", f"{year + 1}-01")]))
    return Quantity(about.name, (who,), when, draw(pick(units(about.name))))


@cache
@st.composite
def simulated_events(draw) -> Happens:
    """An event that is simulated, by the end of some quarter after 2025."""
    able = [e.name for e in catalogue.all_events().values() if e.simulated and not e.result_year]
    about = catalogue.event(draw(pick(able)))
    how = draw(pick([None, *about.routes])) if about.routes else None
    codes = [
        c
        for c in catalogue.actors(about.route(how).of or about.of)
        if c not in ("ISL", "UKR") or about.name != "recession"
    ]
    year, quarter = draw(whole(2026, 2035)), draw(whole(1, 4))
    return Happens(about.name, draw(pick(codes)), When("by", f"{year}-{3 * quarter:02d}"), how)
