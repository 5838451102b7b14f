"""What stands in the whole sentence of a claim and takes it back, turns it or makes another group of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overstretch.claims.reader.draft import unplaced
from overstretch.claims.reader.framings import unknown_opening
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.stance.constructions import another_claim
from overstretch.claims.reader.vocabulary import plain
from overstretch.questions import catalogue
from overstretch.questions.data import Compare, Count, Happens, Quantity, Question, moments
from overstretch.questions.data import parts as parts_of
from overstretch.statements.record import Statement

_SENTENCE_ENDS = re.compile(r"[.!?][\"'”’)]*(?:\s|$)")
_NOT_A_FIGURE = re.compile(  # "falls to 5%, not 4% as the bank had promised": what is meant is no bound
    r", (?:and )?not (?:the )?(?!(?:19|20)\d\d\b)[$€£]?\d[\d.,]*[^,;.]{0,25}? (?:as|that|which) [^,;.]{2,50}", re.I
)
_COUNTED_IN = re.compile(  # before a party that is said to be one of the group
    r"\b(?:including|included among them|notably|such as|like|among them|not least|with|plus|even|especially|"
    r"inclusive of|"
    r"counting) (?:[\w' ]{2,30}(?:,| and| or) )?(?:the )?$",
    re.I,
)
_INCLUDED = re.compile(r"(?: and [A-Z]\w+)?,? (?:included|among them|counted in|not excepted|as well|too)\b", re.I)


def sentence_to_its_end(whole: str, start: int, end: int) -> str:
    """A sentence that was parted before its end, with the rest of it."""
    if _SENTENCE_ENDS.search(whole[max(start, end - 2) : end]):
        return whole[start:end]
    stop = _SENTENCE_ENDS.search(whole, end)
    return whole[start : stop.end() if stop else len(whole)]


def to_its_end(statement: Statement, whole: str) -> str:
    """The sentence that a statement stands in, to its end; its own words where that is not known."""
    start, end = statement.sentence or (0, 0)
    return sentence_to_its_end(whole, start, end) if 0 <= start < end <= len(whole) else statement.content


def not_taken_back(question: Question, sentence: str) -> None:
    """Raises Unread for words of the whole sentence by which its claim is another one."""
    sentence = plain(sentence)
    if opening := unknown_opening(sentence):
        raise unplaced(opening)
    another_claim(question, sentence, "sentence")
    another = _NOT_A_FIGURE.search(sentence)
    if another and any(isinstance(part, Compare) and part.op in (">=", "<=") for part in parts_of(question)):
        raise unplaced(another.group().strip(" ,"))
    for group in _groups(question):
        members = catalogue.members(group)
        for p in parties(sentence):
            named = p.kind == "party" and str(p.value) not in members
            counted = _COUNTED_IN.search(sentence[: p.start]) or _INCLUDED.match(sentence, p.end)
            if named and counted and _is_aside(sentence, p.start, p.end):
                raise unplaced(p.text)


_SET_OFF = re.compile(r"(?:^|[.!?\n]\s*)(?P<lead>[^.!?\n:]{2,160}):[ \t]*$")  # a sentence parted at its colon
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def not_set_off(statement: Statement, whole: str, asked: Sequence[Question]) -> None:
    """Raises Unread for what stands in front of a colon that parts a sentence, where it may deny what comes behind it,
    or dates it alone."""
    start = (statement.sentence or (0, 0))[0]
    m = _SET_OFF.search(plain(whole[:start]))
    if m is None:
        return
    if opening := unknown_opening(f"{m['lead'].strip()}: it"):
        raise unplaced(opening)
    if _YEAR.search(m["lead"]) and any(w.default or w.relation == "latest" for one in asked for w in moments(one)):
        raise unplaced(m["lead"].strip())


def _is_aside(sentence: str, start: int, end: int) -> bool:
    """Whether a name stands in a stretch between commas, dashes or brackets."""
    opened = re.search(r"[,(–—-] ?[^,;.()]*$", sentence[:start])
    return opened is not None and re.match(r"[^;.()]{0,60}?(?:[,)–—]| -)", sentence[end:]) is not None


def _groups(question: Question) -> Iterator[str]:
    """The groups that a question asks of."""
    known = catalogue.all_groups()
    for part in parts_of(question):
        if isinstance(part, Count):
            yield part.group
        elif isinstance(part, Quantity):
            yield from (w for w in part.who if w in known)
        elif isinstance(part, Happens) and part.who in known:
            yield part.who
