"""Refresh: fetch a publisher's newest figures into the user's folder as a new edition, keeping what was there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from overstretch import folders
from overstretch.errors import InputError
from overstretch.facts import registry, tables
from overstretch.facts.fetch import Download, FetchError, Limits
from overstretch.facts.sources import cbr, dated, eurostat, imf, nato, sipri, weo_file, worldbank
from overstretch.facts.store import load
from overstretch.whole import whole

MAX_RATIO, MAX_RATIO_OF_SIGNED = 3.0, 10.0  # of series bounded by zero, and of growth rates, balances and the like
SAME, ROUNDING = 1e-4, 5.1e-5  # figures that differ by less, in parts of themselves or plainly, count as the same


@dataclass(frozen=True)
class Source:
    """A publisher: how it is fetched (None: nowhere), and how its own file is read."""

    title: str
    fetch: Callable[..., pd.DataFrame] | None
    parse: Callable[[Download, str], pd.DataFrame]


SOURCES = {
    "nato": Source("NATO, Defence Expenditure of NATO Countries", nato.fetch, nato.parse),
    "imf": Source("IMF World Economic Outlook", imf.fetch, weo_file.parse),
    "worldbank": Source("World Bank indicators", worldbank.fetch, worldbank.parse_file),
    "sipri": Source("SIPRI Military Expenditure Database", sipri.fetch, sipri.parse),
    "cbr": Source(
        "Bank of Russia: key rate, reserves, dollar rate; as files also inflation and the survey", cbr.fetch, cbr.parse
    ),
    "brent": Source("EIA Brent price by month, through FRED", dated.fetch_brent, lambda f, _: dated.parse(f, "brent")),
    "eurostat": Source("Eurostat long-term yields", eurostat.fetch, eurostat.parse),
    "minfin": Source("Finance Ministry of Russia: wealth fund, Urals", None, lambda f, _: dated.parse(f, "minfin")),
}


@dataclass(frozen=True)
class Updated:
    """What an update did: the file written (None if nothing was new), its edition, rows and variables.

    `changed` has a row for each figure that is known otherwise than before on the newer of the edition's day and today:
    variable, entity, period, before, after (NaN where there was none).
    """

    source: str
    path: Path | None
    edition: str
    published: str
    rows: int
    variables: tuple[str, ...]
    changed: pd.DataFrame = field(default_factory=pd.DataFrame)


def update(source: str, limits: Limits | None = None, **addresses: str) -> Updated:
    """Fetch a source's newest edition and store it; on any fault FetchError, and what was held stays in force."""
    fetch = _source(source).fetch
    if fetch is None:
        raise FetchError(f"{source} serves no file at a lasting address; download it and give it with --file")
    return _store(source, fetch(limits or Limits(), **addresses))


def update_all(
    sources: Iterable[str] = (), limits: Limits | None = None, told: Callable[[str, Updated | str], None] | None = None
) -> tuple[list[Updated], dict[str, str]]:
    """Fetch several sources (all that can be fetched without names); what was done, and the fault of each that failed.

    No failing source stops the others; InputError for a name that is none. `told` is called with each source's name and
    its result or fault.
    """
    wanted = tuple(sources)
    for name in wanted:
        _source(name)
    done, faults = [], {}
    for name in wanted or fetchable():
        try:
            result: Updated | str = update(name, limits)
        except InputError as fault:
            result = str(fault)
        except Exception as fault:  # a fault of ours in one reader must not keep the others from their figures
            result = f"could not be read ({type(fault).__name__}: {fault})"
        if isinstance(result, str):
            faults[name] = result
        else:
            done.append(result)
        if told is not None:
            told(name, result)
    return done, faults


def fetchable() -> tuple[str, ...]:
    """The sources that can be fetched from a lasting address."""
    return tuple(name for name, source in SOURCES.items() if source.fetch is not None)


def update_from_file(source: str, path: Path, published: str = "") -> Updated:
    """Store an edition from a publisher's own file that the user has downloaded.

    `published` is its day (ISO), needed where the file does not say it. InputError where there is no such file,
    FetchError where it is not one of the publisher's.
    """
    known = _source(source)
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    try:
        rows = known.parse(Download(path.read_bytes(), path.name, ""), published)
    except InputError:
        raise
    except Exception as fault:  # readers of workbooks raise many kinds of errors for damaged ones
        raise FetchError(f"{path.name}: cannot be read as a file of {known.title} ({type(fault).__name__})") from fault
    return _store(source, rows)


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
    folder = folders.data() / "editions"
    summary = (str(rows["edition"].iloc[-1]), published, len(rows), tuple(sorted(rows["variable"].unique())))
    same = [p for p in folder.glob(f"{source}-*.csv") if p.read_text(encoding="utf-8") == text]
    if same:
        return Updated(source, None, *summary)
    day = max(published, date.today().isoformat())
    before = _current(day, rows)
    path = _free(folder, f"{source}-{published}")
    write_atomically(path, text.encode())
    return Updated(source, path, *summary, changed=_changed(before, _current(day, rows)))


def _current(day: str, rows: pd.DataFrame) -> pd.Series:
    """What is known on a day of the variables of `rows`: values by variable, entity, period."""
    known = load().as_of(day).rows
    known = known[known["variable"].isin(list(rows["variable"].unique()))]
    keys = ["variable", "entity", "period"]
    return known.astype(dict.fromkeys(keys, str)).drop_duplicates(keys, keep="last").set_index(keys)["value"]


def _changed(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    table = pd.DataFrame({"before": before, "after": after})
    same = (table["before"] - table["after"]).abs() <= SAME * table["before"].abs() + ROUNDING
    return table[~same].reset_index()


def _free(folder: Path, stem: str) -> Path:
    """A name not yet taken, so that an older edition is never overwritten."""
    candidates = (folder / f"{stem}{suffix}.csv" for suffix in ["", *(f"-{n}" for n in range(2, 1000))])
    return next(path for path in candidates if not path.exists())


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, on the disk before it takes its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path) as draft, draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _plausible(source: str, rows: pd.DataFrame) -> None:
    """Refuse figures whose size is far from the edition held: the publisher changed its units or layout.

    The median ratio to the newest embedded figures of the same variable, entity and period must lie within a factor
    of `MAX_RATIO` (real amounts may change their base year, which moves them by less), of rates that change sign within
    `MAX_RATIO_OF_SIGNED`.
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
    lowest = [registry.variable(str(code)).lower for code in ratio.index]
    bounded = [low is not None and low >= 0 for low in lowest]
    limit = np.where(bounded, MAX_RATIO, MAX_RATIO_OF_SIGNED)
    off = ratio[(ratio > limit) | (ratio < 1 / limit)]
    if not off.empty:
        found = ", ".join(f"{variable} {value:.3g} times the figures held" for variable, value in off.items())
        raise FetchError(f"{source}: implausible figures ({found}); units or layout have changed")
