"""The generated page of outputs: fields of statements.json and verdicts.json from their models, and the other files."""

from __future__ import annotations

from pydantic import BaseModel

from overstretch.claims.record import Verdict
from overstretch.statements.record import Statement
from tools.docs_text import GENERATED, plain, table

STATEMENT = {
    "id": "identifier, unique in the run",
    "doc": "name of the article's file",
    "spans": "where the content stands: code-point offsets [start, end), several where it is broken up",
    "speaker": "who is reported to have said it",
    "addressee": "to whom",
    "via": "the agency or outlet that it was said to or through",
    "cue": "the word that reports it",
    "form": "how it is reported",
    "force": "what is done with it",
    "content": "the words said or reported",
    "modality": "how firmly it is said",
    "polarity": "negative where the content is denied",
    "direction": "whether it speaks of a rise or a fall",
    "quantities": "numbers with units",
    "said_at": "when it was said",
    "deadline": "by when it is to come true",
    "same_as": "statements that say the same",
    "duplicate_of": "the statement whose words this one repeats; counted once",
    "reply_to": "the statement that it answers",
    "cites": "the statement that it cites",
    "nested_in": "the statement that contains it",
    "proposition": "the question as text; whether a fact, the likely or the possible is asked; which words gave which part; what was set aside",
    "not_testable_because": "the reason where there is none",
    "nearest": "a question that could be asked instead",
    "cue_span": "where the cue stands",
    "about": "what an evaluation is about; the caption of a table's row",
    "narrator": "whether it is the article's own sentence, without a speaker",
    "answers": "where the question stands that it answers",
    "venue": "where it was said",
    "sentence": "where its sentence stands",
    "headline": "whether it stands in the headline",
    "outlet": "name of the outlet where the article says it",
    "context": "the country that the passage is about, where a register states it",
}
VERDICT = {
    "statements": "identifiers of all statements that ask it",
    "said": "the day of the words, where one is known",
    "as_of": "the cut-off: figures published up to this day are used",
    "question": "the question in its canonical text",
    "form": "the same as JSON, by the schema of questions",
    "asks": "what the words claim: that it comes about, that it may, that it is so",
    "claim": "the claim in plain words",
    "asked": "the question in plain words",
    "state": "whether a table or an outcome settles it, a likelihood answers it, or neither",
    "word": "true, false or too close to call; a likelihood word; or not answered",
    "settled": "what settles it; `since`: published after the cut-off",
    "then": "the answer as of the day said, beside the newest",
    "horizon": "year by which it is asked",
    "probability": "share of futures in which it comes true, 0 to 1",
    "interval": "5-95% over structural variants and parameters, never narrower than the sampling error",
    "sampling_error": "standard error from the number of futures",
    "likelihood": "the likelihood word with its number, no finer than the record of such answers allows",
    "among": "futures that the share is one of, where not all of them",
    "base_rate": "how often the very same thing happened before",
    "effect": "paired difference between the worlds with and without the cause",
    "effect_interval": "its 5-95%",
    "effect_unit": "unit of the effect",
    "effect_words": "the effect in words",
    "conditions": "boxes of the space of assumptions in which it would come true",
    "drivers": "assumptions that move it most",
    "by_variant": "probability by option of each structural axis",
    "otherwise": "the same by another definition, route or year",
    "track": "how answers of this kind with such a chance have come out, from the ledger",
    "evidence": "grade and why; whether the laws behind it were scored",
    "resolution": "the rule, the date, and how it stands where nothing is settled",
    "defaults": "what was put in where the words leave it open",
    "because": "how the answer comes about, in words",
    "record": "what the tables say beside an answer, in words",
    "caveat": "that the sign of an effect is that of a prior, where it is",
    "basis": "figures behind an open answer: what the quantity asked about stood at, then the newest inputs; value, period, day, age, address",
    "ages": "how old the figures are that the laws behind the answer start from, at the cut-off",
    "warnings": "what to know before quoting it",
}
RUN = {
    "version, python, packages": "versions of the program and of the libraries that numbers depend on",
    "machine": "fingerprint of processor kind and jaxlib for which bits are promised",
    "seed, futures, as_of, horizon": "the settings; `as_of`: the day of the futures that are kept",
    "asked_as_of, now, said, further": "the cut-off as asked for, the day of the newest figures then held, the day given for articles, the further days with their futures",
    "made": "the day on which it was run",
    "system, facts, assumptions, language_model": "digests (SHA-256) of everything that entered; your own tables of figures by path",
    "articles": "name, digest and what was found of each article (date, title, outlet, source), and why one was not read",
    "asked_model": "with a language model of your own: its name and address, its answers by request, how many of its statements were refused",
    "worlds": "the base world and the contrast worlds that the statements asked for",
    "stand_ins": "figures that were not known at the cut-off, and what stands in for them",
    "digests": "digests of both JSON files and of every array, which `overstretch rerun` compares",
}


def outputs_page() -> str:
    """Raises ValueError where a field has no meaning here, or a meaning has no field."""
    return "\n\n".join((
        "# Outputs", GENERATED,
        "`overstretch check` writes one folder, whole or not at all. Fields are only ever added; what is not computed is null, never "
        "invented. Types and accepted values: the JSON Schemas in `overstretch/claims/schemas`.",
        "## report.html", "One file without scripts that opens offline; see [The report](report.md).",
        "## statements.json", "A list of statements, in the order of the articles.", _fields(Statement, STATEMENT),
        "## verdicts.json", "A list of verdicts, each for all statements that ask the same.", _fields(Verdict, VERDICT),
        "## claimreview.jsonld",
        "A schema.org ClaimReview for each statement that an answer joins: without a rating while the claim is open or not answered; once it is settled "
        "a draft (`creativeWorkStatus`), with the word, the figure and its source, which a person has yet to sign.",
        "## futures.nc",
        "NetCDF-4, one group per world (`base` and each contrast world, paired by the position on the axis `future`). Kept for every future: "
        "event times, yearly series of the system, headline series by quarter and the allies' shares (base world), parameters and "
        "variants. All else as quantiles (5, 25, 50, 75, 95%). [Variables of the futures](futures.md) lists them. The root says what made the file, from what and when (attributes by ACDD 1.3).",
        '```python\nimport xarray as xr\n\nbase = xr.open_dataset("overstretch-out/futures.nc", group="base")\n'
        'base.core_share.sel(actor="POL", year=2035).quantile([0.05, 0.5, 0.95])\n```',
        "## run.json", "What is needed to repeat the run.",
        table(("fields", "meaning"), [(f"`{name}`", plain(meaning)) for name, meaning in RUN.items()]),
    )) + "\n"  # fmt: skip


def _fields(model: type[BaseModel], meanings: dict[str, str]) -> str:
    if set(meanings) != set(model.model_fields):
        raise ValueError(
            f"tools/docs_outputs.py: {model.__name__} differs by {sorted(set(meanings) ^ set(model.model_fields))}"
        )
    return table(("field", "meaning"), [(f"`{name}`", plain(meanings[name])) for name in model.model_fields])
