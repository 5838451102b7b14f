"""A file written whole or not at all: under another name in the same folder, which then takes the file's place."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """The path to write to. At the block's end it becomes `path`; where the block fails nothing is left. Raises OSError
    as the disk does."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
