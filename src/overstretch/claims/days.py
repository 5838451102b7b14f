"""Two days, never mixed: on which something was said, and up to which figures are known when it is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from overstretch.errors import InputError
from overstretch.questions.data import moments
from overstretch.questions.periods import FIRST_YEAR, LAST_YEAR
from overstretch.questions.text import parse
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

if TYPE_CHECKING:
    from overstretch.facts import Facts

ACCEPTED = "a day (YYYY-MM-DD), said, now or both"
TOGETHER = timedelta(days=31)  # the same question said within a month is one card, as of the first day


@dataclass(frozen=True)
class Cutoff:
    """What --as-of asks for. mode: day, said, now or both; day: the one given; now: the day of the newest figures
    held."""

    mode: str
    now: date
    day: date | None = None

    @property
    def anchor(self) -> date:
        """The day from which words are counted where nobody knows when they were said."""
        return self.day or self.now

    @property
    def text(self) -> str:
        return self.day.isoformat() if self.day else self.mode


@dataclass(frozen=True)
class Asked:
    """A question's statements with its days: `day` is the cut-off of the answer, `then` the earlier one of the day it
    was said."""

    statements: tuple[Statement, ...]
    said: date | None
    day: date
    then: date | None = None


def cutoff(as_of: str | date, newest: date) -> Cutoff:
    """What was asked for. Raises InputError for anything but a day, said, now or both."""
    if isinstance(as_of, str) and as_of in ("said", "now", "both"):
        return Cutoff(as_of, newest)
    return Cutoff("day", newest, given_day(as_of, ACCEPTED))


def given_day(as_of: str | date, accepted: str) -> date:
    """A day given as a date or in ISO form, up to the last year asked about. Raises InputError with what is
    accepted."""
    try:
        day = as_of if isinstance(as_of, date) else date.fromisoformat(as_of)
    except (TypeError, ValueError):
        raise InputError(f"--as-of {as_of!r}: accepted: {accepted}") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InputError(f"--as-of {day}: accepted: {accepted}, of the years {FIRST_YEAR} to {LAST_YEAR}")
    return date(day.year, day.month, day.day)


def newest(facts: Facts) -> date:
    """The day on which the newest figure held became known."""
    return date.fromisoformat(facts.newest)


def said_on(statement: Statement, documents: dict[str, date | None]) -> date | None:
    """The day of the words: their own where a day is given, else the article's, else the first of their month."""
    said = statement.said_at
    own = date.fromisoformat(said.date) if said is not None and said.date else None
    if said is not None and said.granularity == "day" and own is not None:
        return own
    return documents.get(statement.doc) or (own if said is not None and said.granularity == "month" else None)


class Dated(Protocol):
    """What has a name and perhaps a day: an article."""

    @property
    def name(self) -> str: ...

    @property
    def date(self) -> str | None: ...


def days_of(documents: Iterable[Dated]) -> dict[str, date | None]:
    """The day of each article by name; None where it gives none."""
    return {d.name: date.fromisoformat(d.date[:10]) if d.date and len(d.date) >= 10 else None for d in documents}


def asked(statements: Sequence[Statement], documents: Sequence[Document], cut: Cutoff) -> list[Asked]:
    """One entry per question that is put, in the order of the statements: those that ask the same within a month
    together."""
    known = days_of(documents)
    groups: list[tuple[str, date | None, list[Statement]]] = []
    for statement in statements:
        if statement.proposition is None:
            continue
        key, said = statement.proposition.key(), said_on(statement, known)
        for other, first, members in groups:
            if other == key and _together(first, said, cut):
                members.append(statement)
                break
        else:
            groups.append((key, said, [statement]))
    return [_placed(members, [d for s in members if (d := said_on(s, known))], cut) for _, _, members in groups]


def _together(first: date | None, said: date | None, cut: Cutoff) -> bool:
    if cut.mode in ("day", "now") or first is None or said is None:
        return cut.mode in ("day", "now") or first is said
    return abs(first - said) <= TOGETHER


def _placed(members: list[Statement], days: list[date], cut: Cutoff) -> Asked:
    said = min(days, default=None)
    group = tuple(members)
    if cut.day is not None:
        return Asked(group, said, cut.day)
    if cut.mode == "said":
        return Asked(group, said, said or cut.now)
    day = max(cut.now, said or cut.now)
    then = said if cut.mode == "both" and said is not None and said < day else None
    if then is not None and _of_its_day(members[0]):
        return Asked(group, said, then)
    return Asked(group, said, day, then)


def _of_its_day(statement: Statement) -> bool:
    """Whether it speaks of its own day ("stands at"): newer figures are of another day and can't say whether it was
    so."""
    assert statement.proposition is not None
    return statement.proposition.asks == "fact" and any(
        when.relation == "latest" for when in moments(parse(statement.proposition.question))
    )


def main_day(questions: Sequence[Asked], cut: Cutoff) -> date:
    """The day of which the futures are kept and shown: of all cut-offs the one of most questions."""
    if cut.mode == "said":
        return Counter(q.day for q in questions).most_common(1)[0][0] if questions else cut.now
    return cut.anchor


def notes(questions: Sequence[Asked], documents: Sequence[Document], cut: Cutoff) -> list[str]:
    """What a reader must know of the days, a plain line each: no day found, figures older than the cut-off, said
    later."""
    lines = []
    undated = [d.name for d in documents if not d.skipped and d.date is None and not d.name.startswith("asked ")]
    if undated and cut.mode != "day":
        lines.append(f"no date was found in {', '.join(undated)}: the words are read as of {_long(cut.anchor)}")
    if cut.day is not None and cut.day > cut.now:
        lines.append(f"the cut-off {_long(cut.day)} lies after the newest figures held, of {_long(cut.now)}")
    late = sorted({q.said for q in questions if q.said and q.said > (cut.day or cut.now)})
    if late and cut.day is not None:
        lines.append(f"said after the cut-off: {', '.join(map(_long, late))}; what was known by then is not used")
    elif late:
        lines.append(f"said after the newest figures held, of {_long(cut.now)}: {', '.join(map(_long, late))}")
    return lines


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
