"""What stands on the desk: readings and answers by their keys, each with its folder, the last ones of each kind."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from overstretch.answers.spec import spec
from overstretch.app import tasks, worlds
from overstretch.app.bench import MOST_MEMORY, SHARE, Bench, memory_alone
from overstretch.app.orders import Given, Order, file_of, without_data
from overstretch.app.work import Busy, Job, Workshop
from overstretch.statements.reading.by_hand import Entry

PREFIX = "overstretch-app-"
MOST = 12  # finished ones of each kind that are kept
OUTPUTS = {  # the files of an answer, and what they are called
    "report.html": "the report",
    "statements.json": "statements",
    "verdicts.json": "answers",
    tasks.TABLE_CSV: "answers as a table",
    tasks.TABLE_XLSX: "answers for Excel",
    "claimreview.jsonld": "ClaimReview",
    "futures.nc": "the futures",
    tasks.QUESTIONS: "the questions",
    "run.json": "the record",
}


@dataclass
class Reading:
    """How something is understood, and what the user changes in it: statements left out, questions set by hand."""

    key: str
    given: Given
    folder: Path
    job: Job
    asked: dict[str, Any] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    questions: dict[tuple[str, int], str] = field(default_factory=dict)

    @property
    def result(self) -> dict[str, Any] | None:
        return _value(self.job)

    def wanted(self) -> tuple[Entry, ...] | None:
        """What is asked, where the user changed something; None where all stands as it was read."""
        found = self.result
        if found is None or not (self.left_out or self.questions):
            return None
        days = {d["name"]: d["date"] for d in found["documents"]}
        outlets = {d["name"]: d["outlet"] or d["title"] for d in found["documents"]}
        return tuple(
            entry
            for one in found["explained"]
            if one["id"] not in self.left_out
            for entry in self._entries(one, days.get(one["doc"]), outlets.get(one["doc"]))
        )

    def _entries(self, one: dict[str, Any], day: str | None, outlet: str | None) -> list[Entry]:
        read = [(q["question"], q["asks"]) for q in one["asked"]] or [(None, None)]
        made = []
        for place, (question, asks) in enumerate(read):
            own = self.questions.get((one["id"], place))
            if not (own or question):
                continue
            said = one["date"] if one["date"] and len(one["date"]) == 10 else day
            speaker = " ".join((one["speaker"] or "").split())[:200] or None
            fields = {"text": one["text"], "question": own or question, "asks": None if own else asks}
            about = {"speaker": speaker, "date": said and said[:10], "outlet": (outlet or "")[:200] or None}
            made.append(Entry.model_validate(fields | about))
        return made


@dataclass
class Answer:
    """An order under way or done. early: cards that are ready; reading: the key of the reading it came from."""

    key: str
    order: Order
    folder: Path
    job: Job
    reading: str | None = None
    early: list[str] = field(default_factory=list)

    @property
    def result(self) -> dict[str, Any] | None:
        return _value(self.job)


def _value(job: Job) -> Any:
    return job.result.result() if job.finished and job.result.exception() is None else None


class Desk:
    """Takes readings and orders, each under a key that cannot be guessed. `reading` and `answering`: the queues and
    their processes."""

    def __init__(self, reading: tuple[Workshop, Bench], answering: tuple[Workshop, Bench], most: int = MOST) -> None:
        self.reading, self.answering, self.most = reading, answering, most
        self._root = Path(tempfile.mkdtemp(prefix=own_prefix()))
        self._kept: OrderedDict[str, Reading | Answer] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, given: Given, asked: dict[str, Any] | None = None) -> Reading:
        """A reading under way; `asked`: what the user wants of it later. Raises Busy."""
        key, folder = self._place()
        shop, bench = self.reading
        try:
            tasks.put_down(given, folder)
            job = shop.submit(lambda progress: bench.do(tasks.read, without_data(given), folder, progress=progress))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return self._keep(Reading(key, without_data(given), folder, job, asked or {}))

    def answer(self, order: Order, source: Reading | None = None) -> Answer:
        """An answer under way. source: the reading whose file the order reads. Raises Busy."""
        key, folder = self._place()
        shop, bench = self.answering
        early: list[str] = []
        plain = Order(without_data(order.given), **order.options)
        _room(order.futures, _needed_to_check)
        try:
            folder.mkdir(parents=True)
            if source is not None and order.given.kind == "article":
                shutil.copyfile(source.folder / order.given.name, folder / order.given.name)
            else:
                tasks.put_down(order.given, folder)
            job = shop.submit(
                lambda progress: bench.do(tasks.answer, plain, folder, progress=progress, told=early.append)
            )
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return self._keep(Answer(key, plain, folder, job, source.key if source else None, early))

    def records(self, order: Order, task: Any = tasks.records) -> Job:
        """A job whose value is plain data and of which nothing is kept. Raises Busy."""
        shop, bench = self.reading if task is tasks.read else self.answering
        first = without_data(order.given) if task is tasks.read else Order(without_data(order.given), **order.options)
        _, folder = self._place()
        if task is tasks.records:
            _room(order.futures, _needed_to_check)

        def work(progress: Any) -> Any:
            try:
                tasks.put_down(order.given, folder)
                return bench.do(task, first, folder, progress=progress)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

        return shop.submit(work)

    def standing(self, options: dict[str, Any], task: Any = tasks.one_of_twelve) -> Job:
        """One of the twelve standing questions; the job's value is what the task gives. Raises Busy, and InputError for
        no such question."""
        shop, bench = self.answering
        _room(options.get("futures") or spec(options["name"]).futures, _needed_to_answer)
        return shop.submit(lambda progress: bench.do(task, options, progress=progress))

    def begin(self) -> None:
        """Set both processes off, so that they are ready when they are needed."""
        for _, bench in (self.reading, self.answering):
            threading.Thread(target=bench.start, daemon=True).start()

    def find(self, key: str, kind: type) -> Any:
        """The reading or the answer of that key; None where there is none, or no more."""
        found = self._kept.get(key)
        return found if isinstance(found, kind) else None

    def file(self, key: str, name: str) -> Path | None:
        """A file of an answer, or of what it was asked of; None where the key or the name is unknown."""
        found = self._kept.get(key)
        if not isinstance(found, Answer):
            return None
        if name in OUTPUTS:
            path = found.folder / "out" / name
        elif name == file_of(found.order.given):
            path = found.folder / name
        else:
            return None
        return path if path.is_file() else None

    def close(self) -> None:
        """End the processes, remove everything."""
        for shop, bench in (self.reading, self.answering):
            shop.close()
            bench.close()
        shutil.rmtree(self._root, ignore_errors=True)

    def _place(self) -> tuple[str, Path]:
        key = secrets.token_urlsafe(16)
        return key, self._root / key

    def _keep(self, made: Any) -> Any:
        """The new one stays; of the finished ones of its kind the oldest go. One that runs or waits never goes."""
        with self._lock:
            self._kept[made.key] = made
            done = [k for k, one in self._kept.items() if isinstance(one, type(made)) and one.job.finished]
            failed = [k for k in done if self._kept[k].result is None]
            good = [k for k in done if self._kept[k].result is not None]
            over = [*failed[: max(0, len(failed) - self.most)], *good[: max(0, len(good) - self.most + 1)]]
            old = [self._kept.pop(key) for key in over]
        for one in old:
            shutil.rmtree(one.folder, ignore_errors=True)
        return made


def _room(futures: int, needed: Callable[[int], float]) -> None:
    """Raises Busy where the futures ordered would take the app beyond its memory; runs held for levers give way before
    that."""
    while needed(futures) > _free() and worlds.give_way():
        pass
    if needed(futures) > (free := _free()):
        fits = [number for number in (1_024, 2_048, 4_096, 8_192) if number < futures and needed(number) <= free]
        advice = f"try {fits[-1]:,} or fewer" if fits else "try again later"
        raise Busy(f"{futures:,} futures need about {needed(futures):.1f} GB of memory, {SHARE}; {advice}")


def _free() -> float:
    """GB that the app itself leaves to its processes."""
    return (MOST_MEMORY - memory_alone()) / 2**30


def _needed_to_check(futures: int) -> float:
    """GB that a check takes, from above, as measured with the example article and its twelve contrast worlds."""
    paired = min(futures, 2_048)
    return 0.65 + 0.44 * paired / 1_024 + 0.05 * (futures - paired) / 1_024


def _needed_to_answer(futures: int) -> float:
    """GB that one of the twelve answers takes, from above, as measured: it has no contrast worlds beside it."""
    return 0.8 + 0.05 * futures / 1_024


def own_prefix() -> str:
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
