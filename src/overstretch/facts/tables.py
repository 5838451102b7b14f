"""Tables of facts: the one form, read from CSV and checked on load.

On disk a row is short: `entity, period, variable, value, unit, kind, origin, published, note`. `origin` points to
`origins.csv`; an empty unit stands for the registry's and an empty `published` for the origin's. Loaded rows carry
everything, as categories (most texts repeat).

An origin keeps three things apart: who published (`publisher`, `published`, the document in `source`), where it was
read (`address`), and what was read (`status`): the publisher's own page or file (`original`), a copy of the whole
(`copy`), or the figure in another text (`quoted`). Loaded sources say "(copy)" or "(quoted)", so that every print does.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import registry
from overstretch.facts.periods import parse_day, period_end

KINDS = ("actual", "estimate", "forecast", "plan", "claim")
COLUMNS = (
    "entity",
    "period",
    "variable",
    "value",
    "unit",
    "kind",
    "edition",
    "published",
    "source",
    "address",
    "terms",
    "note",
)
STORED = ("entity", "period", "variable", "value", "unit", "kind", "origin", "published", "note")
ORIGIN = ("origin", "edition", "published", "publisher", "source", "status", "address", "terms", "note")
STATUSES = ("original", "copy", "quoted")
PROVENANCE = ("publisher", "status")  # beside COLUMNS in loaded rows: who published, and what was read
NEVER = np.datetime64("9999-12-31")
TEXT = tuple(c for c in COLUMNS if c != "value")


def embedded() -> tuple[pd.DataFrame, str]:
    """All embedded rows in the one form (with `file` and `row`), and the sha256 over the bytes of all tables."""
    folder = files("overstretch.facts").joinpath("tables")
    parts = {item.name: item.read_bytes() for item in folder.iterdir() if item.name.endswith(".csv")}
    digest = hashlib.sha256()
    for name in sorted(parts):
        digest.update(name.encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    origins = _read_origins(parts.pop("origins.csv"))
    return _join(_read_stored(parts), origins), digest.hexdigest()


def _read_stored(parts: dict[str, bytes]) -> pd.DataFrame:
    """Read all stored tables at once; every column but the value as categories."""
    header = ",".join(STORED).encode()
    bodies, counts = [], []
    for name in sorted(parts):
        first, _, body = parts[name].partition(b"\n")
        if first != header:
            raise InputError(f"{name}: columns are {first.decode()!r}, accepted: {header.decode()!r}")
        bodies.append(body)
        counts.append(body.count(b"\n"))
    types: dict = {**dict.fromkeys(STORED, "category"), "value": "float64"}
    try:
        frame = pd.read_csv(io.BytesIO(b"".join(bodies)), names=list(STORED), dtype=types, keep_default_na=False)
    except ValueError as error:
        raise InputError(f"the embedded tables cannot be read: {error}") from None
    if len(frame) != sum(counts):
        raise InputError("the embedded tables have rows that run over several lines")
    frame["file"] = pd.Categorical.from_codes(np.repeat(np.arange(len(counts)), counts), sorted(parts))
    frame["row"] = np.concatenate([np.arange(2, n + 2) for n in counts])
    return frame


def _read_origins(data: bytes) -> pd.DataFrame:
    frame = pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False)
    if tuple(frame.columns) != ORIGIN:
        raise InputError(f"origins.csv: columns are {list(frame.columns)}, accepted: {list(ORIGIN)}")
    if unknown := sorted(set(frame["status"]) - set(STATUSES)):
        raise InputError(f"origins.csv: status {unknown[0]!r}, accepted: {', '.join(STATUSES)}")
    if repeated := frame.loc[frame["origin"].duplicated(), "origin"].tolist():
        raise InputError(f"origins.csv: {repeated[0]!r} is named twice")
    return frame.set_index("origin")


def _join(stored: pd.DataFrame, origins: pd.DataFrame) -> pd.DataFrame:
    """Fill units, editions, dates, sources, addresses, terms and notes from the registry and the origins."""
    _refuse(stored, "origin", ~stored["origin"].isin(origins.index), "is not in origins.csv")
    known = registry.variables()
    origin = {column: origins[column].to_dict() for column in origins.columns}
    frame = stored.drop(columns="origin")

    def unit(own: str, code: str) -> str:
        return own or (known[code].unit if code in known else "")

    def edition(name: str, code: str) -> str:
        return origin["edition"][name] or (known[code].vintage if code in known else "")

    def note(own: str, name: str) -> str:
        return "; ".join(part for part in (own, origin["note"][name]) if part)

    frame["unit"] = _paired(stored["unit"], stored["variable"], unit)
    frame["edition"] = _paired(stored["origin"], stored["variable"], edition)
    frame["published"] = _paired(
        stored["published"], stored["origin"], lambda own, name: own or origin["published"][name]
    )
    frame["note"] = _paired(stored["note"], stored["origin"], note)
    origin["source"] = {name: cited(origin["source"][name], origin["status"][name]) for name in origins.index}
    for column in ("source", "address", "terms", *PROVENANCE):
        codes = stored["origin"].cat.codes.to_numpy()
        texts = [origin[column][name] for name in stored["origin"].cat.categories]
        names = list(dict.fromkeys(texts))
        frame[column] = pd.Categorical.from_codes(np.array([names.index(t) for t in texts])[codes], names)
    return frame[[*COLUMNS, *PROVENANCE, "file", "row"]]


def cited(source: str, status: str) -> str:
    """The source as it is printed: a copy is called a copy, a quoted figure quoted."""
    return source if status == "original" or "(copy" in source else f"{source} ({status})"


def _paired(left: pd.Series, right: pd.Series, combine: Callable[[str, str], str]) -> pd.Categorical:
    """Combine two categorical columns, calling `combine` once for each pair that occurs."""
    width = len(right.cat.categories)
    pairs, place = np.unique(left.cat.codes.to_numpy("int64") * width + right.cat.codes.to_numpy(), return_inverse=True)
    lefts, rights = left.cat.categories, right.cat.categories
    texts = [combine(lefts[pair // width], rights[pair % width]) for pair in pairs]
    names = {text: i for i, text in enumerate(dict.fromkeys(texts))}
    return pd.Categorical.from_codes(np.array([names[text] for text in texts])[place], list(names))


def read_full(path: Path) -> pd.DataFrame:
    """Rows of a fetched edition, a CSV of `COLUMNS` that was checked when stored; InputError if damaged."""
    types: dict = {**dict.fromkeys(COLUMNS, "str"), "value": "float64"}
    try:
        frame = pd.read_csv(path, dtype=types, keep_default_na=False)
    except (ValueError, OSError) as error:
        raise InputError(
            f"{path}: a fetched edition that cannot be read ({error}); remove it and update again"
        ) from None
    if tuple(frame.columns) != COLUMNS:
        raise InputError(
            f"{path}: a fetched edition with other columns than {list(COLUMNS)}; remove it and update again"
        )
    return frame.assign(file=path.name, row=np.arange(2, len(frame) + 2))


def stack(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put tables of the one form on top of each other, keeping categories; fetched and own rows are originals."""
    frames = [f if "status" in f else f.assign(publisher=f["source"], status="original") for f in frames]
    rows = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    texts = [c for c in (*TEXT, *PROVENANCE, "file") if not isinstance(rows[c].dtype, pd.CategoricalDtype)]
    return rows.astype(dict.fromkeys(texts, "category"))


