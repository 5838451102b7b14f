"""The JSON interface: POST /api/check, /api/ask, /api/answer and /api/explain, GET /api/health, and the files of a result."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from overstretch import __version__, jobs
from overstretch.answers import Answer, spec
from overstretch.answers import answer as answer_one
from overstretch.app.articles import MOST_BYTES, MOST_FUTURES, Order, Shelf, checked, perform, understand
from overstretch.app.walls import refused
from overstretch.app.work import Busy, Job, Progress, Stopped, Workshop
from overstretch.errors import InputError

# JSON may write a character as six (\u2019), so the body of an accepted text can be longer than the text
MOST_BODY = 6 * MOST_BYTES + 10_000
RETRY_AFTER = "20"
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
_LOG = logging.getLogger(__name__)


class CheckRequest(BaseModel):
    """The body of POST /api/check."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str
    name: str = "article.txt"
    as_of: str = jobs.DEFAULT_AS_OF
    futures: int = jobs.DEFAULT_FUTURES
    seed: int = jobs.DEFAULT_SEED

    def order(self) -> Order:
        return Order(**self.model_dump())


class AskRequest(BaseModel):
    """The body of POST /api/ask: one or several typed questions, as text or JSON."""

    model_config = ConfigDict(extra="forbid", strict=True)

    question: str | dict[str, Any] | list[str | dict[str, Any]]
    as_of: str = jobs.DEFAULT_AS_OF
    futures: int = jobs.DEFAULT_FUTURES
    seed: int = jobs.DEFAULT_SEED

    def order(self) -> Order:
        asked = self.question if isinstance(self.question, list) else [self.question]
        if not asked:
            raise InputError("question: none given; accepted: a text or an object, or a list of them")
        return Order(None, futures=self.futures, seed=self.seed, as_of=self.as_of, questions=tuple(asked))


class AnswerRequest(BaseModel):
    """The body of POST /api/answer: one of the twelve questions, by name."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str
    ally: list[str] = []
    year: int | None = None
    finance: str | None = None
    oil: float | None = None
    as_of: str = "now"
    futures: int | None = None
    seed: int = jobs.DEFAULT_SEED

    def perform(self, progress: Progress) -> Answer:
        return answer_one(**self.model_dump(), progress=progress)

    def checked(self) -> AnswerRequest:
        """Raises InputError for an unknown name, or more futures than are made here."""
        spec(self.name)
        if self.futures is not None and not 1 <= self.futures <= MOST_FUTURES:
            raise InputError(f"futures {self.futures}: accepted here: 1 to {MOST_FUTURES:,}")
        return self


class ExplainRequest(BaseModel):
    """The body of POST /api/explain: a statement, or the text of an article."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str = Field(max_length=MOST_BYTES)
    article: bool = False
    by: str | None = None
    date: str | None = None


BODIES: dict[str, type[BaseModel]] = {
    "/api/check": CheckRequest,
    "/api/ask": AskRequest,
    "/api/answer": AnswerRequest,
    "/api/explain": ExplainRequest,
}


