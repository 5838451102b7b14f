"""A law's signature is its wiring: what it declares it takes, and it takes no more."""

from __future__ import annotations

import inspect
from types import SimpleNamespace
from typing import Any

import pytest

from overstretch.model import economy, finance
from overstretch.model.registry import WIRING
from overstretch.model.wiring import SHOCKS, Law, given, law


def test_a_law_draws_on_what_it_names_alone() -> None:
    taken: dict[str, Any] = {}

    @law(switch=SHOCKS, axis="review")
    def some(x: float, *, on: Any, variant: Any, rollover: float) -> float:
        """Some."""
        taken.update(on=vars(on), variant=vars(variant), rollover=rollover)
        return x

    named = given(
        {"rollover": 0.1, "debt_limit": 0.9, "will_DEU": 0.5},
        SimpleNamespace(on={"shocks": 0.0, "oil": 1.0}, variant={"review": 2, "leader": 1}),
    )
    assert set(named) == {"rollover", "debt_limit", "on", "variant"}
    assert some(3.0, **named) == 3.0
    assert taken == {"on": {"shocks": 0.0}, "variant": {"review": 2}, "rollover": 0.1}
    with pytest.raises(TypeError, match=r"some\(\) got rolover: neither"):
        some(3.0, rolover=0.1)
    with pytest.raises(TypeError, match="rollover"):
        some(3.0, variant={"review": 0})


@pytest.mark.parametrize("one", WIRING.every, ids=lambda one: f"{one.module}.{one.name}")
def test_every_switch_and_axis_that_a_law_declares_it_reads(one: Law) -> None:
    body = inspect.getsource(one.function).split('"""', 2)[-1]
    for kind, names in (("on", [s.name for s in one.switches]), ("variant", one.axes)):
        for name in names:
            assert f"{kind}.{name}" in body, f"{one.module}.{one.name} declares {name} and does not read it"
    for name in one.priors:
        assert name in body, f"{one.module}.{one.name} takes {name} and does not use it"


def unsaid(x: float) -> float:
    return x


def unswitched(x: float, *, on: Any) -> float:
    """Reads a switch that is not declared."""
    return x * on.shocks


def open_ended(*xs: float) -> float:
    """Takes anything."""
    return sum(xs)


def plain(x: float) -> float:
    """Reads nothing."""
    return x


@pytest.mark.parametrize(
    ("function", "declared", "fault"),
    [
        (unsaid, {}, "no docstring"),
        (unswitched, {}, "declares what it reads of `on`"),
        (plain, {"switch": SHOCKS}, "declares what it reads of `on`"),
        (plain, {"axis": "review"}, "declares what it reads of `variant`"),
        (open_ended, {}, "named variables"),
    ],
)
def test_a_signature_that_is_no_wiring_is_an_error(function: Any, declared: dict[str, Any], fault: str) -> None:
    with pytest.raises(TypeError, match=fault):
        law(**declared)(function)


def test_a_switch_that_is_not_given_is_on() -> None:
    assert finance.market_rate(0.01, 1.9, 0.9, risk_premium=0.06, debt_limit=0.9) == pytest.approx(0.07)
    assert finance.market_rate(0.01, 1.9, 0.9, on={"risk_premium": 0.0}, risk_premium=0.06, debt_limit=0.9) == 0.01
    assert economy.taylor.priors == ("rate_smoothing", "taylor_inflation", "taylor_gap")
