"""How soon people have an answer: medians of whole processes on an idle machine, beside another checkout.

    python benchmarks/first_answer.py
    python benchmarks/first_answer.py --against ../another-checkout --repeats 5
    python benchmarks/first_answer.py --articles first.txt second.txt --json times.json
    python benchmarks/first_answer.py --only run --against ../one-checkout ../another

Seconds from the start of the process: to the first verdict printed, to the sentence that follows the last one, to the
report written. The rounds of all checkouts are interleaved; each has a compile cache of its own, filled by a run
that is not counted. Processor seconds (all threads and child processes) stand beside them: they are hardly moved by
what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from timing import machine, table

ROOT = Path(__file__).resolve().parents[1]
MAIN = "import sys; sys.argv[0] = 'overstretch'; from overstretch.cli import main; main()"
MARKS = "✕✓≈○◔◑◕●–"  # what a verdict's line begins with
OVER = ("Of ", "The one claim tested", "No claim")  # the sentence that follows the last verdict
ALL = "all"
SENTENCE = "Russia will cut defence spending in 2027"


class Job(NamedTuple):
    """A command, and the moments of it that are timed, each with its aim in seconds (docs/speed.md)."""

    name: str
    words: tuple[str, ...]
    aims: dict[str, float]


def jobs(articles: list[str], out: Path) -> list[Job]:
    """The commands that people wait for."""
    check = ("check", *articles, "--out", str(out / "checked"))
    return [
        Job("--help", ("--help",), {"end": 0.4}),
        Job("ask", ("ask", SENTENCE), {"end": 7.0}),
        Job("answer pledge", ("answer", "pledge"), {"end": 8.0}),
        Job("check, one cut-off", (*check, "--as-of", "now"), {"first": 7.0, ALL: 11.0, "end": 14.0}),
        Job("check, both cut-offs", check, {ALL: 15.0, "end": 18.0}),
        Job("run", ("run", "nato-russia"), {"end": 12.0}),
    ]


def timed(checkout: Path, words: tuple[str, ...], cache: Path) -> dict[str, float]:
    """One whole process: seconds to the first verdict, to the sentence after the last, to the end; processor
    seconds."""
    environment = os.environ | {
        "OVERSTRETCH_CACHE": str(cache),
        "PYTHONPATH": str(checkout / "src"),
        "PYTHONUNBUFFERED": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    found: dict[str, float] = {}
    assert process.stdout
    for line in process.stdout:
        now = time.perf_counter() - start
        if line[:1] in MARKS:
            found.setdefault("first", now)
        if line.startswith(OVER):
            found[ALL] = now
    if process.wait():
        raise SystemExit(f"overstretch {' '.join(words)} in {checkout} ended with {process.returncode}")
    found["end"] = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found | {"processor": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


def measured(
    checkouts: list[Path], articles: list[str], repeats: int, only: list[str]
) -> dict[str, list[dict[str, list[float]]]]:
    """Job → per checkout: moment → seconds of each round."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = [job for job in jobs(articles, Path(folder)) if job.name in only]
        caches = [Path(folder) / f"cache-{number}" for number in range(len(checkouts))]
        made: dict[str, list[dict[str, list[float]]]] = {job.name: [{} for _ in checkouts] for job in wanted}
        for turn in range(repeats + 1):  # the first fills the caches
            for job in wanted:
                for number, checkout in enumerate(checkouts):
                    for moment, seconds in timed(checkout, job.words, caches[number]).items():
                        if turn:
                            made[job.name][number].setdefault(moment, []).append(seconds)
    return made


def rows(found: dict[str, list[dict[str, list[float]]]], aims: dict[str, dict[str, float]]) -> list[list[str]]:
    """A row a job and moment: aim, median, the other checkouts' and the ratios."""
    made = []
    for name, each in found.items():
        for moment, aim in (*aims[name].items(), ("processor", 0.0)):
            own, *others = [statistics.median(one[moment]) if one.get(moment) else float("nan") for one in each]
            beside = [text for other in others for text in (f"{other:.2f}", f"{own / other:.2f}")]
            made.append([name, moment, f"{aim:g}" if aim else "", f"{own:.2f}", *beside])
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument(
        "--articles", nargs="+", default=["example"], help="articles of the checks (default: the example)"
    )
    names = [job.name for job in jobs([], Path())]
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="JOB", help=", ".join(names))
    parser.add_argument(
        "--against", type=Path, nargs="+", default=[], help="other checkouts, whose runs are interleaved"
    )
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write every round to this file")
    given = parser.parse_args()
    checkouts = [ROOT, *(other.resolve() for other in given.against)]
    found = measured(checkouts, given.articles, given.repeats, given.only)
    aims = {job.name: job.aims for job in jobs(given.articles, Path())}
    print(f"{machine()}; medians of {given.repeats}; seconds\n")
    beside = [text for other in given.against for text in (other.name, "ratio")]
    print(table(["command", "to", "aim", "here", *beside], rows(found, aims)))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
