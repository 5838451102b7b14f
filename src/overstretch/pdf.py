"""A report as PDF, printed by a Chromium or Chrome that is found on the machine: one way, no further package."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from overstretch.errors import InputError
from overstretch.whole import whole

NAMED = "OVERSTRETCH_BROWSER"  # a browser of one's own
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
SECONDS = 180  # for one report
QUIET = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


def browser() -> str:
    """The program that prints. Raises InputError that says what is looked for."""
    if given := os.environ.get(NAMED):
        if found := shutil.which(given):
            return found
        raise InputError(f"{NAMED}={given}: no such program; accepted: the path of a Chromium or Chrome")
    found = next(filter(None, map(shutil.which, (*BROWSERS, *PLACES))), None)
    if found is None:
        raise InputError(
            f"--pdf needs a Chromium, Chrome or Edge, and none was found; install one, or name it in {NAMED}. "
            "The report itself, report.html, prints from any browser"
        )
    return found


def check_pdf(path: Path) -> None:
    """Raise InputError, before anything is simulated, unless a PDF can be printed to this path."""
    from overstretch.tabular import check_folder

    if path.suffix.lower() != ".pdf":
        raise InputError(f"--pdf {path}: the file's ending must be .pdf")
    check_folder(path, "--pdf")
    browser()


def print_pdf(page: Path, path: Path) -> None:
    """Print an HTML file of ours, which forbids scripts itself, to `path` without a network. Raises InputError where
    the browser fails."""
    with tempfile.TemporaryDirectory() as profile, whole(path) as draft:
        sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()  # it refuses root otherwise
        command = [
            browser(),
            *QUIET,
            *sandbox,
            f"--user-data-dir={profile}",
            f"--print-to-pdf={draft.resolve()}",
            page.resolve().as_uri(),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise InputError(f"--pdf {path}: {command[0]} did not print: {fault}") from fault
        if done.returncode or not draft.is_file() or not draft.stat().st_size:
            last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
            raise InputError(f"--pdf {path}: {command[0]} did not print: {last[0][:200]}")
