"""`overstretch laws`, `variables` and `facts sources`: everything that is declared can be looked up, and a wrong name
is refused."""

from __future__ import annotations

import json

import pytest

from overstretch.assumptions import load_priors
from overstretch.claims.told import export
from overstretch.engine import schema
from overstretch.model.registry import WIRING


def rows(done) -> list[dict]:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["rows"]


def test_all_laws_priors_and_variables_are_listed(overstretch, tmp_path):
    held = json.loads(overstretch("laws", "--json", cwd=tmp_path).stdout)
    assert [row["name"] for row in held["rows"]] == [law.name for law in WIRING.every]
    assert {row["prior"] for row in held["priors"]} == set(load_priors())
    assert {row["variable"] for row in rows(overstretch("variables", "--json", cwd=tmp_path))} == set(schema.VARIABLES)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("laws",), ("war_economy", "economy", "17")),
        (("laws", "war"), ("war.quarterly(yearly)", "--off war: the war stays active", "Left out: The front")),
        (("laws", "taylor"), (r"r = \rho\,r_{-1}", "rate_smoothing", "uniform (0.7, 0.9)", "Taylor 1993")),
        (("laws", "war_intensity", "--as-of", "2025-07-03"), ("0.695 / 0.9 / 1.11", "attrition", "before it")),
        (("laws", "war_intensity", "--as-of", "2025-01-01"), ("(0.6, 1, 1.4)", "no later losses were")),
        (("scores",), ("key rate", "persistence", "grade D")),
        (("scores", "--all"), ("coverage", "persistence", "rows")),
        (("scores", "--estimates"), ("parameter", "lower", "sample")),
        (("variables", "exit"), ("hazard_exit", "year, future", "cumulative hazard")),
        (("facts", "sources"), ("IMF", "gdp_growth", "publishers of")),
        (("facts", "sources", "SIPRI"), ("non-commercial use", "https://sipri.org")),
    ],
)
def test_what_is_asked_for_is_shown(words, shown, overstretch, tmp_path):
    done = overstretch(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert all(text in done.stdout for text in shown), done.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("laws", "taylr"), "no mechanism, law or prior is named 'taylr'"),
        (("laws", "war", "--as-of", "soon"), "accepted: a day (YYYY-MM-DD) or now"),
        (("variables", "weather"), "no variable with 'weather'"),
        (("facts", "sources", "weather bureau"), "no origin with 'weather bureau'"),
    ],
)
def test_what_there_is_not_is_refused(words, message, refused):
    assert message in refused(*words)


@pytest.mark.parametrize(("name", "record"), [("statements", "Statement"), ("verdicts", "Verdict")])
def test_the_schema_says_what_every_field_means(name, record):
    fields = export.schema(name)["$defs"][record]["properties"]
    assert fields and not [field for field, about in fields.items() if not about.get("description")]
