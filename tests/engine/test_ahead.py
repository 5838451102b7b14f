"""The base world, simulated while statements are read: the same futures, errors raised where they are asked for."""

from __future__ import annotations

import threading

import pytest
import xarray as xr

from overstretch import facts
from overstretch.engine import executables
from overstretch.engine import run as engine_run
from overstretch.engine.interventions import parse
from overstretch.engine.plan import Plan, World
from overstretch.engine.run import run
from overstretch.errors import InputError
from overstretch.jobs.ahead import BaseWorld

PLAN = Plan(2040, (World((parse("oil(40)"),)),))


def base_world(prepared, futures: int) -> BaseWorld:
    known = facts.load().as_of(prepared.as_of.isoformat())
    return BaseWorld(prepared.system, known, prepared.as_of, futures, 1)


def test_it_makes_the_futures_of_a_run(prepared) -> None:
    told: list[float] = []
    with base_world(prepared, 1100) as base:
        tree = base.with_contrasts(PLAN, lambda _, done: told.append(done))
    expected = run(prepared, PLAN, 1100)
    assert told == sorted(told) and told[-1] == pytest.approx(1.0)
    assert tree.attrs == expected.attrs and list(tree.children) == list(expected.children)
    for node in expected.children:
        xr.testing.assert_identical(tree[node].to_dataset(), expected[node].to_dataset())


def test_its_error_is_raised_where_it_is_asked_for(prepared) -> None:
    with base_world(prepared, 0) as base, pytest.raises(InputError, match="futures must lie"):
        base.with_contrasts(PLAN, lambda *_: None)


def test_it_stops_when_it_is_no_longer_wanted(prepared, monkeypatch) -> None:
    simulating, asked, blocks = threading.Event(), threading.Event(), 40

    def worlds(prepared, wanted, seed, off, progress, before_compiling):
        simulating.set()
        for block in range(blocks):
            assert asked.wait(20)
            progress("simulate", block / blocks)
        raise AssertionError("it went on to the end")

    monkeypatch.setattr(engine_run, "worlds", worlds)
    base = base_world(prepared, 1024)
    with pytest.raises(InputError, match="unreadable"), base:
        assert simulating.wait(60)
        threading.Timer(0.2, asked.set).start()
        raise InputError("unreadable article")
    assert not base._thread.is_alive()
    assert isinstance(base._fault, InterruptedError)


def test_it_compiles_nothing_before_it_is_asked(prepared, monkeypatch, tmp_path) -> None:
    """Compiling cannot be stopped, and an unreadable article is to end the job at once."""
    monkeypatch.setattr(executables, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(executables, "_LOADED", {})
    looked = threading.Event()
    monkeypatch.setattr(executables, "_read", lambda *_: looked.set())
    monkeypatch.setattr(executables, "_compiled", lambda *_: pytest.fail("it compiled"))
    base = base_world(prepared, 1024)
    with pytest.raises(InputError, match="unreadable"), base:
        assert looked.wait(60)
        raise InputError("unreadable article")
    assert not base._thread.is_alive() and isinstance(base._fault, InterruptedError)
