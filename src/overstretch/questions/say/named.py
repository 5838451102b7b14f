"""What a question names, in words: moments, quantities, parties."""

from __future__ import annotations

from overstretch.questions import catalogue
from overstretch.questions.data import SPANS, Quantity, When
from overstretch.questions.periods import month_name, period, window
from overstretch.questions.say.figures import amount


def moment(when: When) -> str:
    """A moment in words: 'in 2029', 'by the end of 2027', 'on average from 2026 to 2028'."""
    if when.relation == "latest":
        return "at the last date published"
    if when.relation in ("default", ""):
        return ""
    if when.relation in SPANS:
        span = f"{period_named(when.first)} to {period_named(when.last)}"
        return {
            "mean": f"on average from {span}",
            "sum": f"added up from {span}",
            "each": f"throughout {span}",
            "any": f"at some time from {span}",
        }[when.relation]
    within = window(when)
    if when.relation == "in":
        return f"in {period_named(when.first)}"
    return f"by the end of {within.year}" if within.last % 12 == 11 else f"by the end of {month_name(within.last)}"


def period_named(text: str) -> str:
    within = period(text)
    if within.whole_years:
        return text
    if within.last - within.first == 2:
        return f"the {('first', 'second', 'third', 'fourth')[within.last % 12 // 3]} quarter of {within.year}"
    if within.last - within.first == 5:
        return f"the {'first' if within.last % 12 == 5 else 'second'} half of {within.year}"
    return month_name(within.last)


def quantity(q: Quantity, timed: bool = True) -> str:
    """A quantity in words: "Germany's core defence spending in 2029"."""
    about = catalogue.all_series().get(q.series)
    label = label_of(q)
    text = _owned(q, label, about.of if about else ())
    if q.unit == "% of GDP" and about and about.unit != q.unit:
        text += " as a share of GDP"
    if q.share_of:
        text = f"the share of {_names(q.who)} in {_owned(Quantity(q.series, (q.share_of,), q.when), label, ())}"
    if q.times != 1:
        text = f"{amount(q.times, 'times')} {text}"
    when = moment(q.when) if timed else ""
    return f"{text} {when}".strip()


def label_of(q: Quantity) -> str:
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
        or accepted == ("USA",)
        or (accepted in (("RUS",), ("NATO",), ("world",)) and "'s " in label)
    ):
        return label
    if q.series == "force_ratio":
        return f"{possessive(q.who)} equipment over the other side's"
    if q.series == "members":
        return label
    label = label.removeprefix("the ")
    return f"{possessive(q.who)} {label}"


def possessive(who: tuple[str, ...]) -> str:
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
