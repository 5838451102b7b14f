"""Questions and futures to answers: settled or open, probability, interval, effect, drivers, conditions, evidence,
words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims.bench import Bench
from overstretch.claims.days import Asked, Cutoff, asked
from overstretch.claims.drivers.boxes import conditions
from overstretch.claims.drivers.surface import effect_interval, probability_interval
from overstretch.claims.grounds import evidence_of
from overstretch.claims.grounds.basis import basis_of
from overstretch.claims.grounds.track import track_of
from overstretch.claims.otherwise import otherwise
from overstretch.claims.record import (
    Asks,
    BaseRate,
    Basis,
    Driver,
    Evidence,
    Otherwise,
    Resolution,
    Settled,
    Then,
    Verdict,
)
from overstretch.claims.special import finding, record_words
from overstretch.claims.told import wording
from overstretch.claims.told.because import ages, because, blended, caveat, warnings
from overstretch.claims.typed import asked_as
from overstretch.errors import InputError, Unanswerable
from overstretch.facts import Facts
from overstretch.questions import say
from overstretch.questions.data import Effect, Question, Special, moments
from overstretch.questions.form import to_json
from overstretch.questions.futures.answer import Answer, answered, direction, last_year, plain
from overstretch.questions.periods import window
from overstretch.questions.tables.base import TAIL, base_rate, with_count
from overstretch.questions.tables.base import BaseRate as Counted
from overstretch.questions.tables.settled import Settled as Found
from overstretch.questions.tables.settled import settle
from overstretch.questions.text import parse, write
from overstretch.statements.record import Statement

MOST_DRIVERS = 6
LEAST_INDEX = 0.01
Told = Callable[[Verdict], None]


def judge(
    statements: Iterable[Statement], futures: xr.DataTree, facts: Facts | None, as_of: date | str
) -> list[Verdict]:
    """One answer per distinct question at one cut-off, in the order of the statements; duplicates are not counted
    again.

    `futures` must hold the worlds of `make_plan(statements)`. Facts published after `as_of` tell how a claim came out,
    and
    enter no probability. Without facts there are no base rates, no outcomes and no checks of stated figures.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return judge_days(asked(list(statements), (), Cutoff("day", day, day)), {day: Bench(futures, facts, day)})


def judge_days(
    questions: Iterable[Asked],
    benches: Mapping[date, Bench],
    early: Mapping[int, Verdict] | None = None,
    tell: Told = lambda _: None,
) -> list[Verdict]:
    """One answer per question at its cut-off, with the answer of the day it was said beside it where that was asked
    for.

    early: answers made already (`by_tables`), by the question's place; tell: is told of each other answer as soon as it
    is ready.
    """
    made = dict(early or {})
    for place, question in enumerate(questions):
        if place not in made:
            made[place] = _verdict(question, benches)
            tell(made[place])
    return [made[place] for place in sorted(made)]


def by_tables(questions: Sequence[Asked], facts: Facts, tell: Told = lambda _: None) -> dict[int, Verdict]:
    """The answers that need no futures, by their question's place: those of which the tables of all their days settle
    everything."""
    benches: dict[date, Bench] = {}
    made: dict[int, Verdict] = {}
    for place, question in enumerate(questions):
        days = [day for day in (question.day, question.then) if day is not None]
        for day in days:
            benches.setdefault(day, Bench(None, facts, day))
        if any(_asks_futures(question, benches[day]) for day in days):
            continue
        verdict = _verdict(question, benches)
        if verdict.state == "settled" and (verdict.then is None or verdict.then.state == "settled"):
            made[place] = verdict
            tell(verdict)
    return made


def _asks_futures(question: Asked, bench: Bench) -> bool:
    """Whether a likelihood stands beside the answer of a day: also where the record settles what was said to be
    likely."""
    parsed, asks = _put(question)
    return asks != "fact" and _known_then(settle(parsed, bench.known, bench.as_of), asks) is None


