"""The arrays that the laws start from, at three cut-offs, against the forecasts they come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from overstretch import facts
from overstretch.errors import InputError
from overstretch.facts import MissingFact
from overstretch.model.structures import Roles
from overstretch.systems import load_system, plans, prepare
from overstretch.systems.calendar import Quarter, first_unpublished, to_quarters

CUT_OFFS = {"2024-06-30": "2024Q2", "2025-07-03": "2025Q2", "2026-08-31": "2026Q2"}
FORECASTS = {"real": "gdp_real_lcu", "nominal": "gdp_lcu"}


@pytest.fixture(scope="module")
def known() -> dict[str, facts.Known]:
    held = facts.load()
    return {day: held.as_of(day) for day in CUT_OFFS}


@pytest.fixture(params=CUT_OFFS)
def day(request: pytest.FixtureRequest) -> str:
    return request.param


def quarters(prepared, name: str) -> np.ndarray:
    """Real or nominal GDP of the eight quarters before and all after, [8 + T, A]."""
    base, start = prepared.base, prepared.start
    if name == "real":
        return np.concatenate([start.real_before, base.real])
    return np.concatenate([start.nominal_before, base.real * base.price])


def test_first_quarter_and_length(prepared_at, day: str) -> None:
    prepared = prepared_at(day)
    assert prepared.quarters[0] == CUT_OFFS[day]
    assert prepared.quarters[-1] == "2040Q4"
    assert len(prepared.quarters) == len(prepared.base.now) == 4 * len(prepared.years) - prepared.past
    assert prepared.base.now[0] == pytest.approx(int(CUT_OFFS[day][:4]) + (int(CUT_OFFS[day][-1]) - 1) / 4)
    assert prepared.years_ahead == {"2024-06-30": 0, "2025-07-03": 1, "2026-08-31": 0}[day]


def test_every_array_is_finite_and_shaped(prepared_at, day: str) -> None:
    prepared = prepared_at(day)
    t, a = len(prepared.quarters), len(prepared.actors)
    for name, array in prepared.base._asdict().items():
        assert np.isfinite(array).all(), name
        assert array.shape in ((t,), (t, a)), name
    for name, array in prepared.start._asdict().items():
        assert np.isfinite(array).all(), name
        assert array.shape in ((), (a,), (8, a), (2,)), name
    assert a == 34 and prepared.start.ally.sum() == 32 == prepared.start.members


@pytest.mark.parametrize("name", FORECASTS)
def test_quarters_sum_to_the_forecast_of_the_year(prepared_at, known, day: str, name: str) -> None:
    prepared = prepared_at(day)
    flows = quarters(prepared, name)[8 - prepared.past - 4 :]  # from the first quarter of the year before
    years = flows.reshape(-1, 4, len(prepared.actors)).sum(1)
    panel = known[day].panel(FORECASTS[name]).reindex(columns=list(prepared.actors))
    first = prepared.years[0] - 1
    newest = [
        max(known[day].frame(v, a)["published"].astype(str))
        for v in ("gdp_growth", "gdp_real_lcu")
        for a in prepared.actors
    ]
    anew = np.array(newest[:34]) > np.array(newest[34:])  # growth was forecast anew, in an edition without levels
    anew[prepared.roles.rival] = day > "2024-10-16"  # or by the survey
    checked = 0
    for k, row in enumerate(years):
        if first + k not in panel.index:
            continue
        forecast = panel.loc[first + k].to_numpy(float)
        has = np.isfinite(forecast) & ~anew
        assert row[has] == pytest.approx(forecast[has], rel=1e-9)
        checked += has.sum()
    assert checked > 34 * 4


def test_baseline_debt_meets_the_forecast_at_year_ends(prepared_at, known, day: str) -> None:
    prepared = prepared_at(day)
    panel = known[day].panel("debt_gross").reindex(columns=list(prepared.actors))
    at_end = prepared.base.debt_ratio[3 - prepared.past :: 4]
    checked = 0
    for year, ratio in zip(prepared.years, at_end, strict=True):
        if year in panel.index:
            forecast = panel.loc[year].to_numpy(float) / 100
            has = np.isfinite(forecast)
            assert ratio[has] == pytest.approx(forecast[has], rel=1e-9)
            checked += has.sum()
    assert checked > 34 * 3


def test_baseline_debt_is_an_account(prepared_at, day: str) -> None:
    """d' = d(1 + i) − pb + sfa in money, every quarter, from the debt at the start to the forecast's path."""
    base, start = prepared_at(day).base, prepared_at(day).start
    nominal = quarters(prepared_at(day), "nominal")
    debt = start.debt
    for t in range(len(base.now)):
        now = nominal[8 + t]
        debt = debt * (1 + base.effective_rate[t]) ** 0.25 - base.primary[t] * now + base.stock_flow[t] * now
        assert debt / nominal[5 + t : 9 + t].sum(0) == pytest.approx(base.debt_ratio[t], rel=1e-9)
    beyond = np.floor(base.now) > 2031
    assert (base.stock_flow[beyond] == 0).all()


def test_weights_of_the_quarters_sum_to_one(prepared_at, day: str) -> None:
    prepared = prepared_at(day)
    weight = prepared.base.weight[(4 - prepared.past) % 4 :]
    assert weight.reshape(-1, 4, len(prepared.actors)).sum(1) == pytest.approx(1.0)
    assert (weight > 0.2).all()


def test_calendar_marks(prepared_at, day: str) -> None:
    prepared = prepared_at(day)
    labels = np.array(prepared.quarters)
    assert set(labels[prepared.base.fourth > 0]) == {q for q in labels if q.endswith("Q4")}
    assert labels[prepared.base.inauguration > 0].tolist() == [
        q for q in ("2025Q1", "2029Q1", "2033Q1", "2037Q1") if q in labels
    ]
    assert labels[prepared.base.review > 0].tolist() == ([] if day < "2025-06-25" else ["2029Q3"])


def test_paths(prepared_at, day: str) -> None:
    """Never down; the pledge's path ends at 3.5% (2% before the pledge was known) for all below it."""
    prepared = prepared_at(day)
    base, start = prepared.base, prepared.start
    assert (np.diff(base.path, axis=0) >= -1e-12).all()
    assert (base.path <= base.path_next + 1e-12).all()
    armed_ally = (start.ally * start.armed) > 0
    target = 0.02 if day < "2025-06-25" else 0.035
    assert base.pledge_next[-1][armed_ally] == pytest.approx(np.maximum(target, start.share[armed_ally]))
    assert (base.pledge_next[:, ~armed_ally] == start.share[~armed_ally]).all()
    assert (base.related_tier == (day >= "2025-06-25")).all()
    below = armed_ally & (start.share < 0.95 * target)
    below[prepared.actors.index("ESP")] &= day < "2025-06-25"  # has its own, lower path since
    assert (base.path[-1][below] >= target - 1e-12).all()


