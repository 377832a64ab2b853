"""What requests and responses consist of."""

from __future__ import annotations

from nemogen.document import Document
from nemogen.findings import Direction
from nemogen.schema_tree import components_in, request_schemas, response_schemas


def reached(document: Document, direction: Direction) -> frozenset[str]:
    """The components that requests or responses consist of."""
    inside = request_schemas if direction is Direction.REQUEST else response_schemas
    operations = (*document.operations, *document.events)
    ahead = components_in(schema for operation in operations for schema in inside(operation.mapping))
    found: set[str] = set()
    while ahead:
        name = ahead.pop()
        found.add(name)
        ahead |= components_in([document.schemas[name]]) - found
    return frozenset(found)
