"""Speed and memory of the reader: words a second after loading, start-up, and memory over many short articles.

    python benchmarks/reader.py [ARTICLE ...]

Without articles the example that ships is read. Prints figures; asserts nothing."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from pathlib import Path

from overstretch.statements import example_path, link, read_each
from overstretch.statements.article.extract import extract
from overstretch.statements.syntax import language


def resident_megabytes(process: int | str = "self") -> float:
    """Resident memory of a process in MB (Linux)."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def main(paths: list[Path]) -> None:
    """Measure and print."""
    start = time.perf_counter()
    nlp, _ = language.load()
    print(f"loading the language model: {time.perf_counter() - start:.2f} s")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    words = sum(len(text.split()) for text in texts)
    extract(texts[0], "warm", nlp)
    rounds = max(1, 6000 // words)
    start, used = time.perf_counter(), time.process_time()
    for _ in range(rounds):
        for text in texts:
            with nlp.memory_zone():
                extract(text, "a", nlp)
    seconds = time.perf_counter() - start
    used = time.process_time() - used
    print(f"reading: {words * rounds / seconds:,.0f} words/s ({words * rounds:,} words in {seconds:.2f} s)")
    print(f"         {words * rounds / used:,.0f} words per second of processor time")
    folder(texts)


def folder(texts: list[str], articles: int = 500) -> None:
    """Read a folder of short articles through the worker; print its memory on the way."""
    from overstretch.statements.reading.worker import worker

    with tempfile.TemporaryDirectory() as name:
        for index in range(articles):
            text = texts[index % len(texts)]
            (Path(name) / f"{index:03d}.txt").write_text(
                f"{text}\nNumber {index} said the pledge {index}x was kept.\n", encoding="utf-8"
            )
        keeper = worker(language.MODEL)
        keeper.start()
        assert keeper.process is not None
        start, found = time.perf_counter(), []
        for index, (_, statements) in enumerate(read_each([name]), start=1):
            found.extend(statements)
            if index in (1, 50, 100, 250, articles):
                gc.collect()
                print(f"after {index:3d} articles: worker {resident_megabytes(keeper.process.pid):.0f} MB")
        print(f"folder: {articles} articles, {len(found)} statements in {time.perf_counter() - start:.1f} s")
        start = time.perf_counter()
        link(found[:3000], [])
        print(f"linking {min(3000, len(found))} statements: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or [example_path()])
