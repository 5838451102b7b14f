"""A check repeated from its record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from overstretch.errors import InputError, a_path
from overstretch.jobs.options import Options
from overstretch.progress import Progress

if TYPE_CHECKING:
    from overstretch.statements.reading.by_hand import Entry


def rerun(record: str | Path, progress: Progress | None = None) -> dict[str, bool]:
    """Repeat the check that `run.json` records and compare: name of each output → True where it is the same to the bit.

    The articles are taken from the copies beside the record. Raises InputError where the record or a copy is unusable.
    """
    from overstretch.jobs.answering import answers, answers_to
    from overstretch.jobs.language_model import recorded_model
    from overstretch.jobs.output import compare, read_record
    from overstretch.statements.reading.reader import read_copies

    path = a_path(record, "record")
    recorded, articles = read_record(path)
    options = Options(
        futures=recorded["futures"],
        seed=recorded["seed"],
        as_of=recorded["asked_as_of"],
        horizon=recorded["horizon"],
        system=recorded["system"]["source"],
        facts_files=recorded["facts"]["files"],
        off=recorded.get("off", ()),
        now=recorded["now"],
    )
    model = recorded_model(recorded)
    if "asked" in recorded:
        result = answers_to(_entries(recorded, path), options, model=model, progress=progress)
    else:
        result = answers(lambda: read_copies(articles), options, model=model, progress=progress)
    return compare(recorded, result)


def _entries(recorded: dict[str, Any], path: Path) -> list[Entry]:
    from pydantic import ValidationError

    from overstretch.statements.reading.by_hand import Entry

    try:
        return [Entry.model_validate(entry) for entry in recorded["asked"] or ()]
    except ValidationError as fault:
        raise InputError(f"{path}: an entry asked is damaged: {fault.errors()[0]['msg']}") from None
