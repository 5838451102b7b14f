"""A deficit that no word for one names: "the budget will be 10 billion short", "paid out 5 trillion more than it took
in"."""

from __future__ import annotations

import re

from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.vocabulary import Mention

_SHORT = re.compile(  # behind a sum
    r"\s*(?P<short>short(?! of)|in the hole|more than (?:it|they) (?:(?:takes?|took|brings?|brought|gets?|got|rakes?|"
    r"raked) in|earns?|earned|collects?|collected|raises?|raised|receives?|received))\b",
    re.I,
)
_STATE = re.compile(
    r"\b(?:(?i:budget|treasury|exchequer|government|state|public finances)|(?-i:[A-Z])\w+)(?: [\w']+){0,5} $"
)
_PAYS_OUT = re.compile(r"\b(?:(?:pays?|paid|lays?|laid) out|spends?|spent|spending)\b", re.I)


def shortfalls(draft: Draft) -> list[Mention]:
    """What a state is short of, where no army's money is spoken of; its words are no comparison and no other series."""
    found: list[Mention] = []
    a_state = not draft.has("MIL", "NATDEF") and not any(p.kind == "group" for p in draft.parties)
    for figure in draft.figures if a_state else ():
        m = _SHORT.match(draft.text, figure.end) if figure.kind in ("money", "share", "percent") else None
        pays = _PAYS_OUT.search(draft.text[: figure.start])
        if m is None or not _STATE.search(draft.text[: figure.start]) or (m["short"].startswith("more") and not pays):
            continue
        found.append(Mention("DEFICIT", m.start("short"), m.end(), m["short"]))
        draft.concepts = [c for c in draft.concepts if not c.overlaps(m.start(), m.end())]
        draft.comparators = [c for c in draft.comparators if not m.start() <= c.start < m.end()]
        if pays:
            draft.use(*pays.span(), "series")
    return found
