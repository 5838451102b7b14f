"""Conditions (PRIM boxes): time by number of futures, and side by side with the EMA Workbench's PRIM.

    python benchmarks/boxes.py                                # time, and the check on known boxes
    pip download ema_workbench --no-deps --no-binary :all: -d SOURCE
    python benchmarks/boxes.py --bryant SOURCE/ema_workbench-*.tar.gz

Bryant & Lempert (2010, Technological Forecasting and Social Change 77) is the published case of scenario discovery:
882 runs, 9 uncertainties, 89 cases of interest. Its data ship in the source distribution of the EMA Workbench (not in
its wheel) and are read from there.
"""

from __future__ import annotations

import argparse
import json
import logging
import tarfile
import time
import warnings
from collections.abc import Iterable

import numpy as np
import pandas as pd
import xarray as xr
from timing import machine, table, versions

from overstretch.claims.drivers.boxes import _path, _slices, conditions
from overstretch.claims.drivers.design import Design

PARAMETERS = 190
OPTIONS = (3, 3, 3, 2, 2, 3)
MEMBER = "bryant et al 2010 data.csv"


def world_of(
    values: np.ndarray, names: Iterable[str], axes: np.ndarray | None = None, options: Iterable[int] = ()
) -> xr.Dataset:
    """Futures as a run returns them: values [parameter, future], axes [axis, future] with so many options each."""
    options = list(options) or [1]
    axes = np.zeros((1, values.shape[1]), np.int8) if axes is None else axes
    labels = {f"axis{k}": [str(j) for j in range(n)] for k, n in enumerate(options)}
    return xr.Dataset(
        {
            "parameters": (("parameter", "future"), values.astype(np.float32)),
            "variants": (("axis", "future"), axes, {"options": json.dumps(labels)}),
        },
        {"parameter": list(names), "axis": list(labels)},
    )


def large(futures: int) -> tuple[xr.Dataset, np.ndarray]:
    """Futures of the real size with an event that twelve parameters and an axis drive."""
    rng = np.random.default_rng(0)
    x = rng.random((PARAMETERS, futures), np.float32)
    axes = np.stack([rng.permutation(np.arange(futures) % n) for n in OPTIONS]).astype(np.int8)
    score = -2 + 6 * (x[0] - 0.5) + 4 * (x[1] - 0.5) + 2 * (x[2] - 0.5) + 1.5 * (axes[0] == 2) + (x[3:12] - 0.5).sum(0)
    event = rng.random(futures) < 1 / (1 + np.exp(-score))
    return world_of(x, [f"x{k}" for k in range(PARAMETERS)], axes, OPTIONS), event.astype(float)


def timed(futures: int, repeats: int) -> tuple[float, float]:
    """Least seconds to prepare the futures once, and then for one outcome's drivers and box."""
    world, event = large(futures)
    prepared, answered = [], []
    for _ in range(repeats):
        start = time.perf_counter()
        design = Design(world, futures)
        _ = design.sizes
        middle = time.perf_counter()
        conditions(design, event)
        prepared.append(middle - start)
        answered.append(time.perf_counter() - middle)
    return min(prepared), min(answered)


def of_workbench(x: pd.DataFrame, y: np.ndarray, coverage: float) -> tuple[float, float, int, float]:
    """Coverage, density and restricted dimensions of the workbench's box with the coverage nearest to one; its
    seconds."""
    from ema_workbench.analysis import prim

    start = time.perf_counter()
    box = prim.Prim(x, y.astype(bool), threshold=0.5, peel_alpha=0.05).find_box()
    spent = time.perf_counter() - start
    path = box.peeling_trajectory
    row = path.iloc[(path["coverage"] - coverage).abs().argmin()]
    return float(row["coverage"]), float(row["density"]), int(row["res_dim"]), spent


def of_overstretch(x: pd.DataFrame, y: np.ndarray) -> tuple[float, float, int, float, str]:
    start = time.perf_counter()
    design = Design(world_of(x.to_numpy().T, x.columns), len(x))
    found = conditions(design, y.astype(float))
    spent = time.perf_counter() - start
    if not found:
        return np.nan, np.nan, 0, spent, "none"
    box = found[0]
    limits = "; ".join(
        f"{name} in {low if low is None else round(low, 3)}..{high if high is None else round(high, 3)}"
        for name, (low, high) in box.limits.items()
    )
    return box.coverage, box.density, len(box.limits), spent, limits.replace("None", "")


