"""How many members of a group: the number that is asked is the number that is said."""

from __future__ import annotations

import re

from overstretch.claims.admission.amounts import RATIO
from overstretch.claims.reader.asked.earlier import CHAIN, FROM
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.figures.counts import Counted
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.questions.data import Count


def tallied(part: Count, turned: bool, draft: Draft) -> None:
    """Raises Unread where the count of a question is not the one that the statement's words give; turned: it is
    denied."""
    said = draft.counted
    if said is not None and isinstance(said.n, tuple):
        if said.n != part.n or part.op != said.op:
            raise Unread(f"the count is not that of “{draft.text[said.start : said.end]}”")
        return
    if said is None or isinstance(part.n, tuple) or part.op not in ("<", "<=", ">", ">=", "=="):
        return
    if any(m.start() < said.end and said.start < m.end() for m in RATIO.finditer(draft.text)):  # "two in three allies"
        return
    if any(f.kind == "number" and f.value == part.n and _of_another(draft, f) for f in draft.figures):
        return
    size = len(catalogue.members(part.group))
    if said.contrary and turned and part.n == said.n:
        return  # "not all": it is denied that all do
    if said.bare and said.n == size and part.n != size:  # "nineteen of the thirty allies"
        return
    asked = _bounds(part.op, size if part.n == "all" else int(part.n), size)
    meant = set(_meant(said, size))
    met = (part.where.op[0] == "<") == (part.where.left.series == "balance" and draft.has("DEFICIT"))
    if said.exceptions and met:  # "all but two" meet it: so many do
        asked = _rest(asked, size)
    if asked not in meant:
        raise Unread(f"the count is not that of “{draft.text[said.start : said.end]}”")


_DO = re.compile(
    r"\s+(?:of (?:them|these|those)\b|were|are|will|would|could|have|had|do|did|spen[dt]|me?et|stay|fall|fell)\b", re.I
)


def _of_another(draft: Draft, figure: Mention) -> bool:
    """Whether a number is a count of its own: so many as there were ("against six a year ago, and five in 2023"), or
    without its noun ("only five were above 3%")."""
    if _DO.match(draft.text, figure.end):
        return True
    chained = [f for f in draft.figures if f.end <= figure.start and FROM.search(draft.text[: f.start])]
    return bool(
        FROM.search(draft.text[: figure.start]) or (chained and CHAIN.search(draft.text, chained[-1].end, figure.start))
    )


def _bounds(op: str, n: int, size: int) -> tuple[int, int]:
    """The least and the most members that a comparison allows."""
    match op:
        case "<" | "<=":
            return 0, n - (op == "<")
        case ">" | ">=":
            return n + (op == ">"), size
    return n, n


def _rest(bounds: tuple[int, int], size: int) -> tuple[int, int]:
    """So many that do not: the rest that does."""
    return size - bounds[1], size - bounds[0]


def _meant(said: Counted, size: int) -> list[tuple[int, int]]:
    """What the words allow: of a part of the group its whole number, up or down; of a bare number at least or exactly
    so many."""
    if said.n == "all":
        return [(0, size - 1)] if said.contrary else [(size, size)]
    if isinstance(said.n, tuple):
        return [said.n]
    n = int(said.n)
    if said.share is not None:
        whole = (int(said.share * size), -int(-said.share * size // 1))
        return [_bounds(op, k, size) for op in ((">=", "==") if said.op == ">=" else (said.op,)) for k in whole]
    if said.bare:
        return [_bounds(op, n, size) for op in (">=", "==")]
    return [_bounds(said.op, n, size), *([_bounds("<=", n, size)] if said.op == "==" else [])]
