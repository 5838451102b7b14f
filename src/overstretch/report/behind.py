"""What stands behind an answer: the laws with their equations, the priors, the figures they start from, the switches
that take them out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from markupsafe import Markup

from overstretch.assumptions import Prior, load_priors
from overstretch.claims.grounds import laws_of
from overstretch.claims.record import Verdict
from overstretch.errors import InputError
from overstretch.facts.registry import variables
from overstretch.model.registry import WIRING
from overstretch.questions import labels
from overstretch.questions.text import parse
from overstretch.report import equations, wording

# Laws behind the report's sections of charts and tables, by the section's anchor.
SECTIONS: dict[str, tuple[str, ...]] = {
    "allies": ("defence", "united_states", "review", "finance", "economy"),
    "alliance": ("alliance", "united_states", "perception"),
    "russia": ("war_economy", "economy", "defence"),
    "forces": ("forces", "war"),
    "ruler": ("leaders", "alliance"),
}


@dataclass(frozen=True)
class Link:
    """A name that leads to a place of the same page."""

    anchor: str
    words: str


@dataclass(frozen=True)
class Behind:
    """What one answer rests on: laws (anchor and title), variables of the facts, switches by code."""

    laws: tuple[Link, ...]
    figures: tuple[Link, ...]
    switches: tuple[str, ...]


@dataclass(frozen=True)
class PriorRow:
    """One prior as it is printed."""

    name: str
    words: str
    figures: str
    shape: str
    unit: str
    reference: str
    enters: str


@dataclass(frozen=True)
class LawSheet:
    """One law: its equations, those of its priors that answers hang on (`rest`: how many others it has), its switches,
    what it leaves out."""

    name: str
    title: str
    opening: Markup
    equations: tuple[tuple[str, Markup], ...]
    priors: tuple[PriorRow, ...]
    switches: tuple[tuple[str, str], ...]
    rest: int
    ignores: str


def behind(verdict: Verdict) -> Behind:
    """What a verdict rests on, by its question's laws and the laws of its drivers.

    Nothing for what the tables alone settle, and for a question that this version does not know (a file of another's).
    """
    try:
        codes = laws_of(parse(verdict.question)) if verdict.probability is not None else ()
    except InputError:
        codes = ()
    declared = [labels.law(code) for code in codes]
    names = [module for law in declared for module in law.modules]
    names += [load_priors()[d.name].law for d in verdict.drivers or () if d.name in load_priors()]
    chosen = [name for name in dict.fromkeys(names) if name in _modules()]
    figures = dict.fromkeys(code for name in chosen for code in _modules()[name]["facts"])
    switches = dict.fromkeys(s for law in declared for s in law.switches)
    return Behind(law_links(chosen), tuple(_figure(code) for code in figures), tuple(switches))


def law_links(names: tuple[str, ...] | list[str]) -> tuple[Link, ...]:
    """Links to the sheets of laws."""
    return tuple(Link(f"law-{name}", _modules()[name]["title"]) for name in names)


def sheets(names: Collection[str], drivers: Collection[str], as_of: date) -> list[LawSheet]:
    """The laws of these names, in the order in which labels.toml declares them, with those of their priors that are
    drivers."""
    return [_sheet(name, about, drivers, as_of) for name, about in _modules().items() if name in names]


@cache
def _modules() -> Mapping[str, dict[str, Any]]:
    return labels.tables()["modules"]


def _figure(code: str) -> Link:
    return Link(f"figure-{code}", variables()[code].description)


def _sheet(name: str, about: dict[str, Any], drivers: Collection[str], as_of: date) -> LawSheet:
    own = [p for p in load_priors().values() if p.law == name]
    shown = [p for p in own if p.name in drivers]
    return LawSheet(
        name=name,
        title=about["title"],
        opening=equations.paragraphs(WIRING.about[name]),
        equations=tuple((law.name, equations.html(law)) for law in WIRING.laws[name]),
        priors=tuple(_prior_row(p, as_of) for p in shown),
        switches=tuple((code, WIRING.switches[code].without) for code in WIRING.switches_of(name)),
        rest=len(own) - len(shown),
        ignores=about["ignores"],
    )


def _prior_row(prior: Prior, as_of: date) -> PriorRow:
    prior = prior.at(as_of)
    low, middle, high = prior.quantile(np.array([0.05, 0.5, 0.95]), as_of)
    figures = wording.significant(float(middle))
    if prior.distribution != "constant":
        figures += f" ({wording.significant(float(low))} to {wording.significant(float(high))})"
    shape = f"{prior.distribution} ({', '.join(f'{v:g}'.replace('-', wording.MINUS) for v in prior.values)})"
    if prior.linked is not None:
        shape += f", correlation {prior.linked.correlation:g} with {prior.linked.prior}"
    enters = ", ".join(WIRING.enters(prior.name))
    return PriorRow(prior.name, labels.factor(prior.name), figures, shape, prior.unit, prior.reference, enters)
