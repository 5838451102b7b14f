"""How statements are understood, without any simulation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from overstretch.errors import InputError, a_text
from overstretch.jobs.language_model import as_read, given_model
from overstretch.jobs.options import names
from overstretch.jobs.result import Explanation

if TYPE_CHECKING:
    from overstretch.jobs.language_model import LanguageModel


def explain(
    texts: Sequence[str | Path] | str | Path = (),
    *,
    by: str | None = None,
    said: str | date | None = None,
    register: str | Path | None = None,
    articles: bool | None = None,
    llm: LanguageModel | None = None,
    parser: str | None = None,
    limit: float = 60.0,
) -> Explanation:
    """How statements are understood, without any simulation: the words used for each part, the claim, the question; or
    what could not be placed.

    texts: sentences, or articles (a file, a folder, an https address, "-" or "example"); by: who says the sentences;
    said: the day on which (default: today), an ISO date, also of articles; register: a TOML, JSON or JSON Lines file
    (statements.reading.by_hand); articles: whether the texts name articles (default: where they name something); llm:
    as in
    `check`; parser: another English spaCy model, installed or a folder's path; limit: seconds that one article may
    take. Raises InputError with what is accepted.
    """
    from overstretch.statements.reading.worker import worker
    from overstretch.statements.syntax.language import MODEL

    given = [texts] if isinstance(texts, (str, Path)) else list(names(texts, "texts"))
    parser = MODEL if parser is None else a_text(parser, "--parser")
    articles = _are_articles(given) if articles is None else articles
    _check_together(given, articles, by, register)
    worker(parser).begin()  # it loads beside what is imported here
    from overstretch.claims.compiler import compile_statements
    from overstretch.claims.explain import explained
    from overstretch.claims.typed import typed
    from overstretch.statements import link, read
    from overstretch.statements.reading.by_hand import entry, load_register, read_entries

    day, model = date.today(), given_model(llm)
    entries = [] if articles else [entry(str(text), by, said) for text in given]
    entries += load_register(register) if register is not None else []
    reading, refused = as_read(
        lambda: read(given, said, parser, limit) if articles else read_entries(entries, parser, limit),
        model,
        not articles,
    )
    found = [*reading.statements, *typed(entries, day)]
    statements = link(compile_statements(found, reading.documents, day, None, model), reading.documents)
    labels = {f"asked {n}": one.id or str(n) for n, one in enumerate(entries, start=1)}
    order = {d.name: number for number, d in enumerate(reading.documents)}
    shown = sorted(explained(statements, day), key=lambda one: order.get(one.doc, 0))
    return Explanation(shown, statements, list(reading.documents), reading.model, labels, refused, model)


def _check_together(given: Sequence[str | Path], articles: bool, by: str | None, register: str | Path | None) -> None:
    if by is not None and (articles or register is not None):
        raise InputError("--by belongs to a statement; articles and registers name their speakers themselves")
    if not given and register is None:
        raise InputError("Nothing was given. Accepted: a statement in quotation marks, articles, or --register FILE.")
    if articles and register is not None:
        raise InputError("articles and a register are explained one after the other; give one of them")


def _are_articles(texts: Sequence[str | Path]) -> bool:
    """Whether articles are named, and not sentences. Raises InputError for both at once and for a name of nothing."""
    kinds = {_is_article(text) for text in texts}
    if len(kinds) > 1:
        raise InputError("statements and articles are explained one after the other; give one kind")
    return kinds == {True}


def _is_article(text: str | Path) -> bool:
    from overstretch.statements.reading.reader import is_address

    if isinstance(text, Path) or is_address(text) or text in ("-", "example"):
        return True
    try:
        if Path(text).exists():
            return True
    except (OSError, ValueError):  # too long a name, or none at all
        return False
    if len(text.split()) == 1 and "." in text.strip(".!?"):
        raise InputError(f"{text}: there is no such file. Accepted: a file, a folder, an https address, or a sentence.")
    return False
