"""The first screen: one sentence on what is settled and what is open, and a row a claim, the most telling first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from overstretch.claims.record import Basis, Verdict
from overstretch.facts.links import link
from overstretch.questions import labels
from overstretch.report import wording
from overstretch.report.cards import Card, rate_text
from overstretch.report.quoted import Wording, chosen

MOST = 7  # rows that stand open on a phone; the others fold there
NAMED = 1  # figures that a row names: the others stand on the card
TELLING = 0.1  # share of the variance from which a driver is a reason
SETTLED = ("false", "true", "too close to call")
LIKELY, EVEN = ("virtually certain", "extremely likely", "very likely", "likely"), "about as likely as not"


@dataclass(frozen=True)
class Source:
    """A figure behind an answer in words, how old it was, and where it can be opened ('' where no address is known)."""

    words: str
    where: str
    age: str
    href: str


@dataclass(frozen=True)
class Row:
    """What the first screen says of one claim. then: the answer of the day it was said, empty where that is the only
    one."""

    card: Card
    quote: Wording | None
    others: int
    when: str
    doubt: str
    then: str
    reason: str
    sources: tuple[Source, ...]
    older: str


def ranked(cards: Sequence[Card]) -> list[Card]:
    """False first, true and too close to call after it; then what is open, by how far it is from even odds and how far
    it moved since it
    was said, added up; then what is not answered. Equal ones stay in the order of the text. No rule looks at who
    spoke."""
    return sorted(cards, key=lambda card: (_group(card.verdict), -weight(card.verdict)))


def _group(verdict: Verdict) -> int:
    if verdict.state == "settled":
        return SETTLED.index(verdict.word)
    return len(SETTLED) + (verdict.state == "not answered")


def weight(verdict: Verdict) -> float:
    """How much an open answer tells, 0 to 2: twice its distance from even odds, and how far it moved since it was
    said."""
    p = verdict.probability
    if p is None or verdict.state != "open":
        return 0.0
    before = verdict.then.probability if verdict.then else None
    return 2 * abs(p - 0.5) + (0.0 if before is None else abs(p - before))


def lead(cards: Sequence[Card]) -> str:
    """What is settled and what is open, in one sentence with its numbers."""
    if not cards:
        return "No claim could be tested."
    if len(cards) == 1:
        return f"The one claim tested is {_alone(cards[0])}."
    settled = Counter(card.verdict.word for card in cards if card.verdict.state == "settled")
    opened = Counter(_side(card.verdict.word) for card in cards if card.verdict.state == "open")
    unanswered = sum(card.verdict.state == "not answered" for card in cards)
    parts = [f"{_some(settled.total())} settled{_split(settled, SETTLED)}"]
    if opened:
        parts.append(f"{_some(opened.total())} open{_split(opened, ('likely', 'near even odds', 'unlikely'))}")
    if unanswered:
        parts.append(f"{unanswered} cannot be answered")
    return f"Of {len(cards)} claims, {', '.join(parts[:-1])}{' and ' if len(parts) > 1 else ''}{parts[-1]}."


def _alone(card: Card) -> str:
    verdict = card.verdict
    if verdict.state == "settled":
        return f"settled: {verdict.word}"
    if verdict.probability is None:
        return "not answered"
    return f"open: {wording.likelihood_text(verdict.probability, card.fine)}"


def _some(number: int) -> str:
    return f"{number or 'none'} {'is' if number <= 1 else 'are'}"


def _split(counts: Counter[str], order: Sequence[str]) -> str:
    named = [word for word in order if counts[word]]
    if len(named) == 1:
        return f" ({'all ' if counts[named[0]] > 1 else ''}{named[0]})"
    return f" ({', '.join(f'{counts[word]} {word}' for word in named)})" if named else ""


def _side(word: str) -> str:
    return "likely" if word in LIKELY else "near even odds" if word == EVEN else "unlikely"


def rows(cards: Sequence[Card]) -> list[Row]:
    """The rows of the first screen, in their order."""
    return [row(card) for card in ranked(cards)]


def row(card: Card) -> Row:
    """What the first screen says of one claim."""
    verdict = card.verdict
    quote = chosen(card.quoted)
    said = wording.long_date(verdict.said) or next((w.when for w in card.quoted if w.when), None)
    return Row(
        card=card,
        quote=quote,
        others=max(len(card.quoted) - 1, 0),
        when=said or "day not known",
        doubt=_doubt(verdict),
        then=_then(card),
        reason=reason(card),
        sources=_sources(verdict),
        older=verdict.ages.partition(":")[0].rstrip(".") if "older" in verdict.ages else "",
    )


def _doubt(verdict: Verdict) -> str:
    """Structural doubt beside sampling noise, in hundredths: 'structure 5 to 45, sampling ±0.9'; in tens where no law
    was scored."""
    if verdict.probability is None or verdict.interval is None or verdict.sampling_error is None:
        return ""
    low, high = verdict.interval
    noise = 100 * verdict.sampling_error
    if wording.fine(verdict):
        return f"structure {wording.limits((low, high))}, sampling {f'±{noise:.1f}' if noise >= 0.05 else 'under ±0.1'}"
    tens = f"{10 * math.floor(10 * low)} to {10 * math.ceil(10 * high)}"
    return f"structure about {tens}, sampling {f'±{math.ceil(noise)}' if noise >= 0.5 else 'under ±1'}"


def _then(card: Card) -> str:
    """The answer of the day it was said, where another stands now."""
    verdict = card.verdict
    then = verdict.then
    if then is None:
        if verdict.settled and verdict.probability is not None:  # settled by what came out after the cut-off
            return wording.likelihood_text(verdict.probability, card.fine)
        return ""
    if then.settled is not None:
        return "the same" if then.settled == verdict.settled else then.settled.word
    if then.probability is not None:
        told = wording.likelihood_text(then.probability, wording.fine(then))
        same = verdict.probability is not None and told == wording.likelihood_text(verdict.probability, card.fine)
        return "the same" if same else told
    return "not answered" if verdict.state != "not answered" else ""


def reason(card: Card) -> str:
    """One reason, the first of these that is held: the settling figure, why there is no answer, the cause's effect,
    where the quantity
    stands, the record, how often it happened before, what it hangs on most, how its laws were tested."""
    verdict = card.verdict
    if verdict.settled:
        close = ": a usual revision would turn it" if verdict.word == "too close to call" else ""
        return f"{verdict.settled.figure}{close}"
    if verdict.state == "not answered":
        return card.reason.partition(" The record:")[0].rstrip(".")
    if verdict.effect_words:
        doubt = "; its sign rests on a prior" if verdict.caveat else ""
        return f"the cause moves it by {verdict.effect_words}{doubt}"
    if stands := next((one for one in verdict.basis if one.own), None):
        return (
            f"{stands.words} {'ran from' if stands.of > 1 else 'stood at'} {stands.figure} "
            f"{wording.when(stands.period)}"
        )
    if verdict.record:
        return verdict.record
    if verdict.base_rate:
        return f"base rate {rate_text(verdict.base_rate)}"
    first = verdict.drivers[0] if verdict.drivers else None
    if first is not None and first.index >= TELLING:
        return f"it hangs most on {labels.factor(first.name)} ({wording.percent(first.index)} of its variance)"
    return verdict.evidence.because if verdict.evidence else ""


def _sources(verdict: Verdict) -> tuple[Source, ...]:
    """The figures of a row: what settled it, or the first of those behind it."""
    if held := verdict.settled:
        at, day = date.fromisoformat(verdict.as_of), held.published
        age = f"{(at - date.fromisoformat(day)).days:,} days old" if len(day) == 10 and day <= verdict.as_of else ""
        where = held.source.partition(", published")[0].removesuffix(", edition running")
        return (Source("", f"{where}, {wording.long_date(day)}" if day else where, age, link(held.address)),)
    answered = verdict.state != "not answered"
    return tuple(_source(one, answered) for one in verdict.basis[:NAMED])


def _source(one: Basis, answered: bool) -> Source:
    """A figure behind an answer; where the reason says how it stands its own words are left out."""
    usual = f", usual {one.usual}" if one.usual is not None and (one.age or 0) > one.usual else ""
    age = f"{one.age:,} days old{usual}" if one.age is not None else ""
    told = answered and (one.own or one.of > 1)
    words = "" if told else f"{one.words}: {one.figure}"
    where = ", ".join(filter(None, (one.publication, wording.long_date(one.published))))
    return Source(words, where, age, link(one.address))
