"""Propositions and futures to verdicts: probability, interval, effect, drivers, conditions, evidence, word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import labels, registry, wording, worlds
from overstretch.claims.boxes import conditions
from overstretch.claims.design import Design
from overstretch.claims.grades import grade_of
from overstretch.claims.history import History
from overstretch.claims.planning import worlds_of
from overstretch.claims.record import Driver, Evidence, Resolution, Verdict, VerdictWord
from overstretch.claims.surface import effect_interval, probability_interval
from overstretch.claims.template import FACTS, Template
from overstretch.claims.verdicts import MATERIAL, Figures, decide
from overstretch.engine.plan import BASE, World
from overstretch.errors import InputError
from overstretch.facts import Facts
from overstretch.statements.record import Proposition, Statement

MOST_DRIVERS = 6
LEAST_INDEX = 0.01


@dataclass(frozen=True)
class Answer:
    """The figures of one proposition, before words."""

    p: np.ndarray
    interval: tuple[float, float]
    difference: np.ndarray | None = None
    effect_interval: tuple[float, float] | None = None
    unit: str = "probability"
    rests_on: list[str] = field(default_factory=list)
    few: bool = False
    alternatives: dict[str, float] = field(default_factory=dict)

    @property
    def probability(self) -> float:
        return float(self.p.mean())

    @property
    def effect(self) -> float | None:
        return None if self.difference is None else float(self.difference.mean())


class Bench:
    """The futures of one run with what is prepared once for all propositions."""

    def __init__(self, futures: xr.DataTree) -> None:
        if BASE not in futures.children:
            raise InputError(
                f"these futures hold no world '{BASE}'; they hold: {', '.join(sorted(futures.children)) or 'none'}"
            )
        self.futures = futures
        self._designs: dict[int, Design] = {}
        self._worlds: dict[str, xr.Dataset] = {}

    def world(self, world: World) -> xr.Dataset:
        """The futures of a world; one that was not run is an error that names the plan."""
        name = world.name
        if name not in self.futures.children:
            raise InputError(
                f"a statement contrasts the world '{name}', which these futures do not hold (they hold: "
                f"{', '.join(sorted(self.futures.children))}); run the plan of these statements"
            )
        if name not in self._worlds:
            self._worlds[name] = self.futures[name].to_dataset()
        return self._worlds[name]

    def design(self, n: int) -> Design:
        if n not in self._designs:
            self._designs[n] = Design(self.world(World()), n)
        return self._designs[n]


def judge(
    statements: Iterable[Statement], futures: xr.DataTree, facts: Facts | None, as_of: date | str
) -> list[Verdict]:
    """One verdict per distinct proposition, in the order of the statements; duplicates are not counted again.

    `futures` must hold the worlds of `make_plan(statements)`. Facts published after `as_of` are used for resolution
    outcomes alone. Without facts there are no base rates, no outcomes and no checks of stated figures.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    bench, past = Bench(futures), History(facts, day)
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.proposition is not None:
            groups.setdefault(statement.proposition.key(), []).append(statement)
    return [_verdict(group, bench, past) for group in groups.values()]


def _verdict(group: list[Statement], bench: Bench, past: History) -> Verdict:
    proposition = group[0].proposition
    assert proposition is not None
    template, slots = registry.template(proposition.template), proposition.slots
    answer = _answer(template, slots, bench)
    decided = template.decide(past, slots) if template.decide else None
    word, why = _word(template, slots, answer, decided)
    settled = template.settles(slots)
    figures = _figures(answer, bench) if answer else {}
    return Verdict(
        statements=[s.id for s in group if s.duplicate_of is None] or [group[0].id],
        template=template.name,
        slots=dict(slots),
        horizon=int(slots.get("year") or 0) or None,
        base_rate=_base_rate(template, slots, past),
        evidence=_evidence(template, slots),
        verdict=word,
        resolution=Resolution(
            rule=template.rule(slots),
            date=settled.isoformat() if settled else None,
            outcome=template.resolve(past, slots),
        ),
        question=_question(template, slots),
        because=_because(template, slots, answer, decided, why, past),
        warnings=_warnings(group, answer, past, bench),
        **{**_NOTHING, **figures},
    )


_NOTHING: dict[str, Any] = {
    "probability": None, "interval": None, "effect": None, "effect_interval": None, "conditions": None, "drivers": None,
}  # fmt: skip


def _answer(template: Template, slots: Any, bench: Bench) -> Answer | None:
    """Probability and effect from the worlds of a proposition; None for what no future can tell."""
    if template.outcome is None and template.pair is None:
        return None
    pair = worlds_of(template, slots)
    first = bench.world(pair[0] if pair else World())
    second = bench.world(pair[1]) if pair else None
    p, difference, unit = _paired(template, slots, first, second)
    if slots.get("negated"):
        p = 1 - p
        difference = None if difference is None else -difference
    design = bench.design(len(p))
    interval, enough = probability_interval(design, p)
    answer = Answer(p, interval, unit=unit, few=not enough, alternatives=_alternatives(template, slots, first))
    if difference is None:
        return answer
    if len(difference) != design.n:
        design = bench.design(len(difference))
    return replace(
        answer,
        difference=difference,
        effect_interval=effect_interval(design, difference),
        rests_on=design.sign_rests_on(difference),
    )


