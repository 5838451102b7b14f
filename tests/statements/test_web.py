"""Pages from a server on loopback over TLS: the way that succeeds, and everything that is refused."""

from __future__ import annotations

import functools
import gzip
import http.server
import ssl
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from overstretch import cli, jobs
from overstretch.errors import InputError
from overstretch.fetching import Network, public_addresses
from overstretch.statements import read
from overstretch.statements.sources import web
from overstretch.statements.sources.web import fetch

PEM = Path(__file__).with_name("loopback.pem")
PAGE = (
    "<html><head><title>Budget news</title></head><body><article><h1>Budget news</h1>"
    "<p>Anna Nowak, the finance minister, said on Tuesday that the country would raise its defence "
    "spending to 4% of GDP by 2030.</p>"
    "<p>“We cannot wait any longer than this,” she told the newspaper during a long visit to the "
    "border.</p></article></body></html>"
)


class Pages(http.server.BaseHTTPRequestHandler):
    """Answers by the path alone; the host is checked by the certificate."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        kind = self.path.strip("/").split("?")[0]
        getattr(self, "page_" + kind.replace(".", "_"))()

    def send(self, body: bytes, content: str = "text/html; charset=utf-8", status: int = 200, **more: str):
        self.send_response(status)
        self.send_header("Content-Type", content)
        named = {name.replace("_", "-"): value for name, value in more.items()}
        for name, value in {"Content-Length": str(len(body)), **named}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def page_article(self):
        self.send(PAGE.encode())

    def page_latin(self):
        self.send("Señor Ibáñez said it was so.".encode("latin-1"), "text/plain; charset=iso-8859-1")

    def page_packed(self):
        self.send(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_bomb(self):
        self.send(gzip.compress(b"\0" * 60_000_000), Content_Encoding="gzip")

    def page_badly_packed(self):
        self.send(PAGE.encode(), Content_Encoding="gzip")

    def page_brotli(self):
        self.send(b"x", Content_Encoding="br")

    def page_picture(self):
        self.send(b"\x89PNG", "image/png")

    def page_missing(self):
        self.send(b"no", status=404)

    def page_large(self):
        self.send(b"x" * 2_000, "text/plain")

    def page_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x" * 1_000)
        self.close_connection = True

    def page_cut(self):
        self.send(b"half", "text/plain", Content_Length="100")
        self.close_connection = True

    def page_slow(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.drip(b"x")

    def page_slow_head(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.drip(b"X-A: b\r\n")

    def drip(self, piece: bytes):
        self.close_connection = True
        for _ in range(100):
            try:
                self.wfile.write(piece)
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def to(self, where: str | None):
        self.send(b"", status=302, **({"Location": where} if where else {}))

    def page_once(self):
        self.to("/article")

    def page_other_name(self):
        self.to(f"https://other.test:{self.server.server_port}/article")

    def page_round(self):
        self.to("/round")

    def page_nowhere(self):
        self.to(None)

    def page_plain(self):
        self.to("http://news.test/article")

    def page_private(self):
        self.to(f"https://127.0.0.1:{self.server.server_port}/article")

    def page_metadata(self):
        self.to("https://169.254.169.254/latest")


@pytest.fixture(scope="module")
def port():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(PEM)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def looked_up(host: str, port: int) -> list[str]:
    """The two names of the test stand on loopback; every other host takes the checks of production."""
    return ["127.0.0.1"] if host in ("news.test", "other.test") else public_addresses(host, port)


def trusting() -> ssl.SSLContext:
    tls = ssl.create_default_context()
    tls.load_verify_locations(PEM)
    return tls


TRUSTED = Network(looked_up, trusting)


def get(port: int, path: str, **limits):
    return fetch(f"https://news.test:{port}/{path}", _network=TRUSTED, **limits)


def test_a_page_comes_whole_with_its_type_and_last_address(port):
    data, content, last = get(port, "article")
    assert data.decode() == PAGE and content.startswith("text/html") and last.endswith("/article")
    assert get(port, "packed")[0].decode() == PAGE
    assert get(port, "latin")[0].decode() == "Señor Ibáñez said it was so."


def test_redirects_are_followed_to_checked_addresses(port):
    assert get(port, "once")[2] == f"https://news.test:{port}/article"
    assert get(port, "other_name")[2] == f"https://other.test:{port}/article"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("private", "127.0.0.1 is not a public address"),
        ("metadata", "169.254.169.254 is not a public address"),
        ("plain", "not an https address"),
        ("round", "more than 5 redirects"),
        ("nowhere", "redirects without an address"),
        ("missing", "answered 404"),
        ("picture", "of the type 'image/png'"),
        ("bomb", "larger than 5,000,000 bytes"),
        ("badly_packed", "not packed as it says"),
        ("brotli", "packed as 'br'"),
        ("cut", "ended before its announced length"),
    ],
)
def test_what_is_refused(port, path, words):
    with pytest.raises(InputError, match=words):
        get(port, path)


@pytest.mark.parametrize("path", ["large", "endless"])
def test_too_much_is_refused_with_and_without_a_length(port, path):
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        get(port, path, limit=1_000)


@pytest.mark.parametrize("path", ["slow", "slow_head"])
def test_bytes_that_drip_end_at_the_time_limit(port, path):
    start = time.monotonic()
    with pytest.raises(InputError, match=r"time limit of 0\.5 seconds"):
        get(port, path, seconds=0.5)
    assert time.monotonic() - start < 3


def test_certificates_and_names_are_checked(port):
    with pytest.raises(InputError, match="SSLCertVerificationError"):
        fetch(f"https://news.test:{port}/article", _network=Network(looked_up))
    wrong = Network(lambda host, port: ["127.0.0.1"], trusting)
    with pytest.raises(InputError, match="SSLCertVerificationError"):
        fetch(f"https://elsewhere.test:{port}/article", _network=wrong)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "0.0.0.0", "[::ffff:127.0.0.1]"]
)
def test_private_addresses_stay_refused_without_the_tests_network(port, host):
    with pytest.raises(InputError, match="not a public address"):
        fetch(f"https://{host}:{port}/article")


def test_statements_are_read_from_an_address(port, monkeypatch):
    monkeypatch.setattr(web, "fetch", functools.partial(fetch, _network=TRUSTED))
    url = f"https://news.test:{port}/once"
    reading = read([url])
    assert reading.documents[0].source == url and reading.documents[0].title == "Budget news"
    said = {s.form: s for s in reading.statements}
    assert said["indirect"].content == "the country would raise its defence spending to 4% of GDP by 2030"
    assert [s.speaker.canonical for s in reading.statements] == ["Anna Nowak", "Anna Nowak"]


# The same address as an article of every job.


@pytest.fixture
def served(port, monkeypatch):
    """The address of the page, with the names of the test known to the reader."""
    pytest.importorskip("trafilatura")
    monkeypatch.setattr(web, "fetch", functools.partial(fetch, _network=TRUSTED))
    return f"https://news.test:{port}/article"


def test_explain_reads_an_address(served):
    found = jobs.explain(served)
    (document,) = found.documents
    assert document.source == served and document.name == "news.test-article" and not document.skipped
    assert any(one.speaker == "Anna Nowak" for one in found.explained)
    done = CliRunner().invoke(cli.app, ["explain", served, "--json"])
    assert done.exception is None and '"article": "news.test-article"' in done.stdout


@pytest.mark.parametrize("given", [lambda url: url, lambda url: [url]])
def test_check_reads_an_address(served, monkeypatch, given):
    monkeypatch.setattr("overstretch.jobs.answering.answers", lambda source, *_, **__: source())
    reading = jobs.check(given(served))
    assert [d.source for d in reading.documents] == [served] and reading.statements


@pytest.mark.slow
def test_a_check_of_an_address_is_repeated_to_the_bit(served, tmp_path):
    """The page itself is not fetched again: its text lies beside the result."""
    result = jobs.check(["https://other.test/none", served], futures=64, out=tmp_path / "out")
    assert result.documents[0].skipped and result.documents[1].title == "Budget news"
    assert (tmp_path / "out" / "articles" / "news.test-article").is_file()
    assert all(jobs.rerun(tmp_path / "out").values())
