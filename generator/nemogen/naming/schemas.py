"""One schema of a spec, however it is spelt, as the one spelling that both engines read right.

What comes out is OpenAPI 3.1 and uses few forms: `$ref` to a component (with `description` beside it), a scalar with
its bounds, an array, an object with `properties` or `additionalProperties`, `anyOf` (null last), or {} for anything.
All that had to be mended on the way is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from nemogen.document import Json, JsonObject
from nemogen.naming import bounds, enums, merge, one_way, references, unions
from nemogen.naming.reading import NAME, ORIGIN, TITLE, Reading, Spot
from nemogen.naming.references import Target
from nemogen.schema_tree import CLOSED, NULL

_DEEPEST: Final = 50

_PROSE = ("description", "deprecated")
_BESIDE = {"$ref", "nullable", "title", "default", "example", "examples", *one_way.KEYWORDS, NAME, *_PROSE}
"""What may stand beside a reference, or around a lone member of `allOf`, without changing what the value is."""

_NAMED = re.compile(r"[A-Z][A-Za-z0-9]*")
_UNTYPED = ("not", "if", "then", "else", "dependentSchemas", "dependentRequired", "patternProperties", "propertyNames",
            "contains", "unevaluatedProperties", "unevaluatedItems", "prefixItems")  # fmt: skip
"""Keywords that no type of Python expresses: the server checks them, the client does not."""

_FORMATS = frozenset({"date-time", "date", "time", "uuid", "decimal", "byte"})
"""Formats of texts that Python has a type for."""

_COMBINING = ("allOf", "oneOf", "anyOf")


def canonical(schema: Json, spot: Spot, reading: Reading) -> dict[str, Any]:
    """`schema` in the forms named above: what cannot be read becomes {} and a finding.

    Raises SpecError where the document unfolds without end.
    """
    reading.count(spot.at)
    if schema is True:
        return {}
    if not isinstance(schema, Mapping):
        reading.note("schema-unreadable", "no schema stands here, so any value is accepted", spot.at)
        return {}
    if spot.depth > _DEEPEST:
        reading.note(
            "schema-too-deep", f"more than {_DEEPEST} schemas inside each other: any value is accepted", spot.at
        )
        return {}
    if "$ref" in schema:
        return _reference(schema, spot, reading)
    _note_keywords(schema, spot, reading)
    if isinstance(schema.get("allOf"), list):
        return _all_of(schema, spot, reading)
    nullable, types = _types(schema)
    result = _union(schema, spot, reading) if _branches(schema) else _typed(schema, types, spot, reading)
    return _finish(result, schema, nullable, spot, reading)


def _note_keywords(schema: JsonObject, spot: Spot, reading: Reading) -> None:
    for keyword in _UNTYPED:
        if keyword in schema:
            reading.note("keyword-not-typed", f"`{keyword}` is left to the server: no type expresses it", spot.at)
    for keyword in _COMBINING:
        if keyword in schema and not isinstance(schema[keyword], list):
            reading.note("keyword-unreadable", f"`{keyword}` is no list of schemas: left out", spot.at)
    if schema.get("enum") == []:
        reading.note("enum-empty", "the enumeration names no value: left out", spot.at)
    if NAME in schema and not _is_name(schema[NAME]):
        reading.note("name-unfit", f"`{NAME}: {schema[NAME]!r}` is no name of a class: left out", spot.at)


def _reference(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    target = _target(schema, spot, reading)
    if target is None:
        return _prose(schema)
    around = f"{spot.at}/".startswith(f"{target.at}/") or target.at in spot.through
    if target.component is None and not around:
        whole = {**target.schema, **{key: value for key, value in schema.items() if key != "$ref"}}
        inside = replace(spot, at=target.at, through=(*spot.through, target.at), depth=spot.depth + 1)
        return canonical(whole, inside, reading)
    for keyword in schema.keys() - _BESIDE:
        reading.note("reference-sibling", f"`{keyword}` beside a `$ref` is left to the server", spot.at)
    reading.want(Spot(target.at, target.at if target.component else spot.root))
    return _finish({"$ref": f"#{target.at}"}, schema, schema.get("nullable") is True, spot, reading)


def _target(schema: JsonObject, spot: Spot, reading: Reading) -> Target | None:
    """What the reference means; a finding where it is nothing, or was meant otherwise than it is written."""
    target = references.resolve(reading.document, schema["$ref"], spot.root)
    if target is None:
        reading.note("reference-dangling", f"`{schema['$ref']}` leads nowhere: any value is accepted", spot.at)
        return None
    if target.rebased:
        reading.note("reference-rebased", f"`{schema['$ref']}` is relative to its own schema: rebased", spot.at)
    return target


def _all_of(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    members: list[Json] = schema["allOf"]
    beside = {key: value for key, value in schema.items() if key != "allOf"}
    only = members[0] if len(members) == 1 and isinstance(members[0], Mapping) else None
    if only is not None and "$ref" in only and not beside.keys() - _BESIDE:
        return canonical({**beside, **only, **_prose(beside)}, spot, reading)
    if schema in spot.merged:
        reading.note("all-of-recursive", "merging `allOf` leads back to it: any value is accepted", spot.at)
        return {}

    def resolve(reference: Json) -> Target | None:
        reading.count(spot.at)
        return references.resolve(reading.document, reference, spot.root)

    merged = merge.all_of(members, beside, resolve, spot.at)
    for problem in merged.problems:
        reading.note("all-of-unmerged", problem, spot.at)
    return canonical(merged.schema, replace(spot, depth=spot.depth + 1, merged=(*spot.merged, schema)), reading)


def _branches(schema: JsonObject) -> list[tuple[str, int, Json]]:
    lists = ((keyword, schema.get(keyword)) for keyword in ("oneOf", "anyOf"))
    return [
        (keyword, index, each)
        for keyword, found in lists
        if isinstance(found, list)
        for index, each in enumerate(found)
    ]


def _types(schema: JsonObject) -> tuple[bool, tuple[str, ...]]:
    """Whether null is allowed, and the other types, as `type` (word or list), `nullable`, `enum` or `const` say."""
    declared = schema.get("type")
    listed = [declared] if isinstance(declared, str) else declared if isinstance(declared, list) else []
    types = tuple(dict.fromkeys(name for name in listed if isinstance(name, str)))
    values = schema.get("enum")
    in_enum = (isinstance(values, list) and None in values) or ("const" in schema and schema["const"] is None)
    nullable = schema.get("nullable") is True or "null" in types or in_enum
    return nullable, tuple(name for name in types if name != "null")


def _union(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    common = {key: value for key, value in schema.items() if key in {"type", "properties", "required"}}
    found: list[dict[str, Any]] = []
    for keyword, index, branch in _branches(schema):
        if isinstance(branch, Mapping) and branch.keys() <= {"required", "not"}:
            reading.note("keyword-not-typed", f"`{keyword}` only requires properties: left to the server", spot.at)
            continue
        whole = branch if _is_child(branch, spot, reading) else _with_common(branch, common)
        found.append(_branch(whole, spot.below(keyword, index), reading))
    if not found:
        rest = {key: value for key, value in schema.items() if key not in {"oneOf", "anyOf"}}
        return _typed(rest, _types(rest)[1], spot, reading)
    return unions.flat(found, schema.get("discriminator"))


def _is_child(branch: Json, spot: Spot, reading: Reading) -> bool:
    """Whether a branch is an `allOf` of the union itself, and so has all that the union says of its branches."""
    if not isinstance(branch, Mapping) or "$ref" not in branch:
        return False
    target = references.resolve(reading.document, branch["$ref"], spot.root)
    return target is not None and merge.extends(target.schema, spot.at)


def _with_common(branch: Json, common: JsonObject) -> Json:
    """A branch with what the union says of all of them: properties, or else the type."""
    if "properties" in common:
        return {"allOf": [{"type": "object", **common}, branch]}
    if "type" in common and isinstance(branch, Mapping) and not branch.keys() & {"$ref", "type", *_COMBINING}:
        return branch if enums.is_enum(branch) else {"type": common["type"], **branch}
    return branch


def _branch(branch: Json, spot: Spot, reading: Reading) -> dict[str, Any]:
    """A branch; one that says nothing but `nullable: true` stands for null alone."""
    if isinstance(branch, Mapping) and branch.get("nullable") is True and set(branch) <= {"nullable", "description"}:
        return dict(NULL)
    return canonical(branch, spot, reading)


def _typed(schema: JsonObject, types: tuple[str, ...], spot: Spot, reading: Reading) -> dict[str, Any]:
    if enums.is_enum(schema):
        return enums.canonical(schema, lambda rule, message: reading.note(rule, message, spot.at))
    if not types and schema.get("type") in ("null", ["null"]):
        return dict(NULL)
    types = types or _inferred(schema)
    if len(types) > 1:
        return unions.flat([_one_type(name, schema, spot, reading) for name in types])
    return _one_type(types[0], schema, spot, reading) if types else {}


def _inferred(schema: JsonObject) -> tuple[str, ...]:
    """The type that the other keywords imply: publishers leave it out."""
    if "properties" in schema or "additionalProperties" in schema:
        return ("object",)
    if "items" in schema:
        return ("array",)
    return next(((name,) for name, keys in bounds.BOUNDS.items() if any(key in schema for key in keys)), ())


def _one_type(name: str, schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    readers = {"object": _object, "array": _array} | dict.fromkeys(("string", "integer", "number", "boolean"), _scalar)
    if name not in readers:
        reading.note("type-unknown", f"`{name}` is no type of OpenAPI: any value is accepted", spot.at)
        return {}
    return readers[name]({**schema, "type": name}, spot, reading)


def _object(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    declared, listed = schema.get("properties", {}), schema.get("required", [])
    for keyword, found, kind in (("properties", declared, Mapping), ("required", listed, list)):
        if not isinstance(found, kind):
            reading.note("keyword-unreadable", f"`{keyword}: {found!r}` cannot be read: left out", spot.at)
    properties = {
        str(name): canonical(value, spot.below("properties", name), reading)
        for name, value in (declared.items() if isinstance(declared, Mapping) else ())
    }
    names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    required = list(dict.fromkeys(names))
    for name in required:
        if name not in properties:
            reading.note(
                "required-undeclared", f"`{name}` is required but not declared: declared as any value", spot.at
            )
            properties[name] = {}
    result: dict[str, Any] = {"type": "object"}
    if properties:
        result |= {"properties": properties, "required": required} if required else {"properties": properties}
        result |= one_way.marks(schema, spot, reading)
    extra = schema.get("additionalProperties")
    # A closed object is one class with an open one: publishers close and open objects without a word, and names have
    # to stay. Answers keep what they hold besides, and type checkers refuse what a TypedDict does not name.
    if isinstance(extra, Mapping):
        result["additionalProperties"] = canonical(extra, spot.below("additionalProperties"), reading)
    elif extra is False and properties:
        result[CLOSED] = True
    return result


def _array(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    items = canonical(schema.get("items", {}), spot.below("items"), reading)
    return {"type": "array", "items": items, **_bounds(schema, spot, reading)}


def _scalar(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    result = {"type": schema["type"], **_bounds(schema, spot, reading)}
    kind = _format(schema) if schema["type"] == "string" else None
    return {**result, "format": kind} if kind else result


def _format(schema: JsonObject) -> str | None:
    """The format of a text that says more of its type than text: raw bytes, base64 in 3.1's spelling, a date."""
    declared, encoding = schema.get("format"), schema.get("contentEncoding")
    if encoding == "base64":
        return "byte"
    if declared == "binary" or (schema.get("contentMediaType") == "application/octet-stream" and not encoding):
        return "binary"
    return declared if isinstance(declared, str) and declared in _FORMATS else None


