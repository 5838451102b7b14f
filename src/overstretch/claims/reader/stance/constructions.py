"""Constructions in which words of the field make another claim than they seem to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.draft import Draft, Unread, unplaced
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series.tier_names import plain_tiers
from overstretch.questions import catalogue
from overstretch.questions.data import And, Compare, Count, Effect, Happens, Not, Or, Quantity, Question, moments
from overstretch.questions.data import parts as parts_of

_WE = re.compile(r"\b(?:we|our|ours|us|my country|this country)\b", re.I)


@dataclass(frozen=True)
class Construction:
    """A row of constructions.toml."""

    name: str
    pattern: re.Pattern[str]
    where: str = "text"
    open: bool = False
    dated: bool = False
    held: bool = False
    asks: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()

    def bears_on(self, parts: Sequence[object], named: set[str], left_open: bool) -> bool:
        """Whether it speaks of a question with these parts, of these series and events."""
        held = any(_HELD[name](p) for name in self.unless for p in parts)
        meant = not (self.open and not left_open) and not (self.dated and left_open)
        meant = meant and (not self.only or any(_HELD[name](p) for name in self.only for p in parts))
        return not held and meant and (not self.asks or bool(named & self.asks))


# Parts of a question that ask what a construction says.
_HELD: dict[str, Callable[[object], bool]] = {
    "share of": lambda part: isinstance(part, Quantity) and bool(part.share_of),
    "several": lambda part: isinstance(part, (Count, And, Or)),
    "rank": lambda part: isinstance(part, Compare) and part.op in ("highest", "lowest"),
    "beside": lambda part: isinstance(part, Compare) and isinstance(part.right, Quantity),
    "denied": lambda part: isinstance(part, Not),
    "change": lambda part: isinstance(part, Quantity) and part.change is not None,
    "own money": lambda part: isinstance(part, Quantity) and part.change is not None and part.change.real is False,
    "count": lambda part: isinstance(part, Count),
    "effect": lambda part: isinstance(part, Effect),
    "latest": lambda part: isinstance(part, Quantity) and part.when.relation == "latest",
    "mean": lambda part: isinstance(part, Quantity) and part.when.relation == "mean",
    "given up": lambda part: isinstance(part, Happens) and part.event == "pledge_abandoned",
    "of a group": lambda part: isinstance(part, Quantity) and any(w in catalogue.all_groups() for w in part.who),
    "of a federation": lambda part: isinstance(part, Quantity) and part.who in (("RUS",), ("USA",), ("CAN",)),
}


@cache
def constructions() -> tuple[Construction, ...]:
    """The rows of constructions.toml, with their parts filled in."""
    held = shipped.patterns("claims/reader/stance", "constructions.toml")
    kinds = {"figures": catalogue.all_series(), "events": catalogue.all_events(), **held["kinds"]}
    return tuple(
        Construction(
            **{**row, "pattern": re.compile(row["pattern"], re.I)}
            | {name: frozenset(row.get(name, ())) for name in ("unless", "only")}
            | {"asks": frozenset(name for asked in row.get("asks", ()) for name in kinds.get(asked, [asked]))}
        )
        for row in held["construction"]
    )


def another_claim(
    question: Question,
    text: str,
    where: str,
    held: bool = False,
    dated: Sequence[tuple[int, int]] = (),
    beside: Sequence[Question] = (),
) -> None:
    """Raises Unread for a construction that makes something else of the question's words, or of its moment; `held`:
    only for one that says how the words are held; `dated`: places whose words only date ("two years from now"); `beside`: the
    further questions of the sentence, which may ask what a construction says."""
    left_open, parts = _undated(question), [part for one in (question, *beside) for part in parts_of(one)]
    named = {
        p.series if isinstance(p, Quantity) else p.event
        for p in parts_of(question)
        if isinstance(p, (Quantity, Happens))
    }
    text = plain_tiers(text) if named & {"core_share", "related_share", "total_share"} else text
    for one in constructions():
        if (
            one.where == where
            and (one.held or not held)
            and one.bears_on(parts, named, left_open)
            and (m := next((m for m in one.pattern.finditer(text) if not _dates(m, dated)), None))
        ):
            words = next((what for what in m.groupdict().values() if what), m.group())
            raise unplaced(" ".join(words.split()))


def _dates(m: re.Match[str], places: Sequence[tuple[int, int]]) -> bool:
    return any(a <= m.start() and m.end() <= b for a, b in places)


def _undated(question: Question) -> bool:
    """Whether a sentence does not say when: a default, or the last figure known."""
    return any(w.default or w.relation == "latest" for w in moments(question))


LEAST_SHARE = 1.2  # percent of GDP; a lower bare percentage is hardly one for defence [J]


def bare_percentage(question: Question, draft: Draft, text: str) -> None:
    """Raises Unread for a percentage that nothing names, of a party that is not named beside it: it may be one of
    anything."""
    if (
        not draft.figures
        or draft.has("MIL", "SPEND", "CORE", "RELATED", "TARGET", "GDP")
        or any(isinstance(p, Count) for p in parts_of(question))
    ):
        return
    named = any(p.kind in ("party", "group") for p in parties(text)) or _WE.search(text)
    for part in parts_of(question):
        if isinstance(part, Quantity) and part.series == "core_share" and (part.who == ("RUS",) or not named):
            raise Unread("it does not say of what its percentage is")
        low = isinstance(part, Compare) and isinstance(part.right, float) and part.right < LEAST_SHARE
        if low and part.left.series == "core_share" and part.left.change is None:
            raise Unread("it does not say of what its percentage is")
