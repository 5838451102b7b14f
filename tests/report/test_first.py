"""The first screen: ranked by what tells, each row complete, links that open, and a print that fits."""

from __future__ import annotations

import re

import pytest
import sample
from test_report import Page

from overstretch.claims.record import Basis, Then, Verdict
from overstretch.facts.links import link
from overstretch.report import claim_cards, first, first_html
from overstretch.report.quoted import chosen, wording_of
from overstretch.report.ranking import ranked
from overstretch.statements.document import Document
from overstretch.statements.record import Proposition, Read


def cards(*verdicts: Verdict):
    return claim_cards(sample.STATEMENTS, verdicts or sample.VERDICTS, sample.DOCUMENTS)


def opened(p: float, then: float | None = None) -> Verdict:
    """The sample's open recession answer at another probability, now and when it was said."""
    before = Then(as_of="2025-01-01", state="open", word="likely", probability=then) if then is not None else None
    return sample.VERDICTS[5].model_copy(update={"probability": p, "then": before, "otherwise": []})


def test_settled_comes_first_and_what_is_not_answered_last():
    words = [card.verdict.word for card in first.ranked(cards())]
    assert words[:3] == ["false", "true", "too close to call"] and words[-1] == "not answered"
    weights = [first.weight(card.verdict) for card in first.ranked(cards()) if card.verdict.state == "open"]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (opened(0.02), opened(0.3)),
        (opened(0.98), opened(0.7)),
        (opened(0.5, then=0.9), opened(0.5, then=0.5)),
        (opened(0.3, then=0.8), opened(0.3)),
    ],
)
def test_far_from_even_odds_and_much_moved_tell_more(more, less):
    assert [card.verdict for card in first.ranked(cards(less, more))] == [more, less]


def test_a_probability_and_its_complement_rank_alike():
    assert first.weight(opened(0.1, 0.3)) == pytest.approx(first.weight(opened(0.9, 0.7)))


@pytest.mark.parametrize(
    ("verdicts", "text"),
    [
        (
            sample.VERDICTS,
            "Of 8 claims, 3 are settled (1 false, 1 true, 1 too close to call), 4 are open (1 near even odds, "
            "3 unlikely) and 1 cannot be answered.",
        ),
        (sample.VERDICTS[:2], "Of 2 claims, none is settled and 2 are open (all unlikely)."),
        (sample.VERDICTS[5:6], "The one claim tested is open: about as likely as not, 42 in 100."),
        (sample.VERDICTS[3:4], "The one claim tested is settled: false."),
        (sample.VERDICTS[6:7], "The one claim tested is not answered."),
    ],
)
def test_one_sentence_says_what_is_settled_and_what_is_open(verdicts, text):
    assert first.lead(cards(*verdicts)) == text


def test_no_claim_is_said_too():
    assert first.lead([]) == "No claim could be tested."


BASIS = [
    Basis(
        words="Russia's growth",
        figure="1.0%",
        period="2025",
        publication="Rosstat",
        published="2026-02-13",
        age=244,
        usual=189,
        own=True,
        address="https://example.org/a?b=1&c=2",
    ),
    Basis(
        words="the key rate, Russia",
        figure="14 % a year",
        period="2026-08",
        publication="Bank of Russia",
        published="2026-08-20",
        age=56,
    ),
]


def test_a_row_answers_what_who_when_how_likely_by_what_how_old_and_where():
    verdict = opened(0.42, then=0.8).model_copy(
        update={
            "basis": BASIS,
            "sampling_error": 0.009,
            "said": "2025-01-01",
            "ages": "14 of 21 figures behind it are older than usual: x.",
        }
    )
    page = Page(str(first_html(cards(verdict))))
    for words in (
        "About as likely as not 42 in 100",
        "structure 14 to 67, sampling ±0.9",
        "When said: likely, 80 in 100",
        "Ada Example, 1 January 2025",
        "The Gazette",
        "Russia's growth stood at 1.0% in 2025.",
        "Rosstat, 13 February 2026 (244 days old, usual 189)",
        "14 of 21 figures behind it are older than usual",
    ):
        assert words in page.text, words
    assert "https://example.org/a?b=1&c=2" in [a.get("href") for _, a in page.tags]
    shapes = [(t, a.get("class")) for t, a in page.tags]
    assert ("circle", "was") in shapes and ("circle", "point") in shapes and ("rect", "band") in shapes


