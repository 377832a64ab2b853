"""Compares discriminators: the property that names a variant, and which value names which."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.side import Side, component_name
from nemogen.openapi.schema import Schema, SchemaRef

Tags = Mapping[str, SchemaRef]


def compare_discriminator(walk: Walk, pair: Pair) -> None:
    """Note changes of the discriminator of a schema and of the values that it has."""
    base, revision, context = pair.base.discriminator, pair.revision.discriminator, pair.context
    places = pair.base.locate("discriminator"), pair.revision.locate("discriminator")
    if base is None and revision is None:
        return
    if base is None or revision is None:
        change = "discriminator-added" if base is None else "discriminator-removed"
        old, new = (side.property_name if side else "" for side in (base, revision))
        walk.log.schema(change, context, *places, old=old, new=new)
        return
    old, new = base.property_name, revision.property_name
    if old != new:
        walk.log.schema("discriminator-property-name-changed", context, *places, old=old, new=new)
    was, is_ = _tags(walk.base, pair.base), _tags(walk.revision, pair.revision)
    twins = _twins(walk, pair) if was.keys() != is_.keys() else frozenset()
    for change, tags in (
        ("added", _alone(is_, was, revision.mapping, {new for _, new in twins})),
        ("deleted", _alone(was, is_, base.mapping, {old for old, _ in twins})),
    ):
        if tags:
            walk.log.schema(f"discriminator-mapping-{change}", context, *places, value=tags)
    for tag in sorted(was.keys() & is_.keys()):
        left, right = _target_name(was[tag]), _target_name(is_[tag])
        if left != right and not _are_same(walk, was[tag], is_[tag]):
            walk.log.schema("discriminator-mapping-changed", context, *places, value=tag, old=left, new=right)


def _tags(side: Side, schema: Schema) -> Tags:
    """What each value of a discriminator means: those that its mapping has, and the names of the other variants.

    A variant that lists its own values for the property is not identified by its name.
    """
    said = schema.discriminator
    if said is None:
        return {}
    named = {reference.target for reference in said.mapping.values()}
    references = (node for node in (*schema.one_of, *schema.any_of) if isinstance(node, SchemaRef))
    others = (node for node in references if node.target not in named)
    return {**dict(_implied(side, others, said.property_name)), **said.mapping}


def _implied(side: Side, nodes: Iterator[SchemaRef], name: str) -> Iterator[tuple[str, SchemaRef]]:
    for node in nodes:
        component = node.target.component if node.target else None
        declared = side.plain(node).objects.properties.get(name) if side.knows(node) else None
        if component and (declared is None or side.plain(declared).enum is None):
            yield component, node


def _twins(walk: Walk, pair: Pair) -> frozenset[tuple[str, str]]:
    """The components that are one variant of both documents, by their names."""
    base, revision = (
        [side.plain(node) for node in (*schema.one_of, *schema.any_of)]
        for side, schema in ((walk.base, pair.base), (walk.revision, pair.revision))
    )
    matched = walk.matcher.variants(base, revision)
    names = ((component_name(old), component_name(new)) for old, new in matched.pairs)
    return frozenset((old, new) for old, new in names if old and new)


def _alone(tags: Tags, others: Tags, mapping: Tags, twins: Collection[str]) -> tuple[str, ...]:
    """The values that only one side has: written down, or the name of a variant that is called otherwise there."""
    return tuple(sorted(tag for tag in tags if tag not in others and (tag in mapping or tag in twins)))


def _are_same(walk: Walk, old: SchemaRef, new: SchemaRef) -> bool:
    """Whether two components of other names are one: equal, or the same variant, whose change is reported below."""
    return walk.base.knows(old) and walk.revision.knows(new) and walk.matcher.same(old, new)


def _target_name(reference: SchemaRef) -> str:
    return reference.text.rpartition("/")[2]
