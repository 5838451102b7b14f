"""Why a statement is no testable proposition: one plain reason, from what its words are."""

from __future__ import annotations

import re

from overstretch.claims.frame import Frame

_THINGS = (
    "SPENDING",
    "PLEDGE",
    "ALLIANCE",
    "RULER",
    "REGIME",
    "ECONOMY",
    "WAR_ECONOMY",
    "TOOLS",
    "REVIEW",
    "ARMS_RACE",
    "DEBT",
    "DEFICIT",
    "FORCES",
    "ARTICLE5",
)
_VERB = re.compile(
    r"(?<!\w)(?:is|are|was|were|will|would|could|can|may|might|must|ha[sd]|have|to \w+|\w+(?:ed|ing))(?!\w)",
    re.I,
)

_OPENS_PHRASE = re.compile(
    r"(?:the|a|an|these|those|this|that|its|their|his|her|some|any|new|hopes?|reports?|remarks)\b", re.I
)


def reason(frame: Frame) -> str:
    """The reason, in the order in which a reader would ask."""
    facets = frame.facets
    judgement = frame.mentions("JUDGEMENT")
    about = [kind for kind in _THINGS if kind in facets]
    if judgement:
        return f"a value judgement ('{judgement[0].text}'): no rule could settle it"
    if frame.statement.modality == "should":
        return "it says what ought to be done, not what is or comes about"
    if _names_only(frame):
        return f"it only names a topic ('{_short(frame.text)}') and asserts nothing that could come about or not"
    if "COUNT" in facets and not about:
        return "it counts output, losses or men; no such series is among the futures"
    if "PERCEPTION" in facets:
        return "it is about perceptions; no series of them is held"
    if about or facets & {"NATO", "RUS", "USA", "UKR"}:
        return "it is about the system but names no outcome, date or comparison that the model simulates"
    return "it is not about anything that the model represents"


def _names_only(frame: Frame) -> bool:
    """A topic that is only named: so reported, a word or two, or a noun phrase without a verb."""
    text = frame.text.strip()
    words = text.split()
    if frame.statement.form == "reported" or len(words) <= 2:
        return True
    sentence = text[-1] in ".!?" or not _OPENS_PHRASE.match(text)
    return not sentence and len(words) <= 9 and not _VERB.search(text.replace("'s", ""))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
