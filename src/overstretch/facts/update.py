"""Refresh: fetch a publisher's newest figures into the user's folder as a new edition, keeping what was there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import tables, userdata
from overstretch.facts.fetch import Download, FetchError, Limits
from overstretch.facts.sources import cbr, imf, nato, sipri, worldbank

MAX_RATIO = 3.0


@dataclass(frozen=True)
class Source:
    """A publisher: how it is fetched, and how a file that the user has downloaded is read (where it is a file)."""

    title: str
    fetch: Callable[..., pd.DataFrame]
    parse: Callable[[Download, str], pd.DataFrame] | None = None


SOURCES = {
    "nato": Source("NATO, Defence Expenditure of NATO Countries", nato.fetch, nato.parse),
    "imf": Source("IMF World Economic Outlook", imf.fetch),
    "worldbank": Source("World Bank indicators", worldbank.fetch),
    "sipri": Source("SIPRI Military Expenditure Database", sipri.fetch, sipri.parse),
    "cbr": Source("Bank of Russia: key rate, reserves, dollar rate", cbr.fetch),
}


@dataclass(frozen=True)
class Updated:
    """What an update did: the file written ('' if nothing was new), its edition, rows and variables."""

    source: str
    path: Path | None
    edition: str
    published: str
    rows: int
    variables: tuple[str, ...]


def update(source: str, limits: Limits | None = None, **addresses: str) -> Updated:
    """Fetch a source's newest edition and store it; on any fault FetchError, and what was held stays in force."""
    return _store(source, _source(source).fetch(limits or Limits(), **addresses))


def update_from_file(source: str, path: Path, published: str = "") -> Updated:
    """Store an edition from a publisher's file that the user has downloaded (NATO, SIPRI)."""
    known = _source(source)
    if known.parse is None:
        raise InputError(
            f"{source} has no file to read; files are accepted for: {', '.join(s for s in SOURCES if SOURCES[s].parse)}"
        )
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    return _store(source, known.parse(Download(path.read_bytes(), path.name, ""), published))


def _source(name: str) -> Source:
    if name not in SOURCES:
        raise InputError(f"no source {name!r}; sources: {', '.join(SOURCES)}")
    return SOURCES[name]


def _store(source: str, rows: pd.DataFrame) -> Updated:
    rows = rows[list(tables.COLUMNS)].sort_values(["variable", "entity", "period"]).reset_index(drop=True)
    checked = tables.stack([rows.assign(file=source, row=np.arange(2, len(rows) + 2))])
    try:
        tables.check(checked)
    except InputError as error:
        raise FetchError(f"the fetched figures do not pass the checks: {error}") from None
    _plausible(source, rows)
    published = str(rows["published"].max()) or date.today().isoformat()
    text = rows.to_csv(index=False, lineterminator="\n")
    folder = userdata.folder() / "editions"
    summary = (str(rows["edition"].iloc[-1]), published, len(rows), tuple(sorted(rows["variable"].unique())))
    same = [p for p in folder.glob(f"{source}-*.csv") if p.read_text(encoding="utf-8") == text]
    if same:
        return Updated(source, None, *summary)
    path = _free(folder, f"{source}-{published}")
    write_atomically(path, text.encode())
    return Updated(source, path, *summary)


def _free(folder: Path, stem: str) -> Path:
    """A name not yet taken, so that an older edition is never overwritten."""
    candidates = (folder / f"{stem}{suffix}.csv" for suffix in ["", *(f"-{n}" for n in range(2, 1000))])
    return next(path for path in candidates if not path.exists())


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: to a temporary file in the same folder, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _plausible(source: str, rows: pd.DataFrame) -> None:
    """Refuse figures whose size is far from the edition held: the publisher changed its units or layout.

    The median ratio to the newest embedded figures of the same variable, entity and period must lie within a factor
    of `MAX_RATIO` (real amounts may change their base year, which moves them by less).
    """
    held, _ = tables.embedded()
    keys = ["variable", "entity", "period"]
    held = held.astype(dict.fromkeys([*keys, "edition"], str)).sort_values("edition").drop_duplicates(keys, keep="last")
    both = (
        rows[[*keys, "value"]]
        .astype(dict.fromkeys(keys, str))
        .merge(held[[*keys, "value"]], on=keys, suffixes=("", "_held"))
    )
    both = both[(both["value_held"].abs() > 1e-9) & (both["value"].abs() > 1e-9)]
    ratio = (both["value"] / both["value_held"]).abs().groupby(both["variable"]).median()
    off = ratio[(ratio > MAX_RATIO) | (ratio < 1 / MAX_RATIO)]
    if not off.empty:
        found = ", ".join(f"{variable} {value:.3g} times the figures held" for variable, value in off.items())
        raise FetchError(f"{source}: implausible figures ({found}); units or layout have changed")
