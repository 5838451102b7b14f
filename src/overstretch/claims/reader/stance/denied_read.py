"""How a claim that is denied is asked: of whom or of which moment it is denied, and what its contrary is."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.series.figure_moments import ONE_YEAR
from overstretch.claims.reader.stance import NOT
from overstretch.questions.data import NEGATED, Compare, Count, Quantity, Question, moments, negated


def denied_question(question: Question, draft: Draft) -> Question:
    """The contrary of a claim. Raises Unread where it is not plain what is denied."""
    _in_some_year(question, draft)
    question = _fell_short(question, draft)
    return _members_denied(question, draft) or negated(_at_any_time(question, draft))


def at_no_time(question: Question, draft: Draft) -> Question:
    """'Will not rise above 7% at any time in 2026': in each of its months; "will never exceed 7% in 2026" may be of
    each or of the year. Raises Unread for it."""
    if not isinstance(question, Compare) or question.op not in ("<", "<=", ">", ">="):
        return question
    when, bounds = question.left.when, [draft.text[a:b] for a, b in draft.places("comparator")]
    limited = any(NOT.search(words) for words in bounds)
    if when.relation == "any" and limited and _ANY_TIME.search(draft.text):
        return replace(question, left=replace(question.left, when=replace(when, relation="each")))
    falters = question.left.series in _FALTERING and when.relation == "in"
    if (falters or (limited and when.relation == "by")) and (never := _NEVER.search(draft.text)):
        raise Unread(f"it does not say whether “{never.group()}” is of each month until then or of its end")
    return question


_ANY_TIME = re.compile(r"\bany (?:one )?(?:time|point|moment|stage|month|quarter|year)\b", re.I)
_NEVER = re.compile(r"\bnever\b|\bnot (?:even )?once\b", re.I)
_FALTERING = ("inflation", "policy_rate", "oil_price", "brent_price", "exchange_rate", "bond_yield")


def _at_any_time(question: Question, draft: Draft) -> Question:
    """'Will never spend less than 3% from 2027 to 2030': at no time, not "not all the while"."""
    if not isinstance(question, Compare) or question.left.when.relation != "each" or _ALL_THE_WHILE.search(draft.text):
        return question
    return replace(question, left=replace(question.left, when=replace(question.left.when, relation="any")))


def _in_some_year(question: Question, draft: Draft) -> None:
    """'In one of the next three years it will not grow': of that year, not of none of them. Raises Unread."""
    if not any(w.relation in ("any", "by") for w in moments(question)):
        return
    stated = [draft.words(m) for m in draft.moments if not _DENIED_YEAR.search(draft.text[: m.start])]
    words = next((w for w in stated if ONE_YEAR.search(w) and not NOT.search(w)), None)
    if words or (some := _SOME_POINT.search(draft.text)):
        raise Unread(f"could not place “{words or some.group()}” beside what is denied")  # type: ignore[union-attr]


def _fell_short(question: Question, draft: Draft) -> Question:
    """'Did not spend 2%', 'will not be at 2%' is less than that, not any other figure; "will not be at 4%" does not say from which side it
    stays away. Raises Unread."""
    if not isinstance(question, Compare) or isinstance(question.right, (tuple, Quantity)):
        return question
    if question.left.series in _FROM_ABOVE and _NOT_AT.search(draft.text):
        raise Unread("it does not say from which side its figure is not reached")
    near = any(_NEAR.search(draft.text[a:b]) for a, b in draft.places("comparator"))
    spent = question.left.series in DECIDED and question.left.change is None
    return replace(question, op=">=") if question.op == "about" and spent and not near else question


_NOT_AT = re.compile(
    r"(?:\bnot|\bnever|n't) (?:\w+ )?be (?:back |down |yet )*(?:at )?(?=\d)|\bnot (?:\w+ )?be seen (?:again )?before\b",
    re.I,
)
_FROM_ABOVE = ("inflation", "unemployment", "policy_rate", "bond_yield")  # what mostly comes down to a figure
DECIDED = ("core_share", "related_share", "total_share", "defence_spending", "aid_to_ukraine", "personnel")
_NEAR = re.compile(r"\b(?:about|around|exactly|precisely|roughly|close|near\w*|approximately)\b", re.I)
_DENIED_YEAR = re.compile(r"\b(?:not|never|nor)\s+$", re.I)
_SOME_POINT = re.compile(
    r"(?<!\bnot )(?<!n't )\b(?:at (?:some|one) (?:\w+ )?(?:point|time|stage)|some ?time|briefly|at least once)\b", re.I
)
_ALL_THE_WHILE = re.compile(r"\b(?:each|every|throughout|all|always|both|whole|entire)\b", re.I)


def _members_denied(question: Question, draft: Draft) -> Question | None:
    """'Half of the allies won't reach 3%': of so many of a group it is denied, not of the group that so many do."""
    count = draft.counted
    if not isinstance(question, Count) or count is None or count.n in (0, "all") or count.contrary:
        return None
    if not any(m.start() >= count.end for m in NOT.finditer(draft.text)) or question.where.op not in NEGATED:
        return None
    return replace(question, where=replace(question.where, op=NEGATED[question.where.op]))
