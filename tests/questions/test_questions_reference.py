"""Outcomes against plain numpy on the arrays of the run: the rules, computed a second time."""

from __future__ import annotations

import numpy as np
import pytest

from overstretch.questions import catalogue


def of(real, name: str, actor: str, year: int, world: str = "base") -> np.ndarray:
    return real.tree[world][name].sel(actor=actor, year=year).values.astype(float)


def test_a_share_is_compared_as_printed(real):
    core = of(real, "core_share", "DEU", 2029)
    assert np.array_equal(real.p("core_share(DEU, 2029) >= 3.5"), core >= 3.495)
    edge = float(np.sort(core)[512])
    for limit, held in ((edge + 0.004, True), (edge + 0.006, False)):
        p = real.p(f"core_share(DEU, 2029) >= {limit:.9f}")
        assert bool(p[core == edge].all()) is held


def test_the_target_counts_at_most_one_and_a_half_points_of_related_spending(real):
    total = of(real, "core_share", "ESP", 2035) + np.minimum(of(real, "related_share", "ESP", 2035), 1.5)
    assert np.array_equal(real.p("total_share(ESP, 2035) < 5"), total < 4.995)
    assert of(real, "related_share", "ESP", 2035).max() > 1.5


def test_an_event_happens_by_the_end_of_the_quarter_that_holds_the_month(real):
    """No hazard is held of this one: the time of each future decides, the end of the quarter of the event."""
    when = real.base["event_fund_exhausted"].values
    for text, end in (
        ("by 2027-12", 2028.0),
        ("by 2027-09", 2027.75),
        ("by 2027-08", 2027.75),
        ("before 2028-01", 2028.0),
        ("2027", 2028.0),
    ):
        begin = 2027.0 if text == "2027" else 0.0
        assert np.array_equal(
            real.p(f"happens(fund_exhausted, RUS, {text})"), (when <= end + 1e-4) & (when > begin + 1e-4)
        )


def test_an_event_known_at_once_has_not_happened_by_the_cut_off(real):
    """On 3 July 2025 the second quarter lies behind, and two of the 92 days of the third: so many of its events are
    left out."""
    found = real.ask("happens(ceasefire, by 2027-12)")
    when = real.base["event_ceasefire"].values
    kept = np.zeros(1024, bool)
    kept[found.rows] = True
    assert not kept[when <= 2025.5].any()
    third = (when > 2025.5) & (when <= 2025.75 + 1e-4)
    assert third.sum() - kept[third].sum() <= 3 and kept[np.isnan(when) | (when > 2025.76)].all()
    assert np.array_equal(found.p, (when <= 2028.0 + 1e-4)[kept])


def hazard(real, name: str, at: float) -> np.ndarray:
    """Cumulative hazard at a decimal year by straight lines between the ends of years, 0 at the run's start."""
    ends = np.concatenate([[2025.25], np.arange(2026.0, 2042.0)])
    values = np.vstack([np.zeros(1024), real.base[name].values.astype(float)])
    return np.stack([np.interp(at, ends, values[:, k]) for k in range(1024)])


def test_the_chance_of_an_event_is_that_of_its_hazard_since_the_cut_off(real):
    now = 2025 + (31 + 28 + 31 + 30 + 31 + 30 + 2) / 365
    gone = hazard(real, "hazard_dissolution", now)
    by_then = 1 - np.exp(-(hazard(real, "hazard_dissolution", 2036.0) - gone))
    assert np.allclose(real.p("happens(alliance_dissolution, by 2035-12)"), by_then, atol=1e-9)
    both = np.exp(-(hazard(real, "hazard_dissolution", 2030.0) - gone)) - np.exp(
        -(hazard(real, "hazard_dissolution", 2031.0) - gone)
    )
    assert np.allclose(real.p("happens(alliance_dissolution, 2030)"), both, atol=1e-9)


def test_the_exit_by_any_route_is_the_sum_of_hazards(real):
    names = [f"hazard_leader_{route}" for route in ("irregular", "regular", "natural")]
    now = 2025 + 183 / 365
    total = sum(hazard(real, n, 2030.0) - hazard(real, n, now) for n in names)
    assert np.allclose(real.p("happens(leader_exit, RUS, by 2029-12)"), 1 - np.exp(-total), atol=1e-6)


def test_two_independent_events_multiply_within_a_future(real):
    exit_, end = (real.p(f"happens({e}, by 2035-12)") for e in ("leader_exit", "alliance_dissolution"))
    assert np.allclose(
        real.p("and(happens(leader_exit, by 2035-12), happens(alliance_dissolution, by 2035-12))"),
        exit_ * end,
        atol=1e-12,
    )


