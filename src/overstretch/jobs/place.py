"""The folder of a result: checked, held, and replaced as a whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from overstretch.alone import alone
from overstretch.errors import InputError

RECORD = "run.json"
DRAFT, OLD = (".{}-", ".part"), (".{}-", ".old")  # how the neighbours of a folder are named while it is written
LONGER = ".{}-________.part"
LEAST_ROOM = 1_000_000  # bytes: less than any report


def check_target(folder: Path) -> None:
    """Raise InputError unless `folder` is new, empty, or an earlier output of this program, and can be written."""
    try:
        if folder.exists() and not folder.is_dir():
            raise InputError(f"--out {folder}: is a file; give a folder")
        if folder.is_dir() and any(folder.iterdir()) and not (folder / RECORD).is_file():
            raise InputError(f"--out {folder}: holds files that are not an earlier output; give a new or empty folder")
        parent = folder.resolve().parent
        while not parent.exists():
            parent = parent.parent
        if not parent.is_dir():
            raise InputError(f"--out {folder}: lies inside {parent}, which is a file; give a folder")
        with tempfile.TemporaryDirectory(dir=parent) as trial:
            Path(trial, LONGER.format(folder.name or "out")).mkdir()  # a name may be too long for the disk
            Path(trial, "trial").write_bytes(bytes(LEAST_ROOM))
    except (OSError, ValueError) as fault:
        if isinstance(fault, InputError):
            raise
        raise InputError(f"--out {folder}: cannot be written: {reason(fault)}") from fault


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Check the place of a result (`check_target`) and hold it for this process, from before the work until it is
    written.

    Raises InputError where another process holds it, or the place is bad.
    """
    check_target(folder)
    place = folder.resolve()
    made = [above for above in place.parents if not above.exists()]
    taken = f"--out {folder}: another check writes here; wait for it, or give another folder"
    with ExitStack() as stack:
        stack.callback(_remove_empty, made)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(alone(place.with_name(f".{place.name}.writer"), taken))
        except OSError as fault:
            raise InputError(f"--out {folder}: cannot be written: {reason(fault)}") from fault
        _recover(place)
        yield


def _recover(place: Path) -> None:
    """Put back the result, and remove the drafts, that a killed process left beside the place."""
    for folder in place.parent.iterdir():
        if not re.fullmatch(rf"\.{re.escape(place.name)}-\w{{8}}\.(part|old)", folder.name) or folder.is_symlink():
            continue
        if folder.suffix == OLD[1] and (folder / "old" / RECORD).is_file() and not place.exists():
            (folder / "old").rename(place)
        shutil.rmtree(folder, ignore_errors=True)


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def reason(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or str(fault)


class replacing:
    """A temporary sibling of the folder that takes its place when all went well, and vanishes when not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def __enter__(self) -> Path:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.temporary = self._neighbour(*DRAFT)
        self.temporary.chmod(0o755)
        return self.temporary

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            shutil.rmtree(self.temporary, ignore_errors=True)
            return
        if self.folder.exists():
            old = self._neighbour(*OLD)
            self.folder.rename(old / "old")
            self.temporary.rename(self.folder)
            shutil.rmtree(old, ignore_errors=True)
        else:
            self.temporary.rename(self.folder)

    def _neighbour(self, before: str, after: str) -> Path:
        return Path(tempfile.mkdtemp(after, before.format(self.folder.name), self.folder.parent))
