"""What a government decides: how high a burden, from when, and who pays. A choice becomes a world of interventions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from overstretch.engine.plan import Intervention, World
from overstretch.errors import InputError

Rule = Literal["own will", "keep pledge", "level"]
Finance = Literal["mix", "debt", "tax", "cuts"]
RULES: tuple[Rule, ...] = ("own will", "keep pledge", "level")
FINANCE: tuple[Finance, ...] = ("mix", "debt", "tax", "cuts")


@dataclass(frozen=True, order=True)
class Choice:
    """One policy of a group of allies.

    `rule`: spend as the law of budgets has it, keep to the pledge's path, or hold a level from the next budget on;
    `points`: for a level, points of GDP above the share of 2024; `finance`: the mix drawn for each future, or all by
    debt, by taxes, by cuts elsewhere. With a level the other allies hold their burdens of 2024, so that only the
    group's own choice differs between the worlds; financing applies to all allies, as the interventions do.
    """

    rule: Rule
    points: float
    finance: Finance

    def __post_init__(self) -> None:
        if self.rule not in RULES:
            raise InputError(f"unknown rule {self.rule!r}; accepted: {', '.join(RULES)}")
        if self.finance not in FINANCE:
            raise InputError(f"unknown finance {self.finance!r}; accepted: {', '.join(FINANCE)}")
        if not 0 <= self.points <= 10:
            raise InputError(f"points of GDP lie between 0 and 10, not {self.points}")
        if self.points and self.rule != "level":
            raise InputError(f"points go with the rule 'level', not with {self.rule!r}")

    def world(self, group: tuple[str, ...]) -> World:
        """The world in which the group makes this choice."""
        parts: list[Intervention] = []
        if self.rule == "keep pledge":
            parts.append(Intervention("keep_pledge"))
        if self.rule == "level":
            parts.append(Intervention("hold_burden", (2024,)))
            parts += [Intervention("spend", (ally, self.points)) for ally in group if self.points]
        if self.finance != "mix":
            parts.append(Intervention("finance", (self.finance,)))
        return World(tuple(parts))
