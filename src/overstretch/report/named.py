"""Titles and units of charts: those of the series that a variable holds (series.toml), where there is one."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from overstretch.engine.schema import VARIABLES
from overstretch.questions import catalogue
from overstretch.questions.kinds import Series
from overstretch.questions.say.figures import CURRENCIES, SCALES, plain_unit
from overstretch.report import wording

# What a chart is called whose variable no series asks for.
OWN_TITLES = {
    "new_share": "New spending, core and related",
    "relabelled_share": "Relabelled spending",
    "equipment": "Equipment stock",
    "europe_equipment": "Equipment stock of European allies and Canada",
    "flank_ratio": "Balance on the eastern flank",
    "article5_doubt": "Latent doubt about Article 5",
}
PURE = ("index", "ratio", "share")  # units that say less than the variable's own


class Held(NamedTuple):
    """A series, the party whose figure a variable is ("any": that of each actor), and how its unit differs."""

    series: Series
    who: str
    kind: str = ""


def title_of(variable: str, actor: str | None = None) -> str:
    """The title of a chart of a variable: the series', with the party where the series has several."""
    if variable in OWN_TITLES:
        return OWN_TITLES[variable]
    held = _held()[variable]
    about, who = held.series, actor or held.who
    base = _capital(about.label_of.get(who, "")) or about.title or _capital(about.label.removeprefix("the "))
    base += {"share": ", share of GDP", "real": ", in real terms"}.get(held.kind, "")
    several = actor is not None or (held.who != "any" and len(about.futures) > 1)
    return f"{base}, {catalogue.person(who)}" if several else base


def unit_of(variable: str) -> str:
    """Its unit in words, as the axis has it."""
    own = VARIABLES[variable].unit
    held = _held().get(variable)
    if held is None or held.kind or held.series.unit in PURE:
        return wording.UNITS.get(own, own)
    about = held.series
    if about.unit in CURRENCIES and about.scale > 1:
        size = next(name for scale, name in SCALES if about.scale == scale)
        return f"{size} {CURRENCIES[about.unit]}"
    return plain_unit(about.unit)


@cache
def _held() -> dict[str, Held]:
    """Variable of the futures → its series."""
    found: dict[str, Held] = {}
    for about in catalogue.all_series().values():
        for who, name in (*about.futures.items(), *about.quarters.items()):
            if who != "system" and str(name) in VARIABLES and len([n for n in about.futures.values() if n == name]) < 2:
                found.setdefault(str(name), Held(about, str(who)))
        for kind, other in (("share", about.as_share), ("real", about.as_real)):
            if other:
                found.setdefault(other, Held(about, "any", kind))
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
