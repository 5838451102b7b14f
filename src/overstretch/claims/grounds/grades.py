"""The written rule for evidence grades, and the table of out-of-sample scores that it reads.

One row of `scores.csv` compares a law with one naive baseline in one case: mean scores of both and the 90% interval
(`lower`, `upper`) of the law's score minus the baseline's. `n` counts independent points (states, signings,
non-overlapping windows), not forecasts. The best naive baseline of a case decides it:

- won: n >= 30 and the interval lies wholly on the better side of zero;
- lost: n >= 30 and it lies wholly on the worse side;
- open: the interval holds zero;
- few: n < 30; figures and intervals, no pass mark.

Grade A: at least one case won, none lost, none open among those with n >= 30. B: at least one won, none lost. C: none
lost, none won. D: a case lost, or no score is held at all. A verdict that rests on several laws takes the worst of
their grades.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from overstretch.claims.record import Evidence
from overstretch.errors import InputError
from overstretch.questions import labels

ENOUGH = 30
# came after the rule was written: shown beside coverage, so that wide is not free, and decides nothing
SHOWN = "interval score"
COLUMNS = (
    "law",
    "case",
    "metric",
    "n",
    "model_score",
    "baseline",
    "baseline_score",
    "lower",
    "upper",
    "better",
    "source",
)
Grade = Literal["A", "B", "C", "D"]
Result = Literal["won", "lost", "open", "few"]
RESULTS: dict[Result, str] = {
    "won": "won",
    "open": "too close to call",
    "lost": "lost",
    "few": f"with too few cases to say (below {ENOUGH})",
}


@dataclass(frozen=True)
class Score:
    """One comparison of a law with a baseline; `better`: lower, higher, or nominal (coverage, never decides)."""

    law: str
    case: str
    metric: str
    n: int
    model_score: float
    baseline: str
    baseline_score: float
    lower: float
    upper: float
    better: Literal["lower", "higher", "nominal"]
    source: str


@cache
def scores() -> tuple[Score, ...]:
    """All published scores, from the table shipped with the package."""
    text = files("overstretch.claims.grounds").joinpath("scores.csv").read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise InputError(f"scores.csv: columns are {reader.fieldnames}, accepted: {list(COLUMNS)}")
    return tuple(_score(row) for row in reader)


def _score(row: dict[str, str]) -> Score:
    numbers = {k: float(row[k]) for k in ("model_score", "baseline_score", "lower", "upper")}
    return Score(**{**row, **numbers, "n": int(row["n"])})  # type: ignore[arg-type]


def laws() -> tuple[str, ...]:
    """Names of the laws that have scores."""
    return tuple(dict.fromkeys(s.law for s in scores()))


def result(score: Score) -> Result:
    """What one comparison says, by the rule in the module's docstring."""
    if score.n < ENOUGH:
        return "few"
    low, high = (score.lower, score.upper) if score.better == "lower" else (-score.upper, -score.lower)
    return "won" if high < 0 else "lost" if low > 0 else "open"


def deciding(table: Iterable[Score]) -> list[Score]:
    """For each law, case and metric the comparison with its best baseline; coverages and interval scores are left
    out."""
    best: dict[tuple[str, str, str], Score] = {}
    for s in table:
        if s.better == "nominal" or s.metric == SHOWN:
            continue
        key, sign = (s.law, s.case, s.metric), 1 if s.better == "lower" else -1
        if key not in best or sign * s.baseline_score < sign * best[key].baseline_score:
            best[key] = s
    return list(best.values())


def grade(law: str, table: Iterable[Score] | None = None) -> Evidence:
    """The grade of one law and the sentence that says why."""
    rows = [s for s in deciding(scores() if table is None else table) if s.law == law]
    results = [result(s) for s in rows]
    won, lost, unsure = (results.count(r) for r in ("won", "lost", "open"))
    words = labels.law(law).label
    if not rows:
        return Evidence(
            grade="D", because=f"{words}: not tested, no out-of-sample score is held; D is for the lack of a test"
        )
    letter: Grade = "D" if lost else "C" if not won else "B" if unsure else "A"
    tally = ", ".join(f"{results.count(r)} {RESULTS[r]}" for r in RESULTS if r in results)
    worst = next((s for s, r in zip(rows, results, strict=True) if r == "lost"), None)
    cases = "1 comparison" if len(rows) == 1 else f"{len(rows)} comparisons"
    because = f"{words}: {cases} with the best naive forecast, {tally}"
    if worst:
        figures = f"{worst.metric} {worst.model_score:.3g} against {worst.baseline_score:.3g}"
        because += f"; loses to {worst.baseline} in {worst.case} ({figures})"
    return Evidence(grade=letter, because=because)


def grade_of(names: Iterable[str], table: Iterable[Score] | None = None) -> Evidence:
    """The worst grade among several laws, with its reason: a verdict is as good as its weakest law."""
    grades = [grade(name, table) for name in names]
    if not grades:
        return Evidence(grade="D", because="rests on no law that was scored")
    return max(grades, key=lambda e: e.grade)
