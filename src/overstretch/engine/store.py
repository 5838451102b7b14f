"""A run on disk: Zarr v3, one chunk per block and array; a block exists once its record does.

    DIR/manifest.json          settings, axes, machine
    DIR/blocks/000012.json     record of block 12: SHA-256 of each of its chunks, non-finite futures, machine
    fingerprint
    DIR/zarr.json, DIR/<world>/<array>/c/...   the arrays of engine.reduce

A folder is made whole under another name and renamed; chunks and records are written to a temporary file and renamed,
the record last. So whatever moment a run is killed at, what has a record is complete, and what has none is computed
again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from overstretch import records
from overstretch.alone import alone
from overstretch.engine.forms import BLOCK_RECORD, BlockRecord, Manifest
from overstretch.engine.layout import Array, layout
from overstretch.engine.plan import BLOCK
from overstretch.engine.reduce import Reduced
from overstretch.engine.settings import Settings
from overstretch.errors import InputError

MANIFEST = "manifest.json"
WRITER = ".writer"  # held by the process that writes
RECORDS = "blocks"


@dataclass(frozen=True)
class Damage:
    """A block that had a record and cannot be used."""

    block: int
    fault: str

    def __str__(self) -> str:
        return f"block {self.block}: {self.fault}; computed again"


class Store:
    """An opened folder. Raises InputError from every method where the disk is full or the folder cannot be written."""

    def __init__(self, folder: Path, manifest: dict[str, Any]) -> None:
        self.folder, self.manifest = folder, manifest
        settings = manifest["settings"]
        self.worlds: dict[str, int] = settings["worlds"]
        self.blocks = range(-(-settings["futures"] // BLOCK))
        self.layout: dict[str, dict[str, Array]] = layout(manifest["axes"], self.worlds)
        self._group: Any = None

    @classmethod
    def create(cls, folder: Path, settings: Settings, axes: dict[str, list], about: dict[str, Any]) -> Store:
        """A new store without blocks. Raises InputError unless the folder is new or empty."""
        check_new(folder)
        manifest = {"settings": asdict(settings), "axes": axes, **about}
        with _writing(folder, "the store was not made"):
            folder.parent.mkdir(parents=True, exist_ok=True)
            temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
            try:
                temporary.chmod(0o755)
                cls(temporary, manifest)._make_arrays()
                (temporary / RECORDS).mkdir()
                (temporary / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
                temporary.replace(folder)
            except BaseException:
                shutil.rmtree(temporary, ignore_errors=True)
                raise
        return cls(folder, manifest)

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Raises InputError where the folder holds no store or one of another format."""
        path = folder / MANIFEST
        try:
            manifest = records.checked(json.loads(path.read_text("utf-8")), path, Manifest, "manifest of a stored run")
            return cls(folder, manifest)
        except InputError:
            raise
        except FileNotFoundError:
            raise InputError(f"{folder}: no run is stored here (it has no {MANIFEST})") from None
        except OSError as fault:
            raise InputError(f"{path}: cannot be read: {fault.strerror}") from fault
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as fault:
            raise InputError(f"{path}: is not the manifest of a stored run: {fault!r}") from fault

    def check_arrays(self) -> None:
        """Raises InputError where an array's own description is not the one that was made."""
        import zarr

        try:
            group = zarr.open_group(self.folder, mode="r", zarr_format=3)
            for node, arrays in self.layout.items():
                for name, array in arrays.items():
                    held: Any = group[f"{node}/{name}"]
                    if (held.shape, held.chunks, held.dtype) != (array.shape, array.chunks, array.dtype):
                        raise ValueError(f"{node}/{name} has another shape or type")
        except Exception as fault:  # what reads the descriptions raises many kinds of errors for damaged ones
            raise InputError(
                f"{self.folder}: the arrays of this store are damaged ({fault}); run it again into a new folder"
            ) from fault

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder for this process. Raises InputError where another one writes to it."""
        taken = f"{self.folder}: another run writes here; wait for it, or give each share a folder of its own"
        with ExitStack() as held:
            with _writing(self.folder, "nothing was changed"):
                held.enter_context(alone(self.folder / WRITER, taken))
            yield

    def check_same(self, settings: Settings) -> None:
        """Raises InputError naming every setting that differs."""
        if differences := settings.differences(self.manifest["settings"]):
            raise InputError(
                f"{self.folder}: was run with other settings, so it cannot be resumed: {'; '.join(differences)}"
            )

    # -- writing ---------------------------------------------------------------------------------------------------

    def _make_arrays(self) -> None:
        import zarr

        root = zarr.create_group(self.folder, zarr_format=3)
        for node, arrays in self.layout.items():
            group = root.create_group(node)
            for name, array in arrays.items():
                group.create_array(
                    name,
                    shape=array.shape,
                    chunks=array.chunks,
                    dtype=array.dtype,
                    dimension_names=array.dims,
                    fill_value=0,
                )

    def write(self, reduced: Reduced) -> None:
        """Add a block: its chunks, then its record. A block already there is replaced."""
        import zarr

        with _writing(self.folder, f"block {reduced.block} was not stored; what is stored stays usable with --resume"):
            self._record(reduced.block).unlink(missing_ok=True)
            if self._group is None:
                self._group = zarr.open_group(self.folder, mode="r+", zarr_format=3)
            sums = {}
            for name, values in reduced.arrays.items():
                node, array = name.split("/")
                stored = self.layout[node][array]
                with zarr.config.set({"array.write_empty_chunks": True}):
                    chunk = values[None] if stored.dims[0] == "block" else values
                    self._group[name].blocks[stored.at(reduced.block)] = chunk
                sums[name] = _sha256(self.chunk(name, reduced.block))
            self.write_record(BlockRecord(reduced.block, reduced.fingerprint, reduced.nonfinite, sums))

    def write_record(self, record: BlockRecord) -> None:
        path = self._record(record.block)
        temporary = path.with_suffix(f".{os.getpid()}.partial")
        try:
            temporary.write_text(json.dumps(asdict(record)) + "\n", encoding="utf-8")
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    # -- reading ---------------------------------------------------------------------------------------------------

    def _record(self, block: int) -> Path:
        return self.folder / RECORDS / f"{block:06d}.json"

    def chunk(self, name: str, block: int) -> Path:
        """File of an array's ("world/array") chunk of a block."""
        node, array = name.split("/")
        return self.folder.joinpath(node, array, "c", *map(str, self.layout[node][array].at(block)))

    def arrays_of(self, block: int) -> list[str]:
        """The arrays ("world/array") that a block has a chunk of."""
        present = [node for node, futures in self.worlds.items() if block * BLOCK < futures]
        return [f"{node}/{name}" for node in present for name in self.layout[node]]

    def records(self) -> Iterator[BlockRecord]:
        """Records of the blocks that are there, in order; unreadable ones are passed over."""
        for block in self.blocks:
            try:
                record = BLOCK_RECORD.validate_json(self._record(block).read_bytes())
            except (OSError, ValueError):
                continue
            if record.block == block:
                yield record

    def done(self) -> list[int]:
        return [record.block for record in self.records()]

    def missing(self) -> list[int]:
        return sorted(set(self.blocks) - set(self.done()))

    def verify(self, blocks: Iterable[int] | None = None) -> list[Damage]:
        """Compare every chunk with its checksum. Returns the blocks that fail; their records are left."""
        wanted = set(self.blocks if blocks is None else blocks)
        whole, damaged = set(), []
        for record in self.records():
            if record.block in wanted:
                whole.add(record.block)
                if fault := self._fault(record):
                    damaged.append(Damage(record.block, fault))
        unreadable = [b for b in wanted - whole if self._record(b).exists()]
        return damaged + [Damage(block, "its record cannot be read") for block in sorted(unreadable)]

    def _fault(self, record: BlockRecord) -> str | None:
        for name in self.arrays_of(record.block):
            path = self.chunk(name, record.block)
            if not path.is_file():
                return f"the chunk of {name} is missing"
            if _sha256(path) != record.chunks.get(name):
                return f"the chunk of {name} does not match its checksum"
        return None

    def sweep(self) -> None:
        """Remove half-written files of a run that was killed. One process writes to a store at a time."""
        with _writing(self.folder, "nothing was changed"):
            for path in self.folder.rglob("*.partial"):
                path.unlink(missing_ok=True)

    def forget(self, block: int) -> None:
        """Remove a block's record, so that it is computed again."""
        with _writing(self.folder, "nothing was changed"):
            self._record(block).unlink(missing_ok=True)


def check_new(folder: Path) -> None:
    """Raise InputError unless the folder is new or empty."""
    if folder.is_dir() and (folder / MANIFEST).is_file():
        raise InputError(f"--out {folder}: a run is stored here; add --resume to finish it, or give another folder")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"--out {folder}: is not an empty folder; give a new one")


@contextmanager
def _writing(folder: Path, left: str) -> Iterator[None]:
    """Turn a full disk or a read-only folder into one clear error. left: what the failure left behind."""
    try:
        yield
    except OSError as fault:
        raise InputError(f"{folder}: cannot be written: {fault.strerror or fault}; {left}") from fault


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
