"""Read a table of facts from a file of the user's, checked cell by cell: every fault names file, row and column.

CSV (commas, or semicolons with decimal commas), xlsx and parquet, also as `facts export` writes them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pandas as pd
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    FiniteFloat,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails

from overstretch.errors import InputError
from overstretch.facts import registry, tables
from overstretch.facts.cells import armed, cells_of
from overstretch.facts.periods import parse_day, period_end, period_start

MAX_BYTES = 60_000_000
MAX_FAULTS = 20
REQUIRED = ("entity", "period", "variable", "value", "unit", "kind", "published", "source")
OPTIONAL = ("edition", "address", "terms", "note")
EXPORTED = (
    "publisher",
    "status",
    "known_from",
    "pseudo_vintage",
    "carried",
    "table",
)  # further columns of `facts export`, not read


class Row(BaseModel):
    """One row of a table of facts, as a user writes it."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="forbid")

    entity: str
    period: str
    variable: str
    value: FiniteFloat
    unit: str
    kind: Literal["actual", "estimate", "forecast", "plan", "claim"]
    published: str
    source: str = Field(min_length=1)
    edition: str = ""
    address: str = ""
    terms: str = ""
    note: str = ""

    @field_validator("variable")
    @classmethod
    def _variable(cls, code: str) -> str:
        return registry.variable(code).code

    @field_validator("entity")
    @classmethod
    def _entity(cls, code: str) -> str:
        return registry.entity(code).code

    @field_validator("period")
    @classmethod
    def _period(cls, text: str) -> str:
        if period_start(text) > period_end(text):
            raise ValueError("ends before it begins")
        return text

    @field_validator("published")
    @classmethod
    def _published(cls, text: str) -> str:
        return parse_day(text, "day of publication") if text else ""

    @model_validator(mode="after")
    def _against_registry(self, info: ValidationInfo) -> Row:
        entry = registry.variable(self.variable)
        undated = (info.context or {}).get("undated", ())
        if not self.published and entry.lag_days is None and (self.variable, self.entity, self.period) not in undated:
            raise ValueError(f"published: a day is needed, as {self.variable} has no documented lag in the registry")
        if self.unit != entry.unit and not self.unit.startswith(entry.unit + ", "):
            raise ValueError(f"unit: {self.unit!r} is not the registry's {entry.unit!r}")
        low, high = entry.lower, entry.upper
        if (low is not None and self.value < low) or (high is not None and self.value > high):
            raise ValueError(f"value: {self.value:g} is outside {low} to {high}")
        return self


def read_table(path: Path, held: pd.DataFrame | None = None) -> pd.DataFrame:
    """Rows of a table in the full form (see `REQUIRED`, `OPTIONAL`), with `file` and `row`.

    Rows need a day or a documented lag, but for those that stand among the rows `held` without either.

    InputError lists up to 20 faults as `file, row, column: what is wrong`. Rows are counted as in a spreadsheet: the
    header is row 1.
    """
    rows, faults = [], []
    context = {"undated": set() if held is None else _undated(held)}
    for number, record in _records(path):
        try:
            row = Row.model_validate(record, context=context).model_dump()
        except ValidationError as error:
            faults += [f"{path.name}, row {number}, {_column(e)}" for e in error.errors()]
            continue
        rows.append(row | {"row": number})
    frame = pd.DataFrame(rows, columns=[*REQUIRED, *OPTIONAL, "row"])
    repeated = frame[frame.duplicated(["variable", "entity", "period", "edition", "published", "source"])]
    faults += [
        f"{path.name}, row {r}, column period: repeats the series and period of an earlier row" for r in repeated["row"]
    ]
    if faults:
        more = f"\n... and {len(faults) - MAX_FAULTS} more" if len(faults) > MAX_FAULTS else ""
        raise InputError("\n".join(faults[:MAX_FAULTS]) + more)
    if frame.empty:
        raise InputError(f"{path.name}: no rows of figures")
    frame["file"] = path.name
    frame["edition"] = frame["edition"].where(frame["edition"] != "", path.stem)
    return frame[[*tables.COLUMNS, "file", "row"]]


def _undated(held: pd.DataFrame) -> set[tuple[str, str, str]]:
    keys = ["variable", "entity", "period"]
    return set(held.loc[(held["published"] == "").to_numpy(), keys].astype(str).itertuples(index=False, name=None))


def _records(path: Path) -> list[tuple[int, dict]]:
    """The file's rows as dictionaries, with their numbers; InputError where it is no table of the accepted columns."""
    header, rows, decimal_comma = cells_of(path, MAX_BYTES)
    _check_header(path, header)
    records = []
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise InputError(f"{path.name}, row {number}: {len(cells)} cells, the header has {len(header)}")
        record = {name: armed(cell) for name, cell in zip(header, cells, strict=True) if name not in EXPORTED}
        if decimal_comma:
            record["value"] = record["value"].replace(",", ".")
        records.append((number, record))
    return records


def _check_header(path: Path, header: list[str]) -> None:
    accepted = f"needed: {', '.join(REQUIRED)}; also accepted: {', '.join(OPTIONAL)}"
    missing = [name for name in REQUIRED if name not in header]
    unknown = [name for name in header if name not in REQUIRED + OPTIONAL + EXPORTED]
    if missing or unknown or len(set(header)) != len(header):
        what = (
            f"no column {', '.join(missing)}"
            if missing
            else f"column {', '.join(unknown) or 'names repeat'} not accepted"
        )
        raise InputError(f"{path.name}, row 1: {what}; {accepted}")


def _column(error: ErrorDetails) -> str:
    """`column NAME: message` of one pydantic error, also for checks of a whole row."""
    message = error["msg"].removeprefix("Value error, ")
    if error["loc"]:
        return f"column {error['loc'][0]}: {message} (found {error['input']!r})"
    column, _, rest = message.partition(": ")
    return f"column {column}: {rest}"
