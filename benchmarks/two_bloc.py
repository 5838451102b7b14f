"""Richardson's two-bloc arms race on four engines: the same equations, parameters and time steps.

    python benchmarks/two_bloc.py [--repeats 5]

    x' = k·y − a·x + g        y' = l·x − b·y + h        Euler, 62 quarters, both paths returned for every future

JAX and NumPy run all futures as arrays; PySD translates a Vensim model and runs it once per future; the EMA Workbench
evaluates a Python function once per future (the faster of its sequential evaluator and its pool of two processes).
Every engine's paths are compared with NumPy's in double precision first.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from timing import interleaved, machine, table, versions

QUARTERS, DT = 62, 0.25
CHUNKS = (1024, 8192, 65_536)
NAMES = ("k", "a", "g", "l", "b", "h")
LOW, HIGH = np.array([0.1, 0.5, 0.1, 0.1, 0.5, 0.1]), np.array([0.4, 1.0, 0.5, 0.4, 1.0, 0.5])  # ab > kl: stable
START = (2.0, 3.0)
MDL = """{UTF-8}
x = INTEG(k*y - a*x + g, 2) ~ share ~ |
y = INTEG(l*x - b*y + h, 3) ~ share ~ |
k = 0.2 ~ 1/year ~ |
a = 0.7 ~ 1/year ~ |
g = 0.3 ~ share/year ~ |
l = 0.2 ~ 1/year ~ |
b = 0.7 ~ 1/year ~ |
h = 0.3 ~ share/year ~ |
INITIAL TIME = 0 ~ year ~ |
FINAL TIME = 15.5 ~ year ~ |
TIME STEP = 0.25 ~ year ~ |
SAVEPER = 0.25 ~ year ~ |
"""


def parameters(futures: int, dtype: Any = np.float32) -> np.ndarray:
    """Draws [6, future] in the order of NAMES."""
    rng = np.random.default_rng(1)
    return (LOW[:, None] + (HIGH - LOW)[:, None] * rng.random((6, futures))).astype(dtype)


def by_numpy(p: np.ndarray) -> np.ndarray:
    """Paths [quarter, 2, future]."""
    k, a, g, l, b, h = p  # noqa: E741
    paths = np.empty((QUARTERS + 1, 2, p.shape[1]), p.dtype)
    paths[0, 0], paths[0, 1] = START
    for t in range(QUARTERS):
        x, y = paths[t]
        paths[t + 1, 0] = x + DT * (k * y - a * x + g)
        paths[t + 1, 1] = y + DT * (l * x - b * y + h)
    return paths


@jax.jit
def compiled(p: jax.Array) -> jax.Array:
    k, a, g, l, b, h = p  # noqa: E741

    def quarter(state: jax.Array, _: None) -> tuple[jax.Array, jax.Array]:
        x, y = state
        return jnp.stack([x + DT * (k * y - a * x + g), y + DT * (l * x - b * y + h)]), state

    start = jnp.broadcast_to(jnp.asarray(START, p.dtype)[:, None], (2, p.shape[1]))
    return jax.lax.scan(quarter, start, None, length=QUARTERS + 1)[1]


def by_jax(p: np.ndarray) -> np.ndarray:
    """The same, compiled: dispatched at once for all futures."""
    return np.asarray(compiled(p))


def one_future(k: float, a: float, g: float, l: float, b: float, h: float) -> dict[str, list[float]]:  # noqa: E741
    """The same for one future in plain Python, as a function for the EMA Workbench: faster there than NumPy scalars."""
    x, y = START
    xs, ys = [x], [y]
    for _ in range(QUARTERS):
        x, y = x + DT * (k * y - a * x + g), y + DT * (l * x - b * y + h)
        xs.append(x)
        ys.append(y)
    return {"x": xs, "y": ys}


def pysd_model() -> Any:
    import pysd

    folder = Path(tempfile.mkdtemp(prefix="two-bloc-"))
    (folder / "richardson.mdl").write_text(MDL)
    return pysd.read_vensim(str(folder / "richardson.mdl"))


def by_pysd(model: Any, p: np.ndarray) -> np.ndarray:
    paths = [
        model.run(params=dict(zip(NAMES, map(float, row), strict=True)), return_columns=["x", "y"]).to_numpy()
        for row in p.T
    ]
    return np.moveaxis(np.array(paths), 0, -1)


def ema_model() -> Any:
    from ema_workbench import Model, RealParameter, TimeSeriesOutcome

    model = Model("richardson", function=one_future)
    model.uncertainties = [RealParameter(name, low, high) for name, low, high in zip(NAMES, LOW, HIGH, strict=True)]
    model.outcomes = [TimeSeriesOutcome("x"), TimeSeriesOutcome("y")]
    return model


def scenarios(p: np.ndarray) -> list[Any]:
    from ema_workbench.em_framework.points import Scenario

    return [Scenario(f"s{j}", **dict(zip(NAMES, map(float, row), strict=True))) for j, row in enumerate(p.T)]


def by_ema(evaluator: Any, model: Any, p: np.ndarray) -> np.ndarray:
    from ema_workbench import perform_experiments

    _, outcomes = perform_experiments(model, scenarios=scenarios(p), evaluator=evaluator, log_progress=True)
    return np.stack([outcomes["x"].T, outcomes["y"].T], axis=1)


def contenders(pool: Any, ema_futures: int, pysd_futures: int) -> dict[str, tuple[Callable[[np.ndarray], Any], int]]:
    """Engine → (paths of parameters [6, F], futures per repetition)."""
    from ema_workbench import SequentialEvaluator

    model, ema = pysd_model(), ema_model()
    return {
        **{f"overstretch's way (JAX, compiled, float32), {n:,} at once": (by_jax, n) for n in CHUNKS},
        **{f"NumPy vectorised, float32, {n:,} at once": (by_numpy, n) for n in CHUNKS},
        "EMA Workbench, sequential": (lambda p: by_ema(SequentialEvaluator(ema), ema, p), ema_futures),
        "EMA Workbench, two processes": (lambda p: by_ema(pool, ema, p), ema_futures),
        "PySD": (lambda p: by_pysd(model, p), pysd_futures),
    }


def main() -> None:
    from ema_workbench import MultiprocessingEvaluator, ema_logging

    ema_logging.log_to_stderr(logging.ERROR)
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    print(f"{machine()}; {versions(['jax', 'jaxlib', 'numpy', 'PySD', 'ema-workbench', 'pandas'])}\n")
    with MultiprocessingEvaluator([ema_model()], n_processes=2) as pool:
        engines = contenders(pool, ema_futures=2000, pysd_futures=50)
        exact = by_numpy(parameters(20, np.float64))
        for name, (run, _) in engines.items():
            error = np.abs(run(parameters(20)) - exact).max() / exact.max()
            if not error < 1e-5:
                raise SystemExit(f"{name} does not agree: {error:.1e}")
        print("All engines agree with NumPy in double precision within 1e-5.\n")
        jobs = {name: (partial(run, parameters(n)), n) for name, (run, n) in engines.items()}
        found = interleaved(jobs, given.repeats)
    ours = max(rate for name, rate in found.items() if "JAX" in name)
    rows = [
        (name, f"{rate:,.0f}", f"{ours / rate:,.1f}" if rate > ours / 100 else f"{ours / rate:,.0f}")
        for name, rate in found.items()
    ]
    print(table(["engine", "futures/s", "slower than JAX at its best by"], rows))


if __name__ == "__main__":
    main()
