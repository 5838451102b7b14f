"""The registry of variables and entities: code, unit, frequency, definition, traps, rule of admission."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, TypeVar

from overstretch import shipped
from overstretch.errors import InputError

EDITION = "edition"
RUNNING = "running"
POINTS = "points"
Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Variable:
    """One entry of the registry.

    `vintage` is `edition` where a publication holds a whole series (of the editions published by a day the newest is
    taken period by period; with `merge` false, for levels on a base of the edition's own, the newest alone), `running`
    where figures are added as they come out (for each period the newest figure
    published by the day), or `points` where several sources speak of one period and all are kept. `lag_days` is the
    usual delay between the end of a period and its publication: it admits rows without a date of publication and
    cuts reconstructed vintages; None means that undated rows stay out. `lower` and `upper` bound plausible values.
    """

    code: str
    group: str
    description: str
    unit: str
    frequency: str
    definition: str
    vintage: Literal["edition", "running", "points"] = "edition"
    lag_days: int | None = None
    traps: str = ""
    lower: float | None = None
    upper: float | None = None
    merge: bool = True


@dataclass(frozen=True)
class Entity:
    """A country, aggregate or band that rows may name; `member_from` is the day of accession to NATO."""

    code: str
    name: str
    kind: str
    member_from: str = ""


@lru_cache(maxsize=1)
def variables() -> dict[str, Variable]:
    """All registered variables by code, in the order of the registry."""
    return {
        code: Variable(code=code, **entry) for code, entry in shipped.rows("facts", "registry.toml")["variable"].items()
    }


@lru_cache(maxsize=1)
def entities() -> dict[str, Entity]:
    """All registered entities by code."""
    return {
        code: Entity(code=code, **entry) for code, entry in shipped.rows("facts", "entities.toml")["entity"].items()
    }


def variable(code: str) -> Variable:
    """The entry of a variable; InputError with near names where there is none."""
    return _declared("variable", code, variables())


def entity(code: str) -> Entity:
    """The entry of an entity; InputError with near codes where there is none."""
    return _declared("entity", code, entities())


def allies(day: str | None = None) -> list[str]:
    """Codes of NATO's members, on a day (ISO date) or, without one, of all 32, in alphabetical order."""
    members = [e for e in entities().values() if e.member_from]
    return sorted(e.code for e in members if day is None or e.member_from <= day)


def _declared(what: str, code: str, known: dict[str, Entry]) -> Entry:
    if code in known:
        return known[code]
    near = get_close_matches(str(code), list(known), n=4, cutoff=0.5)
    told = f"did you mean {', '.join(near)}?" if near else "'overstretch facts list' shows all of them"
    raise InputError(f"no {what} {code!r} in the registry; {told}")
