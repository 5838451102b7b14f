"""What a page with levers shows, as data for the browser: answers without and with the change, charts, where figures
are from."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
import xarray as xr

from overstretch.app.address import Chart, State, allies
from overstretch.app.worlds import FEW, Held, typed, under
from overstretch.claims.record import Verdict
from overstretch.errors import Unanswerable
from overstretch.facts.links import link
from overstretch.facts.registry import entity
from overstretch.questions import say
from overstretch.questions.futures.outcome import Outcome, outcome
from overstretch.questions.futures.series import View
from overstretch.report import wording
from overstretch.report.named import title_of, unit_of
from overstretch.report.past import past_figures
from overstretch.report.summaries import QUANTILES, fan

DIGITS = 5  # significant, of what is sent to be drawn
RANKED = ("core_share({code}, {year}) >= {core}", "total_share({code}, {year}) >= {total}")


def asked(state: State, year: int) -> list[str]:
    """All questions of a page as they can be typed, those of the ranking among them."""
    found = state.questions(year)
    return found + [text for pair in ranked(state).values() for text in pair] if state.page.ranks else found


def ranked(state: State) -> dict[str, tuple[str, ...]]:
    """Ally → its questions in a ranking: core spending, and with related."""
    levels = {"core": state.value("core"), "total": state.value("total"), "year": state.horizon}
    return {code: tuple(text.format(code=code, **levels) for text in RANKED) for code in allies()}


def full(state: State, held: Held) -> dict[str, Any]:
    """All that a page shows, in all futures: the figures that `overstretch.ask` and `overstretch.run` give."""
    world = state.world
    changed = held.changed(world)[1] if world else None
    own = state.questions(held.day.year)
    shown: dict[str, Any] = {
        "stage": "full",
        "world": world,
        "as_of": wording.long_date(held.day.isoformat()),
        "futures": held.base.sizes["future"],
        "rows": [answer(text, held, world) for text in own],
        "charts": charts(state, held, changed),
        "lines": lines(state, held.day),
    }
    if state.page.ranks:
        shown["ranking"] = ranking(state, held, changed)
    return shown


def first(state: State, held: Held) -> dict[str, Any]:
    """A first answer to what a lever changes, from few futures: the chance without it, and the paired difference in
    those few."""
    world = state.world
    if not world:
        return {"stage": "first", "world": "", "chances": {}, "charts": {}}
    worlds, data = held.at_once(world)
    views = [worlds.view(one) for one in held.pair(world)]
    chances = {}
    for text in asked(state, held.day.year):
        before, moved = held.verdict(text, ""), difference(text, *views)
        if before.probability is not None and moved is not None:
            chances[text] = wording.odds(min(max(before.probability + moved, 0.0), 1.0), wording.fine(before))
    base = views[0].world
    drawn = {}
    for number, chart in enumerate(state.page.charts):
        drawn[str(number)] = _moved(state, chart, held, base, data)
    shown = {"stage": "first", "world": world, "few": FEW, "chances": chances, "charts": drawn}
    if state.page.ranks:
        shown["spending"] = _spending_moved(state, held, base, data)
    return shown


def difference(text: str, before: View, after: View) -> float | None:
    """The mean paired difference that a world makes to a question's chance; None where the futures cannot tell."""
    question = typed(text)
    try:
        one, other = outcome(question, before), outcome(question, after)
    except Unanswerable:
        return None
    both = np.isfinite(pair := np.stack([_spread(one, before.n), _spread(other, after.n)])).all(axis=0)
    return float((pair[1] - pair[0])[both].mean()) if both.any() else None


def _spread(found: Outcome, n: int) -> np.ndarray:
    """The chance of a yes in each future, NaN in those that a condition or the cut-off leaves out."""
    chances = np.full(n, np.nan)
    chances[slice(None) if found.rows is None else found.rows] = found.p
    return chances


