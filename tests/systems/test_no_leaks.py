"""Nothing that a run starts from was unknown on its day: facts, priors and the system's own dated entries of five
cut-offs."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pytest

from overstretch.assumptions import Prior
from overstretch.facts import EARLIEST, MissingFact
from overstretch.facts.periods import period_start
from overstretch.facts.store import from_embedded
from overstretch.systems import load_system, prepare, prepare_held
from overstretch.systems.complete import BACKTEST
from overstretch.systems.inputs import reads

DAYS = ("2018-07-15", "2022-02-01", "2024-07-03", "2025-07-03", "2026-11-28")
RUNS = [day for day in DAYS if day >= EARLIEST]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
YEAR = re.compile(r"\b20[1-9]\d\b")
DATED = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (20\d\d)\b|\b(20\d\d)-(\d\d)-(\d\d)\b")
BASE, SYSTEM = from_embedded(), load_system("nato-russia")


def earliest_of(text: str) -> list[date]:
    """The first day that each date named in a text can mean."""
    found = [date(int(year), 1, 1) for year in YEAR.findall(text)]
    for day, month, year, iso_year, iso_month, iso_day in DATED.findall(text):
        if month:
            found.append(date(int(year), MONTHS.index(month) + 1, int(day or 1)))
        else:
            found.append(date(int(iso_year), int(iso_month), int(iso_day)))
    return found


def known_from(prior: Prior, day: date) -> date | None:
    """The day from which the form that holds on `day` was known; None from the outset."""
    if prior.known_from is None or day >= prior.known_from:
        return prior.known_from
    held = [form.known_from for form in prior.earlier if form.known_from is None or form.known_from <= day]
    return held[-1] if held else None


@pytest.mark.parametrize("text", DAYS)
def test_every_figure_was_published_on_the_day(text):
    known = BASE.as_of(text)
    assert len(known.rows) > 5000 and not known.rows["pseudo_vintage"].any()
    for rows in (known.rows, known.admitted):
        assert (rows["known_from"].to_numpy() <= np.datetime64(text)).all()
        assert not rows["published"].astype(str).gt(text).any()
    measured = known.rows[known.rows["kind"].isin(["actual", "claim"]).to_numpy()]
    ended = measured["end"].to_numpy() <= np.datetime64(text)
    begun = [period_start(p) <= text for p in measured.loc[~ended, "period"].astype(str)]
    assert all(begun), measured[~ended][[not one for one in begun]]


@pytest.mark.parametrize("text", RUNS)
def test_every_series_and_figure_that_a_run_reads_was_known(text):
    known = BASE.as_of(text)
    read = reads(SYSTEM, known)
    rows = BASE.rows.astype({"variable": str, "entity": str, "period": str})
    known_rows = rows[(rows["known_from"].to_numpy() <= np.datetime64(text))]
    held = set(zip(known_rows["variable"], known_rows["entity"], strict=True))
    assert len(read) > 200 and set(read) <= held
    figures = set(zip(known_rows["variable"], known_rows["entity"], known_rows["period"], strict=True))
    assert {(*pair, period) for pair, period in read.items() if period} <= figures


@pytest.mark.parametrize("text", RUNS)
def test_every_prior_was_known_or_has_its_earlier_form(text):
    day, known = date.fromisoformat(text), BASE.as_of(text)
    walked = 0
    for prior in prepare_held(SYSTEM, known, day).priors:
        form = prior.at(day)
        if not prior.earlier and prior.known_from and prior.known_from > day:
            assert prior.quantile(np.array([0.5]), day)[0] == pytest.approx(0.0), prior.name
            continue
        since = known_from(prior, day)
        assert since is None or since <= day, prior.name
        late = [one for one in earliest_of(form.reference) if one > day]
        assert not late, f"{prior.name} rests on {form.reference!r} on {day}"
        for code in re.findall(r"facts: ([a-z_, ]+)", form.reference):
            for variable in code.replace("by edition", "").split(", "):
                assert known.entities(variable.strip()), f"{prior.name}: {variable} was not known on {day}"
        walked += 1
    assert walked > 100


@pytest.mark.parametrize("text", [day for day in DAYS if day < EARLIEST])
def test_days_before_the_forecasts_held_have_no_run(text):
    with pytest.raises(MissingFact, match="gdp_real_lcu was not known"):
        prepare_held(SYSTEM, BASE.as_of(text), date.fromisoformat(text))


def test_a_run_before_the_priors_evidence_says_that_it_is_a_backtest():
    assert BACKTEST in prepare_held(SYSTEM, BASE.as_of("2024-03-01"), date(2024, 3, 1)).notes
    assert BACKTEST not in prepare_held(SYSTEM, BASE.as_of(EARLIEST), date.fromisoformat(EARLIEST)).notes


@pytest.mark.parametrize("text", RUNS)
def test_the_systems_dated_entries_hold_from_their_day(text):
    day = date.fromisoformat(text)
    prepared = prepare_held(SYSTEM, BASE.as_of(text), day)
    agreed = day >= date(2025, 6, 25)
    assert bool(prepared.base.related_tier.any()) == agreed == bool(prepared.base.review.any())
    assert float(prepared.start.stance) == (1 if day >= date(2025, 1, 20) else 0)
    quarters = [q for q, on in zip(prepared.quarters, prepared.base.inauguration, strict=True) if on]
    assert quarters == [f"{year}Q1" for year in (2025, 2029, 2033, 2037) if date(year, 1, 20) > day]
    clause = bool(prepared.base.fiscal_room.any())
    assert clause == (day >= date(2025, 7, 8))


def test_later_days_bring_later_figures():
    then, now = (prepare(SYSTEM, BASE.as_of(d), date.fromisoformat(d)) for d in ("2025-07-03", "2026-10-15"))
    italy = then.actors.index("ITA")
    assert then.start.share[italy] == pytest.approx(0.015) and now.start.share[italy] > 0.02


def test_a_promise_for_the_year_under_way_is_a_waypoint_and_a_wish_is_not():
    prepared = prepare(load_system("nato-russia"), BASE.as_of("2025-07-03"), date(2025, 7, 3))
    first = {
        name: prepared.base.path[0, prepared.actors.index(name)] for name in ("ITA", "ESP", "BEL", "PRT", "CAN", "FRA")
    }
    assert all(first[name] == pytest.approx(0.02) for name in ("ITA", "ESP", "BEL", "PRT", "CAN"))
    last = prepared.base.path[prepared.years.index(2030) * 4 - prepared.past, prepared.actors.index("FRA")]
    assert last == pytest.approx(
        first["FRA"] + (0.035 - first["FRA"]) * 0.5, abs=0.002
    )  # towards the pledge, not 3% in 2030
    spain = prepared.base.path[-1, prepared.actors.index("ESP")]
    assert spain == pytest.approx(0.021)


def test_a_promise_for_the_year_under_way_is_a_plan_like_any_other():
    prepared = prepare(load_system("nato-russia"), BASE.as_of("2025-07-03"), date(2025, 7, 3))

    def at(name: str, code: str, year: int) -> float:
        row = prepared.years.index(year) * 4 - prepared.past + (0 if year > 2025 else prepared.past)
        return float(getattr(prepared.base, name)[row, prepared.actors.index(code)])

    spain, norway = (prepared.start.share[prepared.actors.index(code)] for code in ("ESP", "NOR"))
    assert at("defence", "ESP", 2025) == pytest.approx(spain)  # promised after the forecast of the spring
    assert norway < at("defence", "NOR", 2025) < 0.033  # part of it, announced before
    assert 0.0208 < at("defence", "CZE", 2030) < 0.03  # half of the log rise that was planned before the forecast
    reach = {
        code: [at("reach", code, year) for year in (2025, 2026, 2030, 2035)]
        for code in ("CZE", "ITA", "ESP", "FRA", "MNE")
    }
    assert reach == {
        "CZE": [0, 1, 5, -1],
        "ITA": [0, -1, -1, -1],
        "ESP": [0, 1, 5, 10],
        "FRA": [-1] * 4,
        "MNE": [0, -1, -1, -1],  # all allies were said to reach 2%
    }
    assert at("target", "ESP", 2030) == pytest.approx(0.021) and at("target", "FRA", 2030) == pytest.approx(0.035)
    assert at("target", "SVK", 2026) == pytest.approx(0.02) and at("target", "SVK", 2027) == pytest.approx(0.035)
    assert at("target", "EST", 2027) == pytest.approx(0.05) and at("target", "RUS", 2027) == 0.0


def test_first_figures_are_revised_more_than_later_ones_and_each_ally_starts_from_its_own_newest():
    def held(name: str, code: str, day: str) -> float:
        start = prepare(load_system("nato-russia"), BASE.as_of(day), date.fromisoformat(day))
        return float(getattr(start.start, name)[start.actors.index(code)])

    assert held("revised", "DEU", "2024-06-30") == held("revised", "POL", "2025-10-15") == 1.0
    assert held("revised", "DEU", "2025-07-03") == pytest.approx(0.45)
    newest = {code: int(BASE.as_of("2025-10-15").latest("core_share", code).period) for code in ("POL", "DEU")}
    assert newest == {"POL": 2025, "DEU": 2024}
    assert [held("behind", code, "2025-10-15") for code in ("POL", "DEU")] == [0, 1]
