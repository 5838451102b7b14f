"""Accessions to NATO: the day where a source shows it, else the middle of the year."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from overstretch.facts import entities

ASSEMBLY = "https://www.nato-pa.int/content/finland-sweden-accession"
PROTOCOL = "https://www.forumfreerussia.org/en/news-en/2024-03-08/sweden-officially-joins-nato"
# Days found beside the gathered list, which has years only from 1999 on.
FOUND = {
    "FIN": (
        "2023-04-04",
        ASSEMBLY,
        "NATO Parliamentary Assembly, ratification of Finland's and Sweden's accession",
        "NATO Parliamentary Assembly",
    ),
    "SWE": ("2024-03-07", PROTOCOL, "US State Department, protocol of accession", "US State Department"),
}
NAMES = {"Turkey": "TUR", "Czech Republic": "CZE"}


class Accession(NamedTuple):
    """An ally's accession: `day` counts, `period` is what the source shows (a day or a year)."""

    code: str
    day: str
    period: str
    source: str
    address: str
    publisher: str
    note: str


def accessions(data: pd.DataFrame) -> list[Accession]:
    """All accessions of `nato_membership_events.csv`, with the days found beside it."""
    codes = {e.name: code for code, e in entities().items()} | NAMES
    found = []
    for row in data[data.event == "accession"].itertuples():
        code = codes[row.entity]
        if code in FOUND:
            day, address, source, publisher = FOUND[code]
            found.append(Accession(code, day, day, source, address, publisher, ""))
            continue
        yearly = len(row.date) == 4
        day = f"{row.date}-07-01" if yearly else row.date
        note = "year only on the page: the middle of the year counts" if yearly else row.detail
        source = "NATO, accession, in a list of members"
        found.append(Accession(code, day, row.date, source, row.address, "NATO", note))
    return found
