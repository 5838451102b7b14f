"""The record of a check, by which it can be repeated."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from overstretch.claims.days import Cutoff
    from overstretch.jobs.runs import Runs
    from overstretch.statements import Reading

KEPT_OF_ARTICLE = {"name", "title", "date", "outlet", "author", "source", "sha256", "skipped", "encoding"}


def record_of(reading: Reading, runs: Runs, cut: Cutoff) -> dict[str, Any]:
    """The run's record: versions, seed, cut-offs, digests of everything that entered."""
    import json
    import platform
    from importlib.metadata import version

    from overstretch import __version__, assumptions

    packages = ("jax", "jaxlib", "numpy", "scipy", "pandas", "xarray", "spacy", "altair", "vl-convert-python")
    system, options = runs.declared, runs.options
    return {
        "version": __version__,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in packages},
        "machine": runs.tree.attrs["fingerprint"],
        "seed": options.seed,
        "futures": options.futures,
        "as_of": runs.day.isoformat(),
        "asked_as_of": cut.text,
        "now": cut.now.isoformat(),
        "made": date.today().isoformat(),
        "further": runs.further,
        "horizon": options.horizon,
        "off": sorted(options.off),
        "system": {"source": system.name, "sha256": system.digest},
        "facts": {"sha256": runs.known.digest, "files": [str(Path(f).resolve()) for f in options.facts_files]},
        "assumptions": {"sha256": assumptions.digest()},
        "language_model": reading.model,
        "articles": [d.model_dump(mode="json", include=KEPT_OF_ARTICLE) for d in reading.documents],
        "worlds": [node for node in runs.tree.children],
        "stand_ins": json.loads(runs.tree.attrs["notes"]),
    }
