"""How old inputs are: figure, edition, day, usual age and next release of each series that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import pandas as pd

from overstretch import shipped
from overstretch.errors import InputError
from overstretch.facts import registry
from overstretch.facts.known import Known, tidy
from overstretch.facts.periods import period_end, period_start

DAYS = {"year": 365, "quarter": 92, "month": 31}
SOON = 30  # days after an edition in which no newer one is expected
COLUMNS = (
    "variable description entities period lowest lowest_of highest highest_of unit kind edition published "
    "dated age_days"
    " usual_days next_release stale publication laws user source"
)
Laws = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Input:
    """A series, or series of one variable that share edition, day and period, that a run starts from.

    `publication` says in a reader's words where it comes out.

    `low` and `high` are (entity, value in `unit`), the same for a single series. `age` and `usual` count days from
    `published` (the day of publication, or of admission by the registry's lag where `dated` is False); `usual` is None
    and `next` empty where no calendar renews the figure.
    """

    variable: str
    description: str
    unit: str
    entities: tuple[str, ...]
    period: str
    low: tuple[str, float]
    high: tuple[str, float]
    kind: str
    edition: str
    published: str
    dated: bool
    age: int
    usual: int | None
    next: str
    laws: tuple[str, ...]
    user: bool
    source: str
    publication: str
    address: str = ""

    @property
    def stale(self) -> bool:
        """Whether a newer figure should be out by its usual calendar."""
        return self.usual is not None and self.age > self.usual

    @property
    def name(self) -> str:
        """The series in words: what it is, and of whom."""
        whose = self.entities[0] if len(self.entities) == 1 else f"{len(self.entities)} countries"
        return f"{self.description}, {whose}"

    @property
    def figure(self) -> str:
        """The value with its unit, or the lowest and the highest of several."""
        if self.unit[:1].isdigit():  # a code: "0 active, 1 ceasefire, 2 none"
            words = dict(part.split(" ", 1) for part in self.unit.split(", "))
            return " to ".join(dict.fromkeys(words[f"{value:g}"] for _, value in (self.low, self.high)))
        if self.low[1] == self.high[1]:
            return f"{self.low[1]:,.6g} {self.unit}"
        return f"{self.low[1]:,.6g} ({self.low[0]}) to {self.high[1]:,.6g} ({self.high[0]}) {self.unit}"


@dataclass(frozen=True)
class Overdue:
    """A publication with inputs older than usual: how many, and of its longest overdue one age, usual age and days."""

    publication: str
    inputs: int
    age: int
    usual: int
    published: str
    next: str


@dataclass(frozen=True)
class InShort:
    """How old a set of inputs is: their number, how many are older than usual, and the publications of these."""

    inputs: int
    older: int
    overdue: tuple[Overdue, ...]

    def line(self, names: int = 5, what: str = "inputs") -> str:
        """ "14 of 41 inputs are older than usual: IMF World Economic Outlook (410 days, usual 188); ..."."""
        if not self.inputs:
            return f"No {what} with a day."
        if not self.older:
            return f"None of {self.inputs} {what} is older than usual."
        named = [f"{one.publication} ({one.age} days, usual {one.usual})" for one in self.overdue[:names]]
        left = len(self.overdue) - names
        more = [f"{left} more publication{'s' if left > 1 else ''}"] if left > 0 else []
        verb = "is" if self.older == 1 else "are"
        return f"{self.older} of {self.inputs} {what} {verb} older than usual: {'; '.join([*named, *more])}."


def status(known: Known, reads: Mapping[tuple[str, str], str], laws: Laws = lambda _: ()) -> list[Input]:
    """One `Input` for each series of `reads` (variable, entity), those that share edition, day and period together.

    The figure is that of the period which `reads` names; where it names none, of the period that the day lies in, else
    of the last before it, else of the first after it. `laws` names the laws that use a variable. In the registry's
    order.
    """
    rows = tidy(known.rows[known.rows["variable"].isin({variable for variable, _ in reads}).to_numpy()])
    current = rows.iloc[_current(rows, reads, known.day)]
    groups = current.groupby(["variable", "period", "edition", "known_from"], sort=False)
    found = [_input(str(variable), shared, known.day, laws(str(variable))) for (variable, *_), shared in groups]
    order = {code: place for place, code in enumerate(registry.variables())}
    return sorted(found, key=lambda one: order[one.variable])


def stale(inputs: Iterable[Input]) -> list[Input]:
    """Inputs older than usual, the longest overdue first."""
    return sorted((one for one in inputs if one.stale), key=lambda one: (one.usual or 0) - one.age)


def in_short(inputs: Iterable[Input]) -> InShort:
    """How old the inputs are, publication by publication, the longest overdue first."""
    held = list(inputs)
    old = stale(held)
    overdue: dict[str, list[Input]] = {}
    for one in old:
        overdue.setdefault(one.publication, []).append(one)
    rows = [
        Overdue(name, len(group), group[0].age, group[0].usual or 0, group[0].published, group[0].next)
        for name, group in overdue.items()
    ]
    return InShort(len(held), len(old), tuple(rows))


def table(inputs: Iterable[Input]) -> pd.DataFrame:
    """One row per input: variable, description, entities, period, figure, unit, edition, days, ages, laws, stale."""
    rows = [
        vars(one)
        | {
            "entities": " ".join(one.entities),
            "lowest": one.low[1],
            "lowest_of": one.low[0],
            "highest": one.high[1],
            "highest_of": one.high[0],
            "age_days": one.age,
            "usual_days": one.usual,
            "next_release": one.next,
            "stale": one.stale,
            "laws": " ".join(one.laws),
        }
        for one in inputs
    ]
    return pd.DataFrame(rows, columns=COLUMNS.split())


def next_release(variable: str, period: str, kind: str, published: str) -> str:
    """The day by which newer figures are usually out, '' where no calendar says.

    By the publisher's days of the year; else, for running figures of a known lag, the end of the next period plus the
    lag; else `published` plus the usual days between figures.
    """
    entry, release = registry.variable(variable), _release(variable)
    start = date.fromisoformat(published)
    if days := release.get("days"):
        years = (start.year, start.year + 1)
        coming = sorted(date.fromisoformat(f"{year}-{day}") for year in years for day in days)
        return next(day for day in coming if (day - start).days > SOON).isoformat()
    every = release.get("every") or DAYS.get(entry.frequency)
    if release.get("never") or every is None:
        return ""
    if entry.vintage == registry.RUNNING and entry.lag_days is not None and kind in ("actual", "estimate"):
        start = date.fromisoformat(period_end(period)) + timedelta(entry.lag_days)
    return (start + timedelta(every)).isoformat()


def _release(variable: str) -> dict[str, Any]:
    rows = _releases()
    return rows.get(variable) or rows.get(f"group {registry.variable(variable).group}") or {}


@lru_cache(maxsize=1)
def _releases() -> dict[str, dict[str, Any]]:
    """Rows of `releases.toml` by variable or `group NAME`. InputError where one names no variable or group."""
    groups = {one.group for one in registry.variables().values()}
    found: dict[str, dict[str, Any]] = {}
    for row in shipped.rows("facts", "releases.toml")["release"]:
        if "group" in row and row["group"] not in groups:
            raise InputError(f"releases.toml: no group {row['group']!r} in the registry")
        names = [registry.variable(code).code for code in row.get("variables", ())]
        found.update(dict.fromkeys(names or [f"group {row['group']}"], row))
    return found


def _publication(variable: str, first: pd.Series, user: bool) -> str:
    """Where a figure is published, in a reader's words: a declared title, else publisher and series."""
    if user:
        return str(first["source"])
    entry = registry.variable(variable)
    whose = first["publisher"] or first["source"]
    return str(_release(variable).get("title") or f"{whose}, {entry.description}")


def _current(rows: pd.DataFrame, reads: Mapping[tuple[str, str], str], day: str) -> list[int]:
    """Place of the row that stands for each series read; `rows` are in the order of time within a series."""
    places: dict[tuple[str, str], int] = {}
    series = zip(rows["variable"], rows["entity"], rows["period"], strict=True)
    for place, (variable, entity, period) in enumerate(series):
        wanted = reads.get((variable, entity))
        if wanted is None or (wanted and period != wanted):
            continue
        if wanted or period_start(period) <= day or (variable, entity) not in places:
            places[variable, entity] = place
    return sorted(places.values())


def _input(variable: str, group: pd.DataFrame, day: str, laws: tuple[str, ...]) -> Input:
    entry, first = registry.variable(variable), group.iloc[0]
    published = f"{first['known_from']:%Y-%m-%d}"
    low, high = (group.loc[place] for place in (group["value"].idxmin(), group["value"].idxmax()))
    following = next_release(variable, first["period"], first["kind"], published)
    start = date.fromisoformat(published)
    user = bool(group["file"].str.startswith("user:").any())
    return Input(
        variable=variable,
        description=entry.description,
        unit=entry.unit,
        entities=tuple(group["entity"]),
        period=first["period"],
        low=(low["entity"], float(low["value"])),
        high=(high["entity"], float(high["value"])),
        kind=" ".join(dict.fromkeys(group["kind"])),
        edition=first["edition"],
        published=published,
        dated=bool(group["published"].all()),
        age=(date.fromisoformat(day) - start).days,
        usual=(date.fromisoformat(following) - start).days if following else None,
        next=following,
        laws=laws,
        user=user,
        source="; ".join(dict.fromkeys(group["source"])),
        publication=_publication(variable, first, user),
        address=str(first["address"] or ""),
    )
