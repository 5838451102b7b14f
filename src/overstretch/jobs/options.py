"""What every job is asked for beside its words, checked alike for the command line, the app and Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from overstretch.defaults import FIRST_HORIZON, LAST_YEAR, MOST_FUTURES, MOST_SEED, NEWEST
from overstretch.errors import InputError

if TYPE_CHECKING:
    from overstretch.facts import Facts
    from overstretch.systems import System

Named = TypeVar("Named", bound=str | Path)


@dataclass(frozen=True)
class Options:
    """What a check is asked for beside its words, as `jobs.check` takes it; `now`: the day of the newest figures, where
    a record names it."""

    futures: int
    seed: int
    as_of: str | date
    horizon: int | None
    system: str | Path
    facts_files: Sequence[str | Path]
    off: Sequence[str]
    now: str | None = None

    def check(self) -> None:
        """Raises InputError, by the option's name, for what no check accepts."""
        check_options(self.futures, self.seed, self.horizon, checked_cutoff(self.as_of), self.off)


def checked_day(as_of: str | date) -> date | None:
    """The cut-off of a run without words: a day, or None for "now". Raises InputError for anything else."""
    from overstretch.claims.days import given_day

    return None if isinstance(as_of, str) and as_of == NEWEST else given_day(as_of, f"a day (YYYY-MM-DD) or {NEWEST}")


def checked_cutoff(as_of: str | date) -> date | None:
    """The day among the cut-offs of words; None for said, now and both. Raises InputError for anything else."""
    from overstretch.claims.days import cutoff

    return cutoff(as_of, date.today()).day


def check_options(
    futures: int, seed: int, horizon: int | None = None, day: date | None = None, off: Sequence[str] = ()
) -> None:
    """Raises InputError, by the option's name, for what no run accepts."""
    from overstretch.model.registry import SWITCHES

    for name, number in (("--futures", futures), ("--seed", seed), ("--horizon", horizon)):
        if isinstance(number, bool) or not (isinstance(number, Integral) or (number is None and name == "--horizon")):
            raise InputError(f"{name} {number!r}: accepted: a whole number")
    names(off, "--off")
    if strangers := sorted(set(off) - set(SWITCHES)):
        raise InputError(f"--off {', '.join(strangers)}: no such mechanism; accepted: {', '.join(SWITCHES)}")
    if not 1 <= futures <= MOST_FUTURES:
        raise InputError(f"--futures {futures}: accepted: 1 to {MOST_FUTURES:,}")
    if not 0 <= seed <= MOST_SEED:
        raise InputError(f"--seed {seed}: accepted: 0 to {MOST_SEED}")
    first = day.year if day is not None else FIRST_HORIZON
    if horizon is not None and not first <= horizon <= LAST_YEAR:
        raise InputError(f"--horizon {horizon}: accepted: {first} to {LAST_YEAR}")


def names(given: Sequence[Named], option: str) -> tuple[Named, ...]:
    """Several texts as they are given in Python. Raises InputError for one alone, which would be taken letter by
    letter."""
    if isinstance(given, str) or not isinstance(given, Iterable) or not all(isinstance(n, (str, Path)) for n in given):
        raise InputError(f"{option} {given!r}: accepted: a list of texts")
    return tuple(given)


def all_facts(files: Sequence[str | Path]) -> Facts:
    """The embedded figures with files of the user's own laid over them. Raises InputError for a file that cannot be
    used."""
    from overstretch import facts

    return facts.load(names(files, "--facts"))


def declared_for_statements(system: str | Path) -> System:
    """A system that statements can be put to. Raises InputError where laws are missing that the questions read."""
    from overstretch.model.registry import LAWS
    from overstretch.systems import load_system

    declared = load_system(system)
    if missing := [law for law in LAWS if law not in declared.laws]:
        raise InputError(
            f"{declared.name}: statements need every law; missing: {', '.join(missing)} (overstretch run takes such a "
            "system)"
        )
    return declared
