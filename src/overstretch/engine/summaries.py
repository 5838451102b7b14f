"""From quarters to what is kept: calendar years, headline series, event times, cumulative incidences."""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
from jax import Array

from overstretch.engine.schema import QUARTER
from overstretch.model import alliance, forces, leaders
from overstretch.model.structures import CLOCKS, Baseline, Roles, Shocks, Start
from overstretch.model.wiring import given

# Outputs of the step of which a year's summary takes all four quarters.
OF_A_YEAR = (
    "nominal",
    "real",
    "deflator",
    "core",
    "core_new",
    "related",
    "related_new",
    "balance",
    "law",
    "debt_ratio",
    "equipment",
    "share_start",
    "rescoped",
    "hazard",
    "incidence",
)


def of_quarter(out: dict[str, Array], roles: Roles) -> dict[str, Array]:
    """What is kept of one quarter's outputs: the headline series, and what events are found from."""
    of_step = out | {"rival_growth_yoy": out["growth_yoy"][roles.rival]}
    kept = {
        name: (100.0 if about.unit.startswith("%") else 1.0) * of_step[name.replace("rus_", "rival_")]
        for name, about in QUARTER.items()
    }
    return kept | {"hazard": out["hazard"], "regime_chance": out["regime_chance"]}


class Earlier(NamedTuple):
    """What the summary of a year takes from years before it."""

    real: Array  # [A, F] real GDP of the year before
    related: Array  # [A, F] related share of the first year
    deflator: Array  # [F] the rival's mean deflator of the first year


def before_first(start: Start, past: Array, first_lag: Array) -> Earlier:
    """Before the first year. past: its quarters before the first simulated one; first_lag: real GDP a year before it,
    [A, F], with its error."""
    revised = first_lag / start.real_before[-4][:, None]
    place = jnp.arange(8)
    year = (place >= 4 - past) & (place < 8 - past)
    real = jnp.where(year[:, None], start.real_before, 0.0).sum(0)
    return Earlier(real[:, None] * revised, 0.0 * revised, 0.0 * revised[0])


def of_year(
    out: dict[str, Array], before: Earlier, start: Start, roles: Roles, past: Array, first: Array
) -> tuple[dict[str, Array], Earlier]:
    """A year's variables of engine.schema, [A, F] or [F], from the outputs of its quarters, [4, ...].

    past: quarters of this year before the first simulated one, whose outputs are zero here; first: whether it is the
    first.
    """
    rival = roles.rival
    known = (jnp.arange(8) >= 8 - past)[:, None]
    nominal_known, real_known = (jnp.where(known, x, 0.0).sum(0) for x in (start.nominal_before, start.real_before))
    nominal = out["nominal"].sum(0) + nominal_known[:, None]
    real = out["real"].sum(0) + real_known[:, None]

    def total(name: str) -> Array:
        """The year's money; its known quarters were spent at the first simulated quarter's share."""
        return out[name].sum(0) + out[name][past] / out["nominal"][past] * nominal_known[:, None]

    core_share, core_new = total("core") / nominal, total("core_new") / nominal
    related, related_new = total("related") / nominal, total("related_new") / nominal
    deflator = 0.25 * (out["deflator"].sum(0) + past * out["deflator"][past])
    law = out["law"].sum(0) + out["law"][past] / out["nominal"][past][rival] * nominal_known[rival]
    before = before._replace(
        related=jnp.where(first, related, before.related),
        deflator=jnp.where(first, deflator[rival], before.deflator),
    )

    start_share = out["share_start"][3]
    rescoped = out["rescoped"][3] * (start.ally * start.armed)[:, None] * (core_share < start.core_target)
    relabelled_core = core_share - core_new
    is_ally, armed = start.ally[:, None], start.armed[:, None]
    new = is_ally * (jnp.maximum(core_share - relabelled_core - start_share, 0.0) + related_new)
    relabelled = is_ally * (relabelled_core + related - before.related - related_new) + rescoped
    dollars = start.dollars[:, None] / deflator
    above = is_ally * (core_share + rescoped + related - start_share - before.related) * nominal * dollars
    rival_nominal = nominal[rival] / 1000.0
    result = {
        "core_share": 100.0 * armed * (core_share + rescoped),
        "related_share": 100.0 * related,
        "new_share": 100.0 * armed * new,
        "relabelled_share": 100.0 * armed * relabelled,
        "debt_ratio": 100.0 * out["debt_ratio"][3],
        "balance": 100.0 * total("balance") / nominal,
        "growth": 100.0 * (real / before.real - 1.0),
        "gdp": nominal,
        "equipment": armed * out["equipment"][3],
        "rus_defence_law": law,
        "rus_defence_law_share": 100.0 * law / rival_nominal,
        "rus_defence_law_real": law / (deflator[rival] / before.deflator),
        "rus_defence_total": total("core")[rival] / 1000.0,
        "pledge_cost": above.sum(0),
        "pledge_cost_europe": above.sum(0) - (start.protector[:, None] * above).sum(0),
    }
    return result | _hazards(out["hazard"][3], out["incidence"][3, 4]), before._replace(real=real)


