"""The notebooks ship without outputs and run from top to bottom; what a cell ends with shows itself in a notebook."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SHOWN = ("_repr_html_", "_repr_mimebundle_")


def _cells(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


def test_there_is_one_for_the_analyst_and_one_for_the_class():
    assert [path.stem for path in NOTEBOOKS] == ["analyst", "class"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_outputs(path):
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in _cells(path))
    assert path.stat().st_size < 20_000


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(path, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    shown = 0
    for number, cell in enumerate(_cells(path)):
        tree = ast.parse("".join(cell["source"]), f"{path.name}, cell {number}")
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, path.name, "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), path.name, "eval"), names)
            if value is not None:
                rich = [name for name in SHOWN if hasattr(value, name)] or hasattr(value, "to_frame")
                assert rich, f"cell {number} ends with {type(value)}, which a notebook shows as plain text"
                if hasattr(value, "_repr_html_") and type(value).__module__.startswith("overstretch"):
                    assert "<table>" in value._repr_html_()
                shown += 1
    assert shown >= 4 and capsys.readouterr().out
