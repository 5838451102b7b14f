"""Verdicts as JSON, and the JSON Schemas of `statements.json` and `verdicts.json` that ship with the package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from overstretch.claims.record import Verdict
from overstretch.errors import InputError
from overstretch.statements.record import Statement

_RECORDS: dict[str, Any] = {"statements": list[Statement], "verdicts": list[Verdict]}
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


def make_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of `statements` or `verdicts`, generated from the records."""
    if name not in _RECORDS:
        raise InputError(f"no schema {name!r}; there are: {', '.join(_RECORDS)}")
    made = TypeAdapter(_RECORDS[name]).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{name}.json", **made}


def schema(name: str) -> dict[str, Any]:
    """The shipped JSON Schema of `statements` or `verdicts`."""
    if name not in _RECORDS:
        raise InputError(f"no schema {name!r}; there are: {', '.join(_RECORDS)}")
    return json.loads(files("overstretch.claims").joinpath(f"schemas/{name}.json").read_text(encoding="utf-8"))


def write_schemas(folder: Path) -> None:
    """Write the schemas anew after a change of a record (a test compares them with the records)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in _RECORDS:
        (folder / f"{name}.json").write_text(json.dumps(make_schema(name), indent=2) + "\n", encoding="utf-8")
