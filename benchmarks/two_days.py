"""What a second cut-off costs: an article as of now and as of both days, and ten articles of ten days, as ratios.

    OPENBLAS_NUM_THREADS=1 python benchmarks/two_days.py [FUTURES]

Wall time of whole jobs in one process, programs compiled before. The text is the project's own.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from overstretch import jobs

BODY = """

The defence minister of Poland said that Poland would spend 5% of GDP on defence in 2030.

"Germany's defence spending will reach 3.5% of GDP in 2029," the German chancellor said.

The prime minister of Estonia warned that Russia could rebuild its forces within five years.
"""


def article(folder: Path, day: date) -> Path:
    path = folder / f"{day}.txt"
    path.write_text(f"Money for arms\n\nWARSAW, {day.day} {day:%B %Y} -{BODY}", encoding="utf-8")
    return path


def seconds(paths: list[Path], as_of: str, futures: int) -> float:
    start = time.perf_counter()
    jobs.check(paths, futures=futures, as_of=as_of)
    return time.perf_counter() - start


def main() -> None:
    futures = int(sys.argv[1]) if len(sys.argv) > 1 else jobs.DEFAULT_FUTURES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = [article(folder, date(2025, 7, 2))]
        ten = [article(folder, date(2025, 1, 15) + timedelta(days=40 * k)) for k in range(10)]
        seconds(one, "both", futures)  # compiles
        rounds = [
            (seconds(one, "now", futures), seconds(one, "both", futures), seconds(ten, "both", futures))
            for _ in range(2)
        ]
    single, both, many = (min(times) for times in zip(*rounds, strict=True))
    print(
        f"{futures:,} futures: one cut-off {single:.1f} s; both {both / single:.2f} times that; ten articles of ten "
        f"days {many / single:.2f} times"
    )


if __name__ == "__main__":
    main()
