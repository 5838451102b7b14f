"""Where each prior enters: read off the code, so that a page can lead from a prior to its equation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from overstretch.assumptions import load_priors
from overstretch.report import law_text


class Use(NamedTuple):
    """One place: the law's module and function and the argument that carries the prior; without a law, the file alone."""

    module: str
    function: str
    argument: str

    def __str__(self) -> str:
        return f"{self.argument} in {self.function}" if self.argument else f"in {self.module}.{self.function}"


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """Prior → where it enters, in the order of the files."""
    found: dict[str, dict[Use, None]] = {name: {} for name in load_priors()}
    for folder in ("model", "engine", "systems", "assumptions"):
        paths = sorted(
            (p for p in (files("overstretch") / folder).iterdir() if p.name.endswith(".py")), key=lambda p: p.name
        )
        for path in paths:
            tree = ast.parse(path.read_text("utf-8"))
            for name, use in _in_tree(tree, path.name.removesuffix(".py")):
                if name in found:
                    found[name][use] = None
    return {name: _best(tuple(places)) for name, places in found.items()}


def _best(places: tuple[Use, ...]) -> tuple[Use, ...]:
    """Laws' arguments where there are any, else the functions that use the prior themselves."""
    return tuple(u for u in places if u.argument) or places


def _in_tree(tree: ast.Module, module: str) -> Iterator[tuple[str, Use]]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield from _in_node(node, module, Use(module, node.name, ""))


def _in_node(node: ast.AST, module: str, where: Use) -> Iterator[tuple[str, Use]]:
    """Every string subscript below a node with the innermost call of a law around it."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and not _switches(node.value):
        yield str(node.slice.value), where
    if isinstance(node, ast.Call) and (law := _law_called(node, module)):
        called, arguments = law
        for k, value in enumerate(node.args):
            named = arguments[k] if k < len(arguments) else ""
            yield from _in_node(value, module, Use(called, _name(node), named))
        for keyword in node.keywords:
            yield from _in_node(keyword.value, module, Use(called, _name(node), keyword.arg or ""))
        return
    for child in ast.iter_child_nodes(node):
        yield from _in_node(child, module, where)


def _switches(node: ast.expr) -> bool:
    """Whether a subscript reads a switch or a variant, some of which bear the name of a prior."""
    return (node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")) in ("on", "variant")


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _law_called(call: ast.Call, module: str) -> tuple[str, tuple[str, ...]] | None:
    """Module and arguments of the law that a call names, as `module.function` or as a function of the same file."""
    owner = (
        call.func.value.id if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) else module
    )
    known = law_text.modules().get(owner)
    law = next((law for law in known.laws if law.name == _name(call)), None) if known else None
    return (owner, law.arguments) if law else None