def add_api(app: FastAPI, workshop: Workshop, shelf: Shelf) -> None:
    """Add the routes and the way their errors are worded."""
    router = APIRouter()

    @router.get("/api/health")
    async def health() -> dict[str, Any]:
        return {"status": "ok", "version": __version__, "open_jobs": workshop.open_jobs, "queue": workshop.waiting + 1}

    @router.post("/api/check")
    async def check(request: CheckRequest) -> JSONResponse:
        return await answer(request.order, workshop)

    @router.post("/api/ask")
    async def ask(request: AskRequest) -> JSONResponse:
        return await answer(request.order, workshop)

    @router.post("/api/answer")
    async def answer_named(request: AnswerRequest) -> JSONResponse:
        return await _settled(
            lambda: workshop.submit(request.checked().perform), lambda found: found.as_table().record()
        )

    @router.post("/api/explain")
    async def explain(request: ExplainRequest) -> JSONResponse:
        return await _settled(
            lambda: workshop.submit(lambda _: understand(request.text, request.article, request.by, request.date)),
            lambda found: {"explained": [one.model_dump(mode="json") for one in found.explained]},
        )

    @router.get("/results/{key}/{name}")
    async def results(key: str, name: str) -> Any:
        path = shelf.find(key, name)
        if path is None:
            return error(404, "no such result; results are kept for the last checks only")
        return FileResponse(path, filename=None if name == "report.html" else name)

    @router.api_route("/api/{rest:path}", methods=_METHODS, include_in_schema=False)
    @router.api_route("/results/{rest:path}", methods=_METHODS, include_in_schema=False)
    async def nothing(rest: str) -> JSONResponse:  # else the pages, which are mounted behind, answer in HTML
        if f"/api/{rest}" in BODIES:
            return error(405, "asked with POST and a JSON object")
        return error(404, f"no such address; there are {', '.join(BODIES)}, /api/health and the files of a result")

    app.include_router(router)
    app.add_exception_handler(RequestValidationError, _unprocessable)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _plain)  # type: ignore[arg-type]
    app.add_exception_handler(Exception, _inside)
    app.middleware("http")(_limit_body)


async def answer(ordered: Callable[[], Order], workshop: Workshop) -> JSONResponse:
    """Do what is ordered and answer with statements and verdicts."""

    def submitted() -> Job:
        order = checked(ordered())
        return workshop.submit(lambda progress: perform(order, progress))

    return await _settled(submitted, _records)


def _records(result: jobs.CheckResult) -> dict[str, Any]:
    return {
        "statements": [statement.model_dump(mode="json") for statement in result.statements],
        "verdicts": [verdict.model_dump(mode="json") for verdict in result.verdicts],
        "run": result.run,
    }


async def _settled(submitted: Callable[[], Job], shown: Callable[[Any], dict[str, Any]]) -> JSONResponse:
    """A job's result; bad input 422, queue full 429, too slow 503."""
    try:
        result = await asyncio.wrap_future(submitted().result)
    except InputError as fault:
        return error(422, str(fault))
    except Busy as fault:
        return error(429, str(fault), {"Retry-After": RETRY_AFTER})
    except Stopped as fault:
        return error(503, str(fault))
    except Exception as fault:  # ours, not the caller's; the log has it whole
        return _broken(fault)
    try:
        return JSONResponse(shown(result))
    except (ValueError, RecursionError) as fault:
        return _broken(fault)


def _broken(fault: Exception) -> JSONResponse:
    _LOG.error("a request failed", exc_info=fault)
    return error(500, f"an error inside the program ({type(fault).__name__})")


def error(status: int, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """An error as JSON: {"error": message}."""
    answer = refused(status, message)
    answer.headers.update(headers or {})
    return answer


async def _plain(request: Request, fault: HTTPException) -> JSONResponse:
    return error(fault.status_code, str(fault.detail))


async def _inside(request: Request, fault: Exception) -> JSONResponse:
    return _broken(fault)


async def _unprocessable(request: Request, fault: RequestValidationError) -> JSONResponse:
    parts = [f"{'.'.join(str(p) for p in each['loc'][1:]) or 'body'}: {each['msg']}" for each in fault.errors()]
    fields = list(BODIES.get(request.url.path, CheckRequest).model_fields)
    return error(422, f"{'; '.join(parts)}. Accepted: a JSON object with {', '.join(fields)}; {fields[0]} is required")


async def _limit_body(request: Request, call_next: Any) -> Any:
    if request.url.path.startswith("/api/") and request.method == "POST":
        length = request.headers.get("content-length", "")
        if not length.isdigit():
            return error(411, "the length of the body must be stated (Content-Length)")
        if int(length) > MOST_BODY:
            return error(413, f"the body has {int(length):,} bytes; accepted: a text of up to {MOST_BYTES:,} bytes")
    return await call_next(request)
