"""What the process of the long jobs does: read, answer, and put the files of an answer down. The library's functions,
and so its figures."""

from __future__ import annotations

import ctypes
import gc
import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from overstretch import jobs
from overstretch.app import orders
from overstretch.app.bench import Tell
from overstretch.app.orders import Given, Order
from overstretch.progress import Progress
from overstretch.statements.reading.worker import worker
from overstretch.statements.syntax.language import MODEL

QUESTIONS, TABLE_CSV, TABLE_XLSX = "questions.txt", "answers.csv", "answers.xlsx"


def prepare_reading() -> None:
    """Load what reading needs, and start the process that parses."""
    worker(MODEL).begin()
    import overstretch.claims.compiler
    import overstretch.claims.explain
    import overstretch.statements.reading.by_hand  # noqa: F401


def prepare_answering() -> None:
    """Load what every answer needs."""
    import overstretch.claims
    import overstretch.claims.explain
    import overstretch.claims.judging
    import overstretch.engine.run
    import overstretch.jobs.output
    import overstretch.report.html  # noqa: F401


def read(given: Given, folder: Path, tell: Tell) -> dict[str, Any]:
    """How what was put in is understood: `explained` (claims.explain.Explained) and `documents`, as plain data."""
    with _given_back():
        tell("progress", ("read", 0.0))
        match given.kind:
            case "sentence":
                found = jobs.explain(given.text, by=given.by, said=given.said, articles=False)
            case "register":
                found = jobs.explain(register=folder / orders.REGISTER)
            case _:
                found = jobs.explain([_place(given, folder)], said=given.said, articles=True)
        kept = {"name", "title", "date", "outlet", "skipped"}
        return {
            "explained": [one.model_dump(mode="json") for one in found.explained],
            "documents": [document.model_dump(mode="json", include=kept) for document in found.documents],
        }


def answer(order: Order, folder: Path, tell: Tell) -> dict[str, Any]:
    """An answer with its files in `folder`/out, and its pieces as HTML; each card is told as soon as it is ready."""
    from overstretch.app.pieces import early, shown

    with _given_back():
        number = itertools.count(1)
        result = _answered(
            order, folder, tell, out=folder / "out", card=lambda *one: tell("card", early(next(number), *one))
        )
        out = folder / "out"
        result.to_csv(out / TABLE_CSV)
        result.to_excel(out / TABLE_XLSX)
        (out / QUESTIONS).write_text("".join(f"{v.question}\n" for v in result.verdicts), encoding="utf-8")
        return shown(result)


def records(order: Order, folder: Path, tell: Tell) -> dict[str, Any]:
    """An answer as plain data: statements, verdicts, the run's record."""
    with _given_back():
        result = _answered(order, folder, tell)
        return {
            "statements": [statement.model_dump(mode="json") for statement in result.statements],
            "verdicts": [verdict.model_dump(mode="json") for verdict in result.verdicts],
            "run": result.run,
        }


def one_of_twelve(options: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """One of the standing questions, as the record of its table."""
    from overstretch.answers import answer as answered

    with _given_back():
        return answered(**options, progress=_telling(tell)).as_table().record()


def shown_of_twelve(options: dict[str, Any], tell: Tell) -> Any:
    """One of the standing questions with its chart (standing.Shown): drawing takes seconds that no page should wait
    for."""
    from overstretch.app.standing import shown as made

    with _given_back():
        return made(options, _telling(tell))


def put_down(given: Given, folder: Path) -> None:
    """Write what a job reads into its folder: the article's bytes, or the entries as a register."""
    folder.mkdir(parents=True, exist_ok=True)
    if given.kind == "article":
        (folder / given.name).write_bytes(given.data)
    elif given.kind == "register":
        entries = [one.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for one in given.entries]
        text = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
        (folder / orders.REGISTER).write_text(text, encoding="utf-8")


def _answered(order: Order, folder: Path, tell: Tell, out: Path | None = None, card: Any = None) -> jobs.CheckResult:
    given = order.given
    options: dict[str, Any] = order.options | {"out": out, "answered": card, "progress": _telling(tell)}
    match given.kind:
        case "sentence":
            return jobs.ask(given.text, by=given.by, said=given.said, **options)
        case "register":
            return jobs.ask(register=folder / orders.REGISTER, **options)
        case _:
            return jobs.check([_place(given, folder)], said=given.said, **options)


def _telling(tell: Tell) -> Progress:
    return lambda stage, done: tell("progress", (stage, done))


def _place(given: Given, folder: Path) -> Path | str:
    if given.kind == "article":
        return folder / given.name
    return orders.EXAMPLE if given.kind == "example" else given.text


@contextmanager
def _given_back() -> Iterator[None]:
    """Afterwards the memory of the job goes back to the machine."""
    try:
        yield
    finally:
        gc.collect()
        _trim()


def _trim() -> None:
    """Give memory that is free back: the allocator would keep it."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
