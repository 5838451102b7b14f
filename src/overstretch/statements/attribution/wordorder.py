"""Attributions found by the order of words, where parsers fail: "..., the minister said on Friday", "X, they insist, is
Y"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import BODIES, LOOKS_LIKE_TIME, Finding
from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.syntax.grammar import (
    FINITE,
    NOMINAL,
    VERBAL,
    can_be_subject,
    first_with,
    has,
    is_finite,
    kind_of,
    lemma_of,
    negated,
    runs,
    understood_subject,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENERS = wordset("wordorder.openers")
_DASHES = ("—", "–", "-", "--")
_BREAKS = (",", *_DASHES[:2])
_PRESENT_OR_MODAL = f"{FINITE} TO"
_LONGEST = 14


def find(unit: Unit) -> list[Finding]:
    """Statements with the attribution behind or inside them, for the cues that the parse leaves without a content."""
    found: list[Finding] = []
    for sentence in _sentences(unit):
        if unit.holds_quotation(sentence):
            continue
        for verb in sentence[1:]:
            cue = _cue(verb)
            if cue is not None and not negated(verb):
                found.extend(_behind(verb, cue, sentence, unit))
        found.extend(_taken_for_nouns(sentence, unit))
    found.extend(_yes_or_no(unit))
    if unit.kind == "headline":
        found.extend(_dash_source(unit))
    return found


def _sentences(unit: Unit) -> list[list[Token]]:
    """Sentences by their marks alone: the parser parts some before an attribution."""
    parts: list[list[Token]] = [[]]
    for token in unit.doc:
        parts[-1].append(token)
        if token.text in (".", "!", "?", "…") or (token.text == ";" and unit.kind == "headline"):
            parts.append([])
    return [part for part in parts if len(part) > 3]


def _cue(token: Token) -> Cue | None:
    cue = lexicon().verbs.get(lemma_of(token)) if token.is_alpha else None
    if cue is None or not cue.frames & {"that", "quote"} or token.tag_ in wordset("wordorder.no_cues"):
        return None
    bare = token.tag_ == "VB" and (token.i == 0 or token.nbor(-1).lower_ != "to")
    return None if bare else cue


def _behind(verb: Token, cue: Cue, sentence: list[Token], unit: Unit) -> list[Finding]:
    doc, start, end = verb.doc, sentence[0].i, sentence[-1].i
    before = verb.nbor(-1)
    source: Token | None
    told = before.text == "," and (lemma_of(verb) == "tell" or _inverted(verb, end) is None)
    if told and (named := _apposed(verb, start)) is not None:
        source, comma, last = *named, verb.i
    elif before.text in _BREAKS:
        source, comma, last = _inverted(verb, end), before.i, verb.i
        if source is not None:
            last = max(t.i for t in source.subtree if t.i <= end and t.i - verb.i < _LONGEST and not t.is_punct)
    else:
        comma = next((i for i in range(verb.i - 1, start, -1) if doc[i].text in _BREAKS), start)
        source, last = _plain_source(verb, comma), verb.i
    if source is None or comma <= start or not can_be_subject(source, "speaker"):
        return []
    start = next((i + 1 for i in range(comma - 1, start, -1) if doc[i].text == ":"), start)
    left = list(doc[start:comma])
    stop = _tail(verb, last + 1, end)
    if stop is None:
        return []
    rest = [t for t in doc[stop + 1 : end + 1] if not (t.i == end and t.is_punct)]
    inside = _goes_on(left, rest)
    tokens = [*left, *rest] if inside else left
    whole, titled = any(map(is_finite, left)), unit.kind == "headline"
    if (
        not (whole or titled or inside)
        or left[0].lower_ in _OPENERS
        or (left[0].tag_ == "VBN" and left[0].dep_ == "advcl")
        or len(left) < (1 if inside else 2 if titled else 3)
        or (verb.pos_ == "NOUN" and (not whole or stop != end))
    ):
        return []
    root = next(filter(is_finite, tokens), None) or first_with(tokens, pos="VERB") or tokens[0]
    force = cue.within("that" if "that" in cue.frames else "quote").force
    return [Finding(unit, [verb], source, runs(tokens), root, 10 if inside else 5, force)]


def _inverted(verb: Token, end: int) -> Token | None:
    """The head of the speaker in ", said the minister"."""
    if verb.tag_ not in ("VBZ", "VBD", "VBN", "VBP") or verb.i >= end:
        return None
    behind = verb.nbor(2 if verb.nbor().dep_ == "prt" and verb.i + 2 <= end else 1)  # "points out the minister"
    if behind.pos_ not in NOMINAL:
        return None
    token = behind
    while token.i < end and token.dep_ in wordset("wordorder.in_front") and token.head.i > token.i:
        token = token.head
    return token if kind_of(token) else None


def _plain_source(verb: Token, comma: int) -> Token | None:
    """The head of the noun phrase between a comma and the verb."""
    at = verb.i - 1
    while at > comma and (verb.doc[at].lower_ in wordset("wordorder.between") or verb.doc[at].tag_ == "RB"):
        at -= 1
    between = verb.doc[comma + 1 : at + 1]
    if not 0 < len(between) <= _LONGEST or has(between, tag=_PRESENT_OR_MODAL):
        return None
    nouns = [t for t in between if t.pos_ in ("NOUN", "PROPN", "PRON")]
    beside = verb.dep_ == "relcl" and verb.head in between  # "more than the rate (that) Washington demands"
    if (
        not nouns
        or beside
        or any(t.lower_ in wordset("wordorder.relative") for t in between)
        or between[0].pos_ in ("ADP", "SCONJ", "VERB")
        or between[0].lower_ in (*_OPENERS, "that", "which", "who", "and", "but")
    ):
        return None
    first = next((t for t in nouns if not (t.dep_ in ("compound", "poss") and t.head in nouns)), nouns[-1])
    behind = verb.doc[first.i + 1 : at + 1]
    if behind and behind[0].pos_ != "ADP" and behind[0].tag_ not in ("VBN", "JJ"):
        return nouns[-1]
    return first


def _tail(verb: Token, at: int, end: int) -> int | None:
    """Where the words that belong to the attribution end (a comma, or the sentence's end); None where more follows."""
    doc = verb.doc
    told = lemma_of(verb) in wordset("wordorder.tail")
    opened = False
    for i in range(at, min(end + 1, at + _LONGEST)):
        token = doc[i]
        if token.text in _BREAKS or (i == end and token.is_punct):
            return i
        if token.lower_ == "that" or token.text == ":" or has([token], tag=_PRESENT_OR_MODAL):
            return None
        timed = token.ent_type_ in LOOKS_LIKE_TIME or token.tag_ == "RB"
        if not opened and not (token.pos_ == "ADP" or timed or told):
            return None
        opened = opened or token.pos_ == "ADP" or told
    return end if end < at + _LONGEST else None


def _taken_for_nouns(sentence: list[Token], unit: Unit) -> list[Finding]:
    """ "A watchdog projects that ...", "it expects growth and reckons that ...": a verb taken for a plural noun."""
    found = []
    for before, verb, that in zip(sentence, sentence[1:], sentence[2:], strict=False):
        cue = lexicon().verbs.get(lemma_of(verb)) if verb.tag_ == "NNS" and that.lower_ == "that" else None
        joined = understood_subject(before.head) if before.dep_ == "cc" and before.head.pos_ == "VERB" else None
        source = joined or before
        if cue is None or "that" not in cue.frames or not can_be_subject(source, cue.subject):
            continue
        rest = [t for t in sentence if t.i > that.i and not (t is sentence[-1] and t.is_punct)]
        if (root := next(filter(is_finite, rest), None)) is not None:
            found.append(Finding(unit, [verb], source, runs(rest)[:1], root, 9, cue.force))
    return found


def _apposed(verb: Token, start: int) -> tuple[Token, int] | None:
    """Name and first comma in "..., the head of its command, General X, told": a role, then a name, then the verb."""
    doc = verb.doc
    commas = [i for i in range(start, verb.i) if doc[i].text == ","]
    if len(commas) < 3 or not 1 <= commas[-1] - commas[-2] - 1 <= 5 or commas[-2] - commas[-3] > _LONGEST:
        return None
    role, name = doc[commas[-3] + 1 : commas[-2]], doc[commas[-2] + 1 : commas[-1]]
    person = name[-1].ent_type_ == "PERSON" or any(kind_of(t) == "person" for t in role)
    if not person or not all(t.text[:1].isupper() for t in name):
        return None
    return name[-1], commas[-3]


def _goes_on(left: list[Token], rest: list[Token]) -> bool:
    """Whether the words behind an inner attribution go on with the content ("..., he said, is cheap")."""
    if len(rest) < 2 or rest[0].lower_ in wordset("wordorder.goes_on"):
        return False
    if rest[0].is_quote and rest[0].i >= 3 and len(left) <= 4 and left[-1].pos_ in ("AUX", "VERB"):
        return True  # It was, he said, “a success”
    return rest[0].pos_ == "AUX" or has(rest[:1], tag=_PRESENT_OR_MODAL)


def _dash_source(unit: Unit) -> list[Finding]:
    """ "West tires of war — Kremlin": the speaker behind the dash of a headline."""
    doc = unit.doc
    at = next((t.i for t in reversed(doc[1:]) if t.text in _DASHES and t.whitespace_ and t.nbor(-1).whitespace_), None)
    if at is None or at < 3 or not 0 < len(doc) - at - 1 <= 4:
        return []
    before, after = list(doc[:at]), list(doc[at + 1 :])
    source, verb = first_with(reversed(after), pos="NOUN PROPN"), first_with(before, pos=VERBAL)
    if source is None or verb is None or has(after, pos="VERB AUX ADP NUM") or kind_of(source) not in BODIES:
        return []
    return [Finding(unit, [doc[at]], source, runs(before)[:1], verb, 9)]


def _yes_or_no(unit: Unit) -> list[Finding]:
    """ "Spain says no to the target": only the topic is reported."""
    doc = unit.doc
    found = []
    for verb in doc[1:-3] if len(doc) > 4 else []:
        answer, to = doc[verb.i + 1 : verb.i + 3]
        if lemma_of(verb) not in ("say", "vote") or to.lower_ != "to" or answer.lower_ not in ("no", "yes"):
            continue
        source = next((t for t in reversed(doc[max(0, verb.i - 3) : verb.i]) if kind_of(t)), None)
        topic = itertools.takewhile(
            lambda t: t.text not in (".", ",", ";", ":", "—") and t.tag_ not in ("VBD", "VBZ", "MD"), doc[verb.i + 3 :]
        )
        tokens = list(topic)
        if source is not None and tokens and can_be_subject(source, "speaker"):
            force, content = "deny" if answer.lower_ == "no" else "assert", runs(tokens)[:1]
            found.append(Finding(unit, [verb, answer], source, content, tokens[-1], 9, force, "reported", "np"))
    return found
