"""What can be asked, as records: of `overstretch series`, and its JSON."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

LEVELS = {"core_share": "3.5", "total_share": "5"}  # of the pledge, for the examples
LAST = 2035  # the year of the examples


def records() -> list[dict[str, Any]]:
    """Everything that can be asked: series, events, special questions, groups, in the order in which they are
    declared."""
    from overstretch.questions import catalogue

    years = _years()
    return [
        *(_series(about, years) for about in catalogue.all_series().values()),
        *(_event(about) for about in catalogue.all_events().values()),
        *(_special(about) for about in catalogue.all_specials().values()),
        *(_group(about) for about in catalogue.all_groups().values()),
    ]


@cache
def _facts() -> Any:
    from overstretch.facts import load

    return load()


def _years() -> dict[str, tuple[str, str]]:
    """Variable of the facts → its first and last period."""
    rows = _facts().rows
    periods = rows.groupby("variable", observed=True)["period"].unique()
    return {str(variable): (min(map(str, held)), max(map(str, held))) for variable, held in periods.items()}


def _series(about: Any, years: dict[str, tuple[str, str]]) -> dict[str, Any]:
    from overstretch.defaults import LAST_YEAR
    from overstretch.questions.catalogue import accepted_units

    tables = []
    for table in (*about.tables, *about.quarter_tables):
        first, last = years.get(table.variable, ("", ""))
        tables.append(
            {"definition": table.name, "of": list(table.of or about.of), "from": first, "to": last, "plan": table.plan}
        )
    return {
        "kind": "series",
        "name": about.name,
        "label": about.label,
        "definition": about.definition,
        "units": list(accepted_units(about, ("any currency",))),
        "of": list(about.of),
        "groups": bool(about.group) and about.of[:1] != ("world",),
        "simulated": f"to {LAST_YEAR}" if about.simulated else None,
        "quarters": bool(about.year or about.quarters),
        "tables": tables,
        "default": about.horizon,
        "words": list(about.words),
        "example": _example_of_series(about),
    }


def _example_of_series(about: Any) -> str:
    who = {"allies": "DEU", "world": ""}.get(about.of[0], about.of[0])
    when = (
        "latest"
        if not about.simulated
        else "2029"
        if about.of[0] == "allies"
        else "2026-Q4"
        if about.quarters or about.year
        else "2026"
    )
    inner = ", ".join(part for part in (who, when) if part)
    return f"{about.name}({inner}) >= {_round_number(about, who)}"


def _round_number(about: Any, who: str) -> str:
    """A figure of a likely size: the last one published, to two digits, else one."""
    from overstretch.questions.data import Quantity, When
    from overstretch.questions.tables.readings import readings
    from overstretch.questions.text.written import number

    if about.name in LEVELS or not about.tables:
        return LEVELS.get(about.name, "0.5" if about.unit == "share" else "1")
    known = _all_known()
    held = readings(Quantity(about.name, (who,) if who else (), When("latest")), known, date.fromisoformat(known.day))
    return number(float(f"{held[0].value:.2g}")) if held else "1"


@cache
def _all_known() -> Any:
    return _facts().as_of("2100-01-01")


def _event(about: Any) -> dict[str, Any]:
    from overstretch.defaults import LAST_YEAR

    who = {"allies": "DEU", "NATO": "", "USA": ""}.get(about.of[0], about.of[0])
    how = f"[{about.how}]" if about.how else ""
    when = f"in {about.result_year}" if about.result_year else f"by {LAST}-12"
    inner = ", ".join(part for part in (f"{about.name}{how}", who, when) if part)
    return {
        "kind": "event",
        "name": about.name,
        "label": about.label,
        "definition": _rule(about),
        "of": list(about.of),
        "routes": {
            name: {"label": route.label, "of": list(route.of or about.of)} for name, route in about.routes.items()
        },
        "simulated": f"to {LAST_YEAR}" if about.simulated else None,
        "only": about.only,
        "default": about.horizon,
        "words": list(about.words),
        "example": f"happens({inner})",
    }


def _rule(about: Any) -> str:
    """By what an event resolves; of one that cannot be told apart here why."""
    return (
        about.rule.format(by="the date asked", how="it by the definition asked", who="the party asked")
        if about.rule
        else about.only or ""
    )


def _special(about: Any) -> dict[str, Any]:
    first = {"ally": "DEU", "YEAR": "2029"}
    slots = [
        f"in {first[a[0]]}" if a[0] == "YEAR" else f"{name}={first.get(a[0], a[0])}" for name, a in about.slots.items()
    ]
    return {
        "kind": "special",
        "name": about.name,
        "label": about.label,
        "definition": about.rule,
        "slots": {name: list(accepted) for name, accepted in about.slots.items()},
        "example": f"special({', '.join([about.name, *slots])})",
    }


def _group(about: Any) -> dict[str, Any]:
    from overstretch.questions.catalogue import members

    held = list(members(about.name))
    return {
        "kind": "group",
        "name": about.name,
        "label": about.label,
        "definition": f"{len(held)} members",
        "members": held,
        "example": f"count({about.name}: core_share(2030) >= 3.5) >= {max(1, len(held) // 2)}",
    }
