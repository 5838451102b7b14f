"""What is printed: nothing from outside acts on the terminal or is read as markup, and there is one door only."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from rich.table import Table
from rich.text import Text

import overstretch
from overstretch import terminal

SOURCE = Path(overstretch.__file__).parent
OUTSIDE = [
    "[red]title[/]",
    "[/nothing]",
    "[link=file:///etc]x[/link]",
    ":skull:",
    "a\x1b[2Jb",
    "a\x1b]0;title\x07b",
    "a\x9b31mb",
    "a\rb",
    "a\x08\x08b",
    "a\u202eb",
    "a\u2066b\u2069",
    "a\ud800b",
    "a\u00a0b",
    "a\x00b",
    "\\[bold]",
    "a\u200bb",
]


def acting(text: str) -> list[str]:
    return [c for c in text if not c.isprintable() and c not in "\n\t"]


@pytest.mark.parametrize("text", OUTSIDE, ids=ascii)
def test_words_from_outside_stay_words_wherever_they_stand(text):
    out = io.StringIO()
    console = terminal.console(file=out, width=60, force_terminal=False)
    table = Table(text, title=text, caption=text)
    table.add_row(text)
    table.add_row(Text(text))
    for shown in (text, Text(text), terminal.styled(text, "bold"), table):
        console.print(shown)
    printed = out.getvalue()
    assert acting(printed) == []
    for words in re.findall(r"\[red\]|\[/nothing\]|:skull:", text):
        assert printed.count(words) >= 6


@pytest.mark.parametrize("text", OUTSIDE, ids=ascii)
def test_a_line_is_plain(text, capsys):
    terminal.say(f"error: {text}", err=True)
    assert acting(capsys.readouterr().err) == []


@pytest.mark.parametrize("text", OUTSIDE, ids=ascii)
def test_json_on_a_terminal_has_the_same_values(text):
    shown = terminal.escaped(json.dumps({"title": text}, ensure_ascii=False))
    assert acting(shown) == [] and json.loads(shown) == {"title": text}


def test_nothing_is_printed_beside_the_door():
    door = re.compile(r"\btyper\.s?echo\(|(?<![\w.])print\(|\bConsole\(|click\.s?echo\(")
    beside = [
        f"{path.relative_to(SOURCE)}: {match[0]}"
        for room in ("cli", "report", "debt", "statements", "facts", "claims")
        for path in sorted((SOURCE / room).rglob("*.py"))
        for match in door.finditer(path.read_text("utf-8"))
        if "__main__" not in path.read_text("utf-8")
    ]
    assert beside == []