def _hazards(hazard: Array, regime: Array) -> dict[str, Array]:
    """Integrated hazards at the year's end; the regime's end is −ln(1 − cumulative incidence), as it hangs on the
    exits."""
    by_clock = dict(zip(CLOCKS, hazard, strict=True))
    return {
        "hazard_exit": by_clock["exit"],
        "hazard_dissolution": by_clock["dissolution"],
        "hazard_leader_irregular": by_clock["irregular"],
        "hazard_leader_forced": by_clock["forced"],
        "hazard_leader_regular": by_clock["forced"] + by_clock["voluntary"],
        "hazard_leader_natural": by_clock["natural"],
        "hazard_regime_end": -jnp.log1p(-jnp.clip(regime, 0.0, 1.0 - 1e-6)),
    }


def finite(results: dict[str, Array]) -> Array:
    """Whether a future's numbers are all finite, [F]."""
    return jnp.stack([jnp.isfinite(x).reshape(-1, x.shape[-1]).all(0) for x in results.values()]).all(0)


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


def events(
    shocks: Shocks,
    quarters: dict[str, Array],
    growth: Array,
    base: Baseline,
    start: Start,
    parameters: dict[str, Array],
    length: Array,
) -> dict[str, Array]:
    """Event times. quarters: what `of_quarter` kept, [T, ...], of which the first `length` are the run's; growth: the
    rival's by year, [Y, F], zero beyond the run's last."""
    named = given(parameters)
    ends = base.now + 0.25
    run = (jnp.arange(len(ends)) < length)[:, None]
    hazard, chance = quarters["hazard"], quarters["regime_chance"]
    when = {name: first_time(run & (hazard[:, k] >= shocks.clock[k]), ends) for k, name in enumerate(CLOCKS)}
    names = ("irregular", "forced", "voluntary", "natural")
    routes = jnp.stack([crossing(hazard[:, k], shocks.clock[k]) for k in map(CLOCKS.index, names)])
    happens, route = jnp.isfinite(routes).any(0), jnp.argmin(routes, axis=0)  # the first route to come, and it alone
    leaves = jnp.where(
        happens, jnp.take_along_axis(jnp.stack([when[name] for name in names]), route[None], axis=0)[0], jnp.inf
    )
    first = {name: jnp.where(happens & (route == k), leaves, jnp.nan) for k, name in enumerate(names)}
    at_exit = jnp.argmax(ends[:, None] >= leaves[None], axis=0)
    chances = jnp.take_along_axis(chance, at_exit[None, None, :], axis=0)[0]
    likely = jnp.where(jnp.isfinite(first["irregular"]), chances[0], chances[1])
    regime = jnp.where(jnp.isfinite(leaves) & (shocks.fate[0] < likely), leaves, jnp.nan)
    collapse = jnp.where(jnp.isfinite(regime) & leaders.state_collapse(shocks.fate[1], **named), regime, jnp.nan)

    fell = quarters["rus_growth_qoq"] < 0.0
    fell_before = jnp.concatenate([jnp.broadcast_to(start.fell > 0, fell[:1].shape), fell[:-1]])
    year_ends = jnp.floor(ends[0] - 1e-3) + 1.0 + jnp.arange(len(growth))
    rebuilt = forces.rebuilt(quarters["rus_free_forces"], quarters["flank_ratio"], **named)
    regular = jnp.where(jnp.isnan(first["forced"]), first["voluntary"], first["forced"])
    found = {
        "article5_doubt": alliance.in_doubt(quarters["article5_doubt"], **named),
        "fund_exhausted": quarters["rus_fund_liquid"] < 0.05 * start.fund,
        "tools_exhausted": quarters["rus_tools_left"] < 0.25,
        "recession_two_quarters": fell & fell_before,
        "recession_yoy": quarters["rus_growth_yoy"] < 0.0,
        "rebuilt": rebuilt,
        "ceasefire": quarters["war_state"] >= 1.0,
        "war_end": quarters["war_state"] == 2.0,
    }
    return {
        "event_exit": when["exit"],
        "event_dissolution": when["dissolution"],
        "event_us_drawdown": when["us_drawdown"],
        "event_leader_irregular": first["irregular"],
        "event_leader_regular": regular,
        "event_leader_forced": first["forced"],
        "event_leader_natural": first["natural"],
        "event_regime_end": regime,
        "event_state_collapse": collapse,
        "event_recession_calendar": first_time(growth < 0.0, year_ends),
    } | {f"event_{name}": first_time(run & happened, ends) for name, happened in found.items()}
