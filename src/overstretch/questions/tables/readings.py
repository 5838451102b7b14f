"""A quantity in the tables: what is published of it, by every definition held, with kind, edition and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from overstretch.facts import Known, MissingFact, allies
from overstretch.facts.registry import variables
from overstretch.questions import catalogue
from overstretch.questions.data import SPANS, Quantity, When
from overstretch.questions.kinds import Series, Table
from overstretch.questions.periods import Period, window
from overstretch.questions.tables.past import Published, _steps

# Unit of a figure in the registry → unit of the language and how many of it one is.
UNITS: dict[str, tuple[str, float]] = {
    "USD million": ("USD", 1e6),
    "USD billion": ("USD", 1e9),
    "RUB trillion": ("RUB", 1e12),
    "RUB billion": ("RUB", 1e9),
    "trillion, national currency": ("own", 1e12),
    "LCU million": ("own", 1e6),
    "LCU billion": ("own", 1e9),
    "thousand": ("persons", 1e3),
    "% of GDP": ("% of GDP", 1.0),
    "USD million, constant": ("USD", 1e6),
}
AHEAD = ("forecast", "plan")
OUTDATED = 36  # months after which the last outcome says less of today than a newer plan [J]


@dataclass(frozen=True)
class Reading:
    """One published figure of a quantity, in the quantity's unit."""

    value: float
    period: str
    kind: str  # actual, estimate, plan, forecast
    definition: str
    edition: str
    published: str
    source: str
    reported: bool = False
    plan: bool = False
    address: str = ""
    variable: str = ""


def readings(q: Quantity, known: Known | None, as_of: date) -> list[Reading]:
    """The quantity by every definition held for its period, best first; empty where none is. Plans stand last."""
    if known is None or q.series.startswith(catalogue.OTHER) or q.series not in catalogue.all_series():
        return []
    about = catalogue.series(q.series)
    found = [r for table in (*about.tables, *about.quarter_tables) for r in _by(table, q, about, known, as_of)]
    if q.when.relation == "latest":
        found = _last(found, 12 * as_of.year + as_of.month)
    unique = {(r.definition, r.period): r for r in reversed(found)}
    return sorted((r for r in found if unique[(r.definition, r.period)] is r), key=lambda r: r.plan)


def beside(q: Quantity, known: Known | None, as_of: date) -> list[Reading]:
    """What else is held of the period, by definitions that stand beside the answer and never decide it."""
    if known is None or q.series not in catalogue.all_series() or q.when.relation == "latest":
        return []
    about = catalogue.series(q.series)
    return [r for table in about.beside for r in _by(table, q, about, known, as_of)]


def _last(found: list[Reading], today: int) -> list[Reading]:
    """Those that are the last published, outcomes before plans: a definition that ends a year or more before another
    says nothing of today.

    today: month counted from year 0.
    """
    outcomes = [one for one in found if not one.plan and today - _end(one.period) < OUTDATED]
    found = outcomes or found
    newest = max((_end(one.period) for one in found), default=0)
    return [one for one in found if newest - _end(one.period) < 12]


def _end(label: str) -> int:
    """The month in which a printed period ends, counted from year 0: '2025', '2025Q3', '2025-09', '2025 against
    2024'."""
    year, quarter, month = re.match(r"(\d{4})(?:-?Q([1-4])|-(\d\d))?", label).groups()  # type: ignore[union-attr]
    return 12 * int(year) + (3 * int(quarter) if quarter else int(month) if month else 12)


def _by(table: Table, q: Quantity, about: Series, known: Known, as_of: date) -> Iterator[Reading]:
    """The quantity by one definition: the figure itself, its change or its share of a group's."""
    real = q.change is not None and q.change.real is True
    if real and about.real:
        at_constant_prices = list(_real_change(about.real, q, about, known, as_of))
        yield from at_constant_prices
        if at_constant_prices:
            return
    if real and not about.deflator:
        return  # an amount at current prices says nothing of a real change
    for now in _figures(table, q.who, q, about, known, as_of):
        made: Reading | None = now
        if q.change:
            earlier = replace(q, when=When("in", q.change.since), change=None)
            before = next(_figures(table, q.who, earlier, about, known, as_of), None)
            made = _change(q, now, before)
            if real and made is not None and before is not None:
                made = _deflated(made, q, about, known, (now.period, before.period))
        elif q.share_of:
            whole = next(_figures(table, (q.share_of,), q, about, known, as_of), None)
            made = replace(now, value=100.0 * now.value / whole.value) if whole and whole.period == now.period else None
        if made is not None:
            yield replace(made, value=q.times * made.value)
            return


