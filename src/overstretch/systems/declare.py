"""A system's declaration, read from TOML and checked."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from overstretch.assumptions import Prior, load_priors
from overstretch.errors import InputError, a_path
from overstretch.model.registry import LAWS

WAR_STATES = ("active", "ceasefire", "none")
STANCES = ("strong", "transactional", "withdrawn")
_NEEDS = {"review": "a section [pledge]", "united_states": "roles.protector", "war": "roles.attacked"}


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Clock(Section):
    last_year: int = Field(ge=1900, le=2200)
    publication_lag_days: int = Field(ge=0, le=400)


class RoleNames(Section):
    """rival: whom the allies arm against. protector: the ally that reinforces from afar. attacked: at war with the
    rival."""

    rival: str
    protector: str | None = None
    attacked: str | None = None


class Pledge(Section):
    core_target: float = Field(gt=0, le=20)
    related_target: float = Field(ge=0, le=20)
    target_year: int
    review_year: int
    known_from: date


class Calendar(Section):
    """inaugurations: years in which the protector's government changes; elections: actor → years of its elections."""

    inaugurations: tuple[int, ...] = ()
    elections: dict[str, tuple[int, ...]] = {}

    def ahead(self, day: date) -> tuple[int, ...]:
        """The inaugurations after a day; they fall on 20 January."""
        return tuple(year for year in self.inaugurations if date(year, 1, 20) > day)


class Ally(Section):
    """An ally's row: its mean will to follow the pledge, 0 to 1, and the groups that it is in."""

    will: float | None = Field(default=None, ge=0, le=1)
    groups: tuple[str, ...] = Field(default=(), alias="in")


class Groups(Section):
    """Who is in which group: of the allies as their rows say, and of the others."""

    allies: tuple[str, ...] = Field(min_length=1)
    euro: tuple[str, ...] = ()
    not_european: tuple[str, ...] = ()
    flank: tuple[str, ...] = ()
    unarmed: tuple[str, ...] = ()
    follows_forecast: tuple[str, ...] = ()


class Sources(Section):
    """Codes of the facts that the system starts from; what is not named does not enter.

    gdp_real and burden are needed. growth: yearly percent, for the spread of demand shocks; without it log changes of
    gdp_real. gdp_dollars: without it gdp_real counts as dollars already.
    """

    gdp_real: str
    burden: str
    burden_others: str | None = None  # of the rival and the attacked state; default: burden
    burden_instead: dict[str, str] = {}  # actor → another code, where `burden` has no figures of it
    gdp_nominal: str | None = None
    gdp_dollars: str | None = None
    gdp_purchasing_power: str | None = None
    population: str | None = None
    growth: str | None = None
    growth_survey: str | None = None  # newer forecasts of growth, of whom they are held
    inflation: str | None = None
    primary_balance: str | None = None
    effective_rate: str | None = None
    debt: str | None = None
    equipment_share: str | None = None
    war_state: str | None = None
    forecast_years: int = Field(
        default=2, ge=1, le=40
    )  # years of growth whose mean carries the economy beyond the last figure
    growth_reverts: float = Field(
        default=0.0, ge=0, le=1
    )  # part of its distance to the actors' median that this growth loses a year


class Declared(Section):
    """An intervention of the system's own: others joined."""

    meaning: str
    do: tuple[str, ...] = Field(min_length=1)


