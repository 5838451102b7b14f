"""One family of errors for bad input: each says what, where, and what is accepted."""

from __future__ import annotations

import reprlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class InputError(ValueError):
    """Something a user supplied cannot be used. The command line prints the message and exits with code 2."""


class Unanswerable(InputError):
    """A question that is understood and can't be answered here; the message is the reason given to the reader."""


@contextmanager
def reading(path: Path, accepted: str, otherwise: str, *faults: type[Exception]) -> Iterator[None]:
    """Raise InputError where the block cannot read the file, or meets one of the faults of a file of another form."""
    try:
        yield
    except OSError as fault:
        raise InputError(f"{path}: cannot be read: {fault.strerror}; {accepted}") from fault
    except faults as fault:
        first = str(fault).partition("\n")[0]
        raise InputError(f"{path}: {otherwise}: {first}") from fault


def a_text(given: Any, option: str) -> str:
    """A text as it is given in Python. Raises InputError for anything else, and for a text that no file and no process
    takes."""
    if not isinstance(given, str) or "\0" in given or any("\ud800" <= letter <= "\udbff" for letter in given):
        raise InputError(f"{option} {reprlib.repr(given)}: accepted: a text")
    return given


def a_path(given: Any, option: str) -> Path:
    """A path as it is given in Python. Raises InputError for anything else, and for one that no file can have."""
    try:
        if isinstance(given, (str, Path)):
            Path(given).stat()
            return Path(given)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return Path(given)
    except (OSError, ValueError):  # too long, a loop of links, a NUL
        pass
    raise InputError(f"{option} {reprlib.repr(given)}: accepted: a path")
