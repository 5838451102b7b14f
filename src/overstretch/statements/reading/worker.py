"""The process that reads untrusted texts, and its keeper: a worker that takes too long is killed.

The work is done by libraries in C that no timer can interrupt, so it runs in a process of its own; jobs and answers
are lines of JSON."""

from __future__ import annotations

import atexit
import base64
import gc
import json
import queue
import subprocess
import sys
import threading
from dataclasses import asdict
from datetime import date
from typing import Any

from overstretch.errors import InputError

LIMIT = 60.0
START = 180.0
LONGEST = 86_400  # seconds: a day


def checked_limit(seconds: float) -> None:
    """Raises InputError unless these are seconds that a process can wait."""
    if not (isinstance(seconds, (int, float)) and 0 < seconds <= LONGEST):
        raise InputError(f"The time limit is {seconds} seconds. Accepted: a number above 0, up to {LONGEST:,}.")


class Worker:
    """A child process that stays for many articles; it is started again after it was killed."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.process: subprocess.Popen[bytes] | None = None
        self.answers: queue.Queue[bytes] = queue.Queue()
        self.identity: dict[str, str] = {}
        self.turn = threading.RLock()

    def begin(self) -> None:
        """Set the process off and do not wait: the caller has something to load itself."""
        with self.turn:
            if self.process is None:
                self._spawn()

    def start(self) -> None:
        """Start the process and wait until its language model is loaded.

        Raises InputError where the model is missing or is not the expected one."""
        with self.turn:
            if self.process is None or self.process.poll() is not None:
                self._spawn()
            if not self.identity:
                self._greeted()

    def _spawn(self) -> None:
        # -P: a module beside the articles, in the folder where the command was given, must not be taken for one of
        # Python's
        command = [sys.executable, "-P", "-m", "overstretch.statements.reading.worker", self.model]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.answers, self.identity = queue.Queue(), {}
        threading.Thread(target=self._listen, args=(self.process, self.answers), daemon=True).start()

    def _greeted(self) -> None:
        """Wait until the language model is loaded."""
        hello = self._receive(START)
        if hello is None or "error" in hello:
            self.stop()
            raise InputError((hello or {}).get("error", "The language model could not be loaded in time."))
        self.identity = hello["model"]

    def _listen(self, process: subprocess.Popen[bytes], answers: queue.Queue[bytes]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            answers.put(line)
        answers.put(b"")

    def _receive(self, seconds: float) -> dict[str, Any] | None:
        try:
            line = self.answers.get(timeout=seconds)
        except queue.Empty:
            return None
        return json.loads(line) if line else {"error": "The reading process ended unexpectedly on this text."}

    def ask(self, job: dict[str, Any], label: str, limit: float = LIMIT) -> dict[str, Any]:
        """The answer to one job.

        Raises InputError where the text cannot be used, takes longer than the limit, or ends the process."""
        checked_limit(limit)
        with self.turn:
            return self._ask(job, label, limit)

    def _ask(self, job: dict[str, Any], label: str, limit: float) -> dict[str, Any]:
        self.start()
        assert self.process is not None and self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(job).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            self.stop()
            raise InputError(f"{label}: the reading process ended unexpectedly.") from None
        answer = self._receive(limit)
        if answer is None:
            self.stop()
            raise InputError(f"{label}: reading took longer than the limit of {limit:g} seconds and was stopped.")
        if "error" in answer:
            if self.process.poll() is not None:
                self.stop()
            raise InputError(answer["error"] if label in answer["error"] else f"{label}: {answer['error']}")
        return answer

    def stop(self) -> None:
        """End the process at once."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


_WORKERS: dict[str, Worker] = {}


def worker(model: str) -> Worker:
    """The one worker of this program for a language model."""
    if model not in _WORKERS:
        _WORKERS[model] = Worker(model)
        atexit.register(_WORKERS[model].stop)
    return _WORKERS[model]


def job_of(data: bytes, name: str, kind: str, label: str, when: date | None) -> dict[str, Any]:
    """A job as plain data."""
    return {
        "data": base64.b64encode(data).decode(),
        "name": name,
        "kind": kind,
        "label": label,
        "date": when.isoformat() if when else None,
    }


def perform(job: dict[str, Any], nlp: Any) -> dict[str, Any]:
    """Do a job: take the text in, find its statements; or say why it cannot be used."""
    from overstretch.statements.article.extract import examine
    from overstretch.statements.mentions.dateline import article_date
    from overstretch.statements.sources.formats import taken

    if job["kind"] == "asked":
        return _asked(job, nlp)
    try:
        text = taken(base64.b64decode(job["data"]), job["label"], job["kind"])
    except InputError as error:
        return {"error": str(error)}
    when = _day(job["date"]) or _day(text.date) or article_date(text.text)
    with nlp.memory_zone():
        found = examine(text.text, job["name"], nlp, when)
    read = {"date": when.isoformat() if when else None, "format": found.format, "questions": found.questions}
    return {"text": asdict(text) | read, "statements": [s.model_dump(mode="json") for s in found.statements]}


def _day(text: str | None) -> date | None:
    """The day that a text begins with, None where there is no such day (30 February)."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _asked(job: dict[str, Any], nlp: Any) -> dict[str, Any]:
    """Sentences that a user wrote, not an article."""
    from overstretch.statements.article.sentences import sentences

    text = base64.b64decode(job["data"]).decode()
    when = _day(job["date"])
    with nlp.memory_zone():
        found = sentences(text, job["name"], nlp, when, job["bare"])
    return {"text": {"text": text}, "statements": [s.model_dump(mode="json") for s in found]}


def main() -> None:
    """Answer jobs from standard input until it closes."""
    from overstretch.statements.syntax import language

    out = sys.stdout.buffer
    sys.stdout = sys.stderr

    def send(answer: dict[str, Any]) -> None:
        out.write(json.dumps(answer).encode() + b"\n")
        out.flush()

    gc.disable()  # what loads is kept: looking for garbage in it takes a quarter of the time
    try:
        nlp, identity = language.load(sys.argv[1])
    except InputError as error:
        send({"error": str(error)})
        return
    gc.freeze()
    gc.enable()
    send({"model": identity})
    for line in sys.stdin.buffer:
        try:
            answer = perform(json.loads(line), nlp)
        except Exception as error:  # one bad text must not end the reading of the others
            answer = {"error": f"reading failed ({type(error).__name__}: {error})"}
        send(answer)


if __name__ == "__main__":
    main()
