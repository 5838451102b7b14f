"""A user's own figures, checked like fetched ones: against what is held, or taken by force and then named as such."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import plausible, registry
from overstretch.facts.known import Known
from overstretch.facts.periods import parse_day, period_end, period_start
from overstretch.facts.validate import MAX_FAULTS, OPTIONAL, REQUIRED, read_table

FORCED = "taken with --force: "
TABLE = "own-figures"


def checked(path: Path, held: pd.DataFrame, force: bool = False) -> pd.DataFrame:
    """Rows of a user's table, checked against `held` (rows of the one form).

    Doubtful rows are an InputError that names file, row, column and what is accepted; with `force` they are taken and
    their note says so. A row whose note says already that it was taken by force is not asked again.
    """
    frame = read_table(path, held)
    if wrong := plausible.wrong_forms(frame, held):
        raise InputError(_listed(path, wrong))
    asked = frame[~frame["note"].str.contains(FORCED, regex=False)]
    doubts = plausible.doubts(asked, held, date.today().isoformat())
    if doubts and not force:
        raise InputError(_listed(path, doubts) + "\nRight all the same? 'overstretch facts add --force' takes it.")
    for doubt in doubts:
        place = frame["row"] == doubt.row
        frame.loc[place, "note"] = [_with(note, FORCED + doubt.why) for note in frame.loc[place, "note"]]
    return frame


def forced(known: Known) -> list[str]:
    """The user's figures taken by force that were known on the day, each in words with the reason for doubt."""
    users = [name for name in known.rows["file"].cat.categories if name.startswith("user:")]
    rows = known.rows[known.rows["file"].isin(users).to_numpy()] if users else known.rows.iloc[:0]
    found = []
    for row in rows.astype({"note": str}).itertuples():
        if FORCED in str(row.note):
            why = str(row.note).partition(FORCED)[2]
            found.append(
                f"your own figure, taken by force: {row.variable} of {row.entity} for {row.period} = "
                f"{row.value:g} ({why})"
            )
    return found


def row(
    series: str,
    actor: str,
    period: str,
    value: str | float,
    source: str,
    published: str,
    unit: str = "",
    kind: str = "",
) -> dict[str, str]:
    """One row of a table of facts from what a user says; InputError for an unknown series or actor, or a wrong day.

    The unit is the registry's without one; the kind is by the day: an ended period is actual, a begun one an estimate,
    a later one a forecast.
    """
    entry = registry.variable(series)
    day = parse_day(published, "--published")
    words = "forecast" if period_start(period) > day else "estimate" if period_end(period) > day else "actual"
    if not source.strip():
        raise InputError("--source: say where the figure is from")
    return {
        "entity": _entity(actor),
        "period": period,
        "variable": entry.code,
        "value": str(value),
        "unit": unit or entry.unit,
        "kind": kind or words,
        "published": day,
        "source": source.strip(),
        "edition": TABLE,
        **dict.fromkeys((c for c in OPTIONAL if c != "edition"), ""),
    }


def write(frame: pd.DataFrame) -> bytes:
    """A table of own figures as CSV in the columns that `read_table` takes."""
    return frame[[*REQUIRED, *OPTIONAL]].to_csv(index=False, lineterminator="\n").encode()


def _entity(actor: str) -> str:
    """The code of an actor given by code or by name."""
    names = {one.name.casefold(): code for code, one in registry.entities().items()}
    return names.get(actor.strip().casefold()) or registry.entity(actor.strip().upper()).code


def _listed(path: Path, doubts: list[plausible.Doubt]) -> str:
    lines = [f"{path.name}, row {d.row}, column {d.column}: {d.why}" for d in doubts[:MAX_FAULTS]]
    more = [f"... and {len(doubts) - MAX_FAULTS} more"] if len(doubts) > MAX_FAULTS else []
    return "\n".join([*lines, *more])


def _with(note: str, more: str) -> str:
    return f"{note}; {more}" if note else more
