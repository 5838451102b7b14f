"""The pages with sliders: the same worlds, numbers and lines as the library's."""

from __future__ import annotations

import ast
import shlex
from datetime import date

import numpy as np
import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
from synthetic import synthetic_futures

from overstretch.app import explore
from overstretch.app.explore import Setting
from overstretch.app.pages.explore import rendered
from overstretch.engine.interventions import parse
from overstretch.questions.answer import Worlds, answered
from overstretch.questions.check import understood
from overstretch.questions.past import Published


@pytest.fixture(scope="module")
def changed():
    return synthetic_futures(256, ["hold_burden(2024) + oil(40)"], seed=1)


def test_lines_name_what_is_shown():
    setting = Setting(("hold_burden(2024)", "oil(40)"), 2048, 3)
    assert setting.do == ["hold_burden(2024) + oil(40)"]
    call = ast.parse(setting.python).body[-1].value
    given = {word.arg: ast.literal_eval(word.value) for word in call.keywords}
    assert given == {"futures": 2048, "seed": 3, "as_of": "now", "do": setting.do}
    assert shlex.split(setting.command)[:4] == ["overstretch", "run", "--do", "hold_burden(2024) + oil(40)"]
    assert Setting().do == [] and "do=" not in Setting().python


PUBLISHED = Published(None, date(2025, 7, 3))


@pytest.mark.parametrize("text", [*explore.RUSSIA, *explore.ally_questions("POL"), *explore.alliance_questions()])
def test_answers_are_those_of_the_typed_question(changed, text):
    (row,) = explore.answers(changed, [text], explore.changed_world(changed))
    worlds = Worlds(changed, PUBLISHED)
    before = answered(understood(text), worlds)
    assert row.text == text
    assert row.before == pytest.approx(
        before.p.mean(), abs=0.02
    )  # a few futures may have met it by the cut-off in one world alone
    after = answered(understood(f"({text}) given hold_burden(2024) + oil(40)"), worlds)
    assert row.after - row.before == pytest.approx(after.difference.mean(), abs=1e-9)


def test_before_and_after_use_the_same_futures():
    tree = synthetic_futures(256, ["oil(40)"], seed=1, contrast=64)
    (row, *_) = explore.answers(tree, explore.ally_questions("POL"), "oil(40)")
    reached = answered(understood("core_share(POL, 2029) >= 3.5"), Worlds(tree, PUBLISHED)).p
    assert row.before == np.mean(reached[:64])


def test_without_a_change_there_is_one_column():
    tree = synthetic_futures(64, [], seed=1)
    html = rendered(tree, "alliance", None)
    assert "No change" in html and "Difference" not in html


@pytest.mark.parametrize(("subject", "actor"), [("ally", "DEU"), ("russia", None), ("alliance", None)])
def test_pages_draw_every_question_and_chart(changed, subject, actor):
    html = rendered(changed, subject, actor)
    assert html.count("<figure>") == len(explore.FIGURES[subject])
    assert "Difference" in html and "nan" not in html


def test_every_intervention_of_the_pages_is_one_of_the_librarys():
    import re
    from importlib.resources import files

    source = files("overstretch.app").joinpath("pages/explore.py").read_text(encoding="utf-8")
    named = set(re.findall(r'"([a-z_]+\([a-z0-9]*\))"', source))
    assert len(named) >= 15
    for each in named:
        parse(each)
    for each in ("us_withdraws(2027)", "oil(60)", "ceasefire(2026Q1)", "spend(DEU, 0.5)"):
        parse(each)
