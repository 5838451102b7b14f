"""Where the rival's war economy stands at the cut-off."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from overstretch.facts import Known
from overstretch.systems.calendar import Quarter
from overstretch.systems.war_economy_paths import NEWEST_MONTHS, centre, months_of


@dataclass(frozen=True)
class WarEconomyStart:
    """Money in trn RUB, rates and shares as fractions, oil in USD a barrel; plans by budget year."""

    fund: float
    fund_reference: float
    key_rate: float
    unemployment: float
    unemployment_reference: float
    oil_price: float
    discounted: float
    fell: float
    law_amount: float
    law_total: float
    total_known: float  # 1 where the total of the year is published
    plans: dict[int, float]


# A rival without one: nothing to draw on and nothing missing.
NO_WAR_ECONOMY = WarEconomyStart(
    fund=0.0,
    fund_reference=1.0,
    key_rate=0.0,
    unemployment=0.05,
    unemployment_reference=0.05,
    oil_price=60.0,
    discounted=0.0,
    fell=0.0,
    law_amount=1.0,
    law_total=1.0,
    total_known=1.0,
    plans={},
)


def war_economy_start(
    known: Known, rival: str, first: Quarter, nominal_year: float, notes: list[str]
) -> WarEconomyStart:
    """Last figures known. nominal_year: baseline nominal GDP of the first simulated year, bn RUB.

    The fund's room counts as full at the largest liquid value published since October 2022.
    """
    fund = known.series("nwf_liquid", rival)
    unemployment = known.series("unemployment_rate", rival)
    by_year: dict[int, float] = {}
    for variable in ("national_defence_plan", "in_year_national_defence"):  # the law as amended stands before the plan
        plans = known.series(variable, rival) if known.has(variable, rival) else {}
        by_year |= {int(str(period)[:4]): float(value) for period, value in plans.items()}
    law = by_year.get(first.year)
    total = known.series("military_spending_total", rival) if known.has("military_spending_total", rival) else {}
    totals = {int(period): float(value) for period, value in total.items()}
    part, share = centre("law_share", known.day), None
    if known.has("military_spending_share", rival):
        share = float(known.series("military_spending_share", rival).iloc[-1]) / 100.0
    if law is None:
        last_year, last = max(by_year.items()) if by_year else (None, None)
        law = last if last is not None else part * (share or 0.06) * nominal_year / 1000.0
        notes.append(
            f"{rival}: no budget line was known for {first.year}; {last_year or 'a share of GDP [J]'} stands in"
        )
    if first.year not in totals:
        notes.append(
            f"{rival}: no total of military spending was known for {first.year}; the budget line over its "
            f"drawn part stands in"
        )
    fell = 0.0
    if known.has("gdp_growth_qoq", rival):
        fell = float(known.latest("gdp_growth_qoq", rival).value < 0)
    else:
        notes.append(
            f"{rival}: no quarterly growth, seasonally adjusted, was known: the quarter before counts as not falling"
        )
    price, discounted = _oil(known, rival, notes)
    return WarEconomyStart(
        fund=float(fund.iloc[-1]),
        fund_reference=float(fund.max()),
        key_rate=known.latest("key_rate", rival).value / 100.0,
        unemployment=float(unemployment.iloc[-1]) / 100.0,
        unemployment_reference=max(0.039, float(unemployment.max()) / 100.0),
        oil_price=price,
        discounted=discounted,
        fell=fell,
        law_amount=law,
        law_total=totals.get(first.year, law / part),
        total_known=float(first.year in totals),
        plans={year: value for year, value in by_year.items() if year > first.year},
    )


def _oil(known: Known, rival: str, notes: list[str]) -> tuple[float, float]:
    """Newest Urals month, or Brent's last three where it is older than NEWEST_MONTHS, and 1 where the discount is still
    to come off."""
    months = months_of(known, "urals_price", rival)
    if len(months) and pd.Period(known.day, "M").ordinal - months.index[-1].ordinal <= NEWEST_MONTHS:
        return float(months.iloc[-1]), 0.0
    notes.append(f"{rival}: no price of Urals of the last months was known; Brent less a discount stands in")
    return float(known.series("brent_price", "WLD").iloc[-3:].mean()), 1.0
