"""Stores with missing or wrong fields: computed again, or refused in one line; and one writer at a time."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from overstretch.engine.reading import open as open_run
from overstretch.engine.store import WRITER, Store
from overstretch.engine.stream import run_into
from overstretch.errors import InputError

MANIFEST = [
    ("settings",),
    ("axes",),
    ("title",),
    ("notes",),
    ("worlds",),
    ("scales",),
    ("settings", "futures"),
    ("settings", "worlds"),
    ("settings", "as_of"),
    ("settings", "seed"),
    ("settings", "off"),
    ("settings", "system"),
]
WRONG = [None, "text", 10**30, [], {"base": "many"}]


@pytest.fixture
def whole(tmp_path, job, made):
    run_into(tmp_path / "whole", job, compute=made)
    return tmp_path / "whole"


@pytest.mark.parametrize("path", MANIFEST, ids=".".join)
def test_a_wrong_field_of_the_manifest_is_refused_in_one_line_or_harmless(whole, job, made, path):
    file = whole / "manifest.json"
    good = file.read_text("utf-8")
    for wrong in ["missing", *WRONG]:
        held = json.loads(good)
        part = held
        for name in path[:-1]:
            part = part[name]
        if wrong == "missing":
            del part[path[-1]]
        else:
            part[path[-1]] = wrong
        file.write_text(json.dumps(held), encoding="utf-8")
        for act in (lambda: open_run(whole), lambda: run_into(whole, job, resume=True, compute=made)):
            try:
                act()
            except InputError as fault:
                assert "\n" not in str(fault) and str(whole) in str(fault)


@pytest.mark.parametrize("field", ["block", "fingerprint", "nonfinite", "chunks"])
def test_a_wrong_field_of_a_block_is_computed_again(whole, job, made, digest, field):
    before, file = digest(whole), whole / "blocks" / "000001.json"
    for wrong in ["missing", *WRONG]:
        held = json.loads(file.read_text("utf-8"))
        if held.get(field) == wrong or (field == "nonfinite" and wrong == {}):
            continue
        held.pop(field) if wrong == "missing" else held.update({field: wrong})
        file.write_text(json.dumps(held), encoding="utf-8")
        done = run_into(whole, job, resume=True, compute=made)
        assert (field == "fingerprint" and wrong == "text") or done.computed == [1]
        if field != "fingerprint":
            assert digest(whole) == before


@pytest.mark.parametrize("content", ["", "{}", "not json", "[" * 5_000])
def test_a_damaged_description_of_an_array_is_refused_in_one_line(whole, job, made, content):
    for file in sorted(whole.rglob("zarr.json"))[:3]:
        good = file.read_text("utf-8")
        file.write_text(content, encoding="utf-8")
        for act in (lambda: open_run(whole), lambda: run_into(whole, job, resume=True, compute=made)):
            with pytest.raises(InputError, match="damaged"):
                act()
        file.write_text(good, encoding="utf-8")


def test_a_second_writer_is_told_and_a_dead_one_leaves_nothing(whole, job, made):
    hold = (
        "import fcntl, os, sys; h = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT); fcntl.flock(h, "
        "fcntl.LOCK_EX); print('held', flush=True); sys.stdin.read()"
    )
    pytest.importorskip("fcntl")
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(whole / WRITER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout.readline() == b"held\n"
    with pytest.raises(InputError, match="another run writes here"):
        run_into(whole, job, resume=True, compute=made)
    other.kill()
    other.wait()
    assert run_into(whole, job, resume=True, compute=made).computed == []
    assert Store.open(whole).missing() == []
