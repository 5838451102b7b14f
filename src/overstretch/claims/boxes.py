"""Conditions under which a statement would hold: boxes of the parameter space, by binned peeling (PRIM).

Friedman & Fisher (1999) peel a thin slice off the box, the one whose removal raises the mean most, again and again.
Here the slices are the bins of the strongest factors and the options of the structural axes. Of the peeling path the
box is taken with the largest gain, support x (density - mean): the trade between coverage and density that an
analyst would otherwise make by eye. Restrictions that add nothing are dropped. See docs/verdicts.md.
"""

from __future__ import annotations

import numpy as np

from overstretch.claims.design import Design
from overstretch.claims.given_data import BINS, group_sums
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
    codes = [design.codes(k) for k in chosen]
    masks = _peel(codes, [design.groups(k) for k in chosen], [bool(design.factors[k].options) for k in chosen], p)
    masks = _prune(masks, codes, p)
    inside = _inside(masks, codes, len(p))
    density = float(p[inside].mean())
    if all(mask.all() for mask in masks) or density < min(LEAST_LIFT * p.mean(), (1 + p.mean()) / 2):
        return []
    limits = dict(_limit(design, k, mask) for k, mask in zip(chosen, masks, strict=True) if not mask.all())
    return [
        Condition(limits=limits, coverage=float(p[inside].sum() / p.sum()), density=density, support=int(inside.sum()))
    ]


def _peel(codes: list[np.ndarray], groups: list[int], is_axis: list[bool], p: np.ndarray) -> list[np.ndarray]:
    """The allowed bins of each factor along the peeling path where the gain is largest.

    Counts and sums by bin are kept for what is in the box; a peel subtracts those of the futures it removes, so that
    each future is counted twice in all, however many peels there are.
    """
    n, mean = len(p), float(p.mean())
    masks = [np.ones(g, dtype=bool) for g in groups]
    best, best_gain = [m.copy() for m in masks], 0.0
    counts, sums = _tables(codes, groups, p)
    rows, total = np.arange(n), float(p.sum())
    while len(rows) > LEAST_SUPPORT * n:
        found = _best_slice(counts, sums, is_axis, masks, len(rows), total)
        if found is None:
            break
        factor, gone = found
        masks[factor][gone] = False
        peeled = codes[factor][rows] == gone
        removed, rows = rows[peeled], rows[~peeled]
        for kept, less in zip((counts, sums), _tables([c[removed] for c in codes], groups, p[removed]), strict=True):
            for table, part in zip(kept, less, strict=True):
                table -= part
        total -= float(p[removed].sum())
        gain = total - len(rows) * mean if len(rows) else -1.0
        if len(rows) >= LEAST_SUPPORT * n and gain > best_gain:
            best, best_gain = [m.copy() for m in masks], gain
    return best


def _tables(codes: list[np.ndarray], groups: list[int], p: np.ndarray) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Futures and sums of p by bin, for each factor."""
    counts = [np.bincount(c, minlength=g) for c, g in zip(codes, groups, strict=True)]
    return counts, [group_sums(c, p, g) for c, g in zip(codes, groups, strict=True)]


def _best_slice(
    counts: list[np.ndarray], sums: list[np.ndarray], is_axis: list[bool], masks: list[np.ndarray], size: int, total: float
) -> tuple[int, int] | None:  # fmt: skip
    """The factor and the bin whose removal leaves the highest mean: an end bin of a parameter, any axis option."""
    best, choice = -1.0, None
    for k, mask in enumerate(masks):
        allowed = np.flatnonzero(mask)
        if len(allowed) < 2:
            continue
        for gone in allowed if is_axis[k] else (allowed[0], allowed[-1]):
            left = size - counts[k][gone]
            mean = (total - sums[k][gone]) / left if left > 0 else -1.0
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