def open_at(question: Asked, bench: Bench) -> bool:
    """Whether the futures of a day have a say: the tables of the day neither settle the question nor is it one of
    record."""
    return _asks_futures(question, bench) and finding(_put(question)[0], bench.known) is None


def _put(question: Asked) -> tuple[Question, Asks]:
    """A question as data, and what is asked of it."""
    proposition = question.statements[0].proposition
    assert proposition is not None
    return parse(proposition.question), proposition.asks


def answer(
    question: Question, futures: xr.DataTree, facts: Facts | None, as_of: date | str, asks: Asks | None = None
) -> Verdict:
    """The answer to one question given as data (`overstretch.question` makes it from text or JSON)."""
    bench = Bench(futures, facts, date.fromisoformat(as_of) if isinstance(as_of, str) else as_of)
    return judged(question, asks or asked_as(question, bench.as_of), bench, [])


def _verdict(asked: Asked, benches: Mapping[date, Bench]) -> Verdict:
    question, asks = _put(asked)
    names = [s.id for s in asked.statements if s.duplicate_of is None] or [asked.statements[0].id]
    made = judged(question, asks, benches[asked.day], names)
    update: dict[str, Any] = {"said": asked.said.isoformat() if asked.said else None}
    if asked.then is not None:
        update["then"] = _then(judged(question, asks, benches[asked.then], names, brief=True), benches[asked.then])
    if asked.said is not None and asked.said > asked.day:
        late = f"said on {asked.said}, after the cut-off {asked.day}; what was known by then is not used"
        update["warnings"] = [*made.warnings, late]
    return made.model_copy(update=update)


def as_it_stood(verdict: Verdict) -> Verdict:
    """An answer of a day without what was published since: open again where that alone had settled it."""
    if verdict.settled is None or not verdict.settled.since:
        return verdict
    p, fine = verdict.probability, verdict.evidence is None or verdict.evidence.scored
    state, word = ("not answered", "not answered") if p is None else ("open", wording.word(p, fine))
    return verdict.model_copy(update={"settled": None, "state": state, "word": word})


def _then(verdict: Verdict, bench: Bench) -> Then:
    """What of an answer stands beside a newer one. An outcome that came later is the newer one's to say."""
    stood = as_it_stood(verdict)
    shared = {name: getattr(stood, name) for name in Then.model_fields if name in Verdict.model_fields}
    return Then(**shared, futures=bench.futures if stood.probability is not None else None)


def judged(
    question: Question, asks: Asks, bench: Bench, names: list[str], brief: bool = False, effects: bool = True
) -> Verdict:
    """The answer to one question: the tables first, then the futures, then why neither can tell.

    brief: without base rate, drivers, conditions and other readings; effects: with the paired effect where worlds are
    compared.
    """
    then = settle(question, bench.known, bench.as_of)
    known = _known_then(then, asks)
    since = settle(question, bench.later, _today(bench)) if bench.later is not None else None
    found = finding(question, bench.known)
    came = _recorded(since, asks != "fact") if since is not None and not since.so_far else None
    settled = known or came or found
    ask_futures = known is None and asks != "fact" and not isinstance(found, str)
    in_futures, reason = _in_futures(question, bench) if ask_futures else (None, "")
    if in_futures is not None and not effects:
        in_futures = replace(in_futures, difference=None)
    evidence = evidence_of(question)
    rare = in_futures is not None and not TAIL <= float(in_futures.p.mean()) <= 1.0 - TAIL
    base = base_rate(question, bench.published) if rare or (in_futures is not None and not brief) else None
    figures = _figures(question, in_futures, bench, evidence, base, brief) if in_futures is not None else {}
    state, word = _state(settled, figures, evidence.scored)
    fields: dict[str, Any] = {
        "settled": settled if isinstance(settled, Settled) else None,
        "base_rate": None if brief else _base(base),
        "track": track_of(question, figures["probability"]) if figures else "",
        "evidence": evidence if figures else _by_tables(settled),
        "resolution": _resolution(question, since),
        "defaults": say.defaults(question),
        "otherwise": _otherwise(question, bench) if figures and not brief else [],
        "ages": ages(question, bench) if figures else "",
        "differs": _differs(then, since, known is not None),
        "warnings": warnings(in_futures, bench),
    }
    doubt, record = caveat(in_futures, bench), record_words(question, bench.known) or ""
    said = [blended(in_futures, figures), doubt, f"The record: {record}." if record else ""]
    long = because(question, figures, settled, reason or _nothing(asks, settled), bench, said)
    fields |= {
        "caveat": doubt,
        "record": record,
        "basis": _basis(question, bench, state) if not brief else [],
    }
    return Verdict(
        statements=names,
        as_of=bench.as_of.isoformat(),
        question=write(question),
        form=to_json(question),
        asks=asks,
        claim=say.claim(question),
        asked=say.ask(question),
        state=state,
        word=word,
        horizon=last_year(question) or None,
        because=long,
        **fields,
        **figures,
    )


