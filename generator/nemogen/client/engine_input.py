"""The Document as datamodel-code-generator gets it: what it reads wrong is respelt here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nemogen.canonical import ANYTHING, CanonicalSchema, references
from nemogen.canonical_json import COMPONENTS, JsonSchema, write_bounds, write_discriminator
from nemogen.client.base_classes import base_classes
from nemogen.client.body_parts import upload_bodies
from nemogen.client.definition_order import in_order
from nemogen.client.deprecation import class_notes
from nemogen.client.formats import value_type
from nemogen.client.models_input import MARK, TUPLES, VALUES, EngineInput
from nemogen.client.prose import prose
from nemogen.client.reachable import reached
from nemogen.document import Document
from nemogen.findings import Direction
from nemogen.openapi.json_value import canonical_json
from nemogen.sunset_extensions import deprecation_clause

DEPRECATION: Final = "x-deprecation"
"""A component for models that is deprecated holds what to say of it here."""

BASE: Final = "x-base"
"""A component for models that is the base of a family holds true here: values with tags that nobody knows are that."""

_JSON_TYPES = {"string", "number", "integer", "boolean"}


def without_prose(schemas: Mapping[str, CanonicalSchema]) -> dict[str, CanonicalSchema]:
    """Components without descriptions, which take long to format and change no type."""
    return {name: _without_prose(each) for name, each in schemas.items()}


def _without_prose(schema: CanonicalSchema) -> CanonicalSchema:
    result = schema.with_parts(_without_prose)
    return replace(result, description="") if result.description else result


def for_models(document: Document) -> EngineInput:
    """For pydantic models: what responses consist of has open enumerations (a new value passes)."""
    given = model_types(document)
    return replace(given, printed=print_models(given))


def model_types(document: Document) -> EngineInput:
    """As `for_models`, with nothing printed: all that the types of models are told by."""
    opened = reached(document, Direction.RESPONSE)
    schemas = without_uploads(document)
    classes = names_of(document.schemas)
    notes = {name: f"{name} is {note[0].lower()}{note[1:]}" for name, note in class_notes(document).items()}
    bases = {name: tag for name, tag in base_classes(document).items() if name in schemas}
    accepted = dict.fromkeys(classes, ())
    return EngineInput({}, schemas, accepted, opened, notes, bases, _own_lists(schemas), _free_title(schemas))


def print_models(given: EngineInput) -> dict[str, JsonSchema]:
    """The components of `given` as JSON Schema."""
    schemas = given.schemas
    uses = {name: references((schema,)) & schemas.keys() for name, schema in schemas.items()}
    # In this order the engine writes the classes. Where it meets a component that it has not read, it looks for it.
    printed = {
        name: _Printer(name in given.opened, given.title).component(schemas[name], is_class=name in given.classes)
        for name in in_order(uses)
    }
    for name in given.bases:
        printed[name][BASE] = True
    for name, note in given.notes.items():
        printed[name][DEPRECATION] = note
    return printed


def _free_title(names: Iterable[str]) -> str:
    title = "BoundedList"
    while any(name.startswith(title) for name in names):
        title += "X"
    return title


def _own_lists(schemas: Mapping[str, CanonicalSchema]) -> frozenset[str]:
    found = ((name, each.items) for name, each in schemas.items() if each.is_list)
    return frozenset(name for name, items in found if items is not None and items.reference == name)


def without_uploads(document: Document) -> dict[str, CanonicalSchema]:
    """The components, without the files of those that are nothing but a multipart body."""
    uploads = upload_bodies(document)
    return {name: _without_files(each) if name in uploads else each for name, each in document.schemas.items()}


def _without_files(schema: CanonicalSchema) -> CanonicalSchema:
    fields = {name: value for name, value in schema.properties.items() if not is_file(value)}
    return replace(schema, properties=fields, required=tuple(name for name in schema.required if name in fields))


def is_file(schema: CanonicalSchema) -> bool:
    """Whether a property is a file, or a list of files: these travel beside the model."""
    return schema.format == "binary" or (schema.is_list and schema.items is not None and is_file(schema.items))


class _Printer:
    """Prints schemas for models: prose wrapped, nullable scalars in one type list, defaults left to the server."""

    def __init__(self, is_open: bool, title: str) -> None:
        self._is_open = is_open
        self._title = title

    def component(self, schema: CanonicalSchema, *, is_class: bool) -> JsonSchema:
        """A component; of one that is a text of a type of its own the engine would make an empty class."""
        printed = self._schema(schema)
        if is_class:
            printed |= {"properties": self._properties(schema), "required": list(schema.required)}
        return {"anyOf": [printed]} if "customTypePath" in printed else printed

    def _schema(self, schema: CanonicalSchema) -> JsonSchema:
        if named := value_type(schema):
            said: JsonSchema = {"description": schema.description} if schema.description else {}
            return {"type": "object", "customTypePath": f"{VALUES}.{named}", **said}
        said = {"description": prose(schema.description)} if schema.description else {}
        if schema.reference is not None:
            return {"$ref": f"{COMPONENTS}{schema.reference}", **said}
        if schema.prefix_items is not None:
            return {**self._tuple(schema.prefix_items, schema.items), **said}
        if schema.any_of:
            return self._union(schema, said)
        # Inside JSON raw bytes are text: the engine would take bytes, which JSON has not. So no format is printed.
        printed: JsonSchema = {} if schema.type is None else {"type": schema.type}
        if len(schema.enum) > 1 and self._is_open:
            return {**said, "anyOf": [{**printed, "enum": list(schema.enum)}, printed]}  # a new value passes
        if schema.enum:
            printed["enum"] = list(schema.enum)
        if schema.properties:
            printed |= {"properties": self._properties(schema), "required": list(schema.required)}
        for key, inner in (("items", schema.items), ("additionalProperties", schema.additional)):
            if inner is not None:
                printed[key] = _unbounded(self._schema(inner))
        return {**printed, **write_bounds(schema.bounds), **said}

    def _properties(self, schema: CanonicalSchema) -> JsonSchema:
        return {name: self._schema(noted(each)) for name, each in schema.properties.items()}

    def _tuple(self, first: tuple[CanonicalSchema, ...], rest: CanonicalSchema | None) -> JsonSchema:
        """A tuple as `client.tuples` finds it: two marks, or a mark and the schema of what follows, come first."""
        mark: JsonSchema = {"type": "object", "customTypePath": f"{TUPLES}.{MARK}"}
        more = mark if rest is None else _unbounded(self._schema(rest))
        items = [mark, more, *(_unbounded(self._schema(each)) for each in first)]
        count = len(items)
        return {"type": "array", "prefixItems": items, "items": False, "minItems": count, "maxItems": count}

    def _union(self, schema: CanonicalSchema, said: JsonSchema) -> JsonSchema:
        """A number or null as a type list if it has bounds: an `anyOf` of it would become a class of its own."""
        variants = [self._schema(each) for each in with_joined_enums(schema.any_of)]
        rest = [each for each in variants if each != {"type": "null"}]
        tag = schema.discriminator
        outside = said if tag is None else {"discriminator": write_discriminator(tag), **said}
        if len(rest) == 1:
            (only,) = rest
            if isinstance(only.get("type"), list):  # it was null or a scalar before, as a component
                return {**only, **outside}
            if len(variants) == 2 and only.get("type") in _JSON_TYPES and "enum" not in only:
                return {**only, **outside, "type": [only["type"], "null"]}
        own = [_unbounded(each) for each in variants]
        return {"anyOf": [_with_titles(each, self._title) for each in own] if len(rest) > 1 else own, **outside}


def noted(schema: CanonicalSchema) -> CanonicalSchema:
    """A property with a sentence for `deprecated`, which pydantic would warn of each time that it is read."""
    if not schema.deprecated:
        return schema
    said = deprecation_clause(schema.sunset)
    return replace(schema, description=f"{schema.description}\n\n{said[0].upper()}{said[1:]}.".strip())


def with_joined_enums(variants: Sequence[CanonicalSchema]) -> list[CanonicalSchema]:
    """The variants with the values of one type in one enumeration: constants one by one are not less open than that."""
    found: dict[str, list[CanonicalSchema]] = {}
    for at, variant in enumerate(variants):
        is_bare = replace(variant, type=None, enum=(), description="") == ANYTHING and variant.enum
        found.setdefault(str(variant.type) if is_bare else f"variant {at}", []).append(variant)
    return [_joined_enum(group) for group in found.values()]


def _joined_enum(variants: Sequence[CanonicalSchema]) -> CanonicalSchema:
    """The first of some enumerations, with the values of all."""
    first = variants[0]
    if len(variants) == 1:
        return first
    values = {canonical_json(value): value for each in variants for value in each.enum}
    return replace(first, enum=tuple(values.values()))


def _with_titles(printed: JsonSchema, title: str) -> JsonSchema:
    """A variant whose lists with bounds have a title: the engine makes aliases of them, and would name them after the
    property, as a component may be named."""
    found = dict(printed)
    for key in ("items", "additionalProperties"):
        if isinstance(inner := found.get(key), dict):
            found[key] = _with_titles(inner, title)
    for key in ("anyOf", "prefixItems"):
        if isinstance(parts := found.get(key), list):
            found[key] = [_with_titles(each, title) if isinstance(each, dict) else each for each in parts]
    is_bounded = found.get("type") == "array" and not {"minItems", "maxItems"}.isdisjoint(found)
    return {**found, "title": title} if is_bounded else found


def _unbounded(printed: JsonSchema) -> JsonSchema:
    """A scalar without its bounds where they would become a class of their own: the server checks them."""
    types = printed.get("type")
    scalar = set(types) <= {*_JSON_TYPES, "null"} if isinstance(types, list) else types in _JSON_TYPES
    if scalar and "enum" not in printed:
        return {key: printed[key] for key in ("type", "description") if key in printed}
    return printed


def names_of(schemas: Mapping[str, CanonicalSchema]) -> frozenset[str]:
    """The components that become classes: those with properties."""
    return frozenset(name for name, schema in schemas.items() if schema.properties)
