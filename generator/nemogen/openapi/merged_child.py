"""An `allOf` of a parent that names its children in a union: the child is meant alone, not the union with it in it.

    Pet: {properties: …, oneOf: [Cat, Dog], discriminator: …}
    Cat: {allOf: [Pet, {properties: …}]}

Taken by the letter, a Cat would have to be a Cat or a Dog that is a Pet that is a Cat or a Dog, without end. Where the
parent is the base of a family, an `allOf` means the base itself, and not one of its children.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nemogen.openapi.families import FamilyUnion
from nemogen.openapi.merged import Merged, merge
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.openapi.schema_views import SchemaViews


def merge_child(schema: Schema, views: SchemaViews) -> Merged:
    """Like `SchemaViews.merged`, but parts lose a union that has the schema, or a part of it, among its variants."""
    whole = views.merged(schema)
    if not (whole.schema.one_of or whole.schema.any_of):
        return whole
    children: list[Schema] = [schema]
    known: dict[int, tuple[Schema, Schema]] = {id(schema): (schema, schema)}

    def resolve(node: SchemaNode) -> Schema:
        found = views.document.resolve(node)
        if id(found) not in known:
            known[id(found)] = found, _without_union_of(children, found, views)
            children.append(found)
        return known[id(found)][1]

    return merge(schema, resolve, views.both, nullable=views.admits_null(schema))


def _without_union_of(children: Sequence[Schema], parent: Schema, views: SchemaViews) -> Schema:
    if isinstance(parent, FamilyUnion):
        return views.document.resolve(parent.base)
    variants = [views.document.resolve(member) for member in (*parent.one_of, *parent.any_of)]
    if any(variant is child for variant in variants for child in children):
        return replace(parent, one_of=(), any_of=(), discriminator=None)
    return parent
