"""The options of a language model of the user's own, and what is said of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from overstretch.errors import InputError
from overstretch.terminal import say

if TYPE_CHECKING:
    from overstretch.statements.language_model.asking import Model

SECONDS = 60.0  # that one answer may take
Llm = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Send the texts to this OpenAI-compatible endpoint (https or loopback); it proposes questions beside the "
        "rules.",
    ),
]
LlmModel = Annotated[
    str | None, typer.Option(metavar="NAME", help="The endpoint's model; its key comes from OVERSTRETCH_LLM_KEY.")
]
LlmAnswers = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Answers of a model asked elsewhere, to the requests of explain --llm-prompts."),
]


def model_of(url: str | None, name: str | None, answers: Path | None, seconds: float = SECONDS) -> Model | None:
    """The language model asked for; None where none was.

    Raises InputError for an address without model, or the other way round, and for an address or a file that is not
    accepted."""
    if url is None and answers is None:
        if name:
            raise InputError("--llm URL and --llm-model NAME belong together: one of them is missing.")
        return None
    if url is not None and not name:
        raise InputError("--llm URL and --llm-model NAME belong together: one of them is missing.")
    from overstretch.statements.language_model.asking import Model, load_answers
    from overstretch.statements.language_model.endpoint import Endpoint, place

    endpoint = None
    if url is not None and name:
        place(url)
        endpoint = Endpoint(url, name, os.environ.get("OVERSTRETCH_LLM_KEY") or None, seconds)
    return Model(name or "the language model", endpoint, load_answers(answers) if answers is not None else None)


def show_refused(reasons: Mapping[str, int], unanswered: int = 0) -> None:
    """What of a language model's answer was not taken, by reason, and how many requests had no answer."""
    for reason, count in sorted(reasons.items()):
        say(f"Refused from the language model: {count} because {reason}")
    if unanswered:
        say(f"Without an answer of the language model: {unanswered} requests; the rules alone read those")
