"""The written rule for grades, case by case."""

from __future__ import annotations

import pytest

from overstretch.claims.grounds.grades import Score, deciding, grade, grade_of, laws, result


def score(
    law="law", case="a", n=40, gap=(-2.0, -1.0), baseline="naive", baseline_score=5.0, better="lower", metric="crps"
):
    return Score(law, case, metric, n, 3.0, baseline, baseline_score, *gap, better, "source")


WON, LOST, OPEN, FEW = score(), score(case="b", gap=(0.5, 1.0)), score(case="c", gap=(-1.0, 1.0)), score(case="d", n=29)


@pytest.mark.parametrize(
    ("rows", "letter"),
    [
        ([WON], "A"),
        ([WON, FEW], "A"),
        ([WON, OPEN], "B"),
        ([OPEN, FEW], "C"),
        ([FEW], "C"),
        ([WON, LOST], "D"),
        ([], "D"),
    ],
)
def test_grades(rows, letter):
    assert grade("law", rows).grade == letter


def test_results():
    assert [result(s) for s in (WON, LOST, OPEN, FEW)] == ["won", "lost", "open", "few"]
    assert result(score(better="higher", gap=(0.1, 0.2))) == "won"
    assert result(score(better="higher", gap=(-0.2, -0.1))) == "lost"
    assert result(score(gap=(-1.0, 0.0))) == "open", "an interval that touches zero does not exclude it"
    assert result(score(n=30)) == "won"


def test_the_best_naive_baseline_decides():
    weak, strong = score(baseline_score=9.0), score(baseline="better naive", baseline_score=2.0, gap=(0.5, 1.0))
    assert deciding([weak, strong]) == [strong]
    assert grade("law", [weak, strong]).grade == "D"
    assert "better naive" in grade("law", [weak, strong]).because


def test_coverage_never_decides():
    assert grade("law", [score(better="nominal", metric="coverage")]).grade == "D"
    assert grade("law", [score(metric="interval score")]).grade == "D"


def test_a_verdict_is_as_good_as_its_weakest_law():
    rows = [WON, score(law="other", gap=(-1.0, 1.0))]
    assert grade_of(["law", "other"], rows).grade == "C"
    assert grade_of(["law", "unheard of"], rows).grade == "D"
    assert grade_of([], rows).grade == "D"


def test_published_laws_all_get_a_grade():
    assert laws()
    assert {grade(law).grade for law in laws()} <= {"A", "B", "C", "D"}
