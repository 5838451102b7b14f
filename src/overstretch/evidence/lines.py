"""Records as lines of a CSV file, both ways."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

Record = TypeVar("Record")


def read(kind: type[Record], text: str, numbers: Collection[str] = ()) -> list[Record]:
    """The records of a file's text; empty is None among `numbers`. Raises ValueError for a line of another form."""
    rows = [
        {k: None if k in numbers and not v else v for k, v in row.items()} for row in csv.DictReader(text.splitlines())
    ]
    return TypeAdapter(list[kind]).validate_python(rows)  # type: ignore[valid-type]


def write(kind: Any, records: Iterable[Any], path: Path) -> None:
    """The records, numbers to four digits."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [f.name for f in fields(kind)], lineterminator="\n")
        writer.writeheader()
        for one in records:
            writer.writerow({k: f"{v:.4g}" if isinstance(v, float) else v for k, v in asdict(one).items()})
