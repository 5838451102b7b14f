"""Hazards of the alliance and of Russia's ruler, grade by grade, against their base rates: questions that a user can
type."""

from __future__ import annotations

from dataclasses import dataclass

import xarray as xr

from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.check import understood
from overstretch.questions.data import Happens
from overstretch.questions.futures.answer import Worlds, answered
from overstretch.questions.tables.base import BaseRate, base_rate
from overstretch.questions.tables.past import Published

YEARS = (2030, 2035)
ALLIANCE = ("alliance_strain", "article5_doubt", "us_drawdown", "ally_exit", "alliance_dissolution")
RULER = (
    "leader_exit[forced]",
    "regime_end",
    "state_collapse",
    "leader_exit[irregular]",
    "leader_exit[regular]",
    "leader_exit[natural]",
)
PLEDGE = ("keep_pledge()", "hold_burden(2024)")
BURDEN = ("sustain_rus_burden()", "rus_burden(2021)")


@dataclass(frozen=True)
class Hazard:
    """One grade: its probability by the end of each of YEARS, its base rate by the last of them, and the paired
    effect on it of the spending named in the section (None where the contrast worlds were not run)."""

    name: str
    probabilities: tuple[float, ...]
    base_rate: BaseRate | None
    effect: float | None


def alliance_hazards(futures: xr.DataTree, published: Published) -> list[Hazard]:
    """The alliance, from strain to dissolution; effect: pledge kept against burdens held at their 2024 share."""
    worlds = Worlds(futures, published)
    return [_hazard(event, PLEDGE, worlds) for event in ALLIANCE]


def leader_hazards(futures: xr.DataTree, published: Published) -> list[Hazard]:
    """Russia's ruler: ends of rule, then routes out of office; effect: burden sustained against its 2021 share."""
    worlds = Worlds(futures, published)
    return [_hazard(event, BURDEN, worlds) for event in RULER]


def _hazard(event: str, pair: tuple[str, str], worlds: Worlds) -> Hazard:
    texts = [f"happens({event}, by {year}-12)" for year in YEARS]
    asked = [understood(text) for text in texts]
    last = asked[-1]
    assert isinstance(last, Happens)
    probabilities = tuple(float(answered(question, worlds).p.mean()) for question in asked)
    return Hazard(happening(last), probabilities, base_rate(last, worlds.published), _effect(texts[-1], pair, worlds))


def _effect(text: str, pair: tuple[str, str], worlds: Worlds) -> float | None:
    """The mean paired difference between two worlds, None where these futures do not hold both."""
    if not set(pair) <= set(worlds.futures.children):
        return None
    found = answered(understood(f"effect({pair[0]} against {pair[1]}, {text}) > 0"), worlds)
    if found.difference is None:
        raise InputError(f"no difference between {pair[0]} and {pair[1]}")
    return float(found.difference.mean())


def happening(happens: Happens) -> str:
    """The event in words, without its moment."""
    about = catalogue.event(happens.event)
    return about.told(happens.how, None, "")
