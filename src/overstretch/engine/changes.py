"""What an intervention can do to a block's controls: switch off, set, fix, from a date on; arguments are checked
here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from overstretch.errors import InputError

Arrays = dict[str, np.ndarray]


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


def switch_off(*switches: str) -> Callable[..., None]:
    def change(controls: Arrays, scene: Scene) -> None:
        for name in switches:
            controls["on"][name][:] = 0.0

    return change


def hold_burden(controls: Arrays, scene: Scene, year: int) -> None:
    if int(year) != scene.held_year:
        raise InputError(f"hold_burden({year}): only {scene.held_year} is held (hold_burden({scene.held_year}))")
    controls["hold"][scene.ally > 0] = 1.0


def fix_rival(which: str) -> Callable:
    def change(controls: Arrays, scene: Scene, year: int | None = None) -> None:
        if year is not None and int(year) != 2021:
            raise InputError(f"rus_burden({year}): only 2021 is held (rus_burden(2021))")
        controls["fixed_share"][scene.rival] = getattr(scene, which)[scene.rival]

    return change


def within(value: float | str, low: float, high: float, what: str) -> float:
    """The number, if it lies in the range; InputError with what is accepted otherwise (also for NaN)."""
    try:
        number = decimal_quarter(value)
    except ValueError as fault:
        raise InputError(f"{value!r} is no number; accepted: {what} from {low:g} to {high:g}") from fault
    if not low <= number <= high:
        raise InputError(f"{value} lies outside the range; accepted: {what} from {low:g} to {high:g}")
    return number


def spend(controls: Arrays, scene: Scene, actor: str, points: float) -> None:
    if actor not in scene.actors:
        raise InputError(f"spend({actor}, {points}): {actor!r} is no actor; accepted: {', '.join(scene.actors)}")
    controls["add_share"][scene.actors.index(actor)] += within(points, -50.0, 50.0, "points of GDP") / 100.0


def finance(controls: Arrays, scene: Scene, how: str) -> None:
    if how not in ("debt", "tax", "cuts"):
        raise InputError(f"finance({how}): accepted: debt, tax, cuts")
    controls["finance"][:] = 1.0 if how == "debt" else 0.0
    controls["cuts"][:] = 1.0 if how == "cuts" else 0.0


def review(controls: Arrays, scene: Scene, result: str) -> None:
    results = ("hold", "ease", "tighten", "rescope")
    if result not in results:
        raise InputError(f"review({result}): accepted: {', '.join(results)}")
    controls["review"][:] = float(results.index(result))


def decimal_quarter(text: str | float) -> float:
    """'2026Q2' → 2026.25 (its start); a plain year stays."""
    if match := re.fullmatch(r"(\d{4})-?Q([1-4])", str(text)):
        return int(match[1]) + (int(match[2]) - 1) / 4
    return float(text)


def set_to(field: str, value: float) -> Callable:
    def change(controls: Arrays, scene: Scene) -> None:
        controls[field][:] = value

    return change


def set_given(field: str, low: float, high: float, what: str) -> Callable:
    def change(controls: Arrays, scene: Scene, given: float | str) -> None:
        controls[field][:] = within(given, low, high, what)

    return change


def from_date(field: str) -> Callable:
    """A date inside the run: a year or a quarter; one that has passed at the start holds from the start."""

    def change(controls: Arrays, scene: Scene, given: float | str) -> None:
        first, last = scene.span
        date = within(given, np.floor(first), last, "a year or a quarter such as 2026Q2,")
        controls[field][:] = max(date, first)

    return change
