"""A stand-in for the jobs that simulate, loaded in the process of the long jobs: the made-up reading of the report's
tests and toy
futures, so that the app is tested without a simulation. Reading is real. The real jobs are tested where they live."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from overstretch.app.desk import Desk

for room in ("claims", "report"):
    sys.path.insert(0, str(Path(__file__).parents[1] / room))

WORLDS = ["keep_pledge()", "hold_burden(2024)", "sustain_rus_burden()", "rus_burden(2021)"]
SLOW = "Wait for it."  # a text that begins so takes long, after its first card
REFUSED = "Refuse it."


class Lasting(Desk):
    """A desk whose process outlives it."""

    def close(self):
        for shop, _ in (self.reading, self.answering):
            shop.close()


def made_up():
    """The made-up result."""
    import sample
    from synthetic import synthetic_futures

    from overstretch import facts, jobs

    known = facts.load().as_of("2025-07-03")
    futures = synthetic_futures(256, WORLDS, seed=1)
    return jobs.CheckResult(sample.STATEMENTS, sample.VERDICTS, sample.DOCUMENTS, futures, known, sample.RUN)


def prepare():
    """Replace `jobs.check` and `jobs.ask`; the record says how they were called."""
    from dataclasses import replace

    from toy_worlds import toy_answer

    from overstretch import answers, jobs
    from overstretch.errors import InputError
    from overstretch.jobs.output import write_check

    held = made_up()

    def answered(text, asked, out, progress, answered):
        progress("read", 0.0)
        if text.startswith(REFUSED):
            raise InputError(f"{asked['what']}: is not English; --as-of takes a day")
        progress("simulate", 0.5)
        if answered is not None:
            answered(held.statements, held.documents, held.verdicts[0])
        while text.startswith(SLOW):
            progress("simulate", 0.5)
            time.sleep(0.05)
        result = replace(held, run=held.run | {"called": asked})
        return write_check(result, Path(out)) if out is not None else result

    def check(articles, *, out=None, progress, answered=None, **options):
        (article,) = articles
        text = Path(article).read_text(encoding="utf-8") if isinstance(article, Path) else article
        return shown(text, {"what": str(article), "text": text, **options}, out, progress, answered)

    def ask(text=None, *, register=None, out=None, progress, answered=None, **options):
        asked = Path(register).read_text(encoding="utf-8") if register is not None else None
        return shown(text or "", {"what": "asked", "text": text, "register": asked, **options}, out, progress, answered)

    shown = answered
    jobs.check, jobs.ask = check, ask
    answers.answer = toy_answer


def double(number, tell):
    """A task: told on its way, then done."""
    tell("progress", ("simulate", 0.5))
    tell("card", "a card")
    return 2 * number


def refuse(tell):
    from overstretch.errors import InputError

    raise InputError("no such thing")


def fail(tell):
    raise KeyError("a fault of ours")


def sleep(tell):
    time.sleep(60)


def die(tell):
    import os

    os._exit(3)


def grow(megabytes, tell):
    """A task that leaves memory behind."""
    grow.held = bytearray(b"x" * (megabytes * 1_000_000))


def process(tell):
    import os

    return os.getpid()


def nothing():
    """What a process prepares that does tasks of this module only."""
