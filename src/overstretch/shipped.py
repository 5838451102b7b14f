"""Files that ship in the rooms of this package: rows and texts held as data."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def text(room: str, name: str) -> str:
    """The text of a file of a room: ("facts", "registry.toml")."""
    return files("overstretch").joinpath(room, name).read_text(encoding="utf-8")


def rows(room: str, name: str) -> dict[str, Any]:
    """The contents of a TOML file of a room."""
    return tomllib.loads(text(room, name))


def joined(row: str) -> str:
    """A row that runs over several lines as one, without its breaks and indentation."""
    return re.sub(r"\n\s*", "", row.lstrip()) if "\n" in row else row


@cache
def patterns(room: str, name: str) -> dict[str, Any]:
    """The contents of a TOML file of patterns, read once. One that runs over several lines is read without its breaks and
    indentation; `{name}` stands for the row of that name in the section `parts`, which may hold those before it, and
    stays where there is none."""
    held = rows(room, name)
    parts: dict[str, str] = {}

    def filled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: filled(one) for key, one in value.items()}
        if isinstance(value, list):
            return [filled(one) for one in value]
        if not isinstance(value, str):
            return value
        return re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{parts[m[1]]})" if m[1] in parts else m.group(), joined(value))

    for part, row in held.pop("parts", {}).items():
        parts[part] = filled(row)
    return filled(held) | {"parts": parts}
