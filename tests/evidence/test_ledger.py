"""The ledger: every row of a rule enters, its steps stay in one part, and a line can be checked against the tables."""

from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pytest

from overstretch.evidence import ledger, ledger_drawn, said
from overstretch.facts.store import from_embedded
from overstretch.questions.text import parse
from overstretch.systems import load_system

ALLIES = ("POL", "ESP", "ITA", "BEL", "DEU")


@pytest.fixture(scope="module")
def drawn() -> list[ledger.Line]:
    return ledger_drawn.claims(from_embedded(), ALLIES)


def test_every_promise_of_the_year_with_an_outcome_enters_at_three_levels(drawn):
    """The five who promised 2% in 2025, by the day of their promise."""
    found = {
        (x.who, x.step): x
        for x in drawn
        if x.question.startswith("core_share(")
        and "2025)" in x.question
        and x.printed == 2.0
        and x.said.startswith("2025")
    }
    for who in ("ESP", "ITA", "BEL"):
        assert {step for name, step in found if name == who} == {"", "+10%", "-10%"}
        assert found[who, "+10%"].question == f"core_share({who}, 2025) >= 2.2"
    assert found["ITA", ""].outcome == "true" and found["ESP", ""].outcome == "too close to call"
    assert found["ESP", ""].came is None and found["ESP", ""].brier is None


def test_no_outcome_was_known_on_the_day(drawn):
    for line in drawn:
        assert len(line.said) == 10 and line.source and line.settled_by
        parse(line.question)


def test_the_three_claims_of_a_row_stand_in_one_part(drawn):
    parts: dict[tuple, set] = {}
    for x in drawn:
        parts.setdefault((x.who, x.said, x.said_by, x.printed, x.source, x.question.rsplit(">=", 1)[0]), set()).add(
            x.part
        )
    assert all(len(found) == 1 for found in parts.values())
    assert {x.part for x in drawn} == {"scored once", "looked at"}


def test_as_said_is_a_half_at_the_printed_figure_and_monotone(drawn):
    by_row: dict[tuple, dict[str, float]] = {}
    for x in drawn:
        if x.as_said is not None:
            by_row.setdefault((x.who, x.said, x.source, x.printed), {})[x.step] = x.as_said
    for steps in by_row.values():
        assert steps.get("", 0.5) == pytest.approx(0.5)
        values = [steps[k] for k in ("-10%", "", "+10%") if k in steps] or [
            steps[k] for k in ("-1 point", "", "+1 point") if k in steps
        ]
        assert values == sorted(values, reverse=True)


def line(
    number: int, p: float | None, outcome: str, who: str = "POL", part: str = "scored once", **fields
) -> ledger.Line:
    given = ledger.Line(
        id=f"x{number}",
        kind="allies' shares",
        who=who,
        said="2024-09-01",
        said_by="x",
        question="core_share(POL, 2025) >= 4",
        printed=4.0,
        step="",
        part=part,
        probability=p,
        base_rate=None,
        as_said=None,
        outcome=outcome,
        figure="",
        settled_by="",
        source="",
        address="",
    )
    return replace(given, **fields)


def test_scores_by_hand():
    lines = [
        line(1, 0.8, "true"),
        line(2, 0.4, "false", "ESP", as_said=0.5),
        line(3, 0.9, "too close to call"),
        line(4, None, "true"),
        line(5, 0.1, "true", part="looked at"),
    ]
    (score,) = ledger.scores(lines, "scored once")
    assert (score.n, score.parties, score.rarer) == (2, 2, 1)
    assert score.brier == pytest.approx((0.04 + 0.16) / 2)
    n, theirs, gap = score.rivals["always 50%"]
    assert (n, theirs, gap.mean) == (2, pytest.approx(0.25), pytest.approx(0.1 - 0.25))
    assert score.rivals["as said, with its error"][:2] == (1, pytest.approx(0.25))
    assert "base rate" not in score.rivals and score.shows_skill == "no skill can be shown"
    assert [x.id for x in ledger.misses(lines)] == ["x5", "x2", "x1"]


def test_what_ships_is_what_the_rules_draw():
    """Every shipped line is a claim of today's tables, with a probability that can be one; none is left out."""
    shipped = {x.id: x for x in ledger.held()}
    own = {x.id: x for x in ledger_drawn.claims(from_embedded(), load_system("nato-russia").groups.allies)}
    assert shipped.keys() == own.keys()
    for name, x in shipped.items():
        assert (x.question, x.outcome, x.part) == (own[name].question, own[name].outcome, own[name].part)
        assert x.probability is None or 0 <= x.probability <= 1
    assert np.mean([x.probability is not None for x in shipped.values()]) > 0.5


def test_every_statement_is_a_claim_or_says_why_not():
    newest = from_embedded()
    known = newest.as_of(newest.newest)
    rows = said.held()
    assert len({row.number for row in rows}) == 33
    for row in rows:
        assert row.address.startswith("http") and row.said_by
        assert bool(row.question) != bool(row.why_not), row.number
        if row.question:
            parse(row.question)
    asked = {(x.question, x.said) for x in ledger.held()}
    for row in rows:
        if row.question and said.came(row, known) is not None:
            assert (row.question, row.said) in asked, "what the tables ask already stands there"
    assert sum(said.left_out(rows, known).values()) == sum(not r.question or said.came(r, known) is None for r in rows)


def test_the_file_reads_back(tmp_path):
    made = [line(1, 0.25, "true"), line(2, None, "false")]
    ledger.write(made, tmp_path / "ledger.csv")
    rows = list(csv.DictReader((tmp_path / "ledger.csv").open()))
    assert [r["probability"] for r in rows] == ["0.25", ""]
