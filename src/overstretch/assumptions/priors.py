"""Priors, read from the TOML files beside this module and checked against one schema."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from overstretch.errors import InputError

# Structural axes: every future carries one option of each, balanced within a block (model.md section 4).
AXES: dict[str, tuple[str, ...]] = {
    "reaction": ("none", "shares", "stock balance"),
    "alliance": ("burden sharing", "threat", "base rate only"),
    "leader": ("base rate only", "economic covariates", "reputation and coercion cost"),
    "multiplier": ("low", "high"),
    "growth_effect": ("none", "absorption limit"),
    "review": ("inertial", "shortfall-driven", "threat-driven"),
}

_ARITY = {"constant": 1, "normal": 2, "uniform": 2, "triangular": 3, "beta": 2, "lognormal": 2, "gamma": 2}


_FORM = {
    "constant": "the value must lie inside `valid`",
    "normal": "(mean, sd) with sd > 0",
    "uniform": "low < high, both inside `valid`",
    "triangular": "low <= mode <= high and low < high, all inside `valid`",
    "beta": "(mean, concentration) with 0 < mean < 1 and concentration > 0",
    "lognormal": "(median, sd of the log), both > 0",
    "gamma": "(shape, rate), both > 0",
}


class Link(BaseModel):
    """Correlation (of normal scores) with an earlier prior of the same law: what makes one high tends to make both
    high."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prior: str
    correlation: float
    reference: str

    @model_validator(mode="after")
    def _inside(self) -> Link:
        if not -1.0 < self.correlation < 1.0:
            raise ValueError("correlation must lie between -1 and 1")
        return self


class Form(BaseModel):
    """A prior as it stood before its later evidence was known: from `known_from` on, or from the outset.

    Same distribution as the prior unless `distribution` says otherwise.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    values: tuple[float, ...]
    reference: str
    known_from: date | None = None
    distribution: Literal["constant", "normal", "uniform", "triangular", "beta", "lognormal", "gamma"] | None = None


class Prior(BaseModel):
    """One assumption: how it is distributed, in which unit, on whose word, and where it is meant to hold.

    `values` by distribution: constant (value); normal (mean, sd); uniform (low, high); triangular (low, mode, high);
    beta (mean, concentration); lognormal (median, sd of the log); gamma (shape, rate).
    Draws are clipped to `valid`. `linked`: correlation with an earlier prior of the same file. `known_from`: the day
    from
    which the evidence was known; before it the newest of the `earlier` forms then known holds, or a normal prior
    without
    them is centred on zero.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    distribution: Literal["constant", "normal", "uniform", "triangular", "beta", "lognormal", "gamma"]
    values: tuple[float, ...]
    unit: str
    reference: str
    valid: tuple[float, float]
    known_from: date | None = None
    earlier: tuple[Form, ...] = ()
    linked: Link | None = None
    law: str

    @model_validator(mode="after")
    def _complete(self) -> Prior:
        if len(self.values) != _ARITY[self.distribution]:
            raise ValueError(f"{self.distribution} takes {_ARITY[self.distribution]} values, not {len(self.values)}")
        if not self.valid[0] <= self.valid[1]:
            raise ValueError("valid must be [low, high]")
        self._check_days()
        if not self._well_formed():
            raise ValueError(f"{self.distribution} with values {list(self.values)}: {_FORM[self.distribution]}")
        return self

    def _check_days(self) -> None:
        """Raise ValueError unless some form holds on every day, and each form is well-formed."""
        if not self.earlier:
            if self.known_from and self.distribution != "normal":
                raise ValueError(
                    "known_from needs `earlier` forms, or a normal prior: it is centred on zero before that date"
                )
            return
        days = [form.known_from for form in self.earlier]
        if self.known_from is None or days[0] is not None or None in days[1:]:
            raise ValueError(
                "earlier: the first form holds from the outset, all others and the prior from their known_from"
            )
        if sorted(known := [*(day for day in days if day), self.known_from]) != known:
            raise ValueError("earlier: forms must be in the order of their known_from")
        for form in self.earlier:
            self._as(form)

    def _as(self, form: Form) -> Prior:
        """The prior in one of its earlier forms, checked."""
        own = {
            "values": form.values,
            "reference": form.reference,
            "distribution": form.distribution or self.distribution,
        }
        return Prior(**self.model_dump() | own | {"known_from": None, "earlier": ()})

    def at(self, day: date) -> Prior:
        """The prior in the form that was known on the day; a normal one without earlier forms stays itself."""
        if not self.earlier or self.known_from is None or day >= self.known_from:
            return self
        return self._as([form for form in self.earlier if form.known_from is None or form.known_from <= day][-1])

    def drawn_from(self, day: date) -> tuple:
        """All that decides a draw of the prior on the day: distribution, values, range of validity, link."""
        then = self.at(day)
        values = (0.0, then.values[1]) if then.centred_on_zero(day) else then.values
        return then.distribution, values, then.valid, then.linked and (then.linked.prior, then.linked.correlation)

    def centred_on_zero(self, day: date) -> bool:
        """Whether the evidence for the mean of a normal prior was not yet known on the day."""
        return self.distribution == "normal" and self.known_from is not None and day < self.known_from

    def _well_formed(self) -> bool:
        a, (low, high) = self.values, self.valid
        if self.distribution == "constant":
            return low <= a[0] <= high
        if self.distribution == "uniform":
            return low <= a[0] < a[1] <= high
        if self.distribution == "triangular":
            return low <= a[0] <= a[1] <= a[2] <= high and a[0] < a[2]
        if self.distribution == "beta":
            return 0 < a[0] < 1 and a[1] > 0
        return a[1] > 0 and (self.distribution == "normal" or a[0] > 0)

    def quantile(self, probability: np.ndarray, as_of: date) -> np.ndarray:
        """Values at the given probabilities, same shape, in the prior's unit, clipped to its range of validity."""
        from scipy import special  # its sister stats takes a second to load

        if (then := self.at(as_of)) is not self:
            return then.quantile(probability, as_of)
        a = self.values
        if self.distribution == "constant":
            out = np.full_like(probability, a[0])
        elif self.distribution == "normal":
            mean = 0.0 if self.centred_on_zero(as_of) else a[0]
            out = special.ndtri(probability) * a[1] + mean  # as stats.norm.ppf, without its checks
        elif self.distribution == "uniform":
            out = a[0] + (a[1] - a[0]) * probability
        elif self.distribution == "triangular":
            out = _triangular((a[1] - a[0]) / (a[2] - a[0]), probability) * (a[2] - a[0]) + a[0]
        elif self.distribution == "beta":
            out = special.betaincinv(a[0] * a[1], (1 - a[0]) * a[1], probability)
        elif self.distribution == "lognormal":
            out = a[0] * np.exp(a[1] * special.ndtri(probability))
        else:
            out = special.gammaincinv(a[0], probability) * (1 / a[1])
        return np.clip(out, *self.valid)


