"""The one way out to the web: https only, public addresses only, limited in size and time, for articles and figures
alike."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from overstretch.errors import InputError

REDIRECTS = 5
LONGEST_SHOWN = 100  # characters of an address or a header in a message
ACCEPTED = "Accepted: https addresses of public hosts."
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
_LOCAL = (ipaddress.ip_network("64:ff9b:1::/48"), ipaddress.ip_network("fec0::/10"))
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(text: str) -> bool:
    """Whether an address is reached over the public net: itself, and the IPv4 address that its form carries."""
    try:
        address: Address = ipaddress.ip_address(text.split("%")[0])
    except ValueError:
        return False
    inner = _carried(address)
    if inner is not None:
        return inner.is_global and not inner.is_multicast
    return address.is_global and not address.is_multicast and not any(address in net for net in _LOCAL)


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in an IPv6 address to which a gateway passes the packets on (mapped, 6to4, NAT64,
    compatible)."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None or address.sixtofour is not None:
        return address.ipv4_mapped or address.sixtofour
    if address in _NAT64 or address in _COMPATIBLE:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return None


def is_loopback(host: str) -> bool:
    """Whether a name or an address is this machine's own."""
    plain = host.strip("[]").lower()
    try:
        return plain == "localhost" or ipaddress.ip_address(plain).is_loopback
    except ValueError:
        return False


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host.

    Raises InputError where the host is unknown or any of its addresses is private, local or reserved."""
    try:
        found = sorted({str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
    except (OSError, ValueError) as error:  # ValueError: a name that no resolver takes
        raise InputError(f"{host}: the host cannot be found. {ACCEPTED}") from error
    for address in found:
        if not is_public(address):
            raise InputError(f"{host}: {address} is not a public address. {ACCEPTED}")
    return found


@dataclass(frozen=True)
class Network:
    """How hosts are looked up and certificates checked, and whether plain http to this machine will do; only tests use
    another than the default."""

    resolve: Callable[[str, int], list[str]] = public_addresses
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context
    loopback_http: bool = False


LOOPBACK = Network(lambda host, port: ["127.0.0.1"], loopback_http=True)


@dataclass(frozen=True)
class Wanted:
    """What is asked for and accepted. body: posted where given; types: content types (default: any); size in bytes,
    after unpacking."""

    seconds: float
    size: int
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    redirects: int = REDIRECTS


@dataclass(frozen=True)
class Page:
    """What came: its bytes, its content type, the last address, and the header of its last change, each '' where
    unsaid."""

    data: bytes
    content: str
    address: str
    modified: str


class _Checked(http.client.HTTPSConnection):
    """A connection to the very address that was checked, with the certificate of the host's name."""

    def __init__(self, host: str, port: int, address: str, timeout: float, tls: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=timeout, context=tls)
        self._address = address
        self._tls = tls
        self.plain: socket.socket | None = None

    def connect(self) -> None:
        self.plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self.plain if self._tls is None else self._tls.wrap_socket(self.plain, server_hostname=self.host)


