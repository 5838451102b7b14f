"""A place held for one writer: a lock that the system lets go of when the process ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from overstretch.errors import InputError

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None  # type: ignore[assignment]


@contextmanager
def alone(file: Path, taken: str) -> Iterator[None]:
    """Hold the lock file for this process; it is made, and removed at the end. Raises InputError(taken) where another
    holds it, OSError where it cannot be made. On a disk that knows no locks nobody is kept out."""
    handle = _locked(file, taken)
    try:
        yield
    finally:
        with suppress(OSError):
            file.unlink()
        os.close(handle)


def _locked(file: Path, taken: str) -> int:
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _lock(handle, taken)
            if _still(file, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # whoever held it has removed it meanwhile: what is locked is no longer the file of that name


def _lock(handle: int, taken: str) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InputError(taken) from None
    except OSError:  # a disk that knows no locks
        return


def _still(file: Path, handle: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
