"""Write the generated pages of the documentation from the code and the assumption files.

    python -m tools.docs_laws            (writes them)
    python -m tools.docs_laws --check    (exit 1 where a page is out of date)

Laws: docstrings of `model/*.py` (read without importing them) and the priors in `assumptions/*.toml`. Other pages: see docs_tables.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from overstretch.assumptions import AXES, Prior, load_priors
from tools.docs_curves import curve
from tools.docs_text import GENERATED, paragraphs, plain, table

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
MODEL = ROOT / "src" / "overstretch" / "model"
NOT_LAWS = ("__init__", "initial", "structures")  # and *step: composition and containers, drawn in the architecture
CUTOFF = date(2025, 7, 3)
TITLES = {
    "alliance": "The alliance",
    "defence": "Defence budgets",
    "economy": "The economy",
    "finance": "Public finance",
    "forces": "Forces",
    "leaders": "The ruler",
    "perception": "Perception and words",
    "review": "The review of 2029",
    "united_states": "The United States",
    "vote": "The yearly budget votes",
    "war": "The war against Ukraine",
    "war_economy": "Russia's war economy",
}
AXIS_MEANINGS = {
    "reaction": "what a side answers: nothing, the rival's perceived share of GDP, or the balance of equipment",
    "alliance": "what moves cohesion: unequal burdens, the perceived threat, or nothing but base rates",
    "leader": "what moves the ruler's hazards: nothing, growth, or effort and coercion",
    "multiplier": "size of the output effect of defence spending",
    "growth_effect": "whether a burden above what the economy absorbs costs growth",
    "review": "what moves the review: nothing, the allies' shortfall, or the threat",
}


@dataclass(frozen=True)
class Law:
    """One public function of a model module: its name, arguments and docstring."""

    name: str
    arguments: tuple[str, ...]
    text: str


def laws_of(module: Path) -> tuple[str, list[Law]]:
    """Docstring of a module and its public functions in the order of the file. Raises ValueError for one without docstring."""
    tree = ast.parse(module.read_text("utf-8"))
    found = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            text = ast.get_docstring(node)
            if not text:
                raise ValueError(f"{module.name}: {node.name} has no docstring")
            arguments = tuple(a.arg for a in (*node.args.args, *node.args.kwonlyargs))
            found.append(Law(node.name, arguments, text))
    return ast.get_docstring(tree) or "", found


def modules() -> dict[str, Path]:
    """Law modules by name, alphabetically. Raises ValueError for one without a title here."""
    found = {
        path.stem: path
        for path in sorted(MODEL.glob("*.py"))
        if path.stem not in NOT_LAWS and not path.stem.endswith("step")
    }
    if strangers := set(found) - set(TITLES):
        raise ValueError(f"tools/docs_laws.py: no title for {sorted(strangers)}")
    return found


def law_page(name: str, module: Path, priors: list[Prior]) -> str:
    """One law's page: what the module says, each equation, the table of its parameters."""
    opening, laws = laws_of(module)
    parts = [f"# {TITLES[name]}", GENERATED, paragraphs(opening), "## Equations"]
    for law in laws:
        parts += [f"### {law.name}", f"`{law.name}({', '.join(law.arguments)})`", paragraphs(law.text)]
    if priors:
        parts += ["## Parameters", _note(priors), _parameters(priors)]
    else:
        parts.append("It has no parameters of its own; it composes those of the other laws.")
    return "\n\n".join(parts) + "\n"


def _note(priors: list[Prior]) -> str:
    judged = sum(prior.judgement for prior in priors)
    return (
        f"{len(priors)} priors, {judged} of them on judgement ([J]). Median and 5-95% as drawn at a cut-off of {CUTOFF}; draws are "
        "clipped to the range. The curve shows where a prior puts its weight between its 0.5 and 99.5% points."
    )


def _parameters(priors: list[Prior]) -> str:
    rows = []
    for prior in priors:
        low, middle, high = (_figure(prior, p) for p in (0.05, 0.5, 0.95))
        known = f" (from {prior.known_from}; before it centred on zero)" if prior.known_from else ""
        shape = f"{prior.distribution} ({', '.join(f'{v:g}' for v in prior.values)})"
        rows.append((
            f"`{prior.name}`<br>{plain(prior.unit)}", f"{curve(prior, CUTOFF)}<br>{shape}",
            f"{middle} ({low} to {high})<br>range {prior.valid[0]:g} to {prior.valid[1]:g}", plain(prior.reference) + known,
        ))  # fmt: skip
    return table(("parameter, unit", "distribution", "median (5-95%)", "reference"), rows)


def _figure(prior: Prior, probability: float) -> str:
    return f"{float(prior.quantile(np.array([probability]), CUTOFF)[0]):.3g}"


def index_page(priors: dict[str, Prior]) -> str:
    """The list of laws and of the structural axes."""
    rows = []
    for name, module in modules().items():
        opening, laws = laws_of(module)
        own = [prior for prior in priors.values() if prior.law == name]
        rows.append((f"[{TITLES[name]}]({name}.md)", plain(opening.split("\n\n")[0]), str(len(laws)), str(len(own))))
    judged = sum(prior.judgement for prior in priors.values())
    axes = [(f"`{axis}`", AXIS_MEANINGS[axis], ", ".join(options)) for axis, options in AXES.items()]
    return "\n\n".join((
        "# Laws and priors", GENERATED,
        "A law is a small pure function on arrays with its equation, units, reference and range in its docstring; a parameter is a prior "
        f"with a unit and a reference. There are {len(priors)} priors, {judged} of them on judgement, marked [J]; each future draws one "
        "value of each, jointly, from a Latin hypercube per block.",
        table(("law", "what it covers", "equations", "priors"), rows),
        "One quarter composes them in this order: politics (war, stance, remarks), economy, public finance, Russia's war economy, forces, "
        "alliance and ruler, in the third quarter of the review's year the review, in every fourth quarter the budget votes.",
        "## Structural variants",
        "Where the field does not agree on a mechanism, every future carries one option of each axis, balanced within a block; a verdict's "
        "interval runs over them, and the report shows the answer by variant.",
        table(("axis", "question", "options"), axes),
    )) + "\n"  # fmt: skip


@cache
def pages() -> dict[Path, str]:
    """Every generated page: its path → its text."""
    from tools import docs_tables

    priors = load_priors()
    found = {DOCS / "laws" / "index.md": index_page(priors)}
    for name, module in modules().items():
        own = [prior for prior in priors.values() if prior.law == name]
        found[DOCS / "laws" / f"{name}.md"] = law_page(name, module, own)
    if homeless := {prior.law for prior in priors.values()} - set(modules()):
        raise ValueError(f"assumption files without a law of that name: {sorted(homeless)}")
    return found | docs_tables.pages(DOCS)


def main(arguments: list[str]) -> int:
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        print("\n".join(f"out of date: {path.relative_to(ROOT)}" for path in stale) or "generated pages are up to date")
        return bool(stale)
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages()[path], encoding="utf-8")
        print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
