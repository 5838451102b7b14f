"""The engine itself: one block program, whatever carries it."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import overstretch
from overstretch.engine import executables, replay
from overstretch.engine.merge import merge
from overstretch.engine.plan import BASE, Intervention, Plan, World
from overstretch.engine.preview import Preview
from overstretch.engine.reading import counted, fan, summary
from overstretch.engine.replay import Place, first_nonfinite, parse_places
from overstretch.engine.run import run
from overstretch.engine.stream import compute_here, make_job, run_into
from overstretch.errors import InputError

HOLD = World((Intervention("hold_burden", (2024,)),))
FUTURES = 1500


@pytest.fixture(scope="module")
def tree(prepared):
    """In memory: 1,500 futures, 1,024 of them in a contrast world."""
    return run(prepared, Plan(2040, (HOLD,)), FUTURES, seed=2, contrast_futures=1024)


@pytest.fixture(scope="module")
def stored(prepared, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "stored"
    job = make_job(prepared, Plan(2040, (HOLD,)), FUTURES, seed=2, contrast_futures=1024)
    done = run_into(folder, job, compute=lambda job, blocks: compute_here(job, blocks[::-1]))
    assert (done.computed, done.missing, done.nonfinite) == ([1, 0], [], [])
    return folder


def test_a_store_filled_in_any_order_holds_the_bits_of_a_run_in_memory(tree, stored):
    opened = overstretch.open(stored, verify=True)
    assert list(opened.children) == list(tree.children)
    for node, child in opened.children.items():
        held = [name for name in child.to_dataset().data_vars if not str(name).startswith(("counts_", "moments_"))]
        assert len(held) > 40
        for name in held:
            np.testing.assert_array_equal(child[name].values, tree[node][name].values, err_msg=f"{node}/{name}")


def test_counted_variables_agree_with_the_run_in_memory(tree, stored):
    base, exact = overstretch.open(stored)[BASE].to_dataset(), tree[BASE].to_dataset()
    assert {"core_share", "debt_ratio", "nato_strain"} <= set(counted(base))
    found = fan(base, "core_share").sel(actor="POL")
    wanted = exact["core_share"].sel(actor="POL").quantile(found["quantile"].values, dim="future")
    np.testing.assert_allclose(found, wanted, rtol=0.03)  # a bin is 2.4% wide
    parts = summary(base, "debt_ratio").sel(actor="FRA")
    np.testing.assert_allclose(parts["mean"], exact["debt_ratio"].sel(actor="FRA").mean("future"), rtol=1e-5)
    np.testing.assert_allclose(parts["sd"], exact["debt_ratio"].sel(actor="FRA").std("future"), rtol=1e-3)


def test_few_values_lie_beyond_the_bins(stored):
    base = overstretch.open(stored)[BASE].to_dataset()
    for group in ("actor_yearly", "quarterly"):
        counts = base[f"counts_{group}"].sum("block").astype(float)
        outside = (counts.isel(bin=0) + counts.isel(bin=-1)) / counts.sum("bin")
        assert float(outside.max()) < 0.005, outside.max([d for d in outside.dims if d != group]).to_series()


def test_a_preview_answers_with_the_bits_of_a_run(prepared, tree):
    preview = Preview(prepared, seed=2)
    answer = preview.answer([Intervention("hold_burden", (2024,))])
    for name, values in answer.data_vars.items():
        np.testing.assert_array_equal(values, tree["hold_burden(2024)"][name], err_msg=str(name))
    np.testing.assert_array_equal(preview.base["core_share"], tree[BASE]["core_share"][..., :1024])
    with pytest.raises(InputError, match="unknown intervention"):
        preview.answer([Intervention("abolish_war")])


@pytest.mark.parametrize("day", ["2024-06-30", "2025-07-15", "2025-12-30", "2026-03-30", "2026-03-31", "2026-11-25"])
def test_one_executable_serves_every_world_and_cut_off(prepared_at, tree, day):
    """From any quarter of a year on, at either side of a year's end: nothing is traced, compiled or read from disk."""
    compiled = dict(executables._LOADED)
    assert compiled
    later = prepared_at(day)
    answer = Preview(later, seed=1).answer([Intervention("oil", (40,))])
    assert compiled == executables._LOADED
    assert tuple(answer["quarter"].values) == later.quarters and tuple(answer["year"].values) == later.years
    assert int(answer["nonfinite"].sum()) == 0 and float(abs(answer["urals_price"][-1] - 40.0).max()) < 1e-3


