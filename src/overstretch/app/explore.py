"""The questions of the pages with sliders: interventions as the library names them, and answers before and after."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import xarray as xr
from markupsafe import Markup

from overstretch.claims import outcomes
from overstretch.claims.templates import alliance_collapse, ruler_downfall
from overstretch.claims.templates.recession import DEFINITIONS, by_definition
from overstretch.engine.schema import VARIABLES
from overstretch.report import charts, wording
from overstretch.report.figures import LAST_YEAR
from overstretch.report.summaries import LEVEL_YEARS, fan, world

Outcome = Callable[[xr.Dataset], np.ndarray]
SIDES = ("no change", "changed")


@dataclass(frozen=True)
class Answer:
    """One probability (0-1) before and after the change, over the same futures; `after` None without a change."""

    question: str
    before: float
    after: float | None


@dataclass(frozen=True)
class Setting:
    """What is simulated: interventions of one world, number of futures, seed and cut-off."""

    interventions: tuple[str, ...] = ()
    futures: int = 1024
    seed: int = 1
    as_of: str = "2025-07-03"

    @property
    def do(self) -> list[str]:
        """The worlds beside the base world, as `overstretch.run` takes them."""
        return [" + ".join(self.interventions)] if self.interventions else []

    @property
    def python(self) -> str:
        """The Python lines that give the same futures."""
        options = [f"futures={self.futures}", f"seed={self.seed}", f"as_of={self.as_of!r}"]
        options += [f"do={self.do!r}"] if self.do else []
        return f"import overstretch\n\nfutures = overstretch.run({', '.join(options)})"

    @property
    def command(self) -> str:
        """The command line that gives the same futures."""
        parts = ["overstretch", "run"]
        for each in self.do:
            parts += ["--do", each]
        parts += ["--futures", str(self.futures), "--seed", str(self.seed), "--as-of", self.as_of]
        return shlex.join(parts)


def _level(actor: str, year: int, level: float, component: str) -> Outcome:
    def reached(data: xr.Dataset) -> np.ndarray:
        row = list(data["actor"].values.astype(str)).index(actor)
        return outcomes.reaches(data, year, level, component)[row].astype(float)

    return reached


def ally_questions(code: str) -> dict[str, Outcome]:
    """Whether the ally stands at 3.5% core, and at 5% with related spending, by year."""
    asked: dict[str, Outcome] = {}
    for words, level, component in (("core ≥ 3.5%", 3.5, "core"), ("core and related ≥ 5%", 5.0, "total")):
        for year in LEVEL_YEARS:
            asked[f"{words} of GDP in {year}"] = _level(code, year, level, component)
    return asked


def russia_questions() -> dict[str, Outcome]:
    """Recession by each definition, buffers, forces, the announced cut and the war."""
    asked: dict[str, Outcome] = {
        f"recession by the end of 2027: {words}": lambda data, d=name: by_definition(data, "RUS", d, 2027)  # type: ignore[misc]
        for name, words in DEFINITIONS.items()
    }
    events = {
        "liquid wealth fund used up by the end of 2027": ("event_fund_exhausted", 2027),
        "room in all five instruments nearly used up by the end of 2030": ("event_tools_exhausted", 2030),
        "forces rebuilt by the end of 2030": ("event_rebuilt", 2030),
        "first ceasefire in Ukraine by the end of 2027": ("event_ceasefire", 2027),
    }
    for words, (name, year) in events.items():
        asked[words] = lambda data, n=name, y=year: outcomes.by_event(data, n, y)  # type: ignore[misc]
    for variable, words in (("rus_defence_law", "in roubles"), ("rus_defence_law_share", "as a share of GDP")):
        asked[f"“national defence” line lower in 2026 than in 2025, {words}"] = lambda data, v=variable: (  # type: ignore[misc]
            outcomes.annual(data, v, 2026) < outcomes.annual(data, v, 2025)
        ).astype(float)
    return asked


def alliance_questions() -> dict[str, Outcome]:
    """The grades of the alliance's coming apart, the ruler's ends, and the results of the 2029 review, to 2035."""
    asked: dict[str, Outcome] = {}
    for grade, words in alliance_collapse.GRADES.items():
        asked[f"alliance: {words}, by 2035"] = lambda data, g=grade: alliance_collapse.by_grade(data, g, 2035)  # type: ignore[misc]
    for end, words in ruler_downfall.ENDS.items():
        asked[f"Russia: {words}, by 2035"] = lambda data, e=end: ruler_downfall.by_end(data, e, 2035)  # type: ignore[misc]
    for code, words in enumerate(("holds the target", "eases it", "tightens it", "re-scopes it")):
        asked[f"the 2029 review {words}"] = lambda data, c=code: (data["review_result"].values == c).astype(float)  # type: ignore[misc]
    return asked


FIGURES: dict[str, dict[str, str]] = {
    "ally": {
        "core_share": "Core defence burden",
        "new_share": "New spending, core and related",
        "relabelled_share": "Relabelled spending",
        "debt_ratio": "Public debt",
        "balance": "Public balance",
        "equipment": "Equipment stock",
    },
    "russia": {
        "rus_fund_liquid": "Liquid part of the National Wealth Fund",
        "rus_tools_left_measured": "Tools left, measured instruments",
        "rus_growth_yoy": "Growth of real GDP, year on year",
        "rus_inflation": "Inflation, year on year",
        "rus_defence_law_share": "“National defence” line",
        "rus_strain": "Economic strain",
        "rus_free_forces": "Forces not tied down in Ukraine",
        "flank_ratio": "Balance on the eastern flank",
    },
    "alliance": {
        "cohesion": "Cohesion of the alliance",
        "article5_doubt": "Latent doubt about Article 5",
        "nato_strain": "The allies’ economic strain",
        "pledge_cost_europe": "Cost above last known shares, without the United States",
    },
}


def answers(futures: xr.DataTree, questions: dict[str, Outcome], changed: str | None) -> list[Answer]:
    """Each question before and after the change, over the futures that both worlds share."""
    base = world(futures)
    other = world(futures, changed) if changed else None
    shared = min(base.sizes["future"], other.sizes["future"]) if other is not None else base.sizes["future"]
    return [
        Answer(
            words,
            float(np.mean(outcome(base)[:shared])),
            float(np.mean(outcome(other)[:shared])) if other is not None else None,
        )
        for words, outcome in questions.items()
    ]


def changed_world(futures: xr.DataTree) -> str | None:
    """The name of the one world beside the base world, or None."""
    return next((name for name in futures.children if name != "base"), None)


def figures(futures: xr.DataTree, subject: str, actor: str | None) -> list[dict[str, Any]]:
    """Charts of a subject: median and 5-95% without and with the change, on one scale."""
    changed = changed_world(futures)
    drawn = []
    for variable, title in FIGURES[subject].items():
        bands = [_bands(world(futures, name), variable, actor) for name in ("base", changed) if name is not None]
        # one world alone is drawn as a fan; two are drawn on one scale, told apart by dash and by name
        svg: Markup = (
            charts.strains_svg(bands[1], bands[0], SIDES[::-1])
            if changed
            else charts.fan_svg(charts.Fan(None, bands[0]))
        )
        unit = VARIABLES[variable].unit
        drawn.append({"title": title, "unit": wording.UNITS.get(unit, unit), "svg": svg, "alt": title, "note": ""})
    return drawn


def _bands(data: xr.Dataset, variable: str, actor: str | None) -> Any:
    values = data[variable]
    if "actor" in values.dims:
        values = values.sel(actor=actor)
    return fan(values, LAST_YEAR if "year" in values.dims else LAST_YEAR + 1)
