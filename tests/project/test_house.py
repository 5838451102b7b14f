"""One record per thing: where a default, a stage or an intervention is declared, and that nothing declares it again."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import get_type_hints

import pytest
from typer.models import OptionInfo

from overstretch import cli, defaults
from overstretch.cli import facts as facts_commands
from overstretch.engine.interventions import INTERVENTIONS
from overstretch.progress import STAGES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "overstretch"
sys.path.insert(0, str(ROOT))

from tools import licences  # noqa: E402

OPTIONS = {"futures", "seed", "as_of", "system", "contrast_futures"}
DECLARED = {defaults.DEFAULT_FUTURES, defaults.DEFAULT_AS_OF, defaults.NEWEST, defaults.REFERENCE_SYSTEM}
OF_THEIR_OWN = {"evidence/forecasts.py"}  # forecasts already published


def typed_again(path: Path) -> list[str]:
    """Defaults of the jobs' options that are written as a figure or a word instead of a name of `defaults`."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.FunctionDef):
            continue
        given = node.args
        positional = given.args[len(given.args) - len(given.defaults) :]
        for argument, value in [
            *zip(positional, given.defaults, strict=True),
            *zip(given.kwonlyargs, given.kw_defaults, strict=True),
        ]:
            if argument.arg in OPTIONS and isinstance(value, ast.Constant) and value.value in DECLARED:
                found.append(f"{path.name}: {node.name}({argument.arg}={value.value!r})")
    return found


def test_a_default_is_declared_once():
    paths = [path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).as_posix() not in OF_THEIR_OWN]
    assert [line for path in paths for line in typed_again(path)] == []


def test_a_default_typed_again_is_found(tmp_path):
    written = tmp_path / "again.py"
    written.write_text('def run(system="nato-russia", *, futures=10_240, seed=1, as_of="now", out="now"): ...\n')
    assert len(typed_again(written)) == 3


def test_an_option_is_declared_once():
    """Commands that take an option in the same words take one record of it."""
    records: dict[tuple, set[int]] = defaultdict(set)
    for command in (*cli.app.registered_commands, *facts_commands.app.registered_commands):
        for name, hint in get_type_hints(command.callback, include_extras=True).items():
            for about in getattr(hint, "__metadata__", ()):
                if isinstance(about, OptionInfo):
                    records[name, about.help].add(id(about))
    assert len(records) > 60 and [words for words, held in records.items() if len(held) > 1] == []


def test_the_stages_of_a_check_follow_each_other():
    ends = [0.0, *(stage.end for stage in STAGES.values())]
    assert all(0 <= stage.start <= stage.end <= 1 for stage in STAGES.values()) and ends == sorted(ends)
    assert ends[-1] == 1.0 and len({stage.label for stage in STAGES.values()}) == len(STAGES)


@pytest.mark.parametrize("name", INTERVENTIONS)
def test_an_intervention_is_worded(name):
    one = INTERVENTIONS[name]
    worded = one.words.format(*range(one.takes))  # raises where it speaks of an argument that is not taken
    assert one.meaning and "{" not in one.meaning and "{" not in worded


def imported(path: Path) -> list[tuple[str, str]]:
    """Module and name of every import of the program's own, those inside functions too."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    return [(n.module, a.name) for n in nodes if (n.module or "").partition(".")[0] == "overstretch" for a in n.names]


def absent(module: str, name: str) -> bool:
    """Whether neither the module holds a name that says so in its text, nor its folder a file of that name."""
    place = SOURCE.parent.joinpath(*module.split("."))
    if (place / f"{name}.py").is_file() or (place / name / "__init__.py").is_file():
        return False
    files = [file for file in (place / "__init__.py", place.with_suffix(".py")) if file.is_file()]
    return not any(re.search(rf"\b{re.escape(name)}\b", file.read_text("utf-8")) for file in files)


def test_what_is_imported_is_there():
    found = {(module, name) for path in SOURCE.rglob("*.py") for module, name in imported(path)}
    assert len(found) > 500 and [one for one in sorted(found) if absent(*one)] == []


@pytest.mark.parametrize("one", [("overstretch.answers.nowhere", "draw"), ("overstretch.drawing", "nothing_such")])
def test_what_is_imported_from_nowhere_is_found(one):
    assert absent(*one)


class Package:
    requires = ()

    def __init__(self, **about: object) -> None:
        self.metadata = self
        self.about = about

    def get(self, name: str) -> object:
        return self.about.get(name.replace("-", "_"))

    def get_all(self, name: str) -> object:
        return self.about.get(name)


@pytest.mark.parametrize(
    ("about", "free"),
    [
        ({"License_Expression": "MIT"}, True),
        ({"Classifier": ["License :: OSI Approved", "License :: OSI Approved :: BSD License"]}, True),
        ({"License": "Apache 2.0\nlong text"}, True),
        ({"License_Expression": "AGPL-3.0-only"}, False),
        ({"Classifier": ["License :: OSI Approved"]}, False),
        ({}, False),
    ],
)
def test_a_licence_that_is_not_free_is_found(about, free):
    assert licences.unfree({"some": Package(**about)}) == ([] if free else ["some"])


def test_what_the_program_brings_is_free_to_use():
    brought = licences.brought("overstretch")
    assert {"jax", "spacy", "zarr", "xarray"} <= set(brought)
    assert licences.unfree(brought) == []
