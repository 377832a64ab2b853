"""An `allOf` as the one schema that it means, with everything that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nemogen.errors import Location as Location
from nemogen.openapi.lay_together import Both, Contradiction, Laying
from nemogen.openapi.normal_form import normal_form, without_unevaluated
from nemogen.openapi.schema import NO_ANNOTATIONS, Annotations, Schema, SchemaNode, SchemaRef
from nemogen.openapi.schema_combination import laid_over

MOST_PARTS: Final = 200
"""Schemas that one `allOf` may be made of, over any depth: more are written to cost time."""


@dataclass(frozen=True, slots=True)
class Part:
    """A schema that an `allOf` is made of; `is_inline` where it is written there, not referred to."""

    schema: Schema
    is_inline: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """An `allOf` as one schema.

    `schema` is what all parts mean together; its `all_of` holds what one schema cannot say (a second `oneOf`, …).
    `parts` are the schema itself and all that it is made of, resolved, in the order in which a later one has the last
    word: the schema itself is the last. Where `contradictions` are, some part was not taken at its word.
    """

    schema: Schema
    parts: tuple[Part, ...]
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether `schema` allows the same values as the node that it is the view of."""
        return not self.contradictions

    def locate_property(self, name: str) -> tuple[Location, ...]:
        """Where a property is declared, in the schema itself first."""
        declaring = (part.schema.objects.properties for part in reversed(self.parts))
        return tuple(properties[name].location for properties in declaring if name in properties)

    def locate_required(self, name: str) -> tuple[Location, ...]:
        """Where a property is required, in the schema itself first."""
        schemas = (part.schema for part in reversed(self.parts))
        return tuple(schema.locate("required") for schema in schemas if name in schema.objects.required)


def merge(schema: Schema, resolve: Callable[[SchemaNode], Schema], both: Both, *, nullable: bool) -> Merged:
    """The view of a schema, which may have no `allOf`. `nullable` tells whether all its parts allow null.

    `both` makes the schemas of properties that two parts declare differently.
    """
    laying = Laying(Schema(schema.location), both)
    parts = tuple(_parts(schema, resolve, laying))
    for part in parts:
        laying.add(part.schema)
    if len(parts) > 1:
        _note_forbidden(parts, laying)
    made = replace(
        laying.schema,
        nullable=nullable,
        all_of=tuple(laying.residue),
        identity=schema.identity,
        annotations=_annotations(parts),
    )
    return Merged(without_unevaluated(normal_form(made)), parts, tuple(laying.contradictions))


@dataclass(slots=True)
class _Visit:
    part: Part
    members: Iterator[SchemaNode]


def _parts(schema: Schema, resolve: Callable[[SchemaNode], Schema], laying: Laying) -> Iterator[Part]:
    """The schema and its parts over any depth, each once and after what it is made of itself."""
    seen = {id(schema)}
    path = [_Visit(Part(schema, is_inline=True), iter(schema.all_of))]
    while path:
        visit = path[-1]
        member = next(visit.members, None)
        if member is None:
            yield visit.part
            path.pop()
            continue
        found = resolve(member)
        if any(found is each.part.schema for each in path):
            laying.contradict("a schema has itself as a part: that part is ignored", member.location)
        elif id(found) not in seen and len(seen) < MOST_PARTS:
            seen.add(id(found))
            is_inline = visit.part.is_inline and not isinstance(member, SchemaRef)
            path.append(_Visit(Part(found, is_inline), iter(found.all_of)))
        elif id(found) not in seen:
            laying.contradict(f"a schema has more than {MOST_PARTS} parts: the rest is ignored", member.location)


def _note_forbidden(parts: Sequence[Part], laying: Laying) -> None:
    """Report the properties that one part declares and another forbids, or gives another schema, by the letter."""
    objects = laying.schema.objects
    for part in parts:
        own = part.schema.objects
        if own.additional_properties is None and (own.unevaluated_properties is None or part is parts[-1]):
            continue
        foreign = [
            *(name for name in objects.properties if name not in own.properties),
            *(pattern for pattern in objects.pattern_properties if pattern not in own.pattern_properties),
        ]
        if foreign:
            message = f"by the letter, a part of an `allOf` does not allow `{foreign[0]}`, which another declares"
            laying.contradict(message, part.schema.locate("additionalProperties", "unevaluatedProperties"))


def _annotations(parts: Sequence[Part]) -> Annotations:
    """What the schema says of itself, then its inline parts, then what it refers to, of which prose is not its own."""
    found = NO_ANNOTATIONS
    for part in reversed(parts):
        if part.is_inline:
            found = laid_over(found, part.schema.annotations)
    for part in reversed(parts):
        said = part.schema.annotations
        if not part.is_inline and said is not NO_ANNOTATIONS:
            said = replace(said, title="", description="", name="", external_docs="", comment="", examples=())
            found = laid_over(found, said)
    return found
