"""The calls of all operations together: where two want one name, and where a resource and a method do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from nemogen.document import Call, JsonObject, Operation
from nemogen.errors import Location, NameClash
from nemogen.findings import Finding, Level
from nemogen.names import call_of, python_name
from nemogen.naming.reading import NAME
from nemogen.naming.shape import bare
from nemogen.reserved_names import is_reserved, portable_name
from nemogen.schema_tree import with_schemas

_REMEDY = f"To choose a name, give it in the overlay: `update: {{{NAME}: resource.method}}`."
_OF_THE_PATH = {"operationId", "summary", "description", "deprecated"}
_RULES: tuple[Callable[[Operation], Call], ...] = (
    lambda each: call_of(each.verb, each.path, versions=True),
    lambda each: call_of(each.verb, each.path, by=True),
    lambda each: call_of(each.verb, each.path, versions=True, by=True),
    lambda each: Call(each.call.resource, python_name(f"{each.verb} {each.path}")),
)
"""How a later operation gets another name than an earlier one, tried in this order: by the version in its path, by its
placeholders, by both, and at last by its whole path."""


def settled(
    operations: tuple[Operation, ...], given: frozenset[str], file: str
) -> tuple[tuple[Operation, ...], tuple[Finding, ...]]:
    """`operations` (schemas inline) with a call each that no other one has, unless they are one operation twice.

    `given` are the pointers of those that the overlay or the settings name: these keep their calls. The findings say
    which others got a longer one. Raises NameClash where two are called alike and no rule tells them apart.
    """
    contracts = {each.at: _contract(each) for each in operations}
    wanted = {each.at: each.call for each in operations}
    for rule in _RULES:
        again = {each.at for each in _unequal(operations, contracts)} - given
        operations = tuple(replace(each, call=rule(each)) if each.at in again else each for each in operations)
    for operation in _unequal(operations, contracts):
        raise NameClash(
            f"two operations want the name {operation.call}", where=Location(file, operation.at), remedy=_REMEDY
        )
    renamed = (_renamed(each, wanted[each.at], file) for each in operations if each.call != wanted[each.at])
    operations = _apart(operations)
    return operations, (*renamed, *_modules(operations, file))


def _renamed(operation: Operation, wanted: Call, file: str) -> Finding:
    return Finding(
        "operation-renamed",
        Level.NOTE,
        f"another operation is called {wanted}, so this one is {operation.call}. {_REMEDY}",
        area="spec",
        revision=Location(file, operation.at),
        key=operation.at,
    )


def _modules(operations: tuple[Operation, ...], file: str) -> Iterator[Finding]:
    """What is told of resources whose modules cannot be called as they are."""
    first: dict[str, Operation] = {}
    for operation in operations:
        first.setdefault(operation.call.resource[0], operation)
    for name, operation in first.items():
        if is_reserved(name):
            yield Finding(
                "module-renamed",
                Level.NOTE,
                f"Windows can have no file {name}.py, so the module of client.{name} is {portable_name(name)}.py",
                area="spec",
                revision=Location(file, operation.at),
                key=name,
            )


def _unequal(operations: tuple[Operation, ...], contracts: Mapping[str, Any]) -> Iterator[Operation]:
    """Operations that want the call of an earlier one without being the same operation under a second path."""
    first: dict[Call, Operation] = {}
    for operation in operations:
        known = first.setdefault(operation.call, operation)
        if (known.verb, contracts[known.at]) != (operation.verb, contracts[operation.at]):
            yield operation


def _contract(operation: Operation) -> JsonObject:
    """What an operation takes and gives, without prose, and without what its path says."""
    mapping = with_schemas(operation.mapping, bare)
    found = {key: value for key, value in mapping.items() if key not in _OF_THE_PATH}
    found["parameters"] = [_without_prose(entry) for entry in mapping["parameters"]]
    found["responses"] = {status: _without_prose(entry) for status, entry in mapping["responses"].items()}
    return found


def _without_prose(entry: JsonObject) -> JsonObject:
    return {key: value for key, value in entry.items() if key not in {"description", "deprecated"}}


def _apart(operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """A resource that has the name of a method beside it gives way: `books.list()`, but `books.list_.retrieve()`."""
    methods = {(*each.call.resource, each.call.method) for each in operations}

    def renamed(resource: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{part}_" if resource[: end + 1] in methods else part for end, part in enumerate(resource))

    return tuple(replace(each, call=Call(renamed(each.call.resource), each.call.method)) for each in operations)
