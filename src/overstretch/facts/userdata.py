"""The user's folder: own figures (`facts add`) and fetched editions (`facts update`), layered over the embedded tables."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from overstretch.facts import tables


def folder() -> Path:
    """The folder for the user's data: `$OVERSTRETCH_DATA`, else the platform's usual place (not created here)."""
    if chosen := os.environ.get("OVERSTRETCH_DATA"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "overstretch"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "overstretch"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "overstretch"


def own_files() -> list[Path]:
    """The user's own figures added with `overstretch facts add`."""
    return sorted((folder() / "facts").glob("*.csv"))


def fetched_files() -> list[Path]:
    """Editions fetched with `overstretch facts update`."""
    return sorted((folder() / "editions").glob("*.csv"))


def collect(extra: Iterable[str | Path], digest: str) -> tuple[list[pd.DataFrame], str]:
    """Rows of the user's folder and of `extra` files, and the digest extended by their bytes."""
    frames = []
    mark = hashlib.sha256(digest.encode())
    wanted = [
        *((p, "fetched") for p in fetched_files()),
        *((p, "user") for p in own_files()),
        *((Path(p), "user") for p in extra),
    ]
    for path, layer in wanted:
        frame = tables.from_file(path)
        frame["file"] = f"{layer}:{path.name}"
        frames.append(frame)
        mark.update(path.name.encode() + b"\0" + path.read_bytes())
    return frames, mark.hexdigest() if frames else digest
