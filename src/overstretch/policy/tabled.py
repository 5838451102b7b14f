"""The policies tried as a table with units, and in words what is least regretted."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from overstretch.policy.objectives import OBJECTIVES, TAIL, YEAR
from overstretch.tabular import Cell, Column, Table, Tabular

HEADS = {
    "equipment_median": "equipment",
    "equipment_worst": "equipment, worst tenth",
    "debt_median": "debt",
    "debt_worst": "debt, worst tenth",
    "growth_loss_median": "growth lost",
    "growth_loss_worst": "growth lost, worst tenth",
    "burden_median": "mean burden",
    "pledge_met": "at 3.5%",
}
SHARES = ("pledge_met",)
DIGITS = {
    "regret": 2,
    "equipment": 1,
    "debt": 1,
    "growth": 2,
    "burden": 2,
    "pledge": 0,
}  # decimals as read, by the first word
FINANCED = {"mix": "a mix", "debt": "borrowing", "tax": "taxes", "cuts": "cuts elsewhere"}


@dataclass(frozen=True)
class Policies(Tabular):
    """What a search found. tried: every policy as `search` returns it; group: who decides, in words."""

    tried: pd.DataFrame
    group: str

    def as_table(self) -> Table:
        """The undominated ones, least regretted first."""
        return policy_table(self.tried, self.group)


def policy_table(policies: pd.DataFrame, group: str) -> Table:
    """Undominated policies, least regretted first. policies: as `search` returns them; group: who decides, in words."""
    shown = policies[policies["pareto"]] if policies["pareto"].any() else policies
    names = [name for name in HEADS if name in shown.columns]
    columns = (
        Column("policy"),
        Column("regret", "1 = the best policy's lead over the worst", "number", DIGITS["regret"]),
        *map(_column, names),
    )
    rows = tuple(
        (
            f"{policy_words(r)}, by {FINANCED[r['finance']]}",
            float(r["regret"]),
            *(_cell(name, float(r[name])) for name in names),
        )
        for _, r in shown.iterrows()
    )
    notes = (
        *_least(shown),
        f"{len(shown)} of {len(policies)} policies tried are undominated: no other is at least as good on every count "
        "and better on one.",
        f"Outcomes of {group}, at the end of {YEAR}; equipment, debt and growth as a median and in the worst tenth of "
        f"futures. Figures to {policies.attrs['as_of']}.",
    )
    about = {"name": "policy", **policies.attrs}
    title, known = "Undominated policies, least regretted first", f"Figures to {about['as_of']}"
    return Table(title, columns, rows, notes, (), about, ("regret",), known=known)


def _column(name: str) -> Column:
    unit = "in 100" if name in SHARES else OBJECTIVES[name].unit
    return Column(HEADS[name], unit, "number", DIGITS[name.partition("_")[0]])


def _cell(name: str, value: float) -> Cell:
    return 100 * value if name in SHARES else value


def policy_words(row: pd.Series) -> str:
    """A policy in words."""
    if row["rule"] == "level":
        return f"{row['points']:g} points above the share of 2024" if row["points"] else "hold the share of 2024"
    return {"own will": "spend as budgets have it", "keep pledge": "keep to the pledge's path"}[row["rule"]]


def _least(shown: pd.DataFrame) -> list[str]:
    """What is least regretted, and what that means."""
    best = shown[shown["least_regret"]]
    if best.empty:
        return []
    row = best.iloc[0]
    return [
        f"Least regretted: {policy_words(row)}, paid by {FINANCED[row['finance']]}. In all but the worst {TAIL:.0%} of "
        "futures it falls behind the "
        f"policy that would have been best there by at most {row['regret']:.2f} of the gap between the best and the "
        "worst policy, on the count on which it does worst."
    ]
