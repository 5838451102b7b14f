"""Whether a quantity can be understood: its series, of whom, when, in what unit; each checked against the catalogue."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.defaults import LAST_YEAR
from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.data import SPANS, Quantity, When
from overstretch.questions.kinds import Series
from overstretch.questions.periods import period, window

FIRST_YEAR = 1949
_WORDS = re.compile(r'[^"\\\n]{1,80}')
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
PARTIES = ("allies", "RUS", "UKR")


def known_group(name: str) -> str:
    if not catalogue.is_group(name):
        raise InputError(
            f"no group '{name}'; accepted: "
            f"{', '.join(catalogue.all_groups())}{catalogue.near(name, catalogue.all_groups())}"
        )
    return name


def quantity(q: Quantity) -> Quantity:
    if q.times <= 0:
        raise InputError(f"{q.times:g} times {q.series}(...): accepted: a number above 0")
    if q.change is not None:
        _change(q)
    if q.series.startswith(catalogue.OTHER):
        words(q.series, *q.who)
        if q.unit:
            words(catalogue.OTHER + q.unit)
        return replace(q, when=moment(q.when), share_of=q.share_of and known_group(q.share_of))
    about = catalogue.series(q.series)
    found = replace(
        q,
        who=who_of(q, about),
        unit=_unit(q, about),
        when=moment(q.when, about.horizon),
        share_of=q.share_of and known_group(q.share_of),
    )
    if q.share_of and not (
        about.group == "sum" or catalogue.unit_of(replace(found, share_of=None, change=None)) in catalogue.currencies()
    ):
        amounts = [n for n, s in catalogue.all_series().items() if s.group == "sum"]
        raise InputError(
            f"a share of {q.share_of} is one of amounts, and {q.series} is in {about.unit}; accepted: "
            f"{', '.join(amounts)}, or a currency beside it"
        )
    # an amount as a share of GDP is the series of that share: one meaning, one answer
    return replace(found, series=about.share, unit="") if about.share and found.unit == "% of GDP" else found


def words(other: str, *names: str) -> None:
    """What nothing measures is still to be written down: words without quotation marks, and names."""
    if not _WORDS.fullmatch(other) or not other.removeprefix(catalogue.OTHER).strip():
        raise InputError(f"'{other[:60]}': accepted: {catalogue.OTHER} and up to 70 characters without quotation marks")
    for name in names:
        if not _NAME.fullmatch(name):
            raise InputError(
                f"'{name[:60]}' is no name; accepted: a code such as DEU, or a group: "
                f"{', '.join(catalogue.all_groups())}"
            )


def _change(q: Quantity) -> None:
    assert q.change is not None
    if q.change.kind not in ("percent", "absolute", "multiple"):
        raise InputError(f"change(..., {q.change.kind[:40]}): accepted: percent, absolute or multiple")
    since = period(q.change.since)
    if q.when.relation not in ("latest", "default", "") and since.first >= window(q.when).last:
        raise InputError(f"change(..., from {q.change.since}): accepted: a time before the one asked for")


def who_of(q: Quantity, about: Series) -> tuple[str, ...]:
    accepted = catalogue.actors(about.of)
    groups = tuple(catalogue.all_groups()) if about.group and accepted[:1] != ("world",) else ()
    if not q.who:
        if len(accepted) == 1:
            return () if accepted == ("world",) else accepted
        raise InputError(f"{q.series}(...): of whom? accepted: {some(accepted, groups)}")
    for who in q.who:
        if who not in accepted and who not in groups:
            known = (*accepted, *groups)
            if who in catalogue.actors(PARTIES) or catalogue.is_group(who):
                continue
            raise InputError(
                f"{q.series} is not asked of '{who}'; accepted: {some(accepted, groups)}{catalogue.near(who, known)}"
            )
    if len(q.who) > 1 and not about.group and not about.money:
        raise InputError(f"{q.series} of several parties has no sum; accepted: one party")
    return q.who


def some(accepted: tuple[str, ...], groups: tuple[str, ...]) -> str:
    return ", ".join(accepted) + (f"; groups: {', '.join(groups)}" if groups else "")


def _unit(q: Quantity, about: Series) -> str:
    if not q.unit or q.unit == about.unit:
        return ""
    accepted = catalogue.accepted_units(about, tuple(catalogue.currencies()))
    if q.unit not in accepted:
        raise InputError(f"{q.series} is not asked in '{q.unit}'; accepted: {', '.join(accepted)}")
    return q.unit


def moment(when: When, horizon: str = "") -> When:
    if when.relation in ("latest", "default"):
        return when
    if when.relation == "":
        raise InputError(
            "a moment is missing; accepted: a year (2029), by 2027-12, before 2027-01, mean(..., 2026..2028), latest"
        )
    if when.relation not in ("in", "by", "before", *SPANS):
        raise InputError(f"'{when.relation}' is no moment; accepted: in, by, before, mean, sum, each, any, latest")
    for text in (when.first, when.last) if when.relation in SPANS else (when.first,):
        year = period(text).year
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise InputError(f"{text}: accepted: {FIRST_YEAR} to {LAST_YEAR}; the model runs to {LAST_YEAR}")
    if when.relation in SPANS and period(when.first).first > period(when.last).last:
        raise InputError(
            f"{when.relation}: the span runs from {when.first} to {when.last}; accepted: first..last, as in 2026..2028"
        )
    return when
