"""The Document as each engine gets it: what one of them reads wrong is respelt here, and nowhere else."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.ir import Document, JsonObject
from generator.naming import python_name, words

PREFIX: Final = "#/components/schemas/"
PARAM: Final = "Param"
DOC_WIDTH: Final = 100

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]"
)
"""Characters that a reader does not see as they are, those that turn the direction of text among them."""

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_JSON_TYPES = {"string", "number", "integer", "boolean"}


def prose(text: str, width: int = DOC_WIDTH) -> str:
    """Text of a spec as text of a docstring: control characters out, indentation out, wrapped (lists are kept)."""
    lines = [line.strip() for line in _CONTROL.sub("", text.replace("\r\n", "\n").replace("\t", " ")).split("\n")]
    wrapped = (textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(wrapped)).strip()
    return f"{joined} " if joined.endswith(('"', "\\")) else joined


def reached(document: Document, direction: str) -> frozenset[str]:
    """The components that requests ("request") or answers ("response") consist of."""
    roots: set[str] = set()
    for operation in document.operations:
        part = operation.mapping.get("requestBody") if direction == "request" else operation.mapping["responses"]
        roots |= _named_in(part)
        if direction == "request":
            roots |= _named_in(operation.mapping["parameters"])
    found: set[str] = set()
    while roots:
        name = roots.pop()
        found.add(name)
        roots |= _named_in(document.schemas[name]) - found
    return frozenset(found)


def _named_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return {name for inner in value for name in _named_in(inner)}
    if not isinstance(value, Mapping):
        return set()
    own = {value["$ref"].removeprefix(PREFIX)} if isinstance(value.get("$ref"), str) else set()
    return own.union(*(_named_in(inner) for inner in value.values()))


def for_models(document: Document) -> dict[str, Any]:
    """For pydantic models: what answers consist of has open enumerations (a new value passes)."""
    opened = reached(document, "response")
    schemas = {name: _model(schema, name in opened) for name, schema in document.schemas.items()}
    return _whole(schemas, {})


def for_params(document: Document, models: str) -> dict[str, Any]:
    """For TypedDicts of arguments: only what requests consist of, enumerations closed, names with `Param` at the end.

    Where a TypedDict is wanted, the class of the same shape in the module `models` (dotted) is accepted too.
    """
    wanted = reached(document, "request")
    schemas = {name: _model(schema, False) for name, schema in document.schemas.items() if name in wanted}
    classes = names_of(schemas)

    def either(value: Any) -> Any:
        if isinstance(value, list):
            return [either(inner) for inner in value]
        if not isinstance(value, Mapping):
            return value
        result = {key: either(inner) for key, inner in value.items() if key != "discriminator"}
        if not isinstance(value.get("$ref"), str):
            return result
        name = value["$ref"].removeprefix(PREFIX)
        result["$ref"] = f"{PREFIX}{name}{PARAM}"
        if name not in classes:
            return result
        outside = {key: result.pop(key) for key in list(result) if key != "$ref"}
        return {"anyOf": [result, {"type": "object", "customTypePath": f"{models}.{name}"}], **outside}

    return _whole({f"{name}{PARAM}": either(schema) for name, schema in schemas.items()}, {})


def for_client(document: Document) -> dict[str, Any]:
    """For the parser of operations: what it refuses, and what nobody takes from it, is respelt.

    Free objects are any value (it would make a class of each), parameters of headers and cookies are text, placeholders
    of paths are ASCII (see `client_path`), of two properties that it would call alike the first is kept.
    """
    paths: dict[str, dict[str, Any]] = {}
    for operation in document.operations:
        mapping = _plain(operation.mapping)
        mapping["parameters"] = [_client_parameter(entry) for entry in mapping["parameters"]]
        if "requestBody" in mapping:
            mapping["requestBody"]["content"] = _known_media(mapping["requestBody"]["content"])
        for response in mapping["responses"].values():
            response["content"] = _known_media(response["content"])
        paths.setdefault(client_path(operation.path), {})[operation.verb] = mapping
    schemas = {name: {} if _circles(name, document) else _plain(schema) for name, schema in document.schemas.items()}
    return _whole(schemas, paths)


def client_path(path: str) -> str:
    """A path template as the parser of operations gets it: it knows ASCII placeholders only."""
    return _PLACEHOLDER.sub(lambda match: f"{{{'_'.join(words(match[1]))}}}", path)


def _client_parameter(entry: dict[str, Any]) -> dict[str, Any]:
    if entry["in"] == "path":
        return {**entry, "name": "_".join(words(entry["name"]))}
    return {**entry, "schema": {"type": "string"}} if entry["in"] in {"header", "cookie"} else entry


def _circles(name: str, document: Document) -> bool:
    """Whether a component that is no class leads back to itself through such components alone."""
    classes = names_of(document.schemas)
    seen: set[str] = set()
    ahead = {name}
    while ahead:
        step = ahead.pop()
        if step in classes:
            continue
        found = _named_in(document.schemas[step])
        if name in found:
            return True
        ahead |= found - seen
        seen |= found
    return False


def body_kind(media: str) -> str:
    """How a body of this media type is sent: "json" (RFC 6839's +json too), "multipart", "form" or "binary"."""
    essence = media.split(";")[0].strip().lower()
    kinds = {"multipart/form-data": "multipart", "application/x-www-form-urlencoded": "form", "*/*": "json"}
    if essence == "application/json" or essence.endswith("+json"):
        return "json"
    return kinds.get(essence, "binary")


def _known_media(content: JsonObject) -> dict[str, Any]:
    """Media types that the parser does not know as bytes: it would drop them."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {
        media if body_kind(media) != "binary" else "application/octet-stream": entry
        if body_kind(media) != "binary"
        else binary
        for media, entry in content.items()
    }


def _whole(schemas: JsonObject, paths: JsonObject) -> dict[str, Any]:
    info = {"title": "api", "version": "0"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


def _model(schema: JsonObject, opened: bool) -> dict[str, Any]:
    """A schema for models: prose wrapped, nullable scalars in one type list, defaults left to the server."""
    result = {key: value for key, value in schema.items() if key not in {"default", "deprecated"}}
    if "description" in result:
        result["description"] = prose(result["description"])
    if "properties" in result:
        fields = {name: value for name, value in result["properties"].items() if not is_file(value)}
        result["properties"] = {name: _model(value, opened) for name, value in fields.items()}
        result["required"] = [name for name in result.get("required", ()) if name in fields]
    if result.get("additionalProperties") is False:
        del result["additionalProperties"]
    for key in ("items", "additionalProperties"):
        if key in result:
            result[key] = _unbounded(_model(result[key], opened))
    if "anyOf" in result:
        result = _union({**result, "anyOf": [_model(branch, opened) for branch in result["anyOf"]]})
    return _open(result) if opened and len(result.get("enum", ())) > 1 else result


def is_file(schema: JsonObject) -> bool:
    """Whether a property is a file, or a list of files: these travel beside the model."""
    return schema.get("format") == "binary" or (schema.get("type") == "array" and is_file(schema["items"]))


def _union(schema: dict[str, Any]) -> dict[str, Any]:
    """A number or null as a type list where bounds stand on it: an `anyOf` of it becomes a class of its own."""
    rest = [branch for branch in schema["anyOf"] if branch != {"type": "null"}]
    if len(rest) == 1 and len(schema["anyOf"]) == 2 and rest[0].get("type") in _JSON_TYPES and "enum" not in rest[0]:
        outside = {key: value for key, value in schema.items() if key != "anyOf"}
        return {**rest[0], **outside, "type": [rest[0]["type"], "null"]}
    return {**schema, "anyOf": [_unbounded(branch) for branch in schema["anyOf"]]}


def _unbounded(schema: dict[str, Any]) -> dict[str, Any]:
    """A scalar without its bounds where they would become a class of their own: the server checks them."""
    types = schema.get("type")
    scalar = set(types) <= {*_JSON_TYPES, "null"} if isinstance(types, list) else types in _JSON_TYPES
    if scalar and "enum" not in schema:
        return {key: schema[key] for key in ("type", "format", "description") if key in schema}
    return schema


def _open(schema: dict[str, Any]) -> dict[str, Any]:
    """An enumeration that lets new values pass."""
    outside = {key: value for key, value in schema.items() if key not in {"type", "enum"}}
    closed = {"type": schema["type"], "enum": schema["enum"]}
    return {**outside, "anyOf": [closed, {"type": schema["type"]}]}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if not isinstance(value, Mapping):
        return value
    if value.get("type") == "object" and "properties" not in value:
        return {key: value[key] for key in ("description",) if key in value}
    if isinstance(value.get("properties"), Mapping):
        first = {python_name(name): name for name in reversed(value["properties"])}.values()
        kept = {name: inner for name, inner in value["properties"].items() if name in first}
        return {"type": "object", "properties": {name: _plain(inner) for name, inner in kept.items()}}
    result = {key: _plain(inner) for key, inner in value.items() if key != "default"}
    if "enum" in result and result.get("type") != "string":
        del result["enum"]
    return result


def names_of(schemas: Mapping[str, JsonObject], kinds: Iterable[str] = ("properties",)) -> frozenset[str]:
    """The components that become classes: those with properties."""
    return frozenset(name for name, schema in schemas.items() if any(kind in schema for kind in kinds))


def field_names(schemas: Mapping[str, JsonObject]) -> dict[str, str]:
    """The Python name of each property that needs another than the API's; where two of a class clash, neither gets one."""
    found: dict[str, str] = {}
    clashing: set[str] = set()
    for schema in schemas.values():
        names = [python_name(name) for name in schema.get("properties", ())]
        for name in schema.get("properties", ()):
            own = python_name(name)
            if names.count(own) > 1:
                clashing.add(name)
            elif own != name:
                found[name] = own
    return {name: own for name, own in found.items() if name not in clashing}
