"""One page per law: typeset equations, priors with their densities, what its switches move, what it leaves out, references."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import numpy as np

from overstretch.assumptions import Prior
from overstretch.model.registry import WIRING
from overstretch.questions import labels
from overstretch.report import law_text
from tools import docs_curves, docs_diagram, docs_measure, docs_references
from tools.docs_text import GENERATED, plain, table

CUTOFF = date(2025, 7, 3)
MOST_MOVED = 5
LEAST_SHOWN = 0.01


def about(name: str) -> dict[str, Any]:
    """What labels.toml declares of a law. Raises ValueError for one that it lacks."""
    modules = labels.tables()["modules"]
    if name not in modules:
        raise ValueError(f"claims/labels.toml: no [modules.{name}]")
    found: dict[str, Any] = modules[name]
    return found


def page(module: law_text.Module, priors: list[Prior]) -> str:
    """A law's page as Markdown."""
    parts = [
        f"# {about(module.name)['title']}",
        GENERATED,
        prose(module.paragraphs),
        _place(module.name),
        "## Equations",
    ]
    for law in module.laws:
        parts += [f"### {law.name}", f"`{law.signature}`", prose(law.paragraphs)]
    parts += ["## Parameters", *_parameters(priors)]
    parts += ["## What it changes", *_changes(module.name)]
    parts += ["## What it leaves out", plain(about(module.name)["ignores"])]
    cited = docs_references.listed([p.reference for p in priors] + [module.text, *(law.text for law in module.laws)])
    parts += ["## References", cited] if cited else []
    return "\n\n".join(part for part in parts if part) + "\n"


def prose(paragraphs: list[list[law_text.Piece]]) -> str:
    """Paragraphs of prose and equations as Markdown with MathML."""
    blocks = []
    for pieces in paragraphs:
        block = ""
        for piece in pieces:
            if piece.kind == "display":
                block += f'\n\n<div class="equation">{piece.text}</div>\n\n'
            else:
                block += _escaped(piece.text) if piece.kind == "text" else f'<span class="math">{piece.text}</span>'
        blocks += [part.strip() for part in block.split("\n\n") if part.strip()]
    return "\n\n".join(blocks)


def _escaped(text: str) -> str:
    """Markdown's signs escaped, spaces at the ends kept."""
    lead, body, tail = re.fullmatch(r"(\s*)(.*?)(\s*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{lead and ' '}{plain(body)}{tail and ' '}"


def _place(name: str) -> str:
    """What flows into the law's box of the diagram and out of it."""

    def side(arrows: list[docs_diagram.Arrow], end: str) -> str:
        rows = [f"{plain(a.flow)} ({docs_diagram.boxes()[getattr(a, end)].title})" for a in arrows]
        return "; ".join(rows) or "nothing"

    takes = side([a for a in docs_diagram.arrows() if a.end == name], "start")
    gives = side([a for a in docs_diagram.arrows() if a.start == name], "end")
    return f"In the [diagram of the whole](index.md#the-whole) it takes: {takes}. It gives: {gives}."


def _known(prior: Prior) -> str:
    """From which day the reference was known, and what held before it."""
    if prior.known_from is None:
        return ""
    if not prior.earlier:
        return f" (from {prior.known_from}; before it centred on zero)"
    before = "; ".join(
        f"{'from ' + str(form.known_from) if form.known_from else 'at first'} ({', '.join(f'{v:g}' for v in form.values)}): "
        f"{docs_references.linked(form.reference)}"
        for form in reversed(prior.earlier)
    )
    return f" (from {prior.known_from})<br>before it, {before}"


def _parameters(priors: list[Prior]) -> list[str]:
    if not priors:
        return ["It has none of its own; it composes those of the other laws."]
    judged = sum(prior.judgement for prior in priors)
    note = (
        f"{len(priors)} priors, {judged} of them on judgement ([J]), as drawn at a cut-off of {CUTOFF}; draws are clipped to the range. "
        "Each density runs from the 0.5% to the 99.5% point, the figures at its ends; the middle 90% are darker, the line is the median, "
        "a dashed line zero."
    )
    rows = []
    for prior in priors:
        low, middle, high = (_figure(prior, p) for p in (0.05, 0.5, 0.95))
        known = _known(prior)
        if (link := prior.linked) is not None:
            known += (
                f"<br>correlation {link.correlation:g} with `{link.prior}`: {docs_references.linked(link.reference)}"
            )
        values = ", ".join(f"{v:g}" for v in prior.values)
        enters = ", ".join(plain(name) for name in WIRING.enters(prior.name))
        rows.append((
            f'<span id="{prior.name}">`{prior.name}`</span><br>{plain(prior.unit)}',
            f"{middle} ({low} to {high})<br>{prior.distribution} ({values})<br>range {prior.valid[0]:g} to {prior.valid[1]:g}",
            enters, docs_references.linked(prior.reference) + known,
        ))  # fmt: skip
    head = ("prior, unit", "median (5-95%), distribution", "enters", "reference")
    return [plain(note), docs_curves.densities(priors, CUTOFF), table(head, rows)]


def _figure(prior: Prior, probability: float) -> str:
    return f"{float(prior.quantile(np.array([probability]), CUTOFF)[0]):.3g}"


def _changes(name: str) -> list[str]:
    """What each of the law's switches takes out, and what that moves, as measured."""
    switches = WIRING.switches_of(name)
    if not switches:
        return ["It has no switch of its own."]
    measured = docs_measure.stored()
    note = (
        f"Mean over {measured['futures']:,} futures with everything on, and without the one mechanism on the same draws (cut-off {measured['as_of']}, "
        f"seed {measured['seed']}); the {MOST_MOVED} outcomes that move most, measured by the mean absolute change of a future over the outcome's spread. "
        "`python -m tools.docs_measure` measures them again."
    )
    rows = [(f"`--off {s}`", plain(WIRING.switches[s].without), _moved(measured, s)) for s in switches]
    return [note, table(("switch", "without it", "what moves"), rows)]


def _moved(measured: dict[str, Any], switch: str) -> str:
    changes = measured["off"][switch]
    words = {outcome.code: outcome for outcome in docs_measure.OUTCOMES}
    large = [code for code in changes if changes[code]["change"] >= LEAST_SHOWN]
    most = sorted(large, key=lambda code: -changes[code]["change"])[:MOST_MOVED]
    rows = [
        f"{plain(words[code].words)}: {measured['on'][code]:g} → {changes[code]['mean']:g} {plain(words[code].unit)} ({changes[code]['change']:.2g} sd)"
        for code in most
    ]
    return "<br>".join(rows) or f"none of the outcomes by as much as {LEAST_SHOWN:g} sd"
