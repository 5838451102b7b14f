"""Text that came through the browser or the API, put where the library reads it; results kept for download."""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from overstretch import jobs
from overstretch.app.work import Progress
from overstretch.errors import InputError
from overstretch.questions.check import understood

MOST_BYTES = 1_000_000
MOST_FUTURES = 20_480
MOST_QUESTIONS = 60
EXAMPLE = "example"
OUTPUTS = ("report.html", "statements.json", "verdicts.json", "futures.nc", "run.json")
_NAME = re.compile(r"[\w][\w .()-]{0,99}")


@dataclass(frozen=True)
class Order:
    """What a check is asked to do. `text` None means the example article that ships with the project; with `questions` typed ones are answered instead."""

    text: str | None
    name: str = "article.txt"
    futures: int = jobs.DEFAULT_FUTURES
    seed: int = jobs.DEFAULT_SEED
    as_of: str = jobs.DEFAULT_AS_OF
    horizon: int | None = None
    questions: tuple[str | dict[str, Any], ...] = ()


def checked(order: Order) -> Order:
    """The order with a usable file name. InputError says which field is wrong and what is accepted."""
    if order.text is not None:
        if not order.text.strip():
            raise InputError("text: is empty; paste an article in English")
        size = len(order.text.encode("utf-8"))
        if size > MOST_BYTES:
            raise InputError(f"text: {size:,} bytes; accepted: up to {MOST_BYTES:,} bytes")
    if len(order.questions) > MOST_QUESTIONS:
        raise InputError(f"question: {len(order.questions)} of them; accepted: up to {MOST_QUESTIONS}")
    for asked in order.questions:
        understood(asked)
    if not _NAME.fullmatch(order.name):
        raise InputError(f"name {order.name!r}: accepted: up to 100 letters, digits, spaces and . - _ ( )")
    if not 1 <= order.futures <= MOST_FUTURES:
        raise InputError(f"futures {order.futures}: accepted here: 1 to {MOST_FUTURES:,}")
    jobs.check_options(order.futures, order.seed, order.horizon, jobs.checked_cutoff(order.as_of))
    return order


def perform(order: Order, progress: Progress, out: Path | None = None) -> jobs.CheckResult:
    """Run `overstretch.jobs.check` on the ordered text: the same function, and so the same numbers, as the library."""
    options: dict[str, Any] = {
        "futures": order.futures, "seed": order.seed, "as_of": order.as_of, "horizon": order.horizon,
        "out": out, "progress": progress,
    }  # fmt: skip
    if order.questions:
        return jobs.ask(question=order.questions, **options)
    if order.text is None:
        return jobs.check(EXAMPLE, **options)
    with tempfile.TemporaryDirectory(prefix="overstretch-") as folder:
        path = Path(folder) / (order.name if order.name.endswith(".txt") else f"{order.name}.txt")
        path.write_text(order.text, encoding="utf-8")
        return jobs.check([path], **options)


def understand(text: str, article: bool, by: str | None, date: str | None) -> jobs.Explanation:
    """How a statement, or an article's text, is understood: `overstretch.jobs.explain` of the text itself, never of what it might name."""
    if not article:
        return jobs.explain(text, by=by, said=date, articles=False)
    with tempfile.TemporaryDirectory(prefix="overstretch-") as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        return jobs.explain([path], by=by, said=date, articles=True)


class Shelf:
    """Folders of results for download, the last `most` of them, each under a name that cannot be guessed."""

    def __init__(self, most: int = 8) -> None:
        self.most = most
        self._root = Path(tempfile.mkdtemp(prefix="overstretch-results-"))
        self._folders: OrderedDict[str, Path] = OrderedDict()

    def new(self) -> tuple[str, Path]:
        """A key and the folder that belongs to it; the oldest folder goes when there are too many."""
        key = secrets.token_urlsafe(16)
        self._folders[key] = self._root / key
        while len(self._folders) > self.most:
            _, old = self._folders.popitem(last=False)
            shutil.rmtree(old, ignore_errors=True)
        return key, self._root / key

    def find(self, key: str, name: str) -> Path | None:
        """The file of that name, or None where the key or the name is unknown."""
        folder = self._folders.get(key)
        path = folder / name if folder is not None and name in OUTPUTS else None
        return path if path is not None and path.is_file() else None

    def close(self) -> None:
        """Remove all results."""
        shutil.rmtree(self._root, ignore_errors=True)
