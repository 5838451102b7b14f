"""Input: a file or folder to a text, with the checks that keep unusable input out."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from overstretch.errors import InputError
from overstretch.statements.lexicon import table
from overstretch.statements.sources.encoding import encoding_of

LIMIT = 1_000_000
LARGEST = 20_000_000
SYSTEM = ("/proc", "/sys", "/dev")
ACCEPTED = "Accepted: English text of at most 1,000,000 characters as .txt, .md, .html or .pdf."


@dataclass(frozen=True)
class Text:
    """A text that was taken in, with what its source says about it."""

    text: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    author: str | None = None
    encoding: str | None = None


def decoded(data: bytes, name: str) -> str:
    """The text of some bytes in UTF-8 or the encoding that fits them; one character for every undecodable byte.

    Raises InputError where there is nothing, where it is no text, or where it is over 1 MB."""
    if not data.strip():
        raise InputError(f"{name}: the file is empty. {ACCEPTED}")
    return checked(data.decode(encoding_of(data), errors="replace"), name)


def checked(text: str, name: str) -> str:
    """A text that is not empty, not binary and not over 1 MB.

    Raises InputError otherwise."""
    if not text.strip():
        raise InputError(f"{name}: there is no text in it. {ACCEPTED}")
    if len(text) > LIMIT:
        raise InputError(f"{name}: {len(text):,} characters of text are more than the limit of {LIMIT:,}. {ACCEPTED}")
    sample = text[:20_000]
    odd = sum(c == "\ufffd" or (ord(c) < 32 and c not in "\n\r\t\f\x0b") for c in sample)
    if odd / len(sample) > 0.1:
        raise InputError(f"{name}: this looks like a binary file, not text. {ACCEPTED}")
    return text


TELLING = 3  # common words of another language, at least


def language_of(text: str) -> str | None:
    """None for English; else the language's name where it is one of a few, or "not English".

    By the share of the commonest short words, three different ones at least ("do" alone, or twice, makes no sentence
    Portuguese); too few words to tell count as English only if in Latin letters."""
    words = [match.group().lower() for match in islice(re.finditer(r"[^\W\d_]+", text), 10_000)]
    if not words:
        return "not English (no words)"
    latin = sum(word[0] < "\u0250" for word in words) / len(words)
    if latin < 0.5:
        return "not English (another script)"
    common = {name: set(text.split()) for name, text in table("languages.toml").items()}
    shares = {name: sum(word in own for word in words) / len(words) for name, own in common.items()}
    share = shares.pop("English")
    best, other = max((part, name) for name, part in shares.items())
    if best > max(share, 0.12) and len(common[other].intersection(words)) >= TELLING:
        return other
    if len(words) >= 40 and share < 0.08:
        return "not English"
    return None


def english(text: str, name: str) -> str:
    """The text, if it is in English.

    Raises InputError otherwise."""
    language = language_of(text)
    if language is not None:
        raise InputError(f"{name}: the text seems to be {language}; the reader knows English only. {ACCEPTED}")
    return text


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises InputError for a missing, unreadable or much too large file."""
    try:
        if not path.exists():
            raise InputError(f"{path}: there is no such file. {ACCEPTED}")
        if not path.is_file():
            raise InputError(f"{path}: this is not a file. {ACCEPTED}")
        if _of_the_system(path.resolve()):
            raise InputError(f"{path}: a file of the system, not an article. {ACCEPTED}")
        return _ordinary(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). {ACCEPTED}") from error
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{str(path)!r}: no file can have this name. {ACCEPTED}") from error


def text_of(file: Path, most: int, accepted: str) -> str:
    """The text of a file of data in UTF-8. Raises InputError, with what is accepted, where there is none or it is over
    `most` bytes."""
    try:
        if file.stat().st_size > most:
            raise InputError(f"{file}: more than {most:,} bytes. {accepted}")
        return file.read_text("utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}). {accepted}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 text. {accepted}") from error


def _of_the_system(path: Path) -> bool:
    """Whether a file is the kernel's own: it looks ordinary, and tells of processes (environment, memory) or
    devices."""
    return any(path.is_relative_to(folder) for folder in SYSTEM)


def _ordinary(path: Path) -> bytes:
    """The bytes of the very file that was looked at: opened once, never waiting for a pipe, never more than the
    limit."""
    with os.fdopen(
        os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb"
    ) as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise InputError(f"{path}: this is not a file. {ACCEPTED}")
        if about.st_size > LARGEST or len(data := file.read(LARGEST + 1)) > LARGEST:
            raise InputError(f"{path}: {about.st_size:,} bytes are more than the limit of {LARGEST:,}. {ACCEPTED}")
        return data
