"""The compile cache: another user's, a writable one and an unwritable one are left alone, with a note."""

from __future__ import annotations

import os

import jax
import pytest

from overstretch.engine import device

prepare = device.prepare_device.__wrapped__


@pytest.fixture(autouse=True)
def untouched():
    """Whatever a test does, JAX keeps the cache that it had."""
    before = jax.config.jax_compilation_cache_dir
    yield
    assert jax.config.jax_compilation_cache_dir == before
    jax.config.update("jax_compilation_cache_dir", before)


def test_an_unwritable_cache_is_a_note(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("OVERSTRETCH_CACHE", str(tmp_path / "file"))
    assert prepare().startswith("compile cache not used: ")


def test_no_home_is_a_note(monkeypatch):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    for name in ("OVERSTRETCH_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(device.Path, "home", homeless)
    assert prepare() == "compile cache not used: Could not determine home directory."


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners to ask here")
def test_a_foreign_cache_is_a_note(monkeypatch, tmp_path):
    monkeypatch.setenv("OVERSTRETCH_CACHE", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert "belongs to another user" in prepare()


@pytest.mark.skipif(os.name == "nt", reason="no such permissions here")
def test_a_cache_that_others_can_write_is_a_note(monkeypatch, tmp_path):
    monkeypatch.setenv("OVERSTRETCH_CACHE", str(tmp_path))
    folder = tmp_path / f"compiled-{device.fingerprint()}"
    folder.mkdir()
    folder.chmod(0o777)
    assert "can be written by other users" in prepare()


def test_the_fingerprint_is_short_and_steady():
    assert device.fingerprint() == device.fingerprint() and len(device.fingerprint()) == 12
