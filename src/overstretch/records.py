"""The form of a run's record: what `rerun` takes from run.json, checked field by field before anything is done with
it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, ValidationError

from overstretch.errors import InputError

Text = StrictStr | None


class _Part(BaseModel):
    model_config = ConfigDict(extra="allow")


class _Article(_Part):
    name: StrictStr = Field(min_length=1)
    skipped: Text
    title: Text = None
    date: Text = None
    outlet: Text = None
    author: Text = None
    source: Text = None
    sha256: Text = None
    encoding: Text = None


class _System(_Part):
    source: StrictStr


class _Facts(_Part):
    files: list[StrictStr]


class _Digests(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, StrictStr]

    arrays: dict[StrictStr, StrictStr]


class _Model(_Part):
    name: StrictStr
    answers: dict[StrictStr, StrictStr]


class Record(_Part):
    """What a record must hold to be repeated; further fields tell of the run and are not used."""

    futures: StrictInt
    seed: StrictInt
    as_of: StrictStr
    asked_as_of: StrictStr
    now: StrictStr = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    horizon: StrictInt | None
    off: list[StrictStr] = []
    system: _System
    facts: _Facts
    articles: list[_Article]
    digests: _Digests
    asked: list[dict[StrictStr, Any]] | None = None
    asked_model: _Model | None = None


def checked(
    held: Any, place: object, form: type[BaseModel] = Record, what: str = "record of a check"
) -> dict[str, Any]:
    """The record as it was read, where it has the form. Raises InputError with the first fault in one line."""
    try:
        form.model_validate(held)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        needed = ", ".join(name for name, about in form.model_fields.items() if about.is_required())
        raise InputError(f"{place}: not the {what}: {where}: {first['msg'].lower()}; it needs {needed}") from None
    return held
