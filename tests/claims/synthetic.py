"""Synthetic futures: a toy with the axes, units and rough sizes of a real run, for tests only.

Nothing here is a law of the model or a fact. The toy has known answers: which worlds differ, in which direction, and
which parameters drive what, so that a test can say what a verdict must be.

    from synthetic import synthetic_futures          # with tests/claims on the path
    futures = synthetic_futures(2048, ["keep_pledge()", "hold_burden(2024)"], seed=1)
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import xarray as xr

from overstretch.engine.plan import BASE, World
from overstretch.engine.schema import VARIABLES

YEARS = np.arange(2025, 2041)
QUARTERS = [f"{year}Q{quarter}" for year in YEARS for quarter in (1, 2, 3, 4)][1:]
ENDS = np.array([int(label[:4]) + int(label[-1]) / 4 for label in QUARTERS])
YEAR_OF = np.array([int(label[:4]) for label in QUARTERS]) - YEARS[0]

STARTS = {  # rough starting core shares, % of GDP, to give the toy its spread
    "ALB": 2.0,
    "BEL": 1.3,
    "BGR": 2.1,
    "CAN": 1.4,
    "HRV": 1.8,
    "CZE": 2.1,
    "DNK": 2.4,
    "EST": 3.4,
    "FIN": 2.4,
    "FRA": 2.1,
    "DEU": 2.1,
    "GRC": 3.1,
    "HUN": 2.1,
    "ISL": np.nan,
    "ITA": 1.5,
    "LVA": 3.2,
    "LTU": 2.9,
    "LUX": 1.3,
    "MNE": 2.0,
    "NLD": 2.1,
    "MKD": 2.2,
    "NOR": 2.2,
    "POL": 4.1,
    "PRT": 1.6,
    "ROU": 2.2,
    "SVK": 2.0,
    "SVN": 1.3,
    "ESP": 1.3,
    "SWE": 2.1,
    "TUR": 2.1,
    "GBR": 2.3,
    "USA": 3.4,
}
ACTORS = [*STARTS, "RUS", "UKR"]
OPTIONS = {
    "reaction": ["none", "shares", "stock balance"],
    "alliance": ["burden sharing", "threat", "base rate only"],
    "leader": ["base rate only", "economic covariates", "reputation and coercion cost"],
    "multiplier": ["low", "high"],
    "growth_effect": ["none", "absorption limit"],
    "review": ["inertial", "shortfall-driven", "threat-driven"],
}
WAR, US = (0, 1, 2), (0, 1, 2)


def _parameters(rng: np.random.Generator, n: int) -> dict[str, np.ndarray]:
    """Draws by name; the `strain_*` and `rhetoric` effects are centred on zero, as the shipped priors are."""
    normal, beta, uniform = rng.normal, rng.beta, rng.uniform
    return {
        "pledge_pull": normal(0.12, 0.04, n).clip(0),
        "will_common": beta(4, 4, n),
        "reaction_elasticity": normal(0.1, 0.15, n),
        "free_riding": uniform(-0.8, 0.0, n),
        "relabelled_share": beta(6, 3, n),
        "multiplier_domestic": rng.triangular(0.3, 0.7, 1.5, n),
        "import_share": uniform(0.3, 0.8, n),
        "burden_drag": uniform(0.0, 0.3, n),
        "potential_growth_rus": normal(1.3, 0.6, n),
        "urals_mean": normal(60, 9, n),
        "inflation_persistence": uniform(0.4, 0.8, n),
        "room_labour": beta(2, 5, n),
        "room_borrowing": beta(3, 3, n),
        "cut_weight": beta(2, 3, n),
        "war_need": uniform(0.2, 0.8, n),
        "ceasefire_rate": uniform(0.10, 0.45, n),
        "settlement_rate": uniform(0.03, 0.2, n),
        "depreciation": uniform(0.06, 0.12, n),
        "procurement_share": uniform(0.25, 0.55, n),
        "theta": uniform(0.8, 1.1, n),
        "phi": uniform(0.4, 1.0, n),
        "exit_rate": rng.gamma(0.5, 1 / 46.0, n),
        "irregular_rate": rng.gamma(11.5, 1 / 426.0, n),
        "regular_rate": rng.gamma(20.5, 1 / 426.0, n),
        "forced_part": beta(2, 6, n),
        "natural_rate": rng.gamma(23.5, 1 / 416.0, n),
        "strain_alliance": normal(0, 0.35, n),
        "strain_leader": normal(0, 0.35, n),
        "strain_regime": normal(0, 0.35, n),
        "rhetoric": normal(0, 0.02, n),
        "us_pressure_effect": normal(0.03, 0.02, n),
        "us_withdrawal": beta(2, 8, n),
    }


def _draws(seed: int, n: int) -> dict[str, Any]:
    """Everything that paired worlds share: parameters, variants, shocks and the exponential clocks."""
    rng = np.random.default_rng(seed)
    quarters = len(QUARTERS)
    return {
        "p": _parameters(rng, n),
        "v": {axis: rng.permutation(np.arange(n) % len(options)) for axis, options in OPTIONS.items()},
        "ally": rng.standard_t(5, (len(STARTS), len(YEARS), n)).clip(-6, 6).astype("f4"),
        "growth": rng.standard_t(5, (len(ACTORS), len(YEARS), n)).clip(-6, 6).astype("f4"),
        "will": rng.normal(0, 0.2, (len(STARTS), 1, n)),
        "rus": rng.standard_t(5, (quarters, n)).clip(-6, 6),
        "oil": rng.standard_t(5, (quarters, n)).clip(-6, 6),
        "jump": rng.uniform(size=(quarters, n)),
        "clock": {
            name: rng.exponential(size=n)
            for name in ("exit", "dissolution", "irregular", "regular", "natural", "regime", "collapse")
        },
        "forced": rng.uniform(size=n),
        "review": rng.uniform(size=n),
    }


def _take(draws: Any, n: int) -> Any:
    if isinstance(draws, Mapping):
        return {key: _take(value, n) for key, value in draws.items()}
    return draws[..., :n]


def _has(world: str, name: str) -> bool:
    return any(part.startswith(name + "(") for part in world.split(" + "))


def _argument(world: str, name: str) -> list[str]:
    part = next(part for part in world.split(" + ") if part.startswith(name + "("))
    return [piece.strip() for piece in part[len(name) + 1 : -1].split(",") if piece.strip()]


def _first(happens: np.ndarray) -> np.ndarray:
    """Decimal year of the first true quarter, NaN where never; happens[quarter, future]."""
    return np.where(happens.any(0), ENDS[happens.argmax(0)], np.nan)


def _year_end(values: np.ndarray) -> np.ndarray:
    """The last quarter of every calendar year: [quarter, future] to [year, future]."""
    return values[[np.flatnonzero(year == YEAR_OF)[-1] for year in range(len(YEARS))]]


def _year_mean(values: np.ndarray) -> np.ndarray:
    return np.stack([values[year == YEAR_OF].mean(0) for year in range(len(YEARS))])


def _allies(d: dict[str, Any], world: str, n: int) -> dict[str, np.ndarray]:
    """Core and related shares of the allies under a world."""
    start = np.array(list(STARTS.values()))[:, None, None]
    t = np.arange(1, len(YEARS) + 1)[None, :, None]
    will = np.clip(d["p"]["will_common"][None, None] + d["will"], 0, 1)
    will = np.where(np.array([[[a == "ESP"]] for a in STARTS]), 0.3 * will, will)
    if _has(world, "keep_pledge"):
        will = np.ones_like(will)
    if _has(world, "no_us_pressure"):
        will = will * (1 - 5 * d["p"]["us_pressure_effect"].clip(0))
    if _has(world, "us_presses"):
        will = np.minimum(1, will * (1 + 5 * d["p"]["us_pressure_effect"].clip(0)))
    noise = 0.05 * np.cumsum(d["ally"], axis=1) / np.sqrt(t)
    react = np.where(d["v"]["reaction"] == 0, 0, d["p"]["reaction_elasticity"]) * (not _has(world, "no_reaction"))
    gap = np.maximum(0, 3.5 - start)
    held = _has(world, "hold_burden")
    path = 0 * t * will if held else gap * will * np.minimum(1, t / 10.5) ** 1.2
    core = start + path + noise * start / 2 + (0 if held else 0.15 * react * np.minimum(t, 6))
    if _has(world, "spend"):
        ally, extra = _argument(world, "spend")
        others = np.array([[[a != ally]] for a in STARTS])
        core = core + np.where(
            others, float(extra) * 0.2 * d["p"]["free_riding"] * (not _has(world, "no_free_riding")), float(extra)
        )
    if not (held or _has(world, "no_remarks")):
        core = core * (1 + d["p"]["rhetoric"])
    related = 0.6 + np.where(held, 0, 0.9) * will * np.minimum(1, t / 10.5) + 0.02 * d["ally"]
    related = np.broadcast_to(related, core.shape)
    rise = np.maximum(0, core + related - start - 0.6)
    relabelled = np.maximum(0, related - 0.6) * d["p"]["relabelled_share"] * (not _has(world, "no_relabelling"))
    return {"core": core, "related": related, "relabelled": relabelled, "new": np.maximum(0, rise - relabelled)}


def _russia(d: dict[str, Any], world: str, n: int) -> dict[str, np.ndarray]:
    """Quarterly paths of Russia's economy, budget lines, tools and the war."""
    p, quarters = d["p"], len(QUARTERS)
    share = np.full((quarters, n), 7.0)
    burden = np.full(n, 7.2)
    out = {
        k: np.zeros((quarters, n))
        for k in (
            "yoy",
            "qoq",
            "infl",
            "rate",
            "fund",
            "tools",
            "measured",
            "oil",
            "strain",
            "war",
            "us",
            "level",
            "price",
        )
    }
    gap, infl, oil, fund = np.zeros(n), np.full(n, 9.5), np.full(n, 58.0), np.full(n, 2.8)
    war, us, tools = np.zeros(n), np.ones(n), 0.35 + 0.3 * p["room_borrowing"]
    level, price = np.zeros(n), np.zeros(n)
    for k in range(quarters):
        year = YEARS[YEAR_OF[k]]
        if _has(world, "ceasefire") and QUARTERS[k] >= _argument(world, "ceasefire")[0].strip('"'):
            war = np.maximum(war, 1)
        war = np.where((war == 0) & (d["jump"][k] < p["ceasefire_rate"] / 4), 1, war)
        war = np.where((war == 1) & (d["jump"][k] > 1 - p["settlement_rate"] / 2), 2, war)
        if QUARTERS[k].endswith("Q1") and year in (2029, 2033, 2037):
            us = np.where(d["jump"][k] < 0.4, 0, np.where(d["jump"][k] < 1 - p["us_withdrawal"], 1, 2))
        if _has(world, "us_withdraws") and year >= int(_argument(world, "us_withdraws")[0]):
            us = np.full(n, 2.0)
        target = 4.5 + 2.7 * p["war_need"] * (war == 0) - (0.5 + p["cut_weight"]) * (year >= 2026)
        burden = burden + 0.15 * (target + 0.6 * p["reaction_elasticity"] * (d["v"]["reaction"] > 0) - burden)
        if _has(world, "no_reaction"):
            burden = burden - 0.15 * 0.6 * p["reaction_elasticity"] * (d["v"]["reaction"] > 0)
        if _has(world, "sustain_rus_burden"):
            burden = np.full(n, 7.2)
        if _has(world, "rus_burden"):
            burden = np.full(n, 3.6)
        oil = np.exp(np.log(oil) + 0.15 * (np.log(p["urals_mean"]) - np.log(oil)) + 0.09 * d["oil"][k])
        if _has(world, "oil"):
            oil = np.full(n, float(_argument(world, "oil")[0]))
        drag = p["burden_drag"] * (d["v"]["growth_effect"] == 1) * np.maximum(0, burden - 5) / 4
        gap = 0.85 * gap + 0.006 * (oil - 60) + 0.55 * d["rus"][k]
        qoq = p["potential_growth_rus"] / 4 - drag - 0.15 * gap + 0.55 * d["rus"][k]
        level, infl = level + qoq, infl + 0.15 * (4.5 + 0.4 * (burden - 4) - infl) + 0.3 * d["rus"][k]
        price = price + infl / 4
        fund = np.clip(fund + 0.02 * (oil - 60) / 4 - 0.02 * (burden - 6), 0, 12)
        tools = np.clip(tools + 0.01 * (5.5 - burden) + 0.0008 * (oil - 58), 0, 1)
        out["qoq"][k], out["infl"][k], out["oil"][k], out["fund"][k] = qoq, infl, oil, fund
        out["rate"][k], out["tools"][k] = np.maximum(4, infl + 7), tools
        out["measured"][k] = 0.5 * np.minimum(1, fund / 6) + 0.5 * np.clip((20 - infl) / 16, 0, 1)
        out["strain"][k] = 0.5 * (burden - 5) - 0.3 * (qoq - 0.3) + 0.5 * (0.4 - tools)
        out["war"][k], out["us"][k], out["level"][k], out["price"][k], share[k] = war, us, level, price, burden
    past = np.concatenate([np.repeat(out["level"][:1] - 0.5, 4, 0), out["level"]])[:quarters]
    out["yoy"] = out["level"] - past
    out["share"] = share
    return out


