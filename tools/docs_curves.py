"""A prior's density as a small inline SVG."""

from __future__ import annotations

from datetime import date

import numpy as np

from overstretch.assumptions import Prior

WIDTH, HEIGHT, POINTS = 96, 22, 40


def curve(prior: Prior, as_of: date) -> str:
    """One SVG element on one line: the density between the 0.5 and 99.5% points, zero marked where it lies between."""
    grid = np.linspace(0.005, 0.995, 4 * POINTS + 1)
    values = prior.quantile(grid, as_of)
    low, high = float(values[0]), float(values[-1])
    if not high > low:
        return _svg(f'<path d="M{WIDTH // 2} {HEIGHT}V2"/>')
    edges = np.linspace(low, high, POINTS + 1)
    # The share of draws in equal bins is the density, whatever the family.
    shares = np.diff(np.interp(edges, *_increasing(values, grid)))
    heights = HEIGHT - (HEIGHT - 2) * shares / shares.max()
    x = (np.arange(POINTS) + 0.5) * WIDTH / POINTS
    path = f"M0 {HEIGHT}" + "".join(f"L{a:.0f} {b:.0f}" for a, b in zip(x, heights, strict=True)) + f"L{WIDTH} {HEIGHT}"
    zero = f'<path d="M{WIDTH * -low / (high - low):.0f} 0V{HEIGHT}" stroke-dasharray="2"/>' if low < 0 < high else ""
    return _svg(f'<path d="{path}"/>{zero}')


def _increasing(values: np.ndarray, grid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Values without the ties that clipping makes, each with the highest probability that it has."""
    last = np.append(np.diff(values) > 0, True)
    return values[last], grid[last]


def _svg(inner: str) -> str:
    return (
        f'<svg width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none" stroke="currentColor" '
        f'aria-hidden="true">{inner}</svg>'
    )
