"""`python -m overstretch.evidence sensitivity OUTCOME ...`: tables of sensitivity indices."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from overstretch.errors import InputError
from overstretch.evidence import inputs, sensitivity
from overstretch.evidence.outcomes import FORMS, parse_outcome


def main(arguments: list[str]) -> int:
    """Print the indices; exit code 0. Raises InputError on bad input."""
    given = _parser().parse_args(arguments)
    parse_outcome(given.outcome)
    if given.out and not Path(given.out).parent.is_dir():
        raise InputError(f"{given.out}: no such folder {Path(given.out).parent}")
    table = _totals(given) if given.totals else _first_order(given)
    if given.out:
        table.to_csv(given.out, index=False)
    print(table.head(given.most).round(4).to_string(index=False))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m overstretch.evidence sensitivity", description="Which assumptions move an outcome."
    )
    parser.add_argument("outcome", help=f"one number per future: {FORMS}")
    parser.add_argument("--run", metavar="DIR", help="take the futures of a stored run instead of simulating")
    parser.add_argument("--futures", type=int, default=10_240, help="futures to simulate (default 10240)")
    parser.add_argument(
        "--totals",
        type=int,
        metavar="BASE",
        help="total indices of laws, variants and chance, from BASE points (1024, 2048, ...)",
    )
    parser.add_argument("--system", default="nato-russia")
    parser.add_argument("--as-of", default=inputs.CUTOFF)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=20, help="rows to print (default 20)")
    parser.add_argument("--out", metavar="FILE", help="write all rows as CSV")
    return parser


def _prepared(given: argparse.Namespace):  # type: ignore[no-untyped-def]
    from overstretch.systems import load_system, prepare

    try:
        day = date.fromisoformat(given.as_of)
    except ValueError as fault:
        raise InputError(f"--as-of {given.as_of}: no date; accepted: YYYY-MM-DD") from fault
    return prepare(load_system(given.system), inputs.loaded().as_of(given.as_of), day)


def _totals(given: argparse.Namespace):  # type: ignore[no-untyped-def]
    if given.run:
        raise InputError("--totals runs a design of its own and cannot use the futures of --run")
    return sensitivity.totals(_prepared(given), given.outcome, given.totals, given.seed)


def _first_order(given: argparse.Namespace):  # type: ignore[no-untyped-def]
    if given.run:
        from overstretch.engine.reading import open as open_run

        return sensitivity.first_order(open_run(given.run), given.outcome, seed=given.seed)
    from overstretch.engine.plan import Plan
    from overstretch.engine.run import run

    prepared = _prepared(given)
    futures = run(prepared, Plan(horizon=int(prepared.years[-1])), futures=given.futures, seed=given.seed)
    return sensitivity.first_order(futures, given.outcome, seed=given.seed)
