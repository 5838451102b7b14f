"""A fragment behind a spoken claim that belongs to it."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.reader.moments import moments
from overstretch.claims.reader.vocabulary import plain
from overstretch.statements.record import Statement


def with_fragment(statement: Statement, whole: str, behind: str, said: date) -> Statement:
    """A statement of one stretch with the fragment behind it that bounds, hedges or dates it: "Three percent by 2030.
    At most.", "There will be a truce. By Christmas." """
    first, last = statement.spans[0]
    own, bound = whole[first:last], _BOUND.match(plain(behind)) or _a_moment(statement, plain(behind), said)
    stops = own.rstrip(" .!\"'”")
    if bound is None or len(stops) < len(own.rstrip(" \"'”")) - 1 or own.rstrip().endswith("?"):
        return statement
    content = f"{stops},".ljust(len(own) + bound.start("bound")) + behind[bound.start("bound") : bound.end()]
    return statement.model_copy(update={"content": content, "spans": [(first, first + len(content))]})


def _a_moment(statement: Statement, behind: str, said: date) -> re.Match[str] | None:
    """A fragment that is nothing but the moment that a claim has none of."""
    fragment = _FRAGMENT.match(behind)
    if fragment is None or moments(plain(statement.content), said):
        return None
    held = [m for m in moments(fragment["bound"], said) if m.end - m.start >= len(fragment["bound"].rstrip(" ,"))]
    return fragment if held else None


_FRAGMENT = re.compile(r"[.!]*[\"']?\s+(?P<bound>[^.!?;:]{4,40})(?=[.!?]|\W*$)")
_BOUND = re.compile(
    r"[.!]*[\"']?\s+(?P<bound>(?:(?:and|or) )?(?:tops|max(?:imum)?|minimum|at (?:the )?(?:very )?(?:most|best|least|"
    r"worst|latest|earliest)|(?:or )?(?:less|more|higher|lower|fewer|sooner|later)|if that|if ever|give or take|maybe|"
    r"perhaps|possibly|hopefully|allegedly|supposedly|in theory|on paper|or not|not|I hope|we hope|"
    r"(?:if(?! only\b)|God|"
    r"Inshallah)[^.!?]{0,40}))(?=[.!?]|\W*$)",
    re.I,
)
