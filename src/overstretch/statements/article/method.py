"""Sentences of a study on itself: what is counted, how it is defined, which cases are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.article.scenes import has_share
from overstretch.statements.lexicon import wordset
from overstretch.statements.syntax.grammar import child, has, is_passive, lemma_of, preposition, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def is_method(sentence: Span) -> bool:
    """Whether a sentence without share or money tells how a study was made ("Averages are weighted by size", "By a
    sailor we mean ...", "The second case adds a shock", "A second paper will look at pilots")."""
    root, who = sentence.root, subject(sentence.root)
    if who is None or has_share(sentence.text) or has(root, "ccomp neg"):
        return False
    lemma = lemma_of(root)
    if lemma in wordset("method.defines") and (is_passive(root) or who.lower_ == "we"):
        return True
    if not _own(who):
        return False
    made = lemma in wordset("method.done") and is_passive(root)
    stated = lemma == "be" and preposition(root, "in", "for") is not None
    named = lemma == "be" and child(root, "attr") is not None and who.lemma_.lower() in wordset("method.bases")
    return made or stated or named or lemma in wordset("method.does")


def _own(who: Token) -> bool:
    """Whether a subject is a thing of the study itself, nobody else's ("its forecast")."""
    owned = any(t.dep_ == "poss" and t.lower_ not in ("our", "my") for t in who.children)
    case = who.lemma_.lower() in wordset("scenes.ranks") and [t.lower_ for t in who.subtree] == ["the", who.lower_]
    return case or (who.lemma_.lower() in wordset("method.things") and not owned)
