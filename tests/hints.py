"""What frameworks ask of a package at run time: types of every public function, and of every dict that it takes.

`python -m tests.hints PACKAGE…` prints what cannot be told; nothing where all can. The packages share one runtime.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import pkgutil
import sys
import typing
import warnings
from collections.abc import Iterator
from typing import Any

import pydantic
import typing_extensions

_SPECIAL = {
    *("__init__", "__call__", "__enter__", "__exit__", "__iter__", "__next__"),
    *("__aenter__", "__aexit__", "__aiter__", "__anext__"),
}


def public_classes(package: str) -> Iterator[Any]:
    """Every class that a user of the package can meet."""
    module = importlib.import_module(package)
    found = [getattr(module, name) for name in dir(module)]
    if importlib.util.find_spec(f"{package}.testing"):
        found += vars(importlib.import_module(f"{package}.testing")).values()
    resources = importlib.import_module(f"{package}.resources")
    for each in pkgutil.iter_modules(resources.__path__):
        home = importlib.import_module(f"{resources.__name__}.{each.name}")
        found += [thing for thing in vars(home).values() if getattr(thing, "__module__", "") == home.__name__]
    for kind in dict.fromkeys(filter(inspect.isclass, found)):
        if kind.__module__.startswith(f"{package}."):
            yield kind


def public_functions(found: Any) -> Iterator[Any]:
    """The methods, the constructor and the properties of a class, inherited ones of the package among them."""
    package = found.__module__.partition(".")[0]
    for name, each in inspect.getmembers_static(found):
        # A property's by `fget`, one that is computed once by `func`: each leads to a resource, or to its variants.
        function = next((getattr(each, own) for own in ("__func__", "fget", "func") if hasattr(each, own)), each)
        is_public = not name.startswith("_") or name in _SPECIAL
        # What dataclasses write themselves stands in no module.
        if is_public and inspect.isfunction(function) and function.__module__.split(".")[0] == package:
            yield function


def faults(package: str) -> Iterator[str]:
    """What goes wrong, one line each."""
    for found in public_classes(package):
        name = f"{found.__module__}.{found.__qualname__}"
        try:
            typing.get_type_hints(found)
            if typing_extensions.is_typeddict(found):
                pydantic.TypeAdapter(found).json_schema()
        except Exception as error:  # noqa: BLE001  # whatever it is, a framework would see it
            yield f"{name}: {type(error).__name__}: {error}"
        for function in public_functions(found):
            try:
                typing.get_type_hints(function)
                inspect.signature(function, eval_str=True)
            except Exception as error:  # noqa: BLE001  # whatever it is, a framework would see it
                yield f"{name}.{function.__name__}: {type(error).__name__}: {error}"
    module = importlib.import_module(package)
    for name in dir(module):
        alias = getattr(module, name)
        if name.endswith("Param") and not inspect.isclass(alias):
            try:
                pydantic.TypeAdapter(alias)
            except Exception as error:  # noqa: BLE001  # whatever it is, a framework would see it
                yield f"{package}.{name}: {type(error).__name__}: {error}"


def share_runtime(first: str, package: str) -> None:
    """Let a package use the imported runtime of another, which has the same: importing it takes long."""
    for name in [*sys.modules]:
        if f"{name}.".startswith(f"{first}._runtime."):
            sys.modules[f"{package}{name.removeprefix(first)}"] = sys.modules[name]


if __name__ == "__main__":
    warnings.simplefilter("error")
    for package in sys.argv[1:]:
        share_runtime(sys.argv[1], package)
        for fault in faults(package):
            print(fault.splitlines()[0])  # noqa: T201
