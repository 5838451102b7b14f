"""Collect rows and origins, and write them in the stored form of `overstretch.facts.tables`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from overstretch.facts.periods import month_end, parse_day
from tools.facts_build.codes import codes

STORED = ("entity", "period", "variable", "value", "unit", "kind", "origin", "published", "note")
ORIGIN = ("origin", "edition", "published", "publisher", "source", "status", "address", "terms", "note")
CODES = codes("sheet")
ORIGINALS = CODES["originals"]  # part of an address → part of the publisher's name: the publisher's own page or file
FOLDER = Path(__file__).parent


def number(value: float) -> str:
    """A short, exact enough text of a number (ten significant digits)."""
    return f"{float(value):.10g}"


def full_day(text: str) -> tuple[str, str]:
    """Day of admission of a date given as day, month or year, and the note that a coarse date needs."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return parse_day(text), ""
    if re.fullmatch(r"\d{4}-\d{2}", text):
        return month_end(int(text[:4]), int(text[5:])), "published: month only, its last day taken"
    if re.fullmatch(r"\d{4}", text):
        return f"{text}-12-31", "published: year only, its last day taken"
    if text == "":
        return "", ""
    raise ValueError(f"date {text!r}")


def half_years(period: str) -> str:
    """Write `2025-Q1`, `2025-H1` and the like in the project's forms."""
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return f"{match[1]}Q{match[2]}"
    if match := re.fullmatch(r"(\d{4})-H([12])", period):
        return f"{match[1]}-01/{match[1]}-06" if match[2] == "1" else f"{match[1]}-07/{match[1]}-12"
    return period


@cache
def _publishers() -> list[tuple[re.Pattern, str]]:
    with (FOLDER / "publishers.csv").open(encoding="utf-8") as handle:
        return [(re.compile(row["match"]), row["publisher"]) for row in csv.DictReader(handle)]


def publisher_of(source: str) -> str:
    """Who published the figure, by the words of the source; ValueError where the table of publishers names nobody."""
    for pattern, name in _publishers():
        if pattern.search(source):
            return name
    raise ValueError(f"publishers.csv names no publisher for {source!r}")


def status_of(publisher: str, source: str, address: str) -> str:
    """`original` at the publisher's own address, `copy` in a repository or a copied text, else `quoted` in another
    text."""
    host = re.sub(r"^https?://(www\.)?", "", address.split(" ; ")[0]).partition("/")[0]
    if any(part in host and name in publisher for part, name in ORIGINALS.items()):
        return "original"
    copied = address.startswith("github:") or "copy" in address or "(copy" in source or "mirror" in source
    return "copy" if copied else "quoted"


@dataclass
class Sheet:
    """One table: rows in the stored form, with the origins that they point to."""

    name: str
    rows: list[dict] = field(default_factory=list)
    origins: dict[str, dict] = field(default_factory=dict)
    _pages: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def origin(
        self,
        key: str,
        edition: str,
        published: str,
        source: str,
        address: str,
        terms: str,
        note: str = "",
        publisher: str = "",
        status: str = "",
    ) -> str:
        """An origin by its key; publisher and status are found from source and address where they are not given."""
        publisher = publisher or publisher_of(source)
        self.origins[key] = dict(
            origin=key,
            edition=edition,
            published=published,
            publisher=publisher,
            source=source,
            status=status or status_of(publisher, source, address),
            address=address,
            terms=terms,
            note=note,
        )
        return key

    def page(
        self,
        source: str,
        address: str,
        terms: str = "page cited for single figures",
        edition: str = "",
        publisher: str = "",
        status: str = "",
    ) -> str:
        """The origin of a page: one for each source, address and edition."""
        key = (source, address, edition)
        if key not in self._pages:
            name = f"{self.name}-{len(self._pages) + 1:03d}"
            self._pages[key] = self.origin(name, edition, "", source, address, terms, "", publisher, status)
        return self._pages[key]

    def add(self, entity, period, variable, value, kind, origin, published="", note="", unit="") -> None:
        day, coarse = full_day(str(published))
        self.rows.append(
            dict(
                entity=entity,
                period=str(period),
                variable=variable,
                value=number(value),
                unit=unit,
                kind=kind,
                origin=origin,
                published=day,
                note="; ".join(part for part in (note, coarse) if part),
            )
        )

    def series(self, variables: tuple[str, ...]) -> dict[tuple[str, str], dict[int, float]]:
        """Yearly values collected so far, (variable, entity) → year → value."""
        held: dict[tuple[str, str], dict[int, float]] = {}
        for row in self.rows:
            if row["variable"] in variables:
                held.setdefault((row["variable"], row["entity"]), {})[int(row["period"])] = float(row["value"])
        return held

    def _without_repeats(self) -> list[dict]:
        """Leave out a figure that a second page repeats for the same edition and day; two values there are an error."""
        seen: dict[tuple, str] = {}
        kept = []
        for row in self.rows:
            origin = self.origins[row["origin"]]
            if origin["edition"]:
                key = (row["variable"], row["entity"], row["period"], origin["edition"])
                if key in seen:
                    if seen[key] != row["value"]:
                        raise ValueError(f"two values for {key}: {seen[key]} and {row['value']}")
                    continue
                seen[key] = row["value"]
            kept.append(row)
        return kept

    def write(self, folder: Path) -> None:
        rows = sorted(self._without_repeats(), key=lambda r: (r["variable"], r["entity"], r["origin"], r["period"]))
        with (folder / f"{self.name}.csv").open("w", newline="", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, STORED, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def write_origins(sheets: list[Sheet], folder: Path) -> None:
    used = {row["origin"] for sheet in sheets for row in sheet.rows}
    with (folder / "origins.csv").open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, ORIGIN, lineterminator="\n")
        writer.writeheader()
        for sheet in sheets:
            writer.writerows(o for o in sheet.origins.values() if o["origin"] in used)