def _hazards(d: dict[str, Any], rus: dict[str, np.ndarray], nato: np.ndarray) -> dict[str, np.ndarray]:
    """Quarterly hazards that rise with strain by effects centred on zero, off under 'base rate only'."""
    p, v = d["p"], d["v"]
    alliance = np.exp(np.where(v["alliance"] == 2, 0, p["strain_alliance"]) * nato.clip(-3, 3))
    leader = np.exp(np.where(v["leader"] == 0, 0, p["strain_leader"]) * rus["strain"].clip(-3, 3))
    regime = np.exp(np.where(v["leader"] == 0, 0, p["strain_regime"]) * rus["strain"].clip(-3, 3))
    regular = p["regular_rate"] * leader / 4
    return {
        "exit": 0.6 * p["exit_rate"] * alliance / 4,
        "dissolution": 0.1 * p["exit_rate"] * alliance / 4,
        "irregular": p["irregular_rate"] * leader / 4,
        "regular": regular,
        "forced": p["forced_part"] * regular,
        "natural": p["natural_rate"] * np.ones_like(leader) / 4,
        "regime": 0.5 * p["irregular_rate"] * regime / 4,
        "collapse": 0.05 * p["irregular_rate"] * regime / 4,
    }


def _events(
    d: dict[str, Any],
    rus: dict[str, np.ndarray],
    h: dict[str, np.ndarray],
    doubt: np.ndarray,
    free: np.ndarray,
    ratio: np.ndarray,
) -> dict[str, np.ndarray]:
    cumulative = {name: np.cumsum(h[name], 0) for name in h}
    event = {name: _first(cumulative[name] >= d["clock"][name]) for name in d["clock"]}
    falling = (rus["qoq"] < 0) & (np.roll(rus["qoq"], 1, 0) < 0)
    falling[0] = False
    calendar = np.repeat(_year_mean(rus["yoy"]) < 0, 4, 0)[1:] & np.array([q.endswith("Q4") for q in QUARTERS])[:, None]
    result = np.select([d["v"]["review"] == 0, d["review"] < 0.4, d["review"] < 0.7], [0, 1, 2], 3)
    return {
        "event_exit": event["exit"],
        "event_dissolution": event["dissolution"],
        "event_us_drawdown": _first(rus["us"] == 2),
        "event_article5_doubt": _first(doubt > 1.5),
        "event_leader_irregular": event["irregular"],
        "event_leader_regular": event["regular"],
        "event_leader_forced": np.where(d["forced"] < d["p"]["forced_part"], event["regular"], np.nan),
        "event_leader_natural": event["natural"],
        "event_regime_end": event["regime"],
        "event_state_collapse": event["collapse"],
        "event_fund_exhausted": _first(rus["fund"] <= 0.14),
        "event_tools_exhausted": _first(rus["tools"] < 0.1),
        "event_recession_two_quarters": _first(falling),
        "event_recession_yoy": _first(rus["yoy"] < 0),
        "event_recession_calendar": _first(calendar),
        "event_rebuilt": _first((free >= d["p"]["theta"]) & (ratio >= d["p"]["phi"])),
        "event_ceasefire": _first(rus["war"] >= 1),
        "event_war_end": _first(rus["war"] == 2),
        "review_result": result.astype("f4"),
        "nonfinite": np.zeros(len(result)),
    }


