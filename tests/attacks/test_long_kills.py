"""The long attack, second part: kills. By name: pytest -s -m slow tests/attacks/test_long_kills.py.

`run`, `check`, the writing of a report and `facts update`, each killed at moments drawn by a fixed seed: half of them
anywhere, half while it writes.
"""

from __future__ import annotations

import json
import pickle
import random
import shutil
import sys
import time
from pathlib import Path

import pytest
from long import START, Command, number, told

from overstretch import facts, jobs
from overstretch.jobs.output import write_check
from overstretch.jobs.place import held

sys.path.insert(0, str(Path(__file__).parents[1] / "facts"))
import facts_files

pytestmark = pytest.mark.slow
CHAIN = 3  # kills of one run before it may end
FUTURES = 4096
SENTENCE = "PARIS - The minister said that Germany will spend 3.5% of GDP on defence by 2029."


def chunks(folder: Path) -> dict[str, bytes]:
    """The stored arrays: every file under a folder `c` of the store."""
    held = {p.relative_to(folder): p for p in folder.rglob("*") if p.is_file()}
    found = {str(name): p.read_bytes() for name, p in held.items() if "c" in name.parts}
    assert found
    return found


def moment(rng: random.Random, whole: float, writing: float, sign):
    """Seconds and the sign from which they count: anywhere, or from the first thing that is written on."""
    return (rng.uniform(0, whole), lambda: True) if rng.random() < 0.5 else (rng.uniform(0, writing), sign)


def timed(command: Command, sign) -> tuple[float, float]:
    """The seconds that a command took, whole and from the sign on."""
    while command.process.is_alive() and not sign():
        time.sleep(0.005)
    seen = time.monotonic() - command.began
    whole = command.finished()
    return whole, whole - seen


def test_a_killed_run_resumes_to_the_same_bits(tmp_path):
    words, first = ("run", "--futures", FUTURES, "--resume", "--out"), tmp_path / "whole"
    Command(tmp_path, *words, tmp_path / "compiled").finished()
    times = timed(Command(tmp_path, *words, first), first.exists)
    rng, right, kills, runs = random.Random(2), chunks(first), 0, 0
    while kills < number(60):
        folder = tmp_path / f"run-{runs}"
        for _ in range(CHAIN):
            kills += Command(tmp_path, *words, folder).killed(*moment(rng, *times, folder.exists))
        Command(tmp_path, *words, folder).finished()
        assert chunks(folder) == right
        shutil.rmtree(folder)
        runs += 1
        told(f"run: {kills} kills, {runs} runs resumed to the same bits")


def whole_result(out: Path, right: dict[str, bytes]) -> None:
    """A folder with every file of a result, each to its end."""
    assert {path.name for path in out.iterdir()} == {*right, "articles"}
    for name in ("statements.json", "verdicts.json", "claimreview.jsonld", "report.html"):
        assert (out / name).read_bytes() == right[name], name
    assert json.loads((out / "run.json").read_bytes())["digests"] == json.loads(right["run.json"])["digests"]
    assert len((out / "futures.nc").read_bytes()) == len(right["futures.nc"])


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def neighbours(out: Path) -> list[str]:
    return [path.name for path in out.parent.glob(f".{out.name}*")]


def test_a_killed_check_leaves_the_earlier_result_or_the_new_one(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    out = tmp_path / "out"
    words = ("check", tmp_path / "a.txt", "--as-of", "now", "--futures", 1024, "--out", out)

    def written() -> bool:
        return any(name.endswith(".part") for name in neighbours(out))

    Command(tmp_path, *words).finished()
    times = timed(Command(tmp_path, *words), written)
    rng, right, kills = random.Random(3), files(out), 0
    while kills < number(40):
        kills += Command(tmp_path, *words).killed(*moment(rng, *times, written))
        with held(out):  # what the next writer does first: what lay beside is put back
            whole_result(out, right)
        assert neighbours(out) == []
        told(f"check: {kills} kills, each time a whole result")
    Command(tmp_path, *words).finished()
    whole_result(out, right)


def write_for_ever(pickled: str, out: str) -> None:
    result = pickle.loads(Path(pickled).read_bytes())
    with held(Path(out)):
        while True:
            write_check(result, Path(out))


def make(pickled: str, article: str) -> None:
    Path(pickled).write_bytes(pickle.dumps(jobs.check([article], as_of="now", futures=1024)))


def test_a_killed_writing_of_a_report_leaves_a_whole_one(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    out, pickled = tmp_path / "out", tmp_path / "result"
    making = START.Process(target=make, args=(str(pickled), str(tmp_path / "a.txt")))
    making.start()
    making.join()
    write_check(pickle.loads(pickled.read_bytes()), out)
    rng, right, kills = random.Random(5), files(out), 0
    while kills < number(40):
        writer = START.Process(target=write_for_ever, args=(str(pickled), str(out)))
        writer.start()
        while not any(name.endswith(".part") for name in neighbours(out)):
            assert writer.is_alive()
            time.sleep(0.002)
        writer.join(rng.uniform(0, 6))
        writer.kill()
        writer.join()
        kills += 1
        with held(out):
            whole_result(out, right)
        assert neighbours(out) == []
        told(f"report: {kills} kills, each time a whole one")


def test_a_killed_update_leaves_whole_editions(tmp_path, monkeypatch):
    base, data, file = facts.load(), tmp_path / "data", tmp_path / "weo.txt"
    monkeypatch.setenv("OVERSTRETCH_DATA", str(data))
    editions, words = data / "editions", ("facts", "update", "imf", "--file", file, "--published")

    def begun() -> bool:
        return any(path.suffix == ".part" for path in editions.glob(".*"))

    file.write_bytes(facts_files.weo_file(base, factor=1.01))
    Command(tmp_path, *words, "2026-04-14").finished()
    shutil.copytree(data, tmp_path / "before")
    file.write_bytes(facts_files.weo_file(base, factor=1.02))
    whole, writing = timed(Command(tmp_path, *words, "2026-10-13"), begun)
    rng, right, kills, rounds = random.Random(4), files(editions), 0, 0
    assert len(right) == 2
    while kills < number(40):
        shutil.rmtree(data)
        shutil.copytree(tmp_path / "before", data)
        for _ in range(CHAIN):
            kills += Command(tmp_path, *words, "2026-10-13").killed(*moment(rng, whole, max(writing, 0.05), begun))
            held = {path.name: path.read_bytes() for path in editions.glob("[!.]*")}
            assert held.items() <= right.items() and held
            assert len(facts.load().as_of("2026-04-14").series("gdp_growth", "POL"))
        Command(tmp_path, *words, "2026-10-13").finished()
        assert {path.name: path.read_bytes() for path in editions.glob("[!.]*")} == right
        rounds += 1
        told(f"facts update: {kills} kills, {rounds} times the new edition beside the earlier one")
