"""What requests and responses consist of."""

from __future__ import annotations

from nemogen.canonical import references
from nemogen.document import Document, Operation
from nemogen.findings import Direction


def reached(document: Document, direction: Direction) -> frozenset[str]:
    """The components that requests or responses consist of."""
    inside = Operation.request_schemas if direction is Direction.REQUEST else Operation.response_schemas
    operations = (*document.operations, *document.events)
    ahead = references(schema for operation in operations for schema in inside(operation))
    found: set[str] = set()
    while ahead:
        name = ahead.pop()
        found.add(name)
        ahead |= references([document.schemas[name]]) - found
    return frozenset(found)
