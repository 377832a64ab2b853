"""From a corrected spec to the Document that the engines get: normalise, name the calls, hoist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.errors import NameClash, Place
from generator.ir import Document, Finding, JsonObject, Level, Operation
from generator.naming import call_of
from generator.spec.hoist import Hoisted, hoist
from generator.spec.normalise import Normal, normalise
from generator.spec.schemas import NAME

_OF_THE_PATH = {"operationId", "summary", "description", "security", "deprecated"}


def prepare(spec: JsonObject, file: str, names: Mapping[str, str] | None = None) -> Document:
    """`spec` (parsed, overlay applied) as a Document; `file` is its name in findings.

    `names` maps "POST /path" to the dotted name that the settings give the operation. Raises SpecError where there is
    no operation, NameClash where two things want one name and no rule tells them apart.
    """
    normal = normalise(spec, file, names)
    hoisted = hoist(normal, file)
    twice = tuple(_unequal(hoisted.operations))
    if twice:
        normal = replace(normal, operations=tuple(_versioned(each, twice) for each in normal.operations))
        hoisted = hoist(normal, file)
        for operation in _unequal(hoisted.operations):
            raise _clash(operation, file)
    return _document(normal, hoisted, file)


def _document(normal: Normal, hoisted: Hoisted, file: str) -> Document:
    first = {operation.call: operation for operation in reversed(hoisted.operations)}
    kept = tuple(operation for operation in hoisted.operations if first[operation.call] is operation)
    repeated = tuple(
        Finding(
            "operation-repeated",
            Level.NOTE,
            f"{each.verb.upper()} {each.path} is {first[each.call].path} again: one method calls the latter",
            area="spec",
            revision=Place(file, each.at),
            key=each.at,
        )
        for each in hoisted.operations
        if each not in kept
    )
    return Document(
        kept,
        hoisted.schemas,
        hoisted.origins,
        normal.info,
        normal.servers,
        normal.security_schemes,
        normal.security,
        (*normal.findings, *repeated),
    )


def _unequal(operations: tuple[Operation, ...]) -> Iterator[Operation]:
    """Operations that want the call of an earlier one without being the same operation under a second path."""
    first: dict[object, Operation] = {}
    for operation in operations:
        known = first.setdefault(operation.call, operation)
        if known is not operation and (known.verb, _contract(known)) != (operation.verb, _contract(operation)):
            yield operation


def _contract(operation: Operation) -> JsonObject:
    return {key: value for key, value in operation.mapping.items() if key not in _OF_THE_PATH}


def _versioned(operation: Operation, twice: tuple[Operation, ...]) -> Operation:
    if operation.at in {each.at for each in twice}:
        return replace(operation, call=call_of(operation.verb, operation.path, versions=True))
    return operation


def _clash(operation: Operation, file: str) -> NameClash:
    return NameClash(
        f"two operations want the name {operation.call}",
        where=Place(file, operation.at),
        remedy=f"Name one of them in the overlay: `update: {{{NAME}: resource.method}}`.",
    )
