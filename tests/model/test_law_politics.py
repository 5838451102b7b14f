"""War, words, the United States, the alliance, the ruler and the review, each law alone."""

from __future__ import annotations

import jax.numpy as jnp
import numpy as np
import pytest
from alone import a, alone
from hypothesis import given
from hypothesis import strategies as st

from overstretch.model import alliance, leaders, perception, review, united_states, war

chances = st.floats(0.0, 0.95)
DRAWS = jnp.linspace(0.0005, 0.9995, 1000)


def chances_of(ceasefire: float, relapse: float, settlement: float) -> dict[str, jnp.ndarray]:
    return {"ceasefire_chance": a(ceasefire), "relapse_chance": a(relapse), "settlement_chance": a(settlement)}


def moves_to(state: float, ceasefire: float, relapse: float, settlement: float, guarded: float = 0.0) -> np.ndarray:
    """Shares of the three next states over evenly spread draws."""
    one = jnp.ones_like(DRAWS)
    after = war.war_state(state * one, DRAWS, guarded * one, **chances_of(ceasefire, relapse, settlement))
    return np.array([(after == k).mean() for k in (0.0, 1.0, 2.0)])


@given(chances, st.floats(0.0, 0.6), st.floats(0.0, 0.6))
def test_chances_of_the_war(ceasefire: float, relapse: float, settlement: float) -> None:
    by_quarter = [1 - (1 - p) ** 0.25 for p in (ceasefire, relapse, settlement)]
    assert moves_to(0.0, ceasefire, relapse, settlement) == pytest.approx(
        [1 - by_quarter[0], by_quarter[0], 0], abs=2e-3
    )
    stays = 1 - by_quarter[1] - by_quarter[2]
    assert moves_to(1.0, ceasefire, relapse, settlement) == pytest.approx(
        [by_quarter[1], stays, by_quarter[2]], abs=2e-3
    )
    assert moves_to(1.0, ceasefire, relapse, settlement, guarded=1.0)[0] == 0.0
    assert moves_to(2.0, ceasefire, relapse, settlement).tolist() == [0, 0, 1]


@given(chances)
def test_four_quarters_make_the_yearly_chance(yearly: float) -> None:
    assert 1 - (1 - float(war.quarterly(a(yearly))[0])) ** 4 == pytest.approx(yearly)


def test_a_forced_ceasefire_holds_for_a_year() -> None:
    """Every draw would break it: it breaks in the fifth quarter."""
    state, guard, seen = a(0.0), a(0.0), []
    for t in range(8):
        drawn = war.war_state(state, a(1e-6), guard, **chances_of(0.0, 0.9, 0.0))
        state, guard = war.forced(drawn, guard, a(2026.0 + t / 4), a(2026.25), a(-1.0))
        seen.append(float(state[0]))
    assert seen == [0, 1, 1, 1, 1, 0, 0, 0]


def test_a_settlement_is_for_good() -> None:
    state, _ = war.forced(a(0.0), a(0.0), a(2026.5), a(-1.0), a(2026.5))
    assert state[0] == 2.0
    assert war.war_state(state, a(1e-6), a(0.0), **chances_of(0.9, 0.9, 0.0))[0] == 2.0


def test_perception_is_late_and_biased() -> None:
    seen = a(0.0)
    first = float(perception.perceived(seen, a(0.2), perception_bias=a(0.1), perception_delay=a(1.5))[0])
    for _ in range(400):
        seen = perception.perceived(seen, a(0.2), perception_bias=a(0.1), perception_delay=a(1.5))
    assert 0 < first < 0.05
    assert seen[0] == pytest.approx(1.1 * 0.2)


def test_remarks_keep_unit_variance() -> None:
    """φ² + (1 − φ²) = 1: the variance after a step is one again."""
    from_past = float(perception.remarks(a(1.0), a(0.0), rhetoric_persistence=a(0.5))[0])
    from_shock = float(perception.remarks(a(0.0), a(1.0), rhetoric_persistence=a(0.5))[0])
    assert from_past**2 + from_shock**2 == pytest.approx(1.0)
    assert from_past**4 == pytest.approx(0.5)


INTENT = {"intent_ceasefire": 0.6, "intent_settled": 0.3, "intent_weight": 0.4, "intent_persistence": 0.7}


