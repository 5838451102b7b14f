"""`overstretch ask`: statements written by hand, answered like those of an article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from overstretch.cli.llm import Llm, LlmAnswers, LlmModel, model_of, refused_of, show_refused
from overstretch.cli.progress import ANSWERING, stages
from overstretch.errors import InputError


def ask_command(
    text: Annotated[str | None, typer.Argument(metavar="[STATEMENT]", help="One or more sentences in English.")] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question",
            "-q",
            metavar="QUESTION",
            help='A question typed exactly, e.g. "core_share(DEU, 2029) >= 3.5"; repeatable (**overstretch series** lists what can be asked).',
        ),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="SPEAKER", help="Who says it.")] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When it was said (2025-07-03): 'next year' is counted from it, and what was known then is answered too.",
        ),
    ] = None,
    register: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A list of statements, .toml, .json or .jsonl: id, text or question, speaker, date, context, outlet.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the report and the data; without it only the tables are printed.")
    ] = None,
    futures: Annotated[int, typer.Option(help="Number of simulated futures (1 to 1,048,576).")] = 10_240,
    seed: Annotated[int, typer.Option(help="Seed of all random draws: same seed, same numbers.")] = 1,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="WHEN",
            help="Up to which day figures are known: a day (YYYY-MM-DD), **said**, **now** (the newest held) or **both**.",
        ),
    ] = "both",
    horizon: Annotated[
        int | None, typer.Option(metavar="YEAR", help="Year by which open questions are asked (at most 2040).")
    ] = None,
    facts: Annotated[
        list[Path] | None,
        typer.Option("--facts", help="A file of your own figures, laid over the embedded ones; repeatable."),
    ] = None,
    off: Annotated[
        list[str] | None,
        typer.Option("--off", help="A mechanism to switch off; repeatable (overstretch interventions)."),
    ] = None,
    llm: Llm = None,
    llm_model: LlmModel = None,
    llm_answers: LlmAnswers = None,
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

    model = model_of(llm, llm_model, llm_answers)
    with stages(*ANSWERING) as tell:
        result = jobs.ask(
            text, question=question or (), by=by, said=date, register=register, futures=futures, seed=seed, as_of=as_of, horizon=horizon, out=out,
            facts_files=facts or (), off=off or (), progress=tell, llm=model,
        )  # fmt: skip
    from overstretch.cli.show import show_check

    show_check(result, out)
    show_refused(**refused_of(result.run))


def _understand(questions: Sequence[str]) -> None:
    """Refuse a typed question before anything is simulated. Raises InputError that names it and what is accepted."""
    from overstretch.questions.check import understood

    for text in questions:
        try:
            understood(text)
        except InputError as fault:
            raise InputError(f"--question '{text}': {fault}") from fault