def _deflated(nominal: Reading, q: Quantity, about: Series, known: Known, years: tuple[str, str]) -> Reading | None:
    """A nominal change of one party at constant prices; an estimate where the deflator of a year is a forecast."""
    assert q.change is not None and about.deflator is not None
    if len(q.who) != 1 or q.change.kind == "absolute" or not known.has(about.deflator, q.who[0]):
        return None
    prices = known.series(about.deflator, q.who[0])
    if not set(years) <= set(prices.index):
        return None
    factor = float(prices[years[1]] / prices[years[0]])
    value = (
        factor * nominal.value
        if q.change.kind == "multiple"
        else 100.0 * (factor * (1.0 + nominal.value / 100.0) - 1.0)
    )
    ahead = any(prices.attrs["kind"][year] in AHEAD for year in years)
    kind = "estimate" if ahead and nominal.kind == "actual" else nominal.kind
    return replace(
        nominal, value=value, kind=kind, definition=f"{nominal.definition}, deflated with GDP's prices by the IMF"
    )


def _change(q: Quantity, now: Reading, before: Reading | None) -> Reading | None:
    if before is None or q.change is None or (q.change.kind != "absolute" and not before.value):
        return None
    value = {
        "absolute": now.value - before.value,
        "multiple": now.value / (before.value or 1.0),
        "percent": 100.0 * (now.value / (before.value or 1.0) - 1.0),
    }[q.change.kind]
    return replace(now, value=value, period=f"{now.period} against {before.period}")


def _real_change(table: Table, q: Quantity, about: Series, known: Known, as_of: date) -> Iterator[Reading]:
    """A change at the constant prices of one edition."""
    assert q.change is not None and q.change.kind in ("percent", "multiple", "absolute")
    if q.change.kind == "absolute":
        return
    plain = replace(q, change=None)
    for now in _figures(table, q.who, plain, about, known, as_of):
        earlier = replace(plain, when=When("in", q.change.since))
        before = next(_figures(table, q.who, earlier, about, known, as_of), None)
        if (made := _change(q, now, before)) is not None:
            yield made


def _figures(
    table: Table, who: tuple[str, ...], q: Quantity, about: Series, known: Known, as_of: date
) -> Iterator[Reading]:
    if table.count == "members":
        number = len(allies(as_of.isoformat()))
        yield Reading(float(number), as_of.isoformat(), "actual", table.name, "accessions", as_of.isoformat(), "NATO")
        return
    entities = _entities(who, about, table)
    parts = [_figure(table, entity, q, about, known, as_of) for entity in entities]
    if not parts or any(part is None for part in parts):
        return
    held = [part for part in parts if part is not None]
    if len(held) == 1:
        yield held[0]
    elif about.group == "sum" and len({part.period for part in held}) == 1:
        yield replace(
            held[0],
            value=sum(part.value for part in held),
            kind=max((p.kind for p in held), key=lambda k: k != "actual"),
        )


def _entities(who: tuple[str, ...], about: Series, table: Table) -> tuple[str, ...]:
    """The facts' own names: a group by the aggregate that NATO prints, else its members one by one."""
    found: list[str] = []
    for code in who or about.of:
        if code == "world":
            code = "WLD"
        if catalogue.is_group(code):
            group = catalogue.all_groups()[code]
            found += [group.tables] if group.tables else list(catalogue.armed(code))
        else:
            found.append(code)
    if table.of and not set(found) <= set(table.of):
        return ()
    return tuple(dict.fromkeys(found))


def _figure(table: Table, entity: str, q: Quantity, about: Series, known: Known, as_of: date) -> Reading | None:
    """One entity's figure in the quantity's unit; None where the table doesn't hold it."""
    try:
        series = known.series(table.variable, entity)
    except MissingFact:
        return None
    kinds = series.attrs["kind"]
    factor = _factor(table, entity, q, about, known, as_of)
    found = _picked(table, series, kinds, q, about, as_of)
    if factor is None or found is None:
        return None
    value, at, kind = found
    held = known.fact(table.variable, entity, at if at in series.index else series.index[-1])
    return Reading(
        table.sign * factor * value,
        at,
        kind,
        table.name,
        held.edition,
        held.published,
        held.source,
        table.reported and not held.publisher.startswith("not named"),
        table.plan or kind == "plan",
        held.address,
        table.variable,
    )


def _factor(table: Table, entity: str, q: Quantity, about: Series, known: Known, as_of: date) -> float | None:
    """From the table's unit to the quantity's; None where they are not of one kind."""
    unit, size = UNITS.get(variables()[table.variable].unit, (variables()[table.variable].unit, 1.0))
    wanted = q.unit or about.unit
    own = catalogue.currency_of(entity)
    if unit == "own":
        unit = own
    if unit == wanted or (
        unit not in catalogue.currencies()
        and wanted not in catalogue.currencies()
        and not (unit == "% of GDP") ^ (wanted == "% of GDP")
    ):
        return size
    if unit in catalogue.currencies() and wanted in catalogue.currencies() and own == unit != "USD":
        # one's own money in another currency: at the rate of the day, only where nothing better is printed
        return size * Published(known, as_of).rate(unit, wanted) if about.unit != wanted else None
    return None