def _actor_year(d: dict[str, Any], allies: dict[str, np.ndarray], rus: dict[str, np.ndarray], n: int) -> dict[str, Any]:
    """All variables over actor and year; Russia and Ukraine are appended to the allies."""
    years = len(YEARS)
    nothing = np.full((2, years, n), np.nan)
    core = np.concatenate([allies["core"], _year_mean(rus["share"])[None], np.full((1, years, n), 25.0)])
    growth = 1.6 + 0.9 * d["growth"]
    growth[ACTORS.index("RUS")] = _year_mean(rus["yoy"])
    rise = np.nan_to_num(core - core[:, :1])
    balance = -3.0 - 0.5 * rise + 0.4 * growth * 0.3
    debt = 70 + np.cumsum(-balance - 0.035 * 70, axis=1)
    gdp = 1000 * np.exp(np.cumsum(growth + 2.5, axis=1) / 100)
    stock = 60 + 8 * np.cumsum(np.nan_to_num(core) / 2 - d["p"]["depreciation"] * 8, axis=1).clip(-7)
    return {
        "core_share": core,
        "related_share": np.concatenate([allies["related"], nothing]),
        "new_share": np.concatenate([allies["new"], nothing]),
        "relabelled_share": np.concatenate([allies["relabelled"], nothing]),
        "debt_ratio": debt,
        "balance": balance,
        "growth": growth,
        "gdp": gdp,
        "equipment": stock,
    }


