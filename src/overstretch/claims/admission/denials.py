"""Words that deny, and words that say that something lasts."""

from __future__ import annotations

import re

from overstretch.claims.admission.places import Rests
from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.stance import NOT
from overstretch.questions.data import Not, Question, parts

_LASTS = re.compile(
    r"\b(?:still(?! not\b)|remain\w*|stay\w*|keeps?|continu\w*|goes on|go on|(?<!the )(?<!its )last(?:s|"
    r"ing(?! (?:peace|settlement|truce|ceasefire|accord|deal|treaty|agreement|end|solution|pact)\b))?|outliv\w*|"
    r"outlast\w*|"
    r"surviv\w*|intact|occup(?:y|ies)|in (?:office|power|charge)|cling\w*|hangs? on|holds? on|endur\w*|"
    r"sees? out|rag(?:e|es|ing))\b",
    re.I,
)  # what goes on has not ended
ENDINGS = (
    "leader_exit",
    "regime_end",
    "state_collapse",
    "ally_exit",
    "alliance_dissolution",
    "war_end",
    "ceasefire",
    "fund_exhausted",
    "us_drawdown",
    "pledge_abandoned",
    "target_changed",
)
_KINDS = ("SURVIVE", "INPOWER", "WAR_LASTS", "FIRE_LASTS", "FUND_LASTS", "UNCHANGED", "EXIT_STAYS", "STANDS_BY")
_CONTRARIES = {  # words that say that the event does not come about
    "article5_doubt": "CREDIBLE",
    "us_drawdown": "TROOPS_STAY",
    "attack_on_nato": "SPARED",
    "tools_near_limits": "PLENTY",
}
_PEACE = re.compile(r" (?:peace|settlement|truce|ceasefire|accord|deal|treaty|agreement|end|solution|pact)\b", re.I)
_THE = re.compile(r"\b(?:the|its|their) $", re.I)  # "the last rouble"
_STOPS = re.compile(r"\b(?:ceas|stop|fail)\w* to $", re.I)
_IDLE = re.compile(
    r"\b(?:don't|do not) (?:be surprised|kid|get me wrong|worry|be fooled|forget|panic|you (?:think|"
    r"see))\b|\b(?:isn't|aren't|won't|doesn't|don't|wasn't|didn't) (?:it|they|we|he|she|you)\b\W*$|"
    r"\b(?:isn't it|aren't they)\b|\bnot (?:least|to mention|only|just|merely|so much)\b|\bno (?:secret|"
    r"doubt|later|excuses)\b|\bwithout (?:saying|a doubt)\b|\bas likely as not\b|\blikely "
    r"(?:or|than) not\b|\bwhy not\b|\bwhether or not\b|\bnot (?:above|more|less|later) than\b|\bin no "
    r"small\b|\b(?:wouldn't|would not|won't|doesn't|shouldn't) surprise (?:me|us|any(?:one|body))\b",
    re.I,
)


_NO = re.compile(r"^\W*(?:no|nah|nope|fat chance)\b(?= *[,.!]|\W*$)", re.I)  # an answer


_WHETHER = re.compile(
    r"\bwhether\b[^.;?]*\b(?:far from|not(?: at all)?|n't|anything but|by no means|hardly|"
    r"less than) (?:certain|clear|assured|sure|"
    r"guaranteed|given|settled|decided|an? (?:given|foregone|done))",
    re.I,
)


def whether(question: Question, text: str) -> None:
    """'Whether it will be at 2% is far from certain' asks the contrary. Raises Unread for the plain question."""
    if (open_ := _WHETHER.search(text)) and not any(isinstance(part, Not) for part in parts(question)):
        raise Unread(f"could not place “{open_.group().split()[0]} … {' '.join(open_.group().split()[-3:])}”")


_ONLY_LATER = re.compile(  # not before it
    r"\bonly (?:some ?time )?after (?:the (?:end|close) of )?20\d\d\b|\b20\d\d at the (?:very )?earliest\b|"
    r"\bwill take (?:[^,;.]{3,40} )?(?:until|till)\b|\b(?:no|not) (?:sooner|earlier) than\b",
    re.I,
)


_NOR_DOES = re.compile(r" (?:will|would|is|are|was|were|does|do|did|has|have|had|can|could|may|might)\b", re.I)


def denied(draft: Draft) -> list[tuple[int, int]]:
    """The words that deny something: not those of idioms that affirm, of counts, of comparators; "neither ... nor" is
    one, "nor will" another."""
    idle = [(m.start, m.end) for m in draft.frames if m.kind == "AFFIRM"] + [
        (c.start, c.end) for c in draft.comparators
    ]
    idle += [m.span() for m in _IDLE.finditer(draft.text)]
    idle += [(m.start, m.end) for m in draft.concepts if m.kind == "UNEMPLOYMENT"]  # "without a job"
    idle += [(m.start, m.end) for m in draft.moments if draft.text[m.start : m.end].lower().endswith("without")]
    if draft.counted is not None:
        idle.append((draft.counted.start, draft.counted.end))
    found = (
        [m.span() for m in _NO.finditer(draft.text)]
        + [m.span() for m in NOT.finditer(draft.text)]
        + [m.span() for m in _ONLY_LATER.finditer(draft.text)]
        + [(m.start, m.end) for m in draft.frames if m.kind == "NOT"]
    )
    kept: list[tuple[int, int]] = []
    for a, b in sorted(found, key=lambda span: (span[0], -span[1])):
        nor = draft.text[a:b].lower() == "nor" and not _NOR_DOES.match(draft.text, b)
        if not nor and not any(x < b and a < y for x, y in (*idle, *kept)):
            kept.append((a, b))
    return kept


def lasting(event: str, draft: Draft, rests: Rests) -> bool:
    """Whether the words say that what the event would end goes on."""
    if any(m.kind == _CONTRARIES.get(event) for m in draft.events):
        return True
    if event not in ENDINGS:
        return False
    left = [m for m in draft.events if m.kind == "LEAVES" and not NOT.search(m.text)]  # "his time in office is over"
    own = [
        draft.text[p.start : p.end]
        for p in rests.parts()
        if p.part in ("event", "series", "modality", "change", "filler")
    ]
    if any(_STOPS.search(draft.text[: m.start]) for m in draft.events if m.kind in _KINDS):
        return False  # "cease to exist"
    own = [words for words in own if not any(m.text in words or words in m.text for m in left)]
    return bool(_LASTS.search(" ; ".join(own))) or any(
        m.kind in _KINDS
        and (m.kind != "UNCHANGED" or event == "target_changed")
        and not any(m.within(o.start, o.end) for o in left)
        and not _THE.search(draft.text[: m.start])
        and not _PEACE.match(draft.text, m.end)
        for m in draft.events
    )


def unknown(rests: Rests, draft: Draft) -> bool:
    """Whether words that nobody knows are said to deny: "is fantasy", or words that stand around the statement
    ("Nah.")."""
    if any(p.part == "stance" for p in rests.places):
        return True  # "far from certain that": judged where the claim was read
    own = [draft.text[p.start : p.end] for p in rests.places if p.part in ("negation", "contrary")]
    free = [
        words
        for words in own
        if not NOT.search(words) and not re.search(r"\b(?:no|none|nor|only|more|less)\b", words, re.I)
    ]
    return bool(free) or any(part == "negation" for part, _ in rests.around)
