"""The user's folder: own figures (`facts add`) and fetched editions (`facts update`), over the embedded tables."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from overstretch import folders
from overstretch.errors import InputError
from overstretch.facts import tables


def own_files() -> list[Path]:
    """The user's own figures added with `overstretch facts add`."""
    return sorted((folders.data() / "facts").glob("*.csv"))


def fetched_files() -> list[Path]:
    """Editions fetched with `overstretch facts update`, in the order of their days, later fetches of a day last."""
    return sorted((folders.data() / "editions").glob("*.csv"), key=lambda path: fetch_order(path.name))


def fetch_order(name: str) -> tuple[str, int]:
    """Sort key of a fetched edition's file name: `nato-2027-07-07.csv`, then `nato-2027-07-07-2.csv`."""
    match = re.fullmatch(r"(.*\d{4}-\d{2}-\d{2})(?:-(\d+))?\.csv", name)
    return (match[1], int(match[2] or 1)) if match else (name, 0)


def check(path: Path) -> pd.DataFrame:
    """Rows of a user's table, checked cell by cell and against what is held; InputError names what is wrong."""
    from overstretch.facts import own

    return own.checked(path, _held(but=folders.data() / "facts" / f"{path.stem}.csv"))


def add(path: Path, replace: bool = False, force: bool = False) -> tuple[Path, pd.DataFrame]:
    """Check a user's table against what is held and store it in their folder.

    InputError where it is faulty, doubtful (unless `force`), or the name is taken (unless `replace`).
    """
    from overstretch.facts import own

    target = folders.data() / "facts" / f"{path.stem}.csv"
    if target.exists() and not replace and path.is_file():
        raise InputError(f"{target.name} was added before; --replace puts the new table in its place")
    frame = own.checked(path, _held(but=target), force)
    _write(target, own.write(frame))
    return target, frame


def add_figure(
    series: str, actor: str, period: str, value: str | float, *, source: str, published: str, unit: str = "",
    kind: str = "", replace: bool = False, force: bool = False,
) -> tuple[Path, pd.DataFrame]:  # fmt: skip
    """Check one figure (`value` in `unit`, by default the registry's) and add it to the user's table of single figures.

    `actor` is a code or a name, `published` an ISO day; `kind` follows from period and day without one. InputError where
    the figure is faulty, doubtful (unless `force`), or there already (unless `replace`).
    """
    from overstretch.facts import own
    from overstretch.facts.validate import read_table

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
    _write(target, own.write(pd.concat([before[~again], new])))
    return target, new


def _held(but: Path | None = None) -> pd.DataFrame:
    """Every row held, but for those of one of the user's tables."""
    from overstretch.facts.store import load

    rows = load().rows
    return rows if but is None else rows[(rows["file"] != f"user:{but.name}").to_numpy()]


def _write(target: Path, data: bytes) -> None:
    from overstretch.facts.update import write_atomically

    write_atomically(target, data)


def remove(name: str) -> Path:
    """Remove a table of the user's own figures."""
    target = folders.data() / "facts" / f"{Path(name).stem}.csv"
    if not target.exists():
        held = ", ".join(p.name for p in own_files()) or "none"
        raise InputError(f"no table {name!r} of your own; held: {held}")
    target.unlink()
    return target


def collect(extra: Iterable[str | Path], digest: str, held: pd.DataFrame) -> tuple[list[pd.DataFrame], str]:
    """Rows of the user's folder and of `extra` files, and the digest extended by their bytes.

    `extra` files are checked against `held` and the fetched rows, as those of the folder were when they were added.
    """
    from overstretch.facts import own
    from overstretch.facts.validate import read_table

    frames: list[pd.DataFrame] = []
    mark = hashlib.sha256(digest.encode())
    for path in fetched_files():
        frames.append(_layer(tables.read_full(path), "fetched", path, mark))
    fetched = list(frames)
    for path in own_files():
        frames.append(_layer(read_table(path, held), "user", path, mark))
    for path in map(Path, extra):
        frames.append(_layer(own.checked(path, tables.stack([held, *fetched])), "user", path, mark))
    return frames, mark.hexdigest() if frames else digest


def _layer(frame: pd.DataFrame, layer: str, path: Path, mark: hashlib._Hash) -> pd.DataFrame:
    mark.update(path.name.encode() + b"\0" + path.read_bytes())
    return frame.assign(file=f"{layer}:{path.name}")
