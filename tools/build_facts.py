"""Rebuild src/overstretch/facts/tables from the gathered material.

    python -m tools.build_facts [--material ../shared/data]

The material itself is not part of the project: only the rows that serve are kept, each with its source and address.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.facts_build import base_rates, forces, history, politics, recent, russia, statistics
from tools.facts_build.sheet import write_origins

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--material", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "overstretch" / "facts" / "tables")
    options = parser.parse_args()
    makers = (
        statistics.nato,
        statistics.weo,
        statistics.fiscal,
        russia.build,
        forces.build,
        politics.build,
        history.build,
        base_rates.build,
        recent.build,
    )
    sheets = [make(options.material) for make in makers]
    options.out.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        sheet.write(options.out)
        print(f"{sheet.name}: {len(sheet.rows)} rows, {len(sheet.origins)} origins")
    write_origins(sheets, options.out)


if __name__ == "__main__":
    main()
