"""Sealed files: read back whole, and nothing that anybody else wrote, moved or linked."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overstretch.engine import sealed
from overstretch.engine.sealed import Folder, own_key

KEY = bytes(range(32))
unix = pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners to ask here")


@pytest.fixture
def folder(tmp_path) -> Folder:
    return Folder(tmp_path / "sealed", KEY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(content=st.binary(max_size=200))
def test_what_is_written_is_read_back_and_by_this_key_alone(folder, content):
    folder.write("a", content)
    assert folder.read("a") == content
    assert Folder(folder.path, KEY[::-1]).read("a") is None
    assert [file.name for file in folder.path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    "change", [lambda b: b"", lambda b: b[:20], lambda b: b[:-1], lambda b: bytes(32) + b[32:], lambda b: b + b"x"]
)
def test_a_changed_content_is_none(folder, change):
    folder.write("a", b"content")
    file = folder.path / "a"
    file.write_bytes(change(file.read_bytes()))
    assert folder.read("a") is None


def test_a_content_does_not_pass_under_another_name(folder):
    folder.write("a", b"content")
    (folder.path / "a").rename(folder.path / "b")
    assert folder.read("b") is None and folder.read("a") is None


def _link(folder, tmp_path):
    (folder.path / "a").rename(tmp_path / "elsewhere")
    (folder.path / "a").symlink_to(tmp_path / "elsewhere")


def _second_name(folder, tmp_path):
    os.link(folder.path / "a", tmp_path / "elsewhere")


def _others_write(folder, tmp_path):
    (folder.path / "a").chmod(0o666)


def _pipe(folder, tmp_path):
    (folder.path / "a").unlink()
    os.mkfifo(folder.path / "a")


@unix
@pytest.mark.parametrize("tampered", [_link, _second_name, _others_write, _pipe])
def test_a_file_that_others_can_reach_is_none(folder, tmp_path, tampered):
    folder.write("a", b"content")
    tampered(folder, tmp_path)
    assert folder.read("a") is None


@unix
def test_a_folder_swapped_after_it_was_opened_is_never_looked_into(folder, tmp_path):
    folder.write("a", b"content")
    folder.path.rename(tmp_path / "moved")
    theirs = Folder(tmp_path / "sealed", KEY)
    theirs.write("a", b"theirs")
    assert folder.read("a") == b"content"


@unix
def test_a_folder_behind_a_link_is_checked_where_it_lies(tmp_path):
    (tmp_path / "open" / "inner").mkdir(parents=True)
    (tmp_path / "open").chmod(0o777)
    (tmp_path / "link").symlink_to(tmp_path / "open" / "inner")
    with pytest.raises(OSError, match="open can be written by other users"):
        Folder(tmp_path / "link" / "sealed", KEY)


def test_a_failed_write_leaves_the_old_content_and_no_draft(folder, monkeypatch):
    folder.write("a", b"old")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sealed.os, "replace", full)
    with pytest.raises(OSError):
        folder.write("a", b"new")
    assert folder.read("a") == b"old" and [file.name for file in folder.path.iterdir()] == ["a"]


def test_the_key_is_one_for_all_who_ask_at_once(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: own_key(), range(32)))
    assert len(keys) == 1 and len(keys.pop()) == 32
    (file,) = Path(tmp_path, "overstretch").iterdir()
    assert file.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_damaged_key_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    own_key()
    (tmp_path / "overstretch" / "key").write_bytes(b"short")
    with pytest.raises(OSError, match="not a key of this program"):
        own_key()
