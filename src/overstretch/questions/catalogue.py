"""What can be asked: `series.toml` as records, checked when it is read; lookups that end in an error with near
names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from overstretch.defaults import REFERENCE_SYSTEM
from overstretch.engine.schema import VARIABLES
from overstretch.errors import InputError
from overstretch.facts.registry import entities, variables
from overstretch.questions.data import Happens, Quantity, Question, parts
from overstretch.questions.kinds import Event, Group, Series, SpecialKind, near

OTHER = "other:"
Kind = TypeVar("Kind")
_LEVER = re.compile(r"[a-z_]+\(.*\)")


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(files("overstretch.questions").joinpath("series.toml").read_text(encoding="utf-8"))


@cache
def all_series() -> dict[str, Series]:
    """Name → series. A record that names an unknown variable of the futures or of the facts fails here."""
    found = {name: Series(name=name, **row) for name, row in _file()["series"].items()}
    for one in found.values():
        for table in (*one.tables, *one.quarter_tables):
            if table.count is None and table.variable not in variables():
                raise ValueError(f"series.toml: {one.name} names the unknown figure {table.variable}")
    return found


@cache
def all_events() -> dict[str, Event]:
    """Name → event; checked like the series."""
    found = {}
    for name, row in _file()["event"].items():
        made = Event(name=name, **row)
        for route in (*made.routes.values(), made.route(None)):
            named = (route.hazard, route.event, *route.causes, *route.events, made.result, *made.competing)
            unknown = [v for v in named if v and v not in VARIABLES]
            if unknown:
                raise ValueError(f"series.toml: {name} names the unknown variable {unknown[0]}")
        found[name] = made
    return found


@cache
def all_specials() -> dict[str, SpecialKind]:
    return {name: SpecialKind(name=name, **row) for name, row in _file()["special"].items()}


@cache
def all_groups() -> dict[str, Group]:
    return {name: Group(name=name, source=row.pop("from", ""), **row) for name, row in _copied("groups").items()}


def _copied(section: str) -> dict[str, dict[str, Any]]:
    return {name: dict(row) for name, row in _file()[section].items()}


@cache
def currencies() -> dict[str, tuple[str, ...]]:
    """Currency → actors whose figures are in it."""
    return {name: tuple(actors) for name, actors in _file()["currencies"].items()}


def currency_of(actor: str) -> str:
    """The currency of an actor's own figures."""
    return next((name for name, actors in currencies().items() if actor in actors), "")


def series(name: str) -> Series:
    """One series. Raises InputError with near names."""
    return _one("series", name, all_series(), sorted(all_series()))


def event(name: str) -> Event:
    """One event. Raises InputError with near names."""
    return _one("event", name, all_events(), sorted(all_events()))


def special(name: str) -> SpecialKind:
    """One special question. Raises InputError with those that exist."""
    return _one("special question", name, all_specials(), all_specials())


def _one(kind: str, name: str, held: dict[str, Kind], accepted: Iterable[str]) -> Kind:
    if name not in held:
        raise InputError(f"no {kind} '{name}'; accepted: {', '.join(accepted)}{near(name, held)}")
    return held[name]


@cache
def _system() -> Any:
    from overstretch.systems import load_system

    return load_system(REFERENCE_SYSTEM)


@cache
def members(group: str) -> tuple[str, ...]:
    """The members of a group, in alphabetical order of their codes."""
    about = all_groups()[group]
    if about.members:
        return tuple(sorted(about.members))
    held = _system().groups.flank if about.source == "flank" else _system().groups.allies
    return tuple(sorted(set(held) - set(about.without)))


def armed(group: str) -> tuple[str, ...]:
    """The members that have forces, of whom spending can be asked."""
    return tuple(m for m in members(group) if m not in _system().groups.unarmed)


def is_group(who: str) -> bool:
    return who in all_groups()


def actors(accepted: Iterable[str]) -> tuple[str, ...]:
    """The codes that an `of` entry accepts: "allies" stands for all of them."""
    return tuple(code for entry in accepted for code in (members("ALLIES") if entry == "allies" else (entry,)))


def person(who: str) -> str:
    """A party's name within a sentence: 'the United Kingdom', 'the European allies'."""
    if is_group(who):
        return all_groups()[who].label
    known = entities().get(who)
    name = known.name if known else who
    return f"the {name}" if name in ("United Kingdom", "United States", "Netherlands") else name


def unit_of(quantity: Quantity) -> str:
    """The unit that a figure beside the quantity is in."""
    if quantity.change and quantity.change.kind == "percent":
        return "%"
    if quantity.change and quantity.change.kind == "multiple":
        return "times"
    if quantity.share_of:
        return "%"
    if quantity.unit:
        return quantity.unit
    about = all_series().get(quantity.series)
    if about is None:
        return ""
    return about.unit


_ALIKE = (
    {"% of GDP", "points"},
    {"%", "points"},
    {"share", "ratio", "index"},
    {"index", "ratio", "times"},
    {"USD a barrel", "USD"},
    {"pieces", "index"},
)


def accepted_units(about: Series, monies: tuple[str, ...]) -> tuple[str, ...]:
    """The units that a figure of a series may be given in, its own first. monies: what stands for the currencies."""
    own: tuple[str, ...] = (about.unit,)
    if about.money or about.share_of_gdp:
        own += tuple(code for code in monies if code != about.unit)
    return (*own, "% of GDP") if about.as_share or about.share else own


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """The quantity in a unit; the series' own is left unsaid, under whichever of its usual names."""
    plain = replace(quantity, unit="")
    own = unit_of(plain)
    alike = unit in ("", own) or any(own in names and unit in names for names in _ALIKE)
    return plain if alike else replace(quantity, unit=unit)


def causes() -> dict[str, dict[str, Any]]:
    """A cause in words → the worlds to compare (series.toml, [causes])."""
    return _copied("causes")


def worlds_of(cause: str, fate: str | None) -> tuple[str, str] | None:
    """The levers that stand for a cause in words, with and without it; None where none does.

    fate: whose fate is asked about, which decides whose spending an arms race means.
    """
    row = causes().get(cause)
    who = re.fullmatch(r"([A-Z]{3}) spending (up|down)", cause)
    if row is None and who and who[1] in members("ALLIES"):
        row = causes()[f"{{who}} spending {who[2]}"]
        return tuple(world.format(who=who[1]) for world in row["worlds"])  # type: ignore[return-value]
    if row is None:
        return (cause, "hold_burden(2024)" if cause == "keep_pledge()" else "base") if _LEVER.fullmatch(cause) else None
    pair = row["nato"] if "nato" in row and fate != "RUS" else row["worlds"]
    return pair[0], pair[1]


def nearest(question: Question, year: int) -> str | None:
    """A question that can be asked in place of one of whose series or events nothing simulates; `year` where none is
    named."""
    for part in parts(question):
        if isinstance(part, (Quantity, Happens)):
            name = part.series if isinstance(part, Quantity) else part.event
            about = (all_series() if isinstance(part, Quantity) else all_events()).get(name)
            if about is not None and about.near:
                return about.near.format(year=year)
    return None
