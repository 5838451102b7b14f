"""One page per mechanism: typeset equations, priors, what its switches move, what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from overstretch.assumptions import Prior, load_priors
from overstretch.model.registry import WIRING
from overstretch.questions import labels
from overstretch.report import equations
from tools import docs_measure, docs_references
from tools.docs_text import GENERATED, plain, table

CUTOFF = date(2025, 7, 3)
MOST_MOVED = 1
LEAST_SHOWN = 0.01


def about(name: str) -> dict[str, Any]:
    """What labels.toml declares of a mechanism. Raises ValueError for one that it lacks."""
    modules = labels.tables()["modules"]
    if name not in modules:
        raise ValueError(f"questions/labels.toml: no [modules.{name}]")
    found: dict[str, Any] = modules[name]
    return found


def page(name: str) -> str:
    """A mechanism's page as Markdown."""
    parts = [
        f"# {about(name)['title']}",
        GENERATED,
        *map(plain, WIRING.about[name].split("\n\n")),
        "## Equations",
        *_equations(name),
        "## Priors",
        _priors(name),
        "## What it moves",
        _moves(name),
    ]
    parts += ["## What it leaves out", plain(about(name)["ignores"])]
    return "\n\n".join(part for part in parts if part) + "\n"


def _equations(name: str) -> list[str]:
    """The laws that have an equation, then the names of the others."""
    parts = []
    for law in WIRING.laws[name]:
        if not law.equation:
            continue
        first, *rest = law.text.split("\n\n")
        parts += [f"**{law.name}**: {plain(first)}", f'<div class="equation">{equations.mathml(law.equation)}</div>']
        parts += [docs_references.linked(text) for text in rest]
    if bare := ", ".join(f"`{law.name}`" for law in WIRING.laws[name] if not law.equation):
        parts.append(f"In words alone (`overstretch laws {name}`): {bare}.")
    return parts


def _priors(name: str) -> str:
    priors = [prior for prior in load_priors().values() if prior.law == name]
    if not priors:
        return "None of its own; it composes those of the others."
    head = ("prior", f"median (5-95%) on {CUTOFF}, unit", plain("reference ([J]: judgement)"))
    return table(head, map(_prior, priors))


def _prior(prior: Prior) -> tuple[str, ...]:
    low, middle, high = (f"{v:.3g}" for v in prior.quantile(np.array([0.05, 0.5, 0.95]), CUTOFF))
    ends = f"{low} to {high}" if low.startswith("-") or "e" in low else f"{low}–{high}"
    band = f"{middle} ({ends}), {plain(prior.unit)}" if low != high else f"{middle}, {plain(prior.unit)}"
    reference = docs_references.linked(prior.at(CUTOFF).reference)
    return f"`{prior.name}`{{#{prior.name}}}", band, reference


def _moves(name: str) -> str:
    """What each of the mechanism's switches takes out, and what that moves, as measured."""
    switches = [s for s in WIRING.switches_of(name) if WIRING.switches[s].of]
    if not switches:
        return "It has no switch of its own."
    return moved_table(switches)


def moved_table(switches: Iterable[str]) -> str:
    """A row a switch: what holds without it, and what that moves."""
    rows = [(f"`--off {s}`", plain(WIRING.switches[s].without), _moved(docs_measure.stored(), s)) for s in switches]
    return table(("switch", "without it", "[moves most](index.md#switches)"), rows)


def _moved(measured: dict[str, Any], switch: str) -> str:
    changes = measured["off"][switch]
    words = {outcome.code: outcome for outcome in docs_measure.OUTCOMES}
    large = [code for code in changes if changes[code]["change"] >= LEAST_SHOWN]
    most = sorted(large, key=lambda code: -changes[code]["change"])[:MOST_MOVED]
    rows = [
        f"{plain(words[code].words)}: {measured['on'][code]:g} → {changes[code]['mean']:g} {plain(words[code].unit)} "
        f"({changes[code]['change']:.2g} sd)"
        for code in most
    ]
    return "<br>".join(rows) or f"none of the outcomes by as much as {LEAST_SHOWN:g} sd"
