"""The Document as datamodel-code-generator gets it: what it reads wrong is respelt here, and nowhere else."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any, Final

from nemogen.client.body_parts import upload_bodies
from nemogen.client.deprecation import class_notes
from nemogen.client.formats import value_type
from nemogen.client.reachable import reached
from nemogen.client.round_trip import Kin, kin_of
from nemogen.document import Document, JsonObject
from nemogen.findings import Direction
from nemogen.names import PARAM, is_normal
from nemogen.schema_tree import PREFIX, component, is_list, with_parts
from nemogen.text_safety import visible

TUPLES: Final = "_runtime.tuples"
MARK: Final = "OpenTuple_"
"""The type of the runtime for tuples with any number of items at the end; it marks tuples for `client.tuples`."""

DOC_WIDTH: Final = 100

VALUES: Final = "_runtime.values"
"""The module of the runtime with the types of texts; `client.models` makes its import relative."""

AS_CALL: Final = "written as a call"
"""A property that no class can have. templates/models/TypedDict.jinja2 knows it too."""

DEPRECATION: Final = "x-deprecation"
"""A component for models that is deprecated holds what to say of it here."""

BASE: Final = "x-base"
"""A component for models that is the base of a family holds true here: values with tags that nobody knows are that."""

_ANNOTATING = frozenset(
    {"Any", "Literal", "Mapping", "NotRequired", "Optional", "Required", "Sequence", "Union",
     "bool", "bytes", "dict", "float", "int", "list", "object", "str"}
)  # fmt: skip

_JSON_TYPES = {"string", "number", "integer", "boolean"}


def prose(text: str, width: int = DOC_WIDTH) -> str:
    """Text of a spec as text of a docstring: control characters out, indentation out, wrapped (lists are kept)."""
    lines = [line.strip() for line in visible(text.replace("\t", " ")).split("\n")]
    wrapped = (textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(wrapped)).strip()
    return f"{joined} " if joined.endswith(('"', "\\")) else joined


def without_prose(document: Document) -> Document:
    """The document without what descriptions say, which takes long to lay out and changes no type."""
    return replace(document, schemas={name: _without_prose(each) for name, each in document.schemas.items()})


def _without_prose(schema: JsonObject) -> dict[str, Any]:
    result = with_parts(schema, _without_prose)
    result.pop("description", None)
    return result


def for_models(document: Document) -> dict[str, Any]:
    """For pydantic models: what responses consist of has open enumerations (a new value passes)."""
    opened, uploads = reached(document, Direction.RESPONSE), upload_bodies(document)
    schemas = {
        name: _component(_without_files(schema) if name in uploads else schema, name in opened)
        for name, schema in document.schemas.items()
    }
    for name in base_classes(document) & schemas.keys():
        schemas[name][BASE] = True
    for name, note in class_notes(document).items():
        schemas[name][DEPRECATION] = f"{name} is {note[0].lower()}{note[1:]}"
    return _whole(schemas)


def base_classes(document: Document) -> frozenset[str]:
    """The classes of bases of families."""
    if document.declared is None or not document.declared.families:
        return frozenset()
    pointers = {family.alone.pointer for family in document.declared.families.values()}
    return frozenset(name for name, origin in document.origins.items() if origin in pointers)


def for_params(document: Document, models: str) -> dict[str, Any]:
    """For TypedDicts of arguments: only what requests consist of, enumerations closed, names with `Param` at the end.

    Where a TypedDict is wanted, the class of the same shape in the module `models` (dotted) is accepted too, and so are
    the classes of responses that can be sent back in its place.
    """
    wanted = reached(document, Direction.REQUEST)
    uploads = upload_bodies(document)
    schemas = {
        name: _component(_without_files(schema) if name in uploads else schema, False)
        for name, schema in document.schemas.items()
        if name in wanted
    }
    kin = kin_of(document)
    classes = {name: (name, *kin.get(name, ())) for name in names_of(schemas)}
    hiding = (
        _ANNOTATING | {each for names in classes.values() for each in names} | {f"{name}{PARAM}" for name in schemas}
    )
    found = {f"{name}{PARAM}": _either(schema, classes, models) for name, schema in schemas.items()}
    return _whole({name: _as_call(schema) if _hides(schema, hiding) else schema for name, schema in found.items()})


def _hides(schema: JsonObject, names: Set[str]) -> bool:
    """Whether a class with these properties could not be written: one hides a type, is private to the class, or would
    be another name there."""
    keys = schema.get("properties", {})
    return any(key in names or key.startswith("__") or not is_normal(key) for key in keys)


def _as_call(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with a mark for which the engine writes `TypedDict("Name", {...})`; our template leaves it out."""
    return {**schema, "properties": {**schema["properties"], AS_CALL: {"type": "string"}}}


