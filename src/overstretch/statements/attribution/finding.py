"""The cue of a statement, whom it is said to and what its source may be; and what one syntax rule found, still in tokens
of one unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.record import Offsets
from overstretch.statements.syntax.grammar import can_be_subject, child, children, kind_of, lemma_of, negated, runs
from overstretch.statements.text.quotations import Quotation
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

Content = list[tuple["Token", "Token"]]  # runs: first and last token


@dataclass
class Finding:
    """One candidate statement. `content` holds runs (first, last token); a direct quotation holds `quote` instead."""

    unit: Unit
    cue: list[Token]
    source: Token | None
    content: Content = field(default_factory=list)
    root: Token | None = None
    priority: int = 0
    force: str = "assert"
    form: str = "indirect"
    frame: str = "that"
    quote: Quotation | None = None
    more_quotes: list[Quotation] = field(default_factory=list)
    modality: str | None = None
    about: tuple[Token, Token] | None = None
    addressee: Token | None = None
    plain_source: Offsets | None = None
    inherited: bool = False

    def spans(self) -> list[Offsets]:
        """The content's spans in the original text."""
        if self.quote is not None:
            return [quote.inner for quote in [self.quote, *self.more_quotes]]
        return [self.unit.span(first, last) for first, last in self.content]

    @property
    def cued(self) -> set[int]:
        """The indices of the cue's tokens in the unit."""
        return {token.i for token in self.cue}

    def tokens(self) -> set[int]:
        """The indices of the content's tokens in the unit."""
        return {i for first, last in self.content for i in range(first.i, last.i + 1)}


VENUES = wordset("finding.venues")
TOPICAL = wordset("finding.topical")
BODIES = ("person", "organisation", "name")
HEARERS = (*BODIES, "pronoun")
LOOKS_LIKE_TIME = {"DATE", "TIME"}


def says_nothing(verb: Token) -> bool:
    """Whether a verb of saying is none with the next word, however that is parsed ("signed up to 3 per cent", "more than
    France and Spain added up")."""
    behind = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    paid = verb.lemma_ == "lay" and any(t.ent_type_ == "MONEY" for t in verb.rights)  # "will lay out $2 billion"
    return paid or f"{lemma_of(verb)}-{behind}" in wordset("finding.no_speech")


def cue_of(verb: Token) -> Cue | None:
    """The lexicon's entry of a verb, with its particle where the pair has its own entry."""
    if verb.pos_ not in ("VERB", "AUX") and verb.tag_[:2] != "VB":
        return None
    words = lexicon()
    lemma = lemma_of(verb)
    if says_nothing(verb):
        return None
    phrasal = (words.particle_verbs.get((lemma, t.lower_)) for t in children(verb, "prt", "advmod"))
    if (cue := next(filter(None, phrasal), None)) is not None:
        return cue
    return words.verbs.get(lemma) if lemma in ("set", "lay") or child(verb, "prt") is None else None


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
        told = frame in ("that", "quote") or cue.lemma in wordset("finding.calls")
        if source is not None and source.lower_ == "it" and source.dep_ == "nsubj" and told:
            return cue.lemma not in wordset("finding.shows")
        return can_be_subject(source, cue.within(frame).subject)

    def made(self, frame: str, content: Content, root: Token, priority: int = 8, **more: Any) -> Finding:
        """A finding with force, modality and addressee; a negated cue denies, a negated denial allows."""
        verb, cue = self.verb, self.cue
        use = cue.within(frame)
        own = {
            "force": opposite(use.force) if negated(verb) else use.force,
            "modality": use.modality,
            "addressee": addressee_of(verb),
        }
        cue_tokens = more.pop("cue_tokens", [verb])
        return Finding(self.unit, cue_tokens, self.source, content, root, priority, frame=frame, **(own | more))


def opposite(force: str) -> str:
    """The force of a negated cue."""
    return {"deny": "assert", "cite": "cite"}.get(force, "deny")


def addressee_of(verb: Token) -> Token | None:
    if verb.lemma_.lower() in wordset("finding.told") | wordset("finding.briefed"):
        found = child(verb, "dative", "dobj")
        if found is not None and found.i > verb.i and kind_of(found) in HEARERS:
            return found
    for to in children(verb, "prep", "dative"):
        if to.lower_ == "to" and (found := child(to, "pobj")) is not None and kind_of(found) in HEARERS:
            return found
    return None


def stretch(tokens: list[Token]) -> Content:
    found = runs(tokens)
    return [(found[0][0], found[-1][1])] if found else []


def says_something(tokens: list[Token]) -> bool:
    """Whether a phrase names an event or plan (a verb form, or a noun of change) rather than a topic only."""
    nouns = lexicon().nouns
    return any(
        t.pos_ in ("VERB", "NUM") or t.lemma_.lower() in nouns or t.lemma_.endswith(("tion", "ment", "rise"))
        for t in tokens
    )