def test_baseline_defence_lies_between_standing_still_and_the_own_path(prepared_at, day: str) -> None:
    base, start = prepared_at(day).base, prepared_at(day).start
    assert (base.defence >= np.minimum(start.share, base.path) - 1e-12).all()
    assert (base.defence <= np.maximum(start.share, base.path) + 1e-12).all()


def test_spain_has_its_own_path(prepared) -> None:
    spain = prepared.actors.index("ESP")
    assert prepared.base.path[-1, spain] == pytest.approx(0.021)
    assert prepared.base.pledge_next[-1, spain] == pytest.approx(0.035)


def test_stand_ins_are_named(prepared_at) -> None:
    early, late = (" | ".join(prepared_at(day).notes) for day in ("2024-06-30", "2026-08-31"))
    for stand_in in (
        "UKR: no military share",
        "RUS: no total of military spending",
        "2% guideline",
        "purchasing-power GDP",
    ):
        assert stand_in in early
    assert "2% guideline" not in late and "purchasing-power" not in late
    assert all(note[0].isalpha() and len(note) > 30 for note in prepared_at("2025-07-03").notes)


def test_nothing_later_than_the_cut_off_enters(prepared_at, known) -> None:
    """The same system prepared from facts of an earlier day differs: the cut-off decides."""
    system = load_system("nato-russia")
    stale = prepare(system, known["2024-06-30"], date(2025, 7, 3))
    fresh = prepared_at("2025-07-03")
    assert stale.quarters == fresh.quarters
    assert not np.allclose(stale.base.real, fresh.base.real)
    assert stale.start.fund != fresh.start.fund


