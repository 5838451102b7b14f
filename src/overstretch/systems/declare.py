"""A system's declaration, read from TOML and checked."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from overstretch.errors import InputError


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Clock(Section):
    last_year: int
    publication_lag_days: int


class RoleNames(Section):
    usa: str
    rus: str
    ukr: str


class Pledge(Section):
    core_target: float
    related_target: float
    target_year: int
    review_year: int
    known_from: date


class Calendar(Section):
    inaugurations: tuple[int, ...]


class Groups(Section):
    allies: tuple[str, ...]
    others: tuple[str, ...]
    euro: tuple[str, ...]
    not_european: tuple[str, ...]
    flank: tuple[str, ...]
    unarmed: tuple[str, ...]
    follows_forecast: tuple[str, ...]


class System(Section):
    """What is simulated. Shares in percent of GDP as they are published."""

    name: str
    title: str
    clock: Clock
    roles: RoleNames
    pledge: Pledge
    calendar: Calendar
    groups: Groups
    will: dict[str, float | str]
    military_ppp: dict[str, float | str]
    baseline_defence: dict[str, float | str]
    equipment_share: dict[str, float | str]
    digest: str = ""

    @property
    def actors(self) -> tuple[str, ...]:
        return self.groups.allies + self.groups.others

    @model_validator(mode="after")
    def _consistent(self) -> System:
        known = set(self.actors)
        for name in ("euro", "not_european", "flank", "unarmed", "follows_forecast"):
            if strangers := set(getattr(self.groups, name)) - known:
                raise ValueError(f"groups.{name} names {sorted(strangers)}, which are not actors")
        if missing := set(self.groups.allies) - set(self.will):
            raise ValueError(f"will has no entry for {sorted(missing)}")
        if strangers := {self.roles.usa, self.roles.rus, self.roles.ukr} - known:
            raise ValueError(f"roles name {sorted(strangers)}, which are not actors")
        if twice := sorted({actor for actor in self.actors if self.actors.count(actor) > 1}):
            raise ValueError(f"groups name {twice} more than once among allies and others")
        if self.roles.usa not in self.groups.allies or {self.roles.rus, self.roles.ukr} - set(self.groups.others):
            raise ValueError("roles: usa must be an ally, rus and ukr must be among the others")
        for actor in self.groups.allies:
            _number(f"will.{actor}", self.will[actor], 0.0, 1.0)
        _number("military_ppp.weight", self.military_ppp.get("weight"), 0.0, 1.0)
        _number("equipment_share.default", self.equipment_share.get("default"), 0.0, 100.0)
        pledge = self.pledge
        if not pledge.known_from.year <= pledge.review_year < pledge.target_year:
            raise ValueError("pledge: known_from, review_year and target_year must follow one another")
        return self


def _number(entry: str, value: float | str | None, low: float, high: float) -> None:
    if not isinstance(value, float | int) or not low <= value <= high:
        raise ValueError(f"{entry} must be a number from {low:g} to {high:g}, not {value!r}")


def load_system(name_or_path: str | Path) -> System:
    """A shipped system by name, or a TOML file by path. Raises InputError naming the entry at fault."""
    shipped = {p.name.removesuffix(".toml"): p for p in files(__package__).iterdir() if p.name.endswith(".toml")}
    path = shipped.get(str(name_or_path)) or Path(name_or_path)
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
        raise InputError(f"{path.name}, {'.'.join(map(str, first['loc'])) or 'file'}: {first['msg']}") from fault
