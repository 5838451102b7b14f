"""An article from a web address: https only, public addresses only, limited in size and time."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from overstretch.errors import InputError

LIMIT = 5_000_000
SECONDS = 20.0
REDIRECTS = 5
ACCEPTED = "Accepted: https addresses of public hosts."
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host.

    Raises InputError where the host is unknown or any of its addresses is private, local or reserved."""
    try:
        found = sorted({str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
    except OSError as error:
        raise InputError(f"{host}: the host cannot be found. {ACCEPTED}") from error
    for address in found:
        plain = ipaddress.ip_address(address.split("%")[0])
        mapped = getattr(plain, "ipv4_mapped", None) or plain
        if not mapped.is_global or mapped.is_multicast:
            raise InputError(f"{host}: {address} is not a public address. {ACCEPTED}")
    return found


@dataclass(frozen=True)
class Network:
    """How hosts are looked up and certificates checked; only tests of this module use another than the default."""

    resolve: Callable[[str, int], list[str]] = public_addresses
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context


class _Checked(http.client.HTTPSConnection):
    """A connection to the very address that was checked, with the certificate of the host's name."""

    def __init__(self, host: str, port: int, address: str, timeout: float, tls: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=timeout, context=tls)
        self._address = address
        self._tls = tls
        self.plain: socket.socket | None = None

    def connect(self) -> None:
        self.plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self._tls.wrap_socket(self.plain, server_hostname=self.host)


def split(url: str) -> tuple[str, int, str]:
    """Host, port and path of an https address.

    Raises InputError for another scheme, a name and password in it, or no host."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.password:
        raise InputError(f"{url}: this is not an https address of a host. {ACCEPTED}")
    try:
        port = parts.port or 443
    except ValueError as error:
        raise InputError(f"{url}: the port is not a number. {ACCEPTED}") from error
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.hostname, port, path


def fetch(
    url: str, seconds: float = SECONDS, limit: int = LIMIT, *, _network: Network | None = None
) -> tuple[bytes, str, str]:
    """The body, its content type and the last address; every redirect is checked like the first address.

    `seconds` and `limit` (bytes, after unpacking) hold for everything together. Raises InputError where anything is
    not as accepted, too large or too slow."""
    network = _network or Network()
    until = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        host, port, path = split(url)
        address = network.resolve(host, port)[0]
        left = max(0.1, until - time.monotonic())
        connection = _Checked(host, port, address, left, network.context())
        with _ended(connection, left) as over:
            try:
                found = _exchange(connection, url, path, limit)
            except InputError:
                if over.is_set():
                    raise _slow(url, seconds) from None
                raise
            except (OSError, http.client.HTTPException, ValueError) as error:
                if over.is_set() or isinstance(error, TimeoutError):
                    raise _slow(url, seconds) from error
                raise InputError(f"{url}: the page cannot be fetched ({type(error).__name__}).") from error
        if over.is_set():
            raise _slow(url, seconds)
        if isinstance(found, str):
            url = urljoin(url, found)
            continue
        return found[0], found[1], url
    raise InputError(f"{url}: more than {REDIRECTS} redirects.")


def _slow(url: str, seconds: float) -> InputError:
    return InputError(f"{url}: the page did not come within the time limit of {seconds:g} seconds.")


@contextlib.contextmanager
def _ended(connection: _Checked, seconds: float):  # type: ignore[no-untyped-def]
    """The whole exchange has one limit, however slowly the bytes come: then the socket is shut from outside."""
    over = threading.Event()

    def stop() -> None:
        over.set()
        for sock in (connection.plain, connection.sock):
            with contextlib.suppress(OSError, AttributeError):  # it may be closed already, or not open yet
                sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield over
    finally:
        timer.cancel()
        connection.close()


def _exchange(connection: _Checked, url: str, path: str, limit: int) -> str | tuple[bytes, str]:
    """Where a redirect leads, or the body and its content type."""
    headers = {"User-Agent": "overstretch reader", "Accept": ", ".join(TYPES), "Accept-Encoding": "gzip"}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    if answer.status in (301, 302, 303, 307, 308):
        target = answer.getheader("Location")
        if not target:
            raise InputError(f"{url}: the server redirects without an address.")
        return target
    if answer.status != 200:
        raise InputError(f"{url}: the server answered with status {answer.status}.")
    content = answer.getheader("Content-Type") or "text/html"
    if content.split(";")[0].strip().lower() not in TYPES:
        raise InputError(f"{url}: the page is of the type '{content[:80]}'. Accepted: {', '.join(TYPES)}.")
    length = answer.getheader("Content-Length") or ""
    if length.isdigit() and int(length) > limit:
        raise _large(url, limit)
    return _in_utf8(_body(answer, url, limit), content), content


def _large(url: str, limit: int) -> InputError:
    return InputError(f"{url}: the page is larger than {limit:,} bytes.")


def _body(answer: http.client.HTTPResponse, url: str, limit: int) -> bytes:
    """The body, unpacked as it comes so that a small packed one cannot grow past the limit."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise InputError(f"{url}: the page is packed as '{packing[:40]}'. Accepted: gzip or nothing.")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if packing != "identity" else None
    data, came = bytearray(), 0
    while chunk := answer.read1(65_536):
        came += len(chunk)
        try:
            data += unpack.decompress(chunk, limit + 1 - len(data)) if unpack is not None else chunk
        except zlib.error as error:
            raise InputError(f"{url}: the page is not packed as it says (gzip).") from error
        if len(data) > limit:
            raise _large(url, limit)
    length = answer.getheader("Content-Length") or ""
    if (unpack is not None and not unpack.eof) or (length.isdigit() and came < int(length)):
        raise InputError(f"{url}: the page ends too early.")
    return bytes(data)


def _in_utf8(data: bytes, content: str) -> bytes:
    """Text in another encoding that the server names, in UTF-8."""
    name = content.lower().partition("charset=")[2].strip(" \"';")
    if not name or name in ("utf-8", "utf8") or "pdf" in content.lower():
        return data
    try:
        return data.decode(name, errors="replace").encode()
    except LookupError:  # a name that nobody knows: taken for UTF-8, as without a name
        return data
