"""The order in which a reader of the document meets its components: that of the classes in a package."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping

from nemogen.document import JsonObject
from nemogen.schema_tree import PARAMETERS, component, parts, response_schemas


def reading_order(
    operations: Iterable[JsonObject],
    schemas: Mapping[str, JsonObject],
    later: Collection[str],
    answered: Mapping[str, str],
) -> tuple[str, ...]:
    """The names of `schemas`, as `operations` (Operation Objects) lead to them.

    What stands in place is read at once; what the document refers to (`later`) after what refers to it, and what a
    request sends of a schema after what responses hold of it (`answered`). Names are given in another order, which the
    document does not decide: this one is for people who compare the two.
    """
    found: dict[str, None] = {}
    ahead: deque[str] = deque()

    def read(schema: JsonObject) -> None:
        name = component(schema)
        if name is None:
            for part in parts(schema):
                read(part)
        elif name not in found:
            for each in dict.fromkeys((answered.get(name, name), name)):
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
        for media in operation.get("requestBody", {}).get("content", {}).values():
            read(media["schema"])
        read(operation.get(PARAMETERS, {}))
        for schema in response_schemas(operation):
            read(schema)
    while ahead:
        read(schemas[ahead.popleft()])
    return (*found, *(name for name in schemas if name not in found))
