"""The records of `series.toml`: series, events, special questions, groups; the comments there explain the fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from overstretch.errors import InputError


def near(name: str, known: Iterable[str]) -> str:
    """'; near: core_share' where a name is like one that exists."""
    from rapidfuzz import process

    found = process.extract(name, list(known), limit=2, score_cutoff=70)
    return f"; near: {', '.join(str(match[0]) for match in found)}" if found else ""


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Table(Row):
    """Figures that hold a series by one definition. `plan`: a budget law, not an outcome; `reported`: by the party
    itself; `average`: a year's mean, which says nothing of a day or a month of it."""

    variable: str
    name: str
    of: tuple[str, ...] = ()
    plan: bool = False
    reported: bool = False
    sign: int = 1
    month: int | None = None
    step: bool = False
    mean: bool = False
    stock: bool = False
    average: bool = False
    count: str | None = None


class Revision(Row):
    """The usual (median) revision of a figure of the same year and of the last: in proportion (share) or in the unit
    (points)."""

    same: float | None = None
    last: float
    share: bool = False
    points: bool = False
    reference: str


class Months(Row):
    """Published months that enter a period that has begun: steps by day, means or last values of months."""

    variable: str
    kind: Literal["step", "mean", "last"]


class Series(Row):
    """One record of `series.toml`; see the comments there."""

    name: str
    label: str
    label_of: dict[str, str] = {}
    title: str = ""
    unit: str
    money: bool = False
    of: tuple[str, ...]
    group: Literal["", "gdp", "sum", "world", "relabelled"] = ""
    futures: dict[str, str | bool] = {}
    quarters: dict[str, str] = {}
    share: str | None = None
    share_of_gdp: bool = False
    as_share: str | None = None
    as_real: str | None = None
    year: Literal["", "mean", "last"] = ""
    by_year: bool = False
    scale: float = 1.0
    tables: tuple[Table, ...] = ()
    quarter_tables: tuple[Table, ...] = ()
    beside: tuple[Table, ...] = ()
    real: Table | None = None
    deflator: str | None = None
    months: Months | None = None
    decimals: int = 2
    printed: bool = False
    about: float = 0.0
    about_share: float = 0.0
    revision: Revision | None = None
    horizon: str = "+5"
    law: dict[str, str] = {}
    base: Literal["", "years", "rise"] = ""
    words: tuple[str, ...] = ()
    definition: str
    settles: str | None = None
    near: str | None = None

    @property
    def simulated(self) -> bool:
        return bool(self.futures or self.share)

    @property
    def half(self) -> float:
        """Half of the last printed decimal, where figures are compared as printed."""
        return 0.5 * 10.0**-self.decimals if self.printed else 0.0

    def tolerance(self, value: float) -> float:
        """How near "about" a value is, in the unit."""
        return max(self.about, self.about_share * abs(value))


class Route(Row):
    """One way, definition or result of an event."""

    label: str
    happening_of: str = ""  # of one ally, where the route is asked by name
    of: tuple[str, ...] = ()
    quantity: str | None = None
    hazard: str | None = None
    event: str | None = None
    causes: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    result: tuple[int, ...] = ()
    later: int = 0


class Event(Row):
    """One event of `series.toml`."""

    name: str
    label: str
    of: tuple[str, ...]
    how: str | None = None
    routes: dict[str, Route] = {}
    quantity: str | None = None
    hazard: str | None = None
    event: str | None = None
    competing: tuple[str, ...] = ()
    result: str | None = None
    result_year: int | None = None
    at_once: bool = False
    follows: str | None = None
    happening: str
    happening_of: str = ""  # of somebody else than the one in `of`
    happening_of_group: str = ""
    horizon: str = "+5"
    law: dict[str, str] = {}
    laws: tuple[str, ...] = ()
    base: Literal["", "recession", "exit", "dissolution", "leader"] = ""
    words: tuple[str, ...] = ()
    rule: str = ""
    settles: str | None = None
    only: str | None = None
    near: str | None = None

    @property
    def simulated(self) -> bool:
        return bool(self.event or self.hazard or self.quantity or self.result or self.routes)

    def told(self, how: str | None, who: str | None, name: str, group: bool = False) -> str:
        """What happens, in words: by the route asked, of whom. Raises InputError for a route that the event lacks."""
        if group and who not in self.of and self.happening_of_group:
            return self.happening_of_group.format(how=self.route(how).label, who=name)
        if not who or who in self.of or self.happening.startswith("{who}"):
            return self.happening.format(how=self.route(how).label, who=name).strip()
        if of := (how and self.route(how).happening_of) or self.happening_of:
            return of.format(how=self.route(how).label, who=name)
        return f"{self.happening.format(how=self.route(how).label, who=name)}, asked of {name}"

    def route(self, how: str | None) -> Route:
        """The route asked, or the event's own. Raises InputError with the routes that exist."""
        if not self.routes:
            if how:
                raise InputError(f"{self.name}[{how}]: the event has no routes; accepted: happens({self.name}, ...)")
            return Route(label=self.label, quantity=self.quantity, hazard=self.hazard, event=self.event)
        chosen = how or self.how
        if chosen not in self.routes:
            raise InputError(
                f"{self.name}[{chosen}]: accepted: {', '.join(self.routes)}{near(str(chosen), self.routes)}"
            )
        return self.routes[chosen]


class SpecialKind(Row):
    """A question that is no comparison: its slots with what each accepts, and what an empty one means."""

    name: str
    label: str
    slots: dict[str, tuple[str, ...]] = {}
    defaults: dict[str, str] = {}
    law: dict[str, str]
    laws: tuple[str, ...] = ()
    rule: str
    settles: str | None = None


class Group(Row):
    """A group of allies: from a group of the system file, less some, or by name; the aggregate that NATO prints for
    it."""

    name: str
    label: str
    source: Literal["allies", "flank", ""] = ""
    without: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    tables: str | None = None
