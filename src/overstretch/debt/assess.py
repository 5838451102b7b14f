"""One ally by one rule set: where debt goes without a change, and what each criterion asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path as File

from overstretch.debt import criteria
from overstretch.debt.inputs import Inputs, read_inputs
from overstretch.debt.model_law import model_law
from overstretch.debt.plan import MULTIPLIER, Plan, Stress
from overstretch.debt.projection import Path, project
from overstretch.debt.ratesfile import GivenRates, read_rates
from overstretch.debt.search import required_balance
from overstretch.debt.shocks import GivenShocks, Shocks, held_shocks, read_shocks
from overstretch.debt.stochastic import DRAWS, SEED, draw, probability
from overstretch.errors import InputError
from overstretch.facts import Known, load
from overstretch.tabular import Table, Tabular

AS_OF = "2025-10-31"  # the day from which the inputs count as published
Projector = Callable[[Plan], Path]


def european(inputs: Inputs) -> Projector:
    """An ally's path by plan, by the European method."""
    return partial(project, inputs)


RULES: dict[str, Callable[[Inputs], Projector]] = {"european": european, "model": model_law}
STRESS_OF: dict[str, Stress] = {
    "debt falls": "none",
    "structural -0.5": "structural",
    "financial stress": "financial",
    "adverse r-g": "adverse",
}
DEFICIT, STOCHASTIC = "deficit 3%", "stochastic 70%"
CRITERIA = (*STRESS_OF, DEFICIT, STOCHASTIC)


@dataclass(frozen=True)
class Assessment(Tabular):
    """What the rules say of one ally. Balances and debt in % of GDP. Its tables: debt by year, and the criteria.

    `required` is the least structural primary balance at E (before ageing) by criterion, `binding` the criterion that
    asks most; `path` the debt path at that balance and `probability` of debt not rising in the five years after E on
    it. `unchanged` is the path with the forecast's balance held, `outturn_held` that with the outturn's of T. `met`
    says
    which criteria hold if the forecast's last balance is taken as the target. `notes` name every stand-in.
    """

    ally: str
    rules: str
    years: int
    first: int
    end: int
    as_of: str
    edition: str
    multiplier: float
    start: float
    forecast: float
    required: dict[str, float]
    binding: str
    probability: float
    met: dict[str, bool]
    path: Path
    unchanged: Path
    outturn_held: Path
    notes: tuple[str, ...]

    @property
    def target(self) -> float:
        """The balance that meets every criterion."""
        return self.required[self.binding]

    @property
    def step(self) -> float:
        """Yearly change of the balance from T to E, points of GDP."""
        return (self.target - self.start) / self.years

    def as_table(self) -> Table:
        """Debt by year under the balances compared."""
        return self.tables()[0]

    def tables(self) -> tuple[Table, ...]:
        """Debt by year, then what each criterion asks."""
        from overstretch.debt.tabled import criteria_table, paths_table

        return paths_table([self]), criteria_table([self])


def assess(
    ally: str,
    *,
    years: int = 4,
    rules: str = "european",
    as_of: str = AS_OF,
    rates: File | str | GivenRates | None = None,
    shocks: File | str | GivenShocks | None = None,
    multiplier: float = MULTIPLIER,
    draws: int = DRAWS,
    seed: int = SEED,
    known: Known | None = None,
) -> Assessment:
    """Assess an ally (ISO-3) over an adjustment of 4 or 7 years, by the `european` rules or the `model`'s finance law.

    `rates` is a user's file of market rates, `shocks` one of quarterly shocks; without them stand-ins are used and
    named
    in `notes`. The same `seed` gives the same result. Raises InputError naming what is missing or out of range.
    """
    make = rule_set(rules)
    plan = Plan(years=years, multiplier=multiplier)
    known = known or load().as_of(as_of)
    inputs = read_inputs(known, ally, read_rates(File(rates)) if isinstance(rates, str | File) else rates)
    given = read_shocks(File(shocks)) if isinstance(shocks, str | File) else shocks
    sample = given.of(ally) if given else held_shocks(known, ally, inputs.first)
    return assess_inputs(inputs, sample, plan, rules, make(inputs), draws, seed)


def rule_set(rules: str) -> Callable[[Inputs], Projector]:
    """What makes a rule set's projector from inputs. Raises InputError for an unknown name."""
    if rules not in RULES:
        raise InputError(f"rules {rules!r}; accepted: {', '.join(RULES)}")
    return RULES[rules]


def assess_inputs(
    inputs: Inputs, sample: Shocks, plan: Plan, rules: str, projector: Projector, draws: int, seed: int
) -> Assessment:
    """Assess given inputs and shocks; `plan` gives years and multiplier."""
    if not 100 <= draws <= 1_000_000:
        raise InputError(f"{draws} draws; accepted: 100 to 1,000,000")
    drawn, years = draw(sample, inputs, draws, seed), plan.years

    def at(target: float, stress: Stress = "none") -> Path:
        return projector(Plan(target, years, stress, plan.multiplier))

    margins: dict[str, Callable[[float], float]] = {
        name: partial(_debt_margin, at, years, stress) for name, stress in STRESS_OF.items()
    }
    margins[DEFICIT] = lambda target: criteria.deficit_margin(at(target), years)
    margins[STOCHASTIC] = lambda target: criteria.PROBABILITY - probability(at(target), years, drawn)
    required = {
        name: required_balance(margin, f"{inputs.ally}, {years} years, {name}") for name, margin in margins.items()
    }
    binding = max(required, key=lambda name: required[name])
    forecast = float(inputs.structural[-1])
    path = at(required[binding])
    return Assessment(
        ally=inputs.ally,
        rules=rules,
        years=years,
        first=inputs.first,
        end=plan.end(inputs.first),
        as_of=inputs.as_of,
        edition=inputs.edition,
        multiplier=plan.multiplier,
        start=float(inputs.structural[0]),
        forecast=forecast,
        required=required,
        binding=binding,
        probability=probability(path, years, drawn),
        met={name: margin(forecast) <= 0 for name, margin in margins.items()},
        path=path,
        unchanged=projector(Plan(years=years, multiplier=plan.multiplier)),
        outturn_held=projector(Plan(years=years, multiplier=plan.multiplier, hold="outturn")),
        notes=(*inputs.notes, sample.source),
    )


def _debt_margin(at: Callable[[float, Stress], Path], years: int, stress: Stress, target: float) -> float:
    return criteria.debt_margin(at(target, stress), years)
