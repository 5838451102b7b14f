"""What the rules of events share: the claim told, its moment, its parties."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from overstretch.claims.reader.draft import NO_DATE, Draft, Unread, unplaced
from overstretch.claims.reader.moments import Moment
from overstretch.claims.reader.moments.values import month_index
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.questions.data import Question, When
from overstretch.questions.periods import window
from overstretch.statements.record import Statement


@dataclass(frozen=True)
class Told:
    """What a rule needs beside the draft."""

    draft: Draft
    statement: Statement
    before: str
    horizon: int | None
    caused: bool = False  # what a cause is said to bring about: an open moment takes the default


Rule = Callable[[Told], "Question | None"]


LONGEST_NAME = 8  # words of a thing named alone, as in "agreed on a review of progress in 2029"


def when_of(told: Told, event: str, open_ended: bool = True) -> When:
    """The moment; without one the default of the event for an effect, a state, a plan or a risk, else no date:
    refused."""
    draft = told.draft
    whens = list(draft.moments)
    for m in whens:
        draft.use(m.start, m.end, "when")
    if len({(m.when.first, m.when.last, m.when.relation) for m in whens}) > 1:
        chosen = [m for m in whens if m.when.relation in ("by", "before")]
        this_month = month_index(draft.said)
        whens = [
            m for m in whens if not (_BEFORE_IT.search(draft.text[: m.start]) and window(m.when).last < this_month)
        ]
        if len({(m.when.first, m.when.last, m.when.relation) for m in whens}) == 1:
            return _from_now(_plain(whens[0]), draft)
        if len(chosen) != 1 or any(window(m.when).last >= this_month for m in whens if m is not chosen[0]):
            raise Unread("it names several moments, and one event")
        return _plain(chosen[0])
    if whens:
        return _from_now(_plain(whens[0]), draft)
    if not open_ended and not told.caused and not draft.has("POSSIBLE"):
        raise Unread(NO_DATE, f"happens({event}, by {{year}}-12)")
    horizon = catalogue.event(event).horizon
    year = told.horizon or (draft.said.year + int(horizon[1:]) if horizon.startswith("+") else int(horizon))
    return When("by", f"{year}-12", default=True)


_BEFORE_IT = re.compile(
    r"\b(?:following|after|as in|like in|unlike in|since)(?: (?:in )?(?:19|20)\d\d,?(?: and)?)* $", re.I
)


def _plain(moment: Moment) -> When:
    when = moment.when
    return When("any", when.first, when.last) if when.relation in ("span", "mean", "each") else when


def _from_now(when: When, draft: Draft) -> When:
    """'Through 2027', said in 2025, is by the end of 2027: what has happened this year already is no claim."""
    if when.relation == "any" and when.last and when.first[:4] == str(draft.said.year):
        return When("by", f"{when.last[:4]}-12") if len(when.last) == 4 else When("by", when.last)
    return when


def one_of(draft: Draft, *codes: str) -> Mention | None:
    """The party or group of these that the event is asked of, the nearer to a single state the better. Refuses two that
    fit equally."""
    able = [p for p in draft.parties if p.code in codes]
    states = [p for p in able if p.kind == "party"]
    if len({p.code for p in states}) > 1:
        raise unplaced(states[1].text)
    return next(iter(sorted(able, key=lambda p: (p.kind != "party", p.code in ("NATO", "EUROPE", "EU")))), None)


def party_of(draft: Draft, *codes: str) -> Mention | None:
    return next((p for p in draft.parties if p.code in codes), None)


def take_party(draft: Draft, *codes: str) -> None:
    for p in draft.parties:
        if p.code in codes:
            draft.take(p, "who")


def done(draft: Draft) -> None:
    """'The rebuilding will be complete': what is said of a noun that names what happens."""
    draft.mark(r"\b(?:be |been )?(?:complete|completed|accomplished|concluded|a fact)\b", "event")


_BETWEEN = re.compile(
    r"(?:\s+(?:will|would|could|may|might|shall|is|has|have|be|been|not|no longer|already|long|finally|simply|all but|"
    r"itself|as we know it))*\s+",
    re.I,
)
_CLOSED = re.compile(r"\W*$|\s+(?:by|at|in|before|within|until|after|when|any|left|anymore|come|from)\b", re.I)


def gone(draft: Draft, subject: Mention | None) -> Mention | None:
    """The words right behind a subject that say that it is no more, or "there will be no NATO"."""
    for m in draft.all_of("NONE_LEFT"):
        if _CLOSED.match(draft.text, m.end):
            return m
    for m in draft.all_of("GONE"):
        if (
            subject
            and _BETWEEN.fullmatch(draft.text[subject.end : m.start] or " ")
            and _CLOSED.match(draft.text, m.end)
        ):
            return m
    return None


def to_the_end(when: When, lasts: bool) -> When:
    """What lasts until 2028, or is still there in 2027, has not ended by the end of 2027."""
    if lasts and when.relation == "from":
        return When("before", f"{when.first}-01")  # "drags on into 2028"
    if lasts and when.relation == "any" and when.last:
        return When("by", f"{when.last[:4]}-12")
    if lasts and when.relation == "in" and when.first.endswith("-12"):
        return When("by", when.first)  # "beyond the end of 2027"
    return When("by", f"{when.first}-12") if lasts and when.relation == "in" and len(when.first) == 4 else when