def test_two_days_with_the_same_inputs_have_the_same_futures(prepared_at):
    """No figure of the system was published in between: the digest says so, and the bits agree."""
    day, next_day = prepared_at("2025-07-03"), prepared_at("2025-07-04")
    assert day.as_of != next_day.as_of and day.inputs_digest == next_day.inputs_digest
    one, other = (Preview(prepared, seed=1).base for prepared in (day, next_day))
    for name, values in one.data_vars.items():
        np.testing.assert_array_equal(values, other[name], err_msg=str(name))


@pytest.mark.parametrize("text", ["1", "0:1024", "a:b", "0:-1", "9:0"])
def test_a_place_that_cannot_be_is_refused(text):
    with pytest.raises(InputError, match=r"accepted: BLOCK:INDEX|the last is"):
        parse_places(text, FUTURES)


def test_places_are_read():
    assert parse_places("0:17, 1:5,0:17", FUTURES) == [Place(0, 17), Place(1, 5)]


def _poison(monkeypatch, name: str, index: int) -> None:
    """Give one future of every block a parameter that is not a number, after the draws."""
    original = replay.Simulator.draws

    def draws(self, block):
        made = original(self, block)
        made.parameters[name] = made.parameters[name].copy()
        made.parameters[name][index] = np.nan
        return made

    monkeypatch.setattr(replay.Simulator, "draws", draws)


def test_nonfinite_futures_are_kept_counted_and_placed(prepared, tmp_path, monkeypatch):
    _poison(monkeypatch, "phillips_slope", 7)
    done = run_into(tmp_path / "run", make_job(prepared, Plan(2040), 1024, seed=2))
    assert done.nonfinite == [(0, 7, BASE)]
    base = overstretch.open(tmp_path / "run")[BASE]
    assert base.sizes["future"] == 1024
    assert np.flatnonzero(base["nonfinite"]).tolist() == [7]


def test_debug_names_a_draw_that_is_not_finite(prepared, monkeypatch):
    _poison(monkeypatch, "phillips_slope", 7)
    found = first_nonfinite(prepared, World(), 2, Place(0, 7))
    assert found == ("parameter phillips_slope", None, "draws")


@pytest.mark.slow
def test_debug_says_that_a_future_is_finite(prepared):
    assert first_nonfinite(prepared, World(), 2, Place(0, 17)) is None


@pytest.mark.slow
def test_debug_names_variable_actor_and_quarter(prepared, monkeypatch):
    """An infinite shock to Poland's prices in the fifth quarter shows first in what is computed from prices there."""
    original = replay.quarter_shocks

    def shocks(drawn, quarter, year):
        now = original(drawn, quarter, year)
        place = prepared.actors.index("POL")
        return now._replace(inflation=now.inflation.at[place].set(np.inf)) if int(quarter) == 4 else now

    monkeypatch.setattr(replay, "quarter_shocks", shocks)
    found = first_nonfinite(prepared, World(), 2, Place(0, 17))
    assert (found.actor, found.quarter) == ("POL", prepared.quarters[4])


@pytest.mark.slow
def test_replayed_futures_carry_their_whole_course(prepared, tree):
    places = [Place(1, 5), Place(0, 17)]
    found, differences = replay.replay(prepared, World(), 2, places)
    assert found["future"].values.tolist() == [17, 1029]
    assert found["step_debt"].dims == ("quarter", "actor", "replayed")
    exact = tree[BASE]["core_share"].sel(future=found["future"].values)
    np.testing.assert_allclose(found["core_share"], exact, rtol=2e-5)
    assert len(differences) <= 2  # another program rounds otherwise: an event may fall in another quarter, and is named


