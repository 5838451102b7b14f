"""The day on which something was said and the day up to which figures are known: never mixed."""

from __future__ import annotations

from datetime import date

import pytest
from synthetic import synthetic_futures
from tests.claims import made

from overstretch import facts
from overstretch.claims import compile_statements
from overstretch.claims.bench import Bench
from overstretch.claims.days import Asked, asked, cutoff, main_day, notes, said_on
from overstretch.claims.grounds.basis import basis_of
from overstretch.claims.judging import by_tables, judge_days, open_at
from overstretch.claims.record import Verdict
from overstretch.errors import InputError
from overstretch.questions.text import parse
from overstretch.statements.document import Document
from overstretch.statements.record import Moment, Proposition, Statement
from overstretch.systems import load_system
from overstretch.systems.inputs import inputs_of

NOW = date(2026, 10, 15)
SAID = date(2025, 7, 2)
TEXT = "core_share(ITA, 2025) >= 2"


@pytest.fixture(scope="module")
def tables() -> facts.Facts:
    return facts.load()


@pytest.fixture(scope="module")
def inputs(tables):
    return inputs_of(load_system("nato-russia"), tables.as_of(NOW.isoformat()))


def statement(
    name: str, question: str = TEXT, day: date | None = None, doc: str = "a.txt", asks: str = "likely"
) -> Statement:
    said = Moment(text="that day", date=day.isoformat(), granularity="day") if day else None
    return made.statement("x", id=name, doc=doc, said_at=said, proposition=Proposition(question=question, asks=asks))


def article(name: str = "a.txt", day: date | None = SAID) -> Document:
    return Document(name=name, text="x", date=day.isoformat() if day else None)


@pytest.mark.parametrize(
    "as_of, day, then",
    [
        ("both", NOW, SAID),
        ("now", NOW, None),
        ("said", SAID, None),
        ("2026-01-31", date(2026, 1, 31), None),
        (date(2026, 1, 31), date(2026, 1, 31), None),
    ],
)
def test_what_as_of_means_for_a_dated_article(as_of, day, then):
    (one,) = asked([statement("s1")], [article()], cutoff(as_of, NOW))
    assert (one.said, one.day, one.then) == (SAID, day, then)


@pytest.mark.parametrize("as_of", ["both", "now", "said"])
def test_a_text_without_a_date_is_answered_by_the_newest_figures_and_says_so(as_of):
    documents, cut = [article(day=None)], cutoff(as_of, NOW)
    questions = asked([statement("s1")], documents, cut)
    assert [(q.said, q.day, q.then) for q in questions] == [(None, NOW, None)]
    assert notes(questions, documents, cut) == ["no date was found in a.txt: the words are read as of 15 October 2026"]


@pytest.mark.parametrize("bad", ["yesterday", "2026-02-30", "", "then", 7])
def test_anything_else_is_refused_with_what_is_accepted(bad):
    with pytest.raises(InputError, match="a day \\(YYYY-MM-DD\\), said, now or both"):
        cutoff(bad, NOW)


def test_words_said_after_the_newest_figures_are_answered_as_of_their_day():
    late = date(2026, 11, 20)
    documents, cut = [article(day=late)], cutoff("both", NOW)
    questions = asked([statement("s1")], documents, cut)
    assert [(q.day, q.then) for q in questions] == [(late, None)]
    assert notes(questions, documents, cut) == [
        "said after the newest figures held, of 15 October 2026: 20 November 2026"
    ]


def test_a_cut_off_after_the_newest_figures_and_words_after_the_cut_off_are_said():
    documents = [article()]
    ahead, behind = cutoff("2026-11-28", NOW), cutoff("2024-12-31", NOW)
    assert (
        "lies after the newest figures held, of 15 October 2026"
        in notes(asked([statement("s1")], documents, ahead), documents, ahead)[0]
    )
    assert (
        "said after the cut-off: 2 July 2025"
        in notes(asked([statement("s1")], documents, behind), documents, behind)[0]
    )


def test_the_same_question_within_a_month_is_one_card_as_of_its_first_day():
    near, far = date(2025, 7, 20), date(2026, 3, 1)
    documents = [article(), article("b.txt", near), article("c.txt", far)]
    said = [statement("s1"), statement("s2", doc="b.txt"), statement("s3", doc="c.txt")]
    first, second = asked(said, documents, cutoff("both", NOW))
    assert [s.id for s in first.statements] == ["s1", "s2"] and first.then == SAID
    assert [s.id for s in second.statements] == ["s3"] and second.then == far
    (one,) = asked(said, documents, cutoff("now", NOW))
    assert len(one.statements) == 3


def test_a_day_of_their_own_comes_before_the_article_s():
    own = date(2025, 6, 27)
    assert said_on(statement("s1", day=own), {"a.txt": SAID}) == own
    assert said_on(statement("s1"), {"a.txt": SAID}) == SAID
    assert said_on(statement("s1"), {}) is None


def test_a_figure_of_its_own_day_is_judged_by_what_was_known_that_day():
    (one,) = asked([statement("s1", "core_share(DEU, latest) >= 2", asks="fact")], [article()], cutoff("both", NOW))
    assert (one.day, one.then) == (SAID, None)


