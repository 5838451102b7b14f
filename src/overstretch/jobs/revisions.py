"""Which answers of a saved check moved with newer figures, by how much, and because of which rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from pydantic import TypeAdapter

from overstretch.errors import InputError, reading
from overstretch.progress import Progress, silent

if TYPE_CHECKING:
    import xarray as xr

    from overstretch.claims.bench import Bench
    from overstretch.claims.record import Verdict
    from overstretch.facts import Facts, Known
    from overstretch.questions.data import Question
    from overstretch.systems import System

FUTURES = 2_048  # of both days
ALONE = 1_024  # of a run in which one variable alone has its newer figures
MOVED = 0.02  # least difference of a probability that is looked into
COUNTS = 0.005  # least part of it that is laid to a variable
SHOWN = 3  # rows named of a variable


@dataclass(frozen=True)
class Row:
    """A figure that an input had before (None: none was held) and has now."""

    variable: str
    entity: str
    period: str
    before: float | None
    after: float
    edition: str
    published: str
    source: str


@dataclass(frozen=True)
class Cause:
    """What one variable's newer figures alone do to a probability: `moved`, and the rows that changed most."""

    variable: str
    moved: float
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Change:
    """One answer on two days. because: variables by what they move alone, largest first; rest: elapsed time and what
    they do together."""

    before: Verdict
    after: Verdict
    because: tuple[Cause, ...] = ()
    rest: float | None = None

    @property
    def moved(self) -> float | None:
        """Difference of the two probabilities; None where one of them is settled or not answered."""
        if self.before.probability is None or self.after.probability is None:
            return None
        return self.after.probability - self.before.probability

    @property
    def differs(self) -> bool:
        """Whether a reader would see another answer."""
        moved = self.moved
        return self.before.word != self.after.word or (moved is not None and abs(moved) >= MOVED)


def changes(run: str | Path, since: str | date | None = None, progress: Progress | None = None) -> list[Change]:
    """Ask the questions of a saved check (its folder or run.json) as of two days: `since` (default: its cut-off) and
    the newest figures held.

    For each answer that differs the newer figures enter one variable at a time, in the same futures. Raises InputError
    where the record can't be used, or nothing newer is held.
    """
    from overstretch import facts
    from overstretch.claims import judge
    from overstretch.claims.judging import as_it_stood
    from overstretch.jobs.options import checked_day
    from overstretch.jobs.output import read_record
    from overstretch.systems import load_system

    tell = progress or silent
    record, _ = read_record(Path(run))
    every = facts.load(record["facts"]["files"])
    first = checked_day(since or record["as_of"]) or date.fromisoformat(every.newest)
    last = date.fromisoformat(every.newest)
    if first >= last:
        raise InputError(
            f"nothing newer than {first} is held (newest: {last}); overstretch facts update fetches, --since takes an "
            "earlier day"
        )
    asked = _statements(Path(run))
    workbench = _Workbench(
        load_system(record["system"]["source"]), every, record["seed"], tuple(record.get("off", ())), asked
    )
    tell("simulate", 0.0)
    before, after = workbench.bench(first, FUTURES), workbench.bench(last, FUTURES)
    pairs = zip(judge(asked, before.tree, every, first), judge(asked, after.tree, every, last), strict=True)
    found = [Change(as_it_stood(old), new) for old, new in pairs]
    moved = [c for c in found if c.differs and c.moved is not None]
    if not moved:
        return found
    causes = workbench.causes(moved, before, after, tell)
    return [_explained(change, causes) for change in found]


def _explained(change: Change, causes: dict[str, tuple[Cause, ...]]) -> Change:
    because = causes.get(change.after.question)
    if because is None or change.moved is None:
        return change
    return replace(change, because=because, rest=change.moved - sum(c.moved for c in because))


def _statements(run: Path) -> list:
    from overstretch.statements.record import Statement

    file = (run if run.is_dir() else run.parent) / "statements.json"
    with reading(file, "give the folder of an earlier check", "not the statements of a check", ValueError):
        found = TypeAdapter(list[Statement]).validate_python(json.loads(file.read_text("utf-8")))
    asked = [s for s in found if s.proposition is not None]
    if not asked:
        raise InputError(f"{file}: no statement in it became a question")
    return asked


