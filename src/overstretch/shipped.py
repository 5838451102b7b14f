"""Files that ship in the rooms of this package: rows and texts held as data."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def text(room: str, name: str) -> str:
    """The text of a file of a room: ("facts", "registry.toml")."""
    return files("overstretch").joinpath(room, name).read_text(encoding="utf-8")


def rows(room: str, name: str) -> dict[str, Any]:
    """The contents of a TOML file of a room."""
    return tomllib.loads(text(room, name))
