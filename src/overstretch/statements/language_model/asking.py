"""A language model of the user's own: asked over an endpoint, or by answers brought in a file; every answer is kept by
its request.

A request is the hash of what is sent. Answers come from a run's record or a file first, then from the cache on disk,
then from the endpoint, within a limit of requests and of time; what is left without one is collected, to be asked
elsewhere."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from overstretch import folders
from overstretch.errors import InputError
from overstretch.statements.language_model.endpoint import Endpoint, complete
from overstretch.statements.sources.files import text_of
from overstretch.whole import whole

REQUESTS = 200  # of one run
SECONDS = 1_800.0  # that one run may spend asking
LARGEST = 100_000_000
ANSWERS = 'Accepted: JSON Lines, one {"id": ..., "answer": ...} a line, with the ids of --llm-prompts.'


@dataclass(frozen=True)
class Request:
    """What is asked: the task, and the texts."""

    system: str
    user: str

    @property
    def id(self) -> str:
        return hashlib.sha256(f"{self.system}\0{self.user}".encode()).hexdigest()[:24]

    def line(self) -> str:
        """One line of --llm-prompts."""
        return json.dumps(
            {"id": self.id, "system": self.system, "user": self.user}, ensure_ascii=False, allow_nan=False
        )


class Model:
    """Where answers come from. `used`: those that a run rests on, by request; `missing`: requests that have none;
    `waiting`: articles whose statements are still to be found elsewhere, before anything is asked of them."""

    def __init__(self, name: str, endpoint: Endpoint | None = None, answers: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.endpoint = endpoint
        self.answers = dict(answers or {})
        self.used: dict[str, str] = {}
        self.missing: dict[str, Request] = {}
        self.waiting: set[str] = set()
        self.asked = 0
        self.spent = 0.0

    @property
    def identity(self) -> dict[str, str]:
        """What a record says of it; no key."""
        where = {"endpoint": self.endpoint.url} if self.endpoint else {}
        return {"name": self.name, **where, "requests": str(len(self.used))}

    def answer(self, request: Request) -> str | None:
        """The answer; None where there is none and nobody, or no time, to ask. Raises InputError where the endpoint
        fails."""
        found = self.answers.get(request.id)
        if found is None and self.endpoint is not None:
            found = self._cached(request) or self._asked(request)
        if found is None:
            self.missing[request.id] = request
        else:
            self.used[request.id] = found
        return found

    def _asked(self, request: Request) -> str | None:
        assert self.endpoint is not None
        if self.asked >= REQUESTS or self.spent >= SECONDS:
            return None
        self.asked += 1
        begun = time.monotonic()
        try:
            found = complete(self.endpoint, request.system, request.user)
        finally:
            self.spent += time.monotonic() - begun
        self._keep(request, found)
        return found

    def _file(self, request: Request) -> Path | None:
        """Where the cache holds an answer of this model at this address; None without a folder to keep it in."""
        assert self.endpoint is not None
        key = hashlib.sha256(f"{self.endpoint.url}\0{self.name}\0{request.id}".encode()).hexdigest()[:32]
        try:
            return folders.cache() / "answers" / f"{key}.txt"
        except RuntimeError:
            return None

    def _cached(self, request: Request) -> str | None:
        file = self._file(request)
        try:
            return None if file is None else file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _keep(self, request: Request, answer: str) -> None:
        """Whole or not at all; a cache that cannot be written is none."""
        file = self._file(request)
        if file is None:
            return
        with contextlib.suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with whole(file) as draft:
                draft.write_text(answer, encoding="utf-8")


def load_answers(path: str | Path) -> dict[str, str]:
    """Request → answer of a file of recorded answers. Raises InputError with the line and what is accepted."""
    file = Path(path)
    lines = text_of(file, LARGEST, ANSWERS).split("\n")
    return dict(_line(line, f"{file}: line {number}") for number, line in enumerate(lines, start=1) if line.strip())


def _line(line: str, place: str) -> tuple[str, str]:
    try:
        held = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: is no JSON. {ANSWERS}") from error
    if not isinstance(held, dict) or not isinstance(held.get("id"), str) or "answer" not in held:
        raise InputError(f"{place}: holds no id and answer. {ANSWERS}")
    answer = held["answer"]
    return held["id"], answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False, allow_nan=False)


def write_prompts(requests: Iterable[Request], path: str | Path) -> int:
    """The requests as JSON Lines; how many. Raises InputError where the file cannot be written."""
    lines = [request.line() + "\n" for request in requests]
    try:
        Path(path).write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise InputError(f"--llm-prompts {path}: cannot be written ({error.strerror}).") from error
    return len(lines)


def read_json(answer: str) -> Any:
    """The JSON of an answer, also where it stands in a fenced block; None where there is none."""
    text = answer.strip()
    if "```" in text:
        text = text.split("```")[1].removeprefix("json")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