class System(Section):
    """What is simulated. Shares in percent of GDP as they are published. as_of: the day of a past rivalry; a present
    one has none."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str
    as_of: date | None = None
    reconstructed: bool = False
    laws: tuple[str, ...]
    clock: Clock
    roles: RoleNames
    ally: dict[str, Ally] = Field(min_length=1)
    groups: Groups
    facts: Sources
    pledge: Pledge | None = None
    calendar: Calendar = Calendar()
    start: dict[str, str | dict[str, str]] = {}
    military_ppp: dict[str, float | str] = {}
    baseline_defence: dict[str, float | str] = {}
    equipment_share: dict[str, float | str] = {}
    priors: dict[str, dict[str, Any]] = {}
    interventions: dict[str, Declared] = {}
    digest: str = ""

    @property
    def will(self) -> dict[str, float]:
        """Mean will of each ally to follow the pledge, of those whose row says it."""
        return {code: row.will for code, row in self.ally.items() if row.will is not None}

    @property
    def others(self) -> tuple[str, ...]:
        """The rival, and the attacked state where there is one."""
        return tuple(name for name in (self.roles.rival, self.roles.attacked) if name)

    @property
    def actors(self) -> tuple[str, ...]:
        return self.groups.allies + self.others

    @property
    def off(self) -> tuple[str, ...]:
        """Mechanisms of the laws that do not apply."""
        return tuple(name for law, names in LAWS.items() if law not in self.laws for name in names)

    def war(self, as_of: date) -> int:
        """State of the war at the cut-off where no fact says it: 0 active, 1 ceasefire, 2 none."""
        return WAR_STATES.index(_on(self.start.get("war", "none"), as_of))

    def stance(self, as_of: date) -> int:
        """The protector's at the cut-off: 0 strong, 1 transactional, 2 withdrawn."""
        return STANCES.index(_on(self.start.get("stance", "strong"), as_of))

    def own_priors(self) -> dict[str, Prior]:
        """The shipped priors with the system's own in their place, whole entries. Raises ValueError naming the
        entry."""
        shipped = load_priors()
        own = {}
        for name, entry in self.priors.items():
            if name not in shipped:
                raise ValueError(f"priors.{name}: no such prior; accepted: the names in the documentation of the laws")
            if missing := {"distribution", "values", "reference"} - set(entry):
                raise ValueError(f"priors.{name}: {', '.join(sorted(missing))} missing")
            try:
                own[name] = Prior(
                    **{"name": name, "law": shipped[name].law, "unit": shipped[name].unit, "valid": shipped[name].valid}
                    | entry
                )
            except (ValidationError, TypeError) as fault:
                message = fault.errors()[0]["msg"] if isinstance(fault, ValidationError) else str(fault)
                raise ValueError(f"priors.{name}: {message}") from fault
        return {**shipped, **own}

    @model_validator(mode="before")
    @classmethod
    def _grouped(cls, declared: dict[str, Any]) -> dict[str, Any]:
        """The groups with the allies in them, by their rows."""
        rows, groups = declared.get("ally"), dict(declared.get("groups", {}))
        if not isinstance(rows, dict):
            return declared
        if "allies" in groups:
            raise ValueError("groups.allies: the allies are the rows of [ally]; accepted here: groups of the others")
        for code, row in rows.items():
            for name in row.get("in", ()) if isinstance(row, dict) else ():
                if name == "allies" or name not in Groups.model_fields:
                    accepted = ", ".join(n for n in Groups.model_fields if n != "allies")
                    raise ValueError(f"ally.{code}: no group {name!r}; accepted: {accepted}")
                groups[name] = [*groups.get(name, ()), code]
        return declared | {"groups": groups | {"allies": list(rows)}}

    @model_validator(mode="after")
    def _consistent(self) -> System:
        if strangers := set(self.laws) - set(LAWS):
            raise ValueError(f"laws name {sorted(strangers)}; accepted: {', '.join(LAWS)}")
        self._check_actors()
        held = {"review": self.pledge, "united_states": self.roles.protector, "war": self.roles.attacked}
        for law, needed in _NEEDS.items():
            if law in self.laws and held[law] is None:
                raise ValueError(f"laws: {law} needs {needed}")
        if "pledge" in self.laws:
            self._check_pledge()
        if "finance" in self.laws and not (
            self.facts.debt and self.facts.primary_balance and self.facts.effective_rate
        ):
            raise ValueError("laws: finance needs facts.debt, facts.primary_balance and facts.effective_rate")
        for part, accepted in (("war", WAR_STATES), ("stance", STANCES)):
            stated = self.start.get(part, accepted[0])
            for state in _dated(f"start.{part}", stated).values() if isinstance(stated, dict) else [stated]:
                _choice(f"start.{part}", state, accepted)
        if strange := set(self.start) - {"war", "stance", "reference"}:
            raise ValueError(f"start.{min(strange)}: accepted: war, stance, reference")
        if self.military_ppp:
            _number("military_ppp.weight", self.military_ppp.get("weight"), 0.0, 1.0)
        if self.baseline_defence:
            _number("baseline_defence.plans_included", self.baseline_defence.get("plans_included"), 0.0, 1.0)
        _number("equipment_share.default", self.equipment_share.get("default"), 0.0, 100.0)
        if self.as_of is not None and self.as_of.year > self.clock.last_year:
            raise ValueError(f"clock.last_year {self.clock.last_year} lies before as_of {self.as_of}")
        self.own_priors()
        return self

    def _check_actors(self) -> None:
        known = set(self.actors)
        if twice := sorted({actor for actor in self.actors if self.actors.count(actor) > 1}):
            raise ValueError(f"ally and roles name {twice} more than once")
        for name in ("euro", "not_european", "flank", "unarmed", "follows_forecast"):
            if strangers := set(getattr(self.groups, name)) - known:
                raise ValueError(f"groups.{name} names {sorted(strangers)}, which are not actors")
        if self.roles.protector and self.roles.protector not in self.groups.allies:
            raise ValueError(f"roles.protector {self.roles.protector} must be an ally (a row of [ally])")
        if strangers := set(self.calendar.elections) - known:
            raise ValueError(f"calendar.elections names {sorted(strangers)}, which are not actors")

    def _check_pledge(self) -> None:
        if missing := sorted(set(self.groups.allies) - set(self.will)):
            raise ValueError(
                f"ally.{missing[0]}: the law pledge needs a will, 0 to 1; without one: {', '.join(missing)}"
            )
        pledge = self.pledge
        if pledge is None:
            raise ValueError("laws: pledge needs a section [pledge]")
        if not pledge.known_from.year <= pledge.review_year < pledge.target_year:
            raise ValueError("pledge.target_year: known_from, review_year and target_year must follow one another")


