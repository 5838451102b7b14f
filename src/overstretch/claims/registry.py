"""All templates, found in the folder `templates/`: adding one touches one file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from overstretch.claims import templates as folder
from overstretch.claims.template import Template
from overstretch.engine.schema import VARIABLES
from overstretch.errors import InputError


@cache
def templates() -> dict[str, Template]:
    """Name → template, in alphabetical order; a template that reads an unknown variable is an error at once."""
    found: dict[str, Template] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(folder.__path__)):
        if module.startswith("_"):
            continue
        template: Template = importlib.import_module(f"{folder.__name__}.{module}").TEMPLATE
        unknown = set(template.variables) - set(VARIABLES)
        if unknown:
            raise ValueError(
                f"template {template.name} reads variables that no run returns: {', '.join(sorted(unknown))}"
            )
        found[template.name] = template
    return found


def template(name: str) -> Template:
    """One template; an unknown name is an error that lists those that exist."""
    try:
        return templates()[name]
    except KeyError:
        raise InputError(f"no template {name!r}; there are: {', '.join(templates())}") from None
