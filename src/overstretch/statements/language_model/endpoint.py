"""One question to an OpenAI-compatible endpoint: https or loopback only, no redirects, limited in size and time."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import ssl
import threading
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from overstretch.errors import InputError
from overstretch.fetching import is_loopback

LARGEST = 1_000_000
SECONDS = 60.0
ACCEPTED = "Accepted: an https address, or http on loopback, e.g. http://127.0.0.1:11434/v1."


@dataclass(frozen=True)
class Endpoint:
    """Where to ask which model. `key` is sent as bearer token and shown nowhere."""

    url: str
    model: str
    key: str | None = None
    seconds: float = SECONDS

    def __repr__(self) -> str:
        return f"Endpoint({self.url!r}, {self.model!r})"


def place(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and path of an endpoint.

    Raises InputError for anything but https or http on loopback, and for a name or password in the address."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise InputError(f"--llm {url}: not an address. {ACCEPTED}") from error
    host = parts.hostname or ""
    if parts.username or parts.password or not host or parts.query or parts.fragment:
        raise InputError(f"--llm {parts.scheme}://{host}: no name, password or query may stand in it. {ACCEPTED}")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise InputError(f"--llm {url}: the text would leave this computer unencrypted. {ACCEPTED}")
    path = parts.path.rstrip("/")
    return parts.scheme, host, port, path if path.endswith("/chat/completions") else path + "/chat/completions"


def complete(endpoint: Endpoint, system: str, user: str) -> str:
    """The model's answer as text.

    Raises InputError where the endpoint cannot be reached, refuses, is too slow, or answers with something else."""
    scheme, host, port, path = place(endpoint.url)
    name = f"--llm {scheme}://{host}:{port}"
    messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    body = {"model": endpoint.model, "messages": messages, "temperature": 0, "response_format": {"type": "json_object"}}
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "overstretch reader"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    data = _exchange(endpoint, (scheme, host, port, path), json.dumps(body).encode(), headers, name)
    try:
        content = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise InputError(f"{name}: the answer is not that of a chat completion.") from None
    if not isinstance(content, str):
        raise InputError(f"{name}: the answer holds no text.")
    return content


def _exchange(
    endpoint: Endpoint, at: tuple[str, str, int, str], body: bytes, headers: dict[str, str], name: str
) -> bytes:
    scheme, host, port, path = at
    connection = _connection(scheme, host, port, endpoint.seconds)
    over = threading.Event()
    sockets: list[socket.socket] = []

    def stop() -> None:
        """The whole exchange has one limit, however slowly the bytes come."""
        over.set()
        for sock in sockets:
            with contextlib.suppress(OSError):  # it may be closed already
                sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(endpoint.seconds, stop)
    timer.daemon = True
    timer.start()
    slow = f"{name}: no answer within the limit of {endpoint.seconds:g} seconds."
    try:
        connection.connect()
        sockets.append(connection.sock)
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        data = answer.read(LARGEST + 1)
    except TimeoutError:
        raise InputError(slow) from None
    except (OSError, http.client.HTTPException) as error:
        raise InputError(slow if over.is_set() else f"{name}: cannot be asked ({type(error).__name__}).") from None
    finally:
        timer.cancel()
        connection.close()
    if over.is_set():
        raise InputError(slow)
    if answer.status != 200:
        raise InputError(f"{name}: answered with status {answer.status}. Accepted: 200; redirects are not followed.")
    if len(data) > LARGEST:
        raise InputError(f"{name}: the answer is larger than {LARGEST:,} bytes.")
    return data


def _connection(scheme: str, host: str, port: int, seconds: float) -> Any:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=seconds)
