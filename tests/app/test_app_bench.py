"""The process of the long jobs: values, faults, stops and memory."""

from __future__ import annotations

import time

import pytest
import stand_in

from overstretch.app import bench as benches
from overstretch.app.bench import Bench, Broken, memory, memory_alone
from overstretch.app.work import Stopped, Workshop
from overstretch.errors import InputError


@pytest.fixture(scope="module")
def plain():
    made = Bench(stand_in.nothing)
    yield made
    made.close()


def quiet(stage: str, done: float) -> None:
    """A progress that lets everything go on."""


def test_a_task_gives_its_value_and_what_it_tells(plain):
    told, stages = [], []
    value = plain.do(stand_in.double, 21, progress=lambda *one: stages.append(one), told=told.append)
    assert value == 42 and told == ["a card"] and stages[0] == ("starting", 0.0)


@pytest.mark.parametrize(
    ("task", "fault", "words"),
    [
        (stand_in.refuse, InputError, "no such thing"),
        (stand_in.fail, Broken, "a fault of ours"),
        (stand_in.die, Broken, "ended unexpectedly"),
    ],
)
def test_a_fault_is_handed_over_and_the_next_task_is_done(plain, task, fault, words):
    with pytest.raises(fault, match=words):
        plain.do(task, progress=quiet)
    assert plain.do(stand_in.double, 1, progress=quiet) == 2


def test_a_task_that_reports_nothing_is_ended_at_once_all_the_same(plain):
    shop = Workshop(limit=1.0)
    plain.do(stand_in.double, 1, progress=quiet)
    began = time.monotonic()
    with pytest.raises(Stopped, match="longer than 1 s"):
        shop.submit(lambda progress: plain.do(stand_in.sleep, progress=progress)).result.result(30)
    assert time.monotonic() - began < 20
    job = shop.submit(lambda progress: plain.do(stand_in.sleep, progress=progress))
    job.cancel()
    with pytest.raises(Stopped, match="cancelled"):
        job.result.result(30)


def test_memory_that_a_job_leaves_is_given_back(plain, monkeypatch):
    plain.do(stand_in.double, 1, progress=quiet)
    kept = plain.memory + 150_000_000  # what the process takes of itself differs from machine to machine
    monkeypatch.setattr(benches, "KEPT_MEMORY", kept)
    first = plain.do(stand_in.process, progress=quiet)
    assert plain.do(stand_in.process, progress=quiet) == first
    plain.do(stand_in.grow, 350, progress=quiet)
    assert plain.do(stand_in.process, progress=quiet) != first
    assert plain.memory < kept


def test_a_job_is_stopped_where_the_app_would_hold_too_much(plain, monkeypatch):
    monkeypatch.setattr(benches, "MOST_MEMORY", 2**40)
    plain.do(stand_in.double, 1, progress=quiet)
    monkeypatch.setattr(benches, "MOST_MEMORY", memory_alone())
    with pytest.raises(Stopped, match="GB of memory"):
        plain.do(stand_in.sleep, progress=quiet)


def test_memory_counts_what_the_process_started(plain):
    plain.do(stand_in.double, 1, progress=quiet)
    assert memory() >= memory_alone() + plain.memory - 5_000_000 > memory_alone() > 10_000_000


def test_a_closed_bench_starts_nothing():
    made = Bench(stand_in.nothing)
    made.close()
    made.start()
    assert made.memory == 0
    with pytest.raises(Broken):
        made.do(stand_in.double, 1, progress=quiet)
