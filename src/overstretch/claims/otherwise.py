"""The question asked otherwise: by another route, definition or tier, or at any time up to the year. Each stands beside
the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from overstretch.questions import catalogue
from overstretch.questions.data import And, Compare, Count, Effect, Given, Happens, Not, Quantity, Question, When
from overstretch.questions.periods import window

GRADES = ("alliance_strain", "article5_doubt", "us_drawdown", "ally_exit", "alliance_dissolution")
ENDS = ("leader_exit", "regime_end", "state_collapse")
MOST = 6
Other = tuple[str, Question, bool]  # words, question, as usual a reading as the one asked


def otherwise(question: Question, first: int) -> list[Other]:
    """Words and questions, under the same conditions; of a contrary the contraries by other definitions. `first`: the
    year of the cut-off."""
    if isinstance(question, Given):
        return [
            (words, Given(other, question.conditions), usual) for words, other, usual in otherwise(question.of, first)
        ]
    if isinstance(question, Not):
        defined: Iterable[Other] = _routes(question.of) if isinstance(question.of, Happens) else ()
        contraries: list[Other] = [(words, Not(other), usual) for words, other, usual in defined]
        return contraries[:MOST]
    if isinstance(question, Effect) and not isinstance(question.of, Quantity):
        return otherwise(question.of, first)
    found: list[Other] = []
    if isinstance(question, Happens):
        found = [*_routes(question), *_grades(question)]
    elif isinstance(question, Compare):
        found = list(_compare(question, first))
    elif isinstance(question, Count):
        found = list(_count(question))
    elif isinstance(question, And):
        found = [(_words(part), part, False) for part in question.of]
    return found[:MOST]


def _words(question: Question) -> str:
    from overstretch.questions.say import claim

    return claim(question)


def _routes(happens: Happens) -> Iterator[Other]:
    """The event by its other routes and definitions."""
    about = catalogue.all_events().get(happens.event)
    if about is None:
        return
    for how, route in about.routes.items():
        usual = happens.event == "recession" and how == "two_quarters"
        if how != (happens.how or about.how) and (not route.of or happens.who in route.of):
            yield route.label, replace(happens, how=how), usual


def _grades(happens: Happens) -> Iterator[Other]:
    """Events of the same family, graver or less grave."""
    about = catalogue.all_events().get(happens.event)
    for family in (GRADES, ENDS):
        if about is not None and happens.event in family:
            for name in family:
                if name != happens.event:
                    other = catalogue.event(name)
                    who = happens.who if other.of == about.of else None
                    yield _happening(other), Happens(name, who, happens.when), False


def _happening(event: catalogue.Event) -> str:
    return event.told(None, None, "")


def _compare(compare: Compare, first: int) -> Iterator[Other]:
    q = compare.left
    if q.series == "defence_budget" and q.change is not None:
        share = Quantity(q.series, q.who, q.when, "% of GDP", replace(q.change, real=None))
        yield "the same line as a share of GDP", Compare(share, compare.op, compare.right), False
        yield (
            "the same line at constant prices",
            Compare(replace(q, change=replace(q.change, real=True)), compare.op, compare.right),
            False,
        )
        total = Quantity("defence_spending", q.who, q.when, "RUB", q.change)
        yield "all military spending, in roubles", Compare(total, compare.op, compare.right), False
        yield (
            "all military spending, as a share of GDP",
            Compare(Quantity("core_share", q.who, q.when, "", replace(q.change, real=None)), compare.op, compare.right),
            False,
        )
    elif q.change is None and q.when.relation in ("in", "by", "before") and compare.op in (">=", ">", "<", "<="):
        yield from _tiers(compare, first)


def _tiers(compare: Compare, first: int) -> Iterator[Other]:
    """A level of spending in any year, and by the other tier of the pledge."""
    q = compare.left
    if q.series not in ("core_share", "total_share") or isinstance(compare.right, Quantity):
        return
    year = window(q.when).year
    if year > first and compare.op in (">=", ">"):
        yield "in any year up to it", replace(compare, left=replace(q, when=When("any", str(first), str(year)))), False
    if q.series == "total_share" and compare.right == 5:
        yield "the core part alone, 3.5%", Compare(replace(q, series="core_share"), compare.op, 3.5), False
    elif q.series == "core_share":
        yield "with related spending, at most 1.5%", replace(compare, left=replace(q, series="total_share")), False


def _count(count: Count) -> Iterator[Other]:
    half = len(catalogue.members(count.group)) // 2
    if not (count.op == ">" and count.n == half):
        yield f"more than half of {catalogue.all_groups()[count.group].label}", replace(count, op=">", n=half), False
    where = count.where
    if where.left.series == "total_share" and where.right in (5, 5.0):
        core = Compare(replace(where.left, series="core_share"), where.op, 3.5)
        yield "the core part alone (3.5%), the same number", replace(count, where=core), False
        yield "the core part alone (3.5%), more than half", Count(count.group, core, ">", half), False
