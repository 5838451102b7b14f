"""The page on questions says what can be typed: every example on it is understood."""

from __future__ import annotations

import re
from pathlib import Path

from overstretch.questions import question, write

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
CALLS = re.compile(r"`((?:not )?[a-z_]+\([^`]*)`")


def _examples() -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    found = [*CALLS.findall(text), *re.findall(r'--question "([^"]+)"', text)]
    return sorted(
        {
            q
            for q in found
            if "..." not in q and "..(" not in q and not q.startswith(("overstretch", "schema", "keep_", "hold_"))
        }
    )


def test_examples_can_be_asked():
    examples = [q for q in _examples() if re.search(r"[<>=]|about|between|highest|^happens|^special|^not|^and", q)]
    assert examples
    for text in examples:
        asked = question(text)
        assert question(write(asked)) == asked, text
