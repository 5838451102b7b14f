"""What the program declares, to be looked up: laws and priors, their scores, variables of the futures, sources of the
figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from overstretch.cli.options import Json, Known
from overstretch.cli.tables import print_table, write_json
from overstretch.errors import InputError
from overstretch.terminal import say

if TYPE_CHECKING:
    from overstretch.assumptions import Prior
    from overstretch.model.wiring import Law

HEADS = ("prior", "5% / median / 95%", "unit", "distribution", "enters", "reference")


def laws_command(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="A mechanism (economy), a law (taylor) or a prior (multiplier_low).")
    ] = "",
    as_of: Known = None,
    json: Json = None,
) -> None:
    """Show the laws: equations (LaTeX), what they take and give, their priors with distribution, range and reference.

    Examples:

        overstretch laws

        overstretch laws taylor

        overstretch laws multiplier_low --as-of 2025-07-03
    """
    from overstretch.assumptions import load_priors
    from overstretch.jobs import checked_day
    from overstretch.model.registry import WIRING

    day = checked_day(as_of or "now") or date.today()
    priors = load_priors()
    found: list[Law[Any]] = [law for law in WIRING.every if name in ("", law.module, law.name)]
    own = [prior for prior in priors.values() if name in ("", prior.law, prior.name)]
    own += [priors[taken] for law in found if law.name == name for taken in law.priors]
    if not found and not own:
        raise InputError(f"no mechanism, law or prior is named '{name}'; 'overstretch laws' lists the mechanisms")
    shown = {prior.name: prior_row(prior, day) for prior in own}
    if json is not None:
        keys = ("module", "name", "equation", "signature", "gives", "text")
        laws = [{key: getattr(law, key) for key in keys} for law in found]
        return write_json(laws, json, priors=list(shown.values()))
    if not name:
        return _list(len(priors))
    _show(found, name)
    if shown:
        print_table(HEADS, [tuple(row[head] for head in HEADS) for row in shown.values()], f"priors as drawn at {day}")


def _list(priors: int) -> None:
    from overstretch.model.registry import WIRING

    opening = {name: " ".join(about.split("\n\n")[0].split()) for name, about in WIRING.about.items()}
    rows = [(name, words, str(len(WIRING.laws[name]))) for name, words in opening.items()]
    print_table(("mechanism", "what it covers", "laws"), rows, f"{priors} priors; overstretch laws NAME")


def _show(found: list[Law[Any]], name: str) -> None:
    """Laws one by one; of a mechanism also its switches and what it leaves out."""
    from overstretch.model.registry import WIRING
    from overstretch.questions import labels

    for law in found:
        say(f"\n{law.module}.{law.signature}")
        for line in (law.equation, *law.text.splitlines()):
            say(f"    {line}".rstrip())
    if name in WIRING.laws:
        for code in WIRING.switches_of(name):
            say(f"\n--off {code}: {WIRING.switches[code].without}")
        say(f"\nLeft out: {labels.tables()['modules'][name]['ignores']}\n")


def prior_row(prior: Prior, day: date) -> dict[str, Any]:
    """One prior in words: quantiles as drawn on the day, distribution with values and range, where it enters, on whose
    word."""
    import numpy as np

    from overstretch.model.registry import WIRING

    form = prior.at(day)
    shape = (
        f"{form.distribution} ({', '.join(f'{v:g}' for v in form.values)}), range {prior.valid[0]:g} to "
        f"{prior.valid[1]:g}"
    )
    if prior.linked is not None:
        shape += f"; correlation {prior.linked.correlation:g} with {prior.linked.prior}: {prior.linked.reference}"
    if prior.known_from is not None:
        before = [f"({', '.join(f'{v:g}' for v in f.values)}): {f.reference}" for f in prior.earlier]
        shape += f"; from {prior.known_from}, before it {'; '.join(before) or 'centred on zero'}"
    quantiles = " / ".join(f"{v:.3g}" for v in prior.quantile(np.array([0.05, 0.5, 0.95]), day))
    return {
        "prior": prior.name,
        "5% / median / 95%": quantiles,
        "unit": prior.unit,
        "distribution": shape,
        "enters": ", ".join(WIRING.enters(prior.name)),
        "reference": form.reference,
    }


def scores_command(
    every: Annotated[bool, typer.Option("--all", help="Every comparison, with its interval and source.")] = False,
    estimates: Annotated[bool, typer.Option("--estimates", help="Instead: the estimates that priors rest on.")] = False,
    json: Json = None,
) -> None:
    """Show how the laws scored out of sample against naive forecasts, good or bad."""
    if estimates:
        from overstretch.evidence.published import published_estimates as table
    elif every:
        from overstretch.evidence.published import published_scores as table
    else:
        return _deciding(json)
    if json is not None:
        return write_json(table(), json)
    found = table()
    rows = [
        [f"{cell:.3g}" if isinstance(cell, float) else str(cell) for cell in row]
        for row in found.itertuples(index=False)
    ]
    print_table(tuple(found.columns), rows, f"{len(found)} rows")


def _deciding(json: str | None) -> None:
    from dataclasses import asdict

    from overstretch.claims.grounds.grades import deciding, result, scores
    from overstretch.cli.show import show_scores

    if json is None:
        return show_scores()
    write_json([asdict(one) | {"result": result(one)} for one in deciding(scores())], json)


def interventions_command(json: Json = None) -> None:
    """List the interventions that --do accepts, and the mechanisms that --off accepts."""
    from overstretch.cli.show import show_interventions

    if json is None:
        return show_interventions()
    from overstretch.engine.interventions import INTERVENTIONS
    from overstretch.model.registry import SWITCHES

    rows = [{"name": name, "arguments": one.takes, "meaning": one.meaning} for name, one in INTERVENTIONS.items()]
    write_json(rows, json, off=list(SWITCHES))


def variables_command(
    text: Annotated[
        str, typer.Argument(metavar="[WORD]", help="Only variables whose name or meaning holds this text.")
    ] = "",
    json: Json = None,
) -> None:
    """List the variables that futures hold (run, futures.nc, Python), with axes, unit and meaning.

    Example: overstretch variables hazard
    """
    from overstretch.engine import schema

    groups = (schema.ACTOR_YEAR, schema.YEAR, schema.QUARTER, schema.EVENT, schema.DRAWN)
    every = {name: held for group in groups for name, held in group.items()}
    found = {name: v for name, v in every.items() if text.lower() in f"{name} {v.meaning}".lower()}
    if not found:
        raise InputError(f"no variable with '{text}'; 'overstretch variables' lists all of them")
    heads = ("variable", "axes", "unit", "meaning")
    rows = [(name, ", ".join(v.axes), v.unit, v.meaning) for name, v in found.items()]
    if json is not None:
        return write_json([dict(zip(heads, row, strict=True)) for row in rows], json)
    print_table(heads, rows, f"{len(rows)} variables")


def sources_command(
    text: Annotated[
        str, typer.Argument(metavar="[WORD]", help="Only origins whose publisher, title or terms hold this text.")
    ] = "",
    json: Json = None,
) -> None:
    """List where the figures are from: publishers, or with a word each origin with its day, address and terms.

    Example: overstretch facts sources SIPRI
    """
    from overstretch.facts import load, views

    facts = load()
    table = views.origins(facts) if text else views.publishers(facts)
    found = table[table.astype(str).agg(" ".join, axis=1).str.contains(text, case=False, regex=False)]
    if found.empty:
        raise InputError(f"no origin with '{text}'; 'overstretch facts sources' lists the publishers")
    if json is not None:
        return write_json(found, json)
    title = f"{len(found)} {'origins' if text else 'publishers'} of {len(facts.rows):,} rows"
    print_table(tuple(found.columns), [tuple(map(str, row)) for row in found.itertuples(index=False)], title)
