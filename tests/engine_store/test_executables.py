"""Compiled programs on disk: found again, and compiled again where the file is damaged."""

from __future__ import annotations

import shutil

import jax
import numpy as np
import pytest

from overstretch.engine import executables
from overstretch.engine.sealed import Folder


@jax.jit
def doubled(x):
    return {"twice": 2.0 * x}


@pytest.fixture
def folder(monkeypatch, tmp_path):
    held = Folder(tmp_path / "programs", bytes(32))
    monkeypatch.setattr(executables, "cache_folder", lambda: held)
    monkeypatch.setattr(executables, "_LOADED", {})
    return held.path


def ask() -> tuple[np.ndarray, str]:
    """What a process that has just started gets, and whether it came from disk ("hits") or not ("misses")."""
    executables._LOADED.clear()
    compiled: list[bool] = []
    x = np.arange(5, dtype=np.float32)
    answer = np.asarray(executables.executable(doubled, (x,), {}, lambda: compiled.append(True))(x)["twice"])
    return answer, "misses" if compiled else "hits"


def test_a_program_is_compiled_once_and_found_again(folder):
    first, again = ask(), ask()
    assert (first[1], again[1]) == ("misses", "hits")
    assert first[0].tolist() == again[0].tolist() == [0.0, 2.0, 4.0, 6.0, 8.0]


@pytest.mark.parametrize("damage", [lambda b: b[:-1] + bytes([b[-1] ^ 1]), lambda b: b"", lambda b: b[:40]])
def test_a_damaged_program_is_compiled_again(folder, damage):
    ask()
    (file,) = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert ask() == (pytest.approx([0.0, 2.0, 4.0, 6.0, 8.0]), "misses")
    assert ask()[1] == "hits"


def test_an_unwritable_folder_costs_the_copy_alone(folder, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Folder, "write", full)
    assert ask()[1] == ask()[1] == "misses"
    assert not list(folder.iterdir())


def test_other_shapes_and_other_static_arguments_are_other_programs(folder):
    for x in (np.zeros(3, np.float32), np.zeros(4, np.float32), np.zeros(4, np.int32)):
        executables.executable(doubled, (x,), {})
    assert len(executables._LOADED) == len(list(folder.iterdir())) == 3


def test_old_programs_make_room(folder, monkeypatch):
    monkeypatch.setattr(executables, "_KEPT", 2)
    for size in range(1, 5):
        executables.executable(doubled, (np.zeros(size, np.float32),), {})
    assert len(list(folder.iterdir())) == 2


def test_a_program_that_is_sealed_but_cannot_be_loaded_is_compiled_again(folder):
    ask()
    (file,) = folder.iterdir()
    Folder(folder, bytes(32)).write(file.name, b"no pickle")
    assert ask()[1] == "misses"
    assert ask()[1] == "hits"


def test_the_identity_of_a_program_follows_from_the_modules_that_shape_it(monkeypatch, tmp_path):
    """A change of device.py, which holds the compiler's options, is another program; one of the command line is not."""
    copy = shutil.copytree(executables._PACKAGE, tmp_path / "copy", ignore=shutil.ignore_patterns("data", "tables"))
    monkeypatch.setattr(executables, "_PACKAGE", copy)
    digest = executables.laws_digest.__wrapped__
    before = digest()
    (copy / "cli" / "run.py").write_text("")
    assert digest() == before
    for changed in (
        "engine/device.py",
        "engine/summaries.py",
        "engine/variables.csv",
        "model/finance.py",
        "assumptions/draws.py",
    ):
        with (copy / changed).open("a") as file:
            file.write("# changed\n")
        assert digest() != before, changed
        before = digest()
