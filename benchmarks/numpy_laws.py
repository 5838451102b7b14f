"""The model's own laws with NumPy in place of JAX: the vectorised peer of the compiled program.

The sources of `overstretch.model` and of `engine.summaries` are translated statement by statement (jax.numpy → NumPy,
`x.at[i].set(v)` → copy and assign, `lax.cond` → if) and loaded as a package of their own, so that the equations cannot
differ. The loop over the quarters and the random draws (same distributions, NumPy's own generator) are written here.
"""

from __future__ import annotations

import ast
import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

import overstretch.engine.summaries
import overstretch.model
from overstretch.engine.randomness import BY_QUARTER, BY_YEAR, DEGREES_OF_FREEDOM, SHARE_DEGREES_OF_FREEDOM, TRUNCATION
from overstretch.engine.schema import QUARTER

PACKAGE = "numpy_laws_translated"
_TEXT = {
    "from overstretch.model.arrays import": f"from {PACKAGE}.shim import",
    "import jax.numpy as jnp": f"from {PACKAGE}.shim import jnp",
    "from jax import Array": f"from {PACKAGE}.shim import Array",
    "overstretch.model": f"{PACKAGE}.model",
}
_SHIM = '''
from typing import Any

import numpy as np
from scipy.special import expit as sigmoid, logit

Array = Any


def is_number(x):
    return isinstance(x, (bool, int, float))


class Jnp:
    """NumPy, but plain Python numbers never widen float32 (as in JAX)."""

    dtype = np.float32

    def __getattr__(self, name):
        return getattr(np, name)

    def where(self, condition, yes, no):
        return np.where(condition, self.dtype(yes) if is_number(yes) else yes, self.dtype(no) if is_number(no) else no)

    def sqrt(self, x):
        return np.sqrt(self.dtype(x) if is_number(x) else x)


jnp = Jnp()


def times_one(x):
    return x.astype(jnp.dtype) if x.dtype == bool else x


class lax:
    @staticmethod
    def cond(condition, yes, no, state):
        return yes(state) if condition else no(state)


def changed(x, index, value, how):
    x = x.copy()
    if how == "set":
        x[index] = value
    elif how == "add":
        x[index] += value
    else:
        x[index] *= value
    return x
'''