def _either(schema: JsonObject, classes: Kin, models: str) -> dict[str, Any]:
    """`schema` with each reference to a class as one to its TypedDict or to the classes that stand for it."""
    result = with_parts(schema, lambda part: _either(part, classes, models))
    result.pop("discriminator", None)
    name = component(schema)
    if name is None:
        return result
    result["$ref"] = f"{PREFIX}{name}{PARAM}"
    if name not in classes:
        return result
    outside = {key: result.pop(key) for key in list(result) if key != "$ref"}
    accepted = [{"type": "object", "customTypePath": f"{models}.{each}"} for each in classes[name]]
    return {"anyOf": [result, *accepted], **outside}


def _whole(schemas: JsonObject) -> dict[str, Any]:
    info = {"title": "api", "version": "0"}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}


def _model(schema: JsonObject, opened: bool) -> dict[str, Any]:
    """A schema for models: prose wrapped, nullable scalars in one type list, defaults left to the server."""
    result = {key: value for key, value in schema.items() if key not in {"default", "deprecated"}}
    if named := value_type(result):
        said = {key: result[key] for key in ("description",) if key in result}
        return {"type": "object", "customTypePath": f"{VALUES}.{named}", **said}
    # Inside JSON raw bytes are text: the engine would take bytes, which JSON has not.
    result.pop("format", None)
    if "description" in result:
        result["description"] = prose(result["description"])
    if "properties" in result:
        result["properties"] = {name: _model(_noted(value), opened) for name, value in result["properties"].items()}
        result["required"] = list(result.get("required", ()))
    if "prefixItems" in result:
        return _tuple(result, opened)
    for key in ("items", "additionalProperties"):
        if key in result:
            result[key] = _unbounded(_model(result[key], opened))
    if "anyOf" in result:
        result = _union({**result, "anyOf": [_model(branch, opened) for branch in result["anyOf"]]})
    return _open(result) if opened and len(result.get("enum", ())) > 1 else result


def _tuple(schema: dict[str, Any], opened: bool) -> dict[str, Any]:
    """A tuple as `client.tuples` finds it again: two marks, or a mark and the schema of what follows, come first."""
    mark = {"type": "object", "customTypePath": f"{TUPLES}.{MARK}"}
    rest = _unbounded(_model(schema["items"], opened)) if "items" in schema else mark
    items = [mark, rest, *(_unbounded(_model(each, opened)) for each in schema["prefixItems"])]
    whole = {"prefixItems": items, "items": False, "minItems": len(items), "maxItems": len(items)}
    return {**{key: value for key, value in schema.items() if key != "items"}, **whole}


def _noted(schema: JsonObject) -> JsonObject:
    """A property with a sentence for `deprecated`, which pydantic would warn of each time that it is read."""
    if schema.get("deprecated") is not True:
        return schema
    return {**schema, "description": f"{schema.get('description', '')}\n\nDeprecated.".strip()}


def _component(schema: JsonObject, opened: bool) -> dict[str, Any]:
    """A component for models; of one that is a text of a type of its own the engine would make an empty class."""
    result = _model(schema, opened)
    return {"anyOf": [result]} if "customTypePath" in result else result


def _without_files(schema: JsonObject) -> dict[str, Any]:
    fields = {name: value for name, value in schema.get("properties", {}).items() if not is_file(value)}
    required = [name for name in schema.get("required", ()) if name in fields]
    return {**schema, "properties": fields, "required": required} if "properties" in schema else dict(schema)


def is_file(schema: JsonObject) -> bool:
    """Whether a property is a file, or a list of files: these travel beside the model."""
    return schema.get("format") == "binary" or (is_list(schema) and is_file(schema["items"]))


def _union(schema: dict[str, Any]) -> dict[str, Any]:
    """A number or null as a type list where bounds stand on it: an `anyOf` of it becomes a class of its own."""
    rest = [branch for branch in schema["anyOf"] if branch != {"type": "null"}]
    outside = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(rest) == 1 and isinstance(rest[0].get("type"), list):  # it was null or a scalar before, as a component
        return {**rest[0], **outside}
    if len(rest) == 1 and len(schema["anyOf"]) == 2 and rest[0].get("type") in _JSON_TYPES and "enum" not in rest[0]:
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


def names_of(schemas: Mapping[str, JsonObject]) -> frozenset[str]:
    """The components that become classes: those with properties."""
    return frozenset(name for name, schema in schemas.items() if "properties" in schema)
