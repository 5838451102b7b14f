"""Sentences of a turn that speak of the conversation itself: who asks, what is taken next, who is thanked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.article.field import of_the_field, placed
from overstretch.statements.article.scenes import counts
from overstretch.statements.lexicon import wordset
from overstretch.statements.syntax.grammar import child, first_with, has, is_modal, lemma_of, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SPEAKERS = ("i", "we", "you", "us")


def is_talk(sentence: Span) -> bool:
    """Whether a spoken sentence has no figure or year and only thanks, asks, hands over or tells what is spoken of next."""
    if any(counts(token, None) for token in sentence) or _goes_on(sentence.root):
        return False
    verb = _main(sentence.root)
    who = child(sentence.root, "nsubj", "nsubjpass", "csubj", "expl")
    if who is not None and who.lower_ not in SPEAKERS:
        meant = who.lemma_.lower() in wordset("conversation.meeting") and who.i - sentence.start < 4
        asked = child(sentence.root, "attr") if who.lower_ in ("that", "it", "this") else None
        put = asked is not None and asked.lemma_.lower() in wordset("conversation.matters")
        return ((meant and not is_modal(sentence.root)) or put or _of_the_room(sentence)) and not _on_the_matter(
            sentence
        )
    told = has(verb, "ccomp")
    lemma = lemma_of(verb)
    bidden = who is None and verb == sentence.root
    if lemma in wordset("conversation.talk") and not told and not bidden:
        return True
    if told or _on_the_matter(sentence):
        return False
    if _of_the_room(sentence) or (who is not None and _refers(verb, who)):
        return True
    if lemma == "be" or verb.pos_ == "ADJ":
        mood = child(verb, "acomp") or verb
        return mood.lemma_.lower() in wordset("conversation.moods") and not has(verb, "neg advcl")
    if bidden:
        return verb.tag_ == "VB" and lemma in wordset("conversation.bids")
    if who is None:  # "let us"
        return lemma in wordset("conversation.together")
    if has(verb, tag="JJR RBR"):
        return False  # "I would put it sooner"
    return lemma in wordset("conversation.moves" if who.lower_ == "i" else "conversation.sits")


def _of_the_room(sentence: Span) -> bool:
    """Whether a thing of the meeting is named: a page, a hand that is up, the board one sits on."""
    return any(t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in wordset("conversation.room") for t in sentence)


def _refers(verb: Token, who: Token) -> bool:
    """ "I have said so before", "I second that", "you put it starkly": words that were spoken are meant."""
    own = "conversation.addressed" if who.lower_ == "you" else "conversation.repeats"
    said = child(verb, "dobj", "dative", "advmod")
    back = said is not None and said.lower_ in ("so", "that", "this", "much")
    return back and lemma_of(verb) in wordset(own) and not has(verb, "neg")


def _goes_on(root: Token) -> bool:
    """Whether a clause with a subject of its own that is none of the speakers is joined to the first."""
    return any(
        t.dep_ == "conj" and (who := subject(t)) is not None and who.lower_ not in SPEAKERS for t in root.children
    )


def _main(root: Token) -> Token:
    """The verb behind "I would like to", "I am going to", "let me"."""
    verb = root
    for _ in range(3):
        inner = first_with(verb.rights, "xcomp ccomp", tag="VB")
        if inner is None or verb.lemma_.lower() not in wordset("conversation.frames"):
            break
        verb = inner
    return verb


def _on_the_matter(sentence: Span) -> bool:
    """Whether a place, a state or a word of the field is named."""
    return placed(sentence) or of_the_field(sentence)
