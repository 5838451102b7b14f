"""The futures: every variable that a run returns, with its axes, unit and meaning.

A run returns an `xarray.DataTree`: `/base` (all futures) and one node per contrast world (its first futures, paired
with the base world's by position). All nodes hold the variables below with the same axes:

- `future`: 0..n-1;  `actor`: ISO 3166 alpha-3 codes;  `year`: calendar years from the first simulated one;
- `quarter`: labels such as "2025Q2";  `parameter`: names of the drawn parameters;  `axis`: structural axes.

Event times are decimal years (the end of the quarter in which it first happened, e.g. 2027.25 = end of 2027Q1), NaN when it did
not happen by the end of the run. Cumulative hazards are integrals up to the end of the year, so that
P(event by year) = mean over futures of 1 - exp(-H). The ruler's routes compete: each hazard is its own, and another
route that comes first ends the question.
"""

from __future__ import annotations

from typing import NamedTuple


class Variable(NamedTuple):
    """kept: of a quarterly variable, whether stores and futures.nc hold it for every future; else quantiles alone.

    bins: low, high and perhaps the unit of the histogram that a store holds (engine.reduce.Scale).
    """

    axes: tuple[str, ...]
    unit: str
    meaning: str
    kept: bool = False
    bins: tuple[float, ...] | None = None


_ACTOR_YEAR = ("actor", "year", "future")
_YEAR = ("year", "future")
_QUARTER = ("quarter", "future")
_EVENT = ("future",)

ACTOR_YEAR: dict[str, Variable] = {
    "core_share": Variable(
        _ACTOR_YEAR,
        "% of GDP",
        "core defence spending, calendar-year level (allies: NATO definition; RUS, UKR: total military spending)",
        bins=(-0.01, 100.0, 0.5),
    ),
    "related_share": Variable(
        _ACTOR_YEAR,
        "% of GDP",
        "defence- and security-related spending counted to the 1.5% tier (allies only)",
        bins=(-0.01, 4.0),
    ),
    "new_share": Variable(
        _ACTOR_YEAR,
        "% of GDP",
        "part of core + related that is new rather than relabelled, above the share of the last year known at the cut-off",
        bins=(-0.01, 50.0, 0.5),
    ),
    "relabelled_share": Variable(
        _ACTOR_YEAR, "% of GDP", "part of core + related that is relabelled existing spending", bins=(-0.01, 20.0, 0.5)
    ),
    "debt_ratio": Variable(
        _ACTOR_YEAR,
        "% of GDP",
        "gross public debt at the end of the year over the last four quarters' nominal GDP",
        bins=(-300.0, 1000.0, 20.0),
    ),
    "balance": Variable(
        _ACTOR_YEAR, "% of GDP", "overall public balance of the calendar year", bins=(-100.0, 60.0, 4.0)
    ),
    "growth": Variable(_ACTOR_YEAR, "%", "real GDP growth of the calendar year", bins=(-40.0, 40.0, 8.0)),
    "gdp": Variable(_ACTOR_YEAR, "bn local currency", "nominal GDP of the calendar year", bins=(-1.0, 1e7, 1.0)),
    "equipment": Variable(
        _ACTOR_YEAR,
        "bn 2021 USD, military PPP",
        "stock of equipment at the end of the year",
        bins=(-0.01, 20000.0, 0.1),
    ),
}

