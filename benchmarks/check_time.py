"""How long `overstretch check` and `overstretch run` take as whole processes, and how much memory: first run, later
runs, `--help`.

    python benchmarks/check_time.py                      (the example that ships)
    python benchmarks/check_time.py first.txt second.txt
    python benchmarks/check_time.py --json               (for other programs)

*Cold* starts with an empty compile cache, *warm* with the one that the cold run left. Files are in the system's own
cache in both. Peak memory is the largest resident set of the process.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

OVERSTRETCH = Path(sys.executable).with_name("overstretch")


class Measured(NamedTuple):
    what: str
    seconds: float
    peak_mb: float


def measure(what: str, arguments: list[str], cache: Path) -> Measured:
    """One whole process: wall seconds from start to end, and its peak resident set in MB."""
    environment = os.environ | {"OVERSTRETCH_CACHE": str(cache)}
    start = time.perf_counter()
    process = subprocess.Popen(
        [OVERSTRETCH, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"overstretch {' '.join(arguments)} ended with {process.returncode}: {complaint.decode()}")
    # ru_maxrss is in kilobytes on Linux, in bytes on macOS
    return Measured(what, seconds, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def measure_all(articles: list[str], futures: int, repeats: int) -> list[Measured]:
    """--help, one cold check and `repeats` warm ones, the same for run."""
    with tempfile.TemporaryDirectory() as folder:
        cache, out = Path(folder) / "cache", Path(folder) / "out"
        check = ["check", *articles, "--futures", str(futures), "--out", str(out)]
        found = [measure("overstretch --help", ["--help"], cache) for _ in range(repeats)]
        found.append(measure("check, cold", check, cache))
        found += [measure("check, warm", check, cache) for _ in range(repeats)]
        run = ["run", "nato-russia", "--futures", str(futures)]
        found.append(measure("run, cold", run, Path(folder) / "another cache"))
        return found + [measure("run, warm", run, cache) for _ in range(repeats)]


def machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").split("\n\n")[0], formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("articles", nargs="*", default=["example"], help="articles to check")
    parser.add_argument("--futures", type=int, default=10_240)
    parser.add_argument("--repeats", type=int, default=2, help="warm runs, and runs of --help")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    found = measure_all(given.articles, given.futures, given.repeats)
    if given.json:
        print(json.dumps({"machine": machine(), "futures": given.futures, "measured": [m._asdict() for m in found]}))
        return
    print(f"{machine()}; {given.futures:,} futures; {', '.join(Path(a).name for a in given.articles)}\n")
    print("| what | seconds | peak MB |\n|---|---|---|")
    for row in found:
        print(f"| {row.what} | {row.seconds:.2f} | {row.peak_mb:.0f} |")


if __name__ == "__main__":
    main()