@dataclass(frozen=True)
class _Day:
    known: Known
    day: date
    tree: xr.DataTree
    bench: Bench


class _Workbench:
    """The futures of a day, and of a day with one variable's newer figures."""

    def __init__(self, system: System, every: Facts, seed: int, off: tuple[str, ...], asked: Sequence) -> None:
        from overstretch.claims import make_plan

        self.system, self.every, self.seed, self.off = system, every, seed, off
        self.plan = make_plan(asked)

    def bench(self, day: date, futures: int, known: Known | None = None) -> _Day:
        from overstretch.claims.bench import Bench
        from overstretch.engine.run import run
        from overstretch.systems import prepare_held

        held = known or self.every.as_of(day.isoformat())
        tree = run(prepare_held(self.system, held, day), self.plan, futures, self.seed, self.off)
        return _Day(held, day, tree, Bench(tree, None, day))

    def causes(
        self, moved: Sequence[Change], before: _Day, after: _Day, tell: Progress
    ) -> dict[str, tuple[Cause, ...]]:
        """By question: what each variable that changed does alone."""
        from overstretch.claims.grounds import named
        from overstretch.questions.text import parse
        from overstretch.systems.inputs import reads

        variables = sorted({variable for variable, _ in reads(self.system, after.known)})
        changed = {v: rows for v in variables if (rows := changed_rows(before.known, after.known, v))}
        questions = {c.after.question: parse(c.after.question) for c in moved}
        base = {text: _probability(q, before, ALONE) for text, q in questions.items()}
        found: dict[str, list[Cause]] = {text: [] for text in questions}
        for done, (variable, rows) in enumerate(changed.items(), 1):
            mixed = before.known.with_series(after.known, variable)
            try:
                alone = self.bench(before.day, ALONE, mixed)
            except InputError:  # its new figures alone make no consistent start
                continue
            tell("simulate", done / len(changed))
            for text, question in questions.items():
                p, was = _probability(question, alone, ALONE), base[text]
                if p is not None and was is not None and abs(p - was) >= COUNTS:
                    found[text].append(Cause(variable, p - was, _largest(rows, named(question))))
        return {text: tuple(sorted(causes, key=lambda c: -abs(c.moved))) for text, causes in found.items()}


def _probability(question: Question, day: _Day, futures: int) -> float | None:
    from overstretch.errors import Unanswerable
    from overstretch.questions.futures.answer import answered

    try:
        found = answered(question, day.bench.worlds)
    except Unanswerable:
        return None
    kept = found.p[:futures] if found.rows is None else found.p[found.rows < futures]
    return float(kept.mean()) if len(kept) else None


def changed_rows(before: Known, after: Known, variable: str) -> list[Row]:
    """The figures of a variable that are new or differ between two days."""
    keys = ["entity", "period"]
    old = before.frame(variable).drop_duplicates(keys, keep="last").set_index(keys)["value"]
    new = after.frame(variable).drop_duplicates(keys, keep="last")
    was = old.reindex(pd.MultiIndex.from_frame(new[keys])).to_numpy()
    return [
        Row(
            variable,
            row.entity,
            row.period,
            None if pd.isna(then) else float(then),
            float(row.value),
            row.edition,
            row.published,
            row.source,
        )
        for row, then in zip(new.itertuples(index=False), was, strict=True)
        if pd.isna(then) or then != row.value
    ]


def _largest(rows: Sequence[Row], own: set[str]) -> tuple[Row, ...]:
    """The question's own parties where there are any; revised figures by how much, then new ones, the newest period
    first."""
    rows = [r for r in rows if r.entity in own] or list(rows)
    revised = [r for r in rows if r.before is not None]
    revised.sort(key=lambda r: -abs(r.after - (r.before or 0.0)) / max(abs(r.before or 0.0), 1e-9))
    new = sorted((r for r in rows if r.before is None), key=lambda r: r.period, reverse=True)
    return tuple((revised + new)[:SHOWN])
