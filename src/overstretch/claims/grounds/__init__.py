"""What an answer rests on: the laws of its series, events and causes, and their grade."""

from __future__ import annotations

from collections.abc import Iterable

from overstretch.claims.grounds.grades import grade_of, scores
from overstretch.claims.record import Evidence
from overstretch.engine.plan import World
from overstretch.facts.ages import Input
from overstretch.model.registry import LAWS
from overstretch.questions import catalogue, labels
from overstretch.questions.data import Effect, Happens, Quantity, Question, Special, parts
from overstretch.questions.futures.answer import worlds_of
from overstretch.systems.inputs import of_laws

# What a lever moves is judged by the law that carries it; the others act through the law of the outcome itself.
LEVERS = {
    "no_us_pressure": "us_pressure",
    "us_presses": "us_pressure",
    "us_withdraws": "us_stance",
    "no_remarks": "remarks",
    "no_reaction": "reaction",
    "spend": "free_riding",
    "no_free_riding": "free_riding",
    "no_relabelling": "relabelling",
    "review": "review",
    "no_review": "review",
    "oil": "oil_price",
    "ceasefire": "war",
    "war_ends": "war",
    "finance": "public_finance",
}
# How military spending bears on an event or a series.
SPENDING = ("keep_pledge", "hold_burden", "sustain_rus_burden", "rus_burden", "cut_delivered")
CAUSED = {
    "alliance_dissolution": "strain_on_alliance",
    "ally_exit": "strain_on_alliance",
    "article5_doubt": "article5_doubt",
    "alliance_strain": "strain_on_alliance",
    "us_drawdown": "us_stance",
    "leader_exit": "strain_on_leader",
    "regime_end": "strain_on_leader",
    "state_collapse": "strain_on_leader",
    "recession": "defence_growth",
    "growth": "defence_growth",
    "debt_ratio": "public_finance",
    "balance": "public_finance",
}


def laws_of(question: Question) -> tuple[str, ...]:
    """The laws, by their names in the table of scores, that an answer in the futures rests on."""
    found: list[str] = []
    for part in parts(question):
        if isinstance(part, Quantity) and part.series in catalogue.all_series():
            found.append(_own(catalogue.series(part.series).law, part.who[0] if part.who else None))
        elif isinstance(part, Happens) and part.event in catalogue.all_events():
            about = catalogue.event(part.event)
            found += about.laws or (_own(about.law, part.who),)
        elif isinstance(part, Special):
            kind = catalogue.special(part.name)
            found += kind.laws or tuple(kind.law.values())
    for world in worlds_of(question):
        found += _levers(question, world) if world is not None else []
    return tuple(dict.fromkeys(law for law in found if law != "facts"))


def system_laws(question: Question) -> tuple[str, ...]:
    """The laws of the simulated system (model.registry.LAWS) that an answer in the futures rests on."""
    found: list[str] = []
    for name in laws_of(question):
        about = labels.law(name)
        found += [law for law, names in LAWS.items() if law in about.modules or set(names) & set(about.switches)]
    return tuple(dict.fromkeys(found))


def named(question: Question) -> set[str]:
    """The actors that a question names, in any of its parts."""
    found: set[str] = set()
    for part in parts(question):
        if isinstance(part, Quantity):
            found |= set(part.who)
        elif isinstance(part, Happens) and part.who:
            found.add(part.who)
    return found


def inputs_of(question: Question, inputs: Iterable[Input]) -> list[Input]:
    """Of a run's inputs (systems.inputs) those that the laws behind an answer use; none where no law is named."""
    return of_laws(inputs, system_laws(question))


def _own(law: dict[str, str], who: str | None) -> str:
    return law.get(who or "", law.get("any", "untested"))


def _levers(question: Question, world: World) -> list[str]:
    names = [i.name for i in world.interventions]
    found = [LEVERS[name] for name in names if name in LEVERS]
    if any(name in SPENDING for name in names) and any(isinstance(p, Effect) for p in parts(question)):
        subjects = [p.event for p in parts(question) if isinstance(p, Happens)] + [
            p.series for p in parts(question) if isinstance(p, Quantity)
        ]
        found += [CAUSED[s] for s in subjects if s in CAUSED]
    return found


def evidence_of(question: Question) -> Evidence:
    """The worst grade of the laws that the answer rests on, the claimed cause's own law among them."""
    laws = laws_of(question)
    held = {s.law for s in scores()}
    found = grade_of(laws)
    return found.model_copy(update={"scored": bool(laws) and all(law in held for law in laws)})
