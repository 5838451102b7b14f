"""`overstretch policy`: spending and financing that nothing else betters."""

from __future__ import annotations

from typing import Annotated

import typer

from overstretch.cli.options import Json, Newest, Seed, Tables
from overstretch.cli.progress import stages
from overstretch.cli.tables import print_read, take_away, take_json
from overstretch.defaults import CONTRAST_FUTURES, DEFAULT_POLICIES, DEFAULT_SEED, NEWEST, POLICY_FUTURES


def policy_command(
    group: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ALLY...]", help="Allies whose paths are chosen (default: all Europeans)."),
    ] = None,
    budget: Annotated[int, typer.Option(help="Policies to evaluate.")] = DEFAULT_POLICIES,
    futures: Annotated[int, typer.Option(help=f"Futures of each policy (1 to {CONTRAST_FUTURES:,}).")] = POLICY_FUTURES,
    seed: Seed = DEFAULT_SEED,
    as_of: Newest = NEWEST,
    json: Json = None,
    out: Tables = None,
) -> None:
    """Search spending levels and ways of financing for undominated, least-regretted policies.

    Example: overstretch policy DEU FRA --out policies.xlsx
    """
    from overstretch import jobs

    with stages(search="Evaluating policies") as tell:
        found = jobs.policy(group or (), budget=budget, futures=futures, seed=seed, as_of=as_of, progress=tell)
    table = found.as_table()
    if json != "-":
        print_read(table)
    take_json(table, json)
    take_away(table, {"--out": out})
