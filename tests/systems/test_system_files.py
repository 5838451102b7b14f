"""Declarations of systems: a fault names the file and the entry."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from overstretch.errors import InputError
from overstretch.facts import Facts, load
from overstretch.facts.registry import entities
from overstretch.systems import load_system, prepare

TEXT = (files("overstretch.systems") / "nato-russia.toml").read_text("utf-8")

FAULTS = {
    "unknown section": ("[clock]\n", "[weather]\nrain = 1\n\n[clock]\n", "weather"),
    "unknown entry": ("last_year = 2040", "last_year = 2040\nfirst_year = 2025", "clock.first_year"),
    "wrong type": ("last_year = 2040", 'last_year = "late"', "clock.last_year"),
    "missing entry": ("review_year = 2029\n", "", "pledge.review_year"),
    "no such actor in a group": ('follows_forecast = ["UKR"]', 'follows_forecast = ["XYZ"]', "groups.follows_forecast"),
    "no such group in a row": ('in = ["unarmed"]', 'in = ["islands"]', "ally.ISL: no group 'islands'"),
    "allies in two places": ('follows_forecast = ["UKR"]', 'allies = ["UKR"]', "groups.allies"),
    "a role outside its bloc": ('protector = "USA"', 'protector = "UKR"', "UKR must be an ally"),
    "a rival among the allies": ('rival = "RUS"', 'rival = "POL"', "POL"),
    "no such law": ('laws = ["pledge", ', 'laws = ["gravity", "pledge", ', "gravity"),
    "a law without its role": ('attacked = "UKR"\n', "", "groups.not_european names ['UKR']"),
    "a law without its section": (
        "[pledge]\ncore_target = 3.5\nrelated_target = 1.5\ntarget_year = 2035\nreview_year = "
        "2029\nknown_from = 2025-06-25\n",
        "",
        "pledge",
    ),
    "a law without its facts": ('debt = "debt_gross"', "", "finance needs facts.debt"),
    "no such war": (
        '2022-02-24 = "active"',
        '2022-02-24 = "cold"',
        "start.war 'cold': accepted: active, ceasefire, none",
    ),
    "no such day": (
        "2022-02-24 =",
        "last-winter =",
        "start.war: 1991-12-26, last-winter; accepted: one state, or states by day",
    ),
    "no such prior": ("[equipment_share]", "[priors.luck]\nvalues = [1.0]\n\n[equipment_share]", "priors.luck"),
    "half a prior": (
        "[equipment_share]",
        "[priors.depreciation]\nvalues = [1.0]\n\n[equipment_share]",
        "distribution, reference missing",
    ),
    "a prior out of range": (
        "[equipment_share]",
        '[priors.depreciation]\ndistribution = "constant"\nvalues = [7.0]\nreference = "[J]"\n\n[equipment_share]',
        "priors.depreciation",
    ),
    "no will": ("POL = { will = 0.95,", "POL = {", "ally.POL"),
    "will in words": ("POL = { will = 0.95", 'POL = { will = "high"', "ally.POL.will"),
    "will out of range": ("POL = { will = 0.95", "POL = { will = 95", "ally.POL.will"),
    "no weight": ("weight = 0.6", "", "military_ppp.weight"),
    "equipment share": ("default = 25.0", "default = 250.0", "equipment_share.default"),
    "target before review": ("target_year = 2035", "target_year = 2029", "target_year"),
    "not TOML": ("[clock]", "[clock", "not valid TOML"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(fault: str, tmp_path: Path) -> None:
    old, new, message = FAULTS[fault]
    assert TEXT.count(old) == 1
    path = tmp_path / "own.toml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_system(path)
    assert "own.toml" in str(caught.value)
    assert message in str(caught.value)


def test_a_missing_or_binary_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nato-russia.*TOML"):
        load_system(tmp_path / "none.toml")
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"own\.toml: not valid TOML"):
        load_system(path)


def test_a_copy_of_the_shipped_system_is_that_system(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(TEXT, encoding="utf-8")
    assert load_system(path) == load_system("nato-russia")


def test_the_reference_system() -> None:
    system = load_system("nato-russia")
    assert len(system.groups.allies) == 32
    assert system.actors[-2:] == ("RUS", "UKR")
    assert len(set(system.actors)) == 34


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("last_year = 2040", 'last_year = "late"', "last_year ="),
        ("POL = { will = 0.95", "POL = { will = 95", "POL ="),
        ('follows_forecast = ["UKR"]', 'follows_forecast = ["XYZ"]', "follows_forecast ="),
        ("review_year = 2029\n", "", "[pledge]"),
        ('2022-02-24 = "active"', '2022-02-24 = "cold"', "war ="),
    ],
)
def test_the_line_at_fault_is_named(old: str, new: str, line: str, tmp_path: Path) -> None:
    text = TEXT.replace(old, new)
    number = next(k for k, found in enumerate(text.splitlines(), 1) if found.startswith(line))
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=rf"own\.toml, line {number}, "):
        load_system(path)


def test_a_new_ally_is_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A toy ally with Belgium's figures and entry in the list of states stands where its row says, and moves nobody
    else."""
    monkeypatch.setitem(entities(), "AUT", entities()["BEL"])
    path = tmp_path / "own.toml"
    path.write_text(TEXT.replace("BEL = {", 'AUT = { will = 0.4, in = ["euro", "flank"] }\nBEL = {'), encoding="utf-8")
    rows = load().rows
    twin = rows[(rows["entity"] == "BEL").to_numpy()].assign(entity="AUT")
    both = pd.concat([rows.astype({"entity": str}), twin.astype({"entity": str})]).astype({"entity": "category"})
    day = "2025-07-03"
    toy, shipped = load_system(path), load_system("nato-russia")
    with_toy = prepare(toy, Facts(both.reset_index(drop=True), "toy").as_of(day), date.fromisoformat(day))
    without = prepare(shipped, load().as_of(day), date.fromisoformat(day))
    assert [a for a in with_toy.actors if a != "AUT"] == list(without.actors)
    toys, twins = with_toy.actors.index("AUT"), with_toy.actors.index("BEL")
    for name in ("share", "debt", "dollars", "euro", "european"):
        values = getattr(with_toy.start, name)
        assert values[toys] == values[twins], name
        np.testing.assert_allclose(np.delete(values, toys), getattr(without.start, name), rtol=1e-12)
    assert (with_toy.start.flank[toys], with_toy.start.flank[twins]) == (1.0, 0.0)
