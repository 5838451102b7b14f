"""What a publisher's reader gives: rows in the one form."""

from __future__ import annotations

import pandas as pd

from overstretch.facts import registry


def in_form(
    rows: pd.DataFrame, published: pd.Series | str, edition: str, source: str, address: str, terms: str
) -> pd.DataFrame:
    """Rows of entity, period, variable, value and kind in the one form; units are the registry's, notes empty where
    none are given."""
    return rows.assign(
        unit=rows["variable"].map(lambda code: registry.variable(code).unit),
        published=published,
        edition=edition,
        source=source,
        address=address,
        terms=terms,
        note=rows.get("note", ""),
    )
