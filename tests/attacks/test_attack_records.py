"""Records and folders of results: a tampered record ends in one line, a bad place is said before the work, nothing is
lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from overstretch.errors import InputError
from overstretch.facts import update
from overstretch.jobs import output
from overstretch.jobs.output import NotWritten, read_record, write_check
from overstretch.jobs.place import check_target, held

GOOD = {
    "version": "0.1.0",
    "seed": 1,
    "futures": 64,
    "as_of": "2025-07-03",
    "asked_as_of": "both",
    "now": "2026-10-15",
    "horizon": None,
    "off": [],
    "further": [],
    "system": {"source": "nato-russia", "sha256": "0"},
    "facts": {"sha256": "0", "files": []},
    "articles": [{"name": "a.txt", "skipped": None, "date": None, "title": "A"}],
    "digests": {"statements.json": "0", "arrays": {"base/x": "0"}},
    "asked_model": {"name": "m", "answers": {"a": "b"}},
}
USED = [
    "seed",
    "futures",
    "as_of",
    "asked_as_of",
    "now",
    "horizon",
    "system",
    "facts",
    "articles",
    "digests",
    "system.source",
    "facts.files",
    "articles.0.name",
    "articles.0.skipped",
    "articles.0.date",
    "articles.0.title",
    "digests.arrays",
    "digests.arrays.base/x",
    "asked_model",
    "asked_model.answers",
    "asked_model.name",
    "off",
    "articles.0",
]
WRONG = [1.5, True, {"x": {}}, [[]], {"arrays": []}]


def put(record: dict, path: str, value: object) -> None:
    *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in above:
        record = record[part]
    record[last] = value


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Text.", encoding="utf-8")
    return tmp_path


def test_a_good_record_is_read(folder):
    (folder / "run.json").write_text(json.dumps(GOOD), encoding="utf-8")
    record, articles = read_record(folder)
    assert record == GOOD and [path.name for path, _ in articles] == ["a.txt"]


@pytest.mark.parametrize("path", USED)
def test_a_tampered_record_ends_in_one_line(folder, path):
    for wrong in WRONG:
        record = json.loads(json.dumps(GOOD))
        put(record, path, wrong)
        (folder / "run.json").write_text(json.dumps(record), encoding="utf-8")
        with pytest.raises(InputError, match="not the record of a check") as fault:
            read_record(folder)
        assert "\n" not in str(fault.value)


@pytest.mark.parametrize("content", ["", "[]", "null", "{", "[" * 100_000, "\xff\x00"])
def test_what_is_no_record_is_said(folder, content):
    (folder / "run.json").write_text(content, encoding="latin-1")
    with pytest.raises(InputError, match="not "):
        read_record(folder)


def test_a_record_names_no_file_outside_its_folder(folder):
    record = json.loads(json.dumps(GOOD))
    record["articles"][0]["name"] = "../../../etc/hostname"
    (folder / "run.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InputError, match="missing hostname"):
        read_record(folder)


@pytest.mark.parametrize(
    "place", ["file", "file/inside", "file/inside/deep", "n" * 300, "n" * 245, "nul\0", "/proc/out", "/dev/null/out"]
)
def test_a_bad_place_is_said_before_the_work(tmp_path, place):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="--out"):
        check_target(tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_disk_without_room_is_said_before_the_work(tmp_path, monkeypatch):
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InputError, match="No space left"):
        check_target(tmp_path / "out")


HOLD = """
import sys
from pathlib import Path
from overstretch.jobs.place import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_check_is_told_before_the_work_and_a_dead_one_is_in_nobodys_way(tmp_path):
    pytest.importorskip("fcntl")
    out = tmp_path / "new" / "out"
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(out)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"held\n"
    with pytest.raises(InputError, match="another check writes here"), held(out):
        pytest.fail("two hold it")
    with held(out.with_name("other")):
        pass
    other.kill()
    other.wait()
    with held(out):
        pass
    assert list(out.parent.iterdir()) == []


def test_a_place_where_nothing_was_written_is_left_as_it_was(tmp_path):
    with pytest.raises(KeyboardInterrupt), held(tmp_path / "a" / "b" / "out"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [False, True])
def test_the_next_writer_puts_back_what_a_killed_one_left_and_touches_nothing_else(tmp_path, there):
    out, old, draft = tmp_path / "out", tmp_path / ".out-abcd1234.old" / "old", tmp_path / ".out-abcd1235.part"
    others = [
        tmp_path / name for name in (".out-mine.part", ".outs-abcd1234.old", "out-abcd1234.old", ".out-abcd1234.bak")
    ]
    for folder in (old, draft, *others, *([out] if there else [])):
        folder.mkdir(parents=True)
        (folder / "run.json").write_text(folder.name)
    with held(out):
        pass
    assert (out / "run.json").read_text() == ("out" if there else "old")
    assert sorted(tmp_path.iterdir()) == sorted([out, *others])


class Result:
    statements, verdicts, documents, futures, facts, run, notes = (), (), (), None, None, {}, ()


@pytest.mark.parametrize("behind", [False, True])
def test_what_cannot_be_written_is_not_lost(tmp_path, monkeypatch, behind):
    """Whether the disk fails in our own hands or in those of the library that writes the arrays."""

    def failing(*_: object, **__: object) -> None:
        try:
            raise OSError(28, "No space left on device")
        except OSError as fault:
            if behind:
                raise RuntimeError("unable to flush file") from fault
            raise

    monkeypatch.setattr(output, "_written", failing)
    with pytest.raises(NotWritten, match="nothing was left there") as fault:
        write_check(Result(), tmp_path / "out")
    assert isinstance(fault.value.result, Result) and not (tmp_path / "out").exists()


def test_answers_are_printed_before_they_are_written(tmp_path, monkeypatch):
    from overstretch.cli import show

    order: list[str] = []
    monkeypatch.setattr(show, "show_rest", lambda result: order.append("printed"))

    def fails(result: object, folder: Path) -> None:
        order.append("written")
        raise NotWritten("full", result)

    monkeypatch.setattr(output, "write_check", fails)
    with pytest.raises(NotWritten):
        show.show_then_write(Result(), tmp_path / "out")
    assert order == ["printed", "written"]


@pytest.mark.parametrize("source", ["nato", "sipri", "imf", "worldbank", "eurostat", "cbr", "brent", "minfin"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + b"\0" * 200, b"<html>", b"\xff" * 99, b"{}", b"a,b\n1,2\n"])
def test_a_malformed_file_of_a_publisher_is_one_line(tmp_path, monkeypatch, source, content):
    monkeypatch.setenv("OVERSTRETCH_DATA", str(tmp_path / "data"))
    file = tmp_path / "figures.xlsx"
    file.write_bytes(content)
    with pytest.raises(InputError):
        update.update_from_file(source, file, "2026-10-01")