def test_equal_inputs_have_the_same_digest(prepared_at) -> None:
    """Prepared again, or on the next day with no new figure: the same; each array, label and prior counts."""
    prepared = prepared_at("2025-07-03")
    again = prepare(prepared.system, facts.load().as_of("2025-07-03"), prepared.as_of)
    assert again.inputs_digest == prepared.inputs_digest == prepared_at("2025-07-04").inputs_digest
    a_little = prepared.base._replace(law_plan_next=np.nextafter(prepared.base.law_plan_next, 1))
    first, *others = prepared.priors
    for changed in (
        {"base": a_little},
        {"start": prepared.start._replace(war=np.array(1.0))},
        {"will_mean": prepared.will_mean[::-1]},
        {"years_ahead": 0},
        {"held_year": 2023},
        {"roles": Roles(0)},
        {"quarters": prepared.quarters[1:]},
        {"priors": (first.model_copy(update={"valid": (first.valid[0], first.valid[1] + 1)}), *others)},
    ):
        assert replace(prepared, **changed).inputs_digest != prepared.inputs_digest, list(changed)
    assert replace(prepared, notes=()).inputs_digest == prepared.inputs_digest


def test_a_day_that_brings_something_has_another_digest(prepared_at) -> None:
    """A new edition, a new quarter, evidence for a prior: each shows."""
    prepared = prepared_at("2025-07-03")
    assert prepared_at("2025-09-28").inputs_digest != prepared_at("2025-09-29").inputs_digest  # 2025Q2 is published
    day = next(p.known_from for p in prepared.priors if p.known_from)
    before, on = (replace(prepared, as_of=as_of) for as_of in (day - timedelta(days=1), day))
    assert before.inputs_digest != on.inputs_digest == replace(on, as_of=day).inputs_digest


def test_the_fund_and_the_budget_of_the_default_cut_off(prepared) -> None:
    """Liquid assets of 1 June 2025, the amended line of 2025 and the plan for 2026 as then in force."""
    assert prepared.start.fund == pytest.approx(2.84, abs=0.02)
    assert prepared.start.law_amount == 13.5
    plans = prepared.base.law_plan_next
    assert plans[plans > 0][0] == 12.8


def test_what_is_published_of_the_first_quarters_enters(prepared_at) -> None:
    """Urals of April to June 2026, the price of July as the next start; prices of June; the base price of 59; the
    survey of February."""
    base, start = prepared_at("2026-08-31").base, prepared_at("2026-08-31").start
    assert base.oil_known[:3] == pytest.approx([(94.87 + 86.52 + 63.52) / 3, 59.02, 0.0])
    assert base.oil_unknown[:3] == pytest.approx([0.0, np.sqrt(2 / 3), 1.0])
    assert base.inflation[0, prepared_at("2026-08-31").roles.rival] == pytest.approx(0.0603, abs=0.0006)
    assert base.inflation_unknown[:2] == pytest.approx([0.0, np.sqrt(2 / 3)])
    assert (base.rule_price == 59).all() and base.rule_open[:4].tolist() == [
        0,
        0,
        0,
        1,
    ]  # nothing newer was known; held on
    assert start.discounted == 0 and start.oil_price == pytest.approx(59.02)
    middle = base.key_rate[[5, 6]].mean()  # 2027Q3 and Q4 straddle the surveyed mean of 2027 at mid-year from below
    assert base.key_rate[0] == pytest.approx(float(start.key_rate)) and middle < 0.104 < base.key_rate[2]
    early = prepared_at("2024-06-30")
    assert early.start.discounted == 1 and (early.base.rule_price == 0).all()
    assert early.base.rule_open[:5].tolist() == [0, 0, 0, 1, 1]


