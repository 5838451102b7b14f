"""Tables of facts: the one form, read from CSV and checked on load.

On disk a row is short: `entity, period, variable, value, unit, kind, origin, published, note`. `origin` points to
`origins.csv` (`origin, edition, published, source, address, terms, note`), an empty unit stands for the registry's and an
empty `published` for the origin's. Loaded rows carry everything.
"""

from __future__ import annotations

import hashlib
import io
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import registry
from overstretch.facts.periods import parse_day, period_end

KINDS = ("actual", "estimate", "forecast", "plan", "claim")
COLUMNS = (
    "entity", "period", "variable", "value", "unit", "kind", "edition", "published", "source", "address", "terms", "note",
)  # fmt: skip
STORED = ("entity", "period", "variable", "value", "unit", "kind", "origin", "published", "note")
ORIGIN = ("origin", "edition", "published", "source", "address", "terms", "note")
LATER_THAN_ALL = "9999-12-31"
_TEXT = [c for c in STORED if c != "value"]


def embedded() -> tuple[pd.DataFrame, str]:
    """All embedded rows in the one form (with `file`), and the sha256 over the bytes of all tables."""
    folder = files("overstretch.facts").joinpath("tables")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".csv"))
    digest = hashlib.sha256()
    frames, origins = [], None
    for name in names:
        data = folder.joinpath(name).read_bytes()
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        if name == "origins.csv":
            origins = _read_origins(data)
        else:
            frames.append(_read_stored(data, name))
    if origins is None:
        raise InputError("the embedded tables have no origins.csv")
    return _join(pd.concat(frames, ignore_index=True), origins), digest.hexdigest()


def _read_stored(data: bytes, name: str) -> pd.DataFrame:
    try:
        frame = pd.read_csv(
            io.BytesIO(data), dtype={**dict.fromkeys(_TEXT, "str"), "value": "float64"}, keep_default_na=False
        )
    except ValueError as error:
        raise InputError(f"{name}: {error}") from None
    if tuple(frame.columns) != STORED:
        raise InputError(f"{name}: columns are {list(frame.columns)}, accepted: {list(STORED)}")
    frame["file"] = name
    frame["row"] = np.arange(2, len(frame) + 2)
    return frame


def _read_origins(data: bytes) -> pd.DataFrame:
    frame = pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False)
    if tuple(frame.columns) != ORIGIN:
        raise InputError(f"origins.csv: columns are {list(frame.columns)}, accepted: {list(ORIGIN)}")
    return frame.set_index("origin", verify_integrity=True)


def _join(stored: pd.DataFrame, origins: pd.DataFrame) -> pd.DataFrame:
    """Fill units, editions, dates, sources, addresses, terms and notes from the registry and the origins."""
    codes = pd.Index(origins.index).get_indexer(stored["origin"])
    if (codes < 0).any():
        first = stored.loc[codes < 0].iloc[0]
        raise InputError(
            f"{first['file']}, row {first['row']}, column origin: {first['origin']!r} is not in origins.csv"
        )
    units = {code: v.unit for code, v in registry.variables().items()}
    frame = stored.drop(columns="origin")
    frame["unit"] = frame["unit"].where(frame["unit"] != "", frame["variable"].map(units).fillna(""))
    for column in ("edition", "source", "address", "terms"):
        frame[column] = origins[column].to_numpy()[codes]
    styles = {code: v.vintage for code, v in registry.variables().items()}
    frame["edition"] = frame["edition"].where(frame["edition"] != "", frame["variable"].map(styles).fillna(""))
    common = origins["published"].to_numpy()[codes]
    own = frame["published"] != ""
    frame["published"] = frame["published"].where(own, common)
    shared = origins["note"].to_numpy()[codes]
    both = (frame["note"] != "") & (shared != "")
    frame["note"] = np.where(both, frame["note"] + "; " + shared, np.where(shared != "", shared, frame["note"]))
    return frame[[*COLUMNS, "file", "row"]]


def from_file(source: Traversable) -> pd.DataFrame:
    """A user's CSV in the full form (`COLUMNS`), checked; InputError names file, row and column."""
    from overstretch.facts.validate import read_user_table

    return read_user_table(source)


def check_codes(frame: pd.DataFrame) -> None:
    """Registry, kinds, periods, dates and values of loaded rows; InputError names the first file, row and column."""
    known_variables, known_entities = registry.variables(), registry.entities()
    _refuse(frame, "variable", ~frame["variable"].isin(known_variables.keys()), "is not in the registry of variables")
    _refuse(frame, "entity", ~frame["entity"].isin(known_entities.keys()), "is not in the registry of entities")
    _refuse(frame, "kind", ~frame["kind"].isin(KINDS), f"is not one of {', '.join(KINDS)}")
    _refuse(frame, "value", ~np.isfinite(frame["value"].to_numpy()), "is not a finite number")
    for column, parse in (("period", period_end), ("published", parse_day)):
        bad = {text for text in frame[column].unique() if text and not _parses(parse, text)}
        empty = (frame[column] == "") if column == "period" else False
        _refuse(frame, column, frame[column].isin(bad) | empty, "cannot be read")


def _parses(parse, text: str) -> bool:
    try:
        parse(text)
    except InputError:
        return False
    return True


def _refuse(frame: pd.DataFrame, column: str, bad: pd.Series | np.ndarray, why: str) -> None:
    if np.any(bad):
        first = frame.loc[np.asarray(bad)].iloc[0]
        raise InputError(f"{first['file']}, row {first['row']}, column {column}: {first[column]!r} {why}")


def with_dates(frame: pd.DataFrame) -> pd.DataFrame:
    """Add `end` (last day of the period), `known_from` (day of admission) and `shown_from` (period end plus lag).

    `known_from` is the day of publication, else the end of the period plus the registry's lag, else never. `shown_from` is
    the day on which the stated lag would have shown the period, for reconstructed vintages; never without a lag.
    """
    periods = frame["period"].astype("category")
    ends = np.array([period_end(p) for p in periods.cat.categories], dtype="datetime64[D]")
    end = ends[periods.cat.codes.to_numpy()]
    names = frame["variable"].astype("category")
    lags = [registry.variables()[v].lag_days for v in names.cat.categories]
    has_lag = np.array([lag is not None for lag in lags])[names.cat.codes.to_numpy()]
    lag = np.array([lag or 0 for lag in lags], dtype="timedelta64[D]")[names.cat.codes.to_numpy()]
    never = np.datetime64(LATER_THAN_ALL)
    shown = np.where(has_lag, end + lag, never)
    dated = (frame["published"] != "").to_numpy()
    published = frame["published"].where(dated, LATER_THAN_ALL).to_numpy().astype("datetime64[D]")
    return frame.assign(end=end, known_from=np.where(dated, published, shown), shown_from=shown)
