"""Constants that can move a verdict and are no priors: rules of procedure, definitions and stand-ins, with the values
of the code."""

from __future__ import annotations

from overstretch.model import forces
from overstretch.questions.futures import special
from overstretch.questions.tables import base, readings
from overstretch.systems import build, load_system, macro, paths, war_economy_paths
from tools.docs_text import plain, table

OPENING = (
    "Rules of procedure, definitions of questions, and what stands in where a figure is not known. Each can move a "
    "verdict, none is drawn."
)
SYSTEM = "declared in the [system file](../system.md)"


def section() -> str:
    """The table below its heading, Markdown."""
    own = load_system("nato-russia")
    before, during = paths.ATTACKED_SHARES.values()
    rows = [
        (
            f"{war_economy_paths.OLDEST_SURVEY} days",
            "age at which a survey of analysts is refused; the key rate then reverts by its priors",
            "a rule: an older survey was overtaken",
        ),
        (
            f"{war_economy_paths.NEWEST_MONTHS} months",
            "age at which a monthly figure (Urals, prices) is refused",
            "a rule, likewise",
        ),
        (
            f"{base.WEIGHT:g}, below {100 * base.TAIL:g} in 100",
            "weight of the count of past cases in a chance that small (mirrored above)",
            "a rule: the answer is linear in it",
        ),
        (
            f"{readings.OUTDATED} months",
            "age from which a published outcome stands behind a newer plan on the card",
            "a rule",
        ),
        (
            f"{paths.REFERENCE_YEARS} and {paths.SCALE_YEARS} years",
            "past burdens whose mean strain is measured against; past changes whose spread scales shocks",
            "a rule",
        ),
        (
            f"{macro.SPREADS[0]:g} to {macro.SPREADS[1]:g}%",
            "bounds of an economy's yearly spread of growth",
            "a bound against short histories",
        ),
        (
            f"{forces.EQUIPMENT[0]:g} to {forces.EQUIPMENT[1]:g}",
            "bounds of the part of spending that buys equipment",
            "a bound",
        ),
        (
            f"{special.STRAINED:g} standard deviation",
            'above its own history: what "strained" means',
            "the definition of a question",
        ),
        (
            f"{special.RESPONSE:g}% of GDP",
            "what counts as a response to the other side",
            "the definition of a question",
        ),
        (
            f"{special.RIDE:g}% for {special.EXTRA:g}% of GDP",
            "what counts as free riding on an ally's rise",
            "the definition of a question",
        ),
        (
            f"{own.baseline_defence['plans_included']:g}",
            "part of announced rearmament that the forecast of the day already holds",
            SYSTEM,
        ),
        (
            f"{own.military_ppp['weight']:g}",
            "part of the gap between market and purchasing-power GDP that military spending has",
            SYSTEM,
        ),
        (f"{own.equipment_share['default']:g}%", "equipment in spending of who published none", SYSTEM),
        (
            f"{build.PURCHASING_EXPONENT:g}",
            "purchasing power by GDP per head where the figure was not known",
            "stands in, named in the run's notes",
        ),
        (
            f"{before:g} and {during:g}% of GDP",
            "the attacked state's burden before and during the war where none was known",
            "stands in, named in the run's notes",
        ),
    ]
    cells = [(plain(value), plain(what), why if why is SYSTEM else plain(why)) for value, what, why in rows]
    return plain(OPENING) + "\n\n" + table(("value", "what it settles", "why it is no prior"), cells)