def test_the_draft_budget_of_2026_moves_the_base_price(known) -> None:
    later = prepare(load_system("nato-russia"), facts.load().as_of("2026-10-15"), date(2026, 10, 15)).base
    prices = {int(now): price for now, price in zip(later.now, later.rule_price, strict=True)}
    assert (prices[2026], prices[2027], prices[2029], prices[2035]) == (59, 50, 50, 50)
    assert set(later.now[later.rule_open == 0].astype(int)) == {2026, 2027, 2028, 2029}


def test_growth_starts_from_the_newest_dated_forecast(prepared_at) -> None:
    """The survey of 28 May 2025 (1.5 and 1.7%) is newer than the outlook of April; Germany's outlook stands."""
    prepared = prepared_at("2025-07-03")
    real = quarters(prepared, "real")[8 - prepared.past - 4 :][:12].reshape(3, 4, -1).sum(1)
    growth = dict(zip(prepared.actors, 100 * (real[1:] / real[:-1] - 1).T, strict=True))
    assert growth["RUS"] == pytest.approx([1.5, 1.7], abs=0.01)
    held = facts.load().as_of("2025-07-03").series("gdp_growth", "DEU")
    assert growth["DEU"] == pytest.approx([held["2025"], held["2026"]], abs=0.02)


def test_short_histories_lend_no_economy_a_scale_of_its_own(prepared_at) -> None:
    """Four years cannot tell economies apart; of twenty some spread is left, and the rival keeps its slumps."""
    short, long = prepared_at("2024-06-30"), prepared_at("2026-08-31")
    spread = [np.log(np.delete(p.start.demand_scale, p.roles.rival)).std() for p in (short, long)]
    assert spread[0] < 0.01 < spread[1]
    for p in (short, long):
        assert p.start.demand_scale[p.roles.rival] > 1.5 * p.start.output_scale[p.roles.rival]


def test_the_fund_stands_but_for_the_rule_december_and_the_credit_of_june(prepared_at) -> None:
    base = prepared_at("2025-07-03").base  # newest month: 1 June 2025; Decembers took 1.47, 1.73 and 1.98 trn
    assert base.fund_unknown[:3] == pytest.approx([1 / 3, 1.0, 1.0])
    assert base.december_mean[:4] == pytest.approx([0, 0, -(1.469 + 1.735 + 1.982) / 3, 0], abs=0.001)
    assert base.fund_months[:5] == pytest.approx([1, 4, 7, 10, 13])
    assert (base.fund_drift > 0.2).all()  # the law ends it where `fund_carried` is over
    assert (np.flatnonzero(base.december_mean) % 4 == 2).all()


# Cut-off, USD a barrel times years: what the first simulated year has gathered before its first quarter, the closed
# year before.
EXCESSES = [("2025-07-03", (67.66 + 61.69 + 58.99 - 180) / 12, 8.0), ("2026-10-15", None, 0.0)]


@pytest.mark.parametrize(("day", "gathered", "closed"), EXCESSES)
def test_the_excess_of_closed_years_waits_for_june(
    prepared_at, day: str, gathered: float | None, closed: float
) -> None:
    """Urals of 2024, filled in by Brent less its discount, lay 8 dollars above 60; what 2023 left was credited
    before."""
    found = prepared_at(day).start.rule_excess
    assert gathered is None or found[0] == pytest.approx(gathered, abs=0.001)
    assert found[1] == pytest.approx(closed, abs=0.1)


