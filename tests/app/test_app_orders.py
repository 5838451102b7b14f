"""What the box takes, and the lines that it prints."""

from __future__ import annotations

import ast
import shlex

import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")

from overstretch.app import orders
from overstretch.app.messages import plain
from overstretch.app.orders import Given, Order
from overstretch.errors import InputError
from overstretch.statements.reading.by_hand import Entry

LONG = "Anna Nowak said that Norway will spend more. " * 20


@pytest.mark.parametrize(
    ("text", "by", "kind"),
    [
        ("NATO could collapse within five years", None, "sentence"),
        ("NATO could collapse within five years", "Ada Example", "sentence"),
        ("A headline\n\nNorway will spend more, Anna Nowak said.", None, "article"),
        (LONG, None, "article"),
        (LONG, "Anna Nowak", "sentence"),
        ("https://example.org/news?id=3", None, "address"),
        ("See https://example.org for more.", None, "sentence"),
        ("core_share(DEU, 2029) >= 3.5", None, "register"),
        ("(happens(ceasefire, by 2027-12)) given oil(40)", None, "register"),
        ("example", None, "sentence"),
        ("/etc/passwd", None, "sentence"),
    ],
)
def test_one_box_takes_each_kind(text, by, kind):
    assert orders.boxed(text, by, "").kind == kind


@pytest.mark.parametrize(
    ("text", "by", "said", "words"),
    [
        ("  ", None, None, "text: is empty"),
        ("core_shore(DEU, 2029) >= 3.5", None, None, "core_share"),
        ("Norway will spend more.", None, "soon", "'soon' is not a date"),
        ("x" * 5_001, "Ada Example", None, "one speaker's 5,000"),
        ("half of \ud800", None, None, "surrogate"),
        ("x" * 1_000_001, None, None, "1,000,001 bytes; accepted: up to 1,000,000"),
        ("Norway will spend more.", "x" * 201, None, "speaker"),
    ],
)
def test_the_box_names_what_it_does_not_take(text, by, said, words):
    with pytest.raises(InputError, match=words):
        orders.boxed(text, by, said)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a b (2).TXT", "a b (2).txt"),
        ("../../etc/passwd.md", "etc-passwd.md"),
        ("<b>.pdf", "b.pdf"),
        ("….html", "article.html"),
    ],
)
def test_an_uploaded_file_gets_a_plain_name(name, kept):
    assert orders.upload(name, b"text").name == kept


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("a.exe", b"x", "cannot be read"), ("a.txt", b" ", "is empty"), ("a.txt", b"x" * 5_000_001, "5,000,001 bytes")],
)
def test_an_upload_that_is_not_taken_is_named(name, data, words):
    with pytest.raises(InputError, match=words):
        orders.upload(name, data)


ENTRY = Entry(text="Norway will spend more.", question="core_share(NOR, 2030) >= 4")
LINES = [
    (Given("article", name="a b.txt"), "check", ["a b.txt"], {}),
    (Given("article", name="a.pdf", said="2025-07-03"), "check", ["a.pdf"], {"said": "2025-07-03"}),
    (Given("example"), "check", ["example"], {}),
    (Given("address", "https://example.org/a?b=c&d"), "check", ["https://example.org/a?b=c&d"], {}),
    (
        Given("sentence", 'It isn\'t "so".', by="A; rm -rf", said="2025-07-03"),
        "ask",
        ['It isn\'t "so".'],
        {"by": "A; rm -rf", "said": "2025-07-03"},
    ),
    (Given("register", entries=(ENTRY,)), "ask", [], {"register": orders.REGISTER}),
]


@pytest.mark.parametrize(
    ("given", "function", "what", "more"), LINES, ids=[f"{row[0].kind}-{n}" for n, row in enumerate(LINES)]
)
def test_the_lines_say_what_was_ordered(given, function, what, more):
    order = Order(given, 512, 7, "now", 2035)
    options = {"futures": 512, "seed": 7, "as_of": "now", "horizon": 2035}
    call = next(
        node
        for node in ast.walk(ast.parse(orders.python_lines(order)))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("check", "ask")
    )
    assert call.func.attr == function and [ast.literal_eval(a) for a in call.args] == what
    assert {k.arg: ast.literal_eval(k.value) for k in call.keywords} == more | options
    words = shlex.split(orders.command_line(order))
    assert words[:2] == ["overstretch", function] and (not what or words[2] == what[0])
    told = dict(zip(words[words.index("--futures") :: 2], words[words.index("--futures") + 1 :: 2], strict=True))
    assert told == {"--futures": "512", "--seed": "7", "--as-of": "now", "--horizon": "2035"}
    for name, option in (("by", "--by"), ("said", "--date"), ("register", "--register")):
        assert (words[words.index(option) + 1] if option in words else None) == more.get(name)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("--as-of 'x': accepted: a day", "Known up to 'x': accepted: a day"),
        ("/tmp/overstretch-app-1-x/key/article.txt: is not English", "article.txt: is not English"),
        ("https://example.org/a/b: the server answered 404.", "https://example.org/a/b: the server answered 404."),
        ("by half and/or a third", "By half and/or a third"),
        ("--no-such-thing: none", "No such thing: none"),
    ],
)
def test_messages_name_no_folders_and_no_flags(said, shown):
    assert plain(said) == shown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("17 APR 2026, 11:42\n\nA title of words\nMore.", "A title of words"),
        ("5.3.26\n\n6.3.26", "5.3.26"),
        ("\nOne line of words", "One line of words"),
    ],
)
def test_an_article_is_known_by_its_first_line_of_words(text, line):
    assert orders.headline(text) == line
