"""`overstretch facts ...`: look at the figures, compare editions, add your own, fetch newer ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from overstretch.cli import facts_own, facts_status, registers
from overstretch.cli.options import Command, Entity, Json, Known, OneEntity, Then
from overstretch.cli.tables import print_table, wrapped, write_json
from overstretch.errors import InputError
from overstretch.terminal import say

if TYPE_CHECKING:
    import pandas as pd

    from overstretch.facts.checks import Result

app = typer.Typer(no_args_is_help=True, rich_markup_mode="rich", add_completion=False)


@app.command("list", cls=Command)
def list_variables(
    text: Annotated[
        str, typer.Argument(help="Show only variables whose code, group or description holds this text.")
    ] = "",
    json: Json = None,
) -> None:
    """List the variables that are held, with unit, coverage and editions."""
    from overstretch.facts import load, views

    table = views.catalogue(load())
    found = table[
        table[["variable", "group", "description"]].agg(" ".join, axis=1).str.contains(text, case=False, regex=False)
    ]
    if found.empty:
        raise InputError(f"no variable with {text!r}; 'overstretch facts list' shows all of them")
    if json is not None:
        return write_json(found, json)
    lines = [
        (r.variable, r.description, r.unit, str(r.entities), f"{r.first} to {r.last}", _short(r.editions))
        for r in found.itertuples()
    ]
    print_table(("variable", "what it is", "unit", "entities", "periods", "editions"), lines, f"{len(lines)} variables")


@app.command(cls=Command)
def show(
    variable: Annotated[str, typer.Argument(help="Code of the variable.")],
    entity: Entity = None,
    as_of: Known = None,
    json: Json = None,
) -> None:
    """Show a variable: its definition, and its figures with kind, edition, day and source.

    Example: overstretch facts show core_share --entity POL --as-of 2025-07-01
    """
    from overstretch.facts import load, registry

    entry = registry.variable(variable)
    known = load().as_of(_day(as_of))
    if entity is not None:
        known.series(variable, entity)
    if json is not None:
        rows = known.frame(variable, entity).assign(known_from=lambda t: t["known_from"].dt.strftime("%Y-%m-%d"))
        return write_json(rows, json, variable=variable, as_of=known.day)
    _heading(variable, known.day)
    if entity is not None:
        frame = known.frame(variable, entity)
        columns = ("period", "value", "unit", "kind", "edition", "known", "source")
        rows = [
            (r.period, _number(r.value), r.unit, r.kind, r.edition, _date(r.known_from), _whose(r))
            for r in frame.itertuples()
        ]
        print_table(columns, rows, f"{entity}: {registry.entity(entity).name}")
        _notes(frame)
        return
    facts = [known.latest(variable, code) for code in known.entities(variable)]
    if not facts:
        raise InputError(f"no figure of {variable} was known on {known.day}")
    newest = [(f.entity, f.period, _number(f.value), f.kind, f.edition, f.source) for f in facts]
    print_table(
        ("entity", "last period", f"value ({entry.unit})", "kind", "edition", "source"),
        newest,
        "last figure of each entity",
    )


@app.command(cls=Command)
def compare(
    variable: Annotated[str, typer.Argument(help="Code of the variable.")],
    entity: OneEntity,
    as_of: Then = None,
    now: Annotated[str | None, typer.Option("--now", metavar="DAY", help="Another day in place of today.")] = None,
    json: Json = None,
) -> None:
    """What did we know then, from whom, and what do we know now? Without --as-of: all editions side by side.

    Example: overstretch facts compare core_share --entity POL --as-of 2025-07-01
    """
    from overstretch.facts import load, views

    today = _day(now)
    facts = load()
    if json is not None:
        wanted = (
            views.compare(variable, entity, as_of, today, facts)
            if as_of
            else views.editions(facts.as_of(today), variable, entity)
        )
        return write_json(_plain(wanted), json, variable=variable, entity=entity, then=as_of, now=today)
    _heading(variable, f"{as_of} and {today}" if as_of else today)
    if as_of is None:
        wide = views.editions(facts.as_of(today), variable, entity)
        rows = [(p, *map(_number, values)) for p, values in zip(wide.index, wide.to_numpy(), strict=True)]
        print_table(("period", *wide.columns), rows, entity)
        return
    _then_and_now(views.compare(variable, entity, as_of, today, facts), as_of, today, entity)


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="File to write.")],
    format: Annotated[
        str | None, typer.Option("--format", help="csv, xlsx or parquet; by the file's ending without it.")
    ] = None,
    variable: Annotated[
        list[str] | None, typer.Option("--variable", "-v", help="Only this variable; may be repeated.")
    ] = None,
    entity: Annotated[
        list[str] | None, typer.Option("--entity", "-e", help="Only this entity; may be repeated.")
    ] = None,
    as_of: Then = None,
) -> None:
    """Write figures with all their columns (source, edition, dates, terms) to a csv, xlsx or parquet file."""
    from overstretch.facts import load, views

    if format is not None and format not in views.FORMATS:
        raise InputError(f"--format {format!r} is not one of {', '.join(views.FORMATS)}")
    target = path if format is None else path.with_suffix(f".{format}")
    facts = load()
    count = views.export(
        facts if as_of is None else facts.as_of(as_of), target, tuple(variable or ()), tuple(entity or ())
    )
    say(f"{target}: {count} rows")


@app.command(cls=Command)
def check(
    file: Annotated[
        Path | None,
        typer.Argument(help="A table of your own (CSV, xlsx, parquet); without it, the embedded facts are checked."),
    ] = None,
    json: Json = None,
) -> None:
    """Check a table of your own figures, or the embedded facts against themselves (sums, identities, dates)."""
    if file is not None:
        from overstretch.facts import userdata

        frame = userdata.check(file)
        if json is not None:
            return write_json(frame, json, file=file.name)
        names = sorted(frame["variable"].unique())
        more = f" and {len(names) - 8} more" if len(names) > 8 else ""
        say(f"{file.name}: {len(frame)} rows of {', '.join(names[:8])}{more}; no fault found")
        return
    from overstretch.facts import checks, load

    results = checks.report(load())
    if json is not None:
        write_json([r._asdict() for r in results], json)
        return _refuse_failures(results)
    print_table(
        ("check", "figures", "largest gap", "accepted", "holds"),
        [tuple(map(str, r)) for r in results],
        "the facts against themselves",
    )
    _refuse_failures(results)


app.command("sources", cls=Command)(registers.sources_command)
app.command(cls=Command)(facts_status.status)
app.command(cls=facts_own.AddCommand)(facts_own.add)
app.command()(facts_own.remove)
app.command(cls=Command)(facts_own.update)


def _then_and_now(table: pd.DataFrame, as_of: str, today: str, entity: str) -> None:
    columns = ("period", f"known {as_of}", "kind", f"known {today}", "kind", "change")
    rows = [
        (
            r.Index,
            _number(r.value_then),
            _text(r.kind_then),
            _number(r.value_now),
            _text(r.kind_now),
            _number(r.change, sign=True),
        )
        for r in table.itertuples()
    ]
    print_table(columns, rows, entity)
    for name, day in (("then", as_of), ("now", today)):
        for (edition, source), group in table.groupby([f"edition_{name}", f"source_{name}"]):
            say(f"{day}: edition {edition}, known from {_date(group[f'known_from_{name}'].max())}, {source}")


def _refuse_failures(results: list[Result]) -> None:
    if not all(r.holds == "yes" for r in results):
        raise InputError("the facts do not hold together: see the table above")


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """A table with its index as a column and days as text."""
    flat = table.reset_index()
    days = [c for c in flat if str(c).startswith("known_from")]
    return flat.assign(**{c: flat[c].dt.strftime("%Y-%m-%d") for c in days})


def _day(text: str | None) -> str:
    return text or date.today().isoformat()


def _heading(variable: str, day: str) -> None:
    from overstretch.facts import registry

    entry = registry.variable(variable)
    say(wrapped(f"{variable}: {entry.description} ({entry.unit}), as known on {day}", ""))
    say(wrapped(entry.definition, ""))
    if entry.traps:
        say(wrapped(f"Mind: {entry.traps}", ""), fg="yellow")


def _notes(frame: pd.DataFrame) -> None:
    for note in dict.fromkeys(n for n in frame["note"] if n):
        say(wrapped(f"note: {note}", "  ", ""))
    for address in dict.fromkeys(a for a in frame["address"] if a):
        say(f"from: {address}")


def _whose(row: Any) -> str:
    return f"{row.source} [your own: {row.file.removeprefix('user:')}]" if row.file.startswith("user:") else row.source


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text.split('; ')[0]} ... {text.split('; ')[-1]}"


def _number(value: float, sign: bool = False) -> str:
    if value != value:
        return ""
    return f"{value:+,.4g}" if sign else f"{value:,.6g}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _date(value: Any) -> str:
    return "" if value != value else f"{value:%Y-%m-%d}"
