"""The codes of gathered material (codes.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _all() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))


def codes(module: str) -> dict[str, Any]:
    """The tables of one module."""
    return _all()[module]
