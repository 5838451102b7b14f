"""A statement taken apart: who owns the spending, which way it goes, what is cause and what is effect.

The frame holds *facets*, short names of what is talked about, for the whole statement and for its cause and effect
parts apart: NATO_SPENDING_UP, ARMS_RACE, END_ALLIANCE, RUS_TOOLS, ... Templates state their patterns over facets.
Direction and polarity come from the words themselves, never from similarity: a rise cannot be filed under a cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from overstretch.claims import quantities
from overstretch.claims.lexicon import Mention, find, outermost, plain
from overstretch.claims.ownership import Spending, spending_of
from overstretch.claims.parts import Part, split
from overstretch.claims.polarity import is_negative
from overstretch.statements.record import Statement

TARGETS = ("ALLIANCE", "RULER", "REGIME", "RUS_STATE", "ECONOMY", "WAR_ECONOMY")
_AUXILIARIES = re.compile(
    r"(?:'s)?\s*(?:(?:economy|gdp|output)\s+)?(?:(?:is|are|will|would|could|can|may|might|has|have|to|should|hardly|barely|only|not|ever|never|still|even|finally|projected|"
    r"expected|forecast|set|likely|on course|again|stick to|sticks to|its|the|plan|plans|planned|aims?|wants?|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|intends?|hopes?|agree[sd]?|\w+ly)\s+)*",
    re.I,
)
_INSIDE = re.compile(r"(?<!economy )(?<!gdp )(?<!output )(?<!growth )\b(?:in|from|to|of|for)\s+(?:the\s+)?$", re.I)
MOST_LEVEL = 10.0  # % of GDP: a bare percentage above it is no level of defence spending
_BARE_LEVEL = re.compile(
    r"\b(?:hit|reach|meet|met|fulfil|fulfill|exceed|top|surpass|get|gets|getting|stay|remain|stick|be|stand|manage|attain|achieve|go|climb|rise|move)(?:s|es|ed)?\s+"
    r"(?:to\s+|at\s+|at or (?:above|over)\s+|above\s+|over\s+|up to\s+|the (?:\w+ )?)?(?P<level>\d+(?:\.\d+)?)\s*(?:%|per ?cent)"
    r"(?=\s+(?:in|by|before|next|this|and|until|whatever|norm|target|goal|on defen[cs]e|for defen[cs]e)\b|[.,;]|\s*$)",
    re.I,
)
_SUBJECTLESS = re.compile(
    r"\s*(?:(?:we|it|i|he|she|they|the country|the government)\s+)?(?:(?:will|would|can|could|may|to|shall|not)\s+)*",
    re.I,
)
_FIGURES = ("GROWTH", "GROW", "INFLATION", "KEY_RATE", "DEFICIT", "DEBT", "RECESSION", "OIL", "OTHER_FIGURE")
_AIM = re.compile(r"target|goal|pledge|benchmark|guideline", re.I)


@dataclass(frozen=True)
class Context:
    """What surrounds a statement in its document: the text before it, the whole text, the document's date."""

    before: str = ""
    whole: str = ""
    date: date | None = None