def _triangular(mode: float, p: np.ndarray) -> np.ndarray:
    """Quantiles on 0 to 1, as stats.triang.ppf gives them, without its checks, which take most of a draw's time."""
    return np.where(p < mode, np.sqrt(mode * p), 1 - np.sqrt((1 - mode) * (1 - p)))


@cache
def load_priors() -> dict[str, Prior]:
    """All priors by name, in a fixed order (file, then place in the file).

    Raises InputError naming file, entry and fault.
    """
    priors: dict[str, Prior] = {}
    for path in _files():
        for name, entry in _entries(path).items():
            if name in priors:
                raise InputError(f"{path.name}: {name} is declared twice")
            try:
                priors[name] = Prior(name=name, law=path.name.removesuffix(".toml"), **entry)
            except ValidationError as fault:
                first = fault.errors()[0]
                where = ".".join(map(str, first["loc"])) or "entry"
                raise InputError(f"{path.name}, entry {name}, {where}: {first['msg']}") from fault
            except TypeError as fault:
                raise InputError(f"{path.name}, entry {name}: {fault}") from fault
    _check_links(priors)
    return priors


def _check_links(priors: dict[str, Prior]) -> None:
    order = {name: place for place, name in enumerate(priors)}
    for name, prior in priors.items():
        if prior.linked is None:
            continue
        other = priors.get(prior.linked.prior)
        if other is None or other.law != prior.law or order[other.name] >= order[name] or other.linked is not None:
            raise InputError(
                f"{prior.law}.toml, entry {name}, linked.prior {prior.linked.prior!r}: accepted: an earlier "
                f"prior of the same "
                "file that is not linked itself"
            )


def _entries(path: Traversable) -> dict[str, dict]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise InputError(f"{path.name}: not valid TOML: {fault}") from fault


def digest() -> str:
    """SHA-256 over all assumption files."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _files())).hexdigest()


def _files():
    return sorted((p for p in files(__package__).iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