def split(url: str, loopback_http: bool = False) -> tuple[bool, str, int, str]:
    """Whether by TLS, host, port and path of an https address.

    Raises InputError for another scheme, a name and password in it, no host, or what is no address at all."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(f"{shown(url)}: this is no address ({error}). {ACCEPTED}") from error
    plain = loopback_http and parts.scheme == "http" and host in ("127.0.0.1", "localhost")
    if (parts.scheme != "https" and not plain) or not host or parts.username or parts.password:
        raise InputError(f"{shown(url)}: this is not an https address of a host. {ACCEPTED}")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return not plain, host, port or (80 if plain else 443), path


def fetch(url: str, wanted: Wanted, network: Network | None = None) -> Page:
    """What lies at an address; every redirect is checked like the first address.

    The seconds (names, connections and bytes) and the bytes hold for everything together. Raises InputError where
    anything is not as accepted, too large or too slow."""
    network = network or Network()
    until = time.monotonic() + wanted.seconds
    for _ in range(wanted.redirects + 1):
        found = _one(url, wanted, network, until)
        if isinstance(found, Page):
            return found
        try:
            url = urljoin(url, found)
        except ValueError as error:
            raise InputError(f"{shown(url)}: redirects to {shown(found)}, which is no address. {ACCEPTED}") from error
    raise InputError(f"{shown(url)}: more than {wanted.redirects} redirects.")


def _one(url: str, wanted: Wanted, network: Network, until: float) -> str | Page:
    """One request: where it is redirected to, or what came."""
    tls, host, port, path = split(url, network.loopback_http)
    address = _in_time(lambda: network.resolve(host, port)[0], until, url, wanted)
    left = until - time.monotonic()
    if left <= 0:
        raise _slow(url, wanted)
    connection = _Checked(host, port, address, left, network.context() if tls else None)
    with _ended(connection, left) as over:
        try:
            found = _exchange(connection, url, path, wanted)
        except InputError:
            if over.is_set():
                raise _slow(url, wanted) from None
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            if over.is_set() or isinstance(error, TimeoutError):
                raise _slow(url, wanted) from error
            raise InputError(f"{shown(url)}: could not be fetched ({type(error).__name__}).") from error
    if over.is_set():
        raise _slow(url, wanted)
    return found


def _in_time(work: Callable[[], str], until: float, url: str, wanted: Wanted) -> str:
    """The result of what cannot be interrupted, waited for no longer than the time left."""
    done: queue.Queue[str | BaseException] = queue.Queue()

    def run() -> None:
        try:
            done.put(work())
        except BaseException as fault:  # raised again by whoever waits
            done.put(fault)

    threading.Thread(target=run, daemon=True).start()
    try:
        found = done.get(timeout=max(0.0, until - time.monotonic()))
    except queue.Empty:
        raise _slow(url, wanted) from None
    if isinstance(found, BaseException):
        raise found
    return found


def shown(text: str) -> str:
    """An address or a header for a message: without its query where it is long, and never long."""
    short = text if len(text) <= LONGEST_SHOWN else text.split("?")[0]
    return short if len(short) <= LONGEST_SHOWN else f"{short[:LONGEST_SHOWN]}..."


def _slow(url: str, wanted: Wanted) -> InputError:
    return InputError(f"{shown(url)}: did not come within the time limit of {wanted.seconds:g} seconds.")


@contextlib.contextmanager
def _ended(connection: _Checked, seconds: float) -> Iterator[threading.Event]:
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


def _exchange(connection: _Checked, url: str, path: str, wanted: Wanted) -> str | Page:
    """Where a redirect leads, or what came."""
    accept = {"Accept": ", ".join(wanted.types)} if wanted.types else {}
    headers = {"User-Agent": "overstretch", "Accept-Encoding": "gzip", **accept, **wanted.headers}
    connection.request("GET" if wanted.body is None else "POST", path, body=wanted.body, headers=headers)
    answer = connection.getresponse()
    if answer.status in (301, 302, 303, 307, 308):
        target = answer.getheader("Location")
        if not target:
            raise InputError(f"{shown(url)}: the server redirects without an address.")
        return target
    if answer.status != 200:
        raise InputError(f"{shown(url)}: the server answered {answer.status}.")
    content = answer.getheader("Content-Type") or ""
    if wanted.types and (content or wanted.types[0]).split(";")[0].strip().lower() not in wanted.types:
        raise InputError(f"{shown(url)}: is of the type '{shown(content)}'. Accepted: {', '.join(wanted.types)}.")
    if (length := _length(answer)) is not None and length > wanted.size:
        raise _large(url, wanted)
    return Page(_body(answer, url, wanted), content, url, answer.getheader("Last-Modified") or "")


def _length(answer: http.client.HTTPResponse) -> int | None:
    """The length that a server announces; None where it says none, or no number that anything could have."""
    said = answer.getheader("Content-Length") or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else None


def _large(url: str, wanted: Wanted) -> InputError:
    return InputError(f"{shown(url)}: is larger than {wanted.size:,} bytes.")


def _body(answer: http.client.HTTPResponse, url: str, wanted: Wanted) -> bytes:
    """The body, unpacked as it comes so that a small packed one cannot grow past the limit."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise InputError(f"{shown(url)}: is packed as '{shown(packing)}'. Accepted: gzip or nothing.")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if packing != "identity" else None
    data, came = bytearray(), 0
    while chunk := answer.read1(65_536):
        came += len(chunk)
        try:
            data += unpack.decompress(chunk, wanted.size + 1 - len(data)) if unpack is not None else chunk
        except zlib.error as error:
            raise InputError(f"{shown(url)}: is not packed as it says (gzip).") from error
        if len(data) > wanted.size:
            raise _large(url, wanted)
    if (unpack is not None and not unpack.eof) or came < (_length(answer) or 0):
        raise InputError(f"{shown(url)}: ended before its announced length.")
    return bytes(data)
