"""Switching a mechanism off changes what it should, in the direction it should, and nothing it cannot reach."""

from __future__ import annotations

import numpy as np
import pytest
from worlds import Block

from overstretch.engine.schema import ACTOR_YEAR, DRAWN, EVENT, QUARTER, VARIABLES, YEAR
from overstretch.model.registry import SWITCHES

WAR = {"war_state", "event_ceasefire", "event_war_end"}
NATURAL = {"hazard_leader_natural"}
OIL = {"urals_price", "rus_room_imports"}
OUTSIDE = WAR | NATURAL | OIL | {"nonfinite"} | set(DRAWN)  # nothing in the system moves these but their own switch
RULER = {name for name in VARIABLES if "leader" in name} | {
    "hazard_regime_end",
    "event_regime_end",
    "event_state_collapse",
}
EXITS = {"hazard_exit", "hazard_dissolution", "event_exit", "event_dissolution"}
MOOD = {"cohesion", "article5_doubt", "event_article5_doubt"}
STANCE = {"us_state", "event_us_drawdown"}
COUNTED = {"core_share", "related_share", "new_share", "relabelled_share", "pledge_cost", "pledge_cost_europe"}
RUSSIA_COUNTED = {"rus_defence_law", "rus_defence_law_share", "rus_defence_law_real", "rus_defence_total"}

# switch → what must change when it is off alone: (variable, actor or None, year, sign of the change of the mean; 0 =
# either)
CHANGES: dict[str, list[tuple[str, str | None, int, int]]] = {
    "pledge": [("core_share", "DEU", 2035, -1), ("related_share", "DEU", 2035, -1), ("pledge_cost", None, 2035, -1)],
    "reaction": [("core_share", "POL", 2032, 0), ("core_share", "RUS", 2032, 0)],
    "free_riding": [("core_share", "ITA", 2032, 0)],
    "limits": [("core_share", "FRA", 2035, +1), ("core_share", "USA", 2035, 0)],
    "relabelling": [
        ("core_share", "DEU", 2035, -1),
        ("related_share", "DEU", 2035, -1),
        ("relabelled_share", "DEU", 2035, -1),
    ],
    "plans": [("rus_defence_law", None, 2026, +1)],
    "war_need": [("core_share", "RUS", 2032, 0), ("core_share", "UKR", 2040, +1)],
    "overrun": [("rus_defence_total", None, 2027, -1)],
    "strain_cut": [("core_share", "RUS", 2030, +1)],
    "multiplier": [("growth", "DEU", 2027, -1), ("debt_ratio", "DEU", 2030, 0)],
    "supply": [("growth", "RUS", 2026, +1), ("growth", "POL", 2035, 0)],
    "monetary": [("growth", "DEU", 2030, 0), ("rus_key_rate", None, 2030, 0)],
    "risk_premium": [("debt_ratio", "ITA", 2035, 0), ("debt_ratio", "USA", 2035, 0)],
    "debt_response": [("debt_ratio", "POL", 2035, 0), ("balance", "ITA", 2035, 0)],
    "oil": [("urals_price", None, 2030, 0), ("rus_fund_liquid", None, 2030, 0)],
    "tools": [("rus_inflation", None, 2030, 0), ("core_share", "RUS", 2035, 0)],
    "oil_on_growth": [("rus_growth_yoy", None, 2026, 0)],
    "war": [("war_state", None, 2030, -1), ("rus_equipment", None, 2035, -1), ("core_share", "RUS", 2035, +1)],
    "attrition": [("rus_equipment", None, 2030, +1), ("equipment", "UKR", 2030, +1)],
    "refurbishment": [("rus_equipment", None, 2030, -1)],
    "pipeline": [("equipment", "DEU", 2030, +1), ("equipment", "POL", 2030, 0)],
    "aid": [("equipment", "UKR", 2028, -1), ("equipment", "DEU", 2028, +1)],
    "perception": [("core_share", "POL", 2030, 0)],
    "remarks": [("core_share", "POL", 2030, 0), ("cohesion", None, 2030, 0)],
    "us_change": [("us_state", None, 2030, 0), ("flank_ratio", None, 2038, -1)],
    "us_pressure": [("core_share", "DEU", 2038, +1)],
    "cohesion": [("cohesion", None, 2030, 0), ("article5_doubt", None, 2030, 0), ("hazard_exit", None, 2035, 0)],
    "alliance_strain": [("hazard_exit", None, 2035, -1), ("hazard_dissolution", None, 2035, 0)],
    "leader_strain": [("hazard_leader_irregular", None, 2035, 0), ("hazard_regime_end", None, 2035, 0)],
    "leader_covariates": [("hazard_leader_regular", None, 2035, 0), ("hazard_leader_irregular", None, 2035, 0)],
    "turnover": [("core_share", "DEU", 2032, 0)],
    "review": [("core_share", "DEU", 2033, 0), ("review_result", None, 0, -1)],
    "shocks": [("growth", "DEU", 2030, 0), ("core_share", "DEU", 2030, 0), ("rus_inflation", None, 2030, 0)],
    "revision": [("core_share", "DEU", 2025, 0)],
}

