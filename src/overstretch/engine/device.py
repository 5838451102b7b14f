"""JAX on this machine: one compile cache per jaxlib and processor kind, never shared between kinds."""

from __future__ import annotations

import hashlib
import os
import platform
import tempfile
from functools import cache
from pathlib import Path

import jax
import jaxlib


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
    """Set the compile cache up once. Returns a note where it cannot be used, else None."""
    root = (
        os.environ.get("OVERSTRETCH_CACHE")
        or Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "overstretch"
    )
    folder = Path(root) / f"compiled-{fingerprint()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as fault:
        return f"compile cache not used: {fault}"
    jax.config.update("jax_compilation_cache_dir", str(folder))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.5)
    return None
