"""`python -m overstretch.evidence OUT [CASE...]`: run the backtests and write their scores into the folder OUT.

`python -m overstretch.evidence ledger [TABLES DOCS TALLIES]`: draw, answer and write the ledger anew (minutes).

`python -m overstretch.evidence forecasts FILE`: write the numbered forecasts as of the newest figures; a file that exists is never touched.

`python -m overstretch.evidence sensitivity OUTCOME [--totals BASE]`: which assumptions move an outcome (--help).
"""

from __future__ import annotations

import sys
from pathlib import Path

from overstretch.errors import InputError
from overstretch.evidence.run import run_all


def main(arguments: list[str]) -> int:
    """Exit code 0, or 2 on bad input."""
    if arguments[:1] == ["sensitivity"]:
        return _sensitivity(arguments[1:])
    if arguments[:1] == ["ledger"]:
        return _ledger(arguments[1:])
    if arguments[:1] == ["forecasts"] and len(arguments) == 2:
        return _forecasts(arguments[1])
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        scores = run_all(arguments[0], arguments[1:] or None)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(scores)} comparisons written to {arguments[0]}")
    return 0


def _forecasts(path: str) -> int:
    from overstretch.evidence.forecasts import make, write
    from overstretch.facts.store import from_embedded

    try:
        made = make(from_embedded())
        write(made, Path(path))
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(made)} forecasts written to {path}")
    return 0


def _ledger(arguments: list[str]) -> int:
    from overstretch.evidence.ledger_drawn import make

    shipped = ["src/overstretch/evidence/tables", "docs", "src/overstretch/claims/tallies.csv"]
    tables, docs, tallies = (Path(a) for a in (arguments or shipped))
    lines = make(tables, docs, tallies, lambda _, done: print(f"\r{done:4.0%}", end="", file=sys.stderr))
    print(f"\n{len(lines)} claims")
    return 0


def _sensitivity(arguments: list[str]) -> int:
    from overstretch.evidence import sensitivity_command

    try:
        return sensitivity_command.main(arguments)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
