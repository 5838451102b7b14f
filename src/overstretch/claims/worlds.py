"""The interventions that propositions contrast, by the names that the engine knows, and the standing pairs."""

from __future__ import annotations

from overstretch.engine.plan import Intervention, World

INTERVENTIONS = (
    "keep_pledge", "hold_burden", "rus_burden", "sustain_rus_burden", "no_reaction", "no_free_riding", "no_relabelling",
    "no_remarks", "no_review", "review", "us_presses", "no_us_pressure", "us_withdraws", "spend", "finance", "oil",
    "ceasefire", "war_ends", "cut_delivered",
)  # fmt: skip
NATO_BURDEN_HELD, RUS_BURDEN_BEFORE = 2024, 2021


def world(name: str, *arguments: float | int | str) -> World:
    """A world with one declared change."""
    if name not in INTERVENTIONS:
        raise ValueError(f"no intervention {name!r}; there are: {', '.join(INTERVENTIONS)}")
    return World((Intervention(name, arguments),))


def plus(first: World, second: World) -> World:
    """A world with the changes of both."""
    return World(first.interventions + second.interventions)


def spending_contrast(side: str, direction: str) -> tuple[World, World]:
    """A side's spending risen against not risen. A fall turns the pair around; both sides by the same rule."""
    high, low = {
        "NATO": (world("keep_pledge"), world("hold_burden", NATO_BURDEN_HELD)),
        "RUS": (world("sustain_rus_burden"), world("rus_burden", RUS_BURDEN_BEFORE)),
    }[side]
    return (low, high) if direction == "down" else (high, low)


def given(text: str) -> World:
    """A condition slot such as 'oil(40)' or 'ceasefire(2026Q2)' as a world."""
    name, _, rest = text.partition("(")
    arguments = [piece.strip() for piece in rest.rstrip(")").split(",") if piece.strip()]
    return world(
        name,
        *(
            float(a) if a.replace(".", "", 1).isdigit() and name == "oil" else int(a) if a.isdigit() else a
            for a in arguments
        ),
    )
