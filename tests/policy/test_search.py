"""The search on a toy whose trade-offs are known: strength costs burden and debt, taxes cost growth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import xarray as xr

from overstretch.engine.plan import World
from overstretch.errors import InputError
from overstretch.policy import Choice, europeans, objectives, search

YEARS = list(range(2025, 2041))
ALLIES = ["DEU", "POL"]
FUTURES = 64


def toy(worlds: list[World]) -> xr.DataTree:
    """Equipment rises with the burden, debt with what is borrowed, growth falls with what is taxed; shared noise."""
    noise = np.random.default_rng(0).normal(size=FUTURES)
    return xr.DataTree.from_dict({f"/{w.name}": _dataset(w, noise) for w in [World(), *worlds]})


def _dataset(world: World, noise: np.ndarray) -> xr.Dataset:
    names = {i.name: i.arguments for i in world.interventions}
    points = sum(i.arguments[1] for i in world.interventions if i.name == "spend" and i.arguments[0] == "DEU")
    how = names.get("finance", ("mix",))[0]
    borrowed = {"mix": 0.5, "debt": 1.0, "tax": 0.0, "cuts": 0.0}[how]
    core = 3.6 if "keep_pledge" in names else 2.0 + points
    shape = (len(ALLIES), len(YEARS), FUTURES)
    time = np.arange(len(YEARS))[None, :, None]

    def full(values: np.ndarray) -> tuple[tuple[str, ...], np.ndarray]:
        return ("actor", "year", "future"), np.broadcast_to(values, shape).copy()

    return xr.Dataset(
        {
            "core_share": full(core + 0.1 * noise),
            "equipment": full(100 + 10 * core * time + noise),
            "debt_ratio": full(60 + borrowed * (core - 2) * time + noise),
            "growth": full(1 - 0.1 * (1 - borrowed) * (core - 2) + noise),
        },
        coords={"actor": ALLIES, "year": YEARS, "future": np.arange(FUTURES)},
    )


def test_same_seed_same_table():
    pd.testing.assert_frame_equal(search(toy, ["DEU"], budget=30, seed=3), search(toy, ["DEU"], budget=30, seed=3))
    assert not search(toy, ["DEU"], budget=30, seed=3).equals(search(toy, ["DEU"], budget=30, seed=4))


def test_budget_is_kept_and_no_policy_tried_twice():
    table = search(toy, ["DEU"], budget=30)
    assert len(table) == 30
    assert not table.duplicated(["rule", "points", "finance"]).any()


def test_known_trade_offs():
    table = search(toy, ["DEU"], budget=40).set_index(["rule", "points", "finance"])
    high, low = table.loc[("level", 3.0, "debt")], table.loc[("level", 0.0, "debt")]
    assert high["pareto"] and low["pareto"]
    assert high["equipment_median"] - low["equipment_median"] == pytest.approx(10 * 3 * 10, rel=1e-6)
    assert high["debt_median"] - low["debt_median"] == pytest.approx(30)
    assert table.loc[("level", 3.0, "tax"), "growth_loss_median"] == pytest.approx(0.3)
    assert low["regret_equipment"] > 0.9 > 0.1 > high["regret_equipment"]
    assert table.loc[("level", 3.0, "tax"), "pledge_met"] == 1.0


def test_pairing_takes_the_noise_out_of_the_growth_lost():
    table = search(toy, ["DEU"], budget=18).set_index(["rule", "points", "finance"])
    row = table.loc[("level", 3.0, "tax")]
    assert row["growth_loss_worst"] == pytest.approx(row["growth_loss_median"], abs=1e-9)


def test_least_regret_lies_between_the_extremes():
    table = search(toy, ["DEU"], budget=40)
    chosen = table[table["least_regret"]]
    assert len(chosen) >= 1 and chosen["pareto"].all()
    assert 0 < chosen["core_median"].iloc[0] - 2 < 3
    assert chosen["regret"].max() < table[table["points"] == 3.0]["regret"].min()


def test_pareto_front_against_brute_force():
    rng = np.random.default_rng(1)
    names = ["equipment_median", "debt_median", "pledge_met"]
    table = pd.DataFrame(rng.integers(0, 5, size=(60, 3)).astype(float), columns=names)
    got = objectives.undominated(table, names)
    score = table.to_numpy() * [1, -1, 1]
    for i in range(60):
        beaten = any((score[j] >= score[i]).all() and (score[j] > score[i]).any() for j in range(60))
        assert got[i] == (not beaten)


def test_fewer_objectives_give_a_smaller_front():
    both = search(toy, ["DEU"], budget=24, objectives=["equipment_median", "burden_median"])
    one = search(toy, ["DEU"], budget=24, objectives=["equipment_median"])
    assert one["pareto"].sum() < both["pareto"].sum()
    assert (one[one["pareto"]]["points"] == 3.0).all()


def test_worlds_of_choices():
    world = Choice("level", 0.5, "tax").world(("DEU", "POL"))
    assert world.name == "hold_burden(2024) + spend(DEU, 0.5) + spend(POL, 0.5) + finance(tax)"
    assert Choice("own will", 0.0, "mix").world(("DEU",)).name == "base"


def test_europeans():
    group = europeans()
    assert len(group) == 29 and not {"USA", "CAN", "ISL"} & set(group)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: search(toy, ["ATL"]), "not an ally with forces: ATL"),
        (lambda: search(toy, ["ISL"]), "not an ally with forces: ISL"),
        (lambda: search(toy, []), "none given"),
        (lambda: search(toy, ["DEU"], budget=3), "budget of 3 is below the first grid"),
        (lambda: search(toy, ["DEU"], objectives=["glory"]), "no objective glory"),
        (lambda: search(toy, ["DEU"], finance=["loot"]), "no financing loot"),
        (lambda: search(toy, ["DEU"], finance=[]), "none given"),
        (lambda: search(toy, ["DEU"], most_points=20), "between 0 and 10"),
        (lambda: Choice("own will", 1.0, "mix"), "points go with the rule 'level'"),
    ],
)
def test_bad_input_is_named(call, said):
    with pytest.raises(InputError, match=said):
        call()


def test_futures_without_the_outcomes_are_refused():
    world = toy([])["base"].to_dataset()
    with pytest.raises(InputError, match="the futures lack equipment"):
        objectives.outcomes(world.drop_vars("equipment"), world, ("DEU",))
    with pytest.raises(InputError, match="the futures lack the year 2035"):
        objectives.outcomes(world.sel(year=slice(2025, 2030)), world, ("DEU",))


@pytest.mark.slow
def test_on_the_engine():
    """On real futures a higher level buys equipment, and debt finance costs debt."""
    from datetime import date

    from overstretch import facts
    from overstretch.policy import evaluator
    from overstretch.systems import load_system, prepare

    known = facts.load().as_of("2025-07-03")
    prepared = prepare(load_system("nato-russia"), known, date(2025, 7, 3))
    table = search(evaluator(prepared, 256), ["DEU"], budget=18).set_index(["rule", "points", "finance"])
    assert table.loc[("level", 3.0, "debt"), "equipment_median"] > table.loc[("level", 0.0, "debt"), "equipment_median"]
    assert table.loc[("level", 3.0, "debt"), "debt_median"] > table.loc[("level", 3.0, "tax"), "debt_median"]
    assert table.loc[("level", 0.0, "mix"), "core_median"] == pytest.approx(2.12, abs=0.1)
