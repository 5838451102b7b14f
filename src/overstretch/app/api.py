"""The JSON interface: POST /api/explain, /api/ask, /api/answer and /api/check, GET /api/ledger and /api/health, and the
files of a result."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse
from starlette.exceptions import HTTPException

from overstretch import __version__
from overstretch.app import bodies, tasks
from overstretch.app.bench import Broken
from overstretch.app.desk import Desk
from overstretch.app.messages import placeless
from overstretch.app.orders import MOST_BYTES, Order
from overstretch.app.walls import refused
from overstretch.app.work import Busy, Job, Stopped
from overstretch.errors import InputError

# JSON may write a character as six (\u2019), so the body of an accepted text can be longer than the text
MOST_BODY = 6 * MOST_BYTES + 10_000
MOST_LINES = 500
RETRY_AFTER = "20"
DESCRIPTION = (
    "Put what is said about an arms race to the test. The same functions as the library, and the same "
    "limits as the pages."
)
FAULTS: dict[int | str, dict[str, Any]] = {
    422: {
        "model": bodies.Fault,
        "description": "A field is missing, unknown or out of range, or the text cannot be used.",
    },
    411: {"model": bodies.Fault, "description": "The length of the body is not stated."},
    413: {"model": bodies.Fault, "description": "The body is far longer than an accepted text."},
    429: {
        "model": bodies.Fault,
        "description": "The queue is full, or memory is; `Retry-After` says when to come again.",
    },
    503: {"model": bodies.Fault, "description": "The job took too long or needed too much memory, and was stopped."},
}
_LOG = logging.getLogger(__name__)


def add_api(app: FastAPI, desk: Desk) -> None:
    """Add the routes and the way their errors are worded."""
    router = APIRouter()
    _add_jobs(router, desk)
    _add_held(router, desk)
    app.include_router(router)
    app.add_exception_handler(RequestValidationError, _unprocessable)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _plain)  # type: ignore[arg-type]
    app.add_exception_handler(Exception, _inside)
    app.middleware("http")(_limit_body)


def _add_jobs(router: APIRouter, desk: Desk) -> None:
    """What is worked on in turn."""

    @router.post("/api/explain", response_model=bodies.Explained, responses=FAULTS, summary="How a text is understood")
    async def explain(request: bodies.ExplainRequest) -> Any:
        """Nothing is simulated; the fields are those of `overstretch explain`."""
        return await _settled(
            lambda: desk.records(Order(request.given()), tasks.read), lambda found: {"explained": found["explained"]}
        )

    @router.post(
        "/api/ask", response_model=bodies.Answered, responses=FAULTS, summary="Answer a statement or typed questions"
    )
    async def ask(request: bodies.AskRequest) -> Any:
        """The same as `overstretch.ask`."""
        return await _settled(lambda: desk.records(request.order()))

    @router.post("/api/check", response_model=bodies.Answered, responses=FAULTS, summary="Check an article")
    async def check(request: bodies.CheckRequest) -> Any:
        """The same as `overstretch.check`."""
        return await _settled(lambda: desk.records(request.order()))

    @router.post(
        "/api/answer", response_model=bodies.Tabled, responses=FAULTS, summary="One of the twelve standing questions"
    )
    async def answer(request: bodies.AnswerRequest) -> Any:
        """The same as `overstretch.answer`."""
        return await _settled(lambda: desk.standing(request.options()))


def _add_held(router: APIRouter, desk: Desk) -> None:
    """What is held already."""

    @router.get("/api/health", summary="Whether the app is up, and how many jobs run or wait")
    async def health() -> dict[str, Any]:
        shop = desk.answering[0]
        return {"status": "ok", "version": __version__, "open_jobs": shop.open_jobs, "queue": shop.waiting + 1}

    @router.get(
        "/api/ledger",
        response_model=bodies.Ledger,
        responses={422: FAULTS[422]},
        summary="Public claims, what was given for them, what came",
    )
    def ledger(
        id: str | None = None,
        kind: str | None = None,
        first: int = Query(0, ge=0),
        count: int = Query(100, ge=1, le=MOST_LINES),
    ) -> Any:
        """The lines of `overstretch ledger`, in their order; `id` and `kind` choose among them."""
        from overstretch.evidence import ledger as held

        lines = [one for one in held.held() if id in (None, one.id) and kind in (None, one.kind)]
        return {"total": len(lines), "lines": [asdict(one) for one in lines[first : first + count]]}

    @router.get("/results/{key}/{name}", include_in_schema=False)
    async def results(key: str, name: str) -> Any:
        path = desk.file(key, name)
        if path is None:
            return error(404, "no such result; results are kept for the last checks only")
        return FileResponse(path, filename=None if name == "report.html" else name)


async def _settled(
    submitted: Callable[[], Job], shown: Callable[[Any], dict[str, Any]] = lambda found: found
) -> JSONResponse:
    """A job's result; bad input 422, queue full 429, too slow 503."""
    try:
        result = await asyncio.wrap_future(submitted().result)
    except InputError as fault:
        return error(422, placeless(str(fault)))
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
    kind = fault.kind if isinstance(fault, Broken) else type(fault).__name__
    return error(500, f"an error inside the program ({kind})")


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
    body = bodies.BODIES.get(request.url.path)
    if body is None:
        return error(422, "; ".join(parts))
    needed = [name for name, one in body.model_fields.items() if one.is_required()]
    required = f"; {', '.join(needed)} is required" if needed else ""
    return error(422, f"{'; '.join(parts)}. Accepted: a JSON object with {', '.join(body.model_fields)}{required}")


async def _limit_body(request: Request, call_next: Any) -> Any:
    if request.url.path.startswith("/api/") and request.method == "POST":
        length = request.headers.get("content-length", "")
        if not length.isdigit():
            return error(411, "the length of the body must be stated (Content-Length)")
        if int(length) > MOST_BODY:
            return error(413, f"the body has {int(length):,} bytes; accepted: a text of up to {MOST_BYTES:,} bytes")
    return await call_next(request)