def test_intent_follows_the_war() -> None:
    settled = a(1.0)
    for _ in range(4):
        settled = perception.intent(settled, perception.intent_seen(a(2.0), **INTENT), **INTENT)
    assert settled[0] == pytest.approx(0.7 + 0.3 * 0.3)
    seen = perception.intent_seen(a(0.0, 1.0, 2.0), **INTENT)
    assert seen.tolist() == [1.0, 0.6, 0.3]


@pytest.mark.parametrize("war", [0.0, 1.0, 2.0])
def test_the_threat_of_the_cut_off_is_its_zero(war: float) -> None:
    start = perception.intent_seen(a(war), **INTENT)
    assert perception.threat(a(0.0), start, a(war), **INTENT)[0] == pytest.approx(0.0)
    assert perception.threat(a(0.1), start, a(war), **INTENT)[0] == pytest.approx(0.1)
    assert perception.threat(a(0.0), a(1.0), a(2.0), **INTENT)[0] == pytest.approx(0.4 * 0.7)


@given(st.floats(0.01, 0.5), st.floats(0.0, 0.5), st.floats(0.0, 0.5), st.floats(0.0, 1.0))
def test_stance_after_an_inauguration(withdraw: float, strong: float, shortfall: float, effect: float) -> None:
    one = jnp.ones_like(DRAWS)
    chances = {
        "us_to_withdrawn": withdraw,
        "us_to_strong": strong,
        "us_strong_leaves": 0.4,
        "us_withdrawn_returns": 0.3,
    }
    after = united_states.stance(one, DRAWS, shortfall * one, a(1.0), **chances, us_gap_effect=effect)
    odds = withdraw / (1 - withdraw) * np.exp(effect * shortfall)
    assert float((after == 2.0).mean()) == pytest.approx(odds / (1 + odds), abs=2e-3)
    assert float((after == 0.0).mean()) == pytest.approx(min(strong, 1 - odds / (1 + odds)), abs=2e-3)
    leaving = united_states.stance(0 * one, DRAWS, 0 * one, a(1.0), **chances, us_gap_effect=0.0)
    assert float((leaving == 1.0).mean()) == pytest.approx(0.4, abs=2e-3)


def test_pledge_hold_is_one_at_the_cut_off() -> None:
    def hold(state: float, forced: float = -1.0, effect: float = 0.2) -> float:
        return alone(united_states.pledge_hold, stance=state, us_pressure=effect, us_pressure_strong=0.4, forced=forced)

    assert hold(1.0) == 1.0
    assert hold(2.0) == hold(1.0, forced=0.0) == pytest.approx(0.8)
    assert hold(1.0, forced=2.0) == pytest.approx(1.2)
    assert hold(2.0) < hold(0.0) < hold(1.0)
    assert hold(0.0, effect=0.0) == hold(2.0, effect=0.0) == 1.0


@given(st.floats(0.001, 0.9))
def test_yearly_chance_and_hazard(yearly: float) -> None:
    """1 − exp(−∫h) over four quarters is the yearly chance."""
    hazard = alone(united_states.drawdown_hazard, stance=1.0, drawdown_transactional=yearly)
    assert 1 - np.exp(-4 * hazard) == pytest.approx(yearly)


def test_hazard_ratio_is_bounded() -> None:
    assert alone(alliance.hazard, yearly=0.04, log_ratio=0.0) == pytest.approx(0.01)
    assert alone(alliance.hazard, yearly=0.04, log_ratio=1.0) == pytest.approx(0.01 * np.e)
    assert alone(alliance.hazard, yearly=0.04, log_ratio=50.0) == pytest.approx(0.01 * np.e**3)


def test_cohesion_and_doubt() -> None:
    level = 1.0
    for _ in range(4):
        level = alone(alliance.cohesion, cohesion=level, cohesion_persistence=0.8)
    assert level == pytest.approx(0.8)
    assert alone(alliance.cohesion, cohesion_persistence=0.8, pressure=0.4) == pytest.approx(0.1)

    def doubt(stance: float, cohesion: float = 0.0) -> float:
        weights = {"doubt_us": 0.6, "doubt_cohesion": 0.3, "doubt_persistence": 0.7}
        return alone(
            alliance.doubt,
            assurance=alone(alliance.assurance, stance=stance, assurance_strong=0.5),
            cohesion=cohesion,
            **weights,
        )

    assert doubt(0.0) < doubt(1.0) == 0.0 < doubt(2.0)
    assert doubt(1.0, cohesion=-1.0) > 0 > doubt(1.0, cohesion=1.0)