@dataclass(frozen=True)
class Frame:
    """Everything that patterns and slot fillers ask of a statement. `text` is the content in plain characters."""

    statement: Statement
    context: Context
    text: str
    sides: list[Mention]
    allies: list[Mention]
    concepts: list[Mention]
    cause: Part | None
    effect: Part | None
    link: str | None = None
    spendings: list[Spending] = field(default_factory=list)
    others: list[Mention] = field(default_factory=list)

    @property
    def whole(self) -> Part:
        return Part(0, len(self.text))

    def has(self, *kinds: str, part: Part | None = None) -> bool:
        """Whether any of the concepts is named in the part (default: anywhere)."""
        place = part or self.whole
        return any(m.kind in kinds and place.holds(m) for m in self.concepts)

    def mentions(self, kind: str, part: Part | None = None) -> list[Mention]:
        place = part or self.whole
        return [m for m in self.concepts if m.kind == kind and place.holds(m)]

    @cached_property
    def speaker_side(self) -> str | None:
        """The side that the speaker stands for, by name, role or country."""
        speaker = self.statement.speaker
        names = f"{speaker.canonical} {speaker.mention}" if speaker else ""
        found = find(plain(names), "sides")
        if found:
            return "NATO" if found[0].kind == "USA" else found[0].kind
        return "NATO" if find(plain(names), "allies") else None

    @cached_property
    def negative(self) -> bool:
        """Whether the speaker holds the content false."""
        return is_negative(self.text, self.statement.polarity == "negative")

    @property
    def foreign(self) -> str | None:
        """The party that the statement is about, where it names none that the model simulates."""
        return self.others[0].text if self.others and not self.sides and not self.allies else None

    @cached_property
    def context_side(self) -> str | None:
        """The last of the two sides named before the statement."""
        found = [m for m in find(self.context.before[-600:], "sides") if m.kind in ("NATO", "RUS")]
        return found[-1].kind if found else None

    def ally(self) -> str | None:
        """The ally that the statement is about: named in the content, else by its speaker."""
        if self.allies:
            return self.allies[0].kind
        speaker = self.statement.speaker
        found = find(plain(f"{speaker.mention} {speaker.canonical}"), "allies") if speaker else []
        return found[0].kind if found else None

    @cached_property
    def context_ally(self) -> str | None:
        """The last ally named before the statement."""
        found = find(plain(self.context.before[-600:]), "allies")
        return found[-1].kind if found else None

    @cached_property
    def context_country(self) -> str | None:
        """The last country named before the statement: an ally's code or RUS."""
        before = plain(self.context.before[-600:])
        found = [*find(before, "allies"), *(m for m in find(before, "sides") if m.kind == "RUS")]
        return max(found, key=lambda m: m.start).kind if found else None

    @cached_property
    def context_spending(self) -> bool:
        """Whether the document is about military spending."""
        return bool(find(plain(self.context.whole), "concepts", ("SPENDING",)))

    def spending(self, side: str | None = None, part: Part | None = None) -> Spending | None:
        """The first spending of a side in the part."""
        place = part or self.whole
        for item in self.spendings:
            if (side is None or item.side == side) and place.holds(item.mention):
                return item
        return None

    @cached_property
    def facets(self) -> frozenset[str]:
        return frozenset(self.facets_of(self.whole))

    @cached_property
    def cause_facets(self) -> frozenset[str]:
        return frozenset(self.facets_of(self.cause)) if self.cause else frozenset()

    @cached_property
    def effect_facets(self) -> frozenset[str]:
        return frozenset(self.facets_of(self.effect)) if self.effect else frozenset()

    def facets_of(self, part: Part) -> set[str]:
        """Short names of all that the part talks about."""
        found = {m.kind for m in self.concepts if part.holds(m)}
        found |= {m.kind for m in self.sides if part.holds(m)}
        if any(part.holds(m) for m in self.allies):
            found.add("ALLY")
        for item in self.spendings:
            if part.holds(item.mention) and item.side:
                found |= {f"{item.side}_SPENDING", f"{item.side}_SPENDING_{(item.direction or 'level').upper()}"}
                found.add("SPENDS")
        if "PLEDGE" in found and "RUS_SPENDING_DOWN" not in found:
            found.add("NATO_SPENDING_UP" if "NATO_SPENDING_DOWN" not in found else "NATO_SPENDING")
        found |= {f"END_{target}" for target in self._end_targets(part)}
        if self._country_grows(part):
            found.add("GROWTH")
        if self._bare_level(part):
            found.add("BARE_LEVEL")
        return found | self._figures(part)

    def _country_grows(self, part: Part) -> bool:
        """Whether a country or its economy is what grows ("Russia could grow by"), not its wages or sales."""
        owners = [*self.sides, *self.allies, *self.mentions("ECONOMY")]
        return any(self._governs(owner, grow.start) for grow in self.mentions("GROW", part) for owner in owners)

    def _governs(self, owner: Mention, verb: int) -> bool:
        """Whether the party named is the subject of the verb that starts there, with auxiliaries between them alone."""
        return (
            owner.end <= verb
            and bool(_AUXILIARIES.fullmatch(self.text[owner.end : verb]))
            and not _INSIDE.search(self.text[: owner.start])
        )

    def _bare_level(self, part: Part) -> bool:
        """Whether an ally is put at a bare percentage that fits a share of GDP for defence ("Britain hits 2.6% in 2027")."""
        found = _BARE_LEVEL.search(self.text, part.start, part.end)
        if not found or float(found["level"]) > MOST_LEVEL or self.has(*_FIGURES):
            return False
        own = self.ally() and _SUBJECTLESS.fullmatch(self.text[: found.start()])
        return bool(own or self.allies or any(m.kind == "NATO" for m in self.sides))

    def _figures(self, part: Part) -> set[str]:
        """Facets of the figures in a part, and of how the statement was made."""
        text = self.text[part.start : part.end]
        found = {f"FORCE_{self.statement.force.upper()}", f"MODALITY_{self.statement.modality.upper()}"}
        for name, value in (
            ("GDP_SHARE", quantities.share_of_gdp(text)),
            ("PERCENT", quantities.percent(text)),
            ("ROUBLES", quantities.roubles(text)),
            ("DOLLARS", quantities.dollars(text)),
            ("MEMBERS", quantities.count(text)),
        ):
            if value is not None:
                found.add(name)
        if self.speaker_side:
            found.add(f"SPEAKER_{self.speaker_side}")
        if self.context_spending:
            found.add("CONTEXT_SPENDING")
        if self.context_side:
            found.add(f"CONTEXT_{self.context_side}")
        if find(plain(self.statement.cue or ""), "concepts", ("MISS",)):
            found.add("SPEAKER_DOUBTS")
        return found

    def _end_targets(self, part: Part) -> set[str]:
        """What an end or a collapse in the part is the end of: the nearest thing that can end."""
        things = outermost(
            [m for m in self.concepts if m.kind in TARGETS and part.holds(m)]
            + [m for m in self.sides if m.kind == "USSR" and part.holds(m)]
        )
        targets = set()
        for end in self.mentions("END", part):
            outside = [thing for thing in things if not thing.within(end.start, end.end)] or things
            scored = [(_distance(self.text, end, thing), thing.kind) for thing in outside]
            if scored:
                targets.add(min(scored)[1])
            elif self.effect and part == self.effect and self.cause:
                targets |= (
                    {"ALLIANCE"} if self._subject() == "NATO" else {"RULER"} if self._subject() == "RUS" else set()
                )
        return targets

    def _subject(self) -> str | None:
        first = [m for m in self.sides if self.cause and self.cause.holds(m) and m.kind in ("NATO", "RUS")]
        return first[0].kind if first else None


