"""Interventions as declared, composable changes to a block's controls. Names and arguments are checked when parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from overstretch.engine.plan import Intervention
from overstretch.errors import InputError
from overstretch.systems.declare import Declared

Arrays = dict[str, np.ndarray]
LARGEST = 1e18  # in size, of any number given


@dataclass(frozen=True)
class Scene:
    """What an intervention may refer to: actor places, masks and shares at the start (fractions)."""

    actors: tuple[str, ...]
    laws: tuple[str, ...]
    held_year: int  # whose burdens hold_burden keeps
    ally: np.ndarray
    share: np.ndarray
    share_2021: np.ndarray
    rival: int
    span: tuple[float, float]  # decimal years at the start of the first and the last quarter


class Lever(NamedTuple):
    """An intervention as it can be declared."""

    change: Callable[..., None]  # of a block's controls, in place: controls, scene, arguments
    meaning: str  # what is listed for a user
    clause: str = (
        ""  # as a world, "the world in which ...", where not in the words of its meaning; {0}, {1} are the arguments
    )
    takes: int = 0  # number of arguments
    needs: str | None = None  # the law that must be part of the system
    sets: str | None = None  # the control, where others set it too: they cannot hold together

    @property
    def words(self) -> str:
        return self.clause or self.meaning


def _off(*switches: str) -> Callable[..., None]:
    def change(controls: Arrays, scene: Scene) -> None:
        for name in switches:
            controls["on"][name][:] = 0.0

    return change


def _hold_burden(controls: Arrays, scene: Scene, year: int) -> None:
    if int(year) != scene.held_year:
        raise InputError(f"hold_burden({year}): only {scene.held_year} is held (hold_burden({scene.held_year}))")
    controls["hold"][scene.ally > 0] = 1.0


def _fix_rival(which: str) -> Callable:
    def change(controls: Arrays, scene: Scene, year: int | None = None) -> None:
        if year is not None and int(year) != 2021:
            raise InputError(f"rus_burden({year}): only 2021 is held (rus_burden(2021))")
        controls["fixed_share"][scene.rival] = getattr(scene, which)[scene.rival]

    return change


def _within(value: float | str, low: float, high: float, what: str) -> float:
    """The number, if it lies in the range; InputError with what is accepted otherwise (also for NaN)."""
    try:
        number = decimal_quarter(value)
    except ValueError as fault:
        raise InputError(f"{value!r} is no number; accepted: {what} from {low:g} to {high:g}") from fault
    if not low <= number <= high:
        raise InputError(f"{value} lies outside the range; accepted: {what} from {low:g} to {high:g}")
    return number


def _spend(controls: Arrays, scene: Scene, actor: str, points: float) -> None:
    if actor not in scene.actors:
        raise InputError(f"spend({actor}, {points}): {actor!r} is no actor; accepted: {', '.join(scene.actors)}")
    controls["add_share"][scene.actors.index(actor)] += _within(points, -50.0, 50.0, "points of GDP") / 100.0


def _finance(controls: Arrays, scene: Scene, how: str) -> None:
    if how not in ("debt", "tax", "cuts"):
        raise InputError(f"finance({how}): accepted: debt, tax, cuts")
    controls["finance"][:] = 1.0 if how == "debt" else 0.0
    controls["cuts"][:] = 1.0 if how == "cuts" else 0.0


def _review(controls: Arrays, scene: Scene, result: str) -> None:
    results = ("hold", "ease", "tighten", "rescope")
    if result not in results:
        raise InputError(f"review({result}): accepted: {', '.join(results)}")
    controls["review"][:] = float(results.index(result))


def decimal_quarter(text: str | float) -> float:
    """'2026Q2' → 2026.25 (its start); a plain year stays."""
    if match := re.fullmatch(r"(\d{4})-?Q([1-4])", str(text)):
        return int(match[1]) + (int(match[2]) - 1) / 4
    return float(text)


def _set(field: str, value: float) -> Callable:
    def change(controls: Arrays, scene: Scene) -> None:
        controls[field][:] = value

    return change


def _given(field: str, low: float, high: float, what: str) -> Callable:
    def change(controls: Arrays, scene: Scene, given: float | str) -> None:
        controls[field][:] = _within(given, low, high, what)

    return change


def _date(field: str) -> Callable:
    """A date inside the run: a year or a quarter; one that has passed at the start holds from the start."""

    def change(controls: Arrays, scene: Scene, given: float | str) -> None:
        first, last = scene.span
        date = _within(given, np.floor(first), last, "a year or a quarter such as 2026Q2,")
        controls[field][:] = max(date, first)

    return change


INTERVENTIONS: dict[str, Lever] = {
    "keep_pledge": Lever(
        _set("full_will", 1.0),
        "every ally is at or above the path to 3.5%, and on the path of the related tier",
        "every ally keeps the pledge",
        needs="pledge",
    ),
    "hold_burden": Lever(
        _hold_burden,
        "allies' core burdens stay at their level of 2024 (argument 2024; in a system without a pledge, of the last year known)",
        "the allies' burdens stay at their level of {0}",
        takes=1,
    ),
    "sustain_rus_burden": Lever(
        _fix_rival("share"),
        "Russia's burden stays at its level of the cut-off",
        "Russia's military burden stays at its level of the cut-off",
        sets="fixed_share",
    ),
    "sustain_rival_burden": Lever(
        _fix_rival("share"),
        "the rival's burden stays at its level of the cut-off",
        "the rival's military burden stays at its level of the cut-off",
        sets="fixed_share",
    ),
    "rus_burden": Lever(
        _fix_rival("share_2021"),
        "Russia's burden is that of 2021 (argument 2021)",
        "Russia's military burden is that of {0}",
        takes=1,
        needs="war",
        sets="fixed_share",
    ),
    "no_reaction": Lever(_off("reaction"), "no side answers the other's effort"),
    "no_free_riding": Lever(
        _off("free_riding"),
        "nobody spends less because others spend more",
    ),
    "no_relabelling": Lever(_off("relabelling"), "relabelled spending does not count", needs="pledge"),
    "no_remarks": Lever(_off("remarks"), "remarks have no effect"),
    "no_review": Lever(_off("review"), "no review changes the target", needs="review", sets="review"),
    "no_us_pressure": Lever(
        _set("us_pressure", 0.0),
        "no pressure from the United States",
        "the United States does not press",
        needs="united_states",
        sets="us_pressure",
    ),
    "us_presses": Lever(
        _set("us_pressure", 2.0),
        "the United States presses twice as hard as at the cut-off",
        "the United States presses twice as hard",
        needs="united_states",
        sets="us_pressure",
    ),
    "us_withdraws": Lever(
        _date("us_withdraws"),
        "the United States is withdrawn from the given year",
        "the United States is withdrawn from {0} on",
        takes=1,
        needs="united_states",
    ),
    "review": Lever(
        _review, "the review ends in hold, ease, tighten or rescope", "the review ends in: {0}", takes=1, needs="review"
    ),
    "spend": Lever(_spend, "an actor votes so many points of GDP more", "{0} spends {1} points of GDP more", takes=2),
    "finance": Lever(
        _finance,
        "the rise is financed by debt, tax or cuts (of other spending)",
        "the rise is financed by {0}",
        takes=1,
        needs="finance",
    ),
    "oil": Lever(
        _given("oil_price", 1.0, 500.0, "dollars a barrel"),
        "Urals stays at the given dollars a barrel",
        "Urals stays at {0} dollars a barrel",
        takes=1,
        needs="war_economy",
    ),
    "ceasefire": Lever(
        _date("ceasefire"),
        "a ceasefire begins in the given quarter and holds for a year",
        "a ceasefire begins in {0} and holds for a year",
        takes=1,
        needs="war",
    ),
    "war_ends": Lever(
        _date("war_ends"), "the war is settled in the given quarter", "the war is settled in {0}", takes=1, needs="war"
    ),
    "cut_delivered": Lever(
        _set("deliver_cut", 1.0),
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
    """What an intervention sets: two that set the same cannot hold together. Of `spend` each actor is a thing of its own."""
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
