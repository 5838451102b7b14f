"""Write the generated pages of the documentation from the code and the assumption files.

    python -m tools.docs_laws            (writes them)
    python -m tools.docs_laws --check    (exit 1 where a page is out of date)

Laws: `model/*.py`, the priors in `assumptions/*.toml`, what `questions/labels.toml` declares of each mechanism, and
what its switches move (`docs_measure`, stored). The JSON Schemas of a check's files: their records. Other pages: see
docs_tables.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from overstretch.assumptions import load_priors
from overstretch.claims.told.export import SCHEMAS
from overstretch.model.registry import WIRING
from tools import docs_diagram, docs_law_index, docs_law_pages

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


@cache
def pages() -> dict[Path, str]:
    """Every generated page and schema: its path → its text."""
    from tools import docs_tables

    found = {DOCS / "laws" / f"{name}.md": docs_law_pages.page(name) for name in WIRING.laws}
    found[DOCS / "laws" / "diagram.svg"] = docs_diagram.svg() + "\n"
    found[DOCS / "laws" / "index.md"] = docs_law_index.page(load_priors())
    return found | docs_tables.pages(DOCS) | _schemas()


def _schemas() -> dict[Path, str]:
    """The JSON Schemas of a check's files, from their records."""
    found = {}
    for name, held in SCHEMAS.items():
        form = TypeAdapter(held).json_schema(mode="serialization")
        about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{name}.json", **form}
        found[ROOT / "src" / "overstretch" / "claims" / "schemas" / f"{name}.json"] = json.dumps(about, indent=2) + "\n"
    return found


def main(arguments: list[str]) -> int:
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        print("\n".join(f"out of date: {path.relative_to(ROOT)}" for path in stale) or "generated pages are up to date")
        return bool(stale)
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages()[path], encoding="utf-8")
        print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
