"""The order in which a reader of the document meets its components: that of the classes in a package."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.document import Operation


def reading_order(
    operations: Iterable[Operation],
    schemas: Mapping[str, CanonicalSchema],
    later: Collection[str],
    response_twins: Mapping[str, str],
) -> tuple[str, ...]:
    """The names of `schemas`, as `operations` lead to them.

    Inline schemas are read at once, targets of references (`later`) after what refers to them, and the view of a schema
    in requests after that in responses (`response_twins`). Names are assigned in another order, independent of the
    document: this one is for people who compare the two.
    """
    found: dict[str, None] = {}
    ahead: deque[str] = deque()

    def read(schema: CanonicalSchema) -> None:
        name = schema.reference
        if name is None:
            for part in schema.parts():
                read(part)
        elif name not in found:
            for each in dict.fromkeys((response_twins.get(name, name), name)):
                enter(each)

    def enter(name: str) -> None:
        if name in found:
            return
        found[name] = None
        if name in later:
            ahead.append(name)
        else:
            read(schemas[name])

    for operation in operations:
        for schema in (
            *operation.body_content.values(),
            operation.arguments or ANYTHING,
            operation.bare_body or ANYTHING,
            *operation.response_schemas(),
        ):
            read(schema)
    while ahead:
        read(schemas[ahead.popleft()])
    return (*found, *(name for name in schemas if name not in found))
