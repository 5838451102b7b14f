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
        return self


def load_system(name_or_path: str | Path) -> System:
    """A shipped system by name, or a TOML file by path. Raises InputError naming the entry at fault."""
    shipped = {p.name.removesuffix(".toml"): p for p in files(__package__).iterdir() if p.name.endswith(".toml")}
    path = shipped.get(str(name_or_path)) or Path(name_or_path)
    if not path.is_file():
        raise InputError(
            f"no system {name_or_path!s}: give a shipped name ({', '.join(sorted(shipped))}) or a TOML file"
        )
    text = path.read_text("utf-8")
    try:
        return System(**tomllib.loads(text), digest=hashlib.sha256(text.encode()).hexdigest())
    except tomllib.TOMLDecodeError as fault:
        raise InputError(f"{path.name}: not valid TOML: {fault}") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        raise InputError(f"{path.name}, {'.'.join(map(str, first['loc'])) or 'file'}: {first['msg']}") from fault