# switch → the only variables it may change (all else equal to rounding)
ONLY: dict[str, set[str]] = {
    "relabelling": COUNTED,
    "cohesion": MOOD | EXITS,
    "alliance_strain": EXITS,
    "leader_strain": RULER,
    "leader_covariates": RULER,
}

# switch → further variables that it must not change, beside OUTSIDE
LEAVES: dict[str, set[str]] = {
    "war": OIL | NATURAL,
    "oil": WAR | NATURAL,
    "shocks": WAR | NATURAL,
    "multiplier": {"us_state", "review_result"},
    "supply": {"us_state"},  # a smaller economy moves the shortfall that the review looks at, by little
    "us_change": {"review_result"},  # the first inauguration comes before the review, its effect on budgets after
    "us_pressure": {"review_result"},  # through the shortfall it moves the inaugurations after 2029
}

# first year in which a switch can show in burdens: nothing moves before the vote that its cause precedes
FIRST_YEAR = {
    "reaction": 2026,
    "free_riding": 2026,
    "limits": 2026,
    "turnover": 2026,
    "us_change": 2030,
    "review": 2030,
    "strain_cut": 2026,
}


def unlike(left: np.ndarray, right: np.ndarray, tolerance: float = 2e-6) -> np.ndarray:
    """Where two float32 results differ by more than rounding; NaN equals NaN."""
    left, right = left.astype(float), right.astype(float)
    scale = np.maximum(np.maximum(np.abs(left), np.abs(right)), 1e-3)
    with np.errstate(invalid="ignore"):
        return ~(np.abs(left - right) <= tolerance * scale) & ~(np.isnan(left) & np.isnan(right))


def at(block: Block, name: str, actor: str | None, year: int, off: tuple[str, ...]) -> np.ndarray:
    values = block.of(name, actor, off=off)
    if name in YEAR or name in ACTOR_YEAR:
        return values[block.year(year)]
    return values[block.quarter(f"{year}Q4")] if name in QUARTER else values


def test_the_table_covers_every_switch() -> None:
    assert set(CHANGES) == set(SWITCHES)
    assert set(ONLY) | set(LEAVES) | set(FIRST_YEAR) <= set(SWITCHES)
    named = {name for rows in CHANGES.values() for name, *_ in rows}
    assert named | set().union(*ONLY.values(), *LEAVES.values()) | OUTSIDE <= set(VARIABLES)
    assert set(EVENT) >= {"review_result"}


@pytest.fixture(scope="module", params=SWITCHES)
def switch(request: pytest.FixtureRequest) -> str:
    """One switch after the other, all its tests together: each world is simulated once."""
    return request.param


def test_off_changes_what_it_should(block: Block, switch: str) -> None:
    for name, actor, year, sign in CHANGES[switch]:
        on, off = at(block, name, actor, year, ()), at(block, name, actor, year, (switch,))
        assert unlike(on, off).mean() > 0.02, (name, actor, year)
        if sign:
            assert np.sign(np.nanmean(off.astype(float)) - np.nanmean(on.astype(float))) == sign, (name, actor, year)


def test_off_leaves_the_rest_alone(block: Block, switch: str) -> None:
    on, off = block.world(), block.world(off=(switch,))
    alone = (
        set(VARIABLES) - ONLY[switch]
        if switch in ONLY
        else LEAVES.get(switch, set()) | (OUTSIDE if switch not in ("war", "oil", "shocks") else set())
    )
    moved = {name for name in alone if unlike(on[name], off[name]).any()}
    assert not moved


def test_off_shows_no_earlier_than_its_cause(block: Block, switch: str) -> None:
    first = block.year(FIRST_YEAR.get(switch, 2025))
    on, off = block.of("core_share")[:-1], block.of("core_share", off=(switch,))[:-1]  # Ukraine apart
    assert not unlike(on, off)[:, : max(first - 1, 0)].any()  # the year before may differ through GDP alone


def test_all_off_is_the_forecast(block: Block) -> None:
    """To single precision: growth, debt and burdens of the forecast of the day."""
    prepared, base = block.prepared, block.prepared.base
    every = tuple(SWITCHES)
    ends = slice(3 - prepared.past, None, 4)
    expected_debt = 100 * base.debt_ratio[ends].T[:, :, None]
    np.testing.assert_allclose(block.of("debt_ratio", off=every), expected_debt + 0 * block.of("debt_ratio"), rtol=2e-4)
    real = np.concatenate([prepared.start.real_before[4 - prepared.past :], base.real])
    years = real.reshape(-1, 4, real.shape[1]).sum(1)
    growth = 100 * (years[1:] / years[:-1] - 1).T[:, :, None]
    np.testing.assert_allclose(block.of("growth", off=every), growth + 0 * block.of("growth"), atol=1e-4)
    counted = every[: every.index("relabelling")] + every[every.index("relabelling") + 1 :]
    share = 100 * (base.defence[ends] * prepared.start.armed).T[:, :, None]
    np.testing.assert_allclose(block.of("core_share", off=counted), share + 0 * block.of("core_share"), rtol=1e-5)


def test_an_unknown_switch_is_named(block: Block) -> None:
    from overstretch.errors import InputError

    with pytest.raises(InputError, match=r"unknown mechanism \['gravity'\].*pledge"):
        block.world(off=("gravity",))
