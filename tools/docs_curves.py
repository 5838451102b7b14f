"""Small multiples of priors: one density each as inline SVG, legible without colour."""

from __future__ import annotations

from datetime import date
from html import escape

import numpy as np

from overstretch.assumptions import Prior
from overstretch.questions import labels

WIDTH, HEIGHT, BASE, POINTS = 200, 84, 62, 48


def densities(priors: list[Prior], as_of: date) -> str:
    """A grid of small multiples in one block of HTML."""
    return '<div class="priors" markdown="0">' + "".join(_figure(p, as_of) for p in priors) + "</div>"


def _figure(prior: Prior, as_of: date) -> str:
    words = labels.factor(prior.name)
    return (
        f'<figure><figcaption><a href="#{prior.name}">{escape(words[:1].upper() + words[1:])}</a></figcaption>'
        f"{density(prior, as_of)}</figure>"
    )


def density(prior: Prior, as_of: date) -> str:
    """The density between the 0.5 and 99.5% points: the middle 90% darker, the median and, where it lies between, zero marked."""
    grid = np.linspace(0.005, 0.995, 4 * POINTS + 1)
    values = prior.quantile(grid, as_of)
    low, high = float(values[0]), float(values[-1])
    if not high > low:
        return _svg(
            f'<path d="M{WIDTH / 2:g} {BASE}V12" stroke-width="2"/>' + _text(WIDTH / 2, "middle", low), prior, low
        )
    edges = np.linspace(low, high, POINTS + 1)
    # The share of draws in equal bins is the density, whatever the family.
    shares = np.diff(np.interp(edges, *_increasing(values, grid)))
    middles = (edges[1:] + edges[:-1]) / 2
    five, median, ninety_five = (float(v) for v in prior.quantile(np.array([0.05, 0.5, 0.95]), as_of))
    curve = _Curve(low, high, middles, shares / shares.max())
    parts = [
        f'<path d="{curve.area(low, high)}" fill="currentColor" fill-opacity="0.10" stroke="none"/>',
        f'<path d="{curve.area(five, ninety_five)}" fill="currentColor" fill-opacity="0.28" stroke="none"/>',
        f'<path d="{curve.line()}" stroke-width="1.3"/>',
        f'<path d="M{curve.x(median):.1f} {BASE}V{curve.y(median):.1f}" stroke-width="2"/>',
        f'<path d="M0 {BASE}H{WIDTH}" stroke-width="1"/>',
    ]
    if low < 0 < high:
        parts.append(f'<path d="M{curve.x(0):.1f} {BASE + 4}V6" stroke-dasharray="2 2"/>')
    parts += [_text(0, "start", low), _text(WIDTH, "end", high)]
    if 0.27 < (median - low) / (high - low) < 0.73:
        parts.append(_text(curve.x(median), "middle", median, bold=True))
    return _svg("".join(parts), prior, median)


class _Curve:
    """A density in the picture's coordinates."""

    def __init__(self, low: float, high: float, x: np.ndarray, height: np.ndarray) -> None:
        self.low, self.high = low, high
        self._x = np.concatenate([[low], x, [high]])
        self._height = np.concatenate([[height[0]], height, [height[-1]]])

    def x(self, value: float) -> float:
        return WIDTH * (value - self.low) / (self.high - self.low)

    def y(self, value: float) -> float:
        return BASE - (BASE - 10) * float(np.interp(value, self._x, self._height))

    def line(self) -> str:
        return "M" + "L".join(f"{self.x(v):.0f} {self.y(v):.0f}" for v in self._x)

    def area(self, start: float, end: float) -> str:
        inner = [v for v in self._x if start < v < end]
        top = "".join(f"L{self.x(v):.0f} {self.y(v):.0f}" for v in [start, *inner, end])
        return f"M{self.x(start):.0f} {BASE}{top}L{self.x(end):.0f} {BASE}z"


def _text(x: float, anchor: str, value: float, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    figure = f"{value:.2g}" if abs(value) < 1000 else f"{value:.0f}"
    shown = ("0" if float(figure) == 0 else figure).replace("-", "\u2212")
    return f'<text x="{x:.0f}" y="{BASE + 17}" text-anchor="{anchor}" font-size="12"{weight} fill="currentColor" stroke="none">{shown}</text>'


def _increasing(values: np.ndarray, grid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Values without the ties that clipping makes, each with the highest probability that it has."""
    last = np.append(np.diff(values) > 0, True)
    return values[last], grid[last]


def _svg(inner: str, prior: Prior, median: float) -> str:
    return (
        f'<svg viewBox="-2 0 {WIDTH + 4} {HEIGHT}" fill="none" stroke="currentColor" role="img" '
        f'aria-label="{prior.distribution}, median {median:.3g}">{inner}</svg>'
    )
