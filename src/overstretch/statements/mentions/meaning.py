"""What kind of claim a content makes: modality, polarity and the direction of the change it speaks of.

Rules only: measures of similarity file a rise under a cut."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import table, wordset
from overstretch.statements.record import Direction, Modality, Polarity
from overstretch.statements.syntax.grammar import child, children, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALITIES: tuple[Modality, ...] = ("will", "could", "may", "should")
MODALS = {word: modality for modality in _MODALITIES for word in wordset(f"modals.{modality}")}
ASIDE = wordset("meaning.aside")
THOUGHT = wordset("meaning.thought")
ARGUMENTS = wordset("meaning.arguments")
PLANS = wordset("meaning.plans")
HEDGES = wordset("meaning.hedges")
NEGATIVE = wordset("meaning.negative")
NEGATIVE_VERBS = wordset("meaning.negative_verbs")


@lru_cache(maxsize=1)
def directions() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that go up, words that go down, and what is measured."""
    words = table("directions.toml")
    return frozenset(words["up"].split()), frozenset(words["down"].split()), frozenset(words["measured"].split())


def main_verb(root: Token | None, tokens: list[Token]) -> Token | None:
    """The predicate of a content: its root, or the first verb where the root is a noun."""
    if root is not None and root.pos_ in ("VERB", "AUX"):
        return _held(root)
    return next((t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in ASIDE), root)


def _held(root: Token) -> Token:
    """In "he thought NATO could collapse" what is claimed is the collapse."""
    if root.lemma_.lower() not in THOUGHT:
        return root
    inner = next((t for t in children(root, "ccomp") if t.i > root.i), None)
    return root if inner is None or inner.left_edge.tag_.startswith("W") else inner


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
    inside = {t.i for t in tokens}
    first = next((t for t in tokens if t.tag_ == "MD"), None)
    if first is not None and (root is None or root.pos_ not in ("VERB", "AUX")):
        return MODALS.get(first.lower_, "is")
    infinitive = is_infinitive(verb)
    planned = verb.lemma_.lower() in PLANS and (verb.lemma_ not in ("go", "look") or verb.tag_ == "VBG")
    if planned or (root is not None and root.lemma_.lower() in PLANS):
        return "plan"
    if lemmas & HEDGES and (verb.lemma_.lower() in HEDGES or any(t.lemma_.lower() in HEDGES for t in verb.children)):
        return "may"
    if default and (infinitive or verb.tag_ in ("VB", "VBG") or root is None or root.pos_ not in ("VERB", "AUX")):
        return default  # type: ignore[return-value]
    if any(t.lemma_ == "have" and t.dep_ == "aux" and t.i in inside for t in verb.children) or verb.tag_ == "VBD":
        return "has"
    if verb.tag_ == "VBN" and any(t.lower_ in ("was", "were") for t in verb.children):
        return "has"
    if infinitive:
        return (default or "plan") if default != "is" else "plan"  # type: ignore[return-value]
    return "is"


def polarity(root: Token | None, tokens: list[Token], force: str, modal: str) -> Polarity:
    """Whether the speaker holds the content true: "negative" for a denial of it, or for a negated content.

    A denial of a negated content is positive again."""
    verb = main_verb(root, tokens)
    negative = False
    if verb is not None:
        near = [verb, *verb.children]
        below = children(verb, "acomp", "attr", "xcomp", "ccomp") if verb.lemma_ in wordset("meaning.polarity") else []
        near += [t for part in below for t in (part, *part.children)]
        negative = any(t.lower_ in NEGATIVE or t.dep_ == "neg" for t in near)
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None and any(t.lower_ in ("no", "neither", "none") for t in (subject, *subject.children)):
            negative = True
        if verb.lemma_.lower() in NEGATIVE_VERBS and child(verb, "xcomp", "dobj") is not None:
            negative = not negative
        if any(t.lower_ in wordset("meaning.polarity_2") for t in near):
            negative = not negative
    return "negative" if negative != (force == "deny") else "positive"


def direction(root: Token | None, tokens: list[Token]) -> Direction:
    """Which way the measured thing of a content moves: the main predicate first, else the nearest change to it."""
    up, down, measured = directions()
    verb = main_verb(root, tokens)

    def way(token: Token) -> Direction:
        lemma = token.lemma_.lower()
        particle = next(
            (t.lower_ for t in children(token, "prt", "advmod") if t.lower_ in ("back", "down", "up", "out")), None
        )
        if particle in ("back", "down", "out") and lemma in wordset("meaning.way"):
            return "down"
        if particle == "up" and lemma in wordset("meaning.way_2"):
            return "up"
        low = token.lower_
        if lemma in up or low in up or (token.tag_ == "VBG" and low.removesuffix("ing") in up):
            return "up"
        return "down" if lemma in down or low in down else "none"

    def about_measured(token: Token) -> bool:
        near = [t for t in token.children if t.dep_ in ARGUMENTS]
        near += [
            p for t in children(token, "prep") if t.lower_ in ("of", "in", "to", "on") for p in children(t, "pobj")
        ]
        own = any(t.dep_ == "dobj" for t in token.children)
        if token.dep_ in wordset("meaning.about_measured") and not own:
            near += [token.head, *children(token.head, "dobj", "nsubj")]
        near += [part for t in near for part in children(t, "compound", "amod", "conj")]
        near += [t.head for t in near if t.dep_ == "compound"]
        return any(t.lemma_.lower() in measured or t.lower_ in measured for t in near if t.i != token.i)

    order = ([verb] if verb is not None else []) + tokens
    for token in order:
        found = way(token)
        if found != "none" and about_measured(token):
            return found
    return "none"
