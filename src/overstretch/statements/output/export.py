"""Statements as JSON, JSON Lines, CSV and schema.org JSON-LD."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from overstretch.facts.cells import disarmed
from overstretch.statements.across.differences import clusters, differences
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

COLUMNS = [
    "id",
    "doc",
    "start",
    "end",
    "speaker",
    "mention",
    "addressee",
    "via",
    "cue",
    "form",
    "force",
    "content",
    "modality",
    "polarity",
    "direction",
    "quantities",
    "said_at",
    "deadline",
    "same_as",
    "duplicate_of",
    "reply_to",
    "cites",
    "nested_in",
    "question",
    "not_testable_because",
]


def to_json(statements: Iterable[Statement]) -> str:
    """A list of statements as `statements.json` has it."""
    return _json([s.model_dump(mode="json") for s in statements], indent=1)


def differences_json(statements: Sequence[Statement]) -> str:
    """Every group of the same statement in several accounts, and where the accounts differ."""
    groups = [
        {"statements": [s.id for s in group], "differences": [d.model_dump(mode="json") for d in differences(group)]}
        for group in clusters(statements)
    ]
    return _json(groups, indent=1)


def to_jsonl(statements: Iterable[Statement]) -> str:
    """One statement a line."""
    return "".join(_json(s.model_dump(mode="json")) for s in statements)


def _json(made: Any, indent: int | None = None) -> str:
    return json.dumps(made, ensure_ascii=False, allow_nan=False, indent=indent) + "\n"


def to_csv(statements: Iterable[Statement]) -> str:
    """One row a statement; lists joined by "; "."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for s in statements:
        row = {
            **s.model_dump(mode="json", exclude={"spans", "speaker", "quantities", "said_at", "deadline", "same_as"}),
            "start": s.spans[0][0],
            "end": s.spans[-1][1],
            "speaker": s.speaker.canonical if s.speaker else "",
            "mention": s.speaker.mention if s.speaker else "",
            "quantities": "; ".join(f"{q.value:g} {q.unit}" for q in s.quantities),
            "said_at": (s.said_at.date or s.said_at.text) if s.said_at else "",
            "deadline": (s.deadline.date or s.deadline.text) if s.deadline else "",
            "same_as": "; ".join(s.same_as),
            "question": s.proposition.question if s.proposition else "",
        }
        writer.writerow([disarmed(cell) if isinstance(cell := row[name], str) else cell for name in COLUMNS])
    return out.getvalue()


def to_jsonld(statements: Sequence[Statement], documents: Sequence[Document]) -> str:
    """schema.org: a Claim for every statement with its appearance; ClaimReviews stand in `claims.told.export`."""
    by_name = {document.name: document for document in documents}
    graph = [_claim(s, by_name.get(s.doc)) for s in statements if s.duplicate_of is None]
    return _json({"@context": "https://schema.org", "@graph": graph}, indent=1)


def _claim(s: Statement, document: Document | None) -> dict[str, Any]:
    article: dict[str, Any] = {"@type": "NewsArticle", "name": s.doc}
    if document is not None:
        outlet = {"@type": "Organization", "name": document.outlet} if document.outlet else None
        article |= _given(headline=document.title, datePublished=document.date, publisher=outlet)
    claim: dict[str, Any] = {"@type": "Claim", "@id": f"#{s.id}", "text": s.content, "appearance": article}
    return claim | _given(
        author=[_author(name) for name in s.speaker.canonical.split("; ")] if s.speaker is not None else None,
        dateCreated=s.said_at.date if s.said_at is not None else None,
        sameAs=[f"#{other}" for other in s.same_as],
        citation=[f"#{other}" for other in (s.reply_to, s.cites) if other],
    )


def _given(**fields: Any) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value}


def _author(name: str) -> dict[str, str]:
    words = name.split()
    named = len(words) in (2, 3, 4) and all(word[:1].isupper() for word in words)
    person = named and words[0] not in ("European", "United", "Bank")
    return {"@type": "Person" if person else "Organization", "name": name}


def claim_review(
    statement: Statement, document: Document | None, day: str, rating: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A schema.org ClaimReview of a statement, made on `day`; without a rating while nothing is settled.

    rating: the fields of a schema.org Rating. With one the review is a draft, which a person has yet to sign.
    """
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": statement.content,
        "datePublished": day,
        "author": {"@type": "SoftwareApplication", "name": "Overstretch"},
        "itemReviewed": _claim(statement, document),
    }
    if rating is not None:
        review |= {"creativeWorkStatus": "Draft", "reviewRating": {"@type": "Rating", **rating}}
    return review
