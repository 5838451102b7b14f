"""What the model's own finance law starts from for an ally outside the Union: the IMF's forecast, with its stand-ins
named."""

from __future__ import annotations

import numpy as np

from overstretch.debt.inputs import FORECAST_YEARS, HORIZON, Inputs
from overstretch.errors import InputError
from overstretch.facts import Known, annual, entity

_NEEDED = ("gdp_lcu", "gdp_growth", "debt_gross", "balance_overall")
_YIELD = "yield_10y"


def read_outside(known: Known, ally: str) -> Inputs:
    """Inputs of an ally for which the European method's own are not made: no cost of ageing, no output gap, one market
    rate.

    The forecast's debt and balance are met to T+2 (the stock-flow adjustment closes the account); later its last
    balance and adjustment are held. The rate is the
    published ten-year yield, else the growth of nominal GDP. Raises InputError where a figure is not held.
    """
    name = entity(ally).name
    if missing := [each for each in _NEEDED if not known.has(each, ally)]:
        raise InputError(f"debt of {name}: {', '.join(missing)} is not held on {known.day}")
    held = {each: annual(known.series(each, ally)) for each in _NEEDED}
    gdp_kinds = known.series("gdp_lcu", ally).attrs["kind"]
    first = max(int(period) for period, kind in gdp_kinds.items() if kind == "actual")
    years = np.arange(first, first + HORIZON + 1)
    last = min(int(series.index.max()) for series in held.values())
    if last < first + FORECAST_YEARS:
        raise InputError(
            f"debt of {name}: the forecast is held to {last}; the projection needs {first + FORECAST_YEARS}"
        )
    growth = np.interp(years, held["gdp_growth"].index, held["gdp_growth"].to_numpy(float))
    nominal = held["gdp_lcu"].pct_change().dropna() * 100
    deflator = np.interp(
        years, nominal.index, ((1 + nominal / 100) / (1 + held["gdp_growth"].reindex(nominal.index) / 100) - 1) * 100
    )
    rate, rate_note = _rate(known, ally, growth, deflator)
    span = slice(0, FORECAST_YEARS + 1)
    debt, overall, gdp = (
        held[each].reindex(years[span]).to_numpy(float) for each in ("debt_gross", "balance_overall", "gdp_lcu")
    )
    before = held["debt_gross"][first - 1] * held["gdp_lcu"][first - 1] / 100
    stocks = np.concatenate([[before], debt * gdp / 100])
    interest = rate[span] / 100 * stocks[:-1] / gdp * 100
    zero, flow = np.zeros(len(years)), np.diff(stocks) + overall / 100 * gdp
    later = np.full(len(years), 100 * flow[-1] / gdp[-1])
    later[span] = 0.0
    edition = known.series("debt_gross", ally).attrs
    return Inputs(
        ally=ally,
        first=first,
        potential=growth,
        growth=growth,
        inflation=deflator,
        gap=zero,
        ageing=zero,
        revenue=zero,
        structural=_on(overall + interest, len(years)),
        primary=overall + interest,
        overall=overall,
        effective=rate[span],
        debt=debt,
        gdp=gdp,
        stock_flow=flow,
        later_stock_flow=later,
        short=rate,
        long=rate,
        short_share=0.0,
        maturing=np.ones(len(years)),
        euro_share=0.0,
        dollar_share=0.0,
        elasticity=0.0,
        as_of=known.day,
        edition=edition["edition"],
        notes=(
            f"forecast to {last}: {edition['source']}, published {edition['published']}; the last growth and "
            f"deflator are held after it, as are balance and stock-flow adjustment of {first + FORECAST_YEARS}",
            rate_note,
            f"cost of ageing and output gap of {name}: zero stands in",
        ),
    )


def _rate(known: Known, ally: str, growth: np.ndarray, deflator: np.ndarray) -> tuple[np.ndarray, str]:
    """The market rate on all debt, % a year, and what it is."""
    if known.has(_YIELD, ally):
        published = annual(known.series(_YIELD, ally))
        value = float(published.iloc[-1])
        return np.full(
            len(growth), value
        ), f"market rate: the ten-year yield of {published.index[-1]}, {value:.2f}%, is held and stands in"
    nominal = ((1 + growth / 100) * (1 + deflator / 100) - 1) * 100
    return (
        nominal,
        "no market rate is held: the growth of nominal GDP stands in, so that debt is neither eased nor burdened by it",
    )


def _on(values: np.ndarray, count: int) -> np.ndarray:
    return np.concatenate([values, np.full(count - len(values), values[-1])])
