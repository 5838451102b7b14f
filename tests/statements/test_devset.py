"""Scores on the development set; the held-out part was never looked at while rules were written."""

from __future__ import annotations

import devset
import pytest

from overstretch.statements.extract import article_date, extract
from overstretch.statements.score import Scores, score


def scores(part: str, nlp) -> Scores:
    gold, found, texts = [], [], {}
    for name, text, marks in devset.load(part):
        texts[name] = text
        gold.extend(marks)
        found.extend(extract(text, name, nlp, article_date(text)))
    return score(gold, found, texts)


def test_the_set_is_large_enough():
    articles = devset.load("build") + devset.load("held")
    assert len(articles) >= 40
    assert len(devset.load("held")) * 3 >= len(articles)
    assert sum(len(marks) for _, _, marks in articles) >= 150


@pytest.mark.parametrize(("part", "f1", "speakers"), [("build", 0.93, 0.93), ("held", 0.87, 0.80)])
def test_scores_do_not_fall(part, f1, speakers, nlp):
    found = scores(part, nlp)
    everything = found.at[0.5]["all"]
    assert everything.f1 >= f1
    assert everything.canonical_right / everything.speakers >= speakers
    assert everything.mentions_right / everything.mentions >= 0.95
    assert found.at[0.5]["direct"].recall >= 0.9
    assert found.at[0.5]["direct"].precision >= 0.92


def test_every_span_quotes_the_text(nlp):
    for name, text, _ in devset.load("build"):
        for s in extract(text, name, nlp):
            assert s.content == " ".join(" ".join(text[a:b].split()) for a, b in s.spans)
            for q in s.quantities:
                assert text[q.span[0] : q.span[1]].strip() == q.text
