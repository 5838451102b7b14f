"""Charts as static SVG: templates that tools/chart_templates.py compiles, filled with quantiles, drawn by vl-convert.

A chart holds quantiles and past figures only, never the futures themselves. Bands differ in lightness, lines in dash,
so that a black-and-white print reads the same.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
import vl_convert as vlc
from markupsafe import Markup

from overstretch import shipped

SIZE = (430, 210)
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Fan:
    """One fan chart: past figures (columns at, value, run), quantiles (at, q05 to q95), one dotted level, in one unit.

    `limits` fixes the vertical axis and `span` the horizontal one; without them the axes hold all figures. `hue` is a
    key of colours.HUES.
    """

    past: pd.DataFrame | None
    bands: pd.DataFrame
    hue: str = "neutral"
    level: float | None = None
    limits: tuple[float, float] | None = None
    span: tuple[float, float] | None = None
    size: tuple[int, int] = SIZE
    small: bool = False


def fan_svg(chart: Fan) -> Markup:
    """Draw a fan chart."""
    past = _rows(chart.past) if chart.past is not None else []
    bands = _rows(chart.bands)
    runs = Counter(row["run"] for row in past)
    joined = [*past[-1:], {"at": bands[0]["at"], "value": bands[0]["q50"]}] if past and bands else []
    data = {
        "past": past,
        "alone": [row for row in past if runs[row["run"]] < 4],
        "last": past[-1:],
        "joined": joined,
        "bands": bands,
        "levels": [] if chart.level is None else [{"value": chart.level}],
    }
    values = [row["value"] for row in (*past, *data["levels"])] + [row[q] for row in bands for q in ("q05", "q95")]
    span = chart.span or _ends([row["at"] for row in (*past, *bands)])
    template = _templates()[fan_name(chart.small, chart.hue)]
    return draw(template, data, span, chart.limits or _limits(values), chart.size, 2 if chart.small else 6)


def states_svg(shares: pd.DataFrame) -> Markup:
    """Shares of futures by state over time (columns at, state, share, order), stacked: told apart by lightness and by
    the names at the right edge."""
    last = shares[shares["at"] == shares["at"].max()].sort_values("order")
    middle = last["share"].cumsum() - last["share"] / 2
    labels = last.assign(middle=middle)[last["share"] > 0.035]
    stacked = shares.sort_values(["at", "order"])
    top = stacked.groupby("at")["share"].cumsum()
    data = {"shares": _rows(stacked.assign(top=top, bottom=top - stacked["share"])), "labels": _rows(labels)}
    return draw(_templates()["states"], data, _ends(list(shares["at"])), (0.0, 1.0), SIZE, 6)


def strains_svg(first: pd.DataFrame, second: pd.DataFrame, names: tuple[str, str]) -> Markup:
    """Two fans on one scale (both sides' strain): the first solid, the second dashed, each with its 5-95% band."""
    rows: Rows = []
    for order, (name, frame) in enumerate(zip(names, (first, second), strict=True)):
        rows += [row | {"side": name, "order": order} for row in _rows(frame)]
    right = max(row["at"] for row in rows)
    up = _limits([row[q] for row in rows for q in ("q05", "q95")])
    ends = _apart([row for row in rows if row["at"] == right], 0.075 * (up[1] - up[0]))
    return draw(_templates()["strains"], {"bands": rows, "ends": ends}, _ends([row["at"] for row in rows]), up, SIZE, 6)


def _apart(ends: Rows, gap: float) -> Rows:
    """The rows of two labels, moved from each other where they would overlap."""
    low, high = sorted(ends, key=lambda row: row["q50"])
    missing = max(0.0, gap - (high["q50"] - low["q50"])) / 2
    return [low | {"q50": low["q50"] - missing}, high | {"q50": high["q50"] + missing}]


def draw(
    template: dict[str, Any],
    data: dict[str, Rows],
    across: tuple[float, float],
    up: tuple[float, float],
    size: tuple[int, int],
    ticks: int,
) -> Markup:
    """A compiled template with its data, axes and size as an SVG to be inlined: scaled by the page, free of inline
    styles, and without ids that could clash with another chart's."""
    domains = {"x": list(across), "y": list(up)}
    spec = template | {
        "width": size[0],
        "height": size[1],
        "data": _filled(template["data"], "name", "values", data),
        "scales": _filled(template["scales"], "name", "domain", domains),
        "axes": _filled(template["axes"], "scale", "values", {"x": _year_ticks(*across, ticks)}),
    }
    svg = vlc.vega_to_svg(spec)
    prefix = f"c{hashlib.sha256(svg.encode()).hexdigest()[:8]}-"
    svg = re.sub(r'\bid="', f'id="{prefix}', svg).replace("url(#", f"url(#{prefix}")
    svg = re.sub(r' width="[\d.]+" height="[\d.]+" viewBox', " viewBox", svg, count=1)
    svg = re.sub(r' (?:style|aria-\w+|role|xmlns:xlink)="[^"]*"', "", svg)
    svg = re.sub(r"(?<=\d)\.(\d{2})\d+", r".\1", svg)
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


def _filled(parts: Rows, key: str, field: str, values: Mapping[str, Any]) -> Rows:
    """Parts of a template with the field of those that `values` names by their key."""
    return [each | {field: values[each[key]]} if each[key] in values else each for each in parts]


def _rows(frame: pd.DataFrame) -> Rows:
    columns = [frame[name].tolist() for name in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _ends(values: Sequence[float]) -> tuple[float, float]:
    return min(values), max(values)


def _limits(values: Sequence[float]) -> tuple[float, float]:
    low, high = _ends(values)
    margin = 0.06 * (high - low or 1.0)
    # a quantity that comes near zero is drawn from zero; one with both signs keeps its own floor
    return (0.0 if 0 <= low < 0.4 * high else low - margin), high + margin


def _year_ticks(left: float, right: float, most: int) -> list[int]:
    first, last = int(left), int(right)
    for step in (1, 2, 5, 10, 20):
        ticks = [year for year in range(first, last + 1) if year % step == 0 and left <= year <= right]
        if len(ticks) <= most + 1:
            return ticks
    return [first, last]


@cache
def _templates() -> dict[str, Any]:
    """The Vega form of every template by name, as `python -m tools.chart_templates` writes it."""
    return json.loads(shipped.text("report", "templates/charts.json"))


def fan_name(small: bool, hue: str) -> str:
    """Name of a fan's template."""
    return f"fan {'small' if small else 'large'} {hue}"


def warm_up() -> None:
    """Start the chart engine, a second's work, before the first chart is wanted."""
    ends = (0.0, 1.0)
    draw(_templates()["states"], {"shares": [], "labels": []}, ends, ends, SIZE, 6)
