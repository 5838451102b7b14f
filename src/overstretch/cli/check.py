"""`overstretch check` and `rerun`: articles in, answers out; and the same again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from overstretch.cli.llm import Llm, LlmAnswers, LlmModel
from overstretch.cli.options import AsOf, FactsFiles, Futures, Horizon, Json, Off, Pdf, Said, Seed, Xlsx
from overstretch.cli.progress import stages
from overstretch.defaults import DEFAULT_AS_OF, DEFAULT_FUTURES, DEFAULT_SEED
from overstretch.progress import STAGES
from overstretch.terminal import say


def check_command(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE...", help="Files, folders, https addresses, - for standard input, or **example**."
        ),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the results; an earlier result there is replaced.")] = Path(
        "overstretch-out"
    ),
    futures: Futures = DEFAULT_FUTURES,
    seed: Seed = DEFAULT_SEED,
    date: Said = None,
    as_of: AsOf = DEFAULT_AS_OF,
    horizon: Horizon = None,
    facts: FactsFiles = None,
    off: Off = None,
    llm: Llm = None,
    llm_model: LlmModel = None,
    llm_answers: LlmAnswers = None,
    pdf: Pdf = None,
    xlsx: Xlsx = None,
    json: Json = None,
) -> None:
    """Check what articles say: statements in, answers out.

    Prints a table and writes **report.html** (one file, opens offline), **statements.json**, **verdicts.json**,
    **futures.nc** and **run.json** into the folder given by --out.

    Examples:

        overstretch check example

        overstretch check first.txt second.txt --out results --seed 7

        overstretch check article.txt --as-of 2026-08-31 --horizon 2035

        overstretch check example --off review

        overstretch check article.txt --out results --pdf report.pdf --xlsx answers.xlsx
    """
    from overstretch import jobs
    from overstretch.cli.show import answer_then_write

    work = partial(
        jobs.check,
        articles,
        futures=futures,
        seed=seed,
        as_of=as_of,
        horizon=horizon,
        facts_files=facts or (),
        off=off or (),
        said=date,
        charts=True,
    )
    answer_then_write(work, (llm, llm_model, llm_answers), out, json, pdf, xlsx)


def rerun_command(
    record: Annotated[Path, typer.Argument(metavar="RUN.JSON", help="run.json of an earlier check (or its folder).")],
) -> None:
    """Repeat a recorded check and compare every output, bit by bit. Exit code 1 where something differs."""
    from overstretch import jobs

    with stages(*STAGES, report="Comparing") as tell:
        same = jobs.rerun(record, progress=tell)
    different = [name for name, equal in same.items() if not equal]
    say(f"{len(same) - len(different)} of {len(same)} outputs are the same to the bit")
    for name in different:
        say(f"  differs: {name}")
    raise typer.Exit(1 if different else 0)
