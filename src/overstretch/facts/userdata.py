"""The user's folder: own figures (`facts add`) and fetched editions (`facts update`), over the embedded tables."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import tables


def folder() -> Path:
    """The folder for the user's data: `$OVERSTRETCH_DATA`, else the platform's usual place (not created here)."""
    if chosen := os.environ.get("OVERSTRETCH_DATA"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "overstretch"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "overstretch"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "overstretch"


def own_files() -> list[Path]:
    """The user's own figures added with `overstretch facts add`."""
    return sorted((folder() / "facts").glob("*.csv"))


def fetched_files() -> list[Path]:
    """Editions fetched with `overstretch facts update`, in the order of their days, later fetches of a day last."""
    return sorted((folder() / "editions").glob("*.csv"), key=lambda path: fetch_order(path.name))


def fetch_order(name: str) -> tuple[str, int]:
    """Sort key of a fetched edition's file name: `nato-2027-07-07.csv`, then `nato-2027-07-07-2.csv`."""
    match = re.fullmatch(r"(.*\d{4}-\d{2}-\d{2})(?:-(\d+))?\.csv", name)
    return (match[1], int(match[2] or 1)) if match else (name, 0)


def add(path: Path, replace: bool = False) -> tuple[Path, pd.DataFrame]:
    """Check a user's table and store a copy in their folder; InputError where it is faulty or the name is taken."""
    from overstretch.facts.update import write_atomically
    from overstretch.facts.validate import read_table

    frame = read_table(path)
    target = folder() / "facts" / f"{path.stem}.csv"
    if target.exists() and not replace:
        raise InputError(f"{target.name} was added before; --replace puts the new table in its place")
    write_atomically(target, path.read_bytes())
    return target, frame


def remove(name: str) -> Path:
    """Remove a table of the user's own figures."""
    target = folder() / "facts" / f"{Path(name).stem}.csv"
    if not target.exists():
        held = ", ".join(p.name for p in own_files()) or "none"
        raise InputError(f"no table {name!r} of your own; held: {held}")
    target.unlink()
    return target


def collect(extra: Iterable[str | Path], digest: str) -> tuple[list[pd.DataFrame], str]:
    """Rows of the user's folder and of `extra` files, and the digest extended by their bytes."""
    frames: list[pd.DataFrame] = []
    mark = hashlib.sha256(digest.encode())
    for path in fetched_files():
        frames.append(_layer(tables.read_full(path), "fetched", path, mark))
    for path in [*own_files(), *map(Path, extra)]:
        from overstretch.facts.validate import read_table

        frames.append(_layer(read_table(path), "user", path, mark))
    return frames, mark.hexdigest() if frames else digest


def _layer(frame: pd.DataFrame, layer: str, path: Path, mark: hashlib._Hash) -> pd.DataFrame:
    mark.update(path.name.encode() + b"\0" + path.read_bytes())
    return frame.assign(file=f"{layer}:{path.name}")
