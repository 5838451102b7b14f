"""From quarters to what is kept: calendar years, headline series, event times, cumulative incidences."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

from overstretch.model.structures import CLOCKS, Baseline, Roles, Shocks, Start

HEADLINES = (
    "rus_equipment_index", "rus_room_fund", "rus_room_inflation", "rus_room_labour", "rus_room_borrowing", "rus_room_imports",
    "rus_growth_qoq", "rus_inflation", "rus_key_rate", "rus_fund_liquid", "rus_tools_left", "rus_tools_left_measured",
    "rus_strain", "nato_strain", "urals_price", "rus_equipment", "europe_equipment", "rus_free_forces", "flank_ratio",
    "cohesion", "article5_doubt", "war_state", "us_state",
)  # fmt: skip
_PERCENT = {"rus_growth_qoq", "rus_inflation", "rus_key_rate"}


def summarise(
    shocks: Shocks, out: dict[str, Array], base: Baseline, start: Start, p: dict[str, Array], roles: Roles, past: int
) -> dict[str, Array]:
    """All variables of engine.schema except the drawn ones. out: quarterly outputs of the step, [T, ...]."""
    result = {name: (100.0 if name in _PERCENT else 1.0) * out[name.replace("rus_", "rival_")] for name in HEADLINES}
    result["rus_growth_yoy"] = 100.0 * out["growth_yoy"][:, roles.rival]
    result |= _annual(out, start, roles, past)
    result |= _events(shocks, out, base, start, p, roles, result)
    result |= _hazards(out)
    finite = [jnp.isfinite(x).reshape(-1, x.shape[-1]).all(0) for k, x in result.items() if not k.startswith("event_")]
    result["nonfinite"] = 1.0 - jnp.stack(finite).all(0)
    return result


def _by_year(values: Array, before: Array) -> Array:
    """Quarters [T, ...] with the first year's earlier ones before them, as years: [Y, 4, ...]."""
    full = jnp.concatenate([before, values]) if before.shape[0] else values
    return full.reshape(-1, 4, *values.shape[1:])


def _annual(out: dict[str, Array], start: Start, roles: Roles, past: int) -> dict[str, Array]:
    rival = roles.rival
    futures = out["nominal"].shape[-1]

    def earlier(values: Array) -> Array:  # [8, A] → [past, A, F]
        picked = values[values.shape[0] - past :]
        return jnp.broadcast_to(picked[..., None], (*picked.shape, futures))

    nominal_before, real_before = earlier(start.nominal_before), earlier(start.real_before)
    # Earlier quarters of the first year were spent at the first simulated quarter's share.
    core_before = (out["core"][0] / out["nominal"][0])[None] * nominal_before
    nominal = _by_year(out["nominal"], nominal_before).sum(1)
    real = _by_year(out["real"], real_before).sum(1)
    core = _by_year(out["core"], core_before).sum(1)

    def share(name: str) -> Array:
        ratio = out[name][0] / out["nominal"][0]
        return _by_year(out[name], ratio[None] * nominal_before).sum(1) / nominal

    last_year = start.real_before[4 - past : 8 - past].sum(0)
    previous = jnp.concatenate([jnp.broadcast_to(last_year[None, :, None], (1, *real.shape[1:])), real[:-1]])
    ends = out["debt_ratio"].shape[0]
    at_end = slice(3 - past, ends, 4)

    core_share = core / nominal
    rescoped = out["rescoped"][at_end][:, None] * (start.ally * start.armed)[:, None] * (core_share < start.core_target)
    related, related_new = share("related"), share("related_new")
    start_share = out["share_start"][at_end]
    relabelled_core = core_share - share("core_new")
    is_ally, armed = start.ally[:, None], start.armed[:, None]
    new = is_ally * (jnp.maximum(core_share - relabelled_core - start_share, 0.0) + related_new)
    relabelled = is_ally * (relabelled_core + related - related[:1] - related_new) + rescoped
    deflator = _by_year(
        out["deflator"], jnp.broadcast_to(out["deflator"][:1], (past, *out["deflator"].shape[1:]))
    ).mean(1)

    law_before = out["law"][0] / out["nominal"][0, rival] * nominal_before[:, rival]
    law = _by_year(out["law"], law_before).sum(1)
    dollars = start.dollars[:, None] / deflator
    above = is_ally * (core_share + rescoped + related - start_share - related[:1]) * nominal * dollars
    result = {
        "core_share": 100.0 * armed * (core_share + rescoped), "related_share": 100.0 * related,
        "new_share": 100.0 * armed * new, "relabelled_share": 100.0 * armed * relabelled,
        "debt_ratio": 100.0 * out["debt_ratio"][at_end], "balance": 100.0 * share("balance"),
        "growth": 100.0 * (real / previous - 1.0), "gdp": nominal, "equipment": armed * out["equipment"][at_end],
    }  # fmt: skip
    result = {name: jnp.moveaxis(x, 0, 1) for name, x in result.items()}
    rus_nominal = nominal[:, rival] / 1000.0
    prices = deflator[:, rival] / deflator[0, rival]
    result |= {
        "rus_defence_law": law, "rus_defence_law_share": 100.0 * law / rus_nominal, "rus_defence_law_real": law / prices,
        "rus_defence_total": core[:, rival] / 1000.0,
        "pledge_cost": above.sum(1), "pledge_cost_europe": above.sum(1) - (start.protector[:, None] * above).sum(1),
    }  # fmt: skip
    return result