def _distance(text: str, end: Mention, thing: Mention) -> tuple[int, int]:
    """How far a thing stands from the word that ends it; 'the end of X' and 'X's end' come first."""
    if thing.start >= end.end:
        gap = text[end.end : thing.start]
        joined = bool(
            re.fullmatch(r"\s*(?:(?:of|for|in)\s+)?(?:the\s+|whole\s+|entire\s+|itself\s+|President\s+)*", gap, re.I)
        )
        return (0 if joined else 1, len(gap))
    gap = text[thing.end : end.start]
    joined = bool(re.fullmatch(r"(?:'s)?\s*(?:\w+\s+){0,3}", gap))
    return (0 if joined else 1, max(0, len(gap)))


def build(statement: Statement, context: Context | None = None) -> Frame:
    """The frame of a statement within its context."""
    context = context or Context()
    text = plain(statement.content)
    sides, allies = outermost(find(text, "sides")), find(text, "allies")
    concepts, others = _resolved(find(text, "concepts"), text, context), find(text, "others")
    cause, effect, link = split(text)
    frame = Frame(statement, context, text, sides, allies, concepts, cause, effect, link, others=others)
    spendings = [spending_of(frame, m) for m in outermost(frame.mentions("SPENDING"))]
    return replace(frame, spendings=spendings)


def _resolved(concepts: list[Mention], text: str, context: Context) -> list[Mention]:
    """Anaphora: 'the deal', 'the decision', 'the target' is the pledge only where the text is about spending."""
    about = plain(context.whole or "") + " " + text
    spending = bool(find(about, "concepts", ("SPENDING",)))
    named = re.compile(r"spending|defen[cs]e|nato|alliance|%|per ?cent|pledge|hague|gdp", re.I)
    peace = [m for m in concepts if m.kind in ("WAR_STATE", "WAR_END")]
    kept = []
    for mention in concepts:
        if mention.kind == "PLEDGE":
            clash = any(o.start < mention.end and mention.start < o.end for o in peace)
            ally_aims = bool(_AIM.search(mention.text) and find(text, "allies"))
            if clash or not (named.search(mention.text) or spending or ally_aims):
                continue
        kept.append(mention)
    return kept
