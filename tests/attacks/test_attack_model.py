"""The language model: its files are data; none of its package's code runs, however it is named and whatever was put
into it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from overstretch.errors import InputError
from overstretch.statements.reading.worker import Worker, job_of
from overstretch.statements.syntax import language

TRAP = "import pathlib\npathlib.Path({mark!r}).write_text('ran')\n"
SENTENCE = "Germany will spend 3.5% of GDP on defence by 2029."


@pytest.fixture
def mark(tmp_path) -> Path:
    return tmp_path / "ran"


@pytest.fixture
def package(tmp_path, mark, monkeypatch) -> Path:
    """The default model's package with code of a stranger's in it, found before the true one."""
    folder = tmp_path / "site" / language.MODEL
    shutil.copytree(language.model_folder().parent, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "__init__.py").write_text(TRAP.format(mark=str(mark)))
    monkeypatch.syspath_prepend(str(folder.parent))
    monkeypatch.delitem(sys.modules, language.MODEL, raising=False)
    return folder


def loaded(name: str) -> tuple:
    return language.load.__wrapped__(name)


def test_the_code_of_a_package_is_not_run_though_its_files_are_right(package, mark):
    assert language.model_folder().parent == package
    nlp, identity = loaded(language.MODEL)
    assert identity["sha256"] == language.SHA256 and [token.text for token in nlp("Spending rose.")][-1] == "."
    assert language.MODEL not in sys.modules and not mark.exists()


def put(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_text(change((folder / name).read_text("utf-8")), encoding="utf-8")


def flipped(folder: Path) -> None:
    data = bytearray((folder / "parser" / "model").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "parser" / "model").write_bytes(data)


FROM_ELSEWHERE = 'factory = "ner"'
TAMPERED = {
    "a bit of the weights": flipped,
    "a file more": lambda folder: (folder / "more.py").write_text("x"),
    "a file less": lambda folder: (folder / "tokenizer").unlink(),
    "the settings": put("config.cfg", lambda text: text.replace("batch_size = 256", "batch_size = 255")),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_file_that_was_changed_is_said_before_anything_is_loaded(package, mark, monkeypatch, name):
    TAMPERED[name](language.model_folder())
    monkeypatch.setattr("spacy.load", lambda _: pytest.fail("it was loaded"))
    with pytest.raises(InputError, match="reinstall"):
        loaded(language.MODEL)
    assert not mark.exists()


@pytest.fixture
def own(tmp_path) -> Path:
    """A folder of the user's with a model in it."""
    return Path(shutil.copytree(language.model_folder(), tmp_path / "own"))


def test_a_model_in_a_folder_of_the_users_reads(own, mark):
    (own / "__init__.py").write_text(TRAP.format(mark=str(mark)))
    keeper = Worker(str(own))
    try:
        answer = keeper.ask(job_of(SENTENCE.encode(), "a.txt", "text", "a.txt", None), "a.txt")
    finally:
        keeper.stop()
    assert answer["text"]["text"] == SENTENCE and keeper.identity["name"] == str(own)
    assert keeper.identity["sha256"] == language.digest(own) and not mark.exists()


BAD = {
    "a component of another package": put(
        "config.cfg", lambda text: text.replace(FROM_ELSEWHERE, 'source = "trap_model"')
    ),
    "the same by a detour": put(
        "config.cfg", lambda text: _in_one_line(text, "${elsewhere}") + '\n[elsewhere]\nsource = "trap_model"\n'
    ),
    "written in one line": put("config.cfg", lambda text: _in_one_line(text, '{"source": "trap_model"}')),
    "a function that nobody has": put("config.cfg", lambda text: text.replace("spacy.Tagger.v2", "stranger.Tagger.v1")),
    "a factory that nobody has": put("config.cfg", lambda text: text.replace(FROM_ELSEWHERE, 'factory = "stranger"')),
    "another language": put("config.cfg", lambda text: text.replace('lang = "en"', 'lang = "de"')),
    "no settings": lambda folder: (folder / "config.cfg").unlink(),
    "settings that are none": put("config.cfg", lambda _: "\0[[["),
    "settings without end": put("config.cfg", lambda text: text.replace('lang = "en"', "lang = ${nlp.lang}")),
    "no description": lambda folder: (folder / "meta.json").unlink(),
    "a description that is none": put("meta.json", lambda _: "[" * 100_000),
    "weights that are none": lambda folder: (folder / "ner" / "model").write_bytes(b"\xc1" * 99),
    "a part less": lambda folder: shutil.rmtree(folder / "tagger"),
    "words that are none": lambda folder: (folder / "vocab" / "strings.json").write_text("{"),
}


def _in_one_line(text: str, value: str) -> str:
    """The component `ner` as one value, in place of its section and those under it."""
    before, _, after = text.partition("[components.ner]")
    rest = after[after.index("[components.parser]") :]
    return before.replace("[components]\n", f"[components]\nner = {value}\n") + rest


@pytest.mark.parametrize("name", BAD)
def test_a_folder_that_is_no_whole_model_is_said_in_one_line_and_runs_nothing(own, tmp_path, mark, monkeypatch, name):
    trap = tmp_path / "site" / "trap_model"
    trap.mkdir(parents=True)
    (trap / "__init__.py").write_text(TRAP.format(mark=str(mark)))
    about = trap.with_name("trap_model-1.0.dist-info")  # spaCy takes it for a package that is installed
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: trap_model\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(trap.parent))
    BAD[name](own)
    with pytest.raises(InputError) as fault:
        loaded(str(own))
    assert "\n" not in str(fault.value) and not mark.exists()


@pytest.mark.parametrize("name", ["no_such_model", "./no such folder", "../", "os.path", "json", "", "a\0b", "-x"])
def test_what_is_no_model_is_said(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        loaded(name)


@pytest.mark.parametrize("module", ["random", "spacy", "numpy", "base64", "overstretch"])
def test_a_module_beside_the_articles_is_not_taken_for_one_of_pythons(tmp_path, mark, module):
    """Whoever reads articles in a folder of downloads runs nothing of what else lies there."""
    (tmp_path / f"{module}.py").write_text(TRAP.format(mark=str(mark)))
    (tmp_path / "a.txt").write_text(SENTENCE)
    command = [sys.executable, "-P", "-c", "from overstretch.cli import main; main()", "explain", "a.txt", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0]) and not mark.exists()
