"""Read a table of facts from a file of the user's, checked cell by cell: every fault names file, row and column."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails

from overstretch.errors import InputError
from overstretch.facts import registry, tables
from overstretch.facts.periods import parse_day, period_end

MAX_BYTES = 20_000_000
MAX_FAULTS = 20
REQUIRED = ("entity", "period", "variable", "value", "unit", "kind", "published", "source")
OPTIONAL = ("edition", "address", "terms", "note")


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
        period_end(text)
        return text

    @field_validator("published")
    @classmethod
    def _published(cls, text: str) -> str:
        return parse_day(text, "day of publication") if text else ""

    @model_validator(mode="after")
    def _against_registry(self) -> Row:
        entry = registry.variable(self.variable)
        if not self.published and entry.lag_days is None:
            raise ValueError(f"published: a day is needed, as {self.variable} has no documented lag in the registry")
        if self.unit != entry.unit and not self.unit.startswith(entry.unit + ", "):
            raise ValueError(f"unit: {self.unit!r} is not the registry's {entry.unit!r}")
        low, high = entry.lower, entry.upper
        if (low is not None and self.value < low) or (high is not None and self.value > high):
            raise ValueError(f"value: {self.value:g} is outside {low} to {high}")
        return self


def read_table(path: Path) -> pd.DataFrame:
    """Rows of a CSV in the full form (see `REQUIRED`, `OPTIONAL`), with `file` and `row`.

    InputError lists up to 20 faults as `file, row, column: what is wrong`. Rows are counted as in a spreadsheet: the
    header is row 1.
    """
    rows, faults = [], []
    for number, record in _records(path):
        try:
            row = Row.model_validate(record).model_dump()
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


def _records(path: Path) -> list[tuple[int, dict]]:
    """The file's rows as dictionaries, with their numbers; InputError where it is no CSV of the accepted columns."""
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    if path.stat().st_size > MAX_BYTES:
        raise InputError(
            f"{path.name}: {path.stat().st_size / 1e6:.0f} MB is more than the {MAX_BYTES / 1e6:.0f} MB accepted"
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path.name}: not UTF-8 text; a CSV with a header row is accepted") from None
    reader = csv.reader(text.splitlines())
    header = [name.strip() for name in next(reader, [])]
    _check_header(path, header)
    records = []
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise InputError(f"{path.name}, row {number}: {len(cells)} cells, the header has {len(header)}")
        records.append((number, dict(zip(header, cells, strict=True))))
    return records


def _check_header(path: Path, header: list[str]) -> None:
    accepted = f"needed: {', '.join(REQUIRED)}; also accepted: {', '.join(OPTIONAL)}"
    missing = [name for name in REQUIRED if name not in header]
    unknown = [name for name in header if name not in REQUIRED + OPTIONAL]
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
