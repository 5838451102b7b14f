"""Conditions under which a statement would hold: boxes of the parameter space, by binned peeling (PRIM).

Friedman & Fisher (1999) peel a thin slice off the box, the one whose removal raises the mean most, again and again.
Here the slices are runs of fine bins of the strongest factors and the options of the structural axes. Of the peeling
path the
box is taken with the largest gain, support x (density - mean): the trade between coverage and density that an
analyst would otherwise make by eye. Restrictions that add nothing are dropped. See docs/verdicts.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from overstretch.claims.drivers.design import Design
from overstretch.claims.drivers.given_data import bin_of, group_sums
from overstretch.claims.record import Condition

FACTORS = 12
LEAST_SUPPORT = 0.05
LEAST_EVENTS = 20.0
LEAST_LIFT = 1.25
WORTH = 0.02
SLICE = 0.05
FINE_BINS = 64


def conditions(design: Design, p: np.ndarray) -> list[Condition] | None:
    """One box, an empty list where no box stands out, None where the outcome is constant or too rare to say."""
    if p.sum() < LEAST_EVENTS or float(np.var(p)) < 1e-12:
        return None
    chosen = [position for position, _ in design.strongest(p, FACTORS)]
    slices = [_slices(design, position) for position in chosen]
    masks = _prune(_peel(slices, p), slices, p)
    inside = _inside(masks, slices, len(p))
    density = float(p[inside].mean())
    if all(mask.all() for mask in masks) or density < min(LEAST_LIFT * p.mean(), (1 + p.mean()) / 2):
        return []
    limits = dict(
        _limit(design, k, s, mask) for k, s, mask in zip(chosen, slices, masks, strict=True) if not mask.all()
    )
    return [
        Condition(limits=limits, coverage=float(p[inside].sum() / p.sum()), density=density, support=int(inside.sum()))
    ]


class _Slices(NamedTuple):
    """A factor cut up for peeling: code of each future, number of codes, whether codes are ordered (a parameter's
    bins)."""

    codes: np.ndarray
    number: int
    ordered: bool


def _slices(design: Design, position: int) -> _Slices:
    factor = design.factors[position]
    if factor.options:
        return _Slices(design.codes(position), len(factor.options), False)
    return _Slices(bin_of(design.values[factor.row], FINE_BINS), FINE_BINS, True)


def _peel(slices: list[_Slices], p: np.ndarray) -> list[np.ndarray]:
    """The allowed codes of each factor at the step of the peeling path where the gain is largest."""
    least, mean = LEAST_SUPPORT * len(p), float(p.mean())
    best, best_gain = [np.ones(s.number, dtype=bool) for s in slices], 0.0
    for masks, support, total in _path(slices, p):
        gain = total - support * mean
        if support >= least and gain > best_gain:
            best, best_gain = masks, gain
    return best


def _path(slices: list[_Slices], p: np.ndarray) -> Iterator[tuple[list[np.ndarray], int, float]]:
    """Each box of the peeling path: allowed codes by factor, futures within, sum of p within.

    Counts and sums by code are kept for what is in the box; a peel subtracts those of the futures it removes, so that
    each future is counted twice in all, however many peels there are.
    """
    masks = [np.ones(s.number, dtype=bool) for s in slices]
    rows, total = np.arange(len(p)), float(p.sum())
    tables = _tables(slices, rows, p)
    while len(rows) > LEAST_SUPPORT * len(p):
        found = _best_peel(slices, masks, tables, len(rows), total)
        if found is None:
            return
        factor, gone = found
        masks[factor] &= ~gone
        peeled = gone[slices[factor].codes[rows]]
        removed, rows = rows[peeled], rows[~peeled]
        for kept, less in zip(tables, _tables(slices, removed, p), strict=True):
            kept -= less
        total -= float(p[removed].sum())
        yield [m.copy() for m in masks], len(rows), total


def _tables(slices: list[_Slices], rows: np.ndarray, p: np.ndarray) -> list[np.ndarray]:
    """Futures and sums of p by code, [2, code] for each factor, over some futures."""
    part, found = p[rows], []
    for s in slices:
        codes = s.codes[rows]
        found.append(np.stack([np.bincount(codes, minlength=s.number), group_sums(codes, part, s.number)]))
    return found


def _best_peel(
    slices: list[_Slices], masks: list[np.ndarray], tables: list[np.ndarray], size: int, total: float
) -> tuple[int, np.ndarray] | None:
    """The factor and the codes whose removal raises the mean most for each future given up (the lenient criterion of
    Kwakkel & Jaxa-Rozen 2016, Environmental Modelling & Software 79: slices of unlike size compare equally)."""
    best, choice = -np.inf, None
    for k, (s, mask, (counts, sums)) in enumerate(zip(slices, masks, tables, strict=True)):
        for gone in _candidates(s, mask, counts, size):
            removed = float(counts[gone].sum())
            if not 0 < removed < size:
                continue
            score = (total / size - float(sums[gone].sum()) / removed) / (size - removed)
            if score > best:
                best, choice = score, (k, gone)
    return choice


def _candidates(s: _Slices, mask: np.ndarray, counts: np.ndarray, size: int) -> list[np.ndarray]:
    """What may be peeled off a factor: at either end the bins that hold 5% of the box, or any one option."""
    allowed = np.flatnonzero(mask)
    if not s.ordered:
        return [np.arange(s.number) == option for option in allowed] if len(allowed) > 1 else []
    found = []
    for order in (allowed, allowed[::-1]):
        enough = int(np.searchsorted(np.cumsum(counts[order]), SLICE * size)) + 1
        gone = np.zeros(s.number, dtype=bool)
        gone[order[:enough]] = True
        found.append(gone)
    return found


def _prune(masks: list[np.ndarray], slices: list[_Slices], p: np.ndarray) -> list[np.ndarray]:
    """Without restrictions whose removal costs less than 2% of the box's density, weakest first."""
    masks = [m.copy() for m in masks]
    while True:
        density = float(p[_inside(masks, slices, len(p))].mean())
        trials = []
        for k, mask in enumerate(masks):
            if not mask.all():
                looser = [np.ones_like(m) if j == k else m for j, m in enumerate(masks)]
                trials.append((float(p[_inside(looser, slices, len(p))].mean()), k))
        if not trials or max(trials)[0] < (1 - WORTH) * density:
            return masks
        masks[max(trials)[1]][:] = True


def _inside(masks: list[np.ndarray], slices: list[_Slices], n: int) -> np.ndarray:
    inside = np.ones(n, dtype=bool)
    for mask, s in zip(masks, slices, strict=True):
        if not mask.all():
            inside &= mask[s.codes]
    return inside


def _limit(
    design: Design, position: int, s: _Slices, mask: np.ndarray
) -> tuple[str, tuple[float | None, float | None]]:
    """A parameter's limits in its own unit, open ends None; an axis's allowed options stand in the name."""
    factor = design.factors[position]
    if factor.options:
        allowed = " or ".join(label for label, keep in zip(factor.options, mask, strict=False) if keep)
        return f"{factor.name}: {allowed}", (None, None)
    held = design.values[factor.row][mask[s.codes]]
    return factor.name, (None if mask[0] else float(held.min()), None if mask[-1] else float(held.max()))
