"""JAX on this machine: one compile cache per jaxlib and processor kind, never shared between kinds or users."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from pathlib import Path

import jaxlib

from overstretch import folders
from overstretch.engine.sealed import Folder, own_key


def fingerprint() -> str:
    """Short hash of jaxlib version and processor features: bits are promised for one fingerprint only."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        features = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    except OSError:
        features = platform.processor()
    return hashlib.sha256(f"{jaxlib.__version__} {platform.machine()} {features}".encode()).hexdigest()[:12]


@cache
def _opened() -> tuple[Folder | None, str | None]:
    """The compile cache, or why it is not used."""
    try:
        return Folder(folders.cache() / f"compiled-{fingerprint()}", own_key()), None
    except (OSError, RuntimeError) as fault:
        return None, f"compile cache not used: {fault}"


def compile_cache_note() -> str | None:
    """Why compiled programs are not kept, for the user; None where they are."""
    return _opened()[1]


def cache_folder() -> Folder | None:
    """Where compiled programs are kept: one folder per fingerprint under folders.cache. None where it cannot be kept
    from other users."""
    return _opened()[0]


def compiler_options() -> dict[str, str]:
    """Options of the compiled programs: sums over short axes are left to XLA's own loops, which are ten times faster
    there than the library YNNPACK that jaxlib takes for them since 0.8."""
    return {"xla_cpu_experimental_ynn_fusion_type": ""} if jaxlib.version.__version_info__ >= (0, 8) else {}
