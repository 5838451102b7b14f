"""A schematic map of the alliance: one tile an ally, the probability as figure and as lightness."""

from __future__ import annotations

from typing import Any

import pandas as pd

from overstretch.report import wording
from overstretch.report.allies import applicable, tile


def tile_map(frame: pd.DataFrame, column: str) -> dict[str, Any]:
    """A schematic map with one tile an ally: the probability as figure and as lightness."""
    tiles = []
    for code, row in frame.iterrows():
        across, down = tile(str(code))
        probability = row[column]
        known = applicable(probability)
        light = round(97 - 62 * probability) if known else 97
        tiles.append(
            {
                "x": 1 + 71 * (across - 1),
                "y": 1 + 57 * (down - 1),
                "code": code,
                "figure": wording.percent(probability) if known else "n/a",
                "fill": f"hsl(205, {45 if known else 0}%, {light}%)",
                "ink": "#ffffff" if light < 55 else "#16212b",
            }
        )
    words = "; ".join(
        f"{row['name']} {wording.percent(row[column])}" for _, row in frame.iterrows() if applicable(row[column])
    )
    width, height = (max(t[axis] for t in tiles) + size for axis, size in (("x", 68), ("y", 54)))
    return {"tiles": tiles, "width": width, "height": height, "alt": f"Map of the allies: {words}"}
