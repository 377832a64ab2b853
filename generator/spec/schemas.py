"""One schema of a spec, however it is spelt, as the one spelling that both engines read right.

What comes out is OpenAPI 3.1 and uses few forms: `$ref` to a component (with `description` beside it), a scalar with
its bounds, an array, an object with `properties` or `additionalProperties`, `anyOf` (null last), or {} for anything.
All that had to be mended on the way is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator import pointer
from generator.errors import Place
from generator.ir import Finding, Json, JsonObject, Level
from generator.spec import enums, merge, references

NAME = "x-nemogen-name"
"""The extension by which an overlay names a schema, or (dotted) an operation."""

ORIGIN = "x-nemogen-origin"
"""The extension that carries, up to hoisting, the pointer of an object or a union in the document."""

_PROSE = ("description", "deprecated")
_TITLE = re.compile(r"[A-Z][A-Za-z0-9]*")
_BOUNDS = {
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "string": ("minLength", "maxLength", "pattern"),
    "array": ("minItems", "maxItems"),
}
_UNTYPED = ("not", "if", "then", "else", "dependentSchemas", "dependentRequired", "patternProperties", "propertyNames",
            "contains", "unevaluatedProperties", "unevaluatedItems", "prefixItems")  # fmt: skip
"""Keywords that no type of Python expresses: the server checks them, the client does not."""

NULL: JsonObject = {"type": "null"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a schema stands: its pointer, that of the outermost schema around it, and the references followed."""

    at: str
    root: str
    through: tuple[str, ...] = ()

    def __truediv__(self, step: str | int) -> Spot:
        return replace(self, at=pointer.join(self.at, step))


@dataclass(slots=True)
class Reading:
    """One pass over a document: collects the findings, and the referenced schemas that are still to be read."""

    document: JsonObject
    file: str
    findings: list[Finding] = field(default_factory=list)
    wanted: dict[str, Spot] = field(default_factory=dict)

    def note(self, rule: str, message: str, at: str) -> None:
        """Reports a repair."""
        self.findings.append(Finding(rule, Level.NOTE, message, area="spec", revision=Place(self.file, at), key=at))


def canonical(schema: Json, spot: Spot, reading: Reading) -> dict[str, Any]:
    """`schema` in the forms named above. Never raises: what cannot be read becomes {} and a finding."""
    if schema is True:
        return {}
    if not isinstance(schema, Mapping):
        reading.note("schema-unreadable", "no schema stands here, so any value is accepted", spot.at)
        return {}
    if "$ref" in schema:
        return _reference(schema, spot, reading)
    if "allOf" in schema:
        return _all_of(schema, spot, reading)
    for keyword in _UNTYPED:
        if keyword in schema:
            reading.note("keyword-not-typed", f"`{keyword}` is left to the server: no type expresses it", spot.at)
    nullable, types = _types(schema)
    result = _union(schema, spot, reading) if _branches(schema) else _typed(schema, types, spot, reading)
    return _finish(result, schema, nullable, spot, reading)


