"""What a statement leaves to the sentences before it: the quantity that "it" stands for, the country of a speaker whose
office stands elsewhere in the article, and the one party of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series.which_series import SERIES
from overstretch.claims.reader.vocabulary import find, forms, plain
from overstretch.statements.lexicon import lexicon
from overstretch.statements.record import Speaker

PARAGRAPH = "\x1d"  # stands for the first newline between two paragraphs, character for character

_POINTS_BACK = re.compile(
    r"^\W*(?:(?:and|but|then|instead|later|afterwards|next year|this year|(?:in|by|from|during) (?:the end of )?\d{4}|"
    r"by then|by next year),? )?(?:it|this|that|the (?:figure|number|ratio|rate|gap|total|level|sum|amount|share))"
    r"(?:'ll|'s|'d| (?:will|would|is|was|has|had|could|may|might|can|should|fell|rose|stood|came|comes|falls|"
    r"rises|stands|reached|reaches|amounted|narrows|narrowed|widens|widened|grows|grew|shrinks|shrank|drops|"
    r"dropped)\b)",
    re.I,
)
_THE_RATIO = re.compile(r"\bthe ratio\b", re.I)
_LAST_SENTENCE = re.compile(
    r"(?:^|[.!?][\"')]*\s+)(?P<last>[^.!?]*(?:\.\d[^.!?]*)*)[.!?][\"')]*\s+\W*(?:[^.!?]{0,60})$"
)
_VERB = re.compile(
    r"\b(?:will|would|is|are|was|were|has|have|had|could|may|might|can|should|shall|must|fell|rose|stood|came|"
    r"comes?|falls?|rises?|stands?|reached|reach(?:es)?|amount(?:s|ed)?|total(?:s|led)?|hit|hits|narrow(?:s|ed)|"
    r"widen(?:s|ed)|grew|grows?|shr[ai]nks?|drop(?:s|ped))\b",
    re.I,
)
_PLAIN_WORDS = forms(
    "the a an of for in this last next year year's years its their our his her country country's federal general "
    "government government's state state's public budget budget's national s and as share gdp output economy"
)
_ASKED = re.compile(  # "And growth?", "What about the key rate?"
    r"(?:^|[.!?:*\"')\x1d])\W*(?:(?:and|but|so|ok|okay|well),? )*(?:(?:what|how) about |how high is |"
    r"what is |what's |where is )?"
    r"(?P<of>[^.!?:,;\x1d]{3,60})\?[*\"')]*\s*(?:[\w.' -]{1,40}:\s*)?$",
    re.I,
)
_FIGURE_FIRST = re.compile(
    r"\W*(?:(?:well|oh|look|about|around|roughly|some|maybe|perhaps|probably|i'd say|i would say|i expect|we expect|"
    r"i see|we see|at|to|just|only|almost|nearly|below|under|above|over|more than|less than|between|at most|at least|"
    r"something like),? )*(?:[$€£]?\d|(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nought|"
    r"zero|minus|a)\b)",
    re.I,
)
OF_SERIES = (*(kind for kind in dict(SERIES) if kind != "PERSONNEL"), "GROWTH", "NATDEF")


def paragraph_before(before: str) -> str:
    """What the paragraph of a claim has said before it, of a text whose paragraphs end in PARAGRAPH."""
    return before.rpartition(PARAGRAPH)[2].lstrip()


def antecedent(text: str, before: str) -> str:
    """The subject of the sentence before, where it is one quantity and the claim only points at it ("In 2026 it will be
    brought down to 1.6%"); else ''."""
    if find(text, "concept", OF_SERIES):
        return ""
    beside = re.split(r"[.!?]\s|\x1d", before)[-1]  # of the same sentence
    if _THE_RATIO.search(text) and len({m.kind for m in find(beside, "concept", OF_SERIES)}) == 1:
        return beside if only_party(beside) else ""
    last = _LAST_SENTENCE.search(paragraph_before(before)) if _POINTS_BACK.match(text) else None
    verb = _VERB.search(last["last"]) if last else None
    asked = _ASKED.search(before)
    if last is not None and verb is not None:
        subject = last["last"][: verb.start()].strip()
    elif asked is not None and _FIGURE_FIRST.match(text):
        subject = asked["of"].strip()
    else:
        return ""
    named = find(subject, "concept", OF_SERIES)
    if len({m.kind for m in named}) != 1:
        return ""
    rest = subject
    for m in (*named, *find(subject, "concept", ("GDP", "ECONOMY")), *parties(subject)):
        rest = rest[: m.start] + " " * (m.end - m.start) + rest[m.end :]
    return subject if {word.lower() for word in re.findall(r"[\w']+", rest)} <= _PLAIN_WORDS else ""


def quantity_in(subject: str) -> str:
    """The words of the quantity that a subject names."""
    return next((m.text for m in find(subject, "concept", OF_SERIES)), "")


_OF = re.compile(r"\bof (?:the )?$", re.I)
_BREAK = re.compile(r"[.!?;:\n\"]|, (?!$)")
_ROLE = re.compile(r", (?P<role>[^,.;\n]{3,80}),")


def of_role(speaker: Speaker | None, before: str) -> str | None:
    """The country of the office that the text before gives a speaker ("Spain's prime minister, Ana Example, ..."); None
    where it gives none or several."""
    name = speaker.canonical if speaker else ""
    if len(name.split()) < 2:
        return None
    codes, called = set(), plain(name)
    start = before.find(called)
    while start >= 0:
        end = start + len(called)
        ahead = _BREAK.split(before[max(0, start - 80) : start])[-1].rstrip(", ")
        behind = _ROLE.match(before, end)
        codes |= {*_countries(ahead), *(_countries(behind["role"]) if behind else ())}
        start = before.find(called, end)
    return codes.pop() if len(codes) == 1 else None


def _countries(role: str) -> Iterator[str]:
    """The parties that an office is of ("the Polish minister", "the president of Latvia"), not where it stands."""
    offices = lexicon().person | lexicon().titles
    at = next((m.start() for m in re.finditer(r"[\w-]+", role) if m.group().lower() in offices), -1)
    for party in parties(role) if at >= 0 else ():
        if party.kind == "party" and (party.start < at or _OF.search(role[: party.start])):
            yield party.code


def only_party(words: str) -> str | None:
    """The one party that a text names; None where it names none or several."""
    named = {m.code for m in parties(words) if m.kind == "party"}
    return named.pop() if len(named) == 1 else None