def test_strain_is_one_formula_with_the_right_signs() -> None:
    def strain(burden: float = 0.03, growth: float = 0.02, room: float = 0.0) -> float:
        return alone(
            alliance.strain,
            share=burden,
            share_reference=0.03,
            growth=growth,
            room_used=room,
            strain_burden_scale=0.5,
            strain_growth_scale=0.025,
            growth_reference=0.02,
            strain_room_scale=0.25,
        )

    assert strain() == pytest.approx(0.0)
    assert strain(burden=0.03 * np.e**0.5) == pytest.approx(1 / 3)
    assert strain(growth=-0.005) == pytest.approx(1 / 3)
    assert strain(room=0.25) == pytest.approx(1 / 3)


hazards = st.lists(st.floats(0.0, 2.0), min_size=4, max_size=4)


@given(st.lists(hazards, min_size=1, max_size=20))
def test_incidences_and_survival_sum_to_one(quarters: list[list[float]]) -> None:
    survival, incidence, total = a(1.0), jnp.zeros((4, 1)), 0.0
    for hazard in quarters:
        exits = leaders.competing_exits(survival, jnp.asarray(hazard)[:, None])
        survival, incidence = exits.survival, incidence + exits.incidence
        total += sum(hazard)
    assert float(survival[0]) + float(incidence.sum()) == pytest.approx(1.0)
    assert float(incidence.min()) >= 0.0 and float(incidence.max()) <= 1.0
    assert float(survival[0]) == pytest.approx(np.exp(-total))


def test_routes_share_the_exits_by_their_hazards() -> None:
    exits = leaders.competing_exits(a(1.0), jnp.asarray([[0.03], [0.01], [0.0], [0.04]]))
    assert np.ravel(exits.incidence / exits.incidence.sum()) == pytest.approx([0.375, 0.125, 0.0, 0.5])


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(-1, 1), st.floats(-3, 3))
def test_regime_end_chance(irregular: float, other: float, effect: float, strain: float) -> None:
    ended = leaders.regime_end_chance(
        a(strain),
        variant={"leader": 1},
        regime_given_irregular=a(irregular),
        regime_given_other=a(other),
        strain_on_regime=a(effect),
    )
    for before, after in zip((irregular, other), ended, strict=True):
        chance = float(after[0])
        assert 0 < chance < 1
        assert np.log(chance / (1 - chance)) - np.log(before / (1 - before)) == pytest.approx(effect * strain, abs=1e-6)


def drawn_results(shortfall: float, threat: float, variant: str) -> np.ndarray:
    gumbel = jnp.asarray(np.random.default_rng(0).gumbel(size=(4, 40_000)))
    one = jnp.ones(40_000)
    odds = {"review_ease": -1.0 * one, "review_tighten": -1.8 * one, "review_rescope": -1.2 * one}
    option = ("inertial", "shortfall", "threat").index(variant)
    result = review.result(
        shortfall * one,
        threat * one,
        gumbel,
        -one,
        variant={"review": option},
        review_response=1.5,
        review_rescope_response=0.5,
        **odds,
    )
    return np.array([(result == k).mean() for k in range(4)])


def test_review_is_a_logit() -> None:
    utility = np.exp([0.0, -1.0, -1.8, -1.2])
    expected = utility / utility.sum()
    for variant in ("inertial", "shortfall", "threat"):
        assert drawn_results(0.0, 0.0, variant) == pytest.approx(expected, abs=0.01)
    assert drawn_results(0.3, 0.3, "inertial") == pytest.approx(expected, abs=0.01)


def test_shortfall_eases_and_threat_tightens() -> None:
    calm = drawn_results(0.0, 0.0, "inertial")
    short, threat = drawn_results(0.3, 0.0, "shortfall"), drawn_results(0.0, 0.5, "threat")
    assert short[1] > calm[1] and short[2] < calm[2]
    assert threat[2] > calm[2] and threat[1] < calm[1]


def test_target_change() -> None:
    changes = review.target_change(jnp.arange(-1.0, 4.0), review_step=a(0.12))
    assert changes.tolist() == pytest.approx([0, 0, -0.12, 0.12, 0])
