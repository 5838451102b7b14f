"""All laws of the package, checked against the assumption files when this module is imported, and what follows from
them."""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterable
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

import overstretch.model
from overstretch.assumptions import load_priors
from overstretch.errors import InputError
from overstretch.model.wiring import Law, Switch

# Priors that no law takes: they make the allies' wills, which are drawn before the first quarter (engine.draws,
# assumptions.draws).
OUTSIDE: dict[str, str] = {
    "will_common": "draws of the allies' wills",
    "will_correlation": "draws of the allies' wills",
    "will_spread": "draws of the allies' wills",
}


class Flow(NamedTuple):
    """What goes from one module's laws to another's: the variables, and the switches of the laws that take them."""

    start: str
    end: str
    variables: tuple[str, ...]
    switches: tuple[str, ...]


class Wiring:
    """The laws, by module in the order of the files; `about` is what each module says of itself."""

    def __init__(
        self, modules: Iterable[ModuleType], priors: Collection[str], outside: Collection[str] = OUTSIDE
    ) -> None:
        """Raises InputError for a prior that a law takes and no file declares, or that is declared and nothing
        takes."""
        self.laws: dict[str, tuple[Law[Any], ...]] = {}
        self.about: dict[str, str] = {}
        for module in sorted(modules, key=lambda m: m.__name__):
            name = module.__name__.rpartition(".")[2]
            if own := tuple(
                x for x in vars(module).values() if isinstance(x, Law) and x.function.__module__ == module.__name__
            ):
                self.laws[name], self.about[name] = own, module.__doc__ or ""
        for law in self.every:
            if unknown := [name for name in law.priors if name not in priors]:
                raise InputError(
                    f"model/{law.module}.py, {law.name}: takes {', '.join(unknown)} by keyword, but the "
                    f"assumption files declare no "
                    "such prior; accepted: the name of an entry, or a variable before the `*`"
                )
        if unused := [name for name in priors if name not in self.uses and name not in outside]:
            raise InputError(
                f"assumptions: no law takes the prior {', '.join(unused)}; accepted: one that a law names "
                f"after its `*`, or that "
                "model/registry.py says is used outside the laws"
            )

    @cached_property
    def every(self) -> tuple[Law[Any], ...]:
        return tuple(law for laws in self.laws.values() for law in laws)

    @cached_property
    def uses(self) -> dict[str, tuple[Law[Any], ...]]:
        """Prior → the laws that take it."""
        found: dict[str, tuple[Law[Any], ...]] = {}
        for law in self.every:
            for name in law.priors:
                found[name] = (*found.get(name, ()), law)
        return found

    def enters(self, prior: str) -> tuple[str, ...]:
        """Where a prior enters: names of laws, or what else uses it."""
        return tuple(law.name for law in self.uses.get(prior, ())) or (OUTSIDE[prior],)

    @cached_property
    def switches(self) -> dict[str, Switch]:
        """Every switch of a law, those of one law of a system together, those of all systems last."""
        found = {switch.name: switch for law in self.every for switch in law.switches}
        parts = list(dict.fromkeys(s.of for s in found.values() if s.of))
        return dict(sorted(found.items(), key=lambda item: parts.index(item[1].of) if item[1].of else len(parts)))

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """The laws that a system's file can name, and the switches that are off without them."""
        names = dict.fromkeys(s.of for s in self.switches.values() if s.of)
        return {of: tuple(s.name for s in self.switches.values() if s.of == of) for of in names}

    def switches_of(self, module: str) -> tuple[str, ...]:
        """Switches that a module's laws take."""
        return tuple(dict.fromkeys(s.name for law in self.laws[module] for s in law.switches))

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """What one module gives and another takes, in the order of the modules."""
        found: dict[tuple[str, str], dict[str, set[str]]] = {}
        givers: dict[str, set[str]] = {}
        for law in self.every:
            for name in law.gives:
                givers.setdefault(name, set()).add(law.module)
        for law in self.every:
            for name in law.variables:
                for start in sorted(givers.get(name, set()) - {law.module}):
                    found.setdefault((start, law.module), {}).setdefault(name, set()).update(
                        s.name for s in law.switches
                    )
        return tuple(
            Flow(start, end, tuple(names), tuple(s for s in self.switches if any(s in held for held in names.values())))
            for (start, end), names in sorted(found.items())
        )


def _modules() -> list[ModuleType]:
    names = (found.name for found in pkgutil.iter_modules(overstretch.model.__path__))
    return [import_module(f"overstretch.model.{name}") for name in names if name != "registry"]


WIRING = Wiring(_modules(), load_priors())
LAWS, SWITCHES = WIRING.parts, tuple(WIRING.switches)
