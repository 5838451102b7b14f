"""The causal diagram of the whole as one SVG, and what is downstream of a switch: what flows follows from the laws,
causes.toml says how it is drawn."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from html import escape
from math import hypot
from pathlib import Path

from overstretch.model.registry import WIRING, Wiring

SOURCE = Path(__file__).with_name("causes.toml")
WIDTH, HEIGHT = 1000, 710
BOX, TALL = 172, 46
ELSEWHERE = (885, 670)  # centre of a box without a place of its own
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """One box: the module that it stands for, its title, the switches of its laws that no arrow into it bears, its
    centre."""

    name: str
    title: str
    own: tuple[str, ...]
    at: Point


@dataclass(frozen=True)
class Arrow:
    """One arrow: what flows, the switches of the laws that take it, and by which points it is drawn where the straight
    way is taken."""

    number: int
    start: str
    end: str
    flow: str
    switches: tuple[str, ...]
    by: tuple[Point, ...]
    label: float


@cache
def boxes(wiring: Wiring = WIRING) -> dict[str, Box]:
    """The boxes by module. Raises ValueError for a row of causes.toml without a module."""
    table = tomllib.loads(SOURCE.read_text("utf-8"))["box"]
    if unknown := set(table) - set(wiring.laws):
        raise ValueError(f"causes.toml: no module for the box {sorted(unknown)}; there are: {', '.join(wiring.laws)}")
    cut = {(a.end, s) for a in arrows(wiring) for s in a.switches}
    found = {}
    for name in [*table, *(name for name in wiring.laws if name not in table)]:
        row = table.get(name, {})
        own = tuple(s for s in wiring.switches_of(name) if (name, s) not in cut)
        at = row.get("at", ELSEWHERE)
        found[name] = Box(name, row.get("title", name.replace("_", " ").capitalize()), own, (at[0], at[1]))
    return found


@cache
def arrows(wiring: Wiring = WIRING) -> tuple[Arrow, ...]:
    """All arrows, numbered, those with a row in the order of the file. Raises ValueError for a row of what does not
    flow."""
    table = {(a["from"], a["to"]): a for a in tomllib.loads(SOURCE.read_text("utf-8"))["arrow"]}
    flows = {(f.start, f.end): f for f in wiring.flows}
    if unknown := [f"{start} to {end}" for start, end in table if (start, end) not in flows]:
        raise ValueError(f"causes.toml: no law takes what another gives from {', '.join(unknown)}")
    found = []
    for number, way in enumerate([*table, *(way for way in flows if way not in table)], 1):
        a, flow = table.get(way, {}), flows[way]
        words = a.get("flow") or ", ".join(name.replace("_", " ") for name in flow.variables)
        by = tuple((p[0], p[1]) for p in a.get("by", ()))
        switches = tuple(s for s in flow.switches if wiring.switches[s].of)
        found.append(Arrow(number, *way, words, switches, by, a.get("label", 0.42)))
    return tuple(found)


def downstream(switch: str, wiring: Wiring = WIRING) -> set[str]:
    """Boxes that a switch can move: those whose laws take it, and all that arrows from these lead to."""
    reached = {name for name in wiring.laws if switch in wiring.switches_of(name)}
    while True:
        more = {a.end for a in arrows(wiring) if a.start in reached} - reached
        if not more:
            return reached
        reached |= more


def svg() -> str:
    """The diagram, drawn with the text's colour, so that it serves on light and dark paper and in print."""
    parts = [
        f'<svg class="causes" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Causal diagram of the laws; '
        'the table below lists every arrow" fill="none" stroke="currentColor">',
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        'orient="auto-start-reverse">'
        '<path d="M0 1L9 5L0 9z" fill="currentColor" stroke="none"/></marker></defs>',
    ]
    parts += [_arrow(a) for a in arrows()]
    parts += [_label(a) for a in arrows()]
    parts += [_box(b) for b in boxes().values()]
    return "".join(parts) + "</svg>"


def _box(box: Box) -> str:
    x, y = box.at
    return (
        f'<a href="{box.name}.html"><rect x="{x - BOX / 2:g}" y="{y - TALL / 2:g}" width="{BOX}" height="{TALL}" '
        'rx="4" '
        f'class="paper" stroke-width="1.6"/><text x="{x:g}" y="{y + 5:g}" text-anchor="middle" font-size="15" '
        'font-weight="600" '
        f'fill="currentColor" stroke="none">{escape(box.title)}</text></a>'
    ).replace(".html", "/")


def _arrow(arrow: Arrow) -> str:
    points = _line(arrow)
    if len(points) == 2:
        path = f"M{_at(points[0])}L{_at(points[1])}"
    else:
        first, *middle, last = points
        path = f"M{_at(first)}C{_at(middle[0])} {_at(middle[-1])} {_at(last)}"
    return f'<path d="{path}" stroke-width="1.3" opacity="0.75" marker-end="url(#tip)"/>'


def _label(arrow: Arrow) -> str:
    """The arrow's number in a small circle on it."""
    x, y = _middle(_line(arrow), arrow.label)
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="10.5" class="paper" stroke-width="1"/>'
        f'<text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle" font-size="11.5" fill="currentColor" '
        f'stroke="none">{arrow.number}</text>'
    )


def _line(arrow: Arrow) -> list[Point]:
    """From edge to edge of the boxes; two arrows between the same boxes run beside each other."""
    start, end = boxes()[arrow.start].at, boxes()[arrow.end].at
    if arrow.by:
        return [_edge(start, arrow.by[0]), *arrow.by, _edge(end, arrow.by[-1])]
    both = any(a.start == arrow.end and a.end == arrow.start and not a.by for a in arrows())
    length = hypot(end[0] - start[0], end[1] - start[1])
    shift = 8 if both else 0
    across = (-(end[1] - start[1]) / length * shift, (end[0] - start[0]) / length * shift)
    return [_edge(start, end, across), _edge(end, start, across)]


def _edge(centre: Point, towards: Point, across: Point = (0.0, 0.0)) -> Point:
    """Where the line from a box's centre, moved aside, leaves the box."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    sides = []
    for d, half, aside in ((dx, BOX / 2 + 4, across[0]), (dy, TALL / 2 + 4, across[1])):
        if d:
            sides.append((half - (aside if d > 0 else -aside)) / abs(d))
    scale = min(sides)
    return centre[0] + across[0] + dx * scale, centre[1] + across[1] + dy * scale


def _middle(points: list[Point], t: float) -> Point:
    """The point at t of a straight line or of a cubic curve."""
    if len(points) == 2:
        (a, b), (c, d) = points
        return a + t * (c - a), b + t * (d - b)
    p = [points[0], points[1], points[-2], points[-1]]
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return sum(w * q[0] for w, q in zip(weights, p, strict=True)), sum(
        w * q[1] for w, q in zip(weights, p, strict=True)
    )


def _at(point: Point) -> str:
    return f"{point[0]:.0f} {point[1]:.0f}"
