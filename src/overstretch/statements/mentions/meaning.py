"""What kind of claim a content makes: modality, polarity and the direction of the change it speaks of.

Rules only: measures of similarity file a rise under a cut."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import table, wordset
from overstretch.statements.record import Direction, Modality, Polarity
from overstretch.statements.syntax.grammar import child, children, first_with, has, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALITIES: tuple[Modality, ...] = ("will", "could", "may", "should")
MODALS = {word: modality for modality in _MODALITIES for word in wordset(f"modals.{modality}")}
PLANS = wordset("meaning.plans")
HEDGES = wordset("meaning.hedges")


@lru_cache(maxsize=1)
def directions() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that go up, words that go down, and what is measured."""
    words = table("directions.toml")
    return frozenset(words["up"].split()), frozenset(words["down"].split()), frozenset(words["measured"].split())


def main_verb(root: Token | None, tokens: list[Token]) -> Token | None:
    """The predicate of a content: its root, or the first verb where the root is a noun."""
    if root is not None and root.pos_ in ("VERB", "AUX"):
        return _held(root)
    return next((t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in wordset("meaning.aside")), root)


def _held(root: Token) -> Token:
    """In "he thought NATO could collapse" what is claimed is the collapse."""
    inner = first_with(root.rights, "ccomp") if root.lemma_.lower() in wordset("meaning.thought") else None
    return root if inner is None or inner.left_edge.tag_.startswith("W") else inner


def _demanded(verb: Token) -> bool:
    """'Expects of Spain that it spends 3%', "insists that Spain spend 3%": a subjunctive, or what is expected of one."""
    if verb.dep_ != "ccomp" or has(verb, "aux auxpass"):
        return False
    if verb.head.lemma_ == "expect" and has(children(verb.head, "prep"), word="of from"):
        return True
    subject = [t for t in children(verb, "nsubj") if not t.lower_.endswith("s")]  # "the Netherlands spend"
    of_one = has(subject, tag="NN NNP") or has(subject, word="it he she")
    return verb.tag_ in ("VB", "VBP") and verb.lower_ == verb.lemma_ and of_one


def modality(root: Token | None, tokens: list[Token], default: str | None) -> Modality:
    """will, plan, could, may, should, has or is; the cue's own default where the content has no finite verb."""
    verb = main_verb(root, tokens)
    lemmas = {t.lemma_.lower() for t in tokens}
    if verb is None:
        return default or "is"  # type: ignore[return-value]
    held = [t for t in children(verb, "aux", "auxpass") if t.lower_ in MODALS]
    if held:
        found = MODALS[held[0].lower_]
        doubted = lemmas & {"likely", "possibly", "perhaps", "probably", "maybe"}
        return "may" if found == "could" and doubted else found
    if _demanded(verb):
        return "should"
    verbal = root is not None and root.pos_ in ("VERB", "AUX")
    first = first_with(tokens, tag="MD")
    if first is not None and not verbal:
        return MODALS.get(first.lower_, "is")
    infinitive = is_infinitive(verb)
    planned = verb.lemma_.lower() in PLANS and (verb.lemma_ not in ("go", "look") or verb.tag_ == "VBG")
    if planned or (root is not None and root.lemma_.lower() in PLANS):
        return "plan"
    if lemmas & HEDGES and (verb.lemma_.lower() in HEDGES or any(t.lemma_.lower() in HEDGES for t in verb.children)):
        return "may"
    if default and (infinitive or verb.tag_ in ("VB", "VBG") or not verbal):
        return default  # type: ignore[return-value]
    inside = {t.i for t in tokens}
    perfect = any(t.lemma_ == "have" and t.i in inside for t in children(verb, "aux"))
    if perfect or verb.tag_ == "VBD" or (verb.tag_ == "VBN" and has(verb, word="was were")):
        return "has"
    return "plan" if infinitive else "is"


def polarity(root: Token | None, tokens: list[Token], force: str) -> Polarity:
    """Whether the speaker holds the content true: "negative" for a denial of it, or for a negated content.

    A denial of a negated content is positive again."""
    verb = main_verb(root, tokens)
    negative = False
    if verb is not None:
        near = [verb, *verb.children]
        below = children(verb, "acomp", "attr", "xcomp", "ccomp") if verb.lemma_ in wordset("meaning.copulas") else []
        near += [t for part in below for t in (part, *part.children)]
        negative = any(t.lower_ in wordset("meaning.negative") or t.dep_ == "neg" for t in near)
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None and has((subject, *subject.children), word="no neither none"):
            negative = True
        turned = verb.lemma_.lower() in wordset("meaning.negative_verbs") and has(verb, "xcomp dobj")
        negative ^= turned ^ any(t.lower_ in wordset("meaning.untrue") for t in near)
    return "negative" if negative != (force == "deny") else "positive"


def direction(root: Token | None, tokens: list[Token]) -> Direction:
    """Which way the measured thing of a content moves: the main predicate first, else the nearest change to it."""
    up, down, measured = directions()
    verb = main_verb(root, tokens)

    def way(token: Token) -> Direction:
        lemma = token.lemma_.lower()
        particle = first_with(token, "prt advmod", "back down up out")
        if particle is not None:
            rises = particle.lower_ == "up"
            if lemma in wordset("meaning.grows" if rises else "meaning.winds_down"):
                return "up" if rises else "down"
        low = token.lower_
        if lemma in up or low in up or (token.tag_ == "VBG" and low.removesuffix("ing") in up):
            return "up"
        return "down" if lemma in down or low in down else "none"

    def about_measured(token: Token) -> bool:
        near = [t for t in token.children if t.dep_ in wordset("meaning.arguments")]
        near += [
            p for t in children(token, "prep") if t.lower_ in ("of", "in", "to", "on") for p in children(t, "pobj")
        ]
        if token.dep_ in ("amod", "compound", "nmod", "xcomp", "acl") and not has(token, "dobj"):
            near += [token.head, *children(token.head, "dobj", "nsubj")]
        near += [part for t in near for part in children(t, "compound", "amod", "conj")]
        near += [t.head for t in near if t.dep_ == "compound"]
        return any(t.lemma_.lower() in measured or t.lower_ in measured for t in near if t.i != token.i)

    order = ([verb] if verb is not None else []) + tokens
    changes = (found for t in order if (found := way(t)) != "none" and about_measured(t))
    return next(changes, "none")
