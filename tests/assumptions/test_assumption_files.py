"""The shipped priors and the schema that user-visible files are held to."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from overstretch.assumptions import AXES, load_priors, priors
from overstretch.errors import InputError

DAY = date(2025, 7, 3)
P = np.linspace(1e-6, 1 - 1e-6, 2001)


@pytest.mark.parametrize("name", list(load_priors()))
def test_every_prior_is_complete_and_stays_in_its_range(name: str) -> None:
    prior = load_priors()[name]
    assert prior.unit.strip()
    assert len(prior.reference) > 2
    values = prior.quantile(P, DAY)
    low, high = prior.valid
    assert np.isfinite(values).all()
    assert (np.diff(values) >= 0).all()
    assert values.min() >= low and values.max() <= high
    if prior.distribution != "constant":  # the range of validity cuts tails, not the body
        assert ((values <= low) | (values >= high)).mean() < 0.05


def test_known_from_centres_a_prior_on_zero_before_its_day() -> None:
    dated = [prior for prior in load_priors().values() if prior.known_from and not prior.earlier]
    assert dated
    for prior in dated:
        assert prior.quantile(np.array([0.5]), DAY)[0] == pytest.approx(0.0)
        assert prior.quantile(np.array([0.5]), prior.known_from)[0] == pytest.approx(prior.values[0])


DATED = [name for name, prior in load_priors().items() if prior.earlier]


@pytest.mark.parametrize("name", DATED)
def test_before_its_evidence_was_known_an_earlier_form_of_a_prior_holds(name: str) -> None:
    prior = load_priors()[name]
    days = [form.known_from or date(2000, 1, 1) for form in prior.earlier]
    for form, day in zip(prior.earlier, days, strict=True):
        assert prior.at(day).values == form.values and prior.at(day).reference == form.reference
    assert prior.known_from is not None
    assert prior.at(prior.known_from) is prior
    assert prior.at(prior.known_from - timedelta(days=1)).values == prior.earlier[-1].values
    early = prior.quantile(P, days[0])
    assert (np.diff(early) >= 0).all() and early.min() >= prior.valid[0] and early.max() <= prior.valid[1]


def test_the_priors_that_leaked_later_evidence_are_dated() -> None:
    """What a run of July 2025 could not know: budgets of the autumn, counts and tables of later days."""
    leaked = {"oil_long_run", "fund_draw", "depot_initial", "overspend_from_tax", "rollover", "budget_semi_elasticity"}
    assert leaked <= set(DATED)
    for name in leaked:
        assert load_priors()[name].at(DAY).reference != load_priors()[name].reference
        assert load_priors()[name].known_from > DAY


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"known_from": date(2025, 1, 1)}, "needs `earlier` forms"),
        ({"earlier": [{"values": [0, 1], "reference": "r"}]}, "first form holds from the outset"),
        (
            {
                "known_from": date(2025, 1, 1),
                "earlier": [{"values": [0, 1], "reference": "r", "known_from": date(2024, 1, 1)}],
            },
            "first form holds from the outset",
        ),
        (
            {
                "known_from": date(2025, 1, 1),
                "earlier": [
                    {"values": [0, 1], "reference": "r"},
                    {"values": [0, 1], "reference": "r", "known_from": date(2026, 1, 1)},
                ],
            },
            "in the order of their known_from",
        ),
        ({"known_from": date(2025, 1, 1), "earlier": [{"values": [1, 0], "reference": "r"}]}, "low < high"),
    ],
)
def test_forms_of_a_prior_that_do_not_follow_one_another_are_refused(changes: dict, message: str) -> None:
    whole = {
        "name": "x",
        "distribution": "uniform",
        "values": (0.2, 0.8),
        "unit": "share",
        "reference": "r",
        "valid": (0, 1),
        "law": "war",
    }
    with pytest.raises(ValueError, match=message):
        priors.Prior(**whole | changes)


def test_one_prior_for_both_sides_claims() -> None:
    """Strain on the alliance, on the leader and on the regime: same distribution, same scale, centred on zero."""
    held = [load_priors()[name] for name in ("strain_on_exit", "strain_on_leader", "strain_on_regime")]
    assert len({(p.distribution, p.values, p.valid) for p in held}) == 1
    assert {(p.distribution, p.values[0]) for p in held} == {("normal", 0)}


FORMS = {
    "normal": ((0.1, 0.2), stats.norm(0.1, 0.2)),
    "uniform": ((1.0, 3.0), stats.uniform(1.0, 2.0)),
    "triangular": ((0.0, 1.0, 4.0), stats.triang(0.25, 0.0, 4.0)),
    "beta": ((0.3, 6.0), stats.beta(1.8, 4.2)),
    "lognormal": ((58.0, 0.2), stats.lognorm(0.2, scale=58.0)),
    "gamma": ((2.0, 800.0), stats.gamma(2.0, scale=1 / 800)),
}


@pytest.mark.parametrize("form", FORMS)
def test_quantiles_are_those_of_the_named_distribution(form: str) -> None:
    values, reference = FORMS[form]
    prior = priors.Prior(
        name="x", distribution=form, values=values, unit="1", reference="[J]", valid=(-1e6, 1e6), law="test"
    )
    assert prior.quantile(P, DAY) == pytest.approx(reference.ppf(P))
    assert "[J]" in prior.reference


BAD = {
    "distribution": ('distribution = "cauchy"\nvalues = [0.0, 1.0]', "distribution"),
    "count": ('distribution = "normal"\nvalues = [0.0]', "takes 2 values"),
    "spread": ('distribution = "normal"\nvalues = [0.0, -1.0]', "sd > 0"),
    "order": ('distribution = "triangular"\nvalues = [0.5, 0.2, 0.9]', "low <= mode <= high"),
    "mean": ('distribution = "beta"\nvalues = [1.5, 3.0]', "0 < mean < 1"),
    "outside": ('distribution = "uniform"\nvalues = [0.0, 2.0]', "inside `valid`"),
    "text": ('distribution = "uniform"\nvalues = ["low", "high"]', "number"),
    "stranger": ('distribution = "uniform"\nvalues = [0.0, 1.0]\ncolour = "red"', "colour"),
    "dated": ('distribution = "uniform"\nvalues = [0.0, 1.0]\nknown_from = 2026-01-01', "normal prior"),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_faulty_entry_is_named(fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, message = BAD[fault]
    with pytest.raises(InputError) as caught:
        load(tmp_path, monkeypatch, f'[some_prior]\n{text}\nunit = "1"\nreference = "[J]"\nvalid = [-1.0, 1.0]\n')
    assert "own.toml, entry some_prior" in str(caught.value)
    assert message in str(caught.value)


def test_broken_toml_and_double_entries_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"own\.toml: not valid TOML"):
        load(tmp_path, monkeypatch, "[some_prior\n")
    entry = '[a]\ndistribution = "constant"\nvalues = [0.5]\nunit = "1"\nreference = "[J]"\nvalid = [0.0, 1.0]\n'
    (tmp_path / "twice.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(InputError, match="a is declared twice"):
        load(tmp_path, monkeypatch, entry)


def load(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(priors, "_files", lambda: sorted(folder.glob("*.toml")))
    priors.load_priors.__wrapped__()


def test_axes_have_the_options_of_the_design() -> None:
    assert {axis: len(options) for axis, options in AXES.items()} == {
        "reaction": 3,
        "alliance": 3,
        "leader": 3,
        "multiplier": 2,
        "growth_effect": 2,
        "review": 3,
    }


@pytest.mark.parametrize("other", ["nowhere", "gap_persistence", "depreciation"])
def test_a_link_must_point_to_an_earlier_prior_of_its_law(
    other: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Unknown, later in the file, or of another law."""
    for path in priors._files():
        text = path.read_text("utf-8")
        (tmp_path / path.name).write_text(
            text.replace('prior = "multiplier_low"', f'prior = "{other}"'), encoding="utf-8"
        )
    monkeypatch.setattr(priors, "_files", lambda: sorted(tmp_path.glob("*.toml")))
    with pytest.raises(InputError, match=rf"economy\.toml, entry multiplier_high, linked\.prior '{other}'"):
        priors.load_priors.__wrapped__()
