"""The user's own figures: checked, added (`facts add`) and removed."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pandas as pd

from overstretch import folders
from overstretch.errors import InputError
from overstretch.facts import layers, own
from overstretch.facts.store import load
from overstretch.facts.update import write_atomically
from overstretch.facts.validate import read_table


def check(path: Path) -> pd.DataFrame:
    """Rows of a user's table, checked cell by cell and against what is held; InputError names what is wrong."""
    return own.checked(path, _held(but=folders.data() / "facts" / f"{path.stem}.csv"))


def add(path: Path, replace: bool = False, force: bool = False) -> tuple[Path, pd.DataFrame]:
    """Check a user's table against what is held and store it in their folder.

    InputError where it is faulty, doubtful (unless `force`), or the name is taken (unless `replace`).
    """
    target = folders.data() / "facts" / f"{path.stem}.csv"
    if target.exists() and not replace and path.is_file():
        raise InputError(f"{target.name} was added before; --replace puts the new table in its place")
    frame = own.checked(path, _held(but=target), force)
    write_atomically(target, own.write(frame))
    return target, frame


def add_figure(
    series: str,
    actor: str,
    period: str,
    value: str | float,
    *,
    source: str,
    published: str,
    unit: str = "",
    kind: str = "",
    replace: bool = False,
    force: bool = False,
) -> tuple[Path, pd.DataFrame]:
    """Check one figure (`value` in `unit`, by default the registry's) and add it to the user's table of single figures.

    `actor` is a code or a name, `published` an ISO day; `kind` follows from period and day without one. InputError
    where
    the figure is faulty, doubtful (unless `force`), or there already (unless `replace`).
    """
    row = own.row(series, actor, period, value, source, published, unit, kind)
    target = folders.data() / "facts" / f"{own.TABLE}.csv"
    with tempfile.TemporaryDirectory() as place:
        single = Path(place) / "the figure.csv"
        single.write_bytes(own.write(pd.DataFrame([row])))
        try:
            new = own.checked(single, _held(), force)
        except InputError as fault:
            raise InputError(str(fault).replace(f"{single.name}, row 2, column ", "")) from None
    before = read_table(target) if target.exists() else new.iloc[:0]
    keys = ["variable", "entity", "period", "published"]
    again = pd.MultiIndex.from_frame(before[keys]).isin(pd.MultiIndex.from_frame(new[keys]))
    if again.any() and not replace:
        raise InputError(
            f"{row['variable']} of {row['entity']} for {row['period']} was added before; --replace takes its place"
        )
    write_atomically(target, own.write(pd.concat([before[~again], new])))
    return target, new


def _held(but: Path | None = None) -> pd.DataFrame:
    """Every row held, but for those of one of the user's tables."""
    rows = load().rows
    return rows if but is None else rows[(rows["file"] != f"user:{but.name}").to_numpy()]


def remove(name: str) -> Path:
    """Remove a table of the user's own figures."""
    target = folders.data() / "facts" / f"{Path(name).stem}.csv"
    if not target.exists():
        held = ", ".join(p.name for p in layers.own_files()) or "none"
        raise InputError(f"no table {name!r} of your own; held: {held}")
    target.unlink()
    return target
