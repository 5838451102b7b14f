"""How long thirty questions take on 10,240 futures: outcome arrays and probabilities, and with intervals, drivers and
conditions.

`python benchmarks/questions_time.py` prints both beside their limits (1 and 3 seconds), and the slowest questions.
"""

from __future__ import annotations

import sys
import time
from datetime import date

from overstretch import facts
from overstretch.claims.bench import Bench
from overstretch.claims.drivers.boxes import conditions
from overstretch.claims.drivers.design import Design
from overstretch.claims.drivers.surface import probability_interval
from overstretch.claims.judging import judged
from overstretch.engine.plan import World
from overstretch.engine.run import run
from overstretch.questions.check import understood
from overstretch.questions.futures.answer import Worlds, answered, plan_of
from overstretch.questions.tables.past import Published
from overstretch.systems import load_system, prepare

DAY = date(2025, 7, 3)
QUESTIONS = (
    "count(ALLIES: total_share(2035) >= 5) == all",
    "core_share(DEU, 2029) >= 3.5",
    "happens(target_changed[any], by 2029-12)",
    "total_share(ESP, 2035) < 5",
    "count(ALLIES: total_share(2035) < 5) >= 1",
    "happens(alliance_dissolution, by 2035-12)",
    "and(not happens(ally_exit, by 2035-12), not happens(alliance_dissolution, by 2035-12), not "
    "happens(article5_doubt, by 2035-12))",
    "happens(tools_near_limits, RUS, by 2027-12)",
    "happens(recession[calendar_year], RUS, by 2027-12)",
    "change(defence_budget(RUS, 2026), from 2025, percent, nominal) < 0",
    "happens(leader_exit[forced], RUS, by 2035-12)",
    "happens(forces_rebuilt, RUS, by 2030-06)",
    "happens(ceasefire, by 2027-12)",
    "special(strain_compared, more=RUS, in 2035)",
    "and(each(core_share(RUS), 2026..2028) >= 6, each(growth(RUS), 2026..2028) >= 0, each(tools_left(RUS), 2026..2028) "
    ">= 0.1)",
    "count(ALLIES: core_share(2030) >= 3.5) < 10",
    "defence_spending(NATO, 2035) >= 4e12",
    "change(defence_spending(EUROPE_CANADA, 2027), from 2025, percent, real) >= 20",
    "core_share(POL, 2026) highest of ALLIES",
    "mean(growth(RUS), 2026..2028) < 1",
    "balance(RUS, 2026, RUB) <= -8e12",
    "core_share(DEU, 2029) > core_share(FRA, 2029)",
    "effect(keep_pledge() against base, debt_ratio(CAN, 2035)) >= 6.3",
    "happens(fund_exhausted, RUS, by 2027-12) given oil(40)",
    "effect(keep_pledge() against base, core_share(EUROPE_CANADA, 2030)) > 0",
    "effect(oil(40) against base, happens(recession, RUS, by 2027-12)) > 0",
    "growth(DEU, 2027) < 0 given growth(FRA, 2027) < 0",
    "happens(leader_exit[any], RUS, by 2030-12) given happens(ceasefire, by 2027-12)",
    "policy_rate(RUS, 2026) > 14",
    "defence_spending(DEU, 2029, share of EUROPE) >= 25",
)


def timed(name: str, limit: float, seconds: list[float]) -> None:
    slowest = sorted(zip(seconds, QUESTIONS, strict=True), reverse=True)[:3]
    print(f"{name}: {sum(seconds):.2f} s (limit {limit:g} s)")
    for took, text in slowest:
        print(f"    {1000 * took:6.0f} ms  {text[:100]}")


def each(call) -> list[float]:  # type: ignore[no-untyped-def]
    """Seconds for each question."""
    found = []
    for text in QUESTIONS:
        begin = time.perf_counter()
        call(understood(text))
        found.append(time.perf_counter() - begin)
    return found


def main(futures: int = 10_240) -> None:
    tables = facts.load()
    known = tables.as_of(DAY.isoformat())
    plan = plan_of([understood(text) for text in QUESTIONS])
    begin = time.perf_counter()
    tree = run(prepare(load_system("nato-russia"), known, DAY), plan, futures, seed=1)
    print(
        f"{len(QUESTIONS)} questions, {futures:,} futures, {len(plan.contrasts)} worlds beside the base; simulated in "
        f"{time.perf_counter() - begin:.1f} s"
    )
    worlds = Worlds(tree, Published(known, DAY))
    timed("outcome arrays and probabilities", 1.0, each(lambda question: float(answered(question, worlds).p.mean())))
    base = worlds.view(World()).world
    designs: dict[object, Design] = {}

    def figures(question) -> None:  # type: ignore[no-untyped-def]
        found = answered(question, worlds)
        key = len(found.p) if found.rows is None else found.rows.tobytes()
        # type: ignore[arg-type]
        design = designs.setdefault(key, None) or Design(base, len(found.p) if found.rows is None else found.rows)
        designs[key] = design
        probability_interval(design, found.p)
        design.strongest(found.p)
        conditions(design, found.p)

    timed("with intervals, drivers and conditions", 3.0, each(figures))
    bench = Bench(tree, tables, DAY)
    timed(
        "whole answers, with the tables, base rates and words",
        10.0,
        each(lambda question: judged(question, "likely", bench, ["x"])),
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_240)