def _bounds(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    return bounds.canonical(schema, lambda rule, message: reading.note(rule, message, spot.at))


def _finish(result: dict[str, Any], schema: JsonObject, nullable: bool, spot: Spot, reading: Reading) -> dict[str, Any]:
    """The name goes inside; null, prose and the default go outside."""
    if "properties" in result or "anyOf" in result:
        result = {**result, ORIGIN: spot.at}
    if "$ref" not in result:
        result = {**result, **_names(schema, result)}
    if nullable and result:
        result = unions.or_null(result)
    result = {**result, **_prose(schema)}
    if schema.get("default") is not None:
        if enums.fits(schema["default"], result):
            result["default"] = schema["default"]
        else:
            reading.note(
                "default-unfit", f"the default {schema['default']!r} is no value of its schema: dropped", spot.at
            )
    return result


def _names(schema: JsonObject, result: JsonObject) -> dict[str, Any]:
    """The name that an overlay gives the schema, and its title where it is to be named at all."""
    found = {NAME: schema[NAME]} if _is_name(schema.get(NAME)) else {}
    if ORIGIN in result and _is_name(schema.get(TITLE)):
        found[TITLE] = schema[TITLE]
    return found


def _is_name(value: Json) -> bool:
    return isinstance(value, str) and _NAMED.fullmatch(value) is not None


def _prose(schema: JsonObject) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    if isinstance(schema.get("description"), str) and schema["description"].strip():
        kept["description"] = schema["description"].strip()
    if schema.get("deprecated") is True:
        kept["deprecated"] = True
    return kept
