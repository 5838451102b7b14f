"""Fuzz the reader with atheris for a bounded time: no crash, no hang, offsets that index the original text.

    pip install atheris            (CPython on Linux or macOS; not a dependency of the project)
    python benchmarks/fuzz_reader.py --seconds 60
    python benchmarks/fuzz_reader.py FILE      (one input that was found before)

Every input goes through decoding, cleaning, quotation marks, the grammars of quantities and dates, Markdown, the check
of a language model's answer, and the whole extraction with the parser. The run ends with exit code 0, or at the first
fault with its input in the working folder (crash-..., timeout-...).
"""

from __future__ import annotations

import argparse
import sys
from datetime import date

try:
    import atheris
except ImportError:
    sys.exit("this script needs atheris: pip install atheris")

with atheris.instrument_imports(include=["overstretch.statements"]):
    from overstretch.errors import InputError
    from overstretch.statements import Document, link
    from overstretch.statements.article.extract import extract
    from overstretch.statements.article.sentences import sentences
    from overstretch.statements.language_model.second_reader import Refused, _listed, _statement
    from overstretch.statements.mentions.dates import dates
    from overstretch.statements.mentions.quantities import quantities
    from overstretch.statements.output.export import to_csv, to_json
    from overstretch.statements.output.view import page
    from overstretch.statements.sources.files import decoded
    from overstretch.statements.sources.formats import from_markdown
    from overstretch.statements.syntax import language
    from overstretch.statements.text.paragraphs import clean, paragraphs

WORDS = [
    "Anna Nowak said ",
    "according to ",
    "who said ",
    "warned that ",
    "NATO leaders ",
    "Russia ",
    "will ",
    "could ",
    "not ",
    "cut ",
    "defence spending ",
    "by 2035 ",
    "within five years ",
    "5% of GDP ",
    "$50 billion ",
    "next year ",
    ". ",
    ", ",
    "\n",
    "\n\n",
    "“",
    "”",
    '"',
    "'",
    "’",
    ": ",
    " - ",
    "<b>",
    "\u202e",
    "\x00",
    "ſ",
    "İ",
    "…",
    "He ",
    "denied ",
    "these claims ",
    "described ",
    "as ",
]
WHEN = date(2025, 7, 3)
NLP = language.load()[0]


def text_of(data: bytes) -> str:
    """Half of the inputs are bytes as they come, half are made of the words that the reader looks for."""
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeBool():
        return decoded(provider.ConsumeBytes(provider.remaining_bytes()), "fuzz")
    parts = []
    while provider.remaining_bytes() > 1:
        chosen = provider.ConsumeIntInRange(0, 2 * len(WORDS))
        parts.append(WORDS[chosen] if chosen < len(WORDS) else provider.ConsumeUnicodeNoSurrogates(4))
    return decoded("".join(parts).encode(), "fuzz")


def indexed(found: list, text: str) -> None:
    """Every content stands where its spans say."""
    for s in found:
        assert s.content == " ".join(" ".join(text[a:b].split()) for a, b in s.spans), s
        assert all(0 <= a < b <= len(text) for a, b in s.spans), s


def one_input(data: bytes) -> None:
    """What must hold for any bytes."""
    try:
        text = text_of(data)
    except InputError:
        return
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    for para in paragraphs(cleaned):
        assert 0 <= para.start < para.end <= len(text)
    for q in quantities(text):
        assert text[q.span[0] : q.span[1]].strip() == q.text
    for item in dates(text, WHEN):
        assert 0 <= item.start < item.end <= len(text)
    from_markdown(text)
    document = Document(name="fuzz", text=text)
    with NLP.memory_zone():
        found = extract(text, "fuzz", NLP, WHEN)
        asked = sentences(text, "fuzz", NLP, WHEN)
    indexed(found, text)
    indexed(asked, text)
    linked = link(found, [document])
    assert to_json(linked) and to_csv(linked) and "<b>" not in page(linked, [document])
    try:
        for raw in _listed(text, "fuzz")[:5]:
            _statement(raw, document, WHEN, {}, set())
    except InputError:
        pass
    made = _statement({"content": text[: len(text) // 2]}, document, WHEN, {}, set())
    indexed([] if isinstance(made, Refused) else [made], text)


def main() -> None:
    """Read the arguments and fuzz."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60, help="how long")
    parser.add_argument("--seed", type=int, default=1, help="seed of the mutations")
    parser.add_argument("input", nargs="*", help="inputs to try once, instead of fuzzing")
    given = parser.parse_args()
    options = [sys.argv[0], *given.input]
    if not given.input:
        options += [
            f"-max_total_time={given.seconds}",
            f"-seed={given.seed}",
            "-max_len=2000",
            "-len_control=0",
            "-timeout=20",
            "-print_final_stats=1",
        ]
    atheris.Setup(options, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
