"""Attributions found by the order of words, where parsers fail: "..., the minister said on Friday", "X, they insist, is
Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.cues import LOOKS_LIKE_TIME, is_finite
from overstretch.statements.attribution.finding import Finding
from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.syntax.grammar import can_be_subject, kind_of, lemma_of, negated, runs, understood_subject
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = wordset("wordorder.between")
_OPENERS = wordset("wordorder.openers")
_GOES_ON = wordset("wordorder.goes_on")
_DASHES = ("—", "–", "-", "--")
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
    if cue is None or not cue.frames & {"that", "quote"} or token.tag_ in wordset("wordorder.cue"):
        return None
    if token.tag_ == "VB" and (token.i == 0 or token.nbor(-1).lower_ != "to"):
        return None
    return cue


def _behind(verb: Token, cue: Cue, sentence: list[Token], unit: Unit) -> list[Finding]:
    doc, start, end = verb.doc, sentence[0].i, sentence[-1].i
    before = verb.nbor(-1)
    source: Token | None
    tail: int | None
    told = before.text == "," and (lemma_of(verb) == "tell" or _inverted(verb, end) is None)
    if told and (named := _apposed(verb, start)) is not None:
        source, comma, tail = *named, verb.i + 1
    elif before.text in (",", *_DASHES[:2]):
        source, comma, tail = _inverted(verb, end), before.i, None
        if source is not None:
            tail = max(t.i for t in source.subtree if t.i <= end and t.i - verb.i < _LONGEST and not t.is_punct) + 1
    else:
        comma = next((i for i in range(verb.i - 1, start, -1) if doc[i].text in (",", *_DASHES[:2])), start)
        source, tail = _plain_source(verb, comma), verb.i + 1
    if source is None or tail is None or comma <= start or not can_be_subject(source, "speaker"):
        return []
    start = next((i + 1 for i in range(comma - 1, start, -1) if doc[i].text == ":"), start)
    left = list(doc[start:comma])
    stop = _tail(verb, tail, end)
    if stop is None:
        return []
    rest = [t for t in doc[stop + 1 : end + 1] if not (t.i == end and t.is_punct)]
    inside = _goes_on(left, rest)
    tokens = [*left, *rest] if inside else left
    whole = any(is_finite(t) for t in left)
    if (
        not (whole or unit.kind == "headline" or inside)
        or left[0].lower_ in _OPENERS
        or (left[0].tag_ == "VBN" and left[0].dep_ == "advcl")
        or len(left) < (1 if inside else 2 if unit.kind == "headline" else 3)
    ):
        return []
    if verb.pos_ == "NOUN" and (whole is False or stop != end):
        return []
    root = next((t for t in tokens if is_finite(t)), next((t for t in tokens if t.pos_ == "VERB"), tokens[0]))
    high = 10 if inside else 5
    force = cue.force_of_frame.get("that", cue.force_of_frame.get("quote", cue.force))
    return [Finding(unit, [verb], force, "indirect", "that", source, runs(tokens), root, priority=high)]


def _inverted(verb: Token, end: int) -> Token | None:
    """The head of the speaker in ", said the minister"."""
    if verb.tag_ not in ("VBZ", "VBD", "VBN", "VBP") or verb.i >= end:
        return None
    behind = verb.nbor(2 if verb.nbor().dep_ == "prt" and verb.i + 2 <= end else 1)  # "points out the minister"
    if behind.pos_ not in wordset("wordorder.inverted"):
        return None
    token = behind
    while token.i < end and token.dep_ in wordset("wordorder.inverted_2") and token.head.i > token.i:
        token = token.head
    return token if kind_of(token) else None


def _plain_source(verb: Token, comma: int) -> Token | None:
    """The head of the noun phrase between a comma and the verb."""
    at = verb.i - 1
    while at > comma and (verb.doc[at].lower_ in _BETWEEN or verb.doc[at].tag_ == "RB"):
        at -= 1
    between = verb.doc[comma + 1 : at + 1]
    if not 0 < len(between) <= _LONGEST or any(t.tag_ in wordset("wordorder.plain_source") for t in between):
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
        if token.text in (",", *_DASHES[:2]) or (i == end and token.is_punct):
            return i
        if token.lower_ == "that" or token.text == ":" or token.tag_ in wordset("wordorder.tail_2"):
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
        root = next((t for t in rest if is_finite(t)), None)
        if root is None:
            continue
        found.append(Finding(unit, [verb], cue.force, "indirect", "that", source, runs(rest)[:1], root, priority=9))
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
    if len(rest) < 2 or rest[0].lower_ in _GOES_ON:
        return False
    if rest[0].is_quote and rest[0].i >= 3 and len(left) <= 4 and left[-1].pos_ in ("AUX", "VERB"):
        return True  # It was, he said, “a success”
    return rest[0].tag_ in wordset("wordorder.goes_on_2") or rest[0].pos_ == "AUX"


def _dash_source(unit: Unit) -> list[Finding]:
    """ "West tires of war — Kremlin": the speaker behind the dash of a headline."""
    doc = unit.doc
    at = next((t.i for t in reversed(doc[1:]) if t.text in _DASHES and t.whitespace_ and t.nbor(-1).whitespace_), None)
    if at is None or at < 3 or not 0 < len(doc) - at - 1 <= 4:
        return []
    before, after = list(doc[:at]), list(doc[at + 1 :])
    nouns = [t for t in after if t.pos_ in ("NOUN", "PROPN")]
    verbs = [t for t in before if t.pos_ in ("VERB", "AUX")]
    if not nouns or not verbs or any(t.pos_ in ("VERB", "AUX", "ADP", "NUM") for t in after):
        return []
    if kind_of(nouns[-1]) not in ("name", "person", "organisation"):
        return []
    return [Finding(unit, [doc[at]], "assert", "indirect", "that", nouns[-1], runs(before)[:1], verbs[0], priority=9)]


def _yes_or_no(unit: Unit) -> list[Finding]:
    """ "Spain says no to the target": only the topic is reported."""
    doc = unit.doc
    found = []
    for verb in doc[1:-3] if len(doc) > 4 else []:
        if (
            lemma_of(verb) not in ("say", "vote")
            or verb.nbor(2).lower_ != "to"
            or verb.nbor().lower_ not in ("no", "yes")
        ):
            continue
        source = next((t for t in reversed(doc[max(0, verb.i - 3) : verb.i]) if kind_of(t)), None)
        tokens = []
        for token in doc[verb.i + 3 :]:
            if token.text in wordset("wordorder.yes_or_no") or token.tag_ in ("VBD", "VBZ", "MD"):
                break
            tokens.append(token)
        if source is not None and tokens and can_be_subject(source, "speaker"):
            force = "deny" if verb.nbor().lower_ == "no" else "assert"
            words = [verb, verb.nbor()]
            found.append(
                Finding(unit, words, force, "reported", "np", source, runs(tokens)[:1], tokens[-1], priority=9)
            )
    return found