def _reference(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    target = references.resolve(reading.document, schema["$ref"], spot.root)
    if target is None:
        reading.note("reference-dangling", f"`{schema['$ref']}` leads nowhere: any value is accepted", spot.at)
        return _prose(schema)
    if target.rebased:
        reading.note("reference-rebased", f"`{schema['$ref']}` is relative to its own schema: rebased", spot.at)
    root = target.at if target.component else spot.root
    around = f"{spot.at}/".startswith(f"{target.at}/") or target.at in spot.through
    if not target.component and not around:
        whole = {**target.schema, **{key: value for key, value in schema.items() if key != "$ref"}}
        return canonical(whole, Spot(target.at, root, (*spot.through, target.at)), reading)
    reading.wanted.setdefault(target.at, Spot(target.at, root))
    result: dict[str, Any] = {"$ref": f"#{target.at}", **_prose(schema)}
    return or_null(result) if schema.get("nullable") is True else result


def _all_of(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    members = schema["allOf"] if isinstance(schema["allOf"], list) else []
    beside = {key: value for key, value in schema.items() if key != "allOf"}
    only = members[0] if len(members) == 1 and isinstance(members[0], Mapping) else None
    if only is not None and "$ref" in only and not set(beside) - {"nullable", "title", "default", "example", *_PROSE}:
        return canonical({**beside, **only, **_prose(beside)}, spot, reading)
    merged = merge.all_of(members, beside, lambda ref: references.resolve(reading.document, ref, spot.root))
    for problem in merged.problems:
        reading.note("all-of-unmerged", problem, spot.at)
    return canonical(merged.schema, spot, reading)


def _branches(schema: JsonObject) -> list[tuple[str, int, Json]]:
    return [
        (keyword, index, branch)
        for keyword in ("oneOf", "anyOf")
        for index, branch in enumerate(schema.get(keyword) or ())
        if isinstance(schema.get(keyword), list)
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
        if isinstance(branch, Mapping) and set(branch) <= {"required", "not"}:
            reading.note("keyword-not-typed", f"`{keyword}` only requires properties: left to the server", spot.at)
            continue
        whole = {"allOf": [{"type": "object", **common}, branch]} if "properties" in common else branch
        found.append(_branch(whole, spot / keyword / index, reading))
    if not found:
        rest = {key: value for key, value in schema.items() if key not in {"oneOf", "anyOf"}}
        return _typed(rest, _types(rest)[1], spot, reading)
    return _flat_union(found, schema)


def _branch(branch: Json, spot: Spot, reading: Reading) -> dict[str, Any]:
    """A branch; one that says nothing but `nullable: true` stands for null alone."""
    if isinstance(branch, Mapping) and branch.get("nullable") is True and set(branch) <= {"nullable", "description"}:
        return dict(NULL)
    return canonical(branch, spot, reading)


def _flat_union(found: Sequence[dict[str, Any]], schema: JsonObject) -> dict[str, Any]:
    flat: list[dict[str, Any]] = []
    for branch in found:
        nested = branch.get("anyOf")
        flat.extend(nested if nested and "discriminator" not in branch else [branch])
    distinct = [branch for index, branch in enumerate(flat) if branch not in flat[:index]]
    if {} in distinct:
        return {}
    rest = [branch for branch in distinct if branch != NULL]
    result: dict[str, Any] = dict(rest[0]) if len(rest) == 1 else {"anyOf": rest} if rest else dict(NULL)
    if len(rest) > 1 and isinstance(schema.get("discriminator"), Mapping):
        result["discriminator"] = {"propertyName": schema["discriminator"].get("propertyName")}
    return or_null(result) if len(rest) < len(distinct) and rest else result


def _typed(schema: JsonObject, types: tuple[str, ...], spot: Spot, reading: Reading) -> dict[str, Any]:
    if "const" in schema or isinstance(schema.get("enum"), list):
        return enums.canonical(schema, lambda rule, message: reading.note(rule, message, spot.at))
    types = types or _inferred(schema)
    if len(types) > 1:
        return {"anyOf": [_one_type(name, schema, spot, reading) for name in types]}
    return _one_type(types[0], schema, spot, reading) if types else {}


def _inferred(schema: JsonObject) -> tuple[str, ...]:
    """The type that the other keywords imply: publishers leave it out."""
    if "properties" in schema or "additionalProperties" in schema:
        return ("object",)
    if "items" in schema:
        return ("array",)
    return next(((name,) for name, bounds in _BOUNDS.items() if any(bound in schema for bound in bounds)), ())


def _one_type(name: str, schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    readers = {"object": _object, "array": _array} | dict.fromkeys(("string", "integer", "number", "boolean"), _scalar)
    if name not in readers:
        reading.note("type-unknown", f"`{name}` is no type of OpenAPI: any value is accepted", spot.at)
        return {}
    return readers[name]({**schema, "type": name}, spot, reading)


def _object(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    declared = schema.get("properties")
    properties = {
        str(name): canonical(value, spot / "properties" / name, reading)
        for name, value in (declared.items() if isinstance(declared, Mapping) else ())
    }
    listed = schema.get("required")
    required = [
        str(name) for name in dict.fromkeys(listed if isinstance(listed, list) else ()) if isinstance(name, str)
    ]
    for name in required:
        if name not in properties:
            reading.note(
                "required-undeclared", f"`{name}` is required but not declared: declared as any value", spot.at
            )
            properties[name] = {}
    result: dict[str, Any] = {"type": "object"}
    if properties:
        result |= {"properties": properties, "required": required} if required else {"properties": properties}
    extra = schema.get("additionalProperties")
    if extra is False:
        result["additionalProperties"] = False
    elif isinstance(extra, Mapping):
        result["additionalProperties"] = canonical(extra, spot / "additionalProperties", reading)
    return result


def _array(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    items = canonical(schema.get("items", {}), spot / "items", reading)
    return {"type": "array", "items": items, **_bounds(schema, spot, reading)}


def _scalar(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    result = {"type": schema["type"], **_bounds(schema, spot, reading)}
    if schema.get("format") == "binary" or schema.get("contentMediaType") == "application/octet-stream":
        result["format"] = "binary"
    return result


def _bounds(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, Any]:
    """The bounds of a type, in 3.1's spelling (3.0's exclusive bounds are booleans beside the bound)."""
    result = {key: schema[key] for key in _BOUNDS.get(schema["type"], ()) if key in schema}
    for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(result.get(exclusive), bool) and result.pop(exclusive) and plain in result:
            result[exclusive] = result.pop(plain)
    for key in list(result):
        if not (enums.is_pattern(result[key]) if key == "pattern" else enums.is_number(result[key])):
            reading.note(
                "bound-unreadable", f"`{key}: {result[key]!r}` cannot be checked here: left to the server", spot.at
            )
            del result[key]
    return result


def _finish(result: dict[str, Any], schema: JsonObject, nullable: bool, spot: Spot, reading: Reading) -> dict[str, Any]:
    """The name goes inside; null, prose and the default go outside."""
    if "properties" in result or "anyOf" in result:
        result = {**result, ORIGIN: spot.at}
    result = {**result, **_name(schema)}
    if nullable and result:
        result = or_null(result)
    result = {**result, **_prose(schema)}
    if "default" in schema and schema["default"] is not None:
        if enums.fits(schema["default"], result):
            result["default"] = schema["default"]
        else:
            reading.note(
                "default-unfit", f"the default {schema['default']!r} is no value of its schema: dropped", spot.at
            )
    return result


def or_null(schema: JsonObject) -> dict[str, Any]:
    """`schema`, or null: the one form of it that both engines read right in every mode."""
    if schema == NULL:
        return dict(schema)
    branches = schema.get("anyOf")
    if branches is not None and "discriminator" not in schema:
        return dict(schema) if NULL in branches else {**schema, "anyOf": [*branches, NULL]}
    prose = _prose(schema)
    return {"anyOf": [{key: value for key, value in schema.items() if key not in prose}, dict(NULL)], **prose}


def _name(schema: JsonObject) -> dict[str, Any]:
    """The name that an overlay, or else a title that is fit for a class, gives the schema."""
    for key in (NAME, "title"):
        if isinstance(schema.get(key), str) and _TITLE.fullmatch(schema[key]):
            return {NAME: schema[key]}
    return {}


def _prose(schema: JsonObject) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    if isinstance(schema.get("description"), str) and schema["description"].strip():
        kept["description"] = schema["description"].strip()
    if schema.get("deprecated") is True:
        kept["deprecated"] = True
    return kept
