"""One question, one card: typed in a register, asked on the command line or read from an article."""

from __future__ import annotations

import re
from datetime import date

import pytest

from overstretch import facts
from overstretch.claims import judge
from overstretch.claims.typed import typed
from overstretch.questions.form import to_json
from overstretch.questions.text import parse, write
from overstretch.report import card_html, claim_cards
from overstretch.report.cards import Card
from overstretch.statements.document import Document
from overstretch.statements.reading.by_hand import Entry
from overstretch.statements.record import Proposition, Speaker, Statement

QUESTIONS = (
    "core_share(POL, 2029) >= 4",
    "core_share(DEU, 2024) >= 2",
    "happens(alliance_dissolution, by 2035-12, default)",
    "effect(keep_pledge() against hold_burden(2024), happens(alliance_dissolution, by 2035-12)) > 0",
    "count(ALLIES: core_share(2030) >= 3.5) < 10",
    "happens(attack_on_nato, POL, by 2030-12)",
)
DAY = date(2025, 7, 3)
WORDS = "it comes to that"


@pytest.fixture(scope="module")
def every():
    return facts.load()


def card(statement: Statement, document: Document, futures, every) -> Card:
    verdicts = judge([statement], futures, every, "2025-07-03")
    (made,) = claim_cards([statement], verdicts, [document])
    return made


@pytest.mark.parametrize("text", QUESTIONS)
def test_read_typed_and_json_give_the_same_card(text, futures, every):
    cards = []
    for asked in (text, to_json(parse(text))):
        entry = Entry(text=WORDS, question=asked, speaker="Ada Example", outlet="The Gazette")
        (statement,) = typed([entry], as_of=DAY)
        cards.append(card(statement, Document(name="asked 1", text=WORDS, outlet="The Gazette"), futures, every))
    read = Statement(
        id="article-1",
        doc="article.txt",
        spans=[(0, 1)],
        content=WORDS,
        form="direct",
        force="assert",
        modality="will",
        speaker=Speaker(mention="Ms Example", canonical="Ada Example"),
        proposition=Proposition(question=write(parse(text)), asks=cards[0].verdict.asks),
    )
    cards.append(card(read, Document(name="article.txt", text=WORDS, outlet="The Gazette"), futures, every))
    assert len({str(card_html(each)) for each in cards}) == 1


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_without_a_sentence_has_the_same_answer_under_no_quotation(text, futures, every):
    (bare,) = typed([Entry(question=text)], as_of=DAY)
    (said,) = typed([Entry(text=WORDS, question=text)], as_of=DAY)
    pages = [str(card_html(card(statement, Document(name="asked 1"), futures, every))) for statement in (bare, said)]
    assert "<q>" not in pages[0] and "Typed as a question" in pages[0] and "<q>" in pages[1]
    quoted = r"\s*(<ul class=\"wordings\">.*?</ul>|<p class=\"small soft\">Typed[^<]*</p>)\s*"
    assert len({" ".join(re.sub(quoted, "", page, flags=re.S).split()) for page in pages}) == 1
