"""A client of openapi-python-client: a module a operation, whose `_get_kwargs` has the request."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nemogen.like.foreign_client import ForeignMethod
from nemogen.like.foreign_types import ForeignTypes
from nemogen.like.python_modules import PythonModules
from nemogen.like.request_calls import find_request


def read_endpoint_functions(modules: PythonModules, types: ForeignTypes) -> Iterator[ForeignMethod]:
    """The operations of `package.api.pets.list_pets`, each as pets.list_pets."""
    for module in sorted(modules.names):
        kwargs = modules.definitions(module).get("_get_kwargs")
        parts = module.split(".")
        if not isinstance(kwargs, ast.FunctionDef) or "api" not in parts:
            continue
        request = find_request(kwargs)
        call = ".".join(each for each in parts[parts.index("api") + 1 :] if each != "default")
        if request and call:
            arguments = (*kwargs.args.posonlyargs, *kwargs.args.args, *kwargs.args.kwonlyargs)
            takes = {each.arg: types.read(module, each.annotation) for each in arguments if each.annotation}
            yield ForeignMethod(*request, call, types.read(module, _returned(modules, module)), takes)


def _returned(modules: PythonModules, module: str) -> ast.expr | None:
    """What `sync` returns, or what the response is parsed to."""
    for name in ("sync", "_parse_response", "sync_detailed"):
        found = modules.definitions(module).get(name)
        if isinstance(found, ast.FunctionDef) and found.returns is not None:
            return found.returns
    return None
