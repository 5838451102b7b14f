"""The ledger as it ships: dated public claims with what was given for them and what came, and how they score."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from overstretch import shipped
from overstretch.claims.grounds.track import COLUMNS, KINDS, tallied
from overstretch.evidence import lines as lines_of
from overstretch.evidence.bootstrap import Interval, cluster_interval

FEWEST = 5  # of the rarer outcome: fewer show no skill
CAME = {"true": 1.0, "false": 0.0}


def brier(probability: float | None, outcome: str) -> float | None:
    """Squared miss of a probability; None without one, or where nothing has come out yet."""
    return None if probability is None or outcome not in CAME else (probability - CAME[outcome]) ** 2


@dataclass(frozen=True, kw_only=True)
class Line:
    """One claim of the ledger, as a row of its file."""

    id: str
    kind: str
    who: str
    said: str
    said_by: str
    question: str
    printed: float | None
    step: str = ""
    part: str
    probability: float | None = None
    base_rate: float | None = None
    as_said: float | None = None
    outcome: str
    figure: str
    settled_by: str
    source: str
    address: str

    @property
    def came(self) -> float | None:
        """1 where it came about, 0 where not; None where too close to call."""
        return CAME.get(self.outcome)

    @property
    def brier(self) -> float | None:
        return brier(self.probability, self.outcome)


FILE = "ledger.csv"
NUMBERS = ("printed", "probability", "base_rate", "as_said")


def write(lines: Iterable[Line], path: Path) -> None:
    """The ledger as CSV, probabilities to four digits."""
    lines_of.write(Line, lines, path)


def write_tallies(lines: Iterable[Line], path: Path) -> None:
    """How answers came out by kind and chance, as `claims.track` reads it."""
    rows = tallied(
        (x.kind, x.probability, x.came > 0.5) for x in lines if x.probability is not None and x.came is not None
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def held() -> list[Line]:
    """The ledger that ships."""
    return lines_of.read(Line, shipped.text("evidence", f"tables/{FILE}"), NUMBERS)


@dataclass(frozen=True)
class Score:
    """Brier score of a kind in one part; rivals: the rival's score on the same lines, and the program's less it,
    resampled by whose claim it is."""

    kind: str
    n: int
    parties: int
    rarer: int
    brier: float
    rivals: dict[str, tuple[int, float, Interval]]

    @property
    def shows_skill(self) -> str:
        """'no skill can be shown' with fewer than five of the rarer outcome."""
        return "no skill can be shown" if self.rarer < FEWEST else ""


def scores(lines: Iterable[Line], part: str) -> list[Score]:
    """By kind, never pooled: against 50%, the base rate, and the claim as said with its past error."""
    found = []
    for kind in KINDS:
        kept = [line for line in lines if line.kind == kind and line.part == part and line.brier is not None]
        if not kept:
            continue
        came = sum(line.came or 0.0 for line in kept)
        rivals = {}
        for name, of in RIVALS.items():
            pairs = [(line, of(line)) for line in kept if of(line) is not None]
            if pairs:
                rivals[name] = (len(pairs), *_against(pairs))
        parties, rarer = len({line.who for line in kept}), int(min(came, len(kept) - came))
        brier = float(np.mean([line.brier for line in kept]))
        found.append(Score(kind, len(kept), parties, rarer, brier, rivals))
    return found


RIVALS: dict[str, Callable[[Line], float | None]] = {
    "always 50%": lambda line: 0.5,
    "base rate": lambda line: line.base_rate,
    "as said, with its error": lambda line: line.as_said,
}


def _against(pairs: list[tuple[Line, float | None]]) -> tuple[float, Interval]:
    """The rival's Brier score, and the program's less it by cluster: the ally, or for Russia the day."""
    groups: dict[str, list[float]] = {}
    rival = []
    for line, p in pairs:
        assert p is not None and line.came is not None and line.brier is not None
        theirs = (p - line.came) ** 2
        rival.append(theirs)
        groups.setdefault(line.who if line.kind.startswith("allies") else line.said, []).append(line.brier - theirs)
    return float(np.mean(rival)), cluster_interval([sum(g) for g in groups.values()], [len(g) for g in groups.values()])


def misses(lines: Iterable[Line], most: int = 20) -> list[Line]:
    """The program's own, the worst first."""
    scored = [line for line in lines if line.brier is not None]
    return sorted(scored, key=lambda line: (-(line.brier or 0.0), line.said, line.id))[:most]
