"""What the client reads a document as where components have children by `allOf`: see `openapi.families`.

A reference to a base means a union, the children first and the base itself last. Each member has in its tag's property
the tags that identify it: see `family_tags`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nemogen.openapi.document import Document
from nemogen.openapi.families import Family, FamilyUnion, target_of
from nemogen.openapi.family_tags import FamilyTags
from nemogen.openapi.json_value import unique
from nemogen.openapi.read_document import ReadDocument
from nemogen.openapi.schema import Discriminator, Location, Schema, SchemaNode, SchemaRef, Target

_PART: Final = "/allOf"
"""The suffix of the pointer of a base that means the base as a part of its children."""


def with_families(read: ReadDocument) -> ReadDocument:
    """The document in which a reference to the base of a family means any of its members; the same if it has none."""
    if not read.document.families:
        return read
    return replace(read, document=replace(read.document, resolve_target=_FamilyStore(read.document).resolve))


class _FamilyStore:
    """Gives what references mean: of a base the union of its family, of a member itself with its tag."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._families = document.families
        self._bases = {family.alone: family for family in document.families.values()}
        others = next((family.others for family in self._families.values()), {})
        self._meant = {target_of(name): member for member, names in others.items() for name in names}
        self._tags = FamilyTags(document)
        self._known: dict[Target, SchemaNode | None] = {}

    def resolve(self, reference: SchemaRef) -> SchemaNode | None:
        """See `Document.resolve_target`."""
        target = reference.target
        if target is None:
            return None
        if target not in self._known:
            self._known[target] = self._read(target, reference)
        return self._known[target]

    def _read(self, target: Target, reference: SchemaRef) -> SchemaNode | None:
        if target in self._families:
            return self._union(self._families[target])
        if target in self._bases:
            return self._alone(self._bases[target])
        around = Target(target.file, target.pointer.removesuffix(_PART))
        if around in self._families:
            return self._part(self._families[around].base)
        return (
            self._member(reference) if self._tags.families_of(reference) else self._document.resolve_target(reference)
        )

    def _union(self, family: Family) -> Schema:
        """The union of the base and of its children that have tags; the base alone if no child has one."""
        declared = self._document.resolve(family.base)
        name = self._tags.property_of(family)
        identified = self._identified(family)
        if not identified:
            return self._member(family.base)
        members = {member: self._by_itself(member) for member in (*identified, family.base)}
        mapping = {tag: itself for member, itself in members.items() for tag in self._tags.of(member, name)}
        return FamilyUnion(
            declared.location,
            nullable=declared.nullable,
            one_of=tuple(members.values()),
            discriminator=Discriminator(name, mapping, location=declared.locate("discriminator")),
            annotations=declared.annotations,
            keywords=declared.keywords,
            base=members[family.base],
        )

    def _by_itself(self, member: SchemaRef) -> SchemaRef:
        """A member without its own children."""
        family = self._families.get(target_of(member))
        return member if family is None or not self._identified(family) else replace(member, target=family.alone)

    def _identified(self, family: Family) -> tuple[SchemaRef, ...]:
        """The children that have tags."""
        name = self._tags.property_of(family)
        return tuple(child for child in family.children if self._tags.of(child, name))

    def _member(self, reference: SchemaRef) -> Schema:
        """A member by itself, with its tags."""
        declared = self._document.resolve(reference)
        names = unique(self._tags.property_of(family) for family in self._tags.families_of(reference))
        tags = {name: self._tags.property_schema(reference, name) for name in names}
        needed = [name for name in names if self._tags.of(reference, name)]
        objects = replace(
            declared.objects,
            properties={**declared.objects.properties, **tags},
            required=unique((*declared.objects.required, *needed)),
        )
        types = declared.types or frozenset({"object"})
        return replace(declared, types=types, objects=objects, all_of=self._as_parts(declared.all_of))

    def _alone(self, family: Family) -> Schema:
        """A base without its children: names that an overlay or a title give are those of the union."""
        found = self._member(family.base)
        location = Location(found.location.file, family.alone.pointer)
        annotations = replace(found.annotations, name="", title="")
        return replace(found, location=location, nullable=False, annotations=annotations)

    def _part(self, reference: SchemaRef) -> Schema:
        """A base as a part of its children, without the tags: each child has its own."""
        declared = self._document.resolve(reference)
        tags = {self._tags.property_of(family) for family in self._tags.families_of(reference)}
        properties = {name: node for name, node in declared.objects.properties.items() if name not in tags}
        objects = replace(declared.objects, properties=properties)
        return replace(declared, objects=objects, all_of=self._as_parts(declared.all_of), discriminator=None)

    def _as_parts(self, members: Sequence[SchemaNode]) -> tuple[SchemaNode, ...]:
        return tuple(self._as_part(member) if isinstance(member, SchemaRef) else member for member in members)

    def _as_part(self, member: SchemaRef) -> SchemaRef:
        target = target_of(member)
        base = self._families.get(self._meant.get(target, target))
        if base is None:
            return member
        return replace(member, target=Target(target.file, f"{target_of(base.base).pointer}{_PART}"))
