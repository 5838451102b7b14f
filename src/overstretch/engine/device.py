"""JAX on this machine: one compile cache per jaxlib and processor kind, never shared between kinds or users."""

from __future__ import annotations

import hashlib
import os
import platform
import stat
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import jax
import jaxlib

from overstretch.cachefolder import root

_EVENTS: Counter[str] = Counter()


def fingerprint() -> str:
    """Short hash of jaxlib version and processor features: bits are promised for one fingerprint only."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        features = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    except OSError:
        features = platform.processor()
    return hashlib.sha256(f"{jaxlib.__version__} {platform.machine()} {features}".encode()).hexdigest()[:12]


@cache
def prepare_device() -> str | None:
    """Set the compile cache up once. Returns a note where it cannot be used, else None.

    The folder is $OVERSTRETCH_CACHE, else $XDG_CACHE_HOME/overstretch, else ~/.cache/overstretch, and in it one folder per
    fingerprint. It holds machine code: a folder that another user owns or may write to is not used.
    """
    _listen()
    try:
        folder = root() / f"compiled-{fingerprint()}"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if fault := _foreign(folder):
            return f"compile cache not used: {folder} {fault}; set OVERSTRETCH_CACHE to a folder of your own"
        with tempfile.TemporaryFile(dir=folder):
            pass
    except (OSError, RuntimeError) as fault:
        return f"compile cache not used: {fault}"
    jax.config.update("jax_compilation_cache_dir", str(folder))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.5)
    return None


def cache_folder() -> Path | None:
    """Where compiled programs are kept, None where the compile cache is not used."""
    prepare_device()
    folder = jax.config.jax_compilation_cache_dir  # type: ignore[attr-defined]
    return Path(folder) if folder else None


def count_program(found: bool) -> None:
    """Count a program taken from the compile cache or compiled anew."""
    _EVENTS["/jax/compilation_cache/cache_" + ("hits" if found else "misses")] += 1


@cache
def _listen() -> None:
    jax.monitoring.register_event_listener(lambda event, **_: _EVENTS.update([event]))


def _foreign(folder: Path) -> str | None:
    """Why code in the folder is not to be trusted, else None. Windows has no owner to ask."""
    if not hasattr(os, "getuid"):
        return None
    about = folder.stat()
    if about.st_uid != os.getuid():
        return f"belongs to another user (id {about.st_uid})"
    if about.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return "can be written by other users"
    return None


def compiler_options() -> dict[str, str]:
    """Options of the compiled programs: sums over short axes are left to XLA's own loops, which are ten times faster there
    than the library YNNPACK that jaxlib takes for them since 0.8."""
    return {"xla_cpu_experimental_ynn_fusion_type": ""} if jaxlib.version.__version_info__ >= (0, 8) else {}


def compile_cache() -> dict[str, int]:
    """Programs taken from the compile cache and programs compiled anew, in this process so far."""
    return {name: _EVENTS[f"/jax/compilation_cache/cache_{name}"] for name in ("hits", "misses")}