def first_time(happened: Array, ends: Array) -> Array:
    """Decimal year of the first True along the quarters, NaN where none. happened [T, F], ends [T]."""
    return jnp.where(happened.any(0), ends[jnp.argmax(happened, axis=0)], jnp.nan)


def crossing(hazard: Array, clock: Array) -> Array:
    """Quarters until the integrated hazard passes the threshold, evenly inside a quarter; inf where it does not.

    hazard [T, F] integrated; clock [F]. Orders competing events that fall into one quarter.
    """
    passed = hazard >= clock
    at = jnp.argmax(passed, axis=0)
    after = jnp.take_along_axis(hazard, at[None], axis=0)[0]
    before = jnp.where(at > 0, jnp.take_along_axis(hazard, jnp.maximum(at - 1, 0)[None], axis=0)[0], 0.0)
    return jnp.where(passed.any(0), at + (clock - before) / jnp.maximum(after - before, 1e-30), jnp.inf)


def _events(
    shocks: Shocks,
    out: dict[str, Array],
    base: Baseline,
    start: Start,
    p: dict[str, Array],
    roles: Roles,
    done: dict[str, Array],
) -> dict[str, Array]:
    ends = base.now + 0.25
    when = {name: first_time(out["hazard"][:, k] >= shocks.clock[k], ends) for k, name in enumerate(CLOCKS)}
    names = ("irregular", "forced", "voluntary", "natural")
    routes = jnp.stack([crossing(out["hazard"][:, k], shocks.clock[k]) for k in map(CLOCKS.index, names)])
    happens, route = jnp.isfinite(routes).any(0), jnp.argmin(routes, axis=0)  # the first route to come, and it alone
    leaves = jnp.where(
        happens, jnp.take_along_axis(jnp.stack([when[name] for name in names]), route[None], axis=0)[0], jnp.inf
    )
    first = {name: jnp.where(happens & (route == k), leaves, jnp.nan) for k, name in enumerate(names)}
    at_exit = jnp.argmax(ends[:, None] >= leaves[None], axis=0)
    chances = jnp.take_along_axis(out["regime_chance"], at_exit[None, None, :], axis=0)[0]
    chance = jnp.where(jnp.isfinite(first["irregular"]), chances[0], chances[1])
    regime = jnp.where(jnp.isfinite(leaves) & (shocks.fate[0] < chance), leaves, jnp.nan)
    collapse = jnp.where(jnp.isfinite(regime) & (shocks.fate[1] < p["collapse_given_regime"]), regime, jnp.nan)

    quarterly = out["rival_growth_qoq"]
    fell = quarterly < 0.0
    fell_before = jnp.concatenate([jnp.broadcast_to(start.fell > 0, fell[:1].shape), fell[:-1]])
    calendar = done["growth"][roles.rival] < 0.0
    year_ends = jnp.floor(ends[0] - 1e-3) + 1.0 + jnp.arange(calendar.shape[0])
    rebuilt = (out["rival_free_forces"] >= p["rebuilt_theta"]) & (out["flank_ratio"] >= p["rebuilt_phi"])
    regular = jnp.where(jnp.isnan(first["forced"]), first["voluntary"], first["forced"])
    return {
        "event_exit": when["exit"], "event_dissolution": when["dissolution"], "event_us_drawdown": when["us_drawdown"],
        "event_article5_doubt": first_time(out["article5_doubt"] > p["doubt_threshold"], ends),
        "event_leader_irregular": first["irregular"], "event_leader_regular": regular,
        "event_leader_forced": first["forced"], "event_leader_natural": first["natural"],
        "event_regime_end": regime, "event_state_collapse": collapse,
        "event_fund_exhausted": first_time(out["rival_fund_liquid"] < 0.05 * start.fund, ends),
        "event_tools_exhausted": first_time(out["rival_tools_left"] < 0.25, ends),
        "event_recession_two_quarters": first_time(fell & fell_before, ends),
        "event_recession_yoy": first_time(out["growth_yoy"][:, roles.rival] < 0.0, ends),
        "event_recession_calendar": first_time(calendar, year_ends),
        "event_rebuilt": first_time(rebuilt, ends),
        "event_ceasefire": first_time(out["war_state"] >= 1.0, ends),
        "event_war_end": first_time(out["war_state"] == 2.0, ends),
        "review_result": out["review_result"][-1],
    }  # fmt: skip


def _hazards(out: dict[str, Array]) -> dict[str, Array]:
    """Integrated hazards at year ends; the regime's end is −ln(1 − cumulative incidence), as it hangs on the exits."""
    quarters = out["hazard"].shape[0]
    at_end = slice((quarters - 1) % 4, quarters, 4)
    hazard = {name: out["hazard"][at_end, k] for k, name in enumerate(CLOCKS)}
    regime = out["incidence"][at_end, 4]
    return {
        "hazard_exit": hazard["exit"], "hazard_dissolution": hazard["dissolution"],
        "hazard_leader_irregular": hazard["irregular"], "hazard_leader_forced": hazard["forced"],
        "hazard_leader_regular": hazard["forced"] + hazard["voluntary"], "hazard_leader_natural": hazard["natural"],
        "hazard_regime_end": -jnp.log1p(-jnp.clip(regime, 0.0, 1.0 - 1e-6)),
    }  # fmt: skip