def answer(text: str, held: Held, world: str, effects: bool = True) -> dict[str, Any]:
    """One question without and with the change: the verdicts of `overstretch.ask`, as numbers and as they are printed;
    effects: with the difference."""
    before = held.verdict(text, "")
    after = held.verdict(text, world, effects) if world else None
    fine = wording.fine(before)  # both as the record of such answers allows, so that they can be compared
    shown = {
        "text": text,
        "claim": say.claim(typed(text)),
        "before": _chance(before, fine),
        "after": after and _chance(after, fine),
    }
    if after is not None and after.effect is not None and after.effect_interval is not None:
        low, high = after.effect_interval
        shown["difference"] = {
            "value": after.effect,
            "low": low,
            "high": high,
            "words": f"{wording.points(after.effect)} ({wording.signed(100 * low)} to {wording.signed(100 * high)})",
        }
    return shown


def _chance(verdict: Verdict, fine: bool) -> dict[str, Any]:
    mark, word = wording.mark(verdict), verdict.word
    if verdict.state == "open" and verdict.probability is not None:
        word = wording.word(verdict.probability, fine)
        mark = wording.Mark(wording.LIKELIHOOD_SIGNS[word], "open")
    shown: dict[str, Any] = {
        "sign": mark.sign,
        "word": word,
        "value": verdict.probability,
        "words": word,
    }
    if verdict.probability is not None:
        low, high = verdict.interval or (None, None)
        shown |= {
            "low": low,
            "high": high,
            "words": wording.odds(verdict.probability, fine),
            "band": "",
        }
        if fine and verdict.interval:
            shown["band"] = f"{wording.limits(verdict.interval)}%"
    if verdict.settled is not None:
        by = verdict.settled
        shown["settled"] = {
            "figure": f"{by.figure}, {wording.settled_by(by)}",
            "source": by.source,
            "link": link(by.address),
        }
    if verdict.state == "not answered":
        shown["why"] = verdict.because
    return shown


def charts(state: State, held: Held, changed: xr.Dataset | None) -> list[dict[str, Any]]:
    """Every chart of a page: past figures, quantiles without and with the change, level, note and sources."""
    made = []
    for number, chart in enumerate(state.page.charts):
        code, level = _of(state, chart), chart.level and float(chart.level.format(**state.words(held.day.year)))
        title = title_of(chart.variable, code if chart.variable == "core_share" and code == "RUS" else None)
        whose = entity(code).name if code and code != "RUS" else ""
        about: dict[str, Any] = {
            "key": str(number),
            "variable": chart.variable,
            "actor": code,
            "title": f"{title}, {whose}" if whose and len(state.allies) > 1 else title,
            "unit": unit_of(chart.variable),
            "level": level,
            "same": chart.same,
            "yearly": "year" in held.base[chart.variable].dims,
        }
        about |= {"base": bands(held.base, chart, code, state.horizon), "changed": None}
        if changed is not None:
            about["changed"] = bands(changed, chart, code, state.horizon)
        about |= _past(held, chart, code, about["yearly"])
        made.append(about)
    return made


def _of(state: State, chart: Chart) -> str | None:
    return chart.of.format(**state.words(0)) if chart.of else None


def bands(world: xr.Dataset, chart: Chart, code: str | None, last: int) -> dict[str, list[float]]:
    """Quantiles over the futures by year or end of quarter, up to the end of the last year: `at`, `q05` to `q95`."""
    values = world[chart.variable]
    if code is not None:
        values = values.sel(actor=code)
    table = fan(values, last if "year" in values.dims else last + 1)
    return {str(name): table[name].tolist() if name == "at" else _short(table[name]) for name in table}


def _short(values: Iterable[float]) -> list[float]:
    return [float(f"{value:.{DIGITS}g}") for value in values]


def _moved(state: State, chart: Chart, held: Held, few: xr.Dataset, data: xr.Dataset) -> dict[str, list[float]]:
    """Quantiles in all futures of the base world, moved by what the few show."""
    code = _of(state, chart)
    whole, before, after = (bands(world, chart, code, state.horizon) for world in (held.base, few, data))
    return {
        name: row if name == "at" else _short(np.array(row) + np.array(after[name]) - np.array(before[name]))
        for name, row in whole.items()
    }


