"""Labelled sentences scored: which template each reaches, with its polarity, and whether the labelled slots are right.

`python tests/claims/fresh.py build` prints every error; `... blind` prints the scores alone, so that the sentences stay blind.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from overstretch.claims.compiler import Compiled, _context, compile_one
from overstretch.claims.registry import templates
from overstretch.statements import from_text
from overstretch.statements.record import Statement

HERE = Path(__file__).parent
DAY = date(2025, 7, 3)


@cache
def _read(content: str, speaker: str) -> Statement:
    return from_text(content, speaker, DAY.isoformat())[0]


@dataclass(frozen=True)
class Labelled:
    """A sentence with its label: the templates that are right ("!" before one that is negated), and slots."""

    labels: tuple[str, ...]
    speaker: str
    modality: str
    slots: dict[str, str]
    content: str

    def compiled(self) -> Compiled:
        statement = _read(self.content, self.speaker).model_copy(update={"modality": self.modality})
        return compile_one(statement, _context(statement, {}), DAY)


def load(part: str) -> list[Labelled]:
    """The sentences of fresh_build.txt or fresh_blind.txt, or those of calibration.txt (`calibration`)."""
    name = "calibration.txt" if part == "calibration" else f"fresh_{part}.txt"
    rows = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("|")]
        if part == "calibration":
            fields.insert(3, "-")
        labels, speaker, modality, slots, content = fields
        told = {} if slots == "-" else dict(pair.split("=") for pair in slots.split())
        rows.append(Labelled(tuple(labels.split("/")), speaker, modality, told, content))
    for row in rows:
        assert {label.lstrip("!") for label in row.labels} <= {*templates(), "-"}, row
    return rows


def chosen(found: Compiled) -> str:
    """The template that was chosen, with "!" where the question is negated; "-" for none."""
    if found.proposition is None:
        return "-"
    return ("!" if found.proposition.slots["negated"] else "") + found.proposition.template


def is_right(row: Labelled, found: Compiled, polarity: bool = True) -> bool:
    """Whether one of the labels was reached; without `polarity` the template alone counts."""
    got = chosen(found)
    return got in row.labels if polarity else got.lstrip("!") in {label.lstrip("!") for label in row.labels}


def wrong_slots(row: Labelled, found: Compiled) -> dict[str, object]:
    """The labelled slots that are not as labelled."""
    if found.proposition is None:
        return {}
    got = found.proposition.slots
    return {k: got.get(k) for k, v in row.slots.items() if k in got and not _same(got[k], v)}


def _same(got: object, label: str) -> bool:
    return abs(float(got) - float(label)) < 1e-9 if isinstance(got, (int, float)) else str(got) == label


def score(rows: list[Labelled], polarity: bool = True) -> dict[str, float]:
    """Precision, recall, numbers, the share of near misses that stay unmapped, and the share of right slots."""
    done = [(row, row.compiled()) for row in rows]
    taken = [(row, found) for row, found in done if found.proposition]
    right = [(row, found) for row, found in taken if is_right(row, found, polarity)]
    testable = [row for row in rows if row.labels != ("-",)]
    labelled = sum(len(row.slots) for row, _ in right)
    return {
        "testable": len(testable),
        "taken": len(taken),
        "right": len(right),
        "recall": len(right) / len(testable),
        "precision": len(right) / max(1, len(taken)),
        "near misses taken": sum(row.labels == ("-",) for row, _ in taken),
        "of near misses": len(rows) - len(testable),
        "slots right": 1 - sum(len(wrong_slots(*pair)) for pair in right) / max(1, labelled),
        "slots labelled": labelled,
    }


def by_template(rows: list[Labelled], polarity: bool = True) -> dict[str, tuple[int, int, int]]:
    """Template → (labelled, taken, right); a sentence with two labels counts for the first, or for the one reached."""
    labelled: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        found = row.compiled()
        got = chosen(found).lstrip("!")
        good = found.proposition is not None and is_right(row, found, polarity)
        if row.labels != ("-",):
            labelled[got if good else row.labels[0].lstrip("!")] += 1
        if found.proposition:
            taken[got] += 1
            right[got] += good
    return {name: (labelled[name], taken[name], right[name]) for name in sorted({*labelled, *taken})}


if __name__ == "__main__":
    part = sys.argv[1] if len(sys.argv) > 1 else "build"
    sentences = load(part)
    against = part != "calibration"
    if part != "blind":
        for row in sentences:
            found = row.compiled()
            if chosen(found) not in row.labels if against else not is_right(row, found, False):
                print(f"{'/'.join(row.labels)} <- {chosen(found)} | {row.content} | {found.reason or ''}")
            elif bad := wrong_slots(row, found):
                print(f"  slots {bad} | {row.slots} | {row.content}")
    print({k: round(v, 3) for k, v in score(sentences, against).items()})
    if part == "blind" or "--templates" in sys.argv:
        for name, (n, took, good) in by_template(sentences, against).items():
            print(f"| `{name}` | {n} | {took} | {good} |")