def _world(draws: dict[str, Any], world: str, n: int) -> xr.Dataset:
    d = _take(draws, n)
    allies, rus = _allies(d, world, n), _russia(d, world, n)
    average = np.nanmean(allies["core"] + allies["related"], axis=0)
    nato = 0.8 * (np.repeat(average, 4, 0)[1:] - 3.2)
    h = _hazards(d, rus, nato)
    rebuild = np.cumsum(
        0.02 + 0.05 * (rus["war"] > 0) * d["p"]["procurement_share"] - 0.015 * d["p"]["depreciation"], 0
    )
    free = 0.35 + rebuild + 0.12 * (rus["war"] > 0)
    europe = 700 + 3 * np.cumsum(np.repeat(average, 4, 0)[1:], 0)
    ratio = 1.1 * free * 700 / europe
    doubt = np.cumsum(0.03 * (rus["us"] - 0.7) + 0.02 * d["oil"], 0)
    cumulative = {name: _year_end(np.cumsum(value, 0)) for name, value in h.items()}
    law = 0.9 * _year_mean(rus["share"]) * 2.16 * np.exp((_year_end(rus["level"]) + _year_end(rus["price"])) / 100)
    law[0] = 13.5
    deflator = np.exp((_year_end(rus["price"]) - _year_end(rus["price"])[:1]) / 100)
    gdp = 216 * np.exp((_year_end(rus["level"]) + _year_end(rus["price"])) / 100)
    shift = np.nan_to_num(allies["core"] - allies["core"][:, :1] + allies["related"] - 0.6)
    usa = list(STARTS).index("USA")
    values: dict[str, Any] = _actor_year(d, allies, rus, n) | {
        "rus_defence_law": law,
        "rus_defence_law_share": 100 * law / gdp,
        "rus_defence_law_real": law / deflator,
        "rus_defence_total": 1.2 * law,
        "pledge_cost": 12 * shift.sum(0),
        "pledge_cost_europe": 12 * np.delete(shift, usa, 0).sum(0),
        "hazard_exit": cumulative["exit"],
        "hazard_dissolution": cumulative["dissolution"],
        "hazard_leader_irregular": cumulative["irregular"],
        "hazard_leader_regular": cumulative["regular"],
        "hazard_leader_forced": cumulative["forced"],
        "hazard_leader_natural": cumulative["natural"],
        "hazard_regime_end": cumulative["regime"],
        "rus_growth_yoy": rus["yoy"],
        "rus_growth_qoq": rus["qoq"],
        "rus_inflation": rus["infl"],
        "rus_key_rate": rus["rate"],
        "rus_fund_liquid": rus["fund"],
        "rus_tools_left": rus["tools"],
        "rus_tools_left_measured": rus["measured"],
        "rus_room_fund": np.minimum(1, rus["fund"] / 6),
        "rus_room_inflation": np.clip((20 - rus["infl"]) / 16, 0, 1),
        "rus_room_labour": rus["tools"],
        "rus_room_borrowing": rus["tools"],
        "rus_room_imports": rus["tools"],
        "rus_strain": rus["strain"],
        "nato_strain": nato,
        "urals_price": rus["oil"],
        "rus_equipment": 300 * free,
        "rus_equipment_index": free,
        "europe_equipment": europe,
        "rus_free_forces": free,
        "flank_ratio": ratio,
        "cohesion": -0.3 * nato - 0.5 * (doubt - doubt[:1]),
        "article5_doubt": doubt,
        "war_state": rus["war"],
        "us_state": rus["us"],
    }
    values |= _events(d, rus, h, doubt, free, ratio)
    return _dataset(values, d, n)


