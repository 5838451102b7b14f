"""Whose a mention of military spending is, and which way it goes, from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from overstretch.claims.lexicon import Mention, find

if TYPE_CHECKING:
    from overstretch.claims.frame import Frame

SIDES = ("NATO", "RUS", "USA", "UKR", "USSR")
_GAP_AFTER = re.compile(
    r"^(?:'s)?(?:\s+(?:in|of|by|across|from)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?)?\s+(?:(?:by|about|around|some|per|cent|percent|in|\d[\d.,]*%?|is|are|was|were|will|would|could|can|may|might|to|has|have|had|be|been|being|keep|keeps|set|going|must|shall|keep|kept|start|starts|continue|continues|\w+ly)\s+){0,5}$"
)
_GAP_BEFORE = re.compile(r"^\s*(?:[\w%.'-]+\s+){0,4}$")
_CONTRAST = re.compile(r"(?:rather than|instead of|without|not by|no longer)\s+(?:\w+\s+)?$", re.I)
_AGENT = re.compile(r"\bby\s+(?:the\s+)?$", re.I)
_PRONOUN = re.compile(r"(?<!\w)(?:its|their|his|her|the country's|the nation's)(?!\w)", re.I)
_CLAUSE = re.compile(r"[.;!?]|,\s+(?:but|while|whereas|although|and)\s")


@dataclass(frozen=True)
class Spending:
    """One mention of military spending: whose it is (side, and an ally's code), and which way it goes."""

    mention: Mention
    side: str | None
    actor: str | None
    direction: str | None
    word: str = ""


def spending_of(frame: Frame, mention: Mention) -> Spending:
    """A mention of military spending with its owner and its direction."""
    side, actor = _owner(frame, mention)
    direction, word = _direction(frame, mention)
    return Spending(mention, side, actor, direction, word)


def _owner(frame: Frame, mention: Mention) -> tuple[str | None, str | None]:
    """Whose spending it is: named within, after ('of', 'by') or before it, alone, else by pronoun, speaker, context."""
    owners = [m for m in frame.sides if m.kind in SIDES] + frame.allies + frame.others
    owners = [m for m in owners if not mention.within(m.start, m.end)]
    before = [m for m in owners if m.end <= mention.start and not _CLAUSE.search(frame.text[m.end : mention.start])]
    before = [m for m in before if not _AGENT.search(frame.text[: m.start])] or before
    after = [
        m
        for m in owners
        if m.start >= mention.end
        and re.fullmatch(
            r"\s*(?:plans?\s+)?(?:increases?\s+|cuts?\s+)?(?:of|by|in|from|across)\s+(?:the\s+)?",
            frame.text[mention.end : m.start],
            re.I,
        )
    ]
    inside = [m for m in owners if mention.start <= m.start and m.end <= mention.end]
    for group in (inside, after, before):
        if group:
            return _named(max(group, key=lambda m: (m.end, len(m.kind))) if group is not after else group[0])
    kinds = {_named(m)[0] for m in owners}
    if len(kinds) == 1:
        return _named(owners[0])
    if _PRONOUN.search(frame.text[: mention.end]) and frame.context_side and not frame.speaker_side:
        return frame.context_side, None
    ally = frame.ally()
    return (frame.speaker_side or frame.context_side, ally if frame.speaker_side == "NATO" else None)


def _named(mention: Mention) -> tuple[str, str | None]:
    """The side and, for an ally, its code. The United States' own spending is an ally's."""
    if mention.kind == "USA":
        return "NATO", "USA"
    if mention.kind in SIDES or mention.kind == "OTHER":
        return mention.kind, None
    return "NATO", mention.kind


def _direction(frame: Frame, mention: Mention) -> tuple[str | None, str]:
    """Up, down or level, with its word: the nearest word of direction bound to the spending, else the reader's own finding."""
    found = []
    for word in find(frame.text, "directions"):
        if word.start >= mention.start and word.end <= mention.end:
            found.append((0, word))
        elif word.end <= mention.start:
            gap = frame.text[word.end : mention.start]
            if (
                _GAP_BEFORE.fullmatch(gap)
                and not _CLAUSE.search(gap)
                and not _CONTRAST.search(frame.text[: word.start])
            ):
                found.append((1 + len(gap), word))
        elif word.start >= mention.end:
            gap = frame.text[mention.end : word.start]
            if _GAP_AFTER.fullmatch(gap + " " if not gap.endswith(" ") else gap):
                found.append((1 + len(gap), word))
    if found:
        nearest = min(found, key=lambda item: item[0])[1]
        return nearest.kind, nearest.text.lower()
    only = sum(m.kind == "SPENDING" for m in frame.concepts) <= 2
    return (frame.statement.direction if only and frame.statement.direction != "none" else None), ""
