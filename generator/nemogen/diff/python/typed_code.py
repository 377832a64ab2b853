"""Code as mypy reads it: the options of mypy, and the nodes of the parsed code."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from mypy import nodes
from mypy.build import BuildResult
from mypy.modulefinder import BuildSource
from mypy.options import Options
from mypy.types import (
    CallableType,
    Instance,
    LiteralType,
    Overloaded,
    ProperType,
    Type,
    TypeType,
    TypeVarType,
    UnionType,
    get_proper_type,
)

from nemogen.errors import Location


def mypy_options(package: Path) -> Options:
    """For code that uses the package in a folder: without configuration, plugins and installed packages."""
    options = Options()
    options.export_types = options.preserve_asts = True
    options.ignore_errors = options.ignore_missing_imports = options.check_untyped_defs = True
    options.no_site_packages, options.python_executable = True, None
    options.incremental, options.cache_dir = False, os.devnull
    options.follow_imports = "silent"
    options.mypy_path = [str(package)]
    options.namespace_packages = options.explicit_package_bases = True
    return options


def place(file: str, o: nodes.Context) -> Location:
    """The location of a node."""
    return Location(file, line=o.line, column=o.column + 1)


_ELSEWHERE: Final = frozenset({"analyzed", "info", "node", "original_def", "type", "types"})
"""Attributes of nodes that lead to nodes elsewhere."""


def all_nodes(tree: nodes.MypyFile) -> Iterator[nodes.Node]:
    """All statements and expressions of a file. mypy's own visitors are compiled, and cannot be inherited from."""
    waiting: list[object] = [*tree.defs]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, list | tuple):
            waiting += one
        elif isinstance(one, nodes.Node) and id(one) not in seen:
            seen.add(id(one))
            yield one
            held = getattr(type(one), "__mypyc_attrs__", ()) or vars(one)
            waiting += (getattr(one, name, None) for name in held if name not in _ELSEWHERE)


def nodes_by_file(sources: Sequence[BuildSource], result: BuildResult) -> Iterator[tuple[str, list[nodes.Node]]]:
    """The file of each source that was read, and all its nodes."""
    for source in sources:
        state = result.graph.get(source.module)
        if state is not None and state.tree is not None:
            yield source.path or source.module, [*all_nodes(state.tree)]


def literals(o: nodes.Expression) -> list[str]:
    """The values that an expression spells out, as texts."""
    if isinstance(o, nodes.StrExpr):
        return [o.value]
    if isinstance(o, nodes.IntExpr | nodes.FloatExpr):
        return [str(o.value)]
    if isinstance(o, nodes.NameExpr) and o.name in ("True", "False", "None"):
        return [o.name]
    if isinstance(o, nodes.TupleExpr | nodes.ListExpr | nodes.SetExpr):
        return [value for item in o.items for value in literals(item)]
    if isinstance(o, nodes.ConditionalExpr):
        return [*literals(o.if_expr), *literals(o.else_expr)]
    return []


def literals_of_types(kinds: list[ProperType]) -> list[str]:
    """The values that an expression of these types may have, as texts; none where it may have others too."""
    found: list[str] = []
    for kind in kinds:
        literal = kind.last_known_value if isinstance(kind, Instance) else kind
        if not isinstance(literal, LiteralType):
            return []
        found.append(str(literal.value))
    return found


def alternatives(kind: Type | None) -> list[ProperType]:
    """The types that an expression of a type may have, without unions around them."""
    waiting = [] if kind is None else [get_proper_type(kind)]
    found: list[ProperType] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, UnionType):
            waiting += [get_proper_type(each) for each in one.items]
        elif isinstance(one, TypeVarType):
            waiting.append(get_proper_type(one.upper_bound))
        elif isinstance(one, TypeType):
            waiting.append(one.item)
        else:
            found.append(one)
    return found


def positional_names(callee: list[ProperType]) -> list[str | None]:
    """The parameters that a call may give by their places, of what these types say is called."""
    first = callee[0] if callee else None
    first = first.items[0] if isinstance(first, Overloaded) else first
    if not isinstance(first, CallableType):
        return []
    kinds = zip(first.arg_names, first.arg_kinds, strict=True)
    return [name for name, kind in kinds if kind.is_positional()]
