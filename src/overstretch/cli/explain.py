"""`overstretch explain`: how statements are understood, without any simulation."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from overstretch.cli.llm import Llm, LlmAnswers, LlmModel, model_of, show_refused
from overstretch.cli.options import By, Json, Register, Said
from overstretch.errors import InputError
from overstretch.terminal import escaped, say

if TYPE_CHECKING:
    from overstretch.jobs import Explanation
    from overstretch.statements.language_model.asking import Model
    from overstretch.statements.scoring.gold import Gold

ALL = "json,jsonl,csv,jsonld,html"


def explain_command(
    texts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT or ARTICLE...]",
            help="A statement in quotation marks; or files, folders, https addresses, '-' for standard input, "
            "'example'.",
        ),
    ] = None,
    register: Register = None,
    by: By = None,
    date: Said = None,
    json: Json = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder for the statements as found; it is made, and replaced only as a whole."),
    ] = None,
    formats: Annotated[str, typer.Option("--format", help=f"What to write into --out: some of {ALL}.")] = ALL,
    score: Annotated[
        Path | None, typer.Option(help="Hand-marked statements (.jsonl, .json, brat .ann): print scores.")
    ] = None,
    limit: Annotated[float, typer.Option(help="Seconds that one article may take.")] = 60.0,
    parser: Annotated[
        str | None,
        typer.Option(help="Another English spaCy model: its package's name, or a path to its folder (./NAME)."),
    ] = None,
    llm: Llm = None,
    llm_model: LlmModel = None,
    llm_answers: LlmAnswers = None,
    llm_prompts: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the requests that have no answer yet, to be asked elsewhere (docs: language model).",
        ),
    ] = None,
) -> None:
    """Show how each statement is understood: the words used for each part, the claim, the question; nothing is
    simulated.

    What could not be placed is named, with the nearest question that could be asked. As JSON each statement is an
    object on a line of its own.

    Examples:

        overstretch explain "Germany will spend 3.5% of GDP on defence by 2029"

        overstretch explain article.txt https://example.org/news --json questions.jsonl

        overstretch explain --register statements.jsonl --json

        overstretch explain example --out statements
    """
    wanted = chosen(formats)
    gold = marks(score) if score is not None else []
    model = model_of(llm, llm_model, llm_answers, limit) or (unasked() if llm_prompts is not None else None)
    from overstretch import jobs

    found = jobs.explain(texts or (), by=by, said=date, register=register, llm=model, parser=parser, limit=limit)
    if json is not None:
        write_lines(found.lines(), json)
    else:
        from overstretch.cli.understood import show

        show(found)
    if score is not None:
        show_scores(found, gold, score)
    if out is not None:
        write(out, wanted, found)
    if model is not None:
        tell_of_model(found, model, llm_prompts, quiet=json == "-")


def unasked() -> Model:
    """A language model that answers nothing yet: what it would be asked is written down."""
    from overstretch.statements.language_model.asking import Model

    return Model("the language model")


def marks(file: Path) -> list[Gold]:
    """Hand-marked statements. Raises InputError where they cannot be read."""
    from overstretch.statements.scoring.gold import load_gold

    return load_gold(file)


def tell_of_model(found: Explanation, model: Model, prompts: Path | None, quiet: bool) -> None:
    """What of a language model's answers was refused, and how many requests have none; these go to a file where one is
    given."""
    if not quiet:
        show_refused(Counter(r.reason for r in found.refused), 0 if prompts is not None else len(model.missing))
    if prompts is not None:
        from overstretch.statements.language_model.asking import write_prompts

        count = write_prompts(model.missing.values(), prompts)
        say(f"{count} requests without an answer written to {prompts}", err=True)


def write_lines(lines: list[str], target: str) -> None:
    """Print the lines, or write them into a file. Raises InputError where it cannot be written."""
    if target == "-":
        for line in lines:
            say(escaped(line))
        return
    try:
        Path(target).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", errors="replace")
    except OSError as error:
        raise InputError(f"--json {target}: cannot be written ({error.strerror}). Accepted: a file, or -.") from error
    say(f"{len(lines)} statements written to {target}")


def chosen(formats: str) -> list[str]:
    """The formats that were asked for.

    Raises InputError for an unknown one."""
    known = ALL.split(",")
    wanted = [name.strip().lower() for name in formats.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise InputError(f"--format: unknown format '{', '.join(unknown) or formats}'. Accepted: {', '.join(known)}.")
    return wanted


def show_scores(found: Explanation, gold: list[Gold], file: Path) -> None:
    """Scores of the statements found against hand-marked ones. Raises InputError where these are of other articles."""
    from overstretch.statements.scoring.score import as_table
    from overstretch.statements.scoring.score import score as scored

    names = {document.name for document in found.documents}
    if unknown := sorted({entry.doc for entry in gold} - names):
        raise InputError(
            f"{file}: marks {', '.join(unknown)}, which is not among the articles given: {', '.join(sorted(names))}."
        )
    say(as_table(scored(gold, found.statements, {d.name: d.text for d in found.documents})))


def write(out: Path, formats: list[str], found: Explanation) -> None:
    """Write the formats into a folder: first beside it, then put in place at once.

    Raises InputError where the place is a file or cannot be written."""
    from overstretch.statements.output import export
    from overstretch.statements.output.view import page

    statements, documents = found.statements, found.documents
    texts = {
        "statements.json": lambda: export.to_json(statements),
        "differences.json": lambda: export.differences_json(statements),
        "statements.jsonl": lambda: export.to_jsonl(statements),
        "statements.csv": lambda: export.to_csv(statements),
        "statements.jsonld": lambda: export.to_jsonld(statements, documents),
        "statements.html": lambda: page(statements, documents),
    }
    listing = [d.model_dump(mode="json", exclude={"text"}) for d in documents]
    model = {"language_model": found.model.identity} if found.model is not None else {}
    record = {"documents": listing, "model": found.reader} | model
    if out.exists() and not out.is_dir():
        raise InputError(f"--out {out}: this is a file. Accepted: a folder.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        for name, make in texts.items():
            if name.rsplit(".", 1)[1] in formats:
                (folder / name).write_text(make(), encoding="utf-8", errors="replace")
        (folder / "documents.json").write_text(
            dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n", encoding="utf-8"
        )
        out.mkdir(exist_ok=True)
        for file in sorted(folder.iterdir()):
            file.replace(out / file.name)
        shutil.rmtree(folder)
    except OSError as error:
        raise InputError(
            f"--out {out}: cannot be written ({error.strerror}). Accepted: a folder that can be written."
        ) from error
