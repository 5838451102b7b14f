"""The compile cache: one that another user could change is left alone, with a note; so is one that cannot be
written."""

from __future__ import annotations

import os

import pytest

from overstretch.engine import device

opened = device._opened.__wrapped__
unix = pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners to ask here")


@pytest.fixture(autouse=True)
def places(monkeypatch, tmp_path):
    monkeypatch.setenv("OVERSTRETCH_CACHE", str(tmp_path / "mine" / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_a_cache_of_our_own_is_used_and_closed_to_others(tmp_path):
    folder, note = opened()
    assert note is None and folder.path == tmp_path / "mine" / "cache" / f"compiled-{device.fingerprint()}"
    for made in (tmp_path / "mine", folder.path, tmp_path / "state" / "overstretch"):
        assert made.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_an_unwritable_cache_is_a_note(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("OVERSTRETCH_CACHE", str(tmp_path / "file"))
    folder, note = opened()
    assert folder is None and note.startswith("compile cache not used: ")


def test_no_home_is_a_note(monkeypatch):
    for name in ("OVERSTRETCH_CACHE", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    folder, note = opened()
    assert folder is None and note.startswith("compile cache not used: ") and "home" in note


@unix
def test_another_users_cache_is_a_note(monkeypatch):
    opened()
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    assert "belongs to another user" in opened()[1]


@unix
@pytest.mark.parametrize("which", ["mine", "mine/cache", "state", "state/overstretch"])
def test_a_place_that_others_can_write_or_rename_in_is_a_note(tmp_path, which):
    opened()
    (tmp_path / which).chmod(0o777)
    assert f"{which} can be written by other users" in opened()[1]


def test_the_fingerprint_is_short_and_steady():
    assert device.fingerprint() == device.fingerprint() and len(device.fingerprint()) == 12
