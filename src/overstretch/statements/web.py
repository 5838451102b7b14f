"""An article from a web address: https only, public addresses only, limited in size and time."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from urllib.parse import urljoin, urlsplit

from overstretch.errors import InputError

LIMIT = 5_000_000
SECONDS = 20.0
REDIRECTS = 5
ACCEPTED = "Accepted: https addresses of public hosts."


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


class _Checked(http.client.HTTPSConnection):
    """A connection to the very address that was checked, with the certificate of the host's name."""

    def __init__(self, host: str, port: int, address: str, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout, context=ssl.create_default_context())
        self._address = address
        self._tls = ssl.create_default_context()

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)


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


def fetch(url: str, seconds: float = SECONDS, limit: int = LIMIT) -> tuple[bytes, str, str]:
    """The body, its content type and the last address; every redirect is checked like the first address.

    Raises InputError where anything is not as accepted, too large or too slow."""
    until = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        host, port, path = split(url)
        address = public_addresses(host, port)[0]
        connection = _Checked(host, port, address, max(0.1, until - time.monotonic()))
        try:
            connection.request(
                "GET", path, headers={"User-Agent": "overstretch reader", "Accept": "text/html, text/plain"}
            )
            answer = connection.getresponse()
            if answer.status in (301, 302, 303, 307, 308):
                url = urljoin(url, answer.getheader("Location") or "")
                continue
            if answer.status != 200:
                raise InputError(f"{url}: the server answered with status {answer.status}.")
            return _body(answer, url, until, limit), answer.getheader("Content-Type") or "", url
        except (OSError, http.client.HTTPException) as error:
            raise InputError(f"{url}: the page cannot be fetched ({type(error).__name__}).") from error
        finally:
            connection.close()
    raise InputError(f"{url}: more than {REDIRECTS} redirects.")


def _body(answer: http.client.HTTPResponse, url: str, until: float, limit: int) -> bytes:
    data = b""
    while chunk := answer.read(65_536):
        data += chunk
        if len(data) > limit:
            raise InputError(f"{url}: the page is larger than {limit:,} bytes.")
        if time.monotonic() > until:
            raise InputError(f"{url}: the page did not come within the time limit.")
    return data
