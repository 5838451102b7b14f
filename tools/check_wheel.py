"""Check that a wheel holds every file of the package: code, facts, assumptions, systems, example, templates, schemas.

python tools/check_wheel.py dist/overstretch-*.whl
"""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

SOURCE = Path(__file__).resolve().parents[1] / "src"


def package_files(source: Path = SOURCE) -> set[str]:
    """Every file of the package below `source`, as a wheel names it."""
    return {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.endswith(".pyc")
    }


def missing(wheel: Path, source: Path = SOURCE) -> list[str]:
    """Files of the package that the wheel lacks."""
    with ZipFile(wheel) as archive:
        return sorted(package_files(source) - set(archive.namelist()))


if __name__ == "__main__":
    faults = missing(Path(sys.argv[1]))
    kinds: dict[str, int] = {}
    for name in package_files():
        kinds[Path(name).suffix] = kinds.get(Path(name).suffix, 0) + 1
    print("missing: " + ", ".join(faults) if faults else f"complete: {dict(sorted(kinds.items()))}")
    sys.exit(bool(faults))
