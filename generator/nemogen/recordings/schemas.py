"""The schemas that recordings are validated against: required properties by direction, types and tags."""

from __future__ import annotations

from collections.abc import Collection

from nemogen.findings import Direction
from nemogen.openapi.document import Document
from nemogen.openapi.families import Family
from nemogen.openapi.family_tags import FamilyTags
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import EnumValue, ObjectRules, Schema, SchemaNode, SchemaRef
from nemogen.openapi.schema import Location as Location
from nemogen.openapi.schema_unions import said_by
from nemogen.openapi.schema_views import SchemaViews


class Schemas:
    """The schemas of one document, as needed to validate recordings."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.views = SchemaViews(document)
        self._family_tags = FamilyTags(document)
        self._joined: dict[tuple[int, int], tuple[Schema, SchemaNode, Schema]] = {}

    def resolve(self, node: SchemaNode) -> Schema:
        """The schema that a node resolves to."""
        return self.document.resolve(node)

    def family_of(self, node: SchemaNode) -> Family | None:
        """The family of which a reference means the base, with prose or null beside it: its value is a child."""
        while isinstance(node, Schema) and len(node.all_of) == 1 and said_by(node) == {"all_of"}:
            (node,) = node.all_of
        if not isinstance(node, SchemaRef) or node.target is None:
            return None
        return self.document.families.get(node.target)

    def family_tags(self, member: SchemaRef) -> dict[str, str]:
        """By property, what identifies a member of families; none for one that has children itself."""
        if member.target in self.document.families:
            return {}
        names = map(self._family_tags.property_of, self._family_tags.families_of(member))
        return {name: tags[0] for name in names if (tags := self._family_tags.of(member, name))}

    def admits_null(self, node: SchemaNode) -> bool:
        """Whether null is valid."""
        return self.views.admits_null(node)

    def joined(self, schema: Schema, rest: Schema, chosen: SchemaNode) -> Schema:
        """The `rest` of a schema merged with the variant that was chosen for its union; each pair once.

        The discriminator's property has the tag of the variant.
        """
        key = (id(schema), id(chosen))
        if key not in self._joined:
            tagged = _tagged(schema, chosen)
            both = Schema(schema.location, all_of=(rest, chosen, *tagged), annotations=schema.annotations)
            self._joined[key] = schema, chosen, self.views.merged(both).schema
        return self._joined[key][2]

    def not_required(self, schema: Schema, direction: Direction) -> Collection[str]:
        """The required properties that only the other side sends: requests have no `readOnly`, responses no
        `writeOnly`."""
        rules = schema.objects
        if not rules.required or not rules.properties:
            return ()
        tag = schema.discriminator.property_name if schema.discriminator else None
        return [
            name
            for name in rules.required
            if name in rules.properties and name != tag and self._is_of_other_side(rules.properties[name], direction)
        ]

    def _is_of_other_side(self, node: SchemaNode, direction: Direction) -> bool:
        said = self.views.merged(node).schema.annotations
        if said.read_only and said.write_only:
            return False
        return said.read_only if direction is Direction.REQUEST else said.write_only

    def tags(self, node: SchemaNode) -> dict[str, tuple[JsonValue, ...]]:
        """Required properties of an object that name its kind: each with the few values that it may have."""
        rules = self.views.merged(node).schema.objects
        found: dict[str, tuple[JsonValue, ...]] = {}
        for name in rules.required:
            values = self.views.merged(rules.properties[name]).schema.enum if name in rules.properties else None
            if values is not None:
                found[name] = tuple(each.value for each in values)
        return found

    def expected(self, node: SchemaNode) -> str:
        """The types that a schema allows, in words: `string or null`."""
        return " or ".join(self.types(node)) or "any value"

    def types(self, node: SchemaNode) -> tuple[str, ...]:
        """The types that a schema allows, null last; empty if it does not say."""
        types = [name for name in self._types(node, frozenset()) if name != "null"]
        is_null = (types or self.resolve(node).types == {"null"}) and self.admits_null(node)
        return tuple(dict.fromkeys([*types, *(["null"] if is_null else [])]))

    def _types(self, node: SchemaNode, seen: frozenset[int]) -> list[str]:
        schema = self.resolve(node)
        if id(schema) in seen:
            return []
        if schema.types:
            return ordered_types(schema)
        for members in (schema.one_of, schema.any_of, schema.all_of):
            found = [name for member in members for name in self._types(member, seen | {id(schema)})]
            if found:
                return found
        return []


def _tagged(schema: Schema, chosen: SchemaNode) -> tuple[Schema, ...]:
    """An object with the tag by which a discriminator selects a variant; empty if it has no tag."""
    rule = schema.discriminator
    target = chosen.target if isinstance(chosen, SchemaRef) else None
    if rule is None or target is None:
        return ()
    tag = next((tag for tag, meant in rule.mapping.items() if meant.target == target), target.component)
    if tag is None:
        return ()
    value = Schema(schema.location, frozenset({"string"}), enum=(EnumValue(tag),))
    rules = ObjectRules({rule.property_name: value}, (rule.property_name,))
    return (Schema(schema.location, frozenset({"object"}), objects=rules),)


def ordered_types(schema: Schema) -> list[str]:
    """The types of a schema's own keywords, in the order of the document."""
    return [*dict.fromkeys([name for name in schema.type_order if name in schema.types] + sorted(schema.types))]


def pointer_of(node: SchemaNode) -> str:
    """Where a schema is used or defined, as a JSON Pointer of its file."""
    return node.location.pointer


def owner_pointer(schema: Schema, *keywords: str) -> str:
    """The pointer of the object with the first of these keywords that is present, or that of the schema."""
    location = next((schema.keywords[keyword] for keyword in keywords if keyword in schema.keywords), None)
    return schema.location.pointer if location is None else location.pointer.rpartition("/")[0]
