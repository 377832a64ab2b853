"""Arguments that a package declares once, as a TypedDict that several methods take by name (PEP 692)."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import partial

import griffe

from nemogen.diff.python.assignments import call_of
from nemogen.diff.python.modules import Package
from nemogen.diff.python.surface import Field

_UNPACK = ("typing.Unpack", "typing_extensions.Unpack")
_DECLARATION = "Keywords"
"""The class of the runtime that says which of the arguments have a default."""


def declaring_class(package: Package, module: str, parameter: griffe.Parameter) -> str | None:
    """The TypedDict of the package in `**arguments: Unpack[TypedDict]`; None for any other parameter."""
    try:
        node = ast.parse(str(parameter.annotation), mode="eval").body
    except SyntaxError:
        return None
    if parameter.kind is not griffe.ParameterKind.var_keyword or not isinstance(node, ast.Subscript):
        return None
    is_unpacked = package.resolve(module, ast.unparse(node.value)) in _UNPACK
    return package.resolve(module, ast.unparse(node.slice)) if is_unpacked else None


def declared_defaults(package: Package, module: str, name: str) -> Mapping[str, str]:
    """The defaults of arguments in the TypedDict `name`, as code: `Keywords(name, defaults={...})` has them."""
    resolve = partial(package.resolve, module)
    for item in package.module(module).members.values():
        call = call_of(item) if isinstance(item, griffe.Attribute) else None
        for inner in ast.walk(call) if call else ():
            if (
                isinstance(inner, ast.Call)
                and ast.unparse(inner.func) == _DECLARATION
                and inner.args
                and resolve(ast.unparse(inner.args[0])) == name
            ):
                return _defaults(inner)
    return {}


def default_of(name: str, field: Field, defaults: Mapping[str, str]) -> str | None:
    """The default of an argument that a TypedDict declares, as code; None where it is required."""
    if field.is_required:
        return None
    takes_omit = any(atom.name.rpartition(".")[2] == "Omit" for atom in field.type or ())
    return defaults.get(name, "omit" if takes_omit and not name.startswith("extra_") else "None")


def _defaults(call: ast.Call) -> dict[str, str]:
    given = next((each.value for each in call.keywords if each.arg == "defaults"), None)
    if not isinstance(given, ast.Dict):
        return {}
    return {
        str(key.value): ast.unparse(value)
        for key, value in zip(given.keys, given.values, strict=True)
        if isinstance(key, ast.Constant)
    }
