"""The frozen model of a schema: one node for all spellings of the same constraints.

Spellings are read into this form by `read_schema` and nowhere else: `nullable` and type lists with "null", `const`,
enumerations written as `oneOf`, unions of one, boolean bounds of OpenAPI 3.0, and the binary formats of 3.0 and 3.1.
Locations take no part in equality or hash.
"""

from __future__ import annotations

import enum
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import field
from typing import Final, TypeAlias

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.enum_value import EnumValue as EnumValue
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.keyword_locations import KeywordLocations
from nemogen.openapi.schema_ref import Discriminator as Discriminator
from nemogen.openapi.schema_ref import SchemaRef as SchemaRef
from nemogen.openapi.schema_ref import Target as Target

Number: TypeAlias = "int | float"


class Missing(enum.Enum):
    """The value of a keyword that is absent where null would be a value."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class View(enum.StrEnum):
    """Which side of the wire a schema is looked at from: requests have no `readOnly`, responses no `writeOnly`."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Annotations:
    """What a schema says beside its constraints. `default` is MISSING where there is none."""

    title: str = ""
    description: str = ""
    default: JsonValue | Missing = MISSING
    examples: tuple[JsonValue, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    name: str = ""
    """The class name that an overlay gives (`x-nemogen-name`)."""
    external_docs: str = ""
    comment: str = ""
    xml: JsonValue = None
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberBounds:
    """Rules of numbers: at most one lower and one upper bound.

    For a schema that allows only integers, exclusive bounds are read as inclusive ones. `format` is that of a number
    ("int64", "double", …).
    """

    minimum: Number | None = None
    maximum: Number | None = None
    exclusive_minimum: Number | None = None
    exclusive_maximum: Number | None = None
    multiple_of: Number | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class StringRules:
    """Rules of strings. `format` is "byte" for base64 and "binary" for raw bytes, however the version spells them."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    format: str | None = None
    content_encoding: str | None = None
    content_media_type: str | None = None
    content_schema: SchemaNode | None = None


@dataclass(frozen=True, slots=True)
class ArrayRules:
    """Rules of arrays: `prefix_items` are the first items by position, `items` all that follow.

    `is_open`: further items are allowed explicitly (`items: true`). It matters only to an
    `unevaluatedItems` further out.
    """

    items: SchemaNode | None = None
    prefix_items: tuple[SchemaNode, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    contains: SchemaNode | None = None
    min_contains: int | None = None
    max_contains: int | None = None
    unevaluated_items: SchemaNode | None = None
    is_open: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class ObjectRules:
    """Rules of objects. Properties keep the order of the document.

    `required` may name properties that are not declared. `additional_properties` is None if nothing is said
    (or `true`); a schema whose `never` is set forbids them. `is_open`: they are allowed explicitly
    (`additionalProperties: true`). It matters to an `unevaluatedProperties` further out, and to readers of the schema.
    """

    properties: Mapping[str, SchemaNode] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    additional_properties: SchemaNode | None = None
    pattern_properties: Mapping[str, SchemaNode] = field(default_factory=dict)
    property_names: SchemaNode | None = None
    min_properties: int | None = None
    max_properties: int | None = None
    dependent_required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dependent_schemas: Mapping[str, SchemaNode] = field(default_factory=dict)
    unevaluated_properties: SchemaNode | None = None
    is_open: bool = field(default=False, compare=False)
    _required: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_required", frozenset(self.required))

    def __hash__(self) -> int:
        return hash((tuple(self.properties), self.required))

    def requires(self, name: str) -> bool:
        """Whether a property is required, in constant time."""
        return name in self._required


@dataclass(frozen=True, slots=True)
class Conditional:
    """`if`, `then` and `else`, of which `if` is there."""

    condition: SchemaNode
    then: SchemaNode | None = None
    otherwise: SchemaNode | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What JSON Schema's own identifiers say: kept for the validator, which follows dynamic references.

    `dynamic_ref` is the name of the anchor that a `$dynamicRef` means in whichever schema was entered first;
    `dynamic_target` is the schema with that anchor that it means where nothing else was entered. A `$dynamicRef` that
    means no dynamic anchor is a reference like any other, and read as one.
    """

    id: str = ""
    anchors: tuple[str, ...] = ()
    dynamic_anchors: tuple[str, ...] = ()
    dynamic_ref: str = ""
    dynamic_target: SchemaRef | None = None
    target: Target | None = field(default=None, compare=False)
    """The location of the schema itself, so that it can be referred to."""


NO_NUMBER_BOUNDS: Final = NumberBounds()
NO_STRING_RULES: Final = StringRules()
NO_ARRAY_RULES: Final = ArrayRules()
NO_OBJECT_RULES: Final = ObjectRules()
NO_IDENTITY: Final = Identity()
NO_ANNOTATIONS: Final = Annotations()
NO_KEYWORDS: Final = KeywordLocations(())
"""What a schema without such rules has: shared, as a large document has hundreds of thousands of schemas."""


@dataclass(frozen=True, slots=True, eq=True)
class Schema:
    """A schema in the one form.

    A value is valid where it is null and `nullable` is set, or where it meets all of the rest. `types` never holds
    "null" beside another type; it is empty if any type is allowed. Rules apply to values of their type only, and
    only rules of the allowed types are here. A schema with `enum` has the types of its values. `nullable` is set only
    where it says something: not where the rest allows null anyway.

    A union of one (also `allOf` of one, a reference with annotations beside it, and `anyOf` of one and null) has the
    member as the only part of `all_of`. `any_of` and `one_of` hold no null variant: that is `nullable`.
    `never` is the schema `false`.
    """

    location: Location = field(compare=False)
    types: frozenset[str] = frozenset()
    nullable: bool = False
    enum: tuple[EnumValue, ...] | None = None
    numbers: NumberBounds = NO_NUMBER_BOUNDS
    strings: StringRules = NO_STRING_RULES
    arrays: ArrayRules = NO_ARRAY_RULES
    objects: ObjectRules = NO_OBJECT_RULES
    all_of: tuple[SchemaNode, ...] = ()
    any_of: tuple[SchemaNode, ...] = ()
    one_of: tuple[SchemaNode, ...] = ()
    negated: SchemaNode | None = None
    conditional: Conditional | None = None
    discriminator: Discriminator | None = None
    never: bool = False
    identity: Identity = NO_IDENTITY
    annotations: Annotations = NO_ANNOTATIONS
    keywords: Mapping[str, Location] = field(default=NO_KEYWORDS, compare=False)
    """The location of each keyword that was read, by its name in the document: for the locations of findings."""
    type_order: tuple[str, ...] = field(default=(), compare=False)
    """The types in the order of the document, for what is written for people to read."""

    def __hash__(self) -> int:
        """Of all that variants of one union usually differ in: many of one hash would be compared each with each."""
        properties = frozenset((name, _outline(node)) for name, node in self.objects.properties.items())
        words = self.annotations.title, self.annotations.description
        return hash((_outline(self), properties, _outline(self.arrays.items), words))

    def locate(self, *keywords: str) -> Location:
        """The location of the first of these keywords that is written down, or of the schema."""
        return next((self.keywords[keyword] for keyword in keywords if keyword in self.keywords), self.location)

    def children(self) -> Iterator[tuple[str, SchemaNode]]:
        """The schemas below, each with its keyword and, where it has one, its name or index: "properties/id"."""
        if self.arrays is not NO_ARRAY_RULES:  # most schemas have nothing below, and are asked several times
            yield from _array_children(self.arrays)
        if self.objects is not NO_OBJECT_RULES:
            yield from _object_children(self.objects)
        for keyword, members in (("allOf", self.all_of), ("anyOf", self.any_of), ("oneOf", self.one_of)):
            for index, member in enumerate(members):
                yield f"{keyword}/{index}", member
        if self.negated is not None:
            yield "not", self.negated
        if self.strings.content_schema is not None:
            yield "contentSchema", self.strings.content_schema
        if self.conditional is not None:
            single = {"if": self.conditional.condition, "then": self.conditional.then}
            single["else"] = self.conditional.otherwise
            yield from ((keyword, node) for keyword, node in single.items() if node is not None)


SchemaNode: TypeAlias = "Schema | SchemaRef"
"""A schema where it is used: defined here, or a reference."""


def _outline(node: SchemaNode | None) -> Hashable:
    """What equal schemas have in common, without a look below them: they may be deep."""
    if not isinstance(node, Schema):
        return node
    bounds = node.numbers.minimum, node.numbers.maximum, node.strings.max_length
    formats = node.strings.format, node.strings.pattern
    parts = len(node.all_of), len(node.any_of), len(node.one_of)
    return node.types, node.nullable, node.enum, bounds, formats, parts


def _array_children(rules: ArrayRules) -> Iterator[tuple[str, SchemaNode]]:
    for index, item in enumerate(rules.prefix_items):
        yield f"prefixItems/{index}", item
    single = {"items": rules.items, "contains": rules.contains, "unevaluatedItems": rules.unevaluated_items}
    yield from ((keyword, node) for keyword, node in single.items() if node is not None)


def _object_children(rules: ObjectRules) -> Iterator[tuple[str, SchemaNode]]:
    for name, node in rules.properties.items():
        yield f"properties/{name}", node
    for name, node in rules.pattern_properties.items():
        yield f"patternProperties/{name}", node
    for name, node in rules.dependent_schemas.items():
        yield f"dependentSchemas/{name}", node
    single = {
        "additionalProperties": rules.additional_properties,
        "propertyNames": rules.property_names,
        "unevaluatedProperties": rules.unevaluated_properties,
    }
    yield from ((keyword, node) for keyword, node in single.items() if node is not None)
