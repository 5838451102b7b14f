"""What a user puts in and asks for, checked; and the Python and command line that give the same figures."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any

from overstretch import jobs
from overstretch.defaults import APP_FUTURES
from overstretch.errors import InputError
from overstretch.questions.check import understood
from overstretch.statements.reading.by_hand import LONGEST, Entry, entry
from overstretch.statements.reading.reader import LONGEST_COPY, SUFFIXES, is_address

MOST_BYTES = 1_000_000
MOST_FILE = 5_000_000
MOST_FUTURES = 20_480
MOST_QUESTIONS = 60
EXAMPLE = "example"
REGISTER = "statements-asked.json"
LONGEST_SENTENCE = 400  # characters: a longer text, or one of several lines, is an article
_LONE = re.compile("[\ud800-\udfff]")
_NAME = re.compile(r"[\w][\w .()-]{0,99}")


@dataclass(frozen=True)
class Given:
    """What was put in. article: a file's bytes by name, or a text's with its first line; sentence, address or example:
    `text`; register: entries.

    by: who says the sentence; said: the day on which, or that of the article, an ISO date."""

    kind: str
    text: str = ""
    name: str = "article.txt"
    data: bytes = b""
    by: str | None = None
    said: str | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Order:
    """What is asked of what was put in; as in `overstretch.check`."""

    given: Given
    futures: int = APP_FUTURES
    seed: int = jobs.DEFAULT_SEED
    as_of: str = jobs.DEFAULT_AS_OF
    horizon: int | None = None

    @property
    def options(self) -> dict[str, Any]:
        """The options of the library's function; the horizon where there is one."""
        made = {"futures": self.futures, "seed": self.seed, "as_of": self.as_of, "horizon": self.horizon}
        return {name: value for name, value in made.items() if value is not None}


def boxed(text: str, by: str | None = None, said: str | None = None) -> Given:
    """What one box holds: an address, a typed question, one sentence or an article. Raises InputError that names the
    part at fault."""
    plain = checked_text(text).strip()
    if is_address(plain) and len(plain.split()) == 1:
        return checked_given(Given("address", plain, said=said or None))
    if (typed := typed_question(plain)) is not None:
        return asked([typed], by, said)
    if by or (len(plain) <= LONGEST_SENTENCE and "\n" not in plain):
        return checked_given(Given("sentence", plain, by=by or None, said=said or None))
    return checked_given(Given("article", headline(plain), data=plain.encode("utf-8"), said=said or None))


