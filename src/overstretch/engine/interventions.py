"""Interventions as declared, composable changes to a block's controls. Names and arguments are checked when parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from overstretch.engine.changes import (
    Arrays,
    Scene,
    finance,
    fix_rival,
    from_date,
    hold_burden,
    review,
    set_given,
    set_to,
    spend,
    switch_off,
)
from overstretch.engine.plan import Intervention
from overstretch.errors import InputError
from overstretch.systems.declare import Declared

LARGEST = 1e18  # in size, of any number given


class Lever(NamedTuple):
    """An intervention as it can be declared."""

    change: Callable[..., None]  # of a block's controls, in place: controls, scene, arguments
    meaning: str  # what is listed for a user
    # as a world, "the world in which ...", where not in the words of its meaning; {0}, {1} are the arguments
    clause: str = ""
    takes: int = 0  # number of arguments
    needs: str | None = None  # the law that must be part of the system
    sets: str | None = None  # the control, where others set it too: they cannot hold together

    @property
    def words(self) -> str:
        return self.clause or self.meaning


INTERVENTIONS: dict[str, Lever] = {
    "keep_pledge": Lever(
        set_to("full_will", 1.0),
        "every ally is at or above the path to 3.5%, and on the path of the related tier",
        "every ally keeps the pledge",
        needs="pledge",
    ),
    "hold_burden": Lever(
        hold_burden,
        "allies' core burdens stay at their level of 2024 (argument 2024; in a system without a pledge, of the last "
        "year known)",
        "the allies' burdens stay at their level of {0}",
        takes=1,
    ),
    "sustain_rus_burden": Lever(
        fix_rival("share"),
        "Russia's burden stays at its level of the cut-off",
        "Russia's military burden stays at its level of the cut-off",
        sets="fixed_share",
    ),
    "sustain_rival_burden": Lever(
        fix_rival("share"),
        "the rival's burden stays at its level of the cut-off",
        "the rival's military burden stays at its level of the cut-off",
        sets="fixed_share",
    ),
    "rus_burden": Lever(
        fix_rival("share_2021"),
        "Russia's burden is that of 2021 (argument 2021)",
        "Russia's military burden is that of {0}",
        takes=1,
        needs="war",
        sets="fixed_share",
    ),
    "no_reaction": Lever(switch_off("reaction"), "no side answers the other's effort"),
    "no_free_riding": Lever(
        switch_off("free_riding"),
        "nobody spends less because others spend more",
    ),
    "no_relabelling": Lever(switch_off("relabelling"), "relabelled spending does not count", needs="pledge"),
    "no_remarks": Lever(switch_off("remarks"), "remarks have no effect"),
    "no_review": Lever(switch_off("review"), "no review changes the target", needs="review", sets="review"),
    "no_us_pressure": Lever(
        set_to("us_pressure", 0.0),
        "no pressure from the United States",
        "the United States does not press",
        needs="united_states",
        sets="us_pressure",
    ),
    "us_presses": Lever(
        set_to("us_pressure", 2.0),
        "the United States presses twice as hard as at the cut-off",
        "the United States presses twice as hard",
        needs="united_states",
        sets="us_pressure",
    ),
    "us_withdraws": Lever(
        from_date("us_withdraws"),
        "the United States is withdrawn from the given year",
        "the United States is withdrawn from {0} on",
        takes=1,
        needs="united_states",
    ),
    "review": Lever(
        review, "the review ends in hold, ease, tighten or rescope", "the review ends in: {0}", takes=1, needs="review"
    ),
    "spend": Lever(spend, "an actor votes so many points of GDP more", "{0} spends {1} points of GDP more", takes=2),
    "finance": Lever(
        finance,
        "the rise is financed by debt, tax or cuts (of other spending)",
        "the rise is financed by {0}",
        takes=1,
        needs="finance",
    ),
    "oil": Lever(
        set_given("oil_price", 1.0, 500.0, "dollars a barrel"),
        "Urals stays at the given dollars a barrel",
        "Urals stays at {0} dollars a barrel",
        takes=1,
        needs="war_economy",
    ),
    "ceasefire": Lever(
        from_date("ceasefire"),
        "a ceasefire begins in the given quarter and holds for a year",
        "a ceasefire begins in {0} and holds for a year",
        takes=1,
        needs="war",
    ),
    "war_ends": Lever(
        from_date("war_ends"),
        "the war is settled in the given quarter",
        "the war is settled in {0}",
        takes=1,
        needs="war",
    ),
    "cut_delivered": Lever(
        set_to("deliver_cut", 1.0),
        "Russia delivers its announced plan and spends no larger share after it",
        "Russia delivers its announced plan",
        needs="war_economy",
    ),
}


def expand(text: str, declared: Mapping[str, Declared]) -> tuple[Intervention, ...]:
    """The interventions of `text`: one, or several joined with "+", among them those that a system file declares."""
    found: list[Intervention] = []
    for part in text.split("+"):
        name = part.strip().removesuffix("()")
        if name in declared:
            found += [parse(each) for each in declared[name].do]
        else:
            found.append(parse(part, tuple(declared)))
    seen: dict[tuple[object, ...], Intervention] = {}
    for one in found:
        if (other := seen.setdefault(sets(one), one)) is not one:
            raise InputError(f"{text.strip()!r}: {other} and {one} set the same; accepted: one of them in a world")
    return tuple(found)


def sets(intervention: Intervention) -> tuple[object, ...]:
    """What an intervention sets: two that set the same cannot hold together. Of `spend` each actor is a thing of its
    own."""
    held = INTERVENTIONS.get(intervention.name)
    name = (held and held.sets) or intervention.name
    return (name, intervention.arguments[:1] if intervention.name == "spend" else ())


def parse(text: str, declared: tuple[str, ...] = ()) -> Intervention:
    """`name(argument, ...)` → Intervention; quotes are optional. Raises InputError naming what is accepted."""
    match = re.fullmatch(r"\s*([a-z_]+)\s*(?:\(([^()]*)\))?\s*", text)
    if not match or match[1] not in INTERVENTIONS:
        raise InputError(f"unknown intervention {text.strip()!r}; accepted: {', '.join((*declared, *INTERVENTIONS))}")
    parts = [part.strip().strip("'\"") for part in (match[2] or "").split(",") if part.strip()]
    lever = INTERVENTIONS[match[1]]
    if len(parts) != lever.takes:
        raise InputError(f"{match[1]} takes {lever.takes} argument(s), not {len(parts)}: {lever.meaning}")
    return Intervention(match[1], tuple(_number(part) for part in parts))


def _number(text: str) -> float | int | str:
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        if not abs(number) <= LARGEST:
            raise InputError(f"{text[:40]} is out of range; accepted: up to {LARGEST:g} in size")
        return number
    return text


def apply(intervention: Intervention, controls: Arrays, scene: Scene) -> None:
    """Change the controls in place. Raises InputError for an unknown name or argument."""
    if intervention.name not in INTERVENTIONS:
        raise InputError(f"unknown intervention {intervention.name!r}; accepted: {', '.join(INTERVENTIONS)}")
    lever = INTERVENTIONS[intervention.name]
    if lever.needs is not None and lever.needs not in scene.laws:
        raise InputError(
            f"{intervention}: the law {lever.needs} is not part of this system, which has {', '.join(scene.laws)}"
        )
    if len(intervention.arguments) != lever.takes:
        raise InputError(
            f"{intervention}: takes {lever.takes} argument(s), not {len(intervention.arguments)}: {lever.meaning}"
        )
    try:
        lever.change(controls, scene, *intervention.arguments)
    except (TypeError, ValueError, OverflowError) as fault:
        if str(fault).startswith(intervention.name):
            raise
        raise InputError(f"{intervention}: {fault}") from fault
