"""Documents with the statements marked where they stand: ⟦speaker|content⟧, the speaker empty where it is the
narrator."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "documents"
MARK = re.compile(r"⟦(?P<speaker>[^|⟧]*)\|(?P<content>[^⟧]*)⟧")


def unmarked(marked: str) -> tuple[str, list[dict]]:
    """The text without its marks, and the labels with their spans."""
    text, labels, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        span = (len(text), len(text) + len(mark["content"]))
        labels.append(
            {"id": str(len(labels) + 1), "text": mark["content"], "span": span, "speaker": mark["speaker"] or None}
        )
        text, at = text + mark["content"], mark.end()
    return text + marked[at:], labels


def load() -> dict[str, tuple[str, list[dict]]]:
    return {path.stem: unmarked(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))}
