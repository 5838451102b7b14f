"""Why two figures for one party, series and year differ: the rows of `differences.toml`, by the variables that hold the
figures."""

from __future__ import annotations

from functools import cache

from overstretch import shipped
from overstretch.facts import registry


@cache
def _rows() -> dict[frozenset[str], str]:
    """Pair of variables → reason. Raises InputError for a variable that the registry lacks."""
    made: dict[frozenset[str], str] = {}
    for row in shipped.rows("facts", "differences.toml")["pair"]:
        for name in row["of"]:
            registry.variable(name)
        made[frozenset(row["of"])] = row["reason"]
    return made


def reason(one: str, other: str) -> str:
    """Why a figure of the one variable differs from one of the other; of the same variable why editions differ. Empty
    where no row says it."""
    return _rows().get(frozenset((one, other)), "")
