"""From words to answers: articles, and statements written by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from overstretch.defaults import DEFAULT_AS_OF, DEFAULT_FUTURES, DEFAULT_SEED, REFERENCE_SYSTEM
from overstretch.errors import InputError, a_path
from overstretch.jobs.ahead import charts_beside
from overstretch.jobs.language_model import as_read, given_model, kept_of_model
from overstretch.jobs.options import Options, all_facts, declared_for_statements, names
from overstretch.jobs.record import record_of
from overstretch.jobs.result import CheckResult
from overstretch.jobs.runs import Runs
from overstretch.progress import Progress, silent

if TYPE_CHECKING:
    from overstretch.claims.record import Verdict
    from overstretch.jobs.language_model import LanguageModel
    from overstretch.questions.data import Question
    from overstretch.statements import Document, Reading, Statement
    from overstretch.statements.language_model.asking import Model
    from overstretch.statements.reading.by_hand import Entry

    Asked = str | dict[str, Any] | Question

Answered = Callable[["list[Statement]", "list[Document]", "Verdict"], None]


def check(
    articles: Sequence[str | Path] | str | Path,
    *,
    futures: int = DEFAULT_FUTURES,
    seed: int = DEFAULT_SEED,
    as_of: str | date = DEFAULT_AS_OF,
    horizon: int | None = None,
    out: str | Path | None = None,
    system: str | Path = REFERENCE_SYSTEM,
    facts_files: Sequence[str | Path] = (),
    off: Sequence[str] = (),
    progress: Progress | None = None,
    llm: LanguageModel | None = None,
    said: str | date | None = None,
    answered: Answered | None = None,
    charts: bool = False,
) -> CheckResult:
    """Read articles, compile their statements, simulate, judge; with `out`, write the results into that folder.

    articles: paths of texts, https addresses, "-" for standard input, or "example", which ships. futures 1-1,048,576;
    seed a non-negative whole number; as_of the cut-off, up to which figures are known: an ISO date, "said" (the day of
    the words), "now" (the newest figures held) or "both" (now, and beside it what was known on the day said); horizon
    the year by which open questions are asked, from the cut-off's year to 2040. Nothing dated after a cut-off enters
    its futures. said: the day of the articles, in place of what they say themselves. charts: start what draws a
    report's charts beside the futures, for a report that is written afterwards (`out` does so by itself). answered: is
    given all statements, all documents and each answer as soon as it is ready, before the last futures and the report
    are made. off: mechanisms to switch off in all worlds (model.registry.SWITCHES). llm: a language model that finds
    the statements and proposes questions beside the rules (default: none); its answers are kept in the record, so that
    `rerun` does not ask again.

    Raises InputError with what, where and what is accepted; nothing is written then.
    """
    paths = [articles] if isinstance(articles, (str, Path)) else list(names(articles, "articles"))

    def read() -> Reading:
        from overstretch.statements import read

        return read(paths, said)

    options = Options(futures, seed, as_of, horizon, system, facts_files, off)
    return written(partial(answers, read, options), out, progress, charts, given_model(llm), answered)


def ask(
    text: str | None = None,
    *,
    question: Asked | Sequence[Asked] = (),
    by: str | None = None,
    said: str | date | None = None,
    register: str | Path | None = None,
    futures: int = DEFAULT_FUTURES,
    seed: int = DEFAULT_SEED,
    as_of: str | date = DEFAULT_AS_OF,
    horizon: int | None = None,
    out: str | Path | None = None,
    system: str | Path = REFERENCE_SYSTEM,
    facts_files: Sequence[str | Path] = (),
    off: Sequence[str] = (),
    progress: Progress | None = None,
    llm: LanguageModel | None = None,
    answered: Answered | None = None,
    charts: bool = False,
) -> CheckResult:
    """Like `check`, for statements written by hand: a text ("Russia will cut defence spending in 2026"), typed
    questions, a register, or all.

    question: one or several in the question language ("core_share(DEU, 2029) >= 3.5") or its JSON (docs/questions.md);
    by: who says the text; said: the day on which, an ISO date (it anchors "next year"; default: the newest figures'
    day, or the cut-off given); register: a TOML, JSON or JSON Lines file (statements.reading.by_hand). The rest as in
    `check`.
    Raises InputError likewise.
    """
    from overstretch.statements.reading.by_hand import entry, load_register

    typed = _typed(question)
    if text is None and not typed and (by is not None or said is not None):
        raise InputError("--by and --date belong to a statement; a register names speaker and date in its entries")
    entries = [entry(text, by, said)] if text is not None else []
    entries += [entry("", by, said, asked) for asked in typed]
    entries += load_register(register) if register is not None else []
    options = Options(futures, seed, as_of, horizon, system, facts_files, off)
    return written(partial(answers_to, entries, options), out, progress, charts, given_model(llm), answered)


def _typed(question: Asked | Sequence[Asked]) -> list[str | dict[str, Any]]:
    """Typed questions as text or JSON, whichever way they come."""
    from overstretch.questions import write

    several = list(question) if isinstance(question, Sequence) and not isinstance(question, str) else [question]
    return [asked if isinstance(asked, (str, dict)) else write(asked) for asked in several]


def written(
    work: Callable[..., CheckResult],
    out: str | Path | None,
    progress: Progress | None,
    charts: bool,
    model: Model | None,
    answered: Answered | None,
) -> CheckResult:
    """Do the work and, where a folder is given, write its result there; the folder is held from before the work on."""
    tell = progress or silent
    wanted = partial(work, progress=progress, model=model, answered=answered)
    if out is None:
        result = wanted(charts=charts)
    else:
        from overstretch.jobs.output import write_check
        from overstretch.jobs.place import held

        folder = a_path(out, "--out")
        with held(folder):
            result = wanted(charts=True)
            tell("report", 0.0)
            result = write_check(result, folder)
    tell("report", 1.0)
    return result


def answers_to(entries: Sequence[Entry], options: Options, **further: Any) -> CheckResult:
    """The answer to entries, which the record keeps, so that `rerun` can repeat them."""
    from overstretch.statements.reading.by_hand import read_entries

    kept: dict[str, Any] = {"asked": [entry.model_dump(mode="json") for entry in entries]}
    return answers(lambda: read_entries(entries), options, record=kept, typed=entries, **further)


def answers(
    source: Callable[[], Reading],
    options: Options,
    *,
    progress: Progress | None = None,
    record: dict[str, Any] | None = None,
    typed: Sequence[Entry] = (),
    model: Model | None = None,
    answered: Answered | None = None,
    charts: bool = False,
) -> CheckResult:
    """Everything from reading to the answers, the same for articles and for statements written by hand."""
    from overstretch import claims
    from overstretch.claims import days
    from overstretch.claims.typed import typed as as_statements
    from overstretch.facts.ages import in_short
    from overstretch.statements import link

    options.check()
    tell = progress or silent
    declared = declared_for_statements(options.system)
    runs = Runs(declared, all_facts(options.facts_files), options, tell)
    cut = days.cutoff(options.as_of, date.fromisoformat(options.now or runs.every.newest))
    asked = as_statements(typed, cut.anchor)
    with runs.ahead(cut.anchor if cut.mode != "said" else None):
        tell("read", 0.0)
        reading, refused = as_read(source, model, bool(typed))
        documents = list(reading.documents)
        tell("compile", 0.0)
        found = [*reading.statements, *asked]
        statements = link(claims.compile_statements(found, documents, cut.anchor, options.horizon, model), documents)
        questions = days.asked(statements, documents, cut)
        said = partial(answered, statements, documents) if answered else lambda _: None
        early = claims.by_tables(questions, runs.every, said)
        with charts_beside() if charts else nullcontext():
            benches = runs.benches(questions, days.main_day(questions, cut))
    tell("judge", 0.0)
    verdicts = claims.judge_days(questions, benches, early, said)
    run = record_of(reading, runs, cut) | (record or {}) | kept_of_model(model, refused)
    aged = [in_short(runs.inputs).line()] if runs.inputs else []
    notes = (*days.notes(questions, documents, cut), *aged)
    return CheckResult(statements, verdicts, documents, runs.tree, runs.known, run, notes, tuple(runs.inputs))
