"""Joint draws: balanced, correlated as declared, keyed by seed and block."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from scipy import stats

from overstretch.assumptions import AXES, draw_parameters, draw_variants, load_priors
from overstretch.assumptions.draws import latin_hypercube

DAY = date(2025, 7, 3)
ALLIES = ("POL", "ESP", "DEU")


@pytest.fixture(scope="module")
def drawn() -> dict[str, np.ndarray]:
    return draw_parameters(seed=1, block=0, size=1024, as_of=DAY, allies=ALLIES)


def test_every_prior_and_ally_is_drawn(drawn: dict[str, np.ndarray]) -> None:
    assert list(drawn) == [*load_priors(), *(f"will_{ally}" for ally in ALLIES)]
    assert all(x.shape == (1024,) and x.dtype == np.float32 and np.isfinite(x).all() for x in drawn.values())


def test_draws_are_balanced(drawn: dict[str, np.ndarray]) -> None:
    """A Latin hypercube block puts exactly one of 1,024 points into each of 1,024 equal cells of every prior."""
    edges = np.arange(1, 1024) / 1024
    for name, prior in load_priors().items():
        cells = np.searchsorted(prior.quantile(edges, DAY), drawn[name].astype(float))
        if prior.distribution == "constant" or prior.linked:
            continue
        inside = (cells > 16) & (cells < 1007)  # the range of validity may cut the tails
        assert np.bincount(cells[inside], minlength=1024)[17:1007].max() <= 3, name
        assert abs(np.median(cells) - 511.5) <= 2, name


def test_pairs_of_priors_are_independent(drawn: dict[str, np.ndarray]) -> None:
    """chi² of every pair on 8 x 8 equal cells, 49 degrees of freedom: one in a thousand lies above 85.4 by chance."""
    names = [n for n, p in load_priors().items() if p.distribution != "constant" and not p.linked]
    cells = np.stack([drawn[n].argsort().argsort() // 128 for n in names])
    marks = (cells[:, None, :] == np.arange(8)[:, None]).reshape(len(names) * 8, -1).astype(float)
    counts = (marks @ marks.T).reshape(len(names), 8, len(names), 8)
    chi_square = ((counts - 16.0) ** 2 / 16.0).sum((1, 3))[np.triu_indices(len(names), 1)]
    assert (chi_square > 85.4).mean() < 0.005
    assert chi_square.max() < 150


def test_linked_priors_have_their_correlation_and_their_margins() -> None:
    blocks = [draw_parameters(1, block, 1024, DAY) for block in range(8)]
    held = {name: np.concatenate([b[name] for b in blocks]).astype(float) for name in load_priors()}
    linked = [prior for prior in load_priors().values() if prior.linked]
    assert len(linked) >= 8
    for prior in linked:
        assert prior.linked is not None
        ranks = [held[name].argsort().argsort() for name in (prior.linked.prior, prior.name)]
        expected = 6 / np.pi * np.arcsin(prior.linked.correlation / 2)  # Spearman's for normal scores
        assert np.corrcoef(ranks)[0, 1] == pytest.approx(expected, abs=0.03), prior.name
        quartiles = prior.quantile(np.array([0.25, 0.5, 0.75]), DAY)
        below = (held[prior.name][:, None] < quartiles).mean(0)
        assert below == pytest.approx([0.25, 0.5, 0.75], abs=0.02), prior.name


def test_wills_share_the_declared_correlation() -> None:
    blocks = [draw_parameters(1, block, 1024, DAY, ALLIES) for block in range(8)]
    wills = np.concatenate([np.stack([b[f"will_{ally}"] for ally in ALLIES]) for b in blocks], axis=1)
    declared = np.concatenate([b["will_correlation"] for b in blocks]).mean()
    assert wills.std(1) == pytest.approx(1.0, abs=0.03)
    off = np.corrcoef(wills)[np.triu_indices(3, 1)]
    assert off == pytest.approx(declared, abs=0.04)


def test_keyed_by_seed_and_block(drawn: dict[str, np.ndarray]) -> None:
    again = draw_parameters(1, 0, 1024, DAY, ALLIES)
    assert all((again[name] == x).all() for name, x in drawn.items())
    for other in (draw_parameters(1, 1, 1024, DAY, ALLIES), draw_parameters(2, 0, 1024, DAY, ALLIES)):
        assert not (other["depreciation"] == drawn["depreciation"]).all()


def test_counts_of_the_cut_off_replace_those_of_the_file() -> None:
    def drawn_with(shape: float) -> np.ndarray:
        counted = load_priors()["exit_rate"].model_copy(update={"distribution": "gamma", "values": (shape, 1460.0)})
        return draw_parameters(1, 0, 1024, DAY, priors=tuple((load_priors() | {"exit_rate": counted}).values()))[
            "exit_rate"
        ]

    few, many = drawn_with(0.5), drawn_with(10.5)
    assert few.mean() == pytest.approx(0.5 / 1460, rel=0.02)
    assert many.mean() == pytest.approx(min(10.5 / 1460, 0.01), rel=0.05)
    assert (np.argsort(few) == np.argsort(many)).mean() > 0.5  # the same points of the same set


def test_variants_are_balanced_in_every_block() -> None:
    for block in range(3):
        variants = draw_variants(1, block, 1024)
        for axis, options in AXES.items():
            counts = np.bincount(variants[axis], minlength=len(options))
            assert counts.max() - counts.min() <= 1
            assert counts.sum() == 1024
    first, second = (np.stack(list(draw_variants(1, block, 1024).values())) for block in (0, 1))
    assert (first != second).any()


def test_axes_are_not_tied_to_each_other() -> None:
    variants = draw_variants(1, 0, 1024)
    for a in AXES:
        for b in AXES:
            if a < b:
                cells = np.bincount(variants[a] * len(AXES[b]) + variants[b])
                assert cells.min() > 0.7 * 1024 / (len(AXES[a]) * len(AXES[b])), (a, b)


@pytest.mark.parametrize(("dimensions", "size"), [(1, 1), (3, 7), (190, 1024)])
def test_the_hypercube_has_the_bits_of_scipys(dimensions: int, size: int) -> None:
    theirs = stats.qmc.LatinHypercube(dimensions, rng=np.random.default_rng([5, dimensions])).random(size)
    assert np.array_equal(latin_hypercube(dimensions, size, np.random.default_rng([5, dimensions])), theirs)


def test_quantiles_of_beta_and_gamma_have_the_bits_of_scipys() -> None:
    p = np.linspace(0.001, 0.999, 201)
    for prior in load_priors().values():
        form = prior.at(DAY)
        a = form.values
        exact = {
            "beta": lambda a=a: stats.beta.ppf(p, a[0] * a[1], (1 - a[0]) * a[1]),
            "gamma": lambda a=a: stats.gamma.ppf(p, a[0], scale=1 / a[1]),
        }
        if form.distribution in exact:
            assert np.array_equal(form.quantile(p, DAY), np.clip(exact[form.distribution](), *form.valid)), prior.name