def _dataset(values: dict[str, Any], d: dict[str, Any], n: int) -> xr.Dataset:
    """Arrays to named axes with the units and meanings of the schema."""
    coordinates: dict[str, Any] = {
        "actor": ACTORS,
        "year": YEARS,
        "quarter": QUARTERS,
        "future": np.arange(n),
        "parameter": list(d["p"]),
        "axis": list(OPTIONS),
    }
    values = values | {"parameters": np.stack(list(d["p"].values())), "variants": np.stack(list(d["v"].values()))}
    data = {}
    for name, variable in VARIABLES.items():
        attributes: dict[str, Any] = {"units": variable.unit, "long_name": variable.meaning}
        if name == "variants":
            attributes["options"] = json.dumps(OPTIONS)
        shape = [len(coordinates[axis]) for axis in variable.axes]
        kind = "i1" if name == "variants" else "f4"
        data[name] = (variable.axes, np.broadcast_to(values[name], shape).astype(kind), attributes)
    return xr.Dataset(data, coordinates)


def synthetic_futures(
    n: int, worlds: Sequence[str | World] = (), seed: int = 0, *, contrast: int | None = None
) -> xr.DataTree:
    """Toy futures: `/base` with n futures and one node per world with the first `contrast` (default n/5, at least
    min(n, 512)) of them, paired by position. `worlds` are names such as "hold_burden(2024)" or `World` objects."""
    draws = _draws(seed, n)
    fewer = contrast or min(n, max(n // 5, 512))
    names = [world if isinstance(world, str) else world.name for world in worlds]
    nodes = {f"/{BASE}": _world(draws, BASE, n)}
    nodes |= {f"/{name}": _world(draws, name, fewer) for name in names if name != BASE}
    tree = xr.DataTree.from_dict(nodes)
    tree.attrs = {"as_of": "2025-07-03", "seed": seed, "title": "synthetic futures for tests; not a forecast"}
    return tree