YEAR: dict[str, Variable] = {
    "rus_defence_law": Variable(_YEAR, "trn RUB", "Russia's 'national defence' line, nominal"),
    "rus_defence_law_share": Variable(_YEAR, "% of GDP", "the same over the calendar year's GDP"),
    "rus_defence_law_real": Variable(
        _YEAR, "trn RUB at 2025 prices", "the same deflated by the GDP deflator (2025 = 1)"
    ),
    "rus_defence_total": Variable(_YEAR, "trn RUB", "Russia's total military spending, nominal (wider definition)"),
    "pledge_cost": Variable(
        _YEAR, "bn 2021 USD", "core + related spending of all allies above their last known shares"
    ),
    "pledge_cost_europe": Variable(_YEAR, "bn 2021 USD", "the same without the United States"),
    "hazard_exit": Variable(_YEAR, "1", "cumulative hazard of a first formal exit of any ally"),
    "hazard_dissolution": Variable(_YEAR, "1", "cumulative hazard of the alliance's dissolution"),
    "hazard_leader_irregular": Variable(_YEAR, "1", "cumulative hazard of the Russian ruler's irregular exit"),
    "hazard_leader_regular": Variable(
        _YEAR, "1", "cumulative hazard of the Russian ruler's regular exit (a part of it forced)"
    ),
    "hazard_leader_forced": Variable(_YEAR, "1", "cumulative hazard of a forced regular exit, part of the regular one"),
    "hazard_leader_natural": Variable(_YEAR, "1", "cumulative hazard of the Russian ruler's natural death"),
    "hazard_regime_end": Variable(_YEAR, "1", "cumulative hazard of the end of the Russian regime"),
}

QUARTER: dict[str, Variable] = {
    "rus_growth_yoy": Variable(_QUARTER, "%", "Russia's real GDP on the same quarter a year before", kept=True),
    "rus_growth_qoq": Variable(
        _QUARTER, "%", "Russia's real GDP on the quarter before, seasonally adjusted", bins=(-40.0, 40.0, 4.0)
    ),
    "rus_inflation": Variable(_QUARTER, "% a year", "Russia's consumer price inflation, year on year", kept=True),
    "rus_key_rate": Variable(_QUARTER, "% a year", "Bank of Russia key rate, quarter average", kept=True),
    "rus_fund_liquid": Variable(
        _QUARTER, "trn RUB", "liquid part of the National Wealth Fund, end of quarter", kept=True
    ),
    "rus_tools_left": Variable(
        _QUARTER, "1", "room left in the instruments of Russia's war economy, 0 to 1, all five", kept=True
    ),
    "rus_tools_left_measured": Variable(
        _QUARTER,
        "1",
        "the same for the measured instruments alone (liquid fund, inflation headroom)",
        bins=(-0.001, 1.001),
    ),
    "rus_room_fund": Variable(
        _QUARTER,
        "1",
        "room of the liquid wealth fund: its value over the largest since October 2022",
        bins=(-0.001, 1.001),
    ),
    "rus_room_inflation": Variable(
        _QUARTER, "1", "room of inflation: distance to the rate at which no headroom is left", bins=(-0.001, 1.001)
    ),
    "rus_room_labour": Variable(
        _QUARTER, "1", "room of labour: unemployment above its floor, over that of 2022", bins=(-0.001, 1.001)
    ),
    "rus_room_borrowing": Variable(_QUARTER, "1", "room to borrow at home (judgement)", bins=(-0.001, 1.001)),
    "rus_room_imports": Variable(_QUARTER, "1", "room for imports under sanctions (judgement)", bins=(-0.001, 1.001)),
    "rus_strain": Variable(
        _QUARTER,
        "sd",
        "economic strain of Russia's defence effort, standardised at the cut-off's history",
        bins=(-8.0, 8.0),
    ),
    "nato_strain": Variable(
        _QUARTER,
        "sd",
        "economic strain of the allies' defence effort, GDP-weighted, standardised likewise",
        bins=(-8.0, 8.0),
    ),
    "urals_price": Variable(_QUARTER, "USD a barrel", "Urals oil price, quarter average", kept=True),
    "rus_equipment": Variable(_QUARTER, "bn 2021 USD, military PPP", "Russia's equipment stock", kept=True),
    "rus_equipment_index": Variable(
        _QUARTER, "1 = February 2022", "Russia's equipment stock over that of February 2022", bins=(-0.01, 20.0, 0.5)
    ),
    "europe_equipment": Variable(
        _QUARTER,
        "bn 2021 USD, military PPP",
        "European allies' and Canada's equipment stock",
        bins=(-1.0, 40000.0, 500.0),
    ),
    "rus_free_forces": Variable(
        _QUARTER,
        "1 = February 2022",
        "Russian equipment not tied down in Ukraine, relative to February 2022",
        kept=True,
    ),
    "flank_ratio": Variable(
        _QUARTER, "1", "Russian free equipment over NATO's on and reinforcing the eastern flank", kept=True
    ),
    "cohesion": Variable(_QUARTER, "sd", "cohesion of the alliance, zero at the cut-off", kept=True),
    "article5_doubt": Variable(_QUARTER, "sd", "latent doubt about Article 5, zero at the cut-off", bins=(-30.0, 30.0)),
    "war_state": Variable(
        _QUARTER, "0 active, 1 ceasefire, 2 settled", "state of the war against Ukraine", bins=(0.0, 4.0)
    ),
    "us_state": Variable(
        _QUARTER,
        "0 strong, 1 transactional, 2 withdrawn",
        "United States' stance towards the alliance",
        bins=(0.0, 4.0),
    ),
}