def _picked(
    table: Table, series: pd.Series, kinds: dict[str, str], q: Quantity, about: Series, as_of: date
) -> tuple[float, str, str] | None:
    """The value of the moment asked, its period as printed, and its kind."""
    real = series if table.plan else series[[kinds[p] not in AHEAD for p in series.index]]
    if not len(real):
        return None
    texts = [str(p) for p in real.index]
    values = dict(zip(texts, (float(v) for v in real), strict=True))
    if table.step:
        return _stepped(values, kinds, q.when, as_of)
    if q.when.relation in ("latest", "default"):
        return values[texts[-1]], texts[-1], kinds.get(real.index[-1], "actual")
    if q.when.relation in SPANS:
        return _spanned(values, kinds, q.when)
    within = window(q.when)
    at = _label(table, values, within)
    if at is None and table.mean:
        return _mean(values, within)
    if at is None and not table.plan:  # nothing has come out yet: what the same publisher had planned, as a plan
        values = {str(p): float(v) for p, v in series.items() if kinds[p] == "plan"}
        at = _label(table, values, within)
    return (values[at], at, kinds.get(at, "actual")) if at is not None else None


def _label(table: Table, values: dict[str, float], within: Period) -> str | None:
    """The period label that holds the moment: a year, quarter, month, or the stock on the day after."""
    year, month = within.year, within.last % 12 + 1
    labels = [f"{year}"] if within.whole_years else []
    if within.last - within.first == 2:
        labels += [f"{year}Q{within.last % 12 // 3 + 1}", f"{year}-Q{within.last % 12 // 3 + 1}"]
    if table.month and within.whole_years:
        labels = [f"{year}-{table.month:02d}"]
    elif not within.whole_years or table.stock:
        labels.append(f"{year}-{month:02d}")
    if table.stock:
        after = within.last + 1
        labels = [f"{after // 12}-{after % 12 + 1:02d}-01"]
    dated = table.month or table.stock or table.average
    if not dated and not within.whole_years and within.first == within.last and month == 12:
        labels.append(f"{year}")  # "by the end of the year" of a yearly figure
    return next((label for label in labels if label in values), None)


def _mean(values: dict[str, float], within: Period) -> tuple[float, str, str] | None:
    """The mean of the months, where every one is held."""
    wanted = [f"{m // 12}-{m % 12 + 1:02d}" for m in range(within.first, within.last + 1)]
    if not all(label in values for label in wanted):
        return None
    span = wanted[0] if len(wanted) == 1 else f"{wanted[0]} to {wanted[-1]}"
    return float(np.mean([values[label] for label in wanted])), span, "actual"


def _stepped(values: dict[str, float], kinds: dict[str, str], when: When, as_of: date) -> tuple[float, str, str] | None:
    """A figure that holds from each day on: its last value, or the mean of whole months that are over."""
    if when.relation in ("latest", "default"):
        last = max(values)
        return values[last], last, "actual"
    if when.relation in SPANS:
        return None
    within = window(when)
    over = 12 * as_of.year + as_of.month - 2
    days = [d for d in values if re.fullmatch(r"\d{4}-\d\d-\d\d", d)]
    if within.last > over or not days or 12 * int(max(days)[:4]) + int(max(days)[5:7]) - 1 < within.last - 2:
        return None  # not over, or no decision is held of its last months
    found = _steps({d: values[d] for d in days}, within.last)
    first = 3 * (within.first // 3) if within.last - within.first < 3 else within.first
    wanted = [m for m in range(first, within.last + 1)]
    if not all(m in found for m in wanted):
        return None
    return (
        float(np.mean([found[m] for m in wanted])),
        f"{wanted[0] // 12}-{wanted[0] % 12 + 1:02d} to {within.last // 12}-{within.last % 12 + 1:02d}",
        "actual",
    )


def _spanned(values: dict[str, float], kinds: dict[str, str], when: When) -> tuple[float, str, str] | None:
    """Mean or sum over whole years, where every year is held; each and any are decided year by year (facts.py)."""
    if when.relation not in ("mean", "sum"):
        return None
    within = window(when)
    years = [str(y) for y in range(within.first // 12, within.year + 1)]
    if not all(y in values for y in years):
        return None
    total = sum(values[y] for y in years)
    worst = next((kinds.get(y, "actual") for y in reversed(years) if kinds.get(y, "actual") != "actual"), "actual")
    return (total / len(years) if when.relation == "mean" else total), f"{years[0]} to {years[-1]}", worst
