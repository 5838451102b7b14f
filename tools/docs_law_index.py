"""The page of all laws: the causal diagram, the list of laws and the structural axes."""

from __future__ import annotations

from overstretch.assumptions import AXES, Prior
from overstretch.questions import labels
from overstretch.report import law_text
from tools import docs_diagram, docs_measure
from tools.docs_law_pages import about, prose
from tools.docs_text import GENERATED, plain, table

AXIS_MEANINGS = {
    "reaction": "what a side answers: nothing, the rival's perceived share of GDP, or the balance of equipment",
    "alliance": "what moves cohesion: unequal burdens, the perceived threat, or nothing but base rates",
    "leader": "what moves the ruler's hazards: nothing, growth, or effort and coercion",
    "multiplier": "size of the output effect of defence spending",
    "growth_effect": "whether a burden above what the economy absorbs costs growth",
    "review": "what moves the review: nothing, the allies' shortfall, or the threat",
}
MOST_MOVED = 2
OPENING = (
    "A law is a small pure function on arrays with its equation, units, reference and range in its docstring; a parameter is a prior with a "
    "unit and a reference. There are {priors} priors, {judged} of them on judgement, marked [J]; each future draws one value of each, "
    "jointly, from a Latin hypercube per block."
)
DIAGRAM = (
    "What moves what within the simulated quarters. Each arrow is a flow between laws, by number in the table; which there are follows from what the laws take and give. "
    "Forecasts and figures known at the cut-off feed every box from outside. Nothing leads back from the "
    "alliance's and the ruler's hazards: an exit or a fall ends no other mechanism."
)
MEASURED = (
    "The last column names the outcomes in the arrow's target box that move most when the arrow's switches are off one by one, in spreads of the outcome, as measured "
    "({futures} futures, cut-off {as_of}); a test holds that whatever a switch moves lies downstream of it in this diagram."
)


def page(priors: dict[str, Prior]) -> str:
    rows = []
    for name in labels.tables()["modules"]:
        module = law_text.modules()[name]
        own = [prior for prior in priors.values() if prior.law == name]
        rows.append(
            (
                f"[{about(name)['title']}]({name}.md)",
                prose(module.paragraphs[:1]).replace("\n", " "),
                str(len(module.laws)),
                str(len(own)),
            )
        )
    judged = sum(prior.judgement for prior in priors.values())
    axes = [(f"`{axis}`", AXIS_MEANINGS[axis], ", ".join(options)) for axis, options in AXES.items()]
    measured = docs_measure.stored()
    return "\n\n".join((
        "# Laws and priors", GENERATED,
        plain(OPENING.format(priors=len(priors), judged=judged)),
        table(("law", "what it covers", "functions", "priors"), rows),
        "## The whole", DIAGRAM,
        f'<div class="diagram" markdown="0">{docs_diagram.svg()}</div>',
        MEASURED.format(futures=f"{measured['futures']:,}", as_of=measured["as_of"]),
        table(("", "arrow", "what flows", "switches of the laws that take it", "moves in the target"), [_arrow(a, measured) for a in docs_diagram.arrows()]),
        _within(),
        "One quarter composes the laws in this order: politics (war, stance, remarks), economy, public finance, Russia's war economy, forces, "
        "alliance and ruler, in the third quarter of the review's year the review, in every fourth quarter the budget votes.",
        "## Structural variants",
        "Where the field does not agree on a mechanism, every future carries one option of each axis, balanced within a block; a verdict's "
        "interval runs over them, and the report shows the answer by variant.",
        table(("axis", "question", "options"), axes),
    )) + "\n"  # fmt: skip


def _arrow(arrow: docs_diagram.Arrow, measured: dict) -> tuple[str, ...]:
    boxes = docs_diagram.boxes()
    cut = ", ".join(f"`{s}`" for s in arrow.switches) or "none of its own"
    way = f"{boxes[arrow.start].title} → {boxes[arrow.end].title}"
    return str(arrow.number), way, plain(arrow.flow), cut, _moved(arrow, measured)


def _moved(arrow: docs_diagram.Arrow, measured: dict) -> str:
    """The outcomes of the target box that the arrow's switches move most."""
    if not arrow.switches:
        return "–"
    if not any(o.box == arrow.end for o in docs_measure.OUTCOMES):
        return "no outcome of its own"
    change = {
        o.words: max(measured["off"][s].get(o.code, {"change": 0.0})["change"] for s in arrow.switches)
        for o in docs_measure.OUTCOMES
        if o.box == arrow.end
    }
    most = sorted((w for w in change if change[w] > 0), key=lambda words: -change[words])[:MOST_MOVED]
    return plain("; ".join(f"{words} ({change[words]:.1g} sd)" for words in most)) or "nothing that is measured"


def _within() -> str:
    rows = [f"{b.title}: {', '.join(f'`{s}`' for s in b.own)}" for b in docs_diagram.boxes().values() if b.own]
    return "Switches that act within one box: " + "; ".join(rows) + "."
