"""docs/facts.md says what the program does: its constants, its sources of updates, names that are registered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from overstretch.facts import EARLIEST, plausible, registry, views
from overstretch.facts.update import SOURCES

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "facts.md").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        f"From **{EARLIEST}** on",
        f"more than {plausible.LARGEST_STEP:g} times",
        f"more than {plausible.LARGEST_OF_SIGNED:g} times",
    ],
)
def test_the_constants_are_those_of_the_program(words):
    assert words in " ".join(TEXT.split())


def test_every_source_of_updates_and_every_way_to_look_up_is_named():
    assert all(f"| `{name}` |" in TEXT for name in SOURCES)
    assert all(
        f"`overstretch facts {command}" in TEXT
        for command in ("list", "show", "compare", "sources", "status", "export")
    )


def test_every_variable_that_the_page_names_is_registered():
    named = set(re.findall(r"`([a-z][a-z0-9_]*_[a-z0-9_]+)`", TEXT)) - {"pseudo_vintage"}
    assert named and not {name for name in named if name not in registry.variables()}


def test_publishers_and_origins_add_up_to_all_rows(base):
    publishers, origins = views.publishers(base), views.origins(base)
    assert publishers["rows"].sum() == origins["rows"].sum() == len(base.rows)
    assert set(publishers["publisher"]) == set(origins["publisher"])
    assert publishers["rows"].is_monotonic_decreasing and (origins["address"] != "").all()
