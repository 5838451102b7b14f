"""Numbered forecasts that nobody has seen the outcome of: made once, kept as they are, scored as figures arrive.

Drawn by rule: of each ally with forces whether its share of the next year stands 3% and 12% above the newest printed
estimate; of Russia and the
alliance the rows of `forecasts.toml`. What the tables settle already is left out. A file that was written is never
edited (a test holds its digest).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import log
from pathlib import Path

from scipy.stats import norm

from overstretch import shipped
from overstretch.errors import InputError, reading
from overstretch.evidence import lines
from overstretch.evidence.ledger import brier
from overstretch.evidence.ledger_drawn import SHARE
from overstretch.facts import Facts

REVISED = (-0.023, 0.07)  # mean and robust sd, in logs, of the revisions of NATO's figure for the year under way
STEPS = (1.03, 1.12)
NUMBERS = ("probability", "low", "high", "base_rate", "as_said")


@dataclass(frozen=True)
class Forecast:
    """One numbered forecast. base_rate and as_said: what the baselines give (empty: none held); resolves_by: the last
    day."""

    number: int
    question: str
    asked: str
    as_of: str
    probability: float
    low: float
    high: float
    base_rate: float | None
    as_said: float | None
    resolves_by: str
    rule: str


def questions(facts: Facts, allies: Iterable[str]) -> list[tuple[str, str, float | None]]:
    """Question, the last day on which it can be known, and what the printed figure alone gives."""
    known = facts.as_of(facts.newest)
    year = int(facts.newest[:4])
    made: list[tuple[str, str, float | None]] = []
    for ally in allies:
        if not known.has("core_share", ally):
            continue
        series = known.series("core_share", ally)
        if str(year) not in series.index:
            continue
        printed = round(float(series[str(year)]), 2)
        spread = (REVISED[1] ** 2 + SHARE[1] ** 2) ** 0.5
        for step in STEPS:
            level = round(step * printed, 2)
            said = float(norm.sf((log(level / printed) - REVISED[0]) / spread))
            made.append((f"core_share({ally}, {year + 1}) >= {level:g}", f"{year + 1}-09-30", said))
    rows = shipped.rows("evidence", "forecasts.toml")["forecast"]
    return made + [(row["question"], row["resolves_by"], None) for row in rows]


def make(facts: Facts, futures: int = 10_240, progress: Callable[[str, float], None] | None = None) -> list[Forecast]:
    """The forecasts as of the newest figures held. Raises InputError for a question that can't be answered."""
    from overstretch.claims.bench import Bench
    from overstretch.claims.judging import judged
    from overstretch.engine.run import run
    from overstretch.questions.futures.answer import plan_of
    from overstretch.questions.text import parse
    from overstretch.systems import load_system, prepare_held

    system = load_system("nato-russia")
    day = date.fromisoformat(facts.newest)
    asked = questions(facts, [a for a in system.groups.allies if a not in system.groups.unarmed])
    parsed = [parse(text) for text, _, _ in asked]
    tree = run(prepare_held(system, facts.as_of(facts.newest), day), plan_of(parsed), futures, progress=progress)
    bench = Bench(tree, facts, day)
    made = []
    for number, ((text, by, said), question) in enumerate(zip(asked, parsed, strict=True), 1):
        found = judged(question, "likely", bench, [])
        if found.probability is None or found.interval is None:
            if found.state == "settled":
                continue
            raise InputError(f"forecast {number}, {text}: {found.because}")
        made.append(
            Forecast(
                number,
                text,
                found.asked,
                facts.newest,
                found.probability,
                *found.interval,
                found.base_rate.probability if found.base_rate else None,
                said,
                by,
                found.resolution.rule,
            )
        )
    return made


def write(forecasts: Iterable[Forecast], path: Path) -> None:
    """As CSV, probabilities to four digits. Raises InputError where the file exists: a forecast is never edited."""
    if path.exists():
        raise InputError(f"{path}: exists; a forecast that was made is never edited")
    lines.write(Forecast, forecasts, path)


@dataclass(frozen=True)
class Resolved:
    """A forecast of a file or a saved check, and how it stands: outcome true, false, too close to call, or open."""

    name: str
    question: str
    as_of: str
    probability: float
    base_rate: float | None
    as_said: float | None
    outcome: str
    figure: str

    @property
    def brier(self) -> float | None:
        return brier(self.probability, self.outcome)


def load(path: str | Path) -> list[Forecast]:
    """The forecasts of a file. Raises InputError that names what is wrong."""
    file = Path(path)
    with reading(file, "give a file of forecasts or the folder of a check", "not a file of forecasts", ValueError):
        return lines.read(Forecast, file.read_text("utf-8"), NUMBERS)


def resolve(path: str | Path, facts: Facts) -> list[Resolved]:
    """How the forecasts of a file, or the answers of a saved check (its folder), stand by the newest figures held."""
    from overstretch.questions.tables.settled import settle
    from overstretch.questions.text import parse

    known = facts.as_of(facts.newest)
    found = []
    for name, question, as_of, probability, base, said in _forecasts(Path(path)):
        outcome = settle(parse(question), known, date.fromisoformat(known.day))
        over = outcome is not None and not outcome.so_far and outcome.published[:10] > as_of
        word, figure = (outcome.word, outcome.figure) if outcome is not None and over else ("open", "")
        found.append(Resolved(name, question, as_of, probability, base, said, word, figure))
    return found


def _forecasts(path: Path) -> list[tuple[str, str, str, float, float | None, float | None]]:
    if not path.is_dir():
        return [(str(f.number), f.question, f.as_of, f.probability, f.base_rate, f.as_said) for f in load(path)]
    file = path / "verdicts.json"
    faults = (ValueError, KeyError, TypeError, AttributeError)
    rows: list[tuple[str, str, str, float, float | None, float | None]] = []
    with reading(file, "give the folder of a check", "not the answers of a check", *faults):
        for number, verdict in enumerate(json.loads(file.read_text("utf-8")), 1):
            then = verdict.get("then") or {}
            source = then if then.get("probability") is not None else verdict
            if source.get("probability") is not None:
                rate = (verdict.get("base_rate") or {}).get("probability")
                rows.append(
                    (str(number), verdict["question"], source["as_of"], float(source["probability"]), rate, None)
                )
    return rows
