"""Scores on the development set; what was looked at while rules were written, and what not, stands in its README."""

from __future__ import annotations

from dataclasses import replace

import devset
import pytest

from overstretch.statements.article.extract import extract
from overstretch.statements.mentions.dateline import article_date
from overstretch.statements.scoring.score import Gold, Scores, score


def scores(part: str, nlp) -> Scores:
    gold, found, texts = [], [], {}
    for name, text, marks in devset.load(part):
        texts[name] = text
        gold.extend(known(mark) for mark in marks if not bare(mark, text))
        found.extend(extract(text, name, nlp, article_date(text)))
    return score(gold, found, texts)


def bare(mark: Gold, text: str) -> bool:
    """A topic of a few words ("these concerns"): marked once, no statement any more."""
    return mark.form == "reported" and sum(len(text[a:b].split()) for a, b in mark.spans) <= 3


def known(mark: Gold) -> Gold:
    """ "We" of a text without a name is an unknown speaker."""
    return replace(mark, mention=None, canonical=None) if mark.canonical in ("We", "we", "our") else mark


def test_the_set_is_large_enough():
    articles = [article for part in ("build", "held", "tune", "blind", "last") for article in devset.load(part)]
    assert len(articles) >= 60
    fresh = devset.load("tune") + devset.load("blind") + devset.load("last")
    assert len(fresh) >= 20
    assert sum(len(marks) for _, _, marks in articles) >= 340


@pytest.mark.parametrize(
    ("part", "f1", "speakers"),
    [("build", 0.95, 0.95), ("held", 0.95, 0.93), ("tune", 0.94, 0.93), ("blind", 0.87, 0.90), ("last", 0.80, 0.78)],
)
def test_scores_do_not_fall(part, f1, speakers, nlp):
    found = scores(part, nlp)
    everything = found.at[0.5]["all"]
    assert everything.f1 >= f1
    assert everything.canonical_right / everything.speakers >= speakers
    assert everything.mentions_right / everything.mentions >= (0.87 if part == "last" else 0.95)
    assert found.at[0.5]["direct"].recall >= 0.9
    assert found.at[0.5]["direct"].precision >= 0.92


def test_every_span_quotes_the_text(nlp):
    for name, text, _ in devset.load("build"):
        for s in extract(text, name, nlp):
            assert s.content == " ".join(" ".join(text[a:b].split()) for a, b in s.spans)
            for q in s.quantities:
                assert text[q.span[0] : q.span[1]].strip() == q.text
