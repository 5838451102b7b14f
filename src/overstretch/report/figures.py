"""The figures of the report: which variable, which past figures, which words. Drawing is in charts.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import xarray as xr
from markupsafe import Markup

from overstretch import shipped
from overstretch.questions import catalogue
from overstretch.report import charts, wording
from overstretch.report.allies import NOT_ALLIES, ally_name
from overstretch.report.charts import Fan
from overstretch.report.named import title_of, unit_of
from overstretch.report.past import edition, past_figures
from overstretch.report.summaries import ally_fans, fan, state_shares, world

LAST_YEAR = 2035
FIRST_PAST = 2014


@dataclass(frozen=True)
class Figure:
    """One drawn figure: title, unit, picture, what it shows in words (its text alternative), and a note."""

    key: str
    title: str
    unit: str
    svg: Markup
    alt: str
    note: str = ""


@dataclass(frozen=True)
class Sketch:
    """What to draw for one variable of the futures: a row of figures.toml, which explains the fields."""

    variable: str
    actor: str | None = None
    past: str | None = None
    entity: str = "RUS"
    first: int = 2018
    hue: str = "russia"
    level: float | None = None
    level_is: str = ""
    note: str = ""
    over_first: bool = False

    @property
    def title(self) -> str:
        return title_of(self.variable, self.actor)


SKETCHES = {
    section: [Sketch(**row) for row in found] for section, found in shipped.rows("report", "figures.toml").items()
}
STATES = {
    "war_state": ("The war against Ukraine", ("active", "ceasefire", "settled")),
    "us_state": ("Stance of the United States", ("strong", "transactional", "withdrawn")),
}


def ally_figures(futures: xr.DataTree, facts: Any) -> dict[str, Figure]:
    """One small fan of the core burden per ally with forces, on one scale, past figures joined on."""
    fans = ally_fans(world(futures), "core_share", LAST_YEAR)
    pasts = {code: past_figures(facts, "core_share", code, FIRST_PAST, calendar_years=True) for code in fans}
    top = max([f["q95"].max() for f in fans.values()] + [p["value"].max() for p in pasts.values() if p is not None])
    out = {}
    for code, bands in fans.items():
        chart = Fan(
            pasts[code], bands, "allies", 3.5, (0.0, 1.04 * float(top)), (FIRST_PAST, LAST_YEAR), (150, 92), small=True
        )
        name = ally_name(code)
        out[code] = Figure(f"ally-{code}", name, "% of GDP", charts.fan_svg(chart), in_words(name, pasts[code], bands))
    return out


def ally_note(facts: Any) -> str:
    """Where the allies' past figures come from; says so where none were known."""
    held = [code for code in facts.entities("core_share") if code not in NOT_ALLIES]
    return f"Past: {edition(facts, 'core_share', held[0])}." if held else "No past figures were known at the cut-off."


def relabelled_figures(futures: xr.DataTree) -> list[Figure]:
    """New and relabelled spending, unweighted means over the allies with forces."""
    base = world(futures)
    out = []
    for variable in ("new_share", "relabelled_share"):
        title = f"{title_of(variable)}: mean of the allies"
        bands = fan(base[variable].sel(actor=list(catalogue.armed("ALLIES"))).mean("actor"), LAST_YEAR)
        chart = Fan(None, bands, "allies")
        out.append(
            Figure(
                variable,
                title,
                "% of GDP",
                charts.fan_svg(chart),
                in_words(title, None, bands),
                "Unweighted mean of 31 allies.",
            )
        )
    return out


def fan_figure(sketch: Sketch, futures: xr.DataTree, facts: Any, world_name: str = "base") -> Figure:
    """A fan chart of one variable; where the sketch names past figures that the facts do not hold, the note says so."""
    values = world(futures, world_name)[sketch.variable]
    if sketch.actor is not None:
        values = values.sel(actor=sketch.actor)
    yearly = "year" in values.dims
    bands = fan(values, LAST_YEAR if yearly else LAST_YEAR + 1)
    past = None
    notes = [text for text in (sketch.note, f"Dotted line: {sketch.level_is}." if sketch.level_is else "") if text]
    if sketch.past is not None:
        past = past_figures(facts, sketch.past, sketch.entity, sketch.first, calendar_years=yearly)
        if past is not None and sketch.over_first:
            past["value"] /= past["value"].iloc[0]
        held = (
            f"Past: {edition(facts, sketch.past, sketch.entity)}."
            if past is not None
            else "No past figures were known at the cut-off."
        )
        notes.append(held)
    chart = Fan(past, bands, sketch.hue, sketch.level)
    return Figure(
        sketch.variable,
        sketch.title,
        unit_of(sketch.variable),
        charts.fan_svg(chart),
        in_words(sketch.title, past, bands),
        " ".join(notes),
    )


def state_figure(variable: str, futures: xr.DataTree) -> Figure:
    """Share of futures in each state of the war or of the United States, by quarter."""
    title, labels = STATES[variable]
    shares = state_shares(world(futures)[variable], labels, LAST_YEAR + 1)
    last = shares[shares["at"] == shares["at"].max()]
    words = ", ".join(f"{row.state} {wording.percent(row.share)}" for row in last.itertuples())
    return Figure(
        variable, title, "share of futures", charts.states_svg(shares), f"{title} at the end of {LAST_YEAR}: {words}."
    )


def strain_figure(futures: xr.DataTree) -> Figure:
    """Both sides' strain on one scale."""
    base = world(futures)
    sides = [fan(base[name], LAST_YEAR + 1) for name in ("rus_strain", "nato_strain")]
    svg = charts.strains_svg(sides[0], sides[1], ("Russia", "allies"))
    alt = " ".join(
        in_words(name, None, bands)
        for name, bands in zip(("Russia’s strain", "The allies’ strain"), sides, strict=True)
    )
    return Figure(
        "strain",
        "Economic strain of both sides’ defence effort",
        wording.UNITS["sd"],
        svg,
        alt,
        "Each side by the same rule: 0 is its own past mean.",
    )


def in_words(name: str, past: pd.DataFrame | None, bands: pd.DataFrame) -> str:
    """What a fan chart shows, as a sentence: the last past figure, and median and band at the end."""
    end = bands.iloc[-1]
    low, middle, high = (wording.number(end[q]) for q in ("q05", "q50", "q95"))
    text = f"{name}: median {middle} at the end of the chart (5–95%: {low} to {high})"
    if past is None:
        return text + "."
    last = past.iloc[-1]
    return f"{text}; last past figure {wording.number(last['value'])}, in {int(last['at'])}."
