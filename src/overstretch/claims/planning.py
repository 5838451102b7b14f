"""Propositions to one plan: the contrast worlds that some proposition needs, and the last year to simulate."""

from __future__ import annotations

from collections.abc import Iterable

from overstretch.claims import registry, worlds
from overstretch.claims.template import Slots, Template
from overstretch.engine.plan import BASE, Plan, World
from overstretch.statements.record import Statement

LEAST_YEAR = 2035  # the table of allies needs the pledge's year


def worlds_of(template: Template, slots: Slots) -> tuple[World, World] | None:
    """Antecedent and counterfactual world of a proposition, with its condition `given`; None: the base world alone."""
    pair = template.worlds(slots)
    given = slots.get("given")
    if not given:
        return pair
    condition = worlds.given(str(given))
    if pair is None:
        return condition, World()
    return worlds.plus(condition, pair[0]), worlds.plus(condition, pair[1])


def make_plan(statements: Iterable[Statement], horizon: int | None = None) -> Plan:
    """One plan for all propositions: only the worlds that some of them contrasts, the latest year that one asks for."""
    contrasts: dict[str, World] = {}
    variables: set[str] = set()
    last = max(LEAST_YEAR, horizon or 0)
    for statement in statements:
        if statement.proposition is None:
            continue
        template, slots = registry.template(statement.proposition.template), statement.proposition.slots
        for world in worlds_of(template, slots) or ():
            if world.name != BASE:
                contrasts[world.name] = world
        variables |= set(template.variables)
        if template.outcome or template.pair:
            last = max(last, int(slots.get("year") or 0))
    return Plan(
        horizon=last, contrasts=tuple(contrasts[name] for name in sorted(contrasts)), outcomes=tuple(sorted(variables))
    )
