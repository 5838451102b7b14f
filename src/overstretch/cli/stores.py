"""`overstretch merge` and `export`: stored runs joined, and written to one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from overstretch.cli.run import say_fingerprints, warn
from overstretch.terminal import say


def merge_command(
    folders: Annotated[list[Path], typer.Argument(metavar="FOLDER...", help="Stores of shares of one run.")],
    out: Annotated[Path, typer.Option(help="New folder for the joined store.")],
) -> None:
    """Join the stores of a run's shares into one. Exit code 1 where blocks are missing.

    Example:

        overstretch merge share-1 share-2 --out whole
    """
    from overstretch.engine.merge import merge

    merged = merge(folders, out)
    for damage in merged.damaged:
        warn(f"block {damage.block}: {damage.fault}; left out")
    say_fingerprints(list(merged.fingerprints))
    for fingerprint, blocks in merged.fingerprints.items():
        say(f"{len(blocks):,} blocks from machine {fingerprint}")
    if merged.missing:
        first = ", ".join(map(str, merged.missing[:10]))
        warn(
            f"{len(merged.missing):,} of {merged.blocks:,} blocks are missing: "
            f"{first}{', ...' if len(merged.missing) > 10 else ''}; "
            f"compute them with the run's own command, --out {out} and --resume"
        )
        raise typer.Exit(1)
    say(f"Written to {out}: all {merged.blocks:,} blocks")


def export_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A stored run.")],
    nc: Annotated[Path, typer.Option("--nc", metavar="FILE", help="NetCDF-4 file to write.")],
) -> None:
    """Write a stored run to one NetCDF-4 file, a group for each world."""
    from overstretch.engine.export import export_netcdf

    export_netcdf(folder, nc)
    say(f"Written to {nc}")
