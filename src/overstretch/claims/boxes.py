"""Conditions under which a statement would hold: boxes of the parameter space, by binned peeling (PRIM).

Friedman & Fisher (1999) peel a thin slice off the box, the one whose removal raises the mean most, again and again.
Here the slices are the bins of the strongest factors and the options of the structural axes. Of the peeling path the
box is taken with the largest gain, support x (density - mean): the trade between coverage and density that an
analyst would otherwise make by eye. Restrictions that add nothing are dropped. See docs/verdicts.md.
"""

from __future__ import annotations

import numpy as np

from overstretch.claims.design import BINS, Design
from overstretch.claims.record import Condition

FACTORS = 12
LEAST_SUPPORT = 0.05
LEAST_EVENTS = 20.0
LEAST_LIFT = 1.25
WORTH = 0.02


def conditions(design: Design, p: np.ndarray) -> list[Condition] | None:
    """One box, an empty list where no box stands out, None where the outcome is constant or too rare to say."""
    if p.sum() < LEAST_EVENTS or float(np.var(p)) < 1e-12:
        return None
    chosen = [position for position, _ in design.strongest(p, FACTORS)]
    codes = [_codes(design, k) for k in chosen]
    masks = _peel(codes, [bool(design.factors[k].options) for k in chosen], p)
    masks = _prune(masks, codes, p)
    inside = _inside(masks, codes, len(p))
    density = float(p[inside].mean())
    if all(mask.all() for mask in masks) or density < min(LEAST_LIFT * p.mean(), (1 + p.mean()) / 2):
        return []
    limits = dict(_limit(design, k, mask) for k, mask in zip(chosen, masks, strict=True) if not mask.all())
    return [
        Condition(limits=limits, coverage=float(p[inside].sum() / p.sum()), density=density, support=int(inside.sum()))
    ]


def _codes(design: Design, position: int) -> np.ndarray:
    factor = design.factors[position]
    return design.axes[factor.row] if factor.options else design.bins[factor.row].astype(int)


def _peel(codes: list[np.ndarray], is_axis: list[bool], p: np.ndarray) -> list[np.ndarray]:
    """The allowed bins of each factor along the peeling path where the gain is largest."""
    n, mean = len(p), float(p.mean())
    masks = [np.ones(int(c.max()) + 1 if a else BINS, dtype=bool) for c, a in zip(codes, is_axis, strict=True)]
    best, best_gain = [m.copy() for m in masks], 0.0
    rows = np.arange(n)
    while len(rows) > LEAST_SUPPORT * n:
        found = _best_slice([c[rows] for c in codes], is_axis, masks, p[rows])
        if found is None:
            break
        factor, gone = found
        masks[factor][gone] = False
        rows = rows[codes[factor][rows] != gone]
        gain = len(rows) * (float(p[rows].mean()) - mean) if len(rows) else -1.0
        if len(rows) >= LEAST_SUPPORT * n and gain > best_gain:
            best, best_gain = [m.copy() for m in masks], gain
    return best


def _best_slice(codes, is_axis, masks, p) -> tuple[int, int] | None:  # type: ignore[no-untyped-def]
    """The factor and the bin whose removal leaves the highest mean: an end bin of a parameter, any axis option."""
    total, size, best, choice = float(p.sum()), len(p), -1.0, None
    for k, code in enumerate(codes):
        allowed = np.flatnonzero(masks[k])
        if len(allowed) < 2:
            continue
        counts = np.bincount(code, minlength=len(masks[k]))
        sums = np.bincount(code, weights=p, minlength=len(masks[k]))
        for gone in allowed if is_axis[k] else (allowed[0], allowed[-1]):
            left = size - counts[gone]
            if left <= 0:
                continue
            mean = (total - sums[gone]) / left
            if mean > best:
                best, choice = mean, (k, int(gone))
    return choice


def _prune(masks: list[np.ndarray], codes: list[np.ndarray], p: np.ndarray) -> list[np.ndarray]:
    """Without restrictions whose removal costs less than 2% of the box's density, weakest first."""
    masks = [m.copy() for m in masks]
    while True:
        density = float(p[_inside(masks, codes, len(p))].mean())
        trials = []
        for k, mask in enumerate(masks):
            if not mask.all():
                looser = [np.ones_like(m) if j == k else m for j, m in enumerate(masks)]
                trials.append((float(p[_inside(looser, codes, len(p))].mean()), k))
        if not trials or max(trials)[0] < (1 - WORTH) * density:
            return masks
        masks[max(trials)[1]][:] = True


def _inside(masks: list[np.ndarray], codes: list[np.ndarray], n: int) -> np.ndarray:
    inside = np.ones(n, dtype=bool)
    for mask, code in zip(masks, codes, strict=True):
        if not mask.all():
            inside &= mask[code]
    return inside


def _limit(design: Design, position: int, mask: np.ndarray) -> tuple[str, tuple[float | None, float | None]]:
    """A parameter's limits in its own unit, open ends None; an axis's allowed options stand in the name."""
    factor = design.factors[position]
    if factor.options:
        allowed = " or ".join(label for label, keep in zip(factor.options, mask, strict=False) if keep)
        return f"{factor.name}: {allowed}", (None, None)
    held = design.values[factor.row][mask[design.bins[factor.row]]]
    kept = np.flatnonzero(mask)
    low = None if kept[0] == 0 else float(held.min())
    high = None if kept[-1] == BINS - 1 else float(held.max())
    return factor.name, (low, high)
