"""Open a publisher's workbook, or say why it cannot be read."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from overstretch.facts.fetch import Download, FetchError, refuse_html


def open_workbook(file: Download) -> Any:
    """The workbook (openpyxl, read-only, values of formulas); FetchError where the bytes are no workbook."""
    refuse_html(file.content, file.address, "a workbook")
    try:
        import openpyxl
    except ImportError:
        raise FetchError("reading a workbook needs further packages: pip install '.[update]' in a checkout") from None
    try:
        return openpyxl.load_workbook(io.BytesIO(file.content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError) as error:
        reason = str(error) or type(error).__name__
        raise FetchError(f"{file.address}: no readable workbook, perhaps cut short ({reason})") from None


def stamped(book: Any, address: str, first_year: int, last_year: int) -> str:
    """The day of a workbook's own stamp (ISO), where it is of the years in which its tables come out.

    FetchError where there is none, or one of another year: somebody saved the file again, so the day must be said.
    """
    stamp = book.properties.modified or book.properties.created
    if stamp is not None and first_year <= stamp.year <= last_year:
        return stamp.date().isoformat()
    saved = f"was saved on {stamp:%Y-%m-%d}, which is not its publication" if stamp else "names no day"
    raise FetchError(
        f"{address}: the workbook has no date of publication ({saved}); give it with --published YYYY-MM-DD"
    )
