"""What the method starts from: one ally's forecast, structure of debt, growth and cost of ageing, year by year."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from overstretch.debt.members import EURO_AREA, EUROPEAN_UNION
from overstretch.debt.rates import market_rates
from overstretch.debt.ratesfile import GivenRates
from overstretch.errors import InputError
from overstretch.facts import Known, annual, entity, variable

FORECAST_YEARS = 2  # the forecast covers T+1 and T+2
CLOSING_YEAR = 5  # the baseline's output gap is closed at T+5
HORIZON = 17  # ten years after the longest adjustment, T+1 to T+7
ELASTICITY_OF = "budget_elasticity"
REVENUE, LATER_STOCK_FLOW = "pension_tax_property_income", "stock_flow_planned"
_FORECAST = (
    "debt_gross_dsa",
    "gdp_lcu_dsa",
    "gdp_growth_dsa",
    "gdp_deflator_growth_dsa",
    "potential_growth",
    "balance_primary_dsa",
    "balance_overall_dsa",
    "balance_structural_primary",
    "stock_flow_adjustment",
    "effective_interest_rate",
)
_STRUCTURE = (
    "debt_short_term_share",
    "debt_maturing_share",
    "debt_maturing_share_average",
    "debt_domestic_currency_share",
    "debt_euro_share",
)


@dataclass(frozen=True)
class Inputs:
    """One ally's inputs. Arrays run over the years T to T+17 (T the last year of outturn), rates and ratios in %.

    `potential`, `growth` (real, baseline), `inflation` (deflator), `gap` (baseline, % of potential), `ageing`,
    `revenue` (taxes on pensions and property income, changes) and `later_stock_flow` (after T+2) in % of GDP;
    `structural` (primary balance of the forecast, held after T+2), `primary`, `overall`, `effective` and `debt` over T
    to T+2;
    `gdp` and `stock_flow` over T to T+2 in LCU billion. Shares are fractions. `notes` name every stand-in.
    """

    ally: str
    first: int
    potential: np.ndarray
    growth: np.ndarray
    inflation: np.ndarray
    gap: np.ndarray
    ageing: np.ndarray
    revenue: np.ndarray
    structural: np.ndarray
    primary: np.ndarray
    overall: np.ndarray
    effective: np.ndarray
    debt: np.ndarray
    gdp: np.ndarray
    stock_flow: np.ndarray
    later_stock_flow: np.ndarray
    short: np.ndarray
    long: np.ndarray
    short_share: float
    maturing: np.ndarray
    euro_share: float
    dollar_share: float
    elasticity: float
    as_of: str
    edition: str
    notes: tuple[str, ...] = field(default=())

    @property
    def years(self) -> np.ndarray:
        return np.arange(self.first, self.first + HORIZON + 1)

    def place(self, year: int) -> int:
        """Index of a year. Raises InputError for one outside T to T+17."""
        if not self.first <= year <= self.first + HORIZON:
            raise InputError(f"{year} is outside the projection; accepted: {self.first} to {self.first + HORIZON}")
        return year - self.first


def read_inputs(known: Known, ally: str, given: GivenRates | None = None) -> Inputs:
    """An ally's inputs as known on the day, on the market rates of a user's file or their stand-in.

    Raises InputError for a state outside the Union, a day before the inputs were published, or a figure not held.
    """
    entity(ally)
    if ally not in EUROPEAN_UNION:
        raise InputError(
            f"{ally}: the European method is that of the Union's members; accepted: "
            f"{', '.join(sorted(EUROPEAN_UNION))}; "
            "beyond it a rise is put through the model's own law: --rules model --ramp POINTS"
        )
    _published(known, ally)
    first = last_outturn(known, ally)
    years = np.arange(first, first + HORIZON + 1)
    held = {name: _span(known, name, ally, first) for name in _FORECAST}
    ahead = known.latest("gdp_growth_dsa", ally, kinds=("forecast",))
    notes = [f"forecast to {ahead.period}: {ahead.source}, published {ahead.published}"]
    structure = {name: known.latest(name, ally).value for name in (*_STRUCTURE, ELASTICITY_OF)}
    potential = _path(known, "potential_growth", ally, years, notes, extend="hold")
    gap = baseline_gap(held, _last_gap(known, ally, held, structure[ELASTICITY_OF], notes))
    rates = market_rates(known, ally, first, HORIZON, held["gdp_deflator_growth_dsa"], given, notes)
    euro, dollar = _foreign(ally, structure)
    return Inputs(
        ally=ally,
        first=first,
        potential=potential,
        gap=gap,
        growth=_growth(held, potential, gap),
        inflation=rates.inflation,
        ageing=_path(known, "ageing_cost", ally, years, notes, extend="slope"),
        revenue=_optional(known, REVENUE, ally, years, notes),
        structural=_held_on(held["balance_structural_primary"], len(years)),
        primary=held["balance_primary_dsa"],
        overall=held["balance_overall_dsa"],
        effective=held["effective_interest_rate"],
        debt=held["debt_gross_dsa"],
        gdp=held["gdp_lcu_dsa"],
        stock_flow=held["stock_flow_adjustment"],
        later_stock_flow=_later_flows(known, ally, years, notes),
        short=rates.short,
        long=rates.long,
        short_share=_share("debt_short_term_share", structure, ally),
        maturing=_maturing(structure, ally, len(years), notes),
        euro_share=euro,
        dollar_share=dollar,
        elasticity=structure[ELASTICITY_OF],
        as_of=known.day,
        edition=known.fact("debt_gross_dsa", ally, first).edition,
        notes=tuple(notes),
    )


def last_outturn(known: Known, ally: str) -> int:
    """T, the last year whose debt is an outturn and not a forecast."""
    return int(known.latest("debt_gross_dsa", ally, kinds=("actual",)).period)


def _last_gap(known: Known, ally: str, held: dict[str, np.ndarray], elasticity: float, notes: list[str]) -> float:
    """Gap at T+2, % of potential; where not held that of the forecast's own balances, y = (pb − spb)/ε."""
    year = last_outturn(known, ally) + FORECAST_YEARS
    if known.has("output_gap_dsa", ally) and str(year) in known.series("output_gap_dsa", ally).index:
        return known.value("output_gap_dsa", ally, year)
    notes.append(f"output gap of {ally} in {year} is not held: that of the balances, one-offs included, stands in")
    return float(held["balance_primary_dsa"][-1] - held["balance_structural_primary"][-1]) / elasticity


