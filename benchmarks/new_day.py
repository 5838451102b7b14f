"""What a new day costs: other cut-offs, with other start quarters, in a process that has run one already.

    python benchmarks/new_day.py                              (this checkout)
    python benchmarks/new_day.py --against ../another-checkout (beside it, rounds interleaved)

Facts and systems are prepared beforehand and not counted; the compile cache is empty at the start. Processor seconds
count all threads. Figures are given as ratios, as other programs move them less than the seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from timing import machine, table, versions

HERE = Path(__file__).resolve().parents[1]
FIRST, *NEW = ("2025-07-03", "2025-10-15", "2026-01-15", "2026-03-31")  # one starts in each quarter of a year
WORKER = """
import sys, time
from datetime import date
from overstretch import facts
from overstretch.engine.device import compile_cache
from overstretch.engine.plan import Plan
from overstretch.engine.run import run
from overstretch.systems import load_system, prepare

held, system, futures = facts.load(), load_system("nato-russia"), int(sys.argv[1])
prepared = {day: prepare(system, held.as_of(day), date.fromisoformat(day)) for day in sys.argv[2:]}
print("ready", flush=True)
for line in sys.stdin:
    before, wall, processor = sum(compile_cache().values()), time.perf_counter(), time.process_time()
    run(prepared[line.strip()], Plan(2040), futures)
    spent = time.perf_counter() - wall, time.process_time() - processor
    print(*spent, sum(compile_cache().values()) - before, flush=True)
"""


class Process:
    """A process of one checkout that runs a day when told to."""

    def __init__(self, checkout: Path, futures: int, cache: str) -> None:
        environment = os.environ | {"PYTHONPATH": str(checkout / "src"), "OVERSTRETCH_CACHE": cache}
        command = [sys.executable, "-c", WORKER, str(futures), FIRST, *NEW]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(command, env=environment, text=True, **pipes)
        self._answer()

    def _answer(self) -> str:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"a process ended with {self.process.wait()}")
        return line

    def run(self, day: str) -> tuple[float, float, int]:
        """Wall seconds, processor seconds, and programs that were not at hand in the process."""
        assert self.process.stdin
        self.process.stdin.write(f"{day}\n")
        self.process.stdin.flush()
        wall, processor, programs = self._answer().split()
        return float(wall), float(processor), int(programs)


def least(found: list[tuple[float, float, int]]) -> tuple[float, float]:
    return min(f[0] for f in found), min(f[1] for f in found)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").split("\n\n")[0], formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("--against", type=Path, help="another checkout")
    parser.add_argument("--futures", type=int, default=10_240)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    print(f"{machine()}; {versions(['jax', 'jaxlib'])}; {given.futures:,} futures\n")
    checkouts = {"this": HERE} | ({"the other": given.against.resolve()} if given.against else {})
    with tempfile.TemporaryDirectory() as folder:
        processes = {
            name: Process(path, given.futures, str(Path(folder) / str(k)))
            for k, (name, path) in enumerate(checkouts.items())
        }
        first = {name: process.run(FIRST) for name, process in processes.items()}
        warm: dict[str, list] = {name: [] for name in processes}
        new: dict[str, list] = {name: [] for name in processes}
        for k in range(given.repeats):
            for name, process in processes.items():
                warm[name].append(process.run(FIRST))
                new[name] += [process.run(day) for day in NEW[k : k + 1]]
        for process in processes.values():
            process.process.stdin.close()  # type: ignore[union-attr]
            process.process.wait()
    rows = []
    for name in processes:
        base, ours = least(warm[name]), least(warm["this"])
        cold, again = (f"{x[0] / base[0]:.2f}, {x[1] / base[1]:.2f}" for x in (first[name][:2], least(new[name])))
        lacked = max(programs for _, _, programs in new[name])
        rows.append((name, cold, again, lacked, f"{base[0] / ours[0]:.2f}, {base[1] / ours[1]:.2f}"))
    head = (
        "checkout",
        "first cut-off, nothing compiled / warm run (wall, processor time)",
        "a new cut-off / warm run",
        "programs that it lacked",
        "warm run / this checkout's",
    )
    print(table(head, rows))


if __name__ == "__main__":
    main()
