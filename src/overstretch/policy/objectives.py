"""What is wanted, future by future, and in summary: strength, debt, growth, burden, the pledge; middle and bad tail.

The burden itself is an objective: what goes to defence is not there for other uses, whatever it does to growth and
debt.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
import xarray as xr
from numpy.typing import NDArray

from overstretch.errors import InputError

Array = NDArray[np.float64]
YEAR, TARGET, TAIL = 2035, 3.5, 0.1


class Objective(NamedTuple):
    """A column of the result; `sign` +1 is to be raised, -1 to be lowered."""

    sign: int
    unit: str
    meaning: str


OBJECTIVES: dict[str, Objective] = {
    "equipment_median": Objective(
        1, "bn 2021 USD, military PPP", f"equipment of the group at the end of {YEAR}, median"
    ),
    "equipment_worst": Objective(1, "bn 2021 USD, military PPP", f"the same, lowest {TAIL:.0%}"),
    "debt_median": Objective(-1, "% of GDP", f"debt ratio at the end of {YEAR}, mean over the group, median"),
    "debt_worst": Objective(-1, "% of GDP", f"the same, highest {TAIL:.0%}"),
    "growth_loss_median": Objective(
        -1, "points a year", f"growth lost to {YEAR} against the paired base world, median"
    ),
    "growth_loss_worst": Objective(-1, "points a year", f"the same, highest {TAIL:.0%}"),
    "burden_median": Objective(
        -1, "% of GDP", f"core spending, mean of the years to {YEAR} and over the group, median"
    ),
    "pledge_met": Objective(
        1, "1", f"share of allies and futures with core spending of at least {TARGET}% of GDP in {YEAR}"
    ),
}


class Outcomes(NamedTuple):
    """Per future [future]: equipment, debt ratio, growth lost, mean burden to 2035, shortfall from the target in 2035,
    share of allies that meet it, core share in 2035."""

    equipment: Array
    debt: Array
    growth_loss: Array
    burden: Array
    shortfall: Array
    met: Array
    core: Array


def outcomes(world: xr.Dataset, base: xr.Dataset, group: tuple[str, ...]) -> Outcomes:
    """Outcomes of a world against the base world, paired by position. InputError where a figure is missing."""
    missing = {"equipment", "debt_ratio", "growth", "core_share"} - set(world.data_vars)
    if missing or YEAR not in world["year"]:
        raise InputError(f"the futures lack {', '.join(sorted(missing)) or f'the year {YEAR}'}")
    ours, reference = (
        world.sel(actor=list(group)),
        base.sel(actor=list(group)).isel(future=slice(world.sizes["future"])),
    )
    end = ours.sel(year=YEAR)
    years = [int(y) for y in ours["year"] if int(y) <= YEAR][1:]
    lost = (reference["growth"].sel(year=years).values - ours["growth"].sel(year=years).values).mean(axis=(0, 1))
    core = np.round(end["core_share"].values.astype(float), 2)
    return Outcomes(
        equipment=end["equipment"].values.astype(float).sum(axis=0),
        debt=end["debt_ratio"].values.astype(float).mean(axis=0),
        growth_loss=lost.astype(float),
        burden=ours["core_share"].sel(year=years).values.astype(float).mean(axis=(0, 1)),
        shortfall=np.maximum(TARGET - core, 0.0).mean(axis=0),
        met=(core >= TARGET).mean(axis=0),
        core=core.mean(axis=0),
    )


def summarise(found: Outcomes) -> dict[str, float]:
    """The objectives of OBJECTIVES in their units, and the mean core share of the group in 2035 (median)."""
    return {
        "equipment_median": float(np.median(found.equipment)),
        "equipment_worst": float(np.quantile(found.equipment, TAIL)),
        "debt_median": float(np.median(found.debt)),
        "debt_worst": float(np.quantile(found.debt, 1 - TAIL)),
        "growth_loss_median": float(np.median(found.growth_loss)),
        "growth_loss_worst": float(np.quantile(found.growth_loss, 1 - TAIL)),
        "burden_median": float(np.median(found.burden)),
        "pledge_met": float(found.met.mean()),
        "core_median": float(np.median(found.core)),
    }


def undominated(table: pd.DataFrame, names: list[str], tolerance: float = 1e-9) -> NDArray[np.bool_]:
    """True where no other row is at least as good in all named objectives and better in one."""
    values = np.column_stack([OBJECTIVES[n].sign * table[n].to_numpy(dtype=float) for n in names])
    weak = (values[:, None, :] >= values[None, :, :] - tolerance).all(axis=2)
    strict = (values[:, None, :] > values[None, :, :] + tolerance).any(axis=2)
    return np.asarray(~(weak & strict).any(axis=0))


def regret(all_outcomes: list[Outcomes]) -> pd.DataFrame:
    """Regret of each policy: how far it falls behind the best policy of each future, in the 90% worst of futures.

    Columns regret_equipment, _debt, _growth, _burden, _pledge, each in units of the spread between the best
    and the worst policy's mean of that outcome, and `regret`, the largest of the five (Savage's rule, per Lempert &
    Collins 2007).
    """
    columns = {
        "regret_equipment": -np.array([o.equipment for o in all_outcomes]),
        "regret_debt": np.array([o.debt for o in all_outcomes]),
        "regret_growth": np.array([o.growth_loss for o in all_outcomes]),
        "regret_burden": np.array([o.burden for o in all_outcomes]),
        "regret_pledge": np.array([o.shortfall for o in all_outcomes]),
    }
    table = {}
    for name, cost in columns.items():
        behind = cost - cost.min(axis=0)
        scale = float(np.ptp(cost.mean(axis=1)))
        table[name] = np.quantile(behind, 1 - TAIL, axis=1) / scale if scale > 0 else np.zeros(len(cost))
    out = pd.DataFrame(table)
    return out.assign(regret=out.max(axis=1))