def test_a_missing_figure_is_named(known) -> None:
    system = load_system("nato-russia")
    strangers = {**system.model_dump(by_alias=True), "name": "other"}
    strangers["ally"]["XKX"] = {"will": 0.5}
    strangers["groups"] = {"not_european": system.others, "follows_forecast": ("UKR",)}
    with pytest.raises(MissingFact, match="XKX"):
        prepare(type(system)(**strangers), known["2025-07-03"], date(2025, 7, 3))


def test_a_clock_that_ends_too_soon_is_an_error(known) -> None:
    system = load_system("nato-russia")
    short = system.model_copy(update={"clock": system.clock.model_copy(update={"last_year": 2025})})
    with pytest.raises(InputError, match=r"last_year 2025.*2025Q2"):
        prepare(short, known["2025-07-03"], date(2025, 7, 3))


@pytest.mark.parametrize(
    ("day_known", "expected"),
    [("2025-06-28", (2025, 1)), ("2025-06-29", (2025, 2)), ("2025-07-03", (2025, 2)), ("2025-01-02", (2024, 4))],
)
def test_first_unpublished_quarter(day_known: str, expected: tuple[int, int]) -> None:
    assert first_unpublished(date.fromisoformat(day_known), 90) == Quarter(*expected)


def test_quarters_of_steady_growth_are_steady() -> None:
    """Totals that grow at one rate give quarters that grow at its fourth root, and sum exactly."""
    years = np.arange(2020, 2030)
    totals = 100 * 1.04 ** np.arange(10.0)[:, None]
    flows = to_quarters(years, totals, Quarter(2020, 1), 40)
    assert flows.reshape(10, 4).sum(1) == pytest.approx(totals[:, 0])
    growth = flows[1:] / flows[:-1]
    assert growth == pytest.approx(1.04**0.25, rel=1e-6)


def test_the_state_of_the_war_and_of_the_protector_is_that_of_the_day() -> None:
    """A cut-off under the earlier administration knows nothing of the later one's stance."""
    system, held = load_system("nato-russia"), facts.load()
    states = {}
    for day in ("2024-07-03", "2025-01-19", "2025-01-20", "2026-08-31"):
        start = prepare(system, held.as_of(day), date.fromisoformat(day)).start
        states[day] = (float(start.war), float(start.stance))
    assert states == {"2024-07-03": (0, 0), "2025-01-19": (0, 0), "2025-01-20": (0, 1), "2026-08-31": (0, 1)}


def test_a_plan_by_an_allys_own_definition_enters_by_the_newest_ratio_and_may_fall() -> None:
    """Poland's draft budget of September 2026: 4.51% by its own definition after 4.81%, of which NATO counts 4.68%."""
    at = {
        day: prepare(load_system("nato-russia"), facts.load().as_of(day), date.fromisoformat(day))
        for day in ("2026-09-28", "2026-09-29")
    }
    path = {}
    for day, prepared in at.items():
        years = prepared.base.now.astype(int)
        path[day] = prepared.base.path[np.flatnonzero(years == 2027)[0], prepared.actors.index("POL")]
    assert path["2026-09-28"] == pytest.approx(0.0468)  # no plan: it stays above the pledge
    assert path["2026-09-29"] == pytest.approx(0.0451 * 4.68 / 4.81, abs=1e-5)


@pytest.mark.parametrize(
    ("day", "share", "then"),
    [
        ("2026-01-01", 3.5, 3.5),  # announced before the figure was out: a rise counts
        ("2026-01-01", 2.0, 3.0),  # a share below it means no rise in the year after
        ("2026-09-01", 2.0, 2.0),  # announced with the figure in view: a fall is one
    ],
)
def test_what_is_announced_below_the_last_share(day: str, share: float, then: float) -> None:
    points = plans.waypoints([plans.Statement(2027, share, day)], 2026, 3.0, "2026-07-01")
    assert points == [(2026, 3.0), (2027, then)]
