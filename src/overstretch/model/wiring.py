"""Laws whose signature is their wiring.

A law's positional arguments are variables of the model, its keyword-only ones are the priors that it draws on, by the
names of
the assumption files, and where it has them `on`, its switches, and `variant`, its structural axes. `gives` names the
variables
that it returns; `equation` is LaTeX. What enters which equation, the causal diagram and the list of switches follow
from this (see registry).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Generic, TypeAlias, TypeVar

from overstretch.assumptions import AXES, load_priors

Result = TypeVar("Result")
Names = str | tuple[str, ...]
On: TypeAlias = Any  # a law's switches, as attributes: 1 acts, 0 is off
Variant: TypeAlias = Any  # its structural axes, as attributes: the option's index
Named = dict[str, Any]  # what `given` makes: priors and controls by name
_CONTROLS = ("on", "variant")


@dataclass(frozen=True)
class Switch:
    """A mechanism that can be taken out of all worlds: a per-future 0/1 array in Controls.on.

    without: what holds when it is off, in words. of: the law, as a system's file names it, without which the mechanism
    is off;
    empty: it applies to every system.
    """

    name: str
    of: str
    without: str


SHOCKS = Switch("shocks", of="", without="no shock falls; only the draws of parameters differ")
REVISION = Switch("revision", of="", without="the last figures known are taken as exact")


@dataclass(frozen=True)
class Law(Generic[Result]):
    """One equation of the model; call it with its variables, and with at least its priors by name: `law(x, y,
    **given)`.

    Called with more than it takes, as a step does, it draws on what its signature names. A switch that is not given is
    on.
    """

    function: Callable[..., Result]
    switches: tuple[Switch, ...]
    axes: tuple[str, ...]
    equation: str
    reference: str
    gives: tuple[str, ...]
    variables: tuple[str, ...]
    priors: tuple[str, ...]
    controls: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.function.__name__

    @property
    def module(self) -> str:
        return self.function.__module__.rpartition(".")[2]

    @property
    def text(self) -> str:
        """What it says: its docstring, and its reference as a paragraph."""
        reference = f"\n\nReference: {self.reference}." if self.reference else ""
        return (inspect.getdoc(self.function) or "") + reference

    @property
    def signature(self) -> str:
        """The name with its variables and, after a star, its priors."""
        named = ("*", *self.priors) if self.priors else ()
        return f"{self.name}({', '.join((*self.variables, *named))})"

    def __call__(self, *variables: Any, **given: Any) -> Result:
        strangers = [name for name in given if name not in load_priors() and name not in _CONTROLS]
        if strangers:
            raise TypeError(f"{self.module}.{self.name}() got {', '.join(strangers)}: neither priors nor controls")
        named = {name: given[name] for name in self.priors if name in given}
        if "on" in self.controls:
            held = given.get("on") or {}
            named["on"] = SimpleNamespace(**{s.name: held.get(s.name, 1.0) for s in self.switches})
        if "variant" in self.controls:
            named["variant"] = SimpleNamespace(**{axis: given["variant"][axis] for axis in self.axes})
        return self.function(*variables, **named)


def law(
    *,
    equation: str = "",
    reference: str = "",
    switch: Switch | tuple[Switch, ...] = (),
    axis: Names = (),
    gives: Names = (),
) -> Callable[[Callable[..., Result]], Law[Result]]:
    """Make a law of a function. gives: the variables that it returns, by default one of its own name.

    Raises TypeError for a signature that is not wiring: see `checked`.
    """

    def made(function: Callable[..., Result]) -> Law[Result]:
        parameters = inspect.signature(function).parameters.values()
        keywords = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY]
        found = Law(
            function,
            (switch,) if isinstance(switch, Switch) else switch,
            _names(axis),
            equation,
            reference,
            _names(gives) or (function.__name__,),
            tuple(p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD),
            tuple(name for name in keywords if name not in _CONTROLS),
            tuple(name for name in keywords if name in _CONTROLS),
        )
        _check(found, len(parameters))
        return found

    return made


def _names(names: Names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def _check(law: Law[Any], arguments: int) -> None:
    """Raise TypeError for a law without words, with a switch or axis declared and not taken or the reverse, or by
    *args."""
    where = f"model/{law.module}.py, {law.name}"
    if not inspect.getdoc(law.function):
        raise TypeError(f"{where}: no docstring; a law says in words what it computes, in which units and shapes")
    for taken, declared in (("on", law.switches), ("variant", law.axes)):
        if (taken in law.controls) != bool(declared):
            raise TypeError(f"{where}: a law declares what it reads of `{taken}`, and reads what it declares")
    if unknown := set(law.axes) - set(AXES):
        raise TypeError(f"{where}: no structural axis {', '.join(sorted(unknown))}; there are: {', '.join(AXES)}")
    if arguments != len(law.variables) + len(law.priors) + len(law.controls):
        raise TypeError(f"{where}: a law takes named variables, then priors by keyword alone")


def given(parameters: Mapping[str, Any], controls: Any = None) -> Named:
    """What any law may draw on by name: the priors' draws, and of Controls the switches and the structural variants."""
    priors = {name: parameters[name] for name in load_priors() if name in parameters}
    return priors if controls is None else priors | {"on": controls.on, "variant": controls.variant}
