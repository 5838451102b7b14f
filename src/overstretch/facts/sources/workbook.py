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
        raise FetchError("reading a workbook needs further packages: pip install 'overstretch[update]'") from None
    try:
        return openpyxl.load_workbook(io.BytesIO(file.content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError) as error:
        reason = str(error) or type(error).__name__
        raise FetchError(f"{file.address}: no readable workbook, perhaps cut short ({reason})") from None