EVENT: dict[str, Variable] = {
    "event_exit": Variable(_EVENT, "year", "first formal exit of an ally (Article 13 notice)"),
    "event_dissolution": Variable(
        _EVENT, "year", "dissolution of the alliance (treaty ended or half of the members gone)"
    ),
    "event_us_drawdown": Variable(_EVENT, "year", "US troops in Europe at least 25% below the level of the cut-off"),
    "event_article5_doubt": Variable(_EVENT, "year", "doubt about Article 5 passes its grave threshold"),
    "event_leader_irregular": Variable(_EVENT, "year", "irregular exit of the Russian ruler"),
    "event_leader_regular": Variable(_EVENT, "year", "regular exit of the Russian ruler"),
    "event_leader_forced": Variable(
        _EVENT, "year", "forced regular exit of the Russian ruler (also counted as regular)"
    ),
    "event_leader_natural": Variable(_EVENT, "year", "natural death in office of the Russian ruler"),
    "event_regime_end": Variable(_EVENT, "year", "end of the Russian regime"),
    "event_state_collapse": Variable(_EVENT, "year", "collapse of the Russian state"),
    "event_fund_exhausted": Variable(
        _EVENT, "year", "liquid wealth fund at or near zero (5% of its value at the cut-off)"
    ),
    "event_tools_exhausted": Variable(
        _EVENT, "year", "room left in the five instruments, on average, below 25%: near their limits"
    ),
    "event_recession_two_quarters": Variable(
        _EVENT, "year", "Russia: two falling quarters in a row, seasonally adjusted"
    ),
    "event_recession_yoy": Variable(_EVENT, "year", "Russia: GDP below the same quarter a year before"),
    "event_recession_calendar": Variable(_EVENT, "year", "Russia: a calendar year of falling GDP"),
    "event_rebuilt": Variable(
        _EVENT,
        "year",
        "Russian forces rebuilt: both thresholds met (theta of February 2022, phi on the flank)",
    ),
    "event_ceasefire": Variable(_EVENT, "year", "first ceasefire in Ukraine"),
    "event_war_end": Variable(_EVENT, "year", "settlement of the war against Ukraine"),
    "review_result": Variable(_EVENT, "0 hold, 1 ease, 2 tighten, 3 re-scope, -1 none", "result of the 2029 review"),
    "nonfinite": Variable(_EVENT, "0/1", "1 where the future met a non-finite number"),
}

DRAWN: dict[str, Variable] = {
    "parameters": Variable(("parameter", "future"), "see assumptions", "the future's parameters"),
    "variants": Variable(
        ("axis", "future"),
        "index of the option",
        "the future's structural variants; option labels are in the attribute 'options' (JSON)",
    ),
}

VARIABLES: dict[str, Variable] = {**ACTOR_YEAR, **YEAR, **QUARTER, **EVENT, **DRAWN}
KEPT: tuple[str, ...] = tuple(name for name, about in QUARTER.items() if about.kept)
