"""The files of a check: written, read back, compared."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import xarray as xr

from overstretch import records
from overstretch.defaults import QUANTILES
from overstretch.engine.schema import DRAWN, EVENT, KEPT, YEAR
from overstretch.errors import InputError, reading
from overstretch.jobs.place import RECORD, reason, replacing
from overstretch.netcdf import root_attributes, write_groups

if TYPE_CHECKING:
    from overstretch.jobs.result import CheckResult

_KEPT_WHOLE = ("core_share", "related_share")


class NotWritten(InputError):
    """The files of a result could not be written; `result` is what they would have held."""

    def __init__(self, message: str, result: CheckResult) -> None:
        super().__init__(message)
        self.result = result


def write_check(result: CheckResult, folder: Path) -> CheckResult:
    """Write statements.json, verdicts.json, claimreview.jsonld, futures.nc, report.html, run.json and copies of the
    articles into `folder`.

    Returns the result with the digests of the outputs in its record. Raises NotWritten, with the result, where the disk
    is full or the folder was taken away.
    """
    try:
        return _written(result, folder)
    except (OSError, RuntimeError) as fault:  # the library of the arrays has errors of its own for a full disk
        if not _of_the_disk(fault):
            raise
        raise NotWritten(
            f"--out {folder}: cannot be written: {reason(fault)}; nothing was left there", result
        ) from fault


def _of_the_disk(fault: BaseException | None) -> bool:
    """Whether a fault, or one behind it, is the operating system's."""
    while fault is not None:
        if isinstance(fault, OSError):
            return True
        fault = fault.__cause__ or fault.__context__
    return False


def _written(result: CheckResult, folder: Path) -> CheckResult:
    from overstretch.claims.told.export import to_claim_reviews
    from overstretch.report.html import write_report

    texts = {"statements.json": _json(result.statements), "verdicts.json": _json(result.verdicts)}
    run = result.run | {"digests": digests(texts, result.futures)}
    result = replace(result, run=run)
    with replacing(folder) as temporary:
        for name, text in texts.items():
            (temporary / name).write_text(text, encoding="utf-8")
        reviews = to_claim_reviews(result.statements, result.verdicts, result.documents)
        (temporary / "claimreview.jsonld").write_text(reviews, encoding="utf-8")
        copies = temporary / "articles"
        copies.mkdir()
        for document in result.documents:
            if not document.skipped:
                (copies / document.name).write_text(document.text, encoding="utf-8", newline="")
        with ThreadPoolExecutor(1) as pool:  # charts are drawn while the arrays are written
            written = pool.submit(write_futures, result.futures, temporary / "futures.nc")
            write_report(temporary / "report.html", **vars(result))
            written.result()
        (temporary / RECORD).write_text(
            json.dumps(run, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8"
        )
    return result


def write_futures(tree: xr.DataTree, path: Path) -> None:
    """The headline part of the futures as NetCDF-4, one group per world.

    Kept per future in the base world: event times, headline series, yearly system series, every ally's core and related
    shares, parameters and variants, and all else as quantiles (5, 25, 50, 75, 95%); in contrast worlds event times and
    yearly system series.
    """
    datasets: dict[str, xr.Dataset] = {}
    with ThreadPoolExecutor() as pool:  # sorting leaves the interpreter free
        for node, child in tree.children.items():
            world = child.to_dataset()
            made = pool.map(partial(_kept, base=node == "base"), map(str, world.data_vars), world.data_vars.values())
            kept = {str(n): values for n, values in zip(world.data_vars, made, strict=True) if values is not None}
            datasets[node] = xr.Dataset(kept, {**world.coords, "quantile": list(QUANTILES)}, tree.attrs | world.attrs)
    write_groups(datasets, path, root_attributes(tree.attrs, "overstretch check"))


def _kept(name: str, values: xr.DataArray, base: bool) -> tuple | None:
    whole = base and (name in _KEPT_WHOLE or name in KEPT or name in DRAWN)
    if whole or name in EVENT or name in YEAR:
        return values.dims, values.values, values.attrs
    if not base:
        return None
    return ("quantile", *values.dims[:-1]), _quantiles(values.values), values.attrs


def _quantiles(values: np.ndarray) -> np.ndarray:
    """Quantiles along the last axis, linear between order statistics, [quantile, ...]; one sort serves all of them."""
    ordered = np.sort(values, axis=-1)
    at = np.array(QUANTILES) * (values.shape[-1] - 1)
    low = np.floor(at).astype(int)
    high = np.minimum(low + 1, values.shape[-1] - 1)
    part = (at - low).astype(values.dtype)
    return np.moveaxis(ordered[..., low] * (1 - part) + ordered[..., high] * part, -1, 0)


def digests(texts: dict[str, str], tree: xr.DataTree) -> dict[str, Any]:
    """SHA-256 of each text and of the bytes of every array of every world."""
    named = {
        f"{node}/{name}": values.values
        for node, child in tree.children.items()
        for name, values in child.to_dataset().data_vars.items()
    }
    with ThreadPoolExecutor() as pool:  # hashing leaves the interpreter free
        arrays = dict(zip(named, pool.map(_digest, named.values()), strict=True))
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()} | {"arrays": arrays}


def _digest(array: np.ndarray) -> str:
    return hashlib.sha256(np.ascontiguousarray(array).data).hexdigest()


Copies = list[tuple[Path | None, dict[str, Any]]]


def read_record(path: Path) -> tuple[dict[str, Any], Copies]:
    """A run's record and the copies of its articles, None for one that was skipped, each with what the record says of
    it.

    Raises InputError naming what is missing."""
    if path.is_dir():
        path = path / RECORD
    with reading(path, "give the run.json of an earlier check", "not a record of a run", ValueError, RecursionError):
        record = json.loads(path.read_text("utf-8"))
    records.checked(record, path)
    folder = path.parent / "articles"
    articles = [
        (None if entry["skipped"] else folder / Path(entry["name"]).name, entry) for entry in record["articles"]
    ]
    if missing := [article.name for article, _ in articles if article is not None and not article.is_file()]:
        raise InputError(f"{path.parent / 'articles'}: missing {', '.join(missing)}, which the record names")
    return record, articles


def compare(recorded: dict[str, Any], result: CheckResult) -> dict[str, bool]:
    """Output → same to the bit, for both JSON files and every array."""
    texts = {"statements.json": _json(result.statements), "verdicts.json": _json(result.verdicts)}
    now, then = digests(texts, result.futures), recorded["digests"]
    same = {name: now[name] == then.get(name) for name in texts}
    names = sorted(set(now["arrays"]) | set(then["arrays"]))
    return same | {name: now["arrays"].get(name) == then["arrays"].get(name) for name in names}


def _json(made: list) -> str:
    return (
        json.dumps([one.model_dump(mode="json") for one in made], indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    )
