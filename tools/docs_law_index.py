"""The page of all laws: the causal diagram, the list of laws and the structural axes."""

from __future__ import annotations

from overstretch.assumptions import AXES, Prior
from overstretch.model.registry import WIRING
from overstretch.questions import labels
from tools import docs_constants, docs_diagram, docs_measure, docs_references
from tools.docs_law_pages import about, moved_table
from tools.docs_text import GENERATED, plain, table

AXIS_MEANINGS = {
    "reaction": "what a side answers",
    "alliance": "what moves cohesion",
    "leader": "what moves the ruler's hazards",
    "multiplier": "size of the output effect of defence spending",
    "growth_effect": "whether a burden above what the economy absorbs costs growth",
    "review": "what moves the review",
}
OPENING = (
    "There are {priors} priors, {judged} of them on judgement, wholly or in part, marked [J]. Each future draws one "
    "value of each, jointly, from a Latin hypercube per block. `overstretch laws NAME` shows a mechanism, a law or a "
    "prior whole: signatures, distributions, what a prior enters."
)
DIAGRAM = (
    "What moves what within the simulated quarters, from what the laws take and give; by number: what flows. "
    "Figures and forecasts known at the cut-off feed every box from outside. Nothing leads back from the "
    "alliance's and the ruler's hazards: an exit or a fall ends no other mechanism."
)
MEASURED = (
    "`--off NAME` takes a mechanism out. The pages of the laws name the outcome that this moves most: its mean with "
    "everything on → without the mechanism, {futures:,} futures on the same draws (cut-off {as_of}, seed {seed}), and "
    "the mean absolute change in spreads (sd). Two switches act in every law:"
)


def page(priors: dict[str, Prior]) -> str:
    rows = []
    for name in labels.tables()["modules"]:
        own = [prior for prior in priors.values() if prior.law == name]
        covers = plain(WIRING.about[name].split("\n\n")[0])
        rows.append((f"[{about(name)['title']}]({name}.md)", covers, str(len(WIRING.laws[name])), str(len(own))))
    cited = docs_references.listed([p.reference for p in priors.values()] + [law.text for law in WIRING.every])
    judged = sum("[J]" in prior.reference for prior in priors.values())
    axes = [(f"`{axis}`", AXIS_MEANINGS[axis], ", ".join(options)) for axis, options in AXES.items()]
    return (
        "\n\n".join(
            (
                "# Laws and priors",
                GENERATED,
                plain(OPENING.format(priors=len(priors), judged=judged)),
                table(("law", "what it covers", "functions", "priors"), rows),
                "## The whole",
                DIAGRAM,
                '<div class="diagram" markdown="0">\n--8<-- "laws/diagram.svg"\n</div>',
                _flows(),
                "One quarter composes the laws in this order: politics (war, stance, remarks), economy, public "
                "finance, Russia's war economy, forces, "
                "alliance and ruler, in the third quarter of the review's year the review, in every fourth quarter the "
                "budget votes.",
                "## Switches",
                MEASURED.format(**docs_measure.stored()),
                moved_table(name for name, switch in WIRING.switches.items() if not switch.of),
                "## Structural variants",
                "Where the field does not agree, every future carries one option of each axis, balanced within a "
                "block; a verdict's interval runs over them.",
                table(("axis", "question", "options"), axes),
                "## What is judged and no prior",
                docs_constants.section(),
                "## References",
                cited,
            )
        )
        + "\n"
    )


def _flows() -> str:
    """What flows along the numbered arrows, a line for each box from which they lead."""
    boxes = docs_diagram.boxes()
    lines: dict[str, list[str]] = {}
    for arrow in docs_diagram.arrows():
        said = f"{arrow.number} {boxes[arrow.end].title} ({plain(arrow.flow)})"
        lines.setdefault(boxes[arrow.start].title, []).append(said)
    return "\n".join(f"- **{start}** to {'; '.join(ends)}." for start, ends in lines.items())