def _past(held: Held, chart: Chart, code: str | None, yearly: bool) -> dict[str, Any]:
    """Past figures with where and when each was published, and what came: figures of later periods, published since the
    cut-off."""
    whose = code or "RUS"
    found = past_figures(held.known, chart.past, whose, chart.first, calendar_years=yearly) if chart.past else None
    if found is None:
        return {
            "past": [],
            "came": [],
            "sources": [],
            "note": "No past figures were known at the cut-off." if chart.past else "",
        }
    assert chart.past is not None
    came = _came(held, chart.past, whose, chart.first, yearly, float(found["at"].iloc[-1]))
    past = [[*_point(r), int(r.run)] for r in found.itertuples()]
    return {"came": came, "past": past, "sources": sources(held, chart.past, whose), "note": ""}


def _came(held: Held, variable: str, whose: str, first: int, yearly: bool, last: float) -> list[list[float]]:
    """Figures published since the cut-off, of periods after the last that was known; none at the newest cut-off."""
    if held.bench.later is None:
        return []
    found = past_figures(held.bench.later, variable, whose, first, calendar_years=yearly)
    return [_point(r) for r in found.itertuples() if r.at > last] if found is not None else []


def _point(row: Any) -> list[float]:
    """A figure's place in time and its value, as the charts take them."""
    return [round(row.at, 3), float(f"{row.value:.{DIGITS}g}")]


def sources(held: Held, variable: str, whose: str) -> list[dict[str, str]]:
    """Publications of a series, newest first, each with its address and the day of its newest figure."""
    rows = held.known.frame(variable, whose)
    found: dict[str, dict[str, str]] = {}
    for row in rows.sort_values("published", ascending=False).astype(str).itertuples():
        words = row.source.replace(" | ", "; ")
        found.setdefault(
            words, {"words": words, "link": link(row.address), "published": wording.long_date(row.published) or ""}
        )
    return list(found.values())[:3]


def ranking(state: State, held: Held, changed: xr.Dataset | None) -> dict[str, Any]:
    """The allies by the median of what they spend in the last year asked: chances, bands, last figures, plans; no
    differences."""
    named = allies()
    base, after = spending(held.base, state.horizon), spending(changed, state.horizon) if changed is not None else None
    found = []
    for code, texts in ranked(state).items():
        core, total = (answer(text, held, state.world, effects=False) for text in texts)
        last, plan = held.spent(code, state.horizon)
        found.append(
            {
                "code": code,
                "name": named[code],
                "core": core,
                "total": total,
                "base": base[code],
                "changed": after and after[code],
                "last": last,
                "plan": plan,
            }
        )
    return {
        "year": state.horizon,
        "level": float(state.value("core")),
        "rows": sorted(found, key=lambda row: -(row["changed"] or row["base"])[2]),
    }


def spending(world: xr.Dataset, year: int) -> dict[str, list[float]]:
    """Ally → quantiles of its core share in a year, % of GDP."""
    codes = list(allies())
    values = world["core_share"].sel(actor=codes, year=year).transpose("actor", "future").values
    found = np.quantile(np.asarray(values, dtype=float), QUANTILES, axis=1).T
    return {code: _short(row) for code, row in zip(codes, found, strict=True)}


def _spending_moved(state: State, held: Held, few: xr.Dataset, data: xr.Dataset) -> dict[str, list[float]]:
    whole, before, after = (spending(world, state.horizon) for world in (held.base, few, data))
    return {code: _short(np.array(row) + np.array(after[code]) - np.array(before[code])) for code, row in whole.items()}


def lines(state: State, day: date) -> dict[str, str]:
    """The Python and the command lines that give what a page shows, to the figure."""
    as_of, futures, seed = state.run
    texts = asked(state, day.year)
    texts += [under(text, state.world) for text in texts] if state.world else []
    options = f"futures={futures}, seed={seed}, as_of={as_of!r}"
    listed = "".join(f"    {text!r},\n" for text in texts)
    do = f", do=[{state.world!r}]" if state.world else ""
    python = (
        f"import overstretch\n\nresult = overstretch.ask(question=[\n{listed}], {options})\nprint(result.table())\n\n"
        f"futures = overstretch.run({options}{do})\n"
    )
    given = ["--futures", str(futures), "--seed", str(seed), "--as-of", as_of]
    asking = ["overstretch", "ask", *(part for text in texts for part in ("--question", text)), *given]
    running = ["overstretch", "run", *(("--do", state.world) if state.world else ()), *given]
    return {"python": python, "command": f"{shlex.join(asking)}\n{shlex.join(running)}"}