def rates(real) -> dict[str, float]:
    """Currency → units for a dollar, from the two GDPs of the cut-off's year as published; the rouble by its last
    month."""
    known = real.worlds.published.known
    found = {"USD": 1.0, "RUB": float(known.series("rub_per_usd", "RUS").iloc[-1])}
    for currency, actor in (("EUR", "DEU"), ("PLN", "POL"), ("GBP", "GBR"), ("CAD", "CAN")):
        found[currency] = known.series("gdp_lcu", actor)["2025"] / known.series("gdp_usd", actor)["2025"]
    return found


def test_an_amount_is_share_times_gdp_at_the_rate_of_the_cut_off(real):
    zlotys = of(real, "core_share", "POL", 2027) / 100 * of(real, "gdp", "POL", 2027) * 1e9
    euros = zlotys / rates(real)["PLN"] * rates(real)["EUR"]
    limit = float(f"{np.median(euros):.3g}")
    assert 3e10 < limit < 9e10
    assert np.array_equal(real.p(f"defence_spending(POL, 2027, EUR) >= {limit}"), euros >= limit)
    assert np.array_equal(
        real.p(f"defence_spending(POL, 2027, PLN) >= {np.median(zlotys):.9g}"),
        zlotys >= float(f"{np.median(zlotys):.9g}"),
    )


def test_a_deficit_in_roubles(real):
    roubles = of(real, "balance", "RUS", 2026) / 100 * of(real, "gdp", "RUS", 2026) * 1e9
    limit = float(f"{np.median(roubles):.3g}")
    assert -2e13 < limit < -1e12
    assert np.array_equal(real.p(f"balance(RUS, 2026, RUB) <= {limit}"), roubles <= limit)


def test_real_growth_of_a_groups_spending_is_at_the_base_years_prices(real):
    """Share of GDP x GDP of 2025 moved by real growth; a group's at the exchange rates of the cut-off."""
    now, before = np.zeros(1024), np.zeros(1024)
    for code in ("EST", "LTU", "LVA"):
        dollars = of(real, "gdp", code, 2025)
        real_gdp = dollars.copy()
        for year in (2026, 2027):
            real_gdp *= 1 + of(real, "growth", code, year) / 100
        now += of(real, "core_share", code, 2027) * real_gdp
        before += of(real, "core_share", code, 2025) * dollars
    growth = 100 * (now / before - 1)  # the three share one currency
    limit = float(f"{np.median(growth):.3g}")
    assert np.array_equal(
        real.p(f"change(defence_spending(BALTICS, 2027), from 2025, percent, real) >= {limit}"), growth >= limit
    )
    nominal = real.p(f"change(defence_spending(BALTICS, 2027), from 2025, percent, nominal) >= {limit}")
    assert nominal.mean() > (growth >= limit).mean()


def test_a_groups_share_is_money_over_money(real):
    per_dollar = rates(real)
    members = (*catalogue.armed("BALTICS"), "POL", "GBR")
    currency = {"POL": "PLN", "GBR": "GBP"}
    money = {m: of(real, "gdp", m, 2030) / per_dollar[currency.get(m, "EUR")] for m in members}
    share = sum(of(real, "core_share", m, 2030) * money[m] for m in members) / sum(money.values())
    limit = float(f"{np.median(share):.3g}")
    assert np.array_equal(real.p(f"core_share({'+'.join(members)}, 2030) >= {limit}"), share >= limit - 0.005)


def test_published_months_enter_a_year_that_has_begun(real):
    """The key rate of 2025: months to June as published, the two quarters after it as simulated."""
    published = real.worlds.published.months(catalogue.series("policy_rate"))
    months = [published[12 * 2025 + m] for m in range(6)]
    later = real.base["rus_key_rate"].sel(quarter=["2025Q3", "2025Q4"]).values.astype(float)
    mean = (np.sum(months) + 3 * later.sum(0)) / 12
    assert months[0] == pytest.approx(21.0) and 19 < np.median(mean) < 21.5
    limit = float(f"{np.median(mean):.6g}")
    assert np.array_equal(real.p(f"policy_rate(RUS, 2025) >= {limit}"), mean >= limit)


def test_an_effect_is_the_paired_difference(real):
    difference = of(real, "debt_ratio", "CAN", 2035, "keep_pledge()") - of(real, "debt_ratio", "CAN", 2035)
    found = real.ask("effect(keep_pledge() against base, debt_ratio(CAN, 2035)) >= 6.3")
    assert np.allclose(found.difference, difference, atol=1e-9) and np.array_equal(found.p, difference >= 6.3)


def test_the_five_answers_of_a_review_are_one(real):
    result = real.base["review_result"].values
    for how, codes in (("hold", [0]), ("ease", [1]), ("tighten", [2]), ("rescope", [3]), ("any", [1, 2, 3])):
        assert np.array_equal(real.p(f"happens(target_changed[{how}], by 2029-12)"), np.isin(result, codes))
