"""Stores survive kills, damage, full disks and wrong settings."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
from pathlib import Path

import numpy as np
import pytest

import overstretch
from overstretch.engine.merge import merge
from overstretch.engine.store import Store
from overstretch.engine.stream import Interrupted, parse_shard, run_into
from overstretch.errors import InputError


class Killed(BaseException):
    """Stands for the end of the process: nothing in the program may catch it and go on."""


@pytest.fixture
def whole(tmp_path, job, made) -> Path:
    run_into(tmp_path / "whole", job, compute=made)
    return tmp_path / "whole"


def test_a_store_holds_what_was_computed(whole, job, made):
    tree = overstretch.open(whole, verify=True)
    assert {node: child.sizes["future"] for node, child in tree.children.items()} == {"base": 2500, "oil(40)": 1500}
    computed = [b.arrays["base/events"] for b in made(job, [0, 1, 2])]
    expected = np.concatenate(computed, axis=-1)
    events = list(Store.open(whole).manifest["axes"]["event"])
    np.testing.assert_array_equal(tree["base"]["event_exit"], expected[events.index("event_exit")])
    assert tree["base"]["event_exit"].attrs["units"] == "year"
    assert tree.attrs["fingerprint"] == "machine-a"


@pytest.mark.parametrize("moment", range(0, 50, 6))
def test_killed_at_any_write_a_run_resumes_to_the_same_bits(tmp_path, monkeypatch, whole, job, made, digest, moment):
    """The kill comes at the moment-th rename of the run: every file of a store appears by one."""
    broken, count, replace = tmp_path / "broken", 0, Path.replace

    def failing(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > moment:
            raise Killed
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(Killed):
            run_into(broken, job, compute=made)
    run_into(broken, job, resume=True, compute=made)
    assert digest(broken) == digest(whole)


def test_blocks_in_any_order_give_the_same_bits(tmp_path, whole, job, made, digest):
    run_into(tmp_path / "other", job, compute=lambda job, blocks: made(job, blocks[::-1]))
    assert digest(tmp_path / "other") == digest(whole)


def test_a_damaged_chunk_is_found_said_and_computed_again(whole, job, made, digest):
    before = digest(whole)
    chunk = Store.open(whole).chunk("base/years", 1)
    content = bytearray(chunk.read_bytes())
    content[len(content) // 2] ^= 1
    chunk.write_bytes(content)
    with pytest.raises(InputError, match=r"damaged: block 1: the chunk of base/years"):
        overstretch.open(whole, verify=True)
    done = run_into(whole, job, resume=True, compute=made)
    assert [str(d) for d in done.damaged] == [
        "block 1: the chunk of base/years does not match its checksum; computed again"
    ]
    assert (done.kept, done.computed) == ([0, 2], [1])
    assert digest(whole) == before


def test_a_lost_chunk_and_an_unreadable_record_are_computed_again(whole, job, made, digest):
    before = digest(whole)
    Store.open(whole).chunk("oil(40)/events", 0).unlink()
    (whole / "blocks" / "000002.json").write_text('{"block": 2, "chu')
    done = run_into(whole, job, resume=True, compute=made)
    assert {d.block for d in done.damaged} == {0, 2}
    assert digest(whole) == before


def test_other_settings_are_named(whole, job, made):
    other = dataclasses.replace(job, settings=dataclasses.replace(job.settings, seed=4, off=["review"]))
    with pytest.raises(InputError, match=r"seed: 3 in the store, 4 now; off: \[\] in the store, \[\"review\"\] now"):
        run_into(whole, other, resume=True, compute=made)


def test_an_existing_store_is_not_touched_without_resume(whole, job, made, digest):
    before = digest(whole)
    with pytest.raises(InputError, match="add --resume"):
        run_into(whole, job, compute=made)
    assert digest(whole) == before


def test_a_folder_with_other_files_is_refused(tmp_path, job, made):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x")
    with pytest.raises(InputError, match="not an empty folder"):
        run_into(tmp_path / "mine", job, compute=made)
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_an_unfinished_store_opens_only_when_asked(tmp_path, job, made):
    run_into(tmp_path / "part", job, shard=(1, 2), compute=made)  # blocks 0 and 2
    with pytest.raises(InputError, match="holds 2 of 3 blocks"):
        overstretch.open(tmp_path / "part")
    tree = overstretch.open(tmp_path / "part", partial=True)
    assert tree["base"].sizes["future"] == 1024 + 452
    assert tree["oil(40)"].sizes["future"] == 1024
    assert tree["base"]["future"].values[1024] == 2048


def test_a_full_disk_is_a_clear_error_and_no_corrupt_store(tmp_path, monkeypatch, whole, job, made, digest):
    part, write = tmp_path / "part", Path.write_text

    def full(self: Path, *args, **options):
        if self.name.startswith("000001"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(self, *args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        with pytest.raises(InputError, match=r"No space left on device; block 1 was not stored.*--resume"):
            run_into(part, job, compute=made)
    assert Store.open(part).done() == [0]
    assert not list(part.rglob("*.partial"))
    run_into(part, job, resume=True, compute=made)
    assert digest(part) == digest(whole)


@pytest.mark.skipif(os.getuid() == 0, reason="permissions do not bind the superuser")
def test_a_read_only_folder_is_a_clear_error(tmp_path, job, made):
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(InputError, match="cannot be written: Permission denied"):
        run_into(tmp_path / "locked" / "run", job, compute=made)


def test_a_read_only_file_system_is_a_clear_error(tmp_path, monkeypatch, job, made):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    with pytest.raises(InputError, match="Read-only file system; the store was not made"):
        run_into(tmp_path / "run", job, compute=made)
    assert not list(tmp_path.iterdir())


def test_control_c_leaves_a_store_that_resumes(tmp_path, whole, job, made, digest):
    def interrupted(job, blocks):
        yield from made(job, blocks[:2])
        raise KeyboardInterrupt

    with pytest.raises(Interrupted) as stopped:
        run_into(tmp_path / "part", job, compute=interrupted)
    assert (stopped.value.done, stopped.value.total) == (2, 3)
    run_into(tmp_path / "part", job, resume=True, compute=made)
    assert digest(tmp_path / "part") == digest(whole)


def test_shares_merge_to_the_whole(tmp_path, whole, job, made, digest):
    for i in (1, 2):
        run_into(tmp_path / f"share-{i}", job, shard=(i, 2), compute=made)
    merged = merge([tmp_path / "share-1", tmp_path / "share-2"], tmp_path / "joined")
    assert (merged.missing, merged.damaged, merged.fingerprints) == ([], [], {"machine-a": [0, 2, 1]})
    assert digest(tmp_path / "joined") == digest(whole)


def test_merge_says_missing_blocks_and_the_rest_can_be_resumed(tmp_path, whole, job, made, digest):
    run_into(tmp_path / "share-2", job, shard=(2, 2), compute=made)
    merged = merge([tmp_path / "share-2"], tmp_path / "joined")
    assert merged.missing == [0, 2]
    run_into(tmp_path / "joined", job, resume=True, compute=made)
    assert digest(tmp_path / "joined") == digest(whole)


def test_merge_names_mixed_machines_and_leaves_damage_out(tmp_path, job, made):
    def elsewhere(job, blocks):
        return (b._replace(fingerprint="machine-b") for b in made(job, blocks))

    run_into(tmp_path / "share-1", job, shard=(1, 2), compute=made)
    run_into(tmp_path / "share-2", job, shard=(2, 2), compute=elsewhere)
    Store.open(tmp_path / "share-1").chunk("base/events", 2).write_bytes(b"?")
    merged = merge([tmp_path / "share-1", tmp_path / "share-2"], tmp_path / "joined")
    assert merged.fingerprints == {"machine-a": [0], "machine-b": [1]}
    assert (merged.missing, [d.block for d in merged.damaged]) == ([2], [2])


def test_merge_refuses_another_run(tmp_path, whole, job, made):
    other = dataclasses.replace(job, settings=dataclasses.replace(job.settings, seed=9))
    run_into(tmp_path / "other", other, compute=made)
    with pytest.raises(InputError, match=r"is of another run.*seed"):
        merge([whole, tmp_path / "other"], tmp_path / "joined")
    assert not (tmp_path / "joined").exists()


def test_what_is_no_store_is_said(tmp_path, whole):
    with pytest.raises(InputError, match=r"no run is stored here"):
        overstretch.open(tmp_path)
    (whole / "manifest.json").write_text(json.dumps({"settings": {}}))
    with pytest.raises(InputError, match="not the manifest of a stored run"):
        overstretch.open(whole)


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2"])
def test_a_share_that_cannot_be_is_refused(text):
    with pytest.raises(InputError, match="accepted: i/n"):
        parse_shard(text)


def test_shares_cover_every_block_once():
    blocks = range(11)
    shares = [list(blocks)[i - 1 :: n] for i, n in (parse_shard(f"{k}/3") for k in (1, 2, 3))]
    assert sorted(block for share in shares for block in share) == list(blocks)
