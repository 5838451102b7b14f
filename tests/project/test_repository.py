"""What the repository promises: commands, pins, links, package data, generated pages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tools import check_constraints, check_wheel, docs_laws  # noqa: E402
from tools.readme_command import readme_command  # noqa: E402

README = (ROOT / "README.md").read_text("utf-8")
PINS = check_constraints.pins((ROOT / "constraints.txt").read_text("utf-8"))
FORBIDDEN = (
    *(f"/{folder}/" for folder in ("work", "root", "home", "opt")),
    r"pypi\.org",
    r"pythonhosted",
    r"npmjs",
    r"debian\.org",
    r"index-url",
    r"find-links",
)


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_readme_has_the_two_commands_and_ci_runs_them():
    job, tests = readme_command(README, "See it work"), readme_command(README, "Run the tests")
    for command in (job, tests):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install")
        assert "-c constraints.txt" in command
    assert job.endswith("overstretch check example")
    assert tests.endswith("pytest")
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert 'readme_command "See it work"' in script and 'readme_command "Run the tests"' in script


def test_a_command_is_found_only_where_there_is_one():
    assert readme_command("# A\n\n```sh\nls\n```\n", "A") == "ls"
    with pytest.raises(ValueError, match="no heading"):
        readme_command("# A\n", "B")
    with pytest.raises(ValueError, match="2 lines"):
        readme_command("# A\n\n```sh\nls\npwd\n```\n", "A")


def test_ci_script_is_valid_and_executable():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", script], check=True)
    assert "set -euo pipefail" in script.read_text("utf-8")


def test_every_requirement_is_pinned_within_its_bounds():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in ("app", "dev", "docs"):
        wanted += project["optional-dependencies"][extra]
    assert len(wanted) > 20
    for text in wanted:
        requirement = Requirement(text)
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert name in PINS, f"{name} is not in constraints.txt"
        assert requirement.specifier.contains(Version(PINS[name])), f"{text}: pinned at {PINS[name]}"


def test_pins_take_names_and_versions_only():
    with pytest.raises(ValueError, match="name==version"):
        check_constraints.pins("jax @ https://example.org/jax.whl")
    with pytest.raises(ValueError, match="name==version"):
        check_constraints.pins("jax==0.10.2 --hash=sha256:00")
    assert check_constraints.differences({"jax": "2", "rich": "1"}, {"jax": "1", "rich": "1"}) == [
        "jax 2 is installed, constraints.txt says 1"
    ]


def test_no_file_names_a_machine_or_a_registry():
    found = []
    pattern = re.compile("|".join(FORBIDDEN))
    for path in tracked():
        if path == Path(__file__) or path.suffix == ".png":
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if match := pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {match[0]}")
    assert not found


def test_links_of_readme_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)", README)
    local = [target for target in targets if "://" not in target]
    assert len(local) > 10
    assert [target for target in local if not (ROOT / target).is_file()] == []


def test_navigation_holds_every_page():
    navigation = (ROOT / "zensical.toml").read_text("utf-8")
    named = set(re.findall(r'"([\w/-]+\.md)"', navigation))
    written = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert written <= named, f"not in the navigation: {sorted(written - named)}"
    assert named <= written, f"in the navigation and not written: {sorted(named - written)}"


def test_readme_picture_is_small():
    picture = ROOT / "docs" / "images" / "report.png"
    assert picture.read_bytes().startswith(b"\x89PNG") and 20_000 < picture.stat().st_size < 400_000


def test_a_wheel_that_lacks_a_file_is_noticed(tmp_path):
    names = check_wheel.package_files()
    for needed in (
        "overstretch/examples/example.txt",
        "overstretch/systems/nato-russia.toml",
        "overstretch/facts/tables/nato.csv",
        "overstretch/assumptions/war.toml",
        "overstretch/claims/schemas/verdicts.json",
        "overstretch/report/templates/report.html.j2",
    ):
        assert needed in names
    wheel = tmp_path / "some.whl"
    with ZipFile(wheel, "w") as archive:
        for name in names - {"overstretch/facts/tables/nato.csv"}:
            archive.writestr(name, "")
    assert check_wheel.missing(wheel) == ["overstretch/facts/tables/nato.csv"]


@pytest.mark.parametrize("path", sorted(docs_laws.pages(), key=str), ids=lambda path: path.name)
def test_generated_pages_are_what_the_code_says(path):
    assert path.is_file() and path.read_text("utf-8") == docs_laws.pages()[path], (
        "out of date: run python -m tools.docs_laws"
    )
