"""The long reason of a verdict in a reader's words, and what stands beside it: caveat, ages of figures, warnings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from overstretch.claims.bench import Bench
from overstretch.claims.grounds import inputs_of
from overstretch.claims.record import (
    Settled,
)
from overstretch.claims.told import wording
from overstretch.engine.plan import World
from overstretch.facts.ages import in_short
from overstretch.questions import catalogue, labels, say
from overstretch.questions.data import Do, Effect, Given, Quantity, Question
from overstretch.questions.futures.answer import Answer, last_year, worlds_of
from overstretch.questions.text import parse
from overstretch.systems.complete import BACKTEST


def blended(found: Answer | None, figures: dict[str, Any]) -> str:
    """Where the count of past years enters a chance; empty where the futures alone give it."""
    if found is None or not figures or figures["probability"] == (alone := float(found.p.mean())):
        return ""
    return (
        f"The futures alone give {wording.chance(alone)}; it is blended with the count of past years, a tenth "
        f"by weight."
    )


def because(
    question: Question,
    figures: dict[str, Any],
    settled: Settled | str | None,
    reason: str,
    bench: Bench,
    said: Sequence[str],
) -> str:
    """In a reader's words: what is known, what the futures give, what the cause adds, and why something can't be said.
    said: caveat and record."""
    parts = []
    if isinstance(settled, Settled):
        when = "has been published since" if settled.since else "was published at the cut-off"
        parts.append(f"What {when}: {settled.figure} ({settled.grade}; {settled.source}).")
        if settled.word == "too close to call":
            parts.append("A usual revision of such a figure would turn it.")
    elif isinstance(settled, str):
        parts.append(settled)
    if figures:
        kept = _kept(question, figures["among"])
        day = f"{bench.as_of.day} {bench.as_of:%B %Y}"
        parts.append(
            f"By what was known on {day} it is {figures['likelihood']}, the share of {kept} in which {_what(question)}."
        )
    if figures.get("effect_words"):
        first, second = worlds_of(question)
        assert second is not None
        parts.append(
            f"Between the world in which {labels.world(first)} and the one in which {labels.world(second)} the "
            f"difference is {figures['effect_words']}."
        )
    parts += [text for text in said if text]
    if reason:
        parts.append(f"Not answered: {reason}.")
        if not bench.lacking(question) and (
            near := catalogue.nearest(question, last_year(question) or bench.as_of.year + 5)
        ):
            parts.append(f"The nearest that can be asked: {say.ask(parse(near))}")
    return " ".join(parts)


def caveat(found: Answer | None, bench: Bench) -> str:
    """That the sign of an effect is that of a prior, where it is."""
    if found is None or found.difference is None:
        return ""
    design = bench.design(len(found.difference), found.difference_rows)
    names = design.sign_rests_on(found.difference)
    if not names:
        return ""
    return (
        f"Its sign turns with the sign of {' and of '.join(labels.factor(n) for n in names)}, drawn around "
        f"zero: nothing held settles it."
    )


def _what(question: Question) -> str:
    """What the share counts: an event under a claimed cause names its world."""
    if isinstance(question, Effect) and not isinstance(question.of, Quantity):
        return f"{say.lower(say.claim(question.of))}, where {labels.world(worlds_of(question)[0])}"
    return "it comes true"


def _kept(question: Question, among: int | None) -> str:
    """Which futures the share is one of."""
    if among is None:
        return "the futures"
    given = isinstance(question, Given) and not all(isinstance(c, Do) for c in question.conditions)
    return f"the {among:,} futures that {'meet the condition' if given else 'had not seen it by the cut-off'},"


def ages(question: Question, bench: Bench) -> str:
    """How old the figures are that the laws behind an answer start from; empty where the run's inputs are not known."""
    own = inputs_of(question, bench.inputs)
    return in_short(own).line(3, "figures behind it") if own else ""


def warnings(found: Answer | None, bench: Bench) -> list[str]:
    if found is None:
        return []
    broken = bench.worlds.view(World()).array("nonfinite")
    wrong = [f"{int(broken.sum())} futures met a number that is not finite"] if broken.any() else []
    return [*wrong, *([BACKTEST] if BACKTEST in bench.notes else [])]
