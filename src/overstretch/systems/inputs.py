"""The inputs of a run: every series that it reads at a cut-off, with the laws that use it and its age."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from overstretch.defaults import REFERENCE_SYSTEM
from overstretch.errors import InputError
from overstretch.facts import Facts, Known, load
from overstretch.facts.ages import Input, status
from overstretch.facts.reads import Recorder, recorder
from overstretch.systems.complete import prepare_held
from overstretch.systems.declare import System, load_system
from overstretch.systems.uses import laws_of


def reads(system: System, known: Known) -> dict[tuple[str, str], str]:
    """Every (variable, entity) that a run reads, with the period where it asks for one figure.

    MissingFact where a figure that every law needs was not known.
    """
    notes = recorder(known)
    prepare_held(system, notes, date.fromisoformat(known.day))
    return noted(system, notes)


def noted(system: System, notes: Recorder) -> dict[tuple[str, str], str]:
    """What a system that was prepared from recorded facts read, as `reads` gives it."""
    found = notes.named | {(variable, entity) for variable, entity in notes.whole if entity in system.actors}
    return {pair: notes.periods.get(pair, "") for pair in found}


def inputs(
    as_of: str | None = None, system: str | System = REFERENCE_SYSTEM, facts: Facts | None = None
) -> list[Input]:
    """The inputs that a run of `system` starts from, as known on `as_of` (ISO day; today without one), with their ages.

    InputError for a day that cannot be, MissingFact where a needed figure was not known.
    """
    declared = system if isinstance(system, System) else load_system(system)
    day = as_of or date.today().isoformat()
    if day > date.today().isoformat():
        raise InputError(f"--as-of {day}: lies ahead; accepted: days up to today, {date.today().isoformat()}")
    return inputs_of(declared, (facts or load()).as_of(day))


def inputs_of(system: System, known: Known) -> list[Input]:
    """The inputs of a run of `system` from facts that are cut already; `facts.in_short` says how old they are in one
    line."""
    return status(known, reads(system, known), lambda variable: laws_of(system, variable))


def inputs_noted(system: System, known: Known, notes: Recorder) -> list[Input]:
    """As `inputs_of`, where the system has been prepared from recorded facts already."""
    return status(known, noted(system, notes), lambda variable: laws_of(system, variable))


def of_laws(held: Iterable[Input], laws: Iterable[str]) -> list[Input]:
    """The inputs that some of these laws of a system use."""
    wanted = set(laws)
    return [one for one in held if wanted & set(one.laws)]
