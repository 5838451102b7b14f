"""Join stores of shares of one run into one store."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from overstretch.engine.forms import BlockRecord
from overstretch.engine.settings import Settings
from overstretch.engine.store import Damage, Store, _writing
from overstretch.errors import InputError


@dataclass(frozen=True)
class Merged:
    """What a merge found. damaged: left out; fingerprints: machine → its blocks."""

    folder: Path
    blocks: int
    missing: list[int]
    damaged: list[Damage]
    fingerprints: dict[str, list[int]]


def merge(folders: Sequence[str | Path], out: str | Path) -> Merged:
    """Copy the verified blocks of all folders into a new store.

    The shares must have equal settings; the store may lack blocks, which `run ... --out OUT --resume` then computes.
    Raises InputError naming the settings that differ, or where `out` is not new.
    """
    if not folders:
        raise InputError("merge: give the folders to join")
    stores = [Store.open(Path(folder)) for folder in folders]
    first = stores[0]
    try:
        settings = Settings(**first.manifest["settings"])
    except TypeError as fault:
        raise InputError(f"{first.folder}: its settings are not those of a run of this version: {fault}") from None
    for store in stores[1:]:
        if differences := settings.differences(store.manifest["settings"]):
            raise InputError(f"{store.folder} is of another run than {first.folder}: {'; '.join(differences)}")
    about = {name: first.manifest[name] for name in first.manifest.keys() - {"settings", "axes"}}
    joined = Store.create(Path(out), settings, first.manifest["axes"], about)
    with joined.alone():
        return _joined(stores, joined)


def _joined(stores: list[Store], joined: Store) -> Merged:
    damaged: list[Damage] = []
    machines: dict[str, list[int]] = {}
    for store in stores:
        bad = store.verify()
        damaged += bad
        skipped = {damage.block for damage in bad}.union(*machines.values())
        for record in store.records():
            if record.block not in skipped:
                _copy(store, joined, record)
                machines.setdefault(record.fingerprint, []).append(record.block)
    return Merged(joined.folder, len(joined.blocks), joined.missing(), damaged, machines)


def _copy(store: Store, joined: Store, record: BlockRecord) -> None:
    with _writing(joined.folder, "the blocks copied so far are usable: run ... --resume computes the others"):
        for name in store.arrays_of(record.block):
            target = joined.chunk(name, record.block)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(store.chunk(name, record.block), target)
        joined.write_record(record)
