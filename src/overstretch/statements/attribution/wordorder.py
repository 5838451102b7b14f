"""Attributions found by the order of words, where parsers fail: "..., the minister said on Friday", "X, they insist, is
Y", "Speaker: what was said" of headlines and of lines of that form in the body."""

from __future__ import annotations

import itertools
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import BODIES, LOOKS_LIKE_TIME, Finding, says_nothing
from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.syntax.grammar import (
    FINITE,
    NOMINAL,
    VERBAL,
    can_be_subject,
    first_with,
    has,
    is_finite,
    is_passive,
    kind_of,
    lemma_of,
    negated,
    runs,
    understood_subject,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

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
            found.extend(_sure_of_it(verb, sentence, unit))
        found.extend(_taken_for_nouns(sentence, unit))
    found.extend(_yes_or_no(unit))
    if unit.kind == "headline":
        found.extend(_dash_source(unit))
    if (fronted := _in_front(unit)) is not None:
        found.append(fronted)
    return found


def _sentences(unit: Unit) -> list[list[Token]]:
    """Sentences by their marks alone: the parser parts some before an attribution."""
    marks = (".", "!", "?", "…", *([";"] if unit.kind == "headline" else []))
    ends = [0, *(t.i + 1 for t in unit.doc if t.text in marks), len(unit.doc)]
    return [list(unit.doc[a:b]) for a, b in pairwise(ends) if b - a > 3]


def _cue(token: Token) -> Cue | None:
    cue = lexicon().verbs.get(lemma_of(token)) if token.is_alpha else None
    if cue is None or not cue.frames & {"that", "quote"} or token.tag_ in wordset("wordorder.no_cues"):
        return None
    if says_nothing(token) or (token.dep_ == "acl" and is_passive(token)):
        return None  # "a body set up by the offices"
    bare = token.tag_ == "VB" and (token.i == 0 or token.nbor(-1).lower_ != "to")
    return None if bare else cue


def _behind(verb: Token, cue: Cue, sentence: list[Token], unit: Unit, until: int = 0) -> list[Finding]:
    """`until`: the index of the last word of the cue, where that is more than the verb."""
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
    opened = source is not None and _opens(list(doc[start:comma]))
    speaks = can_be_subject(source, "speaker") or (opened and source is not None and source.lower_ == "it")
    if source is None or comma <= start or not speaks:
        return []
    start = next((i + 1 for i in range(comma - 1, start, -1) if doc[i].text == ":"), start)
    left = list(doc[start:comma])
    stop = _tail(verb, max(last, until) + 1, end)
    if stop is None:
        return []
    rest = [t for t in doc[stop + 1 : end + 1] if not (t.i == end and t.is_punct)]
    inside = _goes_on(left, rest) or (opened and any(map(is_finite, rest)))
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


def _sure_of_it(word: Token, sentence: list[Token], unit: Unit) -> list[Finding]:
    """ "Washington, the expert is convinced, will leave": a state of mind in place of the verb."""
    cue, be = lexicon().adjectives.get(word.lower_), word.nbor(-1)
    if cue is None or cue.force != "assert" or be.lemma_ != "be":
        return []
    behind = word.nbor() if word.i < sentence[-1].i else None
    return _behind(be, cue, sentence, unit, word.i) if behind is not None and behind.text in (*_BREAKS, ".") else []


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
    """ "A watchdog projects that ...", "it expects growth and reckons that ...": a verb taken for a plural noun, or the
    one in front of it taken for a part of it."""
    found = []
    for before, verb, that in zip(sentence, sentence[1:], sentence[2:], strict=False):
        noun = verb.tag_ == "NNS" or (verb.tag_ == "VBZ" and before.dep_ == "compound")
        cue = lexicon().verbs.get(lemma_of(verb)) if noun and that.lower_ == "that" else None
        joined = understood_subject(before.head) if before.dep_ == "cc" and before.head.pos_ == "VERB" else None
        source = joined or before
        if cue is None or "that" not in cue.frames or not can_be_subject(source, cue.subject):
            continue
        rest = [t for t in sentence if t.i > that.i and not (t is sentence[-1] and t.is_punct)]
        if (root := next(filter(is_finite, rest), None)) is not None:
            found.append(Finding(unit, [verb], source, runs(rest)[:1], root, 9, cue.force))
    return found


def _apposed(verb: Token, start: int) -> tuple[Token, int] | None:
    """Name and first comma in "..., the head of its command, General X, told" and "..., X, a deputy minister, told"."""
    doc = verb.doc
    commas = [i for i in range(start, verb.i) if doc[i].text == ","]
    if len(commas) < 3:
        return None
    first, second = doc[commas[-3] + 1 : commas[-2]], doc[commas[-2] + 1 : commas[-1]]
    for role, name in ((first, second), (second, first)):
        fits = 1 <= len(name) <= 5 and len(role) < _LONGEST and all(t.text[:1].isupper() for t in name)
        if fits and any(kind_of(t) == "person" for t in role if t.is_lower or name is second):
            return name[-1], commas[-3]
    return (second[-1], commas[-3]) if _is_name(second) and len(first) < _LONGEST else None


def _is_name(tokens: Span) -> bool:
    capital = 1 <= len(tokens) <= 5 and all(t.text[:1].isupper() for t in tokens)
    return capital and tokens[-1].ent_type_ == "PERSON"


def _opens(left: list[Token]) -> bool:
    """Whether words in front of an attribution only open a sentence ("By then, it reckons, debt will have doubled")."""
    return 0 < len(left) <= 4 and left[0].pos_ in ("ADP", "ADV") and not has(left, pos=VERBAL)


def _goes_on(left: list[Token], rest: list[Token]) -> bool:
    """Whether the words behind an inner attribution go on with the content ("..., he said, is cheap")."""
    if rest and rest[0].lower_ == "and" and left[0].tag_ in ("CD", "DT") and not has(left, tag=FINITE):
        return any(map(is_finite, rest))  # "Another dry year, she warns, and the port will close"
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


_LONGEST_NAME = 8
_YEAR = re.compile(r"(?:19|20)\d\d")


def _in_front(unit: Unit) -> Finding | None:
    """The statement behind a colon, where a speaker stands before it: in a headline, or in front of a paragraph."""
    doc = unit.doc
    colon = first_with(doc, word=":")
    if colon is None or not 1 <= colon.i <= _LONGEST_NAME or unit.quotes:
        return None
    speaker = _full_name(doc, colon) if unit.kind == "body" else None
    if unit.kind != "headline" and speaker is None:
        return None
    before, after = list(doc[: colon.i]), [t for t in doc[colon.i + 1 :] if not t.is_space]
    if len(after) < 3 or has(before, tag=FINITE, pos=VERBAL):
        return None
    source = speaker or _head(before)
    kicker = doc[: colon.i].text.lower().rstrip("0123456789 ")
    if after[0].lower_ in wordset("plain.asking") or {kicker, source and source.lower_} & wordset("headline.kinds"):
        return None  # "Explainer: what the budget means", "ROUND-UP 2: ..."
    verb = first_with(after, pos=VERBAL) or first_with(after, word="we us our my")  # whose words they must be
    figures = after[0].lower_ in ("no", "yes") or any(t.like_num and not _YEAR.fullmatch(t.text) for t in after)
    # a headline is parsed in lower case but for known names
    known = source is not None and source.text[:1].isupper() and not (source.text.isupper() and len(source) > 5)
    if source is None or not (known or kind_of(source) in BODIES) or not (verb or figures):
        return None
    return Finding(unit, [colon], source, runs(after)[:1], verb or after[-1], 9)


def _full_name(doc: Doc, colon: Token) -> Token | None:
    """The full name in front of a paragraph's colon and clause ("Anna Example, of the union: They will ...")."""
    before, after = doc[: colon.i], doc[colon.i + 1 :]
    full = [e for e in before.ents if len(e) > 1 and e.label_ == "PERSON"]
    clause = len(after) > 3 and after[0].text[:1].isupper() and has(after, tag=FINITE)
    apart = clause and not has(before, pos=VERBAL) and colon.nbor().idx > colon.idx + 1
    return full[0][-1] if full and apart else None


def _head(tokens: list[Token]) -> Token | None:
    """The last noun of a phrase that is nobody's possessor."""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "poss"]
    named = [t for t in tokens if t.text[:1].isupper() and t.dep_ != "poss"]
    return nouns[-1] if nouns else named[-1] if len(named) == len(tokens) else None
