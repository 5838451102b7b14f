"""The cue of a statement: its entry in the lexicon, whom it is said to, and what its source may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from overstretch.statements.attribution.finding import Finding
from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.syntax.grammar import can_be_subject, child, children, kind_of, lemma_of, negated, runs
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

VENUES = wordset("cues.venues")
TOPICAL = wordset("cues.topical")
HEARERS = ("person", "organisation", "name", "pronoun")
LOOKS_LIKE_TIME = {"DATE", "TIME"}


def cue_of(verb: Token) -> Cue | None:
    """The lexicon's entry of a verb, with its particle where the pair has its own entry."""
    if verb.pos_ not in ("VERB", "AUX") and verb.tag_[:2] != "VB":
        return None
    words = lexicon()
    lemma = lemma_of(verb)
    phrasal = (t for t in children(verb, "prt", "advmod") if (lemma, t.lower_) in words.particle_verbs)
    particle = next(phrasal, None) or child(verb, "prt")
    if particle is not None and (lemma, particle.lower_) in words.particle_verbs:
        return words.particle_verbs[(lemma, particle.lower_)]
    if particle is not None and lemma not in ("set", "lay"):
        return None
    return words.verbs.get(lemma)


_SHOWS = wordset("cues.shows")


@dataclass(frozen=True)
class Said:
    """A reporting verb with its entry of the lexicon, its unit, and its source."""

    verb: Token
    cue: Cue
    unit: Unit
    source: Token | None

    def accepts(self, frame: str) -> bool:
        """Whether the source may be that of a content which is built so."""
        source, cue = self.source, self.cue
        if (
            source is not None
            and source.lower_ == "it"
            and source.dep_ == "nsubj"
            and (frame in ("that", "quote") or cue.lemma in wordset("cues.calls"))
        ):
            return cue.lemma not in _SHOWS
        return can_be_subject(source, cue.subject_of_frame.get(frame, cue.subject))

    def made(self, frame: str, **more: Any) -> Finding:
        """A finding with force, modality and addressee; a negated cue denies, a negated denial allows."""
        verb, cue = self.verb, self.cue
        force = cue.force_of_frame.get(frame, cue.force)
        if negated(verb) and force in ("assert", "commit", "evaluate", "warn"):
            force = "deny"
        elif negated(verb) and force == "deny":
            force = "assert"
        return Finding(
            self.unit,
            more.pop("cue_tokens", [verb]),
            force,
            more.pop("form", "indirect"),
            frame,
            self.source,
            modality=cue.modality_of_frame.get(frame, cue.modality),
            addressee=addressee_of(verb),
            **more,
        )


def addressee_of(verb: Token) -> Token | None:
    if verb.lemma_.lower() in wordset("cues.addressee_of"):
        found = child(verb, "dative", "dobj")
        if found is not None and found.i > verb.i and kind_of(found) in HEARERS:
            return found
    for to in children(verb, "prep", "dative"):
        if to.lower_ == "to" and (found := child(to, "pobj")) is not None and kind_of(found) in HEARERS:
            return found
    return None


def is_finite(clause: Token) -> bool:
    if clause.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(t.dep_ in ("aux", "auxpass") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in clause.children)


def has_that(clause: Token) -> bool:
    """Whether "that" marks a clause."""
    return any(t.dep_ == "mark" and t.lower_ == "that" for t in clause.children)


def stretch(tokens: list[Token]) -> list[tuple[Token, Token]]:
    found = runs(tokens)
    return [(found[0][0], found[-1][1])] if found else []


def says_something(tokens: list[Token]) -> bool:
    """Whether a phrase names an event or plan (a verb form, or a noun of change) rather than a topic only."""
    words = lexicon()
    return any(
        t.pos_ == "VERB"
        or t.lemma_.lower() in words.nouns
        or t.pos_ == "NUM"
        or t.lemma_.endswith(("tion", "ment", "rise"))
        for t in tokens
    )
