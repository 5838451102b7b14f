"""What the parts of the long attack share: how many, and how far they are."""

from __future__ import annotations

import os
import time

BEGAN = time.monotonic()


def number(full: int) -> int:
    """How many attacks of a kind: as many as are asked for with OVERSTRETCH_ATTACKS=N, else the full number."""
    return int(os.environ.get("OVERSTRETCH_ATTACKS", "0")) or full


def told(words: str) -> None:
    """A line on how far it is, with the minutes since the start; seen with pytest -s."""
    print(f"{(time.monotonic() - BEGAN) / 60:6.1f} min  {words}", flush=True)
