"""The tags that identify the members of a family: the property that holds them, and the tags of each member.

A member has the tags that its own schema allows for the property, or else those that the mapping assigns to it, or else
its name (OpenAPI 3.1.1, Discriminator Object). The values that the base allows do not identify a child, except that a
name which the base does not allow is not a tag: such a child has no tag, and is read as the base.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from nemogen.openapi.document import Document
from nemogen.openapi.families import Family, target_of
from nemogen.openapi.schema import MISSING, EnumValue, Schema, SchemaNode, SchemaRef, Target
from nemogen.openapi.schema_views import SchemaViews
from nemogen.pointer import split

_EXTENSIONS: Final = ("x-ms-discriminator-value", "x-discriminator-value")
"""Where documents of Swagger 2.0, which has no mapping, give the tag of a child."""


class FamilyTags:
    """The tags of the members of all families of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._views = SchemaViews(document)
        self._lines = _lines(document.families)
        self._others = next((family.others for family in document.families.values()), {})
        self._known: dict[tuple[Target, str], tuple[str, ...]] = {}

    def families_of(self, member: SchemaRef) -> Sequence[Family]:
        """The families that a component belongs to, as their base too."""
        return self._lines.get(target_of(member), ())

    def property_of(self, family: Family) -> str:
        """The property that distinguishes the members of a family."""
        found = (self._document.resolve(each).discriminator for each in family.tagged)
        return next((each.property_name for each in found if each is not None), "")

    def property_schema(self, member: SchemaRef, name: str) -> SchemaNode:
        """The tag's property of a member. What a base takes any text for stays so: a request may send it."""
        node = self._views.merged(member).schema.objects.properties.get(name)
        any_text = Schema(member.location, frozenset({"string"}))
        declared = any_text if node is None else self._views.merged(node).schema
        is_base = target_of(member) in self._document.families
        if declared.types - {"string"} or (is_base and declared.enum is None):
            return declared if node is None else node
        values = tuple(EnumValue(tag) for tag in self.of(member, name))
        if not values:
            return declared if node is None else node
        return Schema(declared.location, enum=values, annotations=replace(declared.annotations, default=MISSING))

    def is_open(self, base: SchemaRef, name: str) -> bool:
        """Whether a base lets the property `name` be any text."""
        node = self._views.merged(base).schema.objects.properties.get(name)
        declared = None if node is None else self._views.merged(node).schema
        return declared is None or (declared.enum is None and not declared.types - {"string"})

    def is_required(self, base: SchemaRef, name: str) -> bool:
        """Whether a base requires the property `name`, with what it is made of."""
        return name in self._views.merged(base).schema.objects.required

    def of(self, member: SchemaRef, name: str) -> tuple[str, ...]:
        """The values of the property `name` that identify a member; empty if none does."""
        key = target_of(member), name
        if key not in self._known:
            self._known[key] = ()  # members that are made of each other have no end
            self._known[key] = self._find(member, name)
        return self._known[key]

    def _find(self, member: SchemaRef, name: str) -> tuple[str, ...]:
        target = target_of(member)
        lines = [each for each in self._lines[target] if self.property_of(each) == name]
        above = {target_of(each): each for line in lines for each in line.tagged if target_of(each) != target}
        own = self._values(member, name)
        allowed = {value for each in above.values() for value in self._values(each, name)}
        if set(own) == allowed:
            own = ()
        family = self._document.families.get(target)
        children = {tag for each in (family.children if family else ()) for tag in self.of(each, name)}
        if not children:
            named = tuple(tag for tag in self._named(member) if not allowed or tag in allowed)
            return own or self._mapped(target, lines) or named
        left = tuple(value for value in own if value not in children)
        return self._mapped(target, lines) or left or self._named(member)

    def _values(self, member: SchemaRef, name: str) -> tuple[str, ...]:
        """The texts that a member lets the property have; none where it takes any."""
        node = self._views.merged(member).schema.objects.properties.get(name)
        values = None if node is None else self._views.merged(node).schema.enum
        return tuple(each.value for each in values or () if isinstance(each.value, str))

    def _mapped(self, target: Target, lines: Sequence[Family]) -> tuple[str, ...]:
        """The tags that the discriminators of these families map to a member, by any of its names."""
        names = {target, *map(target_of, self._others.get(target, ()))}
        tagged = {target_of(each): each for line in lines for each in line.tagged}
        declared = (self._document.resolve(each).discriminator for each in tagged.values())
        pairs = (pair for each in declared if each is not None for pair in each.mapping.items())
        return tuple(dict.fromkeys(tag for tag, mapped in pairs if mapped.target in names))

    def _named(self, member: SchemaRef) -> tuple[str, ...]:
        """The name of a member and its further names, or the tag that an extension gives it."""
        said = self._document.resolve(member).annotations.extensions
        given = [value for key in _EXTENSIONS if isinstance(value := said.get(key), str)]
        names = (member, *self._others.get(target_of(member), ()))
        return (given[0],) if given else tuple(split(target_of(each).pointer)[-1] for each in names)


def _lines(families: Mapping[Target, Family]) -> dict[Target, list[Family]]:
    """By member, the families that it belongs to."""
    found: dict[Target, list[Family]] = {}
    for family in families.values():
        for member in (family.base, *family.children):
            found.setdefault(target_of(member), []).append(family)
    return found
