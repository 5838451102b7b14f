"""What stands on the desk: readings as the user changes them, answers and their files, and what is kept how long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from overstretch.app import desk as desks
from overstretch.app import worlds
from overstretch.app.desk import OUTPUTS, Answer, Reading
from overstretch.app.orders import REGISTER, Given, Order
from overstretch.app.work import Busy
from overstretch.errors import InputError
from overstretch.statements.reading.by_hand import Entry

TEXT = "The minister said that the army could be rebuilt within five years."
ORDER = Order(Given("article", data=TEXT.encode()), futures=64)
ENTRY = Entry(text="Norway will spend more.", question="core_share(NOR, 2030) >= 4", speaker="Anna Nowak")


def test_an_answer_has_its_files_its_cards_and_its_pieces(desk, result):
    made = desk.answer(ORDER)
    made.job.result.result(120)
    assert len(made.early) == 1 and 'class="card' in made.early[0]
    assert made.result["cards"].count("<article") == len(result.verdicts)
    for name in OUTPUTS:
        assert desk.file(made.key, name).is_file(), name
    assert desk.file(made.key, "article.txt").read_text() == TEXT
    assert desk.file(made.key, "questions.txt").read_text().splitlines() == [v.question for v in result.verdicts]
    assert desk.file(made.key, "../article.txt") is None and desk.file("x", "run.json") is None
    assert desk.find(made.key, Answer) is made and desk.find(made.key, Reading) is None


def test_a_register_is_put_down_as_the_library_reads_it(desk):
    made = desk.answer(Order(Given("register", entries=(ENTRY,)), futures=64))
    made.job.result.result(120)
    from overstretch.statements.reading.by_hand import load_register

    assert load_register(desk.file(made.key, REGISTER)) == [ENTRY]


def test_a_failed_order_takes_no_results_place_and_the_oldest_goes(desk):
    desk.most = 2
    first = desk.answer(ORDER)
    first.job.result.result(120)
    for _ in range(4):
        failed = desk.answer(Order(Given("article", data=b"Refuse it."), futures=64))
        with pytest.raises(InputError):
            failed.job.result.result(120)
    assert desk.find(first.key, Answer) is first and desk.find(failed.key, Answer) is failed
    for _ in range(2):
        desk.answer(ORDER).job.result.result(120)
    assert desk.find(first.key, Answer) is None and not first.folder.exists()


def test_a_refused_order_leaves_nothing(desk):
    desk.answering[0].waiting = 0
    running = desk.answer(Order(Given("article", data=b"Wait for it."), futures=64))
    for _ in range(20):
        with pytest.raises(Busy):
            desk.answer(ORDER)
    assert [folder.name for folder in running.folder.parent.iterdir()] == [running.key]
    assert desk.find(running.key, Answer) is running
    running.job.cancel()


def test_the_place_in_the_queue(desk):
    running = desk.answer(Order(Given("article", data=b"Wait for it."), futures=64))
    second, third = desk.answer(ORDER), desk.answer(ORDER)
    shop = desk.answering[0]
    assert [shop.before(one.job) for one in (running, second, third)] == [0, 1, 2]
    running.job.cancel()
    third.job.result.result(120)
    assert shop.before(third.job) == 0 and third.job.seconds > 0


ASKED = {"question": "core_share(NOR, by 2031-12) >= 4", "asks": "likely"}
FOUND = {
    "documents": [{"name": "a.txt", "date": "2025-07-03", "outlet": "A Paper", "title": None, "skipped": None}],
    "explained": [
        {
            "id": "1-s1",
            "doc": "a.txt",
            "text": "Norway will.",
            "speaker": "Anna  Nowak",
            "date": "2025-07-01",
            "asked": [ASKED, ASKED],
        },
        {"id": "1-s2", "doc": "a.txt", "text": "Poland may.", "speaker": None, "date": "2025-07", "asked": [ASKED]},
        {"id": "1-s3", "doc": "a.txt", "text": "Morale is low.", "speaker": None, "date": None, "asked": []},
    ],
}
FIRST = ("Norway will.", ASKED["question"], "likely", "Anna Nowak", "2025-07-01")
SECOND = ("Poland may.", ASKED["question"], "likely", None, "2025-07-03")
OWN = "core_share(POL, 2030) >= 5"


@pytest.mark.parametrize(
    ("left_out", "questions", "wanted"),
    [
        (set(), {}, None),
        ({"1-s1"}, {}, [SECOND]),
        (set(), {("1-s1", 1): OWN}, [FIRST, ("Norway will.", OWN, None, "Anna Nowak", "2025-07-01"), SECOND]),
        ({"1-s1", "1-s2"}, {("1-s3", 0): OWN}, [("Morale is low.", OWN, None, None, "2025-07-03")]),
        ({"1-s1", "1-s2"}, {}, []),
    ],
)
def test_what_the_user_changes_is_what_is_asked(desk, left_out, questions, wanted):
    reading = desk.read(Given("sentence", "Norway will spend 4% of GDP on defence by 2031."))
    reading.job.result.result(120)
    changed = replace(reading, left_out=left_out, questions=questions)
    type(changed).result, kept = property(lambda self: FOUND), type(changed).result
    try:
        entries = changed.wanted()
    finally:
        type(changed).result = kept
    if wanted is None:
        assert entries is None
    else:
        found = [(e.text, e.question, e.asks, e.speaker, e.date and e.date.isoformat()) for e in entries]
        assert found == wanted and all(e.outlet == "A Paper" for e in entries)


def test_a_run_held_for_levers_gives_way_before_an_order_is_refused(desk, monkeypatch):
    held = worlds.Kept(2)
    for key in ("older", "newer"):
        held.get_or_make(key, lambda: "a run")
    monkeypatch.setattr(worlds, "_RUNS", held)
    monkeypatch.setattr(desks, "MOST_MEMORY", 2**31)
    monkeypatch.setattr(desks, "memory_alone", lambda: 2**30 * 1.5 * (len(held) == 2))
    desk.answer(ORDER).job.result.result(120)
    assert list(held) == ["newer"]
    monkeypatch.setattr(desks, "memory_alone", lambda: 2**31)
    with pytest.raises(Busy, match="try again later"):
        desk.answer(ORDER)
    assert not held


def a_word(options, tell=None):
    """An answer that needs no model."""
    return options["name"]


def test_a_standing_question_needs_less_memory_than_a_check(desk, monkeypatch):
    monkeypatch.setattr(worlds, "_RUNS", worlds.Kept(2))
    monkeypatch.setattr(desks, "memory_alone", lambda: desks.MOST_MEMORY - 2**30)
    with pytest.raises(Busy, match=r"2,048 futures need about 1\.5 GB"):
        desk.answer(replace(ORDER, futures=2_048))
    assert desk.standing({"name": "pledge", "futures": 2_048}, a_word).result.result(120) == "pledge"
    with pytest.raises(Busy, match=r"8,192 futures need about 1\.2 GB of memory.*try 4,096 or fewer"):
        desk.standing({"name": "pledge", "futures": 8_192}, a_word)


def test_what_is_ordered_without_a_number_fits_beside_a_fresh_app(desk, monkeypatch):
    monkeypatch.setattr(
        desks, "memory_alone", lambda: 400_000_000
    )  # as measured of an app that has answered nothing yet
    monkeypatch.setattr(desks, "MOST_MEMORY", 2 * 2**30)
    assert desk.answer(Order(ORDER.given)).job.result.result(120)
