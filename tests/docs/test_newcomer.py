"""docs/newcomer.md: each addition that it shows is made, as written, in a copy of the sources, and is seen to work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PAGE = (ROOT / "docs" / "newcomer.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^## ([^\n]+)\n(?:(?!^## ).)*?^```bash\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
# A session of the page: the program of the copy, and every fault ends it.
START = f'set -e\noverstretch() {{ "{sys.executable}" -c "from overstretch.cli import main; main()" "$@"; }}\n'
SHOWN = {
    "A law": (
        r"economy.anchored(inflation, *, price_anchor)",
        r"\pi' = (1 - a)\,\pi",
        "uniform (0, 0.2)",
        "Cut-off 1960-01-01",
    ),
    "A series": ("debt burden of the public", "simulated to 2040", "IMF (allies)", "--question 'debt_burden("),
    "An ally": ("mean over 32", "33 members", "ALB, AUT, BEL"),
    "A source": ("https://example.org/latvia", "Statistical Office of Latvia, an example", "3.8"),
    "A kind of statement": (
        "‘reintroduced military service’ → conscription",
        "happens(conscription, DEU, before 2030-01)",
    ),
}


def test_every_addition_is_shown_and_tested():
    assert set(BLOCKS) == set(SHOWN)
    assert all(f"](#{name.lower().replace(' ', '-')})" in PAGE for name in SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_the_files_that_an_addition_touches_are_those_that_the_architecture_page_names(name):
    """What a block appends to or edits, and nothing beside it."""
    written = re.findall(r"^(?:cat >>|sed -i .*) src/overstretch/(\S+)", BLOCKS[name], re.MULTILINE)
    row = re.search(rf"^\| {name.lower()} \|(.*)\|$", ARCHITECTURE, re.MULTILINE)
    assert row and sorted(written) == sorted(re.findall(r"`([\w/.-]+)`", row[1]))


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.slow) if "overstretch run" in BLOCKS[n] else n for n in SHOWN]
)
def test_the_addition_works_as_written(name, tmp_path):
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    search = os.pathsep.join([str(tmp_path / "src"), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": search, "COLUMNS": "160", "NO_COLOR": "1", "TERM": "dumb"}
    environment |= {"OVERSTRETCH_DATA": str(tmp_path / "data"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["bash", "-c", START + BLOCKS[name]],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    shown = " ".join(done.stdout.split())
    missing = [words for words in SHOWN[name] if words not in shown + done.stderr]
    assert not missing, done.stdout


PACKAGE = ROOT / "src/overstretch"


@pytest.mark.parametrize("page", ["architecture.md", "newcomer.md"])
def test_every_place_that_a_page_names_is_there(page):
    text = (ROOT / "docs" / page).read_text("utf-8")
    named = set(re.findall(r"`((?:src/overstretch|[a-z]+)/[\w/.-]*)`", text))
    missing = [
        place
        for place in named
        if not any((above / place).exists() for above in (ROOT, PACKAGE, PACKAGE / "claims", PACKAGE / "claims/reader"))
    ]
    assert len(named) > 10 and not missing
