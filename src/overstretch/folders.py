"""Where this program keeps what is the user's, at the platform's usual places; no folder is made here."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

_PLACES = PlatformDirs("overstretch", appauthor=False)


def cache() -> Path:
    """What may be made again, such as compiled programs and a language model's answers: $OVERSTRETCH_CACHE, else
    ~/.cache/overstretch on Linux.

    Raises RuntimeError without a home, like the others.
    """
    return _place(os.environ.get("OVERSTRETCH_CACHE") or _PLACES.user_cache_dir)


def data() -> Path:
    """The user's own figures and fetched editions: $OVERSTRETCH_DATA, else ~/.local/share/overstretch on Linux."""
    return _place(os.environ.get("OVERSTRETCH_DATA") or _PLACES.user_data_dir)


def state() -> Path:
    """This user's key: ~/.local/state/overstretch on Linux."""
    return _place(_PLACES.user_state_dir)


def _place(given: str) -> Path:
    if given.startswith("~"):  # what is left where the system knows no home
        raise RuntimeError("there is no home folder")
    return Path(given)
