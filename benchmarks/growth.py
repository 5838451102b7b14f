"""Time, memory and start-up of runs: growth with the number of futures, compile time cold and cached, a slider's
preview.

    python benchmarks/growth.py [--futures 1024 10240 102400 1024000] [--plot docs/images/speed-growth.svg]

Each number of futures is a process of its own that runs into a store (`overstretch run`), with a filled compile cache.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timing import machine, table, versions

RUN = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
start = time.perf_counter()
from overstretch.engine.request import Request, store_run
from overstretch.engine.device import compile_cache
store_run(Request("nato-russia", date(2025, 7, 3), futures=int(sys.argv[1])), Path(sys.argv[2]))
size = sum(p.stat().st_size for p in Path(sys.argv[2]).rglob("*") if p.is_file())
print(json.dumps({"futures": int(sys.argv[1]), "seconds": time.perf_counter() - start,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, "store_mb": size / 1e6, **compile_cache()}))
"""
PREVIEW = """
import json, time
from overstretch.engine.interventions import parse
from overstretch.engine.preview import Preview
start = time.perf_counter(); preview = Preview(); preview.base; first = time.perf_counter() - start
times = []
for points in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
    start = time.perf_counter(); preview.answer([parse(f"spend(DEU, {points})")]); times.append(time.perf_counter() - start)
print(json.dumps({"first": first, "best": min(times), "median": sorted(times)[len(times) // 2]}))
"""


def in_process(code: str, cache: Path, *arguments: str) -> dict[str, float]:
    """The JSON that a fresh Python prints last."""
    environment = os.environ | {"OVERSTRETCH_CACHE": str(cache)}
    done = subprocess.run([sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def plot(rows: list[dict[str, float]], path: Path) -> None:
    """Seconds and peak memory over futures, both axes logarithmic, as SVG."""
    import altair as alt
    import pandas as pd

    data = pd.DataFrame(rows)
    charts = [
        alt.Chart(data, width=280, height=220)
        .mark_line(point=True, color="#1f4e79")
        .encode(
            alt.X("futures:Q", scale=alt.Scale(type="log"), title="futures"),
            alt.Y(f"{column}:Q", scale=alt.Scale(type="log", domainMin=low, nice=True), title=title),
        )
        for column, title, low in (("seconds", "seconds of the whole process", 1), ("peak_mb", "peak memory, MB", 100))
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    alt.hconcat(*charts).save(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--futures", type=int, nargs="*", default=[1024, 10_240, 102_400, 1_024_000])
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    print(f"{machine()}; {versions(['overstretch', 'jax', 'jaxlib'])}\n")
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        cold = in_process(RUN, cache, "1024", f"{folder}/cold")
        warm = min((in_process(RUN, cache, "1024", f"{folder}/warm{k}") for k in range(3)), key=lambda r: r["seconds"])
        print(
            f"1,024 futures, whole process: {cold['seconds']:.1f} s with an empty compile cache, {warm['seconds']:.1f} "
            "s with a filled one.\n"
        )
        rows = []
        for futures in given.futures:
            began = time.perf_counter()
            rows.append(in_process(RUN, cache, str(futures), f"{folder}/{futures}"))
            print(f"{futures:,}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
        shown = [
            (
                f"{r['futures']:,}",
                f"{r['seconds']:.1f}",
                f"{r['futures'] / r['seconds']:,.0f}",
                f"{r['peak_mb']:,.0f}",
                f"{r['store_mb']:,.0f}",
            )
            for r in rows
        ]
        print(table(["futures", "s", "futures/s", "peak MB", "store MB"], shown))
        preview = in_process(PREVIEW, cache)
        print(
            f"\nPreview (1,024 futures, one intervention): first {preview['first']:.1f} s, then "
            f"{preview['median']:.2f} s (median), {preview['best']:.2f} s at best."
        )
    if given.plot:
        plot(rows, given.plot)


if __name__ == "__main__":
    main()
