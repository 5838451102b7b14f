"""The questions of the pages with sliders: interventions as the library names them, and answers before and after."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import xarray as xr
from markupsafe import Markup

from overstretch.questions import say
from overstretch.questions.check import understood
from overstretch.questions.data import Question
from overstretch.questions.futures import outcome
from overstretch.questions.past import Published
from overstretch.questions.series import View
from overstretch.report import charts
from overstretch.report.figures import LAST_YEAR
from overstretch.report.hazards import ALLIANCE, RULER
from overstretch.report.named import title_of, unit_of
from overstretch.report.summaries import LEVEL_YEARS, fan, world

SIDES = ("no change", "changed")


@dataclass(frozen=True)
class Answer:
    """One probability (0-1) before and after the change, over the same futures; `after` None without a change.

    question: in words; text: as it can be typed (`overstretch ask --question`).
    """

    question: str
    text: str
    before: float
    after: float | None


@dataclass(frozen=True)
class Setting:
    """What is simulated: interventions of one world, number of futures, seed and cut-off."""

    interventions: tuple[str, ...] = ()
    futures: int = 1024
    seed: int = 1
    as_of: str = "now"

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


RUSSIA = (
    *(f"happens(recession[{how}], RUS, by 2027-12)" for how in ("two_quarters", "yoy", "calendar_year", "fall_of_5")),
    "happens(fund_exhausted, RUS, by 2027-12)",
    "happens(tools_near_limits, RUS, by 2027-12)",
    "happens(forces_rebuilt, RUS, by 2030-12)",
    "happens(ceasefire, UKR, by 2027-12)",
    "change(defence_budget(RUS, 2026), from 2025, percent, nominal) < 0",
    'change(defence_budget(RUS, 2026, "% of GDP"), from 2025, percent) < 0',
)
REVIEW = ("hold", "ease", "tighten", "rescope")
FIGURES: dict[str, tuple[str, ...]] = {
    "ally": ("core_share", "new_share", "relabelled_share", "debt_ratio", "balance", "equipment"),
    "russia": (
        "rus_fund_liquid", "rus_tools_left_measured", "rus_growth_yoy", "rus_inflation", "rus_defence_law_share", "rus_strain",
        "rus_free_forces", "flank_ratio",
    ),
    "alliance": ("cohesion", "article5_doubt", "nato_strain", "pledge_cost_europe"),
}  # fmt: skip


def ally_questions(code: str) -> tuple[str, ...]:
    """Whether the ally stands at 3.5% core, and at 5% with related spending, by year."""
    levels = (("core_share", "3.5"), ("total_share", "5"))
    return tuple(f"{series}({code}, {year}) >= {level}" for series, level in levels for year in LEVEL_YEARS)


def alliance_questions() -> tuple[str, ...]:
    """The grades of the alliance's coming apart, the ruler's ends and routes, and the results of the 2029 review, to 2035."""
    events = [f"happens({event}, by {LAST_YEAR}-12)" for event in (*ALLIANCE, *RULER)]
    return (*events, *(f"happens(target_changed[{result}], in 2029)" for result in REVIEW))


def answers(futures: xr.DataTree, texts: Sequence[str], changed: str | None) -> list[Answer]:
    """Each question before and after the change, over the futures that both worlds share."""
    published = Published(None, date.fromisoformat(str(futures.attrs["as_of"])))
    views = [View(world(futures, name), published) for name in ("base", changed) if name is not None]
    shared = min(view.n for view in views)
    found = []
    for text in texts:
        question = understood(text)
        chances = np.stack([_chances(question, view)[:shared] for view in views])
        before, *after = chances[:, np.isfinite(chances).all(axis=0)].mean(axis=1)
        found.append(Answer(say.claim(question), text, float(before), float(after[0]) if after else None))
    return found


def _chances(question: Question, view: View) -> np.ndarray:
    """The chance of a yes in each future, NaN in those in which it had come about by the cut-off."""
    found = outcome(question, view)
    chances = np.full(view.n, np.nan)
    chances[slice(None) if found.rows is None else found.rows] = found.p
    return chances


def changed_world(futures: xr.DataTree) -> str | None:
    """The name of the one world beside the base world, or None."""
    return next((name for name in futures.children if name != "base"), None)


def figures(futures: xr.DataTree, subject: str, actor: str | None) -> list[dict[str, Any]]:
    """Charts of a subject: median and 5-95% without and with the change, on one scale."""
    changed = changed_world(futures)
    drawn = []
    for variable in FIGURES[subject]:
        title = title_of(variable)
        bands = [_bands(world(futures, name), variable, actor) for name in ("base", changed) if name is not None]
        # one world alone is drawn as a fan; two are drawn on one scale, told apart by dash and by name
        svg: Markup = (
            charts.strains_svg(bands[1], bands[0], SIDES[::-1])
            if changed
            else charts.fan_svg(charts.Fan(None, bands[0]))
        )
        drawn.append({"title": title, "unit": unit_of(variable), "svg": svg, "alt": title, "note": ""})
    return drawn


def _bands(data: xr.Dataset, variable: str, actor: str | None) -> Any:
    values = data[variable]
    if "actor" in values.dims:
        values = values.sel(actor=actor)
    return fan(values, LAST_YEAR if "year" in values.dims else LAST_YEAR + 1)