def baseline_gap(held: dict[str, np.ndarray], at_last: float) -> np.ndarray:
    """Output gap of the baseline, % of potential, T to T+17, from that at T+2.

    Before by the forecast's growth over potential growth; after linearly to zero at T+5.
    """
    last = FORECAST_YEARS
    gap = np.zeros(HORIZON + 1)
    gap[last] = at_last
    for t in range(last, 0, -1):
        growth, potential = held["gdp_growth_dsa"][t], held["potential_growth"][t]
        gap[t - 1] = ((1 + gap[t] / 100) * (1 + potential / 100) / (1 + growth / 100) - 1) * 100
    for t in range(last + 1, CLOSING_YEAR):
        gap[t] = gap[last] * (CLOSING_YEAR - t) / (CLOSING_YEAR - last)
    return gap


def _growth(held: dict[str, np.ndarray], potential: np.ndarray, gap: np.ndarray) -> np.ndarray:
    growth = np.empty_like(potential)
    growth[: FORECAST_YEARS + 1] = held["gdp_growth_dsa"]
    level = 1 + gap / 100
    after = slice(FORECAST_YEARS + 1, None)
    growth[after] = ((1 + potential[after] / 100) * level[after] / level[FORECAST_YEARS:-1] - 1) * 100
    return growth


