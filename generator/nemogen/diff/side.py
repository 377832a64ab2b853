"""One of the two documents that are compared: its model, the views of its schemas, its parts as they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import replace
from typing import Final

from nemogen import pointer
from nemogen.errors import Location
from nemogen.openapi.equality import Digests
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.keyword_locations import KeywordLocations
from nemogen.openapi.normal_form import normal_form
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema import NO_ANNOTATIONS, Schema, SchemaNode, SchemaRef
from nemogen.openapi.schema_unions import UnionKind, folded, said_by, says_only
from nemogen.openapi.schema_views import SchemaViews

NOTHING: Final[JsonObject] = {}


class Side:
    """A document that was read, with all that comparing needs to know of it.

    `file` is what its locations have for a file. Raises SpecError for anything but an OpenAPI document.
    """

    def __init__(self, raw: JsonValue, file: str) -> None:
        self.file = file
        self.raw: JsonObject = raw if isinstance(raw, Mapping) else NOTHING
        self.read = read_value(raw, file)
        self.document = self.read.document
        self.views = SchemaViews(self.document)
        self.digests = Digests(self.views)
        self._settled: dict[int, Schema] = {}
        self._variants: dict[tuple[str, tuple[int, ...]], list[Schema]] = {}
        self._of_type: dict[tuple[int, str], Schema] = {}
        self._required: dict[int, frozenset[str]] = {}
        self._distributed: dict[int, tuple[Schema, Schema]] = {}
        self._cut: list[Schema] = []
        """Schemas whose identity is a key: no other may get it."""

    def plain(self, node: SchemaNode) -> Schema:
        """The schema merged with its parts and targets, as far as possible. The same node gives the same object."""
        schema = self.views.plain(node)
        if len(schema.any_of) < 2 and len(schema.one_of) < 2 and not schema.all_of:
            return schema
        if id(schema) not in self._settled:
            self._settled[id(schema)] = schema  # what is met again below itself, as a variant of itself
            found = self._with_distinct_variants(schema) if len(schema.any_of) > 1 else self._without_choice(schema)
            self._settled[id(schema)] = spread_out(found)
        return self._settled[id(schema)]

    def _with_distinct_variants(self, schema: Schema) -> Schema:
        """The schema without variants of an `anyOf` that say what another one says."""
        alike: dict[Hashable, list[Schema]] = {}
        for variant in self.variants("anyOf", schema.any_of):
            alike.setdefault(_outline(variant), []).append(variant)
        kept = [each for group in alike.values() for each in self._distinct_of(group)]
        nullable = self.views.admits_null(schema)  # the variants come without null, whichever of them allows it
        if len(kept) == 1 and says_only(schema, "any_of", kept[0]):
            return normal_form(replace(kept[0], nullable=True)) if nullable else kept[0]
        if len(kept) == len(schema.any_of):
            return schema
        return normal_form(replace(schema, any_of=tuple(kept), nullable=nullable))

    def _without_choice(self, schema: Schema) -> Schema:
        """The schema that all variants of a `oneOf` equal. Literally, it allows nothing, which nobody means."""
        found = self._only_variant(schema, "oneOf", schema.one_of) if said_by(schema) <= {"one_of", "types"} else schema
        return found if says_only(schema, "one_of", found) else schema

    def without_names(self, schema: Schema) -> Schema:
        """The one schema that all variants of an `anyOf` are, though they have names to distinguish them."""
        return self._only_variant(schema, "anyOf", schema.any_of) if said_by(schema) == {"any_of"} else schema

    def _only_variant(self, schema: Schema, kind: UnionKind, nodes: tuple[SchemaNode, ...]) -> Schema:
        variants = self.variants(kind, nodes)
        if len(nodes) < 2 or len(set(map(_outline, variants))) > 1 or len(set(map(self.digests.of, variants))) > 1:
            return schema
        # The variants come without null, whichever of them allows it.
        nullable = self.views.admits_null(schema)
        return normal_form(replace(variants[0], nullable=True)) if nullable else variants[0]

    def _distinct_of(self, variants: list[Schema]) -> list[Schema]:
        """These variants without those that say what another one says, and have no name to distinguish them."""
        if len(variants) < 2:
            return variants
        alike: dict[bytes, list[Schema]] = {}
        for variant in variants:
            alike.setdefault(self.digests.of(variant), []).append(variant)
        found: list[Schema] = []
        for group in alike.values():
            named = {name: each for each in group if (name := component_name(each))}
            found += named.values() or group[:1]
        return found

    def variants(self, kind: UnionKind, nodes: tuple[SchemaNode, ...]) -> list[Schema]:
        """The variants of a union as plain schemas; null is what the union says, not one of them.

        Those that are mere types are one for each type, and those that are mere values are one together: so they are
        the same however they were cut.
        """
        variants = [self.plain(self.views.without_null(node)) for node in nodes]
        key = kind, tuple(map(id, variants))
        if key not in self._variants:
            self._variants[key] = self._cut_alike(kind, variants)
        return self._variants[key]

    def _cut_alike(self, kind: UnionKind, variants: list[Schema]) -> list[Schema]:
        found: list[Schema] = []
        for variant in variants:
            is_list = len(variant.types) > 1 and said_by(variant) == {"types"}
            found += [self.of_type(variant, name) for name in sorted(variant.types)] if is_list else [variant]
        if kind == "anyOf" and any(_is_type(variant, "number") for variant in found):
            found = [variant for variant in found if not _is_type(variant, "integer")]
        found = self._with_values_as_one(kind, found)
        return [each for variant in found for each in self.split_booleans(variant)]

    def _with_values_as_one(self, kind: UnionKind, found: list[Schema]) -> list[Schema]:
        values = [variant for variant in found if said_by(variant) == {"types", "enum"}]
        whole = folded(kind, values, values[0].location) if len(values) > 1 else None
        if whole is None:
            return found
        first = found.index(values[0])
        taken = set(values)
        rest = [variant for variant in found if variant not in taken]
        return [*rest[:first], normal_form(whole), *rest[first:]]

    def split_booleans(self, schema: Schema) -> list[Schema]:
        """Values among which are true and false as the type boolean and the other values; anything else as it is."""
        values = schema.enum or ()
        others = tuple(each for each in values if not isinstance(each.value, bool))
        if not others or len(others) + 2 != len(values) or said_by(schema) != {"types", "enum"}:
            return [schema]
        key = id(schema), "boolean"
        self._cut.append(schema)
        if key not in self._of_type:
            self._of_type[key] = normal_form(replace(schema, enum=None, types=frozenset({"boolean"}), nullable=False))
            self._of_type[id(schema), "enum"] = normal_form(replace(schema, enum=others, nullable=False))
        return [self._of_type[key], self._of_type[id(schema), "enum"]]

    def distributed(self, schema: Schema) -> Schema:
        """The union with the keywords beside it moved into each variant; unchanged if it has two unions, or none."""
        if bool(schema.any_of) == bool(schema.one_of) or schema.all_of or len(said_by(schema)) < 2:
            return schema
        if id(schema) not in self._distributed:
            self._distributed[id(schema)] = schema, distribute(schema, self.plain)
        return self._distributed[id(schema)][1]

    def knows(self, node: SchemaNode) -> bool:
        """Whether a reference leads to a schema: nothing is known of a value otherwise."""
        if isinstance(node, Schema):
            return True
        seen: set[SchemaRef] = set()
        found: SchemaNode | None = node
        while isinstance(found, SchemaRef) and found not in seen:
            seen.add(found)
            found = self.document.resolve_target(found)
        return isinstance(found, Schema)

    def says_nothing(self, node: SchemaNode) -> bool:
        """Whether any JSON value is allowed."""
        return not said_by(self.plain(node))

    def of_type(self, schema: Schema, name: str) -> Schema:
        """The part of a schema with several types that is of one type, as a variant of a union."""
        key = id(schema), name
        if key not in self._of_type:
            narrowed = replace(schema, types=frozenset({name}), nullable=False)
            self._of_type[key] = normal_form(narrowed)
        return self._of_type[key]

    def locate_required(self, schema: Schema, name: str) -> tuple[Location, ...]:
        """Where the parts of a plain schema require a property."""
        layers = schema.keywords.layers if isinstance(schema.keywords, KeywordLocations) else ()
        return tuple(
            Location(at.file, pointer.join(at.pointer, "required"))
            for raw, at in layers
            if name in self._required_in(raw)
        )

    def _required_in(self, raw: JsonObject) -> Collection[str]:
        """The names that a schema requires, looked through once however many are asked for."""
        names = raw.get("required")
        if not isinstance(names, list):
            return ()
        if id(names) not in self._required:
            self._required[id(names)] = frozenset(name for name in names if isinstance(name, str))
        return self._required[id(names)]

    def raw_at(self, location: Location) -> JsonObject:
        """The object at a location as it is written; empty if there is none, or it is in another file."""
        found = pointer.follow(self.raw, location.pointer) if location.file == self.file else NOTHING
        return found if isinstance(found, Mapping) else NOTHING

    def near(self, location: Location, *keys: str) -> Location:
        """The location below `keys`, or of the last one on the way there that exists."""
        raw: JsonValue = self.raw_at(location)
        for key in keys:
            if not isinstance(raw, Mapping) or key not in raw:
                break
            raw = raw[key]
            location = Location(location.file, pointer.join(location.pointer, key))
        return location

    @property
    def root(self) -> Location:
        """The location of the document itself."""
        return Location(self.file)


def distribute(schema: Schema, plain: Callable[[SchemaNode], Schema]) -> Schema:
    """A union with the keywords beside it moved into each variant: the same values are valid."""
    rest = replace(schema, any_of=(), one_of=(), discriminator=None, nullable=False, annotations=NO_ANNOTATIONS)
    variants = [plain(member) for member in (*schema.any_of, *schema.one_of)]
    joined = tuple(
        plain(replace(Schema(variant.location), all_of=(rest, variant), annotations=variant.annotations))
        for variant in variants
    )
    return Schema(
        schema.location,
        any_of=joined if schema.any_of else (),
        one_of=joined if schema.one_of else (),
        nullable=schema.nullable,
        discriminator=schema.discriminator,
        annotations=schema.annotations,
        keywords=schema.keywords,
    )


def spread_out(schema: Schema) -> Schema:
    """The schema with each constraint that it has once, and a part of its `allOf` once more, as a part as well.

    So the parts can be matched whichever of them was laid into the schema itself.
    """
    parts = [node for node in schema.all_of if isinstance(node, Schema)]
    moved: list[Schema] = []
    for get, alone, rest in _HELD_ONCE:
        if get(schema) and any(get(part) for part in parts):
            moved.append(replace(alone(schema), keywords=schema.keywords))
            schema = rest(schema)
    return replace(schema, all_of=(*moved, *schema.all_of)) if moved else schema


def _with_pattern(schema: Schema, pattern: str | None) -> Schema:
    return replace(schema, strings=replace(schema.strings, pattern=pattern))


_HELD_ONCE: Final[
    tuple[tuple[Callable[[Schema], object], Callable[[Schema], Schema], Callable[[Schema], Schema]], ...]
] = (
    (
        lambda schema: schema.strings.pattern,
        lambda schema: _with_pattern(Schema(schema.location), schema.strings.pattern),
        lambda schema: _with_pattern(schema, None),
    ),
    (
        lambda schema: schema.any_of,
        lambda schema: Schema(schema.location, any_of=schema.any_of),
        lambda schema: replace(schema, any_of=()),
    ),
    (
        lambda schema: schema.one_of,
        lambda schema: Schema(schema.location, one_of=schema.one_of),
        lambda schema: replace(schema, one_of=()),
    ),
    (
        lambda schema: schema.negated,
        lambda schema: Schema(schema.location, negated=schema.negated),
        lambda schema: replace(schema, negated=None),
    ),
    (
        lambda schema: schema.conditional,
        lambda schema: Schema(schema.location, conditional=schema.conditional),
        lambda schema: replace(schema, conditional=None),
    ),
)
"""What a schema has once: how to get it, a schema of it alone, and the schema without it."""


def _is_type(schema: Schema, name: str) -> bool:
    """Whether a schema says no more than that a value is of this type."""
    return schema.types == {name} and said_by(schema) == {"types"}


def component_name(schema: Schema) -> str | None:
    """The name of the component that a schema is, if it is one."""
    match = re.fullmatch(r"/(?:components/schemas|definitions)/([^/]+)", schema.location.pointer)
    return match[1] if match else None


def _outline(schema: Schema) -> Hashable:
    """What schemas of one meaning have in common and is cheap to compare."""
    return schema.types, len(schema.enum or ()), frozenset(schema.objects.properties), len(schema.objects.required)