def test_a_cause_is_said_apart_from_the_likelihood():
    row = first.row(cards(sample.VERDICTS[0].model_copy(update={"caveat": "Its sign turns with a prior."}))[0])
    assert row.reason == "the cause moves it by +0.1 points of probability (−0.2 to +0.3); its sign rests on a prior"


def test_an_outcome_that_came_later_leaves_what_was_likely_before():
    row = first.row(cards(sample.VERDICTS[3])[0])
    assert (row.reason, row.then) == ("2.00% of GDP for 2025", "likely, 83 in 100")
    assert [s.where for s in row.sources] == ["NATO, edition 2026-07, 10 July 2026"]


def test_a_coarse_answer_has_coarse_doubt():
    verdict = sample.VERDICTS[0].model_copy(update={"sampling_error": 0.0004})
    assert first.row(cards(verdict)[0]).doubt == "structure about 0 to 10, sampling under ±1"


TEXT = "It began.  The minister said that\nRussia could fall into <b>recession</b> by 2026, twice. It ended."


def test_the_whole_sentence_is_shown_with_the_words_read_marked():
    start, end = TEXT.index("The minister"), TEXT.index(" It ended")
    at = TEXT.index("<b>recession</b>")
    read = [Read(part="event", text="<b>recession</b>", span=(at, at + 16)), Read(part="who", text="Ada", span=(0, 3))]
    one = sample.STATEMENTS[7]
    asked = Proposition(question=sample.VERDICTS[5].question, asks="likely", read=read)
    one = one.model_copy(update={"sentence": (start, end), "proposition": asked})
    worded = wording_of(one, {one.doc: Document(name=one.doc, text=TEXT, source="javascript:alert(1)")})
    assert worded.whole == "The minister said that Russia could fall into <b>recession</b> by 2026, twice."
    assert [text for text, part in worded.sentence if part] == ["<b>recession</b>"]
    assert worded.address == "" and chosen([worded]) is worded
    verdict = sample.VERDICTS[5]
    page = first_html(claim_cards([one], [verdict], [Document(name=one.doc, text=TEXT)]))
    assert '<mark title="event">&lt;b&gt;recession&lt;/b&gt;</mark>' in page and "<b>recession" not in page


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://www.nato.int/a.pdf", "https://www.nato.int/a.pdf"),
        ("https://a.org/x ; https://b.org/y", "https://a.org/x"),
        ("github:a/b@0123abc:data/x y.csv", "https://github.com/a/b/blob/0123abc/data/x%20y.csv"),
        ("github:a/b:data/x.rda @0123abc", "https://github.com/a/b/blob/0123abc/data/x.rda"),
        ("github:a/b@0123abc data/x.csv#sheet", "https://github.com/a/b/blob/0123abc/data/x.csv"),
        ("github:a/b", "https://github.com/a/b"),
        ("copy of the publisher's figures (its address is not recorded)", ""),
        ("javascript:alert(1)", ""),
        ('https://a.org/"onmouseover="x', ""),
        ("data:text/html,x", ""),
        ("//a.org/x", ""),
        ("/files/article.txt", ""),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_only_pages_become_links(address, href):
    assert link(address) == href


def test_more_rows_than_fit_a_phone_fold(html):
    page = Page(html)
    assert [t for t, a in page.tags if t == "li" and a.get("class") == "row"] == ["li"] * len(sample.VERDICTS)
    shown = html[html.index('<section id="first"') : html.index('<details class="more">')]
    assert shown.count('<li class="row">') == first.MOST < len(sample.VERDICTS)
    assert "1 more claim<" in html


def test_what_stands_behind_folds_and_prints_only_where_open(html):
    assert html.count('<details class="part">') > 8 and '<details class="part" open>' not in html
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    printed = style[style.index("@media print") :]
    assert "details:not([open])" in printed and "counter(page)" in printed and "counter(pages)" in printed
    assert re.search(r"\.row \{[^}]*break-inside: avoid", printed) and "break-after: avoid" in printed


def test_allies_are_ranked_by_their_median_with_figure_and_plan(futures, known):
    found = ranked(futures, known)
    medians = [row.quantiles[2] for row in found.rows]
    assert len(found.rows) == 31 and medians == sorted(medians, reverse=True)
    assert all(0 <= q <= 1 for row in found.rows for q in row.quantiles) and 0 < found.level < 1
    germany = next(row for row in found.rows if row.name == "Germany")
    assert germany.now.endswith("in 2024") and germany.last == pytest.approx(
        float(germany.now.split()[0]) / found.ticks[-1][1]
    )
    assert any(row.planned for row in found.rows)
