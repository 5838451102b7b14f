"""Verdicts as JSON, and the JSON Schemas of `statements.json` and `verdicts.json` that ship with the package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from overstretch.claims.record import Verdict
from overstretch.errors import InputError
from overstretch.statements.document import Document
from overstretch.statements.output.export import claim_review
from overstretch.statements.record import Statement

SCHEMAS: dict[str, Any] = {"statements": list[Statement], "verdicts": list[Verdict]}  # file → what it holds
_DIGITS = 6


def to_json(verdicts: Iterable[Verdict]) -> str:
    """The content of `verdicts.json`: a list of verdicts, fields in their declared order, null where not computed."""
    plain = [v.model_dump(mode="json") for v in verdicts]
    return json.dumps(_rounded(plain), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _rounded(value: Any) -> Any:
    """Six significant digits: more would be noise, and the file stays the same to the byte."""
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    return [_rounded(v) for v in value] if isinstance(value, list) else value


_RATINGS = {"true": 5, "false": 1}  # of 1 to 5, as search engines read them; what is too close to call has no number


def to_claim_reviews(
    statements: Iterable[Statement], verdicts: Iterable[Verdict], documents: Iterable[Document]
) -> str:
    """The content of `claimreview.jsonld`: a schema.org ClaimReview for each statement that an answer joins.

    Without a rating while the claim is open or not answered, and as a draft with the figure and its source once it is
    settled.
    """
    by_id, by_name = {s.id: s for s in statements}, {d.name: d for d in documents}
    graph = [
        claim_review(by_id[name], by_name.get(by_id[name].doc), verdict.as_of, _rating(verdict))
        for verdict in verdicts
        for name in verdict.statements
        if name in by_id
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _rating(verdict: Verdict) -> dict[str, Any] | None:
    """A settled answer as the fields of a schema.org Rating."""
    if verdict.settled is None:
        return None
    settled = verdict.settled
    words = f"{settled.figure} ({settled.grade}; {settled.source}, published {settled.published})"
    made: dict[str, Any] = {"alternateName": settled.word.capitalize(), "ratingExplanation": words}
    value = _RATINGS.get(settled.word)
    return made if value is None else made | {"ratingValue": value, "bestRating": 5, "worstRating": 1}


def schema(name: str) -> dict[str, Any]:
    """The shipped JSON Schema of `statements` or `verdicts`."""
    if name not in SCHEMAS:
        raise InputError(f"no schema {name!r}; there are: {', '.join(SCHEMAS)}")
    return json.loads(files("overstretch.claims").joinpath(f"schemas/{name}.json").read_text(encoding="utf-8"))
