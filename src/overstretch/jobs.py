"""The main jobs, called alike by the command line, the app and Python: the same functions, the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from overstretch.ahead import charts_beside
from overstretch.errors import InputError
from overstretch.runs import Runs
from overstretch.tabular import Table, Tabular

if TYPE_CHECKING:
    import xarray as xr

    from overstretch.claims.explain import Explained
    from overstretch.claims.record import Verdict
    from overstretch.facts import Facts, Known
    from overstretch.facts.ages import Input
    from overstretch.policy.tabled import Policies
    from overstretch.questions.data import Question
    from overstretch.statements import Document, Reading, Statement
    from overstretch.statements.asking import Model
    from overstretch.statements.by_hand import Entry
    from overstretch.statements.endpoint import Endpoint
    from overstretch.statements.llm import Refused
    from overstretch.systems import System

    Asked = str | dict[str, Any] | Question
    LanguageModel = Endpoint | Model

DEFAULT_AS_OF = "both"
DEFAULT_FUTURES = 10_240
MOST_IN_MEMORY = 40_960  # 24 kB a future
DEFAULT_SEED = 1
FIRST_HORIZON = 2024  # of words whose day is not known yet: the first year of which futures are made
REFERENCE_SYSTEM = "nato-russia"
KEPT_OF_ARTICLE = {"name", "title", "date", "outlet", "author", "source", "sha256", "skipped", "encoding"}
Progress = Callable[[str, float], None]
Answered = Callable[["list[Statement]", "list[Document]", "Verdict"], None]
Named = TypeVar("Named", bound=str | Path)


@dataclass(frozen=True)
class CheckResult(Tabular):
    """What a check returns: statements (with propositions), verdicts, documents, futures, facts known, the run's record.

    futures, facts and inputs (the figures that the run started from) are those of the main cut-off; `notes` says of the days what a reader must know.
    """

    statements: list[Statement]
    verdicts: list[Verdict]
    documents: list[Document]
    futures: xr.DataTree
    facts: Known
    run: dict[str, Any]
    notes: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()

    def as_table(self) -> Table:
        """One row an answer; `table`, `to_excel`, `to_csv` and `to_markdown` are spellings of it."""
        from overstretch.claims.tabled import verdict_table

        return verdict_table(self.statements, self.verdicts, self.documents, self.notes)


def check(
    articles: Sequence[str | Path] | str | Path, *, futures: int = DEFAULT_FUTURES, seed: int = DEFAULT_SEED, as_of: str | date = DEFAULT_AS_OF,
    horizon: int | None = None, out: str | Path | None = None, system: str | Path = REFERENCE_SYSTEM,
    facts_files: Sequence[str | Path] = (), off: Sequence[str] = (), progress: Progress | None = None, llm: LanguageModel | None = None,
    said: str | date | None = None, answered: Answered | None = None, charts: bool = False,
) -> CheckResult:  # fmt: skip
    """Read articles, compile their statements, simulate, judge; with `out`, write the results into that folder.

    articles: paths of texts, https addresses, "-" for standard input, or "example", which ships. futures 1-1,048,576; seed a non-negative
    whole number; as_of the cut-off, up to which figures are known: an ISO date, "said" (the day of the words), "now" (the newest figures held) or
    "both" (now, and beside it what was known on the day said); horizon the year by which open questions are asked, from the cut-off's year
    to 2040. Nothing dated after a cut-off enters its futures. said: the day of the articles, in place of what they say themselves.
    charts: start what draws a report's charts beside the futures, for a report that is written afterwards (`out` does so by itself).
    answered: is given all statements, all documents and each answer as soon as it is ready, before the last futures and the report are made.
    off: mechanisms to switch off in all worlds (model.registry.SWITCHES).
    llm: a language model that finds the statements and proposes questions beside the rules (default: none); its answers are kept
    in the record, so that `rerun` does not ask again.

    Raises InputError with what, where and what is accepted; nothing is written then.
    """
    paths = [articles] if isinstance(articles, (str, Path)) else list(names(articles, "articles"))
    return _answered(
        lambda: _articles(paths, said),
        futures,
        seed,
        as_of,
        horizon,
        out,
        system,
        facts_files,
        off,
        progress,
        model=_model(llm),
        answered=answered,
        charts=charts,
    )


def ask(
    text: str | None = None, *, question: Asked | Sequence[Asked] = (), by: str | None = None,
    said: str | date | None = None, register: str | Path | None = None,
    futures: int = DEFAULT_FUTURES, seed: int = DEFAULT_SEED, as_of: str | date = DEFAULT_AS_OF, horizon: int | None = None,
    out: str | Path | None = None, system: str | Path = REFERENCE_SYSTEM, facts_files: Sequence[str | Path] = (), off: Sequence[str] = (),
    progress: Progress | None = None, llm: LanguageModel | None = None, answered: Answered | None = None, charts: bool = False,
) -> CheckResult:  # fmt: skip
    """Like `check`, for statements written by hand: a text ("Russia will cut defence spending in 2026"), typed questions, a register, or all.

    question: one or several in the question language ("core_share(DEU, 2029) >= 3.5") or its JSON (docs/questions.md); by: who says the text; said: the day on which, an ISO date (it anchors "next year"; default: the newest figures' day, or the cut-off given);
    register: a TOML, JSON or JSON Lines file (statements.by_hand). The rest as in `check`. Raises InputError likewise.
    """
    from overstretch.statements.by_hand import entry, load_register

    typed = _typed(question)
    if text is None and not typed and (by is not None or said is not None):
        raise InputError("--by and --date belong to a statement; a register names speaker and date in its entries")
    entries = [entry(text, by, said)] if text is not None else []
    entries += [entry("", by, said, asked) for asked in typed]
    entries += load_register(register) if register is not None else []
    return _asked(
        entries, model=_model(llm), futures=futures, seed=seed, as_of=as_of, horizon=horizon, out=out, system=system, facts_files=facts_files,
        off=off, progress=progress, answered=answered, charts=charts,
    )  # fmt: skip


def _typed(question: Asked | Sequence[Asked]) -> list[str | dict[str, Any]]:
    """Typed questions as text or JSON, whichever way they come."""
    from overstretch.questions import write

    several = list(question) if isinstance(question, Sequence) and not isinstance(question, str) else [question]
    return [asked if isinstance(asked, (str, dict)) else write(asked) for asked in several]


def _asked(entries: Sequence[Entry], **options: Any) -> CheckResult:
    """The answer to entries, which the record keeps, so that `rerun` can repeat them."""
    from overstretch.statements.by_hand import read_entries

    kept: dict[str, Any] = {"asked": [entry.model_dump(mode="json") for entry in entries]}
    return _answered(lambda: read_entries(entries), record=kept, typed=entries, **options)


def _model(llm: LanguageModel | None) -> Model | None:
    from overstretch.statements.asking import Model
    from overstretch.statements.endpoint import place

    if llm is None or isinstance(llm, Model):
        return llm
    place(llm.url)
    return Model(llm.model, llm)


def _recorded(record: dict[str, Any]) -> Model | None:
    """The language model of a record, with the answers that it gave. Raises InputError where they are damaged."""
    from overstretch.statements.asking import Model

    if "asked_model" not in record:
        return None
    held = record["asked_model"]
    try:
        return Model(held["name"], answers={str(k): str(v) for k, v in held["answers"].items()})
    except (TypeError, KeyError, AttributeError) as fault:
        raise InputError(f"the record's answers of the language model cannot be used: {fault!r}") from None


def _as_read(source: Callable[[], Reading], model: Model | None, by_hand: bool) -> tuple[Reading, list[Refused]]:
    """A reading; of articles with a language model its statements, and what was refused of them."""
    reading = source()
    if model is None or by_hand:
        return reading, []
    from overstretch.statements.llm import read_with_model

    return read_with_model(reading, model)


def _of_model(model: Model | None, refused: Sequence[Refused]) -> dict[str, Any]:
    """What a record keeps of a language model: who it is, its answers, and how many of its statements were refused and why."""
    if model is None:
        return {}
    counts = dict(sorted(Counter(r.reason for r in refused).items()))
    return {
        "asked_model": model.identity | {"answers": model.used, "refused": counts, "unanswered": len(model.missing)}
    }


def _answered(
    source: Callable[[], Reading], futures: int, seed: int, as_of: str | date, horizon: int | None, out: str | Path | None,
    system: str | Path, facts_files: Sequence[str | Path], off: Sequence[str], progress: Progress | None,
    record: dict[str, Any] | None = None, typed: Sequence[Entry] = (), now: str | None = None, model: Model | None = None,
    answered: Answered | None = None, charts: bool = False,
) -> CheckResult:  # fmt: skip
    """Everything from reading to the report, the same for articles and for statements written by hand. now: the day of the newest figures, where a record names it."""
    from overstretch import claims
    from overstretch.claims import days
    from overstretch.claims.typed import typed as as_statements
    from overstretch.facts.ages import in_short
    from overstretch.statements import link

    check_options(futures, seed, horizon, checked_cutoff(as_of), off)
    if out is not None:
        from overstretch.output import check_target

        check_target(Path(out))
    declared = declared_for_statements(system)
    every = all_facts(facts_files)
    cut = days.cutoff(as_of, date.fromisoformat(now or every.newest))
    asked = as_statements(typed, cut.anchor)
    tell = progress or (lambda stage, done: None)
    runs = Runs(declared, every, futures, seed, tuple(off), horizon, tell)
    with runs.ahead(cut.anchor if cut.mode != "said" else None):
        tell("read", 0.0)
        reading, refused = _as_read(source, model, bool(typed))
        tell("compile", 0.0)
        compiled = claims.compile_statements(
            [*reading.statements, *asked], reading.documents, cut.anchor, horizon, model
        )
        statements = link(compiled, reading.documents)
        questions = days.asked(statements, reading.documents, cut)
        said = partial(answered, statements, list(reading.documents)) if answered else lambda _: None
        early = claims.by_tables(questions, every, said)
        with charts_beside() if charts or out is not None else nullcontext():
            benches = runs.benches(questions, days.main_day(questions, cut))
    tell("judge", 0.0)
    verdicts = claims.judge_days(questions, benches, early, said)
    run = _record(reading, runs, cut.text, cut.now, facts_files) | (record or {}) | _of_model(model, refused)
    aged = [in_short(runs.inputs).line()] if runs.inputs else []
    notes = (*days.notes(questions, reading.documents, cut), *aged)
    result = CheckResult(
        statements, verdicts, list(reading.documents), runs.tree, runs.known, run, notes, tuple(runs.inputs)
    )
    if out is not None:
        from overstretch.output import write_check

        tell("report", 0.0)
        result = write_check(result, Path(out))
    tell("report", 1.0)
    return result


def run(
    system: str | Path = REFERENCE_SYSTEM, *, futures: int = DEFAULT_FUTURES, seed: int = DEFAULT_SEED, as_of: str | date = "now",
    do: Sequence[str] = (), off: Sequence[str] = (), out: str | Path | None = None, resume: bool = False,
    facts_files: Sequence[str | Path] = (), progress: Progress | None = None, contrast_futures: int = 2048,
) -> xr.DataTree:  # fmt: skip
    """Simulate a system without any article: the base world and, for each entry of `do`, a world paired with it.

    system: a shipped name or a system file; as_of: the cut-off, by default "now", the newest figures held (of a past rivalry its own day).
    do: interventions such as "hold_burden(2024)"; joined with "+" they hold together ("oil(40) + us_withdraws(2027)").
    off: mechanisms to switch off; contrast_futures: futures of each such world. Returns the futures (engine.schema) in memory or, with `out`, streams them into a store
    there (engine.store; resume: finish what it holds) and returns it opened, with less kept of each future: see
    engine.reading.open. `headline` of what is returned is its headline as a table (report.headline). Raises InputError, among others for more futures than memory is meant to hold without `out`.
    """
    from overstretch.engine.request import Request, store_run
    from overstretch.engine.run import run as run_plan
    from overstretch.report import headline  # noqa: F401 (gives the tree its `headline`)

    day = checked_day(as_of)
    check_options(futures, seed, None, None, off)
    check_options(contrast_futures, seed)
    request = Request(
        system, day, futures, seed, names(do, "--do"), tuple(off), names(facts_files, "--facts"), contrast_futures
    )
    if out is not None:
        from overstretch.engine.reading import open as open_run

        store_run(request, out, resume=resume, progress=progress)
        return open_run(out)
    if futures > MOST_IN_MEMORY:
        raise InputError(f"--futures {futures}: more than {MOST_IN_MEMORY:,} are not held in memory; give --out FOLDER")
    job = request.job()
    if progress:
        progress("simulate", 0.0)
    return run_plan(job.prepared, request.plan(job.prepared.system), futures, seed, job.off, progress, contrast_futures)


@dataclass(frozen=True)
class Explanation:
    """How statements were understood: `explained` in their order; statements, documents, who read them, and by what words.

    `entries`: names of the documents that stand for a register's entries → their ids. `refused`: a language model's statements that
    were not taken; `model`: where its answers came from."""

    explained: list[Explained]
    statements: list[Statement]
    documents: list[Document]
    reader: dict[str, str]
    entries: dict[str, str]
    refused: list[Refused]
    model: Model | None = None

    def lines(self) -> list[str]:
        """One JSON object a statement (docs/reader.md)."""
        from overstretch.claims.explain import article_lines, register_lines

        if self.entries:
            return list(register_lines(self.explained, self.entries))
        return list(article_lines(self.explained, self.documents))


def explain(
    texts: Sequence[str | Path] | str | Path = (), *, by: str | None = None, said: str | date | None = None,
    register: str | Path | None = None, articles: bool | None = None, llm: LanguageModel | None = None, parser: str | None = None,
    limit: float = 60.0,
) -> Explanation:  # fmt: skip
    """How statements are understood, without any simulation: the words used for each part, the claim, the question; or what could not be placed.

    texts: sentences, or articles (a file, a folder, an https address, "-" or "example"); by: who says the sentences; said: the day
    on which (default: today), an ISO date, also of articles; register: a TOML, JSON or JSON Lines file (statements.by_hand); articles: whether the texts
    name articles (default: where they name something); llm: as in `check`; parser: another installed English spaCy model; limit:
    seconds that one article may take. Raises InputError with what is accepted.
    """
    from overstretch.statements.language import MODEL
    from overstretch.statements.worker import worker

    given = [texts] if isinstance(texts, (str, Path)) else list(texts)
    articles = _are_articles(given) if articles is None else articles
    if by is not None and (articles or register is not None):
        raise InputError("--by belongs to a statement; articles and registers name their speakers themselves")
    if not given and register is None:
        raise InputError("Nothing was given. Accepted: a statement in quotation marks, articles, or --register FILE.")
    if articles and register is not None:
        raise InputError("articles and a register are explained one after the other; give one of them")
    worker(parser or MODEL).begin()  # it loads beside what is imported here
    from overstretch.claims.compiler import compile_statements
    from overstretch.claims.explain import explained
    from overstretch.claims.typed import typed
    from overstretch.statements import link, read
    from overstretch.statements.by_hand import entry, load_register, read_entries

    day, model = date.today(), _model(llm)
    entries = [] if articles else [entry(str(text), by, said) for text in given]
    entries += load_register(register) if register is not None else []
    reading, refused = _as_read(
        lambda: read(given, said, parser or MODEL, limit) if articles else read_entries(entries, parser or MODEL, limit),
        model, not articles,
    )  # fmt: skip
    found = [*reading.statements, *typed(entries, day)]
    statements = link(compile_statements(found, reading.documents, day, None, model), reading.documents)
    names = {f"asked {n}": one.id or str(n) for n, one in enumerate(entries, start=1)}
    order = {d.name: number for number, d in enumerate(reading.documents)}
    shown = sorted(explained(statements, day), key=lambda one: order.get(one.doc, 0))
    return Explanation(shown, statements, list(reading.documents), reading.model, names, refused, model)


def _are_articles(texts: Sequence[str | Path]) -> bool:
    """Whether articles are named, and not sentences. Raises InputError for both at once and for a name of nothing."""
    kinds = {_is_article(text) for text in texts}
    if len(kinds) > 1:
        raise InputError("statements and articles are explained one after the other; give one kind")
    return kinds == {True}


def _is_article(text: str | Path) -> bool:
    from overstretch.statements.reader import is_address

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


def _articles(paths: Sequence[str | Path], said: str | date | None = None) -> Reading:
    from overstretch.statements import read

    return read(paths, said)


def policy(
    group: Sequence[str] = (), *, budget: int = 24, futures: int = 512, seed: int = DEFAULT_SEED, as_of: str | date = "now",
    progress: Progress | None = None,
) -> Policies:  # fmt: skip
    """Search spending levels and financing of `group` (default: all European allies); see overstretch.policy.search. Raises InputError."""
    from overstretch.policy import europeans, evaluator, search
    from overstretch.policy.tabled import Policies
    from overstretch.systems import prepare

    every = all_facts(())
    day = checked_day(as_of) or date.fromisoformat(every.newest)
    check_options(futures, seed, None, day)
    known = every.as_of(day.isoformat())
    evaluate = evaluator(prepare(declared_for_statements(REFERENCE_SYSTEM), known, day), futures, seed)
    found = search(evaluate, tuple(group) or europeans(), budget=budget, seed=seed, progress=progress)
    found.attrs |= {"as_of": day.isoformat(), "futures": futures, "seed": seed}
    return Policies(found, ", ".join(group) or "the European allies")


def rerun(record: str | Path, progress: Progress | None = None) -> dict[str, bool]:
    """Repeat the check that `run.json` records and compare: name of each output → True where it is the same to the bit.

    The articles are taken from the copies beside the record. Raises InputError where the record or a copy is unusable.
    """
    from pydantic import ValidationError

    from overstretch.output import compare, read_record

    path = Path(record)
    recorded, articles = read_record(path)
    options: dict[str, Any] = {name: recorded[name] for name in ("futures", "seed", "horizon", "now")}
    options |= {
        "as_of": recorded["asked_as_of"],
        "off": recorded.get("off", ()),
        "out": None,
        "system": recorded["system"]["source"],
        "facts_files": recorded["facts"]["files"],
    }
    options["progress"] = progress
    if "asked" in recorded:
        from overstretch.statements.by_hand import Entry

        try:
            entries = [Entry.model_validate(entry) for entry in recorded["asked"] or ()]
        except ValidationError as fault:
            raise InputError(f"{path}: an entry asked is damaged: {fault.errors()[0]['msg']}") from None
        result = _asked(entries, model=_recorded(recorded), **options)
    else:
        from overstretch.statements.reader import read_copies

        result = _answered(lambda: read_copies(articles), model=_recorded(recorded), **options)
    return compare(recorded, result)


def checked_day(as_of: str | date) -> date | None:
    """The cut-off of a run without words: a day, or None for "now". Raises InputError for anything else."""
    from overstretch.claims.days import given_day

    return None if isinstance(as_of, str) and as_of == "now" else given_day(as_of, "a day (YYYY-MM-DD) or now")


def checked_cutoff(as_of: str | date) -> date | None:
    """The day among the cut-offs of words; None for said, now and both. Raises InputError for anything else."""
    from overstretch.claims.days import cutoff

    return cutoff(as_of, date.today()).day


def check_options(
    futures: int, seed: int, horizon: int | None = None, day: date | None = None, off: Sequence[str] = ()
) -> None:
    """Raises InputError, by the option's name, for what no run accepts."""
    from overstretch.model.registry import SWITCHES

    for name, number in (("--futures", futures), ("--seed", seed), ("--horizon", horizon)):
        if isinstance(number, bool) or not (isinstance(number, Integral) or (number is None and name == "--horizon")):
            raise InputError(f"{name} {number!r}: accepted: a whole number")
    names(off, "--off")
    if strangers := sorted(set(off) - set(SWITCHES)):
        raise InputError(f"--off {', '.join(strangers)}: no such mechanism; accepted: {', '.join(SWITCHES)}")
    if not 1 <= futures <= 1_048_576:
        raise InputError(f"--futures {futures}: accepted: 1 to 1,048,576")
    if not 0 <= seed < 2**31:
        raise InputError(f"--seed {seed}: accepted: 0 to {2**31 - 1}")
    first = day.year if day is not None else FIRST_HORIZON
    if horizon is not None and not first <= horizon <= 2040:
        raise InputError(f"--horizon {horizon}: accepted: {first} to 2040")


def names(given: Sequence[Named], option: str) -> tuple[Named, ...]:
    """Several texts as they are given in Python. Raises InputError for one alone, which would be taken letter by letter."""
    if isinstance(given, str) or not isinstance(given, Iterable) or not all(isinstance(n, (str, Path)) for n in given):
        raise InputError(f"{option} {given!r}: accepted: a list of texts")
    return tuple(given)


def all_facts(files: Sequence[str | Path]) -> Facts:
    from overstretch import facts

    return facts.load(names(files, "--facts"))


def declared_for_statements(system: str | Path) -> System:
    """A system that statements can be put to. Raises InputError where laws are missing that the questions read."""
    from overstretch.model.registry import LAWS
    from overstretch.systems import load_system

    declared = load_system(system)
    if missing := [law for law in LAWS if law not in declared.laws]:
        raise InputError(
            f"{declared.name}: statements need every law; missing: {', '.join(missing)} (overstretch run takes such a system)"
        )
    return declared


def _record(reading: Reading, runs: Runs, as_of: str, now: date, facts_files: Sequence[str | Path]) -> dict[str, Any]:
    """The run's record: versions, seed, cut-offs, digests of everything that entered."""
    import json
    import platform
    from importlib.metadata import version

    from overstretch import __version__, assumptions

    packages = ("jax", "jaxlib", "numpy", "scipy", "pandas", "xarray", "spacy", "altair", "vl-convert-python")
    system = runs.declared
    return {
        "version": __version__, "python": platform.python_version(),
        "packages": {name: version(name) for name in packages}, "machine": runs.tree.attrs["fingerprint"],
        "seed": runs.seed, "futures": runs.futures, "as_of": runs.day.isoformat(), "asked_as_of": as_of, "now": now.isoformat(), "made": date.today().isoformat(),
        "further": runs.further, "horizon": runs.horizon, "off": sorted(runs.off),
        "system": {"source": system.name, "sha256": system.digest},
        "facts": {"sha256": runs.known.digest, "files": [str(Path(f).resolve()) for f in facts_files]},
        "assumptions": {"sha256": assumptions.digest()},
        "language_model": reading.model,
        "articles": [d.model_dump(mode="json", include=KEPT_OF_ARTICLE) for d in reading.documents],
        "worlds": [node for node in runs.tree.children],
        "stand_ins": json.loads(runs.tree.attrs["notes"]),
    }  # fmt: skip