def published_choice(x: pd.DataFrame, y: np.ndarray, coverage: float = 0.75) -> tuple[float, float, int]:
    """Coverage, density and restricted dimensions on overstretch's own path where coverage is nearest to the
    published."""
    design = Design(world_of(x.to_numpy().T, x.columns), len(x))
    slices = [_slices(design, position) for position, _ in design.strongest(y.astype(float))]
    path = [(t / y.sum(), t / n, sum(not m.all() for m in masks)) for masks, n, t in _path(slices, y.astype(float))]
    return min(path, key=lambda step: abs(step[0] - coverage))


def known_box() -> tuple[pd.DataFrame, np.ndarray]:
    """20 uniform factors, 10,240 futures; nine in ten within x0 > 0.6, x1 < 0.5, x2 in 0.25..1, one in fifty
    outside."""
    rng = np.random.default_rng(3)
    x = rng.random((10_240, 20))
    inside = (x[:, 0] > 0.6) & (x[:, 1] < 0.5) & (x[:, 2] > 0.25)
    return pd.DataFrame(x, columns=[f"x{k}" for k in range(20)]), rng.random(10_240) < np.where(inside, 0.9, 0.02)


def ishigami() -> tuple[pd.DataFrame, np.ndarray]:
    """The tenth of 10,240 futures with the largest Ishigami function: a set that is no box."""
    x = np.random.default_rng(4).uniform(-np.pi, np.pi, (10_240, 3))
    y = np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
    return pd.DataFrame(x, columns=["x0", "x1", "x2"]), y > np.quantile(y, 0.9)


def bryant(path: str) -> tuple[pd.DataFrame, np.ndarray]:
    with tarfile.open(path) as archive:
        member = next((m for m in archive.getmembers() if m.name.endswith(MEMBER)), None)
        if member is None:
            raise SystemExit(f"{path} does not hold '{MEMBER}'")
        data = pd.read_csv(archive.extractfile(member), index_col=False)  # type: ignore[arg-type]
    return data.iloc[:, 2:11], data.iloc[:, 15].to_numpy() == 1


def side_by_side(cases: dict[str, tuple[pd.DataFrame, np.ndarray]]) -> str:
    rows = []
    for name, (x, y) in cases.items():
        coverage, density, dimensions, spent, limits = of_overstretch(x, y)
        rows.append((name, "overstretch", f"{coverage:.2f}", f"{density:.2f}", dimensions, f"{spent:.2f}", limits))
        peer = of_workbench(x, y, coverage)
        rows.append(
            (
                f"{len(x):,} runs, {int(y.sum()):,} cases",
                "EMA Workbench, same coverage",
                f"{peer[0]:.2f}",
                f"{peer[1]:.2f}",
                peer[2],
                f"{peer[3]:.2f}",
                "",
            )
        )
    return table(["case", "engine", "coverage", "density", "restricted", "s", "box"], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--futures", type=int, nargs="*", default=[10_240, 102_400, 1_024_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--bryant", metavar="ARCHIVE", help="source distribution of the EMA Workbench")
    given = parser.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.INFO)
    print(f"{machine()}; {versions(['overstretch', 'ema-workbench', 'numpy'])}\n")
    rows = [(f"{n:,}", *(f"{s:.2f}" for s in timed(n, given.repeats))) for n in given.futures]
    print(
        table(
            [f"futures, {PARAMETERS} parameters, 6 axes", "prepared once, s", "drivers and box of one outcome, s"], rows
        ),
        "\n",
    )
    cases = {"a box known by construction": known_box(), "Ishigami, largest tenth": ishigami()}
    if given.bryant:
        cases["Bryant & Lempert 2010"] = bryant(given.bryant)
    print(side_by_side(cases))
    if given.bryant:
        x, y = cases["Bryant & Lempert 2010"]
        rows = [("overstretch", *published_choice(x, y)), ("EMA Workbench", *of_workbench(x, y, 0.75)[:3])]
        print("\nBryant & Lempert where coverage is nearest to 0.75, the published choice:\n")
        print(
            table(
                ["engine", "coverage", "density", "restricted"], [(n, f"{c:.2f}", f"{d:.2f}", r) for n, c, d, r in rows]
            )
        )


if __name__ == "__main__":
    main()
