"""A language model beside the rules: as it is given, as a record kept it, what it found, and what the record keeps of
it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from overstretch.errors import InputError

if TYPE_CHECKING:
    from overstretch.statements import Reading
    from overstretch.statements.language_model.asking import Model
    from overstretch.statements.language_model.endpoint import Endpoint
    from overstretch.statements.language_model.second_reader import Refused

    LanguageModel = Endpoint | Model


def given_model(llm: LanguageModel | None) -> Model | None:
    """The model of an endpoint. Raises InputError for an address that is not accepted."""
    from overstretch.statements.language_model.asking import Model
    from overstretch.statements.language_model.endpoint import Endpoint, place

    if llm is None or isinstance(llm, Model):
        return llm
    if not isinstance(llm, Endpoint):
        raise InputError(
            f"llm {llm!r:.100}: accepted: statements.language_model.endpoint.Endpoint, "
            f"statements.language_model.asking.Model or None"
        )
    place(llm.url)
    return Model(llm.model, llm)


def recorded_model(record: dict[str, Any]) -> Model | None:
    """The language model of a record, with the answers that it gave. Raises InputError where they are damaged."""
    from overstretch.statements.language_model.asking import Model

    if "asked_model" not in record:
        return None
    held = record["asked_model"]
    try:
        return Model(held["name"], answers={str(k): str(v) for k, v in held["answers"].items()})
    except (TypeError, KeyError, AttributeError) as fault:
        raise InputError(f"the record's answers of the language model cannot be used: {fault!r}") from None


def as_read(source: Callable[[], Reading], model: Model | None, by_hand: bool) -> tuple[Reading, list[Refused]]:
    """A reading; of articles with a language model its statements, and what was refused of them."""
    reading = source()
    if model is None or by_hand:
        return reading, []
    from overstretch.statements.language_model.second_reader import read_with_model

    return read_with_model(reading, model)


def kept_of_model(model: Model | None, refused: Sequence[Refused]) -> dict[str, Any]:
    """What a record keeps of a language model: who it is, its answers, and how many of its statements were refused and
    why."""
    if model is None:
        return {}
    counts = dict(sorted(Counter(r.reason for r in refused).items()))
    return {
        "asked_model": model.identity | {"answers": model.used, "refused": counts, "unanswered": len(model.missing)}
    }