def _paired(
    template: Template, slots: Any, first: xr.Dataset, second: xr.Dataset | None
) -> tuple[np.ndarray, np.ndarray | None, str]:
    """P per future in the antecedent world, the paired difference and its unit."""
    if template.pair is not None:
        assert second is not None and template.measure is not None
        p = template.pair(first, second, slots)
        sign = -1.0 if slots.get("direction") == "down" else 1.0
        return p, sign * template.measure.of(first, second, slots), template.measure.unit
    assert template.outcome is not None
    p = np.asarray(template.outcome(first, slots), dtype=float)
    if second is None:
        return p, None, "probability"
    q = np.asarray(template.outcome(second, slots), dtype=float)
    n = min(len(p), len(q))
    return p, p[:n] - q[:n], "probability"


def _alternatives(template: Template, slots: Any, world: xr.Dataset) -> dict[str, float]:
    return {words: float(np.mean(outcome(world, slots))) for words, outcome in template.alternatives(slots).items()}


def _figures(answer: Answer, bench: Bench) -> dict[str, Any]:
    design = bench.design(len(answer.p))
    drivers = [(k, share) for k, share in design.strongest(answer.p) if share >= LEAST_INDEX]
    p = answer.probability
    error = float(answer.p.std() / np.sqrt(len(answer.p)))
    return {
        "probability": p,
        "interval": answer.interval,
        "effect": answer.effect,
        "effect_interval": answer.effect_interval,
        "effect_unit": answer.unit if answer.difference is not None else None,
        "conditions": conditions(design, answer.p),
        "drivers": [Driver(name=design.factors[k].name, index=share) for k, share in drivers[:MOST_DRIVERS]],
        "sampling_error": error,
        "likelihood": wording.likelihood(p, answer.interval),
        "by_variant": design.group_means(answer.p),
        "alternatives": answer.alternatives or None,
    }


def _word(
    template: Template, slots: Any, answer: Answer | None, decided: tuple[str, str] | None
) -> tuple[VerdictWord, str]:
    if template.unsettled:
        return "void", template.unsettled
    if decided is not None:
        return decided  # type: ignore[return-value]
    if template.decide and answer is None:
        return "void", "the tables hold no figure that could settle it at the cut-off"
    if answer is None:
        return "undecided", "the record alone cannot settle it"
    effects = answer.effect_interval or (None, None)
    error = 0.0 if answer.difference is None else float(answer.difference.std() / np.sqrt(len(answer.difference)))
    figures = Figures(
        asks=str(slots["asks"]), p=answer.probability, low=answer.interval[0], high=answer.interval[1],
        effect=answer.effect, effect_low=effects[0], effect_high=effects[1], effect_error=error,
        material=MATERIAL, rests_on=answer.rests_on,
    )  # fmt: skip
    return decide(figures, template.most)


def _evidence(template: Template, slots: Any) -> Evidence:
    """The worst grade of the laws that the answer rests on, the claimed cause's own law among them."""
    laws = template.laws(slots)
    if laws == FACTS:
        return Evidence(grade="A", because="checked against published figures; no law is used")
    return grade_of(laws)


def _base_rate(template: Template, slots: Any, past: History) -> Any:
    rate = template.base_rate(past, slots)
    if rate is None or not slots.get("negated"):
        return rate
    return rate.model_copy(update={"probability": 1 - rate.probability, "source": f"the contrary of: {rate.source}"})


def _question(template: Template, slots: Any) -> str:
    question = template.question(slots)
    if slots.get("given"):
        question = f"Given that {labels.world(worlds.given(str(slots['given'])))}: {question}"
    return f"{question} (asked: that it is not so)" if slots.get("negated") else question


def _because(template: Template, slots: Any, answer: Answer | None, decided: Any, why: str, past: History) -> str:
    """The figures in words, what the verdict rests on, and what the tables say."""
    parts = []
    if answer is not None:
        parts.append(f"In the model's futures it is {wording.likelihood(answer.probability, answer.interval)}.")
    if answer is not None and answer.effect is not None and answer.effect_interval is not None:
        pair = worlds_of(template, slots)
        assert pair is not None
        parts.append(
            f"Between the world in which {labels.world(pair[0])} and the one in which {labels.world(pair[1])} the difference "
            f"in the claimed direction is {wording.effect_words(answer.effect, answer.effect_interval, answer.unit)}."
        )
        if answer.rests_on:
            named = " and of ".join(labels.factor(name) for name in answer.rests_on)
            parts.append(f"Its sign turns with the sign of {named}, drawn around zero.")
    facts = template.facts(past, slots)
    if facts:
        parts.append(f"The record: {facts}.")
    parts.append(f"Rule: {why}.")
    return " ".join(parts)


def _warnings(group: list[Statement], answer: Answer | None, past: History, bench: Bench) -> list[str]:
    warnings = []
    late = sorted(
        {
            s.id
            for s in group
            if s.said_at and s.said_at.date and s.said_at.date[:10] > past.as_of.isoformat()[: len(s.said_at.date[:10])]
        }
    )
    if late:
        warnings.append(
            f"said after the cut-off {past.as_of}: {', '.join(late)}; the futures do not know what was known then"
        )
    if answer is not None and answer.few:
        warnings.append(
            "too few events in the futures for a surface: the interval is that of the count alone (Jeffreys)"
        )
    broken = bench.world(World())["nonfinite"].values
    if broken.any():
        warnings.append(f"{int(broken.sum())} futures met a number that is not finite")
    return warnings


def ask(proposition: Proposition, futures: xr.DataTree, facts: Facts | None, as_of: date | str) -> Verdict:
    """The verdict on one proposition given by hand."""
    statement = Statement(
        id="asked",
        doc="",
        spans=[],
        form="direct",
        force="assert",
        content="",
        modality="will",
        proposition=proposition,
    )
    return judge([statement], futures, facts, as_of)[0]
