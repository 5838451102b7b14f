"""Text that came through the browser or the API, put where the library reads it; results kept for download."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from overstretch import jobs
from overstretch.app.work import Progress
from overstretch.errors import InputError
from overstretch.questions.check import understood
from overstretch.statements.reader import LONGEST_COPY

MOST_BYTES = 1_000_000
PREFIX = "overstretch-app-"
MOST_FUTURES = 20_480
MOST_QUESTIONS = 60
EXAMPLE = "example"
OUTPUTS = ("report.html", "statements.json", "verdicts.json", "futures.nc", "run.json")
_LONE = re.compile("[\ud800-\udfff]")
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
        if _LONE.search(order.text):
            raise InputError("text: holds half of a character (a lone surrogate); accepted: text in Unicode")
        if not order.text.strip():
            raise InputError("text: is empty; paste an article in English")
        size = len(order.text.encode("utf-8"))
        if size > MOST_BYTES:
            raise InputError(f"text: {size:,} bytes; accepted: up to {MOST_BYTES:,} bytes")
    if len(order.questions) > MOST_QUESTIONS:
        raise InputError(f"question: {len(order.questions)} of them; accepted: up to {MOST_QUESTIONS}")
    for asked in order.questions:
        understood(asked)
    if not _NAME.fullmatch(order.name) or len(order.name.encode("utf-8", "replace")) > LONGEST_COPY:
        raise InputError(
            f"name {order.name!r}: accepted: up to 100 letters, digits, spaces and . - _ ( ), at most {LONGEST_COPY} bytes"
        )
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
    with tempfile.TemporaryDirectory(prefix=_own()) as folder:
        path = Path(folder) / (order.name if order.name.endswith(".txt") else f"{order.name}.txt")
        path.write_text(order.text, encoding="utf-8")
        return jobs.check([path], **options)


def understand(text: str, article: bool, by: str | None, date: str | None) -> jobs.Explanation:
    """How a statement, or an article's text, is understood: `overstretch.jobs.explain` of the text itself, never of what it might name."""
    if _LONE.search(text + (by or "")):
        raise InputError("text: holds half of a character (a lone surrogate); accepted: text in Unicode")
    if not article:
        return jobs.explain(text, by=by, said=date, articles=False)
    with tempfile.TemporaryDirectory(prefix=_own()) as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        return jobs.explain([path], by=by, said=date, articles=True)


def _own() -> str:
    """How the folders of this process begin, so that the next one can tell those of a dead one."""
    return f"{PREFIX}{os.getpid()}-"


def sweep() -> None:
    """Remove the texts and results that processes left which were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        number = folder.name.removeprefix(PREFIX).partition("-")[0]
        try:
            if (
                number.isdecimal()
                and folder.stat(follow_symlinks=False).st_uid == os.getuid()
                and not _alive(int(number))
            ):
                shutil.rmtree(folder, ignore_errors=True)
        except (OSError, AttributeError):  # gone already; or Windows, which has no users by number
            continue


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True


class Shelf:
    """Folders of results for download, the last `most` of them, each under a name that cannot be guessed."""

    def __init__(self, most: int = 8) -> None:
        self.most = most
        self._root = Path(tempfile.mkdtemp(prefix=_own()))
        self._folders: OrderedDict[str, Path] = OrderedDict()
        self._lock = threading.Lock()

    def new(self) -> tuple[str, Path]:
        """A key and the folder that belongs to it; it takes nobody's place before `keep`."""
        key = secrets.token_urlsafe(16)
        return key, self._root / key

    def keep(self, key: str) -> None:
        """A finished result takes its place; the oldest folder goes when there are too many."""
        with self._lock:
            self._folders[key] = self._root / key
            over = [self._folders.popitem(last=False)[1] for _ in range(len(self._folders) - self.most)]
        for old in over:
            shutil.rmtree(old, ignore_errors=True)

    def find(self, key: str, name: str) -> Path | None:
        """The file of that name, or None where the key or the name is unknown."""
        folder = self._folders.get(key)
        path = folder / name if folder is not None and name in OUTPUTS else None
        return path if path is not None and path.is_file() else None

    def close(self) -> None:
        """Remove all results."""
        shutil.rmtree(self._root, ignore_errors=True)
