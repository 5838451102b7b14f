"""Take the picture of a report that README shows, with a Chromium that is installed on the machine.

python tools/report_picture.py overstretch-out/report.html docs/images/report.png
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1100, 1180


def take(report: Path, picture: Path) -> None:
    """The top of the report as a PNG of WIDTH × HEIGHT pixels."""
    browser_path = shutil.which("chromium")
    if not browser_path:
        raise SystemExit("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(report.resolve().as_uri())
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
