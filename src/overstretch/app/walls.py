"""What stands before the app: who may ask it, from which page, and who may show it."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response

from overstretch.fetching import is_loopback

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
COOKIE = "overstretch-token"
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def refused(status: int, message: str) -> JSONResponse:
    """An error as JSON, in the one form: {"error": message}."""
    return JSONResponse({"error": message.encode("utf-8", errors="replace").decode()}, status_code=status)


class Walls:
    """The checks before every request and every socket.

    token None: the app is this machine's own and answers to loopback names only (a page elsewhere could reach it
    through a
    name that leads here). With a token it answers to any name, and only to who brings the token: as `?token=` once,
    then
    by cookie, or as `Authorization: Bearer`. A page of another origin is refused in either case.
    """

    def __init__(self, app: Any, token: str | None = None) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        answer = self._answer(scope)
        if answer is None:
            return await self.app(scope, receive, _with_headers(send))
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        await answer(scope, receive, _with_headers(send))  # type: ignore[arg-type]

    def _answer(self, scope: Message) -> Response | None:
        """What is said in place of the app, None where nothing stands against the request."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self.token is None and not is_loopback(_name(host)):
            return refused(400, "this app answers on this machine only, under localhost or a loopback address")
        origin = headers.get("origin")
        if origin is not None and urlsplit_host(origin) != host.lower():
            return refused(403, "the request comes from a page of another site")
        return self._stranger(scope, headers) if self.token is not None else None

    def _stranger(self, scope: Message, headers: Headers) -> Response | None:
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if self._right(given):
            if scope["type"] == "websocket":
                return None
            opened = RedirectResponse(scope["path"], status_code=303)
            opened.set_cookie(COOKIE, given, httponly=True, samesite="strict")
            return opened
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if self._right(bearer) or self._right(_cookie(headers.get("cookie", ""))):
            return None
        return refused(401, "this app needs its token: open the address that was printed when it was started")

    def _right(self, given: str) -> bool:
        return bool(given) and hmac.compare_digest(given.encode("utf-8", "replace"), (self.token or "").encode())


def _name(host: str) -> str:
    """The name of a Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def urlsplit_host(origin: str) -> str:
    """The host and port of an origin, '' for "null" and what is none."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _cookie(text: str) -> str:
    try:
        held = SimpleCookie(text)
    except CookieError:
        return ""
    return held[COOKIE].value if COOKIE in held else ""


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return sent
