"""Loads the development set: texts and gold statements with offsets computed from the quoted content."""

from __future__ import annotations

import re
from pathlib import Path

from overstretch.statements.scoring.score import Gold

FOLDER = Path(__file__).parent / "devset"


def load(part: str) -> list[tuple[str, str, list[Gold]]]:
    """Name, text and gold statements of every article of the files `part`_*.txt."""
    articles = []
    for path in sorted(FOLDER.glob(f"{part}_*.txt")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, rest = block.split("\n", 1)
            text, marks = rest.split("\n---\n")
            gold = []
            for line in filter(None, marks.split("\n")):
                form, mention, canonical, content = (part.strip() for part in line.split("|"))
                spans = _spans(text, content, name)
                gold.append(Gold(name, form, spans, mention or None, canonical or None))
            articles.append((name, text, gold))
    return articles


def _spans(text: str, content: str, name: str) -> list[tuple[int, int]]:
    spans = []
    for piece in content.split(" ++ "):
        if " … " in piece:
            head, tail = piece.split(" … ")
            start = _place(text, head)
            if start < 0:
                raise ValueError(f"{name}: '{head}' is not in the text")
            end = text.index(tail, start) + len(tail)
            spans.append((start, end))
        else:
            start = _place(text, piece)
            if start < 0:
                raise ValueError(f"{name}: '{piece}' is not in the text")
            inner = re.search(r"\[(.+?)\]", piece)
            spans.append((start, start + len(inner.group(1) if inner else piece)))
    return spans


def _place(text: str, piece: str) -> int:
    """Where a piece stands first as whole words, or -1; in "off the [plan] as" only the part in brackets is meant."""
    inner = re.search(r"\[(.+?)\]", piece)
    plain = piece.replace("[", "").replace("]", "") if inner else piece
    found = re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", text)
    if found is None:
        return -1
    return found.start() + (inner.start() if inner else 0)
