"""Nothing that a run starts from was unknown on its day: facts, priors and the system's own dated entries of five cut-offs."""

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


def test_a_promise_for_the_year_under_way_counts_as_voted_and_a_plan_in_part():
    prepared = prepare(load_system("nato-russia"), BASE.as_of("2025-07-03"), date(2025, 7, 3))

    def held(name: str, year: int) -> float:
        return float(prepared.base.defence[prepared.years.index(year) * 4 - prepared.past, prepared.actors.index(name)])

    spain, norway = prepared.actors.index("ESP"), prepared.actors.index("NOR")
    assert prepared.base.defence[0, spain] == pytest.approx(0.02) and held("ESP", 2030) == pytest.approx(0.02)
    assert prepared.base.defence[0, norway] == pytest.approx(0.033)
    estonia = prepared.base.defence[0, prepared.actors.index("EST")]
    assert estonia == pytest.approx(
        prepared.start.share[prepared.actors.index("EST")]
    )  # 3.3 promised, 3.41 the year before
    assert 0.0208 < held("CZE", 2030) < 0.03  # half of the log rise that was planned before the forecast