def headline(text: str) -> str:
    """The line by which an article is known: the first of words, a line of day and hour passed over."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    first = next((line for line in lines if sum(word.isalpha() for word in line.split()) >= 3), lines[0])
    return shorten(first, 120, placeholder=" …")


def typed_question(text: str) -> str | None:
    """The text where it is a question of the question language, None where it is words.

    Raises InputError for a question that is not understood."""
    if not re.match(r"[\s(]*(?:not\s+)?[a-z][a-z0-9_]*\s*[(\[]", text):
        return None
    understood(text)
    return text


def asked(questions: Sequence[str | dict[str, Any]], by: str | None = None, said: str | None = None) -> Given:
    """Typed questions as a register. Raises InputError for none, too many or one that is not understood."""
    if not questions:
        raise InputError("question: none given; accepted: a text or an object, or a list of them")
    if len(questions) > MOST_QUESTIONS:
        raise InputError(f"question: {len(questions)} of them; accepted: up to {MOST_QUESTIONS}")
    for one in questions:
        understood(one)
    return Given("register", entries=tuple(entry("", by or None, said or None, one) for one in questions))


def checked_text(text: str) -> str:
    """Raises InputError for a text that is empty, too long or no Unicode."""
    if _LONE.search(text):
        raise InputError("text: holds half of a character (a lone surrogate); accepted: text in Unicode")
    if not text.strip():
        raise InputError("text: is empty; give an article, a sentence or a web address, in English")
    if (size := len(text.encode("utf-8"))) > MOST_BYTES:
        raise InputError(f"text: {size:,} bytes; accepted: up to {MOST_BYTES:,} bytes")
    return text


def checked_given(given: Given) -> Given:
    """Raises InputError that says which part is wrong and what is accepted."""
    if given.kind == "article" and not given.data.strip():
        raise InputError("text: is empty; give an article, a sentence or a web address, in English")
    if len(given.data) > MOST_FILE:
        raise InputError(f"{given.name}: {len(given.data):,} bytes; accepted: up to {MOST_FILE:,} bytes")
    if not _NAME.fullmatch(given.name) or len(given.name.encode("utf-8", "replace")) > LONGEST_COPY:
        raise InputError(
            f"name {given.name!r}: accepted: up to 100 letters, digits, spaces and . - _ ( ), at most "
            f"{LONGEST_COPY} bytes"
        )
    if given.kind == "sentence" and len(given.text) > LONGEST:
        raise InputError(
            f"text: {len(given.text):,} characters are more than one speaker's {LONGEST:,}; an article names "
            f"its speakers itself"
        )
    if given.by is not None and _LONE.search(given.by):
        raise InputError("speaker: holds half of a character (a lone surrogate); accepted: text in Unicode")
    if given.said is not None or given.by is not None:
        entry("x", given.by, given.said)
    return given


def checked(order: Order) -> Order:
    """The order, within what the app takes. Raises InputError that says which part is wrong and what is accepted."""
    checked_given(order.given)
    return within(order)


def within(order: Order) -> Order:
    """The order of what was checked before, its options within what the app takes. Raises InputError likewise."""
    if not 1 <= order.futures <= MOST_FUTURES:
        raise InputError(f"futures {order.futures}: accepted here: 1 to {MOST_FUTURES:,}")
    jobs.check_options(order.futures, order.seed, order.horizon, jobs.checked_cutoff(order.as_of))
    return order


def upload(name: str, data: bytes, said: str | None = None) -> Given:
    """A file as an article, its name made plain. Raises InputError for another kind of file, an empty or a large
    one."""
    ending = "." + name.rpartition(".")[2].lower()
    if ending not in SUFFIXES:
        raise InputError(f"this file cannot be read; accepted: files ending in {', '.join(SUFFIXES)}")
    stem = re.sub(r"[^\w .()-]+", "-", name.rpartition(".")[0]).strip(" .-")[:60] or "article"
    return checked_given(Given("article", name=f"{stem}{ending}", data=data, said=said or None))


def mended(found: Sequence[Entry]) -> Given:
    """Statements with the questions that the user settled on. Raises InputError where none is left."""
    if not found:
        raise InputError("no statement with a question is left; keep one, or give one a question")
    return Given("register", entries=tuple(found))


def file_of(given: Given) -> str | None:
    """The name of the file that the printed lines read; None where they need none."""
    return {"article": given.name, "register": REGISTER}.get(given.kind)


def python_lines(order: Order) -> str:
    """The Python lines that give the same figures."""
    given = order.given
    what, options = repr(_words(given)[-1]), {"by": given.by, "said": given.said}
    if given.kind == "register":
        what, options = f"register={what}", {}
    elif given.kind != "sentence":
        del options["by"]
    named = {name: value for name, value in options.items() if value is not None} | order.options
    parts = [what, *(f"{name}={value!r}" for name, value in named.items())]
    return f"import overstretch\n\nresult = overstretch.{_function(given)}({', '.join(parts)})\nprint(result.table())"


def command_line(order: Order) -> str:
    """The command line that gives the same figures."""
    given = order.given
    words = _words(given)
    options = {"by": given.by, "date": given.said} if given.kind != "register" else {}
    for name, value in (options | order.options).items():
        words += [f"--{name.replace('_', '-')}", str(value)] if value is not None else []
    return shlex.join(["overstretch", _function(given), *words])


def _words(given: Given) -> list[str]:
    """What the command line takes before its options."""
    if given.kind == "register":
        return ["--register", REGISTER]
    return [{"article": given.name, "example": EXAMPLE}.get(given.kind, given.text)]


def _function(given: Given) -> str:
    return "ask" if given.kind in ("sentence", "register") else "check"


def named_after(given: Given) -> str:
    """What was put in, in a few words."""
    if given.kind == "register":
        one = given.entries[0]
        first = one.text or (one.question if isinstance(one.question, str) else "a question")
        more = len(given.entries) - 1
        return shorten(first, 120, placeholder=" …") + (f" and {more} more" if more else "")
    return {"example": "The example article", "article": given.text or given.name}.get(
        given.kind, shorten(given.text, 200, placeholder=" …")
    )


def without_data(given: Given) -> Given:
    """The same without its bytes, which lie in a file."""
    return replace(given, data=b"")
