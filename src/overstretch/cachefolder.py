"""Where this program keeps what it may make again: compiled programs, a language model's answers."""

from __future__ import annotations

import os
from pathlib import Path


def root() -> Path:
    """$OVERSTRETCH_CACHE, else $XDG_CACHE_HOME/overstretch, else ~/.cache/overstretch. Raises RuntimeError without a home."""
    if given := os.environ.get("OVERSTRETCH_CACHE"):
        return Path(given)
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "overstretch"
    return Path.home() / ".cache" / "overstretch"
