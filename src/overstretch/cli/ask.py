"""`overstretch ask`: statements written by hand, answered like those of an article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from overstretch.cli.llm import Llm, LlmAnswers, LlmModel
from overstretch.cli.options import AsOf, By, FactsFiles, Futures, Horizon, Json, Off, Pdf, Register, Said, Seed, Xlsx
from overstretch.defaults import DEFAULT_AS_OF, DEFAULT_FUTURES, DEFAULT_SEED
from overstretch.errors import InputError


def ask_command(
    text: Annotated[str | None, typer.Argument(metavar="[STATEMENT]", help="One or more sentences in English.")] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question",
            "-q",
            metavar="QUESTION",
            help='A question typed exactly, e.g. "core_share(DEU, 2029) >= 3.5"; repeatable (**overstretch series** '
            "lists what can be asked).",
        ),
    ] = None,
    by: By = None,
    date: Said = None,
    register: Register = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the report and the data; without it only the tables are printed.")
    ] = None,
    futures: Futures = DEFAULT_FUTURES,
    seed: Seed = DEFAULT_SEED,
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
    """Answer statements of your own: the same questions, futures and answers as for an article.

    Examples:

        overstretch ask "Russia will cut defence spending in 2026"

        overstretch ask "NATO could collapse within five years" --by "Ada Example" --date 2025-07-03

        overstretch ask --question "core_share(DEU, 2029) >= 3.5"

        overstretch ask --register statements.toml --out results
    """
    if text is None and register is None and not question:
        raise InputError(
            "No statement was given. Accepted: a text in quotation marks, --question QUESTION, or --register FILE."
        )
    _understand(question or ())
    from overstretch import jobs
    from overstretch.cli.show import answer_then_write

    work = partial(
        jobs.ask,
        text,
        question=question or (),
        by=by,
        said=date,
        register=register,
        futures=futures,
        seed=seed,
        as_of=as_of,
        horizon=horizon,
        facts_files=facts or (),
        off=off or (),
        charts=out is not None,
    )
    answer_then_write(work, (llm, llm_model, llm_answers), out, json, pdf, xlsx)


def _understand(questions: Sequence[str]) -> None:
    """Refuse a typed question before anything is simulated. Raises InputError that names it and what is accepted."""
    from overstretch.questions.check import understood

    for text in questions:
        try:
            understood(text)
        except InputError as fault:
            raise InputError(f"--question '{text}': {fault}") from fault
