"""Compiled programs kept whole: a process that finds one on disk neither traces nor compiles it.

JAX's own cache spares the compiling, but needs the traced program to look it up (tracing takes longer than anything
else that a small run does), and trusts whoever writes into its folder. Here files are sealed (engine.sealed), and the
key is the source of the laws, the static arguments and the shapes.
"""

from __future__ import annotations

import ctypes
import hashlib
import pickle
import re
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import jax
from jax.experimental import serialize_executable

import overstretch
from overstretch.engine.device import cache_folder
from overstretch.engine.sealed import Folder

_PACKAGE = Path(overstretch.__file__).parent
_IMPORTED = re.compile(r"^\s*from overstretch\.engine\.(\w+) import", re.MULTILINE)
_KEPT = 24  # programs on disk, the last used ones
_LOADED: dict[str, Callable] = {}
_ONE_AT_A_TIME = threading.Lock()


@cache
def laws_digest() -> str:
    """SHA-256 over the source of what shapes the compiled programs: laws, assumptions, engine.blocks and all that it
    imports from here."""
    engine: dict[str, str] = {}
    waiting = {"blocks"}
    while waiting:
        name = waiting.pop()
        engine[name] = (_PACKAGE / "engine" / f"{name}.py").read_text(encoding="utf-8")
        waiting |= set(_IMPORTED.findall(engine[name])) - engine.keys()
    laws = [file for kind in ("model/*.py", "assumptions/*.py", "engine/*.csv") for file in sorted(_PACKAGE.glob(kind))]
    sources = [*(engine[name] for name in sorted(engine)), *(file.read_text(encoding="utf-8") for file in laws)]
    return hashlib.sha256("\0".join(sources).encode()).hexdigest()


def executable(
    program: Any, arguments: Sequence[Any], static: dict[str, Any], before_compiling: Callable[[], None] = lambda: None
) -> Callable:
    """The compiled `program` (a function under jax.jit) for arguments of these shapes: call it with arguments alone.

    From memory, else from disk, else compiled and written to disk. Threads that ask at once wait for the first.
    before_compiling: called before anything is compiled, which cannot be stopped; an error that it raises comes
    through.
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
            held = _read(folder, f"program-{key}") if folder else None
            if held is None:
                before_compiling()
            _LOADED[key] = held or _compiled(program, arguments, static, folder, key)
        return _LOADED[key]


def _read(folder: Folder, name: str) -> Callable | None:
    """The program kept under this name, None where there is none that this machine can load."""
    if (content := folder.read(name)) is None:
        return None
    try:
        return serialize_executable.deserialize_and_load(*pickle.loads(content))
    except Exception:  # sealed by us, yet of another build of JAX: whatever it raises, the program is compiled again
        return None


def _compiled(
    program: Any, arguments: Sequence[Any], static: dict[str, Any], folder: Folder | None, key: str
) -> Callable:
    made = program.lower(*arguments, **static).compile()
    if folder is None:
        return made
    give_back_memory()
    with suppress(OSError):  # a full disk, say: the next process compiles again
        folder.write(f"program-{key}", pickle.dumps(serialize_executable.serialize(made)))
        folder.keep_newest("program-", _KEPT)
    return made


def give_back_memory() -> None:
    """Half a gigabyte that the compiler has freed goes back to the system, where the C library has a call for it
    (glibc)."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library
        return
    trim(0)
