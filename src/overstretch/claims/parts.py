"""Cause and effect: the two parts of a causal sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstretch.claims.lexicon import Mention, find


@dataclass(frozen=True)
class Part:
    """A stretch of the content: the whole, the cause or the effect."""

    start: int
    end: int

    def holds(self, mention: Mention) -> bool:
        return self.start <= mention.start < self.end


def split(text: str) -> tuple[Part | None, Part | None, str | None]:
    """Cause and effect by the first link between them; an effect keeps the linking verb ('break the alliance')."""
    whole = len(text)
    condition = re.match(
        r"\s*(?:(?:only |even )?if|should|once|as long as|so long as|when|as soon as)\s+(?P<cause>[^,]+),\s*(?:then\s+)?(?P<effect>.+)$",
        text,
        re.I,
    )
    if condition:
        return Part(*condition.span("cause")), Part(*condition.span("effect")), "if"
    backward = find(text, "causes", ("backward",))
    forward = [m for m in find(text, "causes", ("forward",)) if text[: m.start].strip()]
    if forward and (not backward or forward[0].start < backward[0].start):
        first = forward[0]
        return Part(0, first.start), Part(first.start, whole), first.text.lower()
    if backward:
        first = backward[0]
        if text[: first.start].strip():
            return Part(first.end, whole), Part(0, first.start), first.text.lower()
        comma = text.find(",", first.end)
        if comma > 0:
            return Part(first.end, comma), Part(comma + 1, whole), first.text.lower()
    late = re.match(r"(?P<effect>.+?),?\s+if\s+(?P<cause>.+)$", text, re.I)
    if late:
        return Part(*late.span("cause")), Part(*late.span("effect")), "if"
    return None, None, None