_DIGEST = """
import hashlib, sys
from datetime import date
from overstretch import facts
from overstretch.engine.plan import Intervention, Plan, World
from overstretch.engine.run import run
from overstretch.systems import load_system, prepare
import jax
prepared = prepare(load_system("nato-russia"), facts.load().as_of("2025-07-03"), date(2025, 7, 3))
tree = run(prepared, Plan(2040, (World((Intervention("hold_burden", (2024,)),)),)), 1500, seed=2, contrast_futures=1024)
hashed = hashlib.sha256()
for child in tree.children.values():
    for name in sorted(child.to_dataset().data_vars):
        hashed.update(child[name].values.tobytes())
print(len(jax.devices()), hashed.hexdigest())
"""


@pytest.mark.slow
@pytest.mark.parametrize("devices", [1, 2])
def test_another_process_with_one_or_two_devices_gives_the_same_bits(tree, devices):
    flags = f"--xla_force_host_platform_device_count={devices}"
    done = subprocess.run(
        [sys.executable, "-c", _DIGEST],
        env=os.environ | {"XLA_FLAGS": flags},
        capture_output=True,
        text=True,
        check=True,
    )
    hashed = hashlib.sha256()
    for child in tree.children.values():
        for name in sorted(child.to_dataset().data_vars):
            hashed.update(child[name].values.tobytes())
    assert done.stdout.split() == [str(devices), hashed.hexdigest()]


def _command(*words: object) -> list[str]:
    return [sys.executable, "-c", "from overstretch.cli import main; main()", "run", *map(str, words)]


@pytest.mark.slow
def test_killed_at_random_moments_a_run_ends_with_the_same_bits(tmp_path, digest):
    options = ("--futures", 6 * 1024, "--seed", 2, "--out")
    subprocess.run(_command(*options, tmp_path / "whole"), check=True, capture_output=True)
    chance = random.Random(11)
    killed = 0
    while True:
        process = subprocess.Popen(
            _command(*options, tmp_path / "broken", "--resume"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        before = len(list((tmp_path / "broken").glob("blocks/*.json")))
        while process.poll() is None and len(list((tmp_path / "broken").glob("blocks/*.json"))) <= before:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 0.6))
        if process.poll() is not None:
            break
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        killed += 1
    assert process.returncode == 0 and killed >= 1
    assert digest(tmp_path / "broken") == digest(tmp_path / "whole")


@pytest.mark.slow
def test_shares_of_two_processes_merge_to_the_bits_of_one(tmp_path, digest):
    options = ("--futures", 3500, "--seed", 2, "--do", "oil(40)", "--out")
    subprocess.run(_command(*options, tmp_path / "whole"), check=True, capture_output=True)
    shares = [tmp_path / f"share-{i}" for i in (1, 2)]
    running = [
        subprocess.Popen(_command(*options, folder, "--shard", f"{i}/2"), stdout=subprocess.DEVNULL)
        for i, folder in enumerate(shares, 1)
    ]
    assert [process.wait() for process in running] == [0, 0]
    merged = merge(shares, tmp_path / "joined")
    assert not merged.missing and len(merged.fingerprints) == 1
    assert digest(tmp_path / "joined") == digest(tmp_path / "whole")


@pytest.mark.slow
def test_control_c_says_how_to_go_on(tmp_path):
    process = subprocess.Popen(
        _command("--futures", 20 * 1024, "--out", tmp_path / "run"), stderr=subprocess.PIPE, text=True
    )
    while not list((tmp_path / "run").glob("blocks/*.json")):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "of 20 blocks are stored" in said and f"--out {tmp_path / 'run'} --resume" in said
    overstretch.open(tmp_path / "run", partial=True, verify=True)
