"""Numbers of the report against the futures and the facts that they come from."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import sample
from rich.console import Console

from overstretch.claims.record import Settled
from overstretch.errors import InputError
from overstretch.questions.check import understood
from overstretch.questions.futures.outcome import outcome
from overstretch.questions.futures.series import View
from overstretch.questions.tables.past import Published
from overstretch.report import (
    allies_frame,
    claim_cards,
    first,
    untested_list,
    untested_statements,
    wording,
)
from overstretch.report.allies import TILES, met_target
from overstretch.report.charts import Fan, fan_svg, strains_svg
from overstretch.report.figures import SKETCHES, ally_figures, fan_figure
from overstretch.report.hazards import alliance_hazards, leader_hazards
from overstretch.report.named import title_of, unit_of
from overstretch.report.past import decimal_year, past_figures
from overstretch.report.summaries import ally_fans, fan, state_shares, world
from overstretch.report.tables import verdict_block
from overstretch.report.variants import variants

PUBLISHED = Published(None, date(2025, 7, 3))


def test_allies_agree_with_the_question_that_can_be_typed(futures):
    frame = allies_frame(futures)
    base = world(futures)
    assert len(frame) == 32
    for code, year in (("POL", 2029), ("EST", 2035), ("ESP", 2035)):
        for column, level, series in (("core", 3.5, "core_share"), ("pledge", 5, "total_share")):
            asked = understood(f"{series}({code}, {year}) >= {level}")
            assert frame.loc[code, f"{column}_{year}"] == pytest.approx(outcome(asked, View(base, PUBLISHED)).p.mean())
    assert frame.loc["ISL"].drop("name").drop("median_2035").isna().all()
    assert (frame.drop(index="ISL")["pledge_2035"] <= frame.drop(index="ISL")["core_2035"]).all()


def test_printed_share_is_rounded_to_two_decimals(futures):
    tree = futures.copy(deep=True)
    share = tree["base"]["core_share"]
    share.loc[{"actor": "FRA", "year": 2035}] = 3.496
    share.loc[{"actor": "ITA", "year": 2035}] = 3.494
    frame = allies_frame(tree)
    assert frame.loc["FRA", "core_2035"] == 1.0
    assert frame.loc["ITA", "core_2035"] == 0.0


def test_number_of_allies_at_the_level_sums_the_table(futures):
    frame = allies_frame(futures)
    assert met_target(world(futures), 2035).mean() == pytest.approx(frame["core_2035"].sum())


def test_every_ally_has_one_tile(futures):
    assert set(TILES) == set(allies_frame(futures).index)
    assert len(set(TILES.values())) == len(TILES)


def test_fan_holds_the_quantiles(futures):
    values = world(futures)["rus_growth_yoy"]
    bands = fan(values, 2030)
    assert bands["at"].iloc[0] == 2025.5 and bands["at"].iloc[-1] == 2030.0
    assert bands["q05"].iloc[3] == pytest.approx(np.quantile(values.values[3], 0.05), rel=1e-5)
    assert (bands.diff(axis=1)[["q25", "q50", "q75", "q95"]].to_numpy() >= 0).all()
    one = ally_fans(world(futures), "core_share", 2035)["DEU"]
    assert one["q50"].iloc[0] == pytest.approx(
        float(world(futures)["core_share"].sel(actor="DEU", year=2025).median()), rel=1e-5
    )


def test_state_shares_sum_to_one(futures):
    shares = state_shares(world(futures)["war_state"], ("active", "ceasefire", "settled"))
    assert np.allclose(shares.groupby("at")["share"].sum(), 1.0)


def test_past_figures_hold_observed_values_only(known):
    core = past_figures(known, "core_share", "POL", 2014, calendar_years=True)
    assert core["at"].iloc[-1] == 2024 and core["value"].iloc[-1] == known.value("core_share", "POL", 2024)
    growth = past_figures(known, "gdp_growth", "DEU", 2014, calendar_years=True)
    assert growth["at"].max() <= 2025
    assert past_figures(known, "core_share", "ISL", 2014, calendar_years=True) is None


def test_a_rate_holds_until_it_changes(known):
    steps = past_figures(known, "key_rate", "RUS", 2018)
    assert steps["at"].is_monotonic_increasing
    assert steps["at"].iloc[-1] == pytest.approx(decimal_year("2025-07-03"))
    at_once = steps["at"].diff() == 0
    assert (steps["value"].diff()[~at_once].iloc[1:] == 0).all()  # only on the day of a change does the rate move
    assert steps["value"].iloc[-1] == known.latest("key_rate", "RUS").value


def test_gaps_in_the_past_are_not_bridged(known):
    growth = past_figures(known, "gdp_growth_yoy", "RUS", 2018)
    wide = growth["at"].diff() > 0.26
    assert (growth["run"].diff()[wide] == 1).all()
    assert wide.any()


def test_decimal_year_counts_to_the_end_of_the_period():
    assert decimal_year("2025-12-31") == 2026.0
    assert decimal_year("2025-06-30") == pytest.approx(2025.5, abs=0.01)


@pytest.mark.parametrize(
    "sketch", [sketch for section in SKETCHES.values() for sketch in section], ids=lambda sketch: sketch.variable
)
def test_every_sketch_draws_and_says_where_the_past_is_from(sketch, futures, known):
    figure = fan_figure(sketch, futures, known)
    assert "<path" in figure.svg and "nan" not in figure.svg.lower()
    assert "median" in figure.alt
    assert (sketch.past is None) == ("Past" not in figure.note and "No past figures" not in figure.note)


def test_charts_share_no_ids_and_hold_no_inline_style(futures, known):
    drawn = ally_figures(futures, known)
    assert len(drawn) == 31 and "ISL" not in drawn
    assert all(
        " style=" not in each.svg and "http" not in each.svg.replace("http://www.w3.org/", "")
        for each in drawn.values()
    )


def test_two_worlds_on_one_scale_keep_their_labels_apart():
    bands = pd.DataFrame({"at": [2025.0, 2026.0]} | {q: [1.0, 2.0] for q in ("q05", "q25", "q50", "q75", "q95")})
    svg = strains_svg(bands, bands, ("changed", "no change"))
    assert svg.count("changed") >= 1 and svg.count("no change") >= 1


def test_chart_without_past_figures(futures):
    assert "<path" in fan_svg(Fan(None, fan(world(futures)["cohesion"]), "neutral"))


def test_hazards_rise_with_time_and_compare_paired_worlds(futures, known):
    published = Published(known, date(2025, 7, 3))
    for rows in (alliance_hazards(futures, published), leader_hazards(futures, published)):
        for row in rows:
            assert 0 <= row.probabilities[0] <= row.probabilities[1] <= 1
            assert row.effect is not None and -1 <= row.effect <= 1
        assert any(row.base_rate for row in rows)
    alone = futures.copy()
    del alone["keep_pledge()"]
    assert all(row.effect is None for row in alliance_hazards(alone, published))


def test_a_hazard_is_the_question_that_can_be_typed(futures):
    (row,) = [
        row for row in leader_hazards(futures, PUBLISHED) if row.name == "Russia's ruler loses office irregularly"
    ]
    asked = understood("happens(leader_exit[irregular], RUS, by 2035-12)")
    assert row.probabilities[1] == outcome(asked, View(world(futures), PUBLISHED)).p.mean()


def test_titles_and_units_are_those_of_the_series():
    assert (title_of("rus_fund_liquid"), unit_of("rus_fund_liquid")) == (
        "Liquid part of the National Wealth Fund",
        "trillion roubles",
    )
    assert (title_of("core_share", "RUS"), unit_of("core_share")) == ("Military spending, Russia", "% of GDP")
    assert title_of("nato_strain") == "Economic strain, the alliance" != title_of("rus_strain")


def test_variants_are_drawn_where_they_differ_by_more_than_chance():
    axes = {"alliance": {"threat": 0.10, "base rate only": 0.14}, "review": {"inertial": 0.11, "threat-driven": 0.13}}
    assert [axis for axis, _ in variants(axes, 0.001, True).apart] == ["alliance", "review"]
    found = variants(axes, 0.015, True)
    assert found.apart == () and "cohesion" in found.alike
    assert variants(axes, 0.001, False).apart == ()  # "about one in ten" all of them


def test_unknown_world_is_named(futures):
    with pytest.raises(InputError, match=r"no world 'oil\(40\)'; they hold: base"):
        world(futures, "oil(40)")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "<0.1%"),
        (0.0004, "<0.1%"),
        (0.0042, "0.4%"),
        (0.0996, "10%"),
        (0.24, "24%"),
        (0.992, "99.2%"),
        (1.0, ">99.9%"),
        (None, "–"),
    ],
)
def test_probabilities_are_never_bare_zero_or_one(value, text):
    assert wording.percent(value) == text


def test_percent_refuses_what_is_no_probability():
    with pytest.raises(ValueError, match="lies in 0-1"):
        wording.percent(24)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.013, "+1.3 points"),
        (-0.0021, "−0.2 points"),
        (0.0006, "+0.06 points"),
        (0.0, "0.0 points"),
        (1e-6, "about 0 points"),
    ],
)
def test_differences_carry_their_sign(value, text):
    assert wording.points(value) == text


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        ((0.11, 0.4), "11 to 40"),
        ((0.001, 0.04), "under 1 to 4"),
        ((0.846, 0.854), "to within 1"),
        ((0.995, 0.999), ""),
        (None, ""),
    ],
)
def test_no_interval_has_a_width_of_zero(limits, text):
    assert wording.spread(limits) == text


@pytest.mark.parametrize(
    ("figure", "grade", "text"),
    [
        ("2.12% of GDP for 2024", "final", "by the final figure"),
        ("−1.4% for 2025", "an estimate, reported by the party itself", "by an estimate that the party itself reports"),
        ("the declaration sets a review for 2029", "final", "by the record"),
    ],
)
def test_what_settles_is_said_with_its_grade(figure, grade, text):
    assert (
        wording.settled_by(Settled(word="true", figure=figure, grade=grade, source="x", published="2025-07-01")) == text
    )


def test_the_scale_has_every_word_once_from_certain_to_exceptional():
    scale = wording.scale()
    assert scale[0] == ("virtually certain", "99 to 100 in 100") and scale[-1] == (
        "exceptionally unlikely",
        "0 to 1 in 100",
    )
    assert {word for word, _ in scale} == set(wording.LIKELIHOOD_SIGNS)


def test_parameters_keep_three_digits():
    assert wording.significant(0.00234) == "0.00234"
    assert wording.significant(1234.5) == "1,234" or wording.significant(1234.5) == "1,235"
    assert wording.significant(-0.5) == "−0.5"


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_terminal_loses_nothing(width):
    """Every answer, sentence, speaker and reason stands uncut in lines no wider than the terminal; article text is no
    markup."""
    console = Console(width=width, record=True, file=io.StringIO())
    cards = claim_cards(sample.STATEMENTS, sample.VERDICTS, sample.DOCUMENTS)
    for card in cards:
        console.print(verdict_block(card))
    console.print(untested_list(sample.STATEMENTS, sample.VERDICTS, sample.DOCUMENTS))
    text = console.export_text()
    assert "…" not in text and max(map(len, text.splitlines())) <= width
    joined = "".join(text.split())
    wanted = [
        part
        for card in cards
        for part in (card.said, card.heading, card.speakers, first.reason(card), *(card.likelihood or ())[1:2])
    ]
    wanted += [row.reason for row in untested_statements(sample.STATEMENTS, sample.VERDICTS, sample.DOCUMENTS)]
    assert [part for part in wanted if "".join(part.split()).lower() not in joined.lower()] == []
    assert "[bold]" in text and "<script>" in text


def test_an_empty_list_prints_nothing():
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(untested_list([], []), end="")
    assert console.export_text() == ""


def test_the_templates_that_ship_are_those_that_altair_makes(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[2])
    from tools.chart_templates import TARGET, compiled

    assert TARGET.read_text("utf-8") == compiled()


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2026", "in 2026"),
        ("2026-08-20", "on 20 August 2026"),
        ("2026-07", "in July 2026"),
        ("2026Q1", "in the first quarter of 2026"),
        ("2026-Q4", "in the fourth quarter of 2026"),
        ("1946/2010", "in 1946/2010"),
    ],
)
def test_a_period_stands_in_a_sentence(period, text):
    assert wording.when(period) == text
