"""Compare installed packages with constraints.txt: each must be named there with the same version.

pip freeze --exclude-editable | python tools/check_constraints.py constraints.txt
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def pins(text: str) -> dict[str, str]:
    """Package, normalised → version, from lines `name==version`. Raises ValueError for any other line."""
    found = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        match = re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.!+_-]+)", line.strip())
        if not match:
            raise ValueError(f"not of the form name==version: {line!r}")
        found[re.sub(r"[-_.]+", "-", match[1]).lower()] = match[2]
    return found


def differences(installed: dict[str, str], pinned: dict[str, str]) -> list[str]:
    """What is installed and not pinned, or pinned to another version."""
    return [
        f"{name} {version} is installed, constraints.txt says {pinned.get(name, 'nothing')}"
        for name, version in installed.items()
        if pinned.get(name) != version
    ]


if __name__ == "__main__":
    faults = differences(pins(sys.stdin.read()), pins(Path(sys.argv[1]).read_text("utf-8")))
    print("\n".join(faults) or "every installed package is pinned")
    sys.exit(bool(faults))
