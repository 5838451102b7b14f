"""Recall and precision of the choice of template on labelled sentences; those of the blind file served no rule."""

from __future__ import annotations

import fresh
import pytest

from overstretch.claims import registry


@pytest.mark.parametrize(("part", "recall", "precision"), [("build", 0.9, 0.95), ("blind", 0.75, 0.9)])
def test_templates_are_reached_with_the_right_polarity(part, recall, precision):
    got = fresh.score(fresh.load(part))
    assert got["recall"] >= recall and got["precision"] >= precision, got
    assert got["slots right"] >= 0.9 and got["near misses taken"] <= 0.1 * got["of near misses"], got


@pytest.mark.parametrize("part", ["build", "blind"])
def test_every_template_is_among_the_labels_and_no_sentence_is_in_both_files(part):
    rows, other = fresh.load(part), fresh.load("blind" if part == "build" else "build")
    assert {label.lstrip("!") for row in rows for label in row.labels} == {*registry.templates(), "-"}
    assert not {row.content for row in rows} & {row.content for row in other}


def test_unmapped_sentences_have_a_reason():
    for row in fresh.load("build"):
        found = row.compiled()
        assert (found.proposition is None) == (found.reason is not None)
