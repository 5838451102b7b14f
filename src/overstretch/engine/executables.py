"""Compiled programs kept whole: a process that finds one on disk neither traces nor compiles it.

JAX's own cache spares the compiling, but needs the traced program to look it up; tracing takes longer than anything else
that a small run does. Here the key is the source of the laws, the static arguments and the shapes.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import pickle
import tempfile
import threading
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jax
from jax.experimental import serialize_executable

from overstretch.engine.device import cache_folder, count_program

_PROGRAM = (
    "controls", "draws", "interventions", "layout", "packing", "program", "randomness", "reduce", "schema", "span", "summaries",
)  # fmt: skip
_KEPT = 24  # programs on disk, the last used ones
_LOADED: dict[str, Callable] = {}
_ONE_AT_A_TIME = threading.Lock()


@cache
def laws_digest() -> str:
    """SHA-256 over the source of the laws, of the draws and of the modules that make up the compiled program."""
    engine = [files("overstretch.engine") / f"{name}.py" for name in _PROGRAM]
    laws = [p for package in ("overstretch.model", "overstretch.assumptions") for p in files(package).iterdir()]
    sources = sorted((p for p in (*engine, *laws) if p.name.endswith(".py") and p.is_file()), key=lambda p: p.name)
    return hashlib.sha256(b"".join(p.read_bytes() for p in sources)).hexdigest()


def executable(
    program: Any, arguments: Sequence[Any], static: dict[str, Any], before_compiling: Callable[[], None] = lambda: None
) -> Callable:
    """The compiled `program` (a function under jax.jit) for arguments of these shapes: call it with arguments alone.

    From memory, else from disk, else compiled and written to disk. Threads that ask at once wait for the first.
    before_compiling: called before anything is compiled, which cannot be stopped; an error that it raises comes through.
    """
    shapes = [(x.shape, str(x.dtype)) for x in jax.tree.leaves(arguments)]
    about = (
        program.__name__,
        jax.__version__,
        laws_digest(),
        str(jax.tree.structure(arguments)),
        shapes,
        sorted(static.items()),
    )
    key = hashlib.sha256(repr(about).encode()).hexdigest()
    with _ONE_AT_A_TIME:
        if key not in _LOADED:
            folder = cache_folder()
            held = _read(folder / f"program-{key}") if folder else None
            if held is None:
                before_compiling()
            count_program(held is not None)
            _LOADED[key] = held or _compiled(program, arguments, static, folder, key)
        return _LOADED[key]


def _read(path: Path) -> Callable | None:
    """The program in a file whose bytes have the checksum that stands before them, else None."""
    try:
        whole = path.read_bytes()
        if whole[:32] != hashlib.sha256(whole[32:]).digest():
            return None
        path.touch()
        return serialize_executable.deserialize_and_load(*pickle.loads(whole[32:]))
    except (OSError, ValueError, pickle.UnpicklingError, jax.errors.JaxRuntimeError):
        return None


def _compiled(
    program: Any, arguments: Sequence[Any], static: dict[str, Any], folder: Path | None, key: str
) -> Callable:
    if folder is None:
        return program.lower(*arguments, **static).compile()
    jax.config.update("jax_enable_compilation_cache", False)  # what comes out of it cannot be written again
    try:
        made = program.lower(*arguments, **static).compile()
    finally:
        jax.config.update("jax_enable_compilation_cache", True)
    _give_back_memory()
    content = pickle.dumps(serialize_executable.serialize(made))
    try:
        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        Path(name).replace(folder / f"program-{key}")
        for old in sorted(folder.glob("program-*"), key=lambda p: p.stat().st_mtime)[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:  # a full disk, say: the next process compiles again
        return made
    return made


def _give_back_memory() -> None:
    """Half a gigabyte that the compiler has freed goes back to the system, where the C library has a call for it (glibc)."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library
        return
    trim(0)