def _number(entry: str, value: float | str | None, low: float, high: float) -> None:
    if not isinstance(value, float | int) or not low <= value <= high:
        raise ValueError(f"{entry} must be a number from {low:g} to {high:g}, not {value!r}")


def _dated(name: str, states: dict[str, str]) -> dict[date, str]:
    """States by the day from which each holds. Raises ValueError for what is no day."""
    try:
        return {date.fromisoformat(day): state for day, state in states.items()}
    except ValueError:
        raise ValueError(f"{name}: {', '.join(states)}; accepted: one state, or states by day (YYYY-MM-DD)") from None


def _on(stated: str | dict[str, str], as_of: date) -> str:
    """The state on a day: of several by day the last that had begun, before all of them the first."""
    if isinstance(stated, str):
        return stated
    by_day = dict(sorted(_dated("start", stated).items()))
    return [state for day, state in by_day.items() if day <= as_of or day == min(by_day)][-1]


def _choice(entry: str, value: str, accepted: tuple[str, ...]) -> None:
    if value not in accepted:
        raise ValueError(f"{entry} {value!r}: accepted: {', '.join(accepted)}")


def shipped_systems() -> dict[str, Path]:
    """The systems that come with the package, name → file."""
    return {
        p.name.removesuffix(".toml"): Path(str(p)) for p in files(__package__).iterdir() if p.name.endswith(".toml")
    }


def load_system(name_or_path: str | Path) -> System:
    """A shipped system by name, or a TOML file by path. Raises InputError naming the file, the line and the entry at
    fault."""
    shipped = shipped_systems()
    path = shipped.get(str(name_or_path)) or a_path(name_or_path, "system")
    if not path.is_file():
        raise InputError(
            f"no system {name_or_path!s}: give a shipped name ({', '.join(sorted(shipped))}) or a TOML file"
        )
    try:
        text = path.read_text("utf-8")
        return System(**(tomllib.loads(text) | {"digest": hashlib.sha256(text.encode()).hexdigest()}))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise InputError(f"{path.name}: not valid TOML: {fault}") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        message = first["msg"].removeprefix("Value error, ")
        entry = ".".join(str(part) for part in first["loc"]) or _entry_named(message)
        where = f", line {line}" if (line := line_of(text, entry)) else ""
        raise InputError(f"{path.name}{where}, {entry or 'file'}: {message}") from fault


def _entry_named(message: str) -> str:
    """The entry that a message begins with, such as `ally.POL: no group ...` or `groups.flank names ...`."""
    match = re.match(r"[a-z_]+(\.\w+)*", message)
    return match[0] if match else ""


def line_of(text: str, entry: str) -> int | None:
    """Line (from 1) of a TOML entry such as `clock.last_year`, of its section where the entry itself is not there, or
    None."""
    parts, section, best, depth = entry.split("."), [], None, 0
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            section = [part.strip().strip("\"'") for part in match[1].split(".")]
        elif match := re.match(r"\s*([\w\-\"']+)\s*=", line):
            here = [*section, match[1].strip("\"'")]
            if here == parts[: len(here)] and len(here) > depth:
                best, depth = number, len(here)
            continue
        else:
            continue
        if section == parts[: len(section)] and len(section) > depth:
            best, depth = number, len(section)
    return best