def check(rows: pd.DataFrame) -> None:
    """Registry, kinds, periods, days, units and values of rows; InputError names file, row and column of the first."""
    known = registry.variables()
    _refuse(rows, "variable", ~rows["variable"].isin(known.keys()), "is not in the registry of variables")
    _refuse(rows, "entity", ~rows["entity"].isin(registry.entities().keys()), "is not in the registry of entities")
    _refuse(rows, "kind", ~rows["kind"].isin(KINDS), f"is not one of {', '.join(KINDS)}")
    _refuse(rows, "value", ~np.isfinite(rows["value"].to_numpy()), "is not a finite number")
    _refuse(rows, "period", rows["period"].isin(_unreadable(rows["period"], period_end)), "is not a period")
    _refuse(rows, "published", rows["published"].isin(_unreadable(rows["published"], _day_or_nothing)), "is not a day")
    lower = rows["variable"].map({c: -np.inf if v.lower is None else v.lower for c, v in known.items()}).astype(float)
    upper = rows["variable"].map({c: np.inf if v.upper is None else v.upper for c, v in known.items()}).astype(float)
    outside = (rows["value"] < lower) | (rows["value"] > upper)
    _refuse(rows, "value", outside, "is outside the registry's limits for the variable")
    pairs = _paired(rows["unit"], rows["variable"], lambda own, code: "" if _unit_fits(own, known[code].unit) else own)
    _refuse(rows, "unit", pairs != "", "is not the registry's unit for the variable")


def _unit_fits(own: str, registered: str) -> bool:
    """The registry's unit, or it with a price basis after a comma ('USD million, 2015 prices')."""
    return own == registered or own.startswith(registered + ", ")


def _day_or_nothing(text: str) -> str:
    return parse_day(text) if text else ""


def _unreadable(column: pd.Series, parse: Callable[[str], str]) -> list[str]:
    bad = []
    for text in column.cat.categories:
        try:
            parse(text)
        except InputError:
            bad.append(text)
    return bad


def _refuse(rows: pd.DataFrame, column: str, bad: pd.Series | np.ndarray, why: str) -> None:
    bad = np.asarray(bad)
    if bad.any():
        first = rows.loc[bad].iloc[0]
        more = f" (and {bad.sum() - 1} more rows)" if bad.sum() > 1 else ""
        raise InputError(f"{first['file']}, row {first['row']}, column {column}: {first[column]!r} {why}{more}")


def with_dates(rows: pd.DataFrame) -> pd.DataFrame:
    """Add `end` (last day of the period), `known_from` (day of admission) and `shown_from` (period end plus lag).

    `known_from` is the day of publication, else the end of the period plus the registry's lag, else never.
    `shown_from` is the day on which the stated lag would have shown the period (for reconstructed vintages), else
    never.
    """
    known = registry.variables()
    ends = np.array([period_end(p) for p in rows["period"].cat.categories], dtype="datetime64[s]")
    end = ends[rows["period"].cat.codes.to_numpy()]
    lags = [known[code].lag_days for code in rows["variable"].cat.categories]
    place = rows["variable"].cat.codes.to_numpy()
    lag = np.array([x or 0 for x in lags], dtype="timedelta64[D]")[place]
    shown = np.where(np.array([x is not None for x in lags])[place], end + lag, NEVER.astype("datetime64[s]"))
    days = np.array([d or "NaT" for d in rows["published"].cat.categories], dtype="datetime64[s]")
    published = days[rows["published"].cat.codes.to_numpy()]
    return rows.assign(end=end, known_from=np.where(np.isnat(published), shown, published), shown_from=shown)