def _basis(question: Question, bench: Bench, state: str) -> list[Basis]:
    """Figures behind an open answer; of what is not answered only those of the quantities that it names."""
    if state == "settled":
        return []
    found = basis_of(question, bench.known, bench.inputs, bench.as_of)
    return found if state == "open" else [one for one in found if one.own]


def _today(bench: Bench) -> date:
    assert bench.later is not None
    return date.fromisoformat(bench.later.day)


def _known_then(found: Found | None, asks: Asks) -> Settled | None:
    """What the tables said at the cut-off; of what is not a matter of record only what is over settles anything."""
    return _recorded(found, False) if found is not None and (not found.so_far or asks == "fact") else None


def _differs(then: Found | None, since: Found | None, known: bool) -> str:
    """Why other figures for the same thing are others: of the figures that settle it, else of the newest held."""
    newest = then if known or since is None else since
    return newest.differs if newest is not None else ""


def _recorded(found: Found, since: bool) -> Settled:
    return Settled(
        word=found.word,
        figure=found.figure,
        grade=found.grade,
        source=found.source,
        published=found.published,
        since=since,
        address=found.address,
        variable=found.variable,
    )


def _in_futures(question: Question, bench: Bench) -> tuple[Answer | None, str]:
    if lacking := bench.lacking(question):
        return None, lacking
    if bench.futures is None:
        return None, bench.absent
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


def _figures(
    question: Question, found: Answer, bench: Bench, evidence: Evidence, base: Counted | None, brief: bool
) -> dict[str, Any]:
    """Probability, interval, drivers, conditions and the paired effect."""
    design = bench.design(len(found.p), found.rows)
    p = with_count(float(found.p.mean()), base)
    low, high = probability_interval(design, found.p)
    interval = (min(low, p), max(high, p))
    figures: dict[str, Any] = {
        "probability": p,
        "interval": interval,
        "sampling_error": float(found.p.std() / np.sqrt(len(found.p))),
        "likelihood": wording.likelihood(p, interval, evidence.scored),
        "among": len(found.p) if found.rows is not None else None,
    }
    if not brief:
        drivers = [(k, share) for k, share in design.strongest(found.p) if share >= LEAST_INDEX]
        figures |= {
            "conditions": conditions(design, found.p),
            "by_variant": design.group_means(found.p),
            "drivers": [Driver(name=design.factors[k].name, index=share) for k, share in drivers[:MOST_DRIVERS]],
        }
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
        "effect": effect,
        "effect_interval": interval,
        "effect_unit": found.unit,
        "effect_words": wording.effect_words(effect, interval, found.unit),
    }


def _base(found: Counted | None) -> BaseRate | None:
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
    found: list[Otherwise] = []
    if bench.worlds is None:
        return found
    for words, other, usual in otherwise(question, bench.as_of.year):
        try:
            p = float(answered(other, bench.worlds).p.mean())
        except (Unanswerable, InputError):
            continue
        found.append(Otherwise(words=words, probability=p, usual=usual))
    return found
