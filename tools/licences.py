"""The licences of everything that an installation brings, from the packages' own metadata.

`python -m tools.licences` lists the packages of a plain installation, `python -m tools.licences app docs` with these
extras; `--check` fails where one names no licence, or one whose terms reach the program that uses it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

FREE = (  # terms that ask for a notice at most, or reach the package's own files alone
    r"0BSD",
    r"Apache",
    r"BSD",
    r"HPND",
    r"ISC",
    r"MIT",
    r"MPL",
    r"Mozilla",
    r"PSF",
    r"Python Software Foundation",
    r"Unlicense",
    r"Zlib",
)
FIRST = "License :: "


def licence(package: Distribution) -> str:
    """What a package says of its licence: an expression, else its classifiers, else the first line of its text or of
    its licence's file."""
    about = package.metadata
    if expression := about.get("License-Expression"):
        return str(expression)
    classified = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or () if c.startswith(FIRST)]
    named = [c for c in classified if c != "OSI Approved"]
    texts = [str(about.get("License") or ""), *_files(package)]
    return ", ".join(named) or next((text.strip().splitlines()[0].strip() for text in texts if text.strip()), "")


def _files(package: Distribution) -> Iterable[str]:
    """The texts of a package's licence files."""
    for file in package.metadata.get_all("License-File") or ():
        yield package.read_text(f"licenses/{file}") or package.read_text(file) or ""


def brought(name: str, extras: Iterable[str] = ()) -> dict[str, Distribution]:
    """Every installed package that `name` with these extras needs, by its name in small letters."""
    found: dict[str, Distribution] = {}
    waiting, seen = [(name, frozenset(extras))], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        try:
            package = distribution(one[0])
        except PackageNotFoundError:  # of another platform, say
            continue
        found[re.sub(r"[-_.]+", "-", one[0]).lower()] = package
        for text in package.requires or ():
            needed = Requirement(text)
            if needed.marker is None or any(needed.marker.evaluate({"extra": e}) for e in ("", *one[1])):
                waiting.append((needed.name, frozenset(needed.extras)))
    return found


def unfree(packages: dict[str, Distribution]) -> list[str]:
    """The packages that name no licence, or one that is not among FREE."""
    free = re.compile("|".join(FREE))
    return [name for name, package in sorted(packages.items()) if not free.search(licence(package))]


def main() -> int:
    extras = [word for word in sys.argv[1:] if word != "--check"]
    packages = brought("overstretch", extras)
    for name, package in sorted(packages.items()):
        print(f"{name:32} {package.version:16} {licence(package)}")
    if "--check" not in sys.argv:
        return 0
    refused = unfree(packages)
    print(*(f"{name}: {licence(packages[name]) or 'names no licence'}" for name in refused), sep="\n", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
