"""Schemas as `naming.canonical_schemas` writes them, as trees: what stands inside them, and what they refer to.

Only keywords count here, never a property or a value that has the name of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from nemogen.document import JsonObject

PREFIX: Final = "#/components/schemas/"

NULL: Final[JsonObject] = {"type": "null"}

CLOSED: Final = "x-nemogen-closed"
"""The mark, true, of an object schema that names all properties there may be; it changes neither name nor shape."""

PARAMETERS: Final = "x-nemogen-parameters"
"""An operation's reference to one object of all its parameters."""

Change = Callable[[JsonObject], dict[str, Any]]


def parts(schema: JsonObject) -> Iterator[JsonObject]:
    """The schemas that stand directly inside `schema`."""
    yield from schema.get("properties", {}).values()
    yield from schema.get("prefixItems", ())
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), Mapping):
            yield schema[key]
    yield from schema.get("anyOf", ())


def with_parts(schema: JsonObject, change: Change) -> dict[str, Any]:
    """`schema` with `change` of each schema that stands directly inside it."""
    result = dict(schema)
    if "properties" in schema:
        result["properties"] = {name: change(value) for name, value in schema["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), Mapping):
            result[key] = change(schema[key])
    for key in ("prefixItems", "anyOf"):
        if key in schema:
            result[key] = [change(part) for part in schema[key]]
    return result


def is_list(schema: JsonObject) -> bool:
    """Whether a schema is an array whose items are all of one schema, `items`; a tuple is none."""
    return schema.get("type") == "array" and "prefixItems" not in schema


def references(schemas: Iterable[JsonObject]) -> set[str]:
    """Every `$ref` in `schemas`, at any depth; what they lead to is not entered."""
    found: set[str] = set()
    ahead = list(schemas)
    while ahead:
        schema = ahead.pop()
        if "$ref" in schema:
            found.add(schema["$ref"])
        ahead.extend(parts(schema))
    return found


def component(schema: JsonObject) -> str | None:
    """The name of the component that `schema` refers to; None where it is no reference."""
    return str(schema["$ref"]).removeprefix(PREFIX) if "$ref" in schema else None


def components_in(schemas: Iterable[JsonObject]) -> set[str]:
    """The names of the components that `schemas` refer to themselves."""
    return {reference.removeprefix(PREFIX) for reference in references(schemas)}


def request_schemas(operation: JsonObject) -> Iterator[JsonObject]:
    """What an operation (the mapping of an Operation) takes: its parameters, one by one, and its body."""
    yield from (entry["schema"] for entry in operation["parameters"])
    yield from (media["schema"] for media in operation.get("requestBody", {}).get("content", {}).values())


def response_schemas(operation: JsonObject) -> Iterator[JsonObject]:
    """What an operation answers with, success or not."""
    for response in operation["responses"].values():
        yield from (media["schema"] for media in response["content"].values())


def with_schemas(operation: JsonObject, change: Change, answered: Change | None = None) -> dict[str, Any]:
    """The mapping of an operation with `change` of each schema of its parameters, its body and its responses.

    `answered` is the change of those of its responses where it is another.
    """
    result = dict(operation)
    result["parameters"] = [{**entry, "schema": change(entry["schema"])} for entry in operation["parameters"]]
    if PARAMETERS in operation:
        result[PARAMETERS] = change(operation[PARAMETERS])
    if "requestBody" in operation:
        result["requestBody"] = _with_content(operation["requestBody"], change)
    result["responses"] = {
        status: _with_content(response, answered or change) for status, response in operation["responses"].items()
    }
    return result


def _with_content(owner: JsonObject, change: Change) -> dict[str, Any]:
    content = {media: {**entry, "schema": change(entry["schema"])} for media, entry in owner["content"].items()}
    return {**owner, "content": content}


def admits_null(schema: JsonObject, components: Mapping[str, JsonObject], seen: frozenset[str] = frozenset()) -> bool:
    """Whether null is a value of a schema in the form of a Document, whose references lead to `components`."""
    name = component(schema)
    if name is not None and name not in seen:
        return name not in components or admits_null(components[name], components, seen | {name})
    kinds = schema.get("type")
    own = kinds is None or "null" in ([kinds] if isinstance(kinds, str) else kinds)
    listed = None in schema["enum"] if "enum" in schema else schema.get("const") is None
    unions = (schema[keyword] for keyword in ("anyOf", "oneOf") if keyword in schema)
    return (
        own
        and listed
        and all(admits_null(part, components, seen) for part in schema.get("allOf", ()))
        and all(any(admits_null(part, components, seen) for part in parts) for parts in unions)
    )
