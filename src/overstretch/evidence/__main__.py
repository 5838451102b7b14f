"""`python -m overstretch.evidence OUT [CASE...]`: run the backtests and write their scores into the folder OUT.

`python -m overstretch.evidence ledger [TABLES DOCS TALLIES]`: draw, answer and write the ledger anew (minutes).

`python -m overstretch.evidence forecasts FILE`: write the numbered forecasts as of the newest figures; a file that
exists is never touched.

`python -m overstretch.evidence sensitivity OUTCOME [--totals BASE]`: which assumptions move an outcome (--help).
"""

from __future__ import annotations

import sys
from pathlib import Path

from overstretch.errors import InputError
from overstretch.evidence.run import run_all


def main(arguments: list[str]) -> int:
    """Exit code 0, or 2 on bad input."""
    try:
        return _done(arguments)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2


def _done(arguments: list[str]) -> int:
    match arguments:
        case ["sensitivity", *given]:
            from overstretch.evidence import sensitivity_command

            return sensitivity_command.main(given)
        case ["ledger", *given]:
            return _ledger(given)
        case ["forecasts", path]:
            return _forecasts(path)
        case [out, *only] if not out.startswith("-"):
            print(f"{len(run_all(out, only or None))} comparisons written to {out}")
            return 0
    print(__doc__, file=sys.stderr)
    return 2


def _forecasts(path: str) -> int:
    from overstretch.evidence.forecasts import make, write
    from overstretch.facts.store import from_embedded

    made = make(from_embedded())
    write(made, Path(path))
    print(f"{len(made)} forecasts written to {path}")
    return 0


def _ledger(arguments: list[str]) -> int:
    from overstretch.evidence.ledger_drawn import make

    shipped = ["src/overstretch/evidence/tables", "docs", "src/overstretch/claims/grounds/tallies.csv"]
    tables, docs, tallies = (Path(a) for a in (arguments or shipped))
    lines = make(tables, docs, tallies, lambda _, done: print(f"\r{done:4.0%}", end="", file=sys.stderr))
    print(f"\n{len(lines)} claims")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
