"""Print the one command under a heading of README.md, so that CI runs what a reader is told to run.

python tools/readme_command.py README.md "Run the tests"
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def readme_command(text: str, heading: str) -> str:
    """The content of the first fenced block under `heading`. Raises ValueError where there is not exactly one line."""
    section = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", text, re.MULTILINE | re.DOTALL)
    if not section:
        raise ValueError(f"no heading {heading!r}")
    block = re.search(r"^```(?:sh|bash)\n(.*?)^```", section[1], re.MULTILINE | re.DOTALL)
    lines = block[1].strip().splitlines() if block else []
    if len(lines) != 1:
        raise ValueError(f"under {heading!r}: expected one block with one command, found {len(lines)} lines")
    return lines[0]


if __name__ == "__main__":
    print(readme_command(Path(sys.argv[1]).read_text("utf-8"), sys.argv[2]))