def _published(known: Known, ally: str) -> None:
    needed = (*_FORECAST, *_STRUCTURE, ELASTICITY_OF, "ageing_cost")
    missing = [name for name in needed if not known.has(name, ally)]
    if missing:
        rows = known.all_rows[known.all_rows["entity"].eq(ally).to_numpy()]
        days = [rows.loc[rows["variable"].eq(name).to_numpy(), "known_from"].min() for name in missing]
        since = "are not held"
        if not any(pd.isna(day) for day in days):
            since = f"were published on {str(max(days))[:10]}; give --as-of from that day on"
        raise InputError(f"--as-of {known.day}: the European method's inputs of {ally} {since}")


def _span(known: Known, name: str, ally: str, first: int) -> np.ndarray:
    return np.array([known.value(name, ally, year) for year in range(first, first + FORECAST_YEARS + 1)])


def _held_on(values: np.ndarray, count: int) -> np.ndarray:
    return np.concatenate([values, np.full(count - len(values), values[-1])])


def _path(known: Known, name: str, ally: str, years: np.ndarray, notes: list[str], extend: str) -> np.ndarray:
    """Yearly path through the years held: linear between them; after the last its level or its last slope."""
    held = annual(known.series(name, ally)).sort_index()
    held = held[held.index >= years[0]]
    at, values = held.index.to_numpy(float), held.to_numpy(float)
    if at[-1] <= years[0] + FORECAST_YEARS:
        raise InputError(
            f"{name} of {ally} is held to {at[-1]:.0f} only; the projection needs a later year, "
            "which a file of your own figures can give (overstretch facts add FILE)"
        )
    path = np.interp(years, at, values)
    beyond = years > at[-1]
    if extend == "slope":
        path[beyond] = values[-1] + (values[-1] - values[-2]) / (at[-1] - at[-2]) * (years[beyond] - at[-1])
    missing = sorted(set(years.tolist()) - set(at.astype(int).tolist()))
    if missing:
        rule = "linear between the years held" + ("" if not beyond.any() else f", {_EXTEND[extend]} after {at[-1]:.0f}")
        notes.append(f"{variable(name).description} ({', '.join(f'{y:.0f}' for y in at)} held): {rule}")
    return path


def _optional(known: Known, name: str, ally: str, years: np.ndarray, notes: list[str]) -> np.ndarray:
    if known.has(name, ally):
        return _path(known, name, ally, years, notes, extend="hold")
    notes.append(f"{variable(name).description} of {ally} is not held: zero stands in")
    return np.zeros(len(years))


def _later_flows(known: Known, ally: str, years: np.ndarray, notes: list[str]) -> np.ndarray:
    """Stock-flow adjustment carried on after T+2 where the method does; zero elsewhere and to T+2."""
    flows = np.zeros(len(years))
    if known.has(LATER_STOCK_FLOW, ally):
        flows = _path(known, LATER_STOCK_FLOW, ally, years, notes, extend="hold")
        flows[: FORECAST_YEARS + 1] = 0.0
    return flows


_EXTEND = {"hold": "the last level", "slope": "the last slope"}


def _share(name: str, structure: dict[str, float], ally: str) -> float:
    value = structure[name]
    if not 0 <= value <= 1:
        raise InputError(f"{name} of {ally} is {value:g}; accepted: 0 to 1")
    return value


def _maturing(structure: dict[str, float], ally: str, count: int, notes: list[str]) -> np.ndarray:
    """Share of long-term debt maturing in a year: the latest at T, the average from T+10, linear between."""
    ends = []
    for name in ("debt_maturing_share", "debt_maturing_share_average"):
        value = structure[name]
        if value < 0:
            notes.append(f"{name} of {ally} is {value:.3f} at the source, which no debt can have: zero stands in")
        ends.append(max(value, 0.0))
    return np.interp(np.arange(count), (0, 10), ends)


def _foreign(ally: str, structure: dict[str, float]) -> tuple[float, float]:
    """Shares of debt in euro and in other currencies, as the state itself sees them: euro is a member's own
    currency."""
    domestic, euro = (_share(f"debt_{name}_share", structure, ally) for name in ("domestic_currency", "euro"))
    other = max(0.0, 1.0 - domestic - euro)
    return (0.0 if ally in EURO_AREA else euro), other
