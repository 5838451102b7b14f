"""How sure the choice of a template is: signs of a good fit, weighed by a logistic curve fitted on labelled statements.

The weights come from `python tests/claims/calibration.py --fit` (ridge, labelled statements of the development set and
of `fresh_blind.txt`, whose errors served no rule); docs/reader.md has the reliability table."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from overstretch.claims.frame import Frame

SIGNS = ("owner", "cover", "plain")
WEIGHTS = {"owner": 1.34, "cover": 1.48, "plain": 2.28}
BIAS = -1.69
_GROUPS = {"ALL", "MOST", "SOME", "COUNT", "EUROPE", "NATO"}
_GENERIC = re.compile(r"\b(?:alli(?:es|ance)|members?|nato|europe(?:ans?)?|bloc|governments?)\b", re.I)
_WORDS = re.compile(r"[^\W\d_]{4,}")
_CONTRARY = re.compile(r"\b(?:not|never|no longer|short of|fail\w*|without|unable|wrong|hardly|instead)\b", re.I)


def signs(frame: Frame, slots: Mapping[str, Any]) -> dict[str, float]:
    """Each between 0 and 1: whether the party is named, the share of the content's words that the lexicon knows, and plain
    wording (no contrary word, more than a bare topic).

    The lead over the next template and the share of slots told by the words were tried and left out: neither was smaller
    where the choice was wrong."""
    words = [m.span() for m in _WORDS.finditer(frame.text)]
    known = [*frame.concepts, *frame.sides, *frame.allies]
    covered = sum(any(k.start < end and start < k.end for k in known) for start, end in words)
    return {
        "owner": _owner(slots, frame),
        "cover": covered / len(words) if words else 0.0,
        "plain": 0.0 if _CONTRARY.search(frame.text) else 0.5 if frame.statement.form == "reported" else 1.0,
    }


def confidence(found: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that the template and the party are those that were meant."""
    return 1 / (1 + math.exp(-(BIAS + sum(WEIGHTS[name] * found[name] for name in SIGNS))))


def _owner(slots: Mapping[str, Any], frame: Frame) -> float:
    """How the party is known: named in the content 1, the speaker's own 0.7, from the text before 0.4, assumed 0."""
    who = slots.get("who")
    if who is None:
        return 1.0 if frame.sides or frame.allies else 0.4
    named = {m.kind for m in (*frame.sides, *frame.allies)}
    if who in named or (who in _GROUPS and ("NATO" in named or _GENERIC.search(frame.text))):
        return 1.0
    if frame.speaker_side == who or frame.ally() == who:
        return 0.7
    return 0.4 if who in (frame.context_side, frame.context_ally) else 0.0
