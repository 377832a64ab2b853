"""The views of a document's schemas that consumers share: `allOf` merged, unions flat, one side's properties.

Nothing here changes a node. Views are schemas in the one form too, so that one can look at a view of a view.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nemogen.openapi.document import Document
from nemogen.openapi.every_name import without_pattern_of_every_name
from nemogen.openapi.json_value import unique
from nemogen.openapi.known_conditions import without_known_conditions
from nemogen.openapi.merged import ALWAYS_MERGED, MOST_PARTS, Merged, Part, merge
from nemogen.openapi.normal_form import normal_form
from nemogen.openapi.nulls import ReferenceNulls
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target, View
from nemogen.openapi.schema_combination import combined
from nemogen.openapi.schema_unions import (
    UnionKind,
    Variants,
    allows_anything,
    booleans_as_values,
    folded,
    is_null_only,
    is_plain,
    said_by,
    without_open_words,
    without_prose,
)

DEEPEST_UNION: Final = 12
"""How deeply unions are looked into that are variants of unions: views of variants are made inside each other."""

MOST_MERGING: Final = 10_000_000
"""How much merging a document may ask for, as the sum of the squares of the numbers of parts: each copies those before.

What is asked for beyond that is merged up to a few parts, and `is_cut` where it has more.
"""

MOST_CONDITIONS: Final = 5_000
"""Negations and conditions of a document that are taken apart: references to each other can make them any number."""

_OTHER_SIDE: Final = {View.REQUEST: View.RESPONSE, View.RESPONSE: View.REQUEST}


class SchemaViews:
    """The views of one document, each made once: a schema has one view, and views can be distinguished by identity."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._merged: dict[int, tuple[Schema, Merged]] = {}
        self._plain: dict[int, tuple[Schema, Schema]] = {}
        self._both: dict[frozenset[int], Schema] = {}
        self._made: dict[int, Schema] = {}
        self._not_null: dict[int, tuple[Schema, Schema]] = {}
        self._cut: set[int] = set()
        self._open: set[int] = set()
        self._merging = 0
        self._conditions = 0
        self._nulls = ReferenceNulls(document.resolve)

    def merged(self, node: SchemaNode) -> Merged:
        """The schema with everything that it is made of merged."""
        schema = self.document.resolve(node)
        known = self._merged.get(id(schema))
        if known is not None:
            return known[1]
        if schema.all_of:
            nullable = self.admits_null(schema)
            most = MOST_PARTS if self._merging < MOST_MERGING else ALWAYS_MERGED
            found = merge(schema, self.document.resolve, self.both, nullable=nullable, most_parts=most)
            self._merging += len(found.parts) ** 2
        else:
            found = Merged(schema, (Part(schema, is_inline=True),))
        self._merged[id(schema)] = schema, found
        self._merged.setdefault(id(found.schema), (found.schema, found))
        return found

    def plain(self, node: SchemaNode) -> Schema:
        """The schema merged with its parts and targets, as far as possible, with flat and folded unions.

        What cannot be merged exactly stays as it is.
        """
        schema = self.document.resolve(node)
        known = self._plain.get(id(schema))
        if known is not None:
            return known[1]
        exact = self._exact(schema)
        self._open.add(id(schema))
        found = schema if exact is schema and schema.all_of else self._with_plain_unions(exact)
        self._open.discard(id(schema))
        self._plain[id(schema)] = schema, found
        self._plain.setdefault(id(found), (found, found))
        return found

    def variants(self, node: SchemaNode, kind: UnionKind = "anyOf") -> Variants:
        """The variants of a union. Those of an `anyOf` are flat, also where a variant refers to another `anyOf`."""
        return self._variants(self.merged(node).schema, kind)

    def _variants(self, schema: Schema, kind: UnionKind) -> Variants:
        waiting = list(reversed(schema.any_of if kind == "anyOf" else schema.one_of))
        kept: list[SchemaNode] = []
        seen: set[int] = set()
        nullable = schema.nullable
        while waiting:
            member = waiting.pop()
            found = without_open_words(self._member(member))
            nullable = nullable or self.admits_null(found)
            if kind == "anyOf" and said_by(found) == {"any_of"} and is_plain(found.annotations):
                waiting += () if id(found) in seen else reversed(found.any_of)
                seen.add(id(found))
            elif not found.never and not is_null_only(found):
                kept.append(member)
        return Variants(unique(kept) if kind == "anyOf" else tuple(kept), nullable)

    def without_null(self, node: SchemaNode) -> Schema:
        """The schema of the same values but null, where it or a variant of its unions is said to allow null."""
        schema = self.plain(node)
        if not schema.nullable and not (schema.any_of or schema.one_of):
            return schema
        if not self.admits_null(schema):
            return schema
        if id(schema) not in self._not_null:
            found = replace(schema, nullable=False)
            self._not_null[id(schema)] = schema, found
            self._cut.add(id(found))
            self._plain[id(found)] = found, found  # its variants may allow null, which says nothing any more
        return self._not_null[id(schema)][1]

    def admits_null(self, node: SchemaNode) -> bool:
        """Whether null is valid. In a view that `without_null` made, what the variants say of null does not count."""
        return id(node) not in self._cut and self._nulls.admits_null(node) is True

    def both(self, first: SchemaNode, second: SchemaNode) -> SchemaNode:
        """The schema of the values that are valid for both: one for the same two, so that recursion ends."""
        members = [*self._members(first), *self._members(second)]
        distinct = {id(self.document.resolve(member)): member for member in members}
        if len(distinct) == 1:
            return first
        key = frozenset(distinct)
        if key not in self._both:
            made = Schema(second.location, all_of=tuple(distinct.values()))
            self._both[key] = self._made[id(made)] = made
        return self._both[key]

    def _members(self, node: SchemaNode) -> Iterable[SchemaNode]:
        return self._made[id(node)].all_of if id(node) in self._made else (node,)

    def _exact(self, node: SchemaNode) -> Schema:
        """The merged schema where it allows the same values, or else the schema as it is."""
        merged = self.merged(node)
        if merged.allows_nothing:
            nothing = replace(merged.schema, never=True, nullable=self.admits_null(node))
            return normal_form(nothing)
        return merged.schema if merged.is_exact else self.document.resolve(node)

    def _merged_exactly(self, schema: Schema, *, nullable: bool) -> Schema:
        """Like `_exact`, for a temporary schema; `nullable` says whether null is valid."""
        merged = merge(schema, self.document.resolve, self.both, nullable=nullable)
        if merged.allows_nothing:
            return normal_form(replace(merged.schema, never=True, nullable=nullable))
        return merged.schema if merged.is_exact else normal_form(replace(schema, nullable=nullable))

    def _member(self, node: SchemaNode) -> Schema:
        """The plain view of a variant, unless its view is being computed, or unions are nested deeply."""
        schema = self.document.resolve(node)
        is_open = id(schema) in self._open or len(self._open) > DEEPEST_UNION
        return self._exact(schema) if is_open else self.plain(schema)

    def _with_plain_unions(self, schema: Schema) -> Schema:
        kinds: tuple[UnionKind, ...] = ("anyOf", "oneOf")
        if schema.objects.unevaluated_properties is not None or schema.arrays.unevaluated_items is not None:
            return schema  # what a variant evaluates counts, though it may be valid for any value
        schema = self._without_known_conditions(self._with_plain_names(schema))
        seen: set[tuple[int, ...]] = set()
        while (members := tuple(map(id, (*schema.any_of, *schema.one_of)))) and members not in seen:
            seen.add(members)  # where a union dissolves, one that was in `all_of` may replace it
            for kind in kinds:
                if schema.any_of if kind == "anyOf" else schema.one_of:
                    schema = self._with_plain_union(schema, kind)
        return self._with_plain_parts(schema)

    def _with_plain_parts(self, schema: Schema) -> Schema:
        """The schema with plain views of the parts that it could not take over, some of which it now can."""
        if not schema.all_of:
            return schema
        views = [self._only_variant(self._member(member)) for member in schema.all_of]
        parts = [replace(view, nullable=False) if view.nullable else view for view in views]
        whole = replace(schema, all_of=tuple(part for part in parts if not allows_anything(part)))
        return self._merged_exactly(whole, nullable=self.admits_null(schema))

    def _only_variant(self, view: Schema) -> Schema:
        """The one schema that all variants of a union are, whatever their names; any other schema as it is."""
        if said_by(view) != {"any_of"}:
            return view
        views = [without_open_words(replace(self._member(member), nullable=False)) for member in view.any_of]
        found, _ = _distinct(views, view.any_of, keeps_names=False)
        return view if len(found) > 1 else replace(found[0], nullable=view.nullable)

    def _with_plain_names(self, schema: Schema) -> Schema:
        """The schema without patterns that match the name of any property."""
        rules = without_pattern_of_every_name(
            schema.objects, self.both, lambda node: allows_anything(self.document.resolve(node))
        )
        return schema if rules is schema.objects else normal_form(replace(schema, objects=rules))

    def _without_known_conditions(self, schema: Schema) -> Schema:
        """The schema without a negation and a condition of which the outcome is known."""
        for _ in range(DEEPEST_UNION):
            rest, parts = without_known_conditions(schema, self._member)
            if rest is schema or self._conditions >= MOST_CONDITIONS:
                break
            self._conditions += 1
            nullable = self.admits_null(schema)
            joined = combined(replace(rest, all_of=()), [*rest.all_of, *parts], nullable=nullable)
            schema = self._merged_exactly(self.document.resolve(joined), nullable=nullable)
        return schema

    def _with_plain_union(self, schema: Schema, kind: UnionKind) -> Schema:
        nullable = self.admits_null(schema)
        rest = replace(schema, any_of=()) if kind == "anyOf" else replace(schema, one_of=())
        found = [
            (without_open_words(replace(self._member(member), nullable=False)), member)
            for member in self._variants(schema, kind).members
        ]
        members = tuple(member for view, member in found if _have_common_types(rest, view))
        views = [view for view, _ in found if _have_common_types(rest, view)]
        if kind == "anyOf" and any(allows_anything(view) for view in views):
            return normal_form(rest)
        if kind == "anyOf":
            keeps_names = not said_by(rest)
            views, members = _distinct(views, members, keeps_names=keeps_names)
        if not views:
            return normal_form(replace(rest, never=True, nullable=nullable))
        whole = views[0] if len(views) == 1 else folded(kind, booleans_as_values(views), schema.location)
        if whole is not None:
            whole = views[0] if len({without_prose(view) for view in views}) == 1 else whole  # it has words of its own
            joined = combined(replace(rest, all_of=()), [*rest.all_of, whole], nullable=nullable)
            return self._merged_exactly(self.document.resolve(joined), nullable=nullable)
        if kind == "anyOf":
            return normal_form(replace(schema, nullable=nullable, any_of=members))
        return normal_form(replace(schema, nullable=nullable, one_of=members))

    def properties(self, node: SchemaNode, view: View, kept: Collection[str] = ()) -> Mapping[str, SchemaNode]:
        """The properties that one side of the wire sends: requests have no `readOnly`, responses no `writeOnly`.

        What distinguishes variants is sent both ways, whatever is said of it: the discriminator's property, and `kept`.
        A property that is read-only and write-only at once may be sent by either side.
        """
        schema = self.merged(node).schema
        alone = self._sent_alone(schema, kept)
        return {name: value for name, value in schema.objects.properties.items() if alone[name] != {_OTHER_SIDE[view]}}

    def required(self, node: SchemaNode, view: View, kept: Collection[str] = ()) -> tuple[str, ...]:
        """The properties that one side of the wire has to send."""
        schema = self.merged(node).schema
        alone = self._sent_alone(schema, kept)
        return tuple(name for name in schema.objects.required if _OTHER_SIDE[view] not in alone.get(name, ()))

    def _sent_alone(self, schema: Schema, kept: Collection[str]) -> dict[str, frozenset[View]]:
        """By property, the sides that are said to send it alone."""
        tag = schema.discriminator.property_name if schema.discriminator else None
        found: dict[str, frozenset[View]] = {}
        for name, value in schema.objects.properties.items():
            said = self.merged(value).schema.annotations
            sides = {View.RESPONSE: said.read_only, View.REQUEST: said.write_only}
            is_tag = name == tag or name in kept
            found[name] = frozenset(() if is_tag else (view for view, is_alone in sides.items() if is_alone))
        return found


def _distinct(
    views: Sequence[Schema], members: Sequence[SchemaNode], *, keeps_names: bool
) -> tuple[list[Schema], tuple[SchemaNode, ...]]:
    """The variants without those that say what an earlier one says; `keeps_names`: components of two names are two."""
    found: dict[tuple[Schema, Target | None], tuple[Schema, SchemaNode]] = {}
    for view, member in zip(views, members, strict=True):
        target = member.target if keeps_names and isinstance(member, SchemaRef) else None
        found.setdefault((without_prose(view), target), (view, member))
    return [view for view, _ in found.values()], tuple(member for _, member in found.values())


def _have_common_types(one: Schema, other: Schema) -> bool:
    """Whether some type is allowed by both; no types are all of them."""
    both = one.types | other.types
    return not (one.types and other.types) or bool(one.types & other.types) or {"integer", "number"} <= both
