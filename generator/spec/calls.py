"""The calls of all operations together: where two want one name, and where a resource and a method do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.errors import NameClash, Place
from generator.ir import Call, JsonObject, Operation
from generator.naming import call_of
from generator.schema_tree import with_schemas
from generator.spec.reading import NAME
from generator.spec.shape import bare

_OF_THE_PATH = {"operationId", "summary", "description", "security", "deprecated"}
_RULES: tuple[Mapping[str, bool], ...] = ({"versions": True}, {"by": True}, {"versions": True, "by": True})
"""How a later operation gets another name than an earlier one, tried in this order."""


def settled(operations: tuple[Operation, ...], given: frozenset[str], file: str) -> tuple[Operation, ...]:
    """`operations` (schemas inline) with a call each that no other one has, unless they are one operation twice.

    `given` are the pointers of those that the overlay or the settings name: these keep their calls. Raises NameClash
    where two are called alike and no rule tells them apart.
    """
    contracts = {each.at: _contract(each) for each in operations}
    for rule in _RULES:
        again = {each.at for each in _unequal(operations, contracts)} - given
        operations = tuple(
            replace(each, call=call_of(each.verb, each.path, **rule)) if each.at in again else each
            for each in operations
        )
    for operation in _unequal(operations, contracts):
        raise NameClash(
            f"two operations want the name {operation.call}",
            where=Place(file, operation.at),
            remedy=f"Name one of them in the overlay: `update: {{{NAME}: resource.method}}`.",
        )
    return _apart(operations)


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
