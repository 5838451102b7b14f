"""A user's file of market rates: which columns, which values, and what is wrong with one."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from overstretch.errors import InputError
from overstretch.facts import entities

COLUMNS = ("entity", "rate", "year", "value")
RATES = ("short", "long", "inflation")
EVERYONE = "ALL"
LOWEST, HIGHEST = -5.0, 40.0  # percent a year


@dataclass(frozen=True)
class GivenRates:
    """Market rates that a user gave: (entity or ALL, rate) → year → percent. `name` is the file's."""

    name: str
    values: dict[tuple[str, str], dict[int, float]]

    def of(self, ally: str, rate: str) -> tuple[dict[int, float], bool]:
        """Years and values of an ally's rate, and whether they are its own (and not those of ALL)."""
        own = self.values.get((ally, rate))
        return (own, True) if own else (self.values.get((EVERYONE, rate), {}), False)


def read_rates(path: Path) -> GivenRates:
    """Market rates from a CSV with the columns entity, rate, year, value.

    `entity` is an ISO-3 code or ALL, `rate` short (three months), long (ten years) or inflation (expected, deflator),
    `value` percent a year. Years before the first forward are published rates of that year; the year T+10 takes the
    forward rates. Raises InputError naming file, row and column of the first value that cannot be used.
    """
    values: dict[tuple[str, str], dict[int, float]] = {}
    for row, line in read_rows(path, COLUMNS):
        where = f"{path}, row {row}"
        code, rate = line["entity"].strip().upper(), line["rate"].strip().lower()
        if code != EVERYONE and code not in entities():
            raise InputError(
                f"{where}, column entity: {line['entity']!r} is no entity; accepted: an ISO-3 code or {EVERYONE}"
            )
        if rate not in RATES:
            raise InputError(f"{where}, column rate: {line['rate']!r} is unknown; accepted: {', '.join(RATES)}")
        year = whole(line["year"], f"{where}, column year", 1990, 2100)
        value = number(line["value"], f"{where}, column value", LOWEST, HIGHEST, "percent a year")
        series = values.setdefault((code, rate), {})
        if year in series:
            raise InputError(f"{where}, column year: {year} is given twice for {code}, {rate}")
        series[year] = value
    if not values:
        raise InputError(f"{path}: holds no rows")
    return GivenRates(path.name, values)


def read_rows(path: Path, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> list[tuple[int, dict[str, str]]]:
    """(row number, row) of a CSV with the needed columns. Raises InputError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"{path}: cannot be read ({fault}); give a CSV file in UTF-8") from fault
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="")
    columns = tuple(name.strip() for name in reader.fieldnames or ())
    unknown = [name for name in columns if name not in needed + optional]
    missing = [name for name in needed if name not in columns]
    if unknown or missing:
        what = f"column {missing[0]!r} is missing" if missing else f"column {unknown[0]!r} is unknown"
        more = f" (also: {', '.join(optional)})" if optional else ""
        raise InputError(f"{path}, row 1: {what}; accepted: {', '.join(needed)}{more}")
    rows = []
    for line in reader:
        if "" in line:
            raise InputError(f"{path}, row {reader.line_num}: more values than columns")
        rows.append((reader.line_num, {str(k).strip(): v for k, v in line.items()}))
    return rows


def number(text: str, where: str, low: float, high: float, unit: str) -> float:
    """The number in a cell. Raises InputError where it is none or lies outside the range."""
    try:
        value = float(text)
    except ValueError as fault:
        raise InputError(f"{where}: {text!r} is no number; accepted: {unit}, {low:g} to {high:g}") from fault
    if not low <= value <= high:
        raise InputError(f"{where}: {text} is out of range; accepted: {unit}, {low:g} to {high:g}")
    return value


def whole(text: str, where: str, low: int, high: int) -> int:
    """The whole number in a cell. Raises InputError as `number` does."""
    value = number(text, where, low, high, "a year")
    if value != int(value):
        raise InputError(f"{where}: {text} is no whole number")
    return int(value)
