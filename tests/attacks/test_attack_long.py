"""The long attack, run by name: pytest -m slow tests/attacks/test_attack_long.py (OVERSTRETCH_ATTACKS=N changes the numbers).

Mutated articles; kills of `run`, `check` and of what `facts update` writes, at moments drawn by a fixed seed.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
NUMBER = int(os.environ.get("OVERSTRETCH_ATTACKS", "0"))
RUNS, CHECKS, UPDATES = (NUMBER or full for full in (60, 40, 40))


def overstretch(*words: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", "from overstretch.cli import main; main()", *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )  # fmt: skip


def killed(process: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    _, said = process.communicate()
    assert b"Traceback" not in said, said.decode()


def spent(*words: object) -> float:
    began = time.monotonic()
    done = overstretch(*words)
    _, said = done.communicate()
    assert done.returncode == 0, said.decode()
    return time.monotonic() - began


def chunks(folder: Path) -> dict[str, bytes]:
    """The stored arrays: every file under a folder `c` of the store."""
    held = {p.relative_to(folder): p for p in folder.rglob("*") if p.is_file()}
    found = {str(name): p.read_bytes() for name, p in held.items() if "c" in name.parts}
    assert found
    return found


def test_a_killed_run_resumes_to_the_same_bits(tmp_path):
    words = ("run", "--futures", 4096, "--out")
    whole = spent(*words, tmp_path / "whole")
    rng, right = random.Random(2), chunks(tmp_path / "whole")
    for number in range(RUNS):
        folder = tmp_path / f"run-{number}"
        killed(overstretch(*words, folder), rng.uniform(0, whole))
        spent(*words, folder, "--resume")
        assert chunks(folder) == right


def test_a_killed_check_leaves_the_earlier_result_or_the_new_one(tmp_path):
    out, words = tmp_path / "out", ("check", "example", "--futures", 1024, "--out")
    whole = spent(*words, out)
    rng, right = random.Random(3), (out / "verdicts.json").read_bytes()
    for _ in range(CHECKS):
        killed(overstretch(*words, out), rng.uniform(0, 1.2 * whole))
        if out.exists():  # between two renames there may be none: then the earlier one lies beside it
            assert (out / "verdicts.json").read_bytes() == right
            json.loads((out / "run.json").read_text("utf-8"))
        else:
            assert list(tmp_path.glob(".out-*/old/verdicts.json"))
            spent(*words, out)


WRITE = """
import sys
from pathlib import Path
from overstretch.facts.update import write_atomically
for number in range(10**9):
    write_atomically(Path(sys.argv[1]), (str(number % 10) * 5_000_000).encode())
"""


def test_a_killed_update_leaves_a_whole_edition(tmp_path):
    rng, file = random.Random(4), tmp_path / "nato-2026-01-01.csv"
    for _ in range(UPDATES):
        process = subprocess.Popen([sys.executable, "-c", WRITE, str(file)])
        time.sleep(rng.uniform(0.5, 4))
        process.kill()
        process.wait()
        if file.exists():
            data = file.read_bytes()
            assert len(data) == 5_000_000 and len(set(data)) == 1
