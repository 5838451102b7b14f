"""The user's own figures (`facts add`) and fetched editions (`facts update`), laid over the embedded tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from overstretch import folders
from overstretch.facts import own, tables
from overstretch.facts.validate import read_table


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


def collect(extra: Iterable[str | Path], digest: str, held: pd.DataFrame) -> tuple[list[pd.DataFrame], str]:
    """Rows of the user's folder and of `extra` files, and the digest extended by their bytes.

    `extra` files are checked against `held` and the fetched rows, as those of the folder were when they were added.
    """
    mark = hashlib.sha256(digest.encode())
    fetched = [_layer(tables.read_full(path), "fetched", path, mark) for path in fetched_files()]
    frames = [*fetched, *(_layer(read_table(path, held), "user", path, mark) for path in own_files())]
    for path in map(Path, extra):
        frames.append(_layer(own.checked(path, tables.stack([held, *fetched])), "user", path, mark))
    return frames, mark.hexdigest() if frames else digest


def _layer(frame: pd.DataFrame, layer: str, path: Path, mark: hashlib._Hash) -> pd.DataFrame:
    mark.update(path.name.encode() + b"\0" + path.read_bytes())
    return frame.assign(file=f"{layer}:{path.name}")
