"""The labelled questions beside the checkout are of the published form."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from overstretch.questions.form import schema

HERE = Path(__file__).parents[2]
FOLDER = next((at for at in (HERE / "shared/asks", HERE.parent / "shared/asks") if at.is_dir()), None)
FILES = ("sentences", "press_allies", "press_russia", "spoken", "articles", "articles_complete")


@pytest.mark.shared
@pytest.mark.parametrize("name", FILES)
def test_labelled_questions_are_of_the_published_form(name):
    if FOLDER is None or not (FOLDER / f"{name}.jsonl").exists():
        pytest.skip("the labelled sentences are not beside this checkout")
    validator = jsonschema.Draft202012Validator(schema())
    rows = [
        json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    asked = [
        (row["id"], q)
        for row in rows
        for q in (row.get("q"), *(row.get("also") or []), *(row.get("second") or []))
        if q
    ]
    wrong = [id for id, q in asked if not validator.is_valid(q)]
    assert len(asked) > 50 and not wrong
