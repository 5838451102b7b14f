"""`overstretch facts status`: how old the figures are that a run starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from overstretch.cli.options import Json, Known
from overstretch.cli.tables import print_table, width, wrapped, write_json
from overstretch.defaults import REFERENCE_SYSTEM
from overstretch.terminal import say

if TYPE_CHECKING:
    from overstretch.facts.ages import Input

_WIDE = 170


def status(
    as_of: Known = None,
    system: Annotated[str, typer.Option(help="A shipped system or a system file.")] = REFERENCE_SYSTEM,
    stale: Annotated[bool, typer.Option("--stale", help="Only what is older than usual.")] = False,
    json: Json = None,
) -> None:
    """Show every input of a run: figure, edition, age, usual age, next release and the law that uses it.

    A star marks what is older than usual: a newer figure should be out.

    Example: overstretch facts status --as-of 2026-11-22
    """
    from dataclasses import asdict
    from datetime import date

    from overstretch.facts import ages
    from overstretch.facts.periods import parse_day
    from overstretch.systems.inputs import inputs

    day = parse_day(as_of, "--as-of") if as_of else date.today().isoformat()
    found = inputs(day, system)
    shown = [one for one in found if one.stale or not stale]
    if json is not None:
        write_json(
            ages.table(shown),
            json,
            as_of=day,
            system=system,
            summary=ages.in_short(found).line(),
            overdue=[asdict(one) for one in ages.in_short(found).overdue],
        )
        return
    say(wrapped(f"Inputs of {system} as known on {day}; * marks what is older than usual.", ""))
    if width() >= _WIDE:
        _wide(shown)
    else:
        for one in shown:
            _narrow(one)
    say(wrapped(ages.in_short(found).line(), ""))


def _wide(inputs: list[Input]) -> None:
    columns = ("input", "period", "figure", "edition", "published", "age", "usual", "next", "law")
    rows = [
        (
            ("* " if one.stale else "") + one.name,
            one.period,
            one.figure,
            one.edition,
            one.published,
            one.age,
            one.usual or "",
            one.next,
            ", ".join(one.laws),
        )
        for one in inputs
    ]
    print_table(columns, rows, "ages in days")


def _narrow(one: Input) -> None:
    say(wrapped(one.name, "  ", "* " if one.stale else "  "))
    dated = "published" if one.dated else "no day printed, out about"
    own = "; your own figure" if one.user else ""
    say(
        wrapped(f"{one.period}: {one.figure} ({one.kind}; edition {one.edition}, {dated} {one.published}{own})", "    ")
    )
    usual = f"usual up to {one.usual}; next about {one.next}" if one.next else "no calendar renews it"
    say(wrapped(f"{one.age} days old, {usual}; law: {', '.join(one.laws)}", "    "))
