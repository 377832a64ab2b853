"""An `allOf` as the one schema that it means, with everything that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.merge_all_of import AllOfMerge, Contradiction
from nemogen.openapi.normal_form import normal_form, without_unevaluated
from nemogen.openapi.rule_merge import Both, RuleMerge
from nemogen.openapi.schema import NO_ANNOTATIONS, Annotations, ObjectRules, Schema, SchemaNode, SchemaRef
from nemogen.openapi.schema_combination import laid_over

MOST_PARTS: Final = 2000
"""Schemas that one `allOf` may be made of, over any depth: more are written to cost time."""

ALWAYS_MERGED: Final = 200
"""Schemas that one `allOf` may be made of where a document has too many such to merge all of them whole."""


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
    word: the schema itself is the last. `contradictions` are for a report. `is_exact` says whether `schema` allows the
    same values as the node that it is the view of; `is_cut` that it has more parts than were merged.
    """

    schema: Schema
    parts: tuple[Part, ...]
    contradictions: tuple[Contradiction, ...] = ()
    is_exact: bool = True
    is_cut: bool = False

    @property
    def allows_nothing(self) -> bool:
        """Whether the parts have no value in common but null: `schema` is then their presumed meaning."""
        return any(each.allows_nothing for each in self.contradictions)

    def locate_property(self, name: str) -> tuple[Location, ...]:
        """Where a property is declared, in the schema itself first."""
        declaring = (part.schema.objects.properties for part in reversed(self.parts))
        return tuple(properties[name].location for properties in declaring if name in properties)

    def locate_required(self, name: str) -> tuple[Location, ...]:
        """Where a property is required, in the schema itself first."""
        schemas = (part.schema for part in reversed(self.parts))
        return tuple(schema.locate("required") for schema in schemas if schema.objects.requires(name))


def merge(
    schema: Schema,
    resolve: Callable[[SchemaNode], Schema],
    both: Both,
    *,
    nullable: bool,
    most_parts: int = MOST_PARTS,
) -> Merged:
    """The view of a schema, which may have no `allOf`. `nullable` says whether all its parts allow null.

    `both` makes the schemas of properties that two parts declare differently.
    """
    merging = AllOfMerge(Schema(schema.location), RuleMerge(both))
    found, is_cut = _parts(schema, resolve, merging.contradictions, most_parts)
    declared = _Declared.by(found)
    for part in found:
        merging.add(_opened(part.schema, declared, merging) if len(found) > 1 else part.schema)
    made = replace(
        merging.schema,
        nullable=nullable,
        all_of=tuple(merging.residue),
        identity=schema.identity,
        annotations=_annotations(found),
    )
    is_exact = not is_cut and not any(_leaves_unevaluated(part.schema) for part in found[:-1])
    made = without_unevaluated(normal_form(made))
    is_exact = is_exact and not _allow_nothing(merging.contradictions)
    return Merged(made, found, tuple(merging.contradictions), is_exact, is_cut)


def _allow_nothing(contradictions: Sequence[Contradiction]) -> bool:
    return any(each.allows_nothing for each in contradictions)


def _leaves_unevaluated(schema: Schema) -> bool:
    """Whether a schema speaks of what it leaves unevaluated: a larger schema cannot say that of a part alone."""
    return schema.objects.unevaluated_properties is not None or schema.arrays.unevaluated_items is not None


def _opened(part: Schema, declared: _Declared, merging: AllOfMerge) -> Schema:
    """The part without its additional properties if another part declares these: they stay a part of their own."""
    own = part.objects
    if own.additional_properties is None:
        return part
    foreign = declared.find_foreign(own)
    if foreign is None:
        return part
    location = part.locate("additionalProperties")
    message = f"a part of an `allOf` speaks of additional properties, and `{foreign}`, which another declares, is one"
    merging.contradictions.append(Contradiction(message, location))
    anything = Schema(location)
    closed = ObjectRules(
        properties=dict.fromkeys(own.properties, anything),
        additional_properties=own.additional_properties,
        pattern_properties=dict.fromkeys(own.pattern_properties, anything),
    )
    merging.residue.append(Schema(location, objects=closed))
    return replace(part, objects=replace(own, additional_properties=None))


@dataclass(frozen=True, slots=True)
class _Declared:
    """The names of properties, and the patterns, that any part declares, in the order of the parts."""

    names: Mapping[str, None]
    patterns: Mapping[str, None]

    @classmethod
    def by(cls, parts: Sequence[Part]) -> _Declared:
        rules = [part.schema.objects for part in parts]
        names = dict.fromkeys(name for each in rules for name in each.properties)
        return cls(names, dict.fromkeys(pattern for each in rules for pattern in each.pattern_properties))

    def find_foreign(self, own: ObjectRules) -> str | None:
        """The first name, or else pattern, that these rules do not declare."""
        foreign = chain(
            (name for name in self.names if name not in own.properties),
            (pattern for pattern in self.patterns if pattern not in own.pattern_properties),
        )
        return next(foreign, None)


@dataclass(slots=True)
class _Visit:
    part: Part
    members: Iterator[SchemaNode]


def _parts(
    schema: Schema, resolve: Callable[[SchemaNode], Schema], contradictions: list[Contradiction], most: int
) -> tuple[tuple[Part, ...], bool]:
    """The schema and its parts over any depth, each once and after what it is made of itself; whether it has more."""
    is_cut = False
    found: list[Part] = []
    seen = {id(schema)}
    path = [_Visit(Part(schema, is_inline=True), iter(schema.all_of))]
    around = {id(schema)}
    while path:
        visit = path[-1]
        member = next(visit.members, None)
        if member is None:
            found.append(visit.part)
            around.discard(id(path.pop().part.schema))
            continue
        inner = resolve(member)
        if id(inner) not in seen and len(seen) < most:
            seen.add(id(inner))
            around.add(id(inner))
            is_inline = visit.part.is_inline and not isinstance(member, SchemaRef)
            path.append(_Visit(Part(inner, is_inline), iter(inner.all_of)))
        elif id(inner) not in seen:
            is_cut = True
            message = f"a schema has more than {most} parts: the rest is ignored"
            contradictions.append(Contradiction(message, member.location))
        elif id(inner) in around:
            message = "a schema has itself as a part: that part is ignored"
            contradictions.append(Contradiction(message, member.location))
    return tuple(found), is_cut


def _annotations(parts: Sequence[Part]) -> Annotations:
    """Annotations of the schema, then of its inline parts, then of those that it refers to, without their prose."""
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
