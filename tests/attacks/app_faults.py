"""Loaded in the process of the long jobs: every job that simulates fails by a fault of ours."""

from __future__ import annotations


def prepare() -> None:
    from overstretch import jobs

    jobs.check = jobs.ask = works


def works(*_: object, **__: object) -> None:
    raise RuntimeError("a fault of ours")
