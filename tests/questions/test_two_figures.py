"""Russia's line as planned, amended and executed, and two figures for one thing: each says which it is and why they
differ."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from overstretch import facts
from overstretch.claims.record import Settled, Then, Verdict
from overstretch.facts import registry
from overstretch.facts.differences import reason
from overstretch.questions import catalogue
from overstretch.questions.check import understood
from overstretch.questions.tables.settled import settle
from overstretch.report import wording
from overstretch.report.cards import then_lines

LATE = date(2026, 11, 1)


@pytest.fixture(scope="module")
def base():
    return facts.load()


@pytest.fixture(scope="module")
def at(base):
    return lambda text, day=LATE: settle(understood(text), base.as_of(day.isoformat()), day)


@pytest.mark.parametrize(
    ("text", "word", "stage", "figure"),
    [
        ("defence_budget(RUS, 2026) < 1.3e13", "true", "as planned before the year", "12.93 trillion roubles"),
        ("defence_budget(RUS, 2027) >= 1.35e13", "true", "as planned before the year", "13.5 trillion roubles"),
        (
            "defence_budget(RUS, 2025) about 1.35e13",
            "true",
            "as amended, said within the year",
            "13.5 trillion roubles",
        ),
        ('defence_budget(RUS, 2025, "% of GDP") >= 6.5', "false", "as amended, said within the year", "6.30% of GDP"),
        ("defence_budget(RUS, 2022) >= 4e12", "true", "as executed", "5.5 trillion roubles"),
        ('defence_budget(RUS, 2018, "% of GDP") >= 3', "false", "as executed", "2.70% of GDP"),
    ],
)
def test_the_line_says_whether_it_is_planned_amended_or_executed(at, text, word, stage, figure):
    found = at(text)
    assert (found.word, found.so_far) == (word, stage != "as executed")
    assert found.source.startswith(stage) and found.figure.startswith(figure) and found.published and found.address


def test_before_a_year_was_amended_only_its_plan_is_known(at):
    before, within = (at("defence_budget(RUS, 2025) >= 1e13", date(2025, month, 28)) for month in (5, 6))
    assert before.source.startswith("as planned") and within.source.startswith("as amended")


def test_a_real_change_is_deflated_and_never_the_nominal_one(at, base):
    prices = base.as_of(LATE.isoformat()).series("gdp_deflator", "RUS")
    for text, nominal in (("2022), from 2013", 5.5 / 2.1014), ("2026), from 2025", 12.93 / 13.5)):
        year, since = text[:4], text[-4:]
        change = 100 * (nominal * prices[since] / prices[year] - 1)
        real = at(f"change(defence_budget(RUS, {text}, percent, real) about {change:.1f}")
        assert real.figure.startswith(f"{change:.1f}".replace("-", "−")) and "deflated" in real.source
    assert (
        at("change(oil_gas_revenue(RUS, 2024), from 2023, percent, real) > 0") is None
    )  # no prices of it are declared


def test_a_planned_total_settles_nothing_and_is_not_the_last_published(at):
    planned, last = at("core_share(RUS, 2025) >= 7"), at("core_share(RUS, latest) >= 7")
    assert planned.so_far and planned.grade == "a plan"
    assert not last.so_far and "2024" in last.figure


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "core_share(POL, 2025) >= 4",
            ("4.25% of GDP (NATO's", "4.70% of GDP (as announced", "slower than it is voted"),
        ),
        ("core_share(DEU, 2025) >= 2", ("2.22% of GDP (NATO's", "2.40% of GDP (as promised", "within the year")),
        ("defence_budget(RUS, 2022) >= 4e12", ("5.5 trillion", "3.51 trillion", "the plan was set before the year")),
        ("core_share(RUS, 2022) >= 4", ("4.61% of GDP (SIPRI's", "2.60% of GDP (by the budget", "“national defence”")),
        ("inflation(RUS, 2024) >= 8", ("9.5%", "8.4%", "average of the year")),
    ],
)
def test_two_figures_for_one_thing_carry_the_reason(at, text, parts):
    found = at(text)
    assert all(part in found.differs for part in parts), found.differs


def test_one_figure_needs_no_reason(at):
    assert at("core_share(POL, 2019) >= 1").differs == "" and at("core_share(RUS, 2018) >= 3").differs == ""


def test_figures_of_two_days_carry_what_moved_them(at):
    then, now = (_record(at("core_share(DEU, 2024) >= 1.5", day)) for day in (date(2025, 7, 3), LATE))
    assert then.figure != now.figure and "revises" in wording.revised(then, now)
    assert wording.revised(now, now) == "" and wording.revised(then, None) == ""


def test_a_card_says_why_the_figure_of_the_day_was_another(at):
    then, now = (_record(at("core_share(DEU, 2024) >= 1.5", day)) for day in (date(2025, 7, 3), LATE))
    stood = Then(as_of="2025-07-03", state="settled", word=then.word, settled=then)
    lines = then_lines(Verdict.model_construct(state="settled", settled=now, then=stood))
    assert then.figure in lines[0] and lines[1].startswith("Why the two figures differ: NATO revises")


def _record(found) -> Settled:
    kept = {name: getattr(found, name) for name in ("word", "figure", "grade", "source", "published", "variable")}
    return Settled(**kept)


def test_every_pair_of_figures_that_differ_has_a_reason(base):
    """Whatever two tables of one series hold for one party and year in one unit, where they differ by 1% and more."""
    rows = base.as_of(LATE.isoformat()).rows
    keys = rows.groupby("variable", observed=True)
    lacking = set()
    for series in catalogue.all_series().values():
        names = dict.fromkeys(t.variable for t in (*series.tables, *series.beside))
        for one, other in combinations([n for n in names if n in keys.groups], 2):
            if registry.variable(one).unit != registry.variable(other).unit or reason(one, other):
                continue
            pair = [keys.get_group(n).set_index(["entity", "period"])["value"].abs() for n in (one, other)]
            both = pair[0].to_frame("one").join(pair[1].rename("other"), how="inner")
            if ((both["one"] - both["other"]).abs() > 0.01 * both["other"]).any():
                lacking.add((one, other))
    assert not lacking
