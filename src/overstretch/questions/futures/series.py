"""A quantity in the futures of one world: per future, in its unit; before the run and in months published, from the
figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import xarray as xr

from overstretch.errors import InputError, Unanswerable
from overstretch.questions import catalogue
from overstretch.questions.catalogue import unit_of
from overstretch.questions.data import SPANS, Quantity, When
from overstretch.questions.futures.calendar import Calendar, yearly
from overstretch.questions.kinds import Series
from overstretch.questions.periods import Period, period, window

if TYPE_CHECKING:
    from overstretch.questions.tables.past import Published

SPANNED = ("each", "any")


class View:
    """One world's arrays with the figures published at the cut-off. Arrays are [future] or [period, future],
    float64."""

    def __init__(self, world: xr.Dataset, published: Published) -> None:
        self.world, self.published = world, published
        self.calendar = Calendar(world)
        self.n = world.sizes["future"]
        self._actors = {code: k for k, code in enumerate(world["actor"].values.astype(str))}
        self._arrays: dict[str, np.ndarray] = {}

    def array(self, name: str) -> np.ndarray:
        """A variable's values, whole; of a drawn parameter 'parameter: name' its draws."""
        if name not in self._arrays:
            if name.startswith("parameter: "):
                names = list(self.world["parameter"].values.astype(str))
                values = self.world["parameters"].values[names.index(name.removeprefix("parameter: "))]
            else:
                values = self.world[name].values
            self._arrays[name] = values
        return self._arrays[name]

    def annual(self, name: str, actor: str | None, year: int) -> np.ndarray:
        """A yearly variable [future]; before the run the figure known at the cut-off, the same in every future."""
        if year < self.calendar.years[0]:
            return np.full(self.n, self.published.yearly(name, actor, year))
        at = self.calendar.year(year)
        values = self.array(name)
        if actor is None or values.ndim == 2:
            return values[at].astype(float)
        if actor not in self._actors:
            raise InputError(f"the futures hold no actor {actor!r}; they hold: {', '.join(self._actors)}")
        return values[self._actors[actor], at].astype(float)

    def quarterly(self, name: str, month: int) -> np.ndarray:
        """A quarterly variable in the quarter of a month, [future]; that quarter must be simulated."""
        return self.array(name)[self.calendar.quarter(month)].astype(float)


def level(q: Quantity, view: View, members: tuple[str, ...] | None = None) -> np.ndarray:
    """The quantity per future, [future]; over a span of `each` or `any` [period, future]. Unit: `catalogue.unit_of`.

    Raises Unanswerable where nothing simulates it.
    """
    values = _level(q, view)
    if q.change:
        values = _changed(q, values, view)
    if q.share_of:
        whole = Quantity(q.series, (q.share_of,), q.when, q.unit)
        values = 100.0 * values / _level(whole, view)
    return q.times * values


def _level(q: Quantity, view: View) -> np.ndarray:
    about = catalogue.series(q.series) if not q.series.startswith(catalogue.OTHER) else None
    if about is None or not about.simulated:
        what = q.series if about is None else about.definition
        raise Unanswerable(f"understood; nothing simulates it ({what})")
    moments = _moments(q.when, about)
    values = [_at(q, about, within, view) for within in moments]
    if q.when.relation in SPANNED:
        return np.stack(values)
    if q.when.relation == "sum":
        return np.sum(values, axis=0)
    return values[0] if len(values) == 1 else np.mean(values, axis=0)


