"""The evidence grade, read from a table of scores as data: `scores.csv`, written by evidence."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from overstretch.claims.record import Evidence

COLUMNS = ("law", "case", "model_score", "baseline_score", "metric", "n", "source")
ENOUGH = 30


@dataclass(frozen=True)
class Score:
    """One out-of-sample score of a law against its best naive baseline; lower is better."""

    law: str
    case: str
    model_score: float
    baseline_score: float
    metric: str
    n: int
    source: str


@cache
def scores() -> tuple[Score, ...]:
    """All scores held."""
    text = files("overstretch.claims").joinpath("scores.csv").read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise ValueError(
            f"scores.csv needs the columns {', '.join(COLUMNS)}; it has {', '.join(reader.fieldnames or ())}"
        )
    return tuple(
        Score(
            r["law"],
            r["case"],
            float(r["model_score"]),
            float(r["baseline_score"]),
            r["metric"],
            int(r["n"]),
            r["source"],
        )
        for r in reader
    )


def law_grade(law: str, table: Iterable[Score]) -> tuple[str, str]:
    """A: beats the baseline in every case, in two or more of 30 points. B: in at least one of 30 points and in most.
    C: scored, but fewer points or not better. D: no score is held."""
    own = [s for s in table if s.law == law]
    if not own:
        return "D", f"no out-of-sample score is held for '{law}'"
    better = [s for s in own if s.model_score < s.baseline_score]
    large = [s for s in better if s.n >= ENOUGH]
    words = "; ".join(f"{s.case}: {s.metric} {s.model_score:g} against {s.baseline_score:g} (n = {s.n})" for s in own)
    if len(better) == len(own) and len(large) >= 2:
        return "A", words
    if large and 2 * len(better) > len(own):
        return "B", words
    return "C", words


def grade(laws: tuple[str, ...], table: Iterable[Score] | None = None) -> Evidence:
    """The weakest of the laws that a template rests on; a fact checked against the tables is graded A."""
    if laws == ("facts",):
        return Evidence(grade="A", because="checked against published figures, no model")
    held = tuple(table) if table is not None else scores()
    worst = max((law_grade(law, held) for law in laws), key=lambda g: g[0])
    return Evidence(grade=worst[0], because=worst[1])  # type: ignore[arg-type]
