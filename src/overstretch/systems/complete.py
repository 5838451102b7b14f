"""A run at a cut-off of which not every figure is held: laws without their figures are off, and what is lacking is
told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overstretch.facts import EARLIEST, Known, MissingFact
from overstretch.systems.build import Prepared, prepare
from overstretch.systems.declare import System
from overstretch.systems.lacks import Lack
from overstretch.systems.uses import LAWS_OF_ENTRIES, LAWS_OF_VARIABLES

BACKTEST = f"a backtest: the priors of the laws rest on evidence of up to {EARLIEST}"


def prepare_held(system: System, known: Known, as_of: date) -> Prepared:
    """As `prepare`, but laws of the system whose own figures were not held are off, each with a note and a `Lack`.

    MissingFact, by the series, where what every law needs was not held: no run is possible then.
    """
    lacks = [*_stood_in(system, known)]
    while True:
        try:
            prepared = prepare(system, known, as_of)
            break
        except MissingFact as fault:
            laws = tuple(law for law in LAWS_OF_VARIABLES.get(fault.variable, ()) if law in system.laws)
            if not laws:
                raise
            lacks.append(Lack(fault.variable, fault.entities, laws, known.day))
            system = system.model_copy(update={"laws": tuple(law for law in system.laws if law not in laws)})
    off = [lack for lack in lacks if not set(lack.laws) & set(system.laws)]
    notes = [f"{lack.words}: {', '.join(lack.laws)} off" for lack in off]
    if known.day < EARLIEST and not known.reconstructed:
        notes.append(BACKTEST)
    wide = tuple(replace(lack, entities=()) if lack in off else lack for lack in lacks)
    return replace(prepared, notes=(*prepared.notes, *notes), lacks=wide)


def no_run(fault: MissingFact, day: str) -> Lack:
    """What is lacking where no run is possible: every answer of the futures rests on it."""
    return Lack(fault.variable, fault.entities, (), day)


def _stood_in(system: System, known: Known) -> list[Lack]:
    """Allies whose burden was not known, so that the median stands in (`systems.paths`), and equipment shares."""
    found = []
    unknown = [
        code
        for code in system.groups.allies
        if code not in system.groups.unarmed
        and not known.has(system.facts.burden_instead.get(code, system.facts.burden), code)
    ]
    if unknown:
        laws = tuple(law for law in LAWS_OF_ENTRIES["burden"] if law in system.laws)
        found.append(Lack(system.facts.burden, tuple(unknown), laws, known.day))
    return found
