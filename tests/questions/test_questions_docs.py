"""The pages on questions say what can be typed: every example on them is understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from overstretch.questions import question, write

DOCS = Path(__file__).parents[2] / "docs"
CALLS = re.compile(r"`((?:not )?[a-z_]+\([^`]*)`")


def _examples(page: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    found = [*CALLS.findall(text), *re.findall(r'--question "([^"]+)"', text)]
    return sorted(
        {
            q
            for q in found
            if "..." not in q and "..(" not in q and not q.startswith(("overstretch", "schema", "keep_", "hold_"))
        }
    )


@pytest.mark.parametrize("page", ["questions.md", "command-line.md"])
def test_examples_can_be_asked(page):
    examples = [q for q in _examples(page) if re.search(r"[<>=]|about|between|highest|^happens|^special|^not|^and", q)]
    assert examples
    for text in examples:
        asked = question(text)
        assert question(write(asked)) == asked, text
