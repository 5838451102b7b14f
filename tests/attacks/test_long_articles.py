"""The long attack, first part: mutated articles. By name: pytest -s -m slow tests/attacks/test_long_articles.py."""

from __future__ import annotations

import json
import random
import re
import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from long import number, told

from overstretch.claims.compiler import compile_statements
from overstretch.statements import Reading, read
from overstretch.statements.output import export
from overstretch.statements.reading.reader import example_path
from overstretch.statements.reading.worker import LIMIT

pytestmark = pytest.mark.slow
BATCH = 50
PIECES = [
    "9" * 400,
    "\u202e",
    "\x1b[2J",
    "[/red]",
    "\ufffd",
    "\x00",
    "2025-02-30",
    "12025",
    "((((",
    "“",
    "”",
    "\u2028",
    "\r",
    "é" * 300,
    "0.0001%",
    "trillion " * 50,
    "within 99999 years",
    "by 0000",
    "said said said",
    "\n\n\n",
    "-",
    "%",
    "$",
    "https://[::1/",
    "<script>",
    "=1+1",
    "---\n",
    "date: 9999-12-31\n",
    "İ",
    "\u0301" * 40,
    "\ud7ff",
    "\U0010ffff",
    "<table><tr>",
    "&#0;",
    "]]>",
    "Q: ",
    "10.5 to 3",
    "-0%",
    "1e400",
]


def seeds() -> list[str]:
    """The paragraphs of the example, and the articles that broke something once."""
    held = tomllib.loads(Path(__file__).with_name("articles.toml").read_text("utf-8"))["article"]
    return [
        *re.split(r"\n\s*\n", example_path().read_text("utf-8")),
        *(row["text"].replace("{400}", "9" * 400) for row in held),
    ]


def mutated(text: str, rng: random.Random) -> str:
    """The text with some pieces put in, taken out, doubled or turned round."""
    for _ in range(rng.randint(1, 12)):
        at, to = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + rng.choice((1, 10, 200)))
        text = (
            rng.choice(
                [
                    text[:at] + rng.choice(PIECES) + text[at:],
                    text[:at] + text[to:],
                    text[:to] + text[at:],
                    text[:at] + text[at:to][::-1] + text[to:],
                ]
            )
            or "x"
        )
    return text


def damaged(data: bytes, rng: random.Random) -> bytes:
    """The bytes with some of them changed or cut off."""
    held = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        held[rng.randrange(len(held))] = rng.randrange(256)
    return bytes(held[: rng.randint(1, len(held))] if rng.random() < 0.2 else held)


def article(rng: random.Random, texts: list[str]) -> tuple[str, bytes]:
    """An ending and the bytes of an article: one or two pieces of text, mutated as text, one in eight as bytes too."""
    text = mutated("\n\n".join(rng.choice(texts) for _ in range(rng.randint(1, 2))), rng)
    ending = rng.choices((".txt", ".md", ".html"), (8, 1, 1))[0]
    if ending == ".html":
        text = mutated(f"<html><title>A</title><body><p>{text.replace(chr(10), '</p><p>')}</p></body></html>", rng)
    data = text.encode("utf-8", "surrogatepass")
    return ending, damaged(data, rng) if rng.random() < 1 / 8 else data


def checked(reading: Reading, count: Counter[str]) -> None:
    """Every document is read or says why not; offsets lead into its text, and all that is written of it is JSON."""
    texts = {document.name: document.text for document in reading.documents}
    for document in reading.documents:
        said = document.skipped or ""
        assert not re.search(r"reading failed|ended unexpectedly|took longer|Traceback", said), (document.name, said)
        count["skipped" if said else "read"] += 1
    found = compile_statements(reading.statements, reading.documents)
    for statement in found:
        text = texts[statement.doc]
        assert all(0 <= a < b <= len(text) for a, b in statement.spans), statement
        assert statement.content == " ".join(" ".join(text[a:b].split()) for a, b in statement.spans), statement
        for quantity in statement.quantities:
            assert text[slice(*quantity.span)].split() == quantity.text.split(), quantity
        count["statements"] += 1
    for written in (
        export.to_json(found),
        *export.to_jsonl(found).split("\n")[:-1],
        export.to_jsonld(found, reading.documents),
    ):
        json.loads(written.encode("utf-8"), parse_constant=lambda name: pytest.fail(name))


def test_mutated_articles_end_as_statements_or_reasons(tmp_path):
    rng, texts, count, slowest = random.Random(1), seeds(), Counter[str](), 0.0
    for start in range(0, number(4_000), BATCH):
        folder = tmp_path / str(start)
        folder.mkdir()
        for at in range(start, min(start + BATCH, number(4_000))):
            ending, data = article(rng, texts)
            (folder / f"{at:04d}{ending}").write_bytes(data)
        began = time.monotonic()
        checked(read(sorted(folder.iterdir())), count)
        slowest = max(slowest, (time.monotonic() - began) / BATCH)
        told(
            f"articles {count['read']} read, {count['skipped']} refused with a reason, {count['statements']} statements"
        )
    assert slowest < LIMIT
    told(f"articles: done; the slowest {BATCH} took {slowest:.2f} s each")