class _At(ast.NodeTransformer):
    """`x.at[i].set(v)` → `_changed(x, i, v, "set")`, and so for add and multiply."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(
                value=ast.Subscript(value=ast.Attribute(value=x, attr="at"), slice=index),
                attr="set" | "add" | "multiply" as how,
            ):
                name = ast.Name("_changed", ast.Load())
                return ast.Call(name, [x, index, node.args[0], ast.Constant(how)], [])
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """`flags * 1.0` would be float64 in NumPy."""
        self.generic_visit(node)
        match node:
            case ast.BinOp(left=flags, op=ast.Mult(), right=ast.Constant(value=1.0)):
                return ast.Call(ast.Name("_times_one", ast.Load()), [flags], [])
        return node


def _translated(source: str) -> str:
    for old, new in _TEXT.items():
        source = source.replace(old, new)
    tree = ast.fix_missing_locations(_At().visit(ast.parse(source)))
    code = ast.unparse(tree)
    if ".at[" in code or "jax" in code.replace("jax.", "jax_in_words."):
        left = [line for line in code.splitlines() if ".at[" in line or "import jax" in line or "from jax" in line]
        if left:
            raise SystemExit(f"not translated to NumPy: {left}")
    first = "from __future__ import annotations"
    return code.replace(first, f"{first}\nfrom {PACKAGE}.shim import changed as _changed, times_one as _times_one", 1)


def load() -> Any:
    """The translated package: modules model.* and summaries."""
    root = Path(tempfile.mkdtemp(prefix="numpy-laws-"))
    package = root / PACKAGE
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "shim.py").write_text(_SHIM)
    for path in Path(overstretch.model.__path__[0]).glob("*.py"):
        if path.stem == "arrays":
            continue  # the shim stands for it
        (package / "model" / path.name).write_text(_translated(path.read_text("utf-8")), "utf-8")
    source = Path(overstretch.engine.summaries.__file__).read_text("utf-8")
    (package / "summaries.py").write_text(_translated(source), "utf-8")
    sys.path.insert(0, str(root))
    for name in ("model.step", "model.initial", "summaries"):
        importlib.import_module(f"{PACKAGE}.{name}")
    return sys.modules[PACKAGE]


class Laws:
    """A prepared system run by the translated laws in one dtype."""

    def __init__(self, prepared: Any, dtype: Any = np.float32) -> None:
        self.package, self.prepared, self.dtype = load(), prepared, dtype
        self.package.shim.jnp.dtype = dtype
        structures = self.package.model.structures
        self.structures = structures
        self.base = structures.Baseline(*[np.asarray(x, dtype) for x in prepared.base])
        self.start = structures.Start(*[np.asarray(x, dtype) for x in prepared.start])
        self.roles = structures.Roles(*prepared.roles)
        self.quarters = [structures.Baseline(*[x[t] for x in self.base]) for t in range(len(prepared.quarters))]

    def run(
        self, shocks: Any, controls: Any, parameters: dict[str, np.ndarray], will: np.ndarray
    ) -> dict[str, np.ndarray]:
        """All outputs that the compiled program returns for a chunk of futures, same names and shapes."""
        p, summaries = self.prepared, self.package.summaries
        controls = self.structures.Controls(*controls)
        initial, step = self.package.model.initial.initial_state, self.package.model.step.step
        state = initial(self.start, self.quarters[0], p.years_ahead, controls, parameters, will, shocks, self.roles)
        earlier = summaries.before_first(self.start, p.past, will)
        kept, figures, of_a_year = [], [], []
        good = np.ones(will.shape[-1], bool)
        for t, at in enumerate(self.quarters):
            year = (t + p.past) // 4
            now = shocks._replace(
                **{name: getattr(shocks, name)[t] for name in BY_QUARTER},
                **{name: getattr(shocks, name)[year + 1] for name in BY_YEAR},
            )
            state, out = step(state, at, now, self.start, controls, parameters, self.roles)
            kept.append(summaries.of_quarter(out, self.roles))
            of_a_year.append({name: out[name] for name in summaries.OF_A_YEAR})
            if at.fourth > 0:
                past = 4 - len(of_a_year)
                of_a_year = [{name: 0 * x for name, x in of_a_year[0].items()}] * past + of_a_year
                stacked = {name: np.stack([quarter[name] for quarter in of_a_year]) for name in summaries.OF_A_YEAR}
                made, earlier = summaries.of_year(stacked, earlier, self.start, self.roles, past, year == 0)
                figures.append(made)
                good &= summaries.finite(made)
                of_a_year = []
        result = {name: np.stack([made[name] for made in figures], axis=-2) for name in figures[0]}
        series = {name: np.stack([quarter[name] for quarter in kept]) for name in kept[0]}
        growth = result["growth"][self.roles.rival]
        last = summaries.events(shocks, series, growth, self.base, self.start, parameters, len(kept))
        good &= summaries.finite({name: x for name, x in series.items() if name in QUARTER})
        result |= {name: x for name, x in series.items() if name in QUARTER} | last
        return result | {"review_result": state.review_result, "nonfinite": 1.0 - good}

    def shocks(self, rng: np.random.Generator, futures: int) -> Any:
        """Random draws with the shapes and distributions of engine.randomness."""
        return draw_shocks(self.structures.Shocks, rng, len(self.prepared.quarters), len(self.prepared.actors), futures)

    def given(self, shocks: Any) -> Any:
        """Shocks drawn elsewhere, in this dtype."""
        return self.structures.Shocks(*[np.asarray(x, self.dtype) for x in shocks])


def student_t(rng: np.random.Generator, shape: tuple[int, ...], nu: float = DEGREES_OF_FREEDOM) -> np.ndarray:
    """Standardised Student-t by Bailey's method, as engine.randomness does it, float32."""
    u, angle = rng.random(shape, np.float32), rng.random(shape, np.float32)
    np.maximum(u, np.float32(1e-7), out=u)
    radius = np.sqrt(nu * (u ** np.float32(-2.0 / nu) - 1.0))
    return np.clip(
        radius * np.cos(np.float32(2 * np.pi) * angle) * np.float32(np.sqrt((nu - 2) / nu)), -TRUNCATION, TRUNCATION
    )


def draw_shocks(kind: Any, rng: np.random.Generator, t: int, a: int, f: int) -> Any:
    years = t // 4 + 2

    def normal(*shape: int) -> np.ndarray:
        return rng.standard_normal(shape, np.float32)

    def uniform(*shape: int) -> np.ndarray:
        return rng.random(shape, np.float32)

    def tee(*shape: int) -> np.ndarray:
        return student_t(rng, shape)

    return kind(
        world=tee(t, f),
        europe=tee(t, f),
        demand=tee(t, a, f),
        inflation=tee(t, a, f),
        oil=tee(t, f),
        cohesion=normal(t, f),
        doubt=normal(t, f),
        key_rate=normal(t, f),
        remarks=normal(t, 2, f),
        war=uniform(t, f),
        share=student_t(rng, (years, a, f), SHARE_DEGREES_OF_FREEDOM),
        share_common=tee(years, f),
        turnover=uniform(years, a, f),
        will=normal(years, a, f),
        inauguration=uniform(t, f),
        review=-np.log(-np.log(np.maximum(uniform(4, f), 1e-7))),
        revision=normal(a, f),
        clock=rng.standard_exponential((7, f), np.float32),
        fate=uniform(2, f),
    )
