"""Cells of a user's table as text, from CSV, xlsx or parquet; formula-like text disarmed on the way out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from overstretch.errors import InputError

FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so may run in a spreadsheet


def disarmed(text: str) -> str:
    """Text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def armed(text: str) -> str:
    """The text that `disarmed` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULAS) else text


def cells_of(path: Path, most: int) -> tuple[list[str], list[list[str]], bool]:
    """Header, rows and whether decimals are written with commas (CSV with semicolons).

    InputError where there is no file, it is larger than `most` bytes, or it is no table.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    if path.stat().st_size > most:
        raise InputError(
            f"{path.name}: {path.stat().st_size / 1e6:.0f} MB is more than the {most / 1e6:.0f} MB accepted"
        )
    if path.suffix.lower() in (".xlsx", ".parquet"):
        return (*_of_frame(path), False)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path.name}: not UTF-8 text; a CSV with a header row is accepted") from None
    first = text.partition("\n")[0]
    semicolons = first.count(";") > first.count(",")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if semicolons else ","))
    except csv.Error as error:
        raise InputError(f"{path.name}: no readable CSV ({error})") from None
    header = [name.strip() for name in rows[0]] if rows else []
    return header, rows[1:], semicolons


def _of_frame(path: Path) -> tuple[list[str], list[list[str]]]:
    import pandas as pd

    excel = path.suffix.lower() == ".xlsx"
    try:
        frame = pd.read_excel(path, dtype=str, keep_default_na=False) if excel else pd.read_parquet(path)
    except ImportError:
        extra = "excel" if excel else "parquet"
        raise InputError(
            f"reading {path.suffix} needs a further package: pip install '.[{extra}]' in a checkout"
        ) from None
    except Exception as error:  # the readers raise many types; all mean that the file cannot be read
        raise InputError(f"{path.name}: no readable {path.suffix} file ({type(error).__name__})") from None
    rows = [
        ["" if cell is None or cell != cell else str(cell) for cell in row] for row in frame.itertuples(index=False)
    ]
    return [str(name).strip() for name in frame.columns], rows
