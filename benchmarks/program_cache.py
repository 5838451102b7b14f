"""How long a process waits for the compiled laws: kept whole and sealed, exported by jax.export, or in JAX's own cache.

    pip install flatbuffers  # which jax.export needs
    python benchmarks/program_cache.py

Each way is filled once and then measured in a process of its own, after the imports and the preparation of the system:
processor seconds over all threads, seconds by the clock, and the bytes on disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

WAYS = ("compiled anew", "sealed whole", "exported, with JAX's cache", "JAX's cache")


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(measured(sys.argv[1], Path(sys.argv[2]))))
        return
    print("| way | processor s | clock s | MB on disk |\n|---|---|---|---|")
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(1 if way == WAYS[0] else 2):  # the first fills
                command = [sys.executable, __file__, way, folder]
                found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
            print(f"| {way} | {found['processor']:.1f} | {found['clock']:.1f} | {size / 1e6:.1f} |", flush=True)


def measured(way: str, folder: Path) -> dict[str, float]:
    import jax

    program, arguments, static = laws()
    if way in WAYS[2:]:
        jax.config.update("jax_compilation_cache_dir", str(folder / "jax"))
        jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.0)
    ready = {WAYS[1]: sealed, WAYS[2]: exported}.get(way, plain)
    processor, clock = time.process_time(), time.perf_counter()
    call = ready(program, arguments, static, folder)
    found = {"processor": time.process_time() - processor, "clock": time.perf_counter() - clock}
    jax.block_until_ready(call(arguments))
    return found


def laws() -> tuple[Any, tuple, dict[str, Any]]:
    """The program of the laws with its arguments for the first block of the reference system's base world."""
    from overstretch import facts
    from overstretch.engine.blocks import Simulator
    from overstretch.engine.plan import World
    from overstretch.engine.program import run_block
    from overstretch.systems import load_system, prepare

    day = date(2025, 7, 3)
    simulator = Simulator(prepare(load_system("nato-russia"), facts.load().as_of(day.isoformat()), day), seed=1)
    draws = simulator.draws(0)
    return run_block, *simulator.arguments(0, World(), draws, simulator.shocks(0))


Call = Callable[[tuple], Any]


def plain(program: Any, arguments: tuple, static: dict[str, Any], folder: Path) -> Call:
    made = program.lower(*arguments, **static).compile()
    return lambda given: made(*given)


def sealed(program: Any, arguments: tuple, static: dict[str, Any], folder: Path) -> Call:
    import pickle

    from jax.experimental import serialize_executable

    from overstretch.engine.sealed import Folder

    kept = Folder(folder / "sealed", b"k" * 32)
    if (content := kept.read("program")) is None:
        content = pickle.dumps(serialize_executable.serialize(program.lower(*arguments, **static).compile()))
        kept.write("program", content)
    made = serialize_executable.deserialize_and_load(*pickle.loads(content))
    return lambda given: made(*given)


def exported(program: Any, arguments: tuple, static: dict[str, Any], folder: Path) -> Call:
    """The traced program as portable text, which runs no code when it is read; it is compiled, or found in JAX's
    cache."""
    import jax
    from jax import export

    from overstretch.engine.device import compiler_options

    options: Any = {"compiler_options": compiler_options()}
    leaves, tree = jax.tree.flatten(arguments)
    file = folder / "exported"
    if not file.exists():
        flat = jax.jit(lambda *given: program.__wrapped__(*jax.tree.unflatten(tree, given), **static), **options)
        file.write_bytes(export.export(flat)(*leaves).serialize())
    made = jax.jit(export.deserialize(bytearray(file.read_bytes())).call, **options).lower(*leaves).compile()
    return lambda given: made(*jax.tree.leaves(given))


if __name__ == "__main__":
    main()
