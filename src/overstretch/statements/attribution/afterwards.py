"""Who said what stands before: "That is the word from X", "So says X", "“...” was the verdict of X", "This was reported
by X"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import HEARERS, cue_of
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.syntax.grammar import agent, child, kind_of, lemma_of, preposition, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_POINTS = re.compile(
    r"\W*(?:(?:and|but|or|at least|at any rate|in any case|anyway)\b\W*)*(?P<word>this|that|these|those|such|so|thus"
    r"|the words?)\b",
    re.IGNORECASE,
)
_TURNS_BACK = re.compile(r"[\s,\"”’']*(?:is|was|were|are|came|comes|ran|runs|goes|went)\b", re.IGNORECASE)


def named(sentence: Span) -> Token | None:
    """Who said what stands before a sentence that tells nothing else; None for any other sentence."""
    points = _POINTS.match(sentence.text)
    if points is None or len(sentence) > 24:
        return None
    by = agent(sentence.root)
    if by is not None and lemma_of(sentence.root) in wordset("afterwards.passed_on"):
        return by if subject(sentence.root) is not None else None
    if points["word"].lower() in ("so", "thus"):
        return _speaking(list(sentence)) or (sentence.root if sentence.root.pos_ == "PROPN" else None)
    return sourced(list(sentence))


def behind(tokens: Sequence[Token]) -> Token | None:
    """Who said a quotation that such words stand behind in its own sentence ("was the verdict of X")."""
    return sourced(tokens) if _TURNS_BACK.match("".join(t.text_with_ws for t in tokens)) else None


def sourced(tokens: Sequence[Token]) -> Token | None:
    """X in "the verdict of X", "the reply from X", "what X found", "how X sees it"."""
    nouns = lexicon().nouns.keys() | wordset("afterwards.nouns")
    for noun in tokens:
        word = preposition(noun, "of", "from", "by")
        if noun.lemma_.lower() not in nouns or word is None or word.i > noun.i + 3:
            continue
        who = child(word, "pobj")
        if who is not None and kind_of(who) in (*HEARERS, "document"):
            return who
    return _speaking(list(itertools.dropwhile(lambda t: t.lower_ not in ("what", "how"), tokens)))


def _speaking(tokens: Sequence[Token]) -> Token | None:
    """The subject of the verb of saying among some words, in front of it or behind."""
    for verb in tokens:
        if verb.pos_ not in ("VERB", "AUX") or not (cue_of(verb) or lemma_of(verb) in wordset("afterwards.views")):
            continue
        who = subject(verb) or child(verb, "dobj", "attr")
        if who is not None and kind_of(who) in HEARERS and who.lower_ not in ("i", "we", "you"):
            return who
    return None
