"""The schemas of one document: read on first use, and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nemogen.openapi.document import Document
from nemogen.openapi.families import Family, target_of
from nemogen.openapi.read_schema import read_schema
from nemogen.openapi.references import References
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target
from nemogen.openapi.visit import linked

_OUTERMOST: Final = re.compile(r"/(components/schemas|definitions)/[^/]+|.*?/(schema|itemSchema)(?=/|$)")
"""The outermost schema around a pointer, in documents of OpenAPI."""


class SchemaStore:
    """Gives what references mean. A schema is read once, however many references lead to it."""

    def __init__(self, reading: References) -> None:
        self._reading = reading
        self._schemas: dict[Target, SchemaNode] = {}

    def resolve(self, reference: SchemaRef) -> SchemaNode | None:
        """The schema at the target of a reference, perhaps a reference itself; None if there is none."""
        target = reference.target
        if target is None:
            return None
        found = self._schemas.get(target)
        if found is None:
            found = read_schema(self._reading.raw(target), self._reading, outermost(target))
            self._schemas[target] = found
        return found


def outermost(target: Target) -> str:
    """The pointer of the outermost schema around a target: what references of its own are relative to."""
    match = _OUTERMOST.match(target.pointer)
    return match.group() if match else target.pointer


def _references_of(family: Family) -> Iterator[SchemaRef]:
    """The children of a family and the further names of all members, the last one first."""
    for member in (*family.children[::-1], family.base):
        yield from family.others.get(target_of(member), ())[::-1]
        if member != family.base:
            yield member


def reachable_schemas(document: Document) -> Iterator[Schema]:
    """Every schema that operations, webhooks and callbacks lead to, each once; references are followed.

    A reference to the base of a family may mean any of its children, which their tags identify.
    """
    seen: set[Target] = set()
    waiting = [node for operation in document.all_operations() for node in operation.schemas()][::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, SchemaRef):
            if node.target is not None and node.target not in seen:
                seen.add(node.target)
                found = document.resolve_target(node)
                family = document.families.get(node.target)
                waiting.extend((*(_references_of(family) if family else ()), *(() if found is None else (found,))))
            continue
        yield node
        waiting.extend([*linked(node)][::-1])
