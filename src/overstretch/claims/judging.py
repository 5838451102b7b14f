"""Questions and futures to answers: settled or open, probability, interval, effect, drivers, conditions, evidence, words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import wording
from overstretch.claims.boxes import conditions
from overstretch.claims.design import Design
from overstretch.claims.grounds import evidence_of
from overstretch.claims.otherwise import otherwise
from overstretch.claims.record import Asks, BaseRate, Driver, Evidence, Otherwise, Resolution, Settled, Verdict
from overstretch.claims.special import finding, record_words
from overstretch.claims.surface import effect_interval, probability_interval
from overstretch.claims.typed import asked_as
from overstretch.engine.plan import World
from overstretch.errors import InputError
from overstretch.facts import Facts
from overstretch.questions import catalogue, labels, say
from overstretch.questions.answer import Answer, Worlds, answered, direction, last_year, plain, worlds_of
from overstretch.questions.base import base_rate
from overstretch.questions.calendar import Unanswerable
from overstretch.questions.data import Do, Effect, Given, Quantity, Question, Special, moments
from overstretch.questions.form import to_json
from overstretch.questions.past import Published
from overstretch.questions.periods import window
from overstretch.questions.settled import Settled as Found
from overstretch.questions.settled import settle
from overstretch.questions.text import parse, write
from overstretch.statements.record import Statement

MOST_DRIVERS = 6
LEAST_INDEX = 0.01


class Bench:
    """The futures of one run, and what was published, with what is prepared once for all questions."""

    def __init__(self, futures: xr.DataTree, facts: Facts | None, as_of: date) -> None:
        self.as_of = as_of
        self.known = facts.as_of(as_of.isoformat()) if facts else None
        self.later = self._latest(facts) if facts else None
        self.published = Published(self.known, as_of)
        self.worlds = Worlds(futures, self.published)
        self._designs: dict[tuple[int, bytes], Design] = {}

    def _latest(self, facts: Facts) -> Any:
        """All that is held today, where some of it came after the cut-off."""
        days = facts.rows["known_from"]
        last = str(days[days < np.datetime64("2100-01-01")].max())[:10]
        return facts.as_of(last) if last > self.as_of.isoformat() else None

    def design(self, n: int, rows: np.ndarray | None = None) -> Design:
        """Parameters and variants of the first n futures, or of those kept."""
        key = (n, b"" if rows is None else rows.tobytes())
        if key not in self._designs:
            self._designs[key] = Design(self.worlds.view(World()).world, n if rows is None else rows)
        return self._designs[key]


def judge(
    statements: Iterable[Statement], futures: xr.DataTree, facts: Facts | None, as_of: date | str
) -> list[Verdict]:
    """One answer per distinct question, in the order of the statements; duplicates are not counted again.

    `futures` must hold the worlds of `make_plan(statements)`. Facts published after `as_of` tell how a claim came out, and
    enter no probability. Without facts there are no base rates, no outcomes and no checks of stated figures.
    """
    bench = Bench(futures, facts, date.fromisoformat(as_of) if isinstance(as_of, str) else as_of)
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.proposition is not None:
            groups.setdefault(statement.proposition.key(), []).append(statement)
    return [_verdict(group, bench) for group in groups.values()]


def answer(
    question: Question, futures: xr.DataTree, facts: Facts | None, as_of: date | str, asks: Asks | None = None
) -> Verdict:
    """The answer to one question given as data (`overstretch.question` makes it from text or JSON)."""
    bench = Bench(futures, facts, date.fromisoformat(as_of) if isinstance(as_of, str) else as_of)
    return judged(question, asks or asked_as(question, bench.as_of), bench, [])


def _verdict(group: Sequence[Statement], bench: Bench) -> Verdict:
    proposition = group[0].proposition
    assert proposition is not None
    names = [s.id for s in group if s.duplicate_of is None] or [group[0].id]
    made = judged(parse(proposition.question), proposition.asks, bench, names)
    late = _late(group, bench.as_of)
    return made.model_copy(update={"warnings": [*made.warnings, *late]}) if late else made


def _late(group: Sequence[Statement], as_of: date) -> list[str]:
    day = as_of.isoformat()
    late = sorted(
        {s.id for s in group if s.said_at and s.said_at.date and s.said_at.date[:10] > day[: len(s.said_at.date[:10])]}
    )
    return (
        [f"said after the cut-off {day}: {', '.join(late)}; the futures do not know what was known then"]
        if late
        else []
    )


def judged(question: Question, asks: Asks, bench: Bench, names: list[str]) -> Verdict:
    """The answer to one question: the tables first, then the futures, then why neither can tell."""
    fact = settle(question, bench.known, bench.as_of) if asks == "fact" else None
    since = settle(question, bench.later, _today(bench)) if bench.later is not None else None
    found = finding(question, bench.known, bench.as_of)
    settled = _settled(fact, since, asks) or found
    in_futures, reason = _in_futures(question, bench) if asks != "fact" and not isinstance(found, str) else (None, "")
    evidence = evidence_of(question)
    figures = _figures(question, in_futures, bench, evidence) if in_futures is not None else {}
    state, word = _state(settled, figures, evidence.scored)
    fields: dict[str, Any] = {
        "settled": settled if isinstance(settled, Settled) else None, "base_rate": _base(question, bench) if figures else None,
        "evidence": evidence if figures else _by_tables(settled), "resolution": _resolution(question, since),
        "defaults": say.defaults(question), "otherwise": _otherwise(question, bench) if figures else [],
        "warnings": _warnings(in_futures, bench),
    }  # fmt: skip
    because = _because(question, figures, in_futures, settled, reason or _nothing(asks, settled), bench)
    return Verdict(
        statements=names, question=write(question), form=to_json(question), asks=asks, claim=say.claim(question), asked=say.ask(question),
        state=state, word=word, horizon=last_year(question) or None, because=because, **fields, **figures,
    )  # fmt: skip


def _today(bench: Bench) -> date:
    assert bench.later is not None
    return date.fromisoformat(bench.later.day)


def _settled(fact: Found | None, since: Found | None, asks: Asks) -> Settled | None:
    """What was known at the cut-off for a statement of fact; else what has been published since, where it settles anything."""
    if fact is not None and not (fact.so_far and asks != "fact"):
        return _recorded(fact, False)
    if since is not None and not since.so_far:
        return _recorded(since, asks != "fact")
    return None


def _recorded(found: Found, since: bool) -> Settled:
    return Settled(
        word=found.word,
        figure=found.figure,
        grade=found.grade,
        source=found.source,
        published=found.published,
        since=since,
    )


def _in_futures(question: Question, bench: Bench) -> tuple[Answer | None, str]:
    try:
        return answered(question, bench.worlds), ""
    except Unanswerable as reason:
        return None, str(reason)


def _nothing(asks: Asks, settled: object) -> str:
    return (
        "" if settled is not None or asks != "fact" else "the tables hold no figure that could settle it at the cut-off"
    )


def _state(settled: Settled | str | None, figures: dict[str, Any], fine: bool) -> tuple[Any, str]:
    if isinstance(settled, Settled):
        return "settled", settled.word
    if figures:
        return "open", wording.word(figures["probability"], fine)
    return "not answered", "not answered"


def _figures(question: Question, found: Answer, bench: Bench, evidence: Evidence) -> dict[str, Any]:
    """Probability, interval, drivers, conditions and the paired effect."""
    design = bench.design(len(found.p), found.rows)
    interval = probability_interval(design, found.p)
    p = float(found.p.mean())
    drivers = [(k, share) for k, share in design.strongest(found.p) if share >= LEAST_INDEX]
    figures: dict[str, Any] = {
        "probability": p, "interval": interval, "sampling_error": float(found.p.std() / np.sqrt(len(found.p))),
        "likelihood": wording.likelihood(p, interval, evidence.scored), "among": len(found.p) if found.rows is not None else None,
        "conditions": conditions(design, found.p), "by_variant": design.group_means(found.p),
        "drivers": [Driver(name=design.factors[k].name, index=share) for k, share in drivers[:MOST_DRIVERS]],
    }  # fmt: skip
    if found.difference is not None:
        figures |= _effect(question, found, bench)
    return figures


def _effect(question: Question, found: Answer, bench: Bench) -> dict[str, Any]:
    """The mean paired difference in the claimed direction, with its interval."""
    assert found.difference is not None
    sign = direction(question) if found.unit != "probability" else 1.0
    design = bench.design(len(found.difference), found.difference_rows)
    difference = sign * found.difference
    interval = effect_interval(design, difference)
    effect = float(difference.mean())
    return {
        "effect": effect, "effect_interval": interval, "effect_unit": found.unit,
        "effect_words": wording.effect_words(effect, interval, found.unit),
    }  # fmt: skip


def _base(question: Question, bench: Bench) -> BaseRate | None:
    found = base_rate(question, bench.published)
    if found is None:
        return None
    return BaseRate(
        probability=found.probability,
        events=found.events,
        exposure=found.exposure,
        unit=found.unit,
        source=found.source,
    )


def _by_tables(settled: object) -> Evidence | None:
    return (
        Evidence(grade="A", because="settled by published figures; no law is used")
        if isinstance(settled, Settled)
        else None
    )


def _resolution(question: Question, since: Found | None) -> Resolution:
    """The rule, the day on which it can be known at the earliest, and how it stands."""
    inner = plain(question)[0]
    open_ended = isinstance(inner, (Effect, Special))
    ends = [window(w).last for w in moments(question) if w.relation not in ("latest", "default", "")]
    day = None
    if ends and not open_ended:
        last = max(ends) + 1
        day = (date(last // 12, last % 12 + 1, 1) - date.resolution).isoformat()
    so_far = f"{since.text}; nothing is settled by it" if since is not None and since.so_far else None
    return Resolution(rule=say.rule(question), date=day, so_far=so_far)


def _otherwise(question: Question, bench: Bench) -> list[Otherwise]:
    found = []
    for words, other, usual in otherwise(question, bench.as_of.year):
        try:
            p = float(answered(other, bench.worlds).p.mean())
        except (Unanswerable, InputError):
            continue
        found.append(Otherwise(words=words, probability=p, usual=usual))
    return found


def _because(
    question: Question,
    figures: dict[str, Any],
    found: Answer | None,
    settled: Settled | str | None,
    reason: str,
    bench: Bench,
) -> str:
    """In a reader's words: what is known, what the futures give, what the cause adds, and why something can't be said."""
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
        assert second is not None and found is not None and found.difference is not None
        parts.append(
            f"Between the world in which {labels.world(first)} and the one in which {labels.world(second)} the difference is {figures['effect_words']}."
        )
        design = bench.design(len(found.difference), found.difference_rows)
        if names := design.sign_rests_on(found.difference):
            parts.append(
                f"Its sign turns with the sign of {' and of '.join(labels.factor(n) for n in names)}, drawn around zero: nothing held settles it."
            )
    if words := record_words(question, bench.known):
        parts.append(f"The record: {words}.")
    if reason:
        parts.append(f"Not answered: {reason}.")
        if near := catalogue.nearest(question, last_year(question) or bench.as_of.year + 5):
            parts.append(f"The nearest that can be asked: {say.ask(parse(near))}")
    return " ".join(parts)


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


def _warnings(found: Answer | None, bench: Bench) -> list[str]:
    broken = bench.worlds.view(World()).array("nonfinite")
    return (
        [f"{int(broken.sum())} futures met a number that is not finite"] if found is not None and broken.any() else []
    )
