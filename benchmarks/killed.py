"""A long run into a store, killed once with SIGKILL on the way and resumed; then checked block by block.

    python benchmarks/killed.py [--futures 1024000] [--at 0.4] [--folder DIR]

Each of the two processes is measured by itself. Afterwards every chunk is compared with its checksum, and some blocks
from before and after the kill are computed once more and compared to the bit.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from timing import machine, table, versions

from overstretch.engine.plan import BLOCK
from overstretch.engine.request import Request
from overstretch.engine.store import Store
from overstretch.engine.stream import compute_here, run_into

COMMAND = """
import sys
from datetime import date
from pathlib import Path
from overstretch.engine.request import Request, store_run
request = Request("nato-russia", date(2025, 7, 3), futures=int(sys.argv[1]))
store_run(request, Path(sys.argv[2]), resume=sys.argv[3] == "resume")
"""


def start(futures: int, folder: Path, resume: bool) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", COMMAND, str(futures), str(folder), "resume" if resume else "new"])


def wait(process: subprocess.Popen) -> tuple[int, float, float]:
    """Return code, peak resident MB, processor seconds."""
    _, status, used = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), used.ru_maxrss / 1e3, used.ru_utime + used.ru_stime


def stored(folder: Path) -> list[int]:
    return sorted(int(path.stem) for path in (folder / "blocks").glob("*.json"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--futures", type=int, default=1_024_000)
    parser.add_argument("--at", type=float, default=0.4, help="share of the blocks stored when the run is killed")
    parser.add_argument("--folder", type=Path, help="where the store goes; kept (default: a temporary folder)")
    given = parser.parse_args()
    print(f"{machine()}; {versions(['overstretch', 'jax', 'jaxlib'])}\n", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary) / "run"
        blocks = -(-given.futures // BLOCK)
        began = time.perf_counter()
        process = start(given.futures, folder, resume=False)
        while process.poll() is None and (not folder.exists() or len(stored(folder)) < given.at * blocks):
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        rows = []
        code, peak, processor = wait(process)
        before = stored(folder)
        rows.append(
            ("killed", code, len(before), f"{time.perf_counter() - began:.0f}", f"{processor:.0f}", f"{peak:,.0f}")
        )
        print(rows[-1], flush=True)
        began = time.perf_counter()
        code, peak, processor = wait(start(given.futures, folder, resume=True))
        after = [block for block in stored(folder) if block not in before]
        rows.append(
            ("resumed", code, len(after), f"{time.perf_counter() - began:.0f}", f"{processor:.0f}", f"{peak:,.0f}")
        )
        print(table(["process", "exit code", "blocks", "s", "processor s", "peak MB"], rows), flush=True)

        store = Store.open(folder)
        damaged = store.verify(store.blocks)
        job = Request("nato-russia", date(2025, 7, 3), futures=given.futures).job()
        store.check_same(job.settings)
        chosen = [before[0], before[-1], after[0], after[-1]]
        records = {record.block: record for record in store.records()}
        again = Path(temporary) / "again"
        run_into(again, job, compute=lambda job, todo: compute_here(job, chosen))
        other = Store.open(again)
        same = [records[record.block] == record for record in other.records()]
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e9
        print(
            f"\n{len(records):,} of {blocks:,} blocks stored, {size:.1f} GB, {len(damaged)} damaged; of blocks "
            f"{chosen}, computed once more, "
            f"{sum(same)} of {len(same)} have the same bits."
        )


if __name__ == "__main__":
    main()