def test_the_main_day_of_said_is_that_of_most_questions():
    documents = [article(), article("b.txt", NOW)]
    said = [statement("s1"), statement("s2", "core_share(DEU, 2029) >= 3.5"), statement("s3", TEXT, doc="b.txt")]
    cut = cutoff("said", NOW)
    assert main_day(asked(said, documents, cut), cut) == SAID


def test_then_stands_beside_now(tables):
    """Italy at 2% in 2025: open when said, true by NATO's later estimate; each answer with its own day."""
    (one,) = asked([statement("s1")], [article()], cutoff("both", NOW))
    benches = {NOW: Bench(None, tables, NOW), SAID: Bench(synthetic_futures(256), tables, SAID)}
    (verdict,) = judge_days([one], benches)
    assert (verdict.state, verdict.word, verdict.as_of, verdict.said) == ("settled", "true", "2026-10-15", "2025-07-02")
    assert verdict.settled is not None and not verdict.settled.since and verdict.settled.figure.startswith("2.09%")
    then = verdict.then
    assert then is not None and (then.state, then.as_of, then.futures, then.settled) == (
        "open",
        "2025-07-02",
        256,
        None,
    )
    assert then.probability is not None and then.interval is not None


def test_only_what_the_tables_leave_open_asks_for_futures(tables):
    (one,) = asked([statement("s1")], [article()], cutoff("both", NOW))
    assert open_at(one, Bench(None, tables, SAID)) and not open_at(one, Bench(None, tables, NOW))
    (fact,) = asked([statement("s1", "core_share(DEU, 2024) >= 2", asks="fact")], [article()], cutoff("both", NOW))
    assert not open_at(fact, Bench(None, tables, SAID))


def test_a_day_without_futures_says_why(tables):
    one = Asked((statement("s1", "core_share(DEU, 2029) >= 3.5"),), SAID, SAID)
    (verdict,) = judge_days([one], {SAID: Bench(None, None, SAID, "no complete facts are held for that day")})
    assert verdict.state == "not answered" and "no complete facts" in verdict.because


@pytest.mark.parametrize("words, year", [("next year", 2026), ("this year", 2025), ("by the end of next year", 2026)])
def test_words_are_counted_from_the_day_said_whatever_is_known(words, year):
    text = f"Germany's defence spending will reach 2.5% of GDP {words}."
    bare = statement("s1").model_copy(update={"proposition": None, "content": text, "spans": [(0, len(text))]})
    document = Document(name="a.txt", text=text, date=SAID.isoformat())
    found = {
        compile_statements([bare], [document], anchor)[0].proposition.question
        for anchor in (SAID, NOW, date(2030, 1, 1))
    }
    assert len(found) == 1 and str(year) in found.pop()


def test_what_the_tables_settle_is_answered_before_the_futures_and_alike(tables):
    """The early answers are those of a judge with futures; who is told of an answer is told once."""
    said = [
        statement("s1", "core_share(DEU, 2024) >= 2", asks="fact"),
        statement("s2"),
        statement("s3", "core_share(DEU, 2029) >= 3.5"),
        statement("s4", "special(review, in 2029)", asks="fact"),
        statement("s5", "special(review, in 2029)"),
    ]
    questions = asked(said, [article()], cutoff("both", NOW))
    benches = {day: Bench(synthetic_futures(256), tables, day) for day in (NOW, SAID)}
    told: list[Verdict] = []
    early = by_tables(questions, tables, told.append)
    assert sorted(early) == [0, 3] and list(early.values()) == told
    assert judge_days(questions, benches, early, told.append) == judge_days(questions, benches)
    assert len(told) == len(questions) and {v.statements[0] for v in told[2:]} == {"s2", "s3", "s5"}


@pytest.mark.parametrize(
    "text, words, own",
    [
        ("core_share(ESP, 2035) >= 3.5", "Spain's core defence spending", True),
        ("total_share(ESP, 2035) >= 5", "Spain's core defence spending", True),
        ("happens(fund_exhausted, RUS, by 2028-12)", "the liquid part of the National Wealth Fund", True),
        (
            "count(ALLIES: core_share(2030) >= 3.5) > 10",
            "core defence expenditure as a share of GDP, 31 countries",
            True,
        ),
        ("debt_ratio(EU, by 2030-12) > 90", "gross general government debt, 34 countries", True),
        (
            "happens(alliance_dissolution, by 2035-12)",
            "formal exits from NATO up to the end of the year, the alliance",
            False,
        ),
    ],
)
def test_the_figures_behind_an_answer_begin_with_what_is_asked(tables, inputs, text, words, own):
    found = basis_of(parse(text), tables.as_of(NOW.isoformat()), inputs, NOW)
    assert 1 <= len(found) <= 4 and (found[0].words, found[0].own) == (words, own)
    assert len({one.address or one.publication for one in found}) == len(found)
    assert all(one.age is None or one.age == (NOW - date.fromisoformat(one.published)).days >= 0 for one in found)
