"""Words for codes: worlds, priors, structural axes and their options, laws, units of base rates. Codes stay in the
JSON."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from overstretch.assumptions import load_priors
from overstretch.engine.interventions import INTERVENTIONS
from overstretch.engine.plan import World
from overstretch.facts.registry import entities


class LawLabel(NamedTuple):
    """A law by its name in the table of scores: what it says, the modules with its equations, the switches that turn it
    off."""

    label: str
    modules: tuple[str, ...]
    switches: tuple[str, ...]


class CountLabel(NamedTuple):
    """What a base rate is counted in; `trials`: each either had the event or had not ("12 of 20 years")."""

    one: str
    several: str
    trials: bool


@cache
def tables() -> dict[str, dict[str, Any]]:
    """labels.toml as it stands."""
    return tomllib.loads(files("overstretch.questions").joinpath("labels.toml").read_text(encoding="utf-8"))


def plain(code: str) -> str:
    """A code without declared words, such as a parameter of a user's own: its words apart."""
    return code.replace("_", " ").replace(".", ": ").strip()


def factor(code: str) -> str:
    """Words for a drawn parameter, an ally's will, or a structural axis, with the axis's options where they follow a
    colon."""
    name, _, options = code.partition(": ")
    if name.startswith("will_") and name.removeprefix("will_") in entities():
        return f"political will of {entities()[name.removeprefix('will_')].name}"
    words = tables()["priors"].get(name) or tables()["axes"].get(name) or plain(name)
    return f"{words}: {' or '.join(option(o) for o in options.split(' or '))}" if options else str(words)


def option(code: str) -> str:
    """Words for one option of a structural axis."""
    return str(tables()["options"].get(code, plain(code)))


def world(one: World) -> str:
    """A world as a clause: 'every ally keeps the pledge'."""
    if not one.interventions:
        return "nothing is changed"
    clauses = []
    for change in one.interventions:
        words = INTERVENTIONS[change.name].words
        clauses.append(words.format(*(_argument(a) for a in change.arguments)))
    return " and ".join(clauses)


def _argument(value: float | int | str) -> str:
    return entities()[value].name if isinstance(value, str) and value in entities() else f"{value}"


def law(code: str) -> LawLabel:
    """Words, modules and switches of a law; one that is not declared has its name alone."""
    entry = tables()["laws"].get(code)
    if entry is None:
        return LawLabel(plain(code), (), ())
    return LawLabel(entry["label"], tuple(entry["modules"]), tuple(entry["switches"]))


def counted_in(unit: str | None) -> CountLabel:
    """How the unit of a base rate is written."""
    entry = tables()["units"].get(unit or "")
    return (
        CountLabel(entry["one"], entry["several"], entry["trials"])
        if entry
        else CountLabel(unit or "", unit or "", False)
    )


def unit_of(code: str) -> str:
    """The unit of a prior, empty for what is none."""
    prior = load_priors().get(code)
    return prior.unit if prior else ""
