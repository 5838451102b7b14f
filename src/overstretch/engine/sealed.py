"""Files that hold code, kept for this user alone: a folder that nobody else can swap, contents sealed with the user's
own key.

A compiled program is run as it is read, so whoever can put one here runs code as this user. Two walls stand before
that: the folder is opened once, checked from the root down (nobody else may rename a part of its path) and then used by
its open handle, never by its path again; and every content carries an HMAC under a key that only this user can read.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

from overstretch import folders

try:
    import grp
    import pwd
except ImportError:  # Windows has neither
    pass

_SEAL = hashlib.sha256().digest_size
_HANDLES = os.open in os.supports_dir_fd and hasattr(os, "getuid")  # not on Windows: there the seal alone stands


class Folder:
    """A folder of this user's, made with mode 0700 where it is missing.

    path: where it lies. key: 32 bytes, of `own_key`. Raises OSError, with the reason, where another user could change
    it.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path, self._key = path.absolute(), key
        _made(self.path)
        self._handle = _opened(self.path) if _HANDLES else None
        self._place = self.path if self._handle is None else self._handle

    def read(self, name: str) -> bytes | None:
        """The content under this name, None where there is none, it is damaged or somebody else wrote it."""
        try:
            whole = _read(self._name(name), self._handle)
        except OSError:
            return None
        content = whole[_SEAL:]
        if not hmac.compare_digest(whole[:_SEAL], self._seal(name, content)):
            return None
        with suppress(OSError):
            os.utime(self._name(name), dir_fd=self._handle)
        return content

    def write(self, name: str, content: bytes) -> None:
        """Keep a content under this name; whole or not at all. Raises OSError, as where the disk is full."""
        draft = f"{name}.{secrets.token_hex(8)}"
        try:
            _write(self._name(draft), self._seal(name, content) + content, self._handle)
            os.replace(self._name(draft), self._name(name), src_dir_fd=self._handle, dst_dir_fd=self._handle)
        except OSError:
            self._remove(draft)
            raise

    def keep_newest(self, prefix: str, number: int) -> None:
        """Remove all but the `number` contents with this prefix that were written or read last."""
        names = [name for name in os.listdir(self._place) if name.startswith(prefix)]  # noqa: PTH208 - by its handle
        for name in sorted(names, key=self._written)[:-number]:
            self._remove(name)

    def _written(self, name: str) -> float:
        try:
            return os.stat(self._name(name), dir_fd=self._handle, follow_symlinks=False).st_mtime
        except OSError:  # another process has just removed it
            return 0.0

    def _remove(self, name: str) -> None:
        try:
            os.unlink(self._name(name), dir_fd=self._handle)
        except OSError:
            return

    def _name(self, name: str) -> str:
        return name if self._handle is not None else str(self.path / name)

    def _seal(self, name: str, content: bytes) -> bytes:
        return hmac.digest(self._key, name.encode() + b"\0" + content, "sha256")


def own_key() -> bytes:
    """This user's key, made at the first call: 32 bytes in folders.state.

    Raises OSError where it cannot be kept from other users, RuntimeError without a home.
    """
    folder = folders.state()
    _made(folder)
    handle = _opened(folder) if _HANDLES else None
    within = Path() if handle is not None else folder
    held, draft = str(within / "key"), str(within / f"draft.{secrets.token_hex(8)}")
    try:
        try:
            os.stat(held, dir_fd=handle)
        except FileNotFoundError:
            _write(draft, secrets.token_bytes(32), handle)
            with suppress(FileExistsError):  # another process was first
                os.link(draft, held, src_dir_fd=handle, dst_dir_fd=handle)
            os.unlink(draft, dir_fd=handle)
        key = _read(held, handle, links=2)  # another process may be about to remove its draft
    finally:
        if handle is not None:
            os.close(handle)
    if len(key) != 32:
        raise OSError(f"{folder / 'key'}: not a key of this program; remove it, a new one is made")
    return key


def _made(path: Path) -> None:
    """Make the folder and what is missing above it, for this user alone whatever the umask."""
    for missing in (*reversed(path.parents), path):
        missing.mkdir(mode=0o700, exist_ok=True)


def _opened(path: Path) -> int:
    """A handle of the folder, opened part by part without following links that others could have set."""
    real = Path(os.path.realpath(path))
    handle = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
    try:
        for depth, part in enumerate(real.parts[1:], 2):
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=handle)
            os.close(handle)
            handle = inner
            own = depth == len(real.parts)
            if fault := _foreign(os.fstat(handle), own):
                raise OSError(f"{Path(*real.parts[:depth])} {fault}")
    except OSError:
        os.close(handle)
        raise
    return handle


def _foreign(about: os.stat_result, own: bool) -> str | None:
    """Why others could change what a folder holds, else None. A sticky folder (/tmp) lets nobody rename what is
    ours."""
    if about.st_uid not in ({os.getuid()} if own else {os.getuid(), 0}):
        return f"belongs to another user (id {about.st_uid})"
    shared = about.st_mode & (stat.S_IWOTH | (0 if _private(about.st_gid) else stat.S_IWGRP))
    if shared and (own or not about.st_mode & stat.S_ISVTX):
        return "can be written by other users"
    return None


@cache
def _private(group: int) -> bool:
    """Whether a group is this user's alone, as many systems make one for each user."""
    try:
        about, user = grp.getgrgid(group), pwd.getpwuid(os.getuid())
    except KeyError:
        return False
    return group == user.pw_gid and about.gr_name == user.pw_name and set(about.gr_mem) <= {user.pw_name}


def _read(name: str, handle: int | None, links: int = 1) -> bytes:
    """A regular file of this user's with at most so many names, without following links and without waiting for a
    pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(name, flags, dir_fd=handle), "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or (_HANDLES and (_foreign(about, own=True) or about.st_nlink > links)):
            raise OSError(f"{name}: not a file of this user's own")
        return file.read()


def _write(name: str, content: bytes, handle: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(name, flags, 0o600, dir_fd=handle), "wb") as file:
        file.write(content)
