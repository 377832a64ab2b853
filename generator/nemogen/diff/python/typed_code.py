"""Code as mypy reads it: how it is told to, and the nodes of what it read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mypy import nodes
from mypy.options import Options


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


_ELSEWHERE: Final = frozenset({"analyzed", "info", "node", "original_def", "type", "types"})
"""Attributes of nodes that lead to what stands somewhere else."""


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


def literals(o: nodes.Expression) -> Iterator[str]:
    """The values that an expression spells out, as texts."""
    if isinstance(o, nodes.StrExpr):
        yield o.value
    elif isinstance(o, nodes.IntExpr | nodes.FloatExpr):
        yield str(o.value)
    elif isinstance(o, nodes.NameExpr) and o.name in ("True", "False", "None"):
        yield o.name
    elif isinstance(o, nodes.TupleExpr | nodes.ListExpr | nodes.SetExpr):
        for item in o.items:
            yield from literals(item)
    elif isinstance(o, nodes.ConditionalExpr):
        yield from literals(o.if_expr)
        yield from literals(o.else_expr)
