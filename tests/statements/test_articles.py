"""The two articles of the main job: every core statement, its speaker, and the links between the accounts."""

from __future__ import annotations

import pytest

from overstretch.statements import link, read
from overstretch.statements.scoring.gold import load_gold
from overstretch.statements.scoring.score import canonical_right, characters, overlap

pytestmark = pytest.mark.shared
CORE = ("direct", "indirect", "nominal")


@pytest.fixture(scope="module")
def reading(articles):
    return read(sorted(articles.glob("*.txt")))


@pytest.fixture(scope="module")
def matched(articles, reading):
    pairs = {}
    for entry in load_gold(articles / "gold.jsonl"):
        own = characters(entry.spans)
        best = max(
            (s for s in reading.statements if s.doc == entry.doc), key=lambda s: overlap(own, characters(s.spans))
        )
        if overlap(own, characters(best.spans)) >= 0.5:
            pairs[entry.id] = (entry, best)
    return pairs


def test_all_core_statements_are_found_with_their_speakers(articles, matched):
    core = [entry for entry in load_gold(articles / "gold.jsonl") if entry.form in CORE]
    assert len(core) == 22
    assert [entry.id for entry in core if entry.id not in matched] == []
    assert [entry.id for entry in core if not canonical_right(*matched[entry.id])] == []


def test_repeated_paragraph_counts_once(reading):
    repeated = [s for s in reading.statements if s.duplicate_of is not None]
    assert len(repeated) == 1
    first = next(s for s in reading.statements if s.id == repeated[0].duplicate_of)
    assert first.content == repeated[0].content
    assert first.spans != repeated[0].spans


def test_accounts_of_one_statement_are_joined_across_articles(articles, reading, matched):
    linked = {s.id: s for s in link(reading.statements, reading.documents)}
    groups = {
        "P1": ["g01", "g02", "g08", "g15", "g17"],
        "P2": ["g06", "g16"],
        "C1": ["g03", "g22", "g25"],
        "C2": ["g09", "g19"],
    }
    for members in groups.values():
        ids = [matched[key][1].id for key in members]
        for one in ids:
            assert set(ids) - {one} <= set(linked[one].same_as)
    inside = {matched[key][1].id for members in groups.values() for key in members}
    kept_apart = matched["g06"][1].id not in linked[matched["g01"][1].id].same_as
    assert kept_apart and len(inside) == 12


def test_replies_citations_and_nesting(reading, matched):
    linked = {s.id: s for s in link(reading.statements, reading.documents)}

    def own(key):
        return linked[matched[key][1].id]

    assert own("g08").reply_to == own("g06").id
    assert own("g17").reply_to == own("g16").id
    assert own("g18").cites == own("g19").id
    assert own("g21").nested_in == own("g20").id
    assert own("g19").via == "TASS"
    assert own("g20").addressee == "AFP"


def test_numbers_and_deadlines(matched):
    pledge = matched["g03"][1]
    assert [(q.value, q.unit) for q in pledge.quantities] == [(5.0, "percent of GDP")]
    assert (pledge.deadline.text, pledge.deadline.date, pledge.deadline.relation) == ("by 2035", "2035-01-01", "by")
    assert matched["g13"][1].deadline.text == "within five years"
    assert matched["g09"][1].deadline.text == "beginning next year"
    assert matched["g09"][1].direction == "down" and matched["g02"][1].direction == "up"
