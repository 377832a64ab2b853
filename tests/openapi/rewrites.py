"""Ways to write a schema otherwise that keep its meaning: what `diff` must be silent about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

from nemogen.openapi.json_value import JsonValue
from tests.openapi.random_schemas import Raw

PREFIX: Final = "#/components/schemas/"
PROSE: Final = frozenset({"title", "description", "example", "x-note"})
COMBINING: Final = frozenset({"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "$ref"})
OF_OBJECTS: Final = frozenset(
    {"properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties"}
    | {"maxProperties", "dependentRequired", "dependentSchemas"}
)
OF_ARRAYS: Final = frozenset(
    {"items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"}
)
OF_STRINGS: Final = frozenset({"minLength", "maxLength", "pattern", "format"})
OF_NUMBERS: Final = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})


@dataclass(frozen=True)
class Place:
    """What a rewrite may use beside the schema: chance, and the components, to which it may add."""

    random: Random
    components: Raw

    def component(self, raw: JsonValue) -> Raw:
        """A reference to a new component with this schema."""
        name = f"New{len(self.components)}"
        self.components[name] = raw
        return {"$ref": f"{PREFIX}{name}"}


Rewrite: TypeAlias = Callable[[Raw, Place], Raw | None]
"""Gives another spelling of a schema, or None where it does not apply."""


def type_as_list(raw: Raw, _: Place) -> Raw | None:
    return {**raw, "type": [raw["type"]]} if isinstance(raw.get("type"), str) else None


def types_reversed(raw: Raw, _: Place) -> Raw | None:
    types = raw.get("type")
    return {**raw, "type": types[::-1]} if isinstance(types, list) else None


def types_as_any_of(raw: Raw, _: Place) -> Raw | None:
    types = raw.get("type")
    if not isinstance(types, list) or raw.keys() & COMBINING:
        return None
    return {**without(raw, "type"), "anyOf": [{"type": name} for name in types]}


def null_as_nullable(raw: Raw, _: Place) -> Raw | None:
    types = raw.get("type")
    if not isinstance(types, list) or "null" not in types or len(types) == 1 or raw.keys() & COMBINING:
        return None
    return {**raw, "type": [name for name in types if name != "null"], "nullable": True}


def null_as_variant(raw: Raw, place: Place) -> Raw | None:
    plain = null_as_nullable(raw, place)
    if plain is None:
        return None
    nulls: tuple[Raw, ...] = (
        {"type": "null"},
        {"const": None},
        {"enum": [None]},
        {"type": "null", "default": None, "deprecated": False},
        {"type": ["null"], "nullable": True, "title": "Null"},
    )
    variants = [without(plain, "nullable"), place.random.choice(nulls)]
    return {place.random.choice(("anyOf", "oneOf")): place.random.sample(variants, 2)}


def nullable_in_one_of_another(raw: Raw, place: Place) -> Raw | None:
    plain = null_as_nullable(raw, place)
    return None if plain is None else {"anyOf": [without(plain, "nullable")], "nullable": True}


def wrapped(keyword: str) -> Rewrite:
    def rewrite(raw: Raw, _: Place) -> Raw | None:
        prose = {key: value for key, value in raw.items() if key in PROSE}
        return {**prose, keyword: [without(raw, *prose)]}

    return rewrite


def constant_as_enum(raw: Raw, _: Place) -> Raw | None:
    return {**without(raw, "const"), "enum": [raw["const"]]} if "const" in raw else None


def enum_as_constant(raw: Raw, _: Place) -> Raw | None:
    values = raw.get("enum")
    return {**without(raw, "enum"), "const": values[0]} if isinstance(values, list) and len(values) == 1 else None


def enum_shuffled(raw: Raw, place: Place) -> Raw | None:
    values = raw.get("enum")
    return {**raw, "enum": place.random.sample(values, len(values))} if isinstance(values, list) else None


def enum_with_type(raw: Raw, _: Place) -> Raw | None:
    values = raw.get("enum")
    are_texts = isinstance(values, list) and all(isinstance(value, str) for value in values)
    return {**raw, "type": "string"} if are_texts and "type" not in raw else None


def enum_as_constants(keyword: str) -> Rewrite:
    def rewrite(raw: Raw, _: Place) -> Raw | None:
        values = raw.get("enum")
        if not isinstance(values, list) or raw.keys() & COMBINING:
            return None
        return {**without(raw, "enum"), keyword: [{"const": value, "title": f"{value}"} for value in values]}

    return rewrite


def enum_in_parts(raw: Raw, place: Place) -> Raw | None:
    values = raw.get("enum")
    if not isinstance(values, list) or len(values) < 2 or None in values or raw.keys() & COMBINING:
        return None
    return {**without(raw, "enum"), "anyOf": [place.component({"enum": values[:1]}), {"enum": values[1:]}]}


def boolean_as_enum(raw: Raw, place: Place) -> Raw | None:
    if raw.get("type") != "boolean":
        return None
    return {**raw, "enum": place.random.sample([True, False], 2)}


def bound_that_says_nothing(raw: Raw, place: Place) -> Raw | None:
    more: Raw = {"minLength": 0, "minItems": 0, "minProperties": 0, "uniqueItems": False, "deprecated": False}
    more |= {"readOnly": False, "required": [], "properties": {}, "dependentRequired": {}, "allOf": [{}]}
    keyword = place.random.choice(sorted(more))
    return {**raw, keyword: more[keyword]} if keyword not in raw else None


def pattern_of_anything(raw: Raw, _: Place) -> Raw | None:
    return {**raw, "pattern": ".*"} if "pattern" not in raw else None


def keyword_of_another_type(raw: Raw, place: Place) -> Raw | None:
    rules = {
        "string": OF_STRINGS,
        "integer": OF_NUMBERS,
        "number": OF_NUMBERS,
        "array": OF_ARRAYS,
        "object": OF_OBJECTS,
    }
    more: Raw = {"maxLength": 3, "maximum": 5, "items": {"type": "string"}, "required": ["a"], "maxProperties": 1}
    keyword = place.random.choice(sorted(more))
    type_ = raw.get("type")
    if not isinstance(type_, str) or keyword in raw or keyword in rules.get(type_, ()):
        return None
    return {**raw, keyword: more[keyword]}


def exclusive_as_flag(raw: Raw, _: Place) -> Raw | None:
    """The spelling of OpenAPI 3.0."""
    for plain, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if exclusive in raw and plain not in raw:
            return {**raw, plain: raw[exclusive], exclusive: True}
    return None


def inclusive_integer_as_exclusive(raw: Raw, _: Place) -> Raw | None:
    for plain, exclusive, step in (("minimum", "exclusiveMinimum", -1), ("maximum", "exclusiveMaximum", 1)):
        bound = raw.get(plain)
        if raw.get("type") == "integer" and isinstance(bound, int) and exclusive not in raw:
            return {**without(raw, plain), exclusive: bound + step}
    return None


def looser_bound_beside(raw: Raw, _: Place) -> Raw | None:
    for plain, exclusive, step in (("minimum", "exclusiveMinimum", -1), ("maximum", "exclusiveMaximum", 1)):
        bound = raw.get(plain)
        if isinstance(bound, int | float) and not isinstance(bound, bool) and exclusive not in raw:
            return {**raw, exclusive: bound + step}
    return None


def numbers_as_floats(raw: Raw, _: Place) -> Raw | None:
    keywords = [key for key in (*OF_NUMBERS, "minLength", "maxItems") if isinstance(raw.get(key), int)]
    changed = {key: float(value) for key in keywords if isinstance(value := raw[key], int) and value is not True}
    return {**raw, **changed} if changed else None


def one_as_float(raw: Raw, _: Place) -> Raw | None:
    values = raw.get("enum")
    if not isinstance(values, list) or not any(type(value) is int for value in values):
        return None
    return {**raw, "enum": [float(value) if type(value) is int else value for value in values]}


def binary_of_3_1(raw: Raw, _: Place) -> Raw | None:
    if raw.get("format") == "binary":
        return {**without(raw, "format"), "contentMediaType": "application/octet-stream"}
    return {**without(raw, "format"), "contentEncoding": "base64"} if raw.get("format") == "byte" else None


def tuple_of_older_drafts(raw: Raw, _: Place) -> Raw | None:
    if "prefixItems" not in raw:
        return None
    rest = {"additionalItems": raw["items"]} if "items" in raw else {}
    return {**without(raw, "prefixItems", "items"), "items": raw["prefixItems"], **rest}


def dependencies_of_older_drafts(raw: Raw, place: Place) -> Raw | None:
    keyword = place.random.choice(("dependentRequired", "dependentSchemas"))
    if keyword not in raw or "dependencies" in raw:
        return None
    return {**without(raw, keyword), "dependencies": raw[keyword]}


def required_twice(raw: Raw, _: Place) -> Raw | None:
    names = raw.get("required")
    return {**raw, "required": [*names[::-1], *names]} if isinstance(names, list) else None


def keys_shuffled(raw: Raw, place: Place) -> Raw | None:
    return {key: raw[key] for key in place.random.sample([*raw], len(raw))}


def properties_shuffled(raw: Raw, place: Place) -> Raw | None:
    properties = raw.get("properties")
    if not isinstance(properties, dict):
        return None
    return {**raw, "properties": {key: properties[key] for key in place.random.sample([*properties], len(properties))}}


def union_shuffled(raw: Raw, place: Place) -> Raw | None:
    keyword = place.random.choice(("allOf", "anyOf", "oneOf"))
    members = raw.get(keyword)
    return {**raw, keyword: place.random.sample(members, len(members))} if isinstance(members, list) else None


def union_in_union(raw: Raw, place: Place) -> Raw | None:
    members = raw.get("anyOf")
    if not isinstance(members, list) or len(members) < 2:
        return None
    inner: Raw = {"anyOf": members[:-1]}
    return {**raw, "anyOf": [place.component(inner) if place.random.random() < 0.5 else inner, members[-1]]}


def all_of_in_all_of(raw: Raw, place: Place) -> Raw | None:
    members = raw.get("allOf")
    if not isinstance(members, list):
        return None
    inner: Raw = {"allOf": members}
    return {**raw, "allOf": [place.component(inner) if place.random.random() < 0.5 else inner]}


def variant_that_is_never(raw: Raw, place: Place) -> Raw | None:
    keyword = place.random.choice(("anyOf", "oneOf"))
    members = raw.get(keyword)
    never: JsonValue = place.random.choice((False, Raw({"not": {}}), Raw({"not": True})))
    return {**raw, keyword: [never, *members]} if isinstance(members, list) else None


def variant_twice(raw: Raw, place: Place) -> Raw | None:
    members = raw.get("anyOf")
    return {**raw, "anyOf": [*members, place.random.choice(members)]} if isinstance(members, list) else None


def member_that_says_nothing(raw: Raw, place: Place) -> Raw | None:
    nothing = place.random.choice((True, {}, {"description": "d"}, {"nullable": True}, {"minLength": 0}))
    members = raw.get("allOf", [])
    return {**raw, "allOf": [*members, nothing]} if isinstance(members, list) else None


def as_component(raw: Raw, place: Place) -> Raw | None:
    return place.component(raw)


def as_component_of_component(raw: Raw, place: Place) -> Raw | None:
    return place.component(place.component(raw))


def reference_in_place(raw: Raw, place: Place) -> Raw | None:
    name = str(raw.get("$ref", "")).removeprefix(PREFIX)
    target = place.components.get(name)
    return {**target} if isinstance(target, dict) and raw.keys() == {"$ref"} else None


def reference_as_part(raw: Raw, _: Place) -> Raw | None:
    if "$ref" not in raw or "allOf" in raw:
        return None
    return {**without(raw, "$ref"), "allOf": [{"$ref": raw["$ref"]}]}


def siblings_as_part(raw: Raw, _: Place) -> Raw | None:
    rest = without(raw, "$ref")
    return {"allOf": [{"$ref": raw["$ref"]}, rest]} if "$ref" in raw and rest else None


def rules_as_part(raw: Raw, place: Place) -> Raw | None:
    """Some keywords move into a part: a base class, a mixin."""
    if raw.keys() & COMBINING or "nullable" in raw or "additionalProperties" in raw or "patternProperties" in raw:
        return None
    together = (
        {"contains", "minContains", "maxContains"},
        {"items", "prefixItems", "additionalItems"},
        OF_NUMBERS,
        OF_STRINGS,
    )
    moved = {key for key in raw if place.random.random() < 0.5}
    for group in (*together, {"enum", "type"}):
        moved = moved | (group & raw.keys()) if moved & group else moved
    part = {key: value for key, value in raw.items() if key in moved}
    rest = without(raw, *moved)
    return {**rest, "allOf": [place.component(part) if place.random.random() < 0.5 else part]}


def properties_as_base(raw: Raw, place: Place) -> Raw | None:
    properties = raw.get("properties")
    if not isinstance(properties, dict) or {"allOf", "additionalProperties"} & raw.keys() or not properties:
        return None
    kept = {name for name in properties if place.random.random() < 0.5}
    base: Raw = {"properties": {name: value for name, value in properties.items() if name not in kept}}
    own: Raw = {**raw, "properties": {name: value for name, value in properties.items() if name in kept}}
    return {**own, "allOf": [place.component(base)]}


def closed_by_unevaluated(raw: Raw, _: Place) -> Raw | None:
    if "additionalProperties" not in raw or raw.keys() & (COMBINING | {"dependentSchemas", "dependencies"}):
        return None
    return {**without(raw, "additionalProperties"), "unevaluatedProperties": raw["additionalProperties"]}


def items_of_anything(raw: Raw, place: Place) -> Raw | None:
    keyword = place.random.choice(("items", "additionalProperties", "propertyNames", "unevaluatedItems"))
    anything = place.random.choice((True, {}, {"nullable": True}, {"description": "d"}))
    return {**raw, keyword: anything} if keyword not in raw else None


def prose(raw: Raw, place: Place) -> Raw | None:
    more: Raw = {"title": "A title", "description": "A text", "example": 1, "x-note": {"a": 1}, "$comment": "c"}
    keyword = place.random.choice(sorted(more))
    return {**raw, keyword: more[keyword]}


def without(raw: Mapping[str, JsonValue], *keywords: str) -> Raw:
    """The schema without some keywords."""
    return {key: value for key, value in raw.items() if key not in keywords}


REWRITES: Final[tuple[Rewrite, ...]] = (
    type_as_list, types_reversed, types_as_any_of, null_as_nullable, null_as_variant, nullable_in_one_of_another,
    wrapped("allOf"), wrapped("anyOf"), wrapped("oneOf"), constant_as_enum, enum_as_constant, enum_shuffled,
    enum_with_type, enum_as_constants("anyOf"), enum_as_constants("oneOf"), enum_in_parts, boolean_as_enum,
    bound_that_says_nothing, pattern_of_anything, keyword_of_another_type, exclusive_as_flag,
    inclusive_integer_as_exclusive, looser_bound_beside, numbers_as_floats, one_as_float, binary_of_3_1,
    tuple_of_older_drafts, dependencies_of_older_drafts, required_twice, keys_shuffled, properties_shuffled,
    union_shuffled, union_in_union, all_of_in_all_of, variant_that_is_never, variant_twice, member_that_says_nothing,
    as_component, as_component_of_component, reference_in_place, reference_as_part, siblings_as_part, rules_as_part,
    properties_as_base, closed_by_unevaluated, items_of_anything, prose,
)  # fmt: skip


def rewritten(raw: JsonValue, rewrite: Rewrite, place: Place) -> JsonValue:
    """A schema in which one schema that is chosen by chance is written otherwise, if there is one that can be."""
    locations = [*_locations(raw)]
    place.random.shuffle(locations)
    for location in locations:
        schema = _at(raw, location)
        made = rewrite(schema, place) if isinstance(schema, dict) else None
        if made is not None:
            return _with(raw, location, made)
    return raw


def _locations(raw: JsonValue, location: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where there are schemas in a schema."""
    if not isinstance(raw, dict):
        return
    yield location
    for keyword, value in raw.items():
        if keyword in ("properties", "patternProperties", "dependentSchemas") and isinstance(value, dict):
            for name, inner in value.items():
                yield from _locations(inner, (*location, keyword, name))
        elif keyword in ("allOf", "anyOf", "oneOf", "prefixItems") and isinstance(value, list):
            for index, inner in enumerate(value):
                yield from _locations(inner, (*location, keyword, index))
        elif keyword in ("items", "contains", "not", "if", "then", "else", "additionalProperties", "propertyNames"):
            yield from _locations(value, (*location, keyword))


def _at(raw: JsonValue, location: tuple[str | int, ...]) -> JsonValue:
    for step in location:
        if isinstance(raw, dict):
            raw = raw[str(step)]
        elif isinstance(raw, list) and isinstance(step, int):
            raw = raw[step]
    return raw


def _with(raw: JsonValue, location: tuple[str | int, ...], value: JsonValue) -> JsonValue:
    if not location:
        return value
    first, *rest = location
    if isinstance(raw, dict):
        return {**raw, str(first): _with(raw[str(first)], tuple(rest), value)}
    if isinstance(raw, list) and isinstance(first, int):
        return [*raw[:first], _with(raw[first], tuple(rest), value), *raw[first + 1 :]]
    return raw
