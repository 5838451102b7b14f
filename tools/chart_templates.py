"""The report's chart templates: written with altair, compiled to Vega here, so that a report needs neither step.

python -m tools.chart_templates           (writes src/overstretch/report/templates/charts.json)
python -m tools.chart_templates --check   (exit code 1 where that file is another)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert as vlc

from overstretch.colours import FONT, GRID, HUES, INK, MUTED
from overstretch.report.charts import fan_name

TARGET = Path(__file__).resolve().parents[1] / "src/overstretch/report/templates/charts.json"
STATE_SHADES = ["#3d4a55", "#94a3af", "#d9e0e5", "#f3f5f6"]
OUTER, INNER = 0.16, 0.34


def compiled() -> str:
    """All templates by name as JSON text."""
    made = {fan_name(small, hue): _compiled(_fan(small, hue), small) for small in (True, False) for hue in HUES}
    made |= {"states": _compiled(_states()), "strains": _compiled(_strains())}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _compiled(chart: Any, small: bool = False) -> dict[str, Any]:
    size = 11 if small else 12
    dressed = (
        chart.configure(background="transparent", font=FONT, padding=2)
        .configure_view(stroke=None)
        .configure_axis(labelColor=MUTED, labelFontSize=size, gridColor=GRID, domainColor=MUTED, tickColor=MUTED)
    )
    return vlc.vegalite_to_vega(dressed.to_dict())


def _x() -> alt.X:
    axis = alt.Axis(format="d", title=None, grid=False, tickSize=4, labelOverlap=False)
    return alt.X("at:Q", axis=axis, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))


def _y(column: str, ticks: int = 5, form: str = "") -> alt.Y:
    axis = alt.Axis(format=form or alt.Undefined, title=None, tickCount=ticks, domain=False, tickSize=0, labelPadding=5)
    return alt.Y(f"{column}:Q", axis=axis, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))


def _named(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name))


def _fan(small: bool, hue: str) -> Any:
    """Two bands, dashed median, solid past with its last figure marked, dotted level."""
    colour, x = HUES[hue], _x()
    ticks = 3 if small else 5

    def y(column: str) -> alt.Y:
        return _y(column, ticks)

    return alt.layer(
        _named("bands").mark_area(color=colour, opacity=OUTER).encode(x, y("q05"), alt.Y2("q95")),
        _named("bands").mark_area(color=colour, opacity=INNER).encode(x, y("q25"), alt.Y2("q75")),
        _named("levels").mark_rule(color=INK, strokeDash=[1, 3], strokeWidth=1.3).encode(y("value")),
        _named("bands").mark_line(color=colour, strokeWidth=2 if small else 2.4, strokeDash=[6, 3]).encode(x, y("q50")),
        _named("joined").mark_line(color=MUTED, strokeWidth=1, strokeDash=[2, 2]).encode(x, y("value")),
        _named("past").mark_line(color=INK, strokeWidth=1.8 if small else 2.2).encode(x, y("value"), detail="run:N"),
        _named("alone").mark_circle(color=INK, size=16, opacity=1).encode(x, y("value")),
        _named("last").mark_circle(color=INK, size=20 if small else 34, opacity=1).encode(x, y("value")),
    )


def _states() -> Any:
    """Areas between the cumulated shares, with the states' names at the right edge."""
    shades = alt.Scale(domain=[0, 1, 2, 3], range=STATE_SHADES)
    areas = _named("shares").mark_area(stroke="white", strokeWidth=1)
    words = _named("labels").mark_text(align="left", dx=6, fontSize=12, color=INK)
    return alt.layer(
        areas.encode(_x(), _y("bottom", 4, ".0%"), alt.Y2("top"), alt.Color("order:O", scale=shades, legend=None)),
        words.encode(_y("middle", 4, ".0%"), alt.Text("state:N"), x=alt.value("width")),
    )


def _strains() -> Any:
    """Two medians with their outer bands, told apart by dash and by the names at the right edge."""
    hue = alt.Color("order:O", scale=alt.Scale(domain=[0, 1], range=[HUES["russia"], HUES["allies"]]), legend=None)
    dash = alt.StrokeDash("order:O", scale=alt.Scale(domain=[0, 1], range=[[1, 0], [6, 3]]), legend=None)
    words = _named("ends").mark_text(align="left", dx=6, fontSize=12, color=INK)
    return alt.layer(
        _named("bands").mark_area(opacity=0.2).encode(_x(), _y("q05"), alt.Y2("q95"), hue),
        _named("bands").mark_line(strokeWidth=2.4).encode(_x(), _y("q50"), hue, dash),
        words.encode(_y("q50"), alt.Text("side:N"), x=alt.value("width")),
    )


if __name__ == "__main__":
    text = compiled()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8")
    elif TARGET.read_text("utf-8") != text:
        sys.exit(f"{TARGET.name}: not what altair and vl-convert make; run python -m tools.chart_templates")
