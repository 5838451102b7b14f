"""Special questions in words."""

from __future__ import annotations

from collections.abc import Callable

from overstretch.questions import catalogue
from overstretch.questions.data import Special


def special(special: Special) -> tuple[str, str, str]:
    about = catalogue.special(special.name)
    say = SPECIALS.get(special.name)
    return say(special) if say else (about.label, "", "")


def _response(s: Special) -> tuple[str, str, str]:
    who, to = ("Russia", "the allies") if s.slot("who") == "RUS" else ("the allies", "Russia")
    way = "lower" if s.slot("direction") == "down" else "higher"
    whose = "Russia's" if who == "Russia" else "the allies'"
    return (
        f"{whose} military spending in {s.slot('year')}",
        "is",
        f"{way} by at least 0.1% of GDP because it answers {to}",
    )


def _riding(s: Special) -> tuple[str, str, str]:
    who = "the other allies" if s.slot("who") == "ALLIES" else catalogue.person(s.slot("who"))
    return (
        who,
        "spend" if s.slot("who") == "ALLIES" else "spends",
        f"less in {s.slot('year')} because {catalogue.person(s.slot('spender'))} spends 1% of GDP more",
    )


def _strain(s: Special) -> tuple[str, str, str]:
    if s.slot("more") == "both":
        return (
            "the economic strain of the defence effort",
            "is",
            f"a standard deviation or more above its history on both sides, on average to the end of {s.slot('year')}",
        )
    return (
        "the economic strain of the defence effort",
        "is",
        f"higher for {catalogue.person(s.slot('more'))} than for the other side, on average to the end of "
        f"{s.slot('year')}",
    )


SPECIALS: dict[str, Callable[[Special], tuple[str, str, str]]] = {
    "response": _response,
    "free_riding": _riding,
    "strain_compared": _strain,
    "review": lambda s: ("a review of the pledge", "takes place", f"in {s.slot('year')}"),
    "precedent": lambda s: (
        "military spending",
        "contributed",
        "to the end of the Soviet Union, so that a like burden is a warning today",
    ),
}
