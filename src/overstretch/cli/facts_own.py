"""`overstretch facts add`, `remove` and `update`: figures of your own, and newer ones of the publishers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from overstretch.cli.options import Command, Json, Published
from overstretch.cli.tables import wrapped, write_json
from overstretch.errors import InputError
from overstretch.terminal import say

if TYPE_CHECKING:
    import pandas as pd

    from overstretch.facts.update import Updated

_SHOWN = 5  # revised figures of each variable that are printed
_ACCEPTED = "accepted: one FILE, or SERIES ACTOR PERIOD VALUE with --source and --published"


class AddCommand(Command):
    """`add`, which takes a negative figure (-3.2) as a value rather than as an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Let negative figures through as arguments; other words with a hyphen stay options."""
        figures = [word for word in args if word[:1] == "-" and word[1:2].isdigit()]
        rest = super().parse_args(ctx, [word for word in args if word not in figures])
        ctx.params["what"] = [*ctx.params["what"], *figures]
        return rest


def add(
    what: Annotated[
        list[str],
        typer.Argument(metavar="FILE or SERIES ACTOR PERIOD VALUE", help="A table (CSV, xlsx), or one figure."),
    ],
    source: Annotated[str | None, typer.Option(help="Where the one figure is from.")] = None,
    published: Published = None,
    unit: Annotated[str, typer.Option(help="Unit of the one figure; the series' own without it.")] = "",
    kind: Annotated[
        str, typer.Option(help="actual, estimate, forecast, plan or claim; by period and day without it.")
    ] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Replace an earlier table or figure of the name.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Take figures that do not fit what is held.")] = False,
) -> None:
    """Add your own figures: checked, stored in your folder, laid over the embedded ones and named in every output.

    Examples:

        overstretch facts add mine.csv

        overstretch facts add core_share POL 2026 4.75 --source "Ministry of Defence" --published 2026-09-01
    """
    from overstretch.facts import userdata

    if len(what) == 1:
        if source or published or unit or kind:
            raise InputError(f"--source, --published, --unit and --kind belong to one figure; {_ACCEPTED}")
        path, frame = userdata.add(Path(what[0]), replace, force)
    elif len(what) == 4:
        if not source or not published:
            raise InputError(f"--source and --published are needed for one figure; {_ACCEPTED}")
        path, frame = userdata.add_figure(
            *what, source=source, published=published, unit=unit, kind=kind, replace=replace, force=force
        )
    else:
        raise InputError(f"{len(what)} words were given; {_ACCEPTED}")
    _tell_added(path, frame)


def _tell_added(path: Path, frame: pd.DataFrame) -> None:
    from overstretch.facts import own

    rows = "1 row" if len(frame) == 1 else f"{len(frame):,} rows"
    say(f"added {rows} of {', '.join(sorted(frame['variable'].unique()))} as {path}")
    say(
        wrapped(
            "From their day of publication they stand in place of embedded figures of the same series and period.", ""
        )
    )
    for row in frame[frame["note"].str.contains(own.FORCED, regex=False)].itertuples():
        say(f"by force: {row.variable} of {row.entity} for {row.period}: {str(row.note).partition(own.FORCED)[2]}")


def remove(name: Annotated[str, typer.Argument(help="Name of the table, as 'facts add' gave it.")]) -> None:
    """Remove a table of your own figures."""
    from overstretch.facts import userdata

    say(f"removed {userdata.remove(name)}")


def update(
    source: Annotated[
        str | None,
        typer.Argument(help="nato, imf, worldbank, sipri, cbr, brent, eurostat or (by --file) minfin; all without it."),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", help="Read this file of the publisher's in place of fetching one.")
    ] = None,
    published: Published = None,
    json: Json = None,
) -> None:
    """Fetch the publishers' newest figures as a new edition; the old ones stay, and stay in force on any fault.

    Prints which figures changed. No failing source stops the others. Example:

        overstretch facts update imf --file WEOApr2026all.xls --published 2026-04-14
    """
    from overstretch.facts import update as refresh
    from overstretch.facts.periods import parse_day

    faults: dict[str, str] = {}
    if file is not None:
        if source is None:
            raise InputError(f"--file needs the name of its source: {', '.join(refresh.SOURCES)}")
        day = parse_day(published, "--published") if published else ""
        done = [refresh.update_from_file(source, file, day)]
        _tell(source, done[0], err=json is not None)
    elif published is not None:
        raise InputError("--published belongs to --file; a fetched edition carries its own day")
    else:
        done, faults = refresh.update_all(
            [source] if source else (), told=lambda name, one: _tell(name, one, err=json is not None)
        )
    if json is not None:
        rows = [{"source": one.source, **row} for one in done for row in one.changed.to_dict("records")]
        write_json(_plain(rows), json, faults=faults)
    if faults:
        lines = [f"{name}: {fault}" for name, fault in faults.items()]
        raise InputError(
            "\n".join(
                [*lines, "What was held of these sources stays in force; --file FILE reads a file of the publisher's."]
            )
        )


def _plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows for JSON: a missing figure is null."""
    return [{key: None if value != value else value for key, value in row.items()} for row in rows]


def _tell(name: str, done: Updated | str, err: bool = False) -> None:
    """Say what an update did and which figures changed (its fault is said at the end)."""
    if isinstance(done, str):
        say(f"{name}: failed", err=True)
        return
    what = f"{done.rows} figures of {len(done.variables)} variables, edition {done.edition}, published {done.published}"
    where = f"{what}, stored as {done.path}" if done.path else f"nothing new ({what} already held)"
    say(f"{name}: {where}", err=err)
    for line in changes_of(done):
        say(f"  {line}", err=err)


def changes_of(done: Updated) -> list[str]:
    """What an update changed, in words: for each variable the figures of this year first ("Poland 2026: 4.80 →
    4.68")."""
    from overstretch.facts import registry

    lines = []
    for variable, group in done.changed.groupby("variable") if len(done.changed) else ():
        entry = registry.variable(str(variable))
        revised = group.dropna(subset=["before", "after"])
        near = (revised["period"].str[:4].astype(int) - int(done.published[:4])).abs()
        size = (revised["after"] - revised["before"]).abs()
        shown = revised.assign(near=near, size=-size).sort_values(["near", "size"], kind="stable")
        counts = (len(revised), "revised"), (group["before"].isna().sum(), "new"), (group["after"].isna().sum(), "gone")
        told = ", ".join(f"{count} {word}" for count, word in counts if count)
        lines.append(f"{entry.description} ({entry.unit}): {told}")
        for row in shown.head(_SHOWN).itertuples():
            before, after = figures(float(row.before), float(row.after))  # type: ignore[arg-type]
            lines.append(f"  {registry.entity(str(row.entity)).name} {row.period}: {before} → {after}")
        if len(shown) > _SHOWN:
            lines.append(f"  {len(shown) - _SHOWN} more")
    return lines


def figures(before: float, after: float) -> tuple[str, str]:
    """Two figures with two decimals, or as many more as it takes to tell them apart."""
    for places in range(2, 8):
        pair = (f"{before:,.{places}f}", f"{after:,.{places}f}")
        if pair[0] != pair[1]:
            break
    return pair
