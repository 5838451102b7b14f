"""Documents of every format with their statements marked: what is found, what is not, and who said it."""

from __future__ import annotations

from collections import Counter

import documents
import pytest
from tools.score_statements import counted

from overstretch.statements.article.extract import examine
from overstretch.statements.mentions.dateline import article_date

FORMATS = """
agency_ua | article
blog_bbc | live blog
brief | key points
column | column
digest | key points
explainer | article
feature | article
hansard | transcript
headlines | headlines
hearing | transcript
interview_bold | interview
interview_qa | interview
interview_spiegel | interview
keypoints | key points
liveblog_ago | live blog
liveblog_inline | live blog
liveblog_times | live blog
magazine | article
newsletter | column
oped | column
oped_plain | article
podcast | interview
press_conference | press conference
qa_sections | article
speech | speech
tabloid | article
tass | article
transcript_briefing | press conference
us_paper | article
wire | article
wire_market | article
"""
ROWS = dict(line.split(" | ") for line in FORMATS.strip().split("\n"))


@pytest.fixture(scope="module")
def scored(nlp):
    result = {}
    for name, (text, labels) in documents.load().items():
        found = examine(text, name, nlp, article_date(text))
        live = [s for s in found.statements if s.duplicate_of is None]
        rows = [{**row, "testable": False, "complete": True} for row in labels]
        result[name] = (found.format, counted(rows, live, text, show=True))
    return result


def test_every_format_is_told_by_its_shape(scored):
    assert {name: shape for name, (shape, _) in scored.items()} == ROWS


@pytest.mark.parametrize("shape", sorted(set(ROWS.values())))
def test_statements_and_speakers_of_a_format(scored, shape):
    n: Counter[str] = sum((count for kind, count in scored.values() if kind == shape), Counter())
    assert n["found"] >= 0.95 * n["asserted"]
    assert n["right"] >= 0.9 * n["given"]
    assert n["speaker_right"] >= 0.95 * n["speaker_named"]
    assert n["speaker_right"] >= 0.9 * n["speaker_wanted"]
    assert n["invented"] == 0