def _moments(when: When, about: Series) -> list[Period]:
    """The periods to read: years of a yearly figure, else the named ones; of a span every year, or every quarter
    (not of inflation over years: that is each year's own figure)."""
    if when.relation in ("default", "latest"):
        raise Unanswerable(
            "no moment is given that could be simulated"
            if when.relation == "default"
            else "the last figure known is for the tables"
        )
    within = window(when)
    years = about.by_year and len(when.first) == 4 == len(when.last or "")
    if about.year and when.relation in SPANNED and not years:
        return [Period(3 * k, 3 * k + 2) for k in range(within.first // 3, within.last // 3 + 1)]
    if when.relation in SPANS or (not about.year and not (about.quarters and within.last - within.first == 2)):
        return [period(f"{year:04d}") for year in yearly(when, about.horizon)]
    return [within]


def _at(q: Quantity, about: Series, within: Period, view: View) -> np.ndarray:
    """The figure of one period in the quantity's unit, added or averaged over parties."""
    unit = unit_of(Quantity(q.series, q.who, q.when, q.unit))
    codes = _codes(q.who, about)
    if (about.share and unit != "% of GDP") or (
        unit in catalogue.currencies() and about.share_of_gdp and about.unit == "% of GDP"
    ):
        share = about.share or about.name
        real = q.change is not None and q.change.real is True
        base = period(q.change.since).year if real and q.change else None
        return sum((_amount(share, code, within.year, unit, view, base) for code in codes), np.zeros(view.n))
    if about.share:
        return _grouped(catalogue.series(about.share), codes, within, view)
    if about.group == "sum":
        factor = [view.published.rate(catalogue.currency_of(code), unit) for code in codes]
        return sum(
            (f * _own(about, code, within, view) for code, f in zip(codes, factor, strict=True)), np.zeros(view.n)
        )
    if unit != about.unit:
        return _converted(q, about, codes[0], within, unit, view)
    return _grouped(about, codes, within, view)


def _codes(who: tuple[str, ...], about: Series) -> tuple[str, ...]:
    """Whose figures enter: a group's members (those with forces, for spending), unless the group has one figure of its
    own."""
    if about.group == "world" or (len(who) == 1 and who[0] in about.futures):
        return who[:1]
    found = [code for one in who for code in (catalogue.armed(one) if catalogue.is_group(one) else (one,))]
    return tuple(dict.fromkeys(found))


def _grouped(about: Series, codes: tuple[str, ...], within: Period, view: View) -> np.ndarray:
    """One party's own figure, or a group's: money over money, weighted with GDP in dollars."""
    if about.group == "relabelled":
        return _relabelled(codes, within.year, view)
    if len(codes) == 1:
        return _own(about, codes[0], within, view)
    weights = [_dollars(code, within.year, view) for code in codes]
    total = sum((w * _own(about, code, within, view) for w, code in zip(weights, codes, strict=True)), np.zeros(view.n))
    return total / np.sum(weights, axis=0)


def _dollars(code: str, year: int, view: View) -> np.ndarray:
    return view.published.rate(catalogue.currency_of(code), "USD") * view.annual("gdp", code, year)


def _amount(share: str, code: str, year: int, unit: str, view: View, base: int | None) -> np.ndarray:
    """Share of GDP as an amount: at current prices or, with a base year, at that year's prices."""
    about = catalogue.series(share)
    gdp = view.annual("gdp", code, year) if base is None else _real_gdp(code, year, base, view)
    held = _own(about, code, period(f"{year:04d}"), view)
    return held / 100.0 * gdp * 1e9 * view.published.rate(catalogue.currency_of(code), unit)


def _real_gdp(code: str, year: int, base: int, view: View) -> np.ndarray:
    """GDP of a year at the base year's prices: the base year's nominal GDP moved by real growth."""
    values = view.annual("gdp", code, base)
    for at in range(min(year, base) + 1, max(year, base) + 1):
        step = 1.0 + view.annual("growth", code, at) / 100.0
        values = values * step if year > base else values / step
    return values


def _own(about: Series, code: str, within: Period, view: View) -> np.ndarray:
    """One party's own figure in a period, in the series' unit (money in own currency)."""
    quarter = within.last - within.first == 2
    name: str | bool | None = about.quarters.get(code) if quarter and about.quarters else None
    name = name or about.futures.get(code) or about.futures.get("any")
    if name is None:
        raise Unanswerable(f"understood; {about.label} is simulated for {', '.join(map(str, about.futures))} alone")
    if isinstance(name, str) and name in DERIVED:
        return about.scale * DERIVED[name](code, within, view)
    if about.year or name in about.quarters.values():
        return about.scale * _over_months(about, str(name), within, view)
    return (
        about.scale * view.annual(str(name), code, within.year)
        if not str(name).startswith("parameter")
        else about.scale * view.array(str(name)).astype(float)
    )


def _over_months(about: Series, name: str, within: Period, view: View) -> np.ndarray:
    """A quarterly variable over a period: its last quarter, or the mean over months, published ones as published."""
    last = about.year == "last" or within.last - within.first < 3
    known = view.published.months(about)
    if about.year == "last":
        if within.last in known and not name.startswith("rus_growth"):
            return np.full(view.n, known[within.last] / about.scale)
        return _quarter(about, name, within.last, view)
    first = 3 * (within.first // 3) if last else within.first
    wanted = range(first, 3 * (within.last // 3) + 3)
    parts = [np.full(view.n, known[m] / about.scale) if m in known else _quarter(about, name, m, view) for m in wanted]
    simulated = [m for m in wanted if m not in known]
    if len(simulated) == len(parts) and len(parts) % 3 == 0:
        # whole quarters: the mean of quarters, as they are
        return np.mean([_quarter(about, name, m, view) for m in wanted[::3]], axis=0) if len(parts) > 3 else parts[0]
    return np.mean(parts, axis=0)


def _quarter(about: Series, name: str, month: int, view: View) -> np.ndarray:
    if view.calendar.quarter(month) < 0:
        raise Unanswerable(
            f"{about.label} of {month // 12} lies before the run, and no figure of it is held for every month"
        )
    if " " in name:
        return _expression(name, month, view)
    return view.quarterly(name, month)


def _expression(text: str, month: int, view: View) -> np.ndarray:
    """The small expressions of series.toml: a ratio of two variables, or one over another."""
    top, bottom = text.split(" / ")
    above = np.ones(view.n) if top == "1" else view.quarterly(top, month)
    return above / np.maximum(view.quarterly(bottom, month), 1e-9)


def _total_share(code: str, within: Period, view: View) -> np.ndarray:
    """Core and at most 1.5% of GDP of related spending."""
    core = view.annual("core_share", code, within.year)
    return core + np.minimum(view.annual("related_share", code, within.year), 1.5)


def _relabelled(codes: tuple[str, ...], year: int, view: View) -> np.ndarray:
    """Relabelled over relabelled and new, %, summed over the parties' shares of GDP."""
    old = sum((view.annual("relabelled_share", c, year) for c in codes), np.zeros(view.n))
    new = sum((view.annual("new_share", c, year).clip(0) for c in codes), np.zeros(view.n))
    return 100.0 * np.divide(old, old + new, out=np.zeros_like(old), where=old + new > 0)


def _part(cuts: bool) -> Callable[[str, Period, View], np.ndarray]:
    def part(code: str, within: Period, view: View) -> np.ndarray:
        rest = 1.0 - view.array("parameter: debt_financed").astype(float)
        share = view.array("parameter: cuts_share").astype(float)
        return 100.0 * rest * (share if cuts else 1.0 - share)

    return part


DERIVED: dict[str, Callable[[str, Period, View], np.ndarray]] = {
    "core_share + min(related_share, 1.5)": _total_share,
    "paid_by_cuts": _part(True),
    "paid_by_taxes": _part(False),
}


def _converted(q: Quantity, about: Series, code: str, within: Period, unit: str, view: View) -> np.ndarray:
    """A budget line or a stock in another unit: as a share of GDP, or at the rate known at the cut-off."""
    if unit == "% of GDP" and about.as_share:
        return view.annual(about.as_share, None, within.year)
    return _own(about, code, within, view) * view.published.rate(about.unit, unit)


def _changed(q: Quantity, now: np.ndarray, view: View) -> np.ndarray:
    """The change from the earlier period: percent, absolute or a multiple; real at constant prices."""
    assert q.change is not None
    about = catalogue.series(q.series)
    before = Quantity(q.series, q.who, When("in", q.change.since), q.unit, q.change)
    if q.change.real and about.as_real:
        real = [view.annual(about.as_real, None, w) for w in (window(q.when).year, period(q.change.since).year)]
        return _ratio(q, *real)
    if q.change.real and not (about.share or (about.share_of_gdp and unit_of(q) in catalogue.currencies())):
        raise Unanswerable(f"{about.label} has no amount at constant prices")
    return _ratio(q, now, _level(before, view))


def _ratio(q: Quantity, now: np.ndarray, before: np.ndarray) -> np.ndarray:
    assert q.change is not None
    if q.change.kind == "absolute":
        return now - before
    about = catalogue.series(q.series)
    if about.name in ("balance", "growth", "cohesion", "strain"):
        raise Unanswerable(f"{about.label} can pass zero: a change of it is asked as absolute")
    with np.errstate(divide="ignore", invalid="ignore"):
        return now / before if q.change.kind == "multiple" else 100.0 * (now / before - 1.0)
