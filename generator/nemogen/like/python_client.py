"""Another client of the API, as the source of a Python package has it."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.errors import ConfigError, Location
from nemogen.like.client_tree import ClientTree
from nemogen.like.endpoint_functions import read_endpoint_functions
from nemogen.like.foreign_client import ForeignClient
from nemogen.like.foreign_types import ForeignTypes
from nemogen.like.python_modules import PythonModules


def read_python_client(files: Mapping[str, bytes], label: str) -> ForeignClient:
    """The client in `files`, by path below the folder that a program would import them from.

    Nothing of it is imported or run. Raises ConfigError where no method that sends a request is found.
    """
    modules = PythonModules(files)
    types = ForeignTypes(modules)
    methods = tuple(read_endpoint_functions(modules, types)) or ClientTree(modules, types).methods()
    if not methods:
        remedy = "Stainless, Fern, Speakeasy, openapi-python-client and OpenAPI Generator are understood."
        raise ConfigError("no method that sends a request was found in it", where=Location(label), remedy=remedy)
    return ForeignClient(label, methods, {}, types.find_class)
