"""The ruler: competing risks of irregular, regular and natural exit; regime end and state collapse. Arrays [F]."""

from __future__ import annotations

from typing import NamedTuple

from overstretch.model.alliance import hazard
from overstretch.model.arrays import Array, jnp, logit, sigmoid
from overstretch.model.wiring import On, Switch, Variant, law

LEADER_STRAIN = Switch(
    "leader_strain", of="leaders", without="strain does not move the ruler's and the regime's hazards"
)
LEADER_COVARIATES = Switch(
    "leader_covariates", of="leaders", without="growth, effort and coercion do not move the ruler's hazards"
)


class Exit(NamedTuple):
    survival: Array  # probability of still being in office
    incidence: Array  # [4, F] added cumulative incidence, by route


@law(switch=LEADER_STRAIN, axis="leader", gives="strained")
def strain_on_leader(strain: Array, *, on: On, variant: Variant, strain_on_leader: Array) -> Array:
    """Log hazard ratio of an irregular or forced exit by strain in sd; none where base rates alone are believed."""
    return on.leader_strain * (variant.leader > 0) * strain_on_leader * strain


@law(switch=LEADER_COVARIATES, axis="leader", gives="growth_effect")
def growth_on_exit(
    growth: Array, *, on: On, variant: Variant, growth_on_regular: Array, growth_reference: Array
) -> Array:
    """Log hazard ratio of a regular exit by growth, percent a year above its reference, under economic covariates."""
    return on.leader_covariates * (variant.leader == 1) * growth_on_regular * 100.0 * (growth - growth_reference)


@law(switch=LEADER_COVARIATES, axis="leader")
def coercion(
    share: Array,
    share_start: Array,
    *,
    on: On,
    variant: Variant,
    coercion_on_irregular: Array,
    strain_burden_scale: Array,
) -> Array:
    """Log hazard ratio of an irregular or forced exit by the rise of the military burden, under reputation and coercion
    cost."""
    effort = jnp.log(share / share_start) / strain_burden_scale
    return on.leader_covariates * (variant.leader == 2) * coercion_on_irregular * effort


@law(gives="exits")
def exit_hazards(
    strained: Array,
    coercion: Array,
    growth_effect: Array,
    *,
    irregular_rate: Array,
    regular_rate: Array,
    forced_share: Array,
    natural_rate: Array,
) -> Array:
    """Hazards of the quarter, [4, F]: irregular, forced, voluntary, natural; the forced are a share of the regular
    ones."""
    forced_rate = regular_rate * forced_share
    return jnp.stack(
        [
            hazard(irregular_rate, strained + coercion),
            hazard(forced_rate, strained + coercion + growth_effect),
            hazard(regular_rate - forced_rate, growth_effect),
            0.25 * natural_rate,
        ]
    )


@law(
    equation=r"S' = S\,e^{-\Sigma h}, \quad \Delta F_j = S\,(1 - e^{-\Sigma h})\,\frac{h_j}{\Sigma h}",
    gives=("in_office", "incidence"),
)
def competing_exits(in_office: Array, exits: Array) -> Exit:
    """One quarter of competing risks: survival S falls, the incidence F of each exit grows.

    The hazards of the quarter lead; the incidences and the survival sum to what survival was before.
    """
    total = jnp.maximum(exits.sum(0), 1e-12)
    leaving = in_office * -jnp.expm1(-total)
    return Exit(in_office - leaving, leaving[None] * exits / total[None])


@law(equation=r"\text{logit}(q') = \text{logit}(q) + \beta z", switch=LEADER_STRAIN, axis="leader")
def regime_end_chance(
    strain: Array,
    *,
    on: On,
    variant: Variant,
    regime_given_irregular: Array,
    regime_given_other: Array,
    strain_on_regime: Array,
) -> tuple[Array, Array]:
    """Chance that an exit ends the regime, after an irregular one and after another, z the strain in sd."""
    shift = on.leader_strain * (variant.leader > 0) * strain_on_regime * strain
    return sigmoid(logit(regime_given_irregular) + shift), sigmoid(logit(regime_given_other) + shift)


@law()
def state_collapse(fate: Array, *, collapse_given_regime: Array) -> Array:
    """Whether the end of a regime is the end of the state: its own uniform draw below the chance."""
    return fate < collapse_given_regime
