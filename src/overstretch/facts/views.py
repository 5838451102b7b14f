"""Tables for people: the catalogue, what was known then and now, editions side by side, exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import registry
from overstretch.facts.cells import disarmed
from overstretch.facts.known import Known, MissingFact, tidy
from overstretch.facts.periods import period_end
from overstretch.facts.store import Facts, load
from overstretch.facts.tables import PROVENANCE, TEXT
from overstretch.whole import whole

FORMATS = ("csv", "xlsx", "parquet")


def catalogue(facts: Facts) -> pd.DataFrame:
    """One row per variable held: group, description, unit, frequency, coverage, editions, sources, terms."""
    rows = facts.rows.astype(dict.fromkeys(("variable", "entity", "period", "edition", "source", "terms", "kind"), str))
    joined = {c: (c, lambda texts: "; ".join(sorted(set(texts)))) for c in ("edition", "terms", "kind")}
    table = rows.groupby("variable").agg(
        rows=("value", "size"),
        entities=("entity", "nunique"),
        first=("period", lambda p: min(p, key=period_end)),
        last=("period", lambda p: max(p, key=period_end)),
        sources=("source", "nunique"),
        **joined,
    )
    order = [code for code in registry.variables() if code in table.index]
    table = table.loc[order].rename(columns={"edition": "editions", "kind": "kinds"})
    for column in ("frequency", "unit", "description", "group"):
        table.insert(0, column, [getattr(registry.variable(code), column) for code in order])
    return table.reset_index()


def origins(facts: Facts) -> pd.DataFrame:
    """One row per publication read: publisher, source, published, how it was read, variables, rows, terms, address."""
    keys = ["publisher", "source", "published", "status", "terms", "address"]
    rows = facts.rows.astype(dict.fromkeys([*keys, "variable"], str))
    table = rows.groupby(keys, sort=False).agg(variables=("variable", "nunique"), rows=("value", "size")).reset_index()
    return table[["publisher", "source", "published", "status", "variables", "rows", "terms", "address"]]


def publishers(facts: Facts) -> pd.DataFrame:
    """One row per publisher, those of most rows first: variables (the first three by name), rows, how read, newest
    day."""
    rows = facts.rows.astype(dict.fromkeys(("publisher", "variable", "status", "published"), str))
    table = rows.groupby("publisher").agg(
        variables=("variable", _named),
        rows=("value", "size"),
        read_as=("status", lambda s: ", ".join(s.value_counts().index)),
        newest=("published", "max"),
    )
    return table.sort_values("rows", ascending=False, kind="stable").reset_index()


def _named(codes: pd.Series) -> str:
    names = codes.value_counts().index
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def compare(variable: str, entity: str, then: str, now: str | None = None, facts: Facts | None = None) -> pd.DataFrame:
    """What was known of a series on one day, from whom, and what is known now (or on another day).

    Index: period. Columns, for `then` and `now` each: value, kind, edition, known_from, source; and the change. The
    days are in `attrs`. MissingFact where neither day knows the series.
    """
    base = facts or load()
    days = {"then": then, "now": now or date.today().isoformat()}
    parts = {name: _known_rows(base.as_of(day), variable, entity) for name, day in days.items()}
    if all(part.empty for part in parts.values()):
        base.as_of(days["now"]).series(variable, entity)
    joined = pd.concat(parts, axis=1)
    joined = joined.loc[sorted(joined.index, key=lambda p: (period_end(p), p))]
    joined.columns = [f"{column}_{name}" for name, column in joined.columns]
    joined["change"] = joined["value_now"] - joined["value_then"]
    joined.index.name = "period"
    joined.attrs = {"variable": variable, "entity": entity, "unit": registry.variable(variable).unit, **days}
    return joined


def _known_rows(known: Known, variable: str, entity: str) -> pd.DataFrame:
    rows = known.frame(variable, entity).drop_duplicates("period", keep="last").set_index("period")
    return rows[["value", "kind", "edition", "known_from", "source"]]


def editions(known: Known, variable: str, entity: str) -> pd.DataFrame:
    """All admitted editions of a series side by side: index period, one column per edition."""
    rows = known.history(variable, entity)
    if rows.empty:
        raise MissingFact(f"{variable} of {entity} was not known on {known.day}")
    wide = rows.pivot_table(index="period", columns="edition", values="value", aggfunc="last")
    return wide.loc[sorted(wide.index, key=lambda p: (period_end(p), p))]


def export(facts: Facts | Known, path: Path, variables: tuple[str, ...] = (), entities: tuple[str, ...] = ()) -> int:
    """Write rows to a csv, xlsx or parquet file (by its ending) and return their number.

    Of `Facts` all rows of all editions, of `Known` what was known on its day. The file is written whole or not at all.
    """
    kind = path.suffix.lstrip(".").lower()
    if kind not in FORMATS:
        raise InputError(f"{path.name}: the file's ending must be one of .{', .'.join(FORMATS)}")
    for code in variables:
        registry.variable(code)
    for code in entities:
        registry.entity(code)
    rows = tidy(facts.rows)
    rows = rows[rows["variable"].isin(variables)] if variables else rows
    rows = rows[rows["entity"].isin(entities)] if entities else rows
    if rows.empty:
        raise InputError("nothing to export: no rows of these variables and entities")
    rows = rows.drop(columns="row").rename(columns={"file": "table"})
    for column in (*TEXT, *PROVENANCE, "table"):
        rows[column] = rows[column].map({text: disarmed(text) for text in rows[column].unique()})
    rows["known_from"] = rows["known_from"].dt.strftime("%Y-%m-%d").replace("9999-12-31", "")
    with whole(path) as draft:
        _write(rows, draft, kind)
    return len(rows)


def _write(rows: pd.DataFrame, path: Path, kind: str) -> None:
    if not path.parent.is_dir():
        raise InputError(f"{path.parent}: no such folder")
    try:
        if kind == "csv":
            rows.to_csv(path, index=False, lineterminator="\n")
        elif kind == "parquet":
            rows.to_parquet(path, index=False)
        else:
            with pd.ExcelWriter(path, engine="openpyxl") as book:
                rows.to_excel(book, sheet_name="facts", index=False)
    except ImportError:
        extra = "excel" if kind == "xlsx" else "parquet"
        raise InputError(f"writing .{kind} needs a further package: pip install '.[{extra}]' in a checkout") from None
